"""The alarms as SARIF 2.1.0 (OASIS, 2020), in the subset that code scanning services read."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from claimcheck.model.finding import SEVERITY, Evidence, Finding, Severity, Verdict
from claimcheck.model.report import Failure, StoryReport
from claimcheck.report.brief import end, gist, in_words, opinion, path, teller, uri
from claimcheck.report.options import Options, RulePage, alarms
from claimcheck.report.said import read_as
from claimcheck.report.words import clean, count, failure_of

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
VERSION = "2.1.0"
# What relative paths are relative to; the consumer knows where that is.
_BASE = "%SRCROOT%"
# SARIF keeps levels for what fails: an agreement is a check passed, a statement of one source is for information.
_KIND = {Verdict.AGREEMENT: "pass", Verdict.SINGLE_SOURCE: "informational"}
_GRAVITY = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def render(stories: Sequence[StoryReport], options: Options) -> str:
    """One run for all stories. `verbose` adds agreements and what one source says, as results that are no alert."""
    rules = _rules(stories, options)
    documents = sorted({path(d.id) for story in stories for d in story.report.documents})
    run = {
        "tool": {"driver": _driver(rules, options)},
        "invocations": [_invocation(stories)],
        "columnKind": "unicodeCodePoints",
        **_bases(documents),
        "artifacts": [{"location": _artifact(document), "roles": ["analysisTarget"]} for document in documents],
        "results": list(_results(stories, options, [rule["id"] for rule in rules], documents)),
    }
    return json.dumps({"$schema": SCHEMA, "version": VERSION, "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _findings(story: StoryReport, options: Options) -> tuple[Finding, ...]:
    return story.report.findings if options.verbose else alarms(story.report)


def _driver(rules: list[dict[str, Any]], options: Options) -> dict[str, Any]:
    version = {"version": options.version, "semanticVersion": options.version} if options.version else {}
    return {"name": "claimcheck", "fullName": "claimcheck, a linter for facts across news sources", **version,
            "rules": rules}


def _rules(stories: Sequence[StoryReport], options: Options) -> list[dict[str, Any]]:
    """All rules of the program in their order, then any other that a finding names."""
    named = {rule.name for rule in options.rules}
    found = {f.rule: f.verdict for story in stories for f in reversed(_findings(story, options))}
    others = [{"id": name, "defaultConfiguration": {"level": _level([found[name]])}} for name in sorted(found)
              if name not in named]
    return [*(_rule(rule) for rule in options.rules), *others]


def _rule(rule: RulePage) -> dict[str, Any]:
    try:
        page = rule.page
    except FileNotFoundError:  # a report is not withheld because a rule has no page
        page = rule.summary
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.summary},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": _level(rule.verdicts)},
        "properties": {"tags": ["news", *(verdict.value for verdict in rule.verdicts)]},
    }


def _level(verdicts: Sequence[Verdict]) -> str:
    return min((SEVERITY[verdict] for verdict in verdicts), key=_GRAVITY.index, default=Severity.NOTE).value


def _invocation(stories: Sequence[StoryReport]) -> dict[str, Any]:
    failures = [failure for story in stories for failure in story.report.failures]
    notes = [_failure(failure) for failure in failures]
    for story in stories:
        if not story.report.comparable:
            where = f"{clean(story.name)}: " if story.name else ""
            notes.append({"level": "warning", "message": {"text": f"{where}nothing could be compared"}})
    extra = {"toolExecutionNotifications": notes} if notes else {}
    return {"executionSuccessful": not failures, **extra}


def _failure(failure: Failure) -> dict[str, Any]:
    message = f"{clean(failure.stage)}: {failure_of(failure)}"
    return {"level": "error", "message": {"text": message}}


def _results(
    stories: Sequence[StoryReport], options: Options, rules: list[str], documents: list[str]
) -> Iterator[dict[str, Any]]:
    rule_index = {name: index for index, name in enumerate(rules)}
    document_index = {name: index for index, name in enumerate(documents)}
    seen: Counter[str] = Counter()
    for story in stories:
        for finding in _findings(story, options):
            seen[finding.fingerprint] += 1
            yield _result(finding, story.name, rule_index[finding.rule], document_index) | _identity(
                finding, seen[finding.fingerprint], options
            )


def _result(finding: Finding, story: str, rule: int, documents: Mapping[str, int]) -> dict[str, Any]:
    kind = _KIND.get(finding.verdict, "fail")
    first, others = finding.evidence[:1], finding.evidence[1:]
    related = [{"id": number, **_location(side, documents), "message": {"text": in_words(side)}}
               for number, side in enumerate(others, start=1)]
    return {
        "ruleId": finding.rule, "ruleIndex": rule, "kind": kind,
        "level": finding.severity.value if kind == "fail" else "none",
        "message": {"text": _message(finding)},
        "locations": [_location(side, documents) for side in first],
        **({"relatedLocations": related} if related else {}),
        "properties": _properties(finding, story),
    }


def _identity(finding: Finding, number: int, options: Options) -> dict[str, Any]:
    """GitHub tells alerts apart by `primaryLocationLineHash`, which it would else take from the line of the first side:
    with ours an alert outlives edits of that line and moves of the text."""
    known = {} if options.known is None else {
        "baselineState": "unchanged" if finding.fingerprint in options.known else "new"
    }
    return {
        "partialFingerprints": {
            "claimcheckFinding/v1": finding.fingerprint, "primaryLocationLineHash": f"{finding.fingerprint}:{number}",
        },
        **known,
    }


def _message(finding: Finding) -> str:
    """What is the matter, then each side; the others are links to their places (3.11.6)."""
    sides = [
        f"{_said(side)} (“{_plain(side.quote)}”)" if number == 0 else
        f"[{_said(side).replace('[', '(').replace(']', ')')}]({number}) (“{_plain(side.quote)}”)"
        for number, side in enumerate(finding.evidence)
    ]
    said = f" {_plain(opinion(finding))}" if opinion(finding) else ""
    return f"{_plain(gist(finding))}.{said}\n" + "\n".join(sides)


def _said(side: Evidence) -> str:
    return f"{_plain(teller(side))}: {_plain(read_as(side))}"


def _plain(text: str) -> str:
    """The text without what SARIF would read as a link."""
    return clean(text).replace("](", "] (")


def _location(side: Evidence, documents: Mapping[str, int]) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _artifact(path(side.document)), "region": _region(side)}
    if path(side.document) in documents:
        physical["artifactLocation"]["index"] = documents[path(side.document)]
    if side.context.covers(side.span):
        physical["contextRegion"] = {"charOffset": side.context.start, "charLength": len(side.context)}
    return {"physicalLocation": physical}


def _region(side: Evidence) -> dict[str, Any]:
    line, column = end(side)
    return {
        "startLine": side.line, "startColumn": side.column, "endLine": line, "endColumn": column,
        "charOffset": side.span.start, "charLength": len(side.span), "snippet": {"text": side.quote},
    }


def _artifact(document: str) -> dict[str, Any]:
    """A reference that begins with ``..`` would leave the sources: such a document has a base of its own."""
    up = _up(document)
    reference = uri("/".join(document.split("/")[up:]))
    if reference.startswith("file:"):
        return {"uri": reference}
    return {"uri": reference, "uriBaseId": _above(up) if up else _BASE}


def _up(document: str) -> int:
    """How many folders above the sources the way to the document begins."""
    parts = document.split("/")
    return next((number for number, part in enumerate(parts) if part != ".."), len(parts))


def _above(up: int) -> str:
    return f"%ABOVE{up}%"


def _bases(documents: Sequence[str]) -> dict[str, Any]:
    """What documents above the sources are relative to; where that is nobody but the user knows."""
    ups = sorted({up for document in documents if (up := _up(document))})
    told = {_above(up): {"description": {"text": f"{count(up, 'folder')} above {_BASE}"}} for up in ups}
    return {"originalUriBaseIds": told} if told else {}


def _properties(finding: Finding, story: str) -> dict[str, Any]:
    return {
        **({"story": story} if story else {}), "verdict": finding.verdict.value, "measure": finding.measure,
        "condition": finding.condition or None, "guards": list(finding.guards), "key": finding.key,
        "independent": finding.independent,
        **({"judged": judged.verdict.value} if (judged := finding.judged) else {}),
        "sides": [
            {"source": side.source, "published": side.published.isoformat() if side.published else None,
             "speaker": side.speaker or None, "factuality": side.factuality, "value": side.value}
            for side in finding.evidence
        ],
    }
