"""The same texts give the same bytes, whatever the hash seed or the order of the files."""

from __future__ import annotations

import json
from datetime import date

import pytest
from conftest import ROOT, Command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import claimcheck

STORY = ROOT / "fixtures" / "stories" / "jeweller-raid"
FILES = sorted(str(path) for path in STORY.glob("*.txt"))
WORDS = st.sampled_from(
    ["The mayor", "two", "bridges", "12", "people", "were", "killed", "on Monday", "in Harrow", "said", "no", '"', ".",
     "rose to", "5 percent", "€3m", "longer than", "the siege", "did not", "close", "\n\n", "Ann Lee", "nearly"]
)
TEXTS = st.lists(WORDS, min_size=3, max_size=40).map(" ".join)


@pytest.mark.parametrize("seed", ["1", "4242"])
def test_hash_seed_does_not_matter(command: Command, seed: str) -> None:
    """Sets and dictionaries of strings change their order with the seed; the report does not."""
    arguments = ["compare", "--no-cache", "--model", "hashing", "--fail-on", "never", "--format", "json", *FILES]
    runs = [command(*arguments, env={"PYTHONHASHSEED": s}) for s in ("0", seed)]
    assert runs[0].returncode == 0, runs[0].stderr
    assert runs[0].stdout == runs[1].stdout


def test_order_of_files_does_not_matter(command: Command) -> None:
    """Only the list of documents follows the order in which they were named."""
    arguments = ["compare", "--no-cache", "--model", "hashing", "--fail-on", "never", "--format", "json"]
    first, second = (json.loads(command(*arguments, *files).stdout) for files in (FILES, FILES[::-1]))
    assert first["documents"] == second["documents"][::-1]
    for key in ("findings", "origins", "topics", "matrix", "coverage"):
        assert first[key] == second[key]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, TEXTS)
def test_any_texts_are_compared_alike_in_both_orders(a: str, b: str) -> None:
    """Made-up texts raise nothing, every quote stands where its span says, and the order makes no difference."""
    days = {"a": date(2031, 3, 4), "b": date(2031, 3, 5)}
    hashing = claimcheck.Settings(model="hashing", preview=True)
    one = claimcheck.compare_texts({"a": a, "b": b}, published=days, settings=hashing)
    other = claimcheck.compare_texts({"b": b, "a": a}, published=days, settings=hashing)
    assert one.findings == other.findings
    assert not one.failures
    for evidence in (e for f in one.findings for e in f.evidence):
        assert {"a": a, "b": b}[evidence.document][evidence.span.start : evidence.span.end] == evidence.quote
