"""What a pronoun or "the gunman" may stand for.

A pronoun: the nearest earlier subjects of its number and kind, within two sentences. A noun or an age: the one person
whom the document calls so beside the name ("the gunman, Jan Amin", "Jan Amin, 34").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimcheck.detect.clause import SUBJECTS
from claimcheck.extract.names import OTHER_SEX, Roster
from claimcheck.lexicon.concepts import concept, concepts
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.given import is_listed, sex_of
from claimcheck.lexicon.people import is_person
from claimcheck.lexicon.places import is_place
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.tree import children

PERSONAL = OTHER_SEX.keys()
SOMEBODY = "somebody"  # of either sex
THING = frozenset({"it"})
PLURAL = frozenset({"they", "them"})
BACK = 2
MOST = 2
_NO_PERSON = frozenset({"ORG", "GPE", "LOC", "FAC", "DATE", "NORP", "PRODUCT"})
Referent = tuple[ParsedSentence, Token]


class Referents:
    """The subjects of one document."""

    def __init__(self, parsed: Sequence[ParsedSentence], roster: Roster) -> None:
        self._subjects = {p.sentence.index: [t for t in p.tokens if t.pos in ("NOUN", "PROPN")
                                             and (t.dep in SUBJECTS or _is_topic(p, t))] for p in parsed}
        self._objects = {p.sentence.index: [t for t in p.tokens if t.dep == "dobj" and t.pos in ("NOUN", "PROPN")]
                         for p in parsed}
        self._roster = roster
        self._parsed = {p.sentence.index: p for p in parsed}
        self._called: defaultdict[str, set[str]] = defaultdict(set)  # what people are called -> full names
        for sentence in parsed:
            for kind, last in _callings(sentence):
                self._called[kind].add(roster.full_name((last,)))
        self._kinds: defaultdict[str, set[str]] = defaultdict(set)
        for kind, full in ((k, f) for k, names in self._called.items() for f in names):
            self._kinds[full.lower().split()[-1]].add(concept(kind))

    def named(self, parsed: ParsedSentence, noun: Token) -> str:
        """The full name of the one whom the document calls so, "" where it is nobody or several."""
        ages = [t.text.split("-")[0] for t in (noun, *children(parsed, noun, "amod", "compound", "nummod", "npadvmod"))
                if "year-old" in t.text]
        known = self._called.get(ages[0] if ages else _kind(noun.lemma.lower()), set())
        return next(iter(known)) if len(known) == 1 else ""

    def kinds(self, names: frozenset[str]) -> frozenset[str]:
        """Concepts of what the document calls the bearer of a name: gunman, student."""
        return frozenset().union(*(self._kinds[n] for n in names if n in self._kinds))

    def spoken_of(self, parsed: ParsedSentence, token: Token, *, certain: bool = False) -> str:
        """The full name of the person who was spoken of before a token, "" for nobody with a name, or several. Where
        it must be `certain` an object of the sentence before may be meant as well as its subject."""
        word = next((t.text.lower() for t in reversed(parsed.tokens[: token.index + 1])
                     if t.dep in SUBJECTS and t.text.lower() in PERSONAL), SOMEBODY)
        near = [person for _, person in self._before(parsed, token, word)]
        if certain or not near:  # "police arrested Ben Kogel. He was born in 1988"
            objects = self._objects.get(parsed.sentence.index - 1, [])
            near += [t for t in objects if t.pos == "PROPN" and self._fits(word, t)]
        names = {self._roster.full_name((t.text,)) if t.pos == "PROPN" else "" for t in near}
        return next(iter(names)) if len(names) == 1 else ""

    def of(self, parsed: ParsedSentence, pronoun: Token) -> list[Referent]:
        """At most two, nearest first; none for a pronoun that is not personal."""
        return self._before(parsed, pronoun, pronoun.text.lower())

    def _before(self, parsed: ParsedSentence, pronoun: Token, lemma: str) -> list[Referent]:
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
        if pronoun in PERSONAL or pronoun == SOMEBODY:
            return self._is_person(token) and not many and sex_of(self._given(token)) != OTHER_SEX.get(pronoun)
        if pronoun in THING:
            return not self._is_person(token) and not many
        return pronoun in PLURAL and (many or token.lemma in ("police", "crew", "team", "couple"))

    def _given(self, token: Token) -> str:
        """The first word of a full name, "" for a name of one word and for a noun."""
        full = self._roster.full_name((token.text,)) if token.pos == "PROPN" else ""
        return full.rpartition(" ")[0].partition(" ")[0]

    def _is_person(self, token: Token) -> bool:
        """By the lexicons; a name is a person's where it has a given name, or nothing speaks against it."""
        if token.pos == "PROPN":
            return is_listed(self._given(token)) or (token.entity not in _NO_PERSON and not is_place(token.text))
        return is_person(token.lemma.lower())


def _kind(lemma: str) -> str:
    """A shooter is a gunman, but an officer is not the police."""
    return concept(lemma) if concept(lemma) in _person_kinds() else lemma


def _person_kinds() -> frozenset[str]:
    return concepts(cues("person"))


def _is_topic(parsed: ParsedSentence, token: Token) -> bool:
    """The woman of "as for the woman, she ..."."""
    above = parsed.tokens[token.head]
    return token.dep == "pobj" and above.lemma == "for" and above.index == 1 and parsed.tokens[0].lemma.lower() == "as"


def _callings(parsed: ParsedSentence) -> Iterator[tuple[str, str]]:
    """(noun or age, last name) wherever a person's name and what the person is stand together."""
    for name in parsed.tokens:
        if name.pos != "PROPN" or name.dep == "compound" or name.entity in _NO_PERSON:
            continue
        above = parsed.tokens[name.head]
        beside = [*children(parsed, name, "compound", "appos", "amod", "nmod", "nummod"),
                  *([above] if name.dep == "appos" else _predicated(parsed, name, above))]
        for word in beside:
            lemma = word.lemma.lower()
            kind = _kind(lemma)
            if word.pos == "NOUN" and word.tag != "NNS" and (kind in _person_kinds() or lemma in cues("role")):
                yield kind, name.text
            elif word.pos == "NUM" and word.text.isdigit() and word.dep in ("appos", "nummod"):
                yield word.text, name.text


def _predicated(parsed: ParsedSentence, name: Token, above: Token) -> list[Token]:
    """ "Jan Amin was the gunman", "the gunman, identified as Jan Amin", "identified the gunman as Jan Amin"."""
    if name.dep == "nsubj" and above.lemma == "be":
        return [t for t in children(parsed, above, "attr") if t.pos == "NOUN" and not children(parsed, above, "neg")]
    verb = parsed.tokens[above.head]
    if name.dep == "pobj" and above.lemma == "as" and verb.lemma in ("identify", "name"):
        return [parsed.tokens[verb.head]] if verb.dep == "acl" else children(parsed, verb, "dobj", "nsubjpass")
    return []
