"""Is it one match that two scores or days are of? Two matches have other parties, other occasions or another winner."""

from __future__ import annotations

from claimcheck.lexicon.deeds import BEAT, deed_of, two_matches
from claimcheck.link.parties import SAME_HEAD, crossed, fit
from claimcheck.link.statement import Candidate, Statement
from claimcheck.model.fact import Occurrence
from claimcheck.model.value import Quantity, QuantityKind


def other_match(candidate: Candidate) -> str:
    """What tells two matches apart, "" where nothing does; a swapped winner tells two days apart as well."""
    mine, others = _wins(candidate.a), _wins(candidate.b)
    swapped = next((x for x in mine for y in others if crossed(x, y)), None)
    if swapped is not None:
        return f"{swapped.agent.text} and {swapped.theme.text} change places"
    if not all(_is_score(s) for s in (candidate.a, candidate.b)):
        return ""
    if mine and others and not any(_same_sides(x, y) for x in mine for y in others):
        return f"{mine[0].theme.text} against {others[0].theme.text}"
    return two_matches(candidate.a.claim.text, candidate.b.claim.text, scores=True)


def _wins(statement: Statement) -> list[Occurrence]:
    values = (f.value for f in statement.claim.facts)
    return [v for v in values if isinstance(v, Occurrence) and v.agent.text and v.theme.text
            and deed_of(v.predicate) == BEAT]


def _same_sides(a: Occurrence, b: Occurrence) -> bool:
    return min(fit(a.agent, b.agent), fit(a.theme, b.theme)) >= SAME_HEAD


def _is_score(statement: Statement) -> bool:
    value = statement.fact.value
    return isinstance(value, Quantity) and value.kind is QuantityKind.SCORE
