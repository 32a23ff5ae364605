"""The year that a sentence takes from the one before it: "In 1979 a quake hit the town. That quake was stronger, and
1,200 people died then": what it says is of 1979."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.detect.clause import SUBJECTS, tokens_after
from claimcheck.detect.measure import is_baseline
from claimcheck.lexicon.concepts import concept, is_event
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.tree import children
from claimcheck.model.value import Granularity, Relation, Timex, TimexType

_YEARS = frozenset({Granularity.YEAR, Granularity.DECADE})
_PAST = frozenset({"VBD", "VBN"})
_POINTING = frozenset({"that", "those"})


def year_before(
    before: ParsedSentence | None, told: Sequence[Timex], parsed: ParsedSentence, times: Sequence[Timex]
) -> tuple[Timex, ...]:
    """The years of `told`, the times of the sentence `before`, that `parsed` with its `times` speaks of as well."""
    dated = any(t.type is TimexType.DATE for t in times)
    if before is None or not (_says_then(parsed) or (not dated and _points_back(parsed, before))):
        return ()
    return tuple(t for t in told if t.granularity in _YEARS and t.relation is Relation.IN
                 and not (before.sentence.span.covers(t.span) and is_baseline(before, t.span)))


def _says_then(parsed: ParsedSentence) -> bool:
    """ "Twelve people died then"; not "then twelve people died"."""
    return any(t.text == "then" and t.dep == "advmod" and _ends_clause(parsed, t) for t in parsed.tokens)


def _ends_clause(parsed: ParsedSentence, token: Token) -> bool:
    return all(t.pos == "PUNCT" for t in tokens_after(parsed, token.span)[:1])


def _points_back(parsed: ParsedSentence, before: ParsedSentence) -> bool:
    """ "That quake was stronger", of an event or of what the sentence before named; not "that mill employs"."""
    told = {t.lemma.lower() for t in before.tokens if t.pos == "NOUN"}
    nouns = (t for t in parsed.tokens if t.dep in SUBJECTS and t.pos == "NOUN" and parsed.tokens[t.head].tag in _PAST
             and (t.lemma.lower() in told or is_event(concept(t.lemma))))
    return any(below.lemma.lower() in _POINTING for t in nouns for below in children(parsed, t, "det"))
