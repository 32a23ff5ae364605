"""What a rule is, and what it is given."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from importlib import import_module, resources
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:  # listing the rules is to stay quick
    from claimcheck.detect import DocumentClaims
    from claimcheck.link.copies import Copy
    from claimcheck.link.identity import Name
    from claimcheck.link.sayings import Repeat
    from claimcheck.link.statement import Pair, Statement
    from claimcheck.model.claim import Claim
    from claimcheck.model.finding import Finding, Judged, Verdict
    from claimcheck.model.report import Origin

# So many claims before a place may reach over it.
_NEAR = 24

# Values in conflict contradict each other where they are this likely of one thing; else they are a tension. Of 63
# conflicts of real accounts that are, 42 are one thing by their readers' labels (cross-validated by event).
LIKELY = 0.3


@dataclass(frozen=True, slots=True)
class Story:
    """One story as all rules see it, in canonical order. `pairs` holds comparable pairs only."""

    documents: tuple[DocumentClaims, ...]
    statements: tuple[Statement, ...]
    pairs: tuple[Pair, ...]
    origins: tuple[Origin, ...] = ()
    nearest: tuple[float, ...] = ()  # per claim row the cosine to the nearest claim of another document
    copies: tuple[Copy, ...] = ()
    quotes: tuple[Repeat, ...] = ()  # the same quotation in two documents
    contents: tuple[Repeat, ...] = ()  # what somebody says in two documents, as quotation or not
    doubted: tuple[Pair, ...] = ()  # pairs of which one is only possible, and that nothing else keeps apart
    turned: tuple[Pair, ...] = ()  # pairs of one figure, by which one rises and the other falls
    probability: Mapping[tuple[int, int], float] = field(default_factory=dict)  # of a link, by numbers of statements
    names: tuple[tuple[Name, ...], ...] = ()  # of each document, in the order of its text
    judged: tuple[tuple[Pair, Judged], ...] = ()  # linked pairs that a language model takes for contradictions

    def claims_at(self, document: int, offset: int) -> list[Claim]:
        """The claims of a document around an offset; claims are in the order of the text."""
        claims = self.documents[document].claims
        stop = bisect_right(claims, offset, key=lambda c: c.span.start)
        return [c for c in claims[max(0, stop - _NEAR) : stop] if offset < c.span.end]

    def independent(self, *documents: int) -> bool:
        """False where two of the documents go back to one origin."""
        names = {self.documents[d].document.id for d in documents}
        return not any(len(names & set(o.documents)) > 1 for o in self.origins)


Check: TypeAlias = "Callable[[Story, Rule], Iterator[Finding]]"

# From so many judged alarms on a rule that is right less than half the time is preview.
ENOUGH = 8
# From this probability on what is no finding is shown for a second look: that both values measure one thing, or that a
# preview rule is right. Of 51 pairs of values that are left in 20 long stories of our own, 27 are of one thing; in 96
# pairs of real accounts there are 3, of which none is labelled as one.
LEAST_SHOWN = 0.15
# The rank of a rule that says nothing else.
PLAIN = 2


class State(StrEnum):
    """A preview rule is off until somebody selects it: its alarms were wrong more often than right where measured."""

    STABLE = "stable"
    PREVIEW = "preview"


@dataclass(frozen=True, slots=True)
class Rule:
    """`name` completes "allow ..."; the module and the page of the rule bear it, too.

    `measured`: how many of its alarms were right, of those judged, as docs/rule-precision.md has them.
    `in_words`: what it finds hangs on words alone, so that an NLI model may second it.
    `on_values`: its evidence is the value alone, so that nothing differs where both sentences have both values.
    `certainty`: it finds that one thing is told with the same certainty, with another one, or denied.
    `sums_up`: it speaks of a whole story, so that what rules on certainty find in the places it shows is told already.
    `wide`: it may reach over the whole claim, and stands there, not in the words that it names.

    Precedence, see settle.py. `retells`: it finds differences by their wording, of which another rule may speak as
    well; of two such findings that of the higher `rank` is kept. `ranks` has other ranks by the key of a finding.
    `least` is the probability that two sides measure one thing, or tell of one event, from which on it speaks. Equal
    values are evidence themselves: `least_unequal` is that for values which only leave room for each other. Values in
    conflict contradict each other from `likely` on, and are a tension below it.
    """

    name: str
    summary: str
    verdicts: tuple[Verdict, ...]
    state: State = State.STABLE
    measured: tuple[int, int] | None = None
    in_words: bool = False
    on_values: bool = False
    wide: bool = False
    certainty: bool = False
    sums_up: bool = False
    retells: bool = False
    rank: int = PLAIN
    ranks: tuple[tuple[str, int], ...] = ()
    least: float = 0.0
    least_unequal: float = 0.0
    likely: float = LIKELY

    @property
    def preview(self) -> bool:
        return self.state is State.PREVIEW

    @property
    def share_right(self) -> float:
        """Of its alarms that were judged; 0 where none was."""
        right, judged = self.measured or (0, 0)
        return right / judged if judged else 0.0

    @property
    def is_for_a_second_look(self) -> bool:
        """A preview rule in words that was right often enough to be shown, though not to speak."""
        return self.preview and self.in_words and self.share_right >= LEAST_SHOWN

    def rank_of(self, finding: Finding) -> int:
        return dict(self.ranks).get(finding.key, self.rank)

    def check(self, story: Story) -> Iterator[Finding]:
        """What `check` in the module of the rule finds. It is imported here, so that listing the rules stays quick."""
        found: Check = import_module(f"claimcheck.rules.{self._file}").check
        return found(story, self)

    @property
    def page(self) -> str:
        """The Markdown file of the rule, with its state and how often it was right below its name."""
        text = resources.files("claimcheck.rules").joinpath(f"{self._file}.md").read_text(encoding="utf-8")
        return text.replace("\n\n", f"\n\n{self._note}\n\n", 1) if self._note else text

    @property
    def _note(self) -> str:
        right, judged = self.measured or (0, 0)
        measured = f"Right on stories that it was not made on: {right} of {judged} alarms"
        if not self.preview:
            few = ", too few to tell" if judged < ENOUGH else ""
            return f"{measured}{few}." if self.measured else ""
        shown = "\nUntil then what it finds is shown for a second look." if self.is_for_a_second_look else ""
        return (f"A preview rule: off unless you select it, with `--extend-select {self.name}` or, with all of them,\n"
                f"`--preview`; both can be set in claimcheck.toml. {measured}.{shown}")

    @property
    def _file(self) -> str:
        return self.name.replace("-", "_")
