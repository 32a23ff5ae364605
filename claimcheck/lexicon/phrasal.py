"""Verbs with a particle and the plain word for them, from phrasal.toml."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources


def plain_verb(verb: str, particle: str) -> str:
    """ "turn", "down" -> "reject"; "" where the particle makes no other verb that is known."""
    return _table().get(f"{verb} {particle}", "")


@functools.cache
def _table() -> dict[str, str]:
    text = resources.files("claimcheck.lexicon").joinpath("phrasal.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
