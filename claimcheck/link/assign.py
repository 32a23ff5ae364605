"""Which of the comparable pairs stand.

An article that names several figures of one kind is read so that figures that agree belong together: a mismatch is
dropped where either side agrees as well with another statement of the other document, and kept only between statements
that are each other's best match.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.link.statement import Pair, Statement

# A mismatch must fit better than an agreement by this much to stand beside it.
MARGIN = 0.12


def assign(pairs: Sequence[Pair], agreeing: frozenset[str], conflicting: frozenset[str]) -> tuple[Pair, ...]:
    """The pairs that stand, in their order; the standings named in neither set pass through."""
    agreed: dict[tuple[int, int], float] = {}
    best: dict[tuple[int, int], float] = {}
    for pair in pairs:
        table = agreed if pair.standing in agreeing else best if pair.standing in conflicting else None
        if table is not None:
            for key in _keys(pair):
                table[key] = max(table.get(key, 0.0), pair.alignment.score)
    kept = []
    for pair in pairs:
        if pair.standing in conflicting:
            score = pair.alignment.score
            if any(score < agreed.get(k, -1.0) + MARGIN for k in _keys(pair)):
                continue
            if any(score < best[k] for k in _keys(pair)):
                continue
        kept.append(pair)
    return tuple(kept)


def _keys(pair: Pair) -> tuple[tuple[int, int], tuple[int, int]]:
    return _key(pair.a, pair.b), _key(pair.b, pair.a)


def _key(mine: Statement, other: Statement) -> tuple[int, int]:
    return mine.number, other.document
