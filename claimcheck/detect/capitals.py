"""Which words of a text are names, and keep their capitals in a label."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.lexicon.frequency import is_unlisted
from claimcheck.lexicon.people import is_person
from claimcheck.lexicon.predicates import words
from claimcheck.model.parse import Token


def spelled(tokens: Iterable[Token]) -> str:
    """The tokens with the blanks of the text; the first one has a capital only where it is a name."""
    parts: list[str] = []
    last: Token | None = None
    for token in tokens:
        name = is_name(token) or any(letter.isupper() for letter in token.text[1:])  # "EU", "mAh"
        text = token.text if name and token.text.lower() not in ("the", "a", "an") else token.text.lower()
        parts.append(("" if last is None or last.span.end == token.span.start else " ") + text)
        last = token
    return "".join(parts).strip(" ,;:-–\"'“”‘’")


def is_name(token: Token) -> bool:
    """ "Turnout" and "Campers" are none, though sentences begin with them; "Galt" is one, whatever the parser takes it
    for."""
    unlisted = is_unlisted(token.text, token.lemma)
    derived = is_person(token.lemma) or token.lemma.lower().endswith(("er", "or", "ist", "ian"))
    many = token.tag == "NNS" and (derived or not unlisted)  # "Skarnes, founded in 2017" are no skarnes
    if token.index == 0 and (token.text.lower() in words("shares") or many) and token.text != "Ms":
        return False
    if token.pos == "PROPN" or token.entity:
        return True
    capital = token.text[:1].isupper() and token.text[1:].islower()
    return capital and unlisted
