"""The report as a page, without a browser: what is in it, and that it holds together."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from calls import growth
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from page_samples import bridges, hostile, many, plant, without_texts
from report_samples import ANY_STORIES, FAIL_ON_TENSION, NONE, OPTIONS

from claimcheck.model.document import Document
from claimcheck.model.finding import Finding
from claimcheck.model.report import StoryReport
from claimcheck.model.span import Span
from claimcheck.report.formats import Format
from claimcheck.report.formats import render as render_as
from claimcheck.report.html import render
from claimcheck.report.html.article import Numbered, article, visible
from claimcheck.report.html.times import when
from claimcheck.report.html.view import letter
from claimcheck.report.words import clean

_VOID = {"meta", "input", "br", "img", "link", "hr"}


class Node:
    """An element as the tests need it."""

    def __init__(self, tag: str, attributes: dict[str, str], parent: Node | None) -> None:
        self.tag, self.attributes, self.parent = tag, attributes, parent
        self.children: list[Node | str] = []

    def __iter__(self) -> Iterator[Node]:
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def all(self, selector: str) -> list[Node]:
        """Elements by "tag", ".class" or "#id"."""
        if selector.startswith("#"):
            return [node for node in self if node.attributes.get("id") == selector[1:]]
        if selector.startswith("."):
            return [node for node in self if selector[1:] in node.classes]
        return [node for node in self if node.tag == selector]

    def one(self, selector: str) -> Node:
        found = self.all(selector)
        assert len(found) == 1, f"{len(found)} of {selector}"
        return found[0]


class _Reader(HTMLParser):
    """Reads a page and fails on what is not nested as it should be."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.here = Node("", {}, None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs}, self.here)
        assert len(node.attributes) == len(attrs)
        self.here.children.append(node)
        if tag not in _VOID:
            self.here = node

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.here.children.append(Node(tag, {name: value or "" for name, value in attrs}, self.here))

    def handle_endtag(self, tag: str) -> None:
        assert self.here.tag == tag, f"</{tag}> ends <{self.here.tag}>"
        assert self.here.parent
        self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        self.here.children.append(data)


def read(page: str) -> Node:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.here is reader.root, f"<{reader.here.tag}> is not ended"
    return reader.root


def page(*stories: StoryReport) -> Node:
    return read(render(stories, OPTIONS))


SAMPLES = {"plant": plant, "bridges": bridges, "hostile": hostile, "without texts": without_texts}


@pytest.mark.parametrize("make", SAMPLES.values(), ids=SAMPLES)
def test_every_link_leads_to_a_place_on_the_page(make: Callable[[], StoryReport]) -> None:
    """Ids are unique, also among several stories, and nothing leads out of the page."""
    root = page(make(), bridges())
    ids = Counter(node.attributes["id"] for node in root if "id" in node.attributes)
    assert set(ids.values()) == {1}
    assert {link.attributes["href"][0] for link in root.all("a")} == {"#"}
    assert {link.attributes["href"][1:] for link in root.all("a")} <= set(ids)
    assert {name for node in root for name in node.attributes.get("aria-labelledby", "").split()} <= set(ids)


@pytest.mark.parametrize("quiet", [False, True])
def test_each_part_of_a_story_stands_in_its_menu(quiet: bool) -> None:
    """In the order of the page; what is for a second look with how much of it there is."""
    root = read(render((plant(),), replace(OPTIONS, quiet=quiet)))
    menu = {link.attributes["href"]: link.text for link in root.one(".contents").all("a")}
    parts = [node for node in root.all("section") if "story" not in node.classes]
    assert list(menu) == [f"#{part.attributes['id']}" for part in parts]
    assert all(part.all("h2") for part in parts)
    number = len(plant().report.unsure)
    assert number
    assert menu.get("#s1-unsure") == (None if quiet else f"For a second look ({number})")


@pytest.mark.parametrize("make", [plant, bridges, hostile])
def test_each_finding_links_to_its_places_and_back(make: Callable[[], StoryReport]) -> None:
    """From each side of a finding to the words in the article, and from these words to the finding."""
    given_ = make()
    root = page(given_)
    for finding in given_.report.findings:
        item = _item(root, finding)
        number = item.attributes["data-number"]
        leads = [link.attributes["href"][1:] for link in item.all("a")]
        for side in finding.evidence:
            marks = _marks(root, side.document, given_, number)
            assert clean(visible(side.quote)) in clean("".join(mark.text for mark in marks))
            assert any(mark.attributes.get("id") in leads for mark in marks)
            source = _article(root, side.document, given_)
            assert f"#{item.attributes['id']}" in {link.attributes["href"] for link in source.all("a")}


def _item(root: Node, finding: Finding) -> Node:
    known = [node for node in root.all(".finding") if node.attributes["data-rule"] == clean(finding.rule)
             and node.one("h3").text == clean(finding.measure)
             and all(clean(s.source) in node.text for s in finding.evidence)
             and node.attributes["data-verdict"] == finding.verdict.value]
    return known[0]


def _article(root: Node, name: str, of: StoryReport) -> Node:
    return root.all(".source")[[s.id for s in of.report.documents].index(name)]


def _marks(root: Node, name: str, of: StoryReport, number: str) -> list[Node]:
    return [m for m in _article(root, name, of).all(".mark") if number in m.attributes["data-findings"].split()]


def test_places_that_overlap_are_all_marked() -> None:
    """"two or three" and "three bridges" share a word, which belongs to both findings and links to the graver one."""
    root = page(bridges())
    marks = {mark.text: mark.attributes["data-findings"] for mark in root.all(".source")[0].all(".mark")}
    assert marks["two or "] == "3"
    assert marks["three"] == "1 3"
    assert marks[" bridges"] == "1"
    shared = next(mark for mark in root.all(".mark") if mark.text == "three")
    assert shared.attributes["href"] == "#s1-f1"


def test_page_holds_the_articles_as_they_were_read() -> None:
    """Each word of each article is there once, headline and furniture told apart."""
    given_ = plant()
    for source, text in zip(page(given_).all(".source"), given_.documents, strict=True):
        shown = " ".join(_without_numbers(source.one(".text")).split())
        assert shown == " ".join(text.text.split())
    assert page(given_).all(".headline")[0].text == "The plant will close"
    assert page(given_).all(".furniture")[0].text.strip() == "With material from Ledger News"


def _without_numbers(node: Node) -> str:
    """The text without the numbers of findings, which stand in <sup>."""
    pieces = []
    for child in node.children:
        if isinstance(child, str):
            pieces.append(child)
        elif child.tag != "sup":
            pieces.append(_without_numbers(child) + " " * (child.tag == "p"))
    return "".join(pieces)


def test_hostile_text_shows_as_text() -> None:
    """Scripts, style ends, links and terminal escapes of an article are words on the page and nothing else."""
    text = render([hostile()], OPTIONS)
    root = read(text)
    assert len(root.all("script")) == len(root.all("style")) == 1
    assert not [node for node in root if node.tag in ("img", "b") and node.parent and node.parent.tag != "p"]
    assert not root.all("img")
    assert not [name for node in root for name in node.attributes if name.startswith("on")]
    shown = " ".join(_without_numbers(root.all(".text")[0]).split())
    assert "</style></script><script>document.title='owned'</script>" in shown
    assert "A ␛[31mred␛[0m fire␀ took 12 <b>mills</b> &amp; more, [see](javascript:alert(1))" in shown
    assert "{{ 7 * 7 }} {% raw %}" in shown
    assert not set(text) & {*map(chr, range(0x20)), "\x7f", "\x85", "\u202e", "\ud800", "\ufffe"} - {"\n", "\t"}


def test_page_may_load_and_run_nothing_else() -> None:
    """The policy allows the page's own style and script by their digest, and there is nothing else to load."""
    text = render([plant()], OPTIONS)
    root = read(text)
    policy = next(m for m in root.all("meta") if m.attributes.get("http-equiv") == "Content-Security-Policy")
    directives = dict(part.strip().split(" ", 1) for part in policy.attributes["content"].split(";"))
    assert directives.pop("default-src") == directives.pop("base-uri") == directives.pop("form-action") == "'none'"
    for name in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(root.one(name).text.encode()).digest()).decode()
        assert directives.pop(f"{name}-src") == f"'sha256-{digest}'"
    assert not directives
    assert not {"link", "img", "iframe", "object", "embed", "base", "video", "audio"} & {node.tag for node in root}
    assert not {"src", "style", "srcset", "data", "action", "background", "xlink:href"} & {
        name for node in root for name in node.attributes}
    assert not re.search(r"url\(|@import|https?:|//\w|innerHTML|eval\(|fetch\(", text)


def test_same_report_gives_the_same_page() -> None:
    """Nothing of the moment or the machine is in it."""
    assert render([plant(), bridges()], OPTIONS) == render([plant(), bridges()], OPTIONS)
    assert render([plant()], OPTIONS) == render([plant()], replace(FAIL_ON_TENSION, width=40, colour=True))


def test_verdicts_come_gravest_first() -> None:
    """Numbers follow the verdicts; of agreements, names that are merely mentioned come last."""
    items = page(bridges()).all(".finding")
    assert [item.attributes["data-verdict"] for item in items] == [
        "contradiction", "contradiction", "tension", "agreement", "agreement", "single-source", "single-source"]
    assert [item.attributes["data-number"] for item in items] == [str(n) for n in range(1, 8)]
    assert [item.attributes["data-rule"] for item in items[3:5]] == ["same-quantity", "same-name"]
    assert "2 or 3 against 5; both hold only if ..." in items[2].text


def test_quiet_page_has_alarms_alone() -> None:
    """As in every other format."""
    root = read(render([bridges()], replace(OPTIONS, quiet=True)))
    assert {item.attributes["data-verdict"] for item in root.all(".finding")} == {"contradiction", "tension"}


def test_filters_offer_what_there_is() -> None:
    """Verdicts, rules and topics that findings have; hidden until the script is there to make them work."""
    form = page(bridges()).one("form")
    assert "hidden" in form.attributes
    assert [box.attributes["value"] for box in form.all("input")] == [
        "contradiction", "tension", "agreement", "single-source"]
    rules, topics = form.all("select")
    assert [option.text for option in rules.all("option")] == [
        "all", "date-mismatch (1)", "quantity-mismatch (2)", "same-name (1)", "same-quantity (1)", "single-source (2)"]
    assert [option.text for option in topics.all("option")] == ["all", "bridges, Orsel"]


def test_table_has_facts_by_source() -> None:
    """A row for each fact, a column for each source; values link to their words."""
    table = page(bridges()).one(".facts").one("table")
    assert [head.text.split(" ", 1)[1] for head in table.one("thead").all("th")[1:]] == ["Orsel Post", "Mail", "Wire"]
    row = next(row for row in table.all("tr") if "day of the fall" in row.text)
    assert [" ".join(cell.text.split()) for cell in row.all("td")] == ["3 May 2030", "4 May 2030", ""]
    assert len(row.all("td")[0].all("a")) == 1


def test_the_name_of_a_source_stays_as_it_is() -> None:
    """Where a message begins with it; any other word has its capital."""
    given = bridges()
    first, *rest = given.report.findings[1].evidence
    sides = (replace(first, source="morning"), *rest)
    findings = [replace(given.report.findings[1], message=said, evidence=sides)
                for said in ("morning: 3; Mail: 5", "evening: 3; Mail: 5")]
    root = page(replace(given, report=replace(given.report, findings=tuple(findings))))
    assert [node.text for node in root.all(".matter")] == ["morning: 3; Mail: 5.", "Evening: 3; Mail: 5."]


def test_timeline_says_how_exact_a_time_is() -> None:
    """In the order of time, each with its grain and who says it."""
    timeline = page(bridges()).one(".timeline")
    heads = [" ".join(head.text.split()) for head in timeline.all("h3")]
    assert heads == [
        "since 2019 to the year", "May 2030 to the month", "3 May 2030 to the day", "4 May 2030 to the day"]
    assert len(timeline.all(".bar")) == 3
    assert timeline.one("svg").attributes["role"] == "img"


def test_origins_say_who_draws_on_whom() -> None:
    """With the words that say so, linked to where they stand."""
    root = page(plant())
    section = root.one(".origins")
    assert "Herald draws on Ledger" in section.text
    assert "two documents, one origin (credit line)." in " ".join(section.text.split())
    place = section.one("blockquote").one("a").attributes["href"]
    assert root.one(place).text == "With material from Ledger News"
    assert "No article was found to draw on another" in page(bridges()).one(".origins").text


def test_page_of_several_stories_lists_them() -> None:
    """With what was found in each."""
    root = page(plant(), bridges())
    assert [item.text.split() for item in root.one(".stories").all("li")][1][-8:] == (
        ["2", "contradictions,", "1", "tension,", "1", "agreement,", "2", "in", "one", "source", "only"][-8:])
    assert len(root.all("main")) == 1
    assert not page(plant()).all(".stories")


def test_page_without_texts_still_shows_the_findings() -> None:
    """A report that was kept without its articles."""
    root = page(without_texts())
    assert len(root.all(".finding")) == len(without_texts().report.findings)
    assert "not handed to this page" in root.all(".source")[0].text


def test_nothing_to_compare_is_said() -> None:
    """A page without documents, and one without stories."""
    assert "no findings" in page(*NONE).text
    assert "0 stories" in page().one("h1").text
    uncompared = replace(NONE[0], report=replace(NONE[0].report, coverage=replace(NONE[0].report.coverage, pairs=0)))
    assert "Nothing could be compared" in page(uncompared).text


@settings(max_examples=40)
@given(stories=ANY_STORIES)
def test_any_text_gives_a_page_that_holds_together(stories: tuple[StoryReport, ...]) -> None:
    """Nested as it should be, with unique ids and one script."""
    root = read(render(stories, OPTIONS))
    ids = [node.attributes["id"] for node in root if "id" in node.attributes]
    assert len(ids) == len(set(ids))
    assert len(root.all("script")) == 1


_places = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=8)


@given(st.text(st.sampled_from("ab .\n\t\u200b\x1b"), min_size=1, max_size=70), _places, _places)
def test_pieces_make_up_the_article(text: str, places: list[tuple[int, int]], asides: list[tuple[int, int]]) -> None:
    """Whatever places findings speak of, nothing is lost but blank ends of paragraphs, and each place with letters in
    it has an anchor."""
    spans = [Span(start, start + length) for start, length in places if start + length <= len(text)]
    template = bridges().report.findings[1]
    findings = [
        Numbered(n, replace(template, evidence=(replace(template.evidence[0], document="x", span=span),)))
        for n, span in enumerate(spans, start=1)
    ]
    furniture = tuple(sorted(Span(s, s + n) for s, n in asides))
    made = article(Document("x", text, "X", furniture=furniture), findings, (), "p")
    shown = "".join(piece.text for paragraph in made.paragraphs for piece in paragraph.pieces)
    blank = str.maketrans("", "", " \n\t\u200b")
    assert shown.translate(blank) == visible(text).translate(blank)
    assert all(span in made.anchors for span in spans if span.of(text).translate(blank))


@pytest.mark.parametrize(
    ("value", "words", "grain"),
    [
        ("2022-01-13", "13 January 2022", "day"), ("2031-05-12TNI", "12 May 2031, night", "part of the day"),
        ("2031-05-12T04:20", "12 May 2031, 04:20", "minute"), ("2031-W10", "week of 3 March 2031", "week"),
        ("2030-11", "November 2030", "month"), ("2021-Q3", "third quarter of 2021", "quarter"),
        ("2021-H1", "first half of 2021", "half-year"), ("2021-WI", "winter 2020/21", "season"),
        ("2021-SU", "summer 2021", "season"), ("1974", "1974", "year"), ("since 2019", "since 2019", "year"),
        ("by 2031-03-05TAF", "by 5 March 2031, afternoon", "part of the day"),
        ("since 2031-04-01/2031-04-15", "since 1 April 2031 to 15 April 2031", "span of days"),
        ("2031-05-13T00:00/2031-05-13T12:00", "13 May 2031, first half of the day", "span of hours"),
        ("2031-05-13T09:00/2031-05-13T11:30", "13 May 2031, 09:00 to 11:30", "span of hours"),
    ],
)
def test_times_are_put_in_words(value: str, words: str, grain: str) -> None:
    """Values as findings have them, and how exactly they are said."""
    time = when(value)
    assert time is not None
    assert (time.words, time.stretch.grain) == (words, grain)
    assert time.stretch.start < time.stretch.end


@pytest.mark.parametrize(
    "value",
    ["", "12", "1,974", "45 jobs", "3-1", "0000", "9999", "２０２２", "2022-00", "2022-13", "2022-13-01", "2022-02-30",
     "9999-12-31", "2022-01-13TXX", "2021-W60", "2031-05-13/2031-05-01", "XXXX-WXX-3", "T20:40", "PRESENT_REF"],
)
def test_what_is_no_time_on_the_calendar_has_no_place(value: str) -> None:
    """Amounts, days that are none, and times without a year."""
    assert when(value) is None


def test_letters_go_on_after_z() -> None:
    """A source more than the alphabet has."""
    assert [letter(n) for n in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_page_of_twenty_sources_is_of_sane_size() -> None:
    """300 findings in 20 articles: under two megabytes, and the work grows with the findings, not faster."""
    text = render([many()], OPTIONS)
    assert len(text.encode()) < 2_000_000
    assert len(read(text).all(".finding")) == 300
    assert growth(lambda n: render([many(20, n)], OPTIONS), 40, 3) < 6


@pytest.mark.slow
def test_commands_of_the_page_about_it_write_pages(tmp_path: Path) -> None:
    """docs/html-report.md shows what happens: each command writes the file that it names."""
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    text = (ROOT / "docs" / "html-report.md").read_text(encoding="utf-8")
    commands = re.findall(r"^\$ claimcheck (.*)$", text, re.MULTILINE)
    assert len(commands) == 2
    for command in commands:
        shell = ["bash", "-euc", f"{sys.executable} -m claimcheck {command}"]
        subprocess.run(shell, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=True, timeout=300)
        (file,) = re.findall(r"html:(\S+)", command)
        root = read((tmp_path / file).read_text(encoding="utf-8"))
        assert root.all(".finding")
        assert all(source.all("p") for source in root.all(".source"))
        assert {link.attributes["href"][1:] for link in root.all("a")} <= {n.attributes.get("id", "") for n in root}


def test_format_is_known() -> None:
    """`--format html` writes this page."""
    assert render_as(Format.HTML, [bridges()], OPTIONS) == render([bridges()], OPTIONS)


def test_several_stories_have_a_title_and_line_numbers_stay_with_their_word() -> None:
    """A tab named "2 stories" names nothing."""
    written = render((plant(), plant()), OPTIONS)
    title = written.split("<title>")[1].split("</title>")[0]
    assert title.endswith(", and 1 more story – claimcheck")
    assert not title.startswith(",")
    assert "line\N{NO-BREAK SPACE}" in written
    assert ">line " not in written.split("</style>")[1]
