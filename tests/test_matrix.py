"""Facts by source: what becomes one row, in which order, and how a real story comes out."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib import resources
from itertools import permutations

import jsonschema
import pytest
from conftest import ROOT, Command
from samples import story

import claimcheck
from claimcheck.model.finding import Evidence, Finding, Verdict
from claimcheck.model.matrix import matrix_of
from claimcheck.model.report import Report
from claimcheck.model.span import Span

FIVE = {
    "aster": "The Kelmar ferry sank on Monday. In all 12 people were killed when the Kelmar ferry sank.",
    "beacon": "The Kelmar ferry sank on Monday. Twelve people were killed when the Kelmar ferry sank.",
    "courier": "The Kelmar ferry sank. In all 19 people were killed when the Kelmar ferry sank, officials said.",
    "daily": "The Kelmar ferry sank on Monday. In all 12 people were killed when the Kelmar ferry sank.",
    "echo": "The Kelmar ferry sank on Monday. The owner paid 3 million euros for it in 2019.",
}


def side(document: str, place: int, value: str) -> Evidence:
    span = Span(place, place + 2)
    return Evidence(document, span, value, value, span, value, 1, place + 1, document)


def finding(verdict: Verdict, measure: str, *sides: Evidence, topic: int | None = None) -> Finding:
    return Finding(verdict, "a-rule", measure, "", sides, topic=topic)


def compared(*names: str) -> Report:
    return claimcheck.compare_texts({name: FIVE[name] for name in names}, settings=claimcheck.Settings(model="hashing"))


def test_findings_about_the_same_facts_are_one_row() -> None:
    """An agreement and a mismatch that share a side are one fact, under the gravest verdict."""
    a, b, c = side("a", 5, "12"), side("b", 9, "12"), side("c", 3, "14")
    agreed, differs = finding(Verdict.AGREEMENT, "killed", a, b), finding(Verdict.TENSION, "deaths", b, c)
    (row,) = matrix_of([agreed, differs])
    assert (row.measure, row.verdict) == ("deaths", Verdict.TENSION)
    assert row.findings == (differs.fingerprint, agreed.fingerprint)
    assert [(cell.document, cell.sides) for cell in row.cells] == [("a", (a,)), ("b", (b,)), ("c", (c,))]


def test_a_late_finding_joins_two_rows() -> None:
    """It does not matter which finding comes first."""
    a, b, c, d = (side(name, 1, "5") for name in "abcd")
    findings = [finding(Verdict.AGREEMENT, "x", *pair) for pair in ((a, b), (c, d), (b, c))]
    for order in permutations(findings):
        (row,) = matrix_of(order)
        assert [cell.document for cell in row.cells] == list("abcd")


def test_one_place_that_was_read_in_two_ways_is_two_facts() -> None:
    """ "No more than 10 days" is a duration and, counted from today, a date."""
    length, end = side("a", 4, "<= 10 days"), side("a", 4, "by 2030-01-11")
    rows = matrix_of([finding(Verdict.TENSION, "duration", length, side("b", 1, "12 days")),
                      finding(Verdict.AGREEMENT, "end", end, side("b", 7, "2030-01-11"))])
    assert [row.measure for row in rows] == ["duration", "end"]


def test_a_document_that_gives_two_values_has_both_in_its_cell() -> None:
    """In the order of the text, each value once, where it stands first."""
    first, again, other = side("a", 4, "12"), side("a", 60, "12"), side("a", 30, "14")
    (row,) = matrix_of([finding(Verdict.TENSION, "killed", other, again, first, side("b", 1, "19"))])
    assert row.cells[0].sides == (first, other)


def test_the_gravest_topic_comes_first_and_what_one_source_has_last() -> None:
    """Rows of one topic stand together, then those of none."""
    pairs = [(side("a", n, str(n)), side("b", n, str(n))) for n in range(6)]
    rows = matrix_of([
        finding(Verdict.SINGLE_SOURCE, "alone", pairs[0][0], topic=0), finding(Verdict.TENSION, "loose", *pairs[1]),
        finding(Verdict.AGREEMENT, "mild", *pairs[2], topic=0),
        finding(Verdict.AGREEMENT, "with it", *pairs[3], topic=1),
        finding(Verdict.CONTRADICTION, "grave", *pairs[4], topic=1),
    ])
    assert [row.measure for row in rows] == ["grave", "with it", "mild", "loose", "alone"]


def test_a_shared_name_is_no_fact_and_who_bears_a_title_is() -> None:
    sides = side("a", 1, "Ann Lee"), side("b", 1, "Ann Lee")
    named = Finding(Verdict.AGREEMENT, "same-name", "Ann Lee", "", sides, key="name:ann lee")
    rows = matrix_of([named, replace(named, measure="who is minister")])
    assert [row.measure for row in rows] == ["who is minister"]


def test_what_copies_agree_on_is_said_to_have_one_origin() -> None:
    pair = side("a", 1, "5"), side("b", 1, "5")
    copied = replace(finding(Verdict.AGREEMENT, "x", *pair), independent=False)
    assert not matrix_of([copied])[0].independent
    assert matrix_of([copied, finding(Verdict.AGREEMENT, "x", pair[0], side("c", 1, "5"))])[0].independent


def test_the_matrix_follows_what_is_shown() -> None:
    """Findings that settings or a baseline take out of a report are in no row."""
    report = story()
    assert replace(report, findings=report.of(Verdict.TENSION)).matrix[0].verdict is Verdict.TENSION
    assert replace(report, findings=()).matrix == ()


@pytest.mark.parametrize("names", [("aster", "courier"), ("aster", "beacon", "courier"), tuple(FIVE)], ids=len)
def test_real_texts_make_the_same_matrix_in_any_order(names: tuple[str, ...]) -> None:
    """Every span of a cell stands in its document; the order of the documents makes no difference."""
    report = compared(*names)
    assert report.matrix
    assert report.matrix == compared(*names[::-1]).matrix
    for row in report.matrix:
        for cell in row.cells:
            assert all(side.quote == FIVE[cell.document][side.span.start : side.span.end] for side in cell.sides)
    (killed,) = [row for row in report.matrix if row.verdict in (Verdict.CONTRADICTION, Verdict.TENSION)]
    said = {cell.document: [side.value for side in cell.sides] for cell in killed.cells}
    assert said == {name: ["19"] if name == "courier" else ["12"] for name in names if name != "echo"}


def test_real_stories_fit_the_schema() -> None:
    """The JSON of a labelled story has rows, and all of it has the published shape."""
    schema = json.loads(resources.files("claimcheck.report").joinpath("report.schema.json").read_text("utf-8"))
    files = sorted((ROOT / "fixtures" / "stories" / "arren-flood").glob("*.txt"))
    told = claimcheck.compare(files, settings=claimcheck.Settings(model="hashing")).to_dict()
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(told)
    fingerprints = {f["fingerprint"]: f for f in told["findings"]}
    assert any(len(row["cells"]) == 3 for row in told["matrix"])
    assert all(fingerprint in fingerprints for row in told["matrix"] for fingerprint in row["findings"])


def test_a_report_from_the_cache_has_the_same_matrix(command: Command) -> None:
    files = sorted(str(path) for path in (ROOT / "fixtures" / "stories" / "arren-flood").glob("*.txt"))
    arguments = ["compare", "--model", "hashing", "--fail-on", "never", "--matrix", *files]
    fresh, kept, anew = command(*arguments), command(*arguments), command(*arguments, "--no-cache")
    assert "Facts by source" in fresh.stdout
    assert fresh.stdout == kept.stdout == anew.stdout
