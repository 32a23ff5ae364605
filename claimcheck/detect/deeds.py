"""Deeds that the verb and its object do not tell: "lost to Ostra", "Ostra's win over Velden", "a defeat by Ostra"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.detect.clause import subject_of, verb_above
from claimcheck.detect.predicate import is_passive
from claimcheck.lexicon.deeds import BEAT, SUBJECT, WHOSE, Form, forms, is_bearing, is_contest
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.tree import children

_BESIDE = frozenset({"after", "before", "following", "despite", "since"})


@dataclass(frozen=True, slots=True)
class Told:
    """A deed with the word that tells it, the verb of its clause and its two parties."""

    form: Form
    word: Token
    verb: Token
    doer: Token
    other: Token


def told_deeds(parsed: ParsedSentence) -> Iterator[Told]:
    """In the order of the text; one party at least is a name."""
    for token in parsed.tokens:
        if token.pos not in ("VERB", "NOUN"):
            continue
        for form in forms(token.lemma.lower(), noun=token.pos == "NOUN"):
            if form.deed == BEAT and not _is_whole(parsed, token):
                continue
            doer, other = (_first(parsed, token, places) for places in (form.doer, form.other))
            if bool(doer) != bool(other):
                doer = doer or _whose_clause(parsed, token, form.doer)
                other = other or _whose_clause(parsed, token, form.other)
            verb = verb_above(parsed, token)
            if doer and other and verb and doer.index != other.index and "PROPN" in (doer.pos, other.pos):
                yield Told(form, token, verb, doer, other)
                break


def object_before_score(parsed: ParsedSentence, verb: Token) -> Token | None:
    """The Velden of "beat Velden 2-1", which the parser takes for a part of the score."""
    end = verb.index + 1
    while end < len(parsed.tokens) and parsed.tokens[end].pos == "PROPN" and parsed.tokens[end].text[0].isalpha():
        end += 1
    if end == verb.index + 1 or end == len(parsed.tokens) or not parsed.tokens[end].text[0].isdigit():
        return None
    return parsed.tokens[end - 1]


def _is_whole(parsed: ParsedSentence, verb: Token) -> bool:
    """Is it the match that is won or lost, and not a ball, a vote or a player?"""
    objects = children(parsed, verb, "dobj", "obj") if verb.pos == "VERB" else []
    return all(is_contest(o.lemma.lower()) or o.text[0].isdigit() for o in objects)


def _whose_clause(parsed: ParsedSentence, noun: Token, places: tuple[str, ...]) -> Token | None:
    """Who does something "after a loss to Velden" has lost."""
    if WHOSE not in places or noun.dep != "pobj" or parsed.tokens[noun.head].lemma.lower() not in _BESIDE:
        return None
    verb = verb_above(parsed, noun)
    return subject_of(parsed, verb) if verb is not None else None


def _first(parsed: ParsedSentence, word: Token, places: tuple[str, ...]) -> Token | None:
    return next((t for place in places if (t := _at(parsed, word, place)) is not None), None)


def _at(parsed: ParsedSentence, word: Token, place: str) -> Token | None:
    if place == SUBJECT:
        return None if is_passive(parsed, word) else subject_of(parsed, word)
    if place == WHOSE:
        return next(iter(children(parsed, word, "poss")), None) or _bearer(parsed, word)
    if place == "by" and (by := next((o for a in children(parsed, word, "agent") for o in _objects(parsed, a)), None)):
        return by
    holders = (word, *(children(parsed, word, "dobj") if word.pos == "VERB" else _borne(parsed, word)))
    return next((o for h in holders for p in children(parsed, h, "prep", "dative") if p.lemma.lower() == place
                 for o in _objects(parsed, p)), None)


def _borne(parsed: ParsedSentence, noun: Token) -> list[Token]:
    """The verb of "filed a lawsuit", on which the parser hangs "against Orlo"."""
    verb = parsed.tokens[noun.head]
    return [verb] if noun.dep == "dobj" and is_bearing(verb.lemma, led=False) else []


def _bearer(parsed: ParsedSentence, noun: Token) -> Token | None:
    """Who "claimed a win" or "cruised to a win" has won, who "suffered a defeat" has lost."""
    verb = parsed.tokens[noun.head]
    led = verb.lemma == "to" and noun.dep == "pobj"
    verb = parsed.tokens[verb.head] if led else verb
    if not (led or noun.dep == "dobj") or not is_bearing(verb.lemma, led=led) or is_passive(parsed, verb):
        return None
    followers = children(parsed, verb, "dobj") if led else []
    return followers[0] if followers else subject_of(parsed, verb)


def _objects(parsed: ParsedSentence, preposition: Token) -> list[Token]:
    return children(parsed, preposition, "pobj")
