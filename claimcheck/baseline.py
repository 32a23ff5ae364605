"""Findings that a user accepted: kept by what they say, so that edits elsewhere leave them accepted."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, replace

from claimcheck.config.settings import from_root
from claimcheck.errors import ConfigError
from claimcheck.model.finding import Finding, Severity, Verdict, fingerprint_of
from claimcheck.model.report import StoryReport

NAME = "claimcheck.baseline.json"
VERSION = 1
_MEND = "restore the file, or remove it and run `claimcheck baseline update`"
_STATEMENTS = frozenset({Verdict.AGREEMENT, Verdict.SINGLE_SOURCE})


@dataclass(frozen=True, slots=True, order=True)
class Accepted:
    """One accepted finding. `sides` are document, value and quote of each, sorted; documents count from the folder
    of the baseline. `id` is the fingerprint of just that."""

    rule: str
    measure: str
    sides: tuple[tuple[str, str, str], ...]
    verdict: str
    id: str


@dataclass(frozen=True, slots=True)
class Held:
    """A run held against a baseline: fingerprints of its findings that are accepted, those that are new, and the
    entries that no finding meets any more."""

    known: frozenset[str]
    new: tuple[Finding, ...]
    resolved: tuple[Accepted, ...]


def accepted_of(finding: Finding, root: str = "") -> Accepted:
    """The finding as an entry, with its documents counted from `root`."""
    here = tuple(replace(e, document=from_root(e.document, root)) for e in finding.evidence)
    sides = tuple(sorted((e.document, e.value, " ".join(e.quote.split())) for e in here))
    id = replace(finding, evidence=here).fingerprint
    return Accepted(finding.rule, finding.measure, sides, finding.verdict.value, id)


def acceptable(stories: Iterable[StoryReport]) -> list[Finding]:
    """The findings that a baseline is for: all but statements, unless they were graded up."""
    return [
        finding for story in stories for finding in story.report.findings
        if finding.verdict not in _STATEMENTS or finding.severity is not Severity.NOTE
    ]


def hold(
    stories: Sequence[StoryReport], entries: Collection[Accepted], *, root: str = "", whole: bool = True,
    off: Collection[str] = (),
) -> Held:
    """`whole` says that everything the baseline is about was checked; otherwise only entries with a document that was
    read in this run can be resolved. None of a rule that is `off` can."""
    ids = {entry.id for entry in entries}
    known, new, met = set(), [], set()
    for finding in acceptable(stories):
        id = accepted_of(finding, root).id
        if id in ids:
            known.add(finding.fingerprint)
            met.add(id)
        else:
            new.append(finding)
    read = {from_root(document.id, root) for story in stories for document in story.report.documents}
    unmet = (e for e in entries if e.id not in met and e.rule not in off)
    resolved = (e for e in unmet if whole or any(side[0] in read for side in e.sides))
    return Held(frozenset(known), tuple(new), tuple(sorted(resolved)))


def updated(entries: Collection[Accepted], held: Held, root: str = "") -> tuple[Accepted, ...]:
    """The baseline that accepts all that was found: the new added, the resolved taken out."""
    return tuple(sorted({*pruned(entries, held), *(accepted_of(finding, root) for finding in held.new)}))


def pruned(entries: Collection[Accepted], held: Held) -> tuple[Accepted, ...]:
    """The baseline without what is resolved."""
    gone = {entry.id for entry in held.resolved}
    return tuple(sorted(entry for entry in entries if entry.id not in gone))


def dump(entries: Collection[Accepted]) -> str:
    """Sorted JSON, one entry a line, so that a difference of two baselines reads well."""
    rows = [_row(e) for e in sorted(set(entries))]
    return f'{{"version": {VERSION}, "accepted": [' + ",".join(f"\n{row}" for row in rows) + "\n]}\n"


def _row(entry: Accepted) -> str:
    row = {"id": entry.id, **asdict(entry)}
    text = json.dumps(row, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:  # half of a UTF-16 pair, which no file holds as it is
        return json.dumps(row)
    return text


def parse(text: str, name: str) -> tuple[Accepted, ...]:
    """Raises ConfigError, with the place, for what is no baseline."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise ConfigError(f"{name}:{error.lineno}:{error.colno}: not JSON: {error.msg}; {_MEND}") from None
    except (RecursionError, ValueError):  # brackets without end; more digits than Python turns into a number
        raise ConfigError(f"{name}:1:1: not a baseline; {_MEND}") from None
    if not isinstance(data, dict) or data.get("version") != VERSION or not isinstance(data.get("accepted"), list):
        raise ConfigError(f"{name}:1:1: not a baseline of version {VERSION}; {_MEND}")
    return tuple(sorted(_entry(row, name, number) for number, row in enumerate(data["accepted"], start=2)))


def _entry(row: object, name: str, line: int) -> Accepted:
    """With the id of what it says, whatever id stands beside it: what was changed by hand accepts what it says now."""
    try:
        if not isinstance(row, dict):
            raise TypeError
        sides = tuple(sorted((document, value, quote) for document, value, quote in row["sides"]))
        entry = Accepted(row["rule"], row["measure"], sides, row["verdict"], row["id"])
        if not all(isinstance(text, str) for text in (*(text for side in sides for text in side), entry.rule,
                                                      entry.measure, entry.verdict, entry.id)):
            raise TypeError
        return replace(entry, id=fingerprint_of(entry.rule, entry.measure, entry.sides))
    except (KeyError, TypeError, ValueError):
        raise ConfigError(f"{name}:{line}:1: not an entry of a baseline; {_MEND}") from None
