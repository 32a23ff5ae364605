"""Where something happened: names behind prepositions of place, directions from a place, parts of the body."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.detect.clause import is_whom
from claimcheck.lexicon.body import parts
from claimcheck.lexicon.calendar import calendar_words
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.places import country_of, region_of
from claimcheck.model.fact import Place
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.tree import children, span_of, subtree

_INNER = frozenset({"relcl", "acl", "advcl", "prep", "punct", "cc", "conj", "appos", "npadvmod"})


def places_of(parsed: ParsedSentence, token: Token) -> tuple[Place, ...]:
    """The places that `token`, a verb or a noun, is said to be at."""
    found: list[Place] = []
    for adverb in children(parsed, token, "advmod", "npadvmod", "prep"):
        found += _direction(parsed, adverb)
    for preposition in children(parsed, token, "prep"):
        for object_ in children(parsed, preposition, "pobj"):
            for one in (object_, *children(parsed, object_, "conj")):  # "in the chest and the neck"
                if not (_is_wider(parsed, one) or is_whom(parsed, one)):
                    found += _place(parsed, preposition, one)
    return tuple(found)


def _place(parsed: ParsedSentence, preposition: Token, object_: Token) -> Iterator[Place]:
    if object_.lemma.lower() in parts():
        yield _part(parsed, object_)
    elif object_.pos == "PROPN" and preposition.lemma.lower() in cues("place"):
        names = tuple(_names(parsed, object_))
        if names and not _is_date(names[0]):
            yield Place(span_of([preposition, *_phrase(parsed, object_)]), "place", names)
    elif object_.lemma.lower() in cues("compass"):
        yield from _direction(parsed, object_)


def _is_wider(parsed: ParsedSentence, name: Token) -> bool:
    """The state or country of "in Toledo, Ohio, and raised", which the parser takes for a place beside the town."""
    head = parsed.tokens[name.head]
    known = region_of(name.text) or country_of(name.text) == name.text
    return name.dep == "conj" and bool(known) and not region_of(head.text) and not children(parsed, head, "cc")


def _is_date(name: str) -> bool:
    """ "In June", "at 11.47 Greenwich Mean Time" are no places."""
    found = calendar_words()
    told = any(name.lower() in table for table in (found.months, found.weekdays, found.zones))
    return told or name.lower().endswith(" time")


def _part(parsed: ParsedSentence, noun: Token) -> Place:
    side = next((t.lemma.lower() for t in children(parsed, noun, "amod", "compound")
                 if t.lemma.lower() in ("left", "right")), "")
    return Place(span_of(_phrase(parsed, noun)), "body", (noun.lemma.lower(),), side)


def _direction(parsed: ParsedSentence, word: Token) -> Iterator[Place]:
    """ "South of Harrow"."""
    if word.lemma.lower() not in cues("compass"):
        return
    for of in children(parsed, word, "prep"):
        for anchor in children(parsed, of, "pobj"):
            if of.lemma == "of" and anchor.pos == "PROPN":
                names = tuple(_names(parsed, anchor))
                yield Place(span_of([word, *_phrase(parsed, anchor)]), "direction", names, word.lemma.lower())


def _names(parsed: ParsedSentence, name: Token) -> Iterator[str]:
    """ "Harrow, Ohio" -> "Harrow", "Ohio"; "the town of Harrow in Ohio" is left to its preposition."""
    yield " ".join(t.text for t in _phrase(parsed, name) if t.pos == "PROPN")
    for wider in children(parsed, name, "appos", "npadvmod", "conj"):
        if wider.pos == "PROPN" and not is_whom(parsed, wider) and (wider.dep != "conj" or _is_wider(parsed, wider)):
            yield " ".join(t.text for t in _phrase(parsed, wider) if t.pos == "PROPN")
    for inside in children(parsed, name, "prep"):
        for object_ in children(parsed, inside, "pobj"):
            if object_.pos == "PROPN" and inside.lemma.lower() in cues("place"):
                yield from _names(parsed, object_)


def _phrase(parsed: ParsedSentence, noun: Token) -> list[Token]:
    return subtree(parsed, noun, without=_INNER)
