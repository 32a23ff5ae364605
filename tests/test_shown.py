"""Pages that are made from the code and from kept figures; what a run prints is held by tests/test_demo.py."""

from __future__ import annotations

import re
from types import FunctionType

import pytest
from conftest import ROOT
from shown import PAGES, TABLES
from shown.measured import KINDS, judged
from shown.reference import api

import claimcheck
from claimcheck.expectations.labels import ALARMS
from claimcheck.rules import RULES
from claimcheck.rules.rule import LIKELY, State

PUBLIC = [name for name in claimcheck.__all__ if not name.startswith("_")]


def test_the_reference_is_that_of_the_code() -> None:
    """Write it anew with `make shown`."""
    assert (ROOT / "docs/api.md").read_text(encoding="utf-8") == api()


@pytest.mark.parametrize("name", PUBLIC)
def test_a_public_name_says_what_it_is_and_a_function_what_it_raises(name: str) -> None:
    """In its docstring, which is its place in the reference."""
    value = getattr(claimcheck, name)
    words = " ".join(value.__doc__.split())
    section = re.search(rf"^### {name}\n(.*?)(?=^##)", api(), re.MULTILINE | re.DOTALL)
    assert section
    assert not words.startswith(f"{name}("), "made up by dataclass"
    assert words in " ".join(section[1].split())
    if isinstance(value, FunctionType):
        assert "Raises" in words


@pytest.mark.parametrize("name", TABLES)
def test_a_table_stands_on_a_page_as_it_is_made(name: str) -> None:
    """Figures that change in their files change on the pages, too."""
    pages = [page.read_text(encoding="utf-8") for page in PAGES]
    assert any(f"<!-- {name} -->\n{TABLES[name]()}<!-- /{name} -->" in page for page in pages)


def test_figures_of_other_ways_are_those_of_the_page_that_it_names() -> None:
    """docs/comparison.md says of similarity and of NLI what docs/claim-reader.md has."""
    page, source = ((ROOT / f"docs/{name}.md").read_text(encoding="utf-8") for name in ("comparison", "claim-reader"))
    figures = re.findall(r"(?<![\w.])(?:\d+,\d{3}|\.\d+)\b", page)
    assert len(figures) == 4
    assert all(figure in source for figure in figures)


def test_a_conflict_that_may_well_be_of_two_things_is_a_tension() -> None:
    """docs/how-it-decides.md and docs/faq.md name the probabilities, and say that alarms begin below them."""
    assert LIKELY == 0.3
    assert {r.name: r.likely for r in RULES if r.likely != LIKELY} == {"date-mismatch": 0.35}
    assert not [r.name for r in RULES if r.on_values and r.least >= r.likely and r.state is State.STABLE]


def test_each_rule_that_raises_alarms_is_of_one_kind_of_difference() -> None:
    """Else the table of precision would leave one out, or count it twice."""
    named = [name for names in KINDS.values() for name in names]
    assert sorted(named) == sorted(rule.name for rule in RULES if ALARMS & set(rule.verdicts))
    assert set(judged()) <= set(named)
