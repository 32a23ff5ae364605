"""Wording: what the two sentences have in common, and whether something else fits better."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum, log2

from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.predicates import words
from claimcheck.link.features.levels import TENTHS, likeness, tenth, up_to
from claimcheck.link.types import UNKNOWN, Comparison, Feature

# So many words beside a value are looked at for its neighbours.
NEAR = 8
# Bits of rarity, see lexicon/frequency.
_RARE = ((18.0, "very rare"), (14.0, "rare"), (11.0, "less common"), (0.1, "common"))
_COUNTS = ("one", "2 or 3", "4 to 7", "8 or more")
_NEIGHBOURS = ("same", "named beside", "none", "different")


def _near(c: Comparison) -> str:
    return tenth(c.near)


def _claim(c: Comparison) -> str:
    return tenth(c.words)


def _rare(c: Comparison) -> str:
    """The rarest word near both values."""
    best = max((min(bits, c.b.near[word]) for word, bits in c.a.near.items() if word in c.b.near), default=0.0)
    return next((name for least, name in _RARE if best >= least), "none")


def _shared(c: Comparison) -> str:
    n = sum(w in c.b.near for w in c.a.near)
    return str(min(n, 4))


def _cosine(c: Comparison) -> str:
    return tenth(c.similarity)


def _place(c: Comparison) -> str:
    return tenth(c.frame)


def _before(c: Comparison) -> str:
    if not c.a.before or not c.b.before:
        return UNKNOWN
    return tenth(min(0.4, likeness(c.a.before, c.b.before)))


def _around(c: Comparison) -> str:
    """The sentence before one with the sentence of the other."""
    return tenth(min(0.4, fsum((likeness(c.a.before, c.b.words), likeness(c.b.before, c.a.words)))))


def _left(c: Comparison) -> str:
    a, b = c.a.left[:1], c.b.left[:1]
    return "same" if a == b and a else "different"


def _right(c: Comparison) -> str:
    a, b = c.a.right[:1], c.b.right[:1]
    return "same" if a == b and a else "different"


def _start(c: Comparison) -> str:
    a, b = c.a.place, c.b.place
    return "both at the top" if max(a, b) <= 2 else "one at the top" if min(a, b) <= 2 else "neither at the top"


def _apart(c: Comparison) -> str:
    return tenth(min(0.6, abs(c.a.share - c.b.share)))


def _rank(c: Comparison) -> str:
    low, high = sorted(c.behind)
    if high <= 0:
        return "best of both"
    if low <= 0:
        return "best of one" if high < 0.1 else "best of one, far behind for the other"
    return "close behind" if high < 0.05 else "behind" if high < 0.15 else "far behind"


def _told(c: Comparison) -> str:
    """Words near both values by how rare they are in the two articles."""
    a, b, n = c.a, c.b, c.a.claims + c.b.claims
    bits = {w: log2((n + 1) / (a.spread.get(w, 0) + b.spread.get(w, 0) + 0.5)) for w in {**a.near, **b.near}}
    common = fsum(bits[w] for w in a.near if w in b.near)
    union = fsum(bits.values())
    return tenth(common / union if union else 0.0)


def _told_rare(c: Comparison) -> str:
    a, b = c.a, c.b
    seen = [a.spread.get(w, 0) + b.spread.get(w, 0) for w in a.near if w in b.near]
    if not seen:
        return "none"
    least = min(seen)
    return "these two" if least <= 2 else "few" if least <= 4 else "many"


def _rivals(c: Comparison) -> str:
    return _how_many(min(c.rivals))


def _rivals_most(c: Comparison) -> str:
    return _how_many(max(c.rivals))


def _how_many(number: int) -> str:
    return "one" if number <= 1 else "2 or 3" if number <= 3 else "4 to 7" if number <= 7 else "8 or more"


def _nearest(c: Comparison) -> str:
    low, high = sorted(c.farther)
    if high <= 0:
        return "nearest of both"
    return "nearest of one" if low <= 0 else "near" if high < 0.15 else "farther"


def _first(tokens: Sequence[str]) -> str:
    return next((w for w in tokens[:NEAR] if w[0].isalpha() and len(w) > 2 and w not in words("stop")), "")


def _first_level(x: str, y: str, near_x: Mapping[str, float], near_y: Mapping[str, float]) -> str:
    if not x or not y:
        return "none"
    cx, cy = concept(x), concept(y)
    if cx == cy:
        return "same"
    return "named beside" if cx in near_y or cy in near_x else "different"


def _first_right(c: Comparison) -> str:
    return _first_level(_first(c.a.right), _first(c.b.right), c.a.near, c.b.near)


def _first_left(c: Comparison) -> str:
    return _first_level(_first(c.a.left), _first(c.b.left), c.a.near, c.b.near)


def _company(c: Comparison) -> str:
    a, b = c.a.company, c.b.company
    if not a or not b:
        return UNKNOWN
    common = len(a & b)
    return "several in common" if common > 1 else "one in common" if common else "nothing in common"


FEATURES = (
    Feature("near", "words near the value in common", TENTHS, _near, "other-event"),
    Feature("claim", "words of the sentence in common", TENTHS, _claim, "other-event"),
    Feature("told", "words near the value in common, by their rarity in the articles", TENTHS, _told, "other-event"),
    Feature("told-rare", "rarest word of the articles near both", ("these two", "few", "many", "none"), _told_rare,
            "other-event"),
    Feature("rare", "rarest word of English near both", ("very rare", "rare", "less common", "common", "none"), _rare,
            "other-event"),
    Feature("shared", "number of words near both values", tuple("43210"), _shared, "other-event"),
    Feature("company", "other values of the two sentences",
            ("several in common", "one in common", "nothing in common"), _company, "other-event"),
    Feature("cosine", "cosine of the sentences", TENTHS, _cosine, "other-event"),
    Feature("sequence", "same words in the same order around the value", TENTHS, _place, "other-event"),
    Feature("before", "sentences before in common", up_to(4), _before, "other-event"),
    Feature("around", "sentence before one, and the other's", up_to(4), _around, "other-event"),
    Feature("left", "word on the left", ("same", "different"), _left, "other-event"),
    Feature("right", "word on the right", ("same", "different"), _right, "other-event"),
    Feature("first-left", "first content word on the left", _NEIGHBOURS, _first_left, "other-event"),
    Feature("first-right", "first content word on the right", _NEIGHBOURS, _first_right, "other-event"),
    Feature("start", "place in the article", ("both at the top", "one at the top", "neither at the top"), _start,
            "other-event"),
    Feature("apart", "distance of the places in the articles", up_to(6), _apart, "other-event"),
    Feature("nearest", "nearest claim", ("nearest of both", "nearest of one", "near", "farther"), _nearest,
            "other-event"),
    Feature("rivals", "values of the kind where there are fewer", _COUNTS, _rivals, "other-event"),
    Feature("rivals-most", "values of the kind where there are more", _COUNTS, _rivals_most, "other-event"),
    Feature("rank", "whether something else fits better",
            ("best of both", "best of one", "best of one, far behind for the other", "close behind", "behind",
             "far behind"), _rank, "other-event"),
)
