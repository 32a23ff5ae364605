"""May two events be at one place? Countries, states and cities by the lexicon, other names by themselves."""

from __future__ import annotations

import re

from claimcheck.lexicon.body import may_be_one
from claimcheck.lexicon.concepts import concepts
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.places import country_of, is_place, region_of
from claimcheck.lexicon.spelling import SAME, TRANSLITERATION, spelling
from claimcheck.model.fact import Occurrence, Place

_OPPOSITE = {"north": "south", "south": "north", "east": "west", "west": "east", "left": "right", "right": "left",
             "northeast": "southwest", "southwest": "northeast", "northwest": "southeast", "southeast": "northwest"}


def other_place(a: Occurrence, b: Occurrence) -> tuple[Place, Place] | None:
    """The two places, where none of one side may be one of the other's; None where they may be or a side has none.

    Only for what happens once: "found in Harrow" against "found in Dorvek".
    """
    if a.predicate != b.predicate or a.predicate not in concepts(cues("placed")):
        return None
    for kind in ("place", "direction", "body"):
        mine, others = ([p for p in o.where if p.kind == kind] for o in (a, b))
        if mine and others and all(apart(x, y) for x in mine for y in others):
            return mine[0], others[0]
    return None


def apart(x: Place, y: Place) -> bool:
    """Two places of one kind that are not one and of which neither holds the other, as far as is known."""
    if x.kind == "body":
        return not may_be_one(x.names[0], y.names[0]) or (x.names == y.names and _opposite(x, y))
    if x.kind == "direction":
        return x.names == y.names and _opposite(x, y)
    if _words(x) & _words(y) or _spelt_alike(x.names[0], y.names[0]):
        return False
    wider = (_around(x), _around(y))
    if wider[0] and wider[1]:
        countries = ({c for c, _ in wider[0]}, {c for c, _ in wider[1]})
        if not countries[0] & countries[1]:
            return True
        regions = ({r for _, r in wider[0]} - {""}, {r for _, r in wider[1]} - {""})
        if regions[0] and regions[1]:
            return not regions[0] & regions[1]
    return _is_town(x) and _is_town(y)


def _spelt_alike(a: str, b: str) -> bool:
    """ "Kiev" and "Kyiv"; Iran and Iraq are known to be two."""
    known = is_place(a) and is_place(b) and country_of(a) != country_of(b)
    return not known and spelling(a, b) in (SAME, TRANSLITERATION)


def _opposite(x: Place, y: Place) -> bool:
    return bool(x.side) and _OPPOSITE.get(x.side) == y.side


def _words(place: Place) -> frozenset[str]:
    return frozenset(w for name in place.names for w in re.findall(r"\w+", name.lower()))


def _around(place: Place) -> frozenset[tuple[str, str]]:
    """(country, state) of each name that is known."""
    found = []
    for name in place.names:
        region = region_of(name)
        country = country_of(name)
        if country or region:
            found.append((country, region))
    if any(region for _, region in found):  # "Paris, Texas"
        found = [(c, r) for c, r in found if r]
    return frozenset(found)


def _is_town(place: Place) -> bool:
    """A name that is no country or state, nor a building or a street; what is not known is taken for a town."""
    name = place.names[0]
    if region_of(name) or (is_place(name) and country_of(name) == name):
        return False
    return not any(w in cues("facility") for w in _words(place))
