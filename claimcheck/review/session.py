"""A sitting at which a reader goes through findings: what is shown, what was decided, what can be taken back.

A `Session` is a value, and each step gives the next one; no file and no terminal is known here. What was decided is
read from the files in which it stands, so a sitting that was killed goes on where it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol

from claimcheck.baseline import acceptable
from claimcheck.model.finding import Evidence, Finding, Verdict
from claimcheck.model.matrix import mere_name
from claimcheck.model.report import StoryReport
from claimcheck.model.span import Span


class Act(StrEnum):
    ACCEPT = "accept"  # into the baseline
    IGNORE = "ignore"  # with all of its rule between the two documents
    LABEL = "label"  # what the reader takes it for, as an expectation of the story


@dataclass(frozen=True, slots=True)
class Decision:
    """`said` is the reason of an ignore, and of a label the verdict, "" where nothing should have been found. `where`
    is the place of what somebody wrote by hand, "" for what a review wrote and may take back."""

    act: Act
    said: str = ""
    where: str = ""

    def about(self, finding: Finding, *, blind: bool = False) -> str:
        """The decision in words; a blind reader did not mark anything wrong, but said that there is nothing."""
        if self.act is Act.ACCEPT:
            return "accepted"
        if self.act is Act.IGNORE:
            return f"ignored: {self.said}"
        if self.said == finding.verdict.value:
            return "marked right"
        return f"labelled {self.said}" if self.said else "labelled nothing" if blind else "marked wrong"


Decided = tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One finding to be looked at. Only an `alarm` can be accepted: a baseline holds no statements."""

    story: str
    finding: Finding
    alarm: bool = True


@dataclass(frozen=True, slots=True)
class Filter:
    """What is shown; None is all alarms, or any rule. In a blind review statements are shown too."""

    verdict: Verdict | None = None
    rule: str | None = None
    open_only: bool = False


class Files(Protocol):
    """The articles, and where decisions stand. `keep` and `take_back` write at once, and raise ClaimcheckError where
    they cannot."""

    def text(self, item: Item, document: str) -> str: ...

    def decided(self, item: Item) -> Decided: ...

    def keep(self, item: Item, decision: Decision) -> None: ...

    def take_back(self, item: Item, decision: Decision) -> None: ...


@dataclass(frozen=True, slots=True)
class Session:
    """`decided` runs beside `items`; `at` is the one shown, or their number behind the last. `made` are the decisions
    of this sitting that still stand, the newest last."""

    items: tuple[Item, ...]
    decided: tuple[Decided, ...]
    at: int = 0
    blind: bool = False
    filter: Filter = field(default_factory=Filter)
    made: tuple[tuple[int, Decision], ...] = ()

    @property
    def item(self) -> Item | None:
        """The one shown; None behind the last."""
        return self.items[self.at] if self.at < len(self.items) else None

    @property
    def hidden(self) -> bool:
        """Whether the verdict of the one shown is not to be seen yet."""
        return self.blind and self.item is not None and not _labelled(self.decided[self.at])

    def shown(self) -> list[int]:
        """Numbers of the items that pass the filter; the one at hand stays, whatever is decided about it."""
        return [n for n, item in enumerate(self.items) if self._passes(item) and (
            not self.filter.open_only or n == self.at or not self.done(n))]

    def done(self, number: int) -> bool:
        """Whatever was decided about it: who accepted a finding saw its verdict, and is not blind to it any more."""
        return bool(self.decided[number])

    def left(self) -> int:
        """How many of those shown wait for a decision."""
        return sum(not self.done(number) for number in self.shown())

    def counts(self) -> Counter[str]:
        """How many items there are of each verdict, and of each rule under the verdict that is shown."""
        verdicts = Counter(item.finding.verdict.value for item in self.items)
        return verdicts + Counter(i.finding.rule for i in self.items if replace(self, filter=replace(
            self.filter, rule=None))._passes(i))

    def moved(self, step: int) -> Session:
        """One on or one back among those shown; behind the last is a place of its own."""
        beyond = [n for n in (*self.shown(), len(self.items)) if (n > self.at if step > 0 else n < self.at)]
        return replace(self, at=beyond[0 if step > 0 else -1]) if beyond else self

    def to_open(self) -> Session:
        """The next one that waits for a decision, round the end; behind the last where none does."""
        open_ = [number for number in self.shown() if not self.done(number)]
        return replace(self, at=next((n for n in open_ if n >= self.at), open_[0] if open_ else len(self.items)))

    def refused(self, decision: Decision) -> str:
        """Why this cannot be decided about the one shown, in a sentence; "" where it can."""
        if self.item is None:
            return "Behind the last finding; ← goes back"
        if self.hidden and decision.act is not Act.LABEL:
            return "Say first what you take it for: 1 to 5"
        if same := next((d for d in self.decided[self.at] if d.act is decision.act), None):
            return f"Already {same.about(self.item.finding, blind=self.blind)}; u takes it back"
        if decision.act is Act.ACCEPT and not self.item.alarm:
            return "An agreement needs no accepting; r and w say whether it is right"
        documents = {side.document for side in self.item.finding.evidence}
        if decision.act is Act.IGNORE and len(documents) != 2:
            return f"An ignore is between two documents, and here are {len(documents)}; a accepts it"
        if decision.act is Act.LABEL and len(documents) < 2:
            return "A label is between two documents, and here is one; a accepts it"
        return ""

    def deciding(self, decision: Decision, files: Files) -> Session:
        """Write the decision and go on to what is open; a blind reader stays, to see the verdict.

        Raises ClaimcheckError where it cannot be written; then nothing is decided.
        """
        if self.item is None:
            return self
        files.keep(self.item, decision)
        after = replace(self._read(files), made=(*self.made, (self.at, decision)))
        return after if self.blind and decision.act is Act.LABEL else after.to_open()

    def undoing(self, files: Files) -> tuple[Session, str]:
        """Take back what was decided about the one shown, or where nothing was the newest decision of this sitting, and
        show what it was about. Raises ClaimcheckError where it cannot be written."""
        number, decision = self._newest()
        if decision is None:
            return self, "Nothing to take back"
        item = self.items[number]
        if decision.where:
            return self, f"{decision.where} says so, by hand; change it there"
        files.take_back(item, decision)
        after = replace(self._read(files), at=number)
        # One ignore may have been taken back from under another finding than it was made on.
        made = tuple((n, d) for n, d in self.made if any(d.act is e.act and d.said == e.said for e in after.decided[n]))
        after = replace(after, made=made)
        return after, f"Taken back: {decision.about(item.finding, blind=self.blind)}"

    def filtered(self, filter: Filter) -> Session:
        """Show what passes another filter, from the first that is open."""
        return replace(self, filter=filter, at=0).to_open()

    def _newest(self) -> tuple[int, Decision | None]:
        here = self.decided[self.at] if self.item else ()
        if here:
            mine = [decision for number, decision in self.made if number == self.at]
            return self.at, (mine or here)[-1]
        return self.made[-1] if self.made else (self.at, None)

    def _passes(self, item: Item) -> bool:
        verdict, rule = self.filter.verdict, self.filter.rule
        of_verdict = item.finding.verdict is verdict if verdict else item.alarm or self.blind
        return of_verdict and rule in (None, item.finding.rule)

    def _read(self, files: Files) -> Session:
        """One decision may be about several findings: an ignore, a label of the same words."""
        return replace(self, decided=tuple(files.decided(item) for item in self.items))


def opened(stories: Iterable[StoryReport], files: Files, *, blind: bool = False) -> Session:
    """What there is to look at, at the first that is open. Blind, findings stand in the order of the text: that of the
    report would give verdicts away."""
    items = [item for story in stories for item in items_of(story)]
    if blind:
        items.sort(key=lambda item: (item.story, [(e.document, e.span) for e in item.finding.evidence]))
    session = Session(tuple(items), tuple(files.decided(item) for item in items), blind=blind)
    return session.to_open()


def items_of(story: StoryReport) -> list[Item]:
    """Alarms, and agreements on facts; what only one source says has no second side to look at."""
    alarms = {id(finding) for finding in acceptable([story])}
    return [
        Item(story.name, finding, id(finding) in alarms) for finding in story.report.findings
        if id(finding) in alarms or (finding.verdict is Verdict.AGREEMENT and not mere_name(finding))
    ]


def like(session: Session) -> int:
    """How many findings an ignore of the one shown is about: those of its rule between its documents."""
    def scope(item: Item) -> tuple[str, frozenset[str]]:
        return item.finding.rule, frozenset(side.document for side in item.finding.evidence)

    return sum(scope(item) == scope(session.item) for item in session.items) if session.item else 0


def widened(item: Item, files: Files) -> Finding:
    """The finding with more of the articles around its words: their paragraphs, and one more on each side."""
    def wide(side: Evidence) -> Evidence:
        text = files.text(item, side.document)
        start = text.rfind("\n\n", 0, max(text.rfind("\n\n", 0, side.context.start), 0)) + 1
        end = text.find("\n\n", max(text.find("\n\n", side.context.end), side.context.end) + 2)
        context = Span(start, end if end >= 0 else len(text))
        return replace(side, context=context, context_text=context.of(text))

    return replace(item.finding, evidence=tuple(map(wide, item.finding.evidence)))


def tally(session: Session) -> Sequence[str]:
    """What this sitting came to, a line for each kind of decision."""
    acts = Counter(decision.act for _, decision in session.made)
    words: dict[Act, str] = {Act.ACCEPT: "accepted", Act.IGNORE: "ignored", Act.LABEL: "labelled"}
    return [f"{acts[act]} {word}" for act, word in words.items() if acts[act]]


def agreed(session: Session) -> tuple[int, int]:
    """On how many of those that a reader labelled the program says the same, and how many that are."""
    both = zip(session.items, session.decided, strict=True)
    same = [d.said == item.finding.verdict.value for item, decided in both for d in decided if d.act is Act.LABEL]
    return sum(same), len(same)


def _labelled(decided: Collection[Decision]) -> bool:
    return any(decision.act is Act.LABEL for decision in decided)
