"""What is compared with what: slot keys UNION embedding neighbours UNION like contexts.

A statement has a few cheap keys; statements of different documents that share one are a candidate pair. Embeddings add
the pairs whose words differ, for figures and times those of what stands around them, too: of 79 values changed on
purpose seven had no common key and no near claim, and with the two most like contexts of each other document none is
left. Each pair keeps the first key that made it.

In a story of many documents (partners.py) only those that are set against each other are looked at, and of two of them
each statement keeps its best partners: those that share its rarest key, and of these the nearest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, product
from typing import TYPE_CHECKING

from claimcheck.link.cluster import neighbours
from claimcheck.link.near import cosines
from claimcheck.link.partners import Partners, partners
from claimcheck.link.statement import Candidate, Statement
from claimcheck.link.types import FactMention
from claimcheck.model.fact import Comparison, Measure, Occurrence, Role
from claimcheck.model.limits import DEFAULTS, over_story
from claimcheck.model.value import Quantity, Timex

if TYPE_CHECKING:
    import numpy as np

# Claims nearer than this are compared fact by fact even without a common key (cosine, all-MiniLM-L6-v2).
NEIGHBOUR = 0.5
# A key with more statements than this, and than so many a document, says too little; its statements still meet through
# other keys.
MAX_BLOCK, A_DOCUMENT = 120, 10
# So many claims of each other document are near enough, and so many facts of one kind in one claim.
MAX_NEIGHBOURS = 40
MAX_FACTS = 40
# So many mentions of each other document are in a context like that of a mention: of 435 agreements and conflicts that
# were written 180 are found with two, and 155 with none.
IN_CONTEXT = 2
# So many partners of a statement in another document are its best, in a story of many documents.
BEST = 2
# So many times as many pairs as are judged may be looked at to find these.
LOOKED_AT = 5


def candidates(
    statements: Sequence[Statement], vectors: np.ndarray, documents: Sequence[int],
    mentions: Mapping[int, FactMention], contexts: np.ndarray, against: Partners, *, most: int = MAX_NEIGHBOURS,
    nearness: float = NEIGHBOUR, limit: int = DEFAULTS.pairs,
) -> tuple[Candidate, ...]:
    """Pairs of statements of one kind from documents that are set `against` each other; `vectors` are rows of unit
    length, one a claim, and `documents` the document of each row. At most `most` claims of each other document are
    neighbours of a claim, and only those with a cosine of at least `nearness`. Raises LimitError where there are more
    than `limit` pairs."""
    blocks = _blocks(statements, mentions)
    near = ((a, b, "embedding") for a, b in _near(statements, vectors, documents, against, most, nearness))
    alike = ((a, b, "context") for a, b in _in_like_contexts(mentions, contexts, against))
    looked_at = limit if against.all else LOOKED_AT * limit
    found: dict[tuple[int, int], str] = {}
    for a, b, key in chain(_sharing(blocks, against), near, alike):
        found.setdefault((a.number, b.number), key)
        _check(len(found), looked_at, limit)
    by_number = {s.number: s for s in statements}
    pairs = [(by_number[i], by_number[j], key) for (i, j), key in sorted(found.items())]
    similar = cosines(vectors, [(a.row, b.row) for a, b, _ in pairs])
    made = tuple(Candidate(a, b, key, cosine) for (a, b, key), cosine in zip(pairs, similar, strict=True))
    best = made if against.all else _best(made, mentions, blocks)
    _check(len(best), limit, limit)
    return best


def documents_compared(statements: Sequence[Statement], mentions: Mapping[int, FactMention], number: int) -> Partners:
    """Which of the `number` documents of a story are set against each other, by the keys of their statements."""
    told: list[defaultdict[str, set[str]]] = [defaultdict(set) for _ in range(number)]
    for statement in statements:
        for key in keys_of(statement, mentions.get(statement.number)):
            told[statement.document][key].add(statement.claim.text)
    return partners([{key: frozenset(words) for key, words in sorted(keys.items())} for keys in told])


def too_common(statements: int, documents: int) -> bool:
    """Whether a key that so many statements of a story have pairs none of them."""
    return statements > max(MAX_BLOCK, A_DOCUMENT * documents)


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


def _sharing(
    blocks: Mapping[str, Sequence[Statement]], against: Partners
) -> Iterator[tuple[Statement, Statement, str]]:
    for key, block in blocks.items():
        if too_common(len(block), len(against.of)):
            continue
        told: defaultdict[int, list[Statement]] = defaultdict(list)
        for statement in block:
            told[statement.document].append(statement)
        for document, some in told.items():
            for other in against.of[document]:
                if other > document and other in told:
                    yield from ((a, b, key) for a, b in product(some, told[other]))


def _best(
    made: Sequence[Candidate], mentions: Mapping[int, FactMention], blocks: Mapping[str, Sequence[Statement]]
) -> tuple[Candidate, ...]:
    """Those that are among the BEST of one of their two statements in the document of the other one."""
    common = {key: len(block) for key, block in blocks.items()}
    statements = {s.number: s for c in made for s in (c.a, c.b)}
    keys = {n: frozenset(keys_of(s, mentions.get(n))) for n, s in statements.items()}
    rank = {}
    for c in made:
        rarest = min([common[key] for key in keys[c.a.number] & keys[c.b.number]], default=len(made))
        rank[c.a.number, c.b.number] = (rarest, -c.similarity)
    sides: defaultdict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for c in made:
        sides[c.a.number, c.b.document].append((c.a.number, c.b.number))
        sides[c.b.number, c.a.document].append((c.a.number, c.b.number))
    kept = {pair for some in sides.values() for pair in sorted(some, key=lambda pair: (rank[pair], pair))[:BEST]}
    return tuple(c for c in made if (c.a.number, c.b.number) in kept)


def _check(pairs: int, most: int, limit: int) -> None:
    if pairs > most:
        raise over_story("pairs of facts to compare", limit, "pairs")


def _near(
    statements: Sequence[Statement], vectors: np.ndarray, documents: Sequence[int], against: Partners, most: int,
    nearness: float,
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
    beside = [str(documents[row]) for row in rows]
    for pair in neighbours(vectors[rows], beside, most, nearness, among=_among(against)):
        left, right = by_row[rows[pair.left]], by_row[rows[pair.right]]
        for kind in left.keys() & right.keys():
            for a in left[kind]:
                for b in right[kind]:
                    yield (a, b) if a.number < b.number else (b, a)


def _among(against: Partners) -> dict[str, list[str]] | None:
    """In which documents `neighbours` looks for those of each; None for all."""
    return None if against.all else {str(d): [str(o) for o in others] for d, others in enumerate(against.of)}


def _in_like_contexts(
    mentions: Mapping[int, FactMention], contexts: np.ndarray, against: Partners
) -> Iterator[tuple[Statement, Statement]]:
    """Each mention with those of its dimension that the encoder of contexts finds nearest in each other document."""
    if not len(contexts):
        return
    among = _among(against)
    places: defaultdict[str, list[int]] = defaultdict(list)
    ordered = sorted(mentions.values(), key=lambda m: (m.statement.document, m.statement.number))
    for place, mention in enumerate(ordered):
        places[mention.measure.dimension].append(place)
    for rows in places.values():
        documents = [str(ordered[row].statement.document) for row in rows]
        for pair in neighbours(contexts[rows], documents, IN_CONTEXT, -1.0, among=among):
            a, b = ordered[rows[pair.left]].statement, ordered[rows[pair.right]].statement
            yield (a, b) if a.number < b.number else (b, a)
