"""One document to its claims, and claims to vectors: what is costly in a run and depends on one document alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from claimcheck.backends import embedder
from claimcheck.cache.codec import identity
from claimcheck.cache.kept import code_version, keep
from claimcheck.cache.store import Cache, content_key
from claimcheck.detect import DocumentClaims, detect
from claimcheck.detect.claims import SentenceValues
from claimcheck.detect.times import place_times
from claimcheck.embed.cached import encode_groups
from claimcheck.embed.context_encoder import context_encoder, likeness
from claimcheck.embed.onnx_runtime import OnnxEmbedder, import_all, import_runtime
from claimcheck.extract.values import Values, read_values
from claimcheck.lexicon.own import spoken
from claimcheck.link.statement import Candidate
from claimcheck.link.types import FactMention
from claimcheck.model.document import Document
from claimcheck.model.parse import ParsedSentence
from claimcheck.parse import parse_sentences, parser_name
from claimcheck.segment import sentences

if TYPE_CHECKING:
    from claimcheck.backends import Vectors

KIND = "claims"
FOLLOWS = ("scipy.special", "scipy.optimize", "scipy.cluster.hierarchy")  # of likeness, matching and topics
BLOCK = 4_096  # pairs at a time that the head of the encoder sees: some 100 MB


def claims_of(document: Document, story_day: date | None = None) -> DocumentClaims:
    """Read one document to claims with facts; `story_day` is the day of the story, for a document without a date."""
    parsed = parse_sentences(document.text, sentences(document))
    return detect(document, parsed, _values(document, parsed, story_day))


def kept_claims(
    document: Document, story_day: date | None, cache: Cache, before: Callable[[], None] = lambda: None
) -> DocumentClaims:
    """`claims_of`, from the cache where the same document was read by the same program with the same vocabulary.
    `before` is called where it was not."""
    day = story_day if document.published.on is None else None  # else nobody asks for it

    def read() -> DocumentClaims:
        before()
        return claims_of(document, day)

    return keep(
        cache, KIND,
        lambda: content_key(KIND, code_version(), parser_name(), identity(spoken()), identity(document), identity(day)),
        DocumentClaims, read,
    )


def load_ahead(model: str) -> None:
    """Begin to load what new text needs besides the parser: beside that, for much of it is not Python."""
    for encoder in (embedder(model), context_encoder()):
        if isinstance(encoder, OnnxEmbedder):
            encoder.begin()


def vectors_of(
    documents: Sequence[DocumentClaims], mentions: Mapping[int, FactMention], model: str, cache: Cache
) -> tuple[Vectors, Vectors]:
    """`claim_vectors` and `context_vectors`, side by side, as both are but for a little no work of Python's; an import
    that is, meanwhile, of what follows them."""
    import_runtime()
    with ThreadPoolExecutor(2) as beside:
        contexts = beside.submit(context_vectors, mentions, cache)
        imported = beside.submit(import_all, FOLLOWS)
        vectors = claim_vectors(documents, model, cache), contexts.result()
        imported.result()
        return vectors


def claim_vectors(documents: Sequence[DocumentClaims], model: str, cache: Cache) -> Vectors:
    """One row of unit length for each claim, document by document; shape (0, 0) for no claims."""
    import numpy as np

    groups = [[_masked(c.text) for c in d.claims] for d in documents]
    rows = [vectors for vectors in encode_groups(embedder(model), groups, cache) if len(vectors)]
    return np.concatenate(rows) if rows else np.zeros((0, 0), dtype=np.float32)


def contexts_compared(
    candidates: Sequence[Candidate], mentions: Mapping[int, FactMention], cache: Cache,
) -> list[float]:
    """What the encoder of contexts says of each candidate."""
    return compared(candidates, mentions, context_vectors(mentions, cache)) if candidates else []


def context_vectors(mentions: Mapping[int, FactMention], cache: Cache) -> Vectors:
    """A row for each mention, document by document, kept by document; none where only one has any."""
    import numpy as np

    groups = _by_document(mentions)
    if len(groups) < 2:
        return np.zeros((0, 0), dtype=np.float32)
    texts = [[mentions[number].context for number in numbers] for numbers in groups]
    return np.concatenate(encode_groups(context_encoder(), texts, cache))


def compared(candidates: Sequence[Candidate], mentions: Mapping[int, FactMention], rows: Vectors) -> list[float]:
    """What the encoder of contexts says of each candidate, of `context_vectors`."""
    if not candidates:
        return []
    place = {number: i for i, number in enumerate(number for numbers in _by_document(mentions) for number in numbers)}
    left, right = ([place[s.number] for s in side] for side in zip(*((c.a, c.b) for c in candidates), strict=True))
    blocks = (slice(start, start + BLOCK) for start in range(0, len(candidates), BLOCK))
    return [found for block in blocks for found in likeness(rows[left[block]], rows[right[block]])]


def _by_document(mentions: Mapping[int, FactMention]) -> list[list[int]]:
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for number, mention in sorted(mentions.items()):
        groups[mention.statement.document].append(number)
    return list(groups.values())


def _values(document: Document, parsed: Sequence[ParsedSentence], story_day: date | None) -> list[SentenceValues]:
    found = [_shifted(read_values(p.sentence.span.of(document.text)), p.sentence.span.start) for p in parsed]
    times = place_times(document, parsed, [v.times for v in found], story_day)
    result = []
    for values, row in zip(found, times, strict=True):
        # "begins in two days" names a day; "was built in two days" a duration, and then the time is unresolved.
        amounts = tuple(q for q in values.quantities if not any(t.resolved and t.span.covers(q.span) for t in row))
        result.append(SentenceValues(amounts, row, tuple(look.span for look in values.looks)))
    return result


def _shifted(values: Values, by: int) -> Values:
    """Values of a sentence with their spans as offsets into the document."""
    return Values(
        tuple(replace(q, span=q.span.shift(by), figure=q.figure.shift(by)) for q in values.quantities),
        tuple(replace(e, span=e.span.shift(by)) for e in values.times),
        tuple(replace(look, span=look.span.shift(by)) for look in values.looks),
    )


def _masked(text: str) -> str:
    """Figures hidden, so that nearness is about what is measured."""
    return "".join("0" if c.isdigit() else c for c in text)
