"""Vectors kept by document: what was encoded once needs no model again.

One entry holds the vectors of one group of texts, the claims of a document. A file for each text would be slower to
read than the rest of a run, and one new text needs the model anyway.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from claimcheck.backends import Embedder, Store, Vectors

KIND = "vectors"
FORMAT = 2


def encode_groups(embedder: Embedder, groups: Sequence[Sequence[str]], store: Store) -> list[Vectors]:
    """The vectors of each group: (texts, d), or (0, 0) for an empty group; the same bytes as `embedder` gives.

    `embedder` is asked once, for the texts of all groups that are not in the store. Raises MissingBackendError.
    """
    import numpy as np

    keys = [_key(embedder.name, group) for group in groups]
    found = {i: _rows(store.get(KIND, keys[i]), len(group)) for i, group in enumerate(groups) if group}
    known = {i: rows for i, rows in found.items() if rows is not None}
    if len({rows.shape[1] for rows in known.values()}) > 1:  # not ours: one model has one width
        known = {}
    missing = [i for i in found if i not in known]
    fresh = embedder.encode([text for i in missing for text in groups[i]])
    if missing and any(rows.shape[1] != fresh.shape[1] for rows in known.values()):
        missing, fresh = list(found), embedder.encode([text for group in groups for text in group])
    start = 0
    for i in missing:
        known[i] = fresh[start : start + len(groups[i])]
        start += len(groups[i])
        store.put(KIND, keys[i], known[i].astype("<f4").tobytes())
    return [known[i] if i in known else np.zeros((0, 0), dtype=np.float32) for i in range(len(groups))]


def _rows(data: bytes | None, count: int) -> Vectors | None:
    """`count` vectors in `data`, or None for anything else: too short, not numbers, not of unit length."""
    import numpy as np

    if not data or len(data) % (4 * count):
        return None
    rows = np.frombuffer(data, dtype="<f4").astype(np.float32).reshape(count, -1)
    with np.errstate(all="ignore"):
        unit = bool(np.isfinite(rows).all()) and bool((abs((rows * rows).sum(axis=1) - 1.0) < 0.01).all())
    return rows if unit else None


def _key(name: str, texts: Sequence[str]) -> str:
    digest = hashlib.sha256(f"{KIND}\x1f{FORMAT}\x1f{name}".encode())
    for text in texts:
        data = text.encode("utf-8", "surrogatepass")
        digest.update(b"\x1f%d:" % len(data))
        digest.update(data)
    return digest.hexdigest()
