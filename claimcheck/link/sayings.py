"""What speakers say in nearly the same words in two documents: quotations, and the content of what is reported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimcheck.link.copies import Copy, Sentences, Word, find_copies
from claimcheck.link.partners import Partners
from claimcheck.model.claim import Attribution, Claim


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of one sentence that one speaker vouches for; without an attribution nobody is named for them."""

    sentence: int
    words: tuple[Word, ...]
    attribution: Attribution | None


@dataclass(frozen=True, slots=True)
class Repeat:
    """Two sayings of two documents; `copy` holds how their words align, and its `at` the numbers of their sentences."""

    a: Saying
    b: Saying
    copy: Copy


Claims = Sequence[Claim]


def repeated_quotes(
    documents: Sequence[Claims], words: Sequence[Sentences], against: Partners
) -> tuple[Repeat, ...]:
    """What stands in quotation marks in both, sentence by sentence."""
    return _repeated([list(_quotes(*read)) for read in zip(documents, words, strict=True)], against)


def repeated_contents(
    documents: Sequence[Claims], words: Sequence[Sentences], against: Partners
) -> tuple[Repeat, ...]:
    """What speakers say in both, in quotation marks or not."""
    return _repeated([list(_contents(*read)) for read in zip(documents, words, strict=True)], against)


def _repeated(sayings: Sequence[Sequence[Saying]], against: Partners) -> tuple[Repeat, ...]:
    found = []
    for copy in find_copies([[s.words for s in some] for some in sayings], against):
        a, b = sayings[copy.left][copy.at[0]], sayings[copy.right][copy.at[1]]
        found.append(Repeat(a, b, replace(copy, at=(a.sentence, b.sentence))))
    return tuple(found)


def _quotes(claims: Claims, sentences: Sentences) -> Iterator[Saying]:
    said = _attributed(claims)
    for number, words in enumerate(sentences):
        quoted = tuple(w for w in words if w.quoted)
        if quoted:
            around = quoted[0].span.union(quoted[-1].span)
            holding = [c for c in said[number] if c.span.covers(around)]
            innermost = min(holding, key=lambda c: len(c.span), default=None)
            yield Saying(number, quoted, innermost.attribution if innermost else None)


def _contents(claims: Claims, sentences: Sentences) -> Iterator[Saying]:
    for number, said in sorted(_attributed(claims).items()):
        for span, claim in sorted({c.span: c for c in said}.items(), key=lambda row: row[0]):
            words = tuple(w for w in sentences[number] if span.covers(w.span))
            if words:
                yield Saying(number, words, claim.attribution)


def _attributed(claims: Claims) -> defaultdict[int, list[Claim]]:
    found: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.attribution is not None and claim.attribution.speaker and not claim.attribution.question:
            found[claim.sentence].append(claim)
    return found
