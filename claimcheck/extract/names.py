"""Proper names in one document and the roles that stand beside them.

The named entities of a small model are not reliable enough (it takes a president for an organisation), so names are
runs of capitalised proper nouns, and roles come from a lexicon.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.lexicon.calendar import calendar_words
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.given import is_listed, sex_of
from claimcheck.lexicon.names import is_established
from claimcheck.lexicon.people import is_person
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.span import Span
from claimcheck.model.tree import children, subtree

_JOINERS = frozenset({"-", "–", "'", "’", "de", "al", "bin", "van", "von", "der", "del", "la", "el"})
_LINKS = ("of", "for")
_FIRMS = frozenset({"Co", "Company", "Corp", "Group", "Holdings", "Inc", "Industries", "Jr", "Ltd", "Plc", "UK", "USA"})
_PAIR = 2  # a given name and a surname
# Pronouns for one person, and the sex that is not theirs.
OTHER_SEX = {"he": "woman", "him": "woman", "she": "man", "her": "man"}


@dataclass(frozen=True, slots=True)
class Mention:
    """One occurrence of a name: its words without titles, the lemmas of the roles beside it and where it stands."""

    words: tuple[str, ...]
    span: Span
    roles: tuple[str, ...] = ()
    organisation: str = ""  # "Kremlin" in "Kremlin spokesman"
    apposed: str = ""  # "goalkeeper" in "the goalkeeper, Lindqvist", whether it is a role of the lexicon or not

    @property
    def full(self) -> str:
        return " ".join(self.words)

    @property
    def last(self) -> str:
        return self.words[-1]


def find_mentions(parsed: ParsedSentence) -> tuple[Mention, ...]:
    """The names of one sentence in the order of the text."""
    return tuple(m for run in _runs(parsed) for m in _mention(parsed, run))


def _runs(parsed: ParsedSentence) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in parsed.tokens:
        joins = bool(run) and token.text in _JOINERS and _next_is_name(parsed, token)
        if _is_name(token) or joins:
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_name(token: Token) -> bool:
    return token.pos == "PROPN" and token.text[:1].isupper()


def _next_is_name(parsed: ParsedSentence, token: Token) -> bool:
    after = token.index + 1
    return after < len(parsed.tokens) and _is_name(parsed.tokens[after])


def _mention(parsed: ParsedSentence, run: list[Token]) -> Iterator[Mention]:
    """Cut "Kremlin Spokesman Dmitry Petrov" into an organisation, a role and the name, and a day off before one."""
    run = run[1:] if _begins_with_day(parsed, run) else run
    cut = 0
    for place, token in enumerate(run[:-1]):
        if token.lemma.lower().rstrip(".") in cues("role") | cues("title") or _is_what_one_is(run, place):
            cut = place + 1
    head, name = run[:cut], run[cut:]
    if not name or not _is_name(name[-1]):
        return
    roles = [t.lemma.lower() for t in head if t.lemma.lower() in cues("role")]
    organisation = " ".join(t.text for t in head if t.lemma.lower().rstrip(".") not in cues("role") | cues("title"))
    roles_beside, place_beside = _beside(parsed, name[-1])
    span = Span(name[0].span.start, name[-1].span.end)
    words = tuple(_joined(name))
    yield Mention(words, span, tuple(dict.fromkeys([*roles, *roles_beside])), organisation or place_beside,
                  _apposed(parsed, name[-1]))


def _is_what_one_is(run: Sequence[Token], place: int) -> bool:
    """The "Baker" of "Baker Ida Brandt", where a sentence begins; Hunter S. Thompson is called so."""
    word = run[place].lemma.lower()
    if place or run[0].index or len(run) != 3 or not is_person(word) or is_established(word):
        return False
    firm = run[-1].text.rstrip(".") in _FIRMS or run[-1].text.lower() in cues("facility")
    return not firm and is_listed(run[1].text)


def _begins_with_day(parsed: ParsedSentence, run: Sequence[Token]) -> bool:
    """ "On Tuesday Ida Brandt"; Sunday Oliseh is called so."""
    before = parsed.tokens[run[0].index - 1].text.lower() if run[0].index else ""
    return before == "on" and len(run) > _PAIR and run[0].text.lower() in calendar_words().weekdays


def _joined(name: Sequence[Token]) -> Iterator[str]:
    """Words of a name; parts that stand together without a blank ("Jean-Marie") are one word."""
    word = ""
    end = -1
    for token in name:
        if word and token.span.start != end:
            yield word
            word = ""
        word += token.text
        end = token.span.end
    yield word


def _beside(parsed: ParsedSentence, name: Token) -> tuple[list[str], str]:
    """Roles in front of ("the presidential spokesman X") or behind a name ("X, a spokesman for Y")."""
    roles: list[str] = []
    organisation = ""
    for token in children(parsed, name, "compound", "appos", "amod", "nmod"):
        if token.pos == "NOUN" and token.lemma in cues("role"):
            roles.append(token.lemma)
            organisation = organisation or _of_organisation(parsed, token)
    head = parsed.tokens[name.head]
    if name.dep == "appos" and head.lemma in cues("role"):
        roles.append(head.lemma)
        organisation = organisation or _of_organisation(parsed, head)
    return roles, organisation


def _without_complement(tokens: Sequence[Token], name: list[Token]) -> list[Token]:
    """The names but for that of "police in Ostra", "farmers near Ostra", "an engineer at Dunlin", "the mayor of Ostra"
    and "Ida Brandt of Ostra": where somebody is or is from, and what he is the head of, does not speak."""
    inside = {t.index: t for t in tokens}
    top = next((t for t in tokens if t.head not in inside or t.head == t.index), None)
    prepositions = _prepositions(inside, name[-1]) if name else []
    if top is None or not prepositions or prepositions[-1].lemma.lower() == "for":
        return name
    if top.entity == "PERSON":
        return [t for t in name if t.index <= top.index]
    outer = prepositions[-1]
    if outer.head != top.index or (len(prepositions) > 1 and all(p.lemma.lower() == "of" for p in prepositions)):
        return name  # "the governor of the Bank of Ostra"
    before = [t for t in name if t.index < outer.index]
    if outer.lemma.lower() == "of":
        return [] if top.pos == "NOUN" and not before else name
    return _without_complement(tokens, before) if len(before) < len(name) else name


def _before_owner(tokens: Sequence[Token], name: list[Token]) -> list[Token]:
    """The words of names without those of an owner at the end: "Ida Brandt, Toyota's counsel"."""
    if not name or not _is_owner(tokens, name[-1]):
        return name
    inside = {t.index for t in tokens}
    comma = next((place for place in range(name[-1].index, tokens[0].index, -1) if place not in inside), 0)
    return [t for t in name if t.index < comma]


def _is_owner(tokens: Sequence[Token], name: Token) -> bool:
    """ "Finland's coast guard" speaks, and not Finland; "Brandt's statement" is what Brandt says."""
    owned = next((t for t in tokens if t.index == name.head and t.index != name.index), None)
    return name.dep == "poss" and owned is not None and owned.lemma.lower() not in _words_said()


@functools.cache
def _words_said() -> frozenset[str]:
    return cues("words_of") | cues("hearsay") | cues("count_noun") | cues("tale") | cues("result")


def _owner_of_body(speaker: str) -> str:
    """Whom "she" stands for behind "Ida Brandt's office said". Behind "Finland's army said" it is nobody of these, and
    who is meant behind "Ida Brandt's lawyer said" is not known."""
    owner, _, body = speaker.replace("’", "'").partition("'s ")
    if not body:
        return speaker
    return owner if is_listed(owner.partition(" ")[0]) and not is_person(body.rpartition(" ")[2].lower()) else ""


def _prepositions(inside: Mapping[int, Token], token: Token) -> list[Token]:
    """Those through which a name hangs on what is above it, the nearest first."""
    found: list[Token] = []
    seen: set[int] = set()
    while token.head in inside and token.index not in seen:
        seen.add(token.index)
        token = inside[token.head]
        found += [token] if token.dep == "prep" else []
    return found


def _linked(tokens: Sequence[Token], name: Sequence[Token]) -> str:
    """The whole of a name that goes over a preposition: "University of Ostra", "Church of the Holy Cross"; else ""."""
    inside = {t.index: t for t in tokens}
    first = last = name[-1] if name else None
    while first is not None and first.dep == "pobj":
        preposition = inside.get(first.head)
        above = inside.get(preposition.head) if preposition is not None and preposition.lemma in _LINKS else None
        if above is None or not _is_name(above) or above.entity == "PERSON":
            break
        first = above
    if first is None or last is None or first is last:
        return ""
    start = next((t.index for t in name if t.head == first.index and t.dep == "compound"), first.index)
    whole = [t for t in tokens if start <= t.index <= last.index]
    return "" if any(t.tag == "POS" for t in whole) else " ".join(t.text for t in whole)


def _apposed(parsed: ParsedSentence, name: Token) -> str:
    """The noun beside a name that only one has: "the goalkeeper, Lindqvist", "Lindqvist, their goalkeeper"."""
    nouns = children(parsed, name, "appos")
    nouns += [parsed.tokens[name.head]] if name.dep == "appos" else []
    return next((t.lemma for t in nouns if t.tag == "NN" and any(
        d.dep == "poss" or d.lemma.lower() == "the" for d in children(parsed, t, "det", "poss"))), "")


def _of_organisation(parsed: ParsedSentence, role: Token) -> str:
    inside = [t for t in subtree(parsed, role, without=frozenset({"relcl", "appos", "acl"})) if t.pos == "PROPN"]
    return " ".join(t.text for t in inside)


class Roster:
    """The names of one document, to find the full name behind a short form, a role or a pronoun."""

    def __init__(self, mentions: Sequence[tuple[int, Mention]]) -> None:
        """`mentions` are (sentence index, mention) in the order of the text."""
        self._by_last: dict[str, Mention] = {}
        self._by_role: dict[str, list[tuple[int, str]]] = {}
        self._order = [(sentence, m) for sentence, m in mentions]
        for sentence, mention in mentions:
            known = self._by_last.get(mention.last)
            if known is None or len(mention.words) > len(known.words):
                self._by_last[mention.last] = mention
            for role in mention.roles:
                self._by_role.setdefault(role, []).append((sentence, mention.last))

    def full_name(self, words: Sequence[str]) -> str:
        """The fullest form of a name that ends in the same word."""
        known = self._by_last.get(words[-1]) if words else None
        return known.full if known else " ".join(words)

    def by_role(self, role: str, sentence: int) -> str:
        """Who holds the role: the last one named in or before `sentence`, else the first one named after it."""
        holders = self._by_role.get(role, [])
        before = [last for at, last in holders if at <= sentence]
        last = before[-1] if before else holders[0][1] if holders else ""
        return self.full_name((last,)) if last else ""

    def speaker(self, tokens: Sequence[Token], sentence: int, before: Sequence[str]) -> str:
        """The full name of the speaker that `tokens` name; `before` are those who spoke before, for pronouns: "she" is
        nobody whose given name is a man's."""
        if len(tokens) == 1 and tokens[0].lemma.lower() in OTHER_SEX:
            other = OTHER_SEX[tokens[0].lemma.lower()]
            named = filter(None, map(_owner_of_body, reversed(before)))
            return next((name for name in named if sex_of(name.partition(" ")[0]) != other), "")
        role = next((t.lemma for t in reversed(tokens) if t.pos == "NOUN" and t.lemma in cues("role")), "")
        name = [t for t in tokens if _is_name(t)]
        name = _without_complement(tokens, name)
        name = _before_owner(tokens, name)
        if linked := _linked(tokens, name):
            return linked
        trailing = name and (not role or tokens[-1].pos == "PROPN" or name[-1].dep in ("nsubj", "pobj", "ROOT"))
        if trailing and name[-1].dep != "compound":
            last = [t for t in name if t.lemma.lower() not in cues("role") | cues("title")]
            full = self.full_name([t.text for t in last]) if last else ""
            if full:
                return full
        # "No fewer than 40 doctors" is fewer than 40 without its "no".
        phrase = " ".join(t.text for t in tokens if t.pos != "DET" or t.lemma.lower() == "no")
        return (self.by_role(role, sentence) if role else "") or phrase

    def holders(self) -> list[Mention]:
        """Names with a role, fullest form, first mention's span; one a name and role, in the order of the text."""
        found: dict[tuple[str, str], Mention] = {}
        for _, mention in self._order:
            for role in mention.roles:
                found.setdefault((mention.last, role), mention)
        return list(found.values())
