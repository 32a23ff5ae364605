"""How two spellings of a personal name stand to each other.

A name from another alphabet is written in Latin letters in many ways that mean nothing ("Mohammed", "Muhammad"); a name
that has its own Latin spelling is not ("Smith", "Smyth"). So both names are cut into sounds, and an edit distance with
free exchanges between sounds that transliterations mix up (restricted Damerau-Levenshtein) counts what is left.
Names of names.toml, which are established in Latin letters, get no free exchange.
"""

from __future__ import annotations

import functools
import re
import unicodedata

from claimcheck.lexicon.names import is_established

SAME, TRANSLITERATION, VARIANT, DIFFERENT = "same", "transliteration", "variant", "different"
_RANK = (SAME, TRANSLITERATION, VARIANT, DIFFERENT)

# Longer names are compared letter by letter only: the distance costs the product of the lengths.
MAX_LENGTH = 60
_VOWELS = frozenset("aeiou")
_GLIDE, _SH, _CH, _J, _KH, _Q = "Y", "S", "C", "J", "X", "Q"
# Spellings of one sound, longest first. Doubled letters are joined before.
_SOUNDS = (
    ("shch", _SH), ("sch", _SH), ("sh", _SH), ("tsch", _CH), ("tch", _CH), ("ch", _CH), ("dzh", _J), ("dj", _J),
    ("zh", _J), ("kh", _KH), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("ck", "k"), ("tz", "ts"), ("ou", "u"),
    ("oo", "u"), ("eyev", "ev"), ("eev", "ev"), ("ee", "i"), ("c", "k"), ("q", _Q), ("x", "ks"), ("w", "v"),
)
_OF = dict(_SOUNDS)
_SOUND = re.compile("|".join([*sorted(_OF, key=lambda written: (-len(written), written)), "."]), re.DOTALL)
# What one exchange costs: nothing, a little (a third of the sounds may be exchanged so) or a difference in substance.
_LITTLE, _SUBSTANCE = 1, 100
_FREE = frozenset(map(frozenset, ("Yi", "Yj", "Ye", "Jj", "JY")))
_CHEAP = frozenset(map(frozenset, ("ei", "ea", "ou", "Xh", "Xk", "Qk", "Qg")))
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "œ": "oe"})
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ß": "ss"})
_LOOKALIKES = (("rn", "m"), ("vv", "w"), ("cl", "d"))
_DOUBLED = re.compile(r"(.)\1")
_PARTICLES = frozenset({"al", "el", "ul", "ad", "an", "ar", "as", "at", "ash"})


def spelling(a: str, b: str) -> str:
    """"same", "transliteration", "variant" (close, but differing in substance) or "different"; symmetric.

    "same" leaves out case, accents, hyphens, blanks and apostrophes. Names of several words stand as their farthest
    words do; with unequal numbers of words, not counting an Arabic article, they are compared without their blanks.
    Short forms ("Bill") are the business of `names.same_given`.
    """
    if len(a) > MAX_LENGTH or len(b) > MAX_LENGTH:
        return SAME if a == b else DIFFERENT
    if not _words(a) or not _words(b):
        return SAME if a == b else DIFFERENT
    if _alike(a, b):
        return SAME
    left, right = _without_article(_words(a)), _without_article(_words(b))
    if len(left) != len(right):
        left, right = ("".join(left),), ("".join(right),)
    found = [_word(x, y) for x, y in zip(left, right, strict=True)]
    # Where only the article or the blanks differed, the words are the same and the spelling is not.
    return max((*found, TRANSLITERATION), key=_RANK.index)


def same_words(a: frozenset[str], b: frozenset[str]) -> bool:
    """Has each word of the shorter name one in the other that is only spelled otherwise: "gaddafi", "qaddafi"?"""
    fewer, more = sorted((a, b), key=len)
    if not fewer or not _stand_in(fewer, more):
        return False
    return len(fewer) < len(more) or _stand_in(more, fewer)


def _stand_in(words: frozenset[str], others: frozenset[str]) -> bool:
    return all(any(spelling(x, y) in (SAME, TRANSLITERATION) for y in others) for x in words)


def _alike(a: str, b: str) -> bool:
    """Equal but for accents; an umlaut may also be written with an e."""
    plain, other = "".join(_words(a)), "".join(_words(b))
    written_out, other_written_out = ("".join(_words(name.lower().translate(_UMLAUTS))) for name in (a, b))
    return plain == other or written_out == other or other_written_out == plain


@functools.lru_cache(maxsize=4_096)
def _words(name: str) -> tuple[str, ...]:
    decomposed = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    letters = "".join(c for c in decomposed if c.isalnum() or c in " -")
    return tuple(letters.replace("-", " ").split())


def _without_article(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(w for w in words if w not in _PARTICLES) or words


@functools.lru_cache(maxsize=16_384)
def _word(a: str, b: str) -> str:
    if a == b:
        return SAME
    if _printed(a) == _printed(b) or _is_doubled_otherwise(a, b):
        return VARIANT
    fixed = is_established(a) or is_established(b)
    left, right = (tuple(a), tuple(b)) if fixed else (_sounds(a), _sounds(b))
    length = max(len(left), len(right))
    substance, exchanged = divmod(_distance(left, right, free=not fixed), _SUBSTANCE)
    substance += max(0, exchanged - length // 3)
    if substance == 0:
        return TRANSLITERATION
    if _exchange(left[0], right[0], free=not fixed) == _SUBSTANCE:
        return DIFFERENT
    return VARIANT if substance <= _allowed(length) else DIFFERENT


def _is_doubled_otherwise(a: str, b: str) -> bool:
    """ "Ruud" and "Rudd" differ in a letter; "Hassan" and "Hasan", where one has a doubled letter more, in none."""
    ones, others = set(_DOUBLED.findall(a)), set(_DOUBLED.findall(b))
    one_letter = len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1
    return one_letter and bool(ones - others and others - ones)


def _printed(word: str) -> str:
    """Letters that look like others in print, "rn" and "m", as one."""
    for letters, other in _LOOKALIKES:
        word = word.replace(letters, other)
    return word


def _allowed(length: int) -> int:
    """How many sounds may differ in names that are still taken for misspellings of each other."""
    return 0 if length < 4 else 1 if length < 7 else 2


def _sounds(word: str) -> tuple[str, ...]:
    """ "yaqoobi" -> Y a Q u b i; a "y" or "j" beside a vowel is a glide, else a "y" is an i; a last silent h falls."""
    single = re.sub(r"([^eo])\1+", r"\1", word)
    found: list[str] = []
    for match in _SOUND.finditer(single):
        piece = match.group()
        if piece == "y":
            before, after = single[: match.start()][-1:], single[match.end() :][:1]
            found.append(_GLIDE if before in _VOWELS or after in _VOWELS else "i")
        else:
            found.extend(_OF.get(piece, piece))
    if len(found) > 2 and found[-1] == "h" and found[-2] in _VOWELS:
        found.pop()
    if len(found) > 2 and found[-1] == "f" and found[-2] in _VOWELS:
        found[-1] = "v"  # -off, -eff
    return tuple(s for place, s in enumerate(found) if place == 0 or s != found[place - 1])


def _exchange(a: str, b: str, *, free: bool) -> int:
    if a == b:
        return 0
    pair = frozenset((a, b))
    if free and pair in _FREE:
        return 0
    return _LITTLE if free and pair in _CHEAP else _SUBSTANCE


def _distance(a: tuple[str, ...], b: tuple[str, ...], *, free: bool) -> int:
    """Optimal string alignment distance; with `free`, glides beside a vowel come and go at no cost."""
    before: list[int] = []
    row = [0]
    for y in range(len(b)):
        row.append(row[-1] + _gap(b, y, free=free))
    for x in range(len(a)):
        older, before, row = before, row, [row[0] + _gap(a, x, free=free)]
        for y in range(len(b)):
            swap = before[y] + _exchange(a[x], b[y], free=free)
            best = min(swap, before[y + 1] + _gap(a, x, free=free), row[y] + _gap(b, y, free=free))
            if x and y and a[x] == b[y - 1] and a[x - 1] == b[y]:
                best = min(best, older[y - 1] + _SUBSTANCE)
            row.append(best)
    return row[-1]


def _gap(word: tuple[str, ...], place: int, *, free: bool) -> int:
    """Cost of leaving out one sound."""
    return 0 if free and word[place] == _GLIDE else _SUBSTANCE
