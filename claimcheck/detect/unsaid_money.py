"""Sums whose currency is not said again: "repairs will swallow 180 million more", "legal costs: close to a million",
"was fined fifty grand". By its verb or noun a bare figure is money, and the document tells of which country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import takewhile

from claimcheck.detect.clause import core, exit_token, subject_of, tokens_after, tokens_before, tokens_in
from claimcheck.detect.predicate import is_passive
from claimcheck.lexicon.predicates import words
from claimcheck.lexicon.units import currency
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.span import Span
from claimcheck.model.tree import children
from claimcheck.model.value import Quantity, QuantityKind, Timex, Unit

_THOUSAND, _MILLION, _BILLION = Decimal(10**3), Decimal(10**6), Decimal(10**9)
_SUMS = (("sums_of_thousands", _THOUSAND), ("sums_of_millions", _MILLION), ("sums_of_billions", _BILLION))
_PAYING = (("paying_thousands", _THOUSAND), ("paying_millions", _MILLION))
_BY_PREPOSITION = {"for": "paid_for", "at": "valuing", "of": "cheating_of"}
_GRAND = frozenset({"grand", "thou"})
# What is counted, or whose, stands behind its figure; but for these: "180 million more", "six thousand apiece".
_COUNTED = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_BESIDE = frozenset({"more", "extra", "less", "apiece"})
_PRONOUNS = frozenset({"it", "that", "this", "which"})
_BEFORE_A_NOUN = frozenset({"nummod", "compound", "quantmod", "amod", "nmod"})
_ARGUMENTS = frozenset({"dobj", "attr", "npadvmod", "oprd", "dative", "acomp", "prep"})
_LEVELS = frozenset({"be", "total", "exceed", "average", "equal", "remain", "become", "come", "amount", "run", "stand"})
_REACHED = frozenset({"reach", "hit", "top"})
_CASH = frozenset({"cash", "banknote"})
_MODIFIERS = frozenset({"ADJ", "NOUN"})
_WHOSE = frozenset({"DET", "PRON", "NOUN", "PROPN", "ADJ"})
_NEAR = 4  # "in", two adjectives and a noun


class _Purse:
    """The currencies that a document names, each with the sentence and the place where it does."""

    def __init__(self, parsed: Sequence[ParsedSentence], values: Sequence[Sequence[Quantity]]) -> None:
        self._told = [
            (sentence.sentence.index, q.span.start, q.unit.base)
            for sentence, some in zip(parsed, values, strict=True)
            for q in sorted(some, key=lambda q: q.span)
            if q.kind is QuantityKind.MONEY and q.unit is not None and q.unit.factor == 1 and not _aside(sentence, q)
        ]

    def at(self, sentence: int, start: int) -> Unit | None:
        """The one that the document names; of several the one named last before `start`, in this sentence or the one
        before it."""
        only = {base for *_, base in self._told}
        near = [base for at, where, base in self._told if sentence - 1 <= at <= sentence and where < start]
        return currency(only.pop() if len(only) == 1 else near[-1]) if len(only) == 1 or near else None


def _aside(parsed: ParsedSentence, quantity: Quantity) -> bool:
    """The dollars of "460 million kroner ($66 million)"."""
    return [t.text for t in tokens_before(parsed, quantity.span)[-1:]] == ["("]


def with_money(
    parsed: Sequence[ParsedSentence], values: Sequence[Sequence[Quantity]], times: Sequence[Sequence[Timex]]
) -> Iterator[tuple[Quantity, ...]]:
    """The quantities of each sentence; a bare figure that is money is one of the currency that the document names."""
    purse = _Purse(parsed, values)
    last: Quantity | None = None  # of what may be money, in this sentence or the one before it
    for sentence, some, told in zip(parsed, values, times, strict=True):
        read: list[Quantity] = []
        ordered = sorted(some, key=lambda q: q.span)
        for quantity, after in zip(ordered, [*ordered[1:], None], strict=False):
            unit = purse.at(sentence.sentence.index, quantity.span.start) if quantity.is_count else None
            if after is not None and quantity.is_count and _is_out_of(sentence, quantity, after):
                read.append(replace(quantity, kind=after.kind, unit=after.unit))
            else:
                read.append(_in_money(sentence, quantity, unit, told, last) if unit is not None else quantity)
            last = read[-1] if _is_large(read[-1]) else last
        yield tuple(read)
        last = last if any(q is last for q in read) else None


def _size(quantity: Quantity) -> Decimal:
    return quantity.interval.low or quantity.interval.high or Decimal(0)


def _is_large(quantity: Quantity) -> bool:
    """May it be a sum? A dozen plaintiffs between two sums are none."""
    return quantity.kind is QuantityKind.MONEY or (quantity.is_count and _size(quantity) >= _THOUSAND)


def _in_money(
    parsed: ParsedSentence, quantity: Quantity, unit: Unit, times: Sequence[Timex], last: Quantity | None
) -> Quantity:
    grand = _grand(parsed, quantity)
    if grand is not None:
        return replace(
            quantity, kind=QuantityKind.MONEY, unit=unit, interval=quantity.interval.scaled(_THOUSAND),
            precision=quantity.precision * _THOUSAND, span=replace(quantity.span, end=grand.span.end),
            figure=replace(quantity.figure, end=grand.span.end),
        )
    sum_ = _sum_of(parsed, quantity, last)
    if sum_ is None or not (_is_before_a_sum(sum_) or (_is_bare(sum_, times) and _is_money(sum_))):
        return quantity
    return replace(quantity, kind=QuantityKind.MONEY, unit=unit)


def _is_out_of(parsed: ParsedSentence, quantity: Quantity, whole: Quantity) -> bool:
    """ "Three million of the town's 74 million dollars"."""
    between = tokens_in(parsed, Span(quantity.span.end, whole.span.start)) if quantity.span < whole.span else ()
    led = [t.text for t in between[:1]] == ["of"] and len(between) <= _NEAR + 1
    plain = all(t.pos in _WHOSE or t.tag == "POS" for t in between[1:])
    size = whole.kind is QuantityKind.MONEY and whole.unit is not None and whole.unit.factor == 1
    return led and plain and size and _size(quantity) >= _THOUSAND


def _grand(parsed: ParsedSentence, quantity: Quantity) -> Token | None:
    """The grand of "fifty grand" and "a five-grand penalty"; not that of "two grand pianos"."""
    after = [t for t in tokens_after(parsed, quantity.span)[:3] if t.text != "-"]
    counts = [t.tag for t in after[1:2]] in (["NNS"], ["NNPS"])
    return after[0] if after and after[0].text in _GRAND and not counts else None


@dataclass(frozen=True, slots=True)
class _Sum:
    """A figure that may be money: `top` is the word by which it hangs on others, `last` the sum or count before it."""

    parsed: ParsedSentence
    quantity: Quantity
    top: Token
    last: Quantity | None

    @property
    def size(self) -> Decimal:
        return _size(self.quantity)

    @property
    def above(self) -> Token:
        return self.parsed.tokens[self.top.head]

    def is_named(self, noun: Token) -> bool:
        """May a figure of this size be money by the noun?"""
        lemma = noun.lemma.lower()
        return noun.pos in ("NOUN", "PROPN") and any(lemma in words(n) for n, least in _SUMS if self.size >= least)

    def after(self, most: int) -> tuple[Token, ...]:
        return tokens_after(self.parsed, self.quantity.span)[:most]


def _sum_of(parsed: ParsedSentence, quantity: Quantity, last: Quantity | None) -> _Sum | None:
    """None for what is too small for a bare sum, and for what may be a year."""
    written = tokens_in(parsed, quantity.figure)
    year = len(written) == 1 and len(written[0].text) == 4 and written[0].text.isdecimal()
    top = exit_token(parsed, quantity.figure)
    if top is None or year or _size(quantity) < _THOUSAND:
        return None
    inside = {t.index for t in tokens_in(parsed, quantity.span)}
    while top.head in inside and parsed.tokens[top.head].head != top.index and top.head != top.index:
        top = parsed.tokens[top.head]  # the "over" of "over one and a half billion"
    above = parsed.tokens[top.head]
    more = top.dep == "nummod" and above.lemma.lower() in _BESIDE  # "180 million more"
    return _Sum(parsed, quantity, above if more else top, last)


def _is_bare(sum_: _Sum, times: Sequence[Timex]) -> bool:
    """Nothing is counted, and no unit that is not known stands before it: "Ft 3 billion"."""
    top, written = sum_.top, {t.index for t in tokens_in(sum_.parsed, sum_.quantity.span)}
    if top.index not in written and top.lemma.lower() not in _BESIDE:
        return False
    if top.dep in _BEFORE_A_NOUN and top.head > top.index:
        return False
    before = tokens_before(sum_.parsed, sum_.quantity.span)[-1:]
    if any(t.pos in ("PROPN", "SYM") and t.head in written for t in before):
        return False
    after = [t for t in sum_.after(3) if not any(t.span.overlaps(x.span) for x in times)]
    if after and after[0].lemma.lower() in _BESIDE:
        after = after[1:]
    if after and after[0].lemma == "of":
        return len(after) > 1 and after[1].text in _PRONOUNS
    return not after or not (after[0].pos in _COUNTED or after[0].tag == "PRP$" or after[0].text == "-")


def _is_money(sum_: _Sum) -> bool:
    return _is_behind_a_sum(sum_) or _is_of_a_sum(sum_) or _is_paid(sum_) or _is_in_cash(sum_) or _is_a_part(sum_)


def _is_before_a_sum(sum_: _Sum) -> bool:
    """ "A 5 billion loan", "its 40,000 fine"; "4,000 fines" counts them."""
    hangs = {t.head for t in tokens_in(sum_.parsed, sum_.quantity.figure)}
    return any(t.tag == "NN" and t.index in hangs and sum_.is_named(t) for t in sum_.after(1))


def _is_behind_a_sum(sum_: _Sum) -> bool:
    """ "Legal costs: close to a million"."""
    before = tokens_before(sum_.parsed, sum_.quantity.span)[-2:]
    return len(before) == 2 and before[1].text == ":" and sum_.is_named(before[0])


def _is_of_a_sum(sum_: _Sum) -> bool:
    """ "A fine of 40,000", "turnover was once 90 million", "put the damage at 350 million", "the debt, 2 billion"."""
    top, above = sum_.top, sum_.above
    if top.dep == "appos":
        return sum_.is_named(above) and top.index > above.index
    if top.dep != "pobj":
        return top.dep in _ARGUMENTS and _is_its_level(sum_, above, "")
    whose = sum_.parsed.tokens[above.head]
    if above.lemma == "of" and whose.pos == "NOUN":
        return sum_.is_named(whose)
    return above.lemma in ("at", "to", "by", "from", "into") and _is_its_level(sum_, whose, above.lemma)


def _is_its_level(sum_: _Sum, verb: Token, preposition: str) -> bool:
    """Is what the verb says with so much ("" for its object) a sum, by its subject or by its object?"""
    if verb.pos not in ("VERB", "AUX"):
        return False
    lemma = verb.lemma.lower()
    moved = [o for o in children(sum_.parsed, verb, "dobj") if o.pos == "NOUN" and o.index != sum_.top.index]
    if preposition and moved:
        level = lemma in words("at_a_level") if preposition == "at" else lemma in words("change")
        return level and any(_named(sum_, o) is not None for o in moved)
    subject = subject_of(sum_.parsed, verb)
    named = _named(sum_, subject) if subject is not None else None
    if named is None:
        return False
    if lemma in _REACHED:
        return named.lemma.lower() in words("on_the_books")
    return preposition == "at" or lemma in _LEVELS or lemma in words("change")


def _named(sum_: _Sum, noun: Token) -> Token | None:
    """The sum that a phrase names: the price of "the price of his freedom", the costs of "part of the costs"."""
    found = next((t for t in (noun, core(sum_.parsed, noun)) if sum_.is_named(t)), None)
    return None if found is None or _is_of_goods(sum_.parsed, found) else found


def _is_of_goods(parsed: ParsedSentence, noun: Token) -> bool:
    """Phone sales, sales of cars, "grain exports": in billions too these may be counted."""
    of = any(p.lemma == "of" for p in children(parsed, noun, "prep"))
    return noun.lemma.lower() in words("sums_of_billions") and (of or bool(children(parsed, noun, "compound", "nmod")))


def _is_paid(sum_: _Sum) -> bool:
    """ "Spent 290 billion", "was fined 42,000", "sold for four million", "worth 1.4 million"."""
    above, verb = sum_.above, sum_.parsed.tokens[sum_.above.head]
    if above.lemma == "worth":
        return True
    if sum_.top.dep == "pobj":
        named = _BY_PREPOSITION.get(above.lemma)
        verb = sum_.parsed.tokens[verb.head] if verb.text == "out" and above.lemma == "of" else verb
        by = named is not None and verb.pos == "VERB" and verb.lemma.lower() in words(named)
        beside = [t.index for t in tokens_before(sum_.parsed, sum_.quantity.span)[-1:]] == [above.index]
        return by or (beside and _is_paying(sum_, verb, f"{verb.lemma.lower()} {above.lemma}"))
    if sum_.top.dep not in _ARGUMENTS or above.pos not in ("VERB", "AUX"):
        return False
    particle = "".join(f" {t.lemma.lower()}" for t in children(sum_.parsed, above, "prt")[:1])
    return _is_paying(sum_, above, above.lemma.lower() + particle)


def _is_paying(sum_: _Sum, verb: Token, named: str) -> bool:
    """With its particle or preposition: "bring in"."""
    if named in words("paying_likewise"):
        return sum_.size >= _MILLION and sum_.last is not None and sum_.last.kind is QuantityKind.MONEY
    if verb.pos != "VERB" or not any(named in words(n) for n, least in _PAYING if sum_.size >= least):
        return False
    others = [o for o in children(sum_.parsed, verb, "dobj", "dative") if o.index != sum_.top.index]
    told = bool(others) or is_passive(sum_.parsed, verb)
    return told or named not in words("paying_somebody") or sum_.size >= _MILLION


def _is_in_cash(sum_: _Sum) -> bool:
    """ "640,000 in cash", "nine million in unpaid penalties"; "4,000 in sales" work there, some are in debt."""
    after = sum_.after(_NEAR)
    if [t.text for t in after[:1]] != ["in"]:
        return False
    nouns = list(takewhile(lambda t: t.pos in _MODIFIERS, after[1:]))[-1:]
    in_millions = sum_.size >= _MILLION and any(sum_.is_named(t) and t.lemma.lower() != "debt" for t in nouns)
    return in_millions or any(t.lemma.lower() in _CASH for t in nouns)


def _is_a_part(sum_: _Sum) -> bool:
    """Of a sum that is named: "640,000 dollars, of which 100,000 go", "4 million in May and 5 million now"; not "costs
    two million dollars for a device, of which 4,300 are in use"."""
    if sum_.last is None or sum_.last.kind is not QuantityKind.MONEY:
        return False
    led = tokens_before(sum_.parsed, sum_.quantity.span)[-3:]
    beside = bool(led) and sum_.last.span.end == led[0].span.start
    of_it = [t.text.lower() for t in led[1:]] in (["of", "which"], ["of", "that"], ["of", "this"])
    joined = sum_.top.dep == "conj" and sum_.above.span.overlaps(sum_.last.span)
    return joined or (of_it and (beside or sum_.size >= _MILLION))
