"""How old what "was built in 1989" is on the day of the document: "the 37-year-old ferry" says it as well."""

from __future__ import annotations

from datetime import date

from claimcheck.detect.age import ages_between, is_placed, on_day, worked_out
from claimcheck.detect.clause import exit_token, subject_of, verb_above
from claimcheck.detect.measure import Setting
from claimcheck.lexicon.concepts import concept, is_event
from claimcheck.lexicon.people import is_person
from claimcheck.lexicon.units import units
from claimcheck.model.fact import Fact
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.tree import children
from claimcheck.model.value import BEGINNING, Granularity, Hedge, Quantity, QuantityKind, Timex

_BEGINNINGS = frozenset({"build", "construct", "erect", "found", "date"})
# "The bridge, opened in 1967"; a trial that opened and a band that opened a festival are as old as neither.
_DONE_TO_IT = frozenset({"open", "begin", "install", "launch"})
_COARSE = frozenset({Granularity.YEAR, Granularity.DAY, Granularity.MONTH})
# Of what is younger nobody tells the age.
_LEAST = 5


def age_from_beginning(setting: Setting, begun: Fact, today: date | None) -> Fact | None:
    """None where it cannot be known. What took years to build is about so old."""
    parsed, time = setting.parsed, begun.value
    if today is None or not isinstance(time, Timex) or begun.negated or time.granularity not in _COARSE:
        return None
    exit_ = exit_token(parsed, time.span)
    verb = verb_above(parsed, exit_) if exit_ is not None else None
    if verb is None or not (verb.lemma in _BEGINNINGS or (verb.lemma in _DONE_TO_IT and verb.tag == "VBN")):
        return None
    holder = _begun(parsed, verb)
    if holder is None or holder.tag not in ("NN", "NNP") or _is_person(holder) or is_event(concept(holder.lemma)):
        return None
    years = ages_between(time, on_day(time, today)) if is_placed(time) else None
    if years is None or years.low is None or years.low < _LEAST:
        return None
    return worked_out(setting, Quantity(time.span, time.span, QuantityKind.AGE, years, units().by_name["year"],
                                        hedge=Hedge.ABOUT, derivation=BEGINNING), holder, verb)


def _begun(parsed: ParsedSentence, verb: Token) -> Token | None:
    """The chapel of "was built", of "built in 1881" and of "the monks built the chapel"."""
    objects = [t for t in children(parsed, verb, "dobj") if t.pos != "PRON"]
    if objects:
        return objects[0]
    return parsed.tokens[verb.head] if verb.dep in ("acl", "relcl") else subject_of(parsed, verb)


def _is_person(holder: Token) -> bool:
    return holder.entity == "PERSON" or is_person(holder.lemma.lower())
