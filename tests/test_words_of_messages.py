"""What reports and explanations say in words: headings that name what happened, figures as they are told, and the
finding that was asked for."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from conftest import Run

from claimcheck import compare_texts
from claimcheck.config import Settings
from claimcheck.explain import explanation, places_of
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.report import Report
from claimcheck.pipeline import trace_documents
from claimcheck.read import read_bytes, read_text
from claimcheck.report.brief import agreed
from claimcheck.report.explanation import render
from claimcheck.rules.words import number, value_words

ON = date(2024, 3, 6)


def report(one: str, other: str) -> Report:
    return compare_texts({"ada": one, "ben": other}, published={"ada": ON, "ben": ON})


def headings(text: str) -> dict[str, str]:
    """By value what each fact of one text measures."""
    trace = trace_documents([read_text(text, "ada", published=ON)], Settings())
    return {value_words(s.fact): s.fact.measure.label for s in trace.story.statements}


def of_rule(rule: str, one: str, other: str) -> list[Finding]:
    return [f for f in report(one, other).findings if f.rule == rule]


def explained(rule: str, one: str, other: str, width: int = 200) -> str:
    """The explanation of the finding of a rule, as it is printed."""
    trace = trace_documents([read_text(one, "ada", published=ON), read_text(other, "ben", published=ON)], Settings())
    finding = next(f for f in (*trace.findings, *trace.left_out) if f.rule == rule)
    a, b = places_of(finding)
    return render(explanation(trace, a, b, Settings()), width=width, colour=False)


@pytest.mark.parametrize(("rule", "one", "other", "said"), [
    ("copy-drift", "Mayor Lena Maas denied that she had sold the town hall to the bank Ostbank.",
     "Mayor Lena Maas did not deny that she had sold the town hall to the bank Ostbank.", "did not deny that"),
    ("copy-drift", "The inquiry found that the driver had not slowed down before the bend.",
     "The inquiry found that the driver had slowed down before the bend.", "had not slowed"),
    ("copy-drift", "The stolen altar was found in a barn in Slovenia and returned to the parish of Velm.",
     "The stolen altar was found in a barn in Slovakia and returned to the parish of Velm.", "slovakia"),
    ("quote-drift", "“We have never paid a single euro to the firm,” Lena Maas told the council of Velm.",
     "“We have now paid a single euro to the firm,” Lena Maas told the council of Velm.", "never"),
    ("attribution-conflict", "“The bridge over the Orla was never once inspected,” the mayor of Velm, Lena Maas, said.",
     "“The bridge over the Orla was never once inspected,” the engineer Jan Torp said.", "jan torp"),
])
def test_an_explanation_shows_the_finding_that_was_asked_for(rule: str, one: str, other: str, said: str) -> None:
    """And why its rule spoke, also where the finding is on words and on no two facts."""
    page = explained(rule, one, other)
    assert f" {rule}" in page
    assert said in page.lower()
    assert f"{rule}: " in page
    assert "no rule spoke\n" not in page


@pytest.mark.parametrize(("one", "other"), [
    ("The plant will cut 45 jobs in May.", "The plant will cut 52 jobs in May."),
    ("The court will sit on Monday.", "The court will sit on Tuesday."),
    ("The crash near Velm killed 12 people.", "The crash near Velm killed 14 people."),
])
def test_a_finding_on_two_facts_is_said_once(one: str, other: str) -> None:
    trace = trace_documents([read_text(one, "ada", published=ON), read_text(other, "ben", published=ON)], Settings())
    finding = next(f for f in trace.findings if f.verdict is Verdict.CONTRADICTION)
    a, b = places_of(finding)
    page = explanation(trace, a, b, Settings())
    shown = [*(w.finding for w in page.words), *(f for p in page.pairs for f in p.findings)]
    assert [f.fingerprint for f in shown].count(finding.fingerprint) == 1


@pytest.mark.parametrize(("text", "value", "heading"), [
    ("Cases of mumps in Velm tripled in May, doctors said.", "3 times", "change in cases of mumps in Velm"),
    ("The number of beavers in the Orla valley doubled.", "2 times", "change in the number of beavers"),
    ("The bank halved its dividend.", "1/2", "change in its dividend"),
    ("Output at the mine halved in May.", "50 %", "change in output at the mine"),
    ("Demand roughly doubled in May.", "about 100 %", "change in demand"),
    ("Burglars broke into the Gallery of Glass in Velden on Monday.", "2024-03-04",
     "day burglars broke into the Gallery of Glass"),
    ("A lorry crashed into the wall of the old town hall of Velm on Friday.", "2024-03-01",
     "day a lorry crashed into the wall"),
    ("Police shot dead a bull near Kars on Friday.", "2024-03-01", "day police shot dead a bull near Kars"),
    ("A gunman shot dead the jeweller Jan Torp outside his shop in Velm on Monday.", "2024-03-04",
     "day a gunman shot dead the jeweller"),
    ("The first laser-guided kidney operation at the Orla clinic was carried out in May 2023.", "2023-05",
     "month the laser-guided kidney operation was carried out"),
    ("The parish fund in Velm has 3 million euros.", "3,000,000 EUR", "amount the parish fund in Velm has"),
    ("Divers in Izmir said the galley found under the quay sank in 310 BC.", "BC0310", "year the galley sank"),
    ("“The roof was never checked,” the mayor said on Tuesday.", "2024-03-05", "day it was said"),
    ("Ida Torp broke the European 800 metres record in Velm on Sunday.", "800 metres",
     "distance of the European record"),
    ("Nine people, four of them nurses, were arrested in Velm.", "4", "nurses arrested"),
    ("Tuesday, Sundhamn: 55 mm.", "55 millimetres", "amount"),
])
def test_a_heading_names_what_happened(text: str, value: str, heading: str) -> None:
    found = headings(text)
    assert found[value].startswith(heading), found


@pytest.mark.parametrize(("text", "value", "heading"), [
    ("The castle built by the monks fell in 1703.", "1703", "year the castle fell"),
    ("He resigned on Monday.", "2024-03-04", "day of the resignation"),
    ("A tram ran into a bus on Monday.", "2024-03-04", "day a tram ran into a bus"),
    ("The report was published on Monday.", "2024-03-04", "day the report was published"),
    ("She set a record of 21 metres.", "21 metres", "record"),
    ("The lake, 40 km, is the longest.", "40 kilometres", "length of the lake"),
    ("The charity spent 3 million euros.", "3,000,000 EUR", "amount spent by the charity"),
    ("Prices rose 4 percent in May.", "4 %", "change in prices"),
    ("The mayor has 3 million euros.", "3,000,000 EUR", "amount had by the mayor"),
])
def test_other_headings_stay(text: str, value: str, heading: str) -> None:
    assert headings(text)[value] == heading


@pytest.mark.parametrize(("one", "other", "told"), [
    ("The temperature in Velm fell on Monday.", "In Velm the temperature fell on Monday.",
     "the temperature in Velm fell"),
    ("The mayor of Velm resigned on Friday.", "The mayor of Velm has resigned.", "the mayor of Velm resigned"),
    ("The barn near Kars burned down on Friday.", "On Friday the barn near Kars burned down.",
     "the barn near Kars burned down"),
    ("Two blasts shook the market in Kars.", "The market in Kars was shaken by two blasts.", "blasts shook the market"),
])
def test_an_agreement_says_it_once(one: str, other: str, told: str) -> None:
    (finding,) = of_rule("same-event", one, other)
    measure, value = agreed(finding)
    assert (measure, value.startswith(told)) == ("", True), value


@pytest.mark.parametrize(("one", "other", "value"), [
    ("The dam at Orla was never inspected.", "The dam at Orla was not inspected.", "not inspected"),
    ("Nobody was hurt when the crane fell in Velm.", "No one was hurt in Velm when the crane fell.", "not hurt"),
])
def test_what_was_not_done_stays_a_question_and_its_answer(one: str, other: str, value: str) -> None:
    (finding,) = of_rule("same-event", one, other)
    measure, said = agreed(finding)
    assert measure.startswith("whether ")
    assert said == value


@pytest.mark.parametrize(("one", "other", "message"), [
    ("Profit at Brenn halved in 2023.", "Profit at Brenn fell 50 percent in 2023.", "both say 50 %"),
    ("Exports from Velm doubled in 2023.", "Exports from Velm rose 100 percent in 2023.", "both say 100 %"),
    ("Profit at Brenn halved in 2023.", "Profit at Brenn fell 48 percent in 2023.", "“halved” fits 48 %"),
    ("Profit at Brenn roughly halved in 2023.", "Profit at Brenn fell 50 percent in 2023.", "about 50 % fits 50 %"),
])
def test_about_is_said_where_the_text_says_so(one: str, other: str, message: str) -> None:
    assert [f.message for f in of_rule("same-quantity", one, other)] == [message]


def test_times_are_told_as_times() -> None:
    (finding,) = of_rule("quantity-mismatch", "Cases of mumps in Velm doubled in May.",
                         "Cases of mumps in Velm tripled in May.")
    assert finding.message == "2 times against 3 times"


@pytest.mark.parametrize(("one", "other", "agree"), [
    ("Seven men were arrested in Malaga.", "Eleven people, seven of them men, were arrested in Malaga.", True),
    ("Five children were hurt in a fire in Velm.", "Eight people, five of them children, were hurt in a fire in Velm.",
     True),
    ("Four miners were trapped in Orla.", "Nine workers, four of them miners, were trapped in Orla.", True),
    ("Two people were hurt when a crane fell in Velm.",
     "A driver was killed and two other passengers were hurt when a crane fell in Velm.", True),
    ("Seven women were arrested in Malaga.", "Eleven people, seven of them men, were arrested in Malaga.", False),
    ("Eight people were hurt in a fire in Velm.", "Nine people, eight of them children, were hurt in a fire in Velm.",
     False),
    ("Five people were hurt in a fire in Velm.", "Eight people, five of them children, were hurt in a fire in Velm.",
     False),
    ("Three people were killed in Cusco.", "Seven people, three of them tourists, were killed in Cusco.", False),
])
def test_some_of_a_kind_are_not_the_number_of_all(one: str, other: str, agree: bool) -> None:
    assert bool(of_rule("same-quantity", one, other)) is agree


def test_the_chance_of_a_second_look_is_set_off(claimcheck: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Jan Torp, captain of the Solveig, refused to sign the accord on Monday.\n")
    (tmp_path / "b.txt").write_text("Jan Torp, captain of the Solveig, signed the accord on Monday.\n")
    _, out, _ = claimcheck("compare", "--isolated", *(str(tmp_path / name) for name in ("a.txt", "b.txt")))
    assert "of 100 such cases)" in out


@pytest.mark.parametrize(("dates", "code", "said"), [
    (["2024-03-06"], 0, "6 March 2024"),
    (["2024-03-06", "b.txt=2024-03-01"], 0, "1 March 2024"),
    (["a.txt=2024-03-06"], 0, "6 March 2024"),
    (["6 March"], 2, "is not a date"),
    (["2024-03-06", "2024-03-07"], 2, "give one"),
])
def test_a_day_alone_is_that_of_all_files(
    dates: list[str], code: int, said: str, claimcheck: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt"):
        Path(name).write_text("The court sat on Monday.\n")
    given = [word for date_ in dates for word in ("--date", date_)]
    status, out, error = claimcheck("explain", "--isolated", *given, "a.txt:1", "b.txt:1")
    assert status == code
    assert said in out + error


NOTICE = "<section id=gdpr><p>This site uses cookies. We and our 12 partners process data of yours.</p></section>"
BOX = "<div class=cookie-banner><p>We use cookies and similar tools on this site to know you better.</p></div>"
STUDY = "<section class=cookie><p>We tested forty sites and found that your cookies are kept for years.</p></section>"
STORY = "<p>A fire destroyed the town hall of Velm on Friday night, and the mayor promised to rebuild it.</p>"


@pytest.mark.parametrize(("main_part", "beside", "kept"), [
    (NOTICE, f"<aside><article><h1>Fire</h1>{STORY}</article></aside>", False),
    (BOX, f"<aside><article><h1>Fire</h1>{STORY}</article></aside>", False),
    (NOTICE, f"<div><article><h1>Fire</h1>{STORY}</article></div>", False),
    (BOX, f"<section><article><h1>Fire</h1>{STORY}</article></section>", False),
    (STUDY, "<aside><article><h3>More</h3><p>Read on about the bridge of Velm and its cost.</p></article></aside>",
     True),
    (STUDY, "<aside><article><h1>More</h1></article></aside>", True),
    (f"<h1>Cookies</h1>{STUDY}{STUDY}", "<aside><article><h3>More</h3></article></aside>", True),
    (f"<article><h1>Cookies</h1>{STUDY}</article>", "<aside><p>More of this.</p></aside>", True),
    (f"<h1>Fire</h1>{STORY}{STUDY}", "<aside><article><h3>More</h3></article></aside>", True),
    (STUDY, "<aside><p>More of this.</p></aside>", True),
])
def test_a_notice_in_the_main_part_goes_where_the_article_stands_outside(
    main_part: str, beside: str, kept: bool
) -> None:
    page = f"<html><head><title>Velm</title></head><body><main>{main_part}</main>{beside}</body></html>"
    text = read_bytes(page.encode(), "a.html").text
    assert ("cookies" in text.lower().replace("\n\ncookies\n", "")) is kept
    assert kept or "A fire destroyed" in text


@pytest.mark.parametrize(("value", "words"), [
    ("1200000", "1,200,000"), ("2.50", "2.5"), ("-3", "-3"), ("1E+2", "100"),
    ("2E+30", "2,000,000,000,000,000,000,000,000,000,000"),
    ("12345678901234567890123456.5", "12,345,678,901,234,567,890,123,456.5"),
])
def test_a_figure_of_any_length_is_told(value: str, words: str) -> None:
    assert number(Decimal(value)) == words
