"""What a counted noun is told by where no verb does it: "employees in the study", "countries with telescopes"."""

from __future__ import annotations

from claimcheck.detect.clause import subject_of
from claimcheck.detect.measure import Setting
from claimcheck.detect.phrases import named_words
from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.participles import plural
from claimcheck.lexicon.people import is_person
from claimcheck.lexicon.predicates import concepts_of
from claimcheck.lexicon.units import currencies
from claimcheck.model.parse import Token
from claimcheck.model.tree import children
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
