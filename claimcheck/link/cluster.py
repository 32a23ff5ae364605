"""Topics across documents, and which claims of different documents lie near each other.

Vectors are taken in whole steps of 1e-5, so that every cosine is an exact sum of whole numbers: it does not depend on
the library, the number of threads or what else is in the product. Rows are put in an order of their own first, so that
nothing depends on the order in which the documents were given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32] | NDArray[np.float64]
    Whole = NDArray[np.float64]  # whole numbers in float64, which holds them and their sums of products exactly
    Indices = NDArray[np.int64]

# Average cosine distance up to which claims are one topic (all-MiniLM-L6-v2, figures hidden). Chosen on sentences of
# 14 labelled news stories, so the figures flatter it: 64 % of the labelled pairs about one fact fall together, and 12 %
# of all pairs across documents; at 0.5 it is 44 % and 5 %, at 0.7 it is 77 % and 23 %. With all stories in one heap,
# 95 % of the sentences are in a topic where their own story is the largest.
TOPIC_DISTANCE = 0.6
# Agglomerative clustering keeps all distances: 4 s and 0.3 GB for this many rows, 20 s and 1 GB for twice as many. More
# are parted by their nearest neighbours first.
MAX_ROWS = 5_000
GRAPH_NEIGHBOURS = 15
TIGHTEN = 0.8  # by how much the distance shrinks where a part is still too large
CLOSEST = 0.02  # a part that even this distance does not divide says the same thing throughout

STEPS = 100_000
BLOCK_CELLS = 4_000_000  # cells of a similarity block: 32 MB


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Rows `left` < `right` of different groups."""

    left: int
    right: int
    cosine: float


def topics(vectors: Floats, documents: Sequence[str], *, distance: float = TOPIC_DISTANCE) -> tuple[int, ...]:
    """A topic for each row, numbered from 0 by first appearance. `documents` names the document of each row.

    Average-linkage agglomerative clustering on cosine distance (Sokal and Michener 1958). Above MAX_ROWS the rows are
    first parted into the connected components of their nearest-neighbour graph.
    """
    if len(vectors) < 2:
        return (0,) * len(vectors)
    whole = _whole(vectors)
    order = _order(whole, documents)
    labels = _topics(whole[order], distance)
    by_row = dict(zip(order, labels, strict=True))
    numbers: dict[int, int] = {}
    return tuple(numbers.setdefault(by_row[row], len(numbers)) for row in range(len(vectors)))


def neighbours(
    vectors: Floats, groups: Sequence[str], k: int, threshold: float, *, mutual: bool = False,
    among: Mapping[str, Sequence[str]] | None = None,
) -> tuple[Neighbours, ...]:
    """Pairs of rows of different groups where one row is among the `k` nearest of its group to the other (`mutual`:
    each to each), with a cosine of at least `threshold`. `among` has for each group those that it is looked for in, as
    they have it; else it is all. Sorted; memory is linear in the number of rows.
    """
    if len(vectors) < 2 or k < 1:
        return ()
    whole = _whole(vectors)
    order = _order(whole, groups)
    whole = whole[order]
    found: dict[tuple[int, int], tuple[float, int]] = {}
    places = {group: list(own) for group, own in groupby(range(len(order)), key=lambda p: groups[order[p]])}
    for group, own in places.items():
        rows = None if among is None else [p for other in among[group] for p in places.get(other, ())]
        for row, column, cosine in _nearest(whole, _few_alike(whole, own, k), k, threshold, rows):
            if not own[0] <= row <= own[-1]:
                pair = (min(order[row], order[column]), max(order[row], order[column]))
                found[pair] = (cosine, found.get(pair, (0.0, 0))[1] + 1)
    least = 2 if mutual else 1
    return tuple(Neighbours(*pair, cosine) for pair, (cosine, seen) in sorted(found.items()) if seen >= least)


def best_elsewhere(vectors: Floats, groups: Sequence[str]) -> list[float]:
    """For each row the largest cosine to a row of another group, minus infinite where there is none."""
    if not len(vectors):
        return []
    import numpy as np

    whole = _whole(vectors)
    order = _order(whole, groups)
    whole = whole[order]
    best = np.full(len(whole), -np.inf)
    step = max(1, BLOCK_CELLS // len(whole))
    for _, found in groupby(range(len(order)), key=lambda place: groups[order[place]]):
        own = list(found)
        later = own[-1] + 1  # each pair of groups once
        for start in range(own[0], later if later < len(whole) else own[0], step):
            stop = min(start + step, later)
            similar = whole[start:stop] @ whole[later:].T
            best[start:stop] = np.maximum(best[start:stop], similar.max(axis=1))
            best[later:] = np.maximum(best[later:], similar.max(axis=0))
    by_row = dict(zip(order, (best / STEPS / STEPS).tolist(), strict=True))
    return [by_row[row] for row in range(len(whole))]


def _whole(vectors: Floats) -> Whole:
    """Rows in whole steps, made of unit length first; a row of nothing is near to nothing."""
    import numpy as np

    rows = np.nan_to_num(np.asarray(vectors, dtype=np.float64))
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    whole: Whole = np.rint(np.divide(rows, norms, out=np.zeros_like(rows), where=norms > 0) * STEPS) + 0.0
    return whole


def _order(whole: Whole, groups: Sequence[str]) -> list[int]:
    """Rows by group, then by content; rows alike in both keep their order, which is that of their document."""
    return sorted(range(len(whole)), key=lambda row: (groups[row], whole[row].tobytes()))


def _few_alike(whole: Whole, rows: Sequence[int], k: int) -> list[int]:
    """`rows` with no more than `k` of one content: further ones could be nobody's `k` nearest."""
    seen: Counter[bytes] = Counter()
    kept = []
    for row in rows:
        content = whole[row].tobytes()
        if seen[content] < k:
            kept.append(row)
        seen[content] += 1
    return kept


def _nearest(
    whole: Whole, columns: Sequence[int], k: int, threshold: float, rows: Sequence[int] | None = None
) -> Iterator[tuple[int, int, float]]:
    """(row, column, cosine) of the `k` nearest of `columns` to every one of `rows`, itself left out; ties to the
    lower."""
    import numpy as np

    chosen = np.asarray(columns, dtype=np.int64)
    looked = np.arange(len(whole)) if rows is None else np.asarray(rows, dtype=np.int64)
    place = np.full(len(whole), -1)
    place[chosen] = np.arange(len(chosen))
    targets = whole[chosen].T
    step = max(1, BLOCK_CELLS // len(chosen))
    for start in range(0, len(looked), step):
        here = looked[start : start + step]
        similar = whole[here] @ targets
        own = place[here]
        similar[np.flatnonzero(own >= 0), own[own >= 0]] = -np.inf
        for row, column in zip(*_best(similar, k, threshold * STEPS * STEPS), strict=True):
            yield int(here[row]), int(chosen[column]), float(similar[row, column]) / STEPS / STEPS


def _best(similar: Whole, k: int, least: float) -> tuple[Indices, Indices]:
    """Row and column numbers of the `k` largest of each row that are at least `least`."""
    import numpy as np

    floor = np.full(len(similar), least)
    if k < similar.shape[1]:
        floor = np.maximum(floor, np.partition(similar, -k, axis=1)[:, -k])
    rows, columns = np.nonzero((similar >= floor[:, None]) & np.isfinite(similar))
    by_rank = np.lexsort((columns, -similar[rows, columns], rows))
    rows, columns = rows[by_rank], columns[by_rank]
    rank = np.arange(len(rows)) - np.searchsorted(rows, rows)
    return rows[rank < k], columns[rank < k]


def _topics(whole: Whole, distance: float) -> list[int]:
    if len(whole) <= MAX_ROWS:
        return _agglomerate(whole, distance)
    distinct: dict[bytes, int] = {}
    alike = [distinct.setdefault(row.tobytes(), len(distinct)) for row in whole]
    rows = whole[_first_of_each(alike)]
    labels = [0] * len(rows)
    used = 0
    for part in _parts(rows, distance):
        inside = _agglomerate(rows[part], distance) if len(part) <= MAX_ROWS else [0] * len(part)
        for row, label in zip(part, inside, strict=True):
            labels[row] = used + label
        used += max(inside) + 1
    return [labels[number] for number in alike]


def _first_of_each(alike: Sequence[int]) -> list[int]:
    firsts: dict[int, int] = {}
    for row, number in enumerate(alike):
        firsts.setdefault(number, row)
    return list(firsts.values())


def _agglomerate(whole: Whole, distance: float) -> list[int]:
    import numpy as np
    from scipy.cluster.hierarchy import fcluster, linkage

    labels = [-1] * len(whole)
    filled = [row for row in range(len(whole)) if whole[row].any()]  # a row of nothing has no cosine
    if len(filled) > 1:
        joined = linkage(whole[filled], method="average", metric="cosine")
        for row, label in zip(filled, fcluster(joined, np.nextafter(distance, 0.0), "distance"), strict=True):
            labels[row] = int(label) - 1
    free = max(labels) + 1
    for row in range(len(whole)):
        if labels[row] < 0:
            labels[row], free = free, free + 1
    return labels


def _parts(whole: Whole, distance: float) -> list[list[int]]:
    """Connected components of the nearest-neighbour graph, those above MAX_ROWS divided at ever smaller distances."""
    import numpy as np

    edges = list(_nearest(whole, range(len(whole)), GRAPH_NEIGHBOURS, 1.0 - distance))
    pairs = np.array([(row, column) for row, column, _ in edges], dtype=np.int64).reshape(-1, 2)
    cosines = np.array([cosine for _, _, cosine in edges], dtype=np.float64)
    done: list[list[int]] = []
    waiting = [list(range(len(whole)))]
    while waiting and distance >= CLOSEST:
        near = pairs[cosines >= 1.0 - distance]
        divided = [part for whole_part in waiting for part in _components(whole_part, near, len(whole))]
        done.extend(part for part in divided if len(part) <= MAX_ROWS)
        waiting = [part for part in divided if len(part) > MAX_ROWS]
        distance *= TIGHTEN
    return sorted(done + waiting)


def _components(part: list[int], pairs: Indices, rows: int) -> list[list[int]]:
    import numpy as np
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    inside = np.zeros(rows, dtype=bool)
    inside[part] = True
    near = pairs[inside[pairs].all(axis=1)]
    graph = coo_array((np.ones(len(near)), (near[:, 0], near[:, 1])), shape=(rows, rows))
    _, labels = connected_components(graph, directed=False)
    members: dict[int, list[int]] = {}
    for row in part:
        members.setdefault(int(labels[row]), []).append(row)
    return list(members.values())
