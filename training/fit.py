"""Weights from rows: a logistic regression with shared and own bits for each kind, cross-validated by event.

Each level has a weight that all kinds share and one of its own kind (feature augmentation, Daumé 2007), both held
small by one ridge penalty: kinds with few rows lean on the others. Self-supervised and written rows have intercepts of
their own, so that how often they are positive says nothing of the prior.

What the encoder of contexts says comes on top (stacking, Wolpert 1992): it was trained on most events, so what it is
worth, and how much less the other features are worth beside it, is estimated on the labelled rows of those events that
it never saw.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import inf, log

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from claimcheck.link.conflict import FEATURES as CONFLICT
from claimcheck.link.conflict import OF_VALUES
from claimcheck.link.features import FEATURES
from claimcheck.link.features.context import ENCODED
from claimcheck.link.mentions import KINDS
from claimcheck.link.types import UNKNOWN
from claimcheck.link.values import CLASSES
from claimcheck.model.standing import CONFLICTING
from training.pairs import ORIGINS, PRESUMED, READ, STORY, WRITTEN, Rival, Row

# Ridge .02 to .3, shares .1 to 1 of self-supervised and .01 to 2 of written rows were tried, cross-validated by event:
# on labelled rows the AUC moved by about .02 at most. This very combination was not among them; look again.
RIDGE = 0.1
# How freely a kind may depart from what all share.
OWN = 0.3
SHARES = {READ: 1.0, STORY: 0.3, WRITTEN: 0.5, PRESUMED: 1.0}
DECIMALS = 2
# What a pair of equal values, one of them taken as if it was changed, counts beside a conflict. At .02 false alarms a
# pair of documents .40 of such pairs are found with 0, .44 with .3, .41 with 1, and of natural conflicts .40, .40 and
# .36 (cross-validated by event).
CHANGED_SHARE = 0.3
# A figure that was changed is hardly near the other one.
CHANGED = {"figures near each other": "figures"}
# Bits are larger numbers than levels: without this the ridge would hardly hold their share.
PLAIN_STEP = 0.25
# All features but the one that the encoder gives.
_PLAIN = tuple(f for f in FEATURES if f is not ENCODED)
_LEVELS = [(f.name, level) for f in _PLAIN for level in f.levels]
_NAMES = tuple(f.name for f in CONFLICT)
_COLUMN = {level: column for column, level in enumerate(_LEVELS)}


class Fitted:
    """Bits by kind: `prior` (kinds,) and `bits` (kinds, levels) of the features without the encoder."""

    __slots__ = ("bits", "prior")

    def __init__(self, prior: np.ndarray, bits: np.ndarray) -> None:
        self.prior, self.bits = prior, bits

    def total(self, rows: Sequence[Row | Rival]) -> np.ndarray:
        """Bits of each row; shape (rows,)."""
        kinds = np.array([KINDS.index(r.kind) for r in rows], dtype=np.int64)
        found: np.ndarray = self.prior[kinds] + np.array(
            [sum(self.bits[k, _COLUMN[level]] for level in _plain(r)) for k, r in zip(kinds, rows, strict=True)])
        return found


class Stacked:
    """What the encoder is worth: `share` of the bits of the other features that is left beside it, `shift` of the
    prior, and `bits` for each level of what it says."""

    __slots__ = ("bits", "share", "shift")

    def __init__(self, share: float, shift: float, bits: Sequence[float]) -> None:
        self.share, self.shift, self.bits = share, shift, tuple(bits)

    def total(self, rows: Sequence[Row | Rival], plain: np.ndarray) -> np.ndarray:
        """Bits of rows that have `plain` bits without the encoder; shape (rows,)."""
        found: np.ndarray = self.share * plain + self.shift + np.array([self.bits[_encoded(r)] for r in rows])
        return found


def fit(rows: Sequence[Row], *, ridge: float = RIDGE) -> Fitted:
    """The same bits whatever the order of the rows."""
    rows = sorted(rows, key=lambda r: (r.event, r.place, r.kind, r.levels, r.same, r.origin))
    design = _design(rows)
    weight = [r.weight * SHARES[r.origin] for r in rows]
    model = LogisticRegression(C=ridge, max_iter=1000, tol=1e-6)
    model.fit(design, [r.same for r in rows], sample_weight=weight)
    worth = model.coef_[0] / log(2)
    levels, kinds = len(_LEVELS), len(KINDS)
    own = OWN * worth[levels : levels * (kinds + 1)].reshape(kinds, levels)
    prior = worth[levels * (kinds + 1) :][:kinds] + model.intercept_[0] / log(2)
    return Fitted(prior, worth[:levels] + own)


def fits_across(rows: Sequence[Row]) -> dict[int, Fitted]:
    """For each fold with labelled rows, a fit without its events."""
    folds = {r.fold for r in rows if r.origin == READ}
    return {fold: fit([r for r in rows if r.fold != fold]) for fold in sorted(folds)}


def cross_validated(rows: Sequence[Row], fits: Mapping[int, Fitted]) -> np.ndarray:
    """For each row its bits by the fit without its event; shape (rows,)."""
    found = np.zeros(len(rows))
    for fold, mine, _ in _by_fold(rows):
        found[mine] = fits[fold].total([rows[i] for i in mine])
    return found


def _by_fold(rows: Sequence[Row]) -> Iterator[tuple[int, list[int], list[int]]]:
    """Each fold with the places of its rows and those of all others."""
    folds = np.array([r.fold for r in rows])
    for fold in sorted(set(folds.tolist())):
        yield fold, np.flatnonzero(folds == fold).tolist(), np.flatnonzero(folds != fold).tolist()


def stack(rows: Sequence[Row], plain: np.ndarray) -> Stacked:
    """On labelled rows of events that neither the encoder nor the fit that gave `plain` has seen."""
    order = sorted(range(len(rows)), key=lambda i: (rows[i].event, rows[i].place, rows[i].kind, plain[i], rows[i].same))
    some, bits = [rows[i] for i in order], plain[order]
    design = np.concatenate([bits[:, None] * PLAIN_STEP, np.eye(len(ENCODED.levels))[[_encoded(r) for r in some]]], 1)
    model = LogisticRegression(C=1.0, max_iter=1000, tol=1e-8).fit(design, [r.same for r in some])
    worth = model.coef_[0] / log(2)
    return Stacked(worth[0] * PLAIN_STEP, model.intercept_[0] / log(2), worth[1:].tolist())


def stacks_across(rows: Sequence[Row], plain: np.ndarray) -> dict[int, Stacked]:
    """For each fold of `rows` a stack without it."""
    return {fold: stack([rows[i] for i in others], plain[others]) for fold, _, others in _by_fold(rows)}


def stacked_across(rows: Sequence[Row], plain: np.ndarray, stacks: Mapping[int, Stacked]) -> np.ndarray:
    """Bits of each row by the stack without its fold; shape (rows,)."""
    found = np.zeros(len(rows))
    for fold, mine, _ in _by_fold(rows):
        found[mine] = stacks[fold].total([rows[i] for i in mine], plain[mine])
    return found


def value_bits(rows: Sequence[Row], bits: np.ndarray) -> dict[str, float]:
    """What each class of values is worth beside the link: bits that make the mean of the probabilities the share that
    is one thing. `bits` are cross-validated ones of labelled `rows`, so that no link saw the answer."""
    same, classes = np.array([r.same for r in rows], dtype=float), np.array([r.values for r in rows])
    worth = {}
    for name in CLASSES:
        mine = classes == name
        low, high = -12.0, 12.0
        for _ in range(60):  # bisection: the mean grows with the bits
            middle = (low + high) / 2
            # Half a pair each way: a class with few rows stays near what the link says.
            surplus = (1 / (1 + 2.0 ** -(bits[mine] + middle)) - same[mine]).sum() + 1 / (1 + 2.0**-middle) - 0.5
            low, high = (low, middle) if surplus > 0 else (middle, high)
        worth[name] = round(low, DECIMALS) + 0.0
    return worth


class Weighed:
    """What a conflict is worth: `share` of the bits of a link, a `prior`, and `bits` by feature and level."""

    __slots__ = ("bits", "prior", "share")

    def __init__(self, share: float, prior: float, bits: Mapping[tuple[str, str], float]) -> None:
        self.share, self.prior, self.bits = share, prior, dict(bits)

    def total(self, levels: Sequence[tuple[str, ...]], bits: np.ndarray) -> np.ndarray:
        """Bits of conflicts whose links have `bits`; shape (conflicts,)."""
        own = [sum(self.bits[key] for key in zip(_NAMES, some, strict=True)) for some in levels]
        found: np.ndarray = self.share * bits + self.prior + np.array(own)
        return found


def conflict_levels(row: Row, bits: float, rivals: np.ndarray, values: Mapping[str, float]) -> tuple[str, ...]:
    """Of a row whose values conflict, or are taken as if one was changed, and whose link has `bits`; `rivals` are the
    bits of those of its rivals."""
    if row.conflict is None:
        raise ValueError("the values of the row do not conflict")
    equal = [b + values[r.values] for b, r in zip(rivals.tolist(), row.rivals, strict=True) if r.values]
    whole = replace(row.conflict, lead=bits - max(rivals.tolist(), default=-inf),
                    elsewhere=any(b > bits for b in equal))
    levels = tuple(f.level(whole) for f in CONFLICT)
    return levels if row.standing in CONFLICTING else tuple(CHANGED.get(level, level) for level in levels)


def weigh(rows: Sequence[Row], levels: Sequence[tuple[str, ...]], bits: np.ndarray) -> Weighed:
    """A logistic regression on rows whose values conflict, of events that neither the encoder nor the fit that gave
    `bits` has seen; how often written rows are one thing says nothing of the prior.

    Conflicts of one thing are few. Accounts that give one thing in two ways word it like those that agree, so pairs of
    equal values stand in as well; how rare conflicts are of one thing is estimated on real ones alone (Platt 1999)."""
    order = sorted(range(len(rows)), key=lambda i: (rows[i].event, rows[i].place, rows[i].kind, bits[i], rows[i].same))
    some = [rows[i] for i in order]
    same = np.array([r.same for r in some])
    keys = [(f.name, level) for f in CONFLICT for level in f.levels]
    told = np.array([[float(key in zip(_NAMES, levels[i], strict=True)) for key in keys] for i in order])
    conflict = np.array([r.standing in CONFLICTING for r in some])
    told[~conflict] *= [name != OF_VALUES.name for name, _ in keys]  # nothing is known of changed values
    ours = np.array([r.origin == WRITTEN for r in some])
    shares = np.array([SHARES[r.origin] for r in some]) * np.where(conflict, 1.0, CHANGED_SHARE)
    alike = bits[order] * PLAIN_STEP
    first = _regression(np.concatenate([ours[:, None], alike[:, None], told], 1), same, shares)
    real = conflict & ~ours
    total = first[0] + first[2] * alike + told @ first[3:]
    prior, share = _regression(total[real, None] * PLAIN_STEP, same[real])
    share *= PLAIN_STEP
    worth = (share * first[3:] / log(2)).tolist()
    return Weighed(share * first[2] * PLAIN_STEP / log(2), (prior + share * first[0]) / log(2),
                   {key: round(x, DECIMALS) + 0.0 for key, x in zip(keys, worth, strict=True)})


def _regression(design: np.ndarray, same: np.ndarray, shares: np.ndarray | None = None) -> np.ndarray:
    """Intercept and coefficients, in natural logarithms of odds."""
    model = LogisticRegression(C=RIDGE, max_iter=2000, tol=1e-8).fit(design, same, sample_weight=shares)
    found: np.ndarray = np.concatenate([model.intercept_, model.coef_[0]])
    return found


def weighed_across(rows: Sequence[Row], levels: Sequence[tuple[str, ...]], bits: np.ndarray) -> np.ndarray:
    """Bits of each conflict as weighed without its fold; shape (rows,)."""
    found = np.zeros(len(rows))
    for _, mine, others in _by_fold(rows):
        weighed = weigh([rows[i] for i in others], [levels[i] for i in others], bits[others])
        found[mine] = weighed.total([levels[i] for i in mine], bits[mine])
    return found


def figures(rows: Sequence[Row], bits: np.ndarray) -> dict[str, float]:
    """Of labelled rows: AUC over all and over those whose values conflict, Brier score, expected calibration error."""
    probability = 1 / (1 + 2.0**-bits)
    same = np.array([r.same for r in rows])
    conflict = np.array([r.standing in CONFLICTING for r in rows])
    return {
        "auc": round(float(roc_auc_score(same, probability)), 3),
        "auc-conflicting": round(float(roc_auc_score(same[conflict], probability[conflict])), 3),
        "brier": round(float(np.mean((probability - same) ** 2)), 4),
        "calibration-error": round(calibration_error(same, probability), 4),
    }


def calibration_error(same: np.ndarray, probability: np.ndarray, bins: int = 10) -> float:
    """Mean distance of probability and share in ten equal bins, weighted by their rows (Guo et al. 2017)."""
    place = np.minimum((probability * bins).astype(int), bins - 1)
    parts = [(place == i) for i in range(bins) if (place == i).any()]
    return float(sum(abs(same[p].mean() - probability[p].mean()) * p.mean() for p in parts))


def _plain(row: Row | Rival) -> list[tuple[str, str]]:
    return [(f.name, level) for f, level in zip(FEATURES, row.levels, strict=True)
            if f is not ENCODED and level != UNKNOWN]


def _encoded(row: Row | Rival) -> int:
    return ENCODED.levels.index(row.levels[FEATURES.index(ENCODED)])


def _design(rows: Sequence[Row]) -> csr_matrix:
    levels, kinds = len(_LEVELS), len(KINDS)
    start = levels * (kinds + 1)
    at: list[int] = []
    columns: list[int] = []
    worth: list[float] = []
    for number, row in enumerate(rows):
        kind = KINDS.index(row.kind)
        found = [_COLUMN[level] for level in _plain(row)]
        own = [levels * (kind + 1) + c for c in found]
        priors = [start + kind] + ([] if row.origin == READ else [start + kinds * ORIGINS.index(row.origin) + kind])
        at += [number] * (len(found) + len(own) + len(priors))
        columns += [*found, *own, *priors]
        worth += [1.0] * len(found) + [OWN] * len(own) + [1.0] * len(priors)
    shape = (len(rows), start + len(ORIGINS) * kinds)
    return csr_matrix((worth, (at, columns)), shape=shape)
