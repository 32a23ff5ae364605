"""Nouns for one person."""

from __future__ import annotations

import functools

from claimcheck.lexicon.concepts import concept, is_event
from claimcheck.lexicon.contexts import contexts
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.predicates import concepts_of


def is_person(lemma: str) -> bool:
    """Whether a noun is an office, what somebody is called beside the name, or one who is counted."""
    named = concept(lemma)  # that of the dead has the toll, too
    return lemma in _nouns() or (named in concepts_of("human") and not is_event(named))


@functools.cache
def _nouns() -> frozenset[str]:
    return cues("role") | cues("person") | contexts("measure")["persons"]
