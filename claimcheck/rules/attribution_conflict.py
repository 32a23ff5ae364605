"""The same words from two speakers: a quotation, or nearly all of what somebody is reported to have said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.frequency import rarity
from claimcheck.lexicon.given import is_listed
from claimcheck.lexicon.newsroom import agency
from claimcheck.lexicon.places import country_of, is_place
from claimcheck.lexicon.spelling import DIFFERENT, spelling
from claimcheck.link.copies import Word
from claimcheck.link.identity import Name, same_name
from claimcheck.link.sayings import Repeat, Saying
from claimcheck.model.finding import Evidence, Finding, Verdict
from claimcheck.model.span import Span
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import place_evidence, sides
from claimcheck.segment import sentences

# So many of the words must be the same, for nobody says them a second time: in a quotation, and where one only reports.
QUOTED, REPORTED = 6, 12
# A quotation of fewer than so many must be so rare as well, in bits beyond those of a common word: "our thoughts are
# with the families" (13) is said by many, "one does not bargain with wolves" (21) by one.
MANY, COMMON, RARE = 10, 8.0, 16.0
# How alike the words are where one only reports; two officials may well confirm one thing.
ALIKE = 0.85
# Of a quotation one may give less than the other, but what it gives is in the other.
WITHIN = 0.9
# "A spokesman for Mayor Anna Koller" is somebody else.
_BEHIND = frozenset({"for", "of", "to", "from", "with", "by", "on"})
# Words of what another claim says from which on it says the same.
SAID_TOO = 0.5


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    names = story.names
    told: set[tuple[int, int, tuple[int, int]]] = set()
    for repeat in (*story.quotes, *story.contents):
        copy = repeat.copy
        place = copy.left, copy.right, copy.at
        if place in told or not _same_words(repeat):
            continue
        a = _person(story, copy.left, repeat.a, names[copy.left])
        b = _person(story, copy.right, repeat.b, names[copy.right])
        if a is None or b is None or not _two_people(a[0], b[0]):
            continue
        if not (_known(story, copy.left, repeat.a, b[0]) or _known(story, copy.right, repeat.b, a[0])):
            told.add(place)
            yield _finding(story, rule, repeat, a, b)


def _same_words(repeat: Repeat) -> bool:
    """Are they so many, so rare and so alike that they were said once?"""
    copy = repeat.copy
    words = [copy.a[i].text for i, _ in copy.matched]
    if all(_is_quoted(s.words) for s in (repeat.a, repeat.b)):
        rare = len(words) >= MANY or sum(max(0.0, rarity(w) - COMMON) for w in words) >= RARE
        return len(words) >= QUOTED and rare and copy.share >= WITHIN
    return len(words) >= REPORTED and copy.likeness >= ALIKE


def _is_quoted(words: Sequence[Word]) -> bool:
    return all(w.quoted for w in words)


def _person(story: Story, document: int, saying: Saying, names: Sequence[Name]) -> tuple[Name, Span] | None:
    """Who is named beside the cue as the one who says it, and where; nobody for pronouns, roles and organisations."""
    said = saying.attribution
    if said is None or said.speaker_span is None:
        return None
    read, place = story.documents[document], said.speaker_span
    inside = [m for m in read.mentions if place.covers(m.span) and m.last == said.speaker.split()[-1]]
    if len(inside) != 1 or read.document.text[inside[0].span.end :].startswith(("'", "’")):
        return None
    before = read.document.text[place.start : inside[0].span.start].rpartition(",")[2]
    if not _BEHIND.isdisjoint(before.split()):
        return None
    name = next((n for n in names if inside[0] in n.mentions), None)
    return (name, inside[0].span) if name is not None and _is_person(story, name) else None


def _is_person(story: Story, name: Name) -> bool:
    """A full name that somebody is addressed by: with a role, a given name of the lists, or the surname alone."""
    words = [w.casefold().strip(".") for w in name.words]
    if not 1 < len(words) <= 4 or is_place(name.full) or agency(name.full) or any(map(country_of, name.words)):
        return False
    if {*words} & (cues("facility") | cues("role")) or any(w.isupper() and len(w) > 2 for w in name.words):
        return False
    if any({*d.document.source.casefold().split()} & {*words} for d in story.documents):
        return False
    surname = any(len(m.words) == 1 and m.words[0].casefold() == words[-1] for m in name.mentions)
    return bool(name.roles) or is_listed(words[0]) or surname


def _two_people(a: Name, b: Name) -> bool:
    """Neither one of two forms of a name, nor somebody and who speaks for him."""
    if {*a.folded} & {*b.folded} or same_name(a, b) or spelling(a.folded[-1], b.folded[-1]) != DIFFERENT:
        return False
    return bool(a.roles & cues("speaks_for")) == bool(b.roles & cues("speaks_for"))


def _known(story: Story, document: int, saying: Saying, other: Name) -> bool:
    """Does this document name the other one as well, in the same sentence or for the same words?"""
    read, surname = story.documents[document], other.folded[-1]
    place = sentences(read.document)[saying.sentence].span
    if surname in re.findall(r"\w+", place.of(read.document.text).casefold()):
        return True
    claims = (c for c in read.claims if c.sentence == saying.sentence and c.span.overlaps(saying.words[0].span))
    words = max((c.words for c in claims), key=len, default=frozenset())
    told = (c for c in read.claims if surname in c.speaker.casefold().split())
    return any(len(c.words & words) >= SAID_TOO * min(len(c.words), len(words)) for c in told if c.words)


def _finding(story: Story, rule: Rule, repeat: Repeat, a: tuple[Name, Span], b: tuple[Name, Span]) -> Finding:
    copy = repeat.copy
    shown = (_side(story, copy.left, repeat.a, *a), _side(story, copy.right, repeat.b, *b))
    said = copy.spans[0].of(story.documents[copy.left].document.text)
    return Finding(Verdict.TENSION, rule.name, "who said it",
                   f"{sides(shown)}; for the same words: “{' '.join(said.split())}”", shown,
                   key="same words", independent=story.independent(copy.left, copy.right))


def _side(story: Story, document: int, saying: Saying, name: Name, place: Span) -> Evidence:
    side = place_evidence(story, document, place, name.full)
    around = saying.words[0].span.union(saying.words[-1].span).union(place)
    text = story.documents[document].document.text
    return replace(side, context=around, context_text=around.of(text), speaker=name.full)
