"""PDF to the text of its article. Spans count in that text; line breaks of the page are none in it.

A page holds lines at places. They become paragraphs again by what a compositor does: a gap, another size, or a line
that ends although the next word would have fitted.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from importlib.util import find_spec
from itertools import pairwise
from math import isfinite
from statistics import median
from typing import Any, cast

from claimcheck.errors import InputError
from claimcheck.lexicon.numbers import number_words
from claimcheck.model.limits import DEFAULTS, Limits, over_input

_SUFFIX = ".pdf"
_HEADER = b"%PDF-"
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*$")
_HYPHENS = "-\u2010\u00ad"
_SPLIT_WORD = re.compile(rf"(\w+)[{_HYPHENS}]$")
_WORD = re.compile(r"\w+(?:-\w+)*")
_PAGE_NUMBER = re.compile(r"(?:page )?\W*\d+\W*(?:(?:of|/) *\d+)?\W*", re.IGNORECASE)
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
# What a damaged table of characters gives: nothing, or half of a surrogate pair.
_NO_CHARACTERS = dict.fromkeys([0, *range(0xD800, 0xE000)])
# Times the usual distance of lines: from there on it is a gap. Times another size: up to there they are one.
_GAP = 1.25
_SIZE = 1.1
# A line this much shorter than its column, with the next line's first word added, was ended on purpose.
_FITS = 0.8
# No operation of a page is shorter, with its operands, than this in the mean.
_BYTES_A_STEP = 5
_PACKED = ("zlib", "lzw", "run_length", "array_based_stream")


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a page; x and y in points from its lower left corner."""

    text: str
    page: int
    x: float
    y: float
    size: float


def is_pdf(data: bytes, name: str) -> bool:
    """By the name of the file, or by how it begins."""
    return name.lower().endswith(_SUFFIX) or data.startswith(_HEADER)


def read_pdf(data: bytes, name: str, limits: Limits = DEFAULTS) -> str:
    """The text in paragraphs, without page numbers and running heads. Raises InputError where there is none to be had,
    or where the package that reads PDF is not installed."""
    if find_spec("pypdf") is None:
        raise InputError(f"{name}: reading PDF needs what is not installed: pip install pypdf, or save the article "
                         "as text")
    logging.getLogger("pypdf").addHandler(logging.NullHandler())  # what it mends in silence is no concern of the user's
    try:
        with _unpacking_at_most(limits.stream_bytes):
            pages = _pages(data, name, limits)
    except InputError:
        raise
    except _limit_reached():
        raise InputError(f"{name}: this PDF unpacks to too much, or leads in circles; "
                         "save it anew, or as text") from None
    except Exception:  # whatever it stumbles over in a damaged file
        raise InputError(f"{name}: this PDF is damaged, or is none; save it anew, or as text") from None
    if not any(pages):
        raise InputError(f"{name}: no text in this PDF, perhaps only pictures of pages; "
                         "run it through OCR, or save the article as text")
    return "\n\n".join(_paragraphs(_without_running_heads(pages))) + "\n"


def _unpacking_at_most(most: int) -> AbstractContextManager[object]:
    """No stream becomes longer than this when it is unpacked; older versions of the library have no such bound."""
    import pypdf

    apply = getattr(pypdf, "apply_configuration", None)
    if apply is None:
        return nullcontext()
    return cast("AbstractContextManager[object]", apply(**{f"{name}_maximum_output_length": most for name in _PACKED}))


def _limit_reached() -> tuple[type[Exception], ...]:
    """What the library raises at a bound of its own; older versions have none."""
    from pypdf import errors

    found = getattr(errors, "LimitReachedError", None)
    return (found,) if found else ()


def _over_stream(name: str, limits: Limits) -> InputError:
    return over_input(name, "bytes on its pages", limits.stream_bytes, "stream-bytes")


def _pages(data: bytes, name: str, limits: Limits) -> list[list[_Line]]:
    import pypdf
    from pypdf.errors import DependencyError

    reader = pypdf.PdfReader(io.BytesIO(data))
    try:
        locked = reader.is_encrypted and not reader.decrypt("")  # many may be read by everyone, and only not be changed
    except DependencyError:
        locked = True
    if locked:
        raise InputError(f"{name}: encrypted PDF; save it without its password, or save the article as text")
    if len(reader.pages) > limits.pages:
        raise over_input(name, "pages", limits.pages, "pages")
    budget = _Budget(name, limits)
    return [list(_lines(page, number, budget)) for number, page in enumerate(reader.pages)]


class _Budget:
    """What the pages may still cost. Many pages may share one stream, and what is drawn may be drawn again and again,
    so that a small file has much to read: bytes, steps and characters are counted as they come."""

    def __init__(self, name: str, limits: Limits) -> None:
        self._name, self._limits = name, limits
        self._bytes = self._steps = self._characters = 0

    def enter(self, page: Any) -> None:
        """Raises InputError where the content of the page is more than is left."""
        contents = page.get_contents()
        self._bytes += len(contents.get_data()) if contents is not None else 0
        if self._bytes > self._limits.stream_bytes:
            raise _over_stream(self._name, self._limits)

    def step(self, *_: object) -> None:
        self._steps += 1
        if self._steps * _BYTES_A_STEP > self._limits.stream_bytes:
            raise _over_stream(self._name, self._limits)

    def show(self, text: str) -> None:
        self._characters += len(text)
        if self._characters > self._limits.characters:
            raise over_input(self._name, "characters", self._limits.characters, "characters")


def _lines(page: Any, number: int, budget: _Budget) -> Iterator[_Line]:
    """Lines in the order of the page's content, which is that of reading, also in columns."""
    budget.enter(page)
    pieces: list[_Line] = []

    def visit(text: str, user: Sequence[float], matrix: Sequence[float], font: object, size: float) -> None:
        budget.show(text)
        x = matrix[4] * user[0] + matrix[5] * user[2] + user[4]
        y = matrix[4] * user[1] + matrix[5] * user[3] + user[5]
        scale = abs(matrix[3] * user[3]) or 1.0
        height = abs(size * scale) or 1.0
        if not all(map(isfinite, (x, y, height))):
            raise ValueError("a number of no size")
        pieces.extend(_Line(part, number, x, y, height) for part in text.splitlines(keepends=True))

    page.extract_text(visitor_text=visit, visitor_operand_before=budget.step)
    line: _Line | None = None
    for piece in pieces:
        line = replace(line, text=line.text + piece.text) if line and line.text.strip() else piece
        if piece.text.endswith("\n"):
            yield from _whole(line)
            line = None
    if line is not None:
        yield from _whole(line)


def _whole(line: _Line) -> Iterator[_Line]:
    text = " ".join(line.text.translate(_LIGATURES).translate(_NO_CHARACTERS).split())
    if text:
        yield replace(line, text=text)


def _without_running_heads(pages: Sequence[Sequence[_Line]]) -> list[_Line]:
    """Without page numbers, and what stands first or last on several pages."""
    edges = [line for page in pages for line in _edges(page)]
    often = Counter(_masked(line) for line in edges)
    dropped = {line for line in edges if often[_masked(line)] > 1 or _PAGE_NUMBER.fullmatch(line.text)}
    lines = [line for page in pages for line in page]
    return [line for line in lines if line not in dropped] or lines


def _edges(page: Sequence[_Line]) -> list[_Line]:
    ends = {f(line.y for line in page) for f in (min, max) if page}
    return [line for line in page if line.y in ends]


def _masked(line: _Line) -> str:
    return re.sub(r"\d+", "0", line.text)


def _paragraphs(lines: Sequence[_Line]) -> Iterator[str]:
    words = {word.lower() for line in lines for word in _WORD.findall(line.text)}
    usual = sorted(_reach(line) for line in lines)[len(lines) * 9 // 10]
    pieces: list[str] = []
    last: _Line | None = None
    for block in _blocks(lines):
        width = max(_reach(line) for line in block) if len(block) > 2 else usual
        for line in block:
            if last is not None and _breaks(last, line, width, new_block=line is block[0]):
                yield " ".join(pieces)
                pieces = []
            _join(pieces, line.text, words)
            last = line
    yield " ".join(pieces)


def _blocks(lines: Sequence[_Line]) -> list[list[_Line]]:
    """Lines of one size below each other at the usual distance."""
    below = [(a.y - b.y) / b.size for a, b in pairwise(lines) if a.page == b.page and a.y > b.y and _alike(a, b)]
    leading = median(below) if below else 0.0
    blocks = [[lines[0]]]
    for a, b in pairwise(lines):
        near = a.page == b.page and 0 < a.y - b.y <= leading * b.size * _GAP
        if near and _alike(a, b):
            blocks[-1].append(b)
        else:
            blocks.append([b])
    return blocks


def _alike(a: _Line, b: _Line) -> bool:
    return max(a.size, b.size) <= min(a.size, b.size) * _SIZE


def _breaks(last: _Line, line: _Line, width: float, *, new_block: bool) -> bool:
    """Whether a paragraph begins at `line`. What goes on in the next column or on the next page is one paragraph."""
    if new_block:
        below = last.page == line.page and last.y > line.y
        return below or not _alike(last, line) or _SENTENCE_END.search(last.text) is not None
    if last.text[-1] in _HYPHENS:
        return False
    indented = line.x > last.x + line.size / 2 and _SENTENCE_END.search(last.text) is not None
    return indented or _reach(last, " " + line.text.split()[0]) < width * _FITS


def _reach(line: _Line, more: str = "") -> float:
    """How wide it is, near enough to compare it with its neighbours."""
    return len(line.text + more) * line.size


def _join(pieces: list[str], line: str, words: set[str]) -> None:
    """A word that is parted at the end of a line becomes whole; a hyphen of its own stays."""
    before = pieces[-1] if pieces else ""
    parted = _SPLIT_WORD.search(before) if before.endswith(tuple(_HYPHENS)) else None
    rest = _WORD.match(line)
    if not parted or not rest:
        pieces.append(line)
        return
    head, tail = parted[1], rest[0]
    whole, hyphened = f"{head}{tail}".lower(), f"{head}-{tail}".lower()
    own = not tail[0].islower() or not head.isalpha() or _numeral(head.lower(), whole) or hyphened in words
    pieces[-1] = before[:-1] + ("-" if own and whole not in words else "") + line


def _numeral(head: str, whole: str) -> bool:
    """Twenty-five, two-thirds; not six-teen, and not ten-dency."""
    numbers = number_words().small.keys() | number_words().tens.keys()
    return head in numbers and head != "ten" and whole not in numbers
