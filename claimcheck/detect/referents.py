"""What a pronoun may stand for: the nearest earlier subjects of its number and kind, within two sentences."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.detect.clause import SUBJECTS
from claimcheck.extract.names import Roster
from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.names import is_established
from claimcheck.lexicon.places import is_place
from claimcheck.lexicon.predicates import words
from claimcheck.model.parse import ParsedSentence, Token

PERSONAL = frozenset({"he", "she", "him", "her"})
THING = frozenset({"it"})
PLURAL = frozenset({"they", "them"})
BACK = 2
MOST = 2
_NO_PERSON = frozenset({"ORG", "GPE", "LOC", "FAC", "DATE", "NORP", "PRODUCT"})
Referent = tuple[ParsedSentence, Token]


class Referents:
    """The subjects of one document."""

    def __init__(self, parsed: Sequence[ParsedSentence], roster: Roster) -> None:
        self._subjects = {p.sentence.index: [t for t in p.tokens if t.dep in SUBJECTS and t.pos in ("NOUN", "PROPN")]
                          for p in parsed}
        self._objects = {p.sentence.index: [t for t in p.tokens if t.dep == "dobj" and t.pos in ("NOUN", "PROPN")]
                         for p in parsed}
        self._roster = roster
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
            if pronoun.dep == "dobj" and sentence == here:  # "brushed the wasp off and killed it"
                before = [t for t in self._objects[here] if t.index < pronoun.index]
                subjects = [*before[::-1], *subjects]
            found += [(self._parsed[sentence], t) for t in subjects if self._fits(lemma, t)]
        return found[:MOST]

    def _fits(self, pronoun: str, token: Token) -> bool:
        many = token.tag in ("NNS", "NNPS")
        if pronoun in PERSONAL:
            return self._is_person(token) and not many
        if pronoun in THING:
            return not self._is_person(token) and not many
        return pronoun in PLURAL and (many or token.lemma in ("police", "crew", "team", "couple"))

    def _is_person(self, token: Token) -> bool:
        """By the lexicons; a name is a person's where it has a given name, or nothing speaks against it."""
        if token.pos == "PROPN":
            full = self._roster.full_name((token.text,)).split()
            if len(full) > 1 and is_established(full[0]):
                return True
            return token.entity not in _NO_PERSON and not is_place(token.text)
        lemma = token.lemma.lower()
        return lemma in cues("role") | cues("person") or concept(lemma) in words("human")
