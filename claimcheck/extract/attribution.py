"""Who says what: speaker, cue and content (after PARC, Pareti 2012).

Three constructions: a verb of speech with its complement or a quotation, "according to", and a question that takes its
clause for granted ("asked why the talks had failed").
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.people import is_person
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.span import Span
from claimcheck.model.tree import ancestors, children, span_of, subtree

OPENING = frozenset('"“«„')
CLOSING = frozenset('"”»')
SUBJECTS = ("nsubj", "nsubjpass")
_HOUR = re.compile(r"[0-2]?\d[:.][0-5]\d(?:[ap]\.?m\b\.?)?", re.IGNORECASE)
_HALF = re.compile(r"[ap]\.?m\b\.?", re.IGNORECASE)
_NOT_THE_NAME = frozenset({"relcl", "acl", "punct", "cc", "conj"})


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue in one sentence. `speaker` are the tokens that name the speaker; empty for an unnamed asker."""

    word: Token
    speaker: tuple[Token, ...]
    content: Span
    direct: bool
    question: bool = False
    granted: bool = True  # a question with "whether" grants nothing


def find_cues(parsed: ParsedSentence) -> tuple[Cue, ...]:
    """The cues of a sentence, widest content first."""
    found = [*_speech(parsed), *_according(parsed), *_questions(parsed)]
    return tuple(sorted(found, key=lambda c: (-len(c.content), c.content.start, c.word.index)))


def _speech(parsed: ParsedSentence) -> Iterator[Cue]:
    for verb in parsed.tokens:
        if verb.pos not in ("VERB", "AUX") or verb.lemma not in cues("speech"):
            continue
        subject = next(iter(children(parsed, verb, *SUBJECTS)), None)
        if subject is None and verb.dep == "conj":
            subject = next(iter(children(parsed, parsed.tokens[verb.head], *SUBJECTS)), None)
        if subject is None:
            continue
        speaker = _without_hour(subtree(parsed, subject, without=_NOT_THE_NAME))
        content = _content(parsed, verb, subject)
        if content is not None:
            yield Cue(verb, speaker, content, direct=_quoted(parsed, content))


def _without_hour(speaker: Sequence[Token]) -> tuple[Token, ...]:
    """But for the time that an entry of a live blog begins with: "14:40 Police say"."""
    if speaker[0].index == 0 and _HOUR.fullmatch(speaker[0].text):
        speaker = speaker[2 if len(speaker) > 2 and _HALF.fullmatch(speaker[1].text) else 1 :] or speaker
    return tuple(speaker)


def _content(parsed: ParsedSentence, verb: Token, subject: Token) -> Span | None:
    complement = next(iter(children(parsed, verb, "ccomp", "parataxis")), None)
    if complement is None and verb.dep in ("parataxis", "ccomp"):
        return _around(parsed, verb, subject)
    if complement is None:
        return _quotation(parsed)
    if complement.index < verb.index and complement.index < subject.index:
        # "..., the minister said": everything before the cue belongs to what is said.
        return _trim(parsed, 0, min(verb.index, span_first(parsed, subject)))
    return span_of(subtree(parsed, complement))


def span_first(parsed: ParsedSentence, token: Token) -> int:
    return subtree(parsed, token)[0].index


def _around(parsed: ParsedSentence, verb: Token, subject: Token) -> Span | None:
    """The cue stands inside or behind its content: "The plan, she said, has failed"."""
    first = min(verb.index, span_first(parsed, subject))
    before = _trim(parsed, 0, first)
    cue = {t.index for t in subtree(parsed, verb)}
    after = [t for t in parsed.tokens[verb.index + 1 :] if t.index not in cue and t.pos != "PUNCT"]
    if before is None:
        return span_of(after) if after else None
    return before.union(span_of(after)) if after else before


def _trim(parsed: ParsedSentence, start: int, stop: int) -> Span | None:
    tokens = list(parsed.tokens[start:stop])
    while tokens and tokens[-1].pos == "PUNCT":
        tokens.pop()
    while tokens and tokens[0].pos == "PUNCT":
        tokens.pop(0)
    return span_of(tokens) if tokens else None


@functools.lru_cache(maxsize=8)
def _quotation(parsed: ParsedSentence) -> Span | None:
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


def _quoted(parsed: ParsedSentence, content: Span) -> bool:
    quotation = _quotation(parsed)
    if quotation is not None and quotation.overlaps(content):
        return True
    before = bisect_right(parsed.tokens, content.start, key=lambda t: t.span.end)
    return before > 0 and parsed.tokens[before - 1].text in OPENING


def _according(parsed: ParsedSentence) -> Iterator[Cue]:
    for token in parsed.tokens:
        if token.text.lower() not in cues("preposition") or token.dep not in ("prep", "acl", "advcl"):
            continue  # the lemma of "according" is that of a verb
        objects = [o for p in [token, *children(parsed, token, "prep")] for o in children(parsed, p, "pobj")]
        if not objects or not _may_speak(objects[0], per=token.lemma == "per"):
            continue
        phrase = {t.index for t in subtree(parsed, token)}
        rest = [t for t in parsed.tokens if t.index not in phrase and t.pos != "PUNCT"]
        if rest:
            speaker = tuple(subtree(parsed, objects[0], without=_NOT_THE_NAME))
            yield Cue(token, speaker, span_of(rest), direct=False)


def _may_speak(token: Token, *, per: bool) -> bool:
    """ "According to police", and not "according to season"; of "per" only a name is one: "per capita"."""
    if token.pos == "PROPN" or per:
        return token.pos == "PROPN"
    noun = token.lemma.lower()
    return token.pos == "PRON" or noun in cues("role") | cues("person") | cues("sayer") or is_person(noun)


def _questions(parsed: ParsedSentence) -> Iterator[Cue]:
    for clause in parsed.tokens:
        if clause.dep not in ("pcomp", "ccomp", "acl", "relcl", "advcl"):
            continue
        asking = next((a for a in ancestors(parsed, clause) if a.pos != "ADP"), None)
        if asking is None or not _asks(asking):
            continue
        tokens = subtree(parsed, clause)
        opening = tokens[0].lemma
        if opening in cues("presupposing") or opening in ("whether", "if"):
            yield Cue(asking, (), span_of(tokens), direct=False, question=True, granted=opening in cues("presupposing"))


def _asks(token: Token) -> bool:
    if token.pos == "NOUN":
        return token.lemma in cues("question_noun")
    return token.lemma == "ask"
