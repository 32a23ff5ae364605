"""What keeps two figures or times apart that cannot both be right: guards, small functions with the names they have in
reports.

Whether two mentions measure one thing is estimated (model.py). Where their values conflict, a difference in scope, in
condition or in time that stands in words is evidence against it; a guard that fires says in words which.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.lexicon.antonyms import counted_apart, opposed
from claimcheck.lexicon.concepts import concept, concepts
from claimcheck.lexicon.places import country_of
from claimcheck.lexicon.predicates import concepts_of, words
from claimcheck.link.apart_times import (
    clock_of_other_year,
    figures_dated,
    in_session,
    other_than_now,
    other_time,
    other_year,
)
from claimcheck.link.baseline import other_baseline
from claimcheck.link.bearer import other_age, other_bearer
from claimcheck.link.directions import other_direction
from claimcheck.link.extent import other_extent, other_season
from claimcheck.link.given import given_of_cost
from claimcheck.link.matches import other_match
from claimcheck.link.occasion import other_occasion
from claimcheck.link.per_one import for_each_of_others
from claimcheck.link.replaced import other_word
from claimcheck.link.statement import Candidate, Statement
from claimcheck.link.which import other_one
from claimcheck.link.wording import SAME_WORDING, same_place, some_of
from claimcheck.model.claim import Factuality
from claimcheck.model.fact import Aspect, Fact, Measure, up_to
from claimcheck.model.guard import Guard
from claimcheck.model.value import PART, Quantity, Timex, is_moved

FAR_APART = 1_000
# So many of all may have been named before "five others".
_NAMED = 3
# Of labelled conflicts that are likelier than .15, those with these aspects are as often of one thing as those of which
# no guard speaks: 13 of 24, and 181 of 246 of our own, as against 173 of 361 and 1,803 of 2,594.
_OF_THEM = (["of", "them"], ["of", "whom"])
_OPEN_ASPECTS = frozenset({frozenset({Aspect.LEVEL, Aspect.PART}), frozenset({Aspect.LEVEL, Aspect.CHANGE})})
# What has not come about yet may be called a plan by one and an expectation by another.
_NOT_YET = frozenset({Factuality.PLANNED, Factuality.POSSIBLE})


@dataclass(frozen=True, slots=True)
class Check:
    """`why` returns the reason why the two are not comparable, "" if they are."""

    guard: Guard
    why: Callable[[Candidate], str]


def kept_apart(candidate: Candidate, checks: Sequence[Check]) -> tuple[str, str]:
    """The first guard that speaks and its reason; ("", "") where none does."""
    return next(((check.guard.value, why) for check in checks if (why := check.why(candidate))), ("", ""))


def _unit(candidate: Candidate) -> str:
    a, b = candidate.a.fact.measure.dimension, candidate.b.fact.measure.dimension
    return f"{a} against {b}" if a != b else ""


def _aspect(candidate: Candidate) -> str:
    one, other = candidate.a.fact, candidate.b.fact
    a, b = one.measure.aspect, other.measure.aspect
    if a is b or Aspect.ASIDE in (a, b) or up_to(one, other) or up_to(other, one):
        return ""
    if is_moved(one.value) or is_moved(other.value):
        return ""  # "begins in May", "was put off until June": as long as it lasts, what is moved is its start
    if isinstance(one.value, Timex) and Aspect.LEVEL in (a, b) and one.measure.event != other.measure.event:
        return ""  # "work starts in May", "builders move in in May": an end of it in another word, not while it lasts
    return f"{a.value} against {b.value}"


def _certain_aspect(candidate: Candidate) -> str:
    """As `_aspect`, but that one may call a part, or a change, what the other gives plainly: "22 others were hurt"
    beside the dead, "prices rose 4 percent" for the rate of inflation."""
    a, b = candidate.a.fact, candidate.b.fact
    open_ = frozenset({a.measure.aspect, b.measure.aspect}) in _OPEN_ASPECTS
    return "" if open_ and not (_all_but_few(a, b) or _all_but_few(b, a)) else _aspect(candidate)


def _aspect_of_equal(candidate: Candidate) -> str:
    """As `_aspect`, but that an equal value is one thing though one account calls it a part: "three in ten patients",
    "30 percent of those who took it". Of 8 such labelled pairs that are likely (.7) all are of one thing, and of 453
    others 425. But those of a kind that "of them" are is not the number of all: "five people were hurt", "eight people,
    five of them children"."""
    aspects = {candidate.a.fact.measure.aspect, candidate.b.fact.measure.aspect}
    if any(_of_a_kind(some, all_) for some, all_ in ((candidate.a, candidate.b), (candidate.b, candidate.a))):
        return _aspect(candidate)
    return "" if aspects == {Aspect.LEVEL, Aspect.PART} else _aspect(candidate)


def _of_a_kind(some: Statement, all_: Statement) -> bool:
    """Is one "five of them children", and the other a number of people of any kind?"""
    part, whole = some.fact.measure, all_.fact.measure
    if part.dimension != "count" or part.aspect is not Aspect.PART or whole.aspect is not Aspect.LEVEL:
        return False
    behind = some.claim.text[some.fact.span.end - some.claim.span.start :].split(None, 2)[:2]
    named = bool(whole.head) and _is_general(whole.head) and not _is_general(part.head)
    return named and [word.lower() for word in behind] in _OF_THEM


def _all_but_few(part: Fact, whole: Fact) -> bool:
    """ "Five others", beside one who is named, may be all six."""
    less, more = _figure(part), _figure(whole)
    if less is None or more is None or part.measure.aspect is not Aspect.PART or part.measure.dimension != "count":
        return False
    return 0 < more - less <= _NAMED


def _aside(candidate: Candidate) -> str:
    aside = Aspect.ASIDE in (candidate.a.fact.measure.aspect, candidate.b.fact.measure.aspect)
    return "one of them is said in passing" if aside else ""


def _hypothetical(candidate: Candidate) -> str:
    conditions = [s.fact.measure.conditional for s in (candidate.a, candidate.b)]
    if any(conditions) and not (all(conditions) and same_place(candidate) >= SAME_WORDING):
        return "one is only a condition"
    open_ = all(s.claim.factuality in _NOT_YET for s in (candidate.a, candidate.b))
    if candidate.a.fact.measure.expected != candidate.b.fact.measure.expected and not open_:
        return "one was only expected"
    return ""


def _subject(candidate: Candidate) -> str:
    """Both say of whom, of what part or of which place, and name others."""
    a, b = candidate.a.fact.measure, candidate.b.fact.measure
    apart = (a.context & concepts_of("narrowing"), b.context & concepts_of("narrowing"))
    if apart[0] and apart[1] and not apart[0] & apart[1] and isinstance(candidate.a.fact.value, Quantity):
        return f"{some_of(apart[0])} against {some_of(apart[1])}"
    if a.head != b.head and {a.head, b.head} <= concepts_of("subset"):
        return f"{a.head} against {b.head}"  # soldiers are no civilians
    people = [frozenset(c for w in m.modifiers | m.nations if (c := country_of(w))) for m in (a, b)]
    if a.dimension == "count" and people[0] != people[1] and (a.head != b.head or (people[0] and people[1])):
        return f"{some_of(people[0]) or 'somebody'} against {some_of(people[1]) or 'somebody'}"
    narrowed = {w for w in (a.modifiers ^ b.modifiers) & words("narrowing") if concept(w) not in (a.event, b.event)}
    if "again" in narrowed and any(f"re{word}" in (a.event, b.event) for word in a.context | b.context):
        narrowed -= {"again"}  # "reopens in May", "will open again in June"
    if narrowed and ((a.head and b.head) or isinstance(candidate.a.fact.value, Timex)):
        return f"only one says {', '.join(sorted(narrowed))}"
    if a.places and b.places and not a.places & b.places and not isinstance(candidate.a.fact.value, Timex):
        return f"in {some_of(a.places)} against {some_of(b.places)}"
    if a.estimated and b.estimated:
        return ""  # who estimates it is somebody else each time
    if any(x.subject & y.object and y.subject and not y.subject & x.object for x, y in ((a, b), (b, a))):
        return ""  # "the baker was arrested", "police arrested the baker"
    if same_place(candidate) >= SAME_WORDING and a.subject - b.subject and b.subject - a.subject:
        return f"{some_of(a.subject - b.subject)} against {some_of(b.subject - a.subject)}"
    if a.agents and b.agents and not (a.agents & b.agents or _only_where(a, b) or _only_where(b, a)):
        return f"{some_of(a.agents)} against {some_of(b.agents)}"
    return ""


def _only_where(a: Measure, b: Measure) -> bool:
    """ "Customs officers in Harrow" for the first, "Customs officers" and "in Harrow" for the other one: its first
    word, which the parser takes for a name there, is in both subjects, and the place is in both clauses."""
    return frozenset(map(concept, b.agents)) <= a.subject and a.agents <= b.names


def _undated(candidate: Candidate) -> str:
    """A dateline, or a day of which it is not known what happened on it, contradicts nothing."""
    unknown = any(not s.fact.measure.bound for s in (candidate.a, candidate.b))
    return "not known what one of them dates" if unknown and isinstance(candidate.a.fact.value, Timex) else ""


def _undated_alike(candidate: Candidate) -> str:
    """The same in like sentences, but for two days of saying: they may be of one statement, unless the reports, too,
    are of two days."""
    a, b = candidate.a, candidate.b
    two_days = a.published is not None and b.published is not None and a.published != b.published
    return _undated(candidate) if two_days or a.fact.measure.bound or b.fact.measure.bound else ""


def turned(candidate: Candidate) -> bool:
    """Do the two tell one change, and nothing but the direction parts them: "rose 4 percent", "fell 4 percent"?"""
    return bool(other_direction(candidate)) and not kept_apart(candidate, [c for c in ALL if c is not COUNTED])[0]


def _is_general(head: str) -> bool:
    """Not known, or so general that it may be anything."""
    return not head or head in concepts_of("generic")


def _may_be_all(head: str) -> bool:
    """ "Members" are of a crew or a team, and firefighters as well if the others are."""
    return _is_general(head) and head != concept("member")


def _magnitude(candidate: Candidate) -> str:
    """Amounts a thousandfold apart are hardly of the same thing."""
    a, b = candidate.a.fact.value, candidate.b.fact.value
    if not (isinstance(a, Quantity) and isinstance(b, Quantity)) or same_place(candidate) >= SAME_WORDING:
        return ""
    sizes = [abs(figure) for q in (a, b) if (figure := q.base.figure)]
    if len(sizes) == 2 and max(sizes) > FAR_APART * min(sizes):
        return "more than a thousandfold apart"
    return ""


def _some_of_all(candidate: Candidate) -> str:
    a, b = candidate.a.fact, candidate.b.fact
    return next((f"{some.measure.head} may be some of {all_.measure.head or 'them'}"
                 for some, all_ in ((a, b), (b, a)) if some_of_all(some, all_)), "")


def some_of_all(some: Fact, all_: Fact) -> bool:
    """ "Nine officers were shot" and "14 people were shot": those of a kind may be some of all. Of 44 labelled or
    written conflicts of the kind that are likelier than .15 37 are of one thing, though."""
    kind, head = some.measure.head, all_.measure.head
    of_a_kind = some.measure.dimension == "count" and kind in concepts_of("subset") and kind != head
    return of_a_kind and _may_be_all(head) and _below(some, all_)


def _none_of_a_kind(candidate: Candidate) -> str:
    """ "No officers were shot" and "14 people were shot"; but "no arrests" leaves nobody who was arrested."""
    a, b = candidate.a.fact, candidate.b.fact
    if a.measure.dimension != "count" or a.measure.head == b.measure.head:
        return ""
    for none, all_ in ((a, b), (b, a)):
        deed = none.measure.head == all_.measure.event
        if none.measure.head and not deed and not _is_general(none.measure.head) and _figure(none) == 0:
            return f"none of them a {none.measure.head}"
    return ""


def _below(some: Fact, all_: Fact) -> bool:
    least, most = _figure(some), _figure(all_)
    return least is not None and most is not None and least < most


def _figure(fact: Fact) -> Decimal | None:
    return fact.value.base.figure if isinstance(fact.value, Quantity) else None


def _counted_apart(candidate: Candidate) -> str:
    a, b = candidate.a.fact.measure.event, candidate.b.fact.measure.event
    if candidate.a.fact.measure.aspect is candidate.b.fact.measure.aspect is Aspect.LEVEL and {a, b} <= _trends():
        return ""  # "rose to 2.9 percent", "fell to 2.6 percent"
    apart = counted_apart(a, b) or (isinstance(candidate.a.fact.value, Timex) and opposed(a, b))
    return f"{a} against {b}" if apart else ""


def _others_counted(candidate: Candidate) -> str:
    """ "A crew of 14", "fourteen passengers"."""
    a, b = candidate.a.fact.measure, candidate.b.fact.measure
    return f"{a.head} against {b.head}" if a.dimension == "count" and counted_apart(a.head, b.head) else ""


def _other_extent(candidate: Candidate) -> str:
    """ "19 metres deep", "put the width of the hole at 24 metres"."""
    a, b = candidate.a.fact.measure, candidate.b.fact.measure
    if a.dimension != "length":
        return ""
    apart = ((x, y) for x in (a.event, a.head) for y in (b.event, b.head) if counted_apart(x, y))
    return " against ".join(next(apart, ()))


def _worked_out(candidate: Candidate) -> str:
    """ "412 of the 650 seats" is no share of the votes: a share that is worked out may agree, and contradicts none."""
    values = [v for s in (candidate.a, candidate.b) if isinstance(v := s.fact.value, Quantity)]
    return "a share that was worked out" if any(v.derivation == PART for v in values) else ""


def _trends() -> frozenset[str]:
    return concepts(words("change") - words("light"))


ASPECT = Check(Guard.SCOPE, _aspect)
ASPECT_OF_EQUAL = Check(Guard.SCOPE, _aspect_of_equal)
CERTAIN_ASPECT = Check(Guard.SCOPE, _certain_aspect)
ASIDE = Check(Guard.SCOPE, _aside)
DATED = Check(Guard.SCOPE, figures_dated)
EXTENT = Check(Guard.OTHER_EVENT, _other_extent)
EACH = Check(Guard.OTHER_SUBJECT, for_each_of_others)
WORD = Check(Guard.OTHER_SUBJECT, other_word)
WHICH = Check(Guard.OTHER_EVENT, other_one)
COUNTED = Check(Guard.OTHER_EVENT, _counted_apart)
YEAR = Check(Guard.OTHER_TIME, other_year)
SEASON = Check(Guard.OTHER_TIME, other_season)
OTHERS = Check(Guard.OTHER_SUBJECT, _others_counted)
TURNED = Check(Guard.OTHER_EVENT, other_direction)
BASELINE = Check(Guard.SCOPE, other_baseline)
UNDATED = Check(Guard.OTHER_EVENT, _undated)
# What tells two things whatever their values: 12 killed, 12 hurt. Of 138 labelled conflicts of unseen events that are
# likely (.05) by all else and of which one of these speaks, 3 are one thing.
ALWAYS: tuple[Check, ...] = (
    COUNTED,
    OTHERS,
    SEASON,
    EXTENT,
    WHICH,
    WORD,
    EACH,
    CERTAIN_ASPECT,
    Check(Guard.OTHER_SUBJECT, other_bearer),
    Check(Guard.SCOPE, other_age),
    BASELINE,
    Check(Guard.SCOPE, other_extent),
    Check(Guard.SCOPE, _worked_out),
    Check(Guard.OTHER_SUBJECT, _magnitude),
    Check(Guard.OTHER_EVENT, other_match),
    Check(Guard.OTHER_EVENT, other_occasion),
    Check(Guard.OTHER_TIME, in_session),
    Check(Guard.OTHER_TIME, other_than_now),
    Check(Guard.OTHER_TIME, clock_of_other_year),
    Check(Guard.REFINEMENT, _none_of_a_kind),
    Check(Guard.SCOPE, given_of_cost),
)
# Of equal values these say that they are of two things: "rose by 3" does not agree with "3 died".
AGREEING = (COUNTED, OTHERS, SEASON, YEAR, TURNED, EXTENT, WHICH, WORD, EACH, ASPECT_OF_EQUAL, ASIDE, DATED, BASELINE)
# Where values conflict in other words, one of these that speaks is evidence (conflict.py): of 453 such conflicts 51 are
# one thing.
EVIDENCE: tuple[Check, ...] = (
    Check(Guard.UNIT, _unit),
    ASPECT,
    Check(Guard.REFINEMENT, _some_of_all),
    ASIDE,
    DATED,
    Check(Guard.HYPOTHETICAL, _hypothetical),
    Check(Guard.OTHER_SUBJECT, _subject),
    UNDATED,
    Check(Guard.OTHER_TIME, other_time),
)
ALL = (*ALWAYS, *EVIDENCE)
# In like sentences two days are of one act, though it is not known of which: "Marsh said on Monday", "Marsh said on
# Friday". Of 36 changed days of unseen events five were kept from an alarm for that alone; of natural ones none is.
LIKE = (*ALWAYS, *(Check(check.guard, _undated_alike) if check is UNDATED else check for check in EVIDENCE))
