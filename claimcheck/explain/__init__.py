"""How a text is read, and how two statements of a story were judged: silence is explainable."""

from claimcheck.explain.judged import explanation
from claimcheck.explain.places import Place, locate, places_of
from claimcheck.explain.reading import explained

__all__ = ["Place", "explained", "explanation", "locate", "places_of"]
