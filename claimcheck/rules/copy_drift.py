"""A copy that says something else: in two sentences that are the same nearly word for word, a figure, a date, a name, a
negation or a word differs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.lexicon.antonyms import opposed
from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.contrasts import contrasted
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.names import same_given
from claimcheck.lexicon.newsroom import agency
from claimcheck.lexicon.places import country_of
from claimcheck.lexicon.spelling import DIFFERENT, spelling
from claimcheck.link.copies import Copy, Gap, Word
from claimcheck.link.statement import Alignment, Pair, Statement
from claimcheck.model.claim import Factuality
from claimcheck.model.finding import Evidence, Finding, Verdict
from claimcheck.model.span import Span
from claimcheck.model.value import Hedge, Quantity, Timex
from claimcheck.reason import amounts, times
from claimcheck.reason.amounts import Standing
from claimcheck.rules.count_update import is_update
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.settle import COPIED
from claimcheck.rules.words import evidence, place_evidence, value_words

# A longer difference is another wording, not a changed word.
LONGEST = 4
# From this likeness on a figure that differs was not meant for something else.
CERTAIN = 0.8
# From this likeness on two sentences of documents of one origin are one.
ALIKE = 0.7
NAME = "name in a copied sentence"
# So many words are not the same by chance.
LONG = 14
# Sentences of one pattern about different things differ at more places than this.
MOST = 4
STEM = 3
_LIGHT = frozenset(
    "a an the of to in on at by and that which who is are was were be been being has have had having do does did it its "
    "any also then so as for with from would will".split()
)
_UNDOING = frozenset({"only", "just", "merely", "simply", "fewer", "less", "more", "later", "earlier", "sooner",
                      "doubt", "matter", "because", "surprisingly"})
_DENYING = cues("negation") | frozenset({"can't", "won't"})


@dataclass(frozen=True, slots=True)
class Drift:
    """One difference that changes what is said; statements where it hangs on facts, else places."""

    verdict: Verdict
    what: str
    message: str
    a: Statement | Span
    b: Statement | Span
    update: bool = False


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    facts = _by_sentence(story)
    for copy in story.copies:
        drifts = list(_drifts(story, copy, facts))
        if len(drifts) <= MOST and not (_other_subject(drifts) and story.independent(copy.left, copy.right)):
            for drift in drifts:
                yield _finding(story, rule, copy, drift)


def _other_subject(drifts: Sequence[Drift]) -> bool:
    """Another name and another figure: one pattern of words for two things."""
    return any(d.what == NAME for d in drifts) and any(isinstance(d.a, Statement) for d in drifts)


Facts = defaultdict[tuple[int, int], list[Statement]]


def _by_sentence(story: Story) -> Facts:
    facts: Facts = defaultdict(list)
    for statement in story.statements:
        facts[statement.document, statement.claim.sentence].append(statement)
    return facts


def _drifts(story: Story, copy: Copy, facts: Facts) -> Iterator[Drift]:
    for gap in copy.gaps:
        a, b = copy.a[gap.a_start : gap.a_end], copy.b[gap.b_start : gap.b_end]
        if max(len(a), len(b)) > 2 * LONGEST:
            continue
        valued, drift = _values(story, copy, a, b, facts)
        if not valued:
            drift = _negation(copy, gap) or _contrast(copy, a, b) or _name(story, copy, a, b)
        if drift is not None:
            yield drift
    yield from _moved_values(story, copy, facts)


# --- Amounts and times ------------------------------------------------------------------------------------------------


def _values(
    story: Story, copy: Copy, a: Sequence[Word], b: Sequence[Word], facts: Facts
) -> tuple[bool, Drift | None]:
    """Whether values stand in the difference, and how they drift if they do."""
    if not a or not b:
        return False, None
    left = _inside(facts[copy.left, copy.at[0]], a)
    right = _inside(facts[copy.right, copy.at[1]], b)
    for mine in left:
        for other in right:
            standing = _standing(mine, other)
            if standing is not None:
                return True, _value_drift(story, copy, mine, other, standing)
    if len(a) == len(b) == 1 and a[0].text[0].isdigit() and b[0].text[0].isdigit():
        if _digits(a[0]) == _digits(b[0]):
            return True, None
        return True, _word_drift(copy, a, b, _sure(copy), "figure")
    return False, None


def _moved_values(story: Story, copy: Copy, facts: Facts) -> Iterator[Drift]:
    """The one value of its kind that each side has alone, where it stands elsewhere in the copied sentence."""
    left = _lone(facts[copy.left, copy.at[0]], [copy.a[g.a_start : g.a_end] for g in copy.gaps if g.b_start == g.b_end])
    right = _lone(facts[copy.right, copy.at[1]], [copy.b[g.b_start : g.b_end] for g in copy.gaps if g.a_start == g.a_end])
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
    return [s for s in statements if isinstance(s.fact.value, Quantity | Timex)
            and any(s.fact.span.overlaps(w.span) for w in words)]


def _standing(a: Statement, b: Statement) -> Standing | None:
    x, y = a.fact.value, b.fact.value
    if isinstance(x, Quantity) and isinstance(y, Quantity) and x.dimension == y.dimension:
        return amounts.standing(x, y)
    if isinstance(x, Timex) and isinstance(y, Timex):
        return times.standing(x, y)
    return None


def _value_drift(story: Story, copy: Copy, a: Statement, b: Statement, standing: Standing) -> Drift | None:
    if copy.likeness < ALIKE and "ordinal" in (a.fact.measure.dimension, b.fact.measure.dimension):
        return None  # "the first man" and "the second" are two men
    if standing not in (Standing.DISJOINT, Standing.DIVERGING) and not (standing is Standing.ROUNDED and _unsaid(a, b)):
        return None
    if is_update(story, Pair(a, b, "copy", 1.0, Alignment(1.0), Standing.DISJOINT.value)):
        return None
    vouched = {Factuality.ASSERTED, Factuality.REPORTED}
    certain = standing is Standing.DISJOINT and {a.claim.factuality, b.claim.factuality} <= vouched
    return Drift(_sure(copy) if certain else Verdict.TENSION, a.fact.measure.label or b.fact.measure.label,
                 f"{value_words(a.fact)} against {value_words(b.fact)}", a, b)


def _unsaid(a: Statement, b: Statement) -> bool:
    """Two figures of one unit that differ, and no word beside either that says that it is rounded."""
    x, y = a.fact.value, b.fact.value
    return (isinstance(x, Quantity) and isinstance(y, Quantity) and x.unit == y.unit and x.base != y.base
            and all(q.hedge is Hedge.NONE and not q.vague and q.interval.is_point for q in (x, y)))


def _digits(word: Word) -> str:
    return word.text.replace(",", "").lstrip("0").replace(".", ":")


# --- Words ------------------------------------------------------------------------------------------------------------


def _negation(copy: Copy, gap: Gap) -> Drift | None:
    """A denying word on one side only, with nothing else beside it that could make up for it."""
    a, b = copy.a[gap.a_start : gap.a_end], copy.b[gap.b_start : gap.b_end]
    denied = [[w for w in words if _denies(w)] for words in (a, b)]
    if len(denied[0]) % 2 == len(denied[1]) % 2 or _balanced(copy):
        return None
    rest = [[concept(w.text) for w in words if not _denies(w) and w.text not in _LIGHT] for words in (a, b)]
    after = copy.a[gap.a_end : gap.a_end + 1] if denied[0] else copy.b[gap.b_end : gap.b_end + 1]
    if not _same_rest(rest[0], rest[1]) or any(w.text in _UNDOING for w in after):
        return None
    word = (denied[0] or denied[1])[0].text
    return _word_drift(copy, _or_next(copy.a, gap.a_start, a), _or_next(copy.b, gap.b_start, b), _sure(copy),
                       f"“{word}” in one of them only")


def _same_rest(a: Sequence[str], b: Sequence[str]) -> bool:
    """The same concepts, or two forms of one verb ("pleaded", "pled not")."""
    return a == b or (len(a) == len(b) == 1 and a[0][:STEM] == b[0][:STEM])


def _denies(word: Word) -> bool:
    return word.text in _DENYING or word.text.endswith("n't")


def _balanced(copy: Copy) -> bool:
    """Both sentences deny as often: the denying word only moved."""
    return sum(map(_denies, copy.a)) == sum(map(_denies, copy.b))


def _or_next(words: Sequence[Word], start: int, found: Sequence[Word]) -> Sequence[Word]:
    """The words, or where there are none the one that follows (the one before at the end)."""
    return found or words[start : start + 1] or words[-1:]


def _contrast(copy: Copy, a: Sequence[Word], b: Sequence[Word]) -> Drift | None:
    """Two words that cannot stand for each other."""
    if any(len([w for w in words if w.text not in _LIGHT]) > LONGEST for words in (a, b)):
        return None
    if any(_denies(w) for w in (*a, *b)):
        return None
    for x in a:
        for y in b:
            if _moved(copy, x, y):
                continue
            how = opposed(concept(x.text), concept(y.text))
            if how or contrasted(x.text, y.text):
                verdict = _sure(copy) if how == "contradiction" else Verdict.TENSION
                return _word_drift(copy, [x], [y], verdict, "")
    return None


def _moved(copy: Copy, x: Word, y: Word) -> bool:
    """Does one of two different words only stand elsewhere in the other sentence? Not where the two changed places."""
    gone = [w.text for g in copy.gaps for w in copy.a[g.a_start : g.a_end]]
    come = [w.text for g in copy.gaps for w in copy.b[g.b_start : g.b_end]]
    return (x.text in come) != (y.text in gone)


def _name(story: Story, copy: Copy, a: Sequence[Word], b: Sequence[Word]) -> Drift | None:
    """One name in the place of another that stands for somebody or something else."""
    if not _copied(story, copy):
        return None  # somebody else may well have done the same
    for x in _names(story, copy.left, a):
        for y in _names(story, copy.right, b):
            if _alone(x, a) and _alone(y, b) and _other(story, copy, x, y):
                return Drift(Verdict.TENSION, NAME, f"{x[0]} against {y[0]}", x[1], y[1])
    return None


def _names(story: Story, document: int, words: Sequence[Word]) -> list[tuple[str, Span]]:
    """Names in the difference; countries and their people are names too."""
    mentions = [(m.full, m.span) for m in story.documents[document].mentions
                if any(m.span.overlaps(w.span) for w in words)]
    text = story.documents[document].document.text
    peoples = [(w.span.of(text), w.span) for w in words if country_of(w.span.of(text))
               and not any(span.overlaps(w.span) for _, span in mentions)]
    return mentions + peoples


def _alone(name: tuple[str, Span], words: Sequence[Word]) -> bool:
    """Is the name all that differs?"""
    return all(name[1].overlaps(w.span) or w.text in _LIGHT for w in words)


def _other(story: Story, copy: Copy, x: tuple[str, Span], y: tuple[str, Span]) -> bool:
    left, right = x[0].split(), y[0].split()
    changed = [(v, w) for v, w in zip(left, right, strict=False) if v != w]
    if len(left) == len(right) > 1 and len(changed) == 1:
        (v, w), = changed
        if same_given(v, w) or spelling(v, w) != DIFFERENT:
            return False
    elif {w.casefold() for w in left} & {w.casefold() for w in right[-1:]} or left[-1] == right[-1]:
        return False
    if agency(x[0]) or agency(y[0]) or _initials(x[0]) == y[0].replace(".", "") or _initials(y[0]) == x[0].replace(".", ""):
        return False
    countries = country_of(x[0]), country_of(y[0])
    if all(countries):
        return countries[0] != countries[1]
    if left[-1] != right[-1] and spelling(left[-1], right[-1]) != DIFFERENT:
        return False
    texts = [story.documents[d].document.text for d in (copy.left, copy.right)]
    v, w = changed[0] if len(changed) == 1 else (left[-1], right[-1])
    return v not in texts[1] and w not in texts[0]  # else a document may well call one thing by two names


def _initials(name: str) -> str:
    return "".join(w[0] for w in name.split() if w[0].isupper())


# --- Findings ---------------------------------------------------------------------------------------------------------


def _sure(copy: Copy) -> Verdict:
    return Verdict.CONTRADICTION if copy.likeness >= CERTAIN else Verdict.TENSION


def _word_drift(copy: Copy, a: Sequence[Word], b: Sequence[Word], verdict: Verdict, what: str) -> Drift:
    left, right = (" ".join(w.text for w in words) for words in (a, b))
    return Drift(verdict, what, f"“{left}” against “{right}”", _span(a), _span(b))


def _span(words: Sequence[Word]) -> Span:
    return words[0].span.union(words[-1].span)


def _finding(story: Story, rule: Rule, copy: Copy, drift: Drift) -> Finding:
    sides = (_side(story, copy.left, drift.a), _side(story, copy.right, drift.b))
    return Finding(
        verdict=drift.verdict, rule=rule.name, measure=drift.what or "copied sentence",
        message=f"{drift.message}, in words that are otherwise nearly the same", evidence=sides,
        key=COPIED if _copied(story, copy) else "same words", independent=story.independent(copy.left, copy.right),
    )


def _copied(story: Story, copy: Copy) -> bool:
    """Nobody writes these words a second time: a long sentence, or documents of one origin."""
    if not story.independent(copy.left, copy.right):
        return copy.likeness >= ALIKE
    return copy.likeness >= CERTAIN and min(len(copy.a), len(copy.b)) >= LONG


def _side(story: Story, document: int, place: Statement | Span) -> Evidence:
    if isinstance(place, Statement):
        return evidence(story, place)
    text = story.documents[document].document.text
    return place_evidence(story, document, place, " ".join(place.of(text).split()))


RULE = Rule(
    "copy-drift",
    "Of two sentences that are nearly the same word for word, one has another figure, date, name or negation.",
    (Verdict.CONTRADICTION, Verdict.TENSION),
    check,
)
