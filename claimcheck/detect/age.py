"""An age to the one who has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from claimcheck.detect.clause import (
    SUBJECTS,
    exit_token,
    listed,
    subject_of,
    tokens_after,
    tokens_before,
    tokens_in,
    verb_above,
)
from claimcheck.detect.measure import Setting, measure_of
from claimcheck.detect.naming_ages import age_label
from claimcheck.detect.referents import PERSONAL, Referents
from claimcheck.extract.names import Roster
from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.people import is_person
from claimcheck.lexicon.units import units
from claimcheck.model.fact import Aspect, Fact
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.tree import ancestors, children, way_up
from claimcheck.model.value import Calendar, Granularity, Interval, Quantity, QuantityKind, Relation, Timex, TimexType

_EXTREMES: dict[tuple[str, ...], str] = {("as", "young", "as"): "youngest", ("as", "old", "as"): "oldest"}
_LISTED = (frozenset({"conj"}), frozenset({"conj", "appos", "nsubj", "nsubjpass", "dobj"}))  # a word, a name
AVERAGE = frozenset({"average", "mean", "median"})
_BIRTH = "birth"  # the derivation of an age that is worked out
_NAMING = frozenset({"name", "call", "identify"})
_BIRTHS = frozenset({Granularity.DAY, Granularity.YEAR})
_PREDICATES = frozenset({"attr", "acomp", "oprd", "npadvmod"})
_GIVING = frozenset({"as", "at"})
# What parts an age that somebody once had from that of today; who died at 34 has no other.
_TURNING = frozenset({"turn", "reach"})
_PRESENT = frozenset({"VBZ", "VBP"})
_WHEN = frozenset({"when", "until", "till", "before", "after", "since", "once", "as", "while"})


def age_fact(setting: Setting, quantity: Quantity, exit_: Token, verb: Token | None) -> Fact:
    """An age belongs to the nearest name: "Ann Lee, 34,", "Ann Lee, the 34-year-old driver"; else to the noun. Who
    met a man of 34 is not 34."""
    extreme = _extreme_age(setting, quantity, verb)
    if extreme is not None:
        return extreme
    if verb is not None and _is_moment(setting.parsed, exit_, verb):
        return Fact(quantity.span, quantity, measure_of(setting, "age", None, "", Aspect.ASIDE))
    holder = _holder(setting.parsed, quantity, exit_)
    if holder is not None and holder.tag == "NNS":  # "children as young as nine": nobody's age
        return Fact(quantity.span, quantity, measure_of(setting, "age", None, "", Aspect.LEVEL, verb))
    measure = measure_of(setting, "age", holder, "age", Aspect.LEVEL, verb)
    label = age_label(setting, holder, average=_is_average(setting.parsed, quantity))
    return Fact(quantity.span, quantity, replace(measure, modifiers=frozenset(), label=label))


def _is_average(parsed: ParsedSentence, age: Quantity) -> bool:
    """ "The average age 67", "on average 63 years old": it is nobody's."""
    before = [t.lemma.lower() for t in tokens_before(parsed, age.span)[-2:]]
    within = [t.lemma.lower() for t in tokens_in(parsed, age.span)]
    before = [*before, *(word for word in within[:1] if word == "age")]
    after = [t.lemma.lower() for t in tokens_after(parsed, age.span)[:2]]
    return not AVERAGE.isdisjoint(before[-2:] if before[-1:] == ["age"] else before[-1:]) or after == ["on", "average"]


def with_bearer(setting: Setting, fact: Fact, roster: Roster, referents: Referents) -> Fact:
    """An age with the name of whose it is: the fullest that the document has for the name beside it, and for "the
    63-year-old" or "he is 63" that of who was spoken of last."""
    parsed, age = setting.parsed, fact.value
    exit_ = exit_token(parsed, fact.span)
    if not isinstance(age, Quantity) or fact.measure.event != "age" or exit_ is None:
        return fact
    holder = _holder(parsed, age, exit_)
    if holder is not None and holder.pos == "PROPN":
        name = roster.full_name((holder.text,))
    else:
        born = age.derivation == _BIRTH
        name = referents.named(parsed, holder or exit_) if _is_known(parsed, holder or exit_) else ""
        name = name or (referents.spoken_of(parsed, exit_, certain=born)
                        if _refers_back(parsed, holder, exit_, born=born) else "")
    return replace(fact, measure=replace(fact.measure, bearer=tuple(name.lower().split())))


def is_nobodys(fact: Fact) -> bool:
    """ "He was born in 1988", where nobody knows who: an age that is worked out and belongs to no name."""
    worked_out = isinstance(fact.value, Quantity) and fact.value.derivation == _BIRTH
    return worked_out and not fact.measure.head and not fact.measure.bearer


def _refers_back(parsed: ParsedSentence, holder: Token | None, exit_: Token, *, born: bool) -> bool:
    """ "The 63-year-old", "he was 63", "he was born in 1961"."""
    if holder in (None, exit_) and _is_known(parsed, exit_):
        return True
    verb = verb_above(parsed, exit_) if born else parsed.tokens[exit_.head]
    subject = subject_of(parsed, verb) if verb is not None else None
    return holder is None and subject is not None and subject.text.lower() in PERSONAL


def _is_known(parsed: ParsedSentence, noun: Token) -> bool:
    return any(t.lemma.lower() == "the" for t in children(parsed, noun, "det"))


def _holder(parsed: ParsedSentence, quantity: Quantity, exit_: Token) -> Token | None:
    """Who is so old: a name rather than a noun."""
    near = [t for t in _holders(parsed, exit_) if not quantity.span.overlaps(t.span)]
    nouns = [t for t in near if t.pos in ("PROPN", "NOUN")] or [t for t in (exit_,) if t.pos == "NOUN"]
    holder = next((t for t in nouns if t.pos == "PROPN"), nouns[0] if nouns else None)
    return _in_order(parsed, holder, quantity) if holder is not None and holder.pos == "PROPN" else holder


def said_age(parsed: ParsedSentence, figure: Token) -> Token | None:
    """The noun in "her age is 37", "put his age at 37": a person's, and no "retirement age"."""
    above = parsed.tokens[figure.head]
    near: list[Token] = []
    if figure.dep == "pobj" and above.lemma in _GIVING:
        verb = parsed.tokens[above.head]
        near = [verb, *children(parsed, verb, "dobj", "nsubj", "nsubjpass")]
    elif figure.dep == "attr" and above.lemma == "be":
        near = list(children(parsed, above, "nsubj"))
    ages = (t for t in near if t.lemma == "age" and not children(parsed, t, "amod", "compound"))
    return next((t for t in ages if any(map(_has_age, children(parsed, t, "poss")))), None)


def _has_age(token: Token) -> bool:
    return token.pos == "PRON" or token.entity == "PERSON" or is_person(token.lemma.lower())


def age_from_birth(setting: Setting, birth: Fact, dated: Sequence[Fact], today: date | None) -> Fact | None:
    """How old who "was born in 1970" is on the day of the document, or came to be where one of `dated` says when he
    died; None where that cannot be known. Of who was born in a year two ages are open."""
    parsed, born = setting.parsed, birth.value
    if not isinstance(born, Timex) or birth.measure.event != concept("bear") or birth.negated:
        return None
    exit_ = exit_token(parsed, birth.span)
    verb = verb_above(parsed, exit_) if exit_ is not None else None
    if verb is None or not _is_day_or_year(born):
        return None
    holder = parsed.tokens[verb.head] if verb.dep in ("acl", "relcl") else subject_of(parsed, verb)
    named = _named(parsed, verb, holder)
    if named is None and (holder is None or holder.text.lower() not in PERSONAL):
        return None
    last = on_day(born, today) if today is not None else None
    if any(concept(t.lemma) == concept("die") for t in parsed.tokens):
        last = next((d.value for d in dated if isinstance(d.value, Timex) and d.measure.event == concept("die")
                     and named is not None and _is_death_of(parsed, named, d) and _is_day_or_year(d.value)), None)
    if last is None or (ages := ages_between(born, last)) is None:
        return None
    return worked_out(setting, Quantity(birth.span, birth.span, QuantityKind.AGE, ages, units().by_name["year"],
                                        derivation=_BIRTH), named, verb)


def worked_out(setting: Setting, age: Quantity, holder: Token | None, verb: Token) -> Fact:
    """The fact of an age that follows from when `holder` began: of no time but that of the document."""
    measure = measure_of(setting, age.dimension, holder, age.dimension, Aspect.LEVEL, verb)
    return Fact(age.span, age, replace(measure, modifiers=frozenset(), label=age_label(setting, holder), scope=()))


def _named(parsed: ParsedSentence, verb: Token, holder: Token | None) -> Token | None:
    """The name of who was born: also that of "the pianist Mira Sand", "the pianist, Mira Sand"."""
    near = [holder, *children(parsed, verb, *SUBJECTS)] if holder is not None else []
    beside = [t for one in near if one is not None for t in (one, *children(parsed, one, "appos"))]
    return next((t for t in beside if t.pos == "PROPN"), None)


def _is_death_of(parsed: ParsedSentence, holder: Token, death: Fact) -> bool:
    """All names of the holder are told of who died, and not as whose brother he was."""
    name = [t for t in (holder, *children(parsed, holder, "compound")) if t.pos == "PROPN"]
    exit_ = exit_token(parsed, death.span)
    verb = verb_above(parsed, exit_) if exit_ is not None else None
    dead = subject_of(parsed, verb) if verb is not None else None
    another = dead is not None and bool(children(parsed, dead, "poss"))
    return not another and {concept(t.lemma) for t in name} <= death.measure.subject


def _is_day_or_year(timex: Timex) -> bool:
    return timex.granularity in _BIRTHS and is_placed(timex)


def is_placed(timex: Timex) -> bool:
    """Is it one closed stretch of the calendar, with no other reading?"""
    placed = timex.calendar is Calendar.PLACED and not timex.readings and timex.relation is Relation.IN
    return placed and timex.start is not None and timex.end is not None


def on_day(at: Timex, day: date) -> Timex:
    """The day of the document, told where `at` is."""
    start = datetime.combine(day, datetime.min.time())
    return Timex(at.span, TimexType.DATE, "", Granularity.DAY, start, start + timedelta(days=1))


def ages_between(born: Timex, last: Timex) -> Interval | None:
    """From the age of who was born as late as may be to that of who was born as early."""
    assert born.start is not None
    assert born.end is not None
    assert last.start is not None
    assert last.end is not None
    day = timedelta(days=1)
    least, most = _age_on(born.end - day, last.start), _age_on(born.start, last.end - day)
    return Interval(Decimal(least), Decimal(most)) if least >= 0 else None


def _age_on(born: datetime, on: datetime) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _is_moment(parsed: ParsedSentence, exit_: Token, verb: Token) -> bool:
    """ "When she was 16", "he turned 13", "joined at the age of 20": a time of life, which is over or to come."""
    if verb.lemma in _TURNING:
        return True
    if said_age(parsed, exit_) is not None:
        return False
    way = way_up(parsed, exit_, verb)
    if way and way[-1].lemma == "at":  # "At 66, she faces a trial": so old is she today
        return concept(verb.lemma) != concept("die") and verb.tag not in _PRESENT
    return (
        verb.lemma == "be"
        and verb.dep == "advcl"
        and any(t.lemma.lower() in _WHEN for t in children(parsed, verb, "mark", "advmod"))
    )


def _holders(parsed: ParsedSentence, exit_: Token) -> Iterator[Token]:
    """Who may be so old, nearest first: the phrase that the age stands in, those beside it, and those it is said of."""
    said = said_age(parsed, exit_)
    if said is not None:
        yield from children(parsed, said, "poss")
        return
    phrase = [exit_, *_phrase_above(parsed, exit_)]
    yield from phrase
    for token in phrase:
        yield from children(parsed, token, "appos")
        for naming in children(parsed, token, "acl"):  # "a teenager named Ivo Amin"
            if naming.lemma in _NAMING:
                yield from children(parsed, naming, "oprd", "dobj")
    top, verb = phrase[-1], parsed.tokens[phrase[-1].head]
    if top.dep in SUBJECTS:  # a parse of "the 34-year-old driver Ann Lee"
        yield from (t for t in children(parsed, verb, top.dep) if t.pos == "PROPN")
    if verb.lemma == "at":  # "died at the age of 34"
        verb = parsed.tokens[verb.head]
    elif top.dep not in _PREDICATES and not (top.dep == "advcl" and top.lemma == "age"):  # "Aged 19, Keller won"
        return
    if verb.pos in ("VERB", "AUX"):
        subject = subject_of(parsed, verb)
        if subject is not None:
            yield subject
            yield from children(parsed, subject, "appos")


def _in_order(parsed: ParsedSentence, holder: Token, quantity: Quantity) -> Token:
    """Of several the one whose age it is: "Mila and Sanna, aged 16 and 13", "Mila, 16, and her son, 13"."""
    age = next(iter(tokens_in(parsed, quantity.figure)))
    before = parsed.tokens[max(0, age.index - 2) : age.index]
    if len(before) == 2 and before[1].text == "," and before[0].dep in _LISTED[before[0].pos == "PROPN"]:
        return before[0]
    first = age
    while first.dep == "conj" and first.index != first.head:
        first = parsed.tokens[first.head]
    names = [t for t in listed(parsed, holder) if t.pos == "PROPN"]
    ages = [t for t in listed(parsed, first) if t.tag == "CD"]
    return names[ages.index(age)] if len(names) == len(ages) and age in ages else holder


def _phrase_above(parsed: ParsedSentence, exit_: Token) -> Iterator[Token]:
    """From the age to the head of its phrase; beyond a verb or a preposition there are others."""
    for above in ancestors(parsed, exit_):
        if above.pos in ("VERB", "AUX") or (above.pos == "ADP" and above.lemma != "of"):
            return
        if above.pos != "ADP":
            yield above


def _extreme_age(setting: Setting, quantity: Quantity, verb: Token | None) -> Fact | None:
    """ "Children as young as nine": the age of the youngest of those in front."""
    parsed = setting.parsed
    event = _EXTREMES.get(tuple(t.lemma.lower() for t in tokens_in(parsed, quantity.span)[:3]), "")
    before = [t for t in tokens_before(parsed, quantity.span) if t.pos in ("NOUN", "PROPN")][-1:]
    if not event or not before:
        return None
    measure = measure_of(setting, "age", before[0], event, Aspect.LEVEL, verb)
    return Fact(quantity.span, quantity, replace(measure, label=f"age of the {event} of the {before[0].text}"))
