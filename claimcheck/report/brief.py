"""A finding in few words, and the places in it as other programs want them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from posixpath import normpath
from urllib.parse import quote as percent_encoded

from claimcheck.model.finding import Evidence, Finding, Opinion, Verdict
from claimcheck.model.matrix import mere_name
from claimcheck.model.report import Coverage, DocumentSummary, Unsure
from claimcheck.report.options import RulePage
from claimcheck.report.quote import short
from claimcheck.report.said import condition_of, message_of, read_as
from claimcheck.report.words import clean, count, count_of, day, in_prose, listing

# A bound, or a time that is an end alone.
_OPEN = re.compile("(?:shortly )?(?:before|after|since|until|by|[<>≤≥]) ")
_DENIED = "denied"  # a Factuality value
_NOT = "not "  # before the value of a negated fact
_WHETHER = "whether "
_THERE = ("there was any ", "any ", "anyone ", "anybody ", "anything ")  # whether there was any is no statement
_OPINIONS = {
    Opinion.CONTRADICTION: "not both can be true", Opinion.COMPATIBLE: "both can be true",
    Opinion.DIFFERENT: "they speak of different things", Opinion.UNCLEAR: "it cannot tell",
}


def path(document: str) -> str:
    """The document as programs compare paths: without a leading ``./``, and without ways down and up again."""
    while document.startswith("./"):
        document = document[2:].lstrip("/")
    return normpath(document) if ".." in document.split("/") else document


def uri(document: str) -> str:
    """A URI reference (RFC 3986): relative paths stay relative, absolute ones get the scheme ``file``."""
    name = percent_encoded(path(document), safe="/", errors="replace")
    return f"file://{name}" if name.startswith("/") else name


def end(side: Evidence) -> tuple[int, int]:
    """1-based line and column just behind the marked words."""
    lines = side.quote.count("\n")
    if not lines:
        return side.line, side.column + len(side.quote)
    return side.line + lines, len(side.quote) - side.quote.rfind("\n")


def place(side: Evidence) -> str:
    return f"{clean(path(side.document))}:{side.line}:{side.column}"


def not_run(coverage: Coverage, rules: Sequence[RulePage]) -> str:
    """What nobody looked for, and what is for a second look only, by the rules that are off, in the words of their
    summaries; "" where all ran."""
    pages = {rule.name: rule for rule in rules}
    second = [name for name in coverage.not_run if name in pages and pages[name].is_for_a_second_look]
    told = ((what, [_in_words(name, pages) for name in names]) for what, names in (
        ("Not looked for", [name for name in coverage.not_run if name not in second]), ("For a second look", second)))
    said = [f"{what}: {'; '.join(words)}." for what, words in told if words]
    return " ".join([*said, "Preview rules run with --preview."]) if said else ""


def _in_words(name: str, pages: Mapping[str, RulePage]) -> str:
    said = pages[name].summary.rstrip(".") if name in pages else ""
    return f"{said[0].lower()}{said[1:]} ({clean(name)})" if said else clean(name)


def chance(pair: Unsure) -> str:
    """How likely two values that differ are of one thing, and what else speaks against it."""
    if pair.rule:
        return f"right in {pair.one_thing * 100:.0f} of 100 such cases"
    known = f"of one thing: {pair.one_thing * 100:.0f} in 100"
    return f"{known}; {clean(pair.reason)}" if pair.reason else known


def against(pair: Unsure, value: Callable[[Evidence], str] = read_as) -> str:
    """ "40 against 43"; of two that are the same but for a denial who denies it: "40, denied in herald, told in
    ledger"."""
    if pair.message:
        return in_prose(pair.message)
    said = [value(side) for side in (pair.a, pair.b)]
    plain = {words.removeprefix(_NOT) for words in said}
    denied = [words.startswith(_NOT) != (side.factuality == _DENIED)
              for words, side in zip(said, (pair.a, pair.b), strict=True)]
    if len(plain) > 1 or denied[0] == denied[1]:
        return " against ".join(said)
    names = [s.source if pair.a.source != pair.b.source else s.document for s in (pair.a, pair.b)]
    told = (f"{'denied' if no else 'told'} in {clean(name)}" for no, name in zip(denied, names, strict=True))
    return ", ".join([*plain, *told])


def gist(finding: Finding) -> str:
    """What is measured and what is the matter with it, on one line."""
    return ": ".join(dict.fromkeys(words for words in (clean(finding.measure), matter(finding)) if words))


def matter(finding: Finding) -> str:
    """Message and condition, or where there are none the values."""
    words = (message_of(finding), condition_of(finding))
    said = "; ".join(part for part in words if part not in ("", clean(finding.measure)))
    return said or " / ".join(dict.fromkeys(read_as(side) for side in finding.evidence))


def agreement(finding: Finding) -> str:
    """What is agreed on as one side says it; beside it how another does who leaves an end open or spells a name
    otherwise."""
    first, *others = dict.fromkeys(read_as(side) for side in finding.evidence) or [""]
    if finding.key.startswith("name:"):
        return f"{first} (also spelled {listing(others)})" if others else first
    open_ = bool(_OPEN.match(first))
    return next((f"{first} / {other}" for other in others if bool(_OPEN.match(other)) != open_), first)


def tellers(finding: Finding) -> tuple[str, ...]:
    """How its message may name who says something: as the source is called, or the document."""
    names = (name for side in finding.evidence for name in (side.source, side.document))
    return tuple(clean(name) for name in dict.fromkeys(names))


def teller(side: Evidence) -> str:
    """Source and date, then speaker and factuality where they matter."""
    told = ", ".join(clean(word) for word in (side.speaker, factuality(side)) if word)
    when = f"{clean(side.source)}, {day(side.published)}"
    return f"{when} — {told}" if told else when


def factuality(side: Evidence) -> str:
    return "" if side.factuality == "asserted" else side.factuality


def in_words(side: Evidence) -> str:
    """One side on one line: who says it, the words, the value, the place."""
    return f"{teller(side)}: {short(side.quote)}, read as {read_as(side)}{remarks(side)}, {place(side)}"


def remarks(side: Evidence) -> str:
    """What is to be known of the value, in brackets behind a blank; "" for nothing."""
    known = "; ".join(in_prose(remark) for remark in (side.measure, side.note) if remark)
    return f" ({known})" if known else ""


def opinion(finding: Finding) -> str:
    """What models say of the finding, in a sentence each; "" where none was asked."""
    return " ".join(said for said in (_seconded(finding), _judged(finding)) if said)


def _seconded(finding: Finding) -> str:
    said = finding.second
    if said is None:
        return ""
    if said.seconded:
        return f"Seconded by NLI {clean(said.model)}."
    return f"Not seconded by NLI {clean(said.model)} ({', '.join(said.labels)})."


def _judged(finding: Finding) -> str:
    said = finding.judged
    return f"Judged by {clean(said.model)}: {_OPINIONS[said.verdict]} (“{in_prose(said.reason)}”)." if said else ""


def judged_pairs(seen: Coverage) -> str:
    """What a language model was asked of, and what not."""
    over = f", {seen.unasked:,} more not asked of" if seen.unasked else ""
    return f"{count(seen.judged, 'pair')} of statements judged{over}"


def labels(documents: Sequence[DocumentSummary]) -> dict[str, str]:
    """What a document is called in lists: its source where no other document has the same, else its id."""
    sources = Counter(document.source for document in documents)
    return {d.id: clean(d.source if sources[d.source] == 1 else d.id) for d in documents}


def tally(findings: Iterable[Finding]) -> str:
    """The findings counted by verdict: "1 contradiction, 2 tensions"; "" for none."""
    return ", ".join(count_of(verdict, number) for verdict, number in counted(findings))


def counted(findings: Iterable[Finding]) -> list[tuple[Verdict, int]]:
    """How many there are of each verdict that there is. That a name stands in several documents is no agreement that
    anybody would count."""
    counts = Counter(finding.verdict for finding in findings if not mere_name(finding))
    return [(verdict, counts[verdict]) for verdict in Verdict if counts[verdict]]


def kind(finding: Finding) -> str:
    """What it counts as: its verdict, or a name, which `counted` leaves out."""
    return "name" if mere_name(finding) else finding.verdict.value


def agreed(finding: Finding) -> tuple[str, str]:
    """What is measured and what is agreed on; of a mere name these are one, and the first is ""; so they are of an
    event whose verb would stand there twice: "the temperature fell" for "whether the temperature fell: fell"."""
    measure, value = clean(finding.measure), agreement(finding)
    if mere_name(finding):
        return "", value
    told = measure.removeprefix(_WHETHER)
    again = told != measure and f" {value} " in f" {told} " and not told.startswith(_THERE)
    again = again and not any(side.factuality == _DENIED for side in finding.evidence)
    return ("", told) if again else (measure, value)
