"""Lines of text on a page of a given width, with colour where it is wanted."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Protocol

from rich.console import Console
from rich.text import Text

# Longer lines are hard to read, however wide the window is.
MEASURE = 100


# A terminal takes the direction of a line from its first letter: after this mark an Arabic quotation stays at its bar.
_LEFT_TO_RIGHT = "\u200e"
# With ASCII alone; letters of an article stay as they are.
_PLAIN = str.maketrans({
    "✖": "X", "▲": "!", "↻": "~", "✔": "=", "•": "*", "·": "-", "│": "|", "━": "=", "—": "--", "–": "-", "…": "...",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "≤": "<=", "≥": ">=", "≠": "!=", "×": "x",
    "\u00a0": " ", "\u202f": " ",
})


class Sheet(Protocol):
    """What lines are laid out on; on a `plain` one signs and marks are those of ASCII."""

    @property
    def console(self) -> Console: ...
    @property
    def width(self) -> int: ...
    @property
    def plain(self) -> bool: ...


def console_of(width: int, colour: bool) -> Console:
    """A console that writes to memory."""
    # Everything that rich would take from the environment is said here: the same report gives the same text.
    return Console(
        file=io.StringIO(), width=width, force_terminal=colour, color_system="standard" if colour else None,
        no_color=not colour, highlight=False, markup=False, emoji=False, legacy_windows=False, _environ={},
    )


def printed(console: Console, lines: Iterable[Text], colour: bool) -> str:
    """The lines as they go to the terminal; without colour no blanks stand at their ends."""
    for line in lines:
        turned = any(unicodedata.bidirectional(c) in ("R", "AL") for c in line.plain)
        console.print(Text.assemble(_LEFT_TO_RIGHT, line) if turned else line, soft_wrap=True)
    text = console.file.getvalue() if isinstance(console.file, io.StringIO) else ""
    return text if colour else "\n".join(line.rstrip() for line in text.split("\n"))


def spelled(page: Sheet, text: Text) -> Text:
    """The text with its styles, in ASCII where that is wanted."""
    if not page.plain:
        return text
    parts = ((part.text.translate(_PLAIN), part.style or "") for part in text.render(page.console))
    return Text.assemble(*parts, style=text.style)


def wrap(
    page: Sheet, text: Text, *, indent: int = 0, hang: int = 0, gutter: Text | None = None, fold: bool = True
) -> Iterator[Text]:
    """The text in lines of the page's width, each after `gutter` or `indent` spaces; `fold` off keeps it on one line
    (a path that is broken cannot be clicked)."""
    lead, text = spelled(page, gutter or Text(" " * indent)), spelled(page, text)
    room = max(page.width - lead.cell_len - hang, 10)
    lines = text.wrap(page.console, room) if fold else [text]
    for number, line in enumerate(lines):
        line.rstrip()
        yield Text.assemble(lead, " " * hang if number else "", line)


def apart(page: Sheet, left: Text, right: Text, *, hang: int = 0, gutter: Text | None = None) -> Iterator[Text]:
    """Two texts at the two ends of a line, or under each other where the line is too short."""
    lead, left, right = (spelled(page, part) for part in (gutter or Text(), left, right))
    room = page.width - lead.cell_len - left.cell_len - right.cell_len
    if room >= 2:
        yield Text.assemble(lead, left, " " * room, right)
    else:
        yield from wrap(page, left, hang=hang, gutter=gutter)
        yield from wrap(page, right, indent=hang, gutter=gutter, fold=False)


def sentence(text: str, names: Iterable[str] = ()) -> str:
    """With a capital at the start, unless one of the `names` stands there, and a full stop at the end."""
    named = any(name and text.startswith(name) and not text[len(name) :][:1].isalnum() for name in names)
    return (text if named else text[:1].upper() + text[1:]) + ("" if text.endswith((".", "!", "?")) else ".")
