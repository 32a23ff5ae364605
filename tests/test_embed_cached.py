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

from claimcheck.backends import Embedder, Store, Vectors, embedder
from claimcheck.cache.store import Cache
from claimcheck.embed.cached import encode_groups
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


def encode(model: Embedder, groups: Sequence[Sequence[str]], store: Store) -> list[bytes]:
    return [rows.tobytes() for rows in encode_groups(model, groups, store)]


def test_only_documents_not_seen_before_are_encoded(tmp_path: Path) -> None:
    first, second = Counting(), Counting()
    expected = encode(first, [TEXTS, ["Other."]], Cache(tmp_path))
    found = encode(second, [["New.", "Newer."], TEXTS], Cache(tmp_path))
    assert first.asked == [*TEXTS, "Other."]
    assert second.asked == ["New.", "Newer."]
    assert found[1] == expected[0]


def test_another_model_finds_nothing_of_this_one(tmp_path: Path) -> None:
    encode(Counting("counting 1"), [TEXTS], Cache(tmp_path))
    other = Counting("counting 2")
    encode(other, [TEXTS], Cache(tmp_path))
    assert other.asked == TEXTS


def test_without_a_folder_it_is_the_embedder_itself() -> None:
    """A document without a claim has no rows."""
    plain = embedder("hashing")
    some, none = encode_groups(plain, [TEXTS, []], Cache(None))
    assert some.tobytes() == plain.encode(TEXTS).tobytes()
    assert none.shape == (0, 0)


class Constant:
    """A store that answers some questions with the same bytes."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def get(self, kind: str, key: str) -> bytes | None:
        return self.data if key[0] in "01234567" else None

    def put(self, kind: str, key: str, data: bytes) -> None:
        assert len(data) % (4 * 1024) == 0


@given(data=st.binary(max_size=64) | st.sampled_from([b"\x00\x00\x80\x3f", np.full(8, np.nan, "<f4").tobytes()]))
def test_what_is_no_vector_of_this_model_is_computed_again(data: bytes) -> None:
    """Too short, not numbers, not of unit length, or of another width beside fresh ones."""
    groups = [[f"text {n}", *["more"] * (n % 2)] for n in range(12)]
    plain = embedder("hashing")
    assert encode(plain, groups, Constant(data)) == encode(plain, groups, Cache(None))


@pytest.mark.parametrize("name", ["minilm", "minilm-torch"])
@pytest.mark.slow
def test_a_second_run_loads_no_model(tmp_path: Path, name: str) -> None:
    code = (
        "import sys; from claimcheck.backends import embedder; from claimcheck.cache.store import open_cache\n"
        "from claimcheck.embed.cached import encode_groups\n"
        f"(v,) = encode_groups(embedder({name!r}), [['The dam held.', 'It rained for 9 days.']], open_cache())\n"
        "print(v.shape, hash(v.tobytes()), 'torch' in sys.modules, 'onnxruntime' in sys.modules)"
    )
    env = os.environ | {"CLAIMCHECK_CACHE_DIR": str(tmp_path), "PYTHONHASHSEED": "0"}
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env, timeout=300)
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
