"""Whose age it is: members of a family share a surname and no age."""

from __future__ import annotations

import functools
import re
from itertools import product

from claimcheck.lexicon.antonyms import opposed
from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.given import sex_of
from claimcheck.lexicon.names import same_given
from claimcheck.lexicon.places import country_of
from claimcheck.lexicon.spelling import DIFFERENT, spelling
from claimcheck.link.statement import Candidate, Statement
from claimcheck.model.fact import Aspect
from claimcheck.model.value import Quantity

_WORDS = re.compile(r"[\w’']+(?:-[\w’']+)*\.?")
_SEX = {"mr": "man", "sir": "man", "lord": "man",
        "mrs": "woman", "ms": "woman", "miss": "woman", "dame": "woman", "lady": "woman"}
# Words before a surname that may be given names, or what somebody is: "American Tom Ames".
_BEFORE = 2


def other_bearer(candidate: Candidate) -> str:
    """A guard: "John Ames, 43" and "his sister Ruth Ames, 38" are two people, and so are "Ruth Ames" and "Marr", a man
    and a woman. Silent where a word of one name may be one of the other, and for two names of one word, of which one
    may be a given name. Of 69 labelled pairs of ages that two full names have none is one age."""
    a, b = candidate.a.fact.measure, candidate.b.fact.measure
    if a.dimension != "age":
        return ""
    for x, y in product((a.head, _sex(candidate.a)), (b.head, _sex(candidate.b))):
        if opposed(x, y):
            return f"{x} against {y}"
    left, right = _bearer(candidate.a), _bearer(candidate.b)
    given = left[:-1], right[:-1]
    if not left or not right or not any(given) or any(same_given(x, y) for x in given[0] for y in given[1]):
        return ""
    if left[-1] == right[-1]:
        return f"{' '.join(given[0])} against {' '.join(given[1])}" if all(given) else ""
    one = any(spelling(x, y) != DIFFERENT for x in left for y in right)
    return "" if one else f"{' '.join(left)} against {' '.join(right)}"


def _bearer(statement: Statement) -> tuple[str, ...]:
    """The full name as the sentence has it, or else as the document has."""
    name = _name(statement)
    return name if len(name) > 1 else statement.fact.measure.bearer or name


def one_bearer(candidate: Candidate) -> bool:
    """Are they two ages of one full name, "defendant" or not? Nobody has two at a time."""
    if candidate.a.fact.measure.dimension != "age":
        return False
    one, other = _name(candidate.a)[-2:], _name(candidate.b)[-2:]
    return len(one) == 2 and one == other


def other_age(candidate: Candidate) -> str:
    """A guard: how old somebody is and will be soon: "Ann Lee, 58", "who turns 59 on Friday"."""
    sides = (candidate.a.fact, candidate.b.fact)
    if candidate.a.fact.measure.dimension != "age" or sum(f.measure.aspect is Aspect.ASIDE for f in sides) != 1:
        return ""
    years = [year for f in sides if isinstance(f.value, Quantity) and (year := f.value.interval.figure) is not None]
    return "one is of another birthday" if len(years) == 2 and max(years) - min(years) == 1 else ""


def _name(statement: Statement) -> tuple[str, ...]:
    """The surname that the age belongs to, behind the words with capitals before it that are no title, or ()."""
    name = _titled(statement)
    return (*(word for word in name[:-1] if not _is_title(word)), *name[-1:])


def _sex(statement: Statement) -> str:
    """By the title ("Mr Dusan, 43"), else by the given name; "" where neither tells."""
    titles = (_SEX.get(word.rstrip("."), "") for word in _titled(statement)[:-1])
    return next(filter(None, (*titles, *map(sex_of, _bearer(statement)[:-1]))), "")


def _titled(statement: Statement) -> tuple[str, ...]:
    """The surname that the age belongs to, behind the words with capitals before it; of several places the nearest to
    the age. () where there is none."""
    place = statement.fact.span.start - statement.claim.span.start
    head = statement.fact.measure.head
    found = [(abs(at - place), before, surname.lower()) for at, surname, before in _names(statement.claim.text)
             if concept(surname) == head]
    if not found:
        return ()
    _, before, surname = min(found)
    return *before, surname


def _is_title(word: str) -> bool:
    return word.rstrip(".") in cues("title") | cues("role") or bool(country_of(word))


@functools.lru_cache(maxsize=1_024)
def _names(text: str) -> tuple[tuple[int, str, tuple[str, ...]], ...]:
    """Each word behind words with capitals: where it stands, the word, and these."""
    words, found = list(_WORDS.finditer(text)), []
    for number, word in enumerate(words):
        first = number
        while first > max(0, number - _BEFORE) and _leads(text, words[first - 1], words[first]):
            first -= 1
        if first < number and word[0][:1].isupper():
            found.append((word.start(), word[0], tuple(w[0].lower() for w in words[first:number])))
    return tuple(found)


def _leads(text: str, word: re.Match[str], behind: re.Match[str]) -> bool:
    """A word with a capital, and nothing but a blank before the next one."""
    return word[0][:1].isupper() and text[word.end() : behind.start()].isspace()
