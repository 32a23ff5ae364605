"""What happened: of two occurrences what each says of whom, and how. They have a table of weights to themselves."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.lexicon.antonyms import opposed
from claimcheck.link.event_guards import BACKGROUND, occurrence_of, other_time, other_words_behind
from claimcheck.link.features import FEATURES as OF_VALUES
from claimcheck.link.features.levels import shared_level
from claimcheck.link.parties import ANYBODY, NAMED, QUALIFIED, SAME_HEAD, parties
from claimcheck.link.types import UNKNOWN, Comparison, Feature
from claimcheck.model.fact import Occurrence, Party

_FITS = ("one name", "one noun", "anybody", "otherwise qualified", "another noun", "another name")
# Of the features of values those that tell something of occurrences, with their words here: of 1,889 labelled pairs
# each of the others moved the area under the curve, cross-validated by event, by .001 at most.
_TAKEN = {
    "parties": "who takes part",
    "names": "names in the clause",
    "scope": "when it was",
    "claim": "words of the sentence in common",
    "shared": "number of words near both",
    "told-rare": "rarest word of the articles near both",
    "company": "values of the two sentences",
    "before": "sentences before in common",
    "around": "sentence before one, and the other's",
    "first-right": "first content word behind it",
    "start": "place in the article",
}
# Of a sentence with fewer content words ("No one was hurt") it says little that none of them stands in the other.
FEW = 3
_OF_WORDS = frozenset({"claim", "shared", "told-rare"})


def _both(c: Comparison) -> tuple[Occurrence, Occurrence]:
    return occurrence_of(c.a.statement), occurrence_of(c.b.statement)


def _predicate(c: Comparison) -> str:
    a, b = _both(c)
    if opposed(a.predicate, b.predicate):
        return "excludes the other"
    return "same word" if a.word.lower() == b.word.lower() else "other word"


def _kind(c: Comparison) -> str:
    a, b = sorted(o.kind for o in _both(c))
    return f"two of {a}" if a == b else f"{a} and {b}"


def _polarity(c: Comparison) -> str:
    a, b = c.a.statement.denied, c.b.statement.denied
    return "unlike" if a != b else "both deny" if a else "neither denies"


def _theme(c: Comparison) -> str:
    a, b = _both(c)
    return _fit(a.theme, b.theme, parties(a, b)[0])


def _agent(c: Comparison) -> str:
    a, b = _both(c)
    return _fit(a.agent, b.agent, parties(a, b)[1]) if a.agent.text or b.agent.text else UNKNOWN


def _fit(a: Party, b: Party, value: float) -> str:
    for least, level in ((NAMED, "one name"), (SAME_HEAD, "one noun"), (ANYBODY, "anybody"),
                         (QUALIFIED, "otherwise qualified")):
        if value >= least:
            return level
    return UNKNOWN if value else "another name" if a.names and b.names else "another noun"


def _behind(c: Comparison) -> str:
    a, b = _both(c)
    if other_words_behind(a, b):
        return "other words behind one preposition"
    words = [frozenset().union(*(words for _, words in o.around)) for o in (a, b)]
    return shared_level(*words)


def _time(c: Comparison) -> str:
    found = other_time(c.a.statement, c.b.statement)
    return "other times" if found and found != BACKGROUND else found


def _taken(feature: Feature[Comparison]) -> Feature[Comparison]:
    def level(c: Comparison) -> str:
        return UNKNOWN if min(len(c.a.words), len(c.b.words)) < FEW else feature.level(c)

    of_words = feature.name in _OF_WORDS
    return replace(feature, name=f"event-{feature.name}", words=_TAKEN[feature.name],
                   level=level if of_words else feature.level)


FEATURES: tuple[Feature[Comparison], ...] = (
    Feature("event-predicate", "what is said of it", ("same word", "other word", "excludes the other"), _predicate,
            "other-event"),
    Feature("event-sort", "event, state, or that there are some",
            ("two of event", "two of state", "two of some", "event and state", "event and some", "some and state"),
            _kind, "other-event"),
    Feature("event-polarity", "whether it is so", ("neither denies", "both deny", "unlike"), _polarity, "other-event"),
    Feature("event-theme", "what it happens to", _FITS, _theme, "other-subject"),
    Feature("event-agent", "who does it", _FITS, _agent, "other-subject"),
    Feature("event-behind", "words behind its prepositions",
            ("all in common", "most in common", "some in common", "nothing in common", "only one has any",
             "other words behind one preposition"), _behind, "other-event"),
    Feature("event-past", "long past or not", (BACKGROUND, "other times"), _time, "other-time"),
    *(_taken(f) for f in OF_VALUES if f.name in _TAKEN),
)
