"""A small bottom-up chart engine: productions over tokens and nodes, run to a fixpoint.

It works from the last token to the first. When the nodes that start at a token are built, every node that starts
further right is already there, so a production only has to look right from its left corner; an agenda takes new nodes
that start at the same token until no production gives another. The number of nodes and of matching steps a token may
cause is bounded, so the time is linear in the text, whatever the text.

How to write a production:

    Production("<number> years ago", "time", (kind("cardinal"), {"year", "years"}, "ago"), build)

* A pattern item is a word (`"ago"`; `"no more than"` stands for three items), a set of words, `kind(NAME, test=None)`
  for a node already built (the test sees its value), `token(TOKEN_KIND, test=None)` for a token, or `opt(item, ...)`
  for an item that may be missing. Words are compared with `Token.norm`.
* Zero-width items: `behind(words)`, `not_behind(words)`, `ahead(words)`, `not_ahead(words)` look at the token before
  or after the place and take words or a test on the token (None at the ends of the text); `GLUED` and `APART` demand
  that no space, or some space, stands there.
* `build` is called with one argument for every item that is not zero-width, in order: the *value* of a node, the
  `Token` of a word, None for a missing optional item. What it returns becomes the value of the new node; None means
  that the production does not apply after all.

Nodes are found under their kind. Values should be small and comparable (frozen dataclasses): two nodes of the same
kind, place and value are kept once, the first production in the table wins.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, NamedTuple

from claimcheck.extract.tokens import Token

TokenTest = Callable[[Token | None], bool]
MAX_NODES = 120  # nodes that start at one token
MAX_STEPS = 6000  # matching steps for one token


@dataclass(frozen=True, slots=True)
class Words:
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Kind:
    name: str
    test: Callable[[Any], bool] | None = None


@dataclass(frozen=True, slots=True)
class OneToken:
    kind: str
    test: Callable[[Token], bool] | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Zero-width: `holds(tokens, at)` with `at` the index of the next token."""

    holds: Callable[[Sequence[Token], int], bool]


@dataclass(frozen=True, slots=True)
class Optional:
    items: tuple[Item, ...]


Item = Words | Kind | OneToken | Place | Optional
Written = str | Collection[str] | Item


@dataclass(frozen=True, slots=True)
class Production:
    """`name` is the pattern in words; see the module docstring for `pattern` and `build`."""

    name: str
    kind: str
    pattern: tuple[Written, ...]
    build: Callable[..., Any]


class Node(NamedTuple):
    """Something recognised over the tokens [start, end). `children` are nodes and tokens in the order of the text."""

    start: int
    end: int
    kind: str
    value: Any
    production: str
    children: tuple[Node | Token, ...]


def kind(name: str, test: Callable[[Any], bool] | None = None) -> Item:
    return Kind(name, test)


def token(name: str, test: Callable[[Token], bool] | None = None) -> Item:
    return OneToken(name, test)


def opt(*items: Written) -> Item:
    """All the items or none of them."""
    return Optional(tuple(_items(items)))


def ahead(what: Collection[str] | TokenTest) -> Item:
    test = _test(what)
    return Place(lambda tokens, at: test(tokens[at] if at < len(tokens) else None))


def not_ahead(what: Collection[str] | TokenTest) -> Item:
    test = _test(what)
    return Place(lambda tokens, at: not test(tokens[at] if at < len(tokens) else None))


def behind(what: Collection[str] | TokenTest) -> Item:
    test = _test(what)
    return Place(lambda tokens, at: test(tokens[at - 1] if at else None))


def not_behind(what: Collection[str] | TokenTest) -> Item:
    test = _test(what)
    return Place(lambda tokens, at: not test(tokens[at - 1] if at else None))


GLUED: Item = Place(lambda tokens, at: at < len(tokens) and tokens[at].glued)
APART: Item = Place(lambda tokens, at: at >= len(tokens) or not tokens[at].glued)


class Grammar:
    """Productions indexed by their left corner. One instance is built once and used for every text."""

    def __init__(self, productions: Iterable[Production]) -> None:
        self.productions = tuple(productions)
        self._by_word: dict[str, list[_Rule]] = {}
        self._by_token: dict[str, list[_Rule]] = {}
        self._by_kind: dict[str, list[_Rule]] = {}
        for production in self.productions:
            for rule in _rules(production):
                self._enter(rule)

    def parse(self, tokens: Sequence[Token]) -> Chart:
        """Every node over `tokens`."""
        chart = Chart(tokens)
        for start in range(len(tokens) - 1, -1, -1):
            here = tokens[start]
            rules = self._by_word.get(here.norm)
            more = self._by_token.get(here.kind)
            if rules or more:
                self._fill(chart, start, rules or [], more or [])
        return chart

    def _fill(self, chart: Chart, start: int, by_word: list[_Rule], by_token: list[_Rule]) -> None:
        here = chart.tokens[start]
        at: dict[str, list[Node]] = {}
        chart.at[start] = at
        run = _Run(chart, at, start)
        for rule in by_word:
            run.apply(rule, here, start + 1)
        for rule in by_token:
            test = rule.test
            if test is None or test(here):
                run.apply(rule, here, start + 1)
        by_kind = self._by_kind
        for node in run.agenda:  # the list grows while it is read
            for rule in by_kind.get(node.kind, ()):
                test = rule.test
                if test is None or test(node.value):
                    run.apply(rule, node, node.end)
        if not at:
            chart.at[start] = None

    def _enter(self, rule: _Rule) -> None:
        corner = rule.corner
        if isinstance(corner, Words):
            for word in sorted(corner.words):
                self._by_word.setdefault(word, []).append(rule)
        elif isinstance(corner, Kind):
            self._by_kind.setdefault(corner.name, []).append(rule)
        else:
            self._by_token.setdefault(corner.kind, []).append(rule)


class Chart:
    """The result of a parse: nodes by start token and kind."""

    __slots__ = ("at", "tokens")

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.at: list[dict[str, list[Node]] | None] = [None] * (len(tokens) + 1)

    def nodes(self, *kinds: str) -> Iterator[Node]:
        """The nodes of these kinds in the order of their start."""
        for at in self.at:
            if at:
                for name in kinds:
                    yield from at.get(name, ())


def names(node: Node) -> Iterator[str]:
    """The productions of a derivation, outermost first."""
    yield node.production
    for child in node.children:
        if isinstance(child, Node):
            yield from names(child)


def tree(node: Node, tokens: Sequence[Token], depth: int = 0) -> Iterator[str]:
    """The derivation as indented lines."""
    words = " ".join(t.text for t in tokens[node.start : node.end])
    yield f"{'  ' * depth}{node.kind} \u201c{words}\u201d [{node.production}] {node.value}"
    for child in node.children:
        if isinstance(child, Node):
            yield from tree(child, tokens, depth + 1)


@dataclass(frozen=True, slots=True)
class _Rule:
    """One production with its optional items settled. `slots[i]` is the argument that `steps[i]` fills, -1 for none."""

    production: Production
    before: tuple[Place, ...]  # zero-width items in front of the left corner
    corner: Words | Kind | OneToken
    test: Callable[[Any], bool] | None
    corner_slot: int
    steps: tuple[Words | Kind | OneToken | Place, ...]
    slots: tuple[int, ...]
    arguments: int


class _Run:
    """The work for one start token."""

    __slots__ = ("agenda", "at", "chart", "start", "steps_left")

    def __init__(self, chart: Chart, at: dict[str, list[Node]], start: int) -> None:
        self.chart = chart
        self.at = at
        self.start = start
        self.agenda: list[Node] = []
        self.steps_left = MAX_STEPS

    def apply(self, rule: _Rule, corner: Node | Token, end: int) -> None:
        for place in rule.before:
            if not place.holds(self.chart.tokens, self.start):
                return
        self._match(rule, 0, end, (corner,))

    def _match(self, rule: _Rule, step: int, pos: int, found: tuple[Node | Token | None, ...]) -> None:
        """Match the steps from `step` on at token `pos`; `found` has one entry a step (None: zero-width)."""
        self.steps_left -= 1
        steps = rule.steps
        if step == len(steps):
            self._complete(rule, pos, found)
            return
        item = steps[step]
        tokens = self.chart.tokens
        if isinstance(item, Place):
            if item.holds(tokens, pos):
                self._match(rule, step + 1, pos, (*found, None))
        elif pos < len(tokens) and self.steps_left > 0:
            if isinstance(item, Kind):
                at = self.chart.at[pos]
                if at:
                    for node in at.get(item.name, ()):
                        if item.test is None or item.test(node.value):
                            self._match(rule, step + 1, node.end, (*found, node))
            elif isinstance(item, Words):
                if tokens[pos].norm in item.words:
                    self._match(rule, step + 1, pos + 1, (*found, tokens[pos]))
            elif tokens[pos].kind == item.kind and (item.test is None or item.test(tokens[pos])):
                self._match(rule, step + 1, pos + 1, (*found, tokens[pos]))

    def _complete(self, rule: _Rule, end: int, found: tuple[Node | Token | None, ...]) -> None:
        if len(self.agenda) >= MAX_NODES:
            return
        arguments: list[Any] = [None] * rule.arguments
        corner = found[0]
        arguments[rule.corner_slot] = corner.value if isinstance(corner, Node) else corner
        for slot, child in zip(rule.slots, found[1:], strict=True):
            if slot >= 0:
                arguments[slot] = child.value if isinstance(child, Node) else child
        value = rule.production.build(*arguments)
        if value is None:
            return
        made = rule.production.kind
        same = self.at.setdefault(made, [])
        if any(n.end == end and n.value == value for n in same):
            return
        children = tuple(child for child in found if child is not None)
        node = Node(self.start, end, made, value, rule.production.name, children)
        same.append(node)
        self.agenda.append(node)


def _test(what: Collection[str] | TokenTest) -> TokenTest:
    if callable(what):
        return what
    words = frozenset(what)
    return lambda t: t is not None and t.norm in words


def _items(pattern: Iterable[Written]) -> Iterator[Item]:
    for written in pattern:
        if isinstance(written, str):
            for word in written.split():
                yield Words(frozenset((word,)))
        elif isinstance(written, Words | Kind | OneToken | Place | Optional):
            yield written
        else:
            yield Words(frozenset(written))


def _rules(production: Production) -> Iterator[_Rule]:
    """One rule for every way to take or leave the optional items, the fullest first."""
    items = tuple(_items(production.pattern))
    optional = [i for i, item in enumerate(items) if isinstance(item, Optional)]
    for taken in product((True, False), repeat=len(optional)):
        use = dict(zip(optional, taken, strict=True))
        flat: list[tuple[Words | Kind | OneToken | Place, int]] = []
        slot = 0
        for i, item in enumerate(items):
            for part in item.items if isinstance(item, Optional) else (item,):
                if isinstance(part, Optional):
                    raise ValueError(f"{production.name}: an optional item inside an optional item")
                consuming = not isinstance(part, Place)
                if use.get(i, True):
                    flat.append((part, slot if consuming else -1))
                slot += consuming
        yield _rule(production, flat, slot)


def _rule(production: Production, flat: list[tuple[Words | Kind | OneToken | Place, int]], arguments: int) -> _Rule:
    first = next((i for i, (part, _) in enumerate(flat) if not isinstance(part, Place)), None)
    if first is None:
        raise ValueError(f"{production.name}: the pattern may be empty")
    corner, corner_slot = flat[first]
    assert not isinstance(corner, Place)
    before = tuple(part for part, _ in flat[:first] if isinstance(part, Place))
    rest = flat[first + 1 :]
    steps, slots = tuple(part for part, _ in rest), tuple(slot for _, slot in rest)
    test = None if isinstance(corner, Words) else corner.test
    return _Rule(production, before, corner, test, corner_slot, steps, slots, arguments)
