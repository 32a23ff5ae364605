"""Two sources agree on what was done and to what, and name different doers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.lexicon.concepts import concept
from claimcheck.link.event_guards import kept_apart
from claimcheck.link.parties import other_filler
from claimcheck.link.statement import Pair
from claimcheck.model.fact import Occurrence
from claimcheck.model.finding import Finding, Verdict
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import finding

# What a noun is to, for or about: which letter it was.
_BEHIND = re.compile(r"\s+(to|for|about|against)\s+(?:(?:the|an?|its|their|his|her)\s+)?(\w+)")


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    told: set[frozenset[tuple[int, int]]] = set()
    for pair in sorted(story.pairs, key=lambda p: (-p.alignment.score, p.a.number, p.b.number)):
        a, b = pair.a.fact.value, pair.b.fact.value
        place = frozenset((s.document, s.claim.sentence) for s in (pair.a, pair.b))
        if not (isinstance(a, Occurrence) and isinstance(b, Occurrence)) or place in told:
            continue
        if _conflict(pair, a, b, rule.least):
            told.add(place)
            doers = [_inside(o.agent.text) for o in (a, b)]
            yield finding(story, rule, Verdict.TENSION, (pair.a, pair.b), measure=_deed(a, b), key=pair.key,
                          values={pair.a.number: doers[0], pair.b.number: doers[1]}, guards=pair.alignment.passed,
                          condition=f"both hold only if {' and '.join(doers)} are the same, or did it together")


def _deed(a: Occurrence, b: Occurrence) -> str:
    """ "who killed the snake"; of a passive "by whom the painting was stolen"."""
    active = next((o for o in (a, b) if not o.passive), None)
    theme = _inside((active or a).theme.text)
    return f"who {active.word or active.predicate} {theme}" if active else f"by whom {theme} was {a.word}"


def _inside(phrase: str) -> str:
    """A noun phrase from the start of a sentence as it stands inside of one."""
    first, _, rest = phrase.partition(" ")
    return f"{first.lower()} {rest}" if rest and first in ("The", "A", "An") else phrase


def _conflict(pair: Pair, a: Occurrence, b: Occurrence, least: float) -> bool:
    return (other_filler(a, b) and not (a.unanswered or b.unanswered) and not pair.a.denied and not pair.b.denied
            and not a.agent.words & b.agent.words and pair.alignment.score >= least
            and not kept_apart(pair.a, pair.b)[0] and not _of_two_things(pair, a, b))


def _of_two_things(pair: Pair, a: Occurrence, b: Occurrence) -> bool:
    """ "The letter to the mayor", "the letter to the bishop"."""
    behind = [_behind(s.claim.text, o.theme.text) for s, o in ((pair.a, a), (pair.b, b))]
    return all(behind) and behind[0] != behind[1]


def _behind(text: str, phrase: str) -> tuple[str, str] | None:
    found = _BEHIND.match(text, text.find(phrase) + len(phrase)) if phrase in text else None
    return (found[1], concept(found[2])) if found else None
