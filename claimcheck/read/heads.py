"""Whether a line in the head of an article that looks like the name of an outlet is one: what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.lexicon.names import is_established
from claimcheck.lexicon.newsroom import outlets
from claimcheck.lexicon.places import is_place
from claimcheck.read.outlets import Outlet

# Words that a headline in title case may have in lower case too, though they are long.
_JOINING = frozenset((
    "about", "after", "against", "amid", "among", "around", "before", "behind", "between", "beyond", "despite",
    "during", "from", "inside", "into", "near", "over", "since", "than", "that", "their", "through", "under", "until",
    "when", "with", "without",
))
# Before the name of a place; and before any name inside a sentence, "the" and a word of it between or not.
_WHERE = r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]ff|[Oo]utside|[Aa]cross|[Aa]round|[Tt]o|[Ff]rom|[Oo]f)\s"
_INSIDE = r"\b[a-z]+,?\s(?:the\s)?(?:[A-Z]\w+\s)?"


@dataclass(frozen=True, slots=True)
class Around:
    """The headline, the text below the head, and whether the name stands `above` the headline and `dated`, right beside
    the date or a byline."""

    headline: str
    article: str
    above: bool
    dated: bool


def is_outlet(outlet: Outlet, around: Around) -> bool:
    """In doubt not: what is taken for an outlet is read no more, and it may be the headline, a kicker or a deck."""
    if outlet.strong:
        return not (around.above and not _is_set_off(outlet, around))
    of_place = _is_of_place(outlet, around)
    if not around.dated:
        label = outlet.trade in outlets().labels and len(outlet.name.split()) < 3
        person = outlet.trade in outlets().persons
        return of_place and not (label or person) and _is_set_off(outlet, around)
    if outlet.of_place and not of_place:
        return False
    return _is_told_in(outlet, around) if outlet.edition or outlet.broadcaster else _is_name(outlet, around)


def _is_told_in(outlet: Outlet, around: Around) -> bool:
    """Of a name without a word of the trade at its end: "The Morning Flash", "Radio Nord"."""
    if outlet.firm:
        return _is_name(outlet, around)
    return _is_set_off(outlet, around) and (outlet.edition or not around.above)


def _is_name(outlet: Outlet, around: Around) -> bool:
    """Beside the date: among words in title case it must tell by itself, or have words that the article has not."""
    set_off, with_article = _is_set_off(outlet, around), outlet.name.startswith("The ")
    # A deck has a verb beside the name, and the article tells of the same in lower case.
    retold = any(stands_small(word, around.article) for word in outlet.own)
    may_be_clause = len(outlet.own) > (1 if around.above or not set_off else 2)
    if retold and may_be_clause and not (set_off and with_article):
        return False
    if around.above and not outlet.firm:
        return set_off and (with_article or outlet.name.isupper() or _may_stand_above(outlet))
    return set_off or outlet.firm or (bool(outlet.own) and not retold)


def _is_set_off(outlet: Outlet, around: Around) -> bool:
    """Whether the headline is written as a sentence, so that a name in capitals is none; of a headline all in capitals
    "The Morning Flash" beside the date is set off as well."""
    if is_sentence_case(around.headline):
        return True
    return around.headline.isupper() and around.dated and outlet.name.startswith("The ")


def _is_of_place(outlet: Outlet, around: Around) -> bool:
    """Whether its own words name a place: one that is known, or a name in the article or the headline; with no date
    beside it something must be said to be in it. Where they stand before the same word there it is a person or a thing
    of which the article tells."""
    own = [w.capitalize() if w.isupper() else w for w in outlet.name.split() if w.casefold() in outlet.own]
    text = f"{around.headline}\n{around.article}"
    if not own or re.search(rf"\b{re.escape(outlet.name.removeprefix('The '))}\b", text, re.IGNORECASE):
        return False
    if is_place(" ".join(own)):
        return not (is_established(own[0]) and outlet.trade in outlets().surnames)
    before = _INSIDE if around.dated else _WHERE
    return re.search(rf"{before}{re.escape(own[0])}\b", text) is not None and not stands_small(own[0].casefold(), text)


def _may_stand_above(outlet: Outlet) -> bool:
    """Whether a name in title case, above a headline, is an outlet's rather than a label: not "Kabul Journal"."""
    return outlet.trade in outlets().above or outlet.trade.endswith(outlets().endings)


def is_sentence_case(text: str) -> bool:
    """Some word in lower case that a headline in title case would write with a capital: "Bridge shut for a year"."""
    words = re.findall(r"[\w'’-]+", text)
    return any(len(w) > 3 and w[0].islower() and w not in _JOINING for w in words)


def stands_small(word: str, text: str) -> bool:
    """Does a form of `word` stand in lower case in `text`? "Sues" does in "Sand sued", so it is no part of a name."""
    stem = word.removesuffix("'s").removesuffix("’s").rstrip("s'’")
    return re.search(rf"\b{re.escape(stem)}", text) is not None
