"""One quotation in two wordings: a figure, a negation, a name or a word differs between the quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.contrasts import same_side
from claimcheck.lexicon.predicates import words as stopped
from claimcheck.lexicon.spelling import DIFFERENT, spelling
from claimcheck.link.copies import Copy, Gap, Word
from claimcheck.link.sayings import Repeat
from claimcheck.model.finding import Finding, Verdict
from claimcheck.rules.changed_words import (
    NAME,
    Drift,
    denied_outright,
    dropped_hedge,
    is_light,
    moved_negation,
    word_drift,
)
from claimcheck.rules.copy_drift import Facts, drift_sides, facts_by_sentence, gap_drift
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import named_speaker, sides

# So many words are quoted by both, and so alike, that they were said once.
FEWEST, ALIKE = 5, 0.7
# Where it is not known that one person speaks, and where a word differs that may only be another translation.
MANY, NEARLY = 10, 0.8
# Letters in which a misspelling begins, and of which a word has at least so many.
SHORTEST = 3
WORDING = "wording of a quotation"
# Left out, put in or censored by who quotes.
_LEFT_OUT = re.compile(r"[\[\]()…*]|\.\.\.|\. \. \.|--")
_EDITED = re.compile(rf"{_LEFT_OUT.pattern}|[“”„\"«»]")


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    facts = facts_by_sentence(story)
    for repeat in story.quotes:
        if _said_once(repeat):
            drifts = list(_drifts(story, repeat.copy, facts))
            if len(drifts) == 1:  # a translation of its own differs at many places
                yield _finding(story, rule, repeat, drifts[0])
    for repeat in story.contents:
        if _said_once(repeat) and not all(w.quoted for s in (repeat.a, repeat.b) for w in s.words):
            drift = _quoted_in_part(story, repeat.copy, facts)
            if drift is not None:
                yield _finding(story, rule, repeat, drift)


def _said_once(repeat: Repeat) -> bool:
    same, alike = sum(1 for _ in repeat.copy.matched), repeat.copy.likeness
    speakers = [s.attribution.speaker.casefold().split() if s.attribution else [] for s in (repeat.a, repeat.b)]
    if all(speakers):
        return same >= FEWEST and alike >= ALIKE and speakers[0][-1] == speakers[1][-1]
    return same >= MANY and alike >= NEARLY


def _drifts(story: Story, copy: Copy, facts: Facts) -> Iterator[Drift]:
    texts = [story.documents[d].document.text for d in (copy.left, copy.right)]
    reworded = [g for g in copy.gaps if _content(copy.a[g.a_start : g.a_end]) and _content(copy.b[g.b_start : g.b_end])]
    said = [gap for gap in copy.gaps if not _edited(texts, copy, gap)]
    for gap in said:
        drift = gap_drift(story, copy, gap, facts)
        drift = drift or dropped_hedge(texts, copy, gap) or denied_outright(copy, gap)
        if drift is None and [gap] == reworded:
            drift = _other_word(texts, copy, gap)
        if drift is not None:
            yield drift
    moved = moved_negation(copy) if len(said) == len(copy.gaps) else None
    if moved is not None:
        yield moved


def _edited(texts: Sequence[str], copy: Copy, gap: Gap, mark: re.Pattern[str] = _EDITED) -> bool:
    """Did whoever quotes change something there?"""
    starts = _begin_alike(texts, copy, gap)
    return any(_is_edited(text, words, *places, starts=starts, mark=mark) for text, words, places in (
        (texts[0], copy.a, (gap.a_start, gap.a_end)), (texts[1], copy.b, (gap.b_start, gap.b_end))))


def _quoted_in_part(story: Story, copy: Copy, facts: Facts) -> Drift | None:
    """Where one quotes only some words of what is said ("he had 'full confidence' in her"): what differs in these,
    where nothing else does and both cannot have been said."""
    texts = [story.documents[d].document.text for d in (copy.left, copy.right)]
    reworded = [gap for gap in copy.gaps if all(_told(copy, gap))]
    if len(reworded) != 1 or not all(w.quoted for words in _told(copy, reworded[0]) for w in words):
        return None
    (gap,) = reworded
    if _edited(texts, copy, gap, _LEFT_OUT):
        return None
    return gap_drift(story, copy, gap, facts) or denied_outright(copy, gap)


def _told(copy: Copy, gap: Gap) -> tuple[list[Word], list[Word]]:
    """The words of a difference that are not of grammar alone."""
    a, b = copy.a[gap.a_start : gap.a_end], copy.b[gap.b_start : gap.b_end]
    return [w for w in a if not is_light(w)], [w for w in b if not is_light(w)]


def _begin_alike(texts: Sequence[str], copy: Copy, gap: Gap) -> bool:
    """Does the difference stand at the start of a sentence that both quote as a whole one?"""
    first = (copy.a[0], copy.b[0])
    return gap.a_start == gap.b_start == 0 and all(w.span.of(t)[0].isupper() for w, t in zip(first, texts, strict=True))


def _is_edited(
    text: str, words: Sequence[Word], start: int, end: int, *, starts: bool, mark: re.Pattern[str]
) -> bool:
    """Is something between the words around the difference that says that it is not what was said, or the end of one
    piece and the beginning of another?"""
    if start == end and (end == len(words) or (start == 0 and not starts)):
        return True  # an excerpt begins later or ends earlier
    before = words[start - 1].span.end if start else words[0].span.start
    after = words[end].span.start if end < len(words) else words[-1].span.end
    return mark.search(text, before, after) is not None


def _other_word(texts: Sequence[str], copy: Copy, gap: Gap) -> Drift | None:
    """One content word in the place of another that does not mean the same, as far as is known."""
    a, b = _content(copy.a[gap.a_start : gap.a_end]), _content(copy.b[gap.b_start : gap.b_end])
    if len(a) != 1 or len(b) != 1 or copy.likeness < NEARLY:
        return None
    x, y = a[0], b[0]
    names = [w.span.of(t)[0].isupper() and w is not words[0]
             for w, t, words in zip((x, y), texts, (copy.a, copy.b), strict=True)]
    if any(names) or any(len(w.text) < SHORTEST or w.text[0].isdigit() for w in (x, y)):
        return None
    if concept(x.text) == concept(y.text) or same_side(x.text, y.text) or spelling(x.text, y.text) != DIFFERENT:
        return None
    return None if _misspelled(x.text, y.text) else word_drift(a, b, Verdict.TENSION, "")


def _misspelled(x: str, y: str) -> bool:
    """ "realise", "realize"; "here", "hear"."""
    return sorted(x) == sorted(y) or x[:SHORTEST] == y[:SHORTEST]


def _content(words: Sequence[Word]) -> list[Word]:
    return [w for w in words if not is_light(w) and w.text not in stopped("stop") and "'" not in w.text]


def _finding(story: Story, rule: Rule, repeat: Repeat, drift: Drift) -> Finding:
    copy = repeat.copy
    shown = drift_sides(story, copy, drift)
    named = (named_speaker(s.attribution.speaker) for s in (repeat.a, repeat.b) if s.attribution)
    speaker = next(filter(None, named), "")
    return Finding(Verdict.TENSION, rule.name, WORDING if drift.what in ("", NAME) else drift.what,
                   f"{sides(shown)}; in one quotation{f' of {speaker}' if speaker else ''}", shown,
                   key="same words", independent=story.independent(copy.left, copy.right))
