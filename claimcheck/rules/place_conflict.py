"""Two sources put one event in two places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.lexicon.concepts import concept
from claimcheck.link.align_places import other_place
from claimcheck.link.event_guards import kept_apart
from claimcheck.link.parties import NAMED, SAME_HEAD, parties
from claimcheck.link.statement import Pair
from claimcheck.model.fact import Occurrence, Place
from claimcheck.model.finding import Finding, Verdict
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import finding


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    told: set[frozenset[tuple[int, int]]] = set()
    for pair in sorted(story.pairs, key=lambda p: (-p.alignment.score, p.a.number, p.b.number)):
        a, b = pair.a.fact.value, pair.b.fact.value
        if not (isinstance(a, Occurrence) and isinstance(b, Occurrence)):
            continue
        places = other_place(a, b)
        sentences = frozenset((s.document, s.claim.sentence) for s in (pair.a, pair.b))
        if places is None or sentences in told or not _sure(pair, a, b, rule.least) or _both_know(story, pair, places):
            continue
        told.add(sentences)
        names = [", ".join(p.names) if p.kind != "body" else f"{p.side} {p.names[0]}".strip() for p in places]
        yield finding(story, rule, Verdict.TENSION, (pair.a, pair.b), measure=_measure(pair, places), key=pair.key,
                      values={pair.a.number: names[0], pair.b.number: names[1]}, guards=pair.alignment.passed,
                      condition=_condition(places, names))


def _measure(pair: Pair, places: tuple[Place, Place]) -> str:
    """ "Where the hikers were found", and not "were found in Harrow": of the side that is named with its place, else of
    one that is a sentence."""
    whats = [s.fact.measure.label.removeprefix("whether ") for s in (pair.a, pair.b)]
    for what, place in zip(whats, places, strict=True):
        name = re.search(rf"\s(?:\w+\s)?(?:the\s)?{re.escape(place.names[0])}", what, re.IGNORECASE)
        if name:
            return f"where {what[: name.start()]}"
    told = (isinstance(s.fact.value, Occurrence) and s.fact.value.stated for s in (pair.a, pair.b))
    return f"where {next((what for what, is_told in zip(whats, told, strict=True) if is_told), whats[0])}"


def _sure(pair: Pair, a: Occurrence, b: Occurrence, least: float) -> bool:
    if pair.a.denied or pair.b.denied or a.unanswered or b.unanswered:
        return False
    theme, agent = parties(a, b)
    if theme < SAME_HEAD or agent == 0.0 or kept_apart(pair.a, pair.b)[0]:
        return False
    if theme < NAMED and a.predicate == concept("hold") and not (_is_known(a) and _is_known(b)):
        return False
    return pair.alignment.score >= least


def _is_known(held: Occurrence) -> bool:
    """ "The summit", "Friday's vote": of meetings and attacks that are not known there are many."""
    return bool(re.match(r"(?:the|this|that|its|their|his|her)\b|\w+['’]s ", held.theme.text, re.IGNORECASE))


def _both_know(story: Story, pair: Pair, places: tuple[Place, Place]) -> bool:
    """A document that names the other's place too tells more than one sentence of it does."""
    for statement, other in ((pair.a, places[1]), (pair.b, places[0])):
        if other.kind == "place" and other.names[0] in story.documents[statement.document].document.text:
            return True
    return False


def _condition(places: tuple[Place, Place], names: list[str]) -> str:
    if places[0].kind != "place":
        return ""
    return f"both hold only if one of {names[0]} and {names[1]} lies in the other"
