"""Words that hint at a figure or a time without being one that is read: "both", "twins", "no one", "hours later"."""

from __future__ import annotations

import re

_WORDS = frozenset(
    """
    no none nobody neither either both all every each most few many majority minority unanimous unanimously
    single sole lone alone once twice thrice double triple pair pairs couple couples duo duos trio trios quartet
    quartets twin twins triplet triplets half halves quarter quarters third thirds score scores
    moment moments second seconds minute minutes hour hours day days week weeks month months year years decade decades
    century centuries daily weekly monthly yearly annual annually
    dawn morning noon afternoon dusk evening eve night midnight spring summer autumn fall winter
    """.split()  # noqa: SIM905 - a list of words to read, not a list of quotation marks
)
_WORD = re.compile(r"[^\W\d_]+")
# In capitals, and "V" or "X" alone; "I" is mostly a word.
_ROMAN = re.compile(r"\b(?:[IVXLCDM]{2,}|[VX])\b")


def hints_at_value(text: str) -> bool:
    return bool(_ROMAN.search(text)) or not _WORDS.isdisjoint(_WORD.findall(text.lower()))
