"""Two sources name different fillers of one role: who decides, who leads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from claimcheck.lexicon.places import country_of
from claimcheck.lexicon.predicates import role_lists
from claimcheck.link.statement import Pair, Statement
from claimcheck.model.fact import Occurrence, Role
from claimcheck.model.finding import Finding, Verdict
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import evidence, finding, sides


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    """One finding for each role and matter, with all its places."""
    groups: defaultdict[tuple[str, str], list[Pair]] = defaultdict(list)
    heads: defaultdict[str, set[str]] = defaultdict(set)
    for pair in story.pairs:
        a, b = pair.a.fact.value, pair.b.fact.value
        if isinstance(a, Role) and isinstance(b, Role) and a.words and b.words and not a.words & b.words:
            head = pair.a.fact.measure.head or pair.b.fact.measure.head
            heads[a.role].add(head)
            groups[a.role, head].append(pair)
    for role, named in heads.items():
        if len(named) == 2 and "" in named:  # "this" is the one matter that is named
            groups[role, max(named)] += groups.pop((role, ""))
    for (role, head), pairs in sorted(groups.items()):
        first = max(pairs, key=lambda p: (p.alignment.score, -p.a.number, -p.b.number))
        a, b = first.a.fact.value, first.b.fact.value
        if isinstance(a, Role) and isinstance(b, Role):
            linked = [s for pair in pairs for s in (pair.a, pair.b)]
            members = {s.number: s for side in linked for s in (side, *_excluding(story, side))}
            shown = [evidence(story, s, value=r.filler) for s, r in ((first.a, a), (first.b, b))]
            message = f"{sides(shown)}{_agreed(story, list(members.values()))}"
            yield finding(
                story,
                rule,
                Verdict.TENSION,
                list(members.values()),
                message,
                measure=_label(first) or f"who {role}s on the {head}",
                condition=_condition(a, b),
                key=first.key,
                guards=first.alignment.passed,
            )


def _label(pair: Pair) -> str:
    return next((s.fact.measure.label for s in (pair.a, pair.b) if s.fact.measure.head), "")


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
            beside = [
                s
                for s in story.statements
                if s.document == other.document != member.document
                and s.claim.sentence == other.claim.sentence
                and isinstance(s.fact.value, Occurrence)
                and s.fact.negated
            ]
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
    _, verbs, gloss = role_lists(a.role)
    doing = sorted(v for v in verbs for r in (a, b) if v.removesuffix("e") in r.predicate)
    if not doing:
        return f"both hold only if {a.filler} and {b.filler} are the same"
    return f"both hold only if {doing[0].removesuffix('e')}ing it is not {gloss}"
