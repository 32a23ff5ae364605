"""Two sources name different fillers of one role: who decides, who leads."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.lexicon.places import country_of
from claimcheck.lexicon.predicates import role_lists
from claimcheck.link.statement import Statement
from claimcheck.model.fact import Occurrence, Role
from claimcheck.model.finding import Finding, Verdict
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import finding


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    for pair in story.pairs:
        a, b = pair.a.fact.value, pair.b.fact.value
        if not (isinstance(a, Role) and isinstance(b, Role)) or not a.words or not b.words or a.words & b.words:
            continue
        members = [pair.a, pair.b, *_excluding(story, pair.a), *_excluding(story, pair.b)]
        message = f"{a.filler} against {b.filler}{_agreed(story, members)}"
        yield finding(story, rule, Verdict.TENSION, members, message,
                      measure=f"who {a.role}s on the {pair.a.fact.measure.head}", condition=_condition(a, b), key=pair.key,
                      guards=pair.alignment.passed)


def _excluding(story: Story, statement: Statement) -> Iterator[Statement]:
    """What the same sentence says of who does not fill the role alone."""
    for other in story.statements:
        value = other.fact.value
        if (
            isinstance(value, Role)
            and value.excluded
            and other.document == statement.document
            and other.claim.sentence == statement.claim.sentence
        ):
            yield other


def _agreed(story: Story, members: list[Statement]) -> str:
    """Where one side says that somebody does not fill the role alone and the other that the same country or name keeps
    out of it, that much is common ground."""
    for member in members:
        excluded = member.fact.value.excluded if isinstance(member.fact.value, Role) else frozenset()
        for other in members:
            beside = [s for s in story.statements if s.document == other.document != member.document
                      and s.claim.sentence == other.claim.sentence and isinstance(s.fact.value, Occurrence) and s.fact.negated]
            for statement in beside:
                common = _places(excluded) & _places(statement.fact.measure.agents)
                if common:
                    return f"; both sides agree that {', '.join(sorted(common))} alone does not"
    return ""


def _places(names: frozenset[str]) -> frozenset[str]:
    """Names as countries where they stand for one: a capital or a seat of government speaks for its country."""
    return frozenset(country_of(n.title()) or n.title() for n in names)


def _condition(a: Role, b: Role) -> str:
    if a.predicate == b.predicate:
        return f"both hold only if {a.filler} and {b.filler} are the same"
    nouns, _, gloss = role_lists(a.role)
    verbal = next((r.predicate for r in (a, b) if not any(n in r.predicate for n in nouns)), a.predicate)
    gerund = verbal.removeprefix("is ").removesuffix(" by")
    return f"both hold only if being {gerund} by one leaves {gloss} to the other"


RULE = Rule("role-conflict", "Two sources name different fillers of one role.", (Verdict.TENSION,), check)
