"""What a length is that no noun names: "depth", "length of the hole", "distance from the tower"; never "distance of the
drivers", who have none."""

from __future__ import annotations

from claimcheck.detect.clause import SUBJECTS, exit_token, tokens_after, tokens_before
from claimcheck.detect.measure import Setting
from claimcheck.detect.phrases import DEGREES, named_words
from claimcheck.model.parse import Token
from claimcheck.model.tree import children
from claimcheck.model.value import Quantity

_BELOW = frozenset({"below", "beneath", "under", "underneath"})
_SURFACES = frozenset({"ground", "surface", "sea", "water", "earth", "waterline"})
# Where something is so far, it has the distance itself.
_STANDING = frozenset({"be", "lie", "stand", "sit", "remain", "hover", "orbit"})
_NEAR = frozenset({"within", "inside"})


def length_label(setting: Setting, quantity: Quantity) -> str:
    """By the words around the figure: "length of the hole" for "a hole two metres long", "depth" for "640 metres below
    ground"; "" elsewhere."""
    if quantity.dimension != "length":
        return ""
    parsed = setting.parsed
    after = tokens_after(parsed, quantity.span)
    low = [t.lemma.lower() for t in after[:3]]
    if low and low[0] in _BELOW and not _SURFACES.isdisjoint(low[1:]):
        return "depth"
    if not low or low[0] not in DEGREES or after[0].tag not in ("JJ", "RB"):
        return ""
    before = tokens_before(parsed, quantity.span)
    comma = len(before) > 1 and before[-1].text == ","
    noun = before[-2 if comma else -1] if before else None
    if noun is None or noun.pos not in ("NOUN", "PROPN") or not (comma or noun.tag == "NN"):
        return ""
    return f"{DEGREES[low[0]]} of {name}" if (name := named_words(setting, noun)) else DEGREES[low[0]]


def distance_label(setting: Setting, quantity: Quantity, noun: Token) -> str:
    """Of what is so far away: "distance from the tower" for "within 800 metres of the tower", "distance of Tyra" for
    "Tyra is 300 million km from Earth"; of whom a distance only stands beside, "distance"."""
    parsed = setting.parsed
    exit_ = exit_token(parsed, quantity.span)
    behind = children(parsed, exit_, "prep") if exit_ is not None else []
    if exit_ is not None and any(t.lemma == "of" for t in behind):
        name = named_words(setting, noun)
        within = parsed.tokens[exit_.head].lemma in _NEAR
        return f"distance from {name}" if within and name else "distance"
    verb = parsed.tokens[noun.head]
    own = noun.dep in SUBJECTS and verb.lemma in _STANDING and noun.index < verb.index
    comma = any(t.text == "," for t in tokens_before(parsed, quantity.span)[-1:])
    return f"distance of {named_words(setting, noun)}" if own and not comma else "distance"
