"""Vectors that were computed once."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.backends import Vectors, embedder
from claimcheck.cache.store import Cache
from claimcheck.embed.cached import CachedEmbedder
from claimcheck.embed.shapes import ROWS, STEP, blocks

TEXTS = ["The mine reopens in May.", "Ten were hurt.", "The mine reopens in May.", ""]


class Counting:
    """The hashing back end, and what it was asked for."""

    def __init__(self, name: str = "counting 1") -> None:
        self.name = name
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.asked.extend(texts)
        return embedder("hashing").encode(texts)


def test_only_texts_not_seen_before_are_encoded(tmp_path: Path) -> None:
    first, second = Counting(), Counting()
    expected = CachedEmbedder(first, Cache(tmp_path)).encode(TEXTS)
    found = CachedEmbedder(second, Cache(tmp_path)).encode([*TEXTS, "New."])
    assert sorted(first.asked) == sorted(set(TEXTS))
    assert second.asked == ["New."]
    assert found[:-1].tobytes() == expected.tobytes()


def test_another_model_finds_nothing_of_this_one(tmp_path: Path) -> None:
    CachedEmbedder(Counting("counting 1"), Cache(tmp_path)).encode(TEXTS)
    other = Counting("counting 2")
    CachedEmbedder(other, Cache(tmp_path)).encode(TEXTS)
    assert len(other.asked) == 3


def test_without_a_folder_it_is_the_embedder_itself() -> None:
    plain = embedder("hashing")
    assert CachedEmbedder(plain, Cache(None)).encode(TEXTS).tobytes() == plain.encode(TEXTS).tobytes()
    assert CachedEmbedder(plain, Cache(None)).name == plain.name


class Constant:
    """A store that answers every question with the same bytes."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def get(self, kind: str, key: str) -> bytes | None:
        return self.data

    def put(self, kind: str, key: str, data: bytes) -> None:
        assert len(data) == 4 * 1024


@given(data=st.binary(max_size=64) | st.sampled_from([b"\x00\x00\x80\x3f", np.full(8, np.nan, "<f4").tobytes()]))
def test_what_is_no_vector_of_this_model_is_computed_again(data: bytes) -> None:
    """Too short, not numbers, not of unit length, or of another width beside fresh ones."""
    plain = embedder("hashing")

    class Mixed(Constant):
        def get(self, kind: str, key: str) -> bytes | None:
            return self.data if key[0] in "01234567" else None

    texts = [f"text {n}" for n in range(12)]
    assert CachedEmbedder(plain, Mixed(data)).encode(texts).tobytes() == plain.encode(texts).tobytes()


@pytest.mark.parametrize("name", ["minilm", "onnx"])
def test_a_second_run_loads_no_model(tmp_path: Path, name: str) -> None:
    if name == "onnx":
        pytest.importorskip("onnx")
        pytest.importorskip("onnxruntime")
    code = (
        "import sys; from claimcheck.backends import embedder; from claimcheck.cache.store import open_cache\n"
        f"v = embedder({name!r}, open_cache()).encode(['The dam held.', 'It rained for 9 days.'])\n"
        "print(v.shape, hash(v.tobytes()), 'torch' in sys.modules, 'onnxruntime' in sys.modules)"
    )
    env = os.environ | {"CLAIMCHECK_CACHE_DIR": str(tmp_path), "PYTHONHASHSEED": "0"}
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env, timeout=120)
        for _ in range(2)
    ]
    first, second = (run.stdout.split() for run in runs)
    assert first[:3] == second[:3]
    assert "True" in first
    assert second[3:] == ["False", "False"]


@given(lengths=st.lists(st.integers(0, 300), max_size=60))
def test_the_width_of_a_block_depends_on_the_text_alone(lengths: list[int]) -> None:
    """Every text is in one block, at the next multiple of STEP tokens, with at most ROWS texts."""
    seen: list[int] = []
    for width, members in blocks(lengths):
        assert width % STEP == 0
        assert 1 <= len(members) <= ROWS
        assert all(width - STEP < max(lengths[i], 1) <= width for i in members)
        seen.extend(members)
    assert sorted(seen) == list(range(len(lengths)))
