"""What a time or a duration measures in words for readers: "day the bill was adopted", "start of the withdrawal",
"time taken to put the fire out". Always a noun phrase: who is only "he" in the text is left out, and what happens is
then named as a deed ("day of the arrest", "time leading the party").
"""

from __future__ import annotations

import re

from claimcheck.detect.clause import SUBJECTS, exit_token, is_negated, subject_of, tokens_before, tokens_in
from claimcheck.detect.measure import Setting
from claimcheck.detect.phrases import (
    DEGREES,
    act_words,
    clause_words,
    degree_words,
    doer_of,
    doer_words,
    named_words,
    noun_words,
    object_words,
    so_much,
    with_the,
    words_behind,
)
from claimcheck.detect.predicate import is_passive
from claimcheck.detect.verb_words import participle_words, particles
from claimcheck.lexicon.concepts import concept, is_event
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.participles import gerund, noun_of, term_of
from claimcheck.lexicon.people import is_person
from claimcheck.lexicon.predicates import words
from claimcheck.lexicon.units import units
from claimcheck.model.fact import Aspect
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.span import Span
from claimcheck.model.tree import ancestors, children, subtree
from claimcheck.model.value import Granularity, Quantity, Relation, Timex

_WHOLE = {Granularity.DECADE: "decade", Granularity.YEAR: "year", Granularity.SEASON: "season",
          Granularity.QUARTER: "quarter", Granularity.MONTH: "month", Granularity.WEEK: "week", Granularity.DAY: "day"}
# What does so may neither begin nor end with it: "the museum opened", "the mine is to close".
_DOORS = frozenset({"open", "close", "launch"})
# What a clause without "when", "how" or "why" tells about.
_ADVERBIAL = frozenset({"time", "moment", "date", "night", "morning", "reason", "way", "place", "speed", "manner"})
# The subject of these is what happens.
_HAPPENING = frozenset({"happen", "occur"})
_TAKING = frozenset({"take", "need", "require", "spend"})
_MOVED = frozenset({"up", "down"})
_WHEN = frozenset({"when", "before", "after", "until", "while", "as"})
_AUXILIARY = re.compile(r"\b(has|have|had|is|are|was|were|will|would|could|can|did|does|do)\b")
_OWN = re.compile(r"\b(my|our|your)\b")
# Done on one day, for so long or for another day.
_DECLARING = frozenset({"declare", "impose", "proclaim", "order", "introduce", "announce", "extend", "suspend"})
_PLANNING = frozenset({"plan", "schedule", "set", "slate", "pencil", "fix", "book", "expect", "call", "arrange"})
_GETTING = frozenset({"get", "receive", "give", "hand", "face", "serve"})
# They are done to something or with something that the label would not have.
_EMPTY = frozenset({"do", "make", "get", "put", "let", "go", "come", "use", "seem", "want", "need", "try", "keep"})
# How a duration stands to what happens, by the word in front of it.
_SPANNING = {"in": "taken to", "within": "taken to", "after": "before", "until": "until", "before": "after"}


def time_label(setting: Setting, timex: Timex, head: Token, noun: Token | None, aspect: Aspect) -> str:
    """When it was: "day the bill was adopted", "month of the inspection", "start of the withdrawal"; "" where the text
    does not name what happened."""
    if since := _since_such(setting, timex):
        return since
    at_an_end = aspect in (Aspect.START, Aspect.END) and head.lemma not in _DOORS
    if at_an_end and noun is not None and (thing := noun_words(setting, noun, article=True)):
        return f"{'start' if aspect is Aspect.START else 'end'} of {with_the(noun, thing)}"
    if head.pos == "ADJ" and (final := _behind_noun(setting, head)):
        return f"{when(timex)} of {final}"
    if head.pos not in ("VERB", "AUX"):
        name = noun_words(setting, head, article=True)
        return f"{when(timex)} of {with_the(head, name)}" if name and head.pos in ("NOUN", "PROPN") else ""
    verb = _told_by(setting.parsed, head)
    for_what = _for_what(setting, timex, verb)
    if for_what is not None and for_what.index != verb.index:
        return f"{when(timex)} of {named_words(setting, for_what)}"
    if _lacks_object(setting.parsed, verb):
        return when(timex)
    clause = clause_words(setting, verb) if _is_named(setting, verb) else ""
    subject = subject_of(setting.parsed, verb)
    bare = verb.lemma in words("light") and not particles(setting.parsed, verb)  # "the parade is on Sunday"
    bare = bare and (verb.lemma == "be" or (subject is not None and is_event(concept(subject.lemma))))
    bare = bare and clause == clause_words(setting, verb, object_=False)
    bare = bare and not words_behind(setting, verb).startswith("without ")  # "homes were without power"
    if (bare or verb.lemma in _HAPPENING) and (event := named_words(setting, subject)):
        return f"{when(timex)} of {event}"
    if done := _undergone(setting, verb):
        return f"{when(timex)} {done}"
    if clause and _is_elsewhere(setting, timex, verb):
        clause = clause.removesuffix(words_behind(setting, verb)).rstrip()
    if clause:
        planned = " for" if for_what is not None else ""
        return f"{when(timex)} {_denied(setting, verb, clause)}{so_much(setting, verb, clause)}{planned}"
    if verb.lemma == "be" and _OWN.search(words_behind(setting, verb)):
        return when(timex)  # "I will be at my desk"
    if verb.lemma == "be" and (behind := words_behind(setting, verb)):
        return f"{when(timex)} {behind}"  # "he was in office"
    act = act_words(setting, verb) or _bare_act(verb)
    return f"{when(timex)} of {act}" if act else ""


def _behind_noun(setting: Setting, adjective: Token) -> str:
    """ "The cup final", where the parser takes the final for an adjective of the cup; "" for others."""
    noun = setting.parsed.tokens[adjective.head]
    misread = adjective.dep == "amod" and noun.pos in ("NOUN", "PROPN") and adjective.index == noun.index + 1
    name = named_words(setting, noun) if misread else ""
    return f"{name} {adjective.text.lower()}" if name else ""


def _bare_act(verb: Token) -> str:
    """ "Sinking" where nothing else is known of what sank; "" for a verb that says nothing by itself."""
    empty = verb.pos != "VERB" or verb.lemma in _saying_nothing()
    return "" if empty else gerund(verb.lemma)


def _saying_nothing() -> frozenset[str]:
    aspects = words("begin") | words("end")
    return words("light") | words("states") | aspects | cues("speech") | _EMPTY


def said_label(timex: Timex) -> str:
    """When somebody said what is told: "day it was said"."""
    return f"{when(timex)} it was said"


def _for_what(setting: Setting, timex: Timex, verb: Token) -> Token | None:
    """The budget of "approved the budget for 2032", the verb itself of "an election planned for 6 July": that time is
    not when it was done. None for others."""
    parsed = setting.parsed
    exit_ = exit_token(parsed, timex.span)
    leading = parsed.tokens[exit_.head] if exit_ is not None else None
    if leading is None or leading.lemma != "for" or leading.head != verb.index or verb.pos != "VERB":
        return None
    if verb.lemma in _PLANNING:
        return verb
    before = parsed.tokens[leading.index - 1]
    own = before.dep in ("dobj", "pobj") and before.pos == "NOUN" and not is_event(concept(before.lemma))
    return before if own and named_words(setting, before) else None


def _lacks_object(parsed: ParsedSentence, verb: Token) -> bool:
    """ "One of twelve that the bank wants to close": what it closes is said too far away."""
    above = parsed.tokens[verb.head]
    which = any(t.tag in ("WDT", "WP") for t in children(parsed, verb, "dobj"))
    return which and verb.dep in ("xcomp", "ccomp") and above.dep == "relcl"


def _is_elsewhere(setting: Setting, timex: Timex, verb: Token) -> bool:
    """ "Struck in Osley in April and in Thorne in May": the place of the clause is that of its first time."""
    parsed = setting.parsed
    places = [_first(parsed, t.span) for t in setting.times]
    last = max((p for p in places if verb.index < p < _first(parsed, timex.span)), default=-1)
    return last >= 0 and any(t.tag == "CC" for t in parsed.tokens[last : _first(parsed, timex.span)])


def _first(parsed: ParsedSentence, span: Span) -> int:
    return next((t.index for t in tokens_in(parsed, span)), -1)


def _denied(setting: Setting, verb: Token, clause: str) -> str:
    """ "Time the rate has not been lower" for "has not been lower since 2007"."""
    if not is_negated(setting.parsed, verb):
        return clause
    nobody = re.sub(r"^any\b", "no", clause)
    return nobody if nobody != clause else _AUXILIARY.sub(r"\1 not", clause, count=1)


def _since_such(setting: Setting, timex: Timex) -> str:
    """ "Time since the last title" for "their first title in 27 years", "time with no such night" for "the worst night
    since 2004": nothing else happened then."""
    exit_ = exit_token(setting.parsed, timex.span) if timex.relation is Relation.SINCE else None
    if exit_ is None:
        return ""
    above = [t for t in ancestors(setting.parsed, exit_) if t.pos != "ADP"][:2]
    if above and above[0].pos in ("VERB", "AUX"):  # "the worst night we have seen in thirty years"
        above = above[1:] if above[0].dep == "relcl" else []
    noun = above[0] if above and above[0].pos in ("NOUN", "PROPN") else None
    beside = children(setting.parsed, noun, "amod") if noun is not None else []
    most = {t.index for t in beside if t.tag == "JJS"}
    most |= {m.index for t in beside for m in children(setting.parsed, t, "advmod") if m.tag == "RBS"}
    if noun is None or not (most or any(t.lemma.lower() == "first" for t in beside)):
        return ""
    if noun.lemma == "time":
        return "time since it last happened"
    told = [t for t in beside if t.index in most or t.lemma.lower() == "first"]
    told += [t for owner in children(setting.parsed, noun, "poss") for t in subtree(setting.parsed, owner)]
    left_out = {"most", *(t.text.lower() for t in told)} | {f"{t.text.lower()}'s" for t in told}
    name = " ".join(word for word in noun_words(setting, noun).split(" ") if word.lower() not in left_out)
    return "" if not name else f"time with no such {name}" if most else f"time since the last {name}"


def when(timex: Timex) -> str:
    """ "day", "month", "time"; of what lasted from or until then "time", whatever it is told by."""
    lasting = timex.relation in (Relation.SINCE, Relation.UNTIL)
    return "time" if lasting else _WHOLE.get(timex.granularity, "time")


def _undergone(setting: Setting, verb: Token) -> str:
    """ "The car was bought" for "the car he bought", a clause that lacks its object; "" for others."""
    parsed, noun = setting.parsed, setting.parsed.tokens[verb.head]
    subject = subject_of(parsed, verb)
    whole = children(parsed, verb, "dobj", "attr", "acomp", "oprd", "ccomp", "xcomp", "advmod")
    which = any(t.tag in ("WDT", "WP") for t in whole)  # "the law, which parliament passed"
    whole = [t for t in whole if t.dep != "dobj" or t.tag not in ("WDT", "WP")]
    if subject is not None and any(t.tag == "WP$" for t in subtree(parsed, subject)):
        return ""  # "the coach, whose contract runs"
    whole += [p for p in children(parsed, verb, "prep") if not children(parsed, p, "pobj", "pcomp")]  # "she went with"
    lacking = verb.dep == "relcl" and not whole and not is_passive(parsed, verb)
    name = named_words(setting, noun) if lacking and (which or not _is_when_or_why(noun)) else ""
    if not name or subject is None or subject.head != verb.index or subject.tag in ("WDT", "WP"):
        return ""
    return f"{name} {'were' if noun.tag in ('NNS', 'NNPS') else 'was'} {participle_words(parsed, verb)}"


def _is_when_or_why(noun: Token) -> bool:
    """ "The day he died", "the reason he left": nothing is done to these."""
    return noun.lemma.lower() in units().words or noun.lemma.lower() in _ADVERBIAL


def _told_by(parsed: ParsedSentence, verb: Token) -> Token:
    """For "it was six when the alarm went off" the verb that says what happened."""
    subject = subject_of(parsed, verb)
    above = parsed.tokens[verb.head]
    if verb.tag in ("VBN", "VBD") and verb.dep in ("acomp", "oprd", "xcomp") and above.pos == "VERB" and (
            above.index < verb.index and not children(parsed, verb, "aux", "dobj")):
        return above  # "the car was found burnt out", "the museum stays closed"
    empty = verb.lemma == "be" and subject is not None and subject.lemma.lower() == "it"
    below = [t for t in children(parsed, verb, "advcl") if any(m.lemma.lower() == "when" for m in children(parsed, t))]
    return below[0] if empty and below else verb


def _is_named(setting: Setting, verb: Token) -> bool:
    """Does a noun say who does it?"""
    subject = subject_of(setting.parsed, verb) or doer_of(setting.parsed, verb)
    return subject is not None and subject.pos != "PRON" and bool(doer_words(setting, verb))


def duration_label(setting: Setting, quantity: Quantity, exit_: Token, event: Token | None) -> str:
    """How long it lasts: "duration of the withdrawal", "time the runway was closed", "time taken to put it out"; ""
    where the text does not name what lasts."""
    parsed = setting.parsed
    if inside := _inside(setting, exit_):
        return inside
    if event is None or event.pos == "PRON":
        return ""
    if event.lemma in DEGREES and event.pos in ("ADJ", "ADV"):
        later = event.tag in ("JJR", "RBR") and event.lemma == "long"  # "nine months longer" is no length
        return "time" if later else degree_words(setting, event)
    if part := _part_of_noun(setting, exit_, event):
        return part
    if event.pos == "ADJ" and event.dep == "acomp":  # "was due to land"
        event = parsed.tokens[event.head]
    of, above = parsed.tokens[exit_.head], parsed.tokens[parsed.tokens[exit_.head].head]
    if of.lemma == "for" and above.pos == "NOUN" and (thing := named_words(setting, above)):
        return f"duration of {thing}"  # "tickets for the four days"
    if of.lemma == "of" and above.pos == "NOUN" and above.lemma not in words("light_noun"):
        event = above  # "a sentence of nine years"
    if between := _between(setting, exit_):
        return between
    if event.dep == "advcl" and any(t.lemma in _WHEN for t in children(parsed, event, "mark", "advmod")):
        event = parsed.tokens[event.head]  # "served four years before he resigned"
    verb = parsed.tokens[event.head]
    if event.pos not in ("VERB", "AUX"):
        told = parsed.tokens[exit_.head]
        if told.dep == "relcl" and subject_of(parsed, told) is event:  # "the force, which needed 11 days to leave"
            verb = told
        subject = event.dep in SUBJECTS or verb.dep == "relcl"
        if not (subject and verb.pos in ("VERB", "AUX") and _does_not_last(setting, event, verb, exit_)):
            return f"duration of {with_the(event, noun_words(setting, event, article=True) or event.text.lower())}"
        below = next(iter(children(parsed, verb, "xcomp", "advcl")), None) if verb.lemma in _TAKING else None
        event = below or verb
    return _of_verb(setting, quantity, exit_, event)


def _between(setting: Setting, exit_: Token) -> str:
    """ "Time before the crew reached the ridge" for "the crew reached the ridge 17 hours after the walkers had called",
    "time before the rain began" for "crashed two hours before the rain began"; "" elsewhere."""
    parsed = setting.parsed
    mark = parsed.tokens[min(exit_.index + 1, len(parsed.tokens) - 1)]
    below = parsed.tokens[mark.head]
    above = parsed.tokens[below.head]
    apart = mark.dep == "mark" and mark.lemma in ("after", "before") and below.dep == "advcl"
    if not apart or exit_.dep != "npadvmod" or exit_.head not in (below.index, above.index):
        return ""
    second = above if mark.lemma == "after" else below
    if _is_named(setting, second):
        return f"time before {clause_words(setting, second)}"
    act = act_words(setting, above) if second is above else ""
    return f"time before {act}" if act else ""


def _does_not_last(setting: Setting, subject: Token, verb: Token, exit_: Token) -> bool:
    """ "The minister has been in office", "rescuers needed four hours to free him", "Dekker has run the city", "rents
    have gone up": it is not they who last."""
    someone = subject.entity == "PERSON" or is_person(subject.lemma)
    inside = any(t.pos == "ADV" for t in children(setting.parsed, verb, "advmod"))  # "the thieves were inside"
    elsewhere = verb.lemma == "be" and (inside or bool(words_behind(setting, verb)))
    own = subject in ancestors(setting.parsed, exit_)  # "four-day passes cost 40 euros"
    target = any(t.index != exit_.index for t in children(setting.parsed, verb, "dobj"))
    moved = any(t.lemma in _MOVED for t in particles(setting.parsed, verb))
    doing = verb.lemma not in _TAKING and not own and (target or moved)
    if verb.pos == "VERB" and is_negated(setting.parsed, verb) and not own:
        return True  # "the trams did not run for three hours"
    taking = verb.lemma in _TAKING and bool(children(setting.parsed, verb, "xcomp", "advcl"))
    return someone or elsewhere or doing or taking


def _of_verb(setting: Setting, quantity: Quantity, exit_: Token, verb: Token) -> str:
    """A duration by the verb that says what lasts."""
    parsed = setting.parsed
    above = parsed.tokens[exit_.head]
    if term := _term(setting, exit_, verb):
        return term
    left = [t.text.lower() for t in (*tokens_before(parsed, quantity.span)[-1:], *tokens_in(parsed, quantity.span)[:1])]
    spans = next((_SPANNING[word] for word in left if word in _SPANNING), "")
    taken = above.lemma in _TAKING and verb.index != above.index
    if taken and verb.tag == "VBN":
        return " ".join(part for part in ("time", participle_words(parsed, verb), words_behind(setting, verb)) if part)
    if verb.lemma in cues("speech") and children(parsed, verb, "ccomp"):
        return ""  # "a week later she said that she was well": nothing is said so long
    if taken or spans == "taken to":
        return _taken(setting, verb)
    if above.lemma == "for" and verb.lemma in _DECLARING and (
            thing := named_words(setting, next(iter(children(parsed, verb, "dobj")), None))):
        return f"duration of {thing}"  # "declared a state of emergency for thirty days"
    if _is_named(setting, verb):
        clause = clause_words(setting, verb)
        denied = _denied(setting, verb, clause)
        if denied == clause and is_negated(parsed, verb) and not spans:
            return "time"
        return " ".join(part for part in ("time", spans, clause if spans else denied) if part)
    if spans:
        return f"time {spans} {act}" if (act := act_words(setting, verb)) else ""
    return _spent(setting, verb)


def _spent(setting: Setting, verb: Token) -> str:
    """What somebody who is not named did so long: "duration of the ban", "time trapped", "time leading the party"."""
    parsed = setting.parsed
    if verb.lemma == "spend":
        return f"time {words_behind(setting, verb)}".rstrip()  # "after spending 14 hours on a ledge"
    if noun_of(verb.lemma) or (verb.tag == "VBG" and subject_of(parsed, verb) is None):
        act = act_words(setting, verb)
        return f"duration of {act}" if act else "time"
    behind = words_behind(setting, verb)
    if verb.lemma == "be" and not children(parsed, verb, "attr", "acomp"):
        return f"time {behind}" if behind else ""
    if is_passive(parsed, verb):
        return " ".join(part for part in ("time", participle_words(parsed, verb), behind) if part)
    act = act_words(setting, verb)
    return f"time {act}" if act else ""


def _taken(setting: Setting, verb: Token) -> str:
    """ "time taken to put the fire out"."""
    parsed = setting.parsed
    target = next(iter(children(parsed, verb, "dobj")), None)
    particle = [t.text.lower() for t in particles(parsed, verb)]
    object_ = object_words(setting, target) if target is not None else ""
    passive = f"be {participle_words(parsed, verb)}" if is_passive(parsed, verb) else verb.lemma
    return " ".join(part for part in ("time taken to", passive, object_, *particle) if part)


def _term(setting: Setting, exit_: Token, verb: Token) -> str:
    """ "prison term for Ann Lee" for "Ann Lee was jailed for six years", "term for the robbery" for "got six years for
    the robbery"."""
    parsed = setting.parsed
    if penalty := term_of(verb.lemma):
        target = next(iter(children(parsed, verb, "dobj")), None)
        name = named_words(setting, subject_of(parsed, verb) if is_passive(parsed, verb) else target)
        return f"{penalty} for {name}" if name else f"duration of the {penalty}"
    if verb.lemma not in _GETTING or exit_.dep != "dobj":
        return ""
    behind = [t for token in (verb, exit_) for t in children(parsed, token, "prep") if t.lemma == "for"]
    what = next((o for t in behind for o in children(parsed, t, "pobj")), None)
    name = named_words(setting, what)
    return f"term for {name}" if name else ""


def _part_of_noun(setting: Setting, exit_: Token, event: Token) -> str:
    """ "months' pay" for "three months' pay", which lasts no time itself."""
    if exit_.dep != "poss" or exit_.head != event.index:
        return ""
    unit = exit_.lemma.lower()
    return f"{unit}s' {noun_words(setting, event)}"


def _inside(setting: Setting, exit_: Token) -> str:
    """ "time in prison" for "eight years in prison", "time at the airline"; "" where no noun says where it is spent."""
    above = setting.parsed.tokens[exit_.head]
    if above.text.lower() == "with" and exit_.dep == "pobj" and (place := words_behind(setting, exit_)):
        return f"time {place}"  # "with 20 years at the airline"
    spending = (above,) if exit_.dep == "dobj" else ()  # "spent a year in custody"
    behind = (t for token in (exit_, *spending) for t in children(setting.parsed, token, "prep"))
    where = next((t for t in behind if t.lemma == "in"), None)
    noun = next(iter(children(setting.parsed, where, "pobj")), None) if where is not None else None
    if noun is None or noun.tag != "NN":
        return ""
    if children(setting.parsed, noun, "det"):
        known = bool(spending) and above.lemma == "spend"
        return f"time in {noun_words(setting, noun, article=True)}" if known else ""
    return f"time in {noun_words(setting, noun)}"
