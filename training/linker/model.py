"""From the levels of a comparison to the probability that both sides measure one thing.

A logistic regression written as record linkage writes it (Fellegi and Sunter 1969): a prior and, for each feature, the
bits that its level is worth. `training.link` estimates them; weights.toml holds them, with what they were estimated on.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from training.linker.features import FEATURES
from training.linker.types import UNKNOWN, Comparison, Evidence, Link, probability
from training.linker.values import CLASSES, class_of

FILE = "weights.toml"


@dataclass(frozen=True, slots=True)
class Weights:
    """`prior` by kind, `bits` by kind, feature and level, `values` by class of how the values stand."""

    prior: Mapping[str, float]
    bits: Mapping[str, Mapping[tuple[str, str], float]]
    values: Mapping[str, float]
    digest: str


def link(comparison: Comparison) -> Link:
    """What every feature says of the pair, and what it is worth; unknown levels are left out."""
    kind = comparison.a.kind
    known = weights()
    worth = known.bits[kind]
    levels = ((f.name, f.level(comparison)) for f in FEATURES)
    evidence = (Evidence(name, level, worth[name, level]) for name, level in levels if level != UNKNOWN)
    return Link(known.prior[kind], tuple(e for e in evidence if e.bits))


def with_values(found: Link, comparison: Comparison, standing: str) -> float:
    """The probability that both measure one thing, as the link and how the two values stand say together."""
    worth = weights().values[class_of(comparison.a.statement, comparison.b.statement, standing)]
    return probability(found.bits + worth)


@functools.cache
def weights() -> Weights:
    """The weights that are shipped. Raises ValueError where they do not fit the features."""
    text = resources.files("training.linker").joinpath(FILE).read_text(encoding="utf-8")
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
    return Weights(dict(zip(kinds, data["prior"], strict=True)), bits, data["values"], data["about"]["digest"])
