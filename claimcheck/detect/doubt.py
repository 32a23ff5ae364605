"""What a sentence leaves in doubt ("allegedly", "may have", "suspected of"), and what it states without further ado."""

from __future__ import annotations

from itertools import islice

from claimcheck.detect.clause import SUBJECTS
from claimcheck.detect.denial import HIGHEST, named_for
from claimcheck.lexicon.cues import cues
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.tree import ancestors, children

# "He thought that she should be fired" leaves nothing open.
_WANTED = frozenset({"should", "must", "ought", "will", "would"})
_PUTTING = frozenset({"put", "place"})
# Tokens before a figure among which its preposition is: "at about 70".
_HEDGED = 3
_GIVING = frozenset({"give", *_PUTTING})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
# Clauses that somebody or something else vouches for than the sentence.
_EMBEDDED = frozenset({"ccomp", "xcomp", "pcomp", "acl", "csubj", "csubjpass"})


def is_stated(parsed: ParsedSentence, verb: Token) -> bool:
    """Does the sentence itself say it, by a finite verb that hangs on no other clause?"""
    auxiliaries = [t for t in children(parsed, verb) if t.dep in ("aux", "auxpass")]
    if not any(t.tag in _FINITE for t in (verb, *auxiliaries)) or any(t.tag == "MD" for t in auxiliaries):
        return False
    return not any(t.dep in _EMBEDDED for t in (verb, *ancestors(parsed, verb))) and parsed.tokens[-1].text != "?"


def doubt_of(parsed: ParsedSentence, verb: Token) -> str:
    """The word that leaves open whether what `verb` says came about, "" for none. Who reports it is no doubt."""
    own = children(parsed, verb)
    if any(t.dep == "aux" and t.lemma.lower() in _WANTED for t in own):
        return ""
    adverb = next((t for t in own if t.dep == "advmod" and t.lemma.lower() in cues("doubting")), None)
    if adverb is not None:
        return adverb.text
    perfect = any(t.dep == "aux" and t.lemma == "have" for t in own)
    modal = next((t for t in own if t.dep == "aux" and t.lemma.lower() in ("may", "might", "could")), None)
    if modal is not None and perfect:
        return modal.text
    return _from_above(parsed, verb)


def is_superseded(parsed: ParsedSentence, exit_: Token) -> bool:
    """Is a figure said to be one of before: "had initially said 15", "an earlier toll of 15", "first given as"?"""
    for token in (exit_, *islice(ancestors(parsed, exit_), HIGHEST)):
        own = {t.text.lower() for t in children(parsed, token, "advmod", "npadvmod", "amod")}
        noun = token.pos == "NOUN" or token.dep in SUBJECTS  # "earlier reports" may be parsed as a verb
        noun = noun and exit_ not in children(parsed, token, "nummod")  # "2 million initial claims"
        if noun and token.lemma.lower() in cues("count_noun") and own & cues("superseded_count"):
            return True
        if token.pos in ("VERB", "AUX") and (own & cues("superseded") or _at_first(parsed, token)):
            return True
        if _turns(parsed, token):
            return False
    return False


def _turns(parsed: ParsedSentence, verb: Token) -> bool:
    """ "But has since lowered it", "and now says": the verb before tells of a time before, this one of a later one."""
    own = {t.text.lower() for t in children(parsed, verb, "advmod", "npadvmod")}
    return verb.dep == "conj" and verb.pos in ("VERB", "AUX") and not own.isdisjoint(cues("afterwards") | {"now"})


def _at_first(parsed: ParsedSentence, verb: Token) -> bool:
    """ "At first they said", "was first reported as", "had said earlier"."""
    own = [t for v in (verb, *children(parsed, verb, "aux")) for t in children(parsed, v)]
    if any(t.lemma.lower() == "at" and parsed.tokens[t.index + 1].lemma == "first" for t in own if t.tag == "IN"
           and t.index + 1 < len(parsed.tokens)):
        return True
    saying = verb.lemma in cues("speech") | cues("telling") | cues("estimating") | _GIVING
    pluperfect = any(t.dep == "aux" and t.text.lower() == "had" for t in own)
    adverbs = {t.text.lower() for t in own if t.dep == "advmod"}
    return saying and ("first" in adverbs or (pluperfect and "earlier" in adverbs))


def is_estimate(parsed: ParsedSentence, exit_: Token) -> bool:
    """Does somebody only reckon that it is so many: "estimates that", "an estimated", "put the crowd at"?"""
    if any(t.lemma.lower() == "estimated" for t in (exit_, *children(parsed, exit_))):
        return True
    for token in islice(ancestors(parsed, exit_), HIGHEST):
        beside = children(parsed, token, "amod", "advmod", "nummod")
        if token.lemma in cues("estimating" if token.pos == "VERB" else "estimate_noun"):
            return True
        if any(t.lemma.lower() in ("estimated", "estimate") for t in beside):
            return True
        if token.lemma in _PUTTING and any(p.lemma == "at" for p in children(parsed, token, "prep")):
            return True
    return _put_at(parsed, exit_)


def _put_at(parsed: ParsedSentence, exit_: Token) -> bool:
    """ "Put the number of those killed at Dar at 70": the parser gives the figure to the verb in between."""
    near = parsed.tokens[max(0, exit_.index - _HEDGED) : exit_.index]
    return any(t.lemma == "at" for t in near) and any(
        above.lemma in _PUTTING and any(o.lemma.lower() in cues("count_noun") for o in children(parsed, above, "dobj"))
        for above in ancestors(parsed, exit_)
    )


def accused(parsed: ParsedSentence, verb: Token) -> Token | None:
    """Who is "accused of taking", "suspected of having taken"."""
    accusing = _accusing(parsed, verb)
    if accusing is None:
        return None
    named = children(parsed, accusing, "nsubjpass", "dobj")
    if named:
        return named[0]
    return parsed.tokens[accusing.head] if accusing.dep == "acl" else None


def _accusing(parsed: ParsedSentence, verb: Token) -> Token | None:
    above = _charging(parsed, verb)
    return above if above is not None and above.pos == "VERB" and above.lemma in cues("accusing") else None


def _charging(parsed: ParsedSentence, verb: Token) -> Token | None:
    """The verb, noun or adjective by which somebody is charged with what `verb` says, or cleared of it."""
    preposition = parsed.tokens[verb.head]
    if verb.dep != "pcomp" or preposition.lemma not in ("of", "with", "for", "to"):
        return None
    above = parsed.tokens[preposition.head]
    return above if above.lemma.lower() in cues("accusing") | cues("charging") else None


def _from_above(parsed: ParsedSentence, verb: Token) -> str:
    charging = _charging(parsed, verb)
    if charging is not None:
        return charging.text
    above = parsed.tokens[verb.head]
    if verb.dep in ("xcomp", "ccomp") and above.index != verb.index and above.lemma in cues("alleging"):
        supposed = verb.dep == "ccomp" or not any(t.dep == "nsubj" for t in children(parsed, above, *SUBJECTS))
        return above.text if supposed else ""
    if verb.dep == "ccomp" and _is_without_ground(parsed, above):
        return f"{above.text} without"
    noun = named_for(parsed, verb)
    if noun is None:
        return ""
    if noun.lemma.lower() in cues("unproven_noun"):
        return noun.text
    return next((t.text for t in children(parsed, noun, "amod") if t.lemma.lower() in cues("unproven")), "")


def _is_without_ground(parsed: ParsedSentence, cue: Token) -> bool:
    """ "Claimed without evidence that"."""
    return any(o.lemma.lower() in cues("ground") for p in children(parsed, cue, "prep") if p.lemma == "without"
               for o in children(parsed, p, "pobj"))
