"""What is laid over and around the article of a page: notices of cookies, and elements that are called something beside
the article, or are hidden, and hold it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import Any

# So many words without markup between them are running text and no link or button.
RUN = 8
_UNREAD = frozenset({"script", "style", "nav", "footer", "button", "select", "textarea", "head", "a", "svg"})
# What the finder of articles drops by its name, and what is not shown.
_BESIDE = frozenset({"aside", "dialog", "form", "noscript", "template", "menu", "fieldset", "details", "figure"})
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_OVER = re.compile(r"hid|modal|dialog|overlay|consent|cookie|paywall|blur", re.IGNORECASE)

_NOTICE = re.compile(r"cookie|consent|gdpr|\bcmp\b|onetrust|cmplz|(?<![\w-])modal(?![\w-])", re.IGNORECASE)
_STORY = re.compile(r"(?:\b|_)(?:article|story|post|entry|tag|category|topic)(?:\b|_)", re.IGNORECASE)
_DATA = re.compile(r"\bcookies?\b|\bpersonal data\b|\bprivacy\b", re.IGNORECASE)
# What a notice speaks of, in most of its words.
_TALK = re.compile(
    r"\b(?:cookies?|privacy|data|partners?|consent|vendors?|choices?|preferences|device|tracking|site)\b",
    re.IGNORECASE)
_READER = re.compile(r"\b(?:we|us|our|ours|you|your|yours)\b", re.IGNORECASE)
_ANSWER = re.compile(
    r"(?:i |yes,? i )?(?:accept|agree|reject|decline|allow|refuse)(?: (?:all|to all|cookies|all cookies"
    r"|necessary.{0,20}|and (?:close|continue).{0,20}))?|(?:manage|change|set|cookie) (?:my |your )?(?:choices"
    r"|preferences|cookies|settings|options)|got it!?|ok(?:ay)?|continue without.{0,20}", re.IGNORECASE)
_SUSPECTS, _LEVELS = 40, 6  # of a page are looked at, and so many elements around each
_DIALOGS = ("dialog", "alertdialog")
_SMALL = 5  # one of so many words of the page
_ARTICLE = ("article", "main")


def without_notices(tree: Any) -> Any:
    """The tree (lxml.html) without dialogs that ask for consent. One that the whole page stands in is left."""
    words = running_words(tree)
    suspects = (e for e in tree.iter() if isinstance(e.tag, str) and (_is_answer(e) or _is_dialog(e)))
    for element in list(islice(suspects, _SUSPECTS)):
        if (notice := _notice(element, words)) is not None and notice.getparent() is not None:
            notice.drop_tree()
    return tree


def with_article_bare(tree: Any) -> Any:
    """The tree with what holds most of its running text shown, and called a division: nothing is beside the article
    that most of the page stands in."""
    words = _words_in(tree)
    for element in list(tree.iter()):
        if words.get(element, 0) * 2 <= words[tree]:
            continue
        if element.tag in _BESIDE:
            element.tag = "div"
        if is_hidden(element) or element.get("aria-hidden") == "true" or _OVER.search(_named(element)):
            for name in ("hidden", "style", "aria-hidden", "role", "class", "id"):
                element.attrib.pop(name, None)
    return tree


def is_hidden(element: Any) -> bool:
    """Whether its own attributes say so."""
    return "hidden" in element.attrib or bool(_HIDING.search(element.get("style", "")))


def running_words(tree: Any) -> int:
    """How many words of running text the page has, those of its links and its foot left out."""
    return _words_in(tree)[tree]


def _words_in(tree: Any) -> dict[Any, int]:
    """The words of running text in every element that has some, and in the tree."""
    words = {tree: 0}
    for element in reversed(list(tree.iter())):  # children before their parents
        if not isinstance(element.tag, str):
            continue
        own = 0 if element.tag in _UNREAD else words.get(element, 0) + _run(element.text)
        if own:
            words[element] = own
        parent = element.getparent()
        if parent is not None and element is not tree and (more := own + _run(element.tail)):
            words[parent] = words.get(parent, 0) + more
    return words


def _run(text: str | None) -> int:
    number = len(text.split()) if text else 0
    return number if number >= RUN else 0


def _is_answer(element: Any) -> bool:
    button = element.tag in ("button", "input") or (element.tag == "a" and element.getparent().tag != "p")
    return button and _ANSWER.fullmatch(_label(element)) is not None


def _is_dialog(element: Any) -> bool:
    named = element.tag == "dialog" or _NOTICE.search(_named(element)) is not None
    return named or element.get("role") in _DIALOGS or element.get("aria-modal") == "true"


def _notice(element: Any, words: int) -> Any | None:
    """The dialog, or the smallest element around a button of consent, where it speaks of cookies and the article is not
    in it."""
    around: Iterable[Any] = [element] if _is_dialog(element) else islice(element.iterancestors(), _LEVELS)
    found = next((e for e in around if _DATA.search(e.text_content())), None)
    return found if found is not None and _may_go(found, words) else None


def _may_go(element: Any, words: int) -> bool:
    """No article is marked in it, and what runs in it is of cookies for the most part. What holds more than a small
    share of the running words of the page, so many `words`, may be the article: only where half of it speaks
    to its reader, and it asks for an answer or is called a notice beside other prose, is it none."""
    if element.tag in ("html", "body", *_ARTICLE) or next(element.iter(*_ARTICLE), None) is not None:
        return False
    runs = [(_run(text), text) for text in element.itertext() if _run(text)]
    total = sum(n for n, _ in runs)
    of_cookies = sum(n for n, text in runs if _TALK.search(text)) * 3 >= total * 2
    to_reader = sum(n for n, text in runs if _READER.search(text)) * 2 >= total
    asks = element.tag == "dialog" or element.get("role") in _DIALOGS or any(map(_is_answer, element.iterdescendants()))
    beside = words - total >= RUN and _is_called_notice(element)
    return of_cookies and ((to_reader and (asks or beside)) or total * _SMALL <= words)


def _is_called_notice(element: Any) -> bool:
    """And is not a part of an article, nor has its headline: an article may be tagged with what it is about."""
    named = _named(element)
    if _NOTICE.search(named) is None or _STORY.search(named) or next(element.iter("h1"), None) is not None:
        return False
    holder = next(element.iterancestors(*_ARTICLE), None)
    return holder is None or (holder.tag == "main" and _is_told_outside(holder))


def _is_told_outside(main: Any) -> bool:
    """Whether the headline of the page and an article under it stand outside its main part, and none in it."""
    if next(main.iter("h1", "article"), None) is not None:
        return False
    headlines = islice(main.getroottree().iter("h1"), _LEVELS)
    articles = (next(headline.iterancestors("article"), None) for headline in headlines)
    return any(article is not None and running_words(article) for article in articles)


def _named(element: Any) -> str:
    return f"{element.get('id', '')} {element.get('class', '')}"


def _label(element: Any) -> str:
    return " ".join((element.get("value", "") or element.text_content()).split())
