"""Which of the linked pairs stand: a matching over the whole story.

Within two documents a figure or time has at most one partner: the assignment of most bits (Kuhn 1955, by scipy), those
of the values among them, so that equal ones go first, in which nobody has to have a partner. Agreements
beside the matching are restatements and stand as well. A conflict stands only where it is matched, where neither value
stands elsewhere on the other side, and where no parts of one sentence add up to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from claimcheck.lexicon.antonyms import counted_apart
from claimcheck.lexicon.predicates import concepts_of
from claimcheck.link.apart_times import other_year, years_of
from claimcheck.link.statement import Pair, Statement
from claimcheck.model.fact import Aspect
from claimcheck.model.standing import CONFLICTING, EQUAL
from claimcheck.model.value import SUM, Quantity

# A pair of fewer bits than this is no partner, and an equal value elsewhere explains a conflict away from here on.
NOBODY = -5.0
# So many figures of one sentence are tried as parts of a sum.
MAX_PARTS = 5
_OF_ITS_YEAR = "another statement of the other document is of its year"
Agrees = Callable[[Quantity, Quantity], bool]


def resolve(
    pairs: Sequence[Pair], statements: Sequence[Statement], *, agrees: Agrees,
) -> tuple[list[Pair], list[Pair]]:
    """The pairs that stand and those that are explained away, these with the guard that did it.

    `pairs` are all that were judged, comparable or not, for any of them may be somebody's better partner.
    `agrees` says whether two amounts are the same beyond rounding.
    """
    pairs = [p for p in pairs if not _is_replaced(p)]
    elsewhen = of_other_years(pairs)
    # No partner is what is denied: "not 12 but 15".
    rivals = [p for p in pairs if p.a.fact.negated == p.b.fact.negated and id(p) not in elsewhen]
    denying = [p for p in pairs if p.a.fact.negated != p.b.fact.negated]
    matched = {id(p) for p in denying} | {id(p) for field in _fields(rivals) for p in _matched(field)}
    equal: defaultdict[tuple[int, int], float] = defaultdict(lambda: float("-inf"))
    for pair in pairs:
        if pair.standing in EQUAL:
            for key in _keys(pair):
                equal[key] = max(equal[key], pair.alignment.bits)
    beside = _by_sentence(statements)
    kept: list[Pair] = []
    dropped: list[Pair] = []
    for pair in pairs:
        if not pair.alignment.comparable:
            continue
        reason = _OF_ITS_YEAR if id(pair) in elsewhen else (
            _explained(pair, id(pair) in matched, equal, beside, agrees) if pair.standing in CONFLICTING else "")
        (dropped if reason else kept).append(_set_aside(pair, reason) if reason else pair)
    return kept, dropped


def of_other_years(pairs: Sequence[Pair]) -> set[int]:
    """Conflicts between figures of two years, where one account has what is counted for the year of the other as well:
    of two rows, "410 arrivals in 2022" and "530 arrivals in 2023", it is the second that "350 arrivals in 2023" is held
    against."""
    figures = [p for p in pairs if p.standing and all(map(years_of, (p.a, p.b)))]
    apart = {id(p) for p in figures if other_year(p)}
    same = {key for p in figures if id(p) not in apart for key in _counted(p)}
    return {id(p) for p in figures if id(p) in apart and p.standing in CONFLICTING and not same.isdisjoint(_counted(p))}


def _counted(pair: Pair) -> tuple[tuple[int, int, str, str], ...]:
    """Each side, and what the other document counts beside it."""
    return tuple((one.number, other.document, other.fact.measure.event, other.fact.measure.head)
                 for one, other in ((pair.a, pair.b), (pair.b, pair.a)))


def _fields(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    """Pairs of the same two documents and dimension: only these compete."""
    fields: defaultdict[tuple[int, int, str], list[Pair]] = defaultdict(list)
    for pair in pairs:
        if pair.standing:
            fields[pair.a.document, pair.b.document, pair.a.fact.measure.dimension].append(pair)
    yield from fields.values()


def _matched(pairs: Sequence[Pair]) -> Iterator[Pair]:
    worth = {id(p): p.alignment.bits - NOBODY for p in pairs}
    some = [p for p in pairs if worth[id(p)] > 0]
    if len(some) < 2:
        yield from some
        return
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    rows = {n: i for i, n in enumerate(sorted({p.a.number for p in some}))}
    columns = {n: i for i, n in enumerate(sorted({p.b.number for p in some}))}
    gain = np.zeros((len(rows), len(columns)))
    at: dict[tuple[int, int], Pair] = {}
    for pair in some:
        place = rows[pair.a.number], columns[pair.b.number]
        gain[place] = worth[id(pair)]
        at[place] = pair
    for place in zip(*(found.tolist() for found in linear_sum_assignment(gain, maximize=True)), strict=True):
        if place in at:
            yield at[place]


def _explained(
    pair: Pair, matched: bool, equal: dict[tuple[int, int], float],
    beside: dict[tuple[int, int, str], list[Statement]], agrees: Agrees,
) -> str:
    if any(equal[key] >= max(NOBODY, pair.alignment.bits) for key in _keys(pair)):
        return "another statement of the other document has this value"
    if not matched:
        return "another statement of the other document fits better"
    return _told_beside(pair, beside, agrees)


def _set_aside(pair: Pair, reason: str) -> Pair:
    guard = "refinement" if reason.startswith("parts") else (
        "other-time" if reason == _OF_ITS_YEAR else "other-subject")
    return replace(pair, alignment=replace(pair.alignment, guard=guard, reason=reason))


def _told_beside(pair: Pair, beside: dict[tuple[int, int, str], list[Statement]], agrees: Agrees) -> str:
    for mine, other in ((pair.a, pair.b), (pair.b, pair.a)):
        value = mine.fact.value
        if not isinstance(value, Quantity):
            return ""
        # What is counted of the dead is no figure of the wounded, though both are the same.
        near = [s for s in beside[_sentence(other)] if isinstance(s.fact.value, Quantity)
                and not counted_apart(mine.fact.measure.event, s.fact.measure.event)
                and s.fact.value.derivation != SUM
                and (mine.fact.negated or not s.fact.negated)  # "not 10 days but three"
                and not (s.fact.measure.aspect is Aspect.PREVIOUS and _runs(pair))
                and not (s.fact.measure.replaced and not _apart_in_days(pair))]
        figures = [s.fact.value for s in near if isinstance(s.fact.value, Quantity)]
        if any(agrees(value, q) for q in figures if q != other.fact.value and q.base == value.base):
            return "its value stands in the same sentence of the other document"
        parts = [s for s in near if s.fact.measure.aspect is not Aspect.CHANGE][:MAX_PARTS]
        if any(agrees(value, total) for total in _sums(parts)):
            return "parts of the other sentence add up to it"
    return ""


def _is_replaced(pair: Pair) -> bool:
    """Does one tell as what holds what the other says was told before, without a later day on which it is told? What
    has taken its place is at odds with it."""
    return pair.a.fact.measure.replaced != pair.b.fact.measure.replaced and not _apart_in_days(pair)


def _apart_in_days(pair: Pair) -> bool:
    days = {s.published for s in (pair.a, pair.b)}
    return len(days) > 1 and None not in days


def _runs(pair: Pair) -> bool:
    """A count of two days that goes on: "41 are missing, down from 60" is an update of 60, and no slip."""
    running = concepts_of("cumulative") | concepts_of("fluctuating")
    return _apart_in_days(pair) and pair.a.fact.measure.event in running


def _sums(parts: Sequence[Statement]) -> Iterator[Quantity]:
    """Sums of two or more figures of one sentence. Figures of different events ("25 dead and 5 injured") add up to a
    point only: a bound would let anything in."""
    for size in range(2, len(parts) + 1):
        for members in combinations(parts, size):
            some = [m.fact.value for m in members if isinstance(m.fact.value, Quantity)]
            if len({m.fact.measure.event for m in members}) > 1 and not all(q.interval.is_point for q in some):
                continue
            figures = [q.interval.figure for q in some]
            if len({q.unit for q in some}) == 1 and all(figure is not None for figure in figures):
                total = sum((figure for figure in figures if figure is not None), Decimal(0))
                first = some[0].interval
                interval = replace(
                    first, low=None if first.low is None else total, high=None if first.high is None else total,
                )
                coarse = any(q.hedge or q.vague for q in some)  # else 640 and 100 are 740, and not 720
                precision = (max if coarse else min)(q.precision for q in some)
                yield replace(some[0], interval=interval, precision=precision)


def _by_sentence(statements: Sequence[Statement]) -> defaultdict[tuple[int, int, str], list[Statement]]:
    table: defaultdict[tuple[int, int, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        table[_sentence(statement)].append(statement)
    return table


def _sentence(statement: Statement) -> tuple[int, int, str]:
    return statement.document, statement.claim.sentence, statement.fact.measure.dimension


def _keys(pair: Pair) -> tuple[tuple[int, int], tuple[int, int]]:
    return (pair.a.number, pair.b.document), (pair.b.number, pair.a.document)
