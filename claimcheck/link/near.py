"""How near the claims of a story are to each other, without a matrix of all with all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimcheck.link.cluster import best_elsewhere

if TYPE_CHECKING:
    from claimcheck.link.cluster import Floats

DECIMALS = 3
BLOCK = 4_096  # pairs at a time: 40 MB for vectors of 384 dimensions


def nearest(vectors: Floats, documents: Sequence[int]) -> tuple[float, ...]:
    """For each row the cosine to the nearest row of another document, 0 where there is none."""
    return tuple(max(round(cosine, DECIMALS), 0.0) for cosine in best_elsewhere(vectors, [str(d) for d in documents]))


def cosines(vectors: Floats, pairs: Sequence[tuple[int, int]]) -> list[float]:
    """The cosine of each pair of rows, the same for (a, b) and (b, a)."""
    import numpy as np

    found: list[float] = []
    for start in range(0, len(pairs), BLOCK):
        rows = np.array(pairs[start : start + BLOCK], dtype=np.int64)
        left, right = vectors[rows[:, 0]].astype(np.float64), vectors[rows[:, 1]].astype(np.float64)
        found.extend((left * right).sum(axis=1).round(DECIMALS).tolist())
    return found
