"""A time to the event that it dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from claimcheck.detect.clause import (
    core,
    event_of,
    exit_token,
    governor,
    is_definite,
    is_negated,
    phrasal,
    subject_of,
    verb_above,
)
from claimcheck.detect.deadlines import is_deadline
from claimcheck.detect.lifetime import life_date
from claimcheck.detect.measure import Setting, is_baseline, measure_of
from claimcheck.detect.moved import thing_moved
from claimcheck.detect.naming_times import said_label, time_label, when
from claimcheck.detect.tense import said_then
from claimcheck.lexicon.concepts import concept, is_event
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.predicates import words
from claimcheck.model.fact import Aspect, Fact, Measure
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.tree import children, subtree
from claimcheck.model.value import Granularity, Relation, TimeRole, Timex

_WHOLE = frozenset({Granularity.YEAR, Granularity.MONTH, Granularity.WEEK, Granularity.DAY})
_COARSE = frozenset({Granularity.YEAR, Granularity.QUARTER, Granularity.MONTH})
_BESIDE = frozenset({"compound", "nmod", "amod", "npadvmod"})
_DONE = frozenset({"complete", "over", "done", "finished"})
_CLAUSES = frozenset({"relcl", "acl"})
_AT = frozenset({"at", "during"})
_LIMITING = frozenset({"before", "after", "since", "until"})
_OTHERS = {"more": "further", "another": "further", "other": "further"}
_EMPTY = frozenset({"be", "have", "take", "make", "do", "get", "give", "go", "come", "put", "set"})


def time_fact(setting: Setting, timex: Timex) -> Fact:
    """Bind a time to the event that it dates."""
    parsed = setting.parsed
    life = life_date(parsed, timex)
    if life is not None:
        measure = measure_of(setting, "time", None, life[0], Aspect.LEVEL, None)
        label = f"{when(timex)} of {'birth' if life[0] == concept('bear') else 'death'}"
        return Fact(timex.span, timex, replace(measure, subject=life[1], scope=(), label=label))
    exit_ = exit_token(parsed, timex.span)
    above = governor(parsed, exit_) if exit_ is not None else None
    if exit_ is None or above is None:
        return Fact(timex.span, timex, measure_of(setting, "time", None, "", Aspect.LEVEL))
    head, preposition = above
    preposition = preposition or (exit_.lemma if exit_.dep == "prep" else "")  # "the first time since 2008"
    head = said_then(parsed, exit_, head) or head
    if not preposition and exit_.dep == "npadvmod" and head.pos in ("NOUN", "PROPN"):
        # "on her flight to Portland Saturday night": the parser hangs the day on the nearest noun.
        head = (verb_above(parsed, head) if not is_event(concept(head.lemma)) else None) or head
    if not preposition and exit_.dep in _BESIDE and _occasion(parsed, head):
        # "hurt at a June wedding": when the wedding was, and so when it happened.
        head = verb_above(parsed, head) or head
    if timex.granularity in _COARSE and timex.relation is Relation.IN and is_baseline(parsed, timex.span):
        # "up 3 per cent from a year earlier" dates what it was before.
        return Fact(timex.span, timex, measure_of(setting, "time", None, "", Aspect.LEVEL))
    if preposition in _LIMITING and timex.relation is Relation.IN:
        # "after the Friday night shooting": the day of the noun that follows, which the parser took for something else.
        return Fact(timex.span, timex, measure_of(setting, "time", None, "", Aspect.LEVEL))
    if not preposition and head.lemma.lower() in cues("deadline"):
        timex = replace(timex, role=TimeRole.DEADLINE)  # "a 5 May deadline"
        measure = measure_of(setting, "time", None, concept(head.lemma), Aspect.LEVEL)
        return Fact(timex.span, timex, replace(measure, label=time_label(setting, timex, head, None, Aspect.LEVEL)))
    if head.pos in ("NOUN", "PROPN") and not preposition and not is_event(concept(head.lemma)):
        # "a 2005 graduate": the year belongs to the noun, and the noun is no event.
        return Fact(timex.span, timex, measure_of(setting, "time", None, "", Aspect.LEVEL))
    reported = head.lemma in cues("speech") and head.pos == "VERB" and not is_done(setting, head)
    if reported:
        # The day of saying dates the report, not what is reported.
        said = measure_of(setting, "time", None, "", Aspect.LEVEL)
        only = head.lemma not in cues("speech_or_deed")  # "found alive three miners" is hardly said
        return Fact(timex.span, timex, replace(said, label=said_label(timex) if only else ""))
    if any(t.lemma.lower() == "still" for t in children(parsed, head, "advmod")):
        # What is still so was so before.
        return Fact(timex.span, timex, measure_of(setting, "time", None, "", Aspect.LEVEL))
    if head.tag == "VBG" and head.dep == "xcomp" and parsed.tokens[head.head].lemma in words("begin") | words("end"):
        head = parsed.tokens[head.head]  # "is to start sailing in March"
    if head.pos in ("NOUN", "PROPN") and not is_event(concept(head.lemma)):
        verb = verb_above(parsed, head)
        if verb is not None and head.dep in ("pobj", "dobj", "nsubj", "nsubjpass", "appos", "attr"):
            head = verb
    thing = thing_moved(parsed, timex)
    if thing is not None:  # "the landing has been delayed until May": when it will be
        head = core(parsed, thing)
        timex = timex if timex.role is TimeRole.FORMER else _moved_to(timex)
    measure = dated(setting, timex, head)
    negated = head.pos == "VERB" and is_negated(parsed, head)
    then = _then(timex) if negated else None
    if not negated and is_deadline(parsed, timex.span, timex.relation):
        then = replace(timex, role=TimeRole.DEADLINE)
    return Fact(timex.span, then or timex, measure, negated=negated and then is None)


def dated(setting: Setting, timex: Timex, head: Token) -> Measure:
    """What a time measures that tells when `head`, a verb or a noun, happens."""
    parsed, aspect = setting.parsed, Aspect.LEVEL
    subject = subject_of(parsed, head) if head.pos in ("VERB", "AUX") else None
    event, noun = event_of(parsed, head), None
    named = phrasal(parsed, head)
    if named == concept("shoot") and head.lemma == "open":
        aspect = Aspect.START  # "opened fire": the first shot, not the last
    elif not named and head.lemma in words("begin") | words("end"):
        noun = _what_begins(parsed, head, subject)
        if noun is not None:
            aspect = Aspect.START if head.lemma in words("begin") else Aspect.END
            event = concept(noun.lemma)
    elif _is_done(parsed, head, timex) and subject is not None:
        noun, aspect = core(parsed, subject), Aspect.END
        event = concept(noun.lemma)
    elif not named and head.lemma in words("light"):
        event = _light_event(parsed, head, subject)
    measure = measure_of(setting, "time", noun, event, aspect, head if head.pos in ("VERB", "AUX") else None)
    measure = replace(measure, label=time_label(setting, timex, head, noun, aspect))
    for party in (subject, *(children(parsed, head, "dobj") if subject is not None else ())):
        if party is not None:
            measure = replace(measure, modifiers=measure.modifiers | _members(parsed, party))
    return measure


def _moved_to(timex: Timex) -> Timex:
    """ "Until May" is in May, then, and "until after Easter" after it."""
    then = _then(timex) if timex.relation is Relation.UNTIL else timex
    return replace(then or timex, role=TimeRole.MOVED)


def _occasion(parsed: ParsedSentence, noun: Token) -> bool:
    """Is it what something happened at: "at a wedding", "during the storm"?"""
    above = parsed.tokens[noun.head]
    return noun.dep == "pobj" and above.lemma.lower() in _AT and parsed.tokens[above.head].pos in ("VERB", "AUX")


def _is_done(parsed: ParsedSentence, head: Token, timex: Timex) -> bool:
    """ "Will be complete by June", "was over on Friday", "is to be done by noon"."""
    if head.lemma == "do":
        return timex.relation is Relation.BY and bool(children(parsed, head, "nsubjpass"))
    return head.lemma == "be" and any(t.lemma.lower() in _DONE for t in children(parsed, head, "acomp", "advmod"))


def _members(parsed: ParsedSentence, subject: Token) -> frozenset[str]:
    """Which of several: "two more bodies", "the first flights", "a second blast"."""
    beside = children(parsed, subject, "amod", "det", "advmod", "nummod")
    beside += [t for k in beside for t in children(parsed, k)]
    named = {_OTHERS.get(t.lemma.lower(), t.lemma.lower()) for t in beside}
    return frozenset(named & words("narrowing"))


def _then(timex: Timex) -> Timex | None:
    """ "Did not retire until 2008": in 2008, then; "will not close before 2027": from its beginning. None where it is
    no year, month or day."""
    if timex.end is None or timex.end == datetime.min or timex.granularity not in _WHOLE:
        return None
    if timex.relation is Relation.BEFORE and not timex.value.startswith("XXXX"):
        return replace(timex, relation=Relation.SINCE, start=timex.end, end=None, readings=())
    if timex.relation is not Relation.UNTIL:
        return None
    start = timex.end - timedelta(days=7 if timex.granularity is Granularity.WEEK else 1)
    if timex.granularity in (Granularity.MONTH, Granularity.YEAR):
        start = start.replace(day=1)
    if timex.granularity is Granularity.YEAR:
        start = start.replace(month=1)
    return replace(timex, relation=Relation.IN, start=start, readings=())


def is_done(setting: Setting, verb: Token) -> bool:
    """ "They were found on Friday", "photos posted on Friday", "police found the car": a verb of saying that reports no
    clause. "Wrote a letter" and "posted a loss of $3 million" may be done again."""
    parsed, objects = setting.parsed, children(setting.parsed, verb, "dobj")
    passive = bool(children(parsed, verb, "nsubjpass", "auxpass")) or (verb.dep == "acl" and verb.tag == "VBN")
    deed = verb.lemma in cues("speech_or_deed") and bool(objects)
    deed = deed and (verb.lemma not in cues("repeatable_deed") or all(_is_known(parsed, o) for o in objects))
    deed = deed and not any(_is_figure(setting, t) for o in objects for t in subtree(parsed, o, without=_CLAUSES))
    return (passive or deed) and not children(parsed, verb, "ccomp", "xcomp")


def _is_known(parsed: ParsedSentence, noun: Token) -> bool:
    return noun.pos in ("PROPN", "PRON") or is_definite(parsed, noun)


def _is_figure(setting: Setting, token: Token) -> bool:
    """A number that is no day or year."""
    return token.tag == "CD" and not any(t.span.overlaps(token.span) for t in setting.times)


def _light_event(parsed: ParsedSentence, verb: Token, subject: Token | None) -> str:
    """What happens where the verb itself says little: "the vote is on", "they were seen", "it came under attack"."""
    subjects = [core(parsed, subject)] if subject is not None else []
    inner = children(parsed, verb, "attr", "acomp", "dobj")
    if any(t.lemma == "place" for t in inner) and subjects:  # "took place"
        return concept(subjects[0].lemma)
    below = [
        o for p in children(parsed, verb, "prep") if p.lemma in ("under", "into") for o in children(parsed, p, "pobj")
    ]
    named = [*(core(parsed, t) for t in (*inner, *below)), *subjects]
    event = next((t for t in named if is_event(concept(t.lemma))), None)
    particle = next(iter(children(parsed, verb, "prt")), None)
    if event is None and particle is not None:
        return f"{concept(verb.lemma)} {particle.lemma}"
    if event is None and verb.lemma in _EMPTY:
        event = next(iter(named), None)
    return concept((event or verb).lemma)


def _what_begins(parsed: ParsedSentence, verb: Token, subject: Token | None) -> Token | None:
    thing = next(iter(children(parsed, verb, "dobj", "xcomp")), None) or subject
    return core(parsed, thing) if thing is not None else None
