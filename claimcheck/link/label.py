"""A few words that say what a topic is about."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import log, sqrt

from claimcheck.lexicon.calendar import calendar_words
from claimcheck.lexicon.units import currencies, units

LONGEST_PHRASE = 4
PHRASES = 2
SECOND = 0.5  # a further phrase weighs at least this share of the first
MAX_CHARACTERS = 400  # of a claim; what comes later seldom says what it is about

_TOKEN = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*|\S")
_STOP_WORDS = """
a about above according across after again against ago all almost along already also although always am amid
among an and another any are around as at away back be became because been before began being below between
both but by came can cannot come could did do does doing down during each early either else even ever every
few first for former from further gave get give given go going got had has have having he her here hers
herself him himself his how however i if in including into is it its itself just kept know known last late
later least less like made make many may me might mine more most much must my near nearly never next no nor
not now of off often on once one only onto or other others our out over own per put quite rather really said
same saw say saying says see seen several shall she should since so some soon still such take taken tell than
that the their them themselves then there these they thing things this those though through thus to today
together told tomorrow too took toward towards two under until up upon us used very via was we well went were
what when where whether which while who whom whose why will with within without would yes yesterday yet you
your monday tuesday wednesday thursday friday saturday sunday january february march april june july august
september october november december reported reportedly added asked announced statement spokesman spokeswoman
spokesperson three four five six seven pm am mln celsius fahrenheit
eight nine ten nobody anybody somebody everybody anyone someone everyone none part worth
dozen dozens hundred hundreds thousand thousands million millions billion billions percent
"""
_STOP = frozenset(_STOP_WORDS.split())


@dataclass(frozen=True, slots=True)
class Phrases:
    """In how many of `texts` texts each phrase is."""

    texts: int = 0
    counts: Mapping[tuple[str, ...], int] = field(default_factory=dict)


def phrases(texts: Sequence[str], acts: Collection[str] = ()) -> Phrases:
    """A phrase goes over none of `acts`."""
    return Phrases(len(texts), Counter(phrase for text in texts for phrase in set(_phrases(text, acts))))


NONE = Phrases()


def label_topic(
    texts: Sequence[str], others: Phrases = NONE, things: Collection[str] = (), acts: Collection[str] = ()
) -> str:
    """At most two phrases of one to four words that several of `texts` share, or that one has where they share none; ""
    where there are no words. A phrase ends in a name or in one of `things`, stems of nouns, if there are such phrases,
    and has none of `acts`, what the texts say happens or is so: "judge sentenced Rita Holm" is no thing.

    Weighted as in class-based TF-IDF (Grootendorst 2022): by the share of `texts` a phrase is in, and down by its share
    in `others`, the claims of all topics. Does not depend on the order of the texts.
    """
    here = phrases(texts, acts).counts or phrases(texts).counts
    if not here:
        return ""
    forms = _forms(texts)

    def weight(phrase: tuple[str, ...]) -> float:
        rarity = log(2 + others.texts) - log(1 + others.counts.get(phrase, 0))
        return round(here[phrase] / len(texts) * rarity * sqrt(len(phrase)), 9)

    names = _names(texts)
    named = [p for p in here if not things or p[-1] in names or (_stem(p[-1]) in things and not _is_counted(p[-1]))]
    common = [phrase for phrase in named if here[phrase] > 1] or named or list(here)
    ranked = sorted(common, key=lambda phrase: (-weight(phrase), -len(phrase), phrase))
    chosen = [ranked[0]]
    for phrase in ranked[1:]:
        if len(chosen) == PHRASES or weight(phrase) < weight(ranked[0]) * SECOND:
            break
        if not {_stem(word) for word in phrase} & {_stem(word) for kept in chosen for word in kept}:
            chosen.append(phrase)
    return ", ".join(" ".join(forms[word] for word in phrase) for phrase in chosen)


def _names(texts: Sequence[str]) -> frozenset[str]:
    """Words with a capital that is not only that of a beginning: "Four-day passes cost" names nobody."""
    inside = (token for text in texts for token in _TOKEN.findall(text[:MAX_CHARACTERS])[1:])
    words = (re.sub(r"['’]s$", "", token) for token in inside)
    return frozenset(word.casefold() for word in words if word[:1].isupper() and not _is_counted(word.casefold()))


def _is_counted(word: str) -> bool:
    """ "Four-day", "third-quarter": a figure and its unit, of something else."""
    return "-" in word and word.split("-")[0] in _STOP


def _phrases(text: str, acts: Collection[str] = ()) -> Iterator[tuple[str, ...]]:
    for run in _runs(text, acts):
        words = [word.casefold() for word in run]
        for size in range(1, LONGEST_PHRASE + 1):
            for start in range(len(words) - size + 1):
                yield tuple(words[start : start + size])


def _runs(text: str, acts: Collection[str] = ()) -> Iterator[list[str]]:
    """Stretches of words without a stop word, one of `acts`, a unit, a figure or a mark between them."""
    run: list[str] = []
    for token in _TOKEN.findall(text[:MAX_CHARACTERS]):
        word = re.sub(r"['’]s$", "", token)
        telling = word.casefold() not in _STOP and word.casefold() not in acts and word not in _units()
        if len(word) > 1 and word[0].isalpha() and telling:
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


@functools.cache
def _units() -> frozenset[str]:
    """Of figures, not of what they are figures of: "km", "GB", "crowns", "cent", "Nov"."""
    money, calendar = currencies(), calendar_words()
    coins = frozenset(word for word in (*money.words, *money.shared) if word.endswith("s"))
    short = frozenset(word.capitalize() for word in calendar.months if word not in calendar.weak_months)
    return frozenset(units().words) | frozenset(units().signs) | coins | short | {"cent"}


def _forms(texts: Sequence[str]) -> dict[str, str]:
    """How each word is written: most often, the start of a stretch, where a capital may mean nothing, counting half."""
    seen: dict[str, Counter[str]] = {}
    for text in texts:
        for run in _runs(text):
            seen.setdefault(run[0].casefold(), Counter())[run[0]] += 1
            for _, word in pairwise(run):
                seen.setdefault(word.casefold(), Counter())[word] += 2
    return {key: min(forms, key=lambda form: (-forms[form], form.isupper(), form)) for key, forms in seen.items()}


def stems(words: Iterable[str]) -> frozenset[str]:
    """As `label_topic` wants them."""
    return frozenset(_stem(word.casefold()) for word in words)


def _stem(word: str) -> str:
    return word[:5]
