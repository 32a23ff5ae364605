"""The labelled stories and pairs themselves: quotes stand where they say, and the data are of many kinds."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from quality.labels import (
    ALARMS,
    load_pairs,
    load_story,
    story_folders,
)

from claimcheck.expectations.labels import find
from claimcheck.model.guard import Guard

FOLDERS = story_folders()


@pytest.mark.parametrize("folder", FOLDERS, ids=[f.name for f in FOLDERS])
def test_every_quote_stands_where_its_label_says(folder: Path) -> None:
    """Each quote is found exactly once, or says which; all articles are named; look-alikes are labelled too."""
    story = load_story(folder)
    assert {d.path for d in story.documents} == {p.name for p in folder.iterdir()} - {"story.toml"}
    assert 2 <= len(story.documents) <= 4
    assert story.forbid
    for label in (*story.expect, *story.forbid):
        for side in (label.a, label.b):
            text = next(d.text for d in story.documents if d.path == side.document)
            start, end = side.places[0]
            assert text[start:end] == side.quote


@pytest.mark.parametrize("folder", FOLDERS, ids=[f.name for f in FOLDERS])
def test_no_two_labels_say_the_opposite(folder: Path) -> None:
    """The same two quotes are not both expected and forbidden, nor labelled twice."""
    story = load_story(folder)
    sides = Counter(
        frozenset({(label.a.document, label.a.places[0]), (label.b.document, label.b.places[0])})
        for label in (*story.expect, *story.forbid)
    )
    assert [pair for pair, times in sides.items() if times > 1] == []


def test_stories_are_enough_and_some_are_quiet() -> None:
    """At least twelve invented stories, at least three in which nothing may be reported."""
    stories = [load_story(f) for f in FOLDERS]
    assert len(stories) >= 13
    assert sum(s.quiet for s in stories) >= 3
    assert {label.guard for s in stories for label in s.forbid} == set(Guard)


def test_each_guard_has_pairs_of_both_sides() -> None:
    """A guard that stops everything, or nothing, must show."""
    pairs = load_pairs()
    for guard in Guard:
        alarms = [p.verdict in ALARMS for p in pairs if p.group == guard]
        assert min(alarms.count(True), alarms.count(False)) >= 3, guard


def test_pairs_are_not_repeated() -> None:
    """No two pairs are the same two sentences."""
    sentences = Counter(frozenset({p.herald, p.ledger}) for p in load_pairs())
    assert max(sentences.values()) == 1


@pytest.mark.parametrize(
    ("quote", "occurrence", "told"),
    [("storm", None, "stands 2 times"), ("storm", 3, "`occurrence` is 3"), ("rain", 1, "stands 1 times"),
     ("hail", None, "does not stand")],
)
def test_a_quote_that_does_not_fit_is_refused(quote: str, occurrence: int | None, told: str) -> None:
    """Missing, ambiguous and needlessly numbered quotes are errors, so that labels cannot drift from their texts."""
    with pytest.raises(ValueError, match=told):
        find("A storm, rain, a storm.", quote, occurrence)


def test_an_occurrence_chooses_a_place() -> None:
    """Occurrences are counted from one."""
    assert find("A storm, rain, a storm.", "storm", 2) == (17, 22)
