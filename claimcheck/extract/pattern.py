"""Patterns of the chart grammar: items, productions, and the rules that the engine runs.

`claimcheck.extract.grammar` tells how to write a production and gives out these names.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from claimcheck.extract.tokens import Token

TokenTest = Callable[[Token | None], bool]


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


@dataclass(frozen=True, slots=True)
class Rule:
    """One production with its optional items settled. `slots[i]` is the argument that `steps[i]` fills, -1 for none."""

    production: Production
    before: tuple[Place, ...]  # zero-width items in front of the left corner
    corner: Words | Kind | OneToken
    test: Callable[[Any], bool] | None
    corner_slot: int
    steps: tuple[Words | Kind | OneToken | Place, ...]
    slots: tuple[int, ...]
    arguments: int
    order: int = 0


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


def rules(production: Production) -> Iterator[Rule]:
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


def _rule(production: Production, flat: list[tuple[Words | Kind | OneToken | Place, int]], arguments: int) -> Rule:
    first = next((i for i, (part, _) in enumerate(flat) if not isinstance(part, Place)), None)
    if first is None:
        raise ValueError(f"{production.name}: the pattern may be empty")
    corner, corner_slot = flat[first]
    assert not isinstance(corner, Place)
    before = tuple(part for part, _ in flat[:first] if isinstance(part, Place))
    rest = flat[first + 1 :]
    steps, slots = tuple(part for part, _ in rest), tuple(slot for _, slot in rest)
    test = None if isinstance(corner, Words) else corner.test
    return Rule(production, before, corner, test, corner_slot, steps, slots, arguments)
