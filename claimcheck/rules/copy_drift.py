"""A copy that says something else: in two sentences that are the same nearly word for word, a figure, a date, a name, a
negation or a word differs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimcheck.link.apart import ALL, kept_apart
from claimcheck.link.copies import Copy, Gap, Word
from claimcheck.link.statement import Alignment, Candidate, Pair, Statement
from claimcheck.model.claim import Factuality
from claimcheck.model.finding import Evidence, Finding, Verdict
from claimcheck.model.span import Span
from claimcheck.model.standing import CONFLICTING, Standing
from claimcheck.model.value import SECOND, Hedge, Quantity, Timex
from claimcheck.reason import amounts
from claimcheck.reason.standing import standing_of
from claimcheck.rules import COPIED
from claimcheck.rules.changed_words import CERTAIN, NAME, Drift, changed_words, sure, word_drift
from claimcheck.rules.count_update import is_update
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import evidence, place_evidence, sides, value_words

# So many words are not the same by chance.
LONG = 14
# From this likeness on two sentences of documents of one origin are one.
ALIKE = 0.7
# So likely must it be that two values that are not in copies measure one thing.
LINKED = 0.5
# A longer difference is another wording.
LONGEST = 8
# Sentences of one pattern about different things differ at more places than this.
MOST = 4


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    facts = facts_by_sentence(story)
    for copy in story.copies:
        drifts = list(_drifts(story, copy, facts))
        if len(drifts) > MOST or (story.independent(copy.left, copy.right) and _two_things(copy, drifts, facts)):
            continue
        for drift in drifts:
            if drift.what != NAME or _copied(story, copy):  # else somebody else may well have done the same
                yield _finding(story, rule, copy, drift)


Facts = defaultdict[tuple[int, int], list[Statement]]


def _two_things(copy: Copy, drifts: Sequence[Drift], facts: Facts) -> bool:
    """Another name or word, or a "not" that only one has, and another figure: one pattern of words for two things."""
    in_words = any(not isinstance(d.a, Statement) for d in drifts)
    return in_words and any(
        standing in CONFLICTING
        for gap in copy.gaps
        for *_, standing in _compared(copy, copy.a[gap.a_start : gap.a_end], copy.b[gap.b_start : gap.b_end], facts))


def facts_by_sentence(story: Story) -> Facts:
    facts: Facts = defaultdict(list)
    for statement in story.statements:
        facts[statement.document, statement.claim.sentence].append(statement)
    return facts


def _drifts(story: Story, copy: Copy, facts: Facts) -> Iterator[Drift]:
    for gap in copy.gaps:
        drift = gap_drift(story, copy, gap, facts)
        if drift is not None:
            yield drift
    yield from _moved_values(story, copy, facts)


def gap_drift(story: Story, copy: Copy, gap: Gap, facts: Facts) -> Drift | None:
    """How one difference changes what is said: by the values in it, where there are any, else by its words."""
    a, b = copy.a[gap.a_start : gap.a_end], copy.b[gap.b_start : gap.b_end]
    if max(len(a), len(b)) > LONGEST or (gap.a_start == gap.b_start == 0 and _numbers_a_list(story, copy, a, b, facts)):
        return None
    valued, drift = _values(story, copy, a, b, facts)
    return drift if valued else changed_words(story, copy, gap)


def _numbers_a_list(story: Story, copy: Copy, a: Sequence[Word], b: Sequence[Word], facts: Facts) -> bool:
    """Numbers in front of two sentences that are read as no amounts: "1. The bridge is closed"."""
    sides = ((copy.left, copy.at[0], a), (copy.right, copy.at[1], b))
    return all(len(words) == 1 and words[0].text.isdigit() and not _inside(facts[document, sentence], words)
               and story.documents[document].document.text[words[0].span.end : words[0].span.end + 1] in (".", ")")
               for document, sentence, words in sides)


def _values(
    story: Story, copy: Copy, a: Sequence[Word], b: Sequence[Word], facts: Facts
) -> tuple[bool, Drift | None]:
    """Whether values stand in the difference, and how they drift if they do."""
    if not a or not b:
        return False, None
    for mine, other, standing in _compared(copy, a, b, facts):
        return True, _value_drift(story, copy, mine, other, standing)
    left, right = facts[copy.left, copy.at[0]], facts[copy.right, copy.at[1]]
    if (_tells_time(left, a) and _tells_time(right, b)) or _are_rates(_inside(left, a), _inside(right, b)):
        return True, None  # that cannot be compared: "11 p.m. local time" and "6 p.m. GMT", litres an hour and a day
    if len(a) == len(b) == 1 and a[0].text[0].isdigit() and b[0].text[0].isdigit():
        if _digits(a[0]) == _digits(b[0]):
            return True, None
        return True, word_drift(a, b, sure(copy), "figure")
    return False, None


def _compared(
    copy: Copy, a: Sequence[Word], b: Sequence[Word], facts: Facts
) -> Iterator[tuple[Statement, Statement, Standing]]:
    """The values in two differences that have a common scale, and how they stand to each other."""
    for mine in _inside(facts[copy.left, copy.at[0]], a):
        for other in _inside(facts[copy.right, copy.at[1]], b):
            standing = _standing(mine, other)
            if standing is not None:
                yield mine, other, standing


def _moved_values(story: Story, copy: Copy, facts: Facts) -> Iterator[Drift]:
    """The one value of its kind that each side has alone, where it stands elsewhere in the copied sentence."""
    gone = [copy.a[g.a_start : g.a_end] for g in copy.gaps if g.b_start == g.b_end]
    come = [copy.b[g.b_start : g.b_end] for g in copy.gaps if g.a_start == g.a_end]
    left, right = _lone(facts[copy.left, copy.at[0]], gone), _lone(facts[copy.right, copy.at[1]], come)
    if len(left) == len(right) == 1:
        standing = _standing(left[0], right[0])
        drift = _value_drift(story, copy, left[0], right[0], standing) if standing is not None else None
        if drift is not None:
            yield drift


def _lone(statements: Sequence[Statement], gaps: Sequence[Sequence[Word]]) -> list[Statement]:
    return [s for words in gaps for s in _inside(statements, words) if _new(s, words)]


def _new(statement: Statement, words: Sequence[Word]) -> bool:
    """Is the figure itself in the difference, and not a word beside it only?"""
    value = statement.fact.value
    place = value.figure if isinstance(value, Quantity) else statement.fact.span
    return any(place.overlaps(w.span) for w in words)


def _inside(statements: Sequence[Statement], words: Sequence[Word]) -> list[Statement]:
    """Those that are written: what follows from a value differs with it."""
    written = [s for s in statements if isinstance(s.fact.value, Timex)
               or (isinstance(s.fact.value, Quantity) and s.fact.value.derivation not in SECOND)]
    return [s for s in written if any(s.fact.span.overlaps(w.span) for w in words)]


def _tells_time(statements: Sequence[Statement], words: Sequence[Word]) -> bool:
    return any(isinstance(s.fact.value, Timex) for s in _inside(statements, words))


def _are_rates(left: Sequence[Statement], right: Sequence[Statement]) -> bool:
    dimensions = [{s.fact.measure.dimension for s in some} for some in (left, right)]
    amounts_of = [{d.partition("/")[0] for d in some} for some in dimensions]
    return any("/" in d for some in dimensions for d in some) and bool(amounts_of[0] & amounts_of[1])


def _standing(a: Statement, b: Statement) -> Standing | None:
    found = standing_of(a, b)
    return Standing(found) if found else None


def _value_drift(story: Story, copy: Copy, a: Statement, b: Statement, standing: Standing) -> Drift | None:
    if copy.likeness < ALIKE and "ordinal" in (a.fact.measure.dimension, b.fact.measure.dimension):
        return None  # "the first man" and "the second" are two men
    close = standing in (Standing.ROUNDED, Standing.NEAR)
    if standing not in (Standing.DISJOINT, Standing.DIVERGING) and not (close and _unsaid(a, b)):
        return None
    if is_update(story, Pair(a, b, "copy", 1.0, Alignment(1.0), Standing.DISJOINT.value)):
        return None
    if not _copied(story, copy) and not _linked(story, copy, a, b):
        return None  # few words may be alike by chance
    vouched = {Factuality.ASSERTED, Factuality.REPORTED}
    certain = standing is Standing.DISJOINT and {a.claim.factuality, b.claim.factuality} <= vouched
    return Drift(sure(copy) if certain else Verdict.TENSION, a.fact.measure.label or b.fact.measure.label,
                 (value_words(a.fact), value_words(b.fact)), a, b)


def _linked(story: Story, copy: Copy, a: Statement, b: Statement) -> bool:
    """Is it likely that they measure one thing, and does no guard keep them apart?"""
    likely = story.probability.get((a.number, b.number), 0.0) >= LINKED
    return likely and not kept_apart(Candidate(a, b, "copy", copy.likeness), ALL)[0]


def _unsaid(a: Statement, b: Statement) -> bool:
    """Two figures of one unit that differ, and no word beside either that says that it is rounded."""
    x, y = a.fact.value, b.fact.value
    return (isinstance(x, Quantity) and isinstance(y, Quantity) and x.unit == y.unit and x.base != y.base
            and not amounts.a_birthday_apart(x, y)
            and all(q.hedge is Hedge.NONE and not q.vague and q.interval.is_point for q in (x, y)))


def _digits(word: Word) -> str:
    return word.text.replace(",", "").lstrip("0").replace(".", ":")


def _finding(story: Story, rule: Rule, copy: Copy, drift: Drift) -> Finding:
    shown = drift_sides(story, copy, drift)
    return Finding(
        verdict=drift.verdict, rule=rule.name, measure=drift.what or "copied sentence",
        message=f"{sides(shown)}; the words around are nearly the same", evidence=shown,
        key=COPIED if _copied(story, copy) else "same words", independent=story.independent(copy.left, copy.right),
    )


def _copied(story: Story, copy: Copy) -> bool:
    """Nobody writes these words a second time: a long sentence, or documents of one origin."""
    if not story.independent(copy.left, copy.right):
        return copy.likeness >= ALIKE
    return copy.likeness >= CERTAIN and min(len(copy.a), len(copy.b)) >= LONG


def drift_sides(story: Story, copy: Copy, drift: Drift) -> tuple[Evidence, Evidence]:
    return _side(story, copy.left, drift.a, drift.said[0]), _side(story, copy.right, drift.b, drift.said[1])


def _side(story: Story, document: int, place: Statement | Span, said: str) -> Evidence:
    if isinstance(place, Statement):
        return evidence(story, place, value=said)
    return place_evidence(story, document, place, said)
