"""What tells two occurrences apart: what is said of each, how certain, when, and the words behind its prepositions."""

from __future__ import annotations

from datetime import timedelta

from claimcheck.lexicon.antonyms import opposed
from claimcheck.lexicon.calendar import day_and_month_names
from claimcheck.lexicon.concepts import concept, is_event
from claimcheck.lexicon.deeds import BEAT, deed_of, two_matches
from claimcheck.lexicon.predicates import concepts_of
from claimcheck.lexicon.spelling import same_words
from claimcheck.link.align_places import other_place
from claimcheck.link.parties import QUALIFIED, crossed, other_filler, parties, vague
from claimcheck.link.statement import Statement
from claimcheck.model.claim import Factuality
from claimcheck.model.fact import Occurrence
from claimcheck.model.value import Granularity, Timex, is_former

_DAYS = frozenset({Granularity.DAY, Granularity.PART_OF_DAY, Granularity.HOUR, Granularity.MINUTE})
_COARSE = frozenset({Granularity.DECADE, Granularity.YEAR, Granularity.QUARTER, Granularity.MONTH, Granularity.SEASON})
# A time so long before the report is background, not news.
_LONG_AGO = timedelta(days=10)
BACKGROUND = "only one is background"
# "Voted for the closure", "voted against the closure".
_OPPOSED = (("for", "against"), ("with", "without"))
_SIDES = frozenset({"for", "against"})  # whatever it is called
_OPEN = frozenset({Factuality.POSSIBLE, Factuality.ASKED})


def kept_apart(one: Statement, other: Statement) -> tuple[str, str]:
    """The guard that speaks against it that both tell of one event, and what it says; two empty strings where none
    does. Both facts must hold an `Occurrence`; their predicates are not looked at."""
    a, b = occurrence_of(one), occurrence_of(other)
    said = (("other-time", other_time(one, other)), ("other-event", other_words_behind(a, b)),
            ("other-subject", other_party(a, b)))
    return next((found for found in said if found[1]), ("", ""))


def is_contrasted(one: Statement, other: Statement) -> bool:
    """Is anything named that makes it another event: what a guard names, other people or swapped ones, another one of a
    kind ("the farm bill", "the tax bill"), or no name in common ("in Bristol", "in Cardiff")? It may be a conflict or
    another desk's words, but is no agreement to rely on. It holds of 95 of 415 labelled pairs of one event that are .85
    likely to be, and of some 55 of 92 look-alikes by a reviewer that were told without it."""
    fits = parties(occurrence_of(one), occurrence_of(other))
    if kept_apart(one, other)[0] or min(fits) == 0.0 or QUALIFIED in fits:
        return True
    names = [s.fact.measure.names - day_and_month_names() for s in (one, other)]
    return all(names) and not names[0] & names[1] and not same_words(*names)


def other_predicate(a: Occurrence, b: Occurrence) -> str:
    """Predicates must be the same or exclude each other, and say something."""
    named = any(o.kind == "some" and o.theme.names for o in (a, b))
    people = not named and "some" in (a.kind, b.kind) and a.predicate in concepts_of("human")
    little = not vague().isdisjoint({a.predicate, b.predicate})
    if (little or (people and not is_event(a.predicate))) and not other_place(a, b):
        return f"{a.predicate} says too little"
    if "some" in (a.kind, b.kind) and not (is_event(a.predicate) or a.kind == b.kind):
        return f"{a.predicate} is no event"
    if a.predicate == b.predicate or opposed(a.predicate, b.predicate):
        return ""
    return f"{a.predicate} against {b.predicate}"


def hypothetical(one: Statement, other: Statement) -> str:
    """One is possible or planned, the other is not."""
    both = (one, other)
    unanswered = [occurrence_of(s).unanswered for s in both]
    for statement, left_open in zip(both, unanswered, strict=True):
        if left_open and not all(unanswered):
            continue
        if statement.fact.measure.conditional or statement.claim.factuality in _OPEN:
            return "one is only possible"
    planned = {s.claim.factuality is Factuality.PLANNED for s in both}
    speakers = {s.claim.speaker for s in both}
    one_speaker = len(speakers) == 1 and "" not in speakers
    refused = any(occurrence_of(s).refused for s in both)
    if len(planned) == 2 and not (refused or one_speaker or _same_day(one, other)):
        return "one is only planned"
    return ""


def occurrence_of(statement: Statement) -> Occurrence:
    """Raises TypeError for a fact that is none."""
    value = statement.fact.value
    if not isinstance(value, Occurrence):
        raise TypeError("not an occurrence")
    return value


def _same_day(one: Statement, other: Statement) -> bool:
    a, b = ({t.value for t in _days(s)} for s in (one, other))
    return bool(a & b)


def _days(statement: Statement) -> list[Timex]:
    told = [*statement.fact.measure.scope, *(f.value for f in statement.claim.facts if isinstance(f.value, Timex))]
    return [t for t in told if t.granularity in _DAYS and t.resolved and not is_former(t)]


def other_time(one: Statement, other: Statement) -> str:
    """One is long past, or the two have times that do not meet."""
    old = [any(_is_background(t, s) for t in s.fact.measure.scope) for s in (one, other)]
    a, b = occurrence_of(one), occurrence_of(other)
    if old[0] != old[1] and not (_one_birth(a, b) or _denied_altogether(a, b)):
        return BACKGROUND
    for x in one.fact.measure.scope:
        for y in other.fact.measure.scope:
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
    return statement.published - time.end.date() > _LONG_AGO


def other_words_behind(a: Occurrence, b: Occurrence) -> str:
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


def other_match(one: Statement, other: Statement) -> str:
    """Two matches of the same sides."""
    a, b = occurrence_of(one), occurrence_of(other)
    match = crossed(a, b) or deed_of(a.predicate) == deed_of(b.predicate) == BEAT
    return two_matches(one.claim.text, other.claim.text) if match else ""


def other_party(a: Occurrence, b: Occurrence) -> str:
    """It happens to another one, or another one does it."""
    theme, agent = parties(a, b)
    if crossed(a, b) or (theme and (agent or other_filler(a, b))):
        return ""
    x, y = (a.agent, b.agent) if theme else (a.theme, b.theme)
    return f"{x.text} against {y.text}"


def _by_preposition(occurrence: Occurrence) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for preposition, words_ in occurrence.around:
        found[preposition] = found.get(preposition, frozenset()) | words_
    return found
