"""The tense in which a time stands: which way "Wednesday" points, and whether it is the day of saying."""

from __future__ import annotations

from claimcheck.detect.clause import SUBJECTS, certainty, exit_token, governor, is_arranged, verb_above
from claimcheck.detect.deadlines import is_given, is_obliged
from claimcheck.lexicon.cues import cues
from claimcheck.model.claim import Factuality
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.span import Span
from claimcheck.model.tree import children
from claimcheck.model.value import Direction


def direction_of(parsed: ParsedSentence, span: Span) -> Direction:
    """Tense of the verb that governs a time expression: which way "Wednesday" points."""
    exit_ = _head_of(parsed, span)
    verb = verb_above(parsed, exit_) if exit_ is not None else None
    if verb is None or exit_ is None:
        return Direction.UNKNOWN
    above = governor(parsed, exit_)
    if above is not None and _is_mistaken(parsed, above[0]):
        return Direction.UNKNOWN
    if said_then(parsed, exit_, verb) is not None:
        return Direction.PAST
    auxiliaries = {t.lemma.lower() for t in children(parsed, verb) if t.dep in ("aux", "auxpass")}
    if auxiliaries & {"will", "would", "shall", "'ll"} or _is_planned(parsed, verb):
        return Direction.FUTURE
    if above is not None and above[1] == "since":
        return Direction.PAST
    if above is not None and above[1] in ("until", "till") and _finite(parsed, verb) in ("VBZ", "VBP", "MD"):
        return Direction.FUTURE  # what is so now, or may be, ends later
    if is_obliged(parsed, verb) and _finite(parsed, verb) != "VBD":
        return Direction.FUTURE  # "must be sent by Friday"
    if above is not None and above[1] in ("until", "till") and is_given(parsed, verb):
        return Direction.FUTURE
    if above is not None and above[1] in ("until", "till") and _closes(parsed, verb):
        return Direction.OPEN  # "was closed until Friday": the end may lie ahead
    if above is not None and above[0].index == verb.index and _timetabled(parsed, _completed(parsed, verb)):
        return Direction.FUTURE
    if above is not None and above[1] == "for" and verb.lemma in cues("arranging"):
        return Direction.FUTURE  # "set a hearing for Friday"
    if _may_lie_ahead(parsed, verb):
        return Direction.OPEN
    if auxiliaries & {"have", "do"} or (verb.tag in ("VBD", "VBN") and _finite(parsed, verb) != "MD"):
        return Direction.PAST  # "can be bought from Friday" is not
    return Direction.UNKNOWN


def _may_lie_ahead(parsed: ParsedSentence, verb: Token) -> bool:
    """The day of "has called a rally on Sunday", and that of the meeting in "have agreed to meet on Sunday"."""
    if verb.lemma in cues("arranging"):
        return _is_perfect(parsed, verb)
    auxiliaries = [t.lemma.lower() for t in children(parsed, verb, "aux", "auxpass")]
    if verb.dep not in ("xcomp", "ccomp") or "to" not in auxiliaries or "have" in auxiliaries:
        return False
    main = parsed.tokens[verb.head]
    return main.lemma in cues("looking_ahead") and _is_perfect(parsed, main)


def _is_perfect(parsed: ParsedSentence, verb: Token) -> bool:
    return any(t.lemma == "have" and t.tag in ("VBZ", "VBP") for t in children(parsed, verb, "aux"))


def _closes(parsed: ParsedSentence, verb: Token) -> bool:
    """ "Closed", "suspended", "called off"."""
    off = verb.lemma in ("call", "put") and any(t.lemma == "off" for t in children(parsed, verb, "prt", "advmod"))
    complements = {t.lemma.lower() for t in children(parsed, verb, "acomp", "oprd")}
    return off or verb.lemma in cues("closing") or not complements.isdisjoint({"closed", "shut"})


def _is_planned(parsed: ParsedSentence, verb: Token) -> bool:
    return certainty(parsed, verb) is Factuality.PLANNED or is_arranged(parsed, _completed(parsed, verb))


def is_ahead(parsed: ParsedSentence, span: Span) -> bool:
    """Does a verb in the present tell of one day or month to come: "pupils move to the new building in September"? Not
    what is so all along, nor what is so every year."""
    exit_ = _head_of(parsed, span)
    above = governor(parsed, exit_) if exit_ is not None else None
    if above is None:
        return False
    if _is_mistaken(parsed, above[0]):
        return True
    verb = _completed(parsed, above[0])
    if verb.tag not in ("VBZ", "VBP") or verb.lemma in cues("lasting") | cues("speech") | cues("factive"):
        return False
    below = children(parsed, verb)
    near = (*below, *(k for t in below for k in children(parsed, t)))
    return not any(t.dep in ("aux", "auxpass") for t in below) and not any(
        t.lemma.lower() in cues("habit") for t in near
    )


def _completed(parsed: ParsedSentence, verb: Token) -> Token:
    """The verb that a gerund completes, of which it has its tense: "stops running in November", "is to start sailing
    in March"."""
    while verb.tag == "VBG" and verb.dep == "xcomp" and not children(parsed, verb, "aux", "auxpass"):
        verb = parsed.tokens[verb.head]
    return verb


def _is_mistaken(parsed: ParsedSentence, noun: Token) -> bool:
    """The "lifts" of "the probe lifts off in May, the agency said", which the parser takes for a plural: no noun has
    such a particle behind it, and a clause of its own."""
    particle = noun.index + 1 < len(parsed.tokens) and parsed.tokens[noun.index + 1].tag == "RP"
    return noun.tag == "NNS" and noun.dep in ("ccomp", "ROOT") and particle


def _head_of(parsed: ParsedSentence, span: Span) -> Token | None:
    """The head of a time expression; of "August" in "in July and August" that of the first month."""
    exit_ = exit_token(parsed, span)
    while exit_ is not None and exit_.dep == "conj" and exit_.tag == parsed.tokens[exit_.head].tag:
        exit_ = parsed.tokens[exit_.head]
    return exit_


def said_then(parsed: ParsedSentence, exit_: Token, verb: Token) -> Token | None:
    """For "said on Tuesday it will close" the verb of saying: without a "that" the parser gives it to the clause."""
    speech = parsed.tokens[verb.head]
    if verb.dep != "ccomp" or speech.lemma not in cues("speech") or not speech.index < exit_.index < verb.index:
        return None
    subject = next(iter(children(parsed, verb, *SUBJECTS)), None)
    return speech if subject is not None and subject.index > exit_.index else None


def _finite(parsed: ParsedSentence, verb: Token) -> str:
    """The tag of the verb form that bears the tense: of "is" in "is shut", of "stays" in "stays shut"; "" for none.
    "Has been shut" is past."""
    while True:
        own = () if verb.dep in ("acomp", "oprd") else (verb,)  # "stays closed", whatever its tag
        forms = (*own, *children(parsed, verb, "aux", "auxpass"))
        bearer = next((t for t in forms if t.tag in ("VBZ", "VBP", "VBD", "MD")), None)
        if bearer is not None:
            return "VBD" if bearer.dep == "aux" and bearer.lemma == "have" else bearer.tag
        if verb.dep not in ("xcomp", "ccomp", "acomp", "oprd", "conj"):
            return ""
        verb = parsed.tokens[verb.head]


def _timetabled(parsed: ParsedSentence, verb: Token) -> bool:
    """ "Takes place on Sunday", "is set for Monday", "is to be played on Saturday": the present is to come."""
    auxiliaries = [t for t in children(parsed, verb) if t.dep in ("aux", "auxpass")]
    if verb.tag in ("VBZ", "VBP") and not auxiliaries:
        return verb.lemma in cues("timetabled")
    if verb.tag in ("VBN", "VBG") and any(t.tag in ("VBZ", "VBP") and t.lemma == "be" for t in auxiliaries):
        return True
    above = parsed.tokens[verb.head]
    to = any(t.lemma == "to" for t in auxiliaries)
    return to and verb.dep == "xcomp" and above.lemma == "be" and above.tag in ("VBZ", "VBP")
