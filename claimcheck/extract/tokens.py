"""Cut a text into light tokens with exact spans: numerals, words, and every other character by itself.

One regular expression reads the text once from left to right, so the time is linear in its length. No character is
changed or skipped but white space; a blank line is a token of its own, so that no pattern reaches over it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# "12", "1,200", "8.40", "1'200", "10 000" (groups of three set apart by a space, or by any run of narrow ones and of
# what is not seen; "239 239" is two); what a page sets between digits unseen is left out of the token's text
NUMERAL = "numeral"
WORD = "word"  # letters only, "p.m." and "o'clock" as one, "'s" apart: "year's" is "year" + "'s"
SYMBOL = "symbol"  # any other single character
OPAQUE = "opaque"  # a web address, a @handle or #hashtag
BREAK = "break"  # a blank line

_TOKEN = re.compile(
    r"""
    (?P<opaque>(?:https?://|www\.)[^\s<>"]+|[@\#][^\W\d]\w*)
    |(?P<numeral>
        (?!\d{1,2}[ ]7\d7[ ](?:MAX|Max|NG|jet|plane|aircraft|airliner|Dreamliner))  # "20 737 MAX" are two figures
        (?:\d{1,3}(?:[\u00a0\u00ad\u2004-\u200d\u202f\u205f\u2060\ufeff]+\d{3})+
           |\d{1,2}(?:UNSEEN[ ]UNSEEN\d{3})+|\d{3}[ ]\d00|\d{3}(?:[ ]\d{3}){2,})
        (?![\d\w])(?:[.,]\d+)?
        |\d{1,3}(?:['\u2019]\d{3})+(?![\d\w])(?:\.\d+)?
        |\d(?:UNSEEN[.,]?UNSEEN\d)*
    )
    |(?P<word>(?:[^\W\d_]\.){2,}|[oO]['\u2019]clock\b|['\u2019][sS]\b|[^\W\d_\u00bc-\u00be\u2150-\u215e]+)
    |(?P<break>\n\s*\n)
    |(?P<symbol>\S)
    """.replace("UNSEEN", r"[\u00ad\u200b-\u200d\u2060\ufeff]*"),
    re.VERBOSE,
)
_PLAIN = str.maketrans({
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2212": "-", "\ufe63": "-", "\uff0d": "-",
    "\u2018": "'", "\u2019": "'", "\u02bc": "'", "\uff04": "$", "\ufe69": "$", "\uff05": "%",
})


_UNSEEN = dict.fromkeys((0xAD, *range(0x200B, 0x200E), 0x2060, 0xFEFF))


class Token(NamedTuple):
    """`norm` is what patterns compare: lower case, every hyphen, en dash and minus as "-", every apostrophe as "'".

    `glued` says that no space stands before the token. `start` and `end` are code point offsets into the text.
    """

    start: int
    end: int
    text: str
    norm: str
    kind: str
    glued: bool


def tokenise(text: str) -> list[Token]:
    """The tokens of `text` in order."""
    tokens = []
    last = -1
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        kind = match.lastgroup or SYMBOL
        written = match.group()
        if kind == NUMERAL and not written.isascii():
            written = written.translate(_UNSEEN)
        norm = written.lower() if kind == WORD else written
        if not norm.isascii():
            norm = norm.translate(_PLAIN)
        tokens.append(Token(start, end, written, norm, kind, start == last))
        last = end
    return tokens
