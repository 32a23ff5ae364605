"""Sentences that stand nearly word for word in two documents, and where they differ.

Found through shingles (Broder 1997): runs of three words lead to the sentences that hold them, so the work grows with
the length of the texts and not with its square. The few pairs that share enough runs are aligned word by word.
"""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from claimcheck.link.partners import Partners
from claimcheck.model.span import Span

RUN = 3
# Share of the words of the shorter sentence that stand in the other one in the same order, and how many at least.
VERBATIM = 0.75
FEWEST = 4
# A run of words in more sentences than this, and than so many a document, says nothing about where one is from.
COMMON, A_DOCUMENT = 40, 4
# Longer sentences are left out: the cost of aligning two grows with the product of their lengths.
LONGEST = 150
# A copy shares at least one run for so many words of the shorter sentence.
WORDS_A_RUN = 6
# So many sentences of another document are aligned with one.
TRIED = 3
# Digits with their commas are one word, and so are "didn't" and "mid-May"; "$", "%" and full stops are house style.
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:[’'\-]\w+)*")
# Words of grammar, and words that belong to a figure.
_LIGHT = frozenset(
    """
    a an the of to in on at by and or that which who is are was were be been being has have had do does did it its as
    for with from about over more less than under nearly almost some around up hundred thousand million billion
    trillion one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty
    """.split()  # noqa: SIM905 - a list of words to read, not a list of quotation marks
)
_OPENING, _CLOSING = "“«„", "”»"


@dataclass(frozen=True, slots=True)
class Word:
    """`text` is in lower case, with plain apostrophes; `quoted` where it stands in somebody's quotation."""

    text: str
    span: Span
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Words ``a[a_start:a_end]`` of one sentence that stand where the other one has ``b[b_start:b_end]``."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int


@dataclass(frozen=True, slots=True)
class Copy:
    """A sentence of the document `left` and one of `right` (left < right) that are nearly the same.

    `at` are their numbers in the two documents. `share` is the share of the shorter one's words that the other one has
    in the same order, `likeness` twice those words over the words of both.
    """

    left: int
    right: int
    at: tuple[int, int]
    a: tuple[Word, ...]
    b: tuple[Word, ...]
    gaps: tuple[Gap, ...]
    share: float
    likeness: float

    @property
    def spans(self) -> tuple[Span, Span]:
        return self.a[0].span.union(self.a[-1].span), self.b[0].span.union(self.b[-1].span)

    @property
    def matched(self) -> Iterator[tuple[int, int]]:
        """Places of the words that both have, in order."""
        i = j = 0
        for gap in (*self.gaps, Gap(len(self.a), len(self.a), len(self.b), len(self.b))):
            yield from zip(range(i, gap.a_start), range(j, gap.b_start), strict=True)
            i, j = gap.a_end, gap.b_end


@dataclass(frozen=True, slots=True)
class _Sentence:
    """`texts` are those of the words, `counts` whether each says something in a copy, and `counted` how many do."""

    document: int
    at: int
    words: tuple[Word, ...]
    texts: tuple[str, ...]
    counts: list[bool]
    counted: int


Sentences = Sequence[tuple[Word, ...]]


def words_of(text: str, spans: Iterable[Span]) -> tuple[tuple[Word, ...], ...]:
    """The words of each sentence; a quotation may go over several sentences, but ends with its paragraph."""
    found = []
    inside, end = False, 0
    for span in spans:
        inside = inside and "\n" not in text[end : span.start].strip(" \t")
        words, place = [], span.start
        for match in _WORD.finditer(text, span.start, span.end):
            between = text[place : match.start()]
            if between != " ":
                inside = _quoted(between, inside)
            words.append(Word(match.group().lower().replace("’", "'"), Span(*match.span()), inside))
            place = match.end()
        inside, end = _quoted(text[place : span.end], inside), span.end
        found.append(tuple(words))
    return tuple(found)


def _quoted(between: str, inside: bool) -> bool:
    for char in between:
        if char == '"':
            inside = not inside
        elif char in _OPENING or char in _CLOSING:
            inside = char in _OPENING
    return inside


def find_copies(documents: Sequence[Sentences], against: Partners) -> tuple[Copy, ...]:
    """Every sentence with the one that it is nearest to in each other document, where both choose each other. Runs that
    few have lead to all of these; those of many to documents that its own is set `against`."""
    sentences = [_sentence(d, at, words) for d, some in enumerate(documents) for at, words in enumerate(some)
                 if FEWEST <= len(words) <= LONGEST]
    runs: list[tuple[tuple[str, ...], ...]] = []
    index: defaultdict[tuple[str, ...], defaultdict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, sentence in enumerate(sentences):
        runs.append(tuple(dict.fromkeys(_runs(sentence.words))))
        for run in runs[-1]:
            index[run][sentence.document].append(number)
    common = COMMON if against.all else max(COMMON, A_DOCUMENT * len(documents))
    spread = {run: sum(map(len, told.values())) for run, told in index.items()}
    telling = {run: told for run, told in index.items() if spread[run] <= common}
    best: dict[tuple[int, int], tuple[float, int, Copy]] = {}
    for number, sentence in enumerate(sentences):
        own = sentence.document
        told = [(telling[run], telling[run] if spread[run] <= COMMON else against.of[own])
                for run in runs[number] if run in telling]
        shared = Counter(other for some, among in told for document in among if document > own and document in some
                         for other in some[document])
        for other in _most(shared, sentences, len(sentence.words)):
            copy = _align(sentence, sentences[other])
            for key in ((number, copy.right), (other, copy.left)) if copy is not None else ():
                if copy is not None and (key not in best or best[key][0] < copy.likeness):
                    best[key] = (copy.likeness, number * len(sentences) + other, copy)
    chosen = Counter(pair for _, pair, _ in best.values())
    copies = {pair: copy for _, pair, copy in best.values() if chosen[pair] == 2}
    return tuple(copies[pair] for pair in sorted(copies))


def _runs(words: Sequence[Word]) -> Iterator[tuple[str, ...]]:
    """Figures count as one word and "not" as none: a changed figure, or a denial that moved, must not hide the copy."""
    folded = ["0" if w.text[0].isdigit() else w.text for w in words if w.text != "not"]
    return (tuple(folded[i : i + RUN]) for i in range(len(folded) - RUN + 1))


def _most(shared: Counter[int], sentences: Sequence[_Sentence], length: int) -> Iterator[int]:
    """The sentences of each other document that share most runs, and enough of them for one of `length` words."""
    tried: Counter[int] = Counter()
    for other, runs in sorted(shared.items(), key=lambda row: (-row[1], row[0])):
        if runs < min(length, len(sentences[other].words)) // WORDS_A_RUN:
            continue
        document = sentences[other].document
        tried[document] += 1
        if tried[document] <= TRIED:
            yield other


def _sentence(document: int, at: int, words: tuple[Word, ...]) -> _Sentence:
    counts = [_counts(w) for w in words]
    return _Sentence(document, at, words, tuple(w.text for w in words), counts, sum(counts))


def _align(left: _Sentence, right: _Sentence) -> Copy | None:
    equal, gaps = _differences(left.texts, right.texts)
    same, counted = sum([j - i for i, j in equal]), sum([sum(left.counts[i:j]) for i, j in equal])
    a, b = left.words, right.words
    share = max(_share(same, len(a), len(b)), _share(counted, left.counted, right.counted))
    if share < VERBATIM:
        return None
    return Copy(left.document, right.document, (left.at, right.at), a, b, gaps, round(share, 4),
                round(2 * same / (len(a) + len(b)), 4))


@functools.lru_cache(maxsize=4_096)  # what is copied is copied by many
def _differences(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[tuple[tuple[int, int], ...], tuple[Gap, ...]]:
    """Where `a` has runs of words that `b` has, too, in the same order, and what differs between these."""
    codes = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    return (tuple((start, end) for kind, start, end, _, _ in codes if kind == "equal"),
            tuple(Gap(i, j, k, m) for kind, i, j, k, m in codes if kind != "equal"))


def _share(same: int, a: int, b: int) -> float:
    """Share of the shorter one; 0 where too few words are the same."""
    return same / min(a, b) if same >= FEWEST else 0.0


def _counts(word: Word) -> bool:
    """Figures may well differ in a copy, and words of grammar stand everywhere."""
    return not word.text[0].isdigit() and word.text not in _LIGHT
