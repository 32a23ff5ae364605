"""What a counted noun is told by where no verb does it: "employees in the study", "countries with telescopes"."""

from __future__ import annotations

from claimcheck.detect.clause import SUBJECTS, listed, subject_of
from claimcheck.detect.measure import Setting, figures
from claimcheck.detect.phrases import named_words, noun_words, object_words, words_behind
from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.participles import plural
from claimcheck.lexicon.people import is_person
from claimcheck.lexicon.predicates import concepts_of
from claimcheck.lexicon.units import currencies
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.tree import children, subtree
from claimcheck.model.value import Quantity

# Those that are counted are in these: "a study of 84,000 employees", "a crowd of 900 fans".
_GATHERED = frozenset({
    "study", "survey", "poll", "sample", "trial", "panel", "force", "army", "unit", "squad", "crowd", "fleet", "convoy",
    "crew", "network", "coalition", "alliance", "delegation", "jury", "committee", "workforce", "gang", "queue",
})
# Where things are in several of these, these have things: "schools in 40 districts".
_GROUNDS = frozenset({
    "country", "nation", "state", "province", "region", "county", "district", "city", "town", "village", "island",
    "continent", "neighbourhood", "neighborhood", "community", "municipality", "constituency",
})
# What is said of those by what they are to do, and of those by where they are moved.
_LEADING_ON = frozenset({"order", "tell", "force", "ask", "urge", "make", "compel", "allow", "require", "advise"})
_MOVING_ON = frozenset({"pull", "take", "bring", "move", "drag", "dig", "lift"})
_WAYS, _WAY = frozenset({"from", "to", "into", "out", "off"}), 4


def hung_label(setting: Setting, noun: Token, name: str) -> str:
    """Of a noun that hangs on another one: "employees in the study", "countries with telescopes", "countries of the
    delegates" for "delegates from 14 countries"; "" where that says nothing more."""
    preposition = setting.parsed.tokens[noun.head]
    above = setting.parsed.tokens[preposition.head]
    if preposition.dep != "prep" or above.pos not in ("NOUN", "PROPN") or " " in name:
        return ""
    if preposition.lemma == "of" and above.lemma in _GATHERED:
        return f"{name} in {named_words(setting, above)}"
    someone = is_person(above.lemma) or above.lemma in _GATHERED
    if preposition.lemma == "from" and someone:
        return f"{name} of {named_words(setting, above)}"
    doing = any(t.tag == "VBG" for t in children(setting.parsed, above, "amod"))  # "closing roads in 12 villages"
    some = above.tag == "NNS" and not someone and not doing
    return f"{name} with {named_words(setting, above)}" if preposition.lemma == "in" and some and (
        noun.lemma in _GROUNDS | cues("facility")) else ""


def had_label(setting: Setting, noun: Token, name: str, verb: Token) -> str:
    """ "Employees of the firm" for "the firm has 900 employees"; "" where they are not its people."""
    subject = subject_of(setting.parsed, verb)
    own = verb.lemma == "have" and noun.dep == "dobj" and noun.head == verb.index and is_person(noun.lemma)
    if not own or " " in name or concept(noun.lemma) in concepts_of("generic"):
        return ""
    whose = named_words(setting, subject)
    return f"{name} of {whose}" if whose else ""


def priced_label(setting: Setting, noun: Token, name: str, verb: Token | None) -> str:
    """ "Marks for the ticket" for "the ticket is 45 marks", be they money or those of an exam; "" elsewhere."""
    subject = subject_of(setting.parsed, verb) if verb is not None and verb.lemma == "be" else None
    if noun.lemma not in currencies().shared or noun.dep != "attr" or (what := named_words(setting, subject)) == "":
        return ""
    return f"{name} for {what}"


def parts_label(setting: Setting, noun: Token, quantity: Quantity) -> str:
    """ "Storeys of the tower" for "the 12-storey tower"; "" elsewhere."""
    whole = setting.parsed.tokens[noun.head]
    between = setting.parsed.tokens[noun.index - 1] if noun.index else noun
    if noun.tag != "NN" or between.tag != "HYPH" or whole.pos != "NOUN" or whole.index < noun.index:
        return ""
    if quantity.span.end > between.span.start or (named := named_words(setting, whole)) == "":
        return ""
    return f"{plural(noun.text.lower())} of {named}"


def several_words(setting: Setting, noun: Token) -> str:
    """The "sofas, beds and kitchens" that are counted as one; "" where one kind is counted or each by itself."""
    all_ = listed(setting.parsed, noun)
    names = [noun_words(setting, t) for t in all_]
    own = any(children(setting.parsed, t, "nummod", "det", "quantmod", "poss") for t in all_ if t is not noun)
    plain = all(t.tag == "NNS" and name and " " not in name for t, name in zip(all_, names, strict=True))
    if len(all_) == 1 or own or not plain:
        return ""
    return f"{', '.join(names[:-1])} and {names[-1]}"


def with_aim(setting: Setting, label: str, verb: Token) -> str:
    """ "People ordered to leave their homes", "people pulled from the rubble": what says little by its verb alone."""
    parsed = setting.parsed
    if verb.lemma in _LEADING_ON:
        below = next((t for t in children(parsed, verb, "xcomp", "advcl") if t.tag == "VB"), None)
        target = next(iter(children(parsed, below, "dobj")), None) if below is not None else None
        what = object_words(setting, target) if target is not None else ""
        what = what or (words_behind(setting, below) if below is not None and target is None else "")
        return f"{label} to {below.lemma} {what}".rstrip() if below is not None else label
    if verb.lemma not in _MOVING_ON:
        return label
    states = children(parsed, verb, "oprd", "acomp")
    ways = (t for token in (verb, *states) for t in children(parsed, token, "prep")
            if t.index > verb.index and t.lemma in _WAYS)
    way = next(ways, None)
    below_ = subtree(parsed, way) if way is not None else []
    short_ = 1 < len(below_) <= _WAY and not {t.index for t in below_} & figures(setting)
    said = " ".join(t.text if t.pos == "PROPN" else t.text.lower() for t in below_)
    return f"{label} {said}" if short_ and said not in label else label


def is_carried(parsed: ParsedSentence, noun: Token) -> bool:
    """ "A ship with 90 seats will sail", which the seats do not, though the parser makes them the subject."""
    first = min((t.index for t in subtree(parsed, noun) if t.index <= noun.index), default=noun.index)
    led = parsed.tokens[max(0, first - 1)]
    return noun.dep in SUBJECTS and led.lemma == "with" and led.dep == "prep"
