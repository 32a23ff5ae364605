"""What an encoder of our own makes of the two contexts, see claimcheck/embed/context_encoder.py."""

from __future__ import annotations

from claimcheck.link.types import Comparison, Feature

# Natural logarithms of odds, as the encoder gives them: what they are worth is estimated, like all else.
_STEPS = (-4.0, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0)
_LEVELS = (*(f"up to {step:g}" for step in _STEPS), f"above {_STEPS[-1]:g}")


def _context(c: Comparison) -> str:
    return _LEVELS[sum(c.context > step for step in _STEPS)]


ENCODED = Feature("context", "what the encoder of contexts says", _LEVELS, _context, "other-event")
FEATURES = (ENCODED,)
