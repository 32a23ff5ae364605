"""From the levels of a comparison to the probability that both sides measure one thing.

A logistic regression written as record linkage writes it (Fellegi and Sunter 1969): a prior and, for each feature, the
bits that its level is worth. `training.link` estimates them; weights.toml holds them, with what they were estimated on.
"""

from __future__ import annotations

import functools
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from claimcheck.link.features import FEATURES
from claimcheck.link.statement import Alignment
from claimcheck.link.types import UNKNOWN, Comparison, Evidence, Link, probability
from claimcheck.link.values import CLASSES, class_of
from claimcheck.model.explanation import PRIOR

FILE = "weights.toml"
# What is worth less is left out of an explanation.
SHOWN = 0.1
ORDER = ("unit", "scope", "hypothetical", "other-subject", "other-event", "other-time")
_GUARDS = {f.name: f.guard for f in FEATURES}
_WORDS = {f.name: f.words for f in FEATURES}


@dataclass(frozen=True, slots=True)
class Weights:
    """`prior` by kind, `bits` by kind, feature and level, `values` by class of how the values stand."""

    prior: Mapping[str, float]
    bits: Mapping[str, Mapping[tuple[str, str], float]]
    values: Mapping[str, float]


def link(comparison: Comparison) -> Link:
    """What every feature says of the pair, and what it is worth; unknown levels are left out."""
    kind = comparison.a.kind
    known = weights()
    worth = known.bits[kind]
    levels = ((f.name, f.level(comparison)) for f in FEATURES)
    evidence = (Evidence(name, level, worth[name, level]) for name, level in levels if level != UNKNOWN)
    return Link(known.prior[kind], tuple(e for e in evidence if e.bits))


def aligned(comparison: Comparison, standing: str, least: float) -> Alignment:
    """Whether two mentions are comparable: they measure one thing with at least the probability `least`, as their link
    and how their values stand say together."""
    found = link(comparison)
    values = class_of(comparison.a.statement, comparison.b.statement, standing)
    worth = weights().values[values]
    bits = round(found.bits + worth, 3)
    score = probability(bits)
    steps = (f"{PRIOR} {found.prior:+.1f}", *(_step(e) for e in found.evidence if abs(e.bits) >= SHOWN),
             f"values: {values} {worth:+.1f}")
    families: Counter[str] = Counter()
    for evidence in found.evidence:
        families[_GUARDS[evidence.feature]] += evidence.bits  # type: ignore[assignment]
    passed = tuple(guard for guard in ORDER if families[guard] >= 0)
    if score >= least:
        return Alignment(score, steps, passed=passed, bits=bits)
    against = min(found.evidence, key=lambda e: e.bits, default=None)
    reason = f"too little says that they are one ({score:.2f})"
    if against is None or against.bits >= 0:
        return Alignment(score, steps, "other-event", reason, passed, bits)
    guard = _GUARDS[against.feature]
    reason += f"; most against it: {_WORDS[against.feature]}, {against.level}"
    return Alignment(score, steps, guard, reason, tuple(g for g in passed if g != guard), bits)


def _step(evidence: Evidence) -> str:
    return f"{_WORDS[evidence.feature]}: {evidence.level} {evidence.bits:+.1f}"


@functools.cache
def weights() -> Weights:
    """The weights that are shipped. Raises ValueError where they do not fit the features."""
    text = resources.files("claimcheck.link").joinpath(FILE).read_text(encoding="utf-8")
    return parse(text)


def parse(text: str) -> Weights:
    """A file of weights: rows of bits, one number for each kind. Raises ValueError for a level that has none."""
    data = tomllib.loads(text)
    kinds: list[str] = data["kinds"]
    bits: dict[str, dict[tuple[str, str], float]] = {kind: {} for kind in kinds}
    for feature in FEATURES:
        rows = data["bits"].get(feature.name, {})
        if set(rows) != set(feature.levels):
            raise ValueError(f"{FILE}: the levels of {feature.name} are not those of the feature; run training.link")
        for level, row in rows.items():
            for kind, worth in zip(kinds, row, strict=True):
                bits[kind][feature.name, level] = worth
    if set(data["values"]) != set(CLASSES):
        raise ValueError(f"{FILE}: the classes of values are others; run training.link")
    return Weights(dict(zip(kinds, data["prior"], strict=True)), bits, data["values"])
