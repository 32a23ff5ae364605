"""Nearness within a story, computed in blocks."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.link.near import cosines, nearest


def rows(count: int, seed: int = 0, width: int = 16) -> np.ndarray:
    found = np.random.default_rng(seed).normal(size=(count, width))
    unit: np.ndarray = (found / np.linalg.norm(found, axis=1, keepdims=True)).astype(np.float32)
    return unit


@settings(deadline=None)
@given(seed=st.integers(0, 999), documents=st.lists(st.integers(0, 3), max_size=24))
def test_the_nearest_claim_is_that_of_a_full_matrix(seed: int, documents: list[int]) -> None:
    """Of another document only; 0 where all others point away or there is no other document."""
    vectors = rows(len(documents), seed)
    similar = vectors @ vectors.T
    for row, cosine in enumerate(nearest(vectors, documents)):
        others = [float(similar[row, j]) for j in range(len(documents)) if documents[j] != documents[row]]
        assert cosine == pytest.approx(max([0.0, *others]), abs=0.002)


def test_cosines_do_not_depend_on_the_side() -> None:
    vectors = rows(50)
    pairs = [(i, j) for i in range(50) for j in range(50)]
    assert cosines(vectors, pairs) == cosines(vectors, [(j, i) for i, j in pairs])
    assert cosines(vectors, []) == []


def test_memory_does_not_grow_with_the_square_of_the_claims() -> None:
    """6,000 claims: a matrix of all with all would be 288 MB."""
    vectors = rows(6_000)
    tracemalloc.start()
    nearest(vectors, [row % 3 for row in range(6_000)])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 150_000_000
