"""What a figure with a unit measures in words for readers: "amount paid by the firm", "fine for Ann Lee", "price of the
painting", "speed of the car", "amount of barley"."""

from __future__ import annotations

import re

from claimcheck.detect.capitals import is_name
from claimcheck.detect.clause import SUBJECTS, core, exit_token, subject_of, tokens_before
from claimcheck.detect.measure import Setting
from claimcheck.detect.naming_lengths import distance_label
from claimcheck.detect.phrases import (
    DEGREES,
    PRONOUNS,
    WIDEST,
    clause_words,
    doer_of,
    doer_words,
    named_words,
    noun_words,
    object_words,
    words_behind,
)
from claimcheck.detect.predicate import is_passive
from claimcheck.detect.verb_words import doing_words, participle_words
from claimcheck.lexicon.concepts import concept, concepts
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.participles import fine_of
from claimcheck.lexicon.people import is_person
from claimcheck.lexicon.predicates import words
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.tree import children, way_up
from claimcheck.model.value import Quantity, QuantityKind

# What is measured where no noun says so, by dimension.
_KINDS = {"length": "distance", "mass": "weight", "percent": "percentage", "fraction": "share", "points": "change",
          "volume": "amount", "data": "amount", "energy": "amount", "ordinal": "place", "multiplier": "multiple"}
# How much there is of something that has no length of its own: "4,000 tonnes of barley", "40 cm of snow".
_STUFF = {"mass": "amount", "volume": "amount"}
_FALLING = frozenset({"rain", "snow", "water", "hail", "ice"})
_MEASURES = frozenset({"cost", "price", "value", "rate", "level", "size", "volume", "length", "duration", "average"})
# Nouns that are themselves what a unit measures; of other things it is their speed, height or weight.
PROPERTIES = _MEASURES | frozenset(DEGREES.values()) | frozenset({
    "temperature", "speed", "altitude", "elevation", "distance", "diameter", "radius", "circumference", "area", "mass",
    "magnitude", "pressure", "rainfall", "snowfall", "capacity", "limit", "output", "power", "voltage", "frequency",
    "mercury", "high", "low", "record", "reading", "range", "space", "storage", "memory", "gap", "lead", "change"})
# Verbs of a height where a length is reached.
_UPWARDS = frozenset({"climb", "rise", "reach", "soar", "ascend", "descend", "stand", "crest",
                      "peak", "swell", "surge"})
_WEATHER = frozenset({"measure", "record", "register", "log", "forecast"})
_TRADING = frozenset({"buy", "sell", "acquire", "auction", "trade"})
_SPENDING = frozenset({"pay", "spend", "invest", "owe", "raise", "donate", "cost", "lend", "borrow", "save", "insure"})
LOSING = frozenset({"lose", "gain", "shed"})
_GIVING = frozenset({"pay", "award", "give", "offer", "grant", "owe", "lend", "promise", "hand", "refund", "allocate"})
_MAKING = frozenset({"make", "leave", "keep", "set"})
# Where something is so far says nothing without a noun.
_EMPTY = frozenset({"lie", "sit", "stand"})
_UNTIL = frozenset({"after", "before", "within"})
_FOR = frozenset({"for", "at"})
# Where things are stands behind what happens to them.
_PLACE = re.compile(r" (?:in|at|on|near|from|across|outside|aboard) ")


def multiplied_label(setting: Setting, quantity: Quantity, exit_: Token | None) -> str:
    """ "Change in rents in Oslo" for "rents in Oslo doubled", of which nothing counts the rents; "" where no verb says
    so: "twice as many"."""
    if exit_ is None or exit_.pos != "VERB":
        return ""
    parsed = setting.parsed
    target = next((t for t in children(parsed, exit_, "dobj") if t.pos == "NOUN"), None)
    changed = target if target is not None else doer_of(parsed, exit_)
    name = noun_words(setting, changed, article=True)
    behind = children(parsed, changed, "prep") if changed is not None and " of " not in name else []
    of = next((o for p in behind if p.lemma == "of" for o in children(parsed, p, "pobj")), None)
    if name and (what := noun_words(setting, of, article=True)):
        name = f"{name} of {what}"  # "the number of wolves in the Harz", however long it is
    return f"change in {name}" if name else "change"


def valued_label(
    setting: Setting, quantity: Quantity, noun: Token, name: str, verb: Token | None, event: str, part: Token
) -> str:
    """A noun that has an amount: "revenue", "aid paid out"; of who pays or loses it, "amount lost by Velmar"."""
    parsed, exit_ = setting.parsed, exit_token(setting.parsed, quantity.span)
    if verb is None or noun.index == verb.index or noun.lemma in words("shares"):
        return name
    own = part.dep in SUBJECTS and part.head == verb.index
    direct = part.dep in ("dobj", "obj") and part.head == verb.index and verb.pos == "VERB"
    someone = noun.pos == "PROPN" or is_person(noun.lemma) or stranded_word(parsed, exit_, verb) == "with"
    if (own or direct) and quantity.kind is QuantityKind.MONEY and (someone or event == concept("earn")):
        return amount_label(setting, quantity, verb) or kind_of(quantity)
    if own and verb.lemma == "be" and noun.lemma not in words("priced") and _is_any(parsed, noun):
        return f"price of {named_words(setting, noun)}"  # "a pass is 45 euros"
    if own and verb.lemma == "have" and quantity.kind is QuantityKind.MONEY:
        return f"amount {named_words(setting, noun)} {doing_words(parsed, verb)}"  # "the fund has 80 million pounds"
    if verb.lemma in words("light"):
        return name
    below = way_up(parsed, exit_, noun) if exit_ is not None else []
    carried = any(t.dep == "prep" and t.lemma == "of" for t in below)
    if own and carried and part.dep != "nsubjpass":
        return f"value of {named_words(setting, noun)}"  # "a loan of $3 million will help"
    if own and part.dep != "nsubjpass":
        moved = someone or verb.lemma not in words("change") | words("states")
        return (amount_label(setting, quantity, verb) or name) if moved else name
    if part.dep == "nsubjpass" and verb.lemma not in words("change"):
        return done_to(name, participle_words(parsed, verb))
    told = direct and verb.lemma not in words("change") | words("states")
    return done_to(name, participle_words(parsed, verb)) if told else name


def _is_any(parsed: ParsedSentence, noun: Token) -> bool:
    return any(t.lemma.lower() in ("a", "an") for t in children(parsed, noun, "det"))


def measured_label(
    setting: Setting, quantity: Quantity, noun: Token, verb: Token | None, *, shared: bool, beside: bool, part: Token
) -> str:
    """What a unit says of a noun, which may stand behind its "of" (`shared`) or `beside` it: "amount of barley",
    "length of the race", "speed of the car", "altitude"."""
    name = noun_words(setting, noun)
    if noun.lemma == "record" and beside and quantity.dimension == "length":
        return f"distance of {named_words(setting, noun)}"  # "the 200 metres record" is no 200 metres
    if noun.lemma.lower() in PROPERTIES or carrier_of(setting.parsed, noun) is not noun:
        return noun_words(setting, carrier_of(setting.parsed, noun))
    if shared:
        falling = quantity.dimension == "length" and noun.lemma in _FALLING
        if quantity.dimension == "length" and not falling and kind_of(quantity, verb) == "distance":
            return distance_label(setting, quantity, noun)
        what = "amount" if falling else _STUFF.get(quantity.dimension) or kind_of(quantity)
        done = verb is not None and verb.lemma not in words("light") | words("states") and part.dep == "nsubjpass"
        return f"{what} of {name}" + (f" {participle_words(setting.parsed, verb)}" if done and verb is not None else "")
    exit_ = exit_token(setting.parsed, quantity.span)
    if quantity.dimension == "angle" and _is_of_noun(setting.parsed, exit_):
        return "angle"  # "has a list of 20 degrees"
    kind, own = kind_of(quantity, verb), verb is not None and noun.dep in SUBJECTS and noun.head == verb.index
    if verb is not None and own and kind == "amount" and (held := amount_label(setting, quantity, verb)):
        return held  # "the dam holds back 90 million cubic metres"
    if (beside or noun.dep not in (*SUBJECTS, "dobj", "attr")) and quantity.dimension == "length":
        kind = "size" if quantity.unit is not None and quantity.unit.name == "inch" else "length"
    if quantity.dimension == "length" and noun.lemma in _FALLING:
        return f"amount of {name}"  # "rain in Tilde: 34 mm"
    placed = exit_ is not None and exit_.dep == "appos" and (noun.pos == "PROPN" or is_name(noun))
    if kind == "length" and placed:  # "near Tilde, 35 km to the south"; no place is 34 mm away, but has so much rain
        return "amount" if quantity.unit is not None and quantity.unit.name == "millimetre" else "distance"
    if kind == "distance" and exit_ is not None and setting.parsed.tokens[exit_.head].lemma == "at":
        return "length"  # "the viaduct, which at 318 metres has no rival"
    if kind == "distance" or (kind in _STUFF.values() and noun.pos == "PROPN" and not own):
        return kind  # drivers have none, and "the reservoir at Senn, which holds" is not Senn
    return f"{kind} of {named_words(setting, noun)}"


def _is_of_noun(parsed: ParsedSentence, exit_: Token | None) -> bool:
    above = parsed.tokens[exit_.head] if exit_ is not None else None
    return above is not None and above.lemma == "of" and parsed.tokens[above.head].pos == "NOUN"


def kind_of(quantity: Quantity, verb: Token | None = None) -> str:
    if quantity.kind is QuantityKind.MONEY:
        return "amount"
    if quantity.kind is QuantityKind.NUMBER:
        return "amount" if verb is not None and verb.lemma in _SPENDING else "number"
    if quantity.dimension == "length" and verb is not None and verb.lemma in _UPWARDS:
        return "height"
    if quantity.dimension == "angle" and verb is not None and verb.lemma in (
        words("light") | words("change") | _WEATHER):
        return "temperature"
    return _KINDS.get(quantity.dimension) or _KINDS.get(quantity.kind.value) or quantity.dimension.split("/")[0]


def amount_label(setting: Setting, quantity: Quantity, verb: Token) -> str:
    """By what is done with it: "amount lost by Velmar", "fine for Ann Lee", "price of the painting", "amount the
    building was insured for", "distance the village lies from the border"; "" for a verb that says nothing."""
    parsed = setting.parsed
    exit_ = exit_token(parsed, quantity.span)
    tail = stranded_word(parsed, exit_, verb)
    if tail and exit_ is not None and exit_.dep == "npadvmod":  # "12 km from the border"
        start = next(iter(children(parsed, parsed.tokens[exit_.head], "pobj")), None)
        tail = f"{tail} {noun_words(setting, start, article=True)}".strip()
    if quantity.dimension == "length" and verb.lemma in words("light") and tail == "at":
        return "length"  # "which at 212 metres has no equal"
    if quantity.kind is QuantityKind.DIMENSION and tail == "with":
        return kind_of(quantity, verb)  # "the dam was built; with its three million cubic metres it held"
    before = [t.text for t in tokens_before(parsed, quantity.span)[-1:]]
    if quantity.dimension == "length" and before == [","] and not tail:
        return "distance"  # "to get there from Marford, nine miles away"
    if quantity.kind is QuantityKind.MONEY and (special := _fine_or_price(setting, verb, tail)):
        return special
    kind, subject, passive = kind_of(quantity, verb), doer_of(parsed, verb), is_passive(parsed, verb)
    doer = named_words(setting, subject) if doer_words(setting, verb) not in PRONOUNS else ""
    if verb.lemma in cues("speech") or verb.lemma == "be" or (verb.lemma in _EMPTY | words("light") and not doer):
        return ""
    direct = exit_ is not None and exit_.head == verb.index and exit_.dep in ("dobj", "obj", "oprd", "attr")
    done = f"{participle_words(parsed, verb)} {_state_of(parsed, exit_, verb)}".rstrip()
    done = "" if verb.lemma == kind else done  # "is ranked number 3"
    if verb.lemma == "cost" and not doer:
        return "cost"
    if tail in _UNTIL or (not doer and not (direct or passive or (tail and kind == "amount"))):
        return ""  # "it crashed after 220 km"
    if not doer or (direct and passive and verb.lemma in _GIVING):
        return " ".join(part for part in (kind, done, tail, f"to {doer}" if doer else "") if part)
    if direct and not passive and kind == "amount":
        about = words_behind(setting, verb) if subject is not None else ""
        whole = f"{kind} {done} by {doer} {about}".strip()
        return whole if len(whole) <= WIDEST else f"{kind} {done} by {doer}"
    clause = clause_words(setting, verb, object_=bool(tail))
    whole = " ".join(part for part in (kind, clause, tail) if part)
    target = next(iter(children(parsed, verb, "dobj")), None) if tail and len(whole) > WIDEST else None
    if target is not None and (name := object_words(setting, target)):
        were = "were" if target.tag in ("NNS", "NNPS") else "was"
        return f"{kind} {name} {were} {participle_words(parsed, verb)} {tail}"  # who does it is left out
    return whole


def _state_of(parsed: ParsedSentence, exit_: Token | None, verb: Token) -> str:
    """The "available" of "made $3 million available"; "" for other amounts."""
    if exit_ is None or verb.lemma not in _MAKING:
        return ""
    states = (t for token in (exit_, verb) for t in children(parsed, token, "amod", "oprd", "acomp", "ccomp"))
    return next((t.text.lower() for t in states if t.pos == "ADJ" and t.index > exit_.index), "")


def _fine_or_price(setting: Setting, verb: Token, tail: str) -> str:
    """ "fine for Ann Lee", "price of the painting"; "" for what is neither."""
    parsed = setting.parsed
    target = next(iter(children(parsed, verb, "dobj", "dative")), None)
    thing = subject_of(parsed, verb) if is_passive(parsed, verb) or target is None else target
    name = named_words(setting, thing)
    if verb.lemma == "sign" and tail == "for" and thing is not None and _is_somebody(thing):
        return f"fee for {name}" if name else "fee"  # "have signed the striker for £24 million"
    if fine := fine_of(verb.lemma):
        return f"{fine} for {name}" if name else fine
    if tail not in _FOR or not (concept(verb.lemma) in concepts(_TRADING) or verb.lemma in words("light")):
        return ""
    return f"price of {name}" if name and verb.lemma not in words("light") else "price"


def _is_somebody(noun: Token) -> bool:
    return noun.entity == "PERSON" or is_person(noun.lemma) or noun.lemma.lower() in ("he", "she")


def stranded_word(parsed: ParsedSentence, exit_: Token | None, verb: Token) -> str:
    """The "for" of "was insured for $3 million", which a label ends with; "" for an amount without one."""
    above = parsed.tokens[exit_.head] if exit_ is not None else None
    return above.text.lower() if above is not None and above.pos == "ADP" and above.head == verb.index else ""


def carrier_of(parsed: ParsedSentence, noun: Token) -> Token:
    """The jobs of "the number of jobs", but the price of "the price of the takeover"."""
    inner = core(parsed, noun)
    above = parsed.tokens[inner.head]
    outer = parsed.tokens[above.head] if above.lemma == "of" else inner
    return outer if outer.lemma.lower() in _MEASURES else inner


def done_to(name: str, done: str) -> str:
    """ "jobs cut in Leeve", with what happens beside the noun."""
    place = _PLACE.search(name)
    at = place.start() if place else len(name)
    return f"{name[:at]} {done}{name[at:]}"
