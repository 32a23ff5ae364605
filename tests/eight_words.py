"""Are texts variations of each other? Runs of eight words that two of them share, names and figures masked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain

# Words in a row that two may share where fewer than LEFT of them are neither names nor figures.
RUN, LEFT = 8, 4
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def masked(text: str) -> list[str]:
    """The words of a text, names and figures masked."""
    return ["0" if w[0].isdigit() else "N" if w[0].isupper() else w for w in _WORD.findall(text)]


def shared(groups: Iterable[Sequence[str]]) -> list[tuple[int, int, str]]:
    """The numbers of two groups of texts that share a run, and the run."""
    first: dict[str, int] = {}
    return [(first[run], number, run) for number, texts in enumerate(groups)
            for run in sorted(set(chain.from_iterable(map(_runs, texts))))
            if first.setdefault(run, number) != number]


def _runs(text: str) -> set[str]:
    words = masked(text)
    parts = (words[n : n + RUN] for n in range(len(words) - RUN + 1))
    return {" ".join(part) for part in parts if sum(w not in ("N", "0") for w in part) >= LEFT}
