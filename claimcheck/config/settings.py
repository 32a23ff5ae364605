"""What can be set: one frozen object that travels from the command or the caller to the stages."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from enum import StrEnum

from claimcheck.model.finding import Finding, Severity, Verdict
from claimcheck.model.limits import DEFAULTS, Limits
from claimcheck.model.report import Report
from claimcheck.model.vocabulary import OwnUnit, Synonyms, Vocabulary


class FailOn(StrEnum):
    """The mildest verdict for which the command exits with status 1."""

    CONTRADICTION = "contradiction"
    TENSION = "tension"
    UPDATE = "update"
    NEVER = "never"


# The mildest --fail-on at which a finding of this severity fails; a note does where somebody is to look at all.
_AT = {Severity.ERROR: FailOn.CONTRADICTION, Severity.WARNING: FailOn.TENSION, Severity.NOTE: FailOn.UPDATE}
_STRICTNESS = (FailOn.CONTRADICTION, FailOn.TENSION, FailOn.UPDATE)
_STATEMENTS = frozenset({Verdict.AGREEMENT, Verdict.SINGLE_SOURCE})


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set, each with the value that it has otherwise; the configuration file has the same, with hyphens.

    `model` names an embedding back end, with its argument after a colon where it takes one; `nli` an NLI model that
    may second findings, "" for none. `judge` is the address of a server whose model, `judge_model`, is asked of pairs
    of statements, `judge_pairs` of them in a story at most; "" for none.

    `select` names the rules that run, none for all that are stable, and with `preview` all; `extend_select` names more
    of them, `ignore` those that do not run whatever the others say. `severity` grades rules anew. `paths`
    and `exclude` say what `check` looks at, counted from `root`, the folder of the configuration file ("" for the
    working folder); `outside` names further folders in which stories may have files. `sources` gives publishers their
    names: the name to use, and what stands for it. `units` and `synonyms` add to the lexicon. `cache` is the
    folder of the cache, "" for the platform's, "off" for none. `limits` say how much is read and compared at most.
    """

    model: str = "minilm"
    nli: str = ""
    judge: str = ""
    judge_model: str = ""
    judge_pairs: int = 100
    judge_seconds: int = 60  # for an answer
    fail_on: FailOn = FailOn.CONTRADICTION
    neighbours: int = 40  # embedding neighbours of a claim, in each other document
    nearness: float = 0.5  # cosine from which a neighbour is compared at all; never a verdict
    preview: bool = False
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()
    paths: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    sources: tuple[tuple[str, tuple[str, ...]], ...] = ()
    units: tuple[OwnUnit, ...] = ()
    synonyms: Synonyms = ()
    cache: str = ""
    root: str = ""
    limits: Limits = DEFAULTS

    def fails(self, finding: Finding) -> bool:
        """Whether the finding is one for which the command exits with status 1."""
        if self.fail_on is FailOn.NEVER:
            return False
        if finding.severity is Severity.NOTE and finding.verdict in _STATEMENTS:
            return False
        return _STRICTNESS.index(_AT[finding.severity]) <= _STRICTNESS.index(self.fail_on)

    def runs(self, rule: str, *, preview: bool = False) -> bool:
        """Whether a rule is wanted; `preview` says that it is one that has to be selected."""
        if rule in self.ignore:
            return False
        if self.select or rule in self.extend_select:
            return rule in (*self.select, *self.extend_select)
        return self.preview or not preview

    def applied(self, report: Report) -> Report:
        """The report of the rules that are wanted, graded as they are wanted."""
        grades = dict(self.severity)
        findings = tuple(
            replace(f, graded=grades[f.rule]) if f.rule in grades else f for f in report.findings if self.runs(f.rule)
        )
        failures = tuple(f for f in report.failures if f.stage != "rule" or self.runs(f.subject))
        unsure = tuple(pair for pair in report.unsure if not pair.rule or self.runs(pair.rule))
        return replace(report, findings=findings, failures=failures, unsure=unsure)

    @property
    def judge_server(self) -> tuple[str, str, int] | None:
        """Whom to ask: address, model, and seconds for an answer; None for nobody."""
        return (self.judge, self.judge_model, self.judge_seconds) if self.judge else None

    @property
    def vocabulary(self) -> Vocabulary:
        """What is added to the lexicon, in one order."""
        return Vocabulary(tuple(sorted(self.units, key=lambda unit: unit.name)), tuple(sorted(self.synonyms)))

    @property
    def source_names(self) -> dict[str, str]:
        """For each other name of a publisher, in small letters, the one to use."""
        return {other.casefold(): name for name, others in self.sources for other in (name, *others)}


def from_root(document: str, root: str) -> str:
    """The id of a document as it is written in files beside the configuration in `root`, wherever the run started."""
    if root in ("", ".") or document.startswith("<"):
        return document
    return os.path.relpath(document, root).replace(os.sep, "/")
