"""Are two occurrences one event, or one state of one thing?

Predicates must be the same or exclude each other; then the parties are matched, theme to theme and agent to agent, or
crosswise: who has done it by one account is by the other one who it was done to. Polarity is not looked at here.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from claimcheck.lexicon.antonyms import opposed
from claimcheck.lexicon.concepts import concept, concepts, is_event
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.deeds import BEAT, deed_of, is_deed, is_symmetric, two_matches
from claimcheck.lexicon.own import kept_by_synonyms
from claimcheck.lexicon.predicates import concepts_of, words
from claimcheck.lexicon.spelling import same_words
from claimcheck.link.align_places import other_place
from claimcheck.link.statement import Alignment, Candidate, Statement
from claimcheck.model.claim import Factuality
from claimcheck.model.fact import Occurrence, Party
from claimcheck.model.value import Granularity, Timex, is_former

COMPARABLE = 0.5
# "No one was hurt" speaks of all that the story is about, in whatever sentence.
UNIVERSAL = 0.42
THEME, AGENT, CONTEXT, SIMILARITY = 0.45, 0.15, 0.2, 0.2
# How well two parties fit: by name, by what they are, "no one" to anybody, and where one of them is not known.
NAMED, SAME_PHRASE, SAME_HEAD, ANYBODY, NO_AGENT, QUALIFIED, UNKNOWN = 1.0, 0.86, 0.85, 0.75, 0.6, 0.5, 0.35
# One document says that the name is the other's "gunman".
CALLED_SO = 0.85
SHARED_NAMES = 0.7  # the theme of one is not known, but both clauses hold a name
_DAYS = frozenset({Granularity.DAY, Granularity.PART_OF_DAY, Granularity.HOUR, Granularity.MINUTE})
_COARSE = frozenset({Granularity.DECADE, Granularity.YEAR, Granularity.QUARTER, Granularity.MONTH, Granularity.SEASON})
# A time so long before the report is background, not news.
BACKGROUND = timedelta(days=10)
_ONE_MORE = ("another ", "other ", "further ")
# "Voted for the closure", "voted against the closure".
_OPPOSED = (("for", "against"), ("with", "without"))
_SIDES = frozenset({"for", "against"})  # whatever it is called
_OPEN = frozenset({Factuality.POSSIBLE, Factuality.ASKED})


def align_events(candidate: Candidate) -> Alignment:
    """Score and guards of a pair of occurrences; both facts must hold an `Occurrence`. A pair that nothing but
    "hypothetical" keeps apart has the score that it would have."""
    a, b = candidate.a.fact.value, candidate.b.fact.value
    if not (isinstance(a, Occurrence) and isinstance(b, Occurrence)):
        raise TypeError("not occurrences")
    found = _aligned(candidate, a, b)
    doubt = "" if _predicates(a, b) else _hypothetical(candidate)
    if not doubt:
        return found
    return Alignment(found.score if found.comparable else 0.0, (), "hypothetical", doubt, ("other-event",))


def _aligned(candidate: Candidate, a: Occurrence, b: Occurrence) -> Alignment:
    """Without regard to how certain the two are."""
    passed: list[str] = []
    swap = crossed(a, b)
    for name, reason in (
        ("other-event", "" if swap else _predicates(a, b)),
        ("hypothetical", ""),
        ("other-time", _times(candidate)),
        ("other-event", _around(a, b)),
        ("other-event", _occasion(candidate) if swap or deed_of(a.predicate) == deed_of(b.predicate) == BEAT else ""),
    ):
        if reason:
            return Alignment(0.0, (), name, reason, tuple(passed))
        passed.append(name)
    theme, agent = (swap, swap) if swap else parties(a, b)
    if not (a.agent.text or b.agent.text):
        agent = NO_AGENT
    whose = any(o.kind == "some" and o.theme.names for o in (a, b))
    if theme == UNKNOWN and not whose and candidate.a.fact.measure.names & candidate.b.fact.measure.names:
        theme = SHARED_NAMES
    if theme == 0.0 or (agent == 0.0 and not other_filler(a, b)):
        other = (a.theme, b.theme) if theme == 0.0 else (a.agent, b.agent)
        return Alignment(0.0, (), "other-subject", f"{other[0].text} against {other[1].text}", tuple(passed))
    parts = (("theme", THEME, theme), ("agent", AGENT, agent), ("context", CONTEXT, _context(candidate)),
             ("similarity", SIMILARITY, min(1.0, max(0.0, (candidate.similarity - 0.3) / 0.5))))
    steps = tuple(f"{name} {value:.2f} x {weight}" for name, weight, value in parts)
    score = round(sum(weight * value for _, weight, value in parts), 4)
    least = UNIVERSAL if a.theme.none or b.theme.none or "some" in (a.kind, b.kind) else COMPARABLE
    if score < least:
        return Alignment(score, steps, "other-event", f"too little in common ({score:.2f})", tuple(passed))
    return Alignment(score, steps, passed=(*passed, "other-subject"))


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
    if not is_deed(deed) and deed in _vague():
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
        return UNKNOWN
    if a.head == b.head:
        if not (a.pronoun or b.pronoun) and (a.words ^ b.words) & concepts_of("narrowing"):
            return 0.0
        rest = (a.words - {a.head}, b.words - {b.head})
        if a.pronoun or b.pronoun:
            return SAME_HEAD
        if rest[0] & rest[1]:
            return SAME_PHRASE
        return QUALIFIED if rest[0] and rest[1] else SAME_HEAD
    if a.pronoun or b.pronoun:
        return SAME_HEAD if {a.head} & b.words or {b.head} & a.words else UNKNOWN
    return 0.0 if not (a.names or b.names) else UNKNOWN


def other_filler(a: Occurrence, b: Occurrence) -> bool:
    """The same was done to the same thing, once, by doers that are not one: no other event, but another account."""
    if a.predicate != b.predicate or a.predicate not in concepts(cues("once")) or fit(a.theme, b.theme) < SAME_HEAD:
        return False
    if any(c.isdigit() for c in a.theme.text + b.theme.text):
        return False  # shares and amounts of one thing
    if any(o.theme.text.lower().startswith(_ONE_MORE) for o in (a, b)):
        return False
    anybody = not a.theme.head or a.theme.head in concepts_of("human") | concepts_of("generic")
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


def _predicates(a: Occurrence, b: Occurrence) -> str:
    named = any(o.kind == "some" and o.theme.names for o in (a, b))
    people = not named and "some" in (a.kind, b.kind) and a.predicate in concepts_of("human")
    if (a.predicate in _vague() or (people and not is_event(a.predicate))) and not other_place(a, b):
        return f"{a.predicate} says too little"
    if "some" in (a.kind, b.kind) and not (is_event(a.predicate) or a.kind == b.kind):
        return f"{a.predicate} is no event"
    if a.predicate == b.predicate or opposed(a.predicate, b.predicate):
        return ""
    return f"{a.predicate} against {b.predicate}"


@kept_by_synonyms
def _vague() -> frozenset[str]:
    return concepts_of("generic") | concepts(words("light")) | concepts(cues("vague"))


def _hypothetical(candidate: Candidate) -> str:
    unanswered = [_occurrence(s).unanswered for s in (candidate.a, candidate.b)]
    for statement, left_open in zip((candidate.a, candidate.b), unanswered, strict=True):
        if left_open and not all(unanswered):
            continue
        if statement.fact.measure.conditional or statement.claim.factuality in _OPEN:
            return "one is only possible"
    a, b = (s.claim.factuality is Factuality.PLANNED for s in (candidate.a, candidate.b))
    speakers = {s.claim.speaker for s in (candidate.a, candidate.b)}
    one_speaker = len(speakers) == 1 and "" not in speakers
    refused = any(_occurrence(s).refused for s in (candidate.a, candidate.b))
    if a != b and not (refused or one_speaker or _same_day(candidate)):
        return "one is only planned"
    return ""


def _occurrence(statement: Statement) -> Occurrence:
    value = statement.fact.value
    if not isinstance(value, Occurrence):
        raise TypeError("not an occurrence")
    return value


def _same_day(candidate: Candidate) -> bool:
    a, b = ({t.value for t in _days(s)} for s in (candidate.a, candidate.b))
    return bool(a & b)


def _days(statement: Statement) -> list[Timex]:
    times = [*statement.fact.measure.scope, *(f.value for f in statement.claim.facts if isinstance(f.value, Timex))]
    return [t for t in times if t.granularity in _DAYS and t.resolved and not is_former(t)]


def _times(candidate: Candidate) -> str:
    a, b = candidate.a, candidate.b
    old = [next((t for t in s.fact.measure.scope if _is_background(t, s)), None) for s in (a, b)]
    if bool(old[0]) != bool(old[1]) and not (
            _one_birth(_occurrence(a), _occurrence(b)) or _denied_altogether(_occurrence(a), _occurrence(b))):
        return "only one is background"
    for x in a.fact.measure.scope:
        for y in b.fact.measure.scope:
            fine = (x.granularity in _DAYS) == (y.granularity in _DAYS)
            if fine and x.start and x.end and y.start and y.end and (x.end <= y.start or y.end <= x.start):
                return f"{x.value} against {y.value}"
    return ""


def _one_birth(a: Occurrence, b: Occurrence) -> bool:
    """Everybody is born once, however long before the report."""
    return a.predicate == b.predicate == concept("bear") and bool(a.theme.names & b.theme.names)


def _denied_altogether(a: Occurrence, b: Occurrence) -> bool:
    """ "No inspection found cracks" speaks of those long ago too."""
    return any(x.none != y.none and x.head and x.head == y.head for x, y in ((a.theme, b.theme), (a.agent, b.agent)))


def _is_background(time: Timex, statement: Statement) -> bool:
    if time.end is None or statement.published is None:
        return time.granularity in _COARSE and statement.published is None
    return statement.published - time.end.date() > BACKGROUND


def _around(a: Occurrence, b: Occurrence) -> str:
    """The same preposition with other words: "of fraud" is not "of forgery"; another place is another account."""
    if deed_of(a.predicate) != deed_of(b.predicate):
        x, y = (frozenset().union(*(w for _, w in o.around)) - concepts_of("counter") for o in (a, b))
        if x and y and not x & y:
            return f"{' '.join(sorted(x)[:2])} against {' '.join(sorted(y)[:2])}"
    left, right = _by_preposition(a), _by_preposition(b)
    for one, other in (*_OPPOSED, *(turned[::-1] for turned in _OPPOSED)):
        if one in left and other in right and (one in _SIDES or left[one] & right[other]):
            return f"{one} against {other}"
    for preposition in sorted(left.keys() & right.keys()):
        x, y = left[preposition] - concepts_of("counter"), right[preposition] - concepts_of("counter")
        if x and y and not x & y and not same_words(x, y):
            if not (a.negated or b.negated) and other_place(a, b):
                continue
            return f"{preposition} {' '.join(sorted(x)[:2])} against {preposition} {' '.join(sorted(y)[:2])}"
    return ""


def _occasion(candidate: Candidate) -> str:
    return two_matches(candidate.a.claim.text, candidate.b.claim.text)


def _by_preposition(occurrence: Occurrence) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for preposition, words_ in occurrence.around:
        found[preposition] = found.get(preposition, frozenset()) | words_
    return found


def _context(candidate: Candidate) -> float:
    a, b = candidate.a.fact.measure, candidate.b.fact.measure
    left, right = a.context | a.names, b.context | b.names
    return len(left & right) / max(3, min(len(left), len(right))) if left and right else 0.0
