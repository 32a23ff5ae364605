"""Tables of a page: each cell with the heads of its row and column, and prose that stands in a table for its layout."""

from __future__ import annotations

from datetime import date

import pytest
from lxml.html import document_fromstring

from claimcheck import Settings
from claimcheck.model.finding import Finding, Verdict
from claimcheck.pipeline import compare_documents
from claimcheck.read import read_bytes, read_text
from claimcheck.read.tables import with_tables_told

ON = date(2024, 3, 6)
PROSE = ("<p>The flood hit three towns of the valley on Monday night after two days of rain, officials said.</p>"
         "<p>Roads remained closed, and the army brought water to the villages that were cut off.</p>")
TOLL = [["Town", "Deaths", "Injured"], ["Ostra", "12", "30"], ["Velden", "3", "–"], ["Total", "15", "30"]]


def page(markup: str, prose: str = PROSE) -> bytes:
    return (f"<html><head><title>Flood toll</title></head><body><article><h1>Flood toll</h1>{prose}{markup}"
            "<p>More rain is expected until the end of the week, the weather service warned.</p></article></body>"
            "</html>").encode()


def table(rows: list[list[str]], head: str = "th", caption: str = "") -> str:
    lines = ["".join(f"<{head if y == 0 else 'td'}>{cell}" for cell in row) for y, row in enumerate(rows)]
    return f"<table>{caption}<tr>{'<tr>'.join(lines)}</table>"


def told(markup: str, prose: str = PROSE) -> list[str]:
    """The paragraphs between the prose and the last one."""
    lines = [line for line in read_bytes(page(markup, prose), "p.html").text.splitlines() if line]
    return lines[3:-1] if prose else lines[1:-1]


@pytest.mark.parametrize("head", ["th", "td"])
def test_a_row_is_a_paragraph_and_a_cell_has_its_heads(head: str) -> None:
    """Whether or not the heads are marked; what holds for all rows names none, and a dash says nothing."""
    rows = TOLL if head == "th" else [row[:2] for row in TOLL]
    lines = told(table(rows, head))
    assert [line.split(". ")[0].rstrip(".") for line in lines] == [
        "Deaths, Ostra: 12", "Deaths, Velden: 3", "Deaths: 15"]
    assert (head == "td") or lines[0] == "Deaths, Ostra: 12. Injured, Ostra: 30."


@pytest.mark.parametrize(("markup", "lines"), [
    ("<table><thead><tr><td></td><td colspan=2>Deaths</td></tr><tr><td></td><td>2022</td><td>2023</td></tr></thead>"
     "<tr><th>Ostra</th><td>12</td><td>30</td></tr></table>",
     ["Deaths, Ostra, in 2022: 12. Deaths, Ostra, in 2023: 30."]),
    (table([["Year", "Revenue (million euros)", "Share (%)"], ["2022", "1.5", "30"]]),
     ["Revenue in 2022: 1.5 million euros. Share in 2022: 30%."]),
    (table(TOLL[:2], caption="<caption>The floods of 2019</caption>"),
     ["Deaths, Ostra, in 2019: 12. Injured, Ostra, in 2019: 30."]),
    ("<table><tr><th>Deaths<td>12</tr><tr><th>Injured<td>30</table>", ["Deaths: 12.", "Injured: 30."]),
    ("<table><tr><th>Town<th>Dead</tr><tr><td rowspan=2>Ostra<td>12<br>(men)<tr><td>3 <i>women</i></table>",
     ["Dead, Ostra: 12 (men).", "Dead, Ostra: 3 women."]),
    ("<dl><dt>Deaths</dt><dd>12</dd><dt>What next</dt><dd>The army stays.</dd></dl>",
     ["Deaths: 12.", "The army stays."]),
    ("<dl><div><dt>Deaths</dt><dd>12</dd></div><div><dt>Injured</dt><dd>30</dd></div></dl>",
     ["Deaths: 12.", "Injured: 30."]),
    (table([["Town", "2010", "2011"], ["Ostra", "deaths: 12", "deaths: 3"]],
           caption="<caption>Deaths 2010, 2011 and 2012</caption>"),
     ["Ostra in 2010: deaths: 12. Ostra in 2011: deaths: 3."]),
    (table([["Year", "Deaths"], ["2010", "12"]], caption="<caption>Floods, as counted in 2012</caption>"),
     ["12 deaths in 2010."]),
    (table(TOLL[:2], caption="<caption>The floods of 2018 and 2019</caption>"),
     ["Deaths, Ostra: 12. Injured, Ostra: 30."]),
    (table([["Party", "Votes (in thousands)", "Spent (millions of euros)"], ["Reds", "12", "3.5"]]),
     ["Votes, Reds: 12 thousand. Spent, Reds: 3.5 million euros."]),
    (table([["Accused", "Years in prison"], ["Rolf Tamm", "4"], ["Eva Sund", "2"]]),
     ["Rolf Tamm: 4 years in prison.", "Eva Sund: 2 years in prison."]),
    (table([["Street", "Days without power", "Euros paid"], ["Mill Lane", "3", "1,200"], ["Total", "9", "3,400"]]),
     ["Mill Lane: 3 days without power. Mill Lane: 1,200 euros paid.", "9 days without power. 3,400 euros paid."]),
    (table([["Year", "Paris", "Texas"], ["2022", "410", "12"]]), ["Paris in 2022: 410. Texas in 2022: 12."]),
    (table([["Year", "Athens", "Netherlands"], ["2022", "4", "5"]]), ["Athens in 2022: 4. Netherlands in 2022: 5."]),
    (table([["Year", "Thousands", "Lions", "Reims", "Adams"], ["2022", "1", "2", "3", "4"]]),
     ["Thousands in 2022: 1. Lions in 2022: 2. Reims in 2022: 3. Adams in 2022: 4."]),
    (table([["Year", "Tonnes of herring"], ["2023", "410"]]), ["In 2023: 410 tonnes of herring."]),
    ("<table><tr><td>12<td>30<tr><td>3<td>7</table>", []),
    ("<table><tr><th>Ostra<td>12<td>30<tr><th>Velden<td>3<td>7</table>", []),
    ("<table><tr><th>A<th colspan=99999999>B<tr><td>x</table><table></table>", []),
])
def test_heads_units_and_years_of_a_table(markup: str, lines: list[str]) -> None:
    """No cell is glued to its neighbour, and figures that no head names are left out."""
    assert told(markup) == lines


@pytest.mark.parametrize("markup", [
    "<table><tr>" + "<td rowspan=500 colspan=24>x" * 400 + "<tr><td>7" * 499 + "</table>",
    table([["Town", *["Deaths"] * 20], *[["Ostra", *["12"] * 20]] * 450]),
    table([["Town", "Deaths"]] * 5 + [["Ostra", "12"]]),
])
def test_a_table_of_too_many_cells_or_heads_is_left_out(markup: str) -> None:
    """Spans are filled up within the columns that are read, and each cell repeats its heads."""
    assert told(markup.replace("<td>Town<td>", "<th>Town<th>")) == []


def test_tables_of_a_page_are_told_up_to_a_length() -> None:
    """A page is not made many times as long as it is."""
    head = "Deaths " * 11
    rows = [["Town", *[f"{head}{n}" for n in range(9)]], *[["Ostra", *["12"] * 9]] * 300]
    tree = document_fromstring(table(rows) * 9)
    assert 90_000 < len(with_tables_told(tree).text_content()) < 110_000


@pytest.mark.parametrize("term", ["Deaths" + "," * 60_000, "a (b " * 20_000, "(" * 60_000, "a, " * 30_000])
def test_a_long_term_is_prose(term: str) -> None:
    """It is no head, and is read in no more than a moment."""
    tree = with_tables_told(document_fromstring(f"<dl><dt>{term}</dt><dd>12</dd></dl>"))
    assert [e.text_content() for e in tree.iter("p")] == [term.strip(), "12"]


def test_a_table_that_lays_out_the_page_is_prose() -> None:
    """The article may stand in a cell, with a table of data in it."""
    lines = told(f"<table><tr><td>menu</td><td>{PROSE}{table(TOLL[:2])}</td></tr></table>", prose="")
    assert lines[-2:] == ["Roads remained closed, and the army brought water to the villages that were cut off.",
                          "Deaths, Ostra: 12. Injured, Ostra: 30."]


def alarms(markup: str, text: str) -> list[Finding]:
    documents = [read_bytes(page(markup), "a.html", published=ON), read_text(text, "b", published=ON)]
    return [f for f in compare_documents(documents, Settings()).findings
            if f.verdict in (Verdict.CONTRADICTION, Verdict.TENSION)]


@pytest.mark.parametrize(("rows", "text", "message"), [
    (TOLL, "Fourteen people died in Ostra, officials said.", "12 against 14"),
    ([["Year", "Revenue (million euros)"], ["2022", "35"], ["2023", "41"]],
     "The company's revenue was 44 million euros in 2023.", "41 million EUR against 44 million EUR"),
    ([["Party", "Votes", "Share"], ["Reform", "45,210", "38%"], ["Unity", "40,100", "34%"]],
     "Reform won 38 percent of the vote and Unity 36 percent.", "34 % against 36 %"),
    ([["Accused", "Years in prison"], ["Rolf Tamm", "4"], ["Eva Sund", "2"]], "Rolf Tamm got 2 years in prison.",
     "a: 4 years; b: 2 years; the words around are nearly the same"),
])
def test_a_cell_is_put_against_a_sentence(rows: list[list[str]], text: str, message: str) -> None:
    """Where the heads name what the sentence counts; how likely the two are one thing is not asked here."""
    assert [f.message for f in alarms(table(rows), text)] == [message]


@pytest.mark.parametrize(("rows", "text"), [
    (TOLL, "Twelve people died in Ostra and three in Velden, officials said."),
    (TOLL, "Three people died in Velden, among them two children."),
    (TOLL, "Twenty people died in the floods in Harrow last year."),
    ([["Town", "Before", "After"], ["Ostra", "12", "30"]], "In Ostra 14 people died. In Velden 9 houses fell."),
    ([["Team", "Played", "Won"], ["Arsenal", "12", "8"]], "Arsenal beat Chelsea 2-1 after nine days without a match."),
    ([["Date", "Event"], ["4 March", "Rain begins"]], "The dam broke on 5 March in Ostra."),
])
def test_a_cell_of_something_else_is_no_alarm(rows: list[list[str]], text: str) -> None:
    """Another row, another column, or heads that say nothing."""
    assert alarms(table(rows), text) == []


def test_words_that_pages_mark_up_in_line_stay_in_their_sentence() -> None:
    """As times and labels."""
    assert told('<p>It began on <time datetime="2024-03-04">Monday</time>, and <label>30</label> were hurt.</p>') == [
        "It began on Monday, and 30 were hurt."]


@pytest.mark.parametrize(("rows", "text", "quotes"), [
    ([["Year", "Arrivals", "Departures"], ["2022", "410", "380"], ["2023", "530", "290"]],
     "The islands had 350 arrivals in 2023.", ("530", "350")),
    ([["Year", "Deaths"], ["2021", "16"], ["2022", "45"]], "There were 20 deaths in 2022.", ("45", "20")),
    ([["", "2021", "2022"], ["Births", "16", "45"]], "The valley had 20 births in 2022.", ("45", "20")),
    ([["Year", "Tourists"], ["2021", "1,600"], ["2022", "4,500"]], "The museum had 1,900 tourists in 2022.",
     ("4,500", "1,900")),
    ([["Year", "Revenue (million euros)"], ["2021", "44"], ["2022", "35"], ["2023", "41"]],
     "The company's revenue was 44 million euros in 2023.", ("41", "44 million")),
])
def test_a_year_at_the_head_of_a_row_dates_its_cells(rows: list[list[str]], text: str, quotes: tuple[str, str]) -> None:
    """What differs is set against the row of its year, though another is nearer or the same."""
    documents = [read_bytes(page(table(rows)), "a.html", published=ON), read_text(text, "b", published=ON)]
    report = compare_documents(documents, Settings())
    alarms_ = [f.evidence for f in report.findings if f.verdict in (Verdict.CONTRADICTION, Verdict.TENSION)]
    (sides,) = alarms_ + [(u.a, u.b) for u in report.unsure]
    assert tuple(side.quote.split(" euros")[0].removesuffix(" million" if side.document == "a.html" else "")
                 for side in sides) == quotes
