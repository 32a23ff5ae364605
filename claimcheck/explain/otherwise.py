"""What would have to be otherwise for two facts to end in another way, in one sentence."""

from __future__ import annotations

from math import log2

from claimcheck.link.statement import Pair
from claimcheck.model.explanation import PRIOR, Outcome
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.standing import AGREEING, CONFLICTING, Standing
from claimcheck.model.value import Timex
from claimcheck.rules import RULES, Rule
from claimcheck.rules.likely import least


def otherwise(pair: Pair, outcome: Outcome, found: tuple[Finding, ...]) -> str:
    """For a finding by how much of the evidence it stands, for silence what it would take; "" where that is unknown."""
    if found:
        return _less(pair, found[0]) if estimated(pair) and pair.standing else ""
    if outcome is Outcome.DROPPED:
        return "if that did not stand there, these two would be set against each other"
    rule = _rule_of(pair) if estimated(pair) else None
    if rule and pair.alignment.score < (from_here := least(rule, pair)):
        return f"with {_bits(pair, from_here)} more, from a probability of {from_here:g} on, {rule.name} would speak"
    return ""


def estimated(pair: Pair) -> bool:
    """Whether the score is the probability that both are about one thing: so it is but for roles."""
    return bool(pair.alignment.steps) and pair.alignment.steps[0].startswith(PRIOR)


def _less(pair: Pair, finding: Finding) -> str:
    rule = next(r for r in RULES if r.name == finding.rule)
    from_here = least(rule, pair)
    if not 0 < from_here <= pair.alignment.score:
        return ""
    silent = f"with {_bits(pair, from_here)} less, under a probability of {from_here:g}, {rule.name} would be silent"
    if finding.verdict is Verdict.CONTRADICTION:
        lower = f"with {_bits(pair, rule.likely)} less, under a probability of {rule.likely:g}, it would be a tension"
        return f"{lower}; {silent}"
    return silent


def _bits(pair: Pair, probability: float) -> str:
    return f"{abs(pair.alignment.bits - log2(probability / (1 - probability))):.1f} bits"


def _rule_of(pair: Pair) -> Rule | None:
    """The rule that speaks of values that stand so."""
    timed = isinstance(pair.a.fact.value, Timex)
    if pair.standing in AGREEING:
        name = "same-date" if timed else "same-quantity"
    elif pair.standing in CONFLICTING:
        diverging = pair.standing == Standing.DIVERGING.value
        name = "date-mismatch" if timed else "diverging-bounds" if diverging else "quantity-mismatch"
    else:
        return None
    return next(rule for rule in RULES if rule.name == name)
