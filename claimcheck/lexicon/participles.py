"""The past participle of a verb, for labels: "employ" to "employed", "take" to "taken"."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources

# One syllable with one vowel before its last letter ("stop"), which is written twice.
_DOUBLED = re.compile(r"(?:qu|[^aeiouqwxy])*[aeiou][bdgklmnprt]")


def participle(lemma: str) -> str:
    """The participle of a lemma in lower case."""
    verb = lemma.lower()
    if verb in _irregular():
        return _irregular()[verb]
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2:-1] not in ("a", "e", "o", "u"):
        return f"{verb[:-1]}ied"
    return f"{verb}{verb[-1]}ed" if _DOUBLED.fullmatch(verb) and len(verb) > 2 else f"{verb}ed"


@functools.cache
def _irregular() -> dict[str, str]:
    text = resources.files("claimcheck.lexicon").joinpath("participles.toml").read_text(encoding="utf-8")
    return dict(tomllib.loads(text)["irregular"])
