"""Two sources name the same person, organisation or place for the same part in the story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from claimcheck.lexicon.places import country_of, is_place
from claimcheck.lexicon.spelling import TRANSLITERATION, spelling
from claimcheck.link.identity import Name, shared
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.span import Span
from claimcheck.report.words import listing
from claimcheck.rules.name_spelling import beside_variants
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import place_evidence

# So many names are reported for a story, so many places of each in a document, so many mentions looked at in one; and
# in all, but for one in each.
MAX_NAMES = 12
MAX_PLACES = 2
MAX_MENTIONS, MAX_IN_ALL = 12, 144
# Words that the sentences of both documents must share beside the name.
COMMON_WORDS = 2
Group = Sequence[tuple[int, Name]]


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    if len(story.documents) < 2:
        return
    scored = []
    doubtful = beside_variants(story)
    for group in shared(story.names):
        if not _telling(group):
            continue
        weight, places = _places(story, group, doubtful)
        if places:
            scored.append((weight, group, places))
    scored.sort(key=lambda row: (-row[0], row[1][0][1].full))
    told: list[frozenset[str]] = []
    for _, group, places in scored:
        own = frozenset(w for _, name in group for w in name.folded)
        if len(told) < MAX_NAMES and not any(own <= other for other in told):
            told.append(own)
            yield _finding(story, rule, group, places)


def _telling(group: Group) -> bool:
    """Names of places, and of one word ("Twitter") without a role, stand in many stories and say little of any."""
    if all(name.roles for _, name in group):
        return True
    return any(len(name.words) > 1 for _, name in group) and not any(is_place(name.full) for _, name in group)


def _spelled(group: Group, full: str) -> str:
    """The name, and how the others spell it."""
    others = sorted({_as_said(name, full) for _, name in group} - {full})
    return f"{full}, also spelled {listing(others)}" if others else full


def _as_said(name: Name, full: str) -> str:
    """The fullest form, in the spelling of its own document."""
    return name.full if spelling(name.full, full) == TRANSLITERATION else full


def _finding(story: Story, rule: Rule, group: Group, places: Sequence[tuple[int, Span]]) -> Finding:
    full = max((name.full for _, name in group), key=lambda n: (len(n), n))
    roles = frozenset.intersection(*(name.roles for _, name in group))
    documents = sorted({d for d, _ in places})
    said = {(d, m.span): _as_said(name, full) for d, name in group for m in name.mentions}
    spelled = _spelled(group, full)
    posts = [_post(story, group, role) for role in sorted(roles)]
    posts = [post for post in posts if not any(other.startswith(f"{post} ") for other in posts)]  # "chief executive"
    return Finding(
        Verdict.AGREEMENT, rule.name, f"who is {' and '.join(posts)}" if roles else full,
        f"both name {spelled}" if len(documents) == 2 else f"{len(documents)} documents name {spelled}",
        tuple(place_evidence(story, d, span, said[d, span]) for d, span in places),
        key=f"name:{full.lower()}", independent=story.independent(*documents),
    )


def _post(story: Story, group: Group, role: str) -> str:
    """The role as most of the sentences have it: "the prime minister", "chief executive of Orbon"."""
    said = Counter(
        fact.measure.label.removeprefix("who is ") for d, name in group for m in name.mentions
        for claim in story.claims_at(d, m.span.start) for fact in claim.facts
        if fact.span == m.span and fact.measure.dimension == f"holder:{role}")
    return max(said, key=lambda post: (said[post], post), default=f"the {role}")


def _places(story: Story, group: Group, doubtful: frozenset[tuple[int, Span]]) -> tuple[float, list[tuple[int, Span]]]:
    """Weight of a shared name and where it stands: its first place, and those whose sentences are most alike."""
    most = max(1, min(MAX_MENTIONS, MAX_IN_ALL // len(group)))
    mentions = [(d, m.span) for d, name in group for m in name.mentions[:most]
                if (d, m.span) not in doubtful]
    own = {w for _, name in group for w in name.folded}
    words = {place: _words(story, *place) - own for place in mentions}
    best: dict[tuple[int, Span], int] = {}
    for a, b in combinations(mentions, 2):
        if a[0] != b[0]:
            common = len(words[a] & words[b])
            best[a], best[b] = max(best.get(a, 0), common), max(best.get(b, 0), common)
    documents = sorted({d for d, _ in mentions})
    if len(documents) < 2:
        return 0.0, []
    top = {d: max(best[p] for p in mentions if p[0] == d) for d in documents}
    full = min(len(name.folded) for _, name in group) > 1
    if _is_country(group[0][1].full) or (not full and sorted(top.values())[-2] < COMMON_WORDS):
        return 0.0, []
    kept = []
    for document in documents:
        here = sorted((p for p in mentions if p[0] == document), key=lambda p: (-best[p], p[1]))
        kept += sorted({min(here, key=lambda p: p[1]), *here[: MAX_PLACES - 1]})
    roles = frozenset.intersection(*(name.roles for _, name in group))
    weight = 2.0 * len(documents) + sum(min(3, t) for t in top.values()) / len(documents) + full + 2 * bool(roles)
    return weight, kept


def _is_country(name: str) -> bool:
    """Countries and their people are in every sentence; that both name one says nothing."""
    country = country_of(name)
    return bool(country) and (country == name or not is_place(name))


def _words(story: Story, document: int, span: Span) -> frozenset[str]:
    return frozenset().union(*(c.words for c in story.claims_at(document, span.start)))
