"""Fixed shapes, which make the vectors of every embedding back end repeatable.

A matrix product may round differently for another number of rows or another padding, so the vector of a text would
depend on the texts that happen to be encoded with it. Therefore models only ever see blocks of ROWS texts that are
padded to the next multiple of STEP tokens: the shape a text is computed in depends on that text alone. Measured for
torch and onnxruntime: the same bytes for any order, any subset, one thread or two, at no loss of speed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from claimcheck.backends import Vectors

ROWS = 2  # of 26 sentences a third would be filler in blocks of four; one in a block is slower where there are many
STEP = 8
DECIMALS = 5  # what is left of other machines' rounding is far below this
MAX_CHARACTERS = 16_384  # models read some 256 tokens; the rest of a sentence without end is not even tokenised


def encode_distinct(texts: Sequence[str], encode: Callable[[list[str]], Vectors]) -> Vectors:
    """`encode` called once, with the distinct texts made safe and sorted; rows rounded and given back in order."""
    import numpy as np

    safe = [well_formed(text) for text in texts]
    distinct = sorted(set(safe))
    if not distinct:
        return np.zeros((0, 0), dtype=np.float32)
    row = {text: i for i, text in enumerate(distinct)}
    vectors = np.round(encode(distinct).astype(np.float64), DECIMALS).astype(np.float32)
    return vectors[[row[text] for text in safe]] + np.float32(0)  # adding zero turns -0.0 into 0.0


def blocks(lengths: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """(width in tokens, indices of the texts) of every block; the last of a width may hold fewer than ROWS."""
    by_width: defaultdict[int, list[int]] = defaultdict(list)
    for index, length in enumerate(lengths):
        by_width[-(-max(length, 1) // STEP) * STEP].append(index)
    for width in sorted(by_width):
        members = by_width[width]
        for start in range(0, len(members), ROWS):
            yield width, members[start : start + ROWS]


def well_formed(text: str) -> str:
    """The start of the text that models read, without lone surrogates, which tokenizers refuse."""
    return text[:MAX_CHARACTERS].encode("utf-8", "replace").decode("utf-8")
