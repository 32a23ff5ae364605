"""One person's name is spelled differently, and not only because it was written in another alphabet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimcheck.link.identity import Name, same_name, variant_spelling
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.guard import Guard
from claimcheck.model.span import Span
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import place_evidence, sides

MAX_PLACES = 2
NEAR = 12  # characters: ", Capt. "
_DETERMINED = re.compile(r"(?:\b(?:the|a|an|this|that|its|their)|\d(?:st|nd|rd|th))\s+$", re.IGNORECASE)


Spelled = list[tuple[int, Name]]


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    for left, right in variants(story):
        yield _finding(story, rule, left, right)


def beside_variants(story: Story) -> frozenset[tuple[int, Span]]:
    """The places of names that stand directly beside one whose spelling is in doubt: the list as a whole is."""
    sides = [side for pair in variants(story) for side in pair]
    doubtful = sorted((d, m.span) for side in sides for d, name in side for m in name.mentions)
    places = ((d, m.span) for d, some in enumerate(story.names) for name in some for m in name.mentions)
    return frozenset((d, span) for d, span in places for other, at in doubtful
                     if d == other and min(abs(at.start - span.end), abs(span.start - at.end)) <= NEAR)


def variants(story: Story) -> Iterator[tuple[Spelled, Spelled]]:
    """Two spellings of one name, each with the documents and names that have it."""
    spelled: dict[str, list[tuple[int, Name]]] = {}
    for document, some in enumerate(story.names):
        for name in some:
            if len(name.folded) > 1 or name.bearer:
                spelled.setdefault(" ".join(name.folded), []).append((document, name))
    by_start: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    for form in spelled:
        words = form.split()
        for place in {0, len(words) - 1}:
            by_start[place, words[place][:2]].append(form)
    seen: set[tuple[str, str]] = set()
    for key in sorted(by_start):
        forms = by_start[key]
        for i, a in enumerate(forms):
            for b in forms[i + 1 :]:
                pair = (min(a, b), max(a, b))
                if pair not in seen and _differ(spelled[a], spelled[b], story.names) and _people(story, a, b, spelled):
                    seen.add(pair)
                    yield spelled[pair[0]], spelled[pair[1]]


def _people(story: Story, a: str, b: str, spelled: dict[str, Spelled]) -> bool:
    """No "the" or ordinal stands in front of a person, and no part of the name is written small elsewhere."""
    for document, name in (*spelled[a], *spelled[b]):
        text = story.documents[document].document.text
        if any(_DETERMINED.search(text[max(0, m.span.start - 12) : m.span.start]) for m in name.mentions):
            return False
        if any(re.search(rf"(?<!\w){re.escape(w)}(?!\w)", text) for w in (*a.split(), *b.split())):
            return False
    return True


def _differ(left: list[tuple[int, Name]], right: list[tuple[int, Name]], names: Sequence[tuple[Name, ...]]) -> bool:
    """Different spellings of one name, each in documents that do not have the other one."""
    if {d for d, _ in left} & {d for d, _ in right} or not variant_spelling(left[0][1], right[0][1]):
        return False
    return not any(same_name(mine, other) for theirs, mine in ((right, left[0][1]), (left, right[0][1]))
                   for d, _ in theirs for other in names[d])


def _finding(story: Story, rule: Rule, left: list[tuple[int, Name]], right: list[tuple[int, Name]]) -> Finding:
    places = sorted((d, m.span, name.full) for d, name in (*left, *right) for m in name.mentions[:MAX_PLACES])
    a, b = left[0][1].full, right[0][1].full
    shown = tuple(place_evidence(story, d, span, full) for d, span, full in places)
    return Finding(
        Verdict.TENSION, rule.name, "spelling of a name", sides(shown), shown,
        condition=f"both hold only if {a} and {b} are two people", key=f"name:{a.lower()}",
        guards=(Guard.TRANSLITERATION.value,), independent=story.independent(*(d for d, _, _ in places)),
    )
