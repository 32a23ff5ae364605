"""Verbs with another word that together name an event: "open fire", "lay off", "lose lives"."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from importlib import resources

from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.own import kept_by_synonyms


def phrases(verb: str) -> tuple[tuple[frozenset[str], str], ...]:
    """For the lemma of a verb the sets of lemmas that must hang on it and the concept of the whole, longest first."""
    return _phrases().get(verb, ())


@kept_by_synonyms
def _phrases() -> dict[str, tuple[tuple[frozenset[str], str], ...]]:
    text = resources.files("claimcheck.lexicon").joinpath("phrases.toml").read_text(encoding="utf-8")
    found: defaultdict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
    for name, some in tomllib.loads(text).items():
        for phrase in some:
            verb, *rest = phrase.split()
            found[verb].append((frozenset(rest), concept(name)))
    return {verb: tuple(sorted(rows, key=lambda r: (-len(r[0]), sorted(r[0])))) for verb, rows in found.items()}
