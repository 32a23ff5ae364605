"""What is compared with what: slot keys UNION embedding neighbours.

A statement has a few cheap keys; statements of different documents that share one are a candidate pair. Embeddings add
the pairs whose words differ. Each pair keeps the first key that made it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from claimcheck.link.cluster import neighbours
from claimcheck.link.near import cosines
from claimcheck.link.statement import Candidate, Statement
from claimcheck.link.types import FactMention
from claimcheck.model.fact import Comparison, Measure, Occurrence, Role
from claimcheck.model.limits import DEFAULTS, over_story
from claimcheck.model.value import Quantity, Timex

if TYPE_CHECKING:
    import numpy as np

# Claims nearer than this are compared fact by fact even without a common key (cosine, all-MiniLM-L6-v2).
NEIGHBOUR = 0.5
# A key with more statements than this says too little; its statements still meet through other keys.
MAX_BLOCK = 120
# So many claims of each other document are near enough, and so many facts of one kind in one claim.
MAX_NEIGHBOURS = 40
MAX_FACTS = 40


def candidates(
    statements: Sequence[Statement], vectors: np.ndarray, documents: Sequence[int],
    mentions: Mapping[int, FactMention], *, most: int = MAX_NEIGHBOURS, nearness: float = NEIGHBOUR,
    limit: int = DEFAULTS.pairs,
) -> tuple[Candidate, ...]:
    """Pairs of statements of one kind from different documents; `vectors` are rows of unit length, one a claim, and
    `documents` the document of each row. At most `most` claims of each other document are neighbours of a claim, and
    only those with a cosine of at least `nearness`. Raises LimitError where there are more than `limit` pairs."""
    found: dict[tuple[int, int], str] = {}
    for key, block in _blocks(statements, mentions).items():
        if len(block) <= MAX_BLOCK:
            for a, b in combinations(block, 2):
                if a.document != b.document:
                    found.setdefault((a.number, b.number), key)
        if len(found) > limit:
            raise over_story("pairs of facts to compare", limit, "pairs")
    for a, b in _near(statements, vectors, documents, most, nearness):
        found.setdefault((a.number, b.number), "embedding")
        if len(found) > limit:
            raise over_story("pairs of facts to compare", limit, "pairs")
    by_number = {s.number: s for s in statements}
    pairs = [(by_number[i], by_number[j], key) for (i, j), key in sorted(found.items())]
    similar = cosines(vectors, [(a.row, b.row) for a, b, _ in pairs])
    return tuple(Candidate(a, b, key, cosine) for (a, b, key), cosine in zip(pairs, similar, strict=True))


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


def keys_of(statement: Statement, mention: FactMention | None) -> Iterator[str]:
    """The keys by which a statement meets others: no value is one of them."""
    measure: Measure = statement.fact.measure
    kind = kind_of(statement)
    if measure.event:
        yield f"{kind}:{measure.dimension}:event={measure.event}"
    if measure.head:
        yield f"{kind}:{measure.dimension}:head={measure.head}"
    if mention is not None:
        for word in mention.near:
            yield f"{kind}:{measure.dimension}:word={word}"


def _blocks(statements: Sequence[Statement], mentions: Mapping[int, FactMention]) -> dict[str, list[Statement]]:
    blocks: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        if isinstance(statement.fact.value, Comparison):
            continue  # the rule comparison-conflict puts them together
        for key in keys_of(statement, mentions.get(statement.number)):
            blocks[key].append(statement)
    return {key: blocks[key] for key in sorted(blocks)}


def _near(
    statements: Sequence[Statement], vectors: np.ndarray, documents: Sequence[int], most: int, nearness: float
) -> Iterator[tuple[Statement, Statement]]:
    by_row: defaultdict[int, defaultdict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for statement in statements:
        if isinstance(statement.fact.value, Comparison):
            continue
        some = by_row[statement.row][f"{kind_of(statement)}:{statement.fact.measure.dimension}"]
        if len(some) < MAX_FACTS:
            some.append(statement)
    # Only claims with a fact: the places of the neighbours are not for those with nothing to compare.
    rows = sorted(by_row)
    for pair in neighbours(vectors[rows], [str(documents[row]) for row in rows], most, nearness):
        left, right = by_row[rows[pair.left]], by_row[rows[pair.right]]
        for kind in left.keys() & right.keys():
            for a in left[kind]:
                for b in right[kind]:
                    yield (a, b) if a.number < b.number else (b, a)
