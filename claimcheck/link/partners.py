"""Which documents of a story are set against each other: all where they are few, and of many those that add something.

In a story of many sources most pairs of documents repeat what other pairs tell, and their number grows with its square.
There each document, in canonical order and so from the oldest on, is set against a few earlier ones. What it tells
under a key in words that an earlier one had (a wire copy) asks for that one only; what it tells in words of its own
asks for the wordings before it, the latest ones. Those that most is asked of are chosen, each key
counting by its rarity; where keys choose fewer, the latest ones before it fill up.
Two documents are compared as a whole or not at all: what a link is worth hangs on its rivals in the two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from math import log2

# Up to so many documents each is set against every other one.
ALL = 12
# So many earlier wordings of a key a new one is set against, and so many documents each document chooses at most.
WORDINGS = 3
CHOSEN = 3
LESS = 0.25

# By document, the words of the statements under each key.
Told = Sequence[Mapping[str, frozenset[str]]]


@dataclass(frozen=True, slots=True)
class Partners:
    """`of[d]` are the documents that `d` is set against, in order."""

    of: tuple[tuple[int, ...], ...]

    @property
    def pairs(self) -> int:
        return sum(map(len, self.of)) // 2

    @property
    def left_out(self) -> int:
        """Pairs of documents that are not set against each other."""
        return len(self.of) * (len(self.of) - 1) // 2 - self.pairs

    @property
    def all(self) -> bool:
        return not self.left_out


def everyone(documents: int) -> Partners:
    return Partners(tuple(tuple(o for o in range(documents) if o != d) for d in range(documents)))


def partners(told: Told) -> Partners:
    """`told` are the documents of a story in canonical order."""
    if len(told) <= ALL:
        return everyone(len(told))
    spread = Counter(key for keys in told for key in keys)
    worth = {key: 1.0 + log2(len(told) / n) for key, n in spread.items()}
    known: defaultdict[str, _Wordings] = defaultdict(_Wordings)
    found: list[set[int]] = [set() for _ in told]
    for document, keys in enumerate(told):
        chosen = _chosen([(worth[key], known[key].wanted(words)) for key, words in keys.items()])
        latest = (other for other in range(document - 1, -1, -1) if other not in chosen)
        for other in (*chosen, *islice(latest, CHOSEN - len(chosen))):
            found[document].add(other)
            found[other].add(document)
        for key, words in keys.items():
            known[key].add(words, document)
    return Partners(tuple(tuple(sorted(some)) for some in found))


@dataclass(slots=True)
class _Wordings:
    """The wordings of one key so far, each with the first document that has it."""

    first: dict[frozenset[str], int] = field(default_factory=dict)
    latest: list[int] = field(default_factory=list)

    def wanted(self, words: frozenset[str]) -> list[int]:
        if words in self.first:
            return [self.first[words]]
        return self.latest[: -WORDINGS - 1 : -1]

    def add(self, words: frozenset[str], document: int) -> None:
        if words not in self.first:
            self.first[words] = document
            self.latest.append(document)


def _chosen(wants: Sequence[tuple[float, Sequence[int]]]) -> list[int]:
    """Documents by what all keys want of them, the later one first where it is as much. A key that has one is worth
    LESS of itself: what few documents tell is not to wait for all that is told everywhere."""
    worth = [worth for worth, _ in wants]
    asking: defaultdict[int, list[int]] = defaultdict(list)
    for number, (_, documents) in enumerate(wants):
        for document in documents:
            asking[document].append(number)
    chosen: list[int] = []
    while asking and len(chosen) < CHOSEN:
        best = max(asking, key=lambda d: (sum(worth[n] for n in asking[d]), d))
        for number in asking.pop(best):
            worth[number] *= LESS
        chosen.append(best)
    return chosen
