"""Which one of several: what is told of the first round says nothing of the second."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import takewhile

from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.numbers import number_words
from claimcheck.lexicon.predicates import words
from claimcheck.link.statement import Candidate, Statement
from claimcheck.model.claim import Claim
from claimcheck.model.fact import Fact
from claimcheck.model.span import Span
from claimcheck.model.value import Quantity, QuantityKind, Timex

_TOKENS = re.compile(r"\w+|[^\w\s-]")
_IN_DIGITS = re.compile(r"[0-9]+(?:st|nd|rd|th)")
_MODEL = re.compile(r"\b([A-Z][\w-]*) ([0-9]{1,4})\b")
_MOMENT = "minute"  # "in the 67th minute" is when, not which
_REACH = 2  # words behind a number, of which one is what is numbered: "first round", "second opinion poll"


def other_one(candidate: Candidate) -> str:
    """A guard: the two claims number one thing differently ("the first round", "the second round"). Where these numbers
    are the values themselves, only if each claim has another figure or time, which the other has not."""
    if any(_is_ordinal(s.fact) for s in (candidate.a, candidate.b)) and not _both_tell_more(candidate):
        return ""
    mine, others = _numbered(candidate.a.claim), _numbered(candidate.b.claim)
    apart = (noun for noun in sorted(mine.keys() & others.keys()) if not mine[noun] & others[noun])
    return next((f"number {min(mine[noun])} against number {min(others[noun])}" for noun in apart), "")


def _is_ordinal(fact: Fact) -> bool:
    return isinstance(fact.value, Quantity) and fact.value.kind is QuantityKind.ORDINAL


def _both_tell_more(candidate: Candidate) -> bool:
    a, b = _more(candidate.a), _more(candidate.b)
    return bool(a and b) and not a & b


def _more(statement: Statement) -> frozenset[str]:
    """The other values of a claim, as they compare."""
    return frozenset(
        f.value.value if isinstance(f.value, Timex) else f"{f.value.dimension} {f.value.base.low} {f.value.base.high}"
        for f in statement.claim.facts if isinstance(f.value, Quantity | Timex) and not _is_ordinal(f))


def _numbered(claim: Claim) -> Mapping[str, frozenset[Decimal]]:
    """What a claim numbers, with its numbers: "the first round" is {"round": {1}}, "the Orion 5" {"Orion": {5}}."""
    found: defaultdict[str, set[Decimal]] = defaultdict(set)
    for number, noun in _numbers(claim.text):
        found[concept(noun)].add(number)
    values = [f.span for f in claim.facts if isinstance(f.value, Quantity | Timex)]
    for model in _MODEL.finditer(claim.text):
        place = Span(*model.span(2)).shift(claim.span.start)
        if not any(place.overlaps(value) for value in values):  # "in Harrow 12 people"
            found[model[1]].add(Decimal(model[2]))
    return {noun: frozenset(numbers) for noun, numbers in found.items()}


@functools.lru_cache(maxsize=4_096)
def _numbers(text: str) -> tuple[tuple[Decimal, str], ...]:
    """Each number with the words that it may be the number of."""
    return tuple(_found([token.lower() for token in _TOKENS.findall(text)]))


def _found(tokens: Sequence[str]) -> Iterator[tuple[Decimal, str]]:
    for place, token in enumerate(tokens):
        number = number_words().ordinals.get(token)
        if number is None and _IN_DIGITS.fullmatch(token):
            number = Decimal(token[:-2])
        if number is not None:
            behind = tokens[place + 1 : place + 1 + _REACH]
            yield from ((number, word) for word in takewhile(_may_be_noun, behind))
        elif token in words("in_series") and tokens[place + 1 : place + 2]:
            after = tokens[place + 1]
            counted = Decimal(after) if after.isdecimal() else number_words().small.get(after)
            if counted is not None:
                yield counted, token


def _may_be_noun(word: str) -> bool:
    return word.isalpha() and len(word) > 2 and word not in words("stop") and word != _MOMENT
