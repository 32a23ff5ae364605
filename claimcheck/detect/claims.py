"""A parsed document with its values to claims.

A claim is the innermost stretch that one speaker vouches for: a reported clause, a quotation, the content of a
question, or the sentence itself. A sentence inside a longer quotation takes the speaker of the cue that closes or
opened it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from claimcheck.detect.age import age_from_birth, is_nobodys, with_bearer
from claimcheck.detect.age_of_things import age_from_beginning
from claimcheck.detect.amount import quantity_fact
from claimcheck.detect.by_context import by_context, surroundings
from claimcheck.detect.clause import (
    SUBJECTS,
    certainty,
    content_words,
    exit_token,
    indices_in,
    is_negated,
    is_nobody,
    name_words,
    tokens_in,
    verb_above,
)
from claimcheck.detect.corrections import with_corrections
from claimcheck.detect.counted_days import counted_days
from claimcheck.detect.dating import time_fact
from claimcheck.detect.denial import denied_tale, unproven_tale, untrue_tale
from claimcheck.detect.derive import with_derived
from claimcheck.detect.facts import comparison_facts, holder_facts, role_facts
from claimcheck.detect.lengths import length_of
from claimcheck.detect.lifetime import ends_of_life
from claimcheck.detect.looking_back import year_before
from claimcheck.detect.measure import Setting, figures
from claimcheck.detect.multiples import change_of
from claimcheck.detect.nobody import counts_in_words
from claimcheck.detect.occurrences import occurrence_facts
from claimcheck.detect.phrases import short
from claimcheck.detect.rates import with_rates
from claimcheck.detect.referents import Referents
from claimcheck.detect.retracted import without_retracted
from claimcheck.detect.shares import shares_told
from claimcheck.detect.totals import totals, totals_across
from claimcheck.detect.unsaid_money import with_money
from claimcheck.detect.unsaid_units import with_units
from claimcheck.detect.votes import sides_of
from claimcheck.extract.attribution import find_cues
from claimcheck.extract.falsity import find_denial, find_falsity, find_unconfirmed, has_doubt
from claimcheck.extract.names import OTHER_SEX, Mention, Roster, find_mentions
from claimcheck.extract.quoted import CLOSING, OPENING, Cue
from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.cues import cues
from claimcheck.model.claim import Attribution, Claim, Factuality
from claimcheck.model.document import Document, SentenceKind
from claimcheck.model.fact import Fact
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.span import Span
from claimcheck.model.tree import children, span_of
from claimcheck.model.value import Quantity, QuantityKind, Timex, TimexType

_OWNING = re.compile(r" (['’]s?)(?= |$)")  # of tokens that are joined with blanks: "governor 's office"
_LEADING = frozenset("([-–—")  # a straight mark right behind one of these opens
# The tags of "it", "this", "which", "who" and "there".
_PRONOUNS = frozenset({"PRP", "DT", "WDT", "WP", "EX"})
# Who says this speaks for one, and no article does.
_OF_ONE = frozenset({"i", "i'm", "i've", "me", "my", "myself"})

# Who denies so, or with one of these, does not.
_SELDOM = frozenset({"no", "nobody", "few", "hardly", "barely", "scarcely", "rarely", "seldom"})


@dataclass(frozen=True, slots=True)
class SentenceValues:
    """The amounts and times of one sentence; spans are offsets into the document."""

    quantities: tuple[Quantity, ...] = ()
    times: tuple[Timex, ...] = ()
    others: tuple[Span, ...] = ()  # digits that are neither


@dataclass(frozen=True, slots=True)
class DocumentClaims:
    """All that was read from one document."""

    document: Document
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]
    holders: tuple[Mention, ...]
    sentences: int
    falsities: tuple[Span, ...] = ()  # where it says that a story is not true
    unconfirmed: tuple[Span, ...] = ()  # where it says that nobody vouches for it
    denials: tuple[Span, ...] = ()  # where somebody denies it
    doubtful: bool = False  # it speaks of something untrue or denied


@dataclass(frozen=True, slots=True)
class _Frame:
    span: Span
    attribution: Attribution | None
    denied: bool = False
    hypothetical: bool = False


def detect(document: Document, parsed: Sequence[ParsedSentence], values: Sequence[SentenceValues]) -> DocumentClaims:
    """Claims of a document in the order of the text; `values` go with `parsed` one to one."""
    mentions = [(p.sentence.index, m) for p in parsed for m in find_mentions(p)]
    roster = Roster(mentions)
    referents = Referents(parsed, roster)
    claims: list[Claim] = []
    frames = _frames(parsed, roster)
    before: ParsedSentence | None = None
    told: tuple[Timex, ...] = ()
    around = surroundings(parsed, (q for v in values for q in v.quantities))
    for sentence, found, here in zip(parsed, _with_units(parsed, values), frames, strict=True):
        found = replace(found, quantities=tuple(by_context(sentence, before, found.quantities, around)))
        years = year_before(before, told, sentence, found.times)
        claims.extend(_claims(document, sentence, found, years, here, roster, referents))
        before, told = sentence, found.times or years
    for place, total in list(totals_across(claims)):
        claims[place] = replace(claims[place], facts=(*claims[place].facts, total))
    claims = without_retracted(with_corrections(claims, parsed), parsed, document.text)
    claims = with_derived(claims, document.published.on)
    claims.sort(key=lambda c: (c.span.start, -c.span.end))
    return DocumentClaims(document, tuple(claims), tuple(m for _, m in mentions), tuple(roster.holders()), len(parsed),
                          tuple(_falsities(document, parsed)),
                          tuple(_disowned(document, parsed, unproven_tale, find_unconfirmed)),
                          tuple(_disowned(document, parsed, denied_tale, find_denial)), has_doubt(document.text))


def _with_units(parsed: Sequence[ParsedSentence], values: Sequence[SentenceValues]) -> Iterator[SentenceValues]:
    """The values, with units that are said once for several figures."""
    shared = [tuple(with_units(p, v.quantities, v.times)) for p, v in zip(parsed, values, strict=True)]
    priced = with_money(parsed, shared, [v.times for v in values])
    return (replace(found, quantities=some) for found, some in zip(values, priced, strict=True))


def _falsities(document: Document, parsed: Sequence[ParsedSentence]) -> Iterator[Span]:
    """But for those of who says "I", there or beside it: a message that stands in the article is not in its voice."""
    for place, sentence in enumerate(parsed):
        if _says_i(sentence) or _in_a_message(document.text, parsed, place):
            continue
        said = list(_places(document, [sentence], find_falsity))
        told = untrue_tale(sentence) if sentence.tokens[-1].text != "?" else None
        yield from said or ([told] if told is not None else [])


def _says_i(sentence: ParsedSentence) -> bool:
    return not _OF_ONE.isdisjoint(t.text.lower() for t in sentence.tokens)


def _in_a_message(text: str, parsed: Sequence[ParsedSentence], place: int) -> bool:
    """Does a sentence right beside it, in the same paragraph, say "I" where nothing is quoted?"""
    for before, after in ((place - 1, place), (place, place + 1)):
        if before < 0 or after == len(parsed):
            continue
        spans = [parsed[i].sentence.span for i in (before, after)]
        beside = parsed[before if after == place else after]
        quoted = not (OPENING | CLOSING).isdisjoint(text[spans[0].start : spans[1].end])
        if _says_i(beside) and not quoted and "\n" not in text[spans[0].end : spans[1].start]:
            return True
    return False


def _disowned(
    document: Document, parsed: Sequence[ParsedSentence], by_grammar: Callable[[ParsedSentence], Span | None],
    by_words: Callable[[str], Span | None],
) -> Iterator[Span]:
    """Where a tale is disowned: from its name on where grammar finds that, else by the words that do."""
    for sentence in parsed:
        tale = by_grammar(sentence) if sentence.tokens[-1].text != "?" else None
        if tale is not None:
            yield tale
        else:
            found = _places(document, [sentence], by_words)
            yield from (span for span in found if not _has_undenied(sentence, span))


def _has_undenied(sentence: ParsedSentence, span: Span) -> bool:
    return any(t.lemma.lower() in cues("denial") and t.pos == "VERB" and _is_undenied(sentence, t)
               for t in tokens_in(sentence, span))


def _places(
    document: Document, parsed: Sequence[ParsedSentence], find: Callable[[str], Span | None]
) -> Iterator[Span]:
    """The first place in each sentence that is no question."""
    for sentence in parsed:
        place = sentence.sentence.span
        text = place.of(document.text)
        found = find(text)
        if found is not None and not text.rstrip().endswith("?"):
            yield found.shift(place.start)


def _frames(parsed: Sequence[ParsedSentence], roster: Roster) -> list[list[_Frame]]:
    """Per sentence its frames, widest first; the first one is the sentence itself."""
    result: list[list[_Frame]] = []
    told = ""
    spoken: list[str] = []  # who spoke so far
    inside: list[int] = []  # sentences of a quotation that is still open and has no speaker yet
    speaker_of_quote: Attribution | None = None
    for place, sentence in enumerate(parsed):
        found = find_cues(sentence)
        own = [_Frame(sentence.sentence.span, None)]
        said_by = {}
        for cue in sorted(found, key=_place):
            said_by[cue] = _attribution(sentence, cue, roster, spoken or [told])
            if said_by[cue].speaker and _is_known_from(sentence, cue):
                spoken.append(said_by[cue].speaker)
        for cue in found:
            attribution = said_by[cue]
            denial = cue.word.lemma in cues("denial")
            left_open = _is_left_open(sentence, cue)
            own.append(_Frame(cue.content, attribution, denial and not left_open,
                              left_open or (cue.question and not cue.granted)))
        said = next((f.attribution for f in own if f.attribution is not None and not f.attribution.question), None)
        opens, closes = _quote_marks(sentence)
        if not spoken and not opens and not closes:
            told = _person_told_of(sentence, roster)
        if inside and said is not None:
            for earlier in inside:
                result[earlier][0] = _spoken(parsed[earlier], said)
            inside = []
        if said is not None:
            speaker_of_quote = said if opens > closes else None
        elif speaker_of_quote is not None:
            own[0] = _spoken(sentence, speaker_of_quote)
            speaker_of_quote = None if closes > opens else speaker_of_quote
        elif opens > closes or inside:
            inside.append(place)
            if closes > opens:
                inside = []
        result.append(own)
    return result


def _place(cue: Cue) -> int:
    """Where its speaker is named: "she" is no one who is named behind her."""
    return cue.speaker[0].span.start if cue.speaker else cue.word.span.start


def _person_told_of(sentence: ParsedSentence, roster: Roster) -> str:
    """Who does it in a sentence that reports nobody's words, by a name: while nobody has spoken, "he said" is of him.
    "" for others, and for who dies of it."""
    root = next((t for t in sentence.tokens if t.dep == "ROOT"), None)
    subject = next(iter(children(sentence, root, "nsubj")), None) if root is not None else None
    if subject is None or root is None or concept(root.lemma) == concept("die"):
        return ""
    if subject.entity != "PERSON" or children(sentence, subject, "conj"):
        return ""
    return roster.full_name((subject.text,))


def _spoken(sentence: ParsedSentence, said: Attribution) -> _Frame:
    span = sentence.sentence.span
    return _Frame(span, Attribution(said.speaker, said.cue, span, said.speaker_span, direct=True))


def _quote_marks(sentence: ParsedSentence) -> tuple[int, int]:
    opens = closes = 0
    for token in sentence.tokens:
        if token.text == '"':
            before = sentence.tokens[token.index - 1] if token.index else None
            behind = before is not None and before.span.end == token.span.start and before.text not in _LEADING
            opens, closes = (opens, closes + 1) if behind else (opens + 1, closes)
        elif token.text in OPENING:
            opens += 1
        elif token.text in CLOSING:
            closes += 1
    return opens, closes


def _is_left_open(sentence: ParsedSentence, cue: Cue) -> bool:
    """ "Did not deny that", "nobody says that", "does not believe that"."""
    if cue.word.lemma in cues("denial"):
        return _is_undenied(sentence, cue.word)
    held = cue.word.lemma in cues("holding") and is_negated(sentence, cue.word)
    return held or _is_nobody(sentence, cue)


def _is_undenied(sentence: ParsedSentence, verb: Token) -> bool:
    """ "Never denied", "neither the firm nor the union denied", "hardly anybody denied"."""
    words = {t.lemma.lower() for s in (verb, *children(sentence, verb, *SUBJECTS))
             for t in (s, *children(sentence, s, "advmod", "amod", "det"))}
    some = {"few"} if "a" in words else set()  # "a few officials denied"
    return is_negated(sentence, verb) or not (words - some).isdisjoint(_SELDOM)


def _is_nobody(sentence: ParsedSentence, cue: Cue) -> bool:
    """Has what is said no speaker: "nobody", "no official", "neither the firm nor the union"?"""
    inside = {t.index for t in cue.speaker}
    top = next((t for t in cue.speaker if t.head not in inside), None)
    return top is not None and is_nobody(sentence, top)


def _attribution(sentence: ParsedSentence, cue: Cue, roster: Roster, before: Sequence[str]) -> Attribution:
    somebody = () if _is_nobody(sentence, cue) else cue.speaker
    speaker = roster.speaker(somebody, sentence.sentence.index, before) if somebody else ""
    speaker = _OWNING.sub(r"\1", speaker)
    span = span_of(list(somebody)) if somebody else None
    return Attribution(speaker, cue.word.text, cue.content, span, cue.direct, cue.question)


def _is_known_from(sentence: ParsedSentence, cue: Cue) -> bool:
    """Is its speaker whom "she" behind it may stand for: not the report of "according to a report", the "I" of a
    quotation or the firm of "it said", who was told, nor who somebody "would like to say"?"""
    if cue.word.text.lower() in cues("preposition"):
        return _is_person(cue.speaker)
    another = len(cue.speaker) == 1 and cue.speaker[0].tag in _PRONOUNS and (
        cue.speaker[0].lemma.lower() not in OTHER_SEX)
    helped = any(t.lemma != "to" for t in children(sentence, cue.word, "aux"))
    told = bool(children(sentence, cue.word, "auxpass"))
    return not another and not told and (helped or cue.word.tag not in ("VB", "VBG"))


def _is_person(speaker: Sequence[Token]) -> bool:
    """Somebody whom "she" may stand for: by the name, or by a role that one has."""
    return any(t.entity == "PERSON" or (t.tag == "NN" and t.lemma in cues("role")) for t in speaker)


def _claims(document: Document, parsed: ParsedSentence, values: SentenceValues, years: tuple[Timex, ...],
            frames: list[_Frame], roster: Roster, referents: Referents) -> list[Claim]:
    heading = parsed.sentence.kind is not SentenceKind.BODY
    spans = (*(q.span for q in values.quantities), *(t.span for t in values.times), *values.others)
    context = _context(parsed, frames)
    setting = Setting(parsed, spans, context, values.times, years)
    facts = _facts(setting, values, roster, referents, document.published.on)
    belonging = _by_frame(facts, frames)
    claims = []
    said_by = [f.attribution.speaker_span for f in frames if f.attribution and f.attribution.speaker_span]
    speaking = indices_in(parsed, said_by)
    named = bool(name_words(t for t in parsed.tokens if t.index not in speaking))
    for place, frame in enumerate(frames):
        mine = tuple(belonging[place])
        if not mine and place and not frame.attribution:
            continue
        if not mine and place == 0 and len(frames) > 1:
            continue
        words = content_words((t for t in tokens_in(parsed, frame.span) if frame.span.covers(t.span)), figures(setting))
        for factuality, some in _by_factuality(parsed, frame, mine):
            claims.append(Claim(document.id, frame.span, parsed.sentence.index, frame.span.of(document.text),
                                frame.attribution, factuality, some, words, heading, named))
    return claims


def _by_frame(facts: Sequence[Fact], frames: Sequence[_Frame]) -> list[list[Fact]]:
    """For each frame the facts that stand in it and in no narrower one inside of it."""
    found: list[list[Fact]] = [[] for _ in frames]
    for fact in facts:
        around = [place for place, frame in enumerate(frames) if frame.span.covers(fact.span)]
        for rank, place in enumerate(around):
            span = frames[place].span
            inner = (frames[other].span for other in around[rank + 1 :])
            if not any(place == 0 or (s != span and span.covers(s)) for s in inner):
                found[place].append(fact)
    return found


def _context(parsed: ParsedSentence, frames: list[_Frame]) -> tuple[Token, ...]:
    """The tokens of what is said: without the cue and its speaker, unless nothing is left."""
    contents = [f.span for f in frames[1:] if f.attribution is not None]
    if not contents:
        return parsed.tokens
    inside = {t.index for s in contents for t in tokens_in(parsed, s) if s.covers(t.span)}
    return tuple(t for t in parsed.tokens if t.index in inside) or parsed.tokens


def _facts(setting: Setting, values: SentenceValues, roster: Roster, referents: Referents,
           today: date | None) -> list[Fact]:
    found = [replace(quantity_fact(setting, q), span=span) for q, span in with_rates(setting.parsed, values.quantities)]
    found += [quantity_fact(setting, q) for q in shares_told(setting.parsed, values.quantities)]
    found += [change for f in found if (change := change_of(f)) is not None]
    found += [side for f in found for side in sides_of(f)]
    found += list(totals(setting.parsed, found))
    found += counts_in_words(setting)
    times = [end for t in values.times if t.type is not TimexType.SET for end in ends_of_life(setting.parsed, t)]
    dated = [time_fact(setting, t) for t in times]
    found += [*dated, *(age for d in dated if (age := age_from_birth(setting, d, dated, today)) is not None)]
    found += [age for d in dated if (age := age_from_beginning(setting, d, today)) is not None]
    if not any(q.kind is QuantityKind.DURATION for q in values.quantities):  # a length that is written says it itself
        found += [length for d in dated if (length := length_of(setting, d, today)) is not None]
    found += counted_days(setting, values.quantities)
    found += comparison_facts(setting, values.quantities)
    found += role_facts(setting)
    found = [f for f in (with_bearer(setting, f, roster, referents) for f in found) if not is_nobodys(f)]
    found += occurrence_facts(setting, roster, referents)
    found += holder_facts(setting, find_mentions(setting.parsed), roster)
    told = (replace(f, measure=replace(f.measure, label=short(f.measure.label))) for f in found)
    return sorted(told, key=lambda f: (f.span.start, f.span.end, f.measure.dimension))


def _by_factuality(
    parsed: ParsedSentence, frame: _Frame, facts: tuple[Fact, ...]
) -> list[tuple[Factuality, tuple[Fact, ...]]]:
    """One claim for each factuality that occurs among the facts, in the order of the text."""
    if not facts:
        return [(_frame_factuality(frame, Factuality.ASSERTED), ())]
    groups: dict[Factuality, list[Fact]] = {}
    for fact in facts:
        exit_ = exit_token(parsed, fact.span)
        verb = verb_above(parsed, exit_) if exit_ is not None else None
        own = certainty(parsed, verb) if verb is not None else Factuality.ASSERTED
        groups.setdefault(_frame_factuality(frame, own), []).append(fact)
    return [(factuality, tuple(some)) for factuality, some in groups.items()]


def _frame_factuality(frame: _Frame, own: Factuality) -> Factuality:
    if frame.hypothetical:
        return Factuality.POSSIBLE
    if frame.denied:
        return Factuality.DENIED
    if frame.attribution is not None and frame.attribution.question:
        return Factuality.ASKED
    if own is not Factuality.ASSERTED or frame.attribution is None:
        return own
    return Factuality.REPORTED
