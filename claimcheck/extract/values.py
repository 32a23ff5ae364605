"""Read the quantities and times of a text with one run of the chart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.extract.amount import Amount
from claimcheck.extract.cover import cover
from claimcheck.extract.grammar import Chart, Grammar, Node, names, tree
from claimcheck.extract.quantity import productions
from claimcheck.extract.shared_unit import share_units
from claimcheck.extract.timex import TIMEX_PRODUCTIONS, TimeExpression, may_last, recognise
from claimcheck.extract.tokens import Token, tokenise
from claimcheck.lexicon.own import spoken
from claimcheck.lexicon.own_units import with_own
from claimcheck.model.span import Span
from claimcheck.model.value import Look, Quantity, QuantityKind
from claimcheck.model.vocabulary import OwnUnit

_FIGURES = frozenset(("cardinal", "ordinal", "number.half", "number.a_part", "number.parts", "number.digits",
                      "number.suffixed"))


@dataclass(frozen=True, slots=True)
class Values:
    """What was read from one text, each in the order of the text; spans refer to it. The duration of "within 10 days"
    is a quantity as well as a part of a time."""

    quantities: tuple[Quantity, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    looks: tuple[Look, ...] = ()


def read_values(text: str) -> Values:
    """The quantities, the time expressions (not yet resolved) and the digits that are neither."""
    return _values(text, spoken().units)


@lru_cache(maxsize=4_096)  # wire copies repeat their sentences
def _values(text: str, units: tuple[OwnUnit, ...]) -> Values:
    tokens = tokenise(text)
    chart = _grammar(units).parse(tokens)
    nodes = share_units(cover(chart.nodes("time", "quantity", "look")), tokens)
    amounts = [amount for node in nodes for amount in _amounts(node, chart)]
    return Values(
        tuple(_quantity(node, tokens) for node in amounts),
        tuple(recognise(node, tokens) for node in nodes if node.kind == "time"),
        tuple(Look(_span(node.start, node.end, tokens), node.value) for node in nodes if node.kind == "look"),
    )


def explain(text: str) -> Iterator[str]:
    """The tokens and the derivation of every value, a line each."""
    tokens = tokenise(text)
    yield " ".join(f"{t.text}/{t.kind}" for t in tokens)
    for node in share_units(cover(_grammar(spoken().units).parse(tokens).nodes("time", "quantity", "look")), tokens):
        yield from tree(node, tokens)


@lru_cache(maxsize=8)
def _grammar(own: tuple[OwnUnit, ...]) -> Grammar:
    return Grammar((*productions(with_own(own)), *TIMEX_PRODUCTIONS))


def _amounts(node: Node, chart: Chart) -> Iterator[Node]:
    """A quantity itself, and the duration in a time that may say how long something took ("within 10 days")."""
    if node.kind == "quantity":
        yield node
    elif node.kind == "time" and may_last(node.value):
        inside = (n for at in range(node.start, node.end) for n in (chart.at[at] or {}).get("quantity", ())
                  if n.end <= node.end and n.value.kind is QuantityKind.DURATION)
        longest = max(inside, key=lambda n: (n.end - n.start, -n.start), default=None)
        if longest is not None:
            yield longest


def _quantity(node: Node, tokens: Sequence[Token]) -> Quantity:
    amount: Amount = node.value
    figures = list(_figures(node))
    first, last = (figures[0].start, figures[-1].end) if figures else (node.start, node.end)
    return Quantity(
        span=_span(node.start, node.end, tokens), figure=_span(first, last, tokens), kind=amount.kind,
        interval=amount.interval, unit=amount.unit, precision=amount.precision, hedge=amount.hedge, vague=amount.vague,
        soft_bound=amount.soft, derivation=" > ".join(names(node)),
    )


def _figures(node: Node) -> Iterator[Node]:
    """The nodes that are the digits or number words alone."""
    if node.kind in _FIGURES:
        yield node
        return
    for child in node.children:
        if isinstance(child, Node):
            yield from _figures(child)


def _span(start: int, end: int, tokens: Sequence[Token]) -> Span:
    return Span(tokens[start].start, tokens[end - 1].end)
