"""Quality on our own labelled data stays above fixtures/floors.toml, whose floors belong to that data."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from quality.floors import SECTIONS, Section, digest, load, pinned, shortfalls, written

NAMES = [s.name for s in SECTIONS]


@pytest.mark.parametrize("section", SECTIONS, ids=NAMES)
def test_floors_belong_to_the_data(section: Section) -> None:
    """Floors reached on other labels mean nothing: change the data, then look at the figures and pin again."""
    told = "the labelled data changed: look at the figures, then python -m tests.quality pin"
    assert load()[section.name]["digest"] == digest(section.data()), told


@pytest.mark.parametrize("section", SECTIONS, ids=NAMES)
@pytest.mark.slow
def test_no_figure_is_short_of_its_floor(section: Section) -> None:
    """The real program with all its rules; python -m tests.quality NAME --show lists misses and false alarms."""
    floors = load()[section.name]
    figures = section.measure()
    assert set(figures) == set(floors["at_least"]) | set(floors["at_most"]), "every figure has a floor"
    assert not shortfalls(figures, floors)


def test_a_shortfall_names_figure_and_floor() -> None:
    """Both directions are held, and a floor whose figure vanished is not silently kept."""
    floors = {"at_least": {"recall": 0.5, "gone": 0.1}, "at_most": {"false": 0.2}}
    assert shortfalls({"recall": 0.4, "false": 0.3}, floors) == [
        "recall is 0.4, at least 0.5 is wanted", "gone is not measured", "false is 0.3, at most 0.2 is wanted"]
    assert not shortfalls({"recall": 0.5, "gone": 0.1, "false": 0.2}, floors)


@pytest.fixture
def section() -> Section:
    return Section("x", list, dict, frozenset({"false"}))


def test_pinning_is_a_ratchet(section: Section) -> None:
    """Better figures raise the floor to what was reached less the noise; a little worse ones leave it where it is."""
    floors = {"at_least": {"recall": 0.5}, "at_most": {"false": 0.2}}
    better = pinned(section, {"recall": 0.8, "false": 0.1}, floors)
    assert (better["at_least"], better["at_most"]) == ({"recall": 0.78}, {"false": 0.12})
    hardly = pinned(section, {"recall": 0.51, "false": 0.19}, floors)
    assert (hardly["at_least"], hardly["at_most"]) == ({"recall": 0.5}, {"false": 0.2})


def test_lowering_takes_the_flag(section: Section) -> None:
    """Without --lower a figure short of its floor is refused; with it the floor follows."""
    floors = {"at_least": {"recall": 0.5}, "at_most": {"false": 0.2}}
    worse = {"recall": 0.4, "false": 0.3}
    with pytest.raises(ValueError, match=r"recall is 0\.4"):
        pinned(section, worse, floors)
    lowered = pinned(section, worse, floors, lower=True)
    assert (lowered["at_least"], lowered["at_most"]) == ({"recall": 0.38}, {"false": 0.32})


def test_the_file_reads_as_it_was_written() -> None:
    """Pinning writes TOML that gives the same floors."""
    sections = {"x": {"digest": "abc", "at_least": {"recall": 0.78}, "at_most": {"false": 3}}, "y": load()["pairs"]}
    assert tomllib.loads(written(sections)) == sections


def test_the_digest_sees_names_and_contents_only(tmp_path: Path) -> None:
    """The order of listing does not matter; a changed byte or name does."""
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text("one")
    b.write_text("two")
    first = digest([a, b], tmp_path)
    assert digest([b, a], tmp_path) == first
    b.write_text("two.")
    assert digest([a, b], tmp_path) != first
