"""What the commands that estimate weights have in common: they write a file, or say that it is not as it should be."""

from __future__ import annotations

import sys
from pathlib import Path


def say(program: str, fault: str) -> int:
    """1 where there is a fault, which is printed."""
    if fault:
        print(f"{program}: {fault}", file=sys.stderr)
    return int(bool(fault))


def is_current(program: str, weights: Path, digest: str) -> int:
    """0 where the file says that it was estimated with what has this digest."""
    current = f'digest = "{digest}"' in weights.read_text(encoding="utf-8")
    return say(program, "" if current else
                f"{weights.name} is older than the features, labels or settings; run {program}")


def keep(program: str, weights: Path, text: str, *, check: bool) -> int:
    """Write what was estimated; with `check` only compare it."""
    if check:
        same = text == weights.read_text(encoding="utf-8")
        return say(program, "" if same else "the data give other weights")
    weights.write_text(text, encoding="utf-8")
    return 0
