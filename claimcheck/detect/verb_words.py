"""Verbs of a text as a reader is told of them: "was closed", "did not concede", "carried away"."""

from __future__ import annotations

from claimcheck.detect.capitals import is_name
from claimcheck.detect.clause import SUBJECTS, subject_of
from claimcheck.detect.predicate import is_passive
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.deeds import deed_of, is_deed, particle_verb
from claimcheck.lexicon.participles import is_regular, participle
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.tree import children

_BESIDE_VERB = frozenset({"aux", "auxpass", "prt", "advmod"})
_PARTICLES = frozenset({"away", "out", "off", "up", "down", "back", "over", "on", "in", "apart", "together",
                        "aground", "ashore", "adrift", "home", "ill", "sick"})
# Who is made to do something does it, and will not only do so.
_COMPELLING = frozenset({"make", "force", "compel", "oblige"})
_SHORT = frozenset({"to", "'s", "'re", "'ve", "'ll", "’s", "’re", "’ve", "’ll"})
_MODALS = frozenset({"will", "would", "can", "could", "may", "might", "must", "shall", "should", "did", "do", "does",
                     "'d", "wo", "ca"})
_FINITE = {"having": "had", "being": "was", "getting": "got"}
_SPOKEN_MODALS = frozenset({"do", "does", "did", "will", "would", "could", "should", "may", "might", "must"})
# How a finite verb, or the verb behind "did not" and "to", is denied, by its tag.
_FORMS = {"VB": "did", "VBD": "did", "VBZ": "does", "VBP": "do"}


def doing_words(parsed: ParsedSentence, verb: Token) -> str:
    """The verb as it would stand behind its subject: "was closed", "would resign"."""
    own = [t for t in children(parsed, verb, *_BESIDE_VERB) if t.text.lower() not in _SHORT
           and (t.dep != "advmod" or _is_particle(t, verb))]
    beside = {t.text.lower() for t in own}
    if own and own[0].text.lower() == "be" and not beside & _MODALS:
        return " ".join(("would", *(t.text.lower() for t in sorted((*own, verb), key=lambda t: t.index))))
    form, headline = verb.text.lower(), parsed.tokens[-1].pos != "PUNCT"
    support = next((t for t in own if t.dep == "aux" and t.lemma == "do"), None)
    if support is not None and support.text.lower() != "does" and (support.tag != "VBD" or is_regular(verb.lemma)):
        own.remove(support)  # "did not confess": whether they confessed
        form = participle(verb.lemma) if support.tag == "VBD" else verb.lemma
    front = [t.text.lower() for t in own if t.index < verb.index]
    front[:1] = [_FINITE.get(word, word) for word in front[:1]]  # but "is being questioned"
    verbs = [*front, form,
             *(t.text.lower() for t in own if t.index > verb.index)]
    if verb.tag == "VB" and support is None and not beside & _MODALS:
        return " ".join((_bound(parsed, verb) or "would", *verbs))
    if any(t.dep in ("aux", "auxpass") for t in own):
        return " ".join(verbs)
    undergone = verb.tag == "VBN" and is_passive(parsed, verb) and not is_finite(parsed, verb)
    undergone = undergone or _is_cut_off(parsed, verb)
    if undergone or (headline and left_out_were(parsed, verb)):
        subject = subject_of(parsed, verb)
        many = subject is not None and subject.tag in ("NNS", "NNPS") and not (subject.index == 0 and is_name(subject))
        return f"{'were' if many else 'was'} {participle_words(parsed, verb)}"
    if verb.tag == "VBG":  # "before convicting him"
        return participle_words(parsed, verb) if is_regular(verb.lemma) else " ".join(("was", *verbs))
    return " ".join(verbs)


def _bound(parsed: ParsedSentence, verb: Token) -> str:
    """The "has to" of "the man has to pay", the "had to" of "they were made to lie down"; "" elsewhere."""
    above = parsed.tokens[verb.head]
    if verb.dep not in ("xcomp", "advcl") or not any(t.lemma == "to" for t in children(parsed, verb, "aux")):
        return ""
    if above.lemma in _COMPELLING:
        return "had to"
    return f"{doing_words(parsed, above)} to" if above.lemma == "have" and above.index < verb.index else ""


def _is_cut_off(parsed: ParsedSentence, verb: Token) -> bool:
    """ "The pass, shut for eight years, will open again": the participle between commas, taken for a verb."""
    before = parsed.tokens[verb.index - 1]
    same = verb.tag == "VBD" and verb.text.lower() == participle(verb.lemma) and verb.dep in ("ccomp", "parataxis")
    above = parsed.tokens[verb.head]
    return same and before.text == "," and above.index > verb.index and not children(parsed, verb, "dobj") and (
        not children(parsed, above, *SUBJECTS))


def is_finite(parsed: ParsedSentence, verb: Token) -> bool:
    """ "The party, all from Leeds, set out at 8am.": the only verb, taken for a participle of its noun; "so the maker,
    Wren Foods, announced"."""
    noun = parsed.tokens[verb.head]
    root = parsed.tokens[noun.head] if noun.dep == "appos" else noun
    whole = root.dep == "ROOT" and root.pos != "VERB" and parsed.tokens[-1].pos == "PUNCT"
    aside = verb.dep == "acl" and parsed.tokens[verb.index - 1].text == ","
    if aside and noun.dep == "appos" and verb.lemma in cues("speech") and not children(parsed, verb, "agent"):
        return True
    alone = whole and aside
    return alone and bool(particles(parsed, verb)) and not children(parsed, verb, "agent")


def left_out_were(parsed: ParsedSentence, verb: Token, *, any_headline: bool = False) -> bool:
    """A participle without its "were": "450 jobs lost", or the verb of a line that does not end as a sentence does and
    says how they are then: "two hikers found dead". With `any_headline` that need not be said: "six arrested"."""
    if children(parsed, verb, "aux", "auxpass", "dobj"):
        return False
    if verb.tag == "VBN":
        return True
    headline = parsed.tokens[-1].pos != "PUNCT" and verb.tag == "VBD" and verb.text.lower() == participle(verb.lemma)
    return headline and (any_headline or bool(children(parsed, verb, "acomp", "oprd")))


def contrary_words(parsed: ParsedSentence, word: Token) -> str:
    """That what a predicate says is not so, as a reader would say it: "did not concede", "no arrests", "not hurt"."""
    said = with_particle(parsed, word)
    if word.pos in ("NOUN", "PROPN"):
        return f"no {said}"
    form = _FORMS.get(word.tag, "") if word.pos == "VERB" else ""
    if not form:
        return f"not {said}"
    modal = next((t.text.lower() for t in children(parsed, word, "aux") if t.text.lower() in _SPOKEN_MODALS), form)
    return f"{modal} not {word.lemma.lower()}{said.removeprefix(word.text.lower())}"


def with_particle(parsed: ParsedSentence, word: Token) -> str:
    """The word of a predicate as the text has it: "turned down", "arrested"."""
    return " ".join((word.text.lower(), *(t.text.lower() for t in children(parsed, word, "prt"))))


def participle_words(parsed: ParsedSentence, verb: Token) -> str:
    """The participle of a verb with its particle: "carried away", "employed"."""
    regular = verb.text.lower().endswith("ed") and verb.tag == "VBD"  # what the parser calls "fin" was "fined"
    word = verb.text.lower() if verb.tag == "VBN" or regular else participle(verb.lemma)
    return " ".join((word, *(t.text.lower() for t in particles(parsed, verb))))


def particles(parsed: ParsedSentence, verb: Token) -> list[Token]:
    return [t for t in children(parsed, verb, "prt", "advmod") if t.dep == "prt" or _is_particle(t, verb)]


def _is_particle(token: Token, verb: Token) -> bool:
    """ "Carried away", "took the firm over"; not the "up" of "expects revenue, up from"."""
    beside = token.index == verb.index + 1
    return token.text.lower() in _PARTICLES and (beside or is_deed(deed_of(particle_verb(verb.lemma, token.text))))
