"""From the levels of a comparison to the probability that both sides measure one thing, or tell of one event.

A logistic regression written as record linkage writes it (Fellegi and Sunter 1969): a prior and, for each feature, the
bits that its level is worth. `training.link` estimates those of values, `training.events` those of events; weights.toml
and event_weights.toml hold them, with what they were estimated on.
"""

from __future__ import annotations

import functools
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from claimcheck.link.conflict import FEATURES as CONFLICT
from claimcheck.link.conflict import Conflict
from claimcheck.link.event_features import FEATURES as OF_EVENTS
from claimcheck.link.features import FEATURES
from claimcheck.link.statement import Alignment
from claimcheck.link.types import UNKNOWN, Comparison, Evidence, Link, probability
from claimcheck.link.values import CLASSES
from claimcheck.model.explanation import PRIOR

FILE, EVENT_FILE = "weights.toml", "event_weights.toml"
# What is worth less is left out of an explanation.
SHOWN = 0.1
ORDER = ("unit", "scope", "hypothetical", "other-subject", "other-event", "other-time")
VALUES = "values"
_GUARDS = {f.name: f.guard for f in (*FEATURES, *OF_EVENTS)}
_WORDS = {f.name: f.words for f in (*FEATURES, *OF_EVENTS)} | {f.name: f.words for f in CONFLICT}
# Features have few levels, and a story has many pairs: what one level is worth is made once.
_evidence = functools.lru_cache(maxsize=16_384)(Evidence)


@dataclass(frozen=True, slots=True)
class EventWeights:
    """`prior`, and what each level of a feature of events is worth."""

    prior: float
    bits: Mapping[tuple[str, str], Evidence]


@dataclass(frozen=True, slots=True)
class Weights:
    """`prior` by kind, `bits` by kind, feature and level, `values` by class of values that do not conflict; of those
    that do, `share` is what the bits of a link are worth, beside a prior and the bits of the features of a conflict."""

    prior: Mapping[str, float]
    bits: Mapping[str, Mapping[tuple[str, str], float]]
    values: Mapping[str, float]
    share: float
    conflict_prior: float
    conflict: Mapping[tuple[str, str], float]


def link(comparison: Comparison) -> Link:
    """What every feature says of the pair, and what it is worth; unknown levels are left out."""
    kind = comparison.a.kind
    worth = _worth(kind)
    found = [worth[f.name, level] for f in FEATURES if (level := f.level(comparison)) != UNKNOWN]
    return Link(weights().prior[kind], tuple([evidence for evidence in found if evidence.bits]))


def event_link(comparison: Comparison) -> Link:
    """The same of two occurrences."""
    known = event_weights()
    found = [known.bits[f.name, level] for f in OF_EVENTS if (level := f.level(comparison)) != UNKNOWN]
    return Link(known.prior, tuple([evidence for evidence in found if evidence.bits]))


def with_values(found: Link, values: str) -> Link:
    """The link of two whose values do not conflict, with what their class (values.py) is worth."""
    return Link(found.prior, (*found.evidence, _evidence(VALUES, values, weights().values[values])))


def in_conflict(found: Link, conflict: Conflict) -> Link:
    """The link of two whose values conflict: its bits weighed anew, with those of the conflict."""
    known = weights()
    weighed = [_evidence(e.feature, e.level, known.share * e.bits) for e in found.evidence]
    levels = [(f.name, f.level(conflict)) for f in CONFLICT]
    return Link(known.conflict_prior + known.share * found.prior,
                (*weighed, *(_evidence(*level, known.conflict[level]) for level in levels)))


def aligned(found: Link, least: float, kept_apart: tuple[str, str] = ("", "")) -> Alignment:
    """Whether two mentions are comparable: they measure one thing with at least the probability `least`. Where they do
    not, the guard is the one that speaks of them, `kept_apart`, or else what says most against them."""
    bits = found.bits
    score = probability(bits)
    steps = (f"{PRIOR} {found.prior:+.1f}",
             *[_step(e.feature, e.level, e.bits) for e in found.evidence if abs(e.bits) >= SHOWN])
    families: defaultdict[str, float] = defaultdict(float)
    for evidence in found.evidence:
        families[_GUARDS.get(evidence.feature, "")] += evidence.bits
    passed = tuple(guard for guard in ORDER if families[guard] >= 0)
    if score >= least:
        return Alignment(score, steps, passed=passed, bits=bits)
    guard, reason = kept_apart if kept_apart[0] else _against(found)
    return Alignment(score, steps, guard, reason, tuple(g for g in passed if g != guard), bits)


def _against(found: Link) -> tuple[str, str]:
    reason = f"too little says that they are one ({found.probability:.2f})"
    most = min((e for e in found.evidence if e.feature in _GUARDS), key=lambda e: e.bits, default=None)
    if most is None or most.bits >= 0:
        return "other-event", reason
    return _GUARDS[most.feature], f"{reason}; most against it: {_WORDS[most.feature]}, {most.level}"


@functools.cache
def _worth(kind: str) -> Mapping[tuple[str, str], Evidence]:
    return {level: Evidence(*level, bits) for level, bits in weights().bits[kind].items()}


@functools.lru_cache(maxsize=16_384)
def _step(feature: str, level: str, bits: float) -> str:
    return f"{_WORDS[feature]}: {level} {bits:+.1f}"


@functools.cache
def weights() -> Weights:
    """The weights that are shipped. Raises ValueError where they do not fit the features."""
    return parse(_text(FILE))


@functools.cache
def event_weights() -> EventWeights:
    """The weights of events that are shipped. Raises ValueError where they do not fit the features."""
    return parse_of_events(_text(EVENT_FILE))


def _text(name: str) -> str:
    return resources.files("claimcheck.link").joinpath(name).read_text(encoding="utf-8")


def parse_of_events(text: str) -> EventWeights:
    """A file of weights: a number for each level. Raises ValueError for a level that has none."""
    data = tomllib.loads(text)
    bits: dict[tuple[str, str], Evidence] = {}
    for feature in OF_EVENTS:
        rows = data["bits"].get(feature.name, {})
        if set(rows) != set(feature.levels):
            raise ValueError(f"{EVENT_FILE}: the levels of {feature.name} are not those of the feature; "
                             "run training.events")
        bits |= {(feature.name, level): Evidence(feature.name, level, worth) for level, worth in rows.items()}
    return EventWeights(data["prior"], bits)


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
    rows = data["conflict"]
    if any(set(rows.get(f.name, ())) != set(f.levels) for f in CONFLICT):
        raise ValueError(f"{FILE}: the features of a conflict are others; run training.link")
    conflict = {(f.name, level): worth for f in CONFLICT for level, worth in rows[f.name].items()}
    return Weights(dict(zip(kinds, data["prior"], strict=True)), bits, data["values"],
                   rows["share"], rows["prior"], conflict)
