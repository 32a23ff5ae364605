"""What became of each two facts and names of two places, from the trace of the whole story."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.config import Settings
from claimcheck.explain.facts import document_of, names_at, on, said, side_read, statements_at
from claimcheck.explain.otherwise import otherwise
from claimcheck.explain.places import Place
from claimcheck.explain.standing import standing_words
from claimcheck.explain.unpaired import why_unpaired
from claimcheck.lexicon.spelling import SAME, spelling
from claimcheck.lexicon.unstemmed import unstemmed
from claimcheck.link.identity import Name, same_name, variant_spelling
from claimcheck.link.statement import Pair, Statement
from claimcheck.model.explanation import Explanation, NamesJudged, Outcome, PairJudged, Spoken, WordsJudged
from claimcheck.model.finding import Finding
from claimcheck.pipeline import Trace
from claimcheck.report.quote import short
from claimcheck.report.words import legible
from claimcheck.rules import RULES, Story

# So many other pairs, or figures of the sentence, are named where they explain one away.
_INSTEAD = 4
_ORDER = list(Outcome)
Numbers = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Case:
    """`named` has the names of the statements that are looked at, `pairs` all judged pairs, both by number."""

    trace: Trace
    settings: Settings
    named: Mapping[int, str]
    pairs: Mapping[Numbers, Pair]
    dropped: frozenset[Numbers]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Those of the report, then those of rules that do not run."""
        return (*self.trace.findings, *self.trace.left_out)


def explanation(trace: Trace, a: Place, b: Place, settings: Settings) -> Explanation:
    """Both places as they were read, and every pair of a fact of one and a fact of the other."""
    story = trace.story
    sides = (statements_at(story, a), statements_at(story, b))
    named = {s.number: f"{letter}{i}" for letter, some in zip("AB", sides, strict=True) for i, s in enumerate(some, 1)}
    table = {(p.a.number, p.b.number): p for p in (*trace.judged, *trace.dropped)}
    case = _Case(trace, settings, named, table, frozenset((p.a.number, p.b.number) for p in trace.dropped))
    pairs = [_judge(case, s, t) for s in sides[0] for t in sides[1]]
    pairs.sort(key=lambda p: _ORDER.index(p.outcome))
    names = (names_at(story, a), names_at(story, b))
    at = (document_of(story, a), document_of(story, b))
    of_names = tuple(_names(case, *names, at))
    read = [
        side_read(story, place, {s.number: named[s.number] for s in some}, own, _elsewhere(case, some, others))
        for place, some, others, own in ((a, sides[0], sides[1], names[0]), (b, sides[1], sides[0], names[1]))
    ]
    told = {f.fingerprint for found in (*(p.findings for p in pairs), *(n.findings for n in of_names)) for f in found}
    return Explanation(
        read[0], read[1], tuple(pairs), of_names,
        tuple(d.document.id for d in story.documents), tuple(f"{f.subject}: {f.message}" for f in trace.failures),
        tuple(_words_judged(case, a, b, told)),
    )


def _words_judged(case: _Case, a: Place, b: Place, told: Collection[str]) -> Iterator[WordsJudged]:
    """The findings on words of both places that are `told` of no two facts or names."""
    summaries = {rule.name: rule.summary for rule in RULES}
    for finding in case.findings:
        both = all(any(e.document == place.document and e.span.overlaps(place.span) for e in finding.evidence)
                   for place in (a, b))
        if both and finding.fingerprint not in told:
            why = summaries.get(finding.rule, "")
            yield WordsJudged(said(finding, case.settings), why, finding.evidence, finding.key)


def _elsewhere(case: _Case, mine: Sequence[Statement], others: Sequence[Statement]) -> dict[int, list[Spoken]]:
    """By number of a statement, the findings on it that are on none of the other place's."""
    story = case.trace.story
    apart = [f for f in case.findings if not any(on(f, story, s) for s in others)]
    return {s.number: [said(f, case.settings) for f in apart if on(f, story, s)] for s in mine}


def _judge(case: _Case, s: Statement, t: Statement) -> PairJudged:
    trace = case.trace
    both = tuple(f for f in case.findings if on(f, trace.story, s) and on(f, trace.story, t))
    found = tuple(said(f, case.settings) for f in both)
    numbers = (min(s.number, t.number), max(s.number, t.number))
    pair = case.pairs.get(numbers)
    a, b = case.named[s.number], case.named[t.number]
    texts = s.claim.text, t.claim.text
    if pair is None:
        if found:
            return PairJudged(a, b, Outcome.FOUND, "the rule itself", findings=found)
        guard, reason, similarity = why_unpaired(trace, s, t, case.settings)
        return PairJudged(a, b, Outcome.UNPAIRED, similarity=similarity, guard=guard,
                          reason=legible(unstemmed(reason, texts)))
    alignment = pair.alignment
    passed = tuple(guard for guard in dict.fromkeys(alignment.passed) if guard != alignment.guard)
    dropped = numbers in case.dropped
    silent = Outcome.SILENT if alignment.comparable else Outcome.DROPPED if dropped else Outcome.STOPPED
    outcome = Outcome.FOUND if found else silent
    return PairJudged(
        a, b, outcome, pair.key, pair.similarity, passed, alignment.guard,
        legible(unstemmed(alignment.reason, texts)), alignment.score if alignment.steps else None, alignment.steps,
        standing_words(pair) if alignment.comparable or dropped else "",
        tuple(_instead(trace, pair)) if dropped else (), found, otherwise(pair, outcome, both),
    )


def _instead(trace: Trace, pair: Pair) -> Iterator[str]:
    """What explains a pair away: figures of the same sentence, or pairs with one of its sides that fit better."""
    story = trace.story
    beside = [s for s in story.statements for side in (pair.a, pair.b) if _beside(s, side)]
    rivals = [p for p in (*story.pairs, *trace.dropped) if p is not pair and p.standing and _rival(p, pair)]
    rivals.sort(key=lambda p: (-p.alignment.score, p.a.number, p.b.number))
    if "sentence" in pair.alignment.reason or not rivals:
        yield from (f"{_words(story, s)} stands beside it" for s in beside[:_INSTEAD])
    else:
        for other in rivals[:_INSTEAD]:
            yield (f"{_words(story, other.a)} with {_words(story, other.b)}: {other.standing}, "
                   f"alignment {other.alignment.score:.2f}")


def _beside(statement: Statement, side: Statement) -> bool:
    return (
        statement.number != side.number and statement.document == side.document
        and statement.claim.sentence == side.claim.sentence
        and statement.fact.measure.dimension == side.fact.measure.dimension
    )


def _rival(other: Pair, pair: Pair) -> bool:
    """Does the other pair have one side and the documents in common, and fit about as well or better?"""
    shared = {other.a.number, other.b.number} & {pair.a.number, pair.b.number}
    documents = (other.a.document, other.b.document) == (pair.a.document, pair.b.document)
    return bool(shared) and documents and other.alignment.bits > pair.alignment.bits


def _words(story: Story, statement: Statement) -> str:
    document = story.documents[statement.document].document
    line, column = document.line_column(statement.fact.span.start)
    return f"{short(statement.fact.span.of(document.text))} ({document.id}:{line}:{column})"


def _names(case: _Case, left: Sequence[Name], right: Sequence[Name], at: tuple[int, int]) -> Iterator[NamesJudged]:
    """Pairs of names that are one, or nearly; what one finding says of several forms of a name is said once."""
    documents = [case.trace.story.documents[i].document.id for i in at]
    told: set[str] = set()
    for x in left:
        for y in right:
            how = _how(x, y)
            if how:
                found = [f for f in case.findings if _named(f, documents[0], x) and _named(f, documents[1], y)]
                if not found or any(f.fingerprint not in told for f in found):
                    told.update(f.fingerprint for f in found)
                    yield NamesJudged(x.full, y.full, how, tuple(said(f, case.settings) for f in found))


def _how(x: Name, y: Name) -> str:
    if same_name(x, y):
        alike = spelling(" ".join(x.folded), " ".join(y.folded)) == SAME or len(x.folded) != len(y.folded)
        return "taken for one name" if alike else "taken for one name in two spellings (transliteration)"
    return "one name with two spellings that are no transliteration" if variant_spelling(x, y) else ""


def _named(finding: Finding, document: str, name: Name) -> bool:
    spans = {m.span for m in name.mentions}
    return any(e.document == document and e.span in spans for e in finding.evidence)
