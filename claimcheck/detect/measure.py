"""What a quantity or a time measures, by the dependency parse with fallbacks on the neighbouring words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claimcheck.detect.clause import (
    OBJECTS,
    SUBJECTS,
    clause_tokens,
    content_words,
    core,
    exit_token,
    governor,
    is_conditional,
    is_expected,
    is_negated,
    name_words,
    place_words,
    subject_of,
    tokens_in,
    verb_above,
)
from claimcheck.lexicon.concepts import concept, is_event
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.predicates import words
from claimcheck.model.fact import Aspect, Fact, Measure
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.span import Span
from claimcheck.model.tree import ancestors, children, subtree
from claimcheck.model.value import Interval, Quantity, QuantityKind, Timex, TimexType, Unit

# "a quarter" beside "25 per cent"
SHARE = Unit("share", "percent", "%", factor=Decimal(100))
_EMPTY = frozenset({"be", "have", "take", "make", "do", "get", "give", "go", "come", "put", "set"})
_WITHIN = frozenset({"within", "in", "inside"})
_ASPECTS = {"to": Aspect.LEVEL, "at": Aspect.LEVEL, "by": Aspect.CHANGE, "from": Aspect.PREVIOUS}
_BELOW = frozenset({"relcl", "acl", "advcl", "ccomp", "conj", "cc", "punct", "parataxis"})


@dataclass(frozen=True, slots=True)
class Setting:
    """What is the same for all values of one frame: the tokens that count as its context and the times in it."""

    parsed: ParsedSentence
    values: tuple[Span, ...]  # spans of all quantities and times of the sentence
    context: tuple[Token, ...]
    times: tuple[Timex, ...]


def quantity_fact(setting: Setting, quantity: Quantity) -> Fact:
    """Bind a quantity to its measure; where nothing is found the measure has neither head nor event."""
    parsed = setting.parsed
    if quantity.kind is QuantityKind.FRACTION and quantity.unit is None:
        quantity = replace(quantity, unit=SHARE)
    exit_ = exit_token(parsed, quantity.figure) if quantity.unit is None else exit_token(parsed, quantity.span)
    if exit_ is None:
        return Fact(quantity.span, quantity, _measure(setting, quantity.dimension, None, "", Aspect.LEVEL))
    noun = _counted_noun(parsed, quantity, exit_)
    verb = verb_above(parsed, noun or exit_)
    if quantity.kind is QuantityKind.AGE:
        return _age_fact(setting, quantity, exit_, verb)
    if quantity.kind is QuantityKind.DURATION:
        return _duration_fact(setting, quantity, exit_, noun, verb)
    points = noun is not None and noun.lemma == "point"  # of an index: "closed down 120 points"
    if _restated(setting, quantity.span):
        return Fact(quantity.span, quantity, _measure(setting, quantity.dimension, None, "", Aspect.LEVEL))
    counted = noun is not None and quantity.kind is QuantityKind.NUMBER and not points
    aspect, changed = (Aspect.LEVEL, None) if counted else _change(parsed, exit_, verb, quantity.kind)
    if counted and _one_more(parsed, quantity.span):
        aspect = Aspect.PART
    elif noun is not None and _of_a_part(setting, noun, quantity.span):
        aspect = Aspect.WHOLE
    elif _than_another(parsed, quantity.span):
        aspect = Aspect.CHANGE
    elif aspect is Aspect.LEVEL and _moved_from(parsed, quantity.span):
        aspect = Aspect.PREVIOUS
    if noun is None and verb is not None:
        noun = changed or _property(parsed, exit_, verb)
    event = _degree(parsed, exit_) or _away(parsed, quantity) or _event(parsed, quantity.span, noun, verb)
    measure = _measure(setting, quantity.dimension + _rate(parsed, quantity.span), noun, event, aspect, verb)
    return Fact(quantity.span, quantity, measure, negated=verb is not None and is_negated(parsed, verb))


def time_fact(setting: Setting, timex: Timex) -> Fact:
    """Bind a time to the event that it dates."""
    parsed = setting.parsed
    born = _born(parsed, timex)
    if born is not None:
        name = next((t for t in parsed.tokens if t.pos == "PROPN" and t.span.end <= born.span.start), None)
        measure = _measure(setting, "time", None, concept(born.lemma), Aspect.LEVEL, None)
        own = frozenset((concept(name.lemma),)) if name is not None else frozenset[str]()
        return Fact(timex.span, timex, replace(measure, subject=own))
    exit_ = exit_token(parsed, timex.span)
    above = governor(parsed, exit_) if exit_ is not None else None
    if above is None:
        return Fact(timex.span, timex, _measure(setting, "time", None, "", Aspect.LEVEL))
    head, preposition = above
    if exit_ is not None and not preposition and exit_.dep == "npadvmod" and head.pos in ("NOUN", "PROPN"):
        # "on her flight to Portland Saturday night": the parser hangs the day on the nearest noun.
        head = (verb_above(parsed, head) if not is_event(concept(head.lemma)) else None) or head
    if head.pos in ("NOUN", "PROPN") and not preposition and not is_event(concept(head.lemma)):
        # "a 2005 graduate": the year belongs to the noun, and the noun is no event.
        return Fact(timex.span, timex, _measure(setting, "time", None, "", Aspect.LEVEL))
    if head.lemma in cues("speech") and head.pos == "VERB" and not _plain_passive(parsed, head):
        # The day of saying dates the report, not what is reported.
        return Fact(timex.span, timex, _measure(setting, "time", None, "", Aspect.LEVEL))
    if head.pos in ("NOUN", "PROPN") and not is_event(concept(head.lemma)):
        verb = verb_above(parsed, head)
        if verb is not None and head.dep in ("pobj", "dobj", "nsubj", "nsubjpass", "appos", "attr"):
            head = verb
    aspect = Aspect.LEVEL
    subject = subject_of(parsed, head) if head.pos in ("VERB", "AUX") else None
    event, noun = concept(head.lemma), None
    if head.lemma in words("begin") | words("end"):
        noun = _what_begins(parsed, head, subject)
        if noun is not None:
            aspect = Aspect.START if head.lemma in words("begin") else Aspect.END
            event = concept(noun.lemma)
    elif head.lemma in words("light"):
        event = _light_event(parsed, head, subject)
    measure = _measure(setting, "time", noun, event, aspect, head if head.pos in ("VERB", "AUX") else None)
    return Fact(timex.span, timex, measure, negated=head.pos == "VERB" and is_negated(parsed, head))


def _plain_passive(parsed: ParsedSentence, verb: Token) -> bool:
    """ "They were found on Friday", "photos posted on Friday": a verb of saying that reports no clause."""
    passive = bool(children(parsed, verb, "nsubjpass", "auxpass")) or (verb.dep == "acl" and verb.tag == "VBN")
    return passive and not children(parsed, verb, "ccomp", "xcomp")


def _light_event(parsed: ParsedSentence, verb: Token, subject: Token | None) -> str:
    """What happens where the verb itself says little: "the vote is on", "they were seen", "it came under attack"."""
    subjects = [core(parsed, subject)] if subject is not None else []
    inner = children(parsed, verb, "attr", "acomp", "dobj")
    if any(t.lemma == "place" for t in inner) and subjects:  # "took place"
        return concept(subjects[0].lemma)
    below = [o for p in children(parsed, verb, "prep") if p.lemma in ("under", "into") for o in children(parsed, p, "pobj")]
    named = [*(core(parsed, t) for t in (*inner, *below)), *subjects]
    event = next((t for t in named if is_event(concept(t.lemma))), None)
    particle = next(iter(children(parsed, verb, "prt")), None)
    if event is None and particle is not None:
        return f"{concept(verb.lemma)} {particle.lemma}"
    if event is None and verb.lemma in _EMPTY:
        event = next(iter(named), None)
    return concept((event or verb).lemma)


def _born(parsed: ParsedSentence, timex: Timex) -> Token | None:
    """In "Ann Lee (born Ann Smith; 4 May 1960) is ..." the word "born": the parser makes nothing of such brackets."""
    before = [t for t in parsed.tokens if t.span.end <= timex.span.start][-9:]
    opened = next((t for t in reversed(before) if t.text in ("(", "-LRB-") or t.text.endswith("LRB-") or t.tag == "-LRB-"), None)
    if opened is None:
        return None
    inside = [t for t in before if t.index > opened.index]
    if any(t.text == ")" or "RRB" in t.text for t in inside):
        return None
    return next((t for t in inside if t.text.lower() in ("born", "died")), None)


def _what_begins(parsed: ParsedSentence, verb: Token, subject: Token | None) -> Token | None:
    thing = next(iter(children(parsed, verb, "dobj", "xcomp")), None) or subject
    return core(parsed, thing) if thing is not None else None


def _duration_fact(
    setting: Setting, quantity: Quantity, exit_: Token, noun: Token | None, verb: Token | None
) -> Fact:
    """A duration belongs to the noun it modifies ("a three-day visit"), to the subject of a verb of lasting, or to
    the verb itself; "not within a day" turns its bound around."""
    parsed = setting.parsed
    negated = verb is not None and is_negated(parsed, verb)
    lasting = verb is not None and verb.lemma in words("lasting")
    event: Token | None = verb
    if noun is not None and exit_.dep in ("nummod", "compound", "amod", "nmod", "poss"):
        event = core(parsed, noun)
    elif _degree(parsed, exit_):
        event = parsed.tokens[exit_.head]  # "50 minutes late"
    elif lasting and verb is not None:
        below = next(iter(children(parsed, verb, "advcl", "xcomp", "acomp")), None)
        subject = subject_of(parsed, verb)
        lasts = core(parsed, subject) if subject is not None else None
        event = below if below is not None and (lasts is None or lasts.pos == "PRON") else lasts or verb
    value = quantity
    if negated and _preposition(parsed, exit_) in _WITHIN:
        # "not within a day" is longer than a day; the "not" may stand further away than a grammar sees.
        value, negated = replace(quantity, interval=_beyond(quantity.interval)), False
    name = concept(event.lemma) if event is not None and event.pos != "PRON" else ""
    measure = _measure(setting, "duration", None, name, Aspect.LEVEL, verb)
    return Fact(quantity.span, value, replace(measure, label=f"duration of {_phrase(parsed, event)}" if name else ""))


def _beyond(interval: Interval) -> Interval:
    """What is left when something did not happen within the interval: longer than its upper end."""
    return Interval(interval.high, None, low_open=True) if interval.high is not None else interval


def _preposition(parsed: ParsedSentence, token: Token) -> str:
    head = parsed.tokens[token.head]
    return head.lemma if head.pos == "ADP" else ""


def _counted_noun(parsed: ParsedSentence, quantity: Quantity, exit_: Token) -> Token | None:
    """The noun that is counted or that carries the amount: "12 people", "dozens of people", "a package of $2bn"."""
    inside = {t.index for t in tokens_in(parsed, quantity.span)}
    for preposition in children(parsed, exit_, "prep"):
        if preposition.lemma == "of":
            found = children(parsed, preposition, "pobj")
            if found and found[0].index not in inside:
                return found[0]
    head = parsed.tokens[exit_.head]
    if head.pos == "NUM" or any(c.isdigit() for c in head.text):
        return None
    if exit_.dep in ("nummod", "quantmod", "compound", "amod", "nmod", "poss", "dep", "npadvmod") and head.pos in (
        "NOUN",
        "PROPN",
        "ADJ",
    ):
        return head if head.index not in inside else None
    if head.lemma == "of" and parsed.tokens[head.head].pos == "NOUN":
        return parsed.tokens[head.head]
    if exit_.dep == "appos" and head.pos in ("NOUN", "PROPN"):
        return head
    if exit_.pos in ("NOUN", "PROPN") and quantity.kind is QuantityKind.NUMBER and exit_.index not in inside:
        return exit_
    return None


def _restated(setting: Setting, span: Span) -> bool:
    """ "3.8 metres (about 12 feet)": a conversion in brackets measures nothing of its own."""
    before = [t for t in setting.parsed.tokens if t.span.end <= span.start][-2:]
    return len(before) == 2 and before[1].tag == "-LRB-" and any(v.overlaps(before[0].span) for v in setting.values)


def _than_another(parsed: ParsedSentence, span: Span) -> bool:
    """ "12 feet smaller than", "5 points higher": a difference, no level."""
    after = [t for t in parsed.tokens if t.span.start >= span.end and t.pos != "PUNCT"][:1]
    return bool(after) and after[0].tag in ("JJR", "RBR") and after[0].lemma not in ("more", "few", "less", "early", "late")


def _away(parsed: ParsedSentence, quantity: Quantity) -> str:
    """ "25 miles from the border", "a mile north of the town": a distance, whatever else goes on there."""
    if quantity.dimension != "length":
        return ""
    after = [t for t in parsed.tokens if t.span.start >= quantity.span.end][:1]
    return "away" if after and after[0].lemma in words("away") else ""


def _age_fact(setting: Setting, quantity: Quantity, exit_: Token, verb: Token | None) -> Fact:
    """An age belongs to the nearest name: "Ann Lee, 34,", "Ann Lee, the 34-year-old driver"; else to the noun."""
    parsed = setting.parsed
    chain = [exit_, *ancestors(parsed, exit_)][:5]
    beside = [k for t in chain for k in children(parsed, t, "appos", "nsubj", "nsubjpass")]
    nouns = [t for t in (*chain, *beside) if t.pos in ("PROPN", "NOUN") and not quantity.span.overlaps(t.span)]
    holder = next((t for t in nouns if t.pos == "PROPN"), nouns[0] if nouns else None)
    measure = _measure(setting, "age", holder, "age", Aspect.LEVEL, verb)
    return Fact(quantity.span, quantity, replace(measure, modifiers=frozenset(), label=f"age of {holder.text}" if holder else "age"))


def _degree(parsed: ParsedSentence, exit_: Token) -> str:
    """ "50 minutes late", "5 feet away": the adverb says what is measured."""
    head = parsed.tokens[exit_.head]
    return concept(head.lemma) if exit_.dep in ("npadvmod", "advmod") and head.lemma in words("degree") else ""


def _of_a_part(setting: Setting, noun: Token, own: Span) -> bool:
    """ "a quarter of its 430,000 staff": the figure is the whole of which a part is spoken of."""
    above = setting.parsed.tokens[noun.head]
    part = setting.parsed.tokens[above.head]
    return noun.dep == "pobj" and above.lemma == "of" and any(v.overlaps(part.span) for v in setting.values if not v.overlaps(own))


def _moved_from(parsed: ParsedSentence, span: Span) -> bool:
    """ "up by half to 12 from 8", wherever the parser hangs it: "from" and a word of change in one sentence."""
    before = [t for t in parsed.tokens if t.span.end <= span.start][-2:]
    after = [t for t in parsed.tokens if t.span.start >= span.end][:1]
    if len(before) < 2 or before[1].lemma != "from":
        return False
    paired = before[0].pos == "NUM" or before[0].tag == "CD" or (bool(after) and after[0].lemma == "to")
    return paired and any(t.lemma.lower() in words("change") for t in parsed.tokens)


def _rate(parsed: ParsedSentence, span: Span) -> str:
    """ "$0.71 a share", "80 per hour": what one of is meant."""
    after = [t for t in parsed.tokens if t.span.start >= span.end][:2]
    if len(after) == 2 and after[0].lemma in ("a", "an", "per", "each") and after[1].pos == "NOUN" and after[1].tag == "NN":
        return f"/{concept(after[1].lemma)}"
    return ""


def _one_more(parsed: ParsedSentence, span: Span) -> bool:
    """ "a dozen more soldiers" counts those beside others; "five more wounded" after the dead does not."""
    before = [t for t in parsed.tokens if t.span.end <= span.start][-1:]
    if before and before[0].lemma == "another":
        return True
    after = [t for t in parsed.tokens if t.span.start >= span.end][:3]
    return bool(after) and after[0].lemma in ("more", "additional", "extra") and not any(
        is_event(concept(t.lemma)) for t in after[1:]
    )


def _change(parsed: ParsedSentence, exit_: Token, verb: Token | None, kind: QuantityKind) -> tuple[Aspect, Token | None]:
    """Level, change or previous level, and what changes, for a value behind a verb of change."""
    above = next((a for a in ancestors(parsed, exit_) if a.pos in ("NOUN", "VERB", "ADV", "ADJ")), None)
    if above is None or above.lemma.lower() not in words("change"):
        above = verb
    if above is None or above.lemma.lower() not in words("change"):
        return Aspect.LEVEL, None
    preposition = _preposition(parsed, exit_)
    aspect = _ASPECTS.get(preposition, Aspect.LEVEL)
    if not preposition and kind in (QuantityKind.PERCENT, QuantityKind.POINTS):
        aspect = Aspect.CHANGE
    if not preposition and kind is not QuantityKind.DIMENSION and exit_.dep in ("npadvmod", "dobj", "advmod", "nummod", "attr", "dep"):
        aspect = Aspect.CHANGE
    subject = next((o for o in children(parsed, above, "dobj") if o.pos in ("NOUN", "PROPN") and o.index != exit_.index
                    and not any(c.isdigit() for c in o.text)), None)
    subject = subject or (subject_of(parsed, above) if above.pos == "VERB" else None)
    if subject is None and verb is not None:
        subject = subject_of(parsed, verb)
    return aspect, core(parsed, subject) if subject is not None else None


def _property(parsed: ParsedSentence, exit_: Token, verb: Token) -> Token | None:
    """For "the toll stood at 31" the toll: the subject, when the value is no argument with a noun of its own."""
    if exit_.dep in SUBJECTS or verb.lemma not in words("light") | words("change") | words("states"):
        return None
    if exit_.dep in (*OBJECTS, "pobj", "npadvmod", "advmod", "acomp", "dep", "nummod"):
        subject = subject_of(parsed, verb)
        return core(parsed, subject) if subject is not None else None
    return None


def _event(parsed: ParsedSentence, span: Span, noun: Token | None, verb: Token | None) -> str:
    """The event that the counted things take part in; "" where only a verb without meaning governs them."""
    if noun is not None:
        for modifier in children(parsed, noun, "acl", "amod", "relcl"):
            if is_event(concept(modifier.lemma)) and modifier.pos in ("VERB", "ADJ"):
                return concept(modifier.lemma)
    behind = _behind(parsed, span, noun)
    if behind:
        return behind
    if verb is None:
        return concept(noun.lemma) if noun is not None and is_event(concept(noun.lemma)) else ""
    if verb.lemma not in words("light"):
        return concept(verb.lemma)
    for complement in children(parsed, verb, "acomp", "oprd", "xcomp", "ccomp", "attr", "advmod"):
        if is_event(concept(complement.lemma)):
            return concept(complement.lemma)
    subject = subject_of(parsed, verb)
    if subject is not None:
        for word in subtree(parsed, subject, without=frozenset({"relcl", "acl", "prep"})):
            if is_event(concept(word.lemma)):
                return concept(word.lemma)
    return ""


def _behind(parsed: ParsedSentence, span: Span, noun: Token | None) -> str:
    """An event word right behind the value: "12 dead", "five others injured", "two more were wounded"."""
    start = span.end if noun is None or noun.span.end < span.end else noun.span.end
    after = [t for t in parsed.tokens if t.span.start >= start][:3]
    for token in after:
        if token.pos in ("PUNCT", "CCONJ", "ADP", "NUM"):
            return ""
        if token.pos in ("ADJ", "VERB") and token.tag in ("JJ", "VBN", "VBD") and is_event(concept(token.lemma)):
            return concept(token.lemma)
    return ""


def _measure(
    setting: Setting, dimension: str, noun: Token | None, event: str, aspect: Aspect, verb: Token | None = None
) -> Measure:
    parsed = setting.parsed
    subject = subject_of(parsed, verb) if verb is not None else None
    objects = children(parsed, verb, *OBJECTS) if verb is not None else []
    clause = clause_tokens(parsed, verb) if verb is not None else list(setting.context)
    around = noun_phrase(parsed, noun) if noun is not None else []
    numbered = noun is not None and bool(children(parsed, noun, "nummod"))
    head = noun if numbered or noun is None else core(parsed, noun)
    adverbs = children(parsed, verb, "advmod") if verb is not None else []
    return Measure(
        dimension=dimension,
        head=concept(head.lemma) if head is not None and head.pos != "PRON" else "",
        event=event,
        aspect=aspect,
        subject=_argument(parsed, subject, setting, noun),
        object=frozenset().union(*(_argument(parsed, o, setting, noun) for o in objects)),
        modifiers=content_words([t for t in around if t != head], setting.values) | _narrowing([*around, *adverbs]),
        names=name_words([t for t in [*clause, *around] if not any(v.overlaps(t.span) for v in setting.values)]),
        context=content_words(setting.context, setting.values),
        nations=frozenset(t.text for t in around if t != head and t.dep in ("amod", "compound", "nmod")),
        agents=name_words(noun_phrase(parsed, subject)) if subject is not None else frozenset(),
        places=place_words(parsed, clause),
        conditional=verb is not None and is_conditional(parsed, verb),
        expected=verb is not None and is_expected(parsed, verb),
        scope=scope_of(setting),
        label=_label(parsed, noun, event, verb),
    )


def scope_of(setting: Setting) -> tuple[Timex, ...]:
    """The times that what is said is limited to; the day of saying is none of them."""
    return tuple(
        t for t in setting.times
        if t.type is not TimexType.SET and any(k.span.overlaps(t.span) for k in setting.context)
    )


def noun_phrase(parsed: ParsedSentence, noun: Token) -> list[Token]:
    """The noun with its modifiers and "of" phrases, without clauses."""
    return subtree(parsed, noun, without=_BELOW)


def _narrowing(tokens: Sequence[Token]) -> frozenset[str]:
    return frozenset(t.lemma.lower() for t in tokens if t.lemma.lower() in words("narrowing"))


def _argument(parsed: ParsedSentence, token: Token | None, setting: Setting, noun: Token | None) -> frozenset[str]:
    if token is None or token == noun:
        return frozenset()
    return content_words(noun_phrase(parsed, token), setting.values)


def _phrase(parsed: ParsedSentence, token: Token | None) -> str:
    if token is None:
        return ""
    tokens = [t for t in subtree(parsed, token, without=_BELOW | {"prep"}) if t.dep in ("det", "compound", "amod", "poss")]
    if token.pos in ("VERB", "AUX"):
        return token.text
    return " ".join(t.text for t in sorted([*(t for t in tokens if t.dep != "poss"), token], key=lambda t: t.index))


def _label(parsed: ParsedSentence, noun: Token | None, event: str, verb: Token | None) -> str:
    """What is measured in the words of the text: "soldiers (sent)"."""
    what = _phrase(parsed, core(parsed, noun)) if noun is not None else ""
    doing = verb.text if verb is not None and verb.lemma not in words("light") else event
    if what and doing and doing not in what:
        return f"{what} ({doing})"
    return what or doing
