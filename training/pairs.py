"""Pairs of mentions with an answer: labelled ones, and those that stories give for nothing.

Self-supervision: two accounts of one event that give the same, not common value measure one thing by it; unequal values
beside such a pair are of other things. The model never sees a value, so it cannot learn to call conflicts different.
"""

from __future__ import annotations

import hashlib
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations
from math import inf
from multiprocessing import get_context
from pathlib import Path

from claimcheck.cache.store import Cache, open_cache
from claimcheck.detect import DocumentClaims
from claimcheck.link.apart import ALWAYS, EVIDENCE, kept_apart
from claimcheck.link.compare import comparisons
from claimcheck.link.conflict import Conflict
from claimcheck.link.features import FEATURES
from claimcheck.link.features.contrast import alike, nothing_else
from claimcheck.link.features.levels import likeness
from claimcheck.link.mentions import mentions_of
from claimcheck.link.near import cosines
from claimcheck.link.statement import Candidate, Statement
from claimcheck.link.types import Comparison, FactMention
from claimcheck.link.values import class_of
from claimcheck.model.span import Span
from claimcheck.model.standing import CONFLICTING, EQUAL
from claimcheck.model.value import Quantity, Timex
from claimcheck.read import read_text
from claimcheck.read_claims import claim_vectors, contexts_compared, kept_claims
from claimcheck.reason.standing import standing_of
from training.stories import Data, Labelled, Written, digest_of, read_folders, read_written

MODEL = "onnx"
LABELS = Path(__file__).parent / "labels"
FOLDS = 10
# Folds whose events the encoder of contexts never sees: what it is worth is estimated on these alone.
HELD = frozenset({0, 1, 2})
# Of a story with many documents and a pair of documents with many values, so many are enough.
MAX_DOCUMENTS, MAX_PAIRS = 5, 60
# Counts up to this are so common that equal ones say little.
COMMON = 10
# Equal common values need this much likeness of their words, equal rare ones beside others this much.
ALIKE, ALIKE_RARE = 0.35, 0.2


READ, STORY, WRITTEN, PRESUMED = ORIGINS = ("read", "story", "written", "presumed")


@dataclass(frozen=True, slots=True)
class Rival:
    """Another pair of one of the sides of a row; `values` is the class of equal values, "" where they are not equal."""

    kind: str
    levels: tuple[str, ...]
    values: str


@dataclass(frozen=True, slots=True)
class Row:
    """One pair: the event, the kind, a level for each feature, whether it is one thing, how sure, how the values stand,
    their class ("" where they conflict), and where the answer is from: a reader's label (READ), equal values of a story
    (STORY), our own writing (WRITTEN) or, of a conflict that nobody read, how rare it is that two are one (PRESUMED).
    `contexts` is what the encoder of contexts reads.

    Of values that conflict, and of equal ones of one thing, which would if one account had changed its own, `conflict`
    is what else is known of the two where that decides, in events that the encoder never saw, but for what hangs on the
    bits of others: `rivals` are all other pairs of either side. `apart` are conflicts that a guard stops."""

    event: str
    kind: str
    levels: tuple[str, ...]
    same: bool
    weight: float
    standing: str
    values: str
    origin: str
    place: str
    contexts: tuple[str, str]
    conflict: Conflict | None = None
    rivals: tuple[Rival, ...] = ()
    apart: bool = False

    @property
    def fold(self) -> int:
        return fold_of(self.event)


def fold_of(event: str) -> int:
    return int(hashlib.sha256(event.encode()).hexdigest(), 16) % FOLDS


# What the encoder of contexts says of candidates, as `read_claims.contexts_compared`.
Encoded = Callable[[Sequence[Candidate], Mapping[int, FactMention], Cache], list[float]]


def without_contexts(candidates: Sequence[Candidate], mentions: Mapping[int, FactMention], cache: Cache) -> list[float]:
    """For what has no need of the encoder: it is not asked."""
    return [0.0] * len(candidates)


def all_rows(
    folders: Sequence[Path], cache_folder: str | None, encoded: Encoded = contexts_compared, jobs: int = 1,
) -> list[Row]:
    """All rows of folders and of our own labels, in no order to rely on; of `jobs` processes each makes its share. What
    lies below our own waits for a later training. Raises InputError for a row that lacks a part."""
    share = partial(_share, folders, cache_folder, encoded)
    if jobs < 2:
        return share(slice(None))
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        return [row for rows in pool.map(share, [slice(first, None, jobs) for first in range(jobs)]) for row in rows]


def _share(folders: Sequence[Path], cache_folder: str | None, encoded: Encoded, mine: slice) -> list[Row]:
    cache = open_cache(cache_folder)
    return [*read_rows(read_folders(folders, LABELS), cache, encoded, mine),
            *written_rows(read_written(LABELS)[mine], cache, encoded)]


def read_rows(data: Data, cache: Cache, encoded: Encoded, mine: slice = slice(None)) -> list[Row]:
    """Of each two documents with labels or of one story that are `mine`: a row for each labelled pair that is read and
    is not unclear, the self-supervised ones, and the conflicts that nobody labelled."""
    labelled: defaultdict[tuple[str, str], list[Labelled]] = defaultdict(list)
    for pair in data.labelled:
        if pair.a[0] != pair.b[0]:
            labelled[pair.a[0], pair.b[0]].append(pair)
    told = {two for story in data.stories for two in combinations(story[:MAX_DOCUMENTS], 2)}
    rows: list[Row] = []
    for a, b in sorted(told | labelled.keys())[mine]:
        found = _compared(data, (a, b), cache, encoded)
        event, pairs = data.event(a), labelled[a, b]
        rows += _labelled(event, pairs, found)
        if (a, b) in told:
            # Each pair of documents draws by itself, whatever else there is.
            drawn = list(_drawn(found, random.Random(f"{a} {b}")))
            rows += [_row(event, c, same, weight, STORY) for c, same, weight in drawn[:MAX_PAIRS]]
        if fold_of(event) in HELD:
            rows += _presumed(event, pairs, found)
    return rows


def _labelled(event: str, pairs: Sequence[Labelled], found: Sequence[Comparison]) -> Iterator[Row]:
    for pair in pairs:
        comparison = _at(found, pair)
        if comparison is not None and pair.label != "U":
            yield _beside(_row(event, comparison, pair.label.startswith("S"), 1.0, READ), comparison, found)


def _presumed(event: str, pairs: Sequence[Labelled], found: Sequence[Comparison]) -> Iterator[Row]:
    """Conflicts without a label are presumed to be of two things. All that a link finds likely (.08) have one; of 607
    labelled ones that it finds less likely than .1 and likelier than .05 51 are of one thing."""
    for c in found:
        conflict = standing_of(c.a.statement, c.b.statement) in CONFLICTING
        if conflict and not any(_meets_label(c, pair) for pair in pairs):
            weighed = _beside(_row(event, c, False, 1.0, PRESUMED), c, found)
            if weighed.conflict is not None:
                yield weighed


def written_rows(events: Sequence[Written], cache: Cache, encoded: Encoded) -> list[Row]:
    """All pairs of two written accounts: those named as one thing, and all others as different things."""
    rows: list[Row] = []
    for event in events:
        texts = {digest_of(text): text for text in (event.a, event.b)}
        data = Data(texts, {}, (), ())
        a, b = digest_of(event.a), digest_of(event.b)
        found = _compared(data, (a, b), cache, encoded)
        for c in found:
            spans = [m.statement.fact.span for m in (c.a, c.b)]
            same = any(_meets(spans, pair) for pair in event.same)
            if event.closed or same or any(_meets(spans, pair) for pair in event.apart):
                rows.append(_beside(_row(a, c, same, 1.0, WRITTEN), c, found))
    return rows


def _beside(row: Row, comparison: Comparison, found: Sequence[Comparison]) -> Row:
    """The row with what is asked of a conflict, where it is or could be one of an event that the encoder never saw."""
    a, b = comparison.a.statement, comparison.b.statement
    open_ = row.standing in CONFLICTING or (row.same and row.standing in EQUAL)
    if row.fold not in HELD or not open_ or nothing_else(comparison):
        return row
    candidate = Candidate(a, b, "", comparison.similarity)
    spoken = bool(kept_apart(candidate, EVIDENCE)[0])
    if (spoken and alike(comparison)) or kept_apart(candidate, ALWAYS)[0]:
        return replace(row, apart=True)
    conflict = Conflict(a, b, row.standing, inf, elsewhere=False, apart=spoken)
    rivals = [c for c in found if c is not comparison and (c.a.statement is a or c.b.statement is b)
              and Candidate(c.a.statement, c.b.statement, "", c.similarity).field == candidate.field]
    return replace(row, conflict=conflict, rivals=tuple(_rival(c) for c in rivals))


def _rival(comparison: Comparison) -> Rival:
    a, b = comparison.a.statement, comparison.b.statement
    standing = standing_of(a, b)
    return Rival(comparison.a.kind, tuple(f.level(comparison) for f in FEATURES),
                 class_of(a, b, standing) if standing in EQUAL else "")


def _meets(spans: Sequence[Span], pair: tuple[Span, Span]) -> bool:
    return all(x.overlaps(y) for x, y in zip(spans, pair, strict=True))


def _row(event: str, comparison: Comparison, same: bool, weight: float, origin: str) -> Row:
    sides = (comparison.a.statement, comparison.b.statement)
    standing = standing_of(*sides)
    return Row(event, comparison.a.kind, tuple(f.level(comparison) for f in FEATURES), same, weight,
               standing, "" if standing in CONFLICTING else class_of(*sides, standing), origin,
               " ".join(f"{s.claim.document}:{s.fact.span.start}" for s in sides),
               (comparison.a.context, comparison.b.context))


def read_statements(
    data: Data, digests: Sequence[str], cache: Cache
) -> tuple[list[DocumentClaims], list[Statement]]:
    """What is read of some documents, whose days of publication are not known here, and all statements of theirs."""
    read = [kept_claims(read_text(data.texts[d], d), None, cache) for d in digests]
    claims = [(document, claim) for document, some in enumerate(read) for claim in some.claims]
    facts = ((row, document, claim, fact) for row, (document, claim) in enumerate(claims) for fact in claim.facts)
    return read, [Statement(number, document, row, claim, fact)
                  for number, (row, document, claim, fact) in enumerate(facts)]


def _compared(data: Data, digests: tuple[str, str], cache: Cache, encoded: Encoded) -> list[Comparison]:
    """All pairs of figures and times of one dimension in two documents."""
    read, statements = read_statements(data, digests, cache)
    vectors = claim_vectors(read, MODEL, cache)
    mentions = mentions_of(statements)
    sides = [[s for s in statements if s.document == side and s.number in mentions] for side in (0, 1)]
    pairs = [(a, b) for a in sides[0] for b in sides[1] if a.fact.measure.dimension == b.fact.measure.dimension]
    near = cosines(vectors, [(a.row, b.row) for a, b in pairs])
    candidates = [Candidate(a, b, "", cosine) for (a, b), cosine in zip(pairs, near, strict=True)]
    return comparisons(candidates, mentions, encoded(candidates, mentions, cache))


def _at(found: Sequence[Comparison], pair: Labelled) -> Comparison | None:
    """The comparison whose values stand nearest to the labelled places, and meet them."""
    def distance(c: Comparison) -> int:
        sides = ((c.a, pair.a), (c.b, pair.b))
        return sum(abs(m.statement.fact.span.start - p[1]) + abs(m.statement.fact.span.end - p[2]) for m, p in sides)

    return min((c for c in found if _meets_label(c, pair)), key=distance, default=None)


def _meets_label(c: Comparison, pair: Labelled) -> bool:
    return _meets([m.statement.fact.span for m in (c.a, c.b)], (Span(*pair.a[1:]), Span(*pair.b[1:])))


def _drawn(found: Sequence[Comparison], rng: random.Random) -> Iterator[tuple[Comparison, bool, float]]:
    """Comparisons with an answer and how sure it is."""
    stands = {id(c): standing_of(c.a.statement, c.b.statement) for c in found}
    values = Counter((m.statement.document, _value(m.statement)) for m in {
        m.statement.number: m for c in found for m in (c.a, c.b)}.values())
    positive: set[int] = set()
    equal = [c for c in found if stands[id(c)] in EQUAL]
    for c in sorted(equal, key=lambda c: (-_alike(c), c.a.statement.number, c.b.statement.number)):
        numbers = {c.a.statement.number, c.b.statement.number}
        if numbers & positive or not _telling(c, values):
            continue
        positive |= numbers
        yield c, True, 1.0
    rivals: defaultdict[int, list[Comparison]] = defaultdict(list)
    for c in found:
        if stands[id(c)] in CONFLICTING:
            rivals[c.a.statement.number].append(c)
            rivals[c.b.statement.number].append(c)
    given: set[int] = set()
    for number, some in sorted(rivals.items()):
        some.sort(key=lambda c: (-_alike(c), c.a.statement.number, c.b.statement.number))
        for c in [*some[:2], rng.choice(some)] if number in positive else [rng.choice(some)]:
            sure = bool({c.a.statement.number, c.b.statement.number} & positive)
            if id(c) not in given and (sure or _alike(c) < ALIKE):
                given.add(id(c))
                yield c, False, 1.0 if sure else 0.5


def _alike(c: Comparison) -> float:
    return (likeness(c.a.near, c.b.near) + likeness(c.a.words, c.b.words) + c.similarity) / 3


def _telling(c: Comparison, values: Counter[tuple[int, str]]) -> bool:
    """Are equal values hardly a coincidence: not common ones, or in words that are alike?"""
    value = c.a.statement.fact.value
    often = max(values[m.statement.document, _value(m.statement)] for m in (c.a, c.b))
    if isinstance(value, Timex):
        return often <= 2 and not value.value.startswith("XXXX-W") and _alike(c) >= ALIKE_RARE
    if not isinstance(value, Quantity):
        return False
    figure = value.interval.figure
    if value.vague or figure is None or (value.unit is None and abs(figure) <= COMMON):
        return often == 1 and _alike(c) >= ALIKE
    return often <= 2 or _alike(c) >= ALIKE_RARE


def _value(statement: Statement) -> str:
    value = statement.fact.value
    if isinstance(value, Timex):
        return value.value
    return f"{value.dimension} {value.base.low} {value.base.high}" if isinstance(value, Quantity) else ""
