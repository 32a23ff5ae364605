"""That there was none of something as the count it is: "no fighters were killed", "none of its staff was hurt"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from claimcheck.detect.amount import event_of_counted
from claimcheck.detect.clause import is_nobody, verb_above
from claimcheck.detect.measure import Setting, measure_of
from claimcheck.detect.naming import quantity_label
from claimcheck.lexicon.concepts import is_event
from claimcheck.lexicon.cues import cues
from claimcheck.model.fact import Aspect, Fact
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.tree import children, subtree
from claimcheck.model.value import Interval, Quantity, QuantityKind

_NONE = Interval.point(Decimal(0))
# With one of these it is none of the others, none until now, or no figure at all.
_LIMITED = frozenset({"other", "else", "more", "few", "less", "further", "additional", "yet", "immediate", "longer"})
_PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})


def none_facts(setting: Setting) -> Iterator[Fact]:
    """A count of none for each noun or pronoun that says so of something that happened."""
    parsed = setting.parsed
    for token in parsed.tokens:
        if token.dep in _PARTS and token.lemma.lower() not in ("nothing", "neither") and is_nobody(parsed, token):
            verb = verb_above(parsed, token)
            noun = _counted(parsed, token)
            if verb is None or _is_open(parsed, token, verb) or (noun is not None and noun.tag == "NN"
                                                                 and noun.index == token.index):
                continue  # "no arrest was made" says as little of a number as "no doubt was left"
            cue = next((t for t in children(parsed, token, "det") if t.lemma.lower() == "no"), token)
            event = event_of_counted(parsed, cue.span, noun, verb)
            if event and is_event(event) and event not in cues("hearsay") | cues("ground") | cues("speech"):
                value = Quantity(cue.span, cue.span, QuantityKind.NUMBER, _NONE, derivation="none")
                measure = measure_of(setting, value.dimension, noun, event, Aspect.LEVEL, verb)
                label = quantity_label(setting, value, noun, verb, event, Aspect.LEVEL)
                yield Fact(cue.span, value, replace(measure, label=label))


def _counted(parsed: ParsedSentence, token: Token) -> Token | None:
    """The noun of "no fighters", "none of its staff"; nobody is no noun."""
    if token.pos in ("NOUN", "PROPN"):
        return token if token.lemma.lower() not in ("none", "nobody", "one") else None
    return next((o for p in children(parsed, token, "prep") if p.lemma == "of" for o in children(parsed, p, "pobj")),
                None)


def _is_open(parsed: ParsedSentence, token: Token, verb: Token) -> bool:
    """None until now ("have been found", "yet"), none of the others, or denied itself."""
    own = children(parsed, verb)
    if any(t.dep == "neg" or (t.dep == "aux" and t.lemma == "have" and t.tag in ("VBP", "VBZ")) for t in own):
        return True
    beside = [*own, *subtree(parsed, token, without=frozenset({"relcl", "acl"}))]
    return verb.lemma in cues("speech") or any(t.lemma.lower() in _LIMITED for t in beside)
