"""What can be set: one frozen object that travels from the command or the caller to the stages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimcheck.model.finding import Finding, Verdict


class FailOn(StrEnum):
    """The mildest verdict for which the command exits with status 1."""

    CONTRADICTION = "contradiction"
    TENSION = "tension"
    UPDATE = "update"
    NEVER = "never"


_FAILING = {
    FailOn.CONTRADICTION: {Verdict.CONTRADICTION},
    FailOn.TENSION: {Verdict.CONTRADICTION, Verdict.TENSION},
    FailOn.UPDATE: {Verdict.CONTRADICTION, Verdict.TENSION, Verdict.UPDATE},
    FailOn.NEVER: set[Verdict](),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """`model` names an embedding back end, with its argument after a colon where it takes one."""

    model: str = "minilm"
    fail_on: FailOn = FailOn.CONTRADICTION
    neighbours: int = 5  # embedding neighbours of a claim, in each other document
    nearness: float = 0.5  # cosine from which a neighbour is compared at all; never a verdict

    def fails(self, finding: Finding) -> bool:
        """Whether the finding is one for which the command exits with status 1."""
        return finding.verdict in _FAILING[self.fail_on]
