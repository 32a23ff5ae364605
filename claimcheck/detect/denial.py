"""What is denied or left open by the words above a clause: "there is no evidence that", "the claim that ... is false".

The negation of a verb itself is in `clause.is_negated`.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace
from itertools import islice

from claimcheck.detect.clause import (
    DEFINITE,
    OBJECTS,
    SUBJECTS,
    is_conditional,
    is_definite,
    is_negated,
    is_nobody,
    tokens_after,
    tokens_before,
    tokens_in,
    verb_above,
)
from claimcheck.lexicon.cues import cues
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.span import Span
from claimcheck.model.tree import ancestors, children, span_of, subtree, way_up
from claimcheck.model.value import Interval, Quantity

# So many words above a figure are asked for what they say of it.
HIGHEST = 5
_CLAUSES = ("acl", "ccomp", "relcl")
# How a figure hangs on the verb whose negation reaches it, and behind which prepositions.
_REACHED = frozenset({*OBJECTS, "nummod", "quantmod", "compound", "nmod", "pobj", "prep", "npadvmod", "acomp", "advmod",
                      "pcomp"})
_REACHING = frozenset({"by", "to", "at", "as", "of"})
_COMPLEMENTS = ("acomp", "attr", "oprd", "amod")


def denied_from_above(parsed: ParsedSentence, token: Token) -> str:
    """The word that denies the clause or the noun of `token` from outside, "" for none."""
    noun = named_for(parsed, token)
    if noun is not None:
        if noun.lemma.lower() in cues("ground"):
            return noun.text if _is_lacking(parsed, noun) else ""
        if noun.lemma.lower() in cues("falsehood"):
            return noun.text
        if noun.lemma.lower() in cues("hearsay"):
            unknown = noun.lemma == "idea"  # who had no idea that it is so says that it is
            return noun.text if _is_lacking(parsed, noun) and not unknown else _refuted(parsed, noun)
        return _taken_back(parsed, noun) or _called_false(parsed, noun)
    if token.dep in ("ccomp", "csubj", "csubjpass") and token.pos in ("VERB", "AUX"):
        above = parsed.tokens[token.head]
        falsely = (t.text for t in children(parsed, above, "advmod") if t.lemma.lower() in cues("falsely"))
        return next(falsely, "") or _called_untrue(parsed, above)
    return ""


def is_no_figure(parsed: ParsedSentence, span: Span, exit_: Token, verb: Token | None) -> bool:
    """Is a figure said not to be the figure: "did not cut 500 jobs", "not 12 but 15"? "The 500 jobs" and "12 of the
    jobs" are there, whatever is denied of them."""
    before = tokens_before(parsed, span)
    if before and before[-1].dep == "neg":
        return True
    if verb is None or span.start < verb.span.end or not is_negated(parsed, verb):
        return False
    if any(t.dep == "neg" or t.lemma.lower() == "no" for t in tokens_in(parsed, span)):
        return False  # "not more than 5", "no longer than 5 days" are read whole
    after = next((t.lemma for t in tokens_after(parsed, span)), "")
    if after == "of" or before[-1].dep == "poss" or before[-1].lemma in DEFINITE:
        return False
    if any(t.lemma == "but" for t in before if t.index > verb.index):
        return False
    way = way_up(parsed, exit_, verb)
    return all(t.dep in _REACHED and (t.dep != "prep" or t.lemma in _REACHING) for t in way) and not any(
        _is_there(parsed, t) for t in way)


def as_denied(parsed: ParsedSentence, quantity: Quantity, exit_: Token, verb: Token | None) -> tuple[Quantity, bool]:
    """The quantity, and whether it is only said not to be so much. The "not" may stand further away than a grammar
    sees: "will not take more than a day" is at most a day; and it may stand above: "it is not true that". Then it may
    deny another part of the sentence, as of "denied plans to keep up to 1,000 men", which leaves all open."""
    refuted = _is_refuted(parsed, exit_)
    negated = is_no_figure(parsed, quantity.span, exit_, verb) != refuted
    if negated and not refuted and (quantity.interval.low is None) != (quantity.interval.high is None):
        return replace(quantity, interval=outside(quantity.interval)), False
    return quantity, negated


def _is_refuted(parsed: ParsedSentence, exit_: Token) -> bool:
    """Is the figure denied from above? "The town of 130 residents" is there, whatever is denied of it."""
    for token in (exit_, *islice(ancestors(parsed, exit_), HIGHEST)):
        if denied_from_above(parsed, token) or _is_unheld(parsed, token):
            return True
        if token.index != exit_.index and _is_there(parsed, token):
            return False
    return False


def _is_unheld(parsed: ParsedSentence, verb: Token) -> bool:
    """ "Nobody believes that 700 ships passed", "did not say that 700 ships passed"."""
    above = parsed.tokens[verb.head]
    return verb.dep == "ccomp" and above.lemma in cues("holding") and is_negated(parsed, above)


def _is_there(parsed: ParsedSentence, token: Token) -> bool:
    """ "The low cap of 15,000", "its 12 ships": they are there, whatever is denied of them."""
    return token.pos == "NOUN" and is_definite(parsed, token)


def outside(interval: Interval) -> Interval:
    """What is left when something is not, or did not happen within, the interval: more than its upper end, if it has
    one, else less than its lower end."""
    if interval.high is not None:
        return Interval(interval.high, None, low_open=not interval.high_open)
    return Interval(None, interval.low, high_open=not interval.low_open)


def is_unreal(parsed: ParsedSentence, verb: Token) -> bool:
    """What was only advised, tried or not wanted, and the second of two verbs of which the first is denied."""
    above = parsed.tokens[verb.head]
    if verb.dep == "acl" and verb.tag == "VB":
        return True  # "permission to land", "a plan to sell"
    if verb.dep in ("ccomp", "xcomp") and above.lemma in cues("supposing"):
        return True
    noun = named_for(parsed, verb)
    if noun is not None and any(t.lemma.lower() in cues("unproven") for t in children(parsed, noun, "amod")):
        return True  # "unconfirmed reports that"
    if verb.dep in ("xcomp", "ccomp", "advcl") and verb.tag == "VB":
        if above.lemma in cues("urging"):
            return True
        taken = cues("passing") | cues("factive") | cues("negative_verb") | cues("speech")
        if verb.dep == "xcomp" and above.lemma not in taken and any(t.dep == "neg" for t in children(parsed, above)):
            return True
    joined = verb.dep == "conj" and not children(parsed, verb, *SUBJECTS, "neg", "aux")
    return joined and is_negated(parsed, above)


def is_unanswered(parsed: ParsedSentence, verb: Token) -> bool:
    """ "Did not say whether", "it is not known if", "it was unclear whether"."""
    if verb.dep not in ("ccomp", "csubj") or not any(
        t.lemma.lower() in ("whether", "if") and t.dep == "mark" for t in children(parsed, verb)
    ):
        return False
    above = parsed.tokens[verb.head]
    words = [above, *children(parsed, above, "acomp", "oprd")]
    if any(t.lemma.lower() in cues("unclear") for t in words):
        return True
    return any(t.lemma.lower() in cues("answering") for t in words) and is_negated(parsed, above)


def named_for(parsed: ParsedSentence, token: Token) -> Token | None:
    """The noun of "the claim that", or of "reports of", that the clause or noun of `token` hangs on."""
    above = parsed.tokens[token.head]
    if token.pos in ("VERB", "AUX") and token.dep in _CLAUSES:
        if token.dep == "relcl" and not any(t.lemma == "that" and t.dep == "mark" for t in children(parsed, token)):
            return None
        return above if above.pos == "NOUN" else _subject_noun(parsed, token, above)
    if token.dep == "pobj" and above.lemma in ("of", "about") and parsed.tokens[above.head].pos == "NOUN":
        return parsed.tokens[above.head]
    return None


def _subject_noun(parsed: ParsedSentence, clause: Token, verb: Token) -> Token | None:
    """The parser hangs "that ..." of "there is no evidence that ..." on the verb at times."""
    if not any(t.dep == "mark" and t.lemma == "that" for t in children(parsed, clause)):
        return None
    known, retracts = cues("ground") | cues("hearsay"), _retracts(parsed, verb)
    nouns = [t for t in children(parsed, verb, "attr", "dobj") if t.index < clause.index]
    return next((t for t in nouns if retracts or t.lemma.lower() in known), None)


def _is_lacking(parsed: ParsedSentence, noun: Token) -> bool:
    if is_nobody(parsed, noun) or parsed.tokens[noun.head].lemma == "without":
        return True
    verb = verb_above(parsed, noun)
    return verb is not None and noun.dep in ("dobj", "attr", "nsubj", "nsubjpass") and is_negated(parsed, verb)


def _refuted(parsed: ParsedSentence, noun: Token) -> str:
    """ "The false claim that", "denied reports that", "the rumour that ... is untrue"."""
    if false := _called_false(parsed, noun):
        return false
    verb = parsed.tokens[noun.head]
    if noun.dep in ("dobj", "nsubjpass") and verb.lemma in cues("denial"):
        return "" if any(t.dep == "neg" for t in children(parsed, verb)) else verb.text
    if retracted := _taken_back(parsed, noun):
        return retracted
    if noun.dep == "pobj":  # "there is no truth to the claim that", "no evidence for the claim that"
        grounds = (a for a in ancestors(parsed, noun) if a.pos == "NOUN" and a.lemma.lower() in cues("ground"))
        ground = next(grounds, None)
        return ground.text if ground is not None and _is_lacking(parsed, ground) else ""
    return _called_untrue(parsed, verb) if noun.dep in SUBJECTS else ""


def _called_false(parsed: ParsedSentence, noun: Token) -> str:
    """ "The fake news that", whatever it is called."""
    words = children(parsed, noun, "amod", "compound")
    return next((t.text for t in words if t.lemma.lower() in cues("untrue")), "")


def _taken_back(parsed: ParsedSentence, noun: Token) -> str:
    """ "Retracted its statement that", "the announcement that ... was withdrawn", whatever it is called."""
    verb = parsed.tokens[noun.head]
    retracted = noun.dep in ("dobj", "nsubjpass") and _retracts(parsed, verb)
    return verb.text if retracted and not is_negated(parsed, verb) else ""


def _retracts(parsed: ParsedSentence, verb: Token) -> bool:
    back = verb.lemma == "take" and any(t.lemma == "back" for t in children(parsed, verb, "prt", "advmod"))
    return back or verb.lemma in cues("retracting")


def untrue_tale(parsed: ParsedSentence) -> Span | None:
    """The words that say that a story is not true, however far its subject stands from them: "the film of a bear on
    the train, which half the town has seen, is a fake", "the story was made up"."""
    for tale in _subjects(parsed, cues("tale")):
        said = _said_of(parsed, tale, cues("untrue_tale"))
        if said and parsed.tokens[tale.head].dep not in ("ccomp", "advcl"):
            return span_of(said)
    return None


def denied_tale(parsed: ParsedSentence) -> Span | None:
    """From what somebody tells to the words by which it is denied: "claims that the dock would close are baseless, the
    shipyard told its workers". A story that the article itself calls untrue is an `untrue_tale`."""
    return _disowned(parsed, cues("untrue") | cues("untrue_tale"))


def unproven_tale(parsed: ParsedSentence) -> Span | None:
    """From what is told to the words by which nobody vouches for it: "talk of a takeover is idle speculation"."""
    return _disowned(parsed, cues("unproven_tale"))


def _disowned(parsed: ParsedSentence, words: Set[str]) -> Span | None:
    for tale in _subjects(parsed, cues("tale") | cues("hearsay") | cues("talk")):
        said = _said_of(parsed, tale, words)
        if said and parsed.tokens[tale.head].dep not in ("advcl", "relcl") and _tells(parsed, tale):
            return span_of([*subtree(parsed, tale), *said])
    return None


def _tells(parsed: ParsedSentence, tale: Token) -> bool:
    """Does it say what is told: "talk of", "claims that"?"""
    if any(t.lemma in ("of", "about") for t in children(parsed, tale, "prep")):
        return True
    return any(m.lemma == "that" and m.dep == "mark" for t in children(parsed, tale, "acl", "relcl", "ccomp")
               for m in children(parsed, t))


def _subjects(parsed: ParsedSentence, nouns: Set[str]) -> Iterator[Token]:
    """Nouns of the list of which something is said that is neither denied nor conditional."""
    for tale in parsed.tokens:
        verb = parsed.tokens[tale.head]
        if tale.dep not in ("nsubj", "nsubjpass") or tale.lemma.lower() not in nouns:
            continue
        if not children(parsed, verb, "neg") and not is_conditional(parsed, verb):
            yield tale


def _said_of(parsed: ParsedSentence, tale: Token, words: Set[str]) -> list[Token]:
    """The verb and the word of the list by which something is said of a tale, or "was made up"."""
    verb = parsed.tokens[tale.head]
    made_up = verb.lemma == "make" and any(t.lemma == "up" for t in children(parsed, verb, "prt"))
    if "fake" in words and tale.dep == "nsubjpass" and (made_up or verb.lemma in cues("inventing")):
        return [verb, *children(parsed, verb, "prt")]
    turned = [t for t in children(parsed, verb, "xcomp") if t.lemma == "be" and verb.lemma in cues("proving")]
    for copula in (verb, *turned):
        said = [w for w in children(parsed, copula, *_COMPLEMENTS) if w.lemma.lower() in words]
        if said and copula.lemma in ("be", "remain"):
            return [copula, said[0]]
    return []


def _called_untrue(parsed: ParsedSentence, copula: Token) -> str:
    """The word for "false" that is said by way of `copula`."""
    if copula.lemma not in ("be", "prove", "turn", "call", "declare"):
        return ""
    negated = any(t.dep == "neg" for t in children(parsed, copula))
    for word in children(parsed, copula, *_COMPLEMENTS):
        lemma = word.lemma.lower()
        if lemma in cues("untrue"):
            return "" if negated else word.text
        if lemma in ("true", "correct", "accurate"):
            return f"not {word.text}" if negated else ""
    return ""
