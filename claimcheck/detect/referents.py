"""What a pronoun may stand for: the nearest earlier subjects of its number and kind, within two sentences."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.detect.clause import SUBJECTS
from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.places import is_place
from claimcheck.lexicon.predicates import words
from claimcheck.model.parse import ParsedSentence, Token

PERSONAL = frozenset({"he", "she", "him", "her"})
THING = frozenset({"it"})
PLURAL = frozenset({"they", "them"})
BACK = 2
MOST = 2
Referent = tuple[ParsedSentence, Token]


class Referents:
    """The subjects of one document."""

    def __init__(self, parsed: Sequence[ParsedSentence]) -> None:
        self._subjects = {p.sentence.index: [t for t in p.tokens if t.dep in SUBJECTS and t.pos in ("NOUN", "PROPN")]
                          for p in parsed}
        self._parsed = {p.sentence.index: p for p in parsed}

    def of(self, parsed: ParsedSentence, pronoun: Token) -> list[Referent]:
        """At most two, nearest first; none for a pronoun that is not personal."""
        lemma = pronoun.text.lower()
        found: list[Referent] = []
        here = parsed.sentence.index
        for sentence in range(here, here - BACK - 1, -1):
            subjects = self._subjects.get(sentence, [])
            if sentence == here:
                subjects = [t for t in subjects if t.index < pronoun.index][::-1]
            found += [(self._parsed[sentence], t) for t in subjects if _fits(lemma, t)]
        return found[:MOST]


def _fits(pronoun: str, token: Token) -> bool:
    if pronoun in PERSONAL:
        return is_person(token) and token.tag not in ("NNS", "NNPS")
    if pronoun in THING:
        return not is_person(token) and token.tag not in ("NNS", "NNPS")
    return pronoun in PLURAL and (token.tag in ("NNS", "NNPS") or token.lemma in ("police", "crew", "team", "couple"))


def is_person(token: Token) -> bool:
    """By the lexicons of roles and of people, and for names by what they are not."""
    if token.pos == "PROPN":
        return token.entity not in ("ORG", "GPE", "LOC", "FAC", "DATE", "NORP", "PRODUCT") and not is_place(token.text)
    lemma = token.lemma.lower()
    return lemma in cues("role") | cues("person") or concept(lemma) in words("human")
