"""What is found or decided as tables of a story.toml: the rest of the file stays as it is, comments too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claimcheck.expectations.judge import Outcome
from claimcheck.expectations.labels import occurrence_of
from claimcheck.model.finding import Evidence, Finding
from claimcheck.toml import table, with_tables, without_tables

_WHY = "written by `claimcheck test --update`; to be reviewed"


def updated(text: str, outcome: Outcome, texts: Mapping[str, str]) -> str:
    """What was missed and what was forbidden goes, what was unexpected comes at the end. `texts` are the documents by
    the names that the file gives them."""
    gone = {int(label.where.rsplit(":", 2)[1])
            for label in (*outcome.missed, *(label for label, _ in outcome.forbidden))}
    rows = (row_of(finding, texts, verdict=finding.verdict.value, why=_WHY) for finding in outcome.unexpected)
    return with_tables(without_tables(text, gone), (table("expect", row) for row in rows))


def row_of(finding: Finding, texts: Mapping[str, str], *, verdict: str, why: str) -> dict[str, Any]:
    """The ``[[expect]]`` table that says `verdict` of the two sides, or with "" the ``[[forbid]]`` table. It names the
    rule where the verdict is that of the finding."""
    first = finding.evidence[0]
    others = sorted((e for e in finding.evidence if e.document != first.document), key=lambda e: e.value == first.value)
    second = next(iter(others), first)
    said = {"verdict": verdict} if verdict else {}
    if verdict == finding.verdict.value:
        said["rule"] = finding.rule
    return {**said, "a": _side(first, texts), "b": _side(second, texts), "why": why}


def _side(evidence: Evidence, texts: Mapping[str, str]) -> dict[str, Any]:
    occurrence = occurrence_of(texts[evidence.document], evidence.quote, evidence.span.start)
    side: dict[str, Any] = {"document": evidence.document, "quote": evidence.quote}
    return side | ({"occurrence": occurrence} if occurrence else {})
