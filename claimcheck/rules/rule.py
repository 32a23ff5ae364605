"""What a rule is, and what it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.report import Origin

if TYPE_CHECKING:  # listing the rules is to stay quick
    from claimcheck.detect import DocumentClaims
    from claimcheck.link.statement import Pair, Statement


@dataclass(frozen=True, slots=True)
class Story:
    """One story as all rules see it, in canonical order. `pairs` holds comparable pairs only."""

    documents: tuple[DocumentClaims, ...]
    statements: tuple[Statement, ...]
    pairs: tuple[Pair, ...]
    origins: tuple[Origin, ...] = ()
    nearest: tuple[float, ...] = ()  # per claim row the cosine to the nearest claim of another document
    links: tuple[tuple[int, int, float], ...] = ()  # claim rows of different documents that lie near each other

    def independent(self, *documents: int) -> bool:
        """False where two of the documents go back to one origin."""
        names = {self.documents[d].document.id for d in documents}
        return not any(len(names & set(o.documents)) > 1 for o in self.origins)


Check = Callable[[Story, "Rule"], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """`name` completes "allow ..."; the page of the rule is the Markdown file beside its module."""

    name: str
    summary: str
    verdicts: tuple[Verdict, ...]
    check: Check

    @property
    def page(self) -> str:
        file = self.name.replace("-", "_") + ".md"
        return resources.files("claimcheck.rules").joinpath(file).read_text(encoding="utf-8")
