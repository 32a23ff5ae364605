"""Emphasis in Markdown: "**Quill wins**", "the *Silver Tern*"."""

from __future__ import annotations

import re

from claimcheck.model.span import Span

# Two lines around one word in small letters are a name in a program.
_MARKED = re.compile(r"(?<!\w)(?P<mark>\*{1,3}|_|__(?![a-z]+__))(?=[^\s*_])"
                     r"(?P<words>(?:(?!(?P=mark)).)+)(?<=\S)(?P=mark)(?!\w)")


def without_emphasis(text: str) -> str:
    return _MARKED.sub(r"\g<words>", text)


def inside_emphasis(text: str, span: Span) -> Span:
    """The span without marks that stand around all of it."""
    found = _MARKED.fullmatch(text, span.start, span.end)
    return Span(*found.span("words")) if found else span
