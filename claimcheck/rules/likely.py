"""From which probability on that both measure one thing a rule speaks of two values."""

from __future__ import annotations

from claimcheck.link.statement import Pair
from claimcheck.model.standing import Standing
from claimcheck.model.value import Quantity
from claimcheck.rules.rule import Rule


def least(rule: Rule, pair: Pair) -> float:
    """Equal values are evidence themselves; of others that agree more is asked (see the table of rules)."""
    return rule.least if _is_equal(pair) else max(rule.least, rule.least_unequal)


def _is_equal(pair: Pair) -> bool:
    """ "About 60" and "60" are one figure; "more than 60" and "67" are two, and so are "at least 60" and "up to 60"."""
    bases = [v.base for v in (pair.a.fact.value, pair.b.fact.value) if isinstance(v, Quantity)]
    figures = {base.figure for base in bases}
    one = len(figures) == 1 and None not in figures and any(base.is_point for base in bases)
    return pair.standing == Standing.SAME or one
