"""Which predicate a verb stands for, and the states that it says something is in."""

from __future__ import annotations

from claimcheck.detect.clause import phrasal, subject_of
from claimcheck.lexicon.antonyms import opposites
from claimcheck.lexicon.concepts import concept, concepts
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.deeds import deed_of, is_deed, particle_verb
from claimcheck.lexicon.own import kept_by_synonyms
from claimcheck.lexicon.people import is_person
from claimcheck.lexicon.predicates import words
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.tree import ancestors, children, per_token, subtree

_STATES = ("acomp", "oprd", "attr", "advmod", "ccomp", "dobj", "amod")
_COPULAS = frozenset({"be", "remain", "stay", "become", "keep", "leave", "go", "escape", "declare", "find", "stand",
                      "feel", "prove", "survive", "emerge"})
_MADE_SO = frozenset({"keep", "leave", "declare", "find"})


def predicate_of(parsed: ParsedSentence, verb: Token, predicate: Token) -> str:
    """The concept; "treated for cuts" and "broke a leg" are injuries, "turned down" is "reject"."""
    if predicate.index == verb.index:
        harmed = _harm(parsed, verb)
        if harmed:
            return harmed
        named = concept("hold") if takes_place(parsed, verb) else phrasal(parsed, verb)
        if named:
            return named
        for particle in children(parsed, verb, "prt", "advmod"):
            both = particle_verb(verb.lemma, particle.lemma)
            if is_deed(deed_of(both)) or (particle.dep == "prt" and verb.lemma in words("light") | cues("vague")):
                return both
        if verb.lemma in cues("dismissing") and _is_of_person(parsed, verb):
            return concept("dismiss")
        lost = children(parsed, verb, "dobj", "nsubjpass") if verb.lemma == "lose" else []
        if any(o.lemma in cues("mislaid") for o in lost):
            return concept("missing")
        if verb.lemma == "plead":
            guilty = any(t.lemma == "guilty" for t in children(parsed, verb))
            return "plead guilty" if guilty else concept(verb.lemma)
    if verb.lemma == "find" and predicate.lemma == "guilty":
        return concept("convict")
    return concept(predicate.lemma)


def takes_place(parsed: ParsedSentence, verb: Token) -> bool:
    """What took place was held."""
    return verb.lemma == "take" and any(
        o.lemma == "place" and not children(parsed, o) for o in children(parsed, verb, "dobj"))


def _harm(parsed: ParsedSentence, verb: Token) -> str:
    """Who is treated for cuts, suffers a fracture or breaks a leg is injured."""
    if verb.lemma in cues("harming") and {t.lemma.lower() for t in subtree(parsed, verb)} & cues("injury"):
        return concept("injure")
    broken = verb.lemma in ("break", "fracture", "sprain", "dislocate")
    if broken and any(o.lemma in cues("body") for o in children(parsed, verb, "dobj")):
        return concept("injure")
    return ""


def wound_of(parsed: ParsedSentence, verb: Token) -> Token | None:
    """The sting of "was treated for a sting": who is treated for one was stung."""
    if verb.lemma not in cues("harming"):
        return None
    below = [o for p in children(parsed, verb, "prep") if p.lemma == "for" for o in children(parsed, p, "pobj")]
    return next((t for t in (*children(parsed, verb, "dobj"), *below) if t.lemma.lower() in cues("hurting")), None)


def _is_of_person(parsed: ParsedSentence, verb: Token) -> bool:
    """Is it somebody who is fired, and not a gun?"""
    if any(t.lemma in ("at", "into", "upon") for t in children(parsed, verb, "prep")):
        return False
    whom = next(iter(children(parsed, verb, "dobj", "nsubjpass")), None)
    if whom is None and is_passive(parsed, verb):
        whom = subject_of(parsed, verb)
    if whom is None:
        return False
    return whom.pos == "PROPN" or is_person(whom.lemma.lower())


def states_of(parsed: ParsedSentence, verb: Token) -> list[tuple[Token, Token]]:
    """(state, holder): "the road is closed", "kept the road open", "found him guilty", "the video is a hoax"."""
    if verb.lemma not in _COPULAS:
        return []
    made = next(iter(children(parsed, verb, "dobj")), None) if verb.lemma in _MADE_SO else None
    found = []
    for state in children(parsed, verb, *_STATES):
        holder = _own_subject(parsed, state) or made or subject_of(parsed, verb)
        if holder is not None and holder.index != state.index and _is_state(verb, state):
            found.append((state, holder))
    if made is not None and verb.lemma in _MADE_SO:
        found += [(t, made) for t in children(parsed, made, "amod", "acl")
                  if t.index > made.index and t.pos == "ADJ" and concept(t.lemma) in _known()]
    return found


def is_denied_state(parsed: ParsedSentence, predicate: Token) -> bool:
    """ "Found him not guilty", "pleaded not guilty"."""
    guilty = [t for t in children(parsed, predicate) if t.lemma == "guilty"]
    return any(t.dep == "neg" for p in (predicate, *guilty) for t in children(parsed, p))


def _own_subject(parsed: ParsedSentence, state: Token) -> Token | None:
    """The parser reads "found him not guilty" as a clause in a clause."""
    return next(iter(children(parsed, state, "nsubj")), None) if state.dep in ("ccomp", "oprd") else None


def _is_state(verb: Token, state: Token) -> bool:
    if state.dep in ("advmod", "dobj", "amod"):
        return concept(state.lemma) in _known() and (state.dep != "dobj" or verb.lemma not in _MADE_SO)
    if state.dep == "attr" and state.pos == "NOUN":
        return bool(opposites(concept(state.lemma)))
    return state.pos == "ADJ" or (state.tag == "VBN" and state.dep != "ccomp")


@kept_by_synonyms
def _known() -> frozenset[str]:
    return concepts(cues("state"))


@per_token
def is_passive(parsed: ParsedSentence, verb: Token) -> bool:
    for one in (verb, *ancestors(parsed, verb)):
        own = children(parsed, one)
        if any(t.dep in ("auxpass", "nsubjpass") for t in own):
            return True
        if one.tag != "VBN" or any(t.dep == "aux" for t in own) or one.dep != "conj":
            return one.tag == "VBN" and one.dep == "acl" and not any(t.dep == "aux" for t in own)
    return False
