"""What a renderer is told besides the findings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from claimcheck.config import Settings
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.report import Report

# What asks for somebody's eyes; the other verdicts are statements of fact.
ALARMS = (Verdict.CONTRADICTION, Verdict.TENSION, Verdict.UPDATE)


class RulePage(Protocol):
    """What reports say about a rule; `page` is Markdown."""

    @property
    def name(self) -> str: ...

    @property
    def summary(self) -> str: ...

    @property
    def verdicts(self) -> tuple[Verdict, ...]: ...

    @property
    def page(self) -> str: ...

    @property
    def is_for_a_second_look(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Options:
    """`known` holds the fingerprints of the baseline, None where there is no baseline; of each verdict `most` findings
    are shown, None for all; `plain` text has the signs of ASCII."""

    settings: Settings = field(default_factory=Settings)
    rules: tuple[RulePage, ...] = ()
    version: str = ""
    known: frozenset[str] | None = None
    width: int = 100
    colour: bool = False
    verbose: bool = False
    quiet: bool = False
    matrix: bool = False
    most: int | None = None
    plain: bool = False

    def shown(self, report: Report) -> tuple[Finding, ...]:
        """All findings, or with `quiet` the alarms alone."""
        return alarms(report) if self.quiet else report.findings

    def fails(self, finding: Finding) -> bool:
        """Whether the finding is one that makes the run fail."""
        return self.settings.fails(finding) and finding.fingerprint not in (self.known or ())


def alarms(report: Report) -> tuple[Finding, ...]:
    """Contradictions, tensions and updates, in the order of the report."""
    return tuple(finding for finding in report.findings if finding.verdict in ALARMS)
