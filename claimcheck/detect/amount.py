"""An amount to what it measures, by the dependency parse with fallbacks on the neighbouring words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import islice

from claimcheck.detect.age import age_fact
from claimcheck.detect.clause import (
    OBJECTS,
    SUBJECTS,
    core,
    exit_token,
    is_able,
    is_negated,
    is_note,
    phrasal,
    subject_of,
    tokens_after,
    tokens_before,
    tokens_in,
    verb_above,
)
from claimcheck.detect.denial import as_denied
from claimcheck.detect.doubt import is_estimate, is_superseded
from claimcheck.detect.duration import duration_fact
from claimcheck.detect.measure import Setting, measure_of, preposition_of
from claimcheck.detect.naming import quantity_label, trend_label, with_rate
from claimcheck.detect.rates import over_one
from claimcheck.detect.reread import reread
from claimcheck.detect.surface import (
    degree_event,
    distance_event,
    distance_from,
    event_behind,
    is_difference,
    is_further,
    is_of_them,
    is_one_of_several,
    is_previous,
    is_reference,
    is_restated,
    is_share,
    is_whole,
    is_year_on_year,
    kind_of_them,
    moved_by,
    next_plural,
)
from claimcheck.lexicon.concepts import concept, concepts, is_event
from claimcheck.lexicon.predicates import words
from claimcheck.lexicon.units import units
from claimcheck.model.fact import Aspect, Fact
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.span import Span
from claimcheck.model.tree import ancestors, children, per_token, subtree
from claimcheck.model.value import Quantity, QuantityKind, Unit

# "a quarter" beside "25 per cent"
SHARE = Unit("share", "percent", "%", factor=Decimal(100))
_POINT = "percentage point"
_FEW = 3
# Less than this is hardly lost by a firm, but by what has a price: gold, or its shares.
_NO_PRICE = 1_000
_OF_SIGN = 3  # steps from "2" over "per cent" to "of"
_SIGNS = frozenset({"percent", "per", "cent", "%", "percentage", "point"})
_QUOTED_AT = frozenset({"stock", "bitcoin", "currency", "gold", "oil", "crude"})
_RUNNING = frozenset({"straight", "consecutive", "successive"})
_NOBODY = frozenset({"none", "neither"})
_MODIFIERS = frozenset({"nummod", "quantmod", "compound", "amod", "nmod"})
_RELATIVE = frozenset({QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.MULTIPLIER})
_DEGREES = frozenset({"JJR", "RBR"})
# What prices and indices do beside rising and falling.
_QUOTED = frozenset({"close", "end", "finish", "open", "trade", "settle", "shoot"})
_WAYS = frozenset({"up", "down", "higher", "lower"})
_ASPECTS = {"to": Aspect.LEVEL, "at": Aspect.LEVEL, "by": Aspect.CHANGE, "from": Aspect.PREVIOUS}


def quantity_fact(setting: Setting, quantity: Quantity) -> Fact:
    """Bind a quantity to its measure; where nothing is found the measure has neither head nor event."""
    parsed = setting.parsed
    if quantity.kind is QuantityKind.FRACTION and quantity.unit is None:
        quantity = replace(quantity, unit=SHARE)
    exit_ = exit_token(parsed, quantity.figure) if quantity.unit is None else exit_token(parsed, quantity.span)
    if exit_ is None:
        return Fact(quantity.span, quantity, measure_of(setting, quantity.dimension, None, "", Aspect.LEVEL))
    quantity = reread(parsed, quantity, exit_)
    noun = _counted_noun(parsed, quantity, exit_)
    if noun is not None and any(t.span.overlaps(noun.span) for t in setting.times):
        noun = None  # "hit 250,000 Wednesday"
    if noun is not None and is_year_on_year(parsed, noun):
        noun = None
    if noun is not None and noun.pos == "PROPN" and noun.span.end <= quantity.span.start:
        noun = next_plural(parsed, quantity.span) or noun  # "in Harrow 14 people"
    if noun is not None and noun is exit_ and quantity.kind is QuantityKind.NUMBER:
        noun = exit_ = _whole_noun(parsed, noun)
    if noun is not None and quantity.kind is QuantityKind.NUMBER:
        noun = _numbered(parsed, quantity, noun)
    verb = verb_above(parsed, noun or exit_)
    moved = moved_by(parsed, quantity.span)
    if moved is not None and (verb is None or verb.lemma not in words("change")):
        verb, noun = moved, None
    if quantity.kind is QuantityKind.ORDINAL and noun is not None and _names_one(parsed, quantity, noun):
        return Fact(quantity.span, quantity, measure_of(setting, quantity.dimension, None, "", Aspect.ASIDE))
    if quantity.kind is QuantityKind.AGE:
        return age_fact(setting, quantity, exit_, verb)
    if quantity.kind is QuantityKind.DURATION and is_reference(parsed, quantity.span):
        return Fact(quantity.span, quantity, measure_of(setting, quantity.dimension, None, "", Aspect.ASIDE))
    if quantity.kind is QuantityKind.DURATION:
        return duration_fact(setting, quantity, exit_, noun, verb)
    points = noun is not None and noun.lemma == "point"  # of an index: "closed down 120 points"
    if points and quantity.unit is None and _is_of_share(parsed, verb):
        quantity, noun, points = replace(quantity, kind=QuantityKind.POINTS, unit=units().by_name[_POINT]), None, False
    if (quantity.kind is QuantityKind.NUMBER and is_note(parsed, quantity.span)) or _is_some(parsed, quantity, noun):
        return Fact(quantity.span, quantity, measure_of(setting, quantity.dimension, None, "", Aspect.ASIDE))
    if is_restated(setting, quantity.span):
        return Fact(quantity.span, quantity, measure_of(setting, quantity.dimension, None, "", Aspect.LEVEL))
    counted = noun is not None and quantity.kind is QuantityKind.NUMBER and not points
    carried = noun is not None and exit_.dep in _MODIFIERS and concept(noun.lemma) not in _trend_nouns()
    fixed = counted or (carried and not points) or quantity.kind is QuantityKind.SCORE  # "lost 3-1"
    aspect, changed = (Aspect.LEVEL, None) if fixed else _change(parsed, quantity, exit_, verb)
    part = counted and noun is not None and _is_part(parsed, quantity, noun, verb)
    part = part or is_of_them(parsed, quantity.span)
    part = part or (quantity.kind is QuantityKind.MONEY and is_further(parsed, quantity.span))
    if is_difference(parsed, quantity.span, percent=quantity.kind is QuantityKind.PERCENT):
        aspect, noun = Aspect.CHANGE, _compared(parsed, noun, verb)
    elif part or (noun is not None and is_share(parsed, exit_, noun)):
        aspect = Aspect.PART
    elif noun is not None and is_whole(setting, noun, quantity.span):
        aspect = Aspect.WHOLE
    elif aspect is Aspect.LEVEL and (is_previous(parsed, quantity.span) or is_superseded(parsed, exit_)):
        aspect = Aspect.PREVIOUS
    replaced = aspect is Aspect.PREVIOUS and is_superseded(parsed, exit_)
    counted = quantity.kind is QuantityKind.NUMBER
    trend = _trend(parsed, noun, quantity.span) if noun is not None and not counted else None
    if aspect is Aspect.LEVEL and _trending(parsed, quantity, exit_, noun):
        aspect = Aspect.CHANGE
    if noun is not None and trend is not None:
        measure = measure_of(setting, quantity.dimension, trend[1], trend[0], aspect, verb)
        return Fact(quantity.span, quantity, replace(measure, label=trend_label(setting, noun, trend[1])))
    if noun is None and verb is not None:
        noun = changed or (None if _comes_in(parsed, verb, exit_, quantity) else _property(parsed, exit_, verb))
    grows = _trending(parsed, quantity, exit_, noun) if aspect in (Aspect.LEVEL, Aspect.CHANGE) else ""
    if grows:
        aspect = Aspect.CHANGE
    event = grows or degree_event(parsed, exit_) or distance_event(parsed, quantity)
    if not event and noun is not None and (event := _happened_to_them(quantity, noun)):
        measure = measure_of(setting, quantity.dimension, None, event, aspect, verb)
        label = quantity_label(setting, quantity, replace(noun, pos="ADJ"), verb, event, aspect)
        return Fact(quantity.span, quantity, replace(measure, label=label))
    event = event or event_of_counted(parsed, quantity.span, noun, verb, money=quantity.kind is QuantityKind.MONEY)
    quantity, over, each = over_one(parsed, quantity)
    measure = measure_of(setting, quantity.dimension + over, noun, event, aspect, verb)
    label = quantity_label(setting, quantity, noun, verb, event, Aspect.LEVEL if grows else aspect)
    measure = replace(measure, label=with_rate(setting, quantity, label) if over or each else label, each=each)
    if quantity.kind is QuantityKind.POINTS and aspect is Aspect.CHANGE:
        measure = replace(measure, dimension=QuantityKind.PERCENT.value)  # "rose 3 per cent" is another figure of it
    if event == "away":
        measure = replace(measure, places=distance_from(parsed, quantity.span))
    if verb is not None and is_able(parsed, verb):
        measure = replace(measure, expected=True)
    if is_estimate(parsed, exit_):
        measure = replace(measure, estimated=True)
    measure = replace(measure, replaced=replaced)
    value, negated = as_denied(parsed, quantity, exit_, verb)
    if value is quantity and not negated and event and verb is not None and is_negated(parsed, verb):
        measure = replace(measure, event=f"not {event}")  # those who did not survive are others than those who did
    return Fact(quantity.span, value, measure, negated=negated)


def _whole_noun(parsed: ParsedSentence, noun: Token) -> Token:
    """The guards of "two night guards", where the parser hangs the figure on the night."""
    head = parsed.tokens[noun.head]
    return head if noun.dep == "compound" and head.tag == "NNS" and head.index == noun.index + 1 else noun


def _numbered(parsed: ParsedSentence, quantity: Quantity, noun: Token) -> Token:
    """The dead of "the dead now number 43", where the parser takes the verb for a noun."""
    if noun.text != "number" or [t.index for t in tokens_after(parsed, noun.span)[:1]] != [
            t.index for t in tokens_in(parsed, quantity.span)[:1]]:
        return noun
    below = children(parsed, noun, "amod", "compound")
    return below[-1] if below else noun


def _is_of_share(parsed: ParsedSentence, verb: Token | None) -> bool:
    """ "Support rose 3 points", "the party fell four points in the poll": points of a hundred, as those of an index or
    an exchange rate are not."""
    subject = subject_of(parsed, verb) if verb is not None and verb.lemma in words("change") else None
    if verb is None or subject is None or any(t.lemma.lower() in words("indices") for t in subtree(parsed, subject)):
        return False
    within = [o for p in children(parsed, verb, "prep") if p.lemma == "in" for o in children(parsed, p, "pobj")]
    share = core(parsed, subject).lemma.lower() in words("shares")
    return share or any(core(parsed, o).lemma.lower() in words("polls") for o in within)


def _trend_nouns() -> frozenset[str]:
    return concepts(words("change") - words("light"))


def _trending(parsed: ParsedSentence, quantity: Quantity, exit_: Token, noun: Token | None) -> str:
    """For "growth of 2 per cent", "growth was 2 per cent", "a growth target of 2 per cent" that something rises by so
    much, or falls; "" for others."""
    above = next((t for t in islice(ancestors(parsed, exit_), _OF_SIGN) if t.lemma not in _SIGNS), exit_)
    carrier = parsed.tokens[above.head] if above.lemma == "of" else noun
    if carrier is None or carrier.pos != "NOUN" or quantity.kind not in _RELATIVE:
        return ""
    return _trend_named(parsed, carrier)


@per_token
def _trend_named(parsed: ParsedSentence, carrier: Token) -> str:
    named = (concept(t.lemma) for t in (carrier, *children(parsed, carrier, "compound")))
    return next((trend for trend in named if trend in _trend_nouns()), "")


def _trend(parsed: ParsedSentence, noun: Token, span: Span) -> tuple[str, Token] | None:
    """For "a 21 per cent rise in profit" what happens and to what: rise, profit; nothing for "cuts of €90m"."""
    if concept(noun.lemma) not in _trend_nouns():
        return None
    below = [o for p in children(parsed, noun, "prep") if p.lemma in ("in", "of") for o in children(parsed, p, "pobj")
             if o.lemma not in _SIGNS and not o.span.overlaps(span)]  # "a rise of 5 per cent in profit"
    return (concept(noun.lemma), core(parsed, below[0])) if below else None


def _is_part(parsed: ParsedSentence, quantity: Quantity, noun: Token, verb: Token | None) -> bool:
    """Those beside others that are counted too: "another 12", "added 12 to the list"; not so "added 12 jobs"."""
    if is_further(parsed, quantity.span):
        return True
    if verb is None or verb.lemma != "add" or noun.dep not in OBJECTS:
        return False
    return any(t.lemma == "to" for t in children(parsed, verb, "prep", "dative"))


def _names_one(parsed: ParsedSentence, quantity: Quantity, noun: Token) -> bool:
    """ "The second round was won", "won the first set": which one it is; "the sixth straight week" says how many."""
    after = next((t.lemma.lower() for t in tokens_after(parsed, quantity.span)), "")
    definite = any(t.lemma.lower() == "the" for t in children(parsed, noun, "det"))
    return noun.dep in (*SUBJECTS, *OBJECTS) and noun.dep != "attr" and definite and after not in _RUNNING


def _is_some(parsed: ParsedSentence, quantity: Quantity, noun: Token | None) -> bool:
    """A few with others told after them: how many there are in all is not said."""
    few = quantity.interval.is_point and quantity.interval.low is not None and quantity.interval.low <= _FEW
    return few and noun is not None and is_one_of_several(parsed, quantity.span, noun)


def _compared(parsed: ParsedSentence, noun: Token | None, verb: Token | None) -> Token | None:
    """For "the toll is 50 per cent higher than stated" the toll, not "higher"; for "20 per cent fewer burglaries"
    these."""
    if noun is not None and noun.pos != "ADJ":
        return noun
    above = parsed.tokens[noun.head] if noun is not None and noun.dep == "amod" else None
    if above is not None and above.pos in ("NOUN", "PROPN"):
        return above
    subject = subject_of(parsed, verb) if verb is not None else None
    return core(parsed, subject) if subject is not None else noun


def _counted_noun(parsed: ParsedSentence, quantity: Quantity, exit_: Token) -> Token | None:
    """The noun that is counted or that carries the amount: "12 people", "dozens of people", "a package of $2bn"."""
    inside = {t.index for t in tokens_in(parsed, quantity.span)}
    for preposition in children(parsed, exit_, "prep"):
        if preposition.lemma == "of":
            found = children(parsed, preposition, "pobj")
            if found and found[0].index not in inside:
                return kind_of_them(parsed, quantity.span) or found[0]
    if quantity.kind is QuantityKind.MONEY:
        for preposition in children(parsed, exit_, "prep"):  # "$25 billion in revenue"
            found = children(parsed, preposition, "pobj") if preposition.lemma == "in" else []
            if found and found[0].pos == "NOUN" and found[0].lemma not in words("tender"):
                return found[0] if not children(parsed, found[0], "det", "poss") else None
    head = parsed.tokens[exit_.head]
    if head.pos == "NUM" or _has_digit(parsed, head):
        return None
    if exit_.dep in ("nummod", "quantmod", "compound", "amod", "nmod", "poss", "dep", "npadvmod") and head.pos in (
        "NOUN",
        "PROPN",
        "ADJ",
    ):
        return head if head.index not in inside else None
    if head.lemma == "of" and parsed.tokens[head.head].pos == "NOUN":
        # "a range of 5 to 10" says nothing of what there are 5 to 10 of.
        carrier = parsed.tokens[head.head]
        return None if carrier.lemma in words("light_noun") and core(parsed, carrier).index in inside else carrier
    if exit_.dep == "appos" and head.pos in ("NOUN", "PROPN"):
        return head
    if exit_.pos in ("NOUN", "PROPN") and quantity.kind is QuantityKind.NUMBER and exit_.index not in inside:
        return exit_
    return None


@per_token
def _has_digit(parsed: ParsedSentence, token: Token) -> bool:
    return any(c.isdigit() for c in token.text)


def _change(
    parsed: ParsedSentence, quantity: Quantity, exit_: Token, verb: Token | None
) -> tuple[Aspect, Token | None]:
    """Level, change or previous level, and what changes, for a value behind a verb of change."""
    span, kind = quantity.span, quantity.kind
    above = next((a for a in ancestors(parsed, exit_) if a.pos in ("NOUN", "VERB", "ADV", "ADJ")), None)
    if above is None or above.lemma.lower() not in words("change"):
        above = verb
    left = next((t.lemma.lower() for t in reversed(tokens_before(parsed, span))), "")
    preposition = left if left in _ASPECTS else preposition_of(parsed, exit_)
    if above is None or not (above.lemma.lower() in words("change") or _goes_up(parsed, above, exit_, kind)):
        return _off_by(parsed, verb, span) if preposition == "by" and kind in _RELATIVE else (Aspect.LEVEL, None)
    if _comes_in(parsed, above, exit_, quantity):
        return Aspect.LEVEL, None
    aspect = _ASPECTS.get(preposition, Aspect.LEVEL)
    if not preposition and kind in (QuantityKind.PERCENT, QuantityKind.POINTS):
        aspect = Aspect.CHANGE
    if (
        not preposition
        and kind is not QuantityKind.DIMENSION
        and exit_.dep in ("npadvmod", "dobj", "advmod", "nummod", "attr", "dep")
    ):
        aspect = Aspect.CHANGE
    subject = next(
        (
            o
            for o in children(parsed, above, "dobj")
            if o.pos in ("NOUN", "PROPN") and o.index != exit_.index and not _has_digit(parsed, o)
        ),
        None,
    )
    subject = subject or (subject_of(parsed, above) if above.pos == "VERB" else None)
    if subject is None and verb is not None:
        subject = subject_of(parsed, verb)
    return aspect, core(parsed, subject) if subject is not None else None


def _comes_in(parsed: ParsedSentence, verb: Token, exit_: Token, quantity: Quantity) -> bool:
    """ "The fund raised $20 million", "the firm lost $20 million": nothing rose or fell by so much, as gold or a share
    does that lost two dollars."""
    if quantity.kind is not QuantityKind.MONEY or exit_.dep != "dobj":
        return False
    if verb.lemma != "lose":
        return verb.lemma == "raise"
    subject = subject_of(parsed, verb)
    what = core(parsed, subject).lemma.lower() if subject is not None else ""
    quoted = what in words("shares") | words("priced") | _QUOTED_AT
    return not quoted and quantity.base.figure is not None and quantity.base.figure >= _NO_PRICE


def _goes_up(parsed: ParsedSentence, verb: Token, exit_: Token, kind: QuantityKind) -> bool:
    """ "Was up 5 per cent", "closed 12 points down"; not "made up 2 per cent of", nor "was 38 per cent, up from 33"."""
    quoted = verb.lemma in _QUOTED
    moves = quoted or (verb.lemma == "be" and kind is not QuantityKind.NUMBER)
    share = any(t.lemma == "of" for t in children(parsed, exit_, "prep"))
    ways = [t for t in children(parsed, verb, "advmod", "prt") if t.lemma.lower() in _WAYS]
    before = any(t.index < exit_.index or (quoted and not children(parsed, t, "prep")) for t in ways)
    return moves and not share and before


def _off_by(parsed: ParsedSentence, verb: Token | None, span: Span) -> tuple[Aspect, Token | None]:
    """ "Undercounted the deaths by 50 per cent", "shares were lower by 2 per cent": a difference, whatever the verb."""
    degree = any(t.tag in _DEGREES for t in tokens_before(parsed, span)[-2:])
    object_ = next(iter(children(parsed, verb, "dobj")), None) if verb is not None else None
    if object_ is None and degree and verb is not None:
        object_ = subject_of(parsed, verb)
    return (Aspect.CHANGE, core(parsed, object_)) if object_ is not None else (Aspect.LEVEL, None)


def _property(parsed: ParsedSentence, exit_: Token, verb: Token) -> Token | None:
    """For "the toll stood at 31" the toll: the subject, when the value is no argument with a noun of its own."""
    moved = next(iter(children(parsed, verb, "dobj")), None)
    if moved is not None and moved.index != exit_.index and preposition_of(parsed, exit_) in ("to", "at"):
        return core(parsed, moved) if moved.pos == "NOUN" else None  # "limits rises to 3 per cent"
    if verb.lemma == "leave":
        return None  # "the crash left two dead", "a storm left dozens homeless"
    if exit_.dep in SUBJECTS or verb.lemma not in words("light") | words("change") | words("states"):
        return None
    if exit_.dep in (*OBJECTS, "pobj", "npadvmod", "advmod", "acomp", "dep", "nummod"):
        subject = subject_of(parsed, verb)
        return core(parsed, subject) if subject is not None else None
    return None


def _with_injuries(parsed: ParsedSentence, span: Span, noun: Token | None) -> str:
    """ "Three killed and fourteen with gunshot wounds": those who are hurt, whatever happened to others."""
    exit_ = exit_token(parsed, span)
    with_ = next(iter(tokens_after(parsed, span)), None)
    if noun is not None or exit_ is None or exit_.dep in SUBJECTS or with_ is None or with_.lemma.lower() != "with":
        return ""
    below = children(parsed, with_, "pobj")
    return concept("injure") if any(concept(t.lemma) == concept("injure") for t in below) else ""


def _happened_to_them(quantity: Quantity, noun: Token) -> str:
    """ "Two were killed and 40 hurt": one word, of which the parser makes a noun, for more than one."""
    several = quantity.kind is QuantityKind.NUMBER and quantity.base.figure not in (0, 1)
    behind = noun.tag == "NN" and noun.span.start >= quantity.span.end
    event = concept(noun.lemma) if several and behind else ""
    return event if event and is_event(event) else ""


def _left_so(parsed: ParsedSentence, verb: Token) -> str:
    """What those are who were left so: "left nine dead", "left dozens homeless", "left seven villagers missing"."""
    for complement in children(parsed, verb, "acomp", "oprd", "xcomp", "ccomp", "attr", "advmod", "advcl"):
        told = concept(complement.text if is_event(concept(complement.text)) else complement.lemma)  # "missing"
        if is_event(told) or complement.pos == "ADJ" or complement.tag == "VBG":
            return told
    return concept(verb.lemma)


def event_of_counted(
    parsed: ParsedSentence, span: Span, noun: Token | None, verb: Token | None, *, money: bool = False
) -> str:
    """The event that the counted things take part in; "" where only a verb without meaning governs them."""
    if noun is not None:
        for modifier in children(parsed, noun, "acl", "amod", "relcl"):
            if is_event(concept(modifier.lemma)) and modifier.pos in ("VERB", "ADJ"):
                return concept(modifier.lemma)
        above = parsed.tokens[noun.head]
        whole = parsed.tokens[above.head]
        outside = not span.overlaps(whole.span)  # "dozens of people"
        telling = whole.lemma.lower() not in words("light_noun") | _NOBODY
        if above.lemma == "of" and whole.pos == "NOUN" and outside and telling:
            return concept(whole.lemma)  # "a study of 84,000 employees"
    behind = event_behind(parsed, span, noun) or _with_injuries(parsed, span, noun)
    if behind:
        return behind
    if verb is None:
        return concept(noun.lemma) if noun is not None and is_event(concept(noun.lemma)) else ""
    if noun is not None and verb.lemma in words("light") and is_event(concept(core(parsed, noun).lemma)):
        return concept(core(parsed, noun).lemma)  # "passed the bill by 151 votes", "the number of layoffs was 40"
    named = concept("earn") if money and verb.lemma in words("earning") else phrasal(parsed, verb)
    if named or verb.lemma not in words("light"):
        return named or concept(verb.lemma)
    if verb.lemma == "leave":
        return _left_so(parsed, verb)
    for complement in children(parsed, verb, "acomp", "oprd", "xcomp", "ccomp", "attr", "advmod"):
        if is_event(concept(complement.lemma)):
            return concept(complement.lemma)
    subject = subject_of(parsed, verb)
    if subject is not None:
        for word in subtree(parsed, subject, without=frozenset({"relcl", "acl", "prep"})):
            if is_event(concept(word.lemma)):
                return concept(word.lemma)
    return ""
