"""Are two statements about the same thing? Each guard is a small function with the name it has in reports.

The score adds up what the two measures share; a guard that fires ends the comparison with its reason. Values are not
looked at here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claimcheck.lexicon.antonyms import counted_apart, opposed
from claimcheck.lexicon.concepts import concept, concepts, is_event
from claimcheck.lexicon.places import country_of
from claimcheck.lexicon.predicates import concepts_of, words
from claimcheck.link.align_events import align_events
from claimcheck.link.align_roles import align_roles
from claimcheck.link.align_times import figures_dated, other_dated, other_time
from claimcheck.link.baseline import other_baseline
from claimcheck.link.extent import other_extent
from claimcheck.link.statement import Alignment, Candidate
from claimcheck.link.wording import SAME_WORDING, same_place, some_of
from claimcheck.model.claim import Factuality
from claimcheck.model.fact import Aspect, Fact, Measure, Occurrence, Role
from claimcheck.model.value import Quantity, Timex

# Two statements are compared from this score on. The weights below add up to 1.
COMPARABLE = 0.5
# Times of events that may have different parties are compared from here on.
DATED = 0.6
# Claims this near say nearly the same (cosine): a common counted noun is enough.
NEAR_COPY = 0.85
# Below this (cosine) a common noun with different verbs is another matter.
SAME_TALK = 0.6
FAR_APART = 1_000
# So many are some of others that are spoken of, rather than all.
FEW = 3
# Statements that share no name must be this near to be about the same thing (cosine).
NAMED_APART = 0.7
# Here only the counted noun says what the figure is of.
_NUMBERED = frozenset({"count", "ordinal", "rank", "score", "fraction", "multiplier"})
# Different verbs need so near claims (cosine) to be about one count.
SAME_COUNT = 0.75
# What has not come about yet may be called a plan by one and an expectation by another.
_NOT_YET = frozenset({Factuality.PLANNED, Factuality.POSSIBLE})
HEAD, EVENT, CONTEXT, SIMILARITY = 0.3, 0.25, 0.25, 0.2


@dataclass(frozen=True, slots=True)
class Guard:
    """`check` returns the reason why the two are not comparable, "" if they are."""

    name: str
    check: Callable[[Candidate], str]


def align(candidate: Candidate) -> Alignment:
    """Score and guards of one candidate pair."""
    if isinstance(candidate.a.fact.value, Occurrence) and isinstance(candidate.b.fact.value, Occurrence):
        return align_events(candidate)
    if isinstance(candidate.a.fact.value, Role) and isinstance(candidate.b.fact.value, Role):
        return align_roles(candidate)
    passed: list[str] = []
    for guard in GUARDS:
        reason = guard.check(candidate)
        if reason:
            return Alignment(0.0, (), guard.name, reason, tuple(passed))
        passed.append(guard.name)
    unbound = next((s for s in (candidate.a, candidate.b) if not s.fact.measure.bound), None)
    if unbound is not None and (same_place(candidate) < SAME_WORDING or isinstance(unbound.fact.value, Timex)):
        return Alignment(0.0, (), "other-event", "not known what one of them measures", tuple(passed))
    score, steps = _score(candidate)
    wording = same_place(candidate)
    if wording >= SAME_WORDING:
        score = max(score, round(SAME_WORDING + (1 - SAME_WORDING) * wording, 4))
        steps = (*steps, f"wording {wording:.2f}")
    if score < (COMPARABLE if _shares_parties(candidate) else DATED):
        return Alignment(score, steps, "other-event", f"too little in common ({score:.2f})", tuple(passed))
    return Alignment(score, steps, passed=tuple(passed))


def _shares_parties(candidate: Candidate) -> bool:
    """Times say nothing of what they date, so those who take part must be the same beyond doubt."""
    a, b = candidate.a.fact.measure, candidate.b.fact.measure
    if not isinstance(candidate.a.fact.value, Timex):
        return True
    return bool((a.subject | a.object) & (b.subject | b.object) or (a.head and a.head == b.head))


def _score(candidate: Candidate) -> tuple[float, tuple[str, ...]]:
    a, b = candidate.a.fact.measure, candidate.b.fact.measure
    parts = (
        ("head", HEAD, _head(a, b)),
        ("event", EVENT, _event(a, b)),
        ("context", CONTEXT, overlap(a.context | a.names, b.context | b.names)),
        ("similarity", SIMILARITY, min(1.0, max(0.0, (candidate.similarity - 0.3) / 0.5))),
    )
    steps = tuple(f"{name} {value:.2f} x {weight}" for name, weight, value in parts)
    return round(sum(weight * value for _, weight, value in parts), 4), steps


def _head(a: Measure, b: Measure) -> float:
    if a.head == b.head:
        return 1.0 if a.head else 0.6
    akin = a.dimension != "count" and (a.modifiers | a.names) & (b.modifiers | b.names)
    return 0.7 if akin or _is_general(a.head) or _is_general(b.head) else 0.0


def _event(a: Measure, b: Measure) -> float:
    if a.event == b.event:
        return 1.0 if a.event else 0.6
    if not a.event or not b.event:
        return 0.5
    return 0.0


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Share of the smaller set that the other one holds too; sets of fewer than three words count as three."""
    if not a or not b:
        return 0.0
    return len(a & b) / max(3, min(len(a), len(b)))


def _unit(candidate: Candidate) -> str:
    a, b = candidate.a.fact.measure.dimension, candidate.b.fact.measure.dimension
    return f"{a} against {b}" if a != b else ""


def _aspect(candidate: Candidate) -> str:
    a, b = candidate.a.fact.measure.aspect, candidate.b.fact.measure.aspect
    if Aspect.ASIDE in (a, b):
        return "one of them is said in passing"
    return f"{a.value} against {b.value}" if a is not b else ""


def _hypothetical(candidate: Candidate) -> str:
    conditions = [s.fact.measure.conditional for s in (candidate.a, candidate.b)]
    if any(conditions) and not (all(conditions) and same_place(candidate) >= SAME_WORDING):
        return "one is only a condition"
    open_ = all(s.claim.factuality in _NOT_YET for s in (candidate.a, candidate.b))
    if candidate.a.fact.measure.expected != candidate.b.fact.measure.expected and not open_:
        return "one was only expected"
    return ""


def _subject(candidate: Candidate) -> str:
    a, b = candidate.a.fact.measure, candidate.b.fact.measure
    if a.event == b.event == "away" and a.head != b.head and not (a.subject & b.context or b.subject & a.context):
        return "not known what lies there"
    akin = a.head == b.head or (a.dimension != "ordinal" and _same_kind(a, b)) or _same_amount(candidate)
    if not akin and not isinstance(candidate.a.fact.value, Timex):
        return f"{a.head or 'something'} against {b.head or 'something'}"
    apart = (a.context & concepts_of("narrowing"), b.context & concepts_of("narrowing"))
    if apart[0] and apart[1] and not apart[0] & apart[1] and isinstance(candidate.a.fact.value, Quantity):
        return f"{some_of(apart[0])} against {some_of(apart[1])}"
    people = [frozenset(c for w in m.modifiers | m.nations if (c := country_of(w))) for m in (a, b)]
    if a.dimension == "count" and people[0] != people[1] and (a.head != b.head or (people[0] and people[1])):
        return f"{some_of(people[0]) or 'somebody'} against {some_of(people[1]) or 'somebody'}"
    narrowed = {w for w in (a.modifiers ^ b.modifiers) & words("narrowing") if concept(w) not in (a.event, b.event)}
    if narrowed and ((a.head and b.head) or isinstance(candidate.a.fact.value, Timex)):
        return f"only one says {', '.join(sorted(narrowed))}"
    if a.names and b.names and not a.names & b.names and candidate.similarity < NAMED_APART:
        return f"{some_of(a.names)} against {some_of(b.names)}"
    if a.places and b.places and not a.places & b.places and not isinstance(candidate.a.fact.value, Timex):
        return f"in {some_of(a.places)} against {some_of(b.places)}"
    if same_place(candidate) >= SAME_WORDING and a.subject - b.subject and b.subject - a.subject:
        return f"{some_of(a.subject - b.subject)} against {some_of(b.subject - a.subject)}"
    if a.dimension == "percent" and not a.head and not b.head and a.subject and b.subject and not a.subject & b.subject:
        return f"{some_of(a.subject)} against {some_of(b.subject)}"  # "Quill won 8%", "Sayles won with 39%"
    if a.agents and b.agents and not a.agents & b.agents:
        return f"{some_of(a.agents)} against {some_of(b.agents)}"
    return ""


def _same_amount(candidate: Candidate) -> bool:
    """Amounts with a unit say more of themselves than counts: "the $5 million plan" may be "the $5 million package"."""
    a, b = candidate.a.fact.measure, candidate.b.fact.measure
    if a.dimension in _NUMBERED:
        return False
    if a.dimension == "age":
        return bool(a.names) != bool(b.names)  # "Ann Lee, 44" and "the 45-year-old woman"
    if {a.head, b.head} & ({""} | concepts(words("light_noun"))):
        return "" not in (a.head, b.head) or bool(_deeds(a) & _deeds(b))
    return candidate.similarity >= SAME_TALK and bool((a.modifiers | a.names) & (b.modifiers | b.names))


def _deeds(measure: Measure) -> frozenset[str]:
    """What happens, as the verb or as the noun: "a buyback of 3 million", "bought back 3 million"."""
    return frozenset({measure.event, measure.head} if is_event(measure.head) else {measure.event})


def _same_kind(a: Measure, b: Measure) -> bool:
    """Different heads that may still count the same: people by another name, or something general."""
    if {a.head, b.head} <= concepts_of("subset"):
        return False  # soldiers are no civilians
    return _is_vague(a.head) and _is_vague(b.head)


def _is_vague(head: str) -> bool:
    """Does only the event say what is counted: people, something general, or what is not known?"""
    return _is_general(head) or head in concepts_of("human") | concepts_of("headcount")


def _is_general(head: str) -> bool:
    """Not known, or so general that it may be anything."""
    return not head or head in concepts_of("generic")


def _magnitude(candidate: Candidate) -> str:
    """Amounts a thousandfold apart are hardly of the same thing."""
    a, b = candidate.a.fact.value, candidate.b.fact.value
    if not (isinstance(a, Quantity) and isinstance(b, Quantity)) or same_place(candidate) >= SAME_WORDING:
        return ""
    sizes = [abs(figure) for q in (a, b) if (figure := q.base.figure)]
    if len(sizes) == 2 and max(sizes) > FAR_APART * min(sizes):
        return "more than a thousandfold apart"
    return ""


def _part_of_all(candidate: Candidate) -> str:
    """ "Nine officers were shot" and "14 people were shot": those of a kind are some of all."""
    a, b = candidate.a.fact, candidate.b.fact
    if a.measure.dimension != "count" or a.measure.head == b.measure.head:
        return ""
    for some, all_ in ((a, b), (b, a)):
        if some.measure.head in concepts_of("subset") and _is_general(all_.measure.head) and _below(some, all_):
            return f"{some.measure.head} may be some of {all_.measure.head or 'them'}"
    return ""


def _below(some: Fact, all_: Fact) -> bool:
    figures = [f.value.base.figure for f in (some, all_) if isinstance(f.value, Quantity)]
    return len(figures) == 2 and figures[0] is not None and figures[1] is not None and figures[0] < figures[1]


def _counted_apart(candidate: Candidate) -> str:
    a, b = candidate.a.fact.measure.event, candidate.b.fact.measure.event
    if candidate.a.fact.measure.aspect is candidate.b.fact.measure.aspect is Aspect.LEVEL and {a, b} <= _trends():
        return ""  # "rose to 2.9 percent", "fell to 2.6 percent"
    apart = counted_apart(a, b) or (isinstance(candidate.a.fact.value, Timex) and opposed(a, b))
    return f"{a} against {b}" if apart else ""


def _other_event(candidate: Candidate) -> str:
    """What is counted is people or something general: only the event says which."""
    a, b = candidate.a.fact.measure, candidate.b.fact.measure
    known = is_event(a.event) and is_event(b.event) and not {a.event, b.event} <= _trends()
    trending = _trending(a, b) or _trending(b, a)
    if a.dimension == "count" and known and a.event != b.event and not trending and not _deeds(a) & _deeds(b):
        return f"{a.event} against {b.event}"  # "killed 12" and "injured 30", however alike the rest is
    if same_place(candidate) >= SAME_WORDING:
        return ""
    for told, other in ((candidate.a.fact, b), (candidate.b.fact, a)):
        # "One hostage was shot", "six hostages were inside".
        if told.measure.dimension == "count" and is_event(told.measure.event) and not other.event and _is_few(told):
            return f"{told.measure.event} against unknown"
    if a.dimension != "count" or (
        a.head == b.head and candidate.similarity >= NEAR_COPY and not _is_general(a.head)
    ):
        return ""
    if a.head == b.head and trending:
        return ""
    if a.event and b.event and a.event != b.event and candidate.similarity < SAME_COUNT:
        return f"{a.event} against {b.event}"
    if a.head == b.head and not a.event and not b.event and a.modifiers and a.modifiers == b.modifiers:
        return ""  # "38 members of the upper house"
    if (_is_vague(a.head) or _is_vague(b.head)) and (a.event != b.event or not a.event):
        return f"{a.event or 'unknown'} against {b.event or 'unknown'}"
    return ""


def _is_few(fact: Fact) -> bool:
    return isinstance(fact.value, Quantity) and fact.value.base.is_point and (fact.value.base.low or 0) <= FEW


def _trending(a: Measure, b: Measure) -> bool:
    """ "Revised to 12" and "rose to 12" are one level; "confirmed cases rose to 12" says that 12 were confirmed."""
    return a.event in _trends() and (b.event in _trends() or b.event in a.modifiers)


def _trends() -> frozenset[str]:
    return concepts(words("change") - words("light"))


GUARDS: tuple[Guard, ...] = (
    Guard("unit", _unit),
    Guard("scope", _aspect),
    Guard("scope", figures_dated),
    Guard("scope", other_baseline),
    Guard("scope", other_extent),
    Guard("hypothetical", _hypothetical),
    Guard("other-subject", _subject),
    Guard("other-subject", _magnitude),
    Guard("refinement", _part_of_all),
    Guard("other-event", _counted_apart),
    Guard("other-event", other_dated),
    Guard("other-event", _other_event),
    Guard("other-time", other_time),
)
