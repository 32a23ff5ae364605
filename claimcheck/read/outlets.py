"""The name of a paper, an agency or a broadcaster in the head of an article: no headline, no section and no person."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.lexicon.names import is_established
from claimcheck.lexicon.newsroom import Outlets, agency, outlets
from claimcheck.lexicon.places import is_place

_LONGEST = 60
_MOST_WORDS = 7
_SMALL = frozenset(("of", "the", "and", "&", "de", "for"))
# "North Shore Radio | News", "Verrick Quarter (weekly)", "Money & Home, consumer desk": the name, and what it is.
_BEHIND = re.compile(
    r"(?P<name>[^|(,]+?)"
    r"(?:\s*\|\s*(?P<section>\w+)|\s*\((?P<edition>\w+)\)|,\s(?P<desk>(?:[a-z]+\s)?(?:news)?desk))"
)
_WORD = re.compile(r"[^\W\d_][\w.'’&-]*|&|\d{1,2}")
_PART = re.compile(r"[A-ZÀ-Þ]+(?![a-zß-ÿ])|[A-ZÀ-Þ]?[^A-ZÀ-Þ]+")
_THE = re.compile(r"The(?:\s(?:&|[A-Z][\w.'’-]+)){1,3}")
# "(weekly)" behind a name; "Cup Final (Saturday)" is none.
_PERIODICAL = frozenset(("daily", "weekly", "fortnightly", "monthly", "quarterly", "newspaper", "magazine"))
# Agencies are called so: a code stands for a name of these before it stands for a known agency's.
_OF_AGENCIES = frozenset(("agency", "news", "newswire", "press", "service", "wire", "telegraph"))


@dataclass(frozen=True, slots=True)
class Outlet:
    """`strong` where the name tells whatever stands around it; `firm` where it does beside a date; `edition` where it
    does there by when it comes out only ("The Morning Flash"), `broadcaster` where it does by its first words ("Radio
    Nord"). `own` are its words that no list has, in lower case; `trade` is the word of the lists that it ends in; with
    `of_place` it is an outlet only where its own words name a place.
    """

    name: str
    strong: bool = False
    firm: bool = False
    edition: bool = False
    broadcaster: bool = False
    of_place: bool = False
    own: tuple[str, ...] = ()
    trade: str = ""


def read_outlet(text: str) -> Outlet | None:
    """The outlet that a line, or what stands beside a date, is called by in form; a headline may still look so."""
    name, labelled = _name_of(text)
    with_section = name != text and not labelled
    words = name.split()
    if len(text) > _LONGEST or name != " ".join(words) or not 1 <= len(words) <= _MOST_WORDS:
        return None
    if not words[0][:1].isupper() or words[0] in ("A", "An") or not all(map(_is_capital, words)):
        return None
    known, parts = outlets(), _parts(words)
    with_article = parts[0] == "the"
    body = parts[1:] if with_article else parts
    own = tuple(p for p in body if p not in known.trade | known.editions | known.sections | _SMALL)
    if not body or _is_person(words, body, with_article=with_article):
        return None
    if labelled:
        return Outlet(name, strong=True, firm=True, own=own)
    if not with_article and _is_clause(own):
        return None
    if _ends_as_one(words, parts, known):
        return _ended(name, parts, own, known, with_section=with_section)
    edition = with_article and body[0] in known.editions and 2 <= len(body) <= 3
    broadcaster = any(b in body[:2] for b in known.broadcasters) and bool(own) and body[-1] in own
    if edition or broadcaster:
        return Outlet(name, firm=edition and body[0] == "daily", edition=edition, broadcaster=broadcaster, own=own)
    return None


def name_of(text: str) -> str | None:
    """The name of the outlet that `text` is in form, where no place has to be looked for in an article."""
    found = read_outlet(text)
    return found.name if found and not (found.of_place and not is_place(" ".join(found.own))) else None


def name_behind(text: str) -> str | None:
    """The same behind a byline and a comma, where no given name stands alone: "By Lena Marsh, Harbour Courier"."""
    found = read_outlet(text)
    return found.name if found and not (found.edition or found.broadcaster or " and " in f" {text} ") else None


def outlet_beside_date(text: str, *, behind_mark: bool) -> str | None:
    """The name that stands on the line of a date with a year. "The Lantern" is one behind a bar, "The Hague" none; with
    a comma it may be any house that said so on that day: "The White House, 5 May 2031"."""
    if (name := name_of(text)) is not None:
        return name
    return text if behind_mark and _THE.fullmatch(text) and not (is_place(text) or is_place(text[4:])) else None


def outlet_of_byline(text: str) -> str | None:
    """ "By Lena Marsh, Harbour Courier": the outlet behind the name; "By Continental Wire": in place of one, where no
    person is called so."""
    _, comma, last = text[3:].rpartition(", ")
    if comma:
        return name_behind(last)
    found = read_outlet(last)
    if found is None or found.edition or found.broadcaster or " and " in last:
        return None
    of_agency = found.trade in _OF_AGENCIES - outlets().surnames or found.trade.endswith(outlets().endings)
    return found.name if of_agency or (last.startswith("The ") and not found.of_place) else None


def named_by_code(code: str, names: list[str]) -> str | None:
    """Of the names of a head the one that an agency's code or short name in a dateline stands for: "CPA" for "Capital
    Press Agency", "Kestrel" for "Kestrel News Agency". One that is also a known agency's needs a word of agencies."""
    for name in names:
        words = _parts(name.split())
        its = code.isupper() and _initials(words) == code.replace(".", "").casefold()
        if its and (agency(code) is None or not _OF_AGENCIES.isdisjoint(words)):
            return agency(name) or name
        short = code.casefold().removeprefix("the ").split()
        if agency(code) is None and [w for w in words if w != "the"][: len(short)] == short:
            return name
    return None


def _initials(words: tuple[str, ...]) -> str:
    return "".join(w[0] for w in words if w not in _SMALL)


def _name_of(text: str) -> tuple[str, bool]:
    """The name without what stands behind it, and whether that labels it as one."""
    match = _BEHIND.fullmatch(text)
    if match is None:
        return text, False
    edition, section = (match["edition"] or "").casefold(), (match["section"] or "").casefold()
    if match["desk"] or edition in _PERIODICAL:
        return match["name"], True
    return (match["name"], False) if section in outlets().sections | {"news"} else (text, False)


def _is_capital(word: str) -> bool:
    return _WORD.fullmatch(word) is not None and (word[0].isupper() or word in _SMALL or word.isdecimal())


def _parts(words: list[str]) -> tuple[str, ...]:
    """The words in lower case; "MedWire" is two."""
    return tuple(part.casefold() for word in words for part in _PART.findall(word))


def _ends_as_one(words: list[str], parts: tuple[str, ...], known: Outlets) -> bool:
    last = parts[-1]
    camel = len(words[-1]) > len(last) and not words[-1].isupper()
    if camel and last in known.joined:
        return True
    if last in known.trade:
        return len(parts) > 1
    return len(last) > 6 and last.endswith(known.endings)


def _ended(
    name: str, parts: tuple[str, ...], own: tuple[str, ...], known: Outlets, *, with_section: bool
) -> Outlet | None:
    with_article, last, before = parts[0] == "the", parts[-1], parts[:-1]
    common = known.common["any"] | known.common.get(last, frozenset())
    if before and (before[-1] in common or (before[-1] == "the" and len(before) > 1)):
        return None
    if last in known.needs and known.needs[last].isdisjoint(before):
        return None
    of_trade = sum(p in known.trade or p in known.editions for p in parts)
    with_edition = not known.editions.isdisjoint(before)
    if not own and last not in known.firm and (
        not (with_edition or with_article) or _is_label(last, before, known)
    ):
        return None
    firm = last in known.firm or of_trade > 1 or (not own and with_article and len(parts) == 2)
    of_place = of_trade == 1 and not with_edition and _may_be_somebody(last, before, own, known)
    # More words may be a subject and its verb.
    few_own = len(own) <= (2 if with_article or with_section else of_trade > 1)
    by_edition = last in known.firm and before[-1:] != () and before[-1] in known.editions
    by_word = last in known.only and (with_article or of_trade > 1)
    by_section = with_section and not of_place
    strong = (few_own and (by_word or by_edition or by_section)) or _is_masthead(name, own, last)
    return Outlet(name, strong=strong, firm=firm, of_place=of_place, own=own, trade=last)


def _may_be_somebody(last: str, before: tuple[str, ...], own: tuple[str, ...], known: Outlets) -> bool:
    """By trade ("The Bike Courier", not "The Courier" or "The National Observer"), or by name ("Heath Ledger")."""
    described = tuple(word for word in before if word != "the")
    by_trade = last in known.persons and bool(described) and (bool(own) or known.areas.isdisjoint(before))
    return by_trade or (last in known.surnames and len(own) == len(before) == 1)


def _is_masthead(name: str, own: tuple[str, ...], last: str) -> bool:
    """ "FRONTIER WEEKLY"; not "UPDATED DAILY"."""
    return name.isupper() and last in ("daily", "weekly") and len(own) == 1 and not own[0].endswith(("s", "ed", "ing"))


def _is_label(last: str, before: tuple[str, ...], known: Outlets) -> bool:
    """ "Weekly Review", "The Sports Page"; "Evening News" and "The Sunday World" are papers."""
    section = not known.sections.isdisjoint(before)
    return last in known.labels and (section or (last not in ("news", "world") and before[0] != "the"))


def _is_person(words: list[str], body: tuple[str, ...], *, with_article: bool) -> bool:
    """ "Emily Post": given names before a word that is a surname as well; "Dr Kate M. Ledger" has one, and an initial,
    where few outlets with that word have either."""
    given = [is_established(word) and not is_place(word) for word in words[:-1]]
    if with_article or not given:
        return False
    initial = any(len(word) == 2 and word[1] == "." for word in words)
    return all(given) or (body[-1] in outlets().surnames and (any(given) or initial))


def _is_clause(own: tuple[str, ...]) -> bool:
    """Words of which one may be a verb: "Gunman Robbed Elderly", "King Signs Peace", "Thousands Flee"."""
    def is_plural(word: str) -> bool:
        return word.endswith("s") and not word.endswith(("ss", "s'", "s’", "'s", "’s"))
    return len(own) > 1 and (any(w.endswith(("ed", "ing")) for w in own) or any(map(is_plural, own[:-1])))
