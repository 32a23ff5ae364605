"""Whose age it is, in words for readers."""

from __future__ import annotations

from claimcheck.detect.measure import Setting
from claimcheck.detect.phrases import noun_words
from claimcheck.model.parse import Token
from claimcheck.model.tree import children

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def age_label(setting: Setting, holder: Token | None, *, average: bool = False) -> str:
    """ "age of Ann Lee", "age of the hiker"."""
    if average:
        return "average age"
    if holder is None or holder.lemma.lower() == "age":
        name = noun_words(setting, holder) if holder is not None else ""
        return name if "age" in name.split() else f"{name} age".strip()  # "had an average age of 63"
    names = children(setting.parsed, holder, "compound")
    if holder.text.lower().rstrip(".") in _SUFFIXES and names:
        holder = names[-1]
    some = holder.pos == "PROPN" and not children(setting.parsed, holder, "det")  # not "a 52-year-old Croatian"
    if holder.pos == "PROPN" and not some and holder.entity != "PERSON":
        return f"age of the {holder.text}"
    return f"age of {holder.text}" if holder.pos == "PROPN" else f"age of the {holder.text.lower()}"
