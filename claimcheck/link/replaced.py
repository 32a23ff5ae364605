"""A word in the place of one that it cannot stand for: "petrol costs 1.40 euros" says nothing of diesel.

Two like sentences of which a word was replaced are of two things where the two words are of different sides of a set in
contrasts.toml; the sets that are about values and their times are left to what compares those.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from claimcheck.lexicon.contrasts import contrasts
from claimcheck.link.statement import Candidate
from claimcheck.link.wording import SAME_WORDING, same_place, words_of

# Of values and times, or a matter of where one looks from.
_OF_VALUES = frozenset({
    "order", "weekday", "month", "season", "part_of_day", "bound_side", "second", "scale", "length", "money", "share",
    "some", "comparison", "amount", "once", "multiple", "change", "change_by", "likely", "up_down", "her",
})


def other_word(candidate: Candidate) -> str:
    """A guard: which word of one stands where the other has another one; "" for none."""
    if same_place(candidate) < SAME_WORDING:
        return ""
    replaced = _replaced(words_of(candidate.a), words_of(candidate.b))
    return next((f"{x} against {y}" for x, y in replaced if contrasts(x, y) - _OF_VALUES), "")


def _replaced(a: tuple[str, ...], b: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """One word each, in the same place."""
    for kind, i, i_end, j, j_end in _opcodes(a, b):
        if kind == "replace" and i_end - i == j_end - j:
            yield from zip(a[i:i_end], b[j:j_end], strict=True)


@functools.lru_cache(maxsize=4_096)
def _opcodes(a: tuple[str, ...], b: tuple[str, ...]) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
