"""What an audit of sentences told in many wordings found, in other words than its own; and what looks like it and is
something else."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck import compare_texts
from claimcheck.config import Settings
from claimcheck.model.claim import Factuality
from claimcheck.model.fact import Aspect, Fact
from claimcheck.model.finding import Verdict
from claimcheck.model.value import SUM, Quantity, QuantityKind, Timex
from claimcheck.pipeline import trace_documents
from claimcheck.read import read_text
from claimcheck.read_claims import claims_of

ALARMS = {Verdict.CONTRADICTION, Verdict.TENSION}


def _facts(text: str) -> list[Fact]:
    return [f for c in claims_of(read_text(text, "herald")).claims for f in c.facts]


def _figures(text: str) -> list[Fact]:
    return [f for f in _facts(text) if isinstance(f.value, Quantity) and f.measure.dimension != "ordinal"]


def _found(a: str, b: str, verdicts: set[Verdict]) -> list[str]:
    findings = compare_texts({"herald": a, "ledger": b}).findings
    return [f.message for f in findings if f.verdict in verdicts and f.rule in ("quantity-mismatch", "same-quantity")]


@pytest.mark.parametrize(("text", "speaker"), [
    ("Shepherds near Kolm said that nine sheep died.", "Shepherds near Kolm"),
    ("A nurse from Verra said nine people died.", "nurse from Verra"),
    ("A technician at Norbolt said that nine people died.", "technician at Norbolt"),
    ("Officials at the Ministry of Health said nine people died.", "Officials at Ministry of Health"),
    ("Nine people died, according to a baker from Verra.", "baker from Verra"),
    ("Ida Brandt from Kolm said that nine people died.", "Ida Brandt"),
    ("The mayor of Kolm in Norway said that nine people died.", "mayor of Kolm in Norway"),
    ("16:05 Police say that nine people died.", "Police"),
    ("9.15am Officials said that nine people died.", "Officials"),
    # Names that go over a preposition, and whom somebody speaks for.
    ("The University of Kolm said that nine people died.", "University of Kolm"),
    ("A spokesman for the Ministry of Health said that nine people died.", "Ministry of Health"),
    ("Twenty Kolm residents said that nine people died.", "Twenty Kolm residents"),
])
def test_where_somebody_is_from_does_not_speak(text: str, speaker: str) -> None:
    assert [c.speaker for c in claims_of(read_text(text, "herald")).claims if c.attribution] == [speaker]


@pytest.mark.parametrize(("text", "speaker"), [
    ("Engineers never denied that the dam had burst.", "Engineers"),
    ("Neither the mayor nor the sheriff denied that 30 houses were lost.", ""),
    ("Neither company denied that 30 shops will close.", ""),
    ("Nobody denied that the dam had burst.", ""),
    ("Hardly anybody denied that the dam had burst.", "Hardly anybody"),
    ("Few denied that the dam had burst.", "Few"),
])
def test_what_is_not_denied_is_left_open(text: str, speaker: str) -> None:
    read = claims_of(read_text(text, "herald"))
    said = [c for c in read.claims if c.attribution]
    assert [(c.factuality, c.speaker) for c in said] == [(Factuality.POSSIBLE, speaker)]
    assert not read.denials


@pytest.mark.parametrize("text", [
    "Engineers denied that the dam had burst.", "The mayor and the sheriff denied that 30 houses were lost.",
    "The company has repeatedly denied that 30 shops will close.",
])
def test_what_is_denied_is_a_denial(text: str) -> None:
    read = claims_of(read_text(text, "herald"))
    assert [c.factuality for c in read.claims if c.attribution] == [Factuality.DENIED]
    assert read.denials


@pytest.mark.parametrize("text", [
    "Nobody said that 30 shops will close.", "No minister has claimed that the dam is safe.",
    "The mayor does not believe that the dam will hold.", "The firm never said that 30 shops would close.",
])
def test_what_nobody_says_is_left_open(text: str) -> None:
    assert [c.factuality for c in claims_of(read_text(text, "herald")).claims if c.attribution] == [Factuality.POSSIBLE]


@pytest.mark.parametrize("text", [
    "Police first spoke of 12 missing boys but later said nine were missing.",
    "The harbour office, which had at first spoken of 60 sunken boats, now says that 22 boats sank.",
    "Firefighters had earlier counted 40 burnt cars, and now count 25 burnt cars.",
    "The insurer at first put the damage at 9 million euros but has since cut it to 7 million euros.",
    "At first the mayor put the cost at 4 million euros, but he later reduced that to 3 million euros.",
])
def test_what_somebody_first_spoke_of_is_a_figure_of_before(text: str) -> None:
    before, now = _figures(text)
    assert (before.measure.aspect, before.measure.replaced) == (Aspect.PREVIOUS, True)
    assert (now.measure.aspect, now.measure.replaced) == (Aspect.LEVEL, False)


def test_what_is_lowered_is_what_was_put() -> None:
    before, now = _figures("A firm at first put the damage at 9 million euros but has since cut it to 7 million euros.")
    assert (before.measure.label, now.measure.label) == ("earlier damage", "damage")
    assert now.measure.head == before.measure.head


@pytest.mark.parametrize("text", [
    "Police spoke of 12 missing boys, and said that two schools were closed.",
    "The first man to speak of 12 missing boys lost two sons.",
    "The farmer sold 90 cows but has since bought 40 goats.",
])
def test_what_somebody_speaks_of_is_told(text: str) -> None:
    assert all(f.measure.aspect is Aspect.LEVEL for f in _figures(text))


@pytest.mark.parametrize(("a", "b", "message"), [
    ("Police first spoke of 12 missing boys but later said nine were missing.", "Twelve boys are missing, police said.",
     "9 against 12"),
    ("The mayor, who had at first talked of 60 flooded shops, now says that 25 shops flooded.",
     "Sixty shops flooded, the mayor said.", "25 against 60"),
    ("Guides, who had earlier spoken of 14 missing hikers, now say that six hikers are missing.",
     "Fourteen hikers are missing, guides said.", "6 against 14"),
])
def test_who_tells_what_was_replaced_is_at_odds_with_what_holds(a: str, b: str, message: str) -> None:
    """A tension at most: the other account may be older."""
    found = [f for f in compare_texts({"herald": a, "ledger": b}).findings if f.rule == "quantity-mismatch"]
    assert [(f.verdict, f.message.partition(";")[0]) for f in found] == [(Verdict.TENSION, message)]
    assert found[0].condition == "both hold if ledger tells what herald says was told before"
    assert not _found(a, b, {Verdict.AGREEMENT})


@pytest.mark.parametrize(("a", "b", "message"), [
    ("The college withdrew its announcement that 15 miners had died; six miners died.", "Fifteen miners died.",
     "6 against 15"),
    ("The mayor took back his statement that 90 homes had burned; 30 homes burned down.", "Ninety homes burned down.",
     "30 against 90"),
    ("The claim that 40 cows died is false: 12 cows died.", "Forty cows died.", "12 against 40"),
    ("Not 12 but 15 people were hurt.", "Twelve people were hurt.", "15 against 12"),
])
def test_what_is_refuted_explains_no_conflict_away(a: str, b: str, message: str) -> None:
    assert [m.partition(";")[0] for m in _found(a, b, ALARMS)] == [message]
    assert not _found(a, b, {Verdict.AGREEMENT})


@pytest.mark.parametrize("text", [
    "Nobody believes that 700 ships passed.", "The minister does not think that 700 ships passed.",
    "No official has claimed that 700 ships passed.", "The port retracted its statement that 700 ships had passed.",
])
def test_what_nobody_believes_is_denied(text: str) -> None:
    assert [f.negated for f in _figures(text)] == [True]
    assert not _found(text, "Some 700 ships passed.", {Verdict.AGREEMENT})


@pytest.mark.parametrize("text", [
    "Nobody doubts that 700 ships passed.", "The minister thinks that 700 ships passed.",
    "The port repeated its statement that 700 ships had passed.",
    "The port never retracted its statement that 700 ships had passed.",
])
def test_what_somebody_believes_is_not(text: str) -> None:
    assert [f.negated for f in _figures(text)] == [False]


def _sums(text: str) -> list[int]:
    values = [f.value for f in _figures(text)]
    return [int(v.interval.low or 0) for v in values if isinstance(v, Quantity) and v.derivation == SUM]


@pytest.mark.parametrize(("text", "total"), [
    ("Police arrested two sisters and a man.", 3), ("The flood killed four farmers, three nuns and a driver.", 8),
    ("A nurse and four tourists drowned on Friday.", 5), ("The bank dismissed 30 clerks and 14 cooks.", 44),
    ("Rescuers saved six sailors, a cook and a pilot who had broken his leg.", 8),
])
def test_who_are_told_kind_by_kind_are_counted_together(text: str, total: int) -> None:
    assert _sums(text) == [total]


@pytest.mark.parametrize("text", [
    "Police arrested two sisters and closed a shop.", "The flood killed four farmers and a dog.",
    "Two people and a guide drowned.", "The bank dismissed 30 clerks and the director.",
    "Rescuers saved six sailors and another sailor.",
])
def test_what_is_no_list_of_all_has_no_sum(text: str) -> None:
    assert not _sums(text)


@pytest.mark.parametrize(("a", "b", "verdict", "message"), [
    ("Police arrested two sisters and a man.", "Police arrested three people.", Verdict.AGREEMENT, "both say 3"),
    ("Police arrested two sisters and a man.", "Police arrested six people.", Verdict.TENSION, "3 against 6"),
    ("The bank dismissed 30 clerks and 14 cooks.", "The bank dismissed 58 workers.", Verdict.TENSION, "44 against 58"),
    ("The flood killed four farmers, three nuns and a driver.", "The flood killed 11 people.", Verdict.TENSION,
     "8 against 11"),
])
def test_all_of_a_list_are_held_against_all(a: str, b: str, verdict: Verdict, message: str) -> None:
    assert _found(a, b, {*ALARMS, Verdict.AGREEMENT}) == [message]
    assert _found(a, b, {verdict}) == [message]


MONDAY = date(2024, 10, 7)


def _dated(a: str, b: str, verdicts: set[Verdict] = ALARMS) -> list[str]:
    documents = [read_text(a, "herald", published=MONDAY), read_text(b, "ledger", published=MONDAY)]
    found = trace_documents(documents, Settings()).findings
    return [f.message for f in found if f.verdict in verdicts and f.rule != "same-event"]


@pytest.mark.parametrize(("a", "b"), [
    ("The fair opens a week on Thursday.", "The fair opens on 17 October."),
    ("The court will rule a fortnight on Saturday.", "The court will rule on 26 October."),
    ("The strike will begin at 2400 on Thursday.", "The strike will begin at 12 a.m. on Friday."),
    ("The curfew ended at 24.00 on Sunday.", "The curfew ended at 0.00 on Monday."),
    ("The probe landed at 11.47 Greenwich Mean Time.", "The probe landed at 11.47 GMT."),
    ("The tower fell at twenty to ten in the evening.", "The tower fell at 9.40 p.m."),
])
def test_one_time_in_two_wordings(a: str, b: str) -> None:
    assert not _dated(a, b)
    assert _dated(a, b, {Verdict.AGREEMENT})


@pytest.mark.parametrize(("a", "b"), [
    ("The fair opens a week on Thursday.", "The fair opens on 10 October."),
    ("The court will rule a fortnight on Saturday.", "The court will rule on 12 October."),
    ("The curfew ended at 24.00 on Sunday.", "The curfew ended at 24.00 on Monday."),
    ("The probe landed at 11.47 Greenwich Mean Time.", "The probe landed at 10.20 GMT."),
    ("The tower fell at twenty to ten in the evening.", "The tower fell at 9.10 p.m."),
    ("The road was closed until Friday.", "The road was closed until 9 October."),
    ("The museum was closed on Friday.", "The museum was closed on 11 October."),
])
def test_two_times_are_in_conflict(a: str, b: str) -> None:
    assert _dated(a, b)


@pytest.mark.parametrize("text", [
    "The choir meets once a week on Thursday.", "The boat costs 90 euros a week on Thursday.",
    "The clinic opens three days a week on Thursday.",
])
def test_how_often_in_a_week_is_no_day_after(text: str) -> None:
    assert all("a <week> on <weekday>" not in f.value.derivation for f in _facts(text) if isinstance(f.value, Timex))


@pytest.mark.parametrize(("a", "b"), [
    ("The road was closed until Friday.", "The road was closed until 11 October."),
    ("The match was called off until Wednesday.", "The match was called off until 9 October."),
    ("Flights were suspended until Thursday.", "Flights were suspended until 10 October."),
    ("Flights were suspended until Thursday.", "Flights were suspended until 3 October."),
])
def test_what_was_closed_until_a_day_may_be_so_still(a: str, b: str) -> None:
    assert not _dated(a, b)


@pytest.mark.parametrize(("a", "b"), [
    ("The club won 13 games in the 2022-23 season.", "The club won 18 games in 2022."),
    ("The firm earned 3 million euros in the financial year 2021.", "The firm earned 5 million euros in 2021."),
    ("The theatre sold 4,000 tickets in the 2018/19 season.", "The theatre sold 9,000 tickets in 2019."),
    ("The city spent 7 million euros in the tax year 2021-22.", "The city spent 9 million euros in 2022."),
])
def test_a_season_is_no_calendar_year(a: str, b: str) -> None:
    assert not _dated(a, b)


@pytest.mark.parametrize(("a", "b"), [
    ("The club won 13 games in the 2022-23 season.", "The club won 18 games in the 2022-23 season."),
    ("The firm earned 3 million euros in the financial year 2021.",
     "The firm earned 5 million euros in the financial year 2021."),
    ("The theatre sold 4,000 tickets in 2019.", "The theatre sold 9,000 tickets in 2019."),
])
def test_figures_of_one_season_are_in_conflict(a: str, b: str) -> None:
    assert _dated(a, b)


@pytest.mark.parametrize(("a", "b"), [
    ("The cellist Nora Feld is 31 years old.", "The cellist Nora Feld was born in 1980."),
    ("The sculptor, Emil Holm, 47, was fined.", "The sculptor, Emil Holm, was born in 1960."),
    ("Police arrested Ivo Brandt, aged 24, in Ulm.", "Police arrested Ivo Brandt in Ulm. He was born in 1979."),
    ("Rescuers found Lena Voss, 33, a nurse.", "Rescuers found Lena Voss (born 1975), a nurse."),
    ("The skier Tom Arndt, 20, won.", "The skier Tom Arndt, born 1990, won."),
])
def test_a_year_of_birth_is_an_age(a: str, b: str) -> None:
    assert len(_dated(a, b)) == 1


@pytest.mark.parametrize(("a", "b"), [
    ("The cellist Nora Feld is 44 years old.", "The cellist Nora Feld was born in 1980."),
    ("Police arrested Ivo Brandt, aged 44, in Ulm.", "Police arrested Ivo Brandt in Ulm. He was born in 1979."),
    ("Rescuers found Lena Voss, 48, a nurse.", "Rescuers found Lena Voss (born 1975), a nurse."),
    # Whose year it is nobody knows.
    ("Judge Ola Holm sentenced Ivo Brandt. He was born in 1988.", "Ola Holm is 60 years old."),
    ("Judge Ola Holm sentenced Ivo Brandt. He was born in 1958.", "Ivo Brandt is 30 years old."),
])
def test_a_year_of_birth_that_fits_an_age_is_no_conflict(a: str, b: str) -> None:
    assert not _dated(a, b)


@pytest.mark.parametrize(("text", "ages"), [
    ("The dead were 26 and 41 years old.", [26, 41]), ("The victims were 17, 30 and 52 years old.", [17, 30, 52]),
    ("The brothers are nine and twelve years old.", [9, 12]), ("The twins were 19 and 21 years old.", [19, 21]),
])
def test_a_unit_of_age_belongs_to_all_that_are_listed(text: str, ages: list[int]) -> None:
    found = [f.value for f in _figures(text)]
    assert [(v.kind, int(v.interval.low or 0)) for v in found if isinstance(v, Quantity)] == [
        (QuantityKind.AGE, age) for age in ages]


@pytest.mark.parametrize("text", [
    "The storm killed 26 and 41-year-old Ivo Brandt survived.", "The fire hurt 300 and one man aged 41.",
    "Police held 26 men and a boy who is 14 years old.",
])
def test_a_count_beside_an_age_is_none(text: str) -> None:
    first = _figures(text)[0].value
    assert isinstance(first, Quantity)
    assert first.kind is QuantityKind.NUMBER
