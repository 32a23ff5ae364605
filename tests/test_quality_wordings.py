"""Written pairs: what is right for a conflict, an agreement and what is to be silent."""

from __future__ import annotations

from pathlib import Path

import pytest
from quality.folders.measure import How
from quality.share import Share
from quality.wordings import PairRow, figures, judge, notes, read_pairs, totals

from claimcheck.errors import ConfigError

HERALD = "The paper mill in Tarnbrook will cut 45 jobs, its owner said. The strike there ended on Tuesday."
CUT = "The paper mill in Tarnbrook will cut {} jobs, its owner said. Seven dogs won prizes at a show."


def _pair(verdict: str, ledger: str, value: str, **other: str) -> str:
    row = {"kind": "jobs", "writer": "w", "verdict": verdict, "date": "2031-03-04", "a": HERALD, "b": ledger,
           "a_value": "45 jobs", "b_value": value, **other}
    return "[[pair]]\n" + "".join(f'{key} = "{words}"\n' for key, words in row.items())


def _judged(tmp_path: Path, *pairs: str) -> list[PairRow]:
    path = tmp_path / "pairs.toml"
    path.write_text("\n".join(pairs))
    return [judge(pair, How()) for pair in read_pairs(path)]


def test_each_verdict_is_judged_on_the_two_values(tmp_path: Path) -> None:
    """An alarm finds a conflict, an agreement without an alarm an agreement, and nothing is silent."""
    rows = _judged(tmp_path, _pair("conflict", CUT.format(30), "30 jobs"),
                   _pair("agreement", CUT.format(45), "45 jobs"), _pair("silent", CUT.format(45), "Seven dogs"))
    assert [(row.right, row.said, row.stage.name, row.extra) for row in rows] == [
        (True, "alarm", "found", 0), (True, "agreement", "found", 0), (True, "nothing", "found", 0)]
    assert figures(rows)["all"] == Share(3, 3)
    assert not list(notes(rows))


def test_what_is_wrong_is_told_with_its_stage(tmp_path: Path) -> None:
    """An alarm or an agreement where there is to be silence; a conflict that is not read; an alarm somewhere else."""
    rows = _judged(tmp_path, _pair("silent", CUT.format(30), "30 jobs"), _pair("silent", CUT.format(45), "45 jobs"),
                   _pair("agreement", CUT.format(30), "30 jobs"), _pair("conflict", CUT.format(30), "paper mill"))
    assert [(row.right, row.said) for row in rows] == [
        (False, "alarm"), (False, "agreement"), (False, "alarm"), (False, "nothing")]
    assert rows[3].stage.name == "extraction"
    assert [row.extra for row in rows] == [0, 0, 0, 1]
    assert "conflict, extraction: one side: nothing read      1" in totals(rows)
    told = list(notes(rows))
    assert len(told) == 4
    assert "pairs.toml:1:1: jobs, silent: reported alarm, 0 extra" in told[0]
    assert "Tarnbrook" not in totals(rows)


@pytest.mark.parametrize(("pair", "told"), [
    (_pair("conflict", CUT, "46 jobs"), r"pairs\.toml:\d+:\d+: b: '46 jobs' does not stand in the text"),
    (_pair("conflict", CUT, "s"), r"'s' stands \d+ times"),
    (_pair("quarrel", CUT, "Seven"), r"verdict is 'quarrel', none of agreement, conflict, silent"),
    (_pair("conflict", CUT, "Seven", date="in March"), r"'date' is to be a day"),
    (_pair("conflict", CUT, "Seven", colour="red"), r"colour"),
    ('[[pair]]\nkind = "jobs"\n', r"'writer' is to be a string"),
])
def test_what_is_no_written_pair_is_told_with_its_place(pair: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "pairs.toml"
    path.write_text(pair)
    with pytest.raises(ConfigError, match=told) as error:
        read_pairs(path)
    assert "\n" not in str(error.value)
