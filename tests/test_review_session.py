"""A review without a terminal and without files: what is shown, decided, refused and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import UsageError
from claimcheck.model.finding import Evidence, Finding, Verdict
from claimcheck.model.report import Report, StoryReport
from claimcheck.model.span import Span
from claimcheck.review.session import (
    Act,
    Decided,
    Decision,
    Filter,
    Item,
    Session,
    agreed,
    like,
    opened,
    tally,
    widened,
)

TEXT = "Far above.\n\nNear above.\n\nSome 7 boats sank.\n\nNear below.\n\nFar below.\n"
ACCEPT, WRONG = Decision(Act.ACCEPT), Decision(Act.LABEL)


class Memory:
    """Files that keep nothing; `broken` ones cannot be written."""

    def __init__(self) -> None:
        self.kept: dict[str, Decided] = {}
        self.broken = False

    def text(self, item: Item, document: str) -> str:
        return TEXT

    def decided(self, item: Item) -> Decided:
        return self.kept.get(item.finding.measure, ())

    def keep(self, item: Item, decision: Decision) -> None:
        if self.broken:
            raise UsageError("the disk is full")
        self.kept[item.finding.measure] = (*self.decided(item), decision)

    def take_back(self, item: Item, decision: Decision) -> None:
        self.kept[item.finding.measure] = tuple(d for d in self.decided(item) if d != decision)


def finding(measure: str, verdict: Verdict = Verdict.CONTRADICTION, documents: str = "ab", rule: str = "") -> Finding:
    start = TEXT.index("7")
    context = Span(start - 5, start + 13)
    sides = tuple(Evidence(name, Span(start, start + 1), "7", "7", context, context.of(TEXT), 5, 6, name.upper(),
                           date(2031, 4, 2)) for name in documents)
    return Finding(verdict, rule or f"rule-{verdict.value}", measure, "", sides)


FINDINGS = (finding("boats"), finding("crews", Verdict.TENSION), finding("nets", documents="abc"),
            finding("port", Verdict.AGREEMENT), finding("buoys", Verdict.SINGLE_SOURCE, "a"),
            finding("masts", Verdict.UPDATE))


def story(*findings: Finding) -> list[StoryReport]:
    return [StoryReport("harbour", Report((), findings))]


@pytest.fixture
def files() -> Memory:
    return Memory()


@pytest.fixture
def session(files: Memory) -> Session:
    return opened(story(*FINDINGS), files)


def measures(session: Session) -> list[str]:
    return [session.items[number].finding.measure for number in session.shown()]


def at(session: Session) -> str:
    return session.item.finding.measure if session.item else ""


def test_alarms_are_shown_and_agreements_on_demand(session: Session) -> None:
    """What only one source says has nothing to be held against, and is never shown."""
    assert measures(session) == ["boats", "crews", "nets", "masts"]
    assert measures(session.filtered(Filter(Verdict.AGREEMENT))) == ["port"]
    assert measures(session.filtered(Filter(Verdict.TENSION))) == ["crews"]
    assert measures(session.filtered(Filter(rule="rule-contradiction"))) == ["boats", "nets"]
    assert session.counts()["agreement"] == 1
    assert session.filtered(Filter(Verdict.UPDATE)).counts()["rule-contradiction"] == 0


def test_walking_ends_behind_the_last(session: Session) -> None:
    """And the first has none before it."""
    places = [at(session)]
    for _ in range(5):
        session = session.moved(1)
        places.append(at(session))
    assert places == ["boats", "crews", "nets", "masts", "", ""]
    assert at(session.moved(-1)) == "masts"
    assert at(session.filtered(Filter(Verdict.TENSION)).moved(-1)) == "crews"


def test_a_decision_leads_to_what_is_open(session: Session, files: Memory) -> None:
    """Round the end too; where nothing is open, behind the last."""
    session = session.moved(1).deciding(ACCEPT, files)
    assert at(session) == "nets"
    session = session.moved(1).deciding(WRONG, files)
    assert at(session) == "boats"
    session = session.deciding(ACCEPT, files).deciding(ACCEPT, files)
    assert session.item is None
    assert session.left() == 0
    assert tally(session) == ["3 accepted", "1 labelled"]


def test_only_open_ones_can_be_shown(session: Session, files: Memory) -> None:
    """One that is decided leaves the list when it is left."""
    session = session.filtered(Filter(open_only=True)).deciding(ACCEPT, files)
    assert measures(session) == ["crews", "nets", "masts"]


def test_a_later_sitting_goes_on(session: Session, files: Memory) -> None:
    """Nothing is known but what the files say."""
    session.deciding(ACCEPT, files).deciding(WRONG, files)
    again = opened(story(*FINDINGS), files)
    assert at(again) == "nets"
    assert again.left() == 2
    assert again.decided[0] == (ACCEPT,)
    assert tally(again) == []


def test_undo_shows_what_it_was_about(session: Session, files: Memory) -> None:
    """The newest first; where nothing was decided in this sitting, there is nothing to take back."""
    before = session
    session = session.deciding(ACCEPT, files).deciding(WRONG, files)
    session, said = session.undoing(files)
    assert (at(session), said) == ("crews", "Taken back: marked wrong")
    session, said = session.undoing(files)
    assert (at(session), said) == ("boats", "Taken back: accepted")
    assert session == before
    assert session.undoing(files) == (session, "Nothing to take back")


def test_undo_is_about_the_finding_at_hand_first(session: Session, files: Memory) -> None:
    """Also where it was decided in an earlier sitting."""
    session.deciding(ACCEPT, files)
    again = opened(story(*FINDINGS), files).deciding(WRONG, files)
    again, said = again.moved(-1).moved(-1).undoing(files)
    assert (at(again), said) == ("boats", "Taken back: accepted")
    assert again.made == ((1, WRONG),)


def test_what_is_written_by_hand_is_left_alone(session: Session, files: Memory) -> None:
    """A review takes back only what a review wrote."""
    files.kept["boats"] = (Decision(Act.LABEL, "tension", "story.toml:9:1"),)
    session = opened(story(*FINDINGS), files).moved(-1)
    after, said = session.undoing(files)
    assert (after, said) == (session, "story.toml:9:1 says so, by hand; change it there")


def test_a_decision_that_cannot_be_written_is_not_made(session: Session, files: Memory) -> None:
    """The error goes to the reader, and the session stays what it was."""
    files.broken = True
    with pytest.raises(UsageError):
        session.deciding(ACCEPT, files)
    assert session.decided[0] == ()


@pytest.mark.parametrize(
    ("measure", "decision", "told"),
    [
        ("boats", ACCEPT, ""),
        ("port", ACCEPT, "An agreement needs no accepting"),
        ("port", WRONG, ""),
        ("nets", Decision(Act.IGNORE, "two ports"), "here are 3"),
        ("boats", Decision(Act.IGNORE, "two ports"), ""),
        ("", ACCEPT, "Behind the last"),
    ],
)
def test_what_makes_no_sense_is_refused(session: Session, measure: str, decision: Decision, told: str) -> None:
    """With a sentence that says what to do in its place."""
    number = next((n for n, item in enumerate(session.items) if item.finding.measure == measure), len(session.items))
    refused = replace(session, at=number).refused(decision)
    assert told in refused
    assert bool(refused) == bool(told)


def test_the_same_is_not_decided_twice(session: Session, files: Memory) -> None:
    """But a finding that is wrong can be accepted as well."""
    session = session.deciding(WRONG, files).moved(-1)
    assert session.refused(Decision(Act.LABEL, "tension")) == "Already marked wrong; u takes it back"
    assert session.refused(ACCEPT) == ""


def test_a_blind_reader_labels_first(files: Memory) -> None:
    """Agreements among the rest, in the order of the text; then the verdict is shown and the reader stays."""
    session = opened(story(*FINDINGS), files, blind=True)
    assert sorted(measures(session)) == ["boats", "crews", "masts", "nets", "port"]
    assert session.hidden
    assert "1 to 5" in session.refused(ACCEPT)
    after = session.deciding(Decision(Act.LABEL, "tension"), files)
    assert (after.at, after.hidden) == (session.at, False)
    assert after.refused(ACCEPT) == ""
    assert after.left() == 4


def test_a_blind_reader_begins_with_what_nobody_decided(files: Memory) -> None:
    """What was accepted was seen with its verdict; it can be labelled all the same."""
    before = opened(story(finding("boats"), finding("crews")), files)
    before.deciding(ACCEPT, files)
    session = opened(story(finding("boats"), finding("crews")), files, blind=True)
    assert (session.at, session.left()) == (1, 1)
    assert session.moved(-1).hidden


def test_a_blind_reader_is_held_against_the_program(files: Memory) -> None:
    """By what both say of what is labelled."""
    session = opened(story(finding("boats"), finding("crews", Verdict.TENSION)), files, blind=True)
    assert agreed(session) == (0, 0)
    session = session.deciding(Decision(Act.LABEL, "contradiction"), files).moved(1)
    assert agreed(session.deciding(WRONG, files)) == (1, 2)


def test_an_ignore_says_how_many_it_is_about(files: Memory) -> None:
    """All of one rule between the two documents."""
    session = opened(story(finding("boats"), finding("crews"), finding("nets", documents="ac")), files)
    assert like(session) == 2


def test_more_of_the_text_is_the_paragraphs_around(session: Session, files: Memory) -> None:
    """The marked words stay where they are."""
    assert session.item
    side = widened(session.item, files).evidence[0]
    assert side.context_text.strip() == "Near above.\n\nSome 7 boats sank.\n\nNear below."
    assert side.context.of(TEXT) == side.context_text
    assert side.span == session.item.finding.evidence[0].span


@given(st.lists(st.sampled_from(["a", "w", "u", "on", "back", "open"]), max_size=25))
def test_all_undone_is_as_it_was(keys: list[str]) -> None:
    """Whatever was done, undoing everything leaves the files as they were, and the session knows what they say."""
    files = Memory()
    session = opened(story(*FINDINGS), files)
    for key in keys:
        if key in "aw":
            decision = ACCEPT if key == "a" else WRONG
            session = session if session.refused(decision) else session.deciding(decision, files)
        elif key == "u":
            session, _ = session.undoing(files)
        else:
            session = session.to_open() if key == "open" else session.moved(1 if key == "on" else -1)
        assert session.decided == tuple(files.decided(item) for item in session.items)
        assert sum(map(len, session.decided)) == len(session.made)
    while session.made:
        session, _ = session.undoing(files)
    assert not any(files.kept.values())
