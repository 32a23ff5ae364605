"""What only one source says: claims with figures, dates or names that lie far from every claim of the others."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.statement import Statement
from claimcheck.model.fact import Occurrence
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.value import Timex
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import finding, value_words

# A claim whose nearest claim of another document is further away than this stands alone (cosine).
ALONE = 0.55


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    if len(story.documents) < 2:
        return
    paired = {n for p in story.pairs for n in (p.a.number, p.b.number)}
    seen: set[int] = set()
    for statement in story.statements:
        row = statement.row
        if row in seen or statement.claim.heading or statement.number in paired:
            continue
        if isinstance(statement.fact.value, Occurrence):
            alone = story.nearest[row] < ALONE and bool(statement.fact.measure.names)
        else:
            alone = statement.fact.measure.bound and (isinstance(statement.fact.value, Timex) or story.nearest[row] < ALONE)
        if alone:
            seen.add(row)
            yield finding(story, rule, Verdict.SINGLE_SOURCE, _same_row(story, statement, paired), _message(statement))


def _same_row(story: Story, statement: Statement, paired: set[int]) -> list[Statement]:
    same = [s for s in story.statements if s.row == statement.row and s.number not in paired
            and not isinstance(s.fact.value, Occurrence)]
    return same or [statement]


def _message(statement: Statement) -> str:
    return f"only one source says so: {value_words(statement.fact)}"


RULE = Rule("single-source", "Only one source says so.", (Verdict.SINGLE_SOURCE,), check)
