"""What only one source says: figures, dates and named events that no statement of the others comes near."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.statement import Statement
from claimcheck.model.fact import Aspect, Occurrence, Role
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.value import SECOND, Quantity, QuantityKind, Timex
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import finding, value_words

# A claim whose nearest claim of another document is further away than this stands alone (cosine).
ALONE = 0.55
# So many words of a claim are shown.
WORDS = 14


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    if len(story.documents) < 2:
        return
    paired = {n for p in story.pairs if p.alignment.score >= rule.least for n in (p.a.number, p.b.number)}
    for statements in _by_sentence(story):
        alone = [s for s in statements if s.number not in paired and _alone(story, s)]
        if alone and not any(s.claim.heading for s in alone):
            shown = [s for s in alone if not isinstance(s.fact.value, Occurrence)] or alone[:1]
            yield finding(story, rule, Verdict.SINGLE_SOURCE, shown, _message(shown), measure=_gist(shown[0]))


def _by_sentence(story: Story) -> list[list[Statement]]:
    sentences: dict[tuple[int, int], list[Statement]] = {}
    for statement in story.statements:
        sentences.setdefault((statement.document, statement.claim.sentence), []).append(statement)
    return list(sentences.values())


def _alone(story: Story, statement: Statement) -> bool:
    """Dates of a beginning or an end always count; other facts where their claim is far from all others."""
    measure, value = statement.fact.measure, statement.fact.value
    if isinstance(value, Timex) and measure.aspect in (Aspect.START, Aspect.END):
        return value.resolved
    if isinstance(value, Role) or story.nearest[statement.row] >= ALONE:
        return False
    if isinstance(value, Occurrence):
        return statement.claim.named
    if isinstance(value, Timex):
        return value.resolved and measure.bound
    if not isinstance(value, Quantity) or value.derivation in SECOND:
        return False
    return measure.bound and not value.vague and value.kind is not QuantityKind.ORDINAL


def _message(statements: list[Statement]) -> str:
    values = dict.fromkeys(_said(s) for s in statements if not isinstance(s.fact.value, Occurrence))
    return "; ".join(values) if values else "only one source speaks of it"


def _said(statement: Statement) -> str:
    label = statement.fact.measure.label
    return f"{label}: {value_words(statement.fact)}" if label else value_words(statement.fact)


def _gist(statement: Statement) -> str:
    """The first words of the claim."""
    words = statement.claim.text.split()
    return " ".join(words[:WORDS]) + (" ..." if len(words) > WORDS else "")
