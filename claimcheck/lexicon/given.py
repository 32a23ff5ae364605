"""Given names of many languages that nearly always are a woman's or a man's, from given.toml."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

from claimcheck.lexicon.names import is_established


def sex_of(given: str) -> str:
    """ "woman" or "man"; "" for a name that is not known, or of both."""
    return _sexes().get(given.strip().rstrip(".").casefold(), "")


def is_listed(name: str) -> bool:
    """Is it a given name of these lists, or a name of those in names.toml?"""
    return bool(sex_of(name)) or is_established(name)


@functools.cache
def _sexes() -> dict[str, str]:
    data = tomllib.loads(resources.files("claimcheck.lexicon").joinpath("given.toml").read_text(encoding="utf-8"))
    return {name: sex for sex, key in (("woman", "female"), ("man", "male")) for name in data[key]}
