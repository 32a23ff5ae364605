"""The order of the stages: the only module that knows them all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from claimcheck.backends import chat_judge, embedder, nli_judge
from claimcheck.cache.store import NO_CACHE, Cache
from claimcheck.config import Settings
from claimcheck.detect import DocumentClaims
from claimcheck.errors import ClaimcheckError, unforeseen
from claimcheck.lexicon.own import speaking
from claimcheck.link.align_events import align_events
from claimcheck.link.align_roles import align_roles
from claimcheck.link.apart import turned
from claimcheck.link.block import candidates, documents_compared
from claimcheck.link.compare import comparisons
from claimcheck.link.copies import find_copies, words_of
from claimcheck.link.identity import names_of
from claimcheck.link.judge import judge
from claimcheck.link.mentions import mentions_of
from claimcheck.link.near import nearest
from claimcheck.link.origins import find_origins
from claimcheck.link.partners import Partners
from claimcheck.link.resolve import resolve
from claimcheck.link.sayings import repeated_contents, repeated_quotes
from claimcheck.link.statement import Alignment, Candidate, Pair, Statement
from claimcheck.link.topic import TopicFinder, shared_topics
from claimcheck.link.types import FactMention
from claimcheck.link.wording import VERBATIM, same_place
from claimcheck.model.claim import Claim
from claimcheck.model.document import Document
from claimcheck.model.fact import Occurrence, Role
from claimcheck.model.finding import Finding
from claimcheck.model.guard import Guard
from claimcheck.model.limits import over_story
from claimcheck.model.report import Coverage, Failure, Report, Topic, Unsure, summary_of
from claimcheck.model.standing import EQUAL, Standing
from claimcheck.read import align_years
from claimcheck.read_claims import claims_of, compared, kept_claims, load_ahead, vectors_of
from claimcheck.reason import amounts
from claimcheck.reason.standing import standing_of
from claimcheck.report.said import told
from claimcheck.rules import ALARM, JUDGED, LEAST, RULES, Rule, Story
from claimcheck.rules.consult import Consulted, consult
from claimcheck.rules.dated import dated
from claimcheck.rules.merge import gather, merge
from claimcheck.rules.second import second
from claimcheck.rules.selection import for_a_second_look, off, running, wanted
from claimcheck.rules.settle import settle
from claimcheck.rules.single_source import left_alone
from claimcheck.rules.unsure import unsure, unsure_in_words
from claimcheck.segment import sentences

if TYPE_CHECKING:
    from claimcheck.backends import Vectors

Made = TypeVar("Made")

_ORDER = {rule.name: place for place, rule in enumerate(RULES)}
_IN_WORDS = frozenset(rule.name for rule in RULES if rule.in_words)
_SAME = frozenset({Standing.SAME, Standing.ROUNDED, Standing.NEAR, Standing.SATISFIED})


@dataclass(frozen=True, slots=True, eq=False)
class Trace:
    """What every stage made of one story, in canonical order: the report, and what `explain` looks at.

    `judged` has a pair for each candidate; those of them that are comparable are in `story.pairs` or, with the guard
    that explained them away, in `dropped`. `vectors` has a row a claim. `left_out` are findings of rules that the
    settings leave out, where they were asked for. `against` has the documents that were set against each other,
    `consulted` what a language model was asked.
    """

    story: Story
    vectors: Vectors
    judged: tuple[Pair, ...]
    dropped: tuple[Pair, ...]
    findings: tuple[Finding, ...]
    topics: tuple[Topic, ...]
    failures: tuple[Failure, ...]
    mentions: Mapping[int, FactMention]
    against: Partners
    left_out: tuple[Finding, ...] = ()
    consulted: Consulted | None = None
    asides: tuple[Finding, ...] = ()  # of preview rules, for a second look


def compare_documents(documents: Sequence[Document], settings: Settings, cache: Cache = NO_CACHE) -> Report:
    """Compare the documents of one story. The findings do not depend on the order of `documents`.

    What was read from a document before is taken from `cache`; `remember.report_of` keeps the whole report.
    Raises VocabularyError for units or synonyms in the settings that cannot be, LimitError for a story that has more
    sentences, or more to compare, than they allow.
    """
    with speaking(settings.vocabulary):
        trace = _traced(documents, settings, cache)
    order = {document.id: place for place, document in enumerate(documents)}
    read = sorted(trace.story.documents, key=lambda d: order[d.document.id])
    summaries = (summary_of(d.document, d.sentences, len(d.claims)) for d in read)
    pairs = _unsure(trace, settings)
    looked_at = [side for pair in pairs for side in (pair.a, pair.b)]  # by whoever reads the report
    return Report(
        tuple(summaries), tuple(map(told, left_alone(trace.findings, looked_at))), trace.story.origins, trace.topics,
        _coverage(trace, settings), pairs, trace.failures, model=embedder(settings.model).name,
        nli=nli_judge(settings.nli).name if settings.nli else "",
        judge=chat_judge(settings.judge_server).name if settings.judge_server else "", dated=tuple(dated(trace.story)),
    )


def trace_documents(documents: Sequence[Document], settings: Settings, cache: Cache = NO_CACHE) -> Trace:
    """All stages, with what each of them judged, and what rules that do not run would have found. Raises
    VocabularyError and LimitError as `compare_documents` does."""
    with speaking(settings.vocabulary):
        trace = _traced(documents, settings, cache)
        findings = _settled(trace.story, _raised(trace.story, RULES)[0])
    return replace(trace, left_out=tuple(f for f in findings if f.rule in off(settings)))


def _traced(documents: Sequence[Document], settings: Settings, cache: Cache) -> Trace:
    documents = align_years(documents)
    day = max((d.published.on for d in documents if d.published.on), default=None)
    read, unread = _read(sorted(documents, key=_canonical), day, cache, settings)
    claims = [(i, c) for i, d in enumerate(read) for c in d.claims]
    rows = [document for document, _ in claims]
    statements = _statements(read, claims)
    mentions = mentions_of(statements)
    vectors, contexts = vectors_of(read, mentions, settings.model, cache)
    against = documents_compared(statements, mentions, len(read))
    paired = candidates(statements, vectors, rows, mentions, contexts, against, most=settings.neighbours,
                        nearness=settings.nearness, limit=settings.limits.pairs)
    judged = _judged(paired, statements, mentions, contexts)
    comparable, explained = resolve(judged, statements, agrees=lambda a, b: amounts.standing(a, b) in _SAME)
    words = [words_of(d.document.text, [s.span for s in sentences(d.document)]) for d in read]
    copies = find_copies(words, against)
    lengths = [sum(not w.quoted for some in sentences_ for w in some) for sentences_ in words]
    origins = find_origins([d.document for d in read], copies, lengths)
    said = [d.claims for d in read]
    story = Story(read, statements, tuple(comparable), origins, nearest(vectors, rows), copies,
                  repeated_quotes(said, words, against), repeated_contents(said, words, against), _doubted(judged),
                  _turned(judged), {(p.a.number, p.b.number): p.alignment.score for p in judged if p.standing},
                  tuple(names_of(d.mentions) for d in read))
    topics = shared_topics([c for _, c in claims], vectors)
    raised, failures = _raised(story, running(settings))
    findings = tuple(f for f in _settled(story, raised) if f.rule not in off(settings))
    failures = tuple(f for f in failures if f.subject not in off(settings))
    asides = _asides(story, raised, settings)
    topic_of = TopicFinder(topics).of
    consulted = _consulted(story, raised, findings, settings, cache) if settings.judge_server else None
    if consulted:
        story = replace(story, judged=consulted.conflicts)
        more, failed = _raised(story, [rule for rule in wanted(settings) if rule.name == JUDGED])
        findings, failures = (*consulted.findings, *_settled(story, more)), (*failures, *failed)
        if consulted.trouble:
            failures = (*failures, Failure("judge", settings.judge, consulted.trouble))
    findings = tuple(replace(f, topic=topic_of(f.evidence)) for f in findings)
    if settings.nli:
        findings = second(findings, nli_judge(settings.nli), _IN_WORDS)
    return Trace(story, vectors, judged, tuple(explained), findings, topics, (*unread, *failures), mentions, against,
                 consulted=consulted, asides=asides)


def _asides(story: Story, raised: Sequence[Finding], settings: Settings) -> tuple[Finding, ...]:
    """What no finding tells; a rule that nobody selected fails in silence."""
    rules = for_a_second_look(settings)
    more, _ = _raised(story, rules)
    if not more:
        return ()
    names = {rule.name for rule in rules} - set(settings.ignore)
    return tuple(f for f in _settled(story, (*raised, *more)) if f.rule in names)


def _consulted(
    story: Story, raised: Sequence[Finding], findings: Sequence[Finding], settings: Settings, cache: Cache
) -> Consulted:
    """`raised` are the findings of the rules that ran, as they left the rules, `findings` those that are reported."""
    asked = chat_judge(settings.judge_server)
    linked = any(rule.name == JUDGED for rule in wanted(settings))
    rest, _ = _raised(story, [r for r in RULES if r not in running(settings)]) if linked else ((), ())
    spoken = _settled(story, (*raised, *rest)) if linked else None  # of the rules that are off, too
    return consult(story, findings, lambda pairs: asked.opinions(pairs, cache), in_words=_IN_WORDS, spoken=spoken,
                   most=settings.judge_pairs)


def _read(
    documents: Sequence[Document], day: date | None, cache: Cache, settings: Settings
) -> tuple[tuple[DocumentClaims, ...], tuple[Failure, ...]]:
    """What can be read of them. Raises LimitError, before any is parsed, for more sentences than the settings allow."""
    most = settings.limits.sentences
    segmented, failures = _each(documents, lambda document: (document, len(sentences(document))))
    if sum(number for _, number in segmented) > most:
        raise over_story("sentences", most, "sentences")
    read, more = _each([document for document, _ in segmented],
                       lambda document: kept_claims(document, day, cache, lambda: load_ahead(settings.model)))
    return tuple(read), (*failures, *more)


def _each(documents: Sequence[Document], make: Callable[[Document], Made]) -> tuple[list[Made], list[Failure]]:
    made: list[Made] = []
    failures: list[Failure] = []
    for document in documents:
        try:
            made.append(make(document))
        except ClaimcheckError:  # of the settings, or a model: the same for all
            raise
        except Exception as error:  # whatever one article does to the reader, the others are compared
            failures.append(Failure("read", document.id, unforeseen(error)))
    return made, failures


def _statements(read: Sequence[DocumentClaims], claims: Sequence[tuple[int, Claim]]) -> tuple[Statement, ...]:
    facts = ((row, document, claim, fact) for row, (document, claim) in enumerate(claims) for fact in claim.facts)
    return tuple(
        Statement(number, document, row, claim, fact, read[document].document.published.on)
        for number, (row, document, claim, fact) in enumerate(facts)
    )


def _coverage(trace: Trace, settings: Settings) -> Coverage:
    read, statements = trace.story.documents, trace.story.statements
    guarded = Counter(p.alignment.guard for p in (*trace.judged, *trace.dropped) if not p.alignment.comparable)
    bound = sum(s.fact.measure.bound for s in statements)
    return Coverage(
        sentences=sum(d.sentences for d in read), claims=sum(len(d.claims) for d in read), facts_bound=bound,
        facts_unbound=len(statements) - bound, pairs=len(trace.judged), guarded=tuple(sorted(guarded.items())),
        not_run=tuple(rule.name for rule in RULES if rule.name in off(settings)),
        documents_apart=trace.against.left_out,
        judged=trace.consulted.judged if trace.consulted else 0,
        unasked=trace.consulted.unasked if trace.consulted else 0,
    )


def _unsure(trace: Trace, settings: Settings) -> tuple[Unsure, ...]:
    """None where a stable rule on values in conflict is off: it may have spoken of them."""
    if any(rule.on_values and rule.least and not rule.preview and rule.name in off(settings) for rule in RULES):
        return ()
    pairs = unsure(trace.story, trace.judged, trace.dropped, trace.findings)
    return tuple(sorted((*pairs, *unsure_in_words(trace.asides, pairs)), key=lambda pair: -pair.one_thing))


def _doubted(judged: Sequence[Pair]) -> tuple[Pair, ...]:
    """Those that would be comparable if both were certain."""
    return tuple(p for p in judged if p.alignment.guard == Guard.HYPOTHETICAL and p.alignment.score > 0.0)


def _turned(judged: Sequence[Pair]) -> tuple[Pair, ...]:
    """Those that would agree if both rose or both fell, and whose figures stand nowhere else in the other document."""
    agreeing = {(s.number, o.document) for p in judged if p.alignment.comparable and p.standing in EQUAL
                for s, o in ((p.a, p.b), (p.b, p.a))}
    return tuple(p for p in judged if p.alignment.guard == Guard.OTHER_EVENT and p.standing in EQUAL
                 and turned(Candidate(p.a, p.b, p.key, p.similarity))
                 and agreeing.isdisjoint({(p.a.number, p.b.document), (p.b.number, p.a.document)}))


def _canonical(document: Document) -> tuple[str, str]:
    return (document.published.on.isoformat() if document.published.on else "9999", document.id)


def _judged(
    paired: Sequence[Candidate], statements: Sequence[Statement], mentions: Mapping[int, FactMention], rows: Vectors
) -> tuple[Pair, ...]:
    """A pair for each candidate, in order: figures, times and events by their link, roles by their words."""
    measured = [c for c in paired if c.a.number in mentions and c.b.number in mentions
                and c.a.fact.measure.dimension == c.b.fact.measure.dimension]
    comparison = comparisons(measured, mentions, compared(measured, mentions, rows))
    standings = [standing_of(c.a, c.b, strict=same_place(c) >= VERBATIM) for c in measured]
    judged = dict(zip(((c.a.number, c.b.number) for c in measured),
                      zip(judge(measured, comparison, standings, LEAST, ALARM), standings, strict=True), strict=True))
    events = [c for c in paired if _occur(c)]
    judged |= {(c.a.number, c.b.number): (alignment, "")
               for c, alignment in zip(events, align_events(events, statements), strict=True)}
    return tuple(_pair(c, *judged.get((c.a.number, c.b.number)) or (_in_words(c), "")) for c in paired)


def _pair(candidate: Candidate, alignment: Alignment, standing: str) -> Pair:
    return Pair(candidate.a, candidate.b, candidate.key, candidate.similarity, alignment, standing)


def _occur(candidate: Candidate) -> bool:
    return all(isinstance(s.fact.value, Occurrence) for s in (candidate.a, candidate.b))


def _in_words(candidate: Candidate) -> Alignment:
    a, b = candidate.a.fact, candidate.b.fact
    if isinstance(a.value, Role) and isinstance(b.value, Role):
        return align_roles(candidate)
    return Alignment(0.0, (), Guard.UNIT, f"{a.measure.dimension} against {b.measure.dimension}")


def _raised(story: Story, rules: Sequence[Rule]) -> tuple[tuple[Finding, ...], tuple[Failure, ...]]:
    findings: list[Finding] = []
    failures: list[Failure] = []
    for rule in rules:
        try:
            findings.extend(rule.check(story))
        except Exception as error:  # a broken rule must not take the others with it
            failures.append(Failure("rule", rule.name, f"{type(error).__name__}: {error}"))
    return tuple(findings), tuple(failures)


def _settled(story: Story, raised: Iterable[Finding]) -> tuple[Finding, ...]:
    """What is left of what rules raised, in the order of the report, whichever ran first, and each fact once."""
    ordered = sorted(raised, key=lambda f: _ORDER[f.rule])
    return gather(settle(merge(ordered), story.copies, [d.document.id for d in story.documents]))


__all__ = ["Trace", "claims_of", "compare_documents", "trace_documents"]
