"""The words around a value as the encoder of contexts reads them: the value itself is hidden."""

from __future__ import annotations

from claimcheck.embed.context_encoder import MASK
from claimcheck.model.value import Quantity, Timex

# So many words to each side, which may run into the sentence before; longer ones are cut: they are no words.
LEFT, RIGHT = 20, 17
LONGEST = 30
_BREAK = "|"  # between the sentence before and that of the value
# What stands for a value says which sort it is of, and no more.
_SORTS = {"count": "", "age": "years old", "duration": "time", "ordinal": "th"}


def context_of(value: Quantity | Timex, text: str, start: int, end: int, before: str) -> str:
    """The value stands in `text` from `start` to `end`; `before` is the sentence in front of it, or empty."""
    left = [*before.split()[-LEFT:], _BREAK, *text[:start].split()] if before else text[:start].split()
    right = (_sort(value) + text[end:]).split()
    words = [*left[-LEFT:], MASK, *right[:RIGHT]]
    return " ".join(word[:LONGEST] for word in words)


def _sort(value: Quantity | Timex) -> str:
    if isinstance(value, Timex):
        return value.granularity.value
    sort = value.dimension.split(":")[0].split("/")[0]
    return _SORTS.get(sort, sort)
