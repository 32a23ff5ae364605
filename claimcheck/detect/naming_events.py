"""What a statement without a figure is about, in words for readers: "whether the road is closed", "whether there were
arrests"."""

from __future__ import annotations

from claimcheck.detect.measure import Setting, figures
from claimcheck.detect.phrases import WIDEST, act_words, clause_words, named_words, noun_words
from claimcheck.detect.verb_words import doing_words
from claimcheck.lexicon.predicates import words
from claimcheck.model.parse import Token
from claimcheck.model.tree import children


def occurrence_label(setting: Setting, verb: Token, predicate: Token, holder: Token | None) -> str:
    """What is said to be so or not: "whether the plant was closed"."""
    own = predicate.index == verb.index
    if own or predicate.dep in ("dobj", "attr", "acomp", "oprd"):
        clause = clause_words(setting, verb)
        if clause and own and _is_figure(setting, verb):
            return f"whether {clause} something"  # "whether tickets cost something"
        if clause and (own or predicate.text.lower() in clause.lower().split()):
            return f"whether {clause}"
    doing = doing_words(setting.parsed, verb)
    many = holder is not None and holder.tag in ("NNS", "NNPS")
    if own and doing.split(" ")[0] in ("was", "has", "is", "were", "have", "are"):
        many = doing.startswith(("were", "have", "are"))
    many = many or (own and verb.tag == "VBP")
    pronoun = "they" if many else "it"
    who = noun_words(setting, holder, article=True).removesuffix(f" {predicate.text.lower()}") or pronoun
    if own:
        return f"whether {who} {doing}"
    return f"whether {who} {'were' if many else 'was'} {predicate.text.lower()}"


def _is_figure(setting: Setting, verb: Token) -> bool:
    """Is what it costs or weighs nothing but a figure?"""
    targets = children(setting.parsed, verb, "dobj")
    return verb.lemma in words("states") and bool(targets) and all(t.index in figures(setting) for t in targets)


def existence_label(setting: Setting, noun: Token) -> str:
    """ "whether there were arrests"."""
    name = noun_words(setting, noun) or noun.text.lower()
    many = noun.tag in ("NNS", "NNPS") or name.endswith((" dead", " injured"))  # "crash dead"
    return f"whether there {'were' if many else 'was any'} {name}"


def order_label(setting: Setting, verb: Token, standard: Token) -> str:
    """Which of two comes first."""
    noun = named_words(setting, standard) if standard.pos == "NOUN" else ""
    asked = f"which came first: {_happening(setting, verb)} or {noun or _happening(setting, standard)}"
    return asked if len(asked) <= WIDEST else f"which came first: “{verb.text}” or “{standard.text}”"


def _happening(setting: Setting, verb: Token) -> str:
    clause = clause_words(setting, verb, object_=False).strip(" ,")
    return clause or act_words(setting, verb) or f"“{verb.text}”"
