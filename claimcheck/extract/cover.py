"""Choose among the nodes of a chart those that together read the text: no two overlap, longer ones first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.extract.grammar import Node
from claimcheck.model.value import QuantityKind

PRIORITY = {"time": 0, "quantity": 1, "look": 2}  # of two readings of the same words


def cover(nodes: Iterable[Node]) -> list[Node]:
    """The chosen nodes in the order of the text.

    Within a stretch of overlapping nodes the longest is taken first (in tokens), of equally long ones the one with the
    better priority, then the earlier, then the one that is more than a count. Stretches are independent, so the time
    is linear but for sorting each of them.
    """
    chosen: list[Node] = []
    stretch: list[Node] = []
    end = -1
    for node in nodes:
        if node.start >= end and stretch:
            chosen.extend(_best(stretch))
            stretch = []
        stretch.append(node)
        end = max(end, node.end)
    chosen.extend(_best(stretch))
    return chosen


def _bare(node: Node) -> bool:
    """A count: a reading with a unit or as an ordinal says more."""
    return getattr(node.value, "kind", None) is QuantityKind.NUMBER


def _best(stretch: Sequence[Node]) -> list[Node]:
    if len(stretch) < 2:
        return list(stretch)
    taken: list[Node] = []
    free = set(range(stretch[0].start, max(n.end for n in stretch)))
    for node in sorted(stretch, key=lambda n: (n.start - n.end, PRIORITY[n.kind], n.start, _bare(n))):
        tokens = range(node.start, node.end)
        if node.start in free and node.end - 1 in free and all(i in free for i in tokens):
            taken.append(node)
            free.difference_update(tokens)
    return sorted(taken, key=lambda n: n.start)
