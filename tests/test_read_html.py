"""HTML files as articles."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck.errors import InputError
from claimcheck.model.document import DateOrigin
from claimcheck.read import read_bytes

PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Plant to close - Harbour Gazette</title>
<meta property="og:title" content="Plant to close">
<meta property="og:site_name" content="Harbour Gazette">
<meta property="article:published_time" content="2024-03-05T08:00:00+00:00">
</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Plant to close</h1>
<p>The Velden plant will close, and 45 workers were dismissed on Monday, works manager Ida Brandt said.</p>
<p>It was opened in 1920 and had been for sale for two years, but no buyer was found for the old halls.</p>
<script>var a = "30 workers";</script>
</article><footer>All rights reserved. Subscribe to our newsletter!</footer></body></html>
"""


def test_article_is_taken_out_of_the_page() -> None:
    """Title, source and date are from the metadata; navigation, scripts and footer are not read."""
    document = read_bytes(PAGE.encode(), "page.html")
    assert document.title is not None
    assert document.title.of(document.text) == "Plant to close"
    assert document.source == "Harbour Gazette"
    assert (document.published.on, document.published.origin) == (date(2024, 3, 5), DateOrigin.METADATA)
    assert "45 workers" in document.text
    assert "Sport" not in document.text
    assert "30 workers" not in document.text
    assert "<" not in document.text


def test_what_is_given_wins_over_the_page() -> None:
    """As for texts."""
    document = read_bytes(PAGE.encode(), "x", source="Wire", published=date(2024, 3, 9))
    assert (document.source, document.published.on, document.published.origin) == (
        "Wire", date(2024, 3, 9), DateOrigin.GIVEN)


@pytest.mark.parametrize(("markup", "on", "line"), [
    ('<p>Published <time datetime="2024-05-03" class="entry-date published">May 3</time></p>', 3, "Published May 3"),
    ('<p><span>Ida Brandt | <time datetime="2024-05-03T08:00:00Z">May 3</time></span></p>', 3, "Ida Brandt | May 3"),
    ('<p>Updated <time datetime="2024-05-04">May 4</time>, published <time datetime="2024-05-03" class="published">May '
     "3</time> in Velden by the desk</p>", 3, "Updated May 4, published May 3 in Velden by the desk"),
    ('<p>It began on <time datetime="2024-04-02">Tuesday</time>.</p>', None, "It began on Tuesday."),
    ('<p>“It began on <time datetime="2024-04-02">Tuesday</time>.”</p>', None, "“It began on Tuesday.”"),
    ('<p>It began on <b><time datetime="2024-04-02">2 April</time></b>, when the last ship had left the quay</p>', None,
     "It began on 2 April, when the last ship had left the quay"),
    ('<p>Published <time datetime="2024-05-03">May 3</time></p><p>It began on <time datetime="2024-06-02">Sunday</time>'
     ", works manager Ida Brandt said.</p>", 3, "It began on Sunday, works manager Ida Brandt said."),
])
def test_a_time_stays_in_its_line_and_only_a_stamp_dates_the_page(markup: str, on: int | None, line: str) -> None:
    """A day that a sentence speaks of is not that of publication."""
    page = PAGE.replace("</h1>", f"</h1>{markup}").replace("2024-03-05T08:00:00+00:00", "")
    document = read_bytes(page.encode(), "page.html")
    assert document.published.on == (date(2024, 5, on) if on else None)
    assert line in document.text.splitlines()


@pytest.mark.parametrize("text", ["<html></html>", "<html", "<!doctype html><p>", "<html>" + "<div>" * 20_000])
def test_page_without_an_article_is_an_error(text: str) -> None:
    """One line, never a traceback."""
    with pytest.raises(InputError, match=r"^p\.html: no article"):
        read_bytes(text.encode(), "p.html")


@pytest.mark.parametrize(("markup", "text"), [
    ('killed 12<sup><a href="#f3">3</a></sup> people', "killed 12 people"),
    ("killed 12<sup>3</sup> people", "killed 12 people"),
    ("killed 12 people<sup>[4]</sup> in Ostra<sup>*</sup>", "killed 12 people in Ostra"),
    ("killed <del>15</del> <ins>12</ins> people", "killed 12 people"),
    ("killed <s>15 people</s> <strike>14 people</strike> 12 people", "killed 12 people"),
    ('killed 12 people<span style="display:none"> and 90 cows</span>', "killed 12 people"),
    ("killed 12 people<span hidden> and 90 cows</span><template> and 80 sheep</template>", "killed 12 people"),
    ("covered 12 km<sup>2</sup>, 10<sup>6</sup> trees", "covered 12 km2, 10^6 trees"),
    ("began on the 12<sup>th</sup>, with CO<sub>2</sub>", "began on the 12th, with CO2"),
    ("killed 25<sup>1,2</sup> people", "killed 25 people"),
    ("killed 25<sup>1 2</sup> people", "killed 25 people"),
    ("killed 25<sup>[1][2]</sup> and hurt 7<sup>3–5</sup> people", "killed 25 and hurt 7 people"),
    ("killed 26<sup>a</sup> and left 140<sup>b,c</sup> homeless", "killed 26 and left 140 homeless"),
    ("killed 26<sup>ii</sup> and left 140<sup>note 2</sup> homeless", "killed 26 and left 140 homeless"),
    ("killed 26<sup>see below</sup> people", "killed 26 see below people"),
    ('killed 12<span style="font-size: 60%; vertical-align:super">1</span> people', "killed 12 people"),
    ('killed 12<span class="fnref">6</span> and 8<a class="footnote-ref" href="#x">7</a> cats', "killed 12 and 8 cats"),
    ('killed 12<a href="#fn:4">4</a> and 8<a role="doc-noteref" href="#x">b</a> sheep', "killed 12 and 8 sheep"),
    ('killed <a href="#list">12</a> people and <span class="figure">6</span> sheep', "killed 12 people and 6 sheep"),
    ("took 7<sub>2</sub> roofs and 8<sub>a</sub> doors", "took 7 roofs and 8 doors"),
    ("killed <b>12</b><sup>3</sup> of about <b>10</b><sup>6</sup> people", "killed 12 of about 10^6 people"),
    ("cost $4<sup>99</sup> or £1,250<sup>50</sup> a head", "cost $4.99 or £1,250.50 a head"),
    ('cost $4<sup>12</sup> million and $25<sup><a href="#n">13</a></sup> a head', "cost $4 million and $25 a head"),
    ("killed 25<sup>1</sup>,<sup>2</sup> people and 8<abbr class=fn>a</abbr> cats", "killed 25 people and 8 cats"),
    ("killed 25<sup>[disputed]</sup> people and 8<sup>1.</sup> cats", "killed 25 [disputed] people and 8 cats"),
    ("cost 4<sup>99</sup> € at 25<sup>°</sup>C, or €3<sup>,49</sup>", "cost 4.99 € at 25°C, or €3,49"),
    ("cost $250<sup>12</sup>, $8<sup>50</sup> or 30<sup>12</sup> €", "cost $250, $8.50 or 30 €"),
    ("cost £2<sup>m</sup>, €5<sup>k</sup>, $3.5<sup>bn</sup> or 12<sup>b</sup> cows",
     "cost £2m, €5k, $3.5bn or 12 cows"),
    ("began at 7<sup>30</sup> pm, and 7<sup>31</sup> people by 11<sup>05</sup>a.m. saw it",
     "began at 7.30 pm, and 7 people by 11.05a.m. saw it"),
    ("burned for 2<sup>1</sup>/<sub>2</sub> hours", "burned for 2 1/2 hours"),
    ('killed <a href="#note-deaths">45</a> people, <a href="#refugees">12</a> cats, <a href="#preferred">7</a> dogs',
     "killed 45 people, 12 cats, 7 dogs"),
    ('killed <span class="reference">30</span>, <span class="sup">45</span>, <b class="footnote">12</b> people',
     "killed 30, 45, 12 people"),
    ('cost $<a class=fn>9</a>, <i><a href="#fn3">7</a> euros</i>', "cost $9, 7 euros"),
    ('killed 12<a href="#cite_note-bbc-4">4</a> people and 9 cows<a href="#_ftn1">1</a>',
     "killed 12 people and 9 cows"),
    ("killed <b>12</b> and <em><u>30</u></em> more people", "killed 12 and 30 more people"),
    ("covered 10<sup>-6</sup> m<sup>3</sup>, H<sub>2</sub>SO<sub>4</sub>", "covered 10^-6 m3, H2SO4"),
])
def test_what_is_struck_out_or_hidden_or_a_footnote_is_no_text(markup: str, text: str) -> None:
    """A raised figure is a mark, but for a power, a square, cents and half of a fraction; no mark joins a figure."""
    more = "<p>Roads remained closed, and the army brought water to the villages that were cut off.</p>" * 3
    page = (f"<html><body><article><p>The fire in Harrow {markup}, police said on Monday.</p>{more}</article></body>"
            "</html>")
    assert f"The fire in Harrow {text}, police said" in read_bytes(page.encode(), "page.html").text


OPEN_PAGE = """<html><head><title>Weir Mill sold</title></head><body>
<ul><li><a href="/">All the news of today</a></li><li><a href="/s">Sport in the valley</a></li></ul>
<h1>Weir Mill sold</h1>{}
<p>The Kester family bought the mill from the developer Brand for 3,200,000 euros, the Gazette has learned.</p>{}
</body></html>"""


def lines_of_open_page(top: str, foot: str) -> list[str]:
    return read_bytes(OPEN_PAGE.format(top, foot).encode(), "page.html").text.split("\n\n")


@pytest.mark.parametrize(("top", "foot", "read"), [
    ("", "<ul><li>60 apartments are planned</li><li>Work begins soon</li></ul>",
     ["- 60 apartments are planned", "- Work begins soon"]),
    ("<ul class='navy list'><li>The mill goes for 3 million</li></ul>", "", ["- The mill goes for 3 million"]),
    ("", "<div><ol><li>None of <a href='k'>the staff</a> has to go</li><li><p>It had 35 workers.</p></li></ol></div>",
     ["- None of the staff has to go", "It had 35 workers."]),
    ("", "<h2>In figures</h2><ul><li>Flats, <b>in all</b>: 60<ul><li>for families: 40</li></ul></li></ul>",
     ["- Flats, in all: 60", "- for families: 40"]),
])
def test_a_list_that_says_something_is_read_where_no_article_is_marked(top: str, foot: str, read: list[str]) -> None:
    """Each item is a line of its own, also where a list stands in a list."""
    lines = [line.strip() for line in lines_of_open_page(top, foot)]
    assert all(lines.count(line) == 1 for line in read)
    assert not any("Sport" in line for line in lines)


@pytest.mark.parametrize("foot", [
    "<h3>Related stories</h3><ul><li>A fire kills 7 people in Ellery</li></ul>",
    "<h3>Later</h3><ul><li><a href='1'>A fire kills 7 people in Ellery</a></li></ul>",
    "<nav><ul><li>A fire kills 7 people in Ellery</li></ul></nav>",
    "<footer><p>Gazette</p><ul><li>A fire kills 7 people in Ellery</li></ul></footer>",
    "<ul><li>Contact</li><li>Privacy</li></ul>",
    '<div class="side sidebar"><h4>Weather</h4><ul><li>It will be 7 degrees in Ellery</li></ul></div>',
    '<h4>Weather</h4><ul id="most-read"><li>It will be 7 degrees in Ellery</li></ul>',
])
def test_a_list_of_links_or_a_menu_is_not_read(foot: str) -> None:
    """Nor what announces other stories."""
    text = " ".join(lines_of_open_page("", foot))
    assert not any(word in text for word in ("Ellery", "Privacy", "Sport"))


def test_lists_in_lists_without_end_are_read_in_time() -> None:
    """However deep they are, and however many."""
    foot = "<ul><li>12 of them" * 3_000 + "</ul>" * 3_000 + "<ul><li>13 of them</li></ul>" * 3_000
    assert lines_of_open_page("", foot)
