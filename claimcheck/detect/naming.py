"""What an amount measures in words for readers, as a noun phrase: "people killed", "price of the takeover", "amount
paid by the firm". Labels link nothing and decide nothing.

The head is the noun that has the amount or that is counted, else what is measured ("amount", "people", "speed"); behind
it stands what happens, as a participle, and who does it or what it is of. Who is only "he" in the text is left out.
"""

from __future__ import annotations

from claimcheck.detect.clause import (
    OBJECTS,
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
from claimcheck.detect.naming_amounts import (
    LOSING,
    PROPERTIES,
    amount_label,
    carrier_of,
    done_to,
    kind_of,
    measured_label,
    multiplied_label,
    stranded_word,
    valued_label,
)
from claimcheck.detect.naming_lengths import distance_label, length_label
from claimcheck.detect.naming_nouns import (
    had_label,
    hung_label,
    is_carried,
    parts_label,
    priced_label,
    several_words,
    with_aim,
)
from claimcheck.detect.naming_shares import is_of_somebody_else, share_that
from claimcheck.detect.phrases import (
    DEGREES,
    PRONOUNS,
    WIDEST,
    clause_words,
    degree_words,
    doer_words,
    named_words,
    noun_words,
    object_words,
    with_the,
    words_behind,
)
from claimcheck.detect.predicate import is_passive
from claimcheck.detect.verb_words import doing_words, left_out_were, participle_words
from claimcheck.detect.votes import TALLY
from claimcheck.lexicon.concepts import concept, is_event
from claimcheck.lexicon.participles import plural
from claimcheck.lexicon.people import is_person
from claimcheck.lexicon.predicates import concepts_of, words
from claimcheck.lexicon.units import units
from claimcheck.model.fact import Aspect
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.span import Span
from claimcheck.model.tree import children
from claimcheck.model.value import Quantity, QuantityKind

# What the subject of a verb has.
_STATED = {"weigh": "weight", "cost": "cost", "last": "duration", "measure": "size", "fetch": "price"}
# What stands before the name of a figure that another one has replaced.
EARLIER = "earlier "
# What things have one of, by dimension.
_HELD = {"magnitude": "magnitude"}
_VOTES, _VOTING = frozenset({"vote", "ballot", "ruling", "favour", "favor"}), frozenset({"vote", "rule", "split"})
_WHERE = frozenset({"at", "in", "by", "before", "within"})
_MOVING = frozenset({"come", "go"})
_AGAINST = frozenset({"to", "against"})
_EACH = frozenset({"a", "an", "per", "each", "every"})
# What has a number that is no rank, and what is done with it.
_WITH_NUMBERS = frozenset({"shirt", "jersey", "bus", "tram", "train", "line", "route", "platform", "car"})
_WEARING = frozenset({"wear", "don"})
_HOLDING = frozenset({"have", "take", "hold", "seat"})
# What comes with a place in an order: "came third with 3,105 votes".
_ENDING = frozenset({"come", "finish", "place", "win", "lead", "top"})
# What an ordinal is of where its noun is itself the order: "came in second place", "for the third time".
_IN_ORDER = {"place": "place", "time": "number of times", "rank": "rank", "position": "position"}


def quantity_label(
    setting: Setting, quantity: Quantity, noun: Token | None, verb: Token | None, event: str, aspect: Aspect
) -> str:
    """What an amount is an amount of: "people killed", "change in orders", "amount lost", "width of the ring"; "" where
    nothing is known of it."""
    parsed = setting.parsed
    exit_ = exit_token(parsed, quantity.span)
    if quantity.kind is QuantityKind.SCORE:
        return TALLY if _is_of_vote(parsed, quantity, verb) else "score"
    if quantity.kind is QuantityKind.NUMBER and (against := _opposed(parsed, quantity)):
        return against
    if noun is not None and noun.lemma == "worth":
        return _worth(setting, noun)
    if quantity.kind is QuantityKind.NUMBER and (hurt := _hurt_behind(parsed, exit_, noun)):
        return hurt
    if quantity.kind is QuantityKind.ORDINAL and (placed := _placed(setting, exit_, verb)):
        return placed
    if quantity.kind is QuantityKind.MULTIPLIER and (multiplied := multiplied_label(setting, quantity, exit_)):
        return multiplied
    if quantity.kind is QuantityKind.RANK and (numbered := _numbered(setting, exit_, verb)):
        return numbered
    if of_length := length_label(setting, quantity):
        return of_length
    if quantity.dimension not in _HELD and (stated := _stated(setting, noun, verb)):
        return stated
    if noun is not None and any(t.lemma == "across" for t in tokens_after(parsed, quantity.span)[:1]):
        return f"width of {named_words(setting, noun)}"
    if noun is not None and noun.lemma in DEGREES and noun.pos in ("ADJ", "ADV"):
        if quantity.kind is not QuantityKind.PERCENT:
            return degree_words(setting, noun)
        noun = None  # "the 49-year-old took 51 percent"
    shares = quantity.kind in (QuantityKind.PERCENT, QuantityKind.FRACTION) and aspect is Aspect.LEVEL
    if shares and is_of_somebody_else(setting, exit_, verb):
        return "share"
    named = carrier_of(parsed, noun) if noun is not None and noun.pos != "ADJ" else None
    name = noun_words(setting, named)
    if not name:
        return _without_noun(setting, quantity, exit_, verb, noun, event)
    if noun is None:
        return name
    if event == "away" and quantity.dimension not in _HELD:
        return distance_label(setting, quantity, noun)
    if quantity.dimension in _HELD:
        return f"{_HELD[quantity.dimension]} of {named_words(setting, noun)}"
    shared = exit_ is not None and any(t.lemma == "of" for t in children(parsed, exit_, "prep"))
    if aspect is Aspect.CHANGE and quantity.kind is QuantityKind.MONEY and verb is not None and verb.lemma in LOSING:
        return amount_label(setting, quantity, verb) or name
    if aspect is Aspect.CHANGE and noun.lemma == "point" and verb is not None:
        whose = named_words(setting, subject_of(parsed, verb))
        return f"points gained or lost by {whose}" if whose else "points gained or lost"
    if aspect is Aspect.CHANGE and quantity.kind is QuantityKind.MONEY and noun.entity == "PERSON" and verb is not None:
        return amount_label(setting, quantity, verb) or kind_of(quantity)  # nobody changes by 2 million
    if aspect is Aspect.CHANGE and not (shared and quantity.kind is QuantityKind.PERCENT):
        return "change" if noun.lemma == "money" else f"change in {noun_words(setting, named, article=True)}"
    if aspect is Aspect.PREVIOUS:
        return f"{EARLIER}{name}"
    if quantity.kind in (QuantityKind.PERCENT, QuantityKind.FRACTION):
        return _share(setting, quantity, noun, name, shared)
    part = exit_ if exit_ is not None and parsed.tokens[noun.head].head == exit_.index else _whole(parsed, noun)
    if exit_ is not None and any(t.lemma == "of" for t in children(parsed, exit_, "prep")):
        apposed = next((t for t in (exit_, noun) if t.dep == "appos"), None)
        part = parsed.tokens[apposed.head] if apposed is not None else part  # "11 people, seven of them men, were held"
    if quantity.kind is QuantityKind.ORDINAL:
        return _ranked(setting, quantity.span, noun, name, verb, event, part)
    if exit_ is not None and any(t.lemma == "of" for t in children(parsed, exit_, "quantmod")):
        return name  # the 80 of "holds 38 of 80 seats", which are not held
    if quantity.kind is QuantityKind.NUMBER and (parts := parts_label(setting, noun, quantity)):
        return parts
    room = verb is not None and verb.lemma in _HOLDING and noun is subject_of(parsed, verb)
    outside = exit_ is not None and exit_ is not noun and exit_.head != noun.index
    if quantity.kind is QuantityKind.NUMBER and room and outside:
        return "number"  # "the school will have room for 210"
    if quantity.kind is QuantityKind.NUMBER and (several := several_words(setting, noun)):
        return _counted(setting, noun, several, verb, event, part)
    if quantity.kind is QuantityKind.NUMBER:
        return _counted(setting, noun, _plural_words(setting.parsed, noun, name), verb, event, part)
    if quantity.kind is QuantityKind.DIMENSION:
        beside = exit_ is not None and exit_.head == noun.index and not shared
        return measured_label(setting, quantity, noun, verb, shared=shared, beside=beside, part=part)
    return valued_label(setting, quantity, noun, name, verb, event, part)


def _share(setting: Setting, quantity: Quantity, noun: Token, name: str, shared: bool) -> str:
    """ "share of the vote", "share of workers" for "one worker in eight", "percentage of Dekker", "turnout"."""
    if shared or quantity.kind is QuantityKind.FRACTION:
        return f"share of {_plural_words(setting.parsed, noun, noun_words(setting, noun, article=True))}"
    if noun.tag == "NN" and is_person(noun.lemma):
        return "share"  # "the incumbent took 50.6 per cent against 49.4"
    who = noun.tag == "NNP" and noun.lemma.lower() not in words("shares")  # not the "Turnout" that begins a sentence
    return f"{kind_of(quantity)} of {name}" if who else name


def _ranked(
    setting: Setting, rank: Span, noun: Token, name: str, verb: Token | None, event: str, part: Token
) -> str:
    """ "minute Marsh levelled", "place of Dekker" for "Dekker came second", "place among folding phones unveiled",
    "number of times" for "for the third time"."""
    if noun.tag == "NNP":
        largest = any(t.tag == "JJS" for t in tokens_after(setting.parsed, rank)[:2])
        return f"rank of {name}" if largest else f"place of {name}"  # "is Europe's third-largest maker"
    if noun.lemma in units().words:
        return _counted(setting, noun, name, verb, event, part)
    if noun.lemma in _IN_ORDER:
        return _IN_ORDER[noun.lemma]
    name = _pluralised(noun, name)
    if concept(noun.lemma) == concept("death"):
        return f"{name} so far"  # "a third death in Harrow"
    done = verb is not None and part.dep in ("dobj", "obj", "nsubjpass") and part.head == verb.index
    return f"place among {_counted(setting, noun, name, verb, event, part) if done else name}"


def _hurt_behind(parsed: ParsedSentence, exit_: Token | None, noun: Token | None) -> str:
    """ "People dead" for "coach crash: six dead" and "the six crash dead"; "" elsewhere."""
    if exit_ is None or (noun is not None and is_person(noun.lemma)):
        return ""
    happened = noun is not None and noun.index > exit_.index and noun.tag == "NN" and is_event(concept(noun.lemma))
    above = noun if noun is not None and happened else exit_
    behind = parsed.tokens[above.index + 1 : above.index + 2]
    own = happened or noun is None or noun.index < exit_.index
    told = (t for t in behind if own and t.tag in ("JJ", "RB", "VBN") and concept(t.lemma) in concepts_of("human"))
    return next((f"people {t.text.lower()}" for t in told), "")


def _placed(setting: Setting, exit_: Token | None, verb: Token | None) -> str:
    """ "Place of the candidate" for "the candidate came third"; "" elsewhere."""
    if exit_ is None or verb is None or exit_.dep not in ("advmod", "acomp", "attr", "oprd"):
        return ""
    subject = subject_of(setting.parsed, verb) if exit_.head == verb.index and exit_.index > verb.index else None
    if subject is None or is_passive(setting.parsed, verb):
        return ""
    team = subject.index == 0 and subject.tag == "NNS"  # "Rovers", which the parser takes for those who rove
    name = subject.text if team else named_words(setting, subject)
    return f"place of {name}" if name else "place"


def _numbered(setting: Setting, exit_: Token | None, verb: Token | None) -> str:
    """ "Number of the shirt" for "the number 9 shirt", "number the striker will wear"; "" for what is a rank."""
    above = setting.parsed.tokens[exit_.head] if exit_ is not None else None
    if above is not None and above.lemma == "number":
        above = setting.parsed.tokens[above.head]
    if above is not None and above.lemma in _WITH_NUMBERS and exit_ is not None and above.index > exit_.index:
        return f"number of {named_words(setting, above)}"
    if verb is None or verb.lemma not in _WEARING:
        return ""
    someone = doer_words(setting, verb) not in PRONOUNS | {""}
    return f"number {clause_words(setting, verb, object_=False)}" if someone else "number worn"


def _plural_words(parsed: ParsedSentence, noun: Token, name: str) -> str:
    """Of "one shot" and of "one worker in eight" the shots and the workers."""
    one = any(t.lemma.lower() == "one" for t in children(parsed, noun, "nummod"))
    return _pluralised(noun, name) if one else name


def _pluralised(noun: Token, name: str) -> str:
    if noun.tag != "NN":
        return name
    return " ".join(plural(word) if word.lower() == noun.text.lower() else word for word in name.split(" "))


def _is_of_vote(parsed: ParsedSentence, score: Quantity, verb: Token | None) -> bool:
    """ "Voted 54-46", "by eight votes to three", "a 5-4 ruling"; not "the away-goals rule, after the 3-1 win"."""
    inside, before, after = (of(parsed, score.span) for of in (tokens_in, tokens_before, tokens_after))
    near = [*inside, *before[-3:], *after[:2]]
    return (verb is not None and verb.lemma in _VOTING) or any(t.lemma.lower() in _VOTES for t in near)


def _stated(setting: Setting, noun: Token | None, verb: Token | None) -> str:
    """ "Weight of the ring" for "the ring weighs 20 grams"; "" where the amount is of another noun."""
    subject = subject_of(setting.parsed, verb) if verb is not None and verb.lemma in _STATED else None
    other = noun is not None and verb is not None and noun.head != verb.index
    if other and not (subject is not None and noun is core(setting.parsed, subject)):
        return ""
    if subject is not None and subject.lemma in PROPERTIES:
        return ""  # "temperatures of 36 degrees were measured"
    holder = named_words(setting, subject)
    return f"{_STATED[verb.lemma]} of {holder}" if verb is not None and holder else ""


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


def _whole(parsed: ParsedSentence, noun: Token) -> Token:
    """The total of "a total of 12 houses", which is what burned down."""
    of = parsed.tokens[noun.head]
    above = parsed.tokens[of.head]
    return above if of.lemma == "of" and noun.dep == "pobj" and above.lemma in words("light_noun") else noun


def _opposed(parsed: ParsedSentence, quantity: Quantity) -> str:
    """ "votes against" for the second figure of "by 52 votes to 48"; "" elsewhere."""
    *_, noun, word = (None, None, *tokens_before(parsed, quantity.span))
    if noun is not None and not (noun.lemma in _VOTES or is_person(noun.lemma)):
        return ""  # "by 900 million florins to 5.4 billion"
    if noun is None or word is None or word.text.lower() not in _AGAINST or noun.tag != "NNS":
        return ""
    return f"{noun.text.lower()} against" if children(parsed, noun, "nummod") else ""


def _counted(
    setting: Setting, noun: Token, name: str, verb: Token | None, event: str, part: Token
) -> str:
    """The counted things and what happens to them: "people killed", "members who voted", "stages bands perform on"."""
    parsed = setting.parsed
    own = next((t for t in children(parsed, noun, "acl", "relcl") if event and concept(t.lemma) == event
                and not any(s.tag == "PRP" for s in children(parsed, t, *SUBJECTS))), None)
    if is_carried(parsed, noun):
        return name
    if own is not None and own.pos == "VERB":
        passive = own.tag == "VBN" and own.dep == "acl"
        return done_to(name, participle_words(parsed, own)) if passive else _who(setting, noun, name, own)
    if verb is None or noun.index == verb.index:
        return hung_label(setting, noun, name) or name
    if noun.lemma == "time" and (clause := clause_words(setting, verb)):
        return f"times {clause}"  # "called out 1,150 times"
    if verb.lemma in words("light"):
        state = next((t for t in children(parsed, verb, "acomp", "oprd", "attr", "advmod")
                      if event and concept(t.lemma) == event and t.index != noun.index), None)
        if state is None and part.dep == "nsubjpass":
            return with_aim(setting, _undergone(setting, name, verb), verb)
        if state is not None and part.dep in SUBJECTS:
            return f"{name} {state.text.lower()}"
        if verb.lemma == "go" and part.dep == "nsubj" and _is_lost(parsed, verb):
            return _who(setting, noun, name, verb)
        if any(t.lemma == "go" and t.tag == "VB" and _is_lost(parsed, t) for t in children(parsed, verb, "xcomp")):
            return f"{name} to go"
        moved = _stranded(setting, noun, name, verb) if verb.lemma in _MOVING else ""
        moved = moved or priced_label(setting, noun, name, verb)
        return moved or had_label(setting, noun, name, verb) or hung_label(setting, noun, name) or name
    if part.dep == "nsubjpass":
        return with_aim(setting, done_to(name, participle_words(parsed, verb)), verb)
    if part.dep in ("nsubj", "csubj") and verb.lemma in words("change") and not children(parsed, noun, "nummod"):
        return name  # "the number of visitors rose to 1.2 million"
    if part.dep in ("nsubj", "csubj"):
        return _who(setting, noun, name, verb)
    if part.dep in ("dobj", "obj") and part.head == verb.index:
        return with_aim(setting, done_to(name, participle_words(parsed, verb)), verb)
    return _stranded(setting, noun, name, verb) or hung_label(setting, noun, name) or name


def _is_lost(parsed: ParsedSentence, verb: Token) -> bool:
    """ "30 jobs will go at the mill", which go nowhere."""
    behind = {t.lemma for t in children(parsed, verb, "prep")}
    return behind <= _WHERE and not children(parsed, verb, "prt", "acomp", "oprd", "attr", "xcomp", "advmod", "dobj")


def _undergone(setting: Setting, name: str, verb: Token) -> str:
    """ "people taken to hospital", "hikers found dead", "whales left"."""
    state = next(iter(children(setting.parsed, verb, "acomp", "oprd")), None)
    then = state.text.lower() if state is not None and state.pos == "ADJ" else words_behind(setting, verb)
    return " ".join(part for part in (name, participle_words(setting.parsed, verb), then) if part)


def _who(setting: Setting, noun: Token, name: str, verb: Token) -> str:
    human = noun.pos == "PROPN" or is_person(noun.lemma)
    doing = doing_words(setting.parsed, verb)
    if verb.tag == "VBG":  # "people missing", "crews battling the flames"
        target = next(iter(children(setting.parsed, verb, "dobj")), None)
        then = object_words(setting, target) if target is not None else words_behind(setting, verb)
        return f"{name} {verb.text.lower()} {then}".rstrip()
    if left_out_were(setting.parsed, verb):
        return _undergone(setting, name, verb)
    ends = [t.index for t in setting.parsed.tokens[verb.index + 1 :] if t.text == ","]
    behind = (t for t in children(setting.parsed, verb, "dobj", "xcomp", "ccomp", "acomp")
              if verb.index < t.index < min(ends, default=len(setting.parsed.tokens)))
    target = next(behind, None)  # not the schools of "2,100 houses collapsed, among them two schools"
    told = target is not None and (target.pos in ("NOUN", "PROPN") or (target.dep == "acomp" and target.pos == "ADJ"))
    done_to = object_words(setting, target) if target is not None and told else ""
    then = done_to or ("" if ends[:1] == [verb.index + 1] else words_behind(setting, verb))
    if target is not None and not then:
        return name  # "who killed himself", "who should try showing": what they do is not said by the verb alone
    return " ".join(part for part in (name, "who" if human else "that", doing, then) if part)


def _stranded(setting: Setting, noun: Token, name: str, verb: Token) -> str:
    """ "stages bands will perform on" where the noun hangs on a preposition of the verb; "" elsewhere."""
    parsed = setting.parsed
    preposition = parsed.tokens[noun.head]
    if preposition.pos != "ADP" or preposition.head != verb.index or preposition.lemma in ("according", "of"):
        return ""
    if preposition.dep == "agent":
        if concept(noun.lemma) not in concepts_of("human"):  # "votes the motion was rejected by"
            return f"{name} {clause} by" if (clause := clause_words(setting, verb)) else ""
        return f"{name} who {verb.text.lower()}" if verb.text.endswith("ed") else name  # "was watched by 900 people"
    if preposition.lemma == "with" and is_person(noun.lemma):
        return ""  # "the team finished with ten men": nothing is done with them
    if preposition.lemma == "with" and verb.lemma in _ENDING:
        whose = named_words(setting, subject_of(parsed, verb))
        return f"{name} {'for' if noun.lemma == 'vote' else 'of'} {whose}" if whose else name
    clause, target = clause_words(setting, verb), next(iter(children(parsed, verb, "dobj")), None)
    if target is not None and verb.tag == "VBG" and not children(parsed, verb, "aux"):
        return _reached(setting, noun, name, verb, target)
    if clause and noun.lemma in units().words:  # "minute Marsh levelled"
        return f"{name} {clause}"
    return f"{name} {clause} {preposition.text.lower()}" if clause and clause.split()[0] not in PRONOUNS else ""


def _reached(setting: Setting, noun: Token, name: str, verb: Token, target: Token) -> str:
    """ "Homes to which power was cut" for "cutting power to 900 homes", which says neither who nor when; "" where the
    object is no noun."""
    what = noun_words(setting, target, article=True)
    which = "whom" if is_person(noun.lemma) else "which"
    were = "were" if target.tag in ("NNS", "NNPS") else "was"
    leading = setting.parsed.tokens[noun.head].text.lower()
    return f"{name} {leading} {which} {what} {were} {participle_words(setting.parsed, verb)}" if what else ""


def _without_noun(
    setting: Setting, quantity: Quantity, exit_: Token | None, verb: Token | None, noun: Token | None, event: str
) -> str:
    """Where no noun says what it is: "people injured", "amount lost", "distance the ring lies from"."""
    kind = kind_of(quantity, verb)
    shares = quantity.kind in (QuantityKind.PERCENT, QuantityKind.FRACTION)
    if shares and (shared := share_that(setting, exit_, verb)):
        return shared
    if quantity.kind is QuantityKind.NUMBER and (whole := _of_whole(setting, exit_)) is not None and verb is not None:
        return _counted(setting, whole, noun_words(setting, whole), verb, event, whole)
    state = noun if noun is not None and noun.pos == "ADJ" else None
    spent = kind == "amount" and exit_ is not None and exit_.dep not in SUBJECTS and state is None
    if quantity.kind is QuantityKind.NUMBER and not spent:
        return _number(setting, exit_, verb, state, event)
    if state is not None and quantity.kind is QuantityKind.PERCENT:
        return f"{kind} {state.text.lower()}"
    if verb is None:
        return ""
    return amount_label(setting, quantity, verb) or _from_where(setting, kind, exit_, verb)


def _of_whole(setting: Setting, exit_: Token | None) -> Token | None:
    """The seats of "holds 38 of 80 seats"."""
    of_all = setting.parsed.tokens[exit_.head] if exit_ is not None and exit_.dep == "quantmod" else None
    whole = setting.parsed.tokens[of_all.head] if of_all is not None and of_all.dep == "nummod" else None
    return whole if whole is not None and whole.pos == "NOUN" and whole.dep in OBJECTS else None


def _from_where(setting: Setting, kind: str, exit_: Token | None, verb: Token) -> str:
    """ "distance from Earth" for "it is 6 billion kilometres from Earth"."""
    behind = (words_behind(setting, token) for token in (exit_, verb) if token is not None)
    place = next((words for words in behind if words.startswith(("from ", "off ", "to "))), "")
    return f"{kind} {place}" if place and kind == "distance" else kind


def _number(setting: Setting, exit_: Token | None, verb: Token | None, state: Token | None, event: str) -> str:
    """Of people or things that no noun names: "people missing", "number brought to safety"."""
    parsed = setting.parsed
    what = "people" if event in concepts_of("human") | concepts_of("headcount") else "number"
    if state is not None:
        return f"{'people' if concept(state.lemma) in concepts_of('human') else what} {state.text.lower()}"
    if verb is None:
        said = next((t for t in children(parsed, exit_, "acl") if t.tag == "VBN"), None) if exit_ else None
        return f"{what} {participle_words(parsed, said)}" if said is not None else ""
    if left_out_were(parsed, verb, any_headline=True):
        return f"{what} {participle_words(parsed, verb)}"  # "dozens injured in blast"
    if verb.lemma in words("light") and exit_ is not None and exit_.dep == "nsubjpass":
        return _undergone(setting, what, verb)
    if verb.lemma in words("light"):
        said = next((t for t in children(parsed, verb, "acomp", "oprd", "attr", "xcomp", "advmod")
                     if event and concept(t.lemma) == event), None)
        if said is not None and said.pos == "NOUN":  # "151 votes in favour and 149 against"
            return noun_words(setting, said)
        return f"{what} {said.text.lower()}" if said is not None else ""
    subject = subject_of(parsed, verb)
    doing = exit_ is not None and (exit_.dep in SUBJECTS or exit_.dep == "quantmod")  # "42 of 90 members voted"
    active = subject is not None and not is_passive(parsed, verb) and doing
    if active and verb.tag != "VBG":
        target = next((t for t in children(parsed, verb, "dobj") if t.index > verb.index), None)
        then = object_words(setting, target) if target is not None else ""
        if target is not None and not then:
            return what if what == "people" else "number"
        return f"{what} {'who' if what == 'people' else 'that'} {doing_words(parsed, verb)} {then}".rstrip()
    done = verb.text.lower() if active else participle_words(parsed, verb)
    return " ".join(part for part in (what, done, stranded_word(parsed, exit_, verb)) if part)


def with_rate(setting: Setting, quantity: Quantity, label: str) -> str:
    """ "Value of the contract a week" for "a contract worth £65,000 a week"."""
    behind = [t.text.lower() for t in tokens_after(setting.parsed, quantity.span)[:3]]
    behind = behind[: 3 if " ".join(behind[1:]) in units().words else 2]
    rate = quantity.kind is QuantityKind.MONEY and set(behind[:1]) <= _EACH and all(word.isalpha() for word in behind)
    whole = " ".join((label, *behind))
    return whole if label and rate and len(whole) <= WIDEST else label


def trend_label(setting: Setting, trend: Token, what: Token) -> str:
    """ "rise in net profit"."""
    name = noun_words(setting, what, article=True)
    return f"{trend.text.lower()} in {name}" if name else trend.text.lower()
