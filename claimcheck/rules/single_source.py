"""What only one source says: figures, dates and named events that no statement of the others comes near."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import replace

from claimcheck.detect.nobody import NONE
from claimcheck.link.statement import Statement
from claimcheck.model.fact import Aspect, Occurrence, Role
from claimcheck.model.finding import Evidence, Finding, Verdict
from claimcheck.model.span import Span
from claimcheck.model.value import OF_THE_CLOCK, SECOND, Quantity, QuantityKind, Timex, is_former
from claimcheck.reason.amounts import SMALL
from claimcheck.rules.days import asked, names
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.telling import may_be_missed, weight
from claimcheck.rules.words import finding, value_words

# A claim whose nearest claim of another document is further away than this stands alone (cosine).
ALONE = 0.55
# So many words of a claim are shown.
WORDS = 14


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    if len(story.documents) < 2:
        return
    paired = {n for p in story.pairs if p.alignment.score >= rule.least for n in (p.a.number, p.b.number)}
    named = _documents_by_value(story)
    in_names = [_inside_names(story, d) for d in range(len(story.documents))]
    told = {s.row for s in story.statements if _tells(s) and (s.number in paired or _elsewhere(s, named))}
    dated = {_act(s) for s in story.statements if isinstance(s.fact.value, Timex) and s.number in paired}
    found: list[tuple[int, Finding]] = []
    for statements in _by_sentence(story):
        alone = [s for s in statements if s.number not in paired and _alone(story, s)]
        missed = [s for s in alone if may_be_missed(story, s)]
        figures = [s for s in missed if not isinstance(s.fact.value, Occurrence)]
        shown = [s for s in figures or sorted(missed, key=weight)[:1]
                 if not _elsewhere(s, named) and _is_figure(story, s, in_names[s.document])
                 and not (isinstance(s.fact.value, Occurrence) and (s.row in told or _act(s) in dated))]
        if shown and not any(s.claim.heading for s in alone):
            told_so = finding(story, rule, Verdict.SINGLE_SOURCE, shown, _message(shown), measure=_gist(shown[0]))
            found.append((min(map(weight, shown)), told_so))
    yield from (f for _, f in sorted(found, key=lambda pair: pair[0]))


def _act(statement: Statement) -> tuple[int, str]:
    return statement.row, statement.fact.measure.event


def told_alone(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, without what is said to stand in one source only and is a side of another of them. What else
    follows from the same words, as an end from a length of time, stays."""
    findings = list(findings)
    yield from left_alone(findings, [e for f in findings if f.verdict is not Verdict.SINGLE_SOURCE for e in f.evidence])


def left_alone(findings: Iterable[Finding], elsewhere: Iterable[Evidence]) -> Iterator[Finding]:
    """The findings, without what is said to stand in one source only and is one of these sides."""
    told = set(map(_side, elsewhere))
    for found in findings:
        left = tuple(e for e in found.evidence if _side(e) not in told)
        if found.verdict is not Verdict.SINGLE_SOURCE or len(left) == len(found.evidence):
            yield found
        elif left:
            yield replace(found, evidence=left, message=_message_of(found, {e.value for e in left}))


def _side(evidence: Evidence) -> tuple[str, Span, str]:
    return evidence.document, evidence.span, evidence.value


def _message_of(found: Finding, values: set[str]) -> str:
    """The part of the message that speaks of these values."""
    return "; ".join(part for part in found.message.split("; ") if part.rpartition(": ")[2] in values)


def _documents_by_value(story: Story) -> dict[Hashable, set[int]]:
    """The documents that have a large amount, a day or a time of day, whatever they measure by it."""
    documents: dict[Hashable, set[int]] = {}
    for statement in story.statements:
        value = statement.fact.value
        for key in names(value) if isinstance(value, Timex) else [_large(statement)]:
            documents.setdefault(key, set()).add(statement.document)
    return documents


def _elsewhere(statement: Statement, named: Mapping[Hashable, set[int]]) -> bool:
    """Does another document have the same large amount, or the same days and times of day?"""
    value = statement.fact.value
    needed = asked(value) if isinstance(value, Timex) else [[large]] if (large := _large(statement)) else []
    return bool(needed) and all(any(named.get(key, set()) - {statement.document} for key in keys) for keys in needed)


def _tells(statement: Statement) -> bool:
    """Is it a figure or an hour that tells what happens, so that another document that has it tells that, too? An age
    tells of somebody, and much happens on one day."""
    value = statement.fact.value
    if isinstance(value, Timex):
        return value.granularity in OF_THE_CLOCK
    return isinstance(value, Quantity) and value.kind is not QuantityKind.AGE


def _large(statement: Statement) -> Hashable:
    """An amount that hardly stands in two documents by chance, with what it may be compared with; else None."""
    value = statement.fact.value
    if not isinstance(value, Quantity) or value.base.figure is None or abs(value.base.figure) < SMALL:
        return None
    return value.dimension, value.base.low, value.base.high


def _by_sentence(story: Story) -> list[list[Statement]]:
    sentences: dict[tuple[int, int], list[Statement]] = {}
    for statement in story.statements:
        sentences.setdefault((statement.document, statement.claim.sentence), []).append(statement)
    return list(sentences.values())


def _alone(story: Story, statement: Statement) -> bool:
    """Dates of a beginning or an end always count; other facts where their claim is far from all others."""
    measure, value = statement.fact.measure, statement.fact.value
    if is_former(value):
        return False  # it is none any more
    if isinstance(value, Timex) and measure.aspect in (Aspect.START, Aspect.END):
        return value.resolved
    if isinstance(value, Role) or story.nearest[statement.row] >= ALONE:
        return False
    if isinstance(value, Occurrence):
        return statement.claim.named
    if isinstance(value, Timex):
        return value.resolved and measure.bound
    if not isinstance(value, Quantity) or value.derivation in SECOND:
        return False
    return measure.bound and not value.vague and value.kind is not QuantityKind.ORDINAL


def _inside_names(story: Story, document: int) -> frozenset[int]:
    """The offsets between two characters of one name."""
    return frozenset(place for name in story.names[document] for m in name.mentions
                     for place in range(m.span.start + 1, m.span.end))


def _is_figure(story: Story, statement: Statement, in_names: Collection[int]) -> bool:
    """Not the 0 of "nobody", nor a part of a name: "the Nine Fingers", "at Platform Two"."""
    value = statement.fact.value
    if not isinstance(value, Quantity):
        return True
    figure, text = value.figure, story.documents[statement.document].document.text
    if value.derivation == NONE or figure.start in in_names or figure.end in in_names:
        return False
    end = figure.start
    while end and text[end - 1] == " ":
        end -= 1
    before = text[end - 1 : end]
    return not (text[figure.start].isupper() and (before.isalnum() or before == ","))


def _message(statements: list[Statement]) -> str:
    values = dict.fromkeys(_said(s) for s in statements if not isinstance(s.fact.value, Occurrence))
    return "; ".join(values) if values else "only one source speaks of it"


def _said(statement: Statement) -> str:
    label = statement.fact.measure.label
    return f"{label}: {value_words(statement.fact)}" if label else value_words(statement.fact)


def _gist(statement: Statement) -> str:
    """The first words of the claim."""
    words = statement.claim.text.split()
    return " ".join(words[:WORDS]) + (" ..." if len(words) > WORDS else "")
