"""Measuring on a folder of labelled stories: what is counted, and the stage at which a conflict is lost."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from quality.__main__ import main
from quality.folders.figures import counts, figures, tables
from quality.folders.log import FIGURES, append
from quality.folders.measure import How, Measured, measure, measure_file, traced
from quality.folders.plants import changed, plants
from quality.folders.stages import Stage, stage_of
from quality.folders.story import FolderStory, Marked, read_story
from quality.share import Share
from quality.table import table

from claimcheck.errors import InputError, UsageError
from claimcheck.pipeline import Trace

TEXTS = {
    "herald": "The paper mill in Tarnbrook will cut 45 jobs, its owner said. A strike at the harbour ended on Tuesday. "
              "The owner paid $12 million for a second mill.",
    "ledger": "The paper mill in Tarnbrook will cut 30 jobs, its owner said. A strike at the harbour ended on Tuesday. "
              "Seven jobs at a bakery in Ellerby went to students.",
}


def _side(document: str, quote: str, value: str = "") -> dict[str, Any]:
    start = TEXTS[document].index(quote)
    return {"doc": document, "start": start, "end": start + len(quote), "quote": quote, "value": value}


def _label(verdict: str, kind: str, herald: str, ledger: str, **more: Any) -> dict[str, Any]:
    return {"verdict": verdict, "type": kind, "a": _side("herald", herald), "b": _side("ledger", ledger), **more}


JOBS = _label("contradiction", "count", "cut 45 jobs", "30 jobs")
STRIKE = _label("agreement", "date", "on Tuesday", "on Tuesday")
BAKERY = _label("tension", "count", "45 jobs", "Seven jobs")


def _write(folder: Path, *findings: dict[str, Any], **more: Any) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    documents = [{"id": name, "text": text, "published": "2031-03-05"} for name, text in TEXTS.items()]
    path = folder / "mill.json"
    path.write_text(json.dumps({"story": "mill", "documents": documents, "findings": findings, **more}))
    return path


def _story(tmp_path: Path, *findings: dict[str, Any]) -> FolderStory:
    return read_story(_write(tmp_path / "stories", *findings))


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Measured:
    """One conflict that is told, one that is none, and an agreement with its plant."""
    return measure_file(_write(tmp_path_factory.mktemp("stories"), JOBS, STRIKE, BAKERY), How())


def _stage(trace: Trace, tmp_path: Path, label: dict[str, Any]) -> Stage:
    (marked,) = _story(tmp_path, label).expect
    return stage_of(trace, marked, label["type"])


@pytest.fixture(scope="module")
def trace() -> Trace:
    return traced(TEXTS, dict.fromkeys(TEXTS, date(2031, 3, 5)), How())


def test_conflicts_agreements_and_plants_are_counted(measured: Measured) -> None:
    """The conflict in jobs is found, the one with the bakery missed, and the day of the strike planted."""
    told = figures([measured])
    assert (told["alarm recall"].part, told["alarm recall"].whole) == (1, 2)
    assert (told["alarm precision"].part, told["alarm precision"].whole) == (1, 1)
    assert (told["agreements recalled"].part, told["planted conflicts found"].whole) == (1, 1)
    assert told["false alarms a pair of documents"] == Share(0, 1, rate=True)
    assert counts([measured])["right"] == 1
    assert [row.stage.name for row in measured.labels if row.verdict == "tension"] == ["linking"]


def test_an_alarm_that_is_not_labelled_is_false_and_tells_how_it_came_about(tmp_path: Path) -> None:
    """Rule, key without its value, score of the pair, standing of the values; the tables hold no word of a text."""
    result = measure_file(_write(tmp_path, STRIKE), How(planted=False))
    (alarm,) = result.alarms
    assert (alarm.judged, alarm.type, alarm.standing) == ("false", "count", "disjoint")
    assert alarm.score is not None
    assert "=" not in alarm.key
    assert figures([result])["alarm precision"] == Share(0, 1)
    assert "Tarnbrook" not in tables([result])
    assert "mill" not in tables([result])


def test_an_optional_conflict_counts_neither_way(tmp_path: Path) -> None:
    result = measure(_story(tmp_path, {**JOBS, "optional": True}), How())
    assert [a.judged for a in result.alarms] == ["optional"]
    assert figures([result])["alarm recall"] == Share(0, 0)
    assert figures([result])["alarm precision"] == Share(0, 0)


def test_rules_that_are_not_wanted_are_not_heard(tmp_path: Path) -> None:
    """Settings travel to the program and to what is counted."""
    how = How(replace(How().settings, ignore=("quantity-mismatch", "copy-drift")), planted=False)
    result = measure(_story(tmp_path, JOBS), how)
    assert not result.alarms
    assert [row.stage.name for row in result.labels] == ["rules"]


def test_nothing_read_on_a_side_is_lost_at_extraction(trace: Trace, tmp_path: Path) -> None:
    lost = _stage(trace, tmp_path, _label("contradiction", "count", "paper mill", "30 jobs"))
    assert (lost.name, lost.why) == ("extraction", "one side: nothing read")


def test_a_value_read_as_another_kind_is_lost_at_extraction(trace: Trace, tmp_path: Path) -> None:
    lost = _stage(trace, tmp_path, _label("contradiction", "count", "on Tuesday", "30 jobs"))
    assert (lost.name, lost.why) == ("extraction", "one side: read as time")


def test_values_of_two_dimensions_are_lost_at_blocking(trace: Trace, tmp_path: Path) -> None:
    lost = _stage(trace, tmp_path, _label("contradiction", "number", "$12 million", "30 jobs"))
    assert (lost.name, lost.why) == ("blocking", "read as different dimensions")


def test_values_that_were_never_put_side_by_side_are_lost_at_blocking(trace: Trace, tmp_path: Path) -> None:
    lost = _stage(replace(trace, judged=()), tmp_path, JOBS)
    assert (lost.name, lost.why) == ("blocking", "no key in common")


def test_a_pair_that_is_not_one_thing_is_lost_at_linking(trace: Trace, tmp_path: Path) -> None:
    """With the name of what kept it apart."""
    lost = _stage(trace, tmp_path, BAKERY)
    assert lost.name == "linking"
    assert lost.why


def test_a_pair_that_was_given_up_is_lost_at_matching(trace: Trace, tmp_path: Path) -> None:
    """Comparable, but no longer among the pairs of the story."""
    given_up = replace(trace, story=replace(trace.story, pairs=()), dropped=trace.story.pairs)
    assert _stage(given_up, tmp_path, JOBS).name == "matching"


def test_a_pair_that_stands_without_a_conflict_is_lost_at_the_rules(trace: Trace, tmp_path: Path) -> None:
    lost = _stage(trace, tmp_path, {**STRIKE, "verdict": "contradiction"})
    assert (lost.name, lost.why) == ("rules", "values stand same")


@pytest.mark.parametrize(("quote", "kind", "new"), [
    ("cut 45 jobs", "count", "65"), ("1,200 people", "count", "1,800"), ("$5.4 billion", "money", "7.7"),
    ("aged 40", "age", "47"), ("in 1987", "date", "1984"), ("on March 27", "date", "22"),
    ("on Tuesday", "date", "Thursday"),
    ("in November", "date", "February"), ("Seven dogs", "count", "Eleven"), ("twenty", "count", "fifteen"),
])
def test_another_value_of_the_same_form(quote: str, kind: str, new: str) -> None:
    found = changed(quote, kind)
    assert found is not None
    (start, end), value = found
    assert value == new
    assert quote[start:end].lower() != new.lower()


@pytest.mark.parametrize("quote", ["between 12 and 15", "the mill", "Monday or Tuesday", "twenty-one", "one day"])
def test_a_quote_without_one_simple_value_gives_no_plant(quote: str) -> None:
    assert changed(quote, "count") is None


def test_a_value_that_stands_twice_is_not_planted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The changed account would contradict itself; and with the other value in it, agree with nothing new."""
    (planted,) = plants(_story(tmp_path, STRIKE))
    assert planted.text.count("Thursday") == 1
    assert planted.text[slice(*planted.marked.a[0])] == "Thursday"
    for name in TEXTS:
        monkeypatch.setitem(TEXTS, name, TEXTS[name] + " It met again on Thursday.")
    assert not list(plants(_story(tmp_path, STRIKE)))


def test_the_value_is_looked_for_in_its_quote(tmp_path: Path) -> None:
    """A quote may hold several figures; the stage is that of the one that is labelled."""
    row = {**JOBS, "a": _side("herald", "cut 45 jobs", "45")}
    (marked,) = _story(tmp_path, row).expect
    assert [TEXTS["herald"][start:end] for start, end in marked.a] == ["45"]
    assert marked.a != marked.label.a.places


@pytest.mark.parametrize(("part", "whole", "low", "high"), [(0, 10, 0.0, 0.2775), (1, 10, 0.0179, 0.4042),
                                                            (14, 80, 0.1072, 0.2726)])
def test_shares_have_the_interval_of_wilson(part: int, whole: int, low: float, high: float) -> None:
    interval = Share(part, whole).interval
    assert interval == pytest.approx((low, high), abs=5e-5)


def test_a_rate_may_be_more_than_one_and_nothing_of_nothing_is_no_figure() -> None:
    assert Share(12, 10, rate=True).interval == pytest.approx((0.62, 2.096), abs=1e-3)
    assert (Share(0, 0).value, Share(0, 0).interval, str(Share(0, 0))) == (None, None, "0/0")


def test_a_table_has_its_columns_under_their_heads() -> None:
    assert table(("kind", "n"), [("a", 10), ("longer", 1)]) == "kind     n\n----------\na       10\nlonger   1"


def test_what_is_no_labelled_story_is_told_in_one_line(tmp_path: Path) -> None:
    path = _write(tmp_path, {**JOBS, "a": {**JOBS["a"], "start": 3}})
    with pytest.raises(InputError, match=r"json: findings\[0\]: 'cut 45 jobs' does not stand at herald\[3:") as told:
        read_story(path)
    assert "\n" not in str(told.value)
    path.write_text("{")
    with pytest.raises(InputError, match=r"mill\.json: cannot be read as JSON"):
        read_story(path)


@pytest.mark.parametrize("words", [
    ["check", "--show"], ["check", "--json", "out.json"], ["check"], ["tune", "--show", "--log", "log.md"],
    ["tune", "--json", "out.json", "--log", "log.md"], ["tune", "--no-plants", "--log", "log.md"], ["empty"],
])
def test_texts_that_nobody_is_to_read_are_not_shown(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Status 2 and one line, before anything is measured or written."""
    for name in ("check", "tune"):
        _write(tmp_path / name, JOBS)
    monkeypatch.chdir(tmp_path)
    assert main(["folder", *words]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert not list(tmp_path.glob("*.md")) + list(tmp_path.glob("out.json"))


def test_each_measurement_is_a_row_of_the_log(
    tmp_path: Path, measured: Measured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is made with its explanation, and grows by one row. The tests run in copies without a checkout, too."""
    monkeypatch.setattr("quality.folders.log._checkout", lambda log: ("0123456789ab", "clean"))
    log, found = tmp_path / "docs" / "log.md", figures([measured])
    rows = [append(log, digest, "defaults", found, date(2031, 3, 6)) for digest in ("0f" * 6, "1e" * 6)]
    text = log.read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert text.endswith("".join(rows))
    assert all(row.count("|") == 6 + len(FIGURES) for row in rows)
    assert "1/2 0.500 [0.095, 0.905]" in rows[0]


def test_a_commit_is_measured_once(tmp_path: Path, measured: Measured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quality.folders.log._checkout", lambda log: ("0123456789ab", "clean"))
    log, found = tmp_path / "log.md", figures([measured])
    append(log, "0f" * 6, "defaults", found, date(2031, 3, 6))
    with pytest.raises(UsageError, match="finish another change first"):
        append(log, "0f" * 6, "defaults", found, date(2031, 3, 7))


def test_the_figures_do_not_depend_on_what_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same words without a cache, with an empty and with a full one."""
    _write(tmp_path / "tune", JOBS, STRIKE, BAKERY)
    said = []
    for more in ([], ["--cache", str(tmp_path / "kept")], ["--cache", str(tmp_path / "kept")]):
        assert main(["folder", str(tmp_path / "tune"), "--show", *more]) == 0
        said.append(capsys.readouterr().out)
    assert said[0] == said[1] == said[2]
    assert "missed count tension, linking" in said[0]


def test_a_marked_side_keeps_its_other_places(tmp_path: Path) -> None:
    """`alts` are other words of the document with the same value."""
    other = _side("ledger", "30")
    row = {**JOBS, "b": {**_side("ledger", "30 jobs", "30"), "alts": [{"start": other["start"], "end": other["end"]}]}}
    marked: Marked = _story(tmp_path, row).expect[0]
    assert len(marked.b) == len(marked.label.b.places) == 2
