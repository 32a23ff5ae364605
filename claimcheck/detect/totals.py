"""How many there are of those who are told kind by kind: "seven men and five women died" are twelve who did."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from claimcheck.detect.clause import exit_token, listed
from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.people import is_person
from claimcheck.lexicon.predicates import concepts_of
from claimcheck.model.claim import Claim
from claimcheck.model.fact import Aspect, Fact
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.tree import ancestors, children, span_of
from claimcheck.model.value import SUM, Interval, Quantity, QuantityKind

_PERSON = "person"
_ADDING = re.compile(r"\b(?:also|too|as well)\b")


def totals(parsed: ParsedSentence, facts: Sequence[Fact]) -> Iterator[Fact]:
    """A fact for each list in which every kind of people is counted, and the same happened to all. "A guide" is one."""
    by_noun = {noun.index: fact for fact in facts if (noun := _noun(parsed, fact)) is not None}
    for first in dict.fromkeys(_first_listed(parsed, parsed.tokens[index]).index for index in by_noun):
        nouns = listed(parsed, parsed.tokens[first])
        counted = [by_noun[t.index] for t in nouns if t.index in by_noun]
        single = [t for t in nouns if t.index not in by_noun and _is_one(parsed, t)]
        if len(nouns) > 1 and len(counted) + len(single) == len(nouns) and _are_kinds(counted, single):
            total = _total(counted[0], counted, len(single))
            yield _of_people(parsed, total, nouns) if single else total


def _of_people(parsed: ParsedSentence, total: Fact, nouns: Sequence[Token]) -> Fact:
    """With the words of those who are no figure in the span, and as people in the label."""
    words = [t for noun in nouns for t in (noun, *children(parsed, noun, "det"))]
    span = total.span.union(span_of(words))
    assert isinstance(total.value, Quantity)
    label = next((re.sub(rf"\b{re.escape(t.text)}\b", "people", total.measure.label) for t in nouns
                  if t.text in total.measure.label.split()), total.measure.label)
    value = replace(total.value, span=span, figure=span)
    return replace(total, span=span, value=value, measure=replace(total.measure, label=label.partition(" and ")[0]))


def _first_listed(parsed: ParsedSentence, noun: Token) -> Token:
    return next((t for t in (noun, *ancestors(parsed, noun)) if t.dep != "conj"), noun)


def _is_one(parsed: ParsedSentence, noun: Token) -> bool:
    """ "A guide": one person."""
    article = any(t.lemma.lower() in ("a", "an") for t in children(parsed, noun, "det"))
    return article and noun.tag == "NN" and is_person(noun.lemma)


def totals_across(claims: Sequence[Claim]) -> Iterator[tuple[int, Fact]]:
    """Such a fact for two kinds that two sentences tell, with the place of the claim that adds the second: "Three men
    died. Two women died as well"."""
    for place, (before, claim) in enumerate(pairwise(claims), start=1):
        if claim.sentence == before.sentence + 1 and _ADDING.search(claim.text):
            first, second = _only_kind(before), _only_kind(claim)
            if first is not None and second is not None and _are_kinds([first, second]):
                total = _total(first, [first, second])
                assert isinstance(total.value, Quantity)
                assert isinstance(second.value, Quantity)
                value = replace(total.value, span=second.span, figure=second.value.figure)
                yield place, replace(total, span=second.span, value=value)


def _only_kind(claim: Claim) -> Fact | None:
    """The one count of people of a claim."""
    found = [f for f in claim.facts if isinstance(f.value, Quantity) and f.measure.dimension == "count"]
    fact = found[0] if len(found) == 1 else None
    plain = fact is not None and fact.measure.aspect is Aspect.LEVEL and not fact.negated and fact.measure.event
    known = plain and fact is not None and fact.measure.head in concepts_of("human") | _kinds()
    return fact if known and fact is not None and _is_plain(fact.value) else None


def _is_plain(value: object) -> bool:
    return isinstance(value, Quantity) and value.interval.is_point and value.unit is None and value.interval.low != 0


def _noun(parsed: ParsedSentence, fact: Fact) -> Token | None:
    """The noun of a plain count of people."""
    value, measure = fact.value, fact.measure
    if not isinstance(value, Quantity) or value.kind is not QuantityKind.NUMBER or value.unit is not None:
        return None
    exit_ = exit_token(parsed, value.figure)
    plain = value.interval.is_point and measure.aspect is Aspect.LEVEL and not fact.negated and measure.event
    if exit_ is None or exit_.dep != "nummod" or not plain:
        return None
    noun = parsed.tokens[exit_.head]
    known = measure.head in concepts_of("human") | _kinds() or is_person(noun.lemma)
    return noun if known and not children(parsed, noun, "relcl", "acl") else None


def _kinds() -> frozenset[str]:
    return concepts_of("subset")


def _are_kinds(facts: Sequence[Fact], single: Sequence[Token] = ()) -> bool:
    """Of one event, and no kind twice."""
    heads = {f.measure.head for f in facts} | {concept(t.lemma) for t in single}
    kinds = len(heads) == len(facts) + len(single) and _PERSON not in heads
    return kinds and len({f.measure.event for f in facts}) == 1


def _total(first: Fact, facts: Sequence[Fact], single: int = 0) -> Fact:
    values = [f.value for f in facts if isinstance(f.value, Quantity)]
    number = sum((v.interval.low or Decimal(0) for v in values), Decimal(single))
    span = values[0].span.union(values[-1].span)
    hedge = next((v.hedge for v in values if v.hedge), values[0].hedge)
    value = Quantity(span, span, QuantityKind.NUMBER, Interval.point(number), hedge=hedge, derivation=SUM)
    measure = replace(first.measure, head=_PERSON, modifiers=frozenset(), nations=frozenset(),
                      label=" and ".join(dict.fromkeys(f.measure.label for f in facts)))
    return Fact(span, value, measure)
