"""What makes a process of the program quicker, and is not for the package to do in somebody else's."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_GARBAGE = 50_000, 20, 50  # to look for cycles as often as Python does is a tenth of a run that imports torch
_ours = False


def take_over() -> None:
    """Say that this process runs nothing but claimcheck."""
    global _ours
    _ours = True
    gc.set_threshold(*_GARBAGE)


@contextmanager
def without(package: str) -> Iterator[None]:
    """In a process of ours an import of `package` fails meanwhile, as if it were not installed."""
    hidden = _ours and package not in sys.modules
    if hidden:
        sys.modules[package] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        if hidden:
            del sys.modules[package]
