"""Values that differ and are likelier of two things: they stand in the report, and are no findings."""

from __future__ import annotations

import pytest

from claimcheck import Report, compare_texts
from claimcheck.config import Settings
from claimcheck.model.finding import Verdict
from claimcheck.model.report import StoryReport
from claimcheck.report import html, markdown, text
from claimcheck.report.options import Options

HERALD = """A passenger ferry ran aground off the port of Marsk early on Tuesday, killing three people and injuring 27,
the coast guard said. The Selene was carrying 214 passengers when it struck a reef at about 5:40 a.m.
"""
LEDGER = """Five people were killed and more than 40 hurt when the ferry Selene hit a reef near Marsk on Tuesday
morning, officials said. There were 241 passengers on board. It happened shortly before 7 a.m.
"""
ALARMS = (Verdict.CONTRADICTION, Verdict.TENSION, Verdict.UPDATE)


def _report(*texts: str, settings: Settings | None = None) -> Report:
    return compare_texts(dict(zip(("herald", "ledger", "wire"), texts, strict=False)), settings=settings)


def _quotes(report: Report) -> set[frozenset[str]]:
    return {frozenset((pair.a.quote, pair.b.quote)) for pair in report.unsure}


def test_what_differs_and_is_no_finding_is_kept_for_a_second_look() -> None:
    report = _report(HERALD, LEDGER)
    assert {"about 5:40 a.m.", "shortly before 7 a.m."} in _quotes(report)
    chances = [pair.one_thing for pair in report.unsure]
    assert chances == sorted(chances, reverse=True)
    assert all(0.15 <= chance < 0.5 for chance in chances)


def test_what_a_finding_speaks_of_is_not() -> None:
    report = _report(HERALD, LEDGER)
    spoken = {frozenset(e.quote for e in f.evidence) for f in report.findings if f.verdict in ALARMS}
    assert {"214", "241"} in spoken
    assert not spoken & _quotes(report)


def test_a_value_that_the_other_account_has_elsewhere_is_not() -> None:
    report = _report(HERALD, LEDGER + "The ferry struck the reef at about 5:40 a.m., a passenger said.")
    assert not any("about 5:40 a.m." in quotes for quotes in _quotes(report))


def test_a_value_has_one_partner_in_each_account() -> None:
    report = _report(HERALD, LEDGER, LEDGER.replace("7 a.m.", "8 a.m.").replace("241", "250"))
    sides = [(s.document, s.span, t.document) for p in report.unsure for s, t in ((p.a, p.b), (p.b, p.a))]
    assert len(sides) == len(set(sides))


def test_the_order_of_the_accounts_does_not_matter() -> None:
    turned = compare_texts({"ledger": LEDGER, "herald": HERALD})
    assert turned.unsure == _report(HERALD, LEDGER).unsure


def test_what_is_looked_at_is_no_longer_in_one_source_only() -> None:
    """The other figures of its sentence still are."""
    herald = HERALD + "The reef lies 31 kilometres from the lighthouse of Orn."
    report = _report(herald, LEDGER)
    alone = {e.quote for f in report.of(Verdict.SINGLE_SOURCE) for e in f.evidence}
    assert not alone & {quote for quotes in _quotes(report) for quote in quotes}
    assert "31 kilometres" in alone


def test_what_agreements_call_one_thing_is_looked_at_once() -> None:
    """However many accounts tell it, each account that differs stands in one pair."""
    report = _report(HERALD, LEDGER, HERALD.replace("passenger ferry", "ferry"))
    hours = [quotes for quotes in map(sorted, ({p.a.quote, p.b.quote} for p in report.unsure)) if "5:40" in quotes[0]]
    assert len(hours) == 1


def test_where_a_rule_on_values_is_off_nothing_is_said() -> None:
    assert not _report(HERALD, LEDGER, settings=Settings(ignore=("date-mismatch",))).unsure
    assert not _report(HERALD, LEDGER, settings=Settings(select=("same-date",))).unsure
    assert _report(HERALD, LEDGER, settings=Settings(ignore=("name-spelling",))).unsure


@pytest.mark.parametrize(("herald", "ledger", "value"), [
    ("Officials denied that 40 accounts were hacked.", "Forty accounts were hacked.", "40"),
    ("It is untrue that 16 goats drowned.", "Sixteen goats drowned when the river rose, the vet said.", "16"),
    ("The club denied that 3 players were sold.", "Three players were sold by the club.", "3"),
    ("It is not true that 30 houses burned in Ostra.", "In Ostra thirty houses burned down on Monday.", "30"),
])
def test_of_one_value_on_both_sides_it_is_said_who_denies_it(herald: str, ledger: str, value: str) -> None:
    """In each report that shows it."""
    report = _report(herald, ledger)
    said = f"{value}, denied in herald, told in ledger"
    assert f"? {said}  (of one thing" in text.render(report, width=100, colour=False)
    assert f"- {said} (" in markdown.render([StoryReport("", report)], Options())
    assert f"<h3>{said} <span" in html.render([StoryReport("", report)], Options())


ARRESTED = [
    ("The governor did not resign after the vote.", "After the vote on Friday the governor resigned."),
    ("No one was killed when the silo blew up.", "A welder was killed when the silo blew up."),
    ("The lido remained open on Friday.", "The lido was closed on Friday."),
]


@pytest.mark.parametrize(("a", "b"), ARRESTED)
def test_what_preview_rules_in_words_found_is_for_a_second_look(a: str, b: str) -> None:
    report = _report(a, b)
    shown = [pair for pair in report.unsure if pair.rule in ("polarity-conflict", "antonym-conflict")]
    assert [bool(pair.message) for pair in shown] == [True]
    assert not any(f.verdict in ALARMS for f in report.findings)
    assert f"? {shown[0].message}" in text.render(report, width=100, colour=False)


@pytest.mark.parametrize("settings", [
    Settings(extend_select=("polarity-conflict", "antonym-conflict")),
    Settings(ignore=("polarity-conflict", "antonym-conflict")),
])
def test_who_selects_or_turns_off_such_a_rule_has_no_second_look_of_it(settings: Settings) -> None:
    for a, b in ARRESTED:
        assert not any(pair.rule for pair in _report(a, b, settings=settings).unsure)
