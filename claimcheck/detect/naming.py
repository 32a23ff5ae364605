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
from claimcheck.lexicon.participles import participle
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
_STATED = {"weigh": "weight", "cost": "cost", "last": "duration", "measure": "size"}
# What is measured where no noun says so, by dimension.
_KINDS = {"length": "distance", "mass": "weight", "percent": "percentage", "fraction": "share", "points": "change",
          "volume": "amount", "data": "amount", "energy": "amount"}
_MEASURES = frozenset({"cost", "price", "value", "rate", "level", "size", "volume", "length", "duration", "average"})
# What does so may neither begin nor end with it: "the museum opened", "the mine is to close".
_DOORS = frozenset({"open", "close", "launch"})
# What things have one of, by dimension.
_HELD = {"magnitude": "magnitude"}
_FOR = frozenset({"for", "at"})
_AGAINST = frozenset({"to", "against"})
_TAKING = frozenset({"take", "need", "require", "spend"})
# How a duration stands to what happens, by the word in front of it.
_SPANNING = {"in": "taken to", "within": "taken to", "after": "before", "until": "until", "before": "after"}


def time_label(setting: Setting, timex: Timex, head: Token, noun: Token | None, aspect: Aspect) -> str:
    """When it was: "day the bill was adopted", "month of the inspection", "start of the withdrawal"."""
    at_an_end = aspect in (Aspect.START, Aspect.END) and head.lemma not in _DOORS
    if at_an_end and noun is not None and (thing := noun_words(setting, noun, article=True)):
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
    return clause_words(setting, verb) or f"{'they' if verb.tag == 'VBP' else 'it'} {doing_words(setting.parsed, verb)}"


def _act(setting: Setting, verb: Token) -> str:
    """A verb that nobody does as a noun phrase: "closing the plant"."""
    target = next(iter(children(setting.parsed, verb, "dobj")), None)
    return " ".join(part for part in (verb.text.lower(), object_words(setting, target) if target else "") if part)


def duration_label(setting: Setting, quantity: Quantity, exit_: Token, event: Token | None) -> str:
    """How long it lasts: "duration of the withdrawal", "time the runway was closed", "time taken to put it out"."""
    parsed = setting.parsed
    if inside := _inside(setting, exit_):
        return inside
    if event is None or event.pos == "PRON":
        return ""
    if event.lemma in _DEGREES and event.pos in ("ADJ", "ADV"):
        return _degree(setting, event)
    if part := _part_of_noun(setting, exit_, event):
        return part
    verb = parsed.tokens[event.head]
    if event.dep == "nsubj" and verb.lemma == "be" and words_behind(setting, verb):
        return f"time {_clause(setting, verb)}"  # "the minister has been in office": it is not she who lasts
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
    tail = "to" if above.lemma == "to" and above.head == event.index else ""  # "was sentenced to ten years"
    return " ".join(part for part in ("time", spans, _clause(setting, event), tail) if part)


def _part_of_noun(setting: Setting, exit_: Token, event: Token) -> str:
    """ "months' pay" for "three months' pay", which lasts no time itself."""
    if exit_.dep != "poss" or exit_.head != event.index:
        return ""
    unit = exit_.lemma.lower()
    return f"{unit}s' {noun_words(setting, event)}"


def _inside(setting: Setting, exit_: Token) -> str:
    """ "time in prison" for "eight years in prison"; "" where no noun says where the time is spent."""
    spending = (setting.parsed.tokens[exit_.head],) if exit_.dep == "dobj" else ()  # "spent a year in custody"
    behind = (t for token in (exit_, *spending) for t in children(setting.parsed, token, "prep"))
    where = next((t for t in behind if t.lemma == "in"), None)
    noun = next(iter(children(setting.parsed, where, "pobj")), None) if where is not None else None
    spent = noun is not None and noun.tag == "NN" and not children(setting.parsed, noun, "det")
    return f"time in {noun_words(setting, noun)}" if spent and noun is not None else ""


def quantity_label(
    setting: Setting, quantity: Quantity, noun: Token | None, verb: Token | None, event: str, aspect: Aspect
) -> str:
    """What an amount is an amount of: "people killed", "change in orders", "amount lost", "width of the ring"; "" where
    nothing is known of it."""
    parsed = setting.parsed
    exit_ = exit_token(parsed, quantity.span)
    if quantity.kind is QuantityKind.SCORE:
        return "score"
    if quantity.kind is QuantityKind.NUMBER and (against := _opposed(parsed, quantity)):
        return against
    if noun is not None and noun.lemma == "worth":
        return _worth(setting, noun)
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
    if event == "away" or quantity.dimension in _HELD:
        held = _HELD.get(quantity.dimension, "distance")
        return f"{held} of {with_the(noun, noun_words(setting, noun, article=True))}"
    shared = exit_ is not None and any(t.lemma == "of" for t in children(parsed, exit_, "prep"))
    if aspect is Aspect.CHANGE and not (shared and quantity.kind is QuantityKind.PERCENT):
        return f"change in {noun_words(setting, named, article=True)}"
    if aspect is Aspect.PREVIOUS:
        return f"earlier {name}"
    if quantity.kind in (QuantityKind.PERCENT, QuantityKind.FRACTION):
        whole = shared or quantity.kind is QuantityKind.FRACTION
        return f"share of {noun_words(setting, noun, article=True)}" if whole else name
    part = exit_ if exit_ is not None and parsed.tokens[noun.head].head == exit_.index else _whole(parsed, noun)
    if quantity.kind in (QuantityKind.NUMBER, QuantityKind.ORDINAL):
        return _counted(setting, noun, name, verb, event, part)
    return _valued(setting, quantity, noun, name, verb, event, part)


def _worth(setting: Setting, worth: Token) -> str:
    """ "value of jewels" for "jewels worth $4 million", "value of the deal" for "the deal is worth $4 million"."""
    before = setting.parsed.tokens[max(0, worth.index - 1)]
    verb = verb_above(setting.parsed, worth)
    holder = before if before.pos in ("NOUN", "PROPN") else None
    if holder is None and worth.dep == "acomp" and verb is not None:
        holder = subject_of(setting.parsed, verb)
    name = noun_words(setting, holder, article=True)
    known = holder is not None and bool(name)
    return f"value of {name if before is holder or holder is None else with_the(holder, name)}" if known else "value"


def _named(parsed: ParsedSentence, noun: Token) -> Token:
    """The jobs of "the number of jobs", but the price of "the price of the takeover"."""
    inner = core(parsed, noun)
    above = parsed.tokens[inner.head]
    outer = parsed.tokens[above.head] if above.lemma == "of" else inner
    return outer if outer.lemma.lower() in _MEASURES else inner


def _whole(parsed: ParsedSentence, noun: Token) -> Token:
    """The total of "a total of 12 houses", which is what burned down."""
    of = parsed.tokens[noun.head]
    above = parsed.tokens[of.head]
    return above if of.lemma == "of" and noun.dep == "pobj" and above.lemma in words("light_noun") else noun


def _opposed(parsed: ParsedSentence, quantity: Quantity) -> str:
    """ "votes against" for the second figure of "by 52 votes to 48"; "" elsewhere."""
    *_, noun, word = (None, None, *tokens_before(parsed, quantity.span))
    if noun is None or word is None or word.text.lower() not in _AGAINST or noun.tag != "NNS":
        return ""
    return f"{noun.text.lower()} against" if children(parsed, noun, "nummod") else ""


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
        if state is None and part.dep == "nsubjpass":
            return _undergone(setting, name, verb)
        return f"{name} {state.text.lower()}" if state is not None and part.dep in SUBJECTS else name
    if part.dep == "nsubjpass":
        return f"{name} {participle_words(parsed, verb)}"
    if part.dep in ("nsubj", "csubj") and verb.lemma in words("change") and not children(parsed, noun, "nummod"):
        return name  # "the number of visitors rose to 1.2 million"
    if part.dep in ("nsubj", "csubj"):
        return _who(setting, noun, name, verb)
    if part.dep in ("dobj", "obj") and part.head == verb.index:
        return f"{name} {participle_words(parsed, verb)}"
    return _stranded(setting, noun, name, verb) or name


def _is_undergone(parsed: ParsedSentence, verb: Token) -> bool:
    """The verb of a headline that leaves out "were": "450 jobs lost", "two hikers found dead"."""
    if children(parsed, verb, "aux", "auxpass", "dobj"):
        return False
    return verb.tag == "VBN" or (_is_headline(parsed, verb) and bool(children(parsed, verb, "acomp", "oprd")))


def _is_headline(parsed: ParsedSentence, verb: Token) -> bool:
    """May it be the participle of a line that does not end as a sentence does?"""
    ends = parsed.tokens[-1].pos == "PUNCT"
    return not ends and verb.tag in ("VBD", "VBN") and verb.text.lower() == participle(verb.lemma)


def _undergone(setting: Setting, name: str, verb: Token) -> str:
    """ "people taken to hospital", "hikers found dead", "whales left"."""
    state = next(iter(children(setting.parsed, verb, "acomp", "oprd")), None)
    then = state.text.lower() if state is not None and state.pos == "ADJ" else words_behind(setting, verb)
    return " ".join(part for part in (name, participle_words(setting.parsed, verb), then) if part)


def _who(setting: Setting, noun: Token, name: str, verb: Token) -> str:
    human = noun.pos == "PROPN" or concept(noun.lemma) in concepts_of("human")
    doing = doing_words(setting.parsed, verb)
    if verb.tag == "VBG":  # "people missing"
        return f"{name} {verb.text.lower()}"
    if _is_undergone(setting.parsed, verb):
        return _undergone(setting, name, verb)
    return " ".join(part for part in (name, "who" if human else "that", doing, words_behind(setting, verb)) if part)


def _stranded(setting: Setting, noun: Token, name: str, verb: Token) -> str:
    """ "stages bands will perform on" where the noun hangs on a preposition of the verb; "" elsewhere."""
    preposition = setting.parsed.tokens[noun.head]
    if preposition.pos != "ADP" or preposition.head != verb.index or preposition.lemma in ("according", "with", "of"):
        return ""
    if preposition.dep == "agent":
        if concept(noun.lemma) not in concepts_of("human"):  # "votes the motion was rejected by"
            return f"{name} {clause} by" if (clause := clause_words(setting, verb)) else ""
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
    if verb is None or verb.lemma in words("light") or noun.index == verb.index or noun.lemma in words("shares"):
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
    if tail and exit_ is not None and above is not None and exit_.dep == "npadvmod":  # "12 km from the border"
        start = next(iter(children(setting.parsed, above, "pobj")), None)
        tail = f"{tail} {noun_words(setting, start, article=True)}".strip()
    bare = verb.lemma == "be" or doer_words(setting, verb) in PRONOUNS
    if bare and verb.lemma in words("light"):
        return "price" if quantity.kind is QuantityKind.MONEY and tail in _FOR else kind
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
            done = next((t for t in children(parsed, exit_, "acl") if t.tag == "VBN"), None) if exit_ else None
            return f"{what} {participle_words(parsed, done)}" if done is not None else ""
        if _is_headline(parsed, verb) and not children(parsed, verb, "aux", "auxpass", "dobj"):
            return f"{what} {participle_words(parsed, verb)}"  # "dozens injured in blast"
        if verb.lemma in words("light") and exit_ is not None and exit_.dep == "nsubjpass":
            return _undergone(setting, what, verb)
        if verb.lemma in words("light"):
            said = next((t for t in children(parsed, verb, "acomp", "oprd", "attr", "xcomp", "advmod")
                         if event and concept(t.lemma) == event), None)
            return f"{what} {said.text.lower()}" if said is not None else ""
        subject = subject_of(parsed, verb)
        doing = exit_ is not None and (exit_.dep in SUBJECTS or exit_.dep == "quantmod")  # "42 of 90 members voted"
        active = subject is not None and not is_passive(parsed, verb) and doing
        if active and verb.tag != "VBG":
            return f"{what} {'who' if what == 'people' else 'that'} {doing_words(parsed, verb)}"
        return f"{what} {verb.text.lower() if active else participle_words(parsed, verb)}"
    if state is not None and quantity.kind is QuantityKind.PERCENT:
        return f"{kind} {state.text.lower()}"
    if verb is None:
        return ""
    if clause := _of_clause(setting, quantity, kind, verb):
        return clause
    if quantity.kind is QuantityKind.MONEY and exit_ is not None and parsed.tokens[exit_.head].lemma in _FOR:
        bought = next(iter(children(parsed, verb, "dobj")), None)
        thing = noun_words(setting, bought, article=True)
        return f"price of {with_the(bought, thing)}" if bought is not None and thing else "price"
    return f"{kind} {participle_words(parsed, verb)}" if verb.lemma not in words("light") else kind


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
