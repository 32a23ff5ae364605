"""How old what "was built in 1989" is on the day of the document: "the 37-year-old ferry" says it as well."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from claimcheck.detect.clause import exit_token, subject_of, verb_above
from claimcheck.detect.measure import Setting, measure_of
from claimcheck.detect.naming_ages import age_label
from claimcheck.lexicon.concepts import concept, is_event
from claimcheck.lexicon.people import is_person
from claimcheck.lexicon.units import units
from claimcheck.model.fact import Aspect, Fact
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.tree import children
from claimcheck.model.value import (
    BEGINNING,
    Calendar,
    Granularity,
    Hedge,
    Interval,
    Quantity,
    QuantityKind,
    Relation,
    Timex,
)

_BEGINNINGS = frozenset({"build", "construct", "erect", "found", "date"})
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
    if verb is None or verb.lemma not in _BEGINNINGS:
        return None
    holder = _begun(parsed, verb)
    if holder is None or holder.tag not in ("NN", "NNP") or _is_person(holder) or is_event(concept(holder.lemma)):
        return None
    years = _years(time, today)
    if years is None:
        return None
    age = Quantity(time.span, time.span, QuantityKind.AGE, years, units().by_name["year"], hedge=Hedge.ABOUT,
                   derivation=BEGINNING)
    measure = measure_of(setting, age.dimension, holder, age.dimension, Aspect.LEVEL, verb)
    return Fact(time.span, age, replace(measure, modifiers=frozenset(), label=age_label(setting, holder), scope=()))


def _begun(parsed: ParsedSentence, verb: Token) -> Token | None:
    """The chapel of "was built", of "built in 1881" and of "the monks built the chapel"."""
    objects = [t for t in children(parsed, verb, "dobj") if t.pos != "PRON"]
    if objects:
        return objects[0]
    return parsed.tokens[verb.head] if verb.dep in ("acl", "relcl") else subject_of(parsed, verb)


def _is_person(holder: Token) -> bool:
    return holder.entity == "PERSON" or is_person(holder.lemma.lower())


def _years(time: Timex, today: date) -> Interval | None:
    """Full years since it began, from the latest to the earliest of the days that are open."""
    if time.calendar is not Calendar.PLACED or time.relation is not Relation.IN or time.readings:
        return None
    if time.start is None or time.end is None:
        return None
    ends = [on.date() for on in (time.end - timedelta(days=1), time.start)]
    least, most = (today.year - on.year - ((today.month, today.day) < (on.month, on.day)) for on in ends)
    return Interval(Decimal(least), Decimal(most)) if least >= _LEAST else None
