"""Stories made by hand and at random, for the tests of the formats."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from hypothesis import strategies as st
from samples import nothing_comparable, side, story

from claimcheck.config import FailOn, Settings
from claimcheck.model.finding import Evidence, Finding, Verdict
from claimcheck.model.report import Coverage, DocumentSummary, Failure, Report, StoryReport, Unsure
from claimcheck.model.span import Span
from claimcheck.report.options import Options


@dataclass(frozen=True, slots=True)
class Page:
    """A rule as reports see it."""

    name: str
    summary: str
    verdicts: tuple[Verdict, ...]
    page: str
    is_for_a_second_look: bool = False


RULES = (
    Page("quantity-mismatch", "Amounts that cannot both hold.", (Verdict.CONTRADICTION, Verdict.TENSION),
         "# quantity-mismatch\n\nWhat it flags.\n"),
    Page("date-mismatch", "Dates that cannot both hold.", (Verdict.CONTRADICTION,), "# date-mismatch\n"),
    Page("same-date", "The same date.", (Verdict.AGREEMENT,), "# same-date\n"),
)
OPTIONS = Options(rules=RULES, version="1.2.3")
FAIL_ON_TENSION = replace(OPTIONS, settings=Settings(fail_on=FailOn.TENSION))
ONE = (StoryReport("", story()),)
SEVERAL = (StoryReport("stories/plant", story()), StoryReport("stories/other", nothing_comparable()))
NONE = (StoryReport("", Report((), coverage=Coverage(pairs=1))),)


def finding(
    number: int = 0, verdict: Verdict = Verdict.CONTRADICTION, rule: str = "quantity-mismatch", **changes: object
) -> Finding:
    """A finding between the two sample texts; `number` makes it one of its own."""
    herald, ledger = side("desk/herald.txt", "45 jobs", "45 jobs"), side("desk/ledger.txt", "20 and 30", "20 to 30")
    made = Finding(verdict, rule, f"measure {number}", f"message {number}", (herald, ledger))
    return replace(made, **changes)  # type: ignore[arg-type]


def named(name: str) -> Finding:
    """That both sample texts have a name."""
    sides = tuple(side(document, "jobs", name) for document in ("desk/herald.txt", "desk/ledger.txt"))
    return finding(0, Verdict.AGREEMENT, "same-name", measure=name, message="", key=f"name:{name.lower()}",
                   evidence=sides)


def report_of(*findings: Finding, failures: tuple[Failure, ...] = ()) -> Report:
    return Report(story().documents, findings, coverage=Coverage(pairs=1), failures=failures)


# What formats give a meaning of their own to, and what none of them can print.
NASTY = "a|b`c\n::error::x,y:z%0A <b>&amp;</b> [x](1) ]]> \x00\x1b[31m\x85\u2028\ud800\ufffe\U0001f600 =1+1 \"q\" 'p'"
_words = st.text(st.characters(codec=None), max_size=20) | st.sampled_from([NASTY, "=1", "@x", "- a", "1. a", "# a"])


@st.composite
def _sides(draw: st.DrawFn) -> Evidence:
    quote, before, after = draw(_words), draw(_words), draw(_words)
    start, line, column = draw(st.integers(0, 99)), draw(st.integers(1, 99)), draw(st.integers(1, 99))
    context = Span(start, start + len(before) + len(quote) + len(after))
    return Evidence(
        draw(_words), Span(start + len(before), start + len(before) + len(quote)), quote, draw(_words), context,
        before + quote + after, line, column, draw(_words), draw(st.none() | st.dates(date(1, 1, 1))), draw(_words),
        draw(st.sampled_from(["asserted", "denied"])), draw(_words),
    )


_findings = st.builds(
    Finding, st.sampled_from(Verdict), st.sampled_from(["quantity-mismatch", "new-rule"]), _words, _words,
    st.lists(_sides(), max_size=3).map(tuple), _words, st.lists(_words, max_size=2).map(tuple), _words,
    independent=st.booleans(),
)
_reports = st.builds(
    Report,
    st.lists(st.builds(DocumentSummary, _words, _words, _words, st.none(), _words, st.just(1), st.just(1), st.just(0)),
             max_size=2).map(tuple),
    st.lists(_findings, max_size=4).map(tuple),
    unsure=st.lists(st.builds(Unsure, _sides(), _sides(), st.floats(0, 1), _words), max_size=2).map(tuple),
    failures=st.lists(st.builds(Failure, st.sampled_from(["read", "rule"]), _words, _words), max_size=2).map(tuple),
)
# Stories of which every text may hold anything.
ANY_STORIES = st.lists(st.builds(StoryReport, _words, _reports), max_size=2).map(tuple)
