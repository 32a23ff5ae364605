"""Candidates as comparisons: what each feature may look at, with how much better other pairs fit."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import fsum
from typing import NamedTuple

from claimcheck.link.features.levels import likeness
from claimcheck.link.statement import Candidate
from claimcheck.link.types import Comparison, FactMention
from claimcheck.link.wording import frame
from claimcheck.model.value import is_former

# Documents and dimension: within these a pair has rivals.
_Field = tuple[int, int, str]


class _Drawn(NamedTuple):
    """A candidate before its rivals are known; `alike` is the mean of how alike claims, near words and words are."""

    field: _Field
    a: FactMention
    b: FactMention
    similar: float
    near: float
    words: float
    alike: float


def comparisons(
    candidates: Sequence[Candidate], mentions: Mapping[int, FactMention], contexts: Sequence[float],
) -> list[Comparison]:
    """One for each candidate, in their order; all hold figures or times of one dimension, or occurrences. `contexts` is
    what the encoder says of each.

    No figure or time is looked at: neither one of the pair nor one of its rivals.
    """
    drawn = [_draw(c, mentions) for c in candidates]
    best: defaultdict[tuple[_Field, int], float] = defaultdict(float)
    nearest: defaultdict[tuple[int, int, int], float] = defaultdict(float)
    for d in drawn:
        for mention in (d.a, d.b):
            key = (d.field, mention.statement.number)
            best[key] = max(best[key], d.alike)
            claim = (*d.field[:2], mention.statement.row)
            nearest[claim] = max(nearest[claim], d.similar)
    counts = Counter((m.statement.document, m.measure.dimension) for m in mentions.values()
                     if not is_former(m.statement.fact.value))
    found: list[Comparison] = []
    for d, context in zip(drawn, contexts, strict=True):
        sides = (d.a, d.b)
        behind = [round(best[d.field, m.statement.number] - d.alike, 6) for m in sides]
        farther = [round(nearest[(*d.field[:2], m.statement.row)] - d.similar, 6) for m in sides]
        rivals = [max(1, counts[m.statement.document, m.measure.dimension]) for m in sides]
        found.append(Comparison(d.a, d.b, d.similar, d.near, d.words, frame(d.a.statement, d.b.statement),
                                (behind[0], behind[1]), (farther[0], farther[1]), (rivals[0], rivals[1]), context))
    return found


def _draw(candidate: Candidate, mentions: Mapping[int, FactMention]) -> _Drawn:
    a, b = mentions[candidate.a.number], mentions[candidate.b.number]
    similar, near, words = max(0.0, candidate.similarity), likeness(a.near, b.near), likeness(a.words, b.words)
    return _Drawn(candidate.field, a, b, similar, near, words, fsum((near, words, similar)) / 3)
