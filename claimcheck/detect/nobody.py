"""That there was none of something, or some of it, as the count it is: "no fighters were killed", "none of its staff
was hurt", "some passengers were hurt"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from claimcheck.detect.amount import event_of_counted
from claimcheck.detect.clause import is_nobody, verb_above
from claimcheck.detect.measure import Setting, measure_of
from claimcheck.detect.naming import quantity_label
from claimcheck.lexicon.concepts import concept, is_event
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.predicates import concepts_of
from claimcheck.model.fact import Aspect, Fact
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.tree import children, subtree
from claimcheck.model.value import SOME, Interval, Quantity, QuantityKind

# The derivation of a count of none, of which the text has no figure.
NONE = "none"
_NONE, _ANY = Interval.point(Decimal(0)), Interval(Decimal(1), None)
_SOME = frozenset({"some", "many"})
# With one of these it is none of the others, none until now, or no figure at all.
_LIMITED = frozenset({"other", "else", "more", "few", "less", "further", "additional", "yet", "immediate", "longer"})
_PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})


def counts_in_words(setting: Setting) -> Iterator[Fact]:
    """A count of none, or of some, for each noun or pronoun that says so of something that happened."""
    parsed = setting.parsed
    for token in parsed.tokens:
        if token.dep not in _PARTS or token.lemma.lower() in ("nothing", "neither"):
            continue
        cue, value = (_no(parsed, token), _NONE) if is_nobody(parsed, token) else (_some(parsed, token), _ANY)
        verb = verb_above(parsed, token)
        if cue is not None and verb is not None and not _is_open(parsed, token, verb, none=value is _NONE):
            noun = _counted(parsed, token)
            event = event_of_counted(parsed, cue.span, noun, verb)
            if event and is_event(event) and event not in cues("hearsay") | cues("ground") | cues("speech"):
                quantity = Quantity(cue.span, cue.span, QuantityKind.NUMBER, value, vague=value is _ANY,
                                    derivation=NONE if value is _NONE else SOME)
                measure = measure_of(setting, quantity.dimension, noun, event, Aspect.LEVEL, verb)
                label = quantity_label(setting, quantity, noun, verb, event, Aspect.LEVEL)
                yield Fact(cue.span, quantity, replace(measure, label=label))


def _no(parsed: ParsedSentence, token: Token) -> Token | None:
    """The word that says so; "no arrest was made" says as little of a number as "no doubt was left"."""
    noun = _counted(parsed, token)
    if noun is not None and noun.tag == "NN" and noun.index == token.index:
        return None
    return next((t for t in children(parsed, token, "det") if t.lemma.lower() == "no"), token)


def _some(parsed: ParsedSentence, token: Token) -> Token | None:
    """The "some" of "some passengers", "some of its staff"; "some 40" is about as many, and "some" water no number."""
    noun = _counted(parsed, token)
    if noun is None or children(parsed, noun, "nummod"):
        return None
    crew = token.index != noun.index and concept(noun.lemma) in concepts_of("human")
    if noun.tag not in ("NNS", "NNPS") and not crew:
        return None  # "some of the water"
    if token.index != noun.index:
        return token if token.lemma.lower() in _SOME else None
    return next((t for t in children(parsed, token, "det", "amod") if t.lemma.lower() in _SOME), None)


def _counted(parsed: ParsedSentence, token: Token) -> Token | None:
    """The noun of "no fighters", "none of its staff"; nobody is no noun."""
    if token.pos in ("NOUN", "PROPN"):
        return token if token.lemma.lower() not in ("none", "nobody", "one", *_SOME) else _of(parsed, token)
    return _of(parsed, token)


def _of(parsed: ParsedSentence, token: Token) -> Token | None:
    return next((o for p in children(parsed, token, "prep") if p.lemma == "of" for o in children(parsed, p, "pobj")),
                None)


def _is_open(parsed: ParsedSentence, token: Token, verb: Token, *, none: bool) -> bool:
    """None until now ("have been found", "yet"), none of the others, or denied itself."""
    own = children(parsed, verb)
    until_now = none and any(t.dep == "aux" and t.lemma == "have" and t.tag in ("VBP", "VBZ") for t in own)
    if until_now or any(t.dep == "neg" for t in own):
        return True
    beside = [*own, *subtree(parsed, token, without=frozenset({"relcl", "acl"}))]
    return verb.lemma in cues("speech") or any(t.lemma.lower() in _LIMITED for t in beside)
