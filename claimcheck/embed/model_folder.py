"""Where a model that the user names lies on this machine, and what identifies its content."""

from __future__ import annotations

import hashlib
import json
import os
import re
from pathlib import Path

from claimcheck.errors import MissingBackendError

MARKERS = ("modules.json", "config_sentence_transformers.json", "config.json")
DEFAULT_OWNER = "sentence-transformers"
WHOLE = 4 << 20  # files up to this many bytes are read whole
SAMPLE = 64 << 10
SAMPLES = 64
# Weights in these are unpickled, which can run what stands in them.
PICKLED = frozenset({".bin", ".ckpt", ".pickle", ".pkl", ".pt", ".pth"})
PICKLED_INDEX = "pytorch_model.bin.index.json"  # names files of weights, whatever they are called
SAFE = "model.safetensors"
SAFE_INDEX = f"{SAFE}.index.json"
ADAPTER = "adapter_model"
_HUB_NAME = re.compile(r"[A-Za-z0-9_-][\w.-]*/[A-Za-z0-9_-][\w.-]*", re.ASCII)


def find_model(argument: str) -> Path:
    """The folder of a model given as a path, or as "owner/name" in the local Hugging Face cache.

    Raises MissingBackendError where there is none, and for weights that would be unpickled. Nothing is ever downloaded.
    """
    folder = Path(os.path.expanduser(argument))
    if not folder.is_dir():
        cached = _cached_snapshot(argument)
        if cached is None:
            raise MissingBackendError(
                f"no model {argument!r} on this machine, and claimcheck never downloads one: "
                "give the folder of a sentence-transformers model"
            )
        folder = cached
    if not any((folder / marker).is_file() for marker in MARKERS):
        raise MissingBackendError(f"{folder} holds no sentence-transformers model: it has none of {', '.join(MARKERS)}")
    for path in sorted(folder.rglob("*")):
        if _unpickled(path):
            raise MissingBackendError(f"{path} may hold code; give a model whose weights are .safetensors")
    return folder


def _unpickled(path: Path) -> bool:
    """Whether the libraries may take weights from it that are pickled: they do where the safetensors that they look
    for by name are not beside it, whatever others are."""
    if path.name == SAFE_INDEX:
        return not (path.parent / SAFE).is_file() and not _are_safe(path)
    if path.name != PICKLED_INDEX and path.suffix.lower() not in PICKLED:
        return False
    if path.stem == ADAPTER:
        return not (path.parent / f"{ADAPTER}.safetensors").is_file()
    return not (path.parent / SAFE).is_file() and not _are_safe(path.parent / SAFE_INDEX)


def _are_safe(index: Path) -> bool:
    """Whether all the parts of the weights that the index names are safetensors, and lie beside it."""
    try:
        parts = set(json.loads(index.read_text(encoding="utf-8"))["weight_map"].values())
        return bool(parts) and all(p.endswith(".safetensors") and (index.parent / p).is_file() for p in parts)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False


def content_digest(folder: Path) -> str:
    """12 hexadecimal digits over names and content; of large weights, 64 samples and the size are read."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        size = path.stat().st_size
        digest.update(f"{path.relative_to(folder).as_posix()}\x00{size}\x00".encode("utf-8", "surrogateescape"))
        with path.open("rb") as file:
            if size <= WHOLE:
                digest.update(file.read())
                continue
            for i in range(SAMPLES):
                file.seek((size - SAMPLE) * i // (SAMPLES - 1))
                digest.update(file.read(SAMPLE))
    return digest.hexdigest()[:12]


def _cached_snapshot(name: str) -> Path | None:
    """Follows the documented layout of the cache: models--OWNER--NAME/refs/main names a folder under snapshots/."""
    home = os.environ.get("HF_HOME") or Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache") / "huggingface"
    hub = Path(os.path.expanduser(os.environ.get("HF_HUB_CACHE") or Path(home) / "hub"))
    for full in (name, f"{DEFAULT_OWNER}/{name}"):
        if not _HUB_NAME.fullmatch(full):
            continue
        entry = hub / f"models--{full.replace('/', '--')}"
        try:
            revision = (entry / "refs" / "main").read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            continue
        if (entry / "snapshots" / revision).is_dir():
            return entry / "snapshots" / revision
    return None
