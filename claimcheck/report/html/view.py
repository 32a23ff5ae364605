"""What the page shows of a story: findings with numbers, and who says what where, with the links between them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from claimcheck.model.document import Document
from claimcheck.model.finding import Evidence, Finding, Verdict
from claimcheck.model.matrix import Row, mere_name
from claimcheck.model.report import DocumentSummary, Report, StoryReport
from claimcheck.model.span import Span
from claimcheck.report.brief import counted, path
from claimcheck.report.html.acts import Act, acts
from claimcheck.report.html.article import Article, Numbered, article
from claimcheck.report.html.times import When
from claimcheck.report.matrix import alone_in, topics_of
from claimcheck.report.options import ALARMS, Options
from claimcheck.report.quote import by_context, parts
from claimcheck.report.words import clean, count, count_of


@dataclass(frozen=True, slots=True)
class Source:
    """A document with its letter; `place` is its id on the page, `article` None where its text was not handed on, `kin`
    are the letters of those that share an origin with it."""

    place: str
    letter: str
    label: str
    summary: DocumentSummary
    article: Article | None
    kin: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.summary.id


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of one document: text and whether it carries a value, and the values it was read as."""

    sides: tuple[Evidence, ...]
    words: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """What one document says in a finding. `source` is None for a document that the report does not list."""

    source: Source | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One document's word on a time: what happened, the gravest finding that it stands in if any, and the sentence."""

    source: Source | None
    act: str
    numbered: Numbered | None
    quote: Quote


@dataclass(frozen=True, slots=True)
class Moment:
    when: When
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """All that is shown of one story; `prefix` makes its ids unique on the page, `number_of` has the findings by
    fingerprint, `left_out` counts the dated acts that are not among the moments."""

    prefix: str
    given: StoryReport
    sources: tuple[Source, ...]
    findings: tuple[Numbered, ...]
    number_of: Mapping[str, Numbered]
    topics: tuple[tuple[str, tuple[Row, ...]], ...]
    alone: Mapping[str, int]
    moments: tuple[Moment, ...]
    left_out: int

    def source(self, document: str) -> Source | None:
        return next((source for source in self.sources if source.id == document), None)

    def anchor(self, document: str, span: Span) -> str:
        """The id of the place on the page, "" where the text is not there."""
        source = self.source(document)
        return source.article.anchors.get(span, "") if source and source.article else ""

    def voices(self, finding: Finding) -> list[Voice]:
        """Who says what, one voice for each document."""
        together: defaultdict[str, list[Quote]] = defaultdict(list)
        for sides in by_context(finding):
            together[sides[0].document].append(_quote(sides))
        return [Voice(self.source(document), tuple(quotes)) for document, quotes in together.items()]

    def counts(self) -> list[tuple[Verdict, str]]:
        """How many findings there are of each verdict that there is, in words; mere names are counted apart."""
        facts = dict(counted(numbered.finding for numbered in self.findings))
        names = Counter(n.finding.verdict for n in self.findings if mere_name(n.finding))
        words = {verdict: [count_of(verdict, facts[verdict])] if verdict in facts else [] for verdict in Verdict}
        for verdict, number in names.items():
            words[verdict].append(count(number, "name"))
        return [(verdict, ", ".join(told)) for verdict, told in words.items() if told]

    def rules(self) -> list[tuple[str, int]]:
        counted = Counter(numbered.finding.rule for numbered in self.findings)
        return sorted(counted.items())

    def subjects(self) -> list[tuple[int, str]]:
        """The topics that findings have, in the order of the report."""
        had = {numbered.finding.topic for numbered in self.findings}
        topics = self.given.report.topics
        return [(number, clean(topic.label)) for number, topic in enumerate(topics) if number in had]


def story(given: StoryReport, options: Options, prefix: str) -> Story:
    report = given.report
    ranked = sorted(options.shown(report), key=lambda f: (tuple(Verdict).index(f.verdict), mere_name(f)))
    findings = tuple(Numbered(number, finding) for number, finding in enumerate(ranked, start=1))
    texts = {document.id: document for document in given.documents}
    told, left_out = acts(report, findings, quiet=options.quiet)
    sources = tuple(
        _source(report, number, texts.get(summary.id), findings, told, f"{prefix}-d{number + 1}")
        for number, summary in enumerate(report.documents)
    )
    return Story(
        prefix, given, sources, findings, {n.finding.fingerprint: n for n in reversed(findings)},
        tuple((label, tuple(rows)) for label, rows in topics_of(report, quiet=options.quiet)),
        Counter[str]() if options.quiet else alone_in(report), _moments(sources, told), left_out,
    )


def _source(
    report: Report, number: int, text: Document | None, findings: Sequence[Numbered], told: Sequence[Act], place: str
) -> Source:
    summary = report.documents[number]
    places = [(origin.span, "credit") for origin in report.origins if origin.document == summary.id]
    places += [(act.side.span, "dated") for act in told if act.side.document == summary.id and not act.numbered]
    read = article(text, findings, places, place) if text else None
    kin = {other for origin in report.origins if summary.id in origin.documents for other in origin.documents}
    letters = (letter(n) for n, other in enumerate(report.documents) if other.id in kin and n != number)
    return Source(place, letter(number), _label(summary, report.documents), summary, read, tuple(letters))


def _label(summary: DocumentSummary, among: Sequence[DocumentSummary]) -> str:
    """The publisher, with the name of the file where one publisher has several documents."""
    alone = sum(other.source == summary.source for other in among) == 1
    return clean(summary.source if alone else f"{summary.source}, {path(summary.id).rpartition('/')[2]}")


def letter(number: int) -> str:
    """A to Z, then AA to ZZ and so on."""
    before, last = divmod(number, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)


def _quote(sides: tuple[Evidence, ...]) -> Quote:
    before, pieces, after = parts(sides)
    inside = [word for between, marked in pieces for word in ((between, False), (marked, True))]
    words = [(before, False), *inside, (after, False)]
    return Quote(sides, tuple((text, marked) for text, marked in words if text))


def _moments(sources: Sequence[Source], given: Sequence[Act]) -> tuple[Moment, ...]:
    """What is said to have happened when, in the order of time."""
    by_id = {source.id: source for source in sources}
    told = [(act.when, Told(by_id.get(act.side.document), act.what, act.numbered, _quote((act.side,))))
            for act in given]
    order = list(by_id)
    told.sort(key=lambda one: (one[0].key, _place(order, one[1])))
    return tuple(Moment(some[0][0], tuple(t for _, t in some)) for some in
                 (list(group) for _, group in groupby(told, key=lambda one: one[0].key)))


def _place(order: Sequence[str], told: Told) -> tuple[int, Span]:
    side = told.quote.sides[0]
    return (order.index(side.document) if side.document in order else len(order)), side.span


def is_alarm(finding: Finding) -> bool:
    return finding.verdict in ALARMS
