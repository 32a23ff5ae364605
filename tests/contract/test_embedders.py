"""What every embedding back end must do: one body of tests over all of them."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.backends import EMBEDDERS, Embedder, Vectors, embedder
from claimcheck.embed.reference import packaged_folder

SPECS = ("hashing", "minilm", "minilm-torch", "onnx", "sentence-transformers")
TEXTS = (
    "The ferry will be out of service for no more than three weeks.",
    "Repairs to the ferry would take longer than the winter closure, the operator said.",
    "Ferry.",
    "The council voted 7-2 to close the swimming pool, although more than 400 people had signed a petition against it, "
    "the mayor told reporters on Tuesday after a meeting that lasted well into the night.",
    "Prices rose by 4.5% in March.",
    "Die Fähre fährt nicht – «морской паром» 渡船 🚢",
    "",
    "   ",
)
ODD = ("", " \t\n", "\x00", "\ud800 half a pair", "🚢" * 50, "…!?", "a" * 5_000)


@pytest.fixture(scope="module", params=SPECS)
def model(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Embedder:
    backend = next(b for b in EMBEDDERS if b.name == request.param)
    missing = [distribution for module, distribution in backend.needs if find_spec(module) is None]
    if missing:
        pytest.skip(f"optional packages are not installed: {', '.join(missing)}")
    if not backend.argument:
        return embedder(backend.name)
    folder = tmp_path_factory.mktemp("model")
    _model_with_a_prompt(folder)
    return embedder(f"{backend.name}:{folder}")


def _model_with_a_prompt(folder: Path) -> None:
    """The packaged model as one that puts words of its own before every text, as some models must."""
    for path in packaged_folder().iterdir():
        (folder / path.name).symlink_to(path)
    config = folder / "config_sentence_transformers.json"
    settings = json.loads(config.read_text(encoding="utf-8"))
    config.unlink()
    config.write_text(json.dumps(settings | {"prompts": {"news": "news: "}, "default_prompt_name": "news"}))


@pytest.fixture(scope="module")
def vectors(model: Embedder) -> Vectors:
    return model.encode(TEXTS)


def test_every_back_end_is_tested() -> None:
    """A back end that is added to the table is added here."""
    assert set(SPECS) == {backend.name for backend in EMBEDDERS}


def test_rows_are_float32_of_unit_length(vectors: Vectors) -> None:
    assert vectors.dtype == np.float32
    assert vectors.shape == (len(TEXTS), vectors.shape[1])
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-3)


def test_no_texts_give_no_rows(model: Embedder) -> None:
    assert model.encode([]).shape == (0, 0)


@settings(max_examples=4, deadline=None)
@given(order=st.lists(st.integers(0, len(TEXTS) - 1), min_size=1, max_size=6))
def test_a_text_has_the_same_bytes_whatever_is_encoded_with_it(
    model: Embedder, vectors: Vectors, order: list[int]
) -> None:
    """Any selection, order and repetition of the texts gives the rows of the first run."""
    assert model.encode([TEXTS[i] for i in order]).tobytes() == vectors[order].tobytes()


def test_odd_texts_have_vectors_too(model: Embedder) -> None:
    """White space, control characters, half a surrogate pair and a word without end are no error."""
    rows = model.encode(ODD)
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-3)


def test_a_megabyte_on_one_line_is_read_as_far_as_the_model_reads(model: Embedder) -> None:
    line = "The ferry is late. " * 55_000
    assert model.encode([line]).tobytes() == model.encode([line + "It was on time."]).tobytes()


def test_rewording_is_nearer_than_another_subject(vectors: Vectors) -> None:
    ferry, reworded, _, council, *_ = vectors @ vectors[0]
    assert ferry > reworded > council


def test_the_name_says_the_version(model: Embedder) -> None:
    """The name is part of every cache key, so it must change with what computes the vectors."""
    assert any(character.isdigit() for character in model.name)
    assert "/" not in model.name
