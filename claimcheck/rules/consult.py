"""What a language model that the user named is asked about a story, and what its answers are worth.

It is asked of two statements at a time: the sides of findings that hang on words, as an NLI model is, and events and
roles that are linked and that no rule set against each other. A statement that holds a figure or a time
is never asked about, so that no answer speaks of one. An answer belongs to its pair alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from claimcheck.link.statement import Pair, Statement
from claimcheck.model.fact import Occurrence, Role
from claimcheck.model.finding import Finding, Judged, Opinion, Verdict
from claimcheck.model.span import Span
from claimcheck.model.value import Quantity, Timex
from claimcheck.rules.rule import Story

Opinions = Callable[[Sequence[tuple[str, str]]], tuple[list[Judged | None], str]]
_Place = tuple[str, Span]  # id of a document, and a statement in it

_DIFFERENT = frozenset({Verdict.CONTRADICTION, Verdict.TENSION})
_WORDS, _FIGURES = (Occurrence, Role), (Quantity, Timex)


@dataclass(frozen=True, slots=True)
class Consulted:
    """`findings` are those given, some with what the model says of their sides; `conflicts` are linked pairs that it
    takes for contradictions. `trouble` is one line, "" for none."""

    findings: tuple[Finding, ...]
    conflicts: tuple[tuple[Pair, Judged], ...]
    judged: int
    unasked: int
    trouble: str


def consult(
    story: Story, findings: Sequence[Finding], opinions: Opinions, *, in_words: Collection[str], linked: bool, most: int
) -> Consulted:
    """Ask of at most so many pairs; with `linked` of linked statements, too. What is asked depends on the story alone,
    and not on what is kept."""
    plain = _plain(story)
    sides = {i: [p for p in _sides(f) if all(map(plain, p))] for i, f in enumerate(findings) if f.rule in in_words}
    alarmed = {frozenset(p) for f in findings for p in _sides(f)}
    pairs = [p for p in _linked(story) if linked and all(map(plain, _places(story, p)))
             and frozenset(_places(story, p)) not in alarmed]
    wanted = list(dict.fromkeys((*(p for some in sides.values() for p in some),
                                 *(_places(story, p) for p in _in_turn(pairs)))))
    text = {d.document.id: d.document.text for d in story.documents}
    texts = {p: _texts(p, text) for p in wanted}
    wanted = [p for p in wanted if texts[p][0].casefold() != texts[p][1].casefold()]
    asked = wanted[:most]
    answers, trouble = opinions([texts[p] for p in asked])
    said = dict(zip(asked, answers, strict=True))
    return Consulted(
        tuple(replace(f, judged=_weightiest([said.get(p) for p in sides.get(i, ())])) for i, f in enumerate(findings)),
        tuple((p, judged) for p in pairs
              if (judged := said.get(_places(story, p))) and judged.verdict is Opinion.CONTRADICTION),
        sum(answer is not None for answer in answers), len(wanted) - len(asked), trouble,
    )


def _plain(story: Story) -> Callable[[_Place], bool]:
    """Whether a statement holds neither figure nor time."""
    texts = {d.document.id: d.document.text for d in story.documents}
    starts = {d.document.id: sorted(f.span.start for c in d.claims for f in c.facts if isinstance(f.value, _FIGURES))
              for d in story.documents}

    def plain(place: _Place) -> bool:
        document, span = place
        own = starts[document]
        first = bisect_left(own, span.start)
        held = first < len(own) and own[first] < span.end
        return not held and not any(c.isdigit() for c in span.of(texts[document]))

    return plain


def _sides(finding: Finding) -> Iterator[tuple[_Place, _Place]]:
    """What stands around the sides of an alarm, each of one document with each of another."""
    if finding.verdict in _DIFFERENT:
        for a, b in combinations(finding.evidence, 2):
            if a.document != b.document:
                yield (a.document, a.context), (b.document, b.context)


def _linked(story: Story) -> list[Pair]:
    """Of linked events and roles one pair for two statements, the best first."""
    words = [p for p in story.pairs if isinstance(p.a.fact.value, _WORDS) and isinstance(p.b.fact.value, _WORDS)]
    words.sort(key=lambda p: (-p.alignment.score, p.a.number, p.b.number))
    return list({_places(story, p): p for p in reversed(words)}.values())[::-1]


def _in_turn(pairs: Sequence[Pair]) -> list[Pair]:
    """One of each two documents after the other, so that no article uses up what may be asked of the others."""
    seen: Counter[tuple[int, int]] = Counter()
    turns = []
    for pair in pairs:
        both = (pair.a.document, pair.b.document)
        turns.append(seen[both])
        seen[both] += 1
    return [pair for _, pair in sorted(zip(turns, pairs, strict=True), key=lambda turn: turn[0])]


def _places(story: Story, pair: Pair) -> tuple[_Place, _Place]:
    return _place(story, pair.a), _place(story, pair.b)


def _place(story: Story, statement: Statement) -> _Place:
    return story.documents[statement.document].document.id, statement.claim.span


def _texts(places: tuple[_Place, _Place], text: dict[str, str]) -> tuple[str, str]:
    a, b = (" ".join(span.of(text[document]).split()) for document, span in places)
    return a, b


def _weightiest(said: Sequence[Judged | None]) -> Judged | None:
    """A contradiction, else the first answer."""
    answers = [judged for judged in said if judged]
    return next((j for j in answers if j.verdict is Opinion.CONTRADICTION), answers[0] if answers else None)
