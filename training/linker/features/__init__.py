"""The features of a comparison, one file a family; all of them are computed, and none hides another."""

from training.linker.features import contrast, how, what, when, where, who, wording
from training.linker.types import Feature

FEATURES: tuple[Feature, ...] = (
    *what.FEATURES, *when.FEATURES, *where.FEATURES, *who.FEATURES, *how.FEATURES, *wording.FEATURES,
    *contrast.FEATURES,
)
