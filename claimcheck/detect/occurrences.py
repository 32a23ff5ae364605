"""That something happened, holds or exists, or does not: one fact for each predicate that says something itself.

Predicates are verbs, the event nouns of light verbs ("made a request"), adjectives behind a copula ("is closed",
"kept the road open"), and counted or denied nouns ("14 arrests", "no arrests", "without injuries").
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.detect.clause import (
    SUBJECTS,
    clause_tokens,
    content_words,
    core,
    is_conditional,
    is_negated,
    name_words,
    subject_of,
    verb_above,
)
from claimcheck.detect.measure import Setting, noun_phrase
from claimcheck.detect.referents import PERSONAL, PLURAL, THING, Referents
from claimcheck.extract.names import Roster
from claimcheck.lexicon.concepts import concept, is_event
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.predicates import words
from claimcheck.model.fact import Fact, Measure, Occurrence, Party
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.tree import children, span_of, subtree

_NOBODY = frozenset({"nobody", "none", "nothing", "one"})
_SOMEBODY = frozenset({"person", "people", "somebody", "someone", "anyone", "anybody", "other", "everyone", "those"})
_STATES = ("acomp", "oprd", "attr", "advmod", "ccomp")
_COPULAS = frozenset({"be", "remain", "stay", "become", "keep", "leave", "go", "escape", "declare", "find", "stand",
                      "feel"})
_LASTING = frozenset({"remain", "stay", "keep", "still", "continue"})
_CLAUSES = frozenset({"relcl", "acl", "advcl"})
_APPOSED = frozenset({"relcl", "acl", "advcl", "prep", "punct", "cc", "conj"})


def occurrence_facts(setting: Setting, roster: Roster, referents: Referents) -> Iterator[Fact]:
    """Facts of one sentence in the order of its verbs, then of its nouns."""
    reader = _Reader(setting, roster, referents)
    for verb in setting.parsed.tokens:
        if verb.pos in ("VERB", "AUX"):
            yield from reader.of_verb(verb)
    for noun in setting.parsed.tokens:
        if noun.pos == "NOUN":
            yield from reader.of_noun(noun)


class _Reader:
    """One sentence with what its names and pronouns stand for."""

    def __init__(self, setting: Setting, roster: Roster, referents: Referents) -> None:
        self.setting, self.parsed = setting, setting.parsed
        self.roster, self.referents = roster, referents

    def of_verb(self, verb: Token) -> Iterator[Fact]:
        for state in self._states(verb):
            holder = next(iter(children(self.parsed, verb, "dobj")), None) or subject_of(self.parsed, verb)
            if holder is not None:
                yield self._fact(verb, state, "state", None, holder)
        target = next(iter(children(self.parsed, verb, "dobj")), None)
        if verb.pos != "VERB" or (verb.lemma in cues("speech") and self._says(verb, target)):
            return
        predicate = verb
        if verb.lemma in words("light"):
            noun = next((o for o in children(self.parsed, verb, "dobj") if is_event(concept(o.lemma))), None)
            if noun is None:
                return
            predicate, target = noun, None
        agent, theme = self._arguments(verb, target)
        if predicate.index != verb.index and not _is_passive(self.parsed, verb):
            agent, theme = theme, None  # who makes a request does it; nothing is done to it
        if theme is not None and theme.lemma in cues("body") | cues("injury") and agent is not None:
            agent, theme = None, agent  # who breaks a leg is the one who is hurt
        if agent is not None or theme is not None:
            yield self._fact(verb, predicate, "event", agent, theme)

    def _says(self, verb: Token, target: Token | None) -> bool:
        """ "found that ..." reports; "found cracks" and "conceded" do not."""
        if children(self.parsed, verb, "ccomp", "parataxis"):
            return True
        if verb.lemma == "find" and _is_passive(self.parsed, verb):
            return False
        return verb.lemma != "concede" and (target is None or verb.lemma not in ("find", "reveal", "deny", "concede"))

    def _arguments(self, verb: Token, target: Token | None) -> tuple[Token | None, Token | None]:
        """Agent and theme in the active or the passive."""
        subject = subject_of(self.parsed, verb)
        if _is_passive(self.parsed, verb):
            by = next((o for a in children(self.parsed, verb, "agent") for o in children(self.parsed, a, "pobj")), None)
            return by, subject
        return (subject, target) if target is not None else (None, subject)

    def _states(self, verb: Token) -> list[Token]:
        if verb.lemma not in _COPULAS:
            return []
        below = children(self.parsed, verb, *_STATES)
        found = [t for t in below if t.pos == "ADJ" or (t.tag == "VBN" and t.dep != "ccomp")]
        return [t for t in found if t.dep != "advmod" or concept(t.lemma) in cues("state")]

    def of_noun(self, noun: Token) -> Iterator[Fact]:
        """ "14 arrests", "no arrests", "without injuries", "redundancies could not be avoided"."""
        verb = verb_above(self.parsed, noun)
        if verb is None or noun.dep not in ("attr", "dobj", "pobj", "nsubj", "nsubjpass"):
            return
        own = children(self.parsed, noun)
        negated = any(t.lemma == "no" and t.dep in ("det", "neg") for t in own)
        counted = any(t.dep == "nummod" for t in own)
        if noun.dep in SUBJECTS and not self._is_averted(verb, noun):
            return  # the verb of the subject has said so
        head = self.parsed.tokens[noun.head]
        without = noun.dep == "pobj" and head.lemma == "without"
        exists = any(t.dep == "expl" for t in children(self.parsed, verb))
        averted = self._is_averted(verb, noun)
        if not (negated or counted or without or exists or averted):
            return
        denied = negated or without or averted
        if (noun.dep == "attr" or averted) and is_negated(self.parsed, verb):
            denied = not denied
        of = next((o for p in children(self.parsed, noun, "prep") if p.lemma in ("of", "by", "among")
                   for o in children(self.parsed, p, "pobj")), None)
        party = self._party(of) if of is not None else Party(general=True)
        value = Occurrence(noun.span, concept(noun.lemma), denied, "no" if denied else "", "some", theme=party,
                           around=self._around(noun), pending=self._pending(verb))
        yield Fact(span_of(noun_phrase(self.parsed, noun)), value,
                   self._measure(verb, value, noun.text), denied)

    def _is_averted(self, verb: Token, noun: Token) -> bool:
        if verb.lemma not in cues("averting") or verb.tag in ("VB", "VBG"):
            return False  # "to avoid a decline" is a purpose
        return noun.dep == "dobj" or (noun.dep == "nsubjpass" and _is_passive(self.parsed, verb))

    def _fact(self, verb: Token, predicate: Token, kind: str, agent: Token | None, theme: Token | None) -> Fact:
        parsed = self.parsed
        refused = verb.dep == "xcomp" and parsed.tokens[verb.head].lemma in cues("negative_verb")
        denied = is_negated(parsed, verb) or any(
            d.lemma == "no" for o in children(parsed, verb, "dobj", "attr") for d in children(parsed, o, "det"))
        cue = "refused" if refused else next((t.text for t in children(parsed, verb, "neg")), "no" if denied else "")
        own = children(parsed, verb)
        value = Occurrence(
            predicate.span, self._predicate(verb, predicate), denied, cue, kind,
            self._party(agent) if agent is not None else Party(),
            self._party(theme) if theme is not None else Party(),
            (*self._around(verb), *(self._around(predicate) if predicate.index != verb.index else ())),
            lasting=verb.lemma in _LASTING or any(t.lemma in _LASTING for t in own),
            refused=refused, pending=self._pending(verb),
        )
        near = [t for t in own if t.dep in ("neg", "aux", "auxpass", "prt")]
        return Fact(span_of([verb, predicate, *near]), value, self._measure(verb, value, predicate.text), denied)

    def _is_unreal(self, verb: Token) -> bool:
        """What was only advised or tried, and the second of two verbs of which the first is denied."""
        above = self.parsed.tokens[verb.head]
        if verb.dep in ("xcomp", "ccomp", "advcl") and above.lemma in cues("urging") and verb.tag == "VB":
            return True
        joined = verb.dep == "conj" and not children(self.parsed, verb, *SUBJECTS, "neg", "aux")
        return joined and is_negated(self.parsed, above)

    def _pending(self, verb: Token) -> bool:
        above = self.parsed.tokens[verb.head]
        near = [*children(self.parsed, verb), *(children(self.parsed, above) if verb.dep == "xcomp" else ())]
        longer = any(t.text.lower() == "longer" for t in near) and any(t.lemma == "no" for t in self.parsed.tokens)
        return longer or any(t.lemma.lower() in ("yet", "far") for t in near)

    def _predicate(self, verb: Token, predicate: Token) -> str:
        """The concept; "treated for cuts" and "broke a leg" are injuries, "sent off" keeps its particle."""
        parsed = self.parsed
        inside = {t.lemma.lower() for t in subtree(parsed, verb)} if verb.lemma in cues("harming") else frozenset()
        if inside & cues("injury") and verb.lemma in ("treat", "suffer", "sustain", "receive"):
            return concept("injure")
        if verb.lemma in ("break", "fracture", "sprain", "dislocate") and any(
            o.lemma in cues("body") for o in children(parsed, verb, "dobj")
        ):
            return concept("injure")
        if verb.lemma == "find" and predicate.lemma == "guilty":
            return concept("convict")
        return concept(predicate.lemma)

    def _party(self, token: Token) -> Party:
        parsed = self.parsed
        if token.pos == "PRON" and token.text.lower() in PERSONAL | THING | PLURAL:
            found = [self._noun_party(p, t) for p, t in self.referents.of(parsed, token)]
            if not found:
                return Party(token.text, pronoun=True)
            return Party(token.text, found[0].head, frozenset().union(*(f.names for f in found)),
                         frozenset().union(*(f.words | {f.head} for f in found)), pronoun=True)
        return self._noun_party(parsed, token)

    def _noun_party(self, parsed: ParsedSentence, token: Token) -> Party:
        phrase = subtree(parsed, token, without=_APPOSED)
        lemma = token.lemma.lower()
        none = lemma in _NOBODY - {"one"} or any(t.lemma == "no" for t in children(parsed, token, "det"))
        general = none or lemma in _SOMEBODY or (lemma == "one" and token.pos == "PRON")
        names = name_words(t for t in phrase if t.dep != "poss" or t.index == token.index)
        names |= self._more_names(parsed, token, names)
        inner = core(parsed, token)
        head = "" if token.pos in ("PROPN", "PRON") else concept(inner.lemma)
        return Party(" ".join(t.text for t in phrase), head, names, content_words(phrase), general, none)

    def _more_names(self, parsed: ParsedSentence, token: Token, names: frozenset[str]) -> frozenset[str]:
        if token.pos == "PROPN" and len(names) == 1:
            full = self.roster.full_name((token.text,)).lower().split()
            return frozenset(full)
        definite = any(t.lemma == "the" for t in children(parsed, token, "det"))
        if not names and definite and token.lemma in cues("role"):
            return frozenset(self.roster.by_role(token.lemma, parsed.sentence.index).lower().split())
        return frozenset()

    def _around(self, token: Token) -> tuple[tuple[str, frozenset[str]], ...]:
        """Prepositions with the words of their objects, times left out."""
        found = []
        for preposition in children(self.parsed, token, "prep"):
            for object_ in children(self.parsed, preposition, "pobj"):
                inside = [t for t in subtree(self.parsed, object_, without=_CLAUSES)
                          if not any(s.overlaps(t.span) for s in self.setting.values)]
                found.append((preposition.lemma.lower(), content_words(inside) | name_words(inside)))
        return tuple((p, w) for p, w in found if w)

    def _measure(self, verb: Token, value: Occurrence, label: str) -> Measure:
        parsed, theme = self.parsed, value.theme
        last = min(theme.names) if theme.names and not theme.head else ""
        clause = clause_tokens(parsed, verb)
        near = [t for t in self.setting.times if t.resolved and any(c.span.overlaps(t.span) for c in clause)]
        subject = value.agent if value.agent.text else theme
        return Measure(
            dimension="occurrence",
            head=value.predicate if value.kind == "some" else theme.head or last,
            event=value.predicate,
            subject=subject.words,
            object=theme.words if value.agent.text else frozenset().union(*(w for _, w in value.around)),
            names=name_words(clause),
            context=content_words(self.setting.context, self.setting.values),
            agents=subject.names,
            conditional=is_conditional(parsed, verb) or self._is_unreal(verb),
            scope=tuple(near),
            label=label,
        )


def _is_passive(parsed: ParsedSentence, verb: Token) -> bool:
    own = children(parsed, verb)
    if any(t.dep in ("auxpass", "nsubjpass") for t in own):
        return True
    if verb.tag != "VBN" or any(t.dep == "aux" for t in own):
        return False
    return verb.dep == "acl" or (verb.dep == "conj" and _is_passive(parsed, parsed.tokens[verb.head]))

