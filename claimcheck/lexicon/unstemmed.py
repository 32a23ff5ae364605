"""Stems back to words, for readers: reasons name concepts, and those of no class are stems ("emot")."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.frequency import UNLISTED, rarity

_WORD = re.compile(r"[^\W\d_]{3,}")


def unstemmed(reason: str, said: Iterable[str]) -> str:
    """The reason with a word of the texts that it is about in place of each stem that is no word itself."""
    words = {concept(word): word for text in said for word in reversed(_WORD.findall(text.lower()))}
    return _WORD.sub(lambda found: words.get(found[0], found[0]) if rarity(found[0]) == UNLISTED else found[0], reason)
