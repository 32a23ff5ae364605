"""Who takes part in two occurrences: do the two that it happens to, and the two that do it, fit?

Theme is set against theme and agent against agent, or crosswise: who has done it by one account is by the other one who
it was done to.
"""

from __future__ import annotations

from dataclasses import replace

from claimcheck.lexicon.concepts import concepts
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.deeds import deed_of, is_deed, is_symmetric
from claimcheck.lexicon.own import kept_by_synonyms
from claimcheck.lexicon.predicates import concepts_of, words
from claimcheck.lexicon.spelling import same_words
from claimcheck.model.fact import Occurrence, Party

# How well two parties fit: by name, by what they are, "no one" to anybody, and where one of them is not known.
NAMED, SAME_HEAD, ANYBODY, QUALIFIED, NOT_KNOWN = 1.0, 0.85, 0.75, 0.5, 0.35
# One document says that the name is the other's "gunman".
CALLED_SO = 0.85
_ONE_MORE = ("another ", "other ", "further ")


def parties(a: Occurrence, b: Occurrence) -> tuple[float, float]:
    """How well themes and agents fit, not at all where they only fit crosswise; where nothing is done to anything the
    agents stand for both."""
    if crossed(a, b):
        return 0.0, 0.0
    agent = fit(a.agent, b.agent)
    if not (a.theme.text or b.theme.text or a.theme.general or b.theme.general):
        return agent, agent
    return fit(a.theme, b.theme), agent


def crossed(a: Occurrence, b: Occurrence) -> float:
    """How well the doer of each fits whom the other says it was done to; 0 where they do not, or where it does not
    matter which of two does it. Only of names: police are not one party, nor is what belongs to somebody."""
    if a.kind != "event" or b.kind != "event":
        return 0.0
    deed = deed_of(a.predicate)
    if deed != deed_of(b.predicate) or is_symmetric(deed):
        return 0.0
    if not is_deed(deed) and deed in vague():
        return 0.0
    doers, others = [_by_name(o.agent, deed) for o in (a, b)], [_by_name(o.theme, deed) for o in (a, b)]
    crosswise = tuple(zip(doers, others[::-1], strict=True))
    if any(p.general or p.pronoun for p in (*doers, *others)) or not all(
            _is_name(x, y) or _is_name(y, x) for x, y in crosswise):
        return 0.0
    across = min(fit(*both) for both in crosswise)
    return across if across >= SAME_HEAD and max(fit(*doers), fit(*others)) < SAME_HEAD else 0.0


def _by_name(party: Party, deed: str) -> Party:
    """ "The hunter Oskar Lind" as Oskar Lind: who is alone in a deed, for whom it does not matter what he is. Of what
    is no deed each may well do it to the other, as praise and invite."""
    alone = party.called and not party.beside and is_deed(deed)
    return replace(party, head="", names=party.called) if alone else party


def _is_name(name: Party, other: Party) -> bool:
    """Is the first a name by itself, and the other one too, or the same word taken for a noun?"""
    alone = not other.head or other.words == {other.head}
    return bool(name.names) and not name.head and alone and (bool(other.names) or other.head in name.words)


def fit(a: Party, b: Party) -> float:
    """How well two parties may be one, in [0, 1]; 0 where they are not."""
    if a.names and b.names:
        return _names(a, b)
    if a.general or b.general:
        if a.head and a.head == b.head and a.none != b.none:
            return SAME_HEAD
        return ANYBODY if _anybody(a, b) else 0.0
    if bool(a.names) != bool(b.names):
        named, other = (a, b) if a.names else (b, a)
        if other.head and other.head in named.words and other.head != named.head:
            return CALLED_SO
    if not (a.head and b.head) or (a.head != b.head and {a.head, b.head} & concepts(cues("stand_in"))):
        return NOT_KNOWN
    if a.head == b.head:
        if not (a.pronoun or b.pronoun) and (a.words ^ b.words) & concepts_of("narrowing"):
            return 0.0
        rest = (a.words - {a.head}, b.words - {b.head})
        if a.pronoun or b.pronoun:
            return SAME_HEAD
        if rest[0] & rest[1]:
            return SAME_HEAD
        return QUALIFIED if rest[0] and rest[1] else SAME_HEAD
    if a.pronoun or b.pronoun:
        return SAME_HEAD if {a.head} & b.words or {b.head} & a.words else NOT_KNOWN
    return 0.0 if not (a.names or b.names) else NOT_KNOWN


def other_filler(a: Occurrence, b: Occurrence) -> bool:
    """The same was done to the same thing, once, by doers that are not one: no other event, but another account."""
    if a.predicate != b.predicate or a.predicate not in concepts(cues("once")) or fit(a.theme, b.theme) < SAME_HEAD:
        return False
    if any(c.isdigit() for c in a.theme.text + b.theme.text):
        return False  # shares and amounts of one thing
    if any(o.theme.text.lower().startswith(_ONE_MORE) for o in (a, b)):
        return False
    people = concepts_of("human") | concepts_of("generic")
    anybody = any(not o.theme.head or o.theme.head in people for o in (a, b))
    if anybody and not (a.theme.names & b.theme.names):
        return False
    doers = (a.agent, b.agent)
    if any((x.names or {x.head}) & y.beside for x, y in (doers, doers[::-1])):
        return False  # one account names only some of them
    if bool(a.agent.head) != bool(b.agent.head):
        return False  # "a San Diego lineman" may be Ida Brandt
    vague = any(p.general or p.pronoun or p.head in concepts(cues("any_doer")) for p in doers)
    return all(p.text for p in doers) and not vague and fit(*doers) == 0.0


def _names(a: Party, b: Party) -> float:
    """Names fit where one is part of the other; a pronoun's may hold those of several people."""
    if a.names <= b.names or b.names <= a.names or same_words(a.names, b.names):
        return NAMED
    if (a.pronoun or b.pronoun) and len(a.names & b.names) > 1:
        return NAMED
    return NAMED if len(a.names & b.names) > 1 and a.head == b.head else 0.0


def _anybody(a: Party, b: Party) -> bool:
    """A general word stands for people, or for the same kind of thing ("no shots", "one shot")."""
    if a.general and b.general:
        return not (a.head and b.head and a.none != b.none and a.head != b.head and not _human(a.head, b.head))
    general, other = (a, b) if a.general else (b, a)
    if any(c in "$€£" for c in other.text):
        return False
    if not general.head or general.head in concepts_of("human") | concepts_of("generic"):
        return True
    return general.head == other.head


def _human(*heads: str) -> bool:
    return concepts_of("human").issuperset(heads)


@kept_by_synonyms
def vague() -> frozenset[str]:
    return concepts_of("generic") | concepts(words("light")) | concepts(cues("vague"))
