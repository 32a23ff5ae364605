"""What a value measures: the words of a measure from the noun, the event and the clause around it."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import dropwhile

from claimcheck.detect.clause import (
    OBJECTS,
    SUBJECTS,
    clause_tokens,
    content_words,
    core,
    exit_token,
    indices_in,
    is_conditional,
    is_expected,
    is_note,
    is_perfect,
    name_words,
    place_words,
    subject_of,
    tokens_after,
    tokens_before,
    tokens_in,
)
from claimcheck.extract.timex_words import FULL_WEEKDAYS
from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.predicates import words
from claimcheck.model.fact import Aspect, Measure
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.span import Span
from claimcheck.model.tree import DEEPEST, ancestors, children, per_token, subtree
from claimcheck.model.value import Timex, TimexType, is_former

_PRESENT = frozenset({"VBZ", "VBP"})
_WINDOW = frozenset({"past", "last", "previous"})
_DURING = frozenset({"over", "in", "during"})
_BELOW = frozenset({"relcl", "acl", "advcl", "ccomp", "conj", "cc", "punct", "parataxis"})
# Tokens before a time in which stands what something is held against.
_HELD_AGAINST = 8
_HELD = frozenset({"against", "versus", "compare", "compared"})


# Answers about one sentence are kept for as long as its values are read.
_SENTENCES = 8
_VERBS = 4_096


@dataclass(frozen=True, slots=True, eq=False)  # looked up by what it is, not by all its content each time
class Setting:
    """What is the same for all values of one frame: the tokens that count as its context and the times in it."""

    parsed: ParsedSentence
    values: tuple[Span, ...]  # spans of all quantities and times of the sentence
    context: tuple[Token, ...]
    times: tuple[Timex, ...]
    years: tuple[Timex, ...] = ()  # of the sentence before, which this one speaks of as well


@functools.lru_cache(maxsize=_SENTENCES)
def figures(setting: Setting) -> frozenset[int]:
    """The indices of the tokens that belong to a value."""
    return indices_in(setting.parsed, setting.values)


@functools.lru_cache(maxsize=_SENTENCES)
def context_words(setting: Setting) -> frozenset[str]:
    """The content words of the context without those of values."""
    return content_words(setting.context, figures(setting))


@functools.lru_cache(maxsize=_VERBS)
def _clause_names(setting: Setting, verb: int | None) -> frozenset[str]:
    """The names in the clause of a verb, or in the context where there is none, without those of values."""
    parsed = setting.parsed
    clause = setting.context if verb is None else clause_tokens(parsed, parsed.tokens[verb])
    return name_words(t for t in clause if t.index not in figures(setting))


@functools.lru_cache(maxsize=_VERBS)
def _clause_places(setting: Setting, verb: int | None) -> frozenset[str]:
    parsed = setting.parsed
    return place_words(parsed, setting.context if verb is None else clause_tokens(parsed, parsed.tokens[verb]))


@functools.lru_cache(maxsize=_VERBS)
def _phrase_words(setting: Setting, noun: int) -> frozenset[str]:
    parsed = setting.parsed
    phrase = noun_phrase(parsed, parsed.tokens[noun])
    days = {t.index for t in phrase if t.dep == "poss" and t.text.lower() in FULL_WEEKDAYS}  # "Tuesday's tremor"
    return content_words(phrase, figures(setting) | days)


def measure_of(
    setting: Setting, dimension: str, noun: Token | None, event: str, aspect: Aspect, verb: Token | None = None
) -> Measure:
    parsed = setting.parsed
    subject = subject_of(parsed, verb) if verb is not None else None
    objects = children(parsed, verb, *OBJECTS) if verb is not None else []
    at = verb.index if verb is not None else None
    around = noun_phrase(parsed, noun) if noun is not None else []
    numbered = noun is not None and bool(children(parsed, noun, "nummod"))
    head = noun if numbered or noun is None else core(parsed, noun)
    adverbs = children(parsed, verb, "advmod") if verb is not None else []
    # What narrows the head stands right beside it; further down a phrase speaks of other things.
    own = {t.index for t in (noun, head) if t is not None}
    beside = [t for t in around if t.head in own and not _in_name(t)]
    near = [t for t in beside if t.index not in figures(setting)]
    close = {t.index for t in near}
    names, named = _clause_names(setting, at), name_words(t for t in around if t.index not in figures(setting))
    return Measure(
        dimension=dimension,
        head=concept(head.lemma) if head is not None and head.pos != "PRON" else "",
        event=event,
        aspect=aspect,
        subject=frozenset().union(*(_argument(parsed, s, setting, noun) for s in _subjects(parsed, subject, verb))),
        object=frozenset().union(*(_argument(parsed, o, setting, noun) for o in objects)),
        modifiers=content_words(
            [t for t in around if t is not head and (t.index in close or not _narrows(t))], figures(setting))
        | frozenset(t.lemma.lower() for t in (*near, *adverbs) if _narrows(t)),
        names=names if named <= names else names | named,
        context=context_words(setting),
        nations=frozenset(t.text for t in around if t is not head and t.dep in ("amod", "compound", "nmod")),
        agents=_agents(parsed, subject) if subject is not None else frozenset(),
        places=_clause_places(setting, at),
        conditional=verb is not None and is_conditional(parsed, verb),
        expected=verb is not None and is_expected(parsed, verb),
        ongoing=verb is not None and is_perfect(parsed, verb),
        present=verb is not None and verb.tag in _PRESENT,
        scope=scope_of(setting, verb),
    )


def _subjects(parsed: ParsedSentence, subject: Token | None, verb: Token | None) -> list[Token | None]:
    """Both nouns of "the publishing house Penfold was founded", which the parser may read as two subjects."""
    return [subject, *(children(parsed, verb, *SUBJECTS)[1:] if verb is not None else ())]


def scope_of(setting: Setting, verb: Token | None = None) -> tuple[Timex, ...]:
    """The times that what is said is limited to; the day of saying is none of them, nor what an aside is dated."""
    return (_scope(setting, verb.index) if verb is not None else _limiting(setting)) + setting.years


@functools.lru_cache(maxsize=_SENTENCES)
def _limiting(setting: Setting) -> tuple[Timex, ...]:
    context = {t.index for t in setting.context}
    return tuple(
        t
        for t in setting.times
        if t.type is not TimexType.SET
        and not is_former(t)
        and any(k.index in context for k in tokens_in(setting.parsed, t.span))
        and not is_baseline(setting.parsed, t.span)
        and not is_note(setting.parsed, t.span)
    )


@functools.lru_cache(maxsize=_VERBS)
def _scope(setting: Setting, verb: int) -> tuple[Timex, ...]:
    parsed = setting.parsed
    return tuple(t for t in _limiting(setting) if not _in_aside(parsed, t.span, parsed.tokens[verb]))


def _in_aside(parsed: ParsedSentence, span: Span, verb: Token) -> bool:
    """ "Three bridges were swept away, among them the one built in 1881": a clause on a noun below the verb."""
    exit_ = exit_token(parsed, span)
    return exit_ is not None and _asides(parsed, exit_).get(verb.index, False)


@per_token
def _asides(parsed: ParsedSentence, token: Token) -> Mapping[int, bool]:
    """For the token and each one above it whether a clause on a noun stands between."""
    found: dict[int, bool] = {}
    aside = False
    for above in (token, *ancestors(parsed, token)):
        found[above.index] = aside
        aside = aside or (above.dep in ("relcl", "acl") and above.pos in ("VERB", "AUX"))
    return found


def is_baseline(parsed: ParsedSentence, span: Span) -> bool:
    """ "up 16 per cent from 2013", "more than in May": what is compared with, not when it was so."""
    earlier = tokens_before(parsed, span)
    before = [t.lemma.lower() for t in earlier[-2:]]
    after = [t.lemma.lower() for t in tokens_after(parsed, span)[:1]]
    if before[-1:] == ["the"] and _first_lemma(parsed, span) in _WINDOW:
        first = _first_comparison(parsed)  # "rose 3 per cent over the past year"
        return first is not None and first < len(earlier) and before[0] in _DURING
    if before[-1:] == ["the"]:  # "from the same month a year ago"
        earlier = earlier[:-1]
        before = [t.lemma.lower() for t in earlier[-2:]]
    same = before[-1:] in (["on"], ["over"]) and _first_lemma(parsed, span) == "same"  # "up 3 percent on the same week"
    if before[-1:] == ["from"] or same:
        first = _first_comparison(parsed)
        compared = first is not None and first < len(earlier)
        return compared and after not in (["to"], ["until"], ["through"], ["on"], ["onwards"])
    held = dropwhile(lambda t: t.lemma.lower() not in _HELD, earlier[-_HELD_AGAINST:])
    if any(t.tag == "CD" for t in held) or _is_from_level(parsed, earlier):
        return True  # "against 52 million a year earlier"
    return before[-1:] == ["than"] or before == ["than", "in"] or before in (["compare", "with"], ["compare", "to"])


def _is_from_level(parsed: ParsedSentence, earlier: Sequence[Token]) -> bool:
    """ "Up from 33 per cent in 2021"; not "from 12 to 10 in 2021", "exports from Ostra rose 4 per cent in March"."""
    first = _first_comparison(parsed)
    near = list(dropwhile(lambda t: t.lemma != "from", earlier[-_HELD_AGAINST:]))
    level = any(t.tag in ("CD", "$") for t in near[1:3])
    return first is not None and first < len(earlier) and level and all(t.lemma != "to" for t in near)


def _first_lemma(parsed: ParsedSentence, span: Span) -> str:
    return next((t.lemma.lower() for t in tokens_in(parsed, span)), "")


@functools.lru_cache(maxsize=64)
def _first_comparison(parsed: ParsedSentence) -> int | None:
    """The index of the first word that compares, or that says of something that it changes."""
    found = (t.index for t in parsed.tokens if t.tag in ("JJR", "RBR") or t.lemma.lower() in words("change"))
    return next(found, None)


@per_token
def _agents(parsed: ParsedSentence, subject: Token) -> frozenset[str]:
    return name_words(noun_phrase(parsed, subject))


def noun_phrase(parsed: ParsedSentence, noun: Token) -> list[Token]:
    """The noun with its modifiers and "of" phrases, without clauses; of a phrase without end the nearest words."""
    return subtree(parsed, noun, without=_BELOW, most=DEEPEST)


def _narrows(token: Token) -> bool:
    return token.lemma.lower() in words("narrowing")


def _in_name(token: Token) -> bool:
    """The "New" of a city narrows nothing."""
    return token.pos == "PROPN" and _narrows(token)


def _argument(parsed: ParsedSentence, token: Token | None, setting: Setting, noun: Token | None) -> frozenset[str]:
    if token is None or token == noun:
        return frozenset()
    return _phrase_words(setting, token.index)


def preposition_of(parsed: ParsedSentence, token: Token) -> str:
    head = parsed.tokens[token.head]
    return head.lemma if head.pos == "ADP" else ""
