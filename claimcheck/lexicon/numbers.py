"""Number words: small numbers, tens, scales, ordinals and the parts of one."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Values by word in lower case; scales and suffixes are powers of ten."""

    small: Mapping[str, Decimal]  # 0 to 19
    tens: Mapping[str, Decimal]  # 20 to 90
    scales: Mapping[str, Decimal]  # "million"
    suffixes: Mapping[str, Decimal]  # "bn", written directly after digits
    ambiguous_suffixes: Mapping[str, Decimal]  # "m": a million or a metre
    ordinals: Mapping[str, Decimal]  # first to ninetieth
    scale_ordinals: Mapping[str, Decimal]  # hundredth, thousandth, millionth ...
    denominators: Mapping[str, Decimal]  # "half", "thirds", "fifth" ...: the number of parts
    symbols: Mapping[str, Decimal]  # "½"


@cache
def number_words() -> NumberWords:
    """The words of numbers.toml with the regular ordinals added."""
    text = resources.files("claimcheck.lexicon").joinpath("numbers.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    small = {word: Decimal(n) for word, n in data["small"].items()}
    ordinals = {word: Decimal(n) for word, n in data["ordinals"].items()}
    named = set(ordinals.values())
    ordinals |= {word + "th": n for word, n in small.items() if n > 3 and n not in named}
    scales = {word: Decimal(10) ** n for word, n in data["scales"].items()}
    scale_ordinals = {"hundredth": Decimal(100)}
    scale_ordinals |= {word + "th": n for word, n in scales.items() if word.endswith(("and", "ion"))}
    denominators = {word: Decimal(n) for word, n in data["denominators"].items()}
    for word, n in {**ordinals, **scale_ordinals}.items():
        if n > 3:
            denominators |= {word: n, word + "s": n}
    return NumberWords(
        small, {word: Decimal(n) for word, n in data["tens"].items()}, scales, _powers(data["suffixes"]),
        _powers(data["ambiguous_suffixes"]), ordinals, scale_ordinals, denominators,
        {sign: _ratio(written) for sign, written in data["symbols"].items()},
    )


def _powers(data: Mapping[str, int]) -> dict[str, Decimal]:
    return {word: Decimal(10) ** n for word, n in data.items()}


def _ratio(written: str) -> Decimal:
    above, _, below = written.partition("/")
    return Decimal(above) / Decimal(below or 1)
