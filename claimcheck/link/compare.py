"""Candidates as comparisons: what each feature may look at, with how much better other pairs fit."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import fsum

from claimcheck.link.features.levels import likeness
from claimcheck.link.statement import Candidate
from claimcheck.link.types import Comparison, FactMention
from claimcheck.model.value import is_former

# Documents and dimension: within these a pair has rivals.
_Field = tuple[int, int, str]


def comparisons(
    candidates: Sequence[Candidate], mentions: Mapping[int, FactMention], contexts: Sequence[float],
) -> list[Comparison]:
    """One for each candidate, in their order; all hold figures or times of one dimension. `contexts` is what the
    encoder says of each.

    No value is looked at: neither one of the pair nor one of its rivals.
    """
    drawn = [_draw(c, mentions) for c in candidates]
    best: defaultdict[tuple[_Field, int], float] = defaultdict(float)
    nearest: defaultdict[tuple[int, int, int], float] = defaultdict(float)
    for field, a, b, similar, alike in drawn:
        for mention in (a, b):
            key = (field, mention.statement.number)
            best[key] = max(best[key], alike)
            claim = (*field[:2], mention.statement.row)
            nearest[claim] = max(nearest[claim], similar)
    counts = Counter((m.statement.document, m.measure.dimension) for m in mentions.values()
                     if not is_former(m.statement.fact.value))
    found: list[Comparison] = []
    for (field, a, b, similar, alike), context in zip(drawn, contexts, strict=True):
        sides = (a, b)
        behind = [round(best[field, m.statement.number] - alike, 6) for m in sides]
        farther = [round(nearest[(*field[:2], m.statement.row)] - similar, 6) for m in sides]
        rivals = [max(1, counts[m.statement.document, m.measure.dimension]) for m in sides]
        found.append(Comparison(a, b, similar, (behind[0], behind[1]), (farther[0], farther[1]),
                                (rivals[0], rivals[1]), context))
    return found


def _draw(
    candidate: Candidate, mentions: Mapping[int, FactMention]
) -> tuple[_Field, FactMention, FactMention, float, float]:
    a, b = mentions[candidate.a.number], mentions[candidate.b.number]
    similar = max(0.0, candidate.similarity)
    alike = fsum((likeness(a.near, b.near), likeness(a.words, b.words), similar)) / 3
    return candidate.field, a, b, similar, alike
