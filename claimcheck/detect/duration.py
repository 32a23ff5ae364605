"""A duration to what lasts."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.detect.clause import core, is_negated, subject_of
from claimcheck.detect.denial import as_denied, outside
from claimcheck.detect.measure import Setting, measure_of, preposition_of
from claimcheck.detect.naming_times import duration_label
from claimcheck.detect.phrases import named_words
from claimcheck.detect.surface import degree_event, is_previous
from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.predicates import words
from claimcheck.model.fact import Aspect, Fact
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.tree import children
from claimcheck.model.value import Quantity

_WITHIN = frozenset({"within", "in", "inside"})
_BESIDE = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "poss"})


def duration_fact(setting: Setting, quantity: Quantity, exit_: Token, noun: Token | None, verb: Token | None) -> Fact:
    """A duration belongs to the noun it modifies ("a three-day visit"), to the subject of a verb of lasting, or to
    the verb itself; "not within a day" turns its bound around."""
    parsed = setting.parsed
    lasting = verb is not None and verb.lemma in words("lasting")
    event: Token | None = verb
    if noun is not None and (exit_.dep in _BESIDE or _is_of(parsed, noun, exit_)):
        event = core(parsed, noun)
    elif degree_event(parsed, exit_):
        event = parsed.tokens[exit_.head]  # "50 minutes late"
    elif lasting and verb is not None:
        below = next(iter(children(parsed, verb, "advcl", "xcomp", "acomp")), None)
        subject = subject_of(parsed, verb)
        lasts = core(parsed, subject) if subject is not None else None
        event = below if below is not None and (lasts is None or lasts.pos == "PRON") else lasts or verb
    if event is not None and event.pos == "NUM":  # "her 52:14 is a record", "12 years of the 20 that he faced"
        event = None if event is exit_ else verb
    value, negated = as_denied(parsed, quantity, exit_, verb)
    if verb is not None and preposition_of(parsed, exit_) in _WITHIN and is_negated(parsed, verb):
        value, negated = replace(quantity, interval=outside(quantity.interval)), False
    name = concept(event.lemma) if event is not None and event.pos != "PRON" else ""
    aspect = Aspect.PREVIOUS if is_previous(parsed, quantity.span) else Aspect.LEVEL
    measure = measure_of(setting, "duration", None, name, aspect, verb)
    measure = replace(measure, label=duration_label(setting, quantity, exit_, event) or _of_owner(setting, exit_))
    return Fact(quantity.span, value, measure, negated=negated)


def _of_owner(setting: Setting, exit_: Token) -> str:
    """The runner's time."""
    owner = next((t for t in children(setting.parsed, exit_, "poss") if t.pos in ("NOUN", "PROPN")), None)
    return f"{named_words(setting, owner)} time" if owner is not None else ""  # with its "s"


def _is_of(parsed: ParsedSentence, noun: Token, exit_: Token) -> bool:
    """ "two years of war" lasts as long as the war."""
    of = parsed.tokens[noun.head]
    return noun.dep == "pobj" and of.lemma == "of" and of.head == exit_.index
