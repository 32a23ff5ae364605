"""An encoder of our own: does what is measured at two hidden places read like one thing?

The packaged all-MiniLM-L6-v2 whose upper layers were fine-tuned on pairs of contexts (training/encoder.py), each with
its value hidden behind MASK. A context becomes one vector, half of it the mean of its tokens and half the hidden place
(a bi-encoder, Reimers and Gurevych 2019); a small head compares two of them. docs/context-encoder.md is its model card.
"""

from __future__ import annotations

import functools
import hashlib
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.backends import Vectors
from claimcheck.embed.onnx_runtime import OnnxEmbedder, mean_pool
from claimcheck.embed.reference import PACKAGE, packaged_folder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FILE = Path(__file__).parent / "context_encoder.safetensors"
MASK = "[MASK]"
MASK_ID = 103  # of MASK in the vocabulary of BERT
MAX_TOKENS = 64
# The products and distances of the head are small numbers; it was trained on so many times them.
STRETCH = 8.0
DECIMALS = 3


@functools.cache
def context_encoder() -> OnnxEmbedder:
    """Vectors (n, 768) of unit length; loaded by the first context."""
    digest = hashlib.sha256(FILE.read_bytes()).hexdigest()[:12]
    return OnnxEmbedder(packaged_folder(), f"context {digest} ({PACKAGE} {version(PACKAGE)})", instead=FILE,
                        pool=_pool, tokens=MAX_TOKENS)


def likeness(a: Vectors, b: Vectors) -> list[float]:
    """For each row of `a` and of `b`, both (n, 768), how much more likely than not the two contexts measure one thing
    in pairs like those that the head was trained on, as natural logarithm of the odds; the same for (b, a)."""
    import numpy as np

    if not len(a):
        return []
    head = _head()
    products, distances = a * b * 2, np.abs(a - b) * np.sqrt(np.float32(2))
    half = a.shape[1] // 2
    seen = np.concatenate([products[:, :half], distances[:, :half], products[:, half:], distances[:, half:]], axis=1)
    inner = seen * STRETCH @ head["h1.weight"].T + head["h1.bias"]
    cosines = np.stack([products[:, :half].sum(axis=1), products[:, half:].sum(axis=1)], axis=1)
    total = cosines @ head["scale"] + head["bias"] + (_gelu(inner) @ head["h2.weight"].T)[:, 0] + head["h2.bias"]
    return [round(float(z), DECIMALS) + 0.0 for z in total]


def _pool(states: NDArray[np.float32], mask: NDArray[np.float32], ids: NDArray[np.int64]) -> Vectors:
    import numpy as np

    mean = mean_pool(states, mask, ids)
    hidden = ids == MASK_ID
    hidden[~hidden.any(axis=1), 0] = True  # a context that is cut before its value
    place = mean_pool(states, hidden.astype(np.float32), ids)
    both: Vectors = np.concatenate([mean, place], axis=1) / np.sqrt(np.float32(2))
    return both


@functools.cache
def _head() -> dict[str, Any]:
    from safetensors.numpy import load_file

    return {name: array.astype("float32") for name, array in load_file(str(FILE)).items() if "layer" not in name}


def _gelu(x: NDArray[np.float32]) -> NDArray[np.float32]:
    """Exact, by the error function (Hendrycks and Gimpel 2016)."""
    from scipy.special import erf

    found: NDArray[np.float32] = x * 0.5 * (1.0 + erf(x / 2.0**0.5))
    return found


__all__ = ["MASK", "context_encoder", "likeness"]
