"""Comparisons and bounds of several sources that cannot hold together, or only under a condition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from claimcheck.link.statement import Statement
from claimcheck.model.claim import Factuality
from claimcheck.model.fact import Comparison
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.value import SECOND, Interval, Quantity
from claimcheck.reason.constraints import Less, Limit, find_conflicts, implied
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import as_written, finding, interval_words, named, spelled_out

_DAY = Decimal(86_400)
_SPOKEN_UNITS = (
    ("year", _DAY * 365),
    ("week", _DAY * 7),
    ("day", _DAY),
    ("hour", Decimal(3600)),
    ("minute", Decimal(60)),
)


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    by_dimension: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in story.statements:
        if statement.claim.factuality is not Factuality.POSSIBLE and isinstance(
            statement.fact.value, Comparison | Quantity
        ):
            by_dimension[statement.fact.measure.dimension].append(statement)
    for dimension in sorted(by_dimension):
        found = by_dimension[dimension]
        comparisons = [s for s in found if isinstance(s.fact.value, Comparison)]
        if comparisons:
            yield from _check_dimension(story, rule, dimension, comparisons, found)


def _check_dimension(
    story: Story, rule: Rule, dimension: str, comparisons: Sequence[Statement], found: Sequence[Statement]
) -> Iterator[Finding]:
    orders = [order for s in comparisons for order in _order(s)]
    named = {v for o in orders for v in (o.left, o.right)}
    limits = [limit for s in found for limit in _limit(s, named)]
    by_number = {s.number: s for s in found}
    conflicting: set[int] = set()
    for conflict in find_conflicts(limits, orders):
        members = [by_number[n] for n in sorted(conflict.facts)]
        conflicting |= conflict.facts
        if len({m.document for m in members}) > 1:
            yield finding(
                story,
                rule,
                Verdict.CONTRADICTION,
                members,
                "these statements cannot all hold",
                measure=_label(dimension, members),
                key=f"constraint:{dimension}",
            )
    yield from _conditions(
        story,
        rule,
        dimension,
        [x for x in limits if not x.facts & conflicting],
        [o for o in orders if o.fact not in conflicting],
        by_number,
    )


def _conditions(
    story: Story, rule: Rule, dimension: str, limits: list[Limit], orders: list[Less], by_number: dict[int, Statement]
) -> Iterator[Finding]:
    for limit in implied(limits, orders):
        members = [by_number[n] for n in sorted(limit.facts)]
        if len({m.document for m in members}) < 2:
            continue
        also = [by_number[n] for x in limits if x.variable == limit.variable for n in sorted(x.facts)]
        label = _label(dimension, members)
        other = f"{dimension} of {_named(limit.variable, members)}"
        condition = f"both hold only if the {other} is {_spoken(dimension, limit.interval)}"
        took = "took" if dimension == "duration" else "was"
        documents = list(dict.fromkeys(s.document for s in (*members, *also)))
        names = dict(zip(documents, named(story, *documents), strict=True))
        said = dict.fromkeys(
            (names[s.document], spelled_out(s.fact.value)) for s in also if isinstance(s.fact.value, Quantity)
        )
        condition += "".join(f"; {source} also says it {took} {value}" for source, value in said)
        yield finding(
            story,
            rule,
            Verdict.TENSION,
            [*members, *also],
            ", ".join(_told(story, members, names)),
            measure=label,
            condition=condition,
            key=f"constraint:{dimension}",
            others={s.number: other for s in also},
        )


def _told(story: Story, members: Sequence[Statement], names: Mapping[int, str]) -> Iterator[str]:
    """Who says what, in the words of the text."""
    for number, member in enumerate(members):
        says = " says" if number == 0 else ""
        yield f"{names[member.document]}{says} {as_written(story, member)}"


def _order(statement: Statement) -> Iterator[Less]:
    value = statement.fact.value
    if isinstance(value, Comparison) and value.left and value.right and value.left != value.right:
        smaller, larger = (value.left, value.right) if value.relation == "<" else (value.right, value.left)
        if not statement.fact.negated:
            yield Less(smaller, larger, statement.number)


def _limit(statement: Statement, named: set[str]) -> Iterator[Limit]:
    value = statement.fact.value
    told = isinstance(value, Quantity) and not value.vague and value.derivation not in SECOND
    if isinstance(value, Quantity) and told and statement.fact.measure.event in named:
        yield Limit(statement.fact.measure.event, value.base, frozenset((statement.number,)))


def _label(dimension: str, members: Sequence[Statement]) -> str:
    bounded = [m.fact.measure.label for m in members if isinstance(m.fact.value, Quantity) and m.fact.measure.label]
    return (bounded or [m.fact.measure.label for m in members])[0] or dimension


def _named(variable: str, members: Sequence[Statement]) -> str:
    """The variable in the words of the text."""
    for member in members:
        value = member.fact.value
        if isinstance(value, Comparison) and variable in (value.left, value.right):
            words = value.left_words if variable == value.left else value.right_words
            if words:
                return words
    return variable


def _spoken(dimension: str, interval: Interval) -> str:
    """A bound in the largest unit in which it is a whole number."""
    end = interval.high if interval.high is not None else interval.low
    if end is None:
        return "anything"
    unit, factor = "", Decimal(1)
    if dimension == "duration":
        # Days before weeks and years: that is how news speaks of lengths up to a month.
        order = _SPOKEN_UNITS if end >= _DAY * 31 else _SPOKEN_UNITS[2:]
        unit, factor = next(((n, f) for n, f in order if end % f == 0), ("second", Decimal(1)))
    amount = interval_words(Interval.point(end / factor))
    plural = "" if amount == "1" or not unit else "s"
    if interval.high is not None:
        start = "less than" if interval.high_open else "at most"
    else:
        start = "more than" if interval.low_open else "at least"
    return f"{start} {amount} {unit}{plural}".strip()
