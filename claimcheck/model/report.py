"""The result of one comparison."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from claimcheck.model.document import Document
from claimcheck.model.emphasis import without_emphasis
from claimcheck.model.finding import Evidence, Finding, Judged, Second, Verdict
from claimcheck.model.matrix import Row, matrix_of
from claimcheck.model.span import Span

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """What the report says about one document that was read."""

    id: str
    source: str
    title: str  # "" where none was found
    published: date | None
    published_from: str  # a DateOrigin value
    sentences: int
    claims: int
    furniture: int  # pieces that stand around the article and are no part of it; they are not read
    note: str = ""  # of the reading, as in `Document`


def summary_of(document: Document, sentences: int = 0, claims: int = 0) -> DocumentSummary:
    """Without sentences and claims for a document that was read and nothing else."""
    title = without_emphasis(document.title.of(document.text)) if document.title else ""
    return DocumentSummary(document.id, document.source, " ".join(title.split()), document.published.on,
                           document.published.origin.value, sentences, claims, len(document.furniture), document.note)


@dataclass(frozen=True, slots=True)
class Origin:
    """Documents that go back to one origin: an agreement among them counts once."""

    documents: tuple[str, ...]
    name: str  # "TASS"
    reason: str  # "credit line", "dateline", "near-verbatim passages"
    document: str  # where the reason stands
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A cluster of claims across sources."""

    label: str
    claims: tuple[tuple[str, Span], ...]  # document id and span of each claim


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was looked at, and what was not."""

    sentences: int = 0
    claims: int = 0
    facts_bound: int = 0  # facts with a known measure
    facts_unbound: int = 0  # facts of which it is not known what they measure; they are not compared
    pairs: int = 0  # candidate pairs compared
    guarded: tuple[tuple[str, int], ...] = ()  # guard name -> fact pairs it stopped
    not_run: tuple[str, ...] = ()  # rules that are off
    documents_apart: int = 0  # pairs of documents that were not set against each other, in a story of many
    judged: int = 0  # pairs of statements with an opinion of a language model
    unasked: int = 0  # those that it was not asked of, being over the cap


@dataclass(frozen=True, slots=True)
class Unsure:
    """Two values that differ and of which no finding speaks: they may measure one thing, but likelier measure two. Or
    what a preview `rule` found, which is likelier none: `message` says what differs."""

    a: Evidence  # `measure` says what it measures
    b: Evidence
    one_thing: float  # probability that both measure one thing; of a rule the share of its alarms that were right
    reason: str  # what else speaks against it, "" for nothing
    rule: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Cost:
    """What asking a language model took. It is in no report: the same findings may cost nothing the next time."""

    asked: int = 0  # questions sent
    answered: int = 0
    tokens: int = 0  # as the server counts them
    seconds: float = 0.0

    def __add__(self, other: Cost) -> Cost:
        return Cost(self.asked + other.asked, self.answered + other.answered, self.tokens + other.tokens,
                    self.seconds + other.seconds)


@dataclass(frozen=True, slots=True)
class Failure:
    """A rule or a document that failed; the run went on."""

    stage: str  # "read", "rule", "compare" or "expectation"
    subject: str  # id of a document, name of a rule or of a story
    message: str  # one line


@dataclass(frozen=True, slots=True)
class Report:
    """What one comparison found and looked at. The same documents and settings give the same report."""

    documents: tuple[DocumentSummary, ...]  # in the order in which they were given
    findings: tuple[Finding, ...] = ()
    origins: tuple[Origin, ...] = ()
    topics: tuple[Topic, ...] = ()
    coverage: Coverage = Coverage()
    unsure: tuple[Unsure, ...] = ()  # the likeliest first
    failures: tuple[Failure, ...] = ()
    model: str = ""  # name and version of the embedding model
    nli: str = ""  # the same of the NLI model, "" where none was asked
    judge: str = ""  # the same of the language model
    dated: tuple[Evidence, ...] = ()  # what happened when, an act its `measure`: for the page, not in the data

    @property
    def comparable(self) -> bool:
        """False where no two facts of different documents could be put against each other."""
        return self.coverage.pairs > 0

    @property
    def matrix(self) -> tuple[Row, ...]:
        """Facts by document, of the findings that stand in this report."""
        return matrix_of(self.findings)

    def of(self, verdict: Verdict) -> tuple[Finding, ...]:
        """The findings of one verdict."""
        return tuple(f for f in self.findings if f.verdict is verdict)

    def to_dict(self) -> dict[str, Any]:
        """The report as plain JSON data; the shape is documented in docs/formats.md and versioned by `schema`."""
        return {
            "schema": SCHEMA_VERSION,
            "model": self.model,
            "nli": self.nli or None,
            "judge": self.judge or None,
            "documents": [_document(d) for d in self.documents],
            "findings": [_finding(f) for f in self.findings],
            "origins": [
                {"documents": list(o.documents), "name": o.name, "reason": o.reason, "document": o.document,
                 "start": o.span.start, "end": o.span.end, "quote": o.quote}
                for o in self.origins
            ],
            "topics": [
                {"label": t.label, "claims": [{"document": d, "start": s.start, "end": s.end} for d, s in t.claims]}
                for t in self.topics
            ],
            "unsure": [
                {"probability_one_thing": u.one_thing, "reason": u.reason or None, "rule": u.rule or None,
                 "message": u.message or None, "evidence": [_side(u.a), _side(u.b)]}
                for u in self.unsure
            ],
            "matrix": [_row(row) for row in self.matrix],
            "coverage": {
                "sentences": self.coverage.sentences, "claims": self.coverage.claims,
                "facts_bound": self.coverage.facts_bound, "facts_unbound": self.coverage.facts_unbound,
                "pairs": self.coverage.pairs, "guarded": dict(self.coverage.guarded),
                "not_run": list(self.coverage.not_run), "judged": self.coverage.judged,
                "unasked": self.coverage.unasked,
                **({"documents_apart": self.coverage.documents_apart} if self.coverage.documents_apart else {}),
            },
            "failures": [{"stage": f.stage, "subject": f.subject, "message": f.message} for f in self.failures],
        }


@dataclass(frozen=True, slots=True)
class StoryReport:
    """One story of a run. `name` is what reports call it: unique in the run, "" where only one story was asked for.
    `documents` are what was read, for formats that show whole articles; `cost` is that of this run, and `unkept` why
    the cache keeps nothing by now, both for no report."""

    name: str
    report: Report
    documents: tuple[Document, ...] = ()
    cost: Cost = Cost()
    unkept: str = ""


def _document(summary: DocumentSummary) -> dict[str, Any]:
    return {
        "id": summary.id, "source": summary.source, "title": summary.title,
        "published": summary.published.isoformat() if summary.published else None,
        "published_from": summary.published_from, "sentences": summary.sentences, "claims": summary.claims,
        "furniture": summary.furniture, **({"note": summary.note} if summary.note else {}),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "verdict": finding.verdict.value, "severity": finding.severity.value, "rule": finding.rule,
        "measure": finding.measure, "message": finding.message, "condition": finding.condition or None,
        "fingerprint": finding.fingerprint, "guards": list(finding.guards), "key": finding.key,
        "topic": finding.topic, "independent": finding.independent,
        "probability_one_thing": finding.one_thing, "second": _second(finding.second),
        "judged": _judged(finding.judged),
        "evidence": [_side(e) for e in finding.evidence],
    }


def _side(e: Evidence) -> dict[str, Any]:
    return {
        "document": e.document, "start": e.span.start, "end": e.span.end, "quote": e.quote, "value": e.value,
        "line": e.line, "column": e.column, "source": e.source,
        "published": e.published.isoformat() if e.published else None,
        "speaker": e.speaker or None, "factuality": e.factuality, "note": e.note or None,
        "measure": e.measure or None,
        "context": {"start": e.context.start, "end": e.context.end, "text": e.context_text},
    }


def _second(second: Second | None) -> dict[str, Any] | None:
    if second is None:
        return None
    return {"model": second.model, "seconded": second.seconded, "labels": list(second.labels)}


def _judged(judged: Judged | None) -> dict[str, Any] | None:
    if judged is None:
        return None
    return {"model": judged.model, "verdict": judged.verdict.value, "reason": judged.reason}


def _row(row: Row) -> dict[str, Any]:
    return {
        "measure": row.measure, "verdict": row.verdict.value, "topic": row.topic, "independent": row.independent,
        "findings": list(row.findings),
        "cells": [
            {"document": cell.document,
             "values": [{"value": side.value, "measure": side.measure or None, "start": side.span.start,
                         "end": side.span.end} for side in cell.sides]}
            for cell in row.cells
        ],
    }
