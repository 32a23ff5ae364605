"""What a language model that the user named is asked about a story, and what its answers are worth.

It is asked of two statements at a time: the sides of findings that hang on words, as an NLI model is, and events and
roles that are linked and that no rule set against each other. A statement in which a figure or a time can be read is
never asked about, so that no answer speaks of one. An answer belongs to its pair alone: of a finding with more sides
the first pair that can be asked about is, and no other one. Texts that stand at several places are one question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations, islice

from claimcheck.extract.values import read_values
from claimcheck.lexicon.value_hints import hints_at_value
from claimcheck.link.statement import Pair, Statement
from claimcheck.model.fact import Occurrence, Role
from claimcheck.model.finding import Finding, Judged, Opinion, Verdict
from claimcheck.model.span import Span
from claimcheck.rules.rule import Story

Opinions = Callable[[Sequence[tuple[str, str]]], tuple[list[Judged | None], str]]
_Place = tuple[str, Span]  # id of a document, and a statement in it
_Pair = tuple[_Place, _Place]

_DIFFERENT = frozenset({Verdict.CONTRADICTION, Verdict.TENSION})
_WORDS = (Occurrence, Role)


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
    story: Story, findings: Sequence[Finding], opinions: Opinions, *, in_words: Collection[str],
    spoken: Iterable[Finding] | None, most: int
) -> Consulted:
    """Ask of at most so many pairs; with `spoken`, the findings of all rules, also of linked statements of which none
    speaks. What is asked depends on the story alone, and not on what is kept."""
    texts = _Texts({d.document.id: d.document.text for d in story.documents})
    sides = {i: side for i, f in enumerate(findings) if f.rule in in_words
             for side in islice(filter(texts.worth_asking, _sides(f)), 1)}
    alarmed = {frozenset(some) for f in spoken or () for some in _sides(f)}
    linked = {} if spoken is None else {_places(story, p): p for p in _linked(story)}
    pairs = {places: p for places, p in linked.items() if frozenset(places) not in alarmed}
    known = _in_turn([pair for pair in dict.fromkeys((*sides.values(), *pairs)) if texts.worth_asking(pair)])
    questions: dict[frozenset[str], tuple[str, str]] = {}
    for pair in known:
        questions.setdefault(frozenset(texts.of(pair)), texts.of(pair))
    wanted = list(questions)
    asked = wanted[:most]
    answers, trouble = opinions([questions[key] for key in asked])
    said = dict(zip(asked, answers, strict=True))
    return Consulted(
        tuple(replace(f, judged=said.get(frozenset(texts.of(sides[i]))) if i in sides else None)
              for i, f in enumerate(findings)),
        tuple((p, judged) for places, p in pairs.items()
              if (judged := said.get(frozenset(texts.of(places)))) and judged.verdict is Opinion.CONTRADICTION),
        sum(answer is not None for answer in answers), len(wanted) - len(asked), trouble,
    )


class _Texts:
    """The statements at places, on one line each."""

    def __init__(self, documents: Mapping[str, str]) -> None:
        self._documents = documents
        self._plain = cache(_plain)

    def of(self, pair: _Pair) -> tuple[str, str]:
        a, b = (" ".join(span.of(self._documents[document]).split()) for document, span in pair)
        return a, b

    def worth_asking(self, pair: _Pair) -> bool:
        a, b = self.of(pair)
        return a.casefold() != b.casefold() and self._plain(a) and self._plain(b)


def _plain(text: str) -> bool:
    """Whether it holds no figure and no time that can be read, nor a word for one."""
    values = read_values(text)
    return not (values.quantities or values.times or values.looks or any(c.isnumeric() for c in text)
                or hints_at_value(text))


def _sides(finding: Finding) -> Iterator[_Pair]:
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


def _in_turn(pairs: Sequence[_Pair]) -> list[_Pair]:
    """One of each two documents after the other, so that no article uses up what may be asked of the others."""
    seen: Counter[frozenset[str]] = Counter()
    turns = []
    for (a, _), (b, _) in pairs:
        turns.append(seen[frozenset((a, b))])
        seen[frozenset((a, b))] += 1
    return [pair for _, pair in sorted(zip(turns, pairs, strict=True), key=lambda turn: turn[0])]


def _places(story: Story, pair: Pair) -> _Pair:
    return _place(story, pair.a), _place(story, pair.b)


def _place(story: Story, statement: Statement) -> _Place:
    return story.documents[statement.document].document.id, statement.claim.span
