"""Documents that go back to one origin: an agreement between them is one voice.

An origin shows in a credit line or dateline that names an agency whose own text is there too, or in passages that stand
nearly word for word in two documents. Words in quotation marks do not count: two reporters may well quote one speaker.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimcheck.lexicon.newsroom import agency
from claimcheck.link.copies import Copy
from claimcheck.model.document import Document
from claimcheck.model.report import Origin
from claimcheck.model.span import Span

PASSAGES = "near-verbatim passages"
# Words outside quotations, in sentences that are nearly the same, from which two documents have one origin: some three
# sentences of news. Where they are most of the shorter document, two short ones are enough.
MANY, FEW, MOST = 70, 30, 0.5
# A sentence counts from this share of common words on (see `copies.Copy.likeness`), and with so many of them.
ALIKE = 0.8
LEAST = 8
_FIRST_PERSON = frozenset({"i", "i'm", "i've", "i'd", "i'll", "me", "my", "we", "we're", "we've", "our", "us"})


def find_origins(documents: Sequence[Document], copies: Sequence[Copy], lengths: Sequence[int]) -> tuple[Origin, ...]:
    """Origins by credit, then by common passages; `lengths` are the words outside quotations of each document, whose
    order is that of the numbers in `copies`."""
    return (*_credited(documents), *_copied(documents, copies, lengths))


def _credited(documents: Sequence[Document]) -> Iterator[Origin]:
    for credited in documents:
        for credit in credited.credits:
            for origin in documents:
                if origin.id != credited.id and credit.name.lower() in _called(origin):
                    first, second = sorted((credited.id, origin.id))
                    yield Origin((first, second), credit.name, credit.kind, credited.id, credit.span,
                                 credit.span.of(credited.text))


def _called(document: Document) -> Iterator[str]:
    """Its source, and the code that its own dateline has for it: "CPA" of the Capital Press Agency."""
    yield document.source.lower()
    for own in document.credits:
        if own.kind == "dateline" and own.name == document.source:
            code = own.span.of(document.text)
            yield (agency(code) or code).lower()


def _copied(documents: Sequence[Document], copies: Sequence[Copy], lengths: Sequence[int]) -> Iterator[Origin]:
    """One origin for all documents that a chain of copies joins, with the longest common passage as its evidence."""
    alike = [c for c in copies if c.likeness >= ALIKE and _own(c) >= LEAST]
    groups = list(range(len(documents)))  # the lowest document of each one's group
    for left, right in _pairs(alike, lengths):
        one, other = sorted((groups[left], groups[right]))
        groups = [one if g == other else g for g in groups]
    for first in sorted(set(groups)):
        members = [d for d, g in enumerate(groups) if g == first]
        if len(members) > 1:
            document, span = _longest([c for c in alike if c.left in members and c.right in members])
            yield Origin(tuple(sorted(documents[d].id for d in members)), documents[first].source, PASSAGES,
                         documents[document].id, span, span.of(documents[document].text))


def _own(copy: Copy) -> int:
    """Common words that are not a speaker's; a letter is often cited without quotation marks."""
    if any(word.text in _FIRST_PERSON for word in copy.a):
        return 0
    return sum(not copy.a[i].quoted and not copy.b[j].quoted for i, j in copy.matched)


def _pairs(alike: Sequence[Copy], lengths: Sequence[int]) -> list[tuple[int, int]]:
    shared: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for copy in alike:
        shared[copy.left, copy.right].append(_own(copy))
    return [
        (left, right) for (left, right), words in sorted(shared.items())
        if sum(words) >= MANY
        or (len(words) > 1 and sum(words) >= max(FEW, MOST * min(lengths[left], lengths[right])))
    ]


def _longest(alike: Sequence[Copy]) -> tuple[int, Span]:
    """The earlier document of the longest run of sentences that follow each other in both, and its place there."""
    runs: dict[tuple[int, int, int, int], Span] = {}
    for copy in sorted(alike, key=lambda c: (c.left, c.right, c.at)):
        before = (copy.left, copy.right, copy.at[0] - 1, copy.at[1] - 1)
        span = copy.spans[0]
        runs[(copy.left, copy.right, *copy.at)] = runs[before].union(span) if before in runs else span
    (document, *_), span = max(runs.items(), key=lambda run: (len(run[1]), [-n for n in run[0]]))
    return document, span
