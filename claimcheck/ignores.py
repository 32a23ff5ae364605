"""claimcheck.ignore.toml: findings between two documents that a user does not want to see, with the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from fnmatch import fnmatchcase
from typing import Any

from claimcheck.config.settings import from_root
from claimcheck.model.finding import Finding
from claimcheck.model.report import StoryReport
from claimcheck.toml import TomlFile

NAME = "claimcheck.ignore.toml"
_KEYS = ("rule", "pair", "reason", "until")


@dataclass(frozen=True, slots=True)
class Ignore:
    """`pair` are two documents, or patterns such as ``desk/*.txt``, counted from the folder of the file. After `until`
    the entry is expired. `place` is path:line:column."""

    rule: str
    pair: tuple[str, str]
    reason: str
    place: str
    until: date | None = None

    def fits(self, finding: Finding, root: str) -> bool:
        """Whether the finding is of the rule and between the two documents, and no other."""
        if finding.rule != self.rule:
            return False
        documents = {from_root(e.document, root) for e in finding.evidence}
        first, second = ({d for d in documents if fnmatchcase(d, pattern)} for pattern in self.pair)
        return bool(first) and bool(second) and len(documents) > 1 and first | second == documents


@dataclass(frozen=True, slots=True)
class Applied:
    """The stories without what is ignored, how many findings that was, and lines about entries to look at."""

    stories: tuple[StoryReport, ...]
    hidden: int
    notes: tuple[str, ...]


def read_ignores(file: TomlFile, rules: Collection[str]) -> tuple[Ignore, ...]:
    """Raises ConfigError, with the place, for an entry that lacks a rule or a reason, an unknown rule, a date that is
    none."""
    file.check_keys((), file.data, ("ignore",))
    rows = file.data.get("ignore", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise file.fault(("ignore",), "'ignore' is to be tables; write [[ignore]]")
    return tuple(_entry(file, number, row, rules) for number, row in enumerate(rows))


def apply(
    stories: Sequence[StoryReport], ignores: Sequence[Ignore], *, today: date, root: str = "", whole: bool = True,
    off: Collection[str] = (),
) -> Applied:
    """Take out what is ignored. With `whole`, all there is was checked, and entries that meet nothing are told, but for
    those of rules that are `off`."""
    alive = [entry for entry in ignores if entry.until is None or today <= entry.until]
    used: Counter[str] = Counter()
    kept = []
    for story in stories:
        findings = []
        for finding in story.report.findings:
            entry = next((entry for entry in alive if entry.fits(finding, root)), None)
            if entry:
                used[entry.place] += 1
            else:
                findings.append(finding)
        kept.append(replace(story, report=replace(story.report, findings=tuple(findings))))
    notes = [
        f"{e.place}: expired on {e.until}: {e.rule}, {' and '.join(e.pair)}; renew it or take it out"
        for e in ignores if e.until is not None and today > e.until
    ]
    notes += [f"{e.place}: ignores nothing any more; take it out" for e in alive
              if whole and not used[e.place] and e.rule not in off]
    return Applied(tuple(kept), used.total(), tuple(notes))


def _entry(file: TomlFile, number: int, row: Mapping[str, Any], rules: Collection[str]) -> Ignore:
    here = ("ignore", number)
    file.check_keys(here, row, _KEYS)
    rule, pair, reason, until = (row.get(key) for key in _KEYS)
    if rule is None:
        raise file.fault(here, 'an entry needs a rule: rule = "quantity-mismatch"')
    file.check_rule((*here, "rule"), rule, rules)
    if not isinstance(pair, list) or len(pair) != 2 or not all(isinstance(name, str) and name for name in pair):
        raise file.fault((*here, "pair"), 'an entry needs the two documents: pair = ["a.txt", "b.txt"]')
    if not isinstance(reason, str) or not reason.strip():
        raise file.fault((*here, "reason"), 'an entry needs a reason: reason = "why this is no fault"')
    if isinstance(until, datetime):
        until = until.date()
    if not isinstance(until, date | None):
        raise file.fault((*here, "until"), "'until' is to be a date; write until = 2030-12-31")
    line, column = file.place(here)
    return Ignore(rule, (pair[0], pair[1]), reason.strip(), f"{file.name}:{line}:{column}", until)
