"""Figures that the same document takes back or replaces later on: "it later corrected the figure to 12", "that number
was wrong", and in a live blog by the entry of a later hour."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.detect.clause import SUBJECTS, is_conditional, is_expected, is_negated, is_nobody
from claimcheck.detect.naming import EARLIER
from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.cues import cues
from claimcheck.model.claim import Claim
from claimcheck.model.fact import Aspect, Fact
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.tree import children, subtree
from claimcheck.model.value import Quantity, QuantityKind

# How many sentences before the correction its figure may stand.
_BACK = 2
_OPEN = frozenset({"may", "might", "could", "would", "should", "will", "can", "must", "to"})
_COPULAS = frozenset({"be", "stand", "prove", "turn"})
_POINTING = frozenset({"it", "this", "that"})
_ONESELF = frozenset({"itself", "himself", "herself", "themselves"})
_DEFINITE = frozenset({"the", "that", "this", "its", "their", "his", "her"})
_DEAD = concept("die")
_ENTRY = re.compile(r"(?:UPDATE[: ]+)?(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?![\d.:%-])"
                    r"(?: ?(?P<half>[ap])\.?m\b\.?)?(?(half)|(?<=:\d\d))", re.IGNORECASE)
_PUTTING = frozenset({"put", "place", "give", "set"})
_ANOTHER = frozenset({"second", "third", "another", "further", "separate"})
_ENTRIES = 2  # make a live blog
_LAST = 20  # figures of its last entries are looked at

Place = tuple[int, int]  # of a claim, and of a fact in it


@dataclass(frozen=True, slots=True)
class _Correction:
    """A figure that stands before `at` is replaced by the one behind it in the sentence, if there is one. `about` are
    the concepts that say which it is, none where it is only "the figure"; `dead`: it is a toll; `pointed`: it is but
    "it" or "that", which may be anything that was told unless a figure takes its place."""

    at: int
    about: frozenset[str]
    dead: bool
    pointed: bool


def with_corrections(claims: Sequence[Claim], parsed: Sequence[ParsedSentence]) -> list[Claim]:
    """The claims, in which figures that were replaced are those of before, and what replaced them measures the same."""
    facts: defaultdict[int, dict[Place, Fact]] = defaultdict(dict)  # by sentence
    for i, claim in enumerate(claims):
        told = () if claim.heading else claim.facts
        facts[claim.sentence] |= {(i, k): f for k, f in enumerate(told) if _is_figure_told(f)}
    changed = _overtaken(facts, parsed)
    for sentence in parsed:
        for correction in _corrections(sentence):
            changed |= _replaced(facts, sentence.sentence.index, correction)
    return [replace(claim, facts=tuple(changed.get((i, k), fact) for k, fact in enumerate(claim.facts)))
            for i, claim in enumerate(claims)]


def _is_figure_told(fact: Fact) -> bool:
    value = fact.value
    figure = isinstance(value, Quantity) and value.kind not in (QuantityKind.AGE, QuantityKind.ORDINAL)
    return figure and fact.measure.aspect in (Aspect.LEVEL, Aspect.PREVIOUS) and not fact.negated


def _is_level(fact: Fact) -> bool:
    return fact.measure.aspect is Aspect.LEVEL


def _corrections(parsed: ParsedSentence) -> Iterator[_Correction]:
    for verb in parsed.tokens:
        if verb.pos not in ("VERB", "AUX") or _is_open(parsed, verb):
            continue
        subject = next(iter(children(parsed, verb, *SUBJECTS)), None)
        object_ = next(iter(children(parsed, verb, "nsubjpass") or children(parsed, verb, "dobj")), None)
        if object_ is not None and _is_replaced(parsed, verb, object_):
            yield _correction(parsed, verb, object_)
        elif verb.lemma in _COPULAS and subject is not None and _is_corrected(parsed, verb, subject):
            yield _correction(parsed, verb, subject)


def _is_open(parsed: ParsedSentence, verb: Token) -> bool:
    """Denied, only possible, wanted or asked for."""
    modal = any(t.dep == "aux" and t.lemma.lower() in _OPEN for t in children(parsed, verb))
    above = parsed.tokens[verb.head]
    unsaid = above.pos == "VERB" and (is_negated(parsed, above) or _is_said_by_nobody(parsed, above))
    return (modal or unsaid or is_negated(parsed, verb) or is_conditional(parsed, verb) or is_expected(parsed, verb)
            or parsed.tokens[-1].text == "?")


def _is_said_by_nobody(parsed: ParsedSentence, verb: Token) -> bool:
    return any(is_nobody(parsed, t) for t in children(parsed, verb, *SUBJECTS))


def _is_replaced(parsed: ParsedSentence, verb: Token, figure: Token) -> bool:
    tally = figure.lemma.lower() in cues("tally")  # what else is raised was lower before
    if verb.lemma == "correct" and figure.text.lower() in _ONESELF:
        return True
    tally = tally or (figure.text.lower() in _POINTING and _was_put(parsed, verb))
    return _is_figure(parsed, figure) and verb.lemma in cues("correcting") | (cues("shifting") if tally else set())


def _was_put(parsed: ParsedSentence, verb: Token) -> bool:
    """ "Put the loss at 9 million and later lowered it": what is lowered is what somebody said of the loss."""
    above = parsed.tokens[verb.head]
    return verb.dep == "conj" and above.lemma in cues("estimating") | _PUTTING


def _is_figure(parsed: ParsedSentence, token: Token) -> bool:
    """ "The figure", "that number", "it": what stands for a figure that was told."""
    if token.text.lower() in _POINTING:
        return not children(parsed, token, "amod", "relcl")
    definite = any(t.text.lower() in _DEFINITE for t in children(parsed, token, "det", "poss"))
    return definite and token.lemma.lower() in cues("count_figure")


def _is_corrected(parsed: ParsedSentence, copula: Token, subject: Token) -> bool:
    """ "The number was wrong", "that proved to be a mistake", "the correct figure is", "later said the toll was"."""
    if not _is_figure(parsed, subject):
        return False
    said = [t for below in (copula, *children(parsed, copula, "xcomp"))
            for t in children(parsed, below, "acomp", "attr", "oprd")]
    if any(t.lemma.lower() in cues("mistaken") for t in said):
        expletive = copula.lemma == "be" and subject.text.lower() in _POINTING  # "it was wrong to close the road"
        return not (expletive and children(parsed, copula, "ccomp", "csubj", "xcomp", "advcl"))
    if subject.text.lower() in _POINTING:
        return False
    own = {t.text.lower() for t in children(parsed, subject, "amod")}
    above = parsed.tokens[copula.head] if copula.dep == "ccomp" else copula
    later = {t.text.lower() for verb in (copula, above) for t in children(parsed, verb, "advmod")}
    return bool(own & cues("rightful") or later & cues("afterwards"))


def _correction(parsed: ParsedSentence, verb: Token, figure: Token) -> _Correction:
    below = [t for t in subtree(parsed, figure) if t.index != figure.index and t.pos in ("NOUN", "VERB", "ADJ")]
    plain = cues("superseded_count") | cues("rightful") | cues("count_figure")
    about = {concept(t.lemma) for t in below if t.text.lower() not in plain}
    return _Correction(verb.span.start, frozenset(about), figure.lemma.lower() == "toll",
                       figure.text.lower() in _POINTING)


def _replaced(facts: Mapping[int, dict[Place, Fact]], sentence: int, correction: _Correction) -> dict[Place, Fact]:
    """The figure that was meant, as one of before, and the one that holds, as a level of the same."""
    new = {p: f for p, f in facts.get(sentence, {}).items() if _is_level(f) and f.span.start > correction.at}
    meant = _meant(facts, sentence, correction, list(new.values()))
    if meant is None or (correction.pointed and len(new) != 1):
        return {}
    place, old = meant
    changed = {place: _before(old, replaced=True)}
    for at, fact in new.items() if len(new) == 1 else ():
        scope = (*old.measure.scope, *fact.measure.scope)
        label = old.measure.label.removeprefix(EARLIER)
        level = replace(old.measure, aspect=Aspect.LEVEL, replaced=False, label=label)
        changed[at] = replace(fact, measure=replace(level, scope=scope))
    return changed


def _meant(facts: Mapping[int, dict[Place, Fact]], sentence: int, correction: _Correction, new: Sequence[Fact]
           ) -> tuple[Place, Fact] | None:
    """The only figure that may be meant, of the nearest sentence before it that has some."""
    for back in range(_BACK + 1):
        told = [(p, f) for p, f in facts.get(sentence - back, {}).items() if f.span.end <= correction.at]
        near = [(p, f) for p, f in told if _is_level(f)] or ([] if back else told)  # "at first put it at 90 million"
        fit = [(p, f) for p, f in near if all(_is_of_a_kind(f, other) and _differ(f, other) for other in new)]
        if correction.about:
            fit = [(p, f) for p, f in fit if correction.about & _words(f)]
        elif correction.dead:
            fit = [(p, f) for p, f in fit if _DEAD in _words(f)]
        if fit or (near and back):
            return fit[0] if len(fit) == 1 else None
    return None


def _is_of_a_kind(one: Fact, other: Fact) -> bool:
    return one.measure.dimension == other.measure.dimension


def _words(fact: Fact) -> frozenset[str]:
    measure = fact.measure
    return frozenset({measure.head, measure.event}) | measure.modifiers


def _differ(one: Fact, other: Fact) -> bool:
    a, b = one.value, other.value
    return isinstance(a, Quantity) and isinstance(b, Quantity) and a.interval != b.interval


def _before(fact: Fact, *, replaced: bool = False) -> Fact:
    return replace(fact, measure=replace(fact.measure, aspect=Aspect.PREVIOUS, replaced=replaced))


def _overtaken(facts: Mapping[int, dict[Place, Fact]], parsed: Sequence[ParsedSentence]) -> dict[Place, Fact]:
    """Of the entries of a live blog: what the last one that has a figure of it has another one of."""
    alike: defaultdict[tuple[str, str], list[tuple[int, Place, Fact]]] = defaultdict(list)
    of_another = {p.sentence.index for p in parsed if any(t.lemma.lower() in _ANOTHER for t in p.tokens)}
    for sentence, minute in _minutes(parsed).items():
        if sentence in of_another:
            continue
        for place, fact in facts.get(sentence, {}).items():
            measure = fact.measure
            if measure.bound and _is_level(fact):
                what = _DEAD if _DEAD in _words(fact) else measure.event or measure.head
                alike[measure.dimension, what].append((minute, place, fact))
    changed = {}
    for group in alike.values():
        last = sorted(group, key=lambda row: (-row[0], row[1]))[:_LAST]
        for minute, place, fact in group:
            if any(minute < other and _differ(fact, f) and _is_running(fact, f) for other, _, f in last):
                changed[place] = _before(fact)
    return changed


def _is_running(one: Fact, other: Fact) -> bool:
    """Is it one count that goes on, and does none say of it what the other does not: "in the market", "at the
    station"?"""
    a, b = one.measure, other.measure
    beside = ((a.modifiers, b.modifiers), (a.subject, b.subject), (a.object, b.object), (a.names, b.names))
    return all(x <= y or y <= x for x, y in beside) and (not a.places or not b.places or bool(a.places & b.places))


def _minutes(parsed: Sequence[ParsedSentence]) -> dict[int, int]:
    """The minute of the day of every sentence that stands in an entry, which begins with a time of day and goes on to
    the next one."""
    minutes: dict[int, int] = {}
    now, entries, paragraph = None, 0, -1
    for sentence in parsed:
        starts = sentence.sentence.paragraph != paragraph
        paragraph = sentence.sentence.paragraph
        if starts and (found := _ENTRY.match(_text(sentence))):
            now, entries = _minute(found), entries + 1
        if now is not None:
            minutes[sentence.sentence.index] = now
    return minutes if entries >= _ENTRIES else {}


def _text(sentence: ParsedSentence) -> str:
    first = sentence.tokens[:4]
    return "".join((" " if i and t.span.start > first[i - 1].span.end else "") + t.text for i, t in enumerate(first))


def _minute(found: re.Match[str]) -> int:
    hour, half = int(found["hour"]), (found["half"] or "").lower()
    return (hour % 12 + (12 if half == "p" else 0) if half else hour) * 60 + int(found["minute"])
