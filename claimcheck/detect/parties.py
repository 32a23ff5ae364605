"""Who or what takes part: a noun phrase with the fullest name that its document gives for it."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.detect.clause import DEFINITE, content_words, core, is_nobody, name_words
from claimcheck.detect.referents import PERSONAL, PLURAL, THING, Referents
from claimcheck.extract.names import Roster
from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.cues import cues
from claimcheck.model.fact import Party
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.tree import children, subtree

_SOMEBODY = frozenset({"person", "people", "somebody", "someone", "anyone", "anybody", "other", "everyone", "those"})
_APPOSED = frozenset({"relcl", "acl", "advcl", "prep", "punct", "cc", "conj", "case"})


class Parties:
    """The parties of one document."""

    def __init__(self, roster: Roster, referents: Referents) -> None:
        self.roster, self.referents = roster, referents

    def of(self, parsed: ParsedSentence, token: Token) -> Party:
        """The party that a noun or pronoun stands for; a pronoun has the words of all that it may stand for."""
        if token.pos == "PRON" and token.text.lower() in PERSONAL | THING | PLURAL:
            found = [self._noun(p, t) for p, t in self.referents.of(parsed, token)]
            if not found:
                return Party(token.text, pronoun=True)
            return Party(token.text, found[0].head, frozenset().union(*(f.names for f in found)),
                         frozenset().union(*(f.words | {f.head} for f in found)), pronoun=True)
        return self._noun(parsed, token)

    def _noun(self, parsed: ParsedSentence, token: Token) -> Party:
        phrase = [t for t in subtree(parsed, token, without=_APPOSED) if not _is_score(token, t)]
        lemma = token.lemma.lower()
        if lemma in ("none", "neither"):
            of = (p for p in children(parsed, token, "prep") if p.lemma == "of")
            below = next((o for p in of for o in children(parsed, p, "pobj")), None)
            if below is not None:
                return replace(self._noun(parsed, below), general=True, none=True)
        none = is_nobody(parsed, token)
        general = none or lemma in _SOMEBODY or (lemma == "one" and token.pos == "PRON")
        names = name_words(t for t in phrase if t.dep != "poss" or t.index == token.index)
        names |= self._more_names(parsed, token, names)
        inner = core(parsed, token)
        head = "" if token.pos in ("PROPN", "PRON") else concept(inner.lemma)
        words = content_words(phrase) | self.referents.kinds(names)
        return Party(" ".join(t.text for t in phrase), head, names, words, general, none,
                     beside=self._joined(parsed, token))

    def _joined(self, parsed: ParsedSentence, token: Token) -> frozenset[str]:
        """Names and concepts of the others in "Ida Brandt and Ulf Maro"."""
        others = [self._noun(parsed, t) for t in children(parsed, token, "conj") if t.pos in ("NOUN", "PROPN")]
        return frozenset(w for o in others for w in (*o.names, *o.words, *o.beside))

    def _more_names(self, parsed: ParsedSentence, token: Token, names: frozenset[str]) -> frozenset[str]:
        """The full name behind a short form, or behind "the pilot" and "the 34-year-old"."""
        if token.pos == "PROPN" and len(names) == 1:
            full = self.roster.full_name((token.text,)).lower().split()
            return frozenset(full)
        definite = any(t.lemma.lower() in DEFINITE for t in children(parsed, token, "det"))
        if names or not definite or token.tag == "NNS":
            return frozenset()
        if token.lemma in cues("role"):
            known = self.roster.by_role(token.lemma, parsed.sentence.index)
        else:
            known = self.referents.named(parsed, token)
        return frozenset(known.lower().split())


def _is_score(name: Token, token: Token) -> bool:
    """The figures of "beat Velden 2-1"."""
    return name.pos == "PROPN" and token.index > name.index and token.dep == "nummod"
