"""Names of several documents that stand for one person, organisation or place.

Names are compared by their words: full names by surname and given name or its short form, other names by their words
without what companies append, long names and their initials. A surname alone takes the full name of its own document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.extract.names import Mention
from claimcheck.lexicon.calendar import day_and_month_names
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.names import is_established, same_form, same_given
from claimcheck.lexicon.places import country_of, is_place
from claimcheck.lexicon.spelling import DIFFERENT, SAME, TRANSLITERATION, VARIANT, spelling

# Further names of one document are not looked at: a page that lists thousands of names tells no story.
MAX_NAMES = 400
_APPENDED = frozenset({"inc", "co", "corp", "corporation", "company", "ltd", "llc", "plc", "gmbh", "ag", "sa",
                       "group", "the"})
_NO_NAME = frozenset({"i", "a.m", "p.m", "am", "pm", "tv", "ceo", "photo", "video", "news", "reuters", "ap", "afp"})
_ARTICLES = ("al-", "el-")
_MIN_VARIANT = 4
_GENDERED = frozenset("aeio")


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one document in its fullest form, with every mention of it in the order of the text."""

    words: tuple[str, ...]
    mentions: tuple[Mention, ...]

    @property
    def full(self) -> str:
        return " ".join(self.words)

    @property
    def roles(self) -> frozenset[str]:
        return frozenset(r for m in self.mentions for r in m.roles)

    @property
    def bearer(self) -> frozenset[str]:
        """Nouns that say who or what has the name: its roles, and what it stands in apposition to."""
        return self.roles | {m.apposed for m in self.mentions if m.apposed}

    @property
    def folded(self) -> tuple[str, ...]:
        """Lower-cased words without full stops, middle initials and what companies append; "Al-Fahd" is "Al Fahd"."""
        plain = [w.casefold().replace(".", "").replace("’s", "").replace("'s", "") for w in self.words]
        plain = [part for w in plain for part in (w.split("-", 1) if w.startswith(_ARTICLES) else [w])]
        if len(plain) > 2:
            plain = [plain[0], *(w for w in plain[1:-1] if len(w) > 1), plain[-1]]
        kept = [w for w in plain if w and w not in _APPENDED]
        return tuple(kept or plain)


def names_of(mentions: Sequence[Mention]) -> tuple[Name, ...]:
    """The names of one document in the order of the text; short forms are joined to the one full name they fit."""
    groups: defaultdict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in mentions:
        if _is_name(mention):
            groups[Name(mention.words, ()).folded].append(mention)
    by_last: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for key in groups:
        if len(key) > 1 and not is_place(" ".join(key)):
            by_last[key[-1]].append(key)
    for key in [k for k in groups if len(k) == 1 and len(by_last[k[0]]) == 1]:
        groups[by_last[key[0]][0]].extend(groups.pop(key))
    names = [Name(max((m.words for m in found), key=len), tuple(sorted(found, key=lambda m: m.span)))
             for found in groups.values()]
    return tuple(sorted(names, key=lambda n: n.mentions[0].span)[:MAX_NAMES])


def same_name(a: Name, b: Name) -> bool:
    """Do two names stand for one person, organisation or place?"""
    left, right = a.folded, b.folded
    if left == right:
        return True
    if _initials(a) & _short(b) or _initials(b) & _short(a):
        return True
    if len(left) > 1 and len(right) > 1:
        if left[-1] == right[-1] and len(left) == len(right) == 2 and same_given(left[0], right[0]):
            return len(left[0]) > 1 and len(right[0]) > 1
        return spelling(" ".join(left), " ".join(right)) in (SAME, TRANSLITERATION)
    return False


def variant_spelling(a: Name, b: Name) -> bool:
    """Are two full names alike but for one word that is spelled differently in substance? A surname alone is enough for
    the holder of one role, and of what is in apposition to it."""
    left, right = a.folded, b.folded
    if len(left) == len(right) == 1 and a.bearer & b.bearer:
        left, right = ("", *left), ("", *right)
    if len(left) != len(right) or len(left) < 2 or is_place(a.full) or is_place(b.full):
        return False
    if a.words[-1].isupper() != b.words[-1].isupper() or country_of(left[-1]) or country_of(right[-1]):
        return False
    found = [spelling(x, y) for x, y in zip(left, right, strict=True)]
    if found.count(VARIANT) != 1 or DIFFERENT in found or same_form(left[0], right[0]):
        return False
    x, y = next((x, y) for x, y, how in zip(left, right, found, strict=True) if how == VARIANT)
    if x == left[0] and x[:-1] == y[:-1] and x[-1] in _GENDERED and y[-1] in _GENDERED:
        return False  # "Mario" and "Maria" are two people
    if min(len(x), len(y)) < _MIN_VARIANT or _plural(x, y):
        return False
    if x == left[0] and is_established(x) and is_established(y):
        return False  # two given names are two people; two surnames behind one given name are hardly
    return not left[0] or any(len(w) > 2 for w, how in zip(left, found, strict=True) if how != VARIANT)


def _plural(x: str, y: str) -> bool:
    return x + "s" == y or y + "s" == x


def _is_name(mention: Mention) -> bool:
    words = [w.casefold().rstrip(".") for w in mention.words]
    if len(words) > 8 or any(not any(c.isalpha() for c in w) for w in words):
        return False
    if len(words) > 1:
        return not all(w in day_and_month_names() or w in cues("title") for w in words)
    word = words[0]
    return len(word) > 1 and word not in _NO_NAME | _APPENDED | day_and_month_names() | cues("title") | cues("role")


def _initials(name: Name) -> frozenset[str]:
    """ "Harbour Safety Board" -> hsb."""
    capital = [w for w in name.words if w[:1].isupper()]
    return frozenset({"".join(w[0] for w in capital).casefold()}) if len(capital) > 2 else frozenset()


def _short(name: Name) -> frozenset[str]:
    word = name.words[0].replace(".", "")
    return frozenset({word.casefold()}) if len(name.words) == 1 and word.isupper() and len(word) > 2 else frozenset()


def shared(documents: Sequence[tuple[Name, ...]]) -> list[list[tuple[int, Name]]]:
    """Names that stand in two or more documents, each with (document, name) in canonical order."""
    groups: list[list[tuple[int, Name]]] = []
    index: defaultdict[str, list[int]] = defaultdict(list)
    for number, names in enumerate(documents):
        for name in names:
            place = next((g for g in _near(index, name) if same_name(groups[g][0][1], name)), None)
            if place is None:
                place = len(groups)
                groups.append([])
            groups[place].append((number, name))
            for key in _index_keys(name):
                if place not in index[key]:
                    index[key].append(place)
    return [g for g in groups if len({d for d, _ in g}) > 1]


def _near(index: defaultdict[str, list[int]], name: Name) -> list[int]:
    return sorted({g for key in _index_keys(name) for g in index[key]})


def _index_keys(name: Name) -> list[str]:
    """Names that may be the same share one of these: the first letters of the surname, or the initials."""
    return [name.folded[-1][:2], *sorted(_initials(name) | _short(name))]


