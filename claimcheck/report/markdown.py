"""The report as Markdown (GitHub's), for a job summary, a comment or a wiki."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from claimcheck.model.finding import Evidence, Finding, Verdict
from claimcheck.model.matrix import mere_name
from claimcheck.model.report import Report, StoryReport, Unsure
from claimcheck.report.brief import (
    against,
    agreed,
    chance,
    labels,
    matter,
    not_run,
    opinion,
    path,
    remarks,
    tally,
    teller,
)
from claimcheck.report.matrix import NOTHING, alone_in, fact, said, topics_of
from claimcheck.report.options import ALARMS, Options, RulePage
from claimcheck.report.quote import in_context, short
from claimcheck.report.said import read_as
from claimcheck.report.words import SYMBOL, clean, count, failure_of, few_compared, not_compared, nothing_found

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~$&]")
_AT_START = re.compile(r"^([#+=-]|\d+(?=[.)]))")
_CUT = "\nThe rest is left out: the page would be too long.\n"


def render(stories: Sequence[StoryReport], options: Options) -> str:
    """Alarms with both sides, agreements folded, and what was looked at."""
    return page(stories, options)


def page(stories: Sequence[StoryReport], options: Options, *, limit: int | None = None) -> str:
    """The same, cut between two findings before it has more than `limit` bytes in UTF-8, and saying so."""
    room = None if limit is None else limit - len(_CUT.encode())
    parts: list[str] = []
    for block in _blocks(stories, options):
        if room is not None:
            room -= len(block.encode(errors="replace"))
            if room < 0:
                return "".join((*parts, _CUT))
        parts.append(block)
    return "".join(parts)


def escape(text: str) -> str:
    """The text on one line, so that it shows as it is: no markup, no cell end, no HTML, no formula."""
    words = _inline(text)
    start = _AT_START.match(words)
    if start is None:
        return words
    return f"{start[0]}\\{words[start.end():]}" if start[0][0].isdigit() else f"\\{words}"


def _inline(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", clean(text))


def _blocks(stories: Sequence[StoryReport], options: Options) -> Iterator[str]:
    yield "# claimcheck\n"
    if len(stories) > 1:
        yield from _overview(stories)
    for story in stories:
        if len(stories) > 1 or story.name:
            yield f"\n## {escape(story.name)}\n"
        yield from _story(story.report, options)


def _overview(stories: Sequence[StoryReport]) -> Iterator[str]:
    reports = [story.report for story in stories]
    found = tally(f for report in reports for f in report.findings) or nothing_found(reports)
    yield f"\n{count(len(stories), 'story', 'stories')}: {found}\n"
    yield f"\n| story | {' | '.join(ALARMS)} |\n|---|--:|--:|--:|\n"
    for story in stories:
        if story.report.failures or not story.report.comparable:
            cells = ["failed" if story.report.failures else "not compared", "", ""]
        else:
            cells = [f"{len(story.report.of(verdict)) or ''}" for verdict in ALARMS]
        yield f"| {escape(story.name)} | {' | '.join(cells)} |\n"


def _story(report: Report, options: Options) -> Iterator[str]:
    found = tally(report.findings) or nothing_found([report])
    yield f"\n{count(len(report.documents), 'document')}: {found}\n"
    if why := not_compared(report):
        yield f"\n**{why}**\n"
    for failure in report.failures:
        yield f"\n- ✖ **failure** {escape(failure.stage)}: {_inline(failure_of(failure))}\n"
    if options.matrix:
        yield from _matrix(report, options)
    for verdict in ALARMS:
        for finding in report.of(verdict):
            yield _alarm(finding, options)
    if not options.quiet:
        yield from _unsure(report.unsure)
        agreed = report.of(Verdict.AGREEMENT)
        yield from _folded("Agreements", [f for f in agreed if not mere_name(f)])
        yield from _folded("Names in several documents", [f for f in agreed if mere_name(f)])
        if options.verbose:
            yield from _folded("In one source only", report.of(Verdict.SINGLE_SOURCE))
        yield _coverage(report, options.rules)


def _matrix(report: Report, options: Options) -> Iterator[str]:
    """A table of facts by source; as in no other block, a cell may have several lines."""
    names = labels(report.documents)
    topics = list(topics_of(report, quiet=options.quiet))
    alone = Counter[str]() if options.quiet else alone_in(report)
    if not topics and not alone:
        return
    yield f"\n### Facts by source\n\n| fact | {' | '.join(map(escape, names.values()))} |\n|---{'|---' * len(names)}|\n"
    for label, rows in topics:
        if len(topics) > 1:
            yield f"| *{_inline(label)}* {'| ' * len(names)}|\n"
        for row in rows:
            measure, verdict = fact(row)
            cells = ["<br>".join(map(escape, said(row, document))) or NOTHING for document in names]
            yield f"| {SYMBOL[row.verdict]} {_inline(measure)} · {verdict} | {' | '.join(cells)} |\n"
    if alone:
        numbers = " | ".join(f"{alone[document] or NOTHING}" for document in names)
        yield f"| {SYMBOL[Verdict.SINGLE_SOURCE]} in one source only | {numbers} |\n"


def _alarm(finding: Finding, options: Options) -> str:
    head = f"\n### {SYMBOL[finding.verdict]} {finding.verdict.value}: {escape(finding.measure)}\n"
    known = " · known" if finding.fingerprint in (options.known or ()) else ""
    origin = " The documents share an origin." if not finding.independent else ""
    told = opinion(finding)
    opined = f" {_inline(told)}" if told else ""
    text = f"\n{escape(matter(finding))}.{origin}{opined} `{finding.rule}` `{finding.fingerprint}`{known}\n"
    table = "\n| who | words | read as | place |\n|---|---|---|---|\n" + "".join(_row(s) for s in finding.evidence)
    return head + text + table


def _row(side: Evidence) -> str:
    note = _inline(remarks(side))
    return f"| {escape(teller(side))} | {_marked(side)} | {_value(side)}{' ' * bool(note)}{note} | {_place(side)} |\n"


def _marked(side: Evidence) -> str:
    """The context with the value in bold: HTML, as two stars do not mark everything everywhere."""
    text = in_context([side], style="", colour=True)
    bold = [(span.start, span.end) for span in text.spans if span.start < span.end]
    if not bold:
        return escape(text.plain)
    (start, end), *_ = bold
    before, marked, after = text.plain[:start], text.plain[start:end], text.plain[end:]
    left, right = " " * before.endswith(" "), " " * after.startswith(" ")
    return f"{escape(before)}{left}<b>{escape(marked)}</b>{right}{_inline(after)}"


def _folded(title: str, findings: Sequence[Finding]) -> Iterator[str]:
    if findings:
        yield f"\n<details><summary>{title} ({len(findings):,})</summary>\n\n"
        for finding in findings:
            sides = "; ".join(f"{escape(short(side.quote))} {_place(side)}" for side in finding.evidence)
            told = ": ".join(escape(part) for part in _told(finding) if part)
            origin = " (one origin)" if not finding.independent else ""
            yield f"- {told}{origin}: {sides}\n"
        yield "\n</details>\n"


def _unsure(pairs: Sequence[Unsure]) -> Iterator[str]:
    if pairs:
        yield f"\n<details><summary>For a second look ({len(pairs):,})</summary>\n\n"
        for pair in pairs:
            sides = "; ".join(f"{_marked(side)} {_place(side)}" for side in (pair.a, pair.b))
            yield f"- {escape(against(pair))} ({escape(chance(pair))}): {sides}\n"
        yield "\n</details>\n"


def _told(finding: Finding) -> tuple[str, str]:
    """What is measured and the value."""
    if finding.verdict is Verdict.AGREEMENT:
        return agreed(finding)
    return finding.measure, read_as(finding.evidence[0]) if finding.evidence else ""


def _coverage(report: Report, rules: Sequence[RulePage]) -> str:
    seen = report.coverage
    off = f" {_inline(not_run(seen, rules))}" if seen.not_run else ""
    few = f" {few_compared(report)}" if seen.documents_apart else ""
    return (
        f"\n{count(seen.sentences, 'sentence')} read, {count(seen.claims, 'claim')} kept; "
        f"{count(seen.facts_bound, 'fact')} with a known measure, {seen.facts_unbound:,} without; "
        f"{count(seen.pairs, 'pair')} compared.{few}{off}\n"
    )


def _value(side: Evidence) -> str:
    return escape(read_as(side))


def _place(side: Evidence) -> str:
    """The place as code; nothing in it can end the code or the cell."""
    where = f"{clean(path(side.document))}:{side.line}:{side.column}"
    return f"`{where.replace('`', 'ˋ').replace('|', '¦')}`"
