"""Cue words for attribution and factuality."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources


@functools.cache
def cues(name: str) -> frozenset[str]:
    """The lemmas of one list of cues.toml; KeyError for a list that does not exist."""
    return frozenset(_lists()[name])


@functools.cache
def _lists() -> dict[str, list[str]]:
    text = resources.files("claimcheck.lexicon").joinpath("cues.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
