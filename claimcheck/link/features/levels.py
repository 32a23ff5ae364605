"""Levels that several features share."""

from __future__ import annotations

from collections.abc import Mapping
from math import fsum

from claimcheck.link.types import UNKNOWN

SHARES = ("all in common", "most in common", "some in common", "nothing in common", "only one has any")
TENTHS = tuple(f"{n / 10:.1f}" for n in range(10, -1, -1))


def up_to(most: int) -> tuple[str, ...]:
    """The tenths up to this one, highest first."""
    return TENTHS[10 - most :]


def shared_level(a: frozenset[str], b: frozenset[str]) -> str:
    """How much two sets of words have in common, against the smaller one."""
    if not a and not b:
        return UNKNOWN
    if not a or not b:
        return "only one has any"
    share = len(a & b) / min(len(a), len(b))
    if share == 1.0:
        return "all in common"
    return "most in common" if share >= 0.5 else "some in common" if share > 0 else "nothing in common"


def differ(a: bool, b: bool) -> str:
    """A class of words that both sides have, one, or none."""
    return UNKNOWN if not a and not b else "both" if a and b else "one"


def likeness(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Weighted Jaccard index of two bags of words with their rarity, in [0, 1]; 0 where either is empty."""
    common = fsum(min(bits, b[word]) for word, bits in a.items() if word in b)
    union = fsum(a.values()) + fsum(b.values()) - common
    return common / union if union else 0.0


def tenth(value: float) -> str:
    """A share in [0, 1] to the nearest tenth below."""
    return f"{int(max(0.0, min(1.0, value)) * 10 + 1e-9) / 10:.1f}"
