"""What is compared with what: slot keys UNION embedding neighbours.

A statement has a few cheap keys; statements of different documents that share one are a candidate pair. Embeddings add
the pairs whose words differ. Each pair keeps the first key that made it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from claimcheck.link.statement import Candidate, Statement
from claimcheck.model.fact import Comparison, Measure, Occurrence, Role
from claimcheck.model.value import Quantity, Timex

if TYPE_CHECKING:
    import numpy as np

# Claims nearer than this are compared fact by fact even without a common key (cosine, all-MiniLM-L6-v2).
NEIGHBOUR = 0.5
# A key with more statements than this says too little; its statements still meet through other keys.
MAX_BLOCK = 120


def candidates(statements: Sequence[Statement], vectors: np.ndarray) -> tuple[Candidate, ...]:
    """Pairs of statements of one kind from different documents; `vectors` are rows of unit length, one a claim."""
    found: dict[tuple[int, int], str] = {}
    for key, block in _blocks(statements).items():
        if len(block) <= MAX_BLOCK:
            for a, b in combinations(block, 2):
                if a.document != b.document:
                    found.setdefault((a.number, b.number), key)
    similarity = vectors @ vectors.T if len(vectors) else vectors
    for a, b in _neighbours(statements, similarity):
        found.setdefault((a.number, b.number), "embedding")
    by_number = {s.number: s for s in statements}
    return tuple(
        Candidate(by_number[i], by_number[j], key, round(float(similarity[by_number[i].row, by_number[j].row]), 3))
        for (i, j), key in sorted(found.items())
    )


def kind_of(statement: Statement) -> str:
    """Facts are compared within one kind only."""
    value = statement.fact.value
    match value:
        case Quantity():
            return "quantity"
        case Timex():
            return "time"
        case Comparison():
            return "comparison"
        case Role():
            return "role"
        case Occurrence():
            return "occurrence"


def _keys(statement: Statement) -> Iterator[str]:
    measure: Measure = statement.fact.measure
    kind = kind_of(statement)
    if measure.event:
        yield f"{kind}:{measure.dimension}:event={measure.event}"
    if measure.head:
        yield f"{kind}:{measure.dimension}:head={measure.head}"


def _blocks(statements: Sequence[Statement]) -> dict[str, list[Statement]]:
    blocks: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        for key in _keys(statement):
            blocks[key].append(statement)
    return {key: blocks[key] for key in sorted(blocks)}


def _neighbours(statements: Sequence[Statement], similarity: np.ndarray) -> Iterator[tuple[Statement, Statement]]:
    by_row: defaultdict[tuple[int, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        by_row[statement.row, f"{kind_of(statement)}:{statement.fact.measure.dimension}"].append(statement)
    by_kind: defaultdict[str, list[int]] = defaultdict(list)
    for row, kind in by_row:
        by_kind[kind].append(row)
    for kind, rows in by_kind.items():
        for i, j in combinations(sorted(rows), 2):
            if similarity[i, j] >= NEIGHBOUR:
                for a in by_row[i, kind]:
                    for b in by_row[j, kind]:
                        if a.document != b.document:
                            yield (a, b) if a.number < b.number else (b, a)
