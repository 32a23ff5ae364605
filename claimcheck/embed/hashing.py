"""Vectors without a model: signed feature hashing of words, word pairs and character n-grams (Weinberger et al. 2009).

They know spelling, not meaning: for tests and --no-model only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING
from zlib import crc32

from claimcheck.backends import Vectors
from claimcheck.embed.shapes import encode_distinct

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DIMENSIONS = 1024
VERSION = 1
LONGEST_WORD = 40
WORD = re.compile(r"[^\W_]+(?:[.,][0-9]+)*")
GRAM_SIZES = (3, 4)
WEIGHTS = {"word": 1.0, "short": 0.3, "pair": 0.5, "gram": 0.25}


class HashingEmbedder:
    """Hashes with CRC-32, so that the vectors are the same in every process and on every machine."""

    __slots__ = ()

    @property
    def name(self) -> str:
        return f"hashing {VERSION}"

    def encode(self, texts: Sequence[str]) -> Vectors:
        return encode_distinct(texts, _encode)


def _encode(texts: list[str]) -> Vectors:
    import numpy as np

    return np.stack([_vector(text) for text in texts]).astype(np.float32)


def _vector(text: str) -> NDArray[np.float64]:
    import numpy as np

    vector = np.zeros(DIMENSIONS, dtype=np.float64)
    for (kind, feature), count in sorted(Counter(_features(text)).items()):
        code = crc32(f"{kind}\x1f{feature}".encode())
        vector[code % DIMENSIONS] += (1.0 if code & 0x8000_0000 else -1.0) * WEIGHTS[kind] * sqrt(count)
    norm = float(np.linalg.norm(vector))
    if norm < 1e-9:  # no word at all, or features that cancel out
        vector[:] = 0.0
        vector[0] = norm = 1.0
    return vector / norm


def _features(text: str) -> Iterator[tuple[str, str]]:
    words = [word[:LONGEST_WORD] for word in WORD.findall(text.casefold())]
    for word in words:
        yield ("word" if len(word) > 3 or word[0].isdigit() else "short"), word
        if len(word) > 3:
            bounded = f"<{word}>"
            for size in GRAM_SIZES:
                for start in range(len(bounded) - size + 1):
                    yield "gram", bounded[start : start + size]
    for left, right in pairwise(words):
        yield "pair", f"{left} {right}"
