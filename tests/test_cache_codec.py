"""What the pipeline keeps comes back as it was."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.cache.codec import DamagedError, dump, identity, load
from claimcheck.cache.kept import code_version, keep
from claimcheck.cache.store import Cache, content_key
from claimcheck.config import Settings
from claimcheck.model.span import Span


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Leaf:
    amount: Decimal
    day: date | None = None
    moment: datetime | None = None


@dataclass(frozen=True, slots=True)
class Tree:
    name: str
    colour: Colour
    leaves: tuple[Leaf, ...]
    words: frozenset[str]
    fruit: Leaf | Span | None
    pair: tuple[int, Span] | None
    share: float = 0.0
    ripe: bool = False


leaves = st.builds(
    Leaf, st.decimals(allow_nan=False, allow_infinity=False), st.none() | st.dates(),
    st.none() | st.datetimes().map(lambda moment: moment.replace(fold=0)),
)
spans = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda ends: Span(min(ends), max(ends)))
trees = st.builds(
    Tree, st.text(), st.sampled_from(Colour), st.lists(leaves, max_size=3).map(tuple), st.frozensets(st.text()),
    st.none() | leaves | spans, st.none() | st.tuples(st.integers(), spans),
    st.floats(allow_nan=False, allow_infinity=False), st.booleans(),
)


@given(tree=trees)
def test_a_value_comes_back_as_it_was(tree: Tree) -> None:
    """Equal, of the same types, and with the digits of its decimals."""
    assert repr(load(Tree, dump(Tree, tree))) == repr(replace(tree, words=load(Tree, dump(Tree, tree)).words))
    assert load(Tree, dump(Tree, tree)) == tree


@given(text=st.text(st.characters()))
def test_any_text_can_be_kept(text: str) -> None:
    """Half a surrogate pair too: a document may hold one."""
    assert load(str, dump(str, text + "\ud800")) == text + "\ud800"


@given(data=st.binary(max_size=40) | st.recursive(st.none() | st.integers() | st.text(), st.lists).map(
    lambda value: repr(value).replace("None", "null").replace("'", '"').encode("utf-8", "replace")))
def test_what_is_no_such_value_is_damaged(data: bytes) -> None:
    """Anything but a value raises the one error that means: compute it again."""
    with pytest.raises(DamagedError):
        load(Tree, data)


@given(a=trees, b=trees)
def test_identity_tells_values_apart(a: Tree, b: Tree) -> None:
    """Equal keys for equal values only."""
    assert identity(a) == identity(replace(a))
    assert (identity(a) == identity(b)) == (dump(Tree, a) == dump(Tree, b))


def test_settings_are_part_of_a_key() -> None:
    assert identity(Settings()) == identity(Settings())
    assert identity(Settings()) != identity(Settings(model="hashing"))


def test_a_result_is_computed_once(tmp_path: Path) -> None:
    """And again where what was kept can no longer be read."""
    calls: list[int] = []

    def make() -> Span:
        calls.append(1)
        return Span(1, 2)

    def kept(cache: Cache) -> Span:
        return keep(cache, "test", lambda: content_key("test"), Span, make)

    assert [kept(Cache(tmp_path)) for _ in range(3)] == [Span(1, 2)] * 3
    assert len(calls) == 1
    Cache(tmp_path).put("test", content_key("test"), b"[2, 1]")
    assert [kept(Cache(tmp_path)) for _ in range(2)] == [Span(1, 2)] * 2
    assert len(calls) == 2
    assert [kept(Cache(None)) for _ in range(2)] == [Span(1, 2)] * 2
    assert len(calls) == 4


def test_what_is_not_worth_it_is_not_kept(tmp_path: Path) -> None:
    """A result that failed is tried again the next time."""
    cache = Cache(tmp_path)
    keep(cache, "test", lambda: content_key("test"), int, lambda: 1, worth=lambda value: value > 1)
    assert cache.info().entries == 0


def test_the_code_has_a_version() -> None:
    assert code_version() == code_version()
    assert "python" in code_version()
