"""Why two facts did not even become a pair."""

from __future__ import annotations

from claimcheck.config import Settings
from claimcheck.link.block import BEST, keys_of, kind_of, too_common
from claimcheck.link.near import cosines
from claimcheck.link.statement import Statement
from claimcheck.model.claim import Factuality
from claimcheck.model.fact import Comparison
from claimcheck.model.guard import Guard
from claimcheck.model.value import Quantity
from claimcheck.pipeline import Trace


def why_unpaired(trace: Trace, s: Statement, t: Statement, settings: Settings) -> tuple[str, str, float | None]:
    """The guard where one has a name for it, the reason, and the cosine of the two claims where that is what counts."""
    kinds = {kind_of(s), kind_of(t)}
    a, b = s.fact.measure.dimension, t.fact.measure.dimension
    if kinds == {"comparison", "quantity"} and a == b:
        return *_reasoned(s, t), None
    if len(kinds) > 1:
        one, other = sorted(kinds)
        return "", f"{_one(one)} and {_one(other)} are not put against each other", None
    if a != b:
        return Guard.UNIT.value, " against ".join(sorted((a, b))), None
    if t.document not in trace.against.of[s.document]:
        return "", "in a story of so many documents these two are not set against each other", None
    (cosine,) = cosines(trace.vectors, [(s.row, t.row)])
    keys = [keys_of(x, trace.mentions.get(x.number)) for x in (s, t)]
    common = sorted(set(keys[0]) & set(keys[1]))
    if common:
        facts = sum(common[0] in keys_of(x, trace.mentions.get(x.number)) for x in trace.story.statements)
        if too_common(facts, len(trace.against.of)):
            return "", f"{facts:,} facts of the story share {common[0]}: it pairs none of them", cosine
        return "", f"in a story of so many documents a fact keeps its {BEST} best partners in each other one", cosine
    if s.number in trace.mentions:
        return "", "no key in common, and what stands around other figures or times is more like it", cosine
    if cosine < settings.nearness:
        return "", f"no key in common, and the claims are not near (a cosine of {settings.nearness:g} would do)", cosine
    return "", "no key in common, and other claims are nearer", cosine


def _one(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeio' else 'a'} {kind}"


def _reasoned(s: Statement, t: Statement) -> tuple[str, str]:
    """What the rule comparison-conflict makes of a comparison and an amount that are in no finding together."""
    comparison, amount = (s, t) if isinstance(s.fact.value, Comparison) else (t, s)
    value, event = comparison.fact.value, amount.fact.measure.event
    if not isinstance(value, Comparison) or not isinstance(amount.fact.value, Quantity):
        raise TypeError("not a comparison and an amount")
    if Factuality.POSSIBLE in (s.claim.factuality, t.claim.factuality):
        return Guard.HYPOTHETICAL.value, "what is only possible binds nothing"
    if comparison.fact.negated or amount.fact.value.vague:
        return "", "a comparison that is denied, or a vague amount, binds nothing"
    if event not in (value.left, value.right):
        known = (event, value.left, value.right)
        return Guard.OTHER_EVENT.value, "{} against {} and {}".format(*(name or "unknown" for name in known))
    return "", "the rule comparison-conflict found that they hold together"
