"""A computation whose result is kept: looked up by key, computed where it is not there, whole or readable."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import sys
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import TypeVar

from claimcheck.cache.codec import DamagedError, dump, load
from claimcheck.cache.store import Cache

T = TypeVar("T")

PACKAGE = Path(__file__).parent.parent
# What else decides how a text is read or a number comes out; the parser and the model say their own names.
_LIBRARIES = ("numpy", "scipy", "sentencex", "snowballstemmer")


def keep(
    cache: Cache, name: str, key: Callable[[], str], kind: type[T], make: Callable[[], T],
    *, worth: Callable[[T], bool] = lambda _: True,
) -> T:
    """The value of type `kind` kept under `name` and `key`, else what `make` gives, which is kept if it is `worth` it.

    `key` must name all that `make` depends on; `code_version` stands for the program itself.
    """
    if cache.folder is None:
        return make()
    place = key()
    data = cache.get(name, place)
    if data is not None:
        with contextlib.suppress(DamagedError):
            return load(kind, data)
    value = make()
    if worth(value):
        cache.put(name, place, dump(kind, value))
    return value


@functools.cache
def code_version() -> str:
    """Changes with every file of this package that is code or a lexicon, with Python and with the libraries used.

    A digest and not the number of the version: who edits a lexicon or runs a checkout sees what the change does.
    """
    digest = hashlib.sha256()
    for path in sorted(p for suffix in ("*.py", "*.toml") for p in PACKAGE.rglob(suffix)):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(PACKAGE).as_posix()}\x1f{len(content)}\x1f".encode())
        digest.update(content)
    libraries = (f"{name} {_version(name)}" for name in _LIBRARIES)
    return ", ".join((digest.hexdigest(), f"python {sys.version_info.major}.{sys.version_info.minor}", *libraries))


def _version(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return "unknown"
