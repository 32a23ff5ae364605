"""Who or what takes part: a noun phrase with the fullest name that its document gives for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimcheck.detect.clause import DEFINITE, SUBJECTS, content_words, core, is_nobody, name_words
from claimcheck.detect.referents import PERSONAL, PLURAL, THING, Referents
from claimcheck.extract.names import Roster
from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.frequency import is_unlisted
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
                     beside=self._joined(parsed, token), called=self._called(parsed, token, phrase))

    def _called(self, parsed: ParsedSentence, token: Token, phrase: Sequence[Token]) -> frozenset[str]:
        """The name that belongs to the party itself: that of the hunter in "the hunter Oskar Lind", and of "the Orlo
        striker Jan Amsel" not that of his club; () where it is all that is named."""
        name = named_behind(parsed, token)
        if name is not None:
            own = subtree(parsed, name, without=_APPOSED)
        elif token.pos == "PROPN":
            nouns = [t.index for t in phrase if t.pos == "NOUN" and t.text.islower() and t.index < token.index]
            own = [t for t in phrase if nouns and t.index > max(nouns) and t.dep != "poss"]
        else:
            return _taken_for_nouns([token])
        names = name_words(own) | _taken_for_nouns(own)
        return names | self._more_names(parsed, name or token, names) if names else names

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


def named_behind(parsed: ParsedSentence, noun: Token) -> Token | None:
    """The Lind of "the hunter Oskar Lind" or "the hunter, Oskar Lind,": the parser hangs him on the hunter, or takes
    him for one more subject or object."""
    if noun.pos != "NOUN":
        return None
    beside = children(parsed, noun, "appos")
    if noun.dep in (*SUBJECTS, "dobj"):
        beside += [t for t in children(parsed, parsed.tokens[noun.head], noun.dep) if t.index > noun.index]
    return next((t for t in beside if (t.pos == "PROPN" or _taken_for_nouns([t])) and _stands_behind(parsed, t, noun)),
                None)


def _stands_behind(parsed: ParsedSentence, name: Token, noun: Token) -> bool:
    """Right behind, or between two commas."""
    inside = subtree(parsed, name, without=_APPOSED)
    between = parsed.tokens[noun.index + 1 : min(t.index for t in inside)]
    after = parsed.tokens[max(t.index for t in inside) + 1 :][:1]
    return not between or all(len(side) == 1 and side[0].text == "," for side in (between, after))


def _taken_for_nouns(tokens: Iterable[Token]) -> frozenset[str]:
    """Names that the parser does not know: one word with a capital that no English text has."""
    return frozenset(t.text.lower() for t in tokens if t.text.istitle() and is_unlisted(t.text, t.lemma)
                     and (t.tag == "NN" or (t.tag == "NNS" and t.index)))  # "Trawlermen" where a sentence begins


def _is_score(name: Token, token: Token) -> bool:
    """The figures of "beat Velden 2-1"."""
    return name.pos == "PROPN" and token.index > name.index and token.dep == "nummod"
