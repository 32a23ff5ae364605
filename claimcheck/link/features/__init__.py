"""The features of a comparison, one file a family; all of them are computed, and none hides another."""

from claimcheck.link.features import context, contrast, how, what, when, where, who, wording
from claimcheck.link.types import Comparison, Feature

FEATURES: tuple[Feature[Comparison], ...] = (
    *what.FEATURES, *when.FEATURES, *where.FEATURES, *who.FEATURES, *how.FEATURES, *wording.FEATURES,
    *contrast.FEATURES, *context.FEATURES,
)
