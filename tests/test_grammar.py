"""The corpus of the grammar: every wording has its value, every production is used."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from quality.extract import shown

from claimcheck.extract.cover import cover
from claimcheck.extract.grammar import Grammar, Node
from claimcheck.extract.quantity import PRODUCTIONS
from claimcheck.extract.tokens import tokenise
from claimcheck.extract.values import read_values

CORPUS: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent.parent / "fixtures/grammar/quantity.toml").read_text(encoding="utf-8")
)
QUANTITIES = Grammar(PRODUCTIONS)
VALUES = [(entry["is"], text) for entry in CORPUS["value"] for text in entry["written"]]
LOOKS = [(entry["is"], text) for entry in CORPUS["look"] for text in entry["written"]]


def marked(text: str) -> tuple[str, int, int]:
    """A text without its marks, and the span between them."""
    start, end = text.index("⟦"), text.index("⟧") - 1
    return text.replace("⟦", "").replace("⟧", ""), start, end


@pytest.mark.parametrize(("value", "written"), VALUES, ids=[text for _, text in VALUES])
def test_every_wording_has_the_value_it_stands_under(value: str, written: str) -> None:
    """The marked words, and exactly they, are read as the value."""
    text, start, end = marked(written)
    found = {(q.span.start, q.span.end): shown(q) for q in read_values(text).quantities}
    assert found.get((start, end)) == value, found


@pytest.mark.parametrize(("kind", "written"), LOOKS, ids=[text for _, text in LOOKS])
def test_digits_that_are_no_amount_are_named(kind: str, written: str) -> None:
    """The marked digits are recognised as what they are, also where the grammar of times has no say."""
    text, start, end = marked(written)
    tokens = tokenise(text)
    nodes = cover(QUANTITIES.parse(tokens).nodes("quantity", "look"))
    assert [(tokens[n.start].start, tokens[n.end - 1].end, n.value) for n in nodes] == [(start, end, kind)]
    assert not read_values(text).quantities


@pytest.mark.parametrize("text", CORPUS["silent"]["texts"])
def test_look_alikes_give_nothing(text: str) -> None:
    """Pronouns, titles and idioms are not quantities."""
    assert read_values(text).quantities == ()


def test_every_production_is_used_in_the_corpus() -> None:
    """A production that no wording needs is not in the table."""
    used: set[tuple[str, str]] = set()
    for _, written in VALUES + LOOKS:
        tokens = tokenise(marked(written)[0])
        for node in cover(QUANTITIES.parse(tokens).nodes("quantity", "look")):
            used |= set(derivation(node))
    assert {(p.kind, p.name) for p in PRODUCTIONS} - used == set()


def derivation(node: Node) -> list[tuple[str, str]]:
    found = [(node.kind, node.production)]
    for child in node.children:
        if isinstance(child, Node):
            found += derivation(child)
    return found
