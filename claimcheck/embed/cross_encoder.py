"""An NLI cross-encoder on this machine: what one sentence means for another, through sentence-transformers.

As with embeddings the library is given a folder, so that nothing is looked up on the network, and torch is imported
only when the first pair is judged. Pairs go through the model one by one, on one thread: what comes out for a pair does
not depend on the others.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from claimcheck.backends import CONTRADICTION, NLI_LABELS
from claimcheck.embed.model_folder import content_digest, find_model
from claimcheck.embed.reference import loaded, one_thread, one_tokenizer_thread, versions
from claimcheck.embed.shapes import well_formed
from claimcheck.errors import MissingBackendError

# Tokens of a pair; a model that names no limit has that of BERT. Two places are kept free, for RoBERTa counts from two.
_TOKENS = 514
_DECIMALS = 4  # what is left of other machines' rounding is far below this


class CrossEncoderJudge:
    """`folder` holds the model, `labels` are those of its outputs, in order; it is loaded by the first pair."""

    __slots__ = ("_folder", "_labels", "_model", "_name", "_title", "_tokens")

    def __init__(self, folder: Path, title: str, labels: tuple[str, ...], tokens: int) -> None:
        self._folder, self._title, self._labels, self._tokens = folder, title, labels, tokens
        self._name = f"{title} {content_digest(folder)}, {versions('sentence-transformers', 'transformers', 'torch')}"
        self._model: Any = None

    @property
    def name(self) -> str:
        return self._name

    @property
    def title(self) -> str:
        return self._title

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[str]:
        safe = [(well_formed(premise), well_formed(hypothesis)) for premise, hypothesis in pairs]
        known = {pair: self._label(pair) for pair in sorted(set(safe))}
        return [known[pair] for pair in safe]

    def _label(self, pair: tuple[str, str]) -> str:
        with one_tokenizer_thread(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if self._model is None:
                self._model = loaded(self._folder, self._build)
            with one_thread():
                scores = self._model.predict([pair], batch_size=1, show_progress_bar=False)[0]
        rounded = [round(float(score), _DECIMALS) for score in scores]
        return self._labels[rounded.index(max(rounded))]

    def _build(self, folder: str) -> Any:
        from sentence_transformers import CrossEncoder

        return CrossEncoder(folder, device="cpu", local_files_only=True, max_length=self._tokens)


def from_argument(argument: str) -> CrossEncoderJudge:
    """A folder that holds an NLI cross-encoder, or the name of one in the local Hugging Face cache.

    Raises MissingBackendError where there is none, or where its labels are not the three of NLI.
    """
    folder = find_model(argument)
    config = _config(folder)
    labels = _labels(folder, config)
    tokens = config.get("max_position_embeddings")
    limit = tokens if isinstance(tokens, int) and 2 < tokens < _TOKENS else _TOKENS
    return CrossEncoderJudge(folder, Path(argument).name or str(folder.resolve().name), labels, limit - 2)


def _config(folder: Path) -> Mapping[str, Any]:
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise MissingBackendError(f"{folder}: no config.json to be read: give the folder of an NLI model") from None
    return config if isinstance(config, dict) else {}


def _labels(folder: Path, config: Mapping[str, Any]) -> tuple[str, ...]:
    """The labels by the number of the output."""
    named = config.get("id2label")
    rows = named if isinstance(named, dict) else {}
    labels = tuple(str(rows.get(str(number), "")).strip().lower() for number in range(len(rows)))
    if sorted(labels) != sorted(NLI_LABELS):
        found = ", ".join(map(str, rows.values())) or "none"
        why = f"no label {CONTRADICTION!r}" if CONTRADICTION not in labels else "not the three labels of NLI"
        raise MissingBackendError(
            f"{folder} is no NLI model: its config.json has {why} ({' '.join(found.split())[:80]}): "
            f"give one with {', '.join(NLI_LABELS)}"
        )
    return labels
