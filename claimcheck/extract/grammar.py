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

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any, NamedTuple

from claimcheck.extract.pattern import (
    APART,
    GLUED,
    Kind,
    Place,
    Production,
    Rule,
    Words,
    ahead,
    behind,
    kind,
    not_ahead,
    not_behind,
    opt,
    rules,
    token,
)
from claimcheck.extract.tokens import Token

__all__ = [
    "APART", "GLUED", "Chart", "Grammar", "Node", "Place", "Production", "ahead", "behind", "kind", "names",
    "not_ahead", "not_behind", "opt", "token", "tree",
]
MAX_NODES = 120  # nodes that start at one token
MAX_STEPS = 6000  # matching steps for one token


class Node(NamedTuple):
    """Something recognised over the tokens [start, end). `children` are nodes and tokens in the order of the text."""

    start: int
    end: int
    kind: str
    value: Any
    production: str
    children: tuple[Node | Token, ...]


class Grammar:
    """Productions indexed by their left corner and by what must follow it. Build one instance and use it for every
    text."""

    def __init__(self, productions: Iterable[Production]) -> None:
        self.productions = tuple(productions)
        self._by_word: dict[str, _Corner] = {}
        self._by_token: dict[str, _Corner] = {}
        self._by_kind: dict[str, _Corner] = {}
        every = (rule for production in self.productions for rule in rules(production))
        for order, rule in enumerate(every):
            self._enter(replace(rule, order=order))

    def parse(self, tokens: Sequence[Token]) -> Chart:
        """Every node over `tokens`."""
        chart = Chart(tokens)
        by_word, by_token = self._by_word, self._by_token
        for start in range(len(tokens) - 1, -1, -1):
            here = tokens[start]
            corner = by_word.get(here.norm)
            found = corner.after(chart, start + 1) if corner else []
            corner = by_token.get(here.kind)
            if corner:
                found = found + [r for r in corner.after(chart, start + 1) if r.test is None or r.test(here)]
            if found:
                self._fill(chart, start, found)
        return chart

    def _fill(self, chart: Chart, start: int, first: list[Rule]) -> None:
        here = chart.tokens[start]
        run = _Run(chart, start)
        for rule in first:
            run.apply(rule, here, start + 1)
        by_kind = self._by_kind
        for node in run.agenda:  # the list grows while it is read
            corner = by_kind.get(node.kind)
            if corner:
                for rule in corner.after(chart, node.end):
                    if rule.test is None or rule.test(node.value):
                        run.apply(rule, node, node.end)

    def _enter(self, rule: Rule) -> None:
        corner = rule.corner
        if isinstance(corner, Words):
            for word in sorted(corner.words):
                self._by_word.setdefault(word, _Corner()).enter(rule)
        elif isinstance(corner, Kind):
            self._by_kind.setdefault(corner.name, _Corner()).enter(rule)
        else:
            self._by_token.setdefault(corner.kind, _Corner()).enter(rule)


class _Corner:
    """The rules with one left corner, by the item that must match behind it."""

    __slots__ = ("always", "by_kind", "by_token", "by_word")

    def __init__(self) -> None:
        self.always: list[Rule] = []  # nothing need follow
        self.by_word: dict[str, list[Rule]] = {}
        self.by_token: dict[str, list[Rule]] = {}
        self.by_kind: dict[str, list[Rule]] = {}

    def enter(self, rule: Rule) -> None:
        following = next((step for step in rule.steps if not isinstance(step, Place)), None)
        if following is None:
            self.always.append(rule)
        elif isinstance(following, Words):
            for word in following.words:
                self.by_word.setdefault(word, []).append(rule)
        elif isinstance(following, Kind):
            self.by_kind.setdefault(following.name, []).append(rule)
        else:
            self.by_token.setdefault(following.kind, []).append(rule)

    def after(self, chart: Chart, end: int) -> list[Rule]:
        """The rules that what stands at token `end` does not rule out, in the order of the table."""
        if end >= len(chart.tokens):
            return self.always
        following = chart.tokens[end]
        found = self.always
        if (more := self.by_word.get(following.norm)) is not None:
            found = found + more
        if (more := self.by_token.get(following.kind)) is not None:
            found = found + more
        if self.by_kind and (at := chart.at[end]):
            for name in at:
                if (more := self.by_kind.get(name)) is not None:
                    found = found + more
        if found is not self.always:
            found.sort(key=_order)
        return found


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


class _Run:
    """The work for one start token."""

    __slots__ = ("agenda", "chart", "start", "steps_left")

    def __init__(self, chart: Chart, start: int) -> None:
        self.chart = chart
        self.start = start
        self.agenda: list[Node] = []
        self.steps_left = MAX_STEPS

    def apply(self, rule: Rule, corner: Node | Token, end: int) -> None:
        for place in rule.before:
            if not place.holds(self.chart.tokens, self.start):
                return
        self._match(rule, 0, end, (corner,))

    def _match(self, rule: Rule, step: int, pos: int, found: tuple[Node | Token | None, ...]) -> None:
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

    def _complete(self, rule: Rule, end: int, found: tuple[Node | Token | None, ...]) -> None:
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
        at = self.chart.at[self.start]
        if at is None:
            at = self.chart.at[self.start] = {}
        same = at.setdefault(made, [])
        if any(n.end == end and n.value == value for n in same):
            return
        children = tuple(child for child in found if child is not None)
        node = Node(self.start, end, made, value, rule.production.name, children)
        same.append(node)
        self.agenda.append(node)


_order = attrgetter("order")
