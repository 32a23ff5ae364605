"""Facts without a number: comparisons, roles and occurrences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.detect.clause import (
    OBJECTS,
    SUBJECTS,
    clause_tokens,
    content_words,
    core,
    is_conditional,
    is_negated,
    name_words,
    subject_of,
    verb_above,
)
from claimcheck.detect.measure import Setting, context_words, figures, noun_phrase
from claimcheck.detect.naming_events import order_label
from claimcheck.detect.phrases import named_words
from claimcheck.extract.names import Mention, Roster
from claimcheck.lexicon.concepts import concept, is_event
from claimcheck.lexicon.frequency import UNLISTED, rarity
from claimcheck.lexicon.places import country_of
from claimcheck.lexicon.predicates import comparatives, role_lists, roles, words
from claimcheck.model.fact import Comparison, Fact, Measure, Role
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.span import Span
from claimcheck.model.tree import ancestors, children, span_of, subtree
from claimcheck.model.value import Quantity, QuantityKind, is_former

_NARROWING = 3  # words in front of a role that say which one it is


def comparison_facts(setting: Setting, quantities: tuple[Quantity, ...]) -> Iterator[Fact]:
    """ "longer than the deployment"; "resigned two days after the vote"."""
    parsed = setting.parsed
    for token in parsed.tokens:
        if token.text.lower() in comparatives():
            yield from _than(setting, token)
        elif token.lemma in ("before", "after") and token.dep in ("prep", "mark"):
            yield from _order(setting, token, quantities)


def _than(setting: Setting, token: Token) -> Iterator[Fact]:
    parsed = setting.parsed
    dimension, relation = comparatives()[token.text.lower()]
    carriers = [token, *(a for a in ancestors(parsed, token) if a.pos in ("NOUN", "VERB", "ADV", "ADJ"))][:3]
    than = next((p for c in carriers for p in children(parsed, c, "prep") if p.text.lower() == "than"), None)
    standard = next(iter(children(parsed, than, "pobj", "pcomp")), None) if than is not None else None
    verb = verb_above(parsed, token)
    if than is None or standard is None or verb is None or standard.pos not in ("NOUN", "PROPN", "VERB"):
        return
    if any(t.pos == "NUM" for t in subtree(parsed, standard)):
        return  # "longer than 10 days" is a quantity with a bound
    subject = subject_of(parsed, verb)
    if subject is None:
        return
    span = _up_to(token.span, parsed, standard)
    if span is None:
        return
    left, right = core(parsed, subject), core(parsed, standard)
    value = Comparison(
        span,
        relation,
        dimension,
        concept(left.lemma),
        concept(right.lemma),
        left_words=f"the {left.text}",
        right_words=f"the {right.text}",
    )
    named = named_words(setting, left)
    measure = _measure(setting, dimension, verb, left, f"{dimension} of {named}" if named else dimension)
    yield Fact(span, value, measure, is_negated(parsed, verb))


def _order(setting: Setting, token: Token, quantities: tuple[Quantity, ...]) -> Iterator[Fact]:
    """An event set before or after another, with the distance where one is named."""
    parsed = setting.parsed
    verb = parsed.tokens[token.head]
    if token.dep == "mark":
        standard, verb = verb, parsed.tokens[verb.head]
    else:
        standard = next(iter(children(parsed, token, "pobj", "pcomp")), None) or token
    verb = verb_above(parsed, verb) or verb
    if standard.index == token.index or standard.pos not in ("NOUN", "VERB") or verb.pos != "VERB":
        return
    if verb.lemma in words("light") or not (standard.pos == "VERB" or is_event(concept(standard.lemma))):
        return
    durations = (q for q in quantities if q.kind is QuantityKind.DURATION)
    offset = next((q for q in durations if 0 <= token.span.start - q.span.end <= 1), None)
    span = _up_to(offset.span if offset else token.span, parsed, standard)
    if span is None:
        return
    subject = subject_of(parsed, verb)
    left = concept(verb.lemma)
    value = Comparison(span, "<" if token.lemma == "before" else ">", "time", left, concept(standard.lemma), offset,
                       right_words=f"the {standard.text}" if standard.pos == "NOUN" else standard.text)
    measure = _measure(setting, "order", verb, subject or verb, order_label(setting, verb, standard))
    yield Fact(span, value, measure, is_negated(parsed, verb))


def _up_to(first: Span, parsed: ParsedSentence, standard: Token) -> Span | None:
    """From `first` to the end of what is compared with; None where that stands before it."""
    end = span_of(noun_phrase(parsed, standard)).end
    return Span(first.start, end) if end > first.end else None


def role_facts(setting: Setting) -> Iterator[Fact]:
    """Who fills a role of the lexicon: "is the president's prerogative", "is being coordinated by the union"."""
    for role in roles():
        nouns, verbs, _ = role_lists(role)
        for token in setting.parsed.tokens:
            if token.pos == "NOUN" and token.lemma in nouns and token.dep in ("attr", "pobj", "dobj"):
                yield from _role_noun(setting, role, token)
            elif token.pos == "VERB" and token.lemma in verbs:
                yield from _role_verb(setting, role, token)


def _role_noun(setting: Setting, role: str, noun: Token) -> Iterator[Fact]:
    """ "X is Y's prerogative", "the prerogative of Y"."""
    parsed = setting.parsed
    verb = verb_above(parsed, noun)
    if verb is None or verb.lemma != "be":
        return
    holder = next(iter(children(parsed, noun, "poss")), None)
    of = (p for p in children(parsed, noun, "prep") if p.lemma == "of")
    holder = holder or next((o for p in of for o in children(parsed, p, "pobj")), None)
    if holder is None or holder.pos == "PRON":
        return
    negations = children(parsed, verb, "neg")
    span = span_of([noun, *subtree(parsed, holder, without=frozenset({"punct"}))])
    predicate = f"is the {noun.lemma} of"
    words_ = content_words(noun_phrase(parsed, holder)) | name_words(noun_phrase(parsed, holder))
    filler = words_of(noun_phrase(parsed, holder))
    excluded = words_ if negations else frozenset()
    value = Role(span, role, "" if negations else filler, frozenset() if negations else words_, predicate, excluded)
    topic = _topic(parsed, verb)
    yield Fact(span, value, _measure(setting, f"role:{role}", verb, topic, _question(role, topic)))


def _role_verb(setting: Setting, role: str, verb: Token) -> Iterator[Fact]:
    """ "is coordinated by Y"."""
    parsed = setting.parsed
    agent = next((o for a in children(parsed, verb, "agent") for o in children(parsed, a, "pobj")), None)
    if agent is None or agent.pos == "PRON" or is_negated(parsed, verb):
        return
    span = span_of([verb, *noun_phrase(parsed, agent)])
    filler = words_of(noun_phrase(parsed, agent))
    words_ = content_words(noun_phrase(parsed, agent)) | name_words(noun_phrase(parsed, agent))
    value = Role(span, role, filler, words_, f"is {verb.text} by")
    topic = _topic(parsed, verb)
    yield Fact(span, value, _measure(setting, f"role:{role}", verb, topic, _question(role, topic)))


def words_of(tokens: list[Token]) -> str:
    """The tokens as they stand in the text, single blanks where it has any white space, without a final "'s"."""
    kept = [t for t in tokens if t.dep != "case"]
    parts = []
    for before, token in zip([None, *kept], kept, strict=False):
        parts.append(("" if before is None or before.span.end == token.span.start else " ") + token.text)
    return "".join(parts).strip(" ,;:")


def _question(role: str, topic: Token) -> str:
    """ "who decides on the mission"; of a sentence on "the decision" alone "who decides"."""
    return f"who {role}s" if topic.lemma in role_lists(role)[0] else f"who {role}s on {_matter(topic)}"


def _matter(topic: Token) -> str:
    """The topic as a noun phrase: "the mission", "withdrawing"."""
    return (
        topic.text
        if topic.tag == "VBG"
        else f"the {topic.text}"
        if topic.pos in ("NOUN", "PROPN")
        else f"whether to {topic.lemma}"
    )


def _topic(parsed: ParsedSentence, verb: Token) -> Token:
    subject = subject_of(parsed, verb)
    return core(parsed, subject) if subject is not None else verb


def holder_facts(setting: Setting, mentions: Sequence[Mention], roster: Roster) -> Iterator[Fact]:
    """Who holds an office: "Kremlin spokesman Dmitry Petrov", "Ann Lee, the mayor of Harrow"."""
    context = context_words(setting)
    for mention in mentions:
        full = roster.full_name(mention.words)
        parts = frozenset(w.lower() for w in full.split())
        for role in mention.roles:
            of = f" of {mention.organisation}" if mention.organisation else ""
            value = Role(mention.span, role, full, parts, f"is {role}{of}")
            measure = Measure(
                f"holder:{role}",
                head=mention.last.lower(),
                event=role,
                names=parts,
                context=context,
                label=f"who is {_post(setting.parsed, mention, role)}",
            )
            yield Fact(mention.span, value, measure)


def _post(parsed: ParsedSentence, mention: Mention, role: str) -> str:
    """The role with the words that narrow it: "the civil protection chief", "managing director of Orbon"."""
    places = [t for t in parsed.tokens if t.lemma.lower() == role]
    place = min(places, key=lambda t: abs(t.span.start - mention.span.start), default=None)
    narrowing: list[str] = []
    for token in reversed(parsed.tokens[max(0, place.index - _NARROWING) : place.index] if place is not None else ()):
        after = parsed.tokens[token.index + 1]
        joined = "-" in (token.text, after.text) and token.span.end == after.span.start  # "vice-president"
        plain = token.text.islower() or token.text == "-" or _is_no_name(token, after)
        if not plain or not (joined or token.dep in ("compound", "amod", "nmod")):
            break
        narrowing.insert(0, token.text.lower())
    named = mention.organisation and not set(mention.organisation.lower().split(" ")) <= set(narrowing)
    post = " ".join((*narrowing, role)).replace(" - ", "-")
    if not named:
        return f"the {post}"
    before = " ".join(t.text for t in parsed.tokens[: place.index + 1 if place is not None else 0]).replace(" - ", "-")
    led = before.lower().endswith(f"{mention.organisation} {post}".lower())  # "Kazakh President"
    return f"the {mention.organisation} {post}" if led else f"{post} of {mention.organisation}"


def _is_no_name(token: Token, after: Token) -> bool:
    """The "Prime" of "Prime Minister", and "Managing" where a sentence begins."""
    common = not token.entity and not country_of(token.text) and rarity(token.text.lower()) != UNLISTED
    return common and (after.text.istitle() or (token.index == 0 and token.tag != "NNP") or after.text == "-")


def _measure(setting: Setting, dimension: str, verb: Token, topic: Token, label: str) -> Measure:
    parsed = setting.parsed
    subject = next(iter(children(parsed, verb, *SUBJECTS)), None) or subject_of(parsed, verb)
    objects = children(parsed, verb, *OBJECTS, "agent", "prep")
    return Measure(
        dimension=dimension,
        head=concept(topic.lemma) if topic.pos != "PRON" else "",
        event=concept(verb.lemma),
        subject=content_words(noun_phrase(parsed, subject), figures(setting)) if subject is not None else frozenset(),
        object=frozenset().union(*(content_words(noun_phrase(parsed, o), figures(setting)) for o in objects)),
        names=name_words(clause_tokens(parsed, verb)),
        context=context_words(setting),
        agents=name_words(noun_phrase(parsed, subject)) if subject is not None else frozenset(),
        conditional=is_conditional(parsed, verb),
        scope=tuple(t for t in setting.times if t.resolved and not is_former(t)),
        label=label,
    )
