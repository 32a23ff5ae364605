"""Units of measure and currencies, from units.toml and currencies.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

from claimcheck.model.value import Unit


@dataclass(frozen=True, slots=True)
class UnitWords:
    """`words` are phrases in lower case with one space between tokens; `signs` need digits before them, case counts."""

    words: Mapping[str, Unit]
    signs: Mapping[str, Unit]
    by_name: Mapping[str, Unit]


@dataclass(frozen=True, slots=True)
class CurrencyWords:
    """`words`: "dollars", "swiss francs"; `shared`: "crowns", with the least figure that is money;
    `signs` and `dollar_prefixes` ("hk" before "$"), `prefixes` ("rs", "usd") and `prefixes_of_millions` ("r") stand
    before the figure, `codes` ("USD", keyed in lower case) also after it; `hundredth_signs` ("p") directly after
    digits."""

    words: Mapping[str, Unit]
    shared: Mapping[str, tuple[Unit, int]]
    signs: Mapping[str, Unit]
    dollar_prefixes: Mapping[str, Unit]
    prefixes: Mapping[str, Unit]
    prefixes_of_millions: Mapping[str, Unit]
    codes: Mapping[str, Unit]
    lower_codes: frozenset[str]
    hundredth_signs: Mapping[str, Unit]


@cache
def units() -> UnitWords:
    """Every unit of units.toml by the ways to write it."""
    data = _load("units.toml")
    bases: dict[str, str] = data.pop("dimensions")
    words: dict[str, Unit] = {}
    signs: dict[str, Unit] = {}
    by_name: dict[str, Unit] = {}
    for dimension, table in data.items():
        for name, written in table.items():
            unit = Unit(
                name, dimension, bases[dimension], Decimal(written.get("factor", "1")),
                Decimal(written.get("offset", "0")), Decimal(written.get("tolerance", "0")),
            )
            by_name[name] = unit
            signs.update(dict.fromkeys(written.get("signs", ()), unit))
            for word in written.get("words", ()):
                words[word] = words[plural(word)] = unit
            words.update(dict.fromkeys(written.get("forms", ()), unit))
    return UnitWords(words, signs, by_name)


@cache
def currencies() -> CurrencyWords:
    """Every currency of currencies.toml by the ways to write it."""
    data = _load("currencies.toml")
    words = {**_money(data["plurals"])}
    for word, code in data["default"].items():
        words[word] = words[plural(word)] = currency(code)
    for adjective, nouns in data["adjectives"].items():
        for noun, code in nouns.items():
            for form in _forms(noun, data["plurals"]):
                words[f"{adjective} {form}"] = currency(code)
    for word, code in data["hundredths"].items():
        words[word] = _hundredth(code)
    hundredth_signs = {sign: _hundredth(code) for sign, code in data["hundredth_signs"].items()}
    codes = {code.lower(): currency(code) for code in data["codes"]["iso"]}
    least: dict[str, int] = data["shared"]
    shared = {form: (currency(word), least[word]) for word in least for form in (word, plural(word))}
    return CurrencyWords(
        words, shared, _money(data["signs"]), _money(data["dollar_prefixes"]), _money(data["prefixes"]),
        _money(data["prefixes_of_millions"]), codes, frozenset(data["codes"]["lower"]), hundredth_signs,
    )


def _forms(noun: str, plurals: Mapping[str, str]) -> Iterator[str]:
    yield noun
    yield plural(noun)
    yield from (plural for plural in plurals if plural[:4] == noun[:4])


def _money(table: Mapping[str, str]) -> dict[str, Unit]:
    return {word: currency(code) for word, code in table.items()}


@cache
def currency(code: str) -> Unit:
    """By its ISO code, or its name where several countries share that."""
    return Unit(code, "money", code)


@cache
def _hundredth(code: str) -> Unit:
    return Unit(f"{code} cent", "money", code, Decimal("0.01"))


def plural(word: str) -> str:
    """The regular one; what ends in "s" may be one already."""
    if word.endswith("y") and word[-2:-1] not in "aeo":
        return word[:-1] + "ies"
    if word.endswith(("x", "z", "ch", "sh")):
        return word + "es"
    return word if word.endswith("s") else word + "s"


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files("claimcheck.lexicon").joinpath(name).read_text(encoding="utf-8"))
