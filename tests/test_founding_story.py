"""The two founding articles: what the report must say of them, and what it must not."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Golden

import claimcheck
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.report import Report
from claimcheck.report import text as text_report

ROOT = Path(__file__).parent.parent
FOLDER = Path("fixtures/stories/kazakhstan-pullout")
GSV, TASS = f"{FOLDER}/gsv-2022-01-11.txt", f"{FOLDER}/tass-2022-01-12.txt"
GOLDEN = ROOT / "fixtures/golden"


@pytest.fixture(scope="module")
def report() -> Iterator[Report]:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        yield claimcheck.compare([GSV, TASS])


def _one(report: Report, rule: str) -> Finding:
    (finding,) = [f for f in report.findings if f.rule == rule]
    return finding


def _quotes(finding: Finding) -> set[tuple[str, str]]:
    return {(e.source, e.quote) for e in finding.evidence}


def test_length_of_the_withdrawal_is_a_tension_with_its_condition(report: Report) -> None:
    """At most ten days against longer than the deployment: only if the deployment took less than ten days."""
    finding = _one(report, "comparison-conflict")
    assert finding.verdict is Verdict.TENSION
    assert "less than 10 days" in finding.condition
    assert "deployment" in finding.condition
    assert "TASS also says it took more than 1 day" in finding.condition
    assert finding.message.startswith("GSV says “no more than 10 days”, TASS “longer period than")
    by_quote = {e.quote: e for e in finding.evidence}
    bound = by_quote["no more than 10 days"]
    assert (bound.source, bound.speaker, bound.value) == ("GSV", "Kassym-Jomart Tokayev", "≤ 10 days")
    comparison = next(e for e in finding.evidence if e.quote.startswith("longer period than"))
    assert (comparison.source, comparison.factuality, comparison.note) == ("TASS", "asked", "presupposed by a question")


def test_who_decides_is_a_tension_of_one_speaker_with_himself(report: Report) -> None:
    """The country's prerogative against coordinated by the bloc; that one country alone does not decide is common."""
    finding = _one(report, "role-conflict")
    assert finding.verdict is Verdict.TENSION
    assert finding.measure.startswith("who decides on")
    assert "both hold only if coordinating it is not deciding on it" in finding.condition
    assert "both said by Dmitry Peskov, 1 day apart" in finding.message
    assert "both sides agree that Russia alone does not" in finding.message
    quotes = _quotes(finding)
    assert ("GSV", "prerogative of the country that has made this request to the CSTO") in quotes
    assert ("GSV", "the republic's prerogative") in quotes
    assert ("TASS", "coordinated by the post-Soviet security bloc") in quotes
    assert any(e.source == "TASS" and e.quote.startswith("Moscow") for e in finding.evidence)


def test_there_is_no_other_alarm(report: Report) -> None:
    """Not on publication dates, furniture, one day and two days, days of the month, or a name spelled in two ways."""
    assert {f.rule for f in report.findings if f.verdict in (Verdict.CONTRADICTION, Verdict.TENSION)} == {
        "comparison-conflict", "role-conflict",
    }
    assert not report.of(Verdict.UPDATE)
    assert not report.failures


def test_agreements_are_not_independent(report: Report) -> None:
    """The request and the spokesman are common ground, but one document credits the agency of the other."""
    agreements = report.of(Verdict.AGREEMENT)
    assert any("Dmitry Peskov" in f.message for f in agreements)
    assert any("request" in e.context_text and "CSTO" in e.context_text for f in agreements for e in f.evidence)
    assert not any(f.independent for f in agreements)


def test_what_one_source_says(report: Report) -> None:
    """Start and end of the withdrawal with an assumed anchor, the force, the musician and the spaceport."""
    single = report.of(Verdict.SINGLE_SOURCE)
    values = {(e.source, e.value): e for f in single for e in f.evidence}
    assert "anchor assumed" in values["GSV", "2022-01-13"].note
    assert "anchor assumed" in values["GSV", "by 2022-01-23"].note
    texts = {(e.source, e.context_text) for f in single for e in f.evidence}
    assert any(source == "GSV" and "musician" in text for source, text in texts)
    assert any(source == "TASS" and "Belarus, Armenia" in text for source, text in texts)
    assert any(source == "TASS" and "law-enforcers" in text for source, text in texts)


def test_origin(report: Report) -> None:
    """Two documents, one origin."""
    (origin,) = report.origins
    assert (origin.name, set(origin.documents)) == ("TASS", {GSV, TASS})
    assert origin.quote == "Based on materials from TASS"


def test_dates_and_where_they_come_from(report: Report) -> None:
    """The dateline has no year; the other document lends it."""
    found = {d.source: (str(d.published), d.published_from) for d in report.documents}
    assert found == {"GSV": ("2022-01-11", "date line"), "TASS": ("2022-01-12", "other documents")}


def test_order_of_the_documents_does_not_matter(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    """The findings, origins and topics are the same in both orders."""
    monkeypatch.chdir(ROOT)
    other = claimcheck.compare([TASS, GSV])
    assert other.findings == report.findings
    assert (other.origins, other.topics, other.coverage) == (report.origins, report.topics, report.coverage)


def test_every_quote_stands_where_its_span_says(report: Report) -> None:
    """Spans are offsets into the text as read."""
    for evidence in itertools.chain.from_iterable(f.evidence for f in report.findings):
        text = (ROOT / evidence.document).read_text(encoding="utf-8")
        assert evidence.span.of(text) == evidence.quote
        assert evidence.context.of(text) == evidence.context_text


def test_the_text_is_as_reviewed(report: Report, golden: Golden) -> None:
    """The report that people look at; `pytest --update-golden` writes it anew."""
    named = replace(report, model="MODEL")  # versions of the model's packages are no part of what is reviewed
    golden("founding-story.txt", text_report.render(named, width=100, colour=False))
