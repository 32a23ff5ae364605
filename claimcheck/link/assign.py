"""Which of the comparable pairs stand.

An article that names several figures of one kind is read so that figures that agree belong together. A mismatch is
dropped where either side agrees as well with another statement of the other document, where the value of one side
stands beside the other one anyway, or where parts named in one sentence add up to it; and it is kept only between
statements that are each other's best match.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from math import log

from claimcheck.lexicon.antonyms import counted_apart
from claimcheck.lexicon.predicates import concepts_of
from claimcheck.link.statement import Pair, Statement
from claimcheck.model.fact import Aspect
from claimcheck.model.value import Quantity

# A mismatch must fit better than an agreement by this much to stand beside it.
MARGIN = 0.12
# Figures this near (as logarithm of their ratio) are of one thing rather than others that are so many times farther.
CLOSE, MUCH_FARTHER = 0.05, 4
# So many figures of one sentence are tried as parts of a sum.
MAX_PARTS = 5

Agrees = Callable[[Quantity, Quantity], bool]


def assign(
    pairs: Sequence[Pair], statements: Sequence[Statement], agreeing: frozenset[str], conflicting: frozenset[str],
    *, agrees: Agrees, same_wording: Callable[[Pair], bool],
) -> tuple[list[Pair], list[Pair]]:
    """The pairs that stand and those that are explained away, these with the guard that did it.

    `agrees` says whether two amounts are the same beyond rounding; pairs whose standing is in neither set pass through.
    """
    agreed: defaultdict[tuple[int, int], list[Pair]] = defaultdict(list)
    best: dict[tuple[int, int], float] = {}
    for pair in pairs:
        for key in _keys(pair):
            if pair.standing in agreeing:
                agreed[key].append(pair)
            elif pair.standing in conflicting:
                best[key] = max(best.get(key, 0.0), pair.alignment.score)
    beside = _by_sentence(statements)
    kept: list[Pair] = []
    dropped: list[Pair] = []
    outdone: set[int] = set()  # agreements that are far off beside a mismatch that stands
    for pair in pairs:
        reason = ""
        if pair.standing in conflicting:
            score = pair.alignment.score
            rivals = [p for k in _keys(pair) for p in agreed[k]]
            if any(score < p.alignment.score + _margin(p) and not _far(p, pair) for p in rivals):
                reason = "another statement of the other document has this value"
            elif any(score < best[k] for k in _keys(pair)):
                reason = "another statement of the other document fits better"
            elif not same_wording(pair):
                reason = _explained(pair, beside, agrees)
            outdone.update(id(p) for p in rivals if not reason and _far(p, pair))
        (dropped if reason else kept).append(_set_aside(pair, reason) if reason else pair)
    dropped += [_set_aside(p, "another statement of the document is much nearer") for p in kept if id(p) in outdone]
    return [p for p in kept if id(p) not in outdone], dropped


def _set_aside(pair: Pair, reason: str) -> Pair:
    guard = "refinement" if reason.startswith("parts") else "other-subject"
    return replace(pair, alignment=replace(pair.alignment, guard=guard, reason=reason))


def _margin(agreeing: Pair) -> float:
    """ "Dozens" leaves room for so much that it says little about which figure it is."""
    values = (agreeing.a.fact.value, agreeing.b.fact.value)
    return 0.0 if any(isinstance(v, Quantity) and v.vague for v in values) else MARGIN


def _far(agreeing: Pair, pair: Pair) -> bool:
    """ "Less than 93.2 million" was hardly said of the 74 million that fit, where 93.4 million stand beside them."""
    distance = _distance(pair)
    return distance < CLOSE and distance * MUCH_FARTHER < _distance(agreeing)


def _distance(pair: Pair) -> float:
    """Natural logarithm of the ratio of the two figures; 0 where it is not known."""
    figures = [f.value.base.figure for f in (pair.a.fact, pair.b.fact) if isinstance(f.value, Quantity)]
    known = [float(figure) for figure in figures if figure is not None and figure > 0]
    return abs(log(known[0] / known[1])) if len(known) == 2 else 0.0


def _explained(pair: Pair, beside: dict[tuple[int, int, str], list[Statement]], agrees: Agrees) -> str:
    for mine, other in ((pair.a, pair.b), (pair.b, pair.a)):
        value = mine.fact.value
        if not isinstance(value, Quantity):
            return ""
        # What is counted of the dead is no figure of the wounded, though both are the same.
        near = [s for s in beside[_sentence(other)] if isinstance(s.fact.value, Quantity)
                and not counted_apart(mine.fact.measure.event, s.fact.measure.event)
                and not (s.fact.measure.aspect is Aspect.PREVIOUS and _runs(pair))]
        figures = [s.fact.value for s in near if isinstance(s.fact.value, Quantity)]
        if any(agrees(value, q) for q in figures if q != other.fact.value and q.base == value.base):
            return "its value stands in the same sentence of the other document"
        parts = [s for s in near if s.fact.measure.aspect is not Aspect.CHANGE][:MAX_PARTS]
        if any(agrees(value, total) for total in _sums(parts)):
            return "parts of the other sentence add up to it"
    return ""


def _runs(pair: Pair) -> bool:
    """A count of two days that goes on: "41 are missing, down from 60" is an update of 60, and no slip."""
    days = {s.published for s in (pair.a, pair.b)}
    running = concepts_of("cumulative") | concepts_of("fluctuating")
    return len(days) > 1 and None not in days and pair.a.fact.measure.event in running


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
                    first,
                    low=None if first.low is None else total,
                    high=None if first.high is None else total,
                )
                yield replace(some[0], interval=interval, precision=max(q.precision for q in some))


def _by_sentence(statements: Sequence[Statement]) -> defaultdict[tuple[int, int, str], list[Statement]]:
    table: defaultdict[tuple[int, int, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        table[_sentence(statement)].append(statement)
    return table


def _sentence(statement: Statement) -> tuple[int, int, str]:
    return statement.document, statement.claim.sentence, statement.fact.measure.dimension


def _keys(pair: Pair) -> tuple[tuple[int, int], tuple[int, int]]:
    return _key(pair.a, pair.b), _key(pair.b, pair.a)


def _key(mine: Statement, other: Statement) -> tuple[int, int]:
    return mine.number, other.document
