"""Who says what: speaker, cue and content (after PARC, Pareti 2012).

Three constructions: a verb of speech with its complement or a quotation, "according to", and a question that takes its
clause for granted ("asked why the talks had failed").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.extract.quoted import (
    NOT_THE_NAME,
    SUBJECTS,
    Cue,
    beside,
    introduced,
    is_behind_noun,
    is_quoted,
    is_somebody,
    is_what_is_quoted,
    quotation_of,
    utters,
)
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.people import is_person
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.span import Span
from claimcheck.model.tree import ancestors, children, span_of, subtree

_HOUR = re.compile(r"[0-2]?\d[:.][0-5]\d(?:[ap]\.?m\b\.?)?", re.IGNORECASE)
_HALF = re.compile(r"[ap]\.?m\b\.?", re.IGNORECASE)


def find_cues(parsed: ParsedSentence) -> tuple[Cue, ...]:
    """The cues of a sentence, widest content first."""
    found = [*_speech(parsed), *_according(parsed), *_questions(parsed)]
    quotation = quotation_of(parsed)
    if quotation is not None and all(quotation.covers(c.word.span) or not c.content.overlaps(quotation) for c in found):
        found += list(introduced(parsed, quotation)) or list(beside(parsed, quotation))
    return tuple(sorted(found, key=lambda c: (-len(c.content), c.content.start, c.word.index)))


def _speech(parsed: ParsedSentence) -> Iterator[Cue]:
    for verb in parsed.tokens:
        if verb.pos not in ("VERB", "AUX") or not (verb.lemma in cues("speech") or utters(parsed, verb)):
            continue
        subject = next(iter(children(parsed, verb, *SUBJECTS)), None)
        if subject is not None and is_behind_noun(parsed, verb, subject):
            continue
        if subject is None and verb.dep == "conj":
            subject = next(iter(children(parsed, parsed.tokens[verb.head], *SUBJECTS)), None)
        if subject is None:
            continue
        whom = _antecedent(parsed, subject)
        named = [t for t in subtree(parsed, whom, without=NOT_THE_NAME) if whom is subject or t.index < subject.index]
        content = _content(parsed, verb, subject)
        direct = content is not None and is_quoted(parsed, content)
        heard = subject.dep == "nsubjpass" or is_what_is_quoted(parsed, verb, subject)  # "he was told"
        if content is not None and not (direct and heard):
            yield Cue(verb, _without_hour(named), content, direct=direct)


def _antecedent(parsed: ParsedSentence, subject: Token) -> Token:
    """Whom "who" stands for: "it was Ida Brandt who said", "Brandt, who said"; nobody in "the wife of Brandt, who
    said", "not Brandt", "it may have been Brandt who said", or of several."""
    verb = parsed.tokens[subject.head]
    whom = parsed.tokens[verb.head]
    if subject.lemma.lower() != "who" or verb.dep != "relcl" or not is_somebody(whom) or whom.index > subject.index:
        return subject
    if children(parsed, whom, "neg", "conj", "poss") or parsed.tokens[-1].text == "?":
        return subject
    above = parsed.tokens[whom.head]
    certain = above.lemma == "be" and above.dep == "ROOT" and not children(parsed, above, "aux", "neg", "advmod")
    told = whom.dep in (*SUBJECTS, "ROOT") or (whom.dep == "pobj" and above.dep == "agent")
    return whom if told or (whom.dep == "attr" and certain) else subject


def _without_hour(speaker: Sequence[Token]) -> tuple[Token, ...]:
    """But for the time that an entry of a live blog begins with: "14:40 Police say"."""
    if speaker[0].index == 0 and _HOUR.fullmatch(speaker[0].text):
        speaker = speaker[2 if len(speaker) > 2 and _HALF.fullmatch(speaker[1].text) else 1 :] or speaker
    return tuple(speaker)


def _content(parsed: ParsedSentence, verb: Token, subject: Token) -> Span | None:
    complement = next(iter(children(parsed, verb, "ccomp", "parataxis")), None)
    if complement is None and verb.dep in ("parataxis", "ccomp"):
        # "Ruled that hotels can deny rooms", "allowing hotels to deny rooms": what is denied is not what stands around.
        own = verb.tag == "VB" or any(t.lemma == "that" for t in children(parsed, verb, "mark"))
        return None if own and verb.lemma in cues("denial") else _around(parsed, verb, subject)
    if complement is None:
        quotation = quotation_of(parsed)
        if quotation is None or quotation.covers(verb.span):
            return None  # who says "We deny this" in a quotation does not say the quotation
        return None if quotation.end <= verb.span.start and verb.dep in ("relcl", "acl") else quotation
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
            speaker = tuple(subtree(parsed, objects[0], without=NOT_THE_NAME))
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
