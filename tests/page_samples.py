"""Stories with the texts of their articles, for the tests of the page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from samples import TEXTS, story

from claimcheck.model.document import Document, Published
from claimcheck.model.finding import Evidence, Finding, Verdict
from claimcheck.model.report import Coverage, DocumentSummary, Report, StoryReport, Topic
from claimcheck.model.span import Span

# What a page could take for its own, and what steers a terminal.
HOSTILE = (
    "Mill burns </style></script><script>document.title='owned'</script>\n\n"
    "<img src=x onerror=\"document.title='owned'\"> A \x1b[31mred\x1b[0m fire\x00 took 12 <b>mills</b> &amp; more, "
    "[see](javascript:alert(1)) <a href=\"javascript:alert(1)\">here</a> or \u202etuo lla\u202c.\n\n"
    "--> ]]> {{ 7 * 7 }} {% raw %} \"quoted\" 'single' <!-- --> \ud800 \x85 \ufffe end\n"
)


def document(name: str, text: str, source: str, on: date | None = None, title: str = "") -> Document:
    start = text.index(title)
    return Document(name, text, source, Published(on), title=Span(start, start + len(title)) if title else None)


def side(of: Document, quote: str, value: str, *, nth: int = 0) -> Evidence:
    """Evidence for the words of a document, in the context of their line."""
    start = -1
    for _ in range(nth + 1):
        start = of.text.index(quote, start + 1)
    span = Span(start, start + len(quote))
    first, last = of.text.rfind("\n", 0, start) + 1, of.text.find("\n", span.end)
    context = Span(first, last if last >= 0 else len(of.text))
    return Evidence(of.id, span, quote, value, context, context.of(of.text), *of.line_column(start), of.source,
                    of.published.on)


def summary(of: Document) -> DocumentSummary:
    title = of.title.of(of.text) if of.title else ""
    return DocumentSummary(of.id, of.source, title, of.published.on, "given", 3, 3, 0)


def plant() -> StoryReport:
    """The samples' two documents of one origin, with their texts and furniture."""
    report = story()
    credit = report.origins[0].span
    documents = tuple(
        Document(s.id, TEXTS[s.id], s.source, Published(s.published),
                 title=Span(0, len(s.title)) if s.title else None, furniture=(credit,) if s.furniture else ())
        for s in report.documents
    )
    return StoryReport("desk/plant", report, documents)


def bridges() -> StoryReport:
    """Places that overlap and places of several findings: three accounts of one flood."""
    a = document("a.txt", "Flood in Orsel\n\nOn 3 May 2030 two or three bridges fell in Orsel.\n", "Orsel Post",
                 date(2030, 5, 4), "Flood in Orsel")
    b = document("b.txt", "On 4 May 2030 five bridges fell, the mayor said.\n\nThe river rose in May.\n", "Mail",
                 date(2030, 5, 4))
    c = document("c.txt", "Since 2019 five bridges have been weak.\n", "Wire")
    findings = (
        Finding(Verdict.AGREEMENT, "same-name", "Orsel", "both name Orsel", (side(a, "Orsel", "Orsel", nth=1),),
                key="name:orsel"),
        Finding(Verdict.CONTRADICTION, "quantity-mismatch", "bridges that fell", "3 against 5",
                (side(a, "three bridges", "3"), side(b, "five bridges", "5")), topic=0),
        Finding(Verdict.TENSION, "quantity-mismatch", "bridges", "2 or 3 against 5",
                (side(a, "two or three", "2 to 3"), side(c, "five", "5")), condition="both hold only if ...", topic=0),
        Finding(Verdict.CONTRADICTION, "date-mismatch", "day of the fall", "",
                (side(a, "On 3 May 2030", "2030-05-03"), side(b, "On 4 May 2030", "2030-05-04"))),
        Finding(Verdict.AGREEMENT, "same-quantity", "bridges", "both say 5",
                (side(b, "five", "5"), side(c, "five bridges", "5")), independent=False),
        Finding(Verdict.SINGLE_SOURCE, "single-source", "The river rose in May.", "",
                (side(b, "in May", "2030-05"),)),
        Finding(Verdict.SINGLE_SOURCE, "single-source", "five bridges have been weak", "",
                (side(c, "Since 2019", "since 2019"),)),
    )
    spans = tuple((s.document, s.span) for f in findings[1:3] for s in f.evidence)
    report = Report(tuple(summary(d) for d in (a, b, c)), findings, topics=(Topic("bridges, Orsel", spans),),
                    coverage=Coverage(4, 5, 6, 0, 3, (("unit", 2),)), model="minilm 0.1.0")
    return StoryReport("", report, (a, b, c))


def hostile() -> StoryReport:
    """Whatever an article, a path, a label or a message may hold."""
    first = document("<script>/a.txt", HOSTILE, "</title><script>x</script>", date(2030, 5, 4))
    second = document("\"onclick='b'.txt", HOSTILE.replace("12", "13"), "javascript:alert(1)")
    evil = "</script><script>document.title='owned'</script>\x1b[2J"
    findings = (
        Finding(Verdict.CONTRADICTION, "rule\"><b>", evil, evil,
                (side(first, "12 <b>mills</b>", evil), side(second, "13 <b>mills</b>", "<i>13</i>")), topic=0,
                condition=evil),
        Finding(Verdict.AGREEMENT, "same-name", "<img>", evil, (side(first, "<img src=x", "<img"),)),
    )
    report = Report((summary(first), summary(second)), findings, topics=(Topic(evil, ()),), coverage=Coverage(pairs=1))
    return StoryReport(evil, report, (first, second))


def many(sources: int = 20, findings: int = 300) -> StoryReport:
    """A long story: each finding has a place in three of the sources."""
    first, rows = date(2030, 5, 1), findings * 3 // sources + 1
    documents = [
        document(f"paper-{s:02}.txt", "\n\n".join(_sentence(row, row + s) for row in range(rows)), f"Paper {s + 1}",
                 first + timedelta(days=s % 9))
        for s in range(sources)
    ]
    topics = tuple(Topic(f"topic {n}", ()) for n in range(30))
    report = Report(tuple(summary(d) for d in documents), tuple(_one_of_many(documents, n) for n in range(findings)),
                    topics=topics, coverage=Coverage(pairs=900))
    return StoryReport("river", report, tuple(documents))


def _sentence(row: int, people: int) -> str:
    return (f"On {row % 28 + 1} May 2030 some {people} people of district {row} left their homes, the council of the "
            "river towns said in a statement.")


def _one_of_many(documents: list[Document], number: int) -> Finding:
    row, verdicts = number * 3 // len(documents), tuple(Verdict)[:4]
    places = [(number * 3 + k) % len(documents) for k in range(3)]
    if number % 4:
        sides = [side(documents[p], f"{row + p} people of district {row}", f"{row + p}") for p in places]
    else:
        on = f"2030-05-{row % 28 + 1:02}"
        sides = [side(documents[p], f"On {row % 28 + 1} May 2030", on, nth=row // 28) for p in places]
    return Finding(verdicts[number % 4], f"rule-{number % 12}", f"people of district {row}", f"message {number}",
                   tuple(sides), topic=number % 30)


def without_texts() -> StoryReport:
    return replace(plant(), documents=())
