"""The packaged all-MiniLM-L6-v2 run by onnxruntime: the same vectors as the reference without importing torch.

With other weights in its upper layers it is the encoder of contexts (context_encoder.py).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeAlias

from claimcheck.backends import Vectors
from claimcheck.embed.reference import PACKAGE, packaged_folder, versions
from claimcheck.embed.shapes import ROWS, blocks, encode_distinct
from claimcheck.errors import MissingBackendError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MAX_TOKENS = 256  # sentence_bert_config.json of the model
VERSION = 1  # raised when the graph changes
_IMPORTS = ("numpy", "onnxruntime", "tokenizers", "onnx", "safetensors.numpy", "claimcheck.embed.onnx_graph")
_ONE_AT_A_TIME = Lock()
_ONE_LOAD = Lock()  # who begins two has other work for the other processor
# onnxruntime has a telemetry of its own, on by default: it writes a device id and events into the user's caches, to
# send them to its makers. It asks for this once, before it is initialised.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"


# States of the tokens (n, tokens, d), 1.0 for each token (n, tokens), and their numbers (n, tokens), to vectors (n, d).
Pool: TypeAlias = "Callable[[NDArray[np.float32], NDArray[np.float32], NDArray[np.int64]], Vectors]"


class OnnxEmbedder:
    """The graph is built from the packaged weights by `begin`, or the first call of `encode`; `instead` is a file with
    weights that take the place of some, `pool` makes one vector of the states of a text, of which `tokens` are read."""

    __slots__ = ("_folder", "_instead", "_loading", "_name", "_pool", "_tokens")

    def __init__(self, folder: Path, name: str, *, instead: Path | None = None, pool: Pool | None = None,
                 tokens: int = MAX_TOKENS) -> None:
        self._folder, self._instead, self._tokens = folder, instead, tokens
        self._pool = pool or mean_pool
        self._name = f"{name}, graph {VERSION}, {versions('onnxruntime', 'tokenizers')}"
        # Session, tokenizer, and the weights, which the session reads where they are.
        self._loading: Future[tuple[Any, Any, Any]] | None = None

    @property
    def name(self) -> str:
        return self._name

    def begin(self) -> Future[tuple[Any, Any, Any]]:
        """Load beside other work; what goes wrong is raised by `encode`."""
        if self._loading is None:
            import_runtime()
            beside = ThreadPoolExecutor(1)
            self._loading = beside.submit(_load, self._folder, self._instead, self._tokens)
            beside.shutdown(wait=False)
        return self._loading

    def encode(self, texts: Sequence[str]) -> Vectors:
        return encode_distinct(texts, self._encode)

    def _encode(self, texts: list[str]) -> Vectors:
        import numpy as np

        session, tokenizer, _ = self.begin().result()
        tokens = [tokenizer.encode(text).ids for text in texts]  # a batch would start threads
        rows: list[Any] = [None] * len(texts)
        for width, members in blocks([len(ids) for ids in tokens]):
            ids = np.zeros((ROWS, width), dtype=np.int64)
            mask = np.zeros((ROWS, width), dtype=np.float32)
            mask[:, 0] = 1.0  # a filler row of nothing but padding would divide by zero
            for row, member in enumerate(members):
                ids[row, : len(tokens[member])] = tokens[member]
                mask[row, : len(tokens[member])] = 1.0
            pooled = self._pool(session.run(None, {"ids": ids, "mask": mask})[0], mask, ids)
            for member, vector in zip(members, pooled, strict=False):
                rows[member] = vector
        return np.stack(rows)


def import_runtime() -> None:
    """Import all that an encoder needs, so that it can be used in a thread beside one that imports."""
    with suppress(ImportError):  # told by `_load`
        import_all(_IMPORTS)


def import_all(names: Sequence[str]) -> None:
    """Import them in one thread at a time: of modules that import each other, as numpy's do, one of two threads may
    see a half."""
    with _ONE_AT_A_TIME:
        for name in names:
            import_module(name)


def packaged() -> OnnxEmbedder:
    """all-MiniLM-L6-v2 from its package: 384 dimensions, 256 tokens."""
    return OnnxEmbedder(packaged_folder(), f"minilm ({PACKAGE} {version(PACKAGE)})")


def mean_pool(states: NDArray[np.float32], mask: NDArray[np.float32], ids: NDArray[np.int64]) -> Vectors:
    """Mean over the tokens of each row, of unit length: the pooling the model was trained with."""
    import numpy as np

    mean = (states * mask[:, :, None]).sum(axis=1) / mask.sum(axis=1, keepdims=True)
    unit: Vectors = mean / np.linalg.norm(mean, axis=1, keepdims=True)
    return unit


def _load(folder: Path, instead: Path | None, tokens: int) -> tuple[Any, Any, Any]:
    """(session, tokenizer, weights); one line for the user whatever the libraries or a damaged file raise."""
    with _ONE_LOAD:
        return _loaded(folder, instead, tokens)


def _loaded(folder: Path, instead: Path | None, tokens: int) -> tuple[Any, Any, Any]:
    try:
        import onnxruntime
        from tokenizers import Tokenizer

        from claimcheck.embed.onnx_graph import bert

        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(tokens)
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        options.intra_op_num_threads = 1  # blocks of two sentences are too small to share
        model, weights = bert(folder, instead)
        values = [onnxruntime.OrtValue.ortvalue_from_numpy(array) for array in weights.values()]
        options.add_external_initializers(list(weights), values)
        session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except Exception as error:
        reason = " ".join(str(error).split())[:200] or type(error).__name__
        raise MissingBackendError(f"the model in {folder} could not be loaded ({reason}): install it again") from error
    return session, tokenizer, values
