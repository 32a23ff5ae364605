"""Countries, their capitals, peoples and seats of government, states, provinces and larger cities, from places.toml.

Accents, curly apostrophes and a possessive "'s" do not matter. Case matters little: a name in lower case is known too,
unless it is also a common word ("turkey", "us"), and postal codes are known in capitals only.
"""

from __future__ import annotations

import functools
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'"})
_MAX_LENGTH = 60  # no name of a place is longer, and folding a whole text is not worth it


def country_of(word: str) -> str:
    """The country that a name, a demonym, a capital or other city, a state or a seat of government ("Kremlin") stands
    for, by its common name; "" for none and for a name that several share ("Korea").

    "Georgia" is the country and "Washington" the government: `region_of` tells the states.
    """
    key = _key(word)
    if not key:
        return ""
    found = _places().countries.get(key, "")
    return found or _places().peoples.get(key.removesuffix("s"), "")


def region_of(word: str) -> str:
    """The state of the US or the province of Canada that a name or an abbreviation ("Ore.", "OR") stands for, or ""."""
    stripped = word.strip()
    return _places().codes.get(stripped) or _places().regions.get(_key(word), "")


def is_place(name: str) -> bool:
    """True for the name of a country, part of the world, state, province or city, not for a demonym or a government."""
    return _key(name) in _places().names


@dataclass(frozen=True, slots=True)
class _Places:
    """All by folded key, `codes` as written."""

    countries: Mapping[str, str]
    peoples: Mapping[str, str]  # demonyms that may take an -s
    regions: Mapping[str, str]
    codes: Mapping[str, str]
    names: frozenset[str]
    common: frozenset[str]


def _key(name: str) -> str:
    """Folded name; "" for what can be no name here, a common word in lower case among it."""
    if len(name) > _MAX_LENGTH:
        return ""
    plain = " ".join(name.translate(_APOSTROPHES).split())
    if plain.lower().endswith("'s") and _fold(plain) not in _places().names:
        plain = plain[:-2]
    key = _fold(plain)
    return "" if plain == plain.lower() and key in _places().common else key


def _fold(name: str) -> str:
    plain = name.translate(_APOSTROPHES).casefold().replace("ı", "i").replace("ł", "l")
    decomposed = unicodedata.normalize("NFKD", plain)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@functools.cache
def _places() -> _Places:
    text = resources.files("claimcheck.lexicon").joinpath("places.toml").read_text(encoding="utf-8")
    data: dict[str, Any] = tomllib.loads(text)
    countries: dict[str, str] = {}
    names: set[str] = set()
    for country, row in data["countries"].items():
        places = [country, *row["capitals"], *row.get("also", ()), *row.get("cities", ())]
        names.update(map(_fold, places))
        _add(countries, [*places, *row["people"], *row.get("seats", ())], country)
    regions: dict[str, str] = {}
    codes: dict[str, str] = {}
    for section, country in (("us_states", "United States"), ("canadian_provinces", "Canada")):
        for region, written in data[section].items():
            codes |= {short: region for short in written if short.isupper() and "." not in short}
            long = [region, *(w for w in written if not w.isupper() or "." in w)]
            _add(regions, long, region)
            _add(countries, long, country)
            names.update(map(_fold, [region, *(w for w in long if "." not in w)]))
    peoples = {_fold(p): c for c, row in data["countries"].items() for p in row["people"]}
    names.update(map(_fold, data["wider"]["names"]))
    common = frozenset(map(_fold, data["common"]["names"]))
    return _Places(countries, peoples, regions, codes, frozenset(names), common)


def _add(table: dict[str, str], names: Iterable[str], value: str) -> None:
    """The first meaning of a name stays."""
    for name in names:
        table.setdefault(_fold(name), value)
