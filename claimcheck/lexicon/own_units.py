"""Units that a corpus adds: each in terms of another, or as the base of a dimension of its own."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from claimcheck.errors import VocabularyError
from claimcheck.lexicon.units import UnitWords, currencies, plural, units
from claimcheck.model.value import Unit
from claimcheck.model.vocabulary import OwnUnit

_LEAST, _MOST = Decimal("1e-30"), Decimal("1e+30")
_PHRASE = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")
_TOKEN = re.compile(r"[^\W\d_]+|\S")


@lru_cache(maxsize=8)
def with_own(own: tuple[OwnUnit, ...]) -> UnitWords:
    """The units of units.toml and those that a corpus adds, whose words go before. Raises VocabularyError."""
    known, named = units(), {unit.name: unit for unit in own}
    words: dict[str, Unit] = {}
    plurals: dict[str, Unit] = {}
    signs: dict[str, Unit] = {}
    for unit in own:
        made = _made(unit, named)
        for word in unit.words or (unit.name,):
            phrase = _phrase(unit, word)
            _add(phrase, made, words, ("units", unit.name, "words"))
            plurals[plural(phrase)] = made
        for sign in unit.signs:
            keys = ("units", unit.name, "signs")
            if not sign.strip() or sign[0].isdecimal():
                raise VocabularyError(keys, f"{sign!r} is no sign; write what stands behind the digits")
            _add(sign, made, signs, keys)
    return UnitWords({**known.words, **plurals, **words}, {**known.signs, **signs}, known.by_name)


def _add(written: str, unit: Unit, table: dict[str, Unit], keys: tuple[str, ...]) -> None:
    if table.setdefault(written, unit) != unit:
        raise VocabularyError(keys, f"{written!r} stands for {table[written].name!r} already; leave one of them out")


def _phrase(unit: OwnUnit, word: str) -> str:
    keys = ("units", unit.name, "words")
    if not _PHRASE.fullmatch(word):
        raise VocabularyError(keys, f"{word!r} is no word; write letters, and put an abbreviation into signs")
    if _spaced(word) in currencies().words:
        raise VocabularyError(keys, f"{word!r} is a currency; choose another word")
    return _spaced(word)


def _made(unit: OwnUnit, named: Mapping[str, OwnUnit], above: tuple[str, ...] = ()) -> Unit:
    """Raises VocabularyError."""
    if unit.name in units().by_name:
        mend = "choose another name; the word itself may stand in words"
        raise VocabularyError(("units", unit.name), f"{unit.name!r} is a unit already; {mend}")
    factor = Decimal(unit.factor)
    if not factor.is_finite() or not _LEAST <= factor <= _MOST:
        mend = f"write a number from {_LEAST} to {_MOST}"
        raise VocabularyError(("units", unit.name, "factor"), f"{unit.factor} is no factor; {mend}")
    if not unit.of:
        if factor != 1:
            raise VocabularyError(("units", unit.name, "factor"), f"{unit.factor} of what? write of = \"...\"")
        if unit.name in {"money", *(known.dimension for known in units().by_name.values())}:
            raise VocabularyError(("units", unit.name), f"{unit.name!r} is a dimension already; choose another name")
        return Unit(unit.name, unit.name, unit.name)
    if unit.of in (unit.name, *above):
        raise VocabularyError(("units", unit.name, "of"), f"{unit.of!r} leads back to itself; count in a known unit")
    base = _made(named[unit.of], named, (*above, unit.name)) if unit.of in named else _known(unit)
    if base is None:
        near = difflib.get_close_matches(unit.of, [*named, *units().by_name, *units().words], n=1)
        guess = f"did you mean {near[0]!r}?" if near else "write one as 'metre' or 'acre', or another of yours"
        raise VocabularyError(("units", unit.name, "of"), f"{unit.of!r} is no known unit; {guess}")
    return Unit(unit.name, base.dimension, base.base, factor * base.factor, base.offset, base.tolerance)


def _known(unit: OwnUnit) -> Unit | None:
    word = _spaced(unit.of)
    return (units().by_name.get(unit.of) or units().words.get(word) or units().signs.get(unit.of)
            or currencies().codes.get(word))


def _spaced(written: str) -> str:
    """In lower case, with one space between tokens: "Acre-foot" -> "acre - foot"."""
    return " ".join(_TOKEN.findall(written.lower()))
