"""What a fact measures in words for readers, as a noun phrase: "people killed", "day the bill was adopted", "whether
the road is closed". Labels link nothing and decide nothing.
"""

from __future__ import annotations

from claimcheck.detect.clause import (
    SUBJECTS,
    core,
    exit_token,
    subject_of,
    tokens_after,
    tokens_before,
    tokens_in,
    verb_above,
)
from claimcheck.detect.measure import Setting
from claimcheck.detect.phrases import (
    PRONOUNS,
    clause_words,
    doer_words,
    doing_words,
    noun_words,
    object_words,
    participle_words,
    particles,
    with_the,
    words_behind,
)
from claimcheck.detect.predicate import is_passive
from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.predicates import concepts_of, words
from claimcheck.model.fact import Aspect
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.tree import children
from claimcheck.model.value import Granularity, Quantity, QuantityKind, Timex

_WHOLE = {Granularity.DECADE: "decade", Granularity.YEAR: "year", Granularity.SEASON: "season",
          Granularity.QUARTER: "quarter", Granularity.MONTH: "month", Granularity.WEEK: "week", Granularity.DAY: "day"}
# What adjectives of degree measure.
_DEGREES = {"wide": "width", "long": "length", "tall": "height", "high": "height", "deep": "depth",
            "thick": "thickness", "heavy": "weight", "late": "delay", "old": "age"}
# What the subject of a verb has.
_STATED = {"weigh": "weight", "cost": "cost", "last": "duration"}
# What is measured where no noun says so, by dimension.
_KINDS = {"length": "distance", "mass": "weight", "percent": "percentage", "fraction": "share", "points": "change",
          "volume": "amount", "data": "amount", "energy": "amount"}
_MEASURES = frozenset({"cost", "price", "value", "rate", "level", "size", "volume", "length", "duration", "average"})
_TAKING = frozenset({"take", "need", "require", "spend"})
# How a duration stands to what happens, by the word in front of it.
_SPANNING = {"in": "taken to", "within": "taken to", "after": "before", "until": "until", "before": "after"}


def time_label(setting: Setting, timex: Timex, head: Token, noun: Token | None, aspect: Aspect) -> str:
    """When it was: "day the bill was adopted", "month of the inspection", "start of the withdrawal"."""
    if aspect in (Aspect.START, Aspect.END) and noun is not None and (thing := noun_words(setting, noun, article=True)):
        return f"{'start' if aspect is Aspect.START else 'end'} of {with_the(noun, thing)}"
    if head.pos in ("VERB", "AUX"):
        if head.tag == "VBG" and not clause_words(setting, head):
            return f"{when(timex)} of {_act(setting, head)}"
        return f"{when(timex)} {_clause(setting, head)}"
    return f"{when(timex)} of {with_the(head, noun_words(setting, head, article=True))}"


def when(timex: Timex) -> str:
    """ "day", "month", "time"."""
    return _WHOLE.get(timex.granularity, "time")


def _clause(setting: Setting, verb: Token) -> str:
    return clause_words(setting, verb) or f"it {doing_words(setting.parsed, verb)}"


def _act(setting: Setting, verb: Token) -> str:
    """A verb that nobody does as a noun phrase: "closing the plant"."""
    target = next(iter(children(setting.parsed, verb, "dobj")), None)
    return " ".join(part for part in (verb.text.lower(), object_words(setting, target) if target else "") if part)


def duration_label(setting: Setting, quantity: Quantity, exit_: Token, event: Token | None) -> str:
    """How long it lasts: "duration of the withdrawal", "time the runway was closed", "time taken to put it out"."""
    parsed = setting.parsed
    if event is None or event.pos == "PRON":
        return ""
    if event.lemma in _DEGREES and event.pos in ("ADJ", "ADV"):
        return _degree(setting, event)
    if event.pos not in ("VERB", "AUX"):
        return f"duration of {with_the(event, noun_words(setting, event, article=True) or event.text.lower())}"
    if event.tag == "VBG" and subject_of(parsed, event) is None:
        return f"duration of {_act(setting, event)}"
    left = [t.text.lower() for t in (*tokens_before(parsed, quantity.span)[-1:], *tokens_in(parsed, quantity.span)[:1])]
    spans = next((_SPANNING[word] for word in left if word in _SPANNING), "")
    above = parsed.tokens[exit_.head]
    if spans == "taken to" or (above.lemma in _TAKING and event.index != above.index):
        target = next(iter(children(parsed, event, "dobj")), None)
        particle = [t.text.lower() for t in particles(parsed, event)]
        object_ = object_words(setting, target) if target is not None else ""
        passive = f"be {participle_words(parsed, event)}" if is_passive(parsed, event) else event.lemma
        return " ".join(part for part in ("time taken to", passive, object_, *particle) if part)
    return " ".join(part for part in ("time", spans, _clause(setting, event)) if part)


def quantity_label(
    setting: Setting, quantity: Quantity, noun: Token | None, verb: Token | None, event: str, aspect: Aspect
) -> str:
    """What an amount is an amount of: "people killed", "change in orders", "amount lost", "width of the ring"; "" where
    nothing is known of it."""
    parsed = setting.parsed
    exit_ = exit_token(parsed, quantity.span)
    if quantity.kind is QuantityKind.SCORE:
        return "score"
    if noun is not None and noun.lemma == "worth":
        noun = parsed.tokens[max(0, noun.index - 1)]
        return f"value of {noun_words(setting, noun, article=True)}" if noun.pos in ("NOUN", "PROPN") else "value"
    if verb is not None and verb.lemma in _STATED and (holder := _holder(setting, verb)):
        return f"{_STATED[verb.lemma]} of {holder}"
    if noun is not None and any(t.lemma == "across" for t in tokens_after(parsed, quantity.span)[:1]):
        return f"width of {with_the(noun, noun_words(setting, noun, article=True))}"
    if noun is not None and noun.lemma in _DEGREES and noun.pos in ("ADJ", "ADV"):
        return _degree(setting, noun)
    named = _named(parsed, noun) if noun is not None and noun.pos != "ADJ" else None
    name = noun_words(setting, named)
    if not name:
        return _without_noun(setting, quantity, exit_, verb, noun, event)
    if noun is None:
        return name
    if aspect is Aspect.CHANGE:
        return f"change in {noun_words(setting, named, article=True)}"
    if aspect is Aspect.PREVIOUS:
        return f"earlier {name}"
    if quantity.kind in (QuantityKind.PERCENT, QuantityKind.FRACTION):
        shared = exit_ is not None and any(t.lemma == "of" for t in children(parsed, exit_, "prep"))
        whole = shared or quantity.kind is QuantityKind.FRACTION
        return f"share of {noun_words(setting, noun, article=True)}" if whole else name
    part = exit_ if exit_ is not None and parsed.tokens[noun.head].head == exit_.index else noun
    if quantity.kind in (QuantityKind.NUMBER, QuantityKind.ORDINAL):
        return _counted(setting, noun, name, verb, event, part)
    return _valued(setting, quantity, noun, name, verb, event, part)


def _named(parsed: ParsedSentence, noun: Token) -> Token:
    """The jobs of "the number of jobs", but the price of "the price of the takeover"."""
    inner = core(parsed, noun)
    above = parsed.tokens[inner.head]
    outer = parsed.tokens[above.head] if above.lemma == "of" else inner
    return outer if outer.lemma.lower() in _MEASURES else inner


def _holder(setting: Setting, verb: Token) -> str:
    """The subject as what has something: "the ring"; "" for a pronoun."""
    subject = subject_of(setting.parsed, verb)
    name = noun_words(setting, subject, article=True)
    return with_the(subject, name) if subject is not None and name else ""


def _degree(setting: Setting, adjective: Token) -> str:
    """ "width of the ring" for "the ring is 20 km wide"."""
    verb = verb_above(setting.parsed, adjective)
    holder = subject_of(setting.parsed, verb) if verb is not None else None
    if adjective.dep == "amod":
        holder = setting.parsed.tokens[adjective.head]
    what = noun_words(setting, holder, article=True)
    measured = _DEGREES[adjective.lemma]
    return f"{measured} of {with_the(holder, what)}" if holder is not None and what else measured


def _counted(
    setting: Setting, noun: Token, name: str, verb: Token | None, event: str, part: Token
) -> str:
    """The counted things and what happens to them: "people killed", "members who voted", "stages bands perform on"."""
    parsed = setting.parsed
    own = next((t for t in children(parsed, noun, "acl", "relcl") if event and concept(t.lemma) == event), None)
    if own is not None and own.pos == "VERB":
        passive = own.tag == "VBN" and own.dep == "acl"
        return f"{name} {participle_words(parsed, own)}" if passive else _who(setting, noun, name, own)
    if verb is None or noun.index == verb.index:
        return name
    if noun.lemma == "time" and (clause := clause_words(setting, verb)):
        return f"times {clause}"  # "called out 1,150 times"
    if verb.lemma in words("light"):
        state = next((t for t in children(parsed, verb, "acomp", "oprd", "attr", "advmod")
                      if event and concept(t.lemma) == event and t.index != noun.index), None)
        return f"{name} {state.text.lower()}" if state is not None and part.dep in SUBJECTS else name
    if part.dep == "nsubjpass":
        return f"{name} {participle_words(parsed, verb)}"
    if part.dep in ("nsubj", "csubj"):
        return _who(setting, noun, name, verb)
    if part.dep in ("dobj", "obj") and part.head == verb.index:
        return f"{name} {participle_words(parsed, verb)}"
    return _stranded(setting, noun, name, verb) or name


def _who(setting: Setting, noun: Token, name: str, verb: Token) -> str:
    human = noun.pos == "PROPN" or concept(noun.lemma) in concepts_of("human")
    doing = doing_words(setting.parsed, verb)
    if verb.tag == "VBG":  # "people missing"
        return f"{name} {verb.text.lower()}"
    return " ".join(part for part in (name, "who" if human else "that", doing, words_behind(setting, verb)) if part)


def _stranded(setting: Setting, noun: Token, name: str, verb: Token) -> str:
    """ "stages bands will perform on" where the noun hangs on a preposition of the verb; "" elsewhere."""
    preposition = setting.parsed.tokens[noun.head]
    if preposition.pos != "ADP" or preposition.head != verb.index or preposition.lemma in ("according", "with", "of"):
        return ""
    if preposition.dep == "agent":
        return f"{name} who {verb.text.lower()}" if verb.text.endswith("ed") else name  # "was watched by 900 people"
    clause = clause_words(setting, verb)
    return f"{name} {clause} {preposition.text.lower()}" if clause and clause.split()[0] not in PRONOUNS else ""


def _valued(
    setting: Setting, quantity: Quantity, noun: Token, name: str, verb: Token | None, event: str, part: Token
) -> str:
    """A noun that has an amount: "revenue", "aid paid out", "amount Velmar lost"."""
    parsed = setting.parsed
    if verb is not None and event == concept("earn") and noun.dep in SUBJECTS:
        return _of_clause(setting, quantity, "amount", verb) or name
    if verb is None or verb.lemma in words("light") or noun.index == verb.index:
        return name
    kind = _kind(quantity)
    if part.dep in SUBJECTS and part.head == verb.index and part.dep != "nsubjpass":
        named = noun.pos == "PROPN" or concept(noun.lemma) in concepts_of("human")
        moved = part is noun and quantity.kind is QuantityKind.DIMENSION and quantity.dimension in _KINDS
        if named or (moved and noun.lemma != kind) or verb.lemma not in words("change") | words("states"):
            return _of_clause(setting, quantity, kind, verb) or name
        return name
    if part.dep == "nsubjpass" and verb.lemma not in words("change"):
        return f"{name} {participle_words(parsed, verb)}"
    direct = part.dep in ("dobj", "obj") and part.head == verb.index and verb.pos == "VERB"
    told = direct and verb.lemma not in words("change") | words("states")
    return f"{name} {participle_words(parsed, verb)}" if told else name


def _kind(quantity: Quantity) -> str:
    if quantity.kind is QuantityKind.MONEY:
        return "amount"
    if quantity.kind is QuantityKind.NUMBER:
        return "number"
    return _KINDS.get(quantity.dimension) or _KINDS.get(quantity.kind.value) or quantity.dimension.split("/")[0]


def _of_clause(setting: Setting, quantity: Quantity, kind: str, verb: Token) -> str:
    """ "amount Velmar lost", "amount the building was insured for", "distance the jet climbed to"."""
    exit_ = exit_token(setting.parsed, quantity.span)
    above = setting.parsed.tokens[exit_.head] if exit_ is not None else None
    tail = above.text.lower() if above is not None and above.pos == "ADP" and above.head == verb.index else ""
    bare = verb.lemma == "be" or doer_words(setting, verb) in PRONOUNS
    if bare and verb.lemma in words("light"):
        return "price" if quantity.kind is QuantityKind.MONEY and tail in ("at", "for") else kind
    clause = clause_words(setting, verb, object_=bool(tail))
    if not clause:
        return ""
    return " ".join(part for part in (kind, clause, tail) if part)


def _without_noun(
    setting: Setting, quantity: Quantity, exit_: Token | None, verb: Token | None, noun: Token | None, event: str
) -> str:
    """Where no noun says what it is: "people injured", "amount lost", "distance the ring lies from"."""
    parsed, kind = setting.parsed, _kind(quantity)
    state = noun if noun is not None and noun.pos == "ADJ" else None
    if quantity.kind is QuantityKind.NUMBER:
        what = "people" if event in concepts_of("human") | concepts_of("headcount") else "number"
        if state is not None:
            return f"{'people' if concept(state.lemma) in concepts_of('human') else what} {state.text.lower()}"
        if verb is None:
            return ""
        if verb.lemma in words("light"):
            said = next((t for t in children(parsed, verb, "acomp", "oprd", "attr", "xcomp", "advmod")
                         if event and concept(t.lemma) == event), None)
            return f"{what} {said.text.lower()}" if said is not None else ""
        subject = subject_of(parsed, verb)
        active = subject is not None and not is_passive(parsed, verb) and exit_ is not None and exit_.dep in SUBJECTS
        if active and verb.tag != "VBG":
            return f"{what} {'who' if what == 'people' else 'that'} {doing_words(parsed, verb)}"
        return f"{what} {verb.text.lower() if active else participle_words(parsed, verb)}"
    if verb is None:
        return ""
    return _of_clause(setting, quantity, kind, verb) or (
        f"{kind} {participle_words(parsed, verb)}" if verb.lemma not in words("light") else kind)


def trend_label(setting: Setting, trend: Token, what: Token) -> str:
    """ "rise in net profit"."""
    name = noun_words(setting, what, article=True)
    return f"{trend.text.lower()} in {name}" if name else trend.text.lower()


def age_label(setting: Setting, holder: Token | None) -> str:
    """ "age of Ann Lee", "age of the hiker"."""
    if holder is None:
        return "age"
    return f"age of {holder.text}" if holder.pos == "PROPN" else f"age of the {holder.text.lower()}"


def occurrence_label(setting: Setting, verb: Token, predicate: Token, holder: Token | None) -> str:
    """What is said to be so or not: "whether the plant was closed"."""
    own = predicate.index == verb.index
    if own or predicate.dep in ("dobj", "attr", "acomp", "oprd"):
        clause = clause_words(setting, verb)
        if clause and (own or predicate.text.lower() in clause.lower().split()):
            return f"whether {clause}"
    who = noun_words(setting, holder, article=True).removesuffix(f" {predicate.text.lower()}") or "it"
    if own:
        return f"whether {who} {doing_words(setting.parsed, verb)}"
    many = holder is not None and holder.tag in ("NNS", "NNPS")
    return f"whether {who} {'were' if many else 'was'} {predicate.text.lower()}"


def existence_label(setting: Setting, noun: Token) -> str:
    """ "whether there were arrests"."""
    name = noun_words(setting, noun) or noun.text.lower()
    return f"whether there {'were' if noun.tag in ('NNS', 'NNPS') else 'was any'} {name}"


def order_label(setting: Setting, verb: Token, standard: Token) -> str:
    """Which of two comes first."""
    first = clause_words(setting, verb, object_=False) or f"“{verb.text}”"
    other = f"the {standard.text.lower()}" if standard.pos == "NOUN" else clause_words(setting, standard, object_=False)
    return f"time {first}, by {other or standard.text.lower()}"
