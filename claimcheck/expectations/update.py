"""story.toml written anew with what was found, for review: the rest of the file stays as it is, comments too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import tomlkit

from claimcheck.expectations.judge import Outcome
from claimcheck.expectations.labels import occurrence_of
from claimcheck.model.finding import Evidence, Finding

_WHY = "written by `claimcheck test --update`; to be reviewed"


def updated(text: str, outcome: Outcome, texts: Mapping[str, str]) -> str:
    """What was missed and what was forbidden goes, what was unexpected comes. `texts` are the documents as named."""
    document: Any = tomlkit.parse(text)
    for kind, rows in (
        ("expect", {label.row for label in outcome.missed}),
        ("forbid", {label.row for label, _ in outcome.forbidden}),
    ):
        for row in sorted(rows, reverse=True):
            del document[kind][row]
        if kind in document and not document[kind]:
            del document[kind]
    tables = [_table(finding, texts) for finding in outcome.unexpected]
    if tables and "expect" not in document:
        document["expect"] = tomlkit.aot()
    for table in tables:
        document["expect"].append(table)
    return tomlkit.dumps(document)


def _table(finding: Finding, texts: Mapping[str, str]) -> Any:
    first = finding.evidence[0]
    second = next((e for e in finding.evidence if e.document != first.document), first)
    table = tomlkit.table()
    table["verdict"] = finding.verdict.value
    table["rule"] = finding.rule
    table["a"], table["b"] = _side(first, texts), _side(second, texts)
    table["why"] = _WHY
    table.add(tomlkit.nl())
    return table


def _side(evidence: Evidence, texts: Mapping[str, str]) -> Any:
    side = tomlkit.inline_table()
    side["document"], side["quote"] = evidence.document, evidence.quote
    occurrence = occurrence_of(texts[evidence.document], evidence.quote, evidence.span.start)
    if occurrence:
        side["occurrence"] = occurrence
    return side
