"""story.toml written anew with what was found, for review: the rest of the file stays as it is, comments too."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from claimcheck.expectations.judge import Outcome
from claimcheck.expectations.labels import occurrence_of
from claimcheck.model.finding import Evidence, Finding
from claimcheck.toml import header_lines

_WHY = "written by `claimcheck test --update`; to be reviewed"


def updated(text: str, outcome: Outcome, texts: Mapping[str, str]) -> str:
    """What was missed and what was forbidden goes, what was unexpected comes at the end. `texts` are the documents by
    the names that the file gives them."""
    lines = text.splitlines(keepends=True)
    headers = header_lines(text)
    gone = {line for label in (*outcome.missed, *(label for label, _ in outcome.forbidden))
            for line in _table_lines(lines, headers, int(label.where.rsplit(":", 2)[1]))}
    kept = "".join(line for number, line in enumerate(lines, start=1) if number not in gone).rstrip()
    tables = [_table(finding, texts) for finding in outcome.unexpected]
    return "\n\n".join(part for part in (kept, *tables) if part) + "\n"


def _table_lines(lines: list[str], headers: Iterable[int], first: int) -> range:
    """The lines of the table whose header stands on line `first`, without comments that belong to the next one."""
    end = next((line for line in headers if line > first), len(lines) + 1)
    if end <= len(lines):
        while lines[end - 2].lstrip().startswith("#"):
            end -= 1
    return range(first, end)


def _table(finding: Finding, texts: Mapping[str, str]) -> str:
    first = finding.evidence[0]
    second = next((e for e in finding.evidence if e.document != first.document), first)
    return "\n".join((
        "[[expect]]", f"verdict = {_string(finding.verdict.value)}", f"rule = {_string(finding.rule)}",
        f"a = {_side(first, texts)}", f"b = {_side(second, texts)}", f"why = {_string(_WHY)}",
    ))


def _side(evidence: Evidence, texts: Mapping[str, str]) -> str:
    occurrence = occurrence_of(texts[evidence.document], evidence.quote, evidence.span.start)
    which = f", occurrence = {occurrence}" if occurrence else ""
    return f"{{ document = {_string(evidence.document)}, quote = {_string(evidence.quote)}{which} }}"


def _string(text: str) -> str:
    """A TOML basic string: JSON's, but for the one control character that JSON leaves as it is."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
