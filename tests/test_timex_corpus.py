"""fixtures/grammar/timex.toml: every wording has its value, every look-alike none, every production its wording."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from claimcheck.extract.cover import cover
from claimcheck.extract.grammar import Node
from claimcheck.extract.timex import TIME, TIMEX_PRODUCTIONS
from claimcheck.extract.timex_resolve import resolve
from claimcheck.extract.tokens import tokenise
from claimcheck.extract.values import _grammar, read_values
from claimcheck.model.span import Span
from claimcheck.model.value import Direction, Timex

CORPUS = tomllib.loads((Path(__file__).parent.parent / "fixtures/grammar/timex.toml").read_text(encoding="utf-8"))
CASES = [(case, wording) for case in CORPUS["value"] for wording in case["as"]]
NOTHING = [wording for case in CORPUS["nothing"] for wording in case["as"]]


@pytest.mark.parametrize(("case", "wording"), CASES, ids=[f"{w}" for _, w in CASES])
def test_a_wording_has_the_value_of_its_entry(case: dict[str, Any], wording: str) -> None:
    """The bracketed words are one time expression with the value, ends and relation of the entry."""
    timex = _read(case, wording)
    if "is" in case:
        assert timex.value == case["is"]
    assert timex.relation.value == case.get("relation", "in")
    assert timex.type.value == case.get("type", timex.type.value)
    if case.get("open"):
        assert not timex.resolved
        return
    assert timex.resolved
    for end in ("start", "end"):
        if end in case:
            assert getattr(timex, end) == _moment(case[end])


@pytest.mark.parametrize("wording", NOTHING)
def test_a_look_alike_is_no_time(wording: str) -> None:
    """Words and figures that only look like a time give none."""
    assert [t.span.of(wording) for t in read_values(wording).times] == []


def test_every_production_has_a_wording() -> None:
    """A production that no wording of the corpus needs is not known to be right."""
    fired: set[tuple[str, str]] = set()
    for case, wording in CASES:
        tokens = tokenise(_text(case, wording)[0])
        for node in cover(_grammar(()).parse(tokens).nodes("time", "quantity", "look")):
            if node.kind == TIME:
                fired.update(_productions(node))
    assert sorted({(p.kind, p.name) for p in TIMEX_PRODUCTIONS if p.kind != "t.feast"} - fired) == []


def _read(case: dict[str, Any], wording: str) -> Timex:
    text, span = _text(case, wording)
    times = read_values(text).times
    direction = Direction(case.get("tense", "unknown"))
    found = resolve(times, text, reference=CORPUS["reference"], directions=[direction] * len(times))
    assert span in [t.span for t in found], [t.span.of(text) for t in found]
    return next(t for t in found if t.span == span)


def _text(case: dict[str, Any], wording: str) -> tuple[str, Span]:
    before = f"{case['on']} " if "on" in case else ""
    start, end = wording.index("["), wording.index("]") - 1
    return before + wording.replace("[", "").replace("]", ""), Span(len(before) + start, len(before) + end)


def _productions(node: Node) -> Iterator[tuple[str, str]]:
    yield node.kind, node.production
    for child in node.children:
        if isinstance(child, Node):
            yield from _productions(child)


def _moment(end: date) -> datetime:
    return end if isinstance(end, datetime) else datetime.combine(end, time())
