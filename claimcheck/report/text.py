"""The report for people: plain text, with colour where it is wanted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from claimcheck.model.finding import Evidence, Finding, Verdict
from claimcheck.model.matrix import mere_name
from claimcheck.model.report import Origin, Report
from claimcheck.report.brief import (
    against,
    agreed,
    agreement,
    chance,
    counted,
    judged_pairs,
    labels,
    not_run,
    opinion,
    remarks,
    tellers,
)
from claimcheck.report.layout import MEASURE, console_of, printed
from claimcheck.report.layout import apart as _apart
from claimcheck.report.layout import sentence as _sentence
from claimcheck.report.layout import wrap as _wrap
from claimcheck.report.matrix import lines as _matrix_lines
from claimcheck.report.options import RulePage
from claimcheck.report.quote import AROUND, Sentence, in_context, said_once, short
from claimcheck.report.said import condition_of, message_of, read_as
from claimcheck.report.words import (
    STYLE,
    SYMBOL,
    clean,
    count,
    count_of,
    date_from,
    day,
    failure_of,
    few_compared,
    in_prose,
    in_words,
    listing,
    not_compared,
)

# Statements of one document only that are shown of each document without `verbose`.
_SINGLE_SHOWN = 5
# Pairs of values that differ, and are likelier of two things, that are shown without it.
_UNSURE_SHOWN = 5
# Characters of context on each side of what is agreed on, where a line has no room for more.
_LITTLE = 12
_LOUD = (Verdict.CONTRADICTION, Verdict.TENSION, Verdict.UPDATE)


@dataclass(frozen=True, slots=True)
class _Page:
    """What all parts of the report need. `labels` are the short names of the documents by id."""

    report: Report
    console: Console
    width: int
    colour: bool
    verbose: bool
    labels: dict[str, str]
    most: int | None
    plain: bool
    rules: Sequence[RulePage] = ()


def render(
    report: Report, *, width: int, colour: bool, verbose: bool = False, quiet: bool = False, matrix: bool = False,
    most: int | None = None, plain: bool = False, rules: Sequence[RulePage] = (),
) -> str:
    """The whole report, ending in a new line. `quiet` leaves contradictions, tensions, updates and failures only,
    `matrix` puts a table of facts by document before the findings, `most` findings are shown of each verdict, with
    `plain` signs and marks are those of ASCII, and `rules` say what was not looked for."""
    console = console_of(width, colour)
    page = _Page(report, console, min(width, MEASURE), colour, verbose, labels(report.documents), most, plain,
                 rules)
    return printed(console, _lines(page, quiet, matrix), colour)


def card(
    finding: Finding, *, width: int, side_width: int, colour: bool, told: bool = True, around: int = AROUND,
    broken: bool = False,
) -> tuple[list[Text], list[list[Text]]]:
    """The finding as the report shows it: what is said of it, and what each document says, with so many characters of
    context `around` the words, `broken` as in the article. With `told` off the verdict cannot be told from it."""
    page = _Page(Report(()), console_of(width, colour), width, colour, False, {}, None, False)
    style = STYLE[finding.verdict] if told else ""
    about = _about(page, finding, style) if told else _wrap(page, Text(clean(finding.measure), "bold"))
    narrow = replace(page, width=side_width)
    documents: dict[str, list[Text]] = {}
    for sides, again in said_once(finding):
        lines = documents.setdefault(sides[0].document, [])
        lines += [*([Text()] if lines else []), *_side(narrow, sides, again, style, around, broken)]
    return list(about), list(documents.values())


def _lines(page: _Page, quiet: bool, matrix: bool) -> Iterator[Text]:
    yield from _summary(page)
    yield from _failures(page)
    if matrix:
        yield from _matrix(page, quiet)
    for verdict in _LOUD:
        findings = page.report.of(verdict)
        for finding in findings[: page.most]:
            yield Text()
            yield from _finding(page, finding)
        if hidden := len(findings[len(findings[: page.most]) :]):
            yield Text()
            yield from _wrap(page, Text(f"and {hidden:,} more {count_of(verdict, hidden).split()[-1]}", style="dim"))
    if not quiet:
        yield from _unsure(page)
        yield from _agreements(page)
        yield from _single_source(page)
        yield from _documents(page)
        yield from _origins(page)
        yield from _coverage(page)


def _summary(page: _Page) -> Iterator[Text]:
    report = page.report
    counts = counted(report.findings)
    text = Text().append(count(len(report.documents), "document"), "bold")
    if report.failures:
        text.append(" · ", "dim").append(f"✖ {count(len(report.failures), 'failure')}", "red")
    for verdict, number in counts:
        text.append(" · ", "dim").append(f"{SYMBOL[verdict]} {count_of(verdict, number)}", STYLE[verdict])
    if report.comparable and not any(verdict in _LOUD for verdict, _ in counts):
        text.append(" · ", "dim").append("no contradiction, tension or update")
    yield from _wrap(page, text)
    if why := not_compared(report):
        yield from _wrap(page, Text(why))


def _failures(page: _Page) -> Iterator[Text]:
    if page.report.failures:
        yield Text()
    for failure in page.report.failures:
        text = Text().append("✖ failure", "bold red")
        text.append(f"  {clean(failure.stage)}: ", "bold").append(failure_of(failure))
        yield from _wrap(page, text, hang=2)


def _matrix(page: _Page, quiet: bool) -> Iterator[Text]:
    lines = list(_matrix_lines(page, page.report, page.labels, quiet=quiet))
    if lines:
        yield from _section("Facts by source")
        yield from lines


def _finding(page: _Page, finding: Finding) -> Iterator[Text]:
    style = STYLE[finding.verdict]
    yield from _about(page, finding, style)
    for sides, again in said_once(finding):
        yield Text()
        yield from _side(page, sides, again, style)
    if page.verbose:
        yield Text()
        yield from _wrap(page, Text(_reasons(finding), style="dim"), indent=2)


def _about(page: _Page, finding: Finding, style: str) -> Iterator[Text]:
    """What is said of the two sides."""
    yield from _heading(page, finding, style)
    if clean(finding.message) not in ("", clean(finding.measure)):
        yield from _wrap(page, Text(_sentence(message_of(finding), tellers(finding))), indent=2)
    if finding.condition:
        yield from _wrap(page, Text(_sentence(condition_of(finding), tellers(finding)), style="italic"), indent=2)
    if not finding.independent:
        yield from _wrap(page, Text("The documents share an origin.", style="dim"), indent=2)
    if said := opinion(finding):
        yield from _wrap(page, Text(said, style="dim"), indent=2)


def _heading(page: _Page, finding: Finding, style: str) -> Iterator[Text]:
    text = Text().append(f"{SYMBOL[finding.verdict]} {finding.verdict.value}", f"bold {style}")
    text.append(f"  {clean(finding.measure)}", "bold")
    yield from _apart(page, text, Text(finding.rule, style="dim"), hang=2)


def _side(
    page: _Page, sides: Sentence, again: Sequence[Sentence], style: str, around: int = AROUND, broken: bool = False
) -> Iterator[Text]:
    gutter = Text("  │ ", style=style)
    first = sides[0]
    head = Text().append(clean(first.source), "bold").append(f", {day(first.published)}")
    told = ", ".join(clean(word) for word in (first.speaker, _told(first)) if word)
    if told:
        head.append(f" — {told}")
    yield from _wrap(page, head, gutter=gutter)
    said = in_context(sides, style=style, colour=page.colour, around=around, broken=broken)
    yield from _wrap(page, said, gutter=gutter)
    for number, side in enumerate(sides):
        value = Text().append("read as ", "dim").append(read_as(side), "bold")
        value.append(remarks(side), "dim")
        others = "".join(f", {sentence[number].line}:{sentence[number].column}" for sentence in again)
        yield from _apart(page, value, Text(_place(side) + others, style="dim"), gutter=gutter)


def _told(side: Evidence) -> str:
    return "" if side.factuality == "asserted" else side.factuality


def _place(side: Evidence) -> str:
    return f"{clean(side.document)}:{side.line}:{side.column}"


def _reasons(finding: Finding) -> str:
    passed = f"Not explained by {listing(finding.guards)}. " if finding.guards else ""
    paired = f"Paired by {clean(finding.key)}. " if finding.key else ""
    return f"{passed}{paired}Fingerprint {finding.fingerprint}."


def _agreements(page: _Page) -> Iterator[Text]:
    agreed = page.report.of(Verdict.AGREEMENT)
    names = [finding for finding in agreed if mere_name(finding)]
    findings = [finding for finding in agreed if not mere_name(finding)]
    if findings:
        yield from _section("Agreements", len(findings))
    for finding in findings[: page.most]:
        yield from _agreement(page, finding)
    if hidden := len(findings) - len(findings[: page.most]):
        yield from _wrap(page, Text(f"and {count(hidden, 'more agreement')}", style="dim"), indent=2)
    if names:
        yield from _section("Names in several documents", len(names))
    if page.verbose:
        for finding in names:
            yield from _agreement(page, finding)
    elif names:
        yield from _wrap(page, Text(", ".join(map(agreement, names))), indent=2)


def _agreement(page: _Page, finding: Finding) -> Iterator[Text]:
    """What is agreed on, named in the words of one side; so each side stands below in its own."""
    text = _statement(finding)
    if not finding.independent:
        text.append(" · not independent: one origin", "dim")
    yield from _wrap(page, text, indent=2, hang=2)
    yield from _side_by_side(page, finding.evidence, STYLE[finding.verdict])


def _side_by_side(page: _Page, sides: Sequence[Evidence], style: str) -> Iterator[Text]:
    """A line a side: where it stands, and the words with a little around them."""
    places = [_short_place(page, side) for side in sides]
    widest = max(map(cell_len, places), default=0)
    for where, side in zip(places, sides, strict=True):
        around = max((page.width - 16 - widest - len(side.quote)) // 2, _LITTLE)
        said = in_context([side], style=style, colour=page.colour, around=around)
        where += " " * (widest + 2 - cell_len(where))
        yield from _wrap(page, Text().append(where, "dim").append(said), indent=4, hang=2)


def _short_place(page: _Page, side: Evidence) -> str:
    label = page.labels.get(side.document, side.source)
    return _place(side) if page.verbose else f"{label} {side.line}:{side.column}"


def _unsure(page: _Page) -> Iterator[Text]:
    """What differs, and may be of one thing, the likeliest first, each side with the words around it."""
    pairs = page.report.unsure
    if not pairs:
        return
    yield from _section("For a second look", len(pairs))
    shown = pairs[: _at_most(page, _UNSURE_SHOWN)]
    for pair in shown:
        text = Text().append("? ", "magenta").append(against(pair), "bold")
        text.append(f"  ({chance(pair)})", "dim")
        yield from _wrap(page, text, indent=2, hang=2)
        yield from _side_by_side(page, (pair.a, pair.b), "magenta")
    if hidden := len(pairs) - len(shown):
        yield from _more(page, f"{hidden:,} more")


def _single_source(page: _Page) -> Iterator[Text]:
    findings = page.report.of(Verdict.SINGLE_SOURCE)
    for document in page.report.documents:
        own = [f for f in findings if f.evidence and f.evidence[0].document == document.id]
        if not own:
            continue
        yield from _section(f"Only in {page.labels[document.id]}", len(own))
        shown = own[: _at_most(page, _SINGLE_SHOWN)]
        for finding in shown:
            yield from _wrap(page, _said_once(finding), indent=2, hang=2)
        if hidden := len(own) - len(shown):
            yield from _more(page, count(hidden, "more statement"))


def _at_most(page: _Page, few: int) -> int | None:
    """So many are shown: as asked for, all with `verbose`, else a few."""
    return page.most if page.most is not None else None if page.verbose else few


def _more(page: _Page, hidden: str) -> Iterator[Text]:
    known = "" if page.verbose or page.most is not None else ", shown by --verbose"
    yield from _wrap(page, Text(f"and {hidden}{known}", style="dim"), indent=2)


def _said_once(finding: Finding) -> Text:
    """A statement of one source with all its values."""
    text = Text().append(f"{SYMBOL[finding.verdict]} ", STYLE[finding.verdict]).append(clean(finding.measure))
    for side in finding.evidence:
        text.append("  ").append(read_as(side), "bold")
        if side.note:
            text.append(f" ({in_prose(side.note)})", "dim")
        text.append(f"  {short(side.quote)}").append(f"  {side.line}:{side.column}", "dim")
    return text


def _statement(finding: Finding) -> Text:
    """Symbol, what is measured and what is agreed on, on one line."""
    text = Text().append(f"{SYMBOL[finding.verdict]} ", STYLE[finding.verdict])
    measure, value = agreed(finding)
    text.append(f"{measure}  " if measure else "").append(value, "bold")
    if note := finding.evidence[0].note:
        text.append(f" ({in_prose(note)})", "dim")
    return text


def _documents(page: _Page) -> Iterator[Text]:
    yield from _section("Documents", len(page.report.documents))
    for document in page.report.documents:
        text = Text().append(page.labels[document.id], "bold").append(f"  {day(document.published)}")
        if document.published:
            text.append(f" {date_from(document.published_from)}")
        read = [count(document.sentences, "sentence"), count(document.claims, "claim")]
        if document.furniture:
            read.append(f"{count(document.furniture, 'piece')} of furniture left out")
        text.append(" · " + ", ".join(read), "dim")
        yield from _wrap(page, text, indent=2, hang=2)
        yield from _wrap(page, Text(clean(document.id), style="dim"), indent=4, fold=False)
        if document.title:
            yield from _wrap(page, Text(clean(document.title), style="dim italic"), indent=4)
        if document.note:
            yield from _wrap(page, Text(_sentence(clean(document.note))), indent=4)


def _origins(page: _Page) -> Iterator[Text]:
    if page.report.origins:
        yield from _section("Origins", len(page.report.origins))
    for origin in page.report.origins:
        text = Text(_origin(page, origin)).append(f"  {short(origin.quote)}", "dim")
        yield from _wrap(page, text, indent=2, hang=2)


def _origin(page: _Page, origin: Origin) -> str:
    number = f"{in_words(len(origin.documents))} documents, one origin"
    label = page.labels.get(origin.document, origin.document)
    if origin.reason in ("credit line", "dateline"):
        return f"{label} credits {clean(origin.name)}: {number}"
    names = listing(page.labels.get(document, document) for document in origin.documents)
    return f"{names}, {clean(origin.reason)}: {number}"


def _coverage(page: _Page) -> Iterator[Text]:
    seen = page.report.coverage
    parts = [
        f"{count(seen.sentences, 'sentence')} read, {count(seen.claims, 'claim')} kept; "
        f"{count(seen.facts_bound, 'fact')} with a known measure, {seen.facts_unbound:,} without; "
        f"{count(seen.pairs, 'pair')} compared."
    ]
    if seen.documents_apart:
        parts.append(few_compared(page.report))
    if seen.guarded:
        guards = ", ".join(f"{name} {number:,}" for name, number in seen.guarded)
        parts.append(f"Set aside as not comparable: {guards}.")
    if seen.not_run:
        parts.append(not_run(seen, page.rules))
    if page.report.model:
        parts.append(f"Model: {clean(page.report.model)}.")
    if page.report.nli:
        parts.append(f"NLI: {clean(page.report.nli)}; {_seconded(page.report)}.")
    if page.report.judge:
        parts.append(f"Judge: {clean(page.report.judge)}; {judged_pairs(seen)}.")
    yield from _section("Coverage")
    yield from _wrap(page, Text(" ".join(parts), style="dim"), indent=2)


def _seconded(report: Report) -> str:
    asked = [f.second for f in report.findings if f.second is not None]
    return f"seconded {sum(s.seconded for s in asked)} of {count(len(asked), 'finding')} in words"


def _section(title: str, number: int | None = None) -> Iterator[Text]:
    yield Text()
    text = Text().append(clean(title), "bold")
    yield text if number is None else text.append(f" ({number:,})", "dim")
