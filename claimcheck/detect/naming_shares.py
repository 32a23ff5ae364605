"""What has a share where no noun does: "share of women" for "38 percent were women", "share in favour", "share that
voted for action"."""

from __future__ import annotations

from claimcheck.detect.clause import SUBJECTS
from claimcheck.detect.measure import Setting, figures
from claimcheck.detect.phrases import noun_words, words_behind
from claimcheck.detect.predicate import is_passive
from claimcheck.detect.verb_words import doing_words
from claimcheck.lexicon.cues import cues
from claimcheck.model.parse import Token
from claimcheck.model.tree import children, subtree

_BEHIND = 4


def share_that(setting: Setting, exit_: Token | None, verb: Token | None) -> str:
    """What the share of a whole that stands elsewhere is or does; "" where it is the subject of nothing."""
    if exit_ is None or verb is None or exit_.dep not in SUBJECTS or exit_.head != verb.index:
        return ""
    parsed = setting.parsed
    state = next(iter(children(parsed, verb, "attr", "acomp", "oprd")), None)
    behind = _behind(setting, verb)
    if verb.lemma == "be":
        if state is not None and state.pos in ("NOUN", "PROPN"):
            return f"share of {name}" if (name := noun_words(setting, state)) else "share"
        if state is not None:
            return f"share that is {state.text.lower()}" if state.pos == "ADJ" else "share"
        return f"share {behind}" if behind else "share"
    if verb.lemma in cues("speech") or verb.tag == "VBG" or is_passive(parsed, verb):
        return ""
    target = next(iter(children(parsed, verb, "dobj")), None)
    object_ = noun_words(setting, target) if target is not None and target.index not in figures(setting) else ""
    then = object_ or ("" if target is not None else behind)
    return f"share that {doing_words(parsed, verb)} {then}" if then else "share"


def is_of_somebody_else(setting: Setting, exit_: Token | None, verb: Token | None) -> bool:
    """ "Lunde won 50.6 per cent, her rival 49.4", "took 50.6 against 49.4 for her rival": the figure stands behind that
    of the subject."""
    if exit_ is None or verb is None:
        return False
    target = next(iter(children(setting.parsed, verb, "dobj")), None)
    if target is None or target.index >= exit_.index or target.index not in figures(setting):
        return False
    led = setting.parsed.tokens[exit_.head]
    return exit_ not in subtree(setting.parsed, target) and (led.pos != "ADP" or led.lemma == "against")


def _behind(setting: Setting, verb: Token) -> str:
    """ "In favour", "for action": what stands behind the verb, whatever stands in front of it."""
    parsed = setting.parsed
    first = next((t for t in children(parsed, verb, "prep") if t.index > verb.index), None)
    below = subtree(parsed, first) if first is not None else []
    if first is not None and len(below) == 1:
        return first.text.lower()  # "eight out of ten were against"
    if first is None or len(below) > _BEHIND or {t.index for t in below} & figures(setting):
        return ""
    return words_behind(setting, verb) or " ".join(t.text if t.pos == "PROPN" else t.text.lower() for t in below)
