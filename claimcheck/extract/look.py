"""Digits that are not an amount: years, names of models, identifiers, sections, clock times (kind `look`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise, takewhile

from claimcheck.extract.grammar import APART, GLUED, Place, Production, ahead, behind, kind, not_ahead, opt, token
from claimcheck.extract.number import Number
from claimcheck.extract.timex_words import HOUR_WORDS
from claimcheck.extract.tokens import BREAK, NUMERAL, OPAQUE, WORD, Token
from claimcheck.lexicon.contexts import contexts
from claimcheck.lexicon.numbers import number_words
from claimcheck.lexicon.units import units
from claimcheck.model.value import NotQuantity

_CONTEXT = contexts("look")
_SECTIONS = _CONTEXT["sections"]
_NUMBERED = _CONTEXT["numbered"]
_STREETS = _CONTEXT["streets"]
_NAMES_OF_TIME = _CONTEXT["names_of_time"]
_COUNTED = _CONTEXT["counted"]
_MODEL_PARTS = _CONTEXT["model_parts"]
_SHOWN = frozenset(word for word, unit in units().words.items() if unit.dimension == "duration")
_SMALL_IN_TITLES = _CONTEXT["small_in_titles"]
_BEFORE_YEAR = _CONTEXT["before_year"]
_DOUBLE_QUOTES = frozenset('"“”«»')
_QUOTES = _DOUBLE_QUOTES | {"'"}
_COUNTED_FROM = frozenset(("later", "ago", "earlier", "after", "before"))
_SENTENCE = 40  # tokens to either side
_NEAR = 4
_SMALL_NUMBERS = frozenset(word for word, n in number_words().small.items() if n > 1)
_NOTHING = Token(0, 0, "", "", BREAK, False)
_BEHIND_HOUR = HOUR_WORDS | {"gmt", "utc", "hours"}


def is_name_before(tokens: Sequence[Token], at: int) -> bool:
    """A capitalised word stands directly before token `at` in running prose, and no counted noun after it, so that
    the two together are a name ("the Zephyr 380")."""
    if at < 1 or at >= len(tokens):
        return False
    name, before = tokens[at - 1], tokens[at - 2] if at > 1 else _NOTHING
    if before.norm == "&" and before.glued and name.glued:
        return True
    if _camel(name) and not tokens[at].glued:  # "iPhone 6"
        return at + 1 >= len(tokens) or not is_counted(tokens[at + 1])
    if name.kind != WORD or not _upper(name) or len(name.text) < 2 or name.norm in _NAMES_OF_TIME:
        return False
    if tokens[at].glued:
        return False
    if at > 2 and _upper(before) and len(tokens[at].text) == 1:  # "the Zephyr Note 4"
        before = tokens[at - 3]
    if not (before.text.islower() or before.norm in {"the", "a", "an", ","}):
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is None or not is_counted(after)


def _camel(t: Token) -> bool:
    """A capital behind a small letter."""
    return t.kind == WORD and any(a.islower() and b.isupper() for a, b in pairwise(t.text[:20]))


def is_counted(t: Token | None) -> bool:
    """A word that looks like a counted noun: a lower-case plural."""
    if t is None or t.kind != WORD or t.glued or not t.text.islower():
        return False
    return t.norm in _COUNTED or (len(t.norm) > 3 and t.norm.endswith("s") and not t.norm.endswith(("ss", "us", "is")))


def is_section(t: Token) -> bool:
    return t.norm in _SECTIONS


def is_year(t: Token) -> bool:
    return len(t.text) == 4 and t.text.isdecimal() and "1500" <= t.text <= "2100"


def _upper(t: Token) -> bool:
    return any(c.isupper() for c in t.text)


def _letters(t: Token) -> bool:
    """Not the "'s" of a genitive, nor the "am" of an hour."""
    return t.text[0].isalpha() and t.norm not in HOUR_WORDS


def _whole(t: Token) -> bool:
    return t.text.isdecimal() and len(t.text) <= 5


def _dotted(t: Token) -> bool:
    return t.text.count(".") >= 2 and "," not in t.text and " " not in t.text


def _line_start(tokens: Sequence[Token], at: int) -> bool:
    return at == 0 or tokens[at - 1].kind == BREAK


def _long(t: Token) -> bool:
    return len(t.text) > 15 and t.text.isdecimal()


def _is(what: NotQuantity) -> Callable[..., NotQuantity]:
    return lambda *_: what


def _clock(hour: Number, _colon: Token, minute: Token, *_: Token | None) -> NotQuantity | None:
    ok = hour.value < 25 and len(minute.text) == 2 and minute.text < "60"
    return NotQuantity.CLOCK if ok else None


def _phone(first: Token, *rest: Token | None) -> NotQuantity | None:
    groups = [t.text for t in (first, *rest) if t is not None and t.kind == NUMERAL]
    digits = sum(len(g) for g in groups)
    return NotQuantity.PHONE if digits >= 7 and all(len(g.replace(" ", "")) >= 2 for g in groups[-2:]) else None


def _model_part(t: Token) -> bool:
    return t.norm in _MODEL_PARTS and _upper(t)


def _airliner(t: Token) -> bool:
    return len(t.text) == 3 and t.text[0] == t.text[2] == "7"


def in_prose(tokens: Sequence[Token], at: int) -> bool:
    """A small word that a headline in title case would write with a capital stands around token `at`, on the same side
    of quotation marks."""
    before, after = reversed(tokens[max(0, at - _SENTENCE) : at]), tokens[at : at + _SENTENCE]
    return any(_small(t) and len(t.text) > 3 and t.norm not in _SMALL_IN_TITLES
               for side in (before, after) for t in takewhile(_no_end, side))


def _no_end(t: Token) -> bool:
    return t.kind != BREAK and t.norm not in _DOUBLE_QUOTES


def is_show(tokens: Sequence[Token], at: int) -> bool:
    """A figure and a capitalised unit of time in running text, or alone in quotation marks: the name of a programme
    ("60 Minutes is facing questions", "on 60 Minutes")."""
    if not at < len(tokens) - 1 or tokens[at].kind != NUMERAL or tokens[at + 1].norm not in _SHOWN:
        return False
    if not tokens[at + 1].text.istitle():
        return False
    after = [*tokens[at + 2 : at + 4], _NOTHING]
    closing = after[1] if after[0].norm in {",", "."} else after[0]  # “60 Minutes,” said
    if at and tokens[at - 1].norm in _QUOTES and closing.norm in _QUOTES:
        return True
    before = next((t for t in reversed(tokens[max(0, at - 3) : at]) if t.kind == WORD), _NOTHING)
    amid = _small(before) and not after[0].text.istitle()
    return after[0].text not in _COUNTED_FROM and (amid or in_prose(tokens, at))


def _small(t: Token) -> bool:
    return t.kind == WORD and t.text.islower()


def _designates(t: Token) -> bool:
    """ "YR" of the asteroid 2024 YR4."""
    return len(t.text) == 2 and t.text.isupper()


def _comet(t: Token) -> bool:
    """The letters of C/2023 A3 and P/2019 LD2; "Q3" and "H1" are parts of a year."""
    return len(t.text) < 3 and t.text.isupper() and t.text not in {"FY", "Q", "H"}


def _no_letters(t: Token | None) -> bool:
    return t is None or not t.glued or t.kind != WORD or t.norm == "'s"


def _no_date(tokens: Sequence[Token], at: int) -> bool:
    """The year at `at` is not that of a date: "March 2014", "on May 4, 2014", "in 2014"."""
    before = tokens[at - 1] if at else _NOTHING
    of_day = before.norm == "," and at > 1 and tokens[at - 2].kind == NUMERAL
    return before.norm not in _BEFORE_YEAR | _NAMES_OF_TIME and before.kind != NUMERAL and not of_day


def _named_in_plural(t: Token) -> bool:
    """The Turbos of "two 911 Turbos"."""
    return t.text.istitle() and t.norm.endswith("s") and t.norm not in _STREETS


def _is_model_of_several(tokens: Sequence[Token], at: int) -> bool:
    """The 2 of "14 Leopard 2 tanks"."""
    name, before = tokens[at - 1] if at > 1 else _NOTHING, tokens[at - 2] if at > 1 else _NOTHING
    named = name.kind == WORD and name.text.istitle() and name.norm not in _NAMES_OF_TIME and not name.glued
    dated = is_year(before) or (at > 2 and tokens[at - 3].norm in _NAMES_OF_TIME)  # "in 2014 Velden 2 people died"
    counted = before.norm in _SMALL_NUMBERS or (before.kind == NUMERAL and before.text.isdecimal())
    return named and counted and not dated


def _is_called(tokens: Sequence[Token], at: int) -> bool:
    """ "The hotline on 555 0148", "ring 555 0148"."""
    return any(t.norm in _CONTEXT["telephones"] for t in tokens[max(0, at - _NEAR) : at])


_IN_A_SHOW = Place(is_show)
_EMERGENCY = token(NUMERAL, lambda t: t.text in {"911", "999", "112"})
_DIGITS = token(NUMERAL)
_WHOLE = token(NUMERAL, _whole)
LOOK_PRODUCTIONS: tuple[Production, ...] = (
    Production("<year>", "look", (token(NUMERAL, is_year),), _is(NotQuantity.YEAR)),
    Production(
        "<year>-<year>", "look", (token(NUMERAL, is_year), GLUED, {"-", "/"}, GLUED, _WHOLE), _is(NotQuantity.YEAR)
    ),
    Production(
        "<year>s",
        "look",
        (opt("'"), token(NUMERAL, lambda t: t.text.endswith("0")), GLUED, {"s"}),
        _is(NotQuantity.YEAR),
    ),
    Production(
        "<address on the web>",
        "look",
        (token(OPAQUE, lambda t: any(c.isdigit() for c in t.text)),),
        _is(NotQuantity.IDENTIFIER),
    ),
    Production(
        "<digits>(<letter>)",
        "look",
        (_DIGITS, GLUED, "(", GLUED, token(WORD, lambda t: len(t.text) == 1), GLUED, ")",
         opt(GLUED, "(", GLUED, _DIGITS, GLUED, ")")),
        _is(NotQuantity.SECTION),
    ),
    Production("<long digits>", "look", (token(NUMERAL, _long),), _is(NotQuantity.IDENTIFIER)),
    Production(
        "<letters><digits>", "look", (token(WORD), GLUED, _DIGITS, opt(GLUED, token(WORD))), _is(NotQuantity.MODEL)
    ),
    Production(
        "<letters>-<digits>",
        "look",
        (token(WORD, _upper), GLUED, "-", GLUED, _DIGITS, opt(GLUED, token(WORD))),
        _is(NotQuantity.MODEL),
    ),
    Production(
        "<digits><letters>",
        "look",
        (_DIGITS, GLUED, token(WORD, _letters), opt(GLUED, _DIGITS)),
        _is(NotQuantity.MODEL),
    ),
    Production(
        "<digits>-<letter>",
        "look",
        (_DIGITS, GLUED, "-", GLUED, token(WORD, lambda t: len(t.text) == 1 and t.text.isupper())),
        _is(NotQuantity.MODEL),
    ),
    Production(
        "<Name> <digits>",
        "look",
        (token(WORD, _upper), Place(is_name_before), _WHOLE, opt(GLUED, token(WORD))),
        _is(NotQuantity.MODEL),
    ),
    Production(
        "<Name> <digits> and <digits> <Name>",
        "look",
        (
            token(WORD, _upper),
            Place(is_name_before),
            _WHOLE,
            {"and", "or", "&", "/"},
            _WHOLE,
            opt(token(WORD, _model_part)),
            not_ahead(is_counted),
        ),
        _is(NotQuantity.MODEL),
    ),
    Production(
        "<iName> <mini> <digits>",
        "look",
        (token(WORD, _camel), _MODEL_PARTS, _WHOLE, not_ahead(is_counted)),
        _is(NotQuantity.MODEL),
    ),
    Production(
        "<digits> <Max> <digits>",
        "look",
        (_WHOLE, token(WORD, _model_part), opt(_WHOLE)),
        _is(NotQuantity.MODEL),
    ),
    Production(
        "7<d>7 <planes>", "look", (token(NUMERAL, _airliner), _CONTEXT["airliners"]), _is(NotQuantity.MODEL)
    ),
    Production(
        ".<digits> <caliber>", "look", (opt("."), _DIGITS, opt("-"), _CONTEXT["calibres"]), _is(NotQuantity.MODEL)
    ),
    Production(
        "<year> <letters><digits>",
        "look",
        (
            Place(_no_date),
            token(NUMERAL, is_year),
            APART,
            token(WORD, _designates),
            GLUED,
            _DIGITS,
            ahead(_no_letters),
        ),
        _is(NotQuantity.IDENTIFIER),
    ),
    Production(
        "<letter>/<year> <letters><digits>",
        "look",
        (token(WORD, _comet), GLUED, "/", GLUED, token(NUMERAL, is_year), APART, token(WORD, _comet), GLUED, _DIGITS),
        _is(NotQuantity.IDENTIFIER),
    ),
    Production(
        "<nth> <Section>",
        "look",
        (
            Place(in_prose),
            _DIGITS,
            GLUED,
            {"st", "nd", "rd", "th"},
            token(WORD, lambda t: is_section(t) and _upper(t)),
        ),
        _is(NotQuantity.SECTION),
    ),
    Production("<Show of 60 Minutes>", "look", (_IN_A_SHOW, _WHOLE, _SHOWN), _is(NotQuantity.MODEL)),
    Production("<911> <calls>", "look", (_EMERGENCY, _CONTEXT["emergency_calls"]), _is(NotQuantity.PHONE)),
    Production("<call> <911>", "look", (_CONTEXT["calling"], _EMERGENCY), _is(NotQuantity.PHONE)),
    Production(
        "<numbered thing> <digits>",
        "look",
        (_NUMBERED, opt("-"), _WHOLE, opt(GLUED, token(WORD)), not_ahead({",000", "%", "percent"})),
        _is(NotQuantity.MODEL),
    ),
    Production(
        "<section> <digits>",
        "look",
        (_SECTIONS, opt("."), _DIGITS, not_ahead({"%", "percent"})),
        _is(NotQuantity.SECTION),
    ),
    Production("two <digits> <Name>s", "look",
               (behind(_SMALL_NUMBERS), token(NUMERAL, lambda t: _whole(t) and not is_year(t)), APART,
                token(WORD, _named_in_plural)), _is(NotQuantity.MODEL)),
    Production("<n> <Name> <digit> <things>", "look",
               (token(WORD, _upper), Place(_is_model_of_several), _WHOLE, ahead(is_counted)), _is(NotQuantity.MODEL)),
    Production("an RS <digits>", "look",
               ({"a", "an"}, token(WORD, lambda t: t.text == "RS"), _WHOLE, not_ahead({"note", "notes", "coin", "-"})),
               _is(NotQuantity.MODEL)),
    Production("Line <digits>", "look", (token(WORD, lambda t: t.text == "Line"), _WHOLE, not_ahead(is_counted)),
               _is(NotQuantity.MODEL)),
    Production("the Group of <n>", "look",
               (behind({"the"}), token(WORD, lambda t: t.text == "Group"), "of", kind("cardinal")),
               _is(NotQuantity.MODEL)),
    Production("§ <digits>", "look", ("§", _DIGITS), _is(NotQuantity.SECTION)),
    Production("<dotted digits>", "look", (token(NUMERAL, _dotted),), _is(NotQuantity.VERSION)),
    Production("v<digits>", "look", ({"v", "version", "ios", "v."}, opt("."), _DIGITS), _is(NotQuantity.VERSION)),
    Production(
        "<hour>:<minute>",
        "look",
        (kind("number.digits"), GLUED, ":", GLUED, _WHOLE, opt(GLUED, ":", GLUED, _WHOLE)),
        _clock,
    ),
    Production("<hour> <am>", "look", (_DIGITS, _BEHIND_HOUR), _is(NotQuantity.CLOCK)),
    Production(
        "<digits>-<digits>-<digits>",
        "look",
        (opt("+"), _WHOLE, opt({"-", "/", "."}), _WHOLE, opt({"-", "/", "."}), _WHOLE, opt({"-", "/"}, _WHOLE)),
        lambda plus, *rest: _phone(*rest),
    ),
    Production(
        "+<digits> <digits> <digits> <digits>",
        "look",
        ("+", _WHOLE, opt({"-"}), _WHOLE, opt({"-"}), _WHOLE, opt({"-"}), _WHOLE),
        lambda plus, *rest: _phone(*rest),
    ),
    Production(
        "(<digits>) <digits>-<digits>", "look", ("(", _WHOLE, ")", _WHOLE, "-", _WHOLE), lambda _a, *rest: _phone(*rest)
    ),
    Production(
        "0<digits> <digits>",
        "look",
        (
            token(NUMERAL, lambda t: t.text[0] == "0" and len(t.text) > 2 and t.text.isdecimal()),
            opt({"-"}),
            _WHOLE,
            opt({"-"}),
            opt(_WHOLE),
            opt(_WHOLE),
        ),
        _phone,
    ),
    Production(
        "<digits> <digits> of a telephone",
        "look",
        ({"call", "phone", "tel", "telephone", "dial"}, opt({":", "."}), _WHOLE, opt({"-"}), _WHOLE, opt(_WHOLE)),
        lambda _w, _c, *rest: _phone(*rest),
    ),
    Production(
        "hotline on <ddd> <dddd>",
        "look",
        (Place(_is_called), token(NUMERAL, lambda t: t.text.isdecimal() and len(t.text) == 3), APART,
         token(NUMERAL, lambda t: t.text.isdecimal() and len(t.text) == 4)),
        _is(NotQuantity.PHONE),
    ),
    Production(
        "<digits>/<digits>/<digits>",
        "look",
        (_WHOLE, GLUED, "/", GLUED, _WHOLE, opt(GLUED, "/", GLUED, _WHOLE)),
        _is(NotQuantity.DATE_PART),
    ),
    Production(
        "<address>", "look", (_WHOLE, opt(token(WORD, _upper)), token(WORD, _upper), _STREETS), _is(NotQuantity.ADDRESS)
    ),
    Production(
        "<list item>.",
        "look",
        (Place(_line_start), _WHOLE, GLUED, {".", ")"}, APART, ahead(lambda t: t is not None)),
        _is(NotQuantity.LIST_ITEM),
    ),
    Production("(<list item>)", "look", (Place(_line_start), "(", _WHOLE, ")"), _is(NotQuantity.LIST_ITEM)),
)
