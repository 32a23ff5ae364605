"""What a changed word does to a copied sentence: a negation that came or went, a word that cannot stand for the other,
another name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from claimcheck.lexicon.antonyms import opposed
from claimcheck.lexicon.calendar import calendar_words
from claimcheck.lexicon.concepts import concept, concepts
from claimcheck.lexicon.contrasts import contrasted
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.names import same_given
from claimcheck.lexicon.newsroom import agency
from claimcheck.lexicon.places import country_of
from claimcheck.lexicon.spelling import DIFFERENT, spelling
from claimcheck.lexicon.units import units
from claimcheck.link.copies import Copy, Gap, Word
from claimcheck.link.statement import Statement
from claimcheck.model.finding import Verdict
from claimcheck.model.span import Span
from claimcheck.rules.rule import Story

ONE_ONLY = "in one of them only"
NAME = "name in a copied sentence"
# From this likeness on what differs was not meant for something else.
CERTAIN = 0.8
# More words than these, not counting those of grammar, are another wording.
FEW = 4
# So near behind a word is what it is said of.
REACH = 5
# Letters that two forms of one verb share.
STEM = 3
# "Not yet" is denied as "not" is.
_YET = "yet"
# The verb that a denying form belongs to, where it is not what stands before "n't".
_CAN = {"cannot": "can", "can't": "can", "won't": "will", "shan't": "shall"}
_NT = "n't"
_UNTIL = frozenset({"until", "till"})
_WHETHER = frozenset({"whether", "if"})
_LIGHT = frozenset(
    """
    a an the of to in on at by and that which who is are was were be been being has have had having do does did it its
    any also then so as for with from would will
    """.split()  # noqa: SIM905 - a list of words to read, not a list of quotation marks
)
# Behind one of these a negation denies nothing: "not only", "no fewer than".
_UNDOING = frozenset({"only", "just", "merely", "simply", "fewer", "less", "more", "later", "earlier", "sooner",
                      "doubt", "matter", "because", "surprisingly"})


@dataclass(frozen=True, slots=True)
class Drift:
    """One difference that changes what is said: what each side has, and statements where it hangs on facts, else
    places."""

    verdict: Verdict
    what: str
    said: tuple[str, str]
    a: Statement | Span
    b: Statement | Span


def changed_words(story: Story, copy: Copy, gap: Gap) -> Drift | None:
    """How the words of one difference change what is said; None where they do not, as far as is known."""
    a, b = copy.a[gap.a_start : gap.a_end], copy.b[gap.b_start : gap.b_end]
    if _letters(a) == _letters(b):
        return None  # "FBI" and "F.B.I."
    drift = _negation(copy, gap) or _contrast(copy, a, b) or _name(story, copy, a, b)
    if drift is not None and _of_others(copy, gap):
        return replace(drift, verdict=Verdict.TENSION)
    return drift


def _of_others(copy: Copy, gap: Gap) -> bool:
    """May what follows be another thing in each: "not leaving the party", "leaving the government"? Or the same by
    another word: "the plan", "the scheme"."""
    near = (g for g in copy.gaps if 0 <= g.a_start - gap.a_end < REACH and 0 <= g.b_start - gap.b_end < REACH)
    return any(x and y and not x & y for g in near if g != gap
               for x, y in [(_named(copy.a[g.a_start : g.a_end]), _named(copy.b[g.b_start : g.b_end]))])


def _named(words: Sequence[Word]) -> frozenset[str]:
    """Concepts of what is no grammar, denies nothing and names no time."""
    return frozenset(concept(w.text) for w in words if not is_light(w) and not _denies(w) and not _is_date(w.text))


def _letters(words: Sequence[Word]) -> str:
    return "".join(c for w in words for c in w.text if c.isalnum())


def dropped_hedge(texts: Sequence[str], copy: Copy, gap: Gap) -> Drift | None:
    """A softening word ("may", "I think") on one side only, where nothing else differs but the form of the verb."""
    a, b = copy.a[gap.a_start : gap.a_end], copy.b[gap.b_start : gap.b_end]
    soft = [_soft(text, words) for text, words in zip(texts, (a, b), strict=True)]
    if bool(soft[0]) == bool(soft[1]) or len(_soft(texts[0], copy.a)) == len(_soft(texts[1], copy.b)):
        return None
    rest = [[concept(w.text) for w in words if w not in some and not _is_auxiliary(w)]
            for words, some in zip((a, b), soft, strict=True)]
    if not _same_rest(rest[0], rest[1]):
        return None
    return _one_sided(copy, gap, (soft[0] or soft[1])[0].text, Verdict.TENSION)


def denied_outright(copy: Copy, gap: Gap) -> Drift | None:
    """A denying word in the place of one that affirms: "never" and "now", "no evidence" and "some evidence"."""
    a, b = copy.a[gap.a_start : gap.a_end], copy.b[gap.b_start : gap.b_end]
    said = [[w for w in words if not is_light(w) and w.text != _YET] for words in (a, b)]
    if _balanced(copy) or any(len(words) != 1 for words in said):
        return None
    (x,), (y,) = said
    if not ((_denies(x) and _affirms(y)) or (_denies(y) and _affirms(x))):
        return None
    return word_drift(a, b, Verdict.TENSION, "")


def moved_negation(copy: Copy) -> Drift | None:
    """The one denying word moved over a verb of deciding or saying: "I have not decided whether to run" and "I have
    decided not to run". Over others it may: "I do not think that he will" and "I think that he will not"."""
    sides = []
    for words in (copy.a, copy.b):
        places = [i for i, w in enumerate(words) if _denies(w)]
        if len(places) != 1:
            return None
        told = [i for i, w in enumerate(words) if not (_denies(w) or is_light(w) or w.text in _WHETHER)]
        sides.append((words, places[0], told))
    (a, i, left), (b, j, right) = sides
    before = (sum(x < i for x in left), sum(y < j for y in right))
    verb = min(before)
    if before[0] == before[1] or len(left) != len(right) or not _settles(a[left[verb]], b[right[verb]]):
        return None
    if any(concept(a[x].text) != concept(b[y].text)
           for n, (x, y) in enumerate(zip(left, right, strict=True)) if n != verb):
        return None
    shown = [words[min(place, told[verb]) : max(place, told[verb]) + 1] for words, place, told in sides]
    return word_drift(shown[0], shown[1], Verdict.TENSION, "")


def _settles(x: Word, y: Word) -> bool:
    """Two forms of one verb of deciding or saying: "say", "said"."""
    return x.text[0] == y.text[0] and all(concept(w.text) in concepts(cues("settling")) for w in (x, y))


def _affirms(word: Word) -> bool:
    """An adverb or a word of degree that does not make up for a denial, as "hardly" and "little" do."""
    return word.text in cues("affirming") or (word.text.endswith("ly") and word.text not in cues("near_denial"))


def is_light(word: Word) -> bool:
    """A word of grammar, which says nothing by itself."""
    return word.text in _LIGHT


def sure(copy: Copy) -> Verdict:
    """The gravest verdict that a difference of the two deserves."""
    return Verdict.CONTRADICTION if copy.likeness >= CERTAIN else Verdict.TENSION


def word_drift(a: Sequence[Word], b: Sequence[Word], verdict: Verdict, what: str) -> Drift:
    return Drift(verdict, what, (_text(a), _text(b)), _span(a), _span(b))


def _text(words: Sequence[Word]) -> str:
    return " ".join(w.text for w in words)


def _one_sided(copy: Copy, gap: Gap, word: str, verdict: Verdict) -> Drift:
    """A word that one side has and the other has not: what stands there with the next word that both have, for "not"
    alone says nothing."""
    a, b = copy.a[gap.a_start : gap.a_end], copy.b[gap.b_start : gap.b_end]
    shown = (copy.a[gap.a_start : gap.a_end + 1], copy.b[gap.b_start : gap.b_end + 1])
    if not all(shown):
        shown = (copy.a[gap.a_start - 1 : gap.a_end], copy.b[gap.b_start - 1 : gap.b_end])
    return Drift(verdict, f"“{word}” {ONE_ONLY}", (_text(shown[0]), _text(shown[1])),
                 _span(_or_next(copy.a, gap.a_start, a)), _span(_or_next(copy.b, gap.b_start, b)))


def _span(words: Sequence[Word]) -> Span:
    return words[0].span.union(words[-1].span)


def _negation(copy: Copy, gap: Gap) -> Drift | None:
    """A denying word on one side only, with nothing else beside it that could make up for it."""
    a, b = copy.a[gap.a_start : gap.a_end], copy.b[gap.b_start : gap.b_end]
    denied = [[w for w in words if _denies(w)] for words in (a, b)]
    if len(denied[0]) % 2 == len(denied[1]) % 2 or _balanced(copy):
        return None
    verbs = _denied_verbs([*denied[0], *denied[1]])
    rest = [[concept(w.text) for w in words if not _denies(w) and not is_light(w) and w.text not in verbs]
            for words in (a, b)]
    after = copy.a[gap.a_end :] if denied[0] else copy.b[gap.b_end :]
    if not _same_rest(rest[0], rest[1]) or any(w.text in _UNDOING for w in after[:1]):
        return None
    if any(w.text in _UNTIL or (w.text == "before" and _is_date(n.text)) for w, n in pairwise(after)):
        return None  # what does not reopen until Monday reopens on Monday
    return _one_sided(copy, gap, (denied[0] or denied[1])[0].text, sure(copy))


def _is_date(word: str) -> bool:
    found = calendar_words()
    return word[:1].isdigit() or any(word in table for table in (found.months, found.weekdays))


def _same_rest(a: Sequence[str], b: Sequence[str]) -> bool:
    """The same concepts, or two forms of one verb ("pleaded", "pled not")."""
    return a == b or (len(a) == len(b) == 1 and a[0][:STEM] == b[0][:STEM])


def _denied_verbs(words: Sequence[Word]) -> frozenset[str]:
    """ "Could" where one denies with "couldn't"."""
    return frozenset(_CAN.get(w.text, w.text.removesuffix(_NT)) for w in words)


def _denies(word: Word) -> bool:
    return word.text in cues("negation") or word.text.endswith(_NT)


def _soft(text: str, words: Sequence[Word]) -> list[Word]:
    return [w for w, left in zip(words, (None, *words), strict=False) if _softens(text, w, left)]


def _softens(text: str, word: Word, left: Word | None) -> bool:
    """With a capital "May" is a name, a month or a wish."""
    if word.text in cues("softening_modal"):
        return word.span.of(text).islower()
    if word.text in cues("softening"):
        return True
    return word.text in cues("opining") and left is not None and left.text in ("i", "we")


def _is_auxiliary(word: Word) -> bool:
    return is_light(word) or word.text in ("shall", "must", "i", "we")


def _balanced(copy: Copy) -> bool:
    """Both sentences deny as often: the denying word only moved."""
    return sum(map(_denies, copy.a)) == sum(map(_denies, copy.b))


def _or_next(words: Sequence[Word], start: int, found: Sequence[Word]) -> Sequence[Word]:
    """The words, or where there are none the one that follows (the one before at the end)."""
    return found or words[start : start + 1] or words[-1:]


def _contrast(copy: Copy, a: Sequence[Word], b: Sequence[Word]) -> Drift | None:
    """Two words that cannot stand for each other."""
    if any(len([w for w in words if not is_light(w)]) > FEW for words in (a, b)):
        return None
    if any(_denies(w) for w in (*a, *b)):
        return None
    for x in a:
        for y in b:
            if _moved(copy, x, y) or {x.text, y.text} & units().words.keys():
                continue  # "three decades", "the past 32 years": a unit says nothing without its figure
            how = opposed(concept(x.text), concept(y.text))
            if how or contrasted(x.text, y.text):
                verdict = sure(copy) if how == "contradiction" else Verdict.TENSION
                return word_drift([x], [y], verdict, "")
    return None


def _moved(copy: Copy, x: Word, y: Word) -> bool:
    """Does one of two different words only stand elsewhere in the other sentence? Not where the two changed places."""
    gone = [w.text for g in copy.gaps for w in copy.a[g.a_start : g.a_end]]
    come = [w.text for g in copy.gaps for w in copy.b[g.b_start : g.b_end]]
    return (x.text in come) != (y.text in gone)


def _name(story: Story, copy: Copy, a: Sequence[Word], b: Sequence[Word]) -> Drift | None:
    """One name in the place of another that stands for somebody or something else."""
    for x in _names(story, copy.left, a):
        for y in _names(story, copy.right, b):
            if _alone(x, a) and _alone(y, b) and _other(story, copy, x, y):
                return Drift(Verdict.TENSION, NAME, (x[0], y[0]), x[1], y[1])
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
    return all(name[1].overlaps(w.span) or is_light(w) for w in words)


def _other(story: Story, copy: Copy, x: tuple[str, Span], y: tuple[str, Span]) -> bool:
    left, right = x[0].split(), y[0].split()
    changed = [(v, w) for v, w in zip(left, right, strict=False) if v != w]
    if len(left) == len(right) > 1 and len(changed) == 1:
        (v, w), = changed
        if same_given(v, w) or spelling(v, w) != DIFFERENT:
            return False
    elif {w.casefold() for w in left} & {w.casefold() for w in right[-1:]} or left[-1] == right[-1]:
        return False
    if any(_reports(story, name) for name, _ in (x, y)) or is_short(x[0], y[0]) or is_short(y[0], x[0]):
        return False
    countries = country_of(x[0]), country_of(y[0])
    if all(countries):
        return countries[0] != countries[1]
    if left[-1] != right[-1] and spelling(left[-1], right[-1]) != DIFFERENT:
        return False
    texts = [story.documents[d].document.text for d in (copy.left, copy.right)]
    v, w = changed[0] if len(changed) == 1 else (left[-1], right[-1])
    return v not in texts[1] and w not in texts[0]  # else a document may well call one thing by two names


def _reports(story: Story, name: str) -> bool:
    """Agencies and publishers: "told the Herald" is no part of the news."""
    words = set(name.casefold().split())
    return agency(name) is not None or any(set(d.document.source.casefold().split()) <= words for d in story.documents)


def is_short(name: str, initials: str) -> bool:
    """ "Harbour Safety Board" and "HSB"."""
    return "".join(w[0] for w in name.split() if w[0].isupper()) == initials.replace(".", "")
