"""What parts two values in sentences that are much alike.

Where the words are nearly the same, the few that differ say what is measured: "12 were killed", "12 were injured". The
same words in two quite different sentences say little. So contrasts have levels of their own in like sentences.
"""

from __future__ import annotations

from claimcheck.link.features.what import EVENT, HEAD, INDICATOR, NARROWED
from claimcheck.link.features.when import PLAN, SCOPE
from claimcheck.link.features.where import NATIONS, PLACES
from claimcheck.link.features.who import AGENTS, CAPITALS
from claimcheck.link.types import UNKNOWN, Comparison, Feature

# Share of the words around the value in common, in order, from which on two sentences are alike.
ALIKE, MUCH_ALIKE = 0.2, 0.45
# Words of fewer bits of rarity are so common ("was", "were") that they make no difference.
COMMONPLACE = 10.0
_REACHES = frozenset({"total", "new", "each", "since", "part", "average", "past", "against"})
_NOTHING = "nothing in common"


def nothing_else(c: Comparison) -> bool:
    """Is there no difference but for the values, or only words that one of two like sentences has besides?"""
    if not alike(c):
        return False
    found = _gravest(c)
    own = [{w for w in m.near.keys() - o.words.keys() if m.near[w] >= COMMONPLACE} for m, o in ((c.a, c.b), (c.b, c.a))]
    return found in ("nothing", "more words") or (found == "other words" and not all(own))


def alike(c: Comparison) -> bool:
    """Do the two values stand in much the same words?"""
    return c.frame >= ALIKE


def _contrast(c: Comparison) -> str:
    """The gravest difference between like sentences; UNKNOWN for others."""
    common = c.frame
    if common < ALIKE:
        return UNKNOWN
    grade = "much alike" if common >= MUCH_ALIKE else "alike"
    return f"{grade}: {_gravest(c)}"


def _gravest(c: Comparison) -> str:
    head, event = HEAD(c), EVENT(c)
    if event == "opposed" or INDICATOR(c) == "apart":
        return "opposed"
    if event == "other event" or (event == "different" and c.a.kind != "time"):
        return "another event"
    if head in ("different", "both people"):
        return "another noun"
    if (c.a.cues ^ c.b.cues) & _REACHES:
        return "another reach"
    if NARROWED(c) in ("one narrowed", "differently narrowed"):
        return "narrowed otherwise"
    if SCOPE(c) in ("other times", "one in a period"):
        return "another time"
    if PLAN(c) == "one to come":
        return "one to come"
    if PLACES(c) == _NOTHING or NATIONS(c) == "different":
        return "another place"
    if AGENTS(c) == _NOTHING or CAPITALS(c) == _NOTHING:
        return "another name"
    a, b = (frozenset(m.near) - frozenset(o.words) for m, o in ((c.a, c.b), (c.b, c.a)))
    return "other words" if a and b else "more words" if a or b else "nothing"


_KINDS = ("nothing", "more words", "other words", "another name", "another place", "one to come", "another time",
          "narrowed otherwise", "another reach", "another noun", "another event", "opposed")
FEATURES = (
    Feature("contrast", "what differs in sentences that are alike",
            tuple(f"{grade}: {kind}" for grade in ("much alike", "alike") for kind in _KINDS), _contrast,
            "other-event"),
)
