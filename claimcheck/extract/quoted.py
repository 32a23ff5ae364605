"""Quotations of one sentence, and who says them, where a verb of speech with its clause does not tell it, by the words
around the quotation marks."""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise, takewhile

from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.people import is_person
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.span import Span
from claimcheck.model.tree import children, subtree

OPENING = frozenset('"“«„')
CLOSING = frozenset('"”»')
SUBJECTS = ("nsubj", "nsubjpass")
NOT_THE_NAME = frozenset({"relcl", "acl", "punct", "cc", "conj"})
# What bears a tense, or may with an auxiliary, and how the name of somebody begins.
_TENSED = frozenset({"VBD", "VBZ", "VBP", "VBN"})
# How a participle is taken that stands behind its noun, and before which places.
_PARTED = frozenset({"VBD", "VBN"})
_PLACES = cues("place") | {"on", "under", "over", "along", "across", "around", "beside", "behind", "by", "below"}
_NOMINAL = frozenset({"DET", "PROPN", "NOUN", "ADJ", "PRON"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_ENDING = frozenset(",!?")


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue in one sentence. `speaker` are the tokens that name the speaker; empty for an unnamed asker."""

    word: Token
    speaker: tuple[Token, ...]
    content: Span
    direct: bool
    question: bool = False
    granted: bool = True  # a question with "whether" grants nothing


@functools.lru_cache(maxsize=8)
def quotation_of(parsed: ParsedSentence) -> Span | None:
    """The longest quoted stretch of the sentence."""
    best: Span | None = None
    opened: Token | None = None
    for token in parsed.tokens:
        if opened is None and token.text in OPENING:
            opened = token
        elif opened is not None and token.text in CLOSING:
            span = Span(opened.span.end, token.span.start)
            opened = None
            if best is None or len(span) > len(best):
                best = span
    return best


def is_quoted(parsed: ParsedSentence, content: Span) -> bool:
    quotation = quotation_of(parsed)
    if quotation is not None and quotation.overlaps(content):
        return True
    before = bisect_right(parsed.tokens, content.start, key=lambda t: t.span.end)
    return before > 0 and parsed.tokens[before - 1].text in OPENING


def is_somebody(token: Token) -> bool:
    """By the name, the pronoun or what one is."""
    named = token.pos == "PROPN" and token.entity in ("PERSON", "")
    return named or token.text.lower() in ("he", "she") or is_person(token.lemma.lower())


def is_what_is_quoted(parsed: ParsedSentence, verb: Token, subject: Token) -> bool:
    """The "Two rivers" of "the book "Two rivers" says" says nothing."""
    quotation = quotation_of(parsed)
    return quotation is not None and quotation.covers(subject.span) and not quotation.covers(verb.span)


def is_behind_noun(parsed: ParsedSentence, verb: Token, subject: Token) -> bool:
    """Is it a participle behind its noun, of which the parser makes a verb of saying: "divers said the wreck found near
    Malta sank", "the wreck found off Malta sank"? What it is behind does the next verb, which has no subject left, or
    only the place; or it is told itself, and tells nothing. "Prosecutors claimed in court Lind stole millions" looks
    the same: of verbs that hardly ever are such participles only what is told is asked."""
    common = verb.lemma in cues("speech_or_deed")
    told = verb.dep == "ccomp" and parsed.tokens[verb.head].lemma in cues("speech")
    if not (common or told) or verb.tag not in _PARTED:
        return False
    if subject.index > verb.index or children(parsed, verb, "aux", "auxpass", "dobj"):
        return False
    if any(t.index < verb.index for t in children(parsed, verb, "advmod", "neg")):
        return False
    content = next(iter(children(parsed, verb, "ccomp", "parataxis")), None)
    if content is None:
        quotation = quotation_of(parsed)
        return common and quotation is None and _is_told(parsed, verb, subject)
    if content.index < verb.index or is_quoted(parsed, content.span):
        return False
    its_own = children(parsed, content, *SUBJECTS, "csubj", "expl")
    if not its_own:
        return content.tag in _TENSED
    first = subtree(parsed, its_own[0])[0]
    places = children(parsed, verb, "prt", "prep")
    return common and any(t.index == first.index - 1 and t.lemma in _PLACES and not children(parsed, t) for t in places)


def _is_told(parsed: ParsedSentence, verb: Token, subject: Token) -> bool:
    """Is the clause of the verb what somebody says, right behind or before him: "divers said the wreck found there",
    and not "the owner, she said, denied it"?"""
    above = parsed.tokens[verb.head]
    speaker = next(iter(children(parsed, above, *SUBJECTS)), None)
    if verb.dep != "ccomp" or above.lemma not in cues("speech") or speaker is None:
        return False
    first = subtree(parsed, subject)[0].index
    if above.index < verb.index:
        return all(t.pos != "PUNCT" for t in parsed.tokens[above.index : first])
    return speaker.index > verb.index


def utters(parsed: ParsedSentence, verb: Token) -> bool:
    """Of a quotation more verbs say something than of a clause: "she snapped", "cried the miner"."""
    quotation = quotation_of(parsed)
    if verb.lemma not in cues("uttering") or quotation is None or quotation.overlaps(verb.span):
        return False
    above = [parsed.tokens[verb.head]] if verb.dep == "parataxis" else []
    if any(quotation.covers(t.span) for t in (*children(parsed, verb, "ccomp", "parataxis"), *above)):
        return True
    before = [t.text for t in parsed.tokens[max(0, verb.index - 2) : verb.index]]
    ended = not (CLOSING.isdisjoint(before) or _ENDING.isdisjoint(before))
    return ended and any(t.index > verb.index and is_somebody(t) for t in children(parsed, verb, *SUBJECTS))


def introduced(parsed: ParsedSentence, quotation: Span) -> Iterator[Cue]:
    """A quotation behind a colon, up to the end, of who is blunt before it or whose words they are: "Brandt was blunt:
    ...", "her answer: ..."."""
    tokens = parsed.tokens
    colon = next((a for a, b in pairwise(tokens) if a.text == ":" and b.text in OPENING), None)
    if colon is None or any(t.span.start >= quotation.end and t.text.isalnum() for t in tokens):
        return
    top = next((t for t in tokens[: colon.index] if t.dep in ("nsubj", "ROOT") and t.pos in _NAMING), None)
    verb = tokens[top.head] if top is not None else None
    if top is None or verb is None or (verb is not top and verb.dep not in ("ROOT", "ccomp", "parataxis")):
        return
    owner = next(iter(children(parsed, top, "poss")), None)
    manner = next(iter(children(parsed, verb, "acomp")), None)
    if top.lemma.lower() in cues("words_of") and owner is not None:
        speaker = owner
    elif verb.lemma == "be" and manner is not None and manner.lemma in cues("outspoken") and owner is None:
        speaker = top
    else:
        return
    if is_somebody(speaker) and verb.index < colon.index:
        phrase = subtree(parsed, speaker, without=NOT_THE_NAME)
        yield Cue(verb, tuple(t for t in phrase if t.tag != "POS"), quotation, direct=True)


def beside(parsed: ParsedSentence, quotation: Span) -> Iterator[Cue]:
    """A verb of speech whose subject the parser does not find: of who stands right behind it, where it stands right
    behind the quotation, else of who stands before it, maybe over an apposition: "Brandt, in tears, had said". Of
    quotations that stand by themselves, and are no words of the sentence around them."""
    outside = [t for t in parsed.tokens if not quotation.overlaps(t.span) and t.text not in OPENING | CLOSING]
    before = [t for t in outside if t.span.end <= quotation.start]
    verb = next((t for t in outside if t.tag in _TENSED and t.lemma in cues("speech")
                 and not children(parsed, t, "auxpass")), None)
    if verb is None or (before and before[-1].text not in (",", ":")):
        return
    if verb.index and parsed.tokens[verb.index - 1].text in CLOSING:
        behind = parsed.tokens[verb.index + 1 :]
        phrase = list(takewhile(lambda t: t.pos not in ("PUNCT", "ADP", "ADV", "VERB"), behind))
    else:
        side = before if verb.span.end <= quotation.start else outside[len(before) :]
        led = [t for t in side if t.index < verb.index and t.pos not in ("AUX", "ADV")]
        parts = [list(some) for mark, some in groupby(led, lambda t: t.text == ",") if not mark]
        phrase = parts[0 if led[-1].text == "," else -1] if parts else []
    if phrase and phrase[0].pos in _NOMINAL and any(map(is_somebody, phrase)) and all(t.pos != "VERB" for t in phrase):
        yield Cue(verb, tuple(phrase), quotation, direct=True)
