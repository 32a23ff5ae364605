"""That something happened, holds or exists, or does not: one fact for each predicate that says something itself.

Predicates are verbs, the event nouns of light verbs ("made a request"), adjectives behind a copula ("is closed",
"kept the road open"), and counted or denied nouns ("14 arrests", "no arrests", "without injuries").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from claimcheck.detect.clause import (
    SUBJECTS,
    clause_tokens,
    content_words,
    exit_token,
    is_conditional,
    is_kept_from,
    is_negated,
    is_nobody,
    name_words,
    phrasal,
    subject_of,
    tokens_in,
    verb_above,
)
from claimcheck.detect.dating import is_done
from claimcheck.detect.deeds import Told, object_before_score, told_deeds
from claimcheck.detect.denial import denied_from_above, is_no_figure, is_unanswered, is_unreal
from claimcheck.detect.doubt import accused, doubt_of, is_stated
from claimcheck.detect.measure import Setting, context_words, figures, noun_phrase
from claimcheck.detect.naming_events import existence_label, occurrence_label
from claimcheck.detect.parties import Parties, named_behind
from claimcheck.detect.phrases import noun_words
from claimcheck.detect.predicate import is_denied_state, is_passive, predicate_of, states_of, takes_place, wound_of
from claimcheck.detect.referents import Referents
from claimcheck.detect.verb_words import contrary_words, doing_words, with_particle
from claimcheck.detect.whereabouts import places_of
from claimcheck.extract.names import Roster
from claimcheck.lexicon.concepts import concept, is_event
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.deeds import deed_of, is_contest, is_deed
from claimcheck.lexicon.predicates import words
from claimcheck.lexicon.units import currencies, units
from claimcheck.model.fact import Fact, Measure, Occurrence, Party, Place
from claimcheck.model.parse import Token
from claimcheck.model.tree import children, span_of, subtree
from claimcheck.model.value import Timex, is_former

_LASTING = frozenset({"remain", "stay", "keep", "still", "continue"})
_CLAUSES = frozenset({"relcl", "acl", "advcl"})
_MEASURES = frozenset({"percent", "cent", "a.m.", "p.m.", "am", "pm"})
_LIMITS = frozenset({"before", "for"})


def occurrence_facts(setting: Setting, roster: Roster, referents: Referents) -> Iterator[Fact]:
    """Facts of one sentence in the order of its verbs, then of its nouns."""
    reader = _Reader(setting, roster, referents)
    for verb in setting.parsed.tokens:
        if verb.pos in ("VERB", "AUX"):
            yield from reader.of_verb(verb)
    for noun in setting.parsed.tokens:
        if noun.pos == "NOUN":
            yield from reader.of_noun(noun)
    for told in told_deeds(setting.parsed):
        yield reader.of_deed(told)


def _is_in_capitals(tokens: Sequence[Token]) -> bool:
    """Some scripts have no small letters at all."""
    letters = [c for t in tokens for c in t.text if c.isalpha()]
    return bool(letters) and all(c.isupper() for c in letters)


class _Reader:
    """One sentence with what its names and pronouns stand for."""

    def __init__(self, setting: Setting, roster: Roster, referents: Referents) -> None:
        self.setting, self.parsed = setting, setting.parsed
        self.parties = Parties(roster, referents)
        self._in_capitals = _is_in_capitals(setting.parsed.tokens)

    def of_verb(self, verb: Token) -> Iterator[Fact]:
        if self._in_capitals and not (is_event(concept(verb.lemma)) or is_deed(deed_of(concept(verb.lemma)))):
            return  # "GLEN ORRAN GAZETTE": without small letters no word looks like a verb
        for state, holder in states_of(self.parsed, verb):
            yield self._fact(verb, state, "state", None, holder)
        target = object_before_score(self.parsed, verb) or next(iter(children(self.parsed, verb, "dobj")), None)
        if verb.pos != "VERB" or (verb.lemma in cues("speech") and self._says(verb, target)):
            return
        predicate = verb
        held = takes_place(self.parsed, verb)
        if verb.lemma in words("light") and not (held or phrasal(self.parsed, verb) or self._is_deed(verb, target)):
            noun = next((o for o in children(self.parsed, verb, "dobj") if is_event(concept(o.lemma))
                         and o.lemma not in cues("body")), None)
            if noun is None:
                return
            predicate, target = noun, None
        wound = wound_of(self.parsed, verb)
        agent, theme = self._arguments(verb, None if held else target)
        if wound is not None:
            predicate, agent, theme = wound, None, theme if is_passive(self.parsed, verb) else agent
        elif predicate.index != verb.index and not is_passive(self.parsed, verb):
            agent, theme = theme, None  # who makes a request does it; nothing is done to it
        if theme is not None and theme.lemma in cues("body") | cues("injury") and agent is not None:
            agent, theme = None, agent  # who breaks a leg is the one who is hurt
        if (agent is not None or theme is not None) and not self._is_no_figure(verb):
            yield self._fact(verb, predicate, "event", agent, theme)

    def _is_deed(self, verb: Token, target: Token | None) -> bool:
        """Who "hit Anna Weil" did something to her; what "hit 40 percent" reached it. "Taken over" says so itself."""
        deed = deed_of(predicate_of(self.parsed, verb, verb))
        named = target is not None and target.pos == "PROPN"
        return is_deed(deed) and (named or deed != deed_of(concept(verb.lemma)))

    def _is_no_figure(self, verb: Token) -> bool:
        """Who did not pay 10 dollars may have paid 8."""
        if not is_negated(self.parsed, verb):
            return False
        ends = ((span, exit_token(self.parsed, span)) for span in self.setting.values)
        return any(end is not None and is_no_figure(self.parsed, span, end, verb) for span, end in ends)

    def _says(self, verb: Token, target: Token | None) -> bool:
        """ "found that ..." reports; "found cracks" and "conceded" do not."""
        if verb.lemma == "find" and (is_passive(self.parsed, verb) or states_of(self.parsed, verb)):
            return False
        if children(self.parsed, verb, "ccomp", "parataxis"):
            return True
        if verb.lemma in cues("speech_or_deed") and is_done(self.setting, verb):
            return False  # "the novel was written", "wrote the letter"
        if verb.lemma == "continue" and target is None:
            return False
        return verb.lemma != "concede" and (target is None or verb.lemma not in ("find", "reveal", "deny", "concede"))

    def _arguments(self, verb: Token, target: Token | None) -> tuple[Token | None, Token | None]:
        """Agent and theme in the active or the passive."""
        subject = subject_of(self.parsed, verb) or accused(self.parsed, verb)
        if is_passive(self.parsed, verb):
            by = next((o for a in children(self.parsed, verb, "agent") for o in children(self.parsed, a, "pobj")), None)
            return by, subject
        if target is not None and target.lemma in cues("cognate") and verb.lemma in ("fire", "open", "shoot"):
            return None, subject  # who fires a shot fires
        return (subject, target) if target is not None else (None, subject)

    def of_noun(self, noun: Token) -> Iterator[Fact]:
        """ "14 arrests", "no arrests", "without injuries", "redundancies could not be avoided"."""
        verb = verb_above(self.parsed, noun)
        if verb is None or noun.dep not in ("attr", "dobj", "pobj", "nsubj", "nsubjpass"):
            return
        word = noun.text.lower()
        if word in _MEASURES or word in units().words or word in currencies().words:
            return
        own = children(self.parsed, noun)
        negated = is_nobody(self.parsed, noun)
        counted = any(t.dep == "nummod" for t in own)
        reported = noun.dep == "nsubjpass" and verb.lemma in cues("recording") and is_event(concept(noun.lemma))
        if noun.dep in SUBJECTS and not reported and not self._is_averted(verb, noun):
            return  # the verb of the subject has said so
        head = self.parsed.tokens[noun.head]
        without = noun.dep == "pobj" and head.lemma == "without"
        exists = any(t.dep == "expl" for t in children(self.parsed, verb))
        averted = self._is_averted(verb, noun)
        cue = denied_from_above(self.parsed, noun)
        if not (negated or counted or without or exists or averted or cue):
            return
        denied = negated or without or averted or bool(cue)
        if (noun.dep == "attr" or averted) and is_negated(self.parsed, verb):
            denied = not denied
        of = next((o for p in children(self.parsed, noun, "prep") if p.lemma in ("of", "by", "among")
                   for o in children(self.parsed, p, "pobj")), None)
        of = of or next(iter(children(self.parsed, noun, "poss")), None)
        party = self._party(of) if of is not None else Party(general=True)
        value = Occurrence(noun.span, concept(noun.lemma), denied, cue or ("no" if denied else ""), "some", theme=party,
                           around=self._around(noun), pending=self._pending(verb), word=noun.text.lower(),
                           contrary=contrary_words(self.parsed, noun))
        yield Fact(span_of(noun_phrase(self.parsed, noun)), value,
                   self._measure(verb, value, existence_label(self.setting, noun)), denied)

    def _is_averted(self, verb: Token, noun: Token) -> bool:
        if verb.lemma not in cues("averting") or verb.tag in ("VB", "VBG"):
            return False  # "to avoid a decline" is a purpose
        return noun.dep == "dobj" or (noun.dep == "nsubjpass" and is_passive(self.parsed, verb))

    def _fact(self, verb: Token, predicate: Token, kind: str, agent: Token | None, theme: Token | None,
              deed: str = "") -> Fact:
        """`deed` is the one that another word than its own verb tells."""
        parsed, named = self.parsed, predicate_of(self.parsed, verb, predicate)
        refused = verb.dep == "xcomp" and parsed.tokens[verb.head].lemma in cues("negative_verb")
        denied = (is_negated(parsed, verb) or is_kept_from(parsed, verb) or is_denied_state(parsed, predicate)
                  or any(is_nobody(parsed, o) for o in children(parsed, verb, "dobj", "attr")))
        cue = "refused" if refused else next((t.text for t in children(parsed, verb, "neg")), "no" if denied else "")
        outside = denied_from_above(parsed, verb)
        if outside:
            denied, cue = not denied, outside
        own = children(parsed, verb)
        value = Occurrence(
            predicate.span, named, denied, cue, kind,
            self._party(agent) if agent is not None else Party(),
            self._party(theme) if theme is not None else Party(),
            (*self._around(verb), *(self._around(predicate) if predicate.index != verb.index else ())),
            lasting=verb.lemma in _LASTING or any(t.lemma in _LASTING for t in own),
            refused=refused, pending=self._pending(verb) or (denied and self._for_now(verb)),
            unanswered=is_unanswered(parsed, verb), doubt=doubt_of(parsed, verb),
            stated=is_stated(parsed, verb),
            where=self._where(verb, predicate, *((agent, theme) if is_deed(deed or deed_of(named)) else ())),
            word=with_particle(parsed, predicate),
            contrary=contrary_words(parsed, predicate),
            passive=is_passive(parsed, verb),
            told=self._told(verb, agent, theme) if predicate.index == verb.index and agent and theme else "",
        )
        near = [t for t in own if t.dep in ("neg", "aux", "auxpass", "prt")]
        label = occurrence_label(self.setting, verb, predicate, theme or agent)
        return Fact(span_of([verb, predicate, *near]), value, self._measure(verb, value, label), denied)

    def of_deed(self, told: Told) -> Fact:
        """A deed in the words of another verb or of a noun, as if its own verb stood there."""
        fact = self._fact(told.verb, told.word, "event", told.doer, told.other, told.form.deed)
        value = fact.value
        if not isinstance(value, Occurrence):
            raise TypeError("not an occurrence")
        doer, other = self._named(told.doer), self._named(told.other)
        parties = value.agent.names | value.theme.names
        around = tuple((p, w) for p, w in value.around if not w & parties)
        whole = f"{doer} {told.form.past} {other}" if doer and other else ""
        deed = replace(value, predicate=told.form.deed, around=around, word=told.form.past,
                       contrary=f"not {told.form.past}", told=whole)
        label = f"whether {whole}" if whole else fact.measure.label
        return replace(fact, value=deed, measure=replace(fact.measure, event=told.form.deed, label=label))

    def _where(self, verb: Token, predicate: Token, *parties: Token | None) -> tuple[Place, ...]:
        """Places of the verb and its noun, and those that the parser hangs on the name of a party behind it, as it
        does with "beat Velden in Harrow", or on the match in which it was: "in the final in Harrow"."""
        at = [verb] if predicate.index == verb.index else [verb, predicate]
        at += [p for p in parties if p is not None and p.pos == "PROPN" and p.index > verb.index]
        at += [o for p in children(self.parsed, verb, "prep") for o in children(self.parsed, p, "pobj")
               if parties and is_contest(o.lemma)]
        return tuple(place for token in at for place in places_of(self.parsed, token))

    def _told(self, verb: Token, agent: Token, theme: Token) -> str:
        """Who did what to whom, in the words of the text."""
        doer, other = self._named(agent), self._named(theme)
        if not (doer and other):
            return ""
        doing = doing_words(self.parsed, verb)
        return f"{other} {doing} by {doer}" if is_passive(self.parsed, verb) else f"{doer} {doing} {other}"

    def _named(self, token: Token) -> str:
        """In the words of the text; a noun without an article at the start of a sentence is taken for a name."""
        said = noun_words(self.setting, token, article=True).removesuffix("'s").removesuffix("’s")
        bare = token.tag == "NN" and not children(self.parsed, token, "det", "compound", "amod", "poss")
        name = named_behind(self.parsed, token)
        if said and name is not None:
            called = noun_words(self.setting, name)
            return called if self.parsed.tokens[token.index + 1].text == "," else f"{said} {called}"
        return said[:1].upper() + said[1:] if bare and token.text[:1].isupper() else said

    def _for_now(self, verb: Token) -> bool:
        """What "not until", "not before", "cannot" and "had never" deny is denied for good by none of them."""
        above = self.parsed.tokens[verb.head]
        inside = subtree(self.parsed, above if verb.dep == "xcomp" else verb)
        own = {t.lemma.lower() for t in children(self.parsed, verb)}
        if any(t.lemma.lower() in ("until", "till") and t.index > verb.index for t in inside):
            return True
        limits = [t for t in inside if t.dep == "prep" and t.index > verb.index and t.lemma.lower() in _LIMITS]
        if any(t.index in figures(self.setting) for p in limits for t in (p, *children(self.parsed, p, "pobj"))):
            return True  # "not before June", "not for two weeks"
        modal = any(t.dep == "aux" and t.text.lower() in ("can", "ca", "may", "must", "should")
                    for t in children(self.parsed, verb))
        return modal or ("never" in own and any(t.text.lower() in ("had", "'d") for t in children(self.parsed, verb)))

    def _pending(self, verb: Token) -> bool:
        above = self.parsed.tokens[verb.head]
        near = [*children(self.parsed, verb), *(children(self.parsed, above) if verb.dep == "xcomp" else ())]
        longer = any(t.text.lower() == "longer" for t in near) and any(t.lemma == "no" for t in self.parsed.tokens)
        return longer or any(t.lemma.lower() in ("yet", "far") for t in near)

    def _party(self, token: Token) -> Party:
        return self.parties.of(self.parsed, token)

    def _around(self, token: Token) -> tuple[tuple[str, frozenset[str]], ...]:
        """Prepositions with the words of their objects, times left out."""
        found = []
        for preposition in children(self.parsed, token, "prep"):
            for object_ in children(self.parsed, preposition, "pobj"):
                inside = [t for t in subtree(self.parsed, object_, without=_CLAUSES)
                          if t.index not in figures(self.setting)]
                found.append((preposition.lemma.lower(), content_words(inside) | name_words(inside)))
        return tuple((p, w) for p, w in found if w)

    def _times(self, verb: Token) -> list[Timex]:
        """The times of the clause, else of the clause that it is joined to: "cancelled classes on Thursday but kept
        the campus open"."""
        for _ in range(2):
            near = [t for t in self._times_among(clause_tokens(self.parsed, verb)) if t.resolved]
            if near or verb.dep not in ("conj", "advcl"):
                return near
            verb = self.parsed.tokens[verb.head]
            beside = [t for c in children(self.parsed, verb, "conj") for t in clause_tokens(self.parsed, c)]
            if len(days := self._times_among(beside)) == 1:
                return days
        return []

    def _times_among(self, tokens: Iterable[Token]) -> list[Timex]:
        inside = {t.index for t in tokens}
        return [t for t in self.setting.times
                if not is_former(t) and any(k.index in inside for k in tokens_in(self.parsed, t.span))]

    def _measure(self, verb: Token, value: Occurrence, label: str) -> Measure:
        parsed, theme = self.parsed, value.theme
        last = min(theme.names) if theme.names and not theme.head else ""
        clause = clause_tokens(parsed, verb)
        near = self._times(verb)
        subject = value.agent if value.agent.text else theme
        return Measure(
            dimension="occurrence",
            head=value.predicate if value.kind == "some" else theme.head or last,
            event=value.predicate,
            subject=subject.words,
            object=theme.words if value.agent.text else frozenset().union(*(w for _, w in value.around)),
            names=name_words(clause),
            context=context_words(self.setting),
            agents=subject.names,
            conditional=is_conditional(parsed, verb) or is_unreal(parsed, verb),
            scope=tuple(near),
            label=label,
        )
