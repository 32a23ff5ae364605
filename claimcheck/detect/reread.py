"""What the grammar of amounts leaves open, read by the parse: who is a person, and what is paid.

A figure alone may be an age: "the suspect is 34", "died at 91", "a shepherd boy of 12", "Ann Lee, now 61,". Pounds may
be money: "was fined 500 pounds", "a 50-pound ticket".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.detect.age import AVERAGE, said_age
from claimcheck.detect.clause import subject_of, tokens_before, tokens_in, verb_above
from claimcheck.lexicon.concepts import concept, concepts
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.numbers import number_words
from claimcheck.lexicon.people import is_person
from claimcheck.lexicon.predicates import words
from claimcheck.lexicon.units import currencies, units
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.tree import children
from claimcheck.model.value import Interval, Quantity, QuantityKind

_OLDEST = 120
_OF_A_SUBSTANCE = frozenset({"of", "every", "each"})
_PRICING = frozenset({"for", "worth"})
_MOST = frozenset({"oldest", "eldest", "youngest"})
_SAID_OF = frozenset({"be", "turn", "approach"})
_PREDICATES = frozenset({"attr", "acomp", "oprd", "dobj", "npadvmod"})
_PERSONAL = frozenset({"he", "she", "who", "i"})
_BETWEEN = frozenset({",", "(", "now", "then", "just", "only", "barely", "still", "not", "yet"})
# What a figure has beneath it where it is an age: "45 or so", "only four", "54 and a father of three", "91 in May".
_BESIDE_AN_AGE = frozenset({"cc", "conj", "advmod", "punct", "compound", "quantmod", "npadvmod"})
_IN_A_RACE = frozenset({"ahead", "behind", "up", "down", "clear", "adrift", "short", "off"})
_HOURS = frozenset(map(str, range(1, 13))) | {word for word, n in number_words().small.items() if 1 <= n <= 12}
_GROWN_UP = frozenset(map(str, range(16, 100)))
# Who is one "of 40" others, or has so many.
_SEVERAL = frozenset({"crew", "father", "guard", "mother", "parent", "police", "staff"})
_DATING = frozenset({"in", "on", "at", "by", "last", "when"})


def reread(parsed: ParsedSentence, quantity: Quantity, exit_: Token) -> Quantity:
    """The quantity, as an age where it is a figure without a noun in a place where a person's age stands, and as money
    where it is pounds that are paid."""
    if _may_be_age(quantity) and _is_alone(parsed, quantity, exit_) and _is_of_somebody(parsed, exit_):
        return replace(quantity, kind=QuantityKind.AGE, unit=units().by_name["year"])
    if quantity.soft_bound and _adds_up(parsed, quantity, exit_) and quantity.interval.high is not None:
        return replace(quantity, interval=Interval.point(quantity.interval.high), soft_bound=False)
    if quantity.unit == units().by_name["pound"] and _is_paid(parsed, quantity, exit_):
        return replace(quantity, kind=QuantityKind.MONEY, unit=currencies().words["pound"])
    return quantity


def _adds_up(parsed: ParsedSentence, quantity: Quantity, exit_: Token) -> bool:
    """ "The debts add up to 190 million" names all of it, and no most; "will add up to 400 jobs" does."""
    added = [t.lemma.lower() for t in tokens_before(parsed, quantity.span)[-1:]] == ["add"]
    return added and exit_.dep == "pobj" and parsed.tokens[exit_.head].lemma == "to"


def _is_paid(parsed: ParsedSentence, quantity: Quantity, exit_: Token) -> bool:
    """By the verb or by what has the price; who pays for 40 pounds of cocaine does not say how much."""
    inside = {t.index for t in tokens_in(parsed, quantity.span)} | {exit_.index}
    below = [t for t in parsed.tokens if t.head in inside and t.index not in inside]
    if any(t.lemma in _OF_A_SUBSTANCE for t in below):
        return False
    if parsed.tokens[exit_.head].lemma in _PRICING:
        return True
    verb = verb_above(parsed, exit_)
    priced = any(t.lemma.lower() in words("priced") for t in _carriers(parsed, exit_, verb))
    return priced or (verb is not None and concept(verb.lemma) in concepts(words("paying")))


def _carriers(parsed: ParsedSentence, exit_: Token, verb: Token | None) -> Iterator[Token]:
    """What an amount may be the price of: the noun it stands before or behind, and the subject of its verb."""
    above = parsed.tokens[exit_.head]
    yield from (exit_, above, parsed.tokens[above.head])
    subject = subject_of(parsed, verb) if verb is not None else None
    if subject is not None:
        yield subject


def _may_be_age(quantity: Quantity) -> bool:
    ends = (quantity.interval.low, quantity.interval.high)
    figure = quantity.kind is QuantityKind.NUMBER and quantity.unit is None
    return figure and all(end is not None and 0 < end <= _OLDEST and end == int(end) for end in ends)


def _is_alone(parsed: ParsedSentence, quantity: Quantity, exit_: Token) -> bool:
    """Nothing is counted: "was 15 for 20", "one of 12", "was 12 of them" have more beneath the figure."""
    inside = {t.index for t in tokens_in(parsed, quantity.span)}
    below = [t for t in parsed.tokens if t.head == exit_.index and t.index not in inside | {exit_.index}]
    plain = all(t.dep in _BESIDE_AN_AGE or (t.dep == "prep" and t.lemma in _DATING) for t in below)
    plain = plain and not any(t.lemma.lower() in _IN_A_RACE for t in below)  # "was 61 ahead"
    return exit_.index in inside and exit_.pos == "NUM" and plain


def _is_of_somebody(parsed: ParsedSentence, figure: Token) -> bool:
    above = parsed.tokens[figure.head]
    if said_age(parsed, figure) is not None:
        return True
    if figure.dep == "attr" and above.lemma == "be" and _is_an_age(parsed, _subject(parsed, above)):
        return True
    if figure.dep in _PREDICATES and above.lemma in _SAID_OF:
        return _is_somebody(_subject(parsed, above))
    if figure.dep == "appos" and figure.index > above.index:
        between = parsed.tokens[above.index + 1 : figure.index]
        return _is_somebody(above) and all(t.text.lower() in _BETWEEN for t in between)
    if figure.dep != "pobj":
        return _is_in_front(parsed, figure) and _is_somebody(_subject(parsed, above))
    whose = parsed.tokens[above.head]
    if above.lemma == "of":
        told = whose.lemma.lower() in words("of_an_age") or _is_a_grown_up(parsed, whose, figure)
        return whose.tag == "NN" and told
    if above.lemma != "at":
        return False
    if whose.pos == "PROPN":  # "Ann Lee, at 96, is"
        return _is_somebody(whose) and parsed.tokens[above.index - 1].text == ","
    return whose.pos in ("VERB", "AUX") and _is_time_of_life(parsed, above, whose, figure)


def _is_an_age(parsed: ParsedSentence, subject: Token | None) -> bool:
    """ "The average age is 67", "the youngest survivor is 34"; the age of consent is nobody's."""
    if subject is None:
        return False
    below = {t.text.lower() for t in children(parsed, subject, "amod")}
    return not below.isdisjoint(AVERAGE if subject.lemma.lower() == "age" else _MOST)


def _is_a_grown_up(parsed: ParsedSentence, whose: Token, figure: Token) -> bool:
    """ "A former judge of 57"; "a crew of 14" counts."""
    one = any(t.lemma.lower() in ("a", "an") for t in children(parsed, whose, "det"))
    return one and _is_somebody(whose) and whose.lemma.lower() not in _SEVERAL and figure.text in _GROWN_UP


def _is_in_front(parsed: ParsedSentence, figure: Token) -> bool:
    """ "Now 33, the striker", "Not yet 21, the driver"."""
    before, after = parsed.tokens[: figure.index], parsed.tokens[figure.index + 1 : figure.index + 2]
    return bool(before) and all(t.text.lower() in _BETWEEN for t in before) and [t.text for t in after] == [","]


def _is_time_of_life(parsed: ParsedSentence, at: Token, verb: Token, figure: Token) -> bool:
    """ "At 22, Ann Lee won", "died at 91"; not "put the toll at 43", "locked up at 8", "lives at 62, High Street"."""
    subject = _subject(parsed, verb)
    if subject is None or not _is_somebody(subject):
        return False
    behind = [t.pos for t in parsed.tokens[figure.index + 1 : figure.index + 3]]
    may_be_else = figure.text.lower() in _HOURS or (verb.lemma == "live" and behind == ["PUNCT", "PROPN"])
    return at.index < subject.index or not (may_be_else or verb.lemma in words("at_a_level"))


def _subject(parsed: ParsedSentence, verb: Token) -> Token | None:
    return next(iter(children(parsed, verb, "nsubj", "nsubjpass")), None) or subject_of(parsed, verb)


def _is_somebody(token: Token | None) -> bool:
    """One person, by the lexicons or as a name that is a person's."""
    if token is None:
        return False
    if token.pos == "PRON":
        return token.text.lower() in _PERSONAL
    named = token.pos == "PROPN" and token.entity == "PERSON"
    noun = token.lemma.lower()
    counted = noun in cues("count_noun")  # "the toll is 12"
    named = named or token.text.lower() in _MOST
    return named or (token.tag in ("NN", "NNP") and token.text.islower() and is_person(noun) and not counted)
