"""Bounds and hedges: "at least ten days", "some 300", "40 or fewer", "between 3 and 5".

What they apply to are the kinds `amount` (no unit), `measure` (a unit) and `duration`; the result is of the same kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from claimcheck.extract.amount import Amount, Form, both_limited, hedged, limited, span_of
from claimcheck.extract.grammar import APART, GLUED, Place, Production, behind, kind, not_ahead, not_behind, opt, token
from claimcheck.extract.timex_words import numeral
from claimcheck.extract.tokens import BREAK, NUMERAL, WORD, Token
from claimcheck.lexicon.bounds import bounds
from claimcheck.lexicon.contexts import contexts
from claimcheck.lexicon.numbers import number_words
from claimcheck.model.value import Hedge, Interval, QuantityKind

_CONTEXT = contexts("bound")
AMOUNTS = ("amount", "measure", "duration")
_W = bounds()
_NUMBER_WORDS = frozenset((*number_words().small, *number_words().tens, "a", "$"))
_COMPARED = frozenset(("<", ">", "="))
_CHANGES = _CONTEXT["changes"]
_OVER_VERBS = _CONTEXT["over_verbs"]
_TAKEN_OVER = _CONTEXT["taken_over"]
_MOVED = _CONTEXT["moved"]
_LASTING = _CONTEXT["lasting"]


def _no_change(tokens: Sequence[Token], at: int) -> bool:
    """No verb of change stands before "from ... to ...", which would make it a change and not a range."""
    for t in reversed(tokens[max(0, at - 8) : at]):
        if t.kind == BREAK or t.norm in {".", ";", "!", "?"}:
            return True
        if t.norm in _CHANGES:
            return False
    return True


def _phrases(name: str, table: dict[str, tuple[str, ...]], value: Callable[[str], Any]) -> Iterator[Production]:
    last = (not_ahead(_goes_on),) if name.endswith("after") else ()
    for limit, phrases in table.items():
        made = value(limit)
        for phrase in phrases:
            yield Production(
                f"<{limit.replace('_', ' ')} words>",
                name,
                (not_behind(_COMPARED | _MOVED if phrase.startswith("up ") else _COMPARED), phrase, *last),
                lambda *found, made=made: None if _is_name(found) else made,
            )


def _is_name(words: tuple[Token | None, ...]) -> bool:
    """ "737 Max", "737 MAX": behind a figure, with a capital."""
    return len(words) == 1 and words[0] is not None and words[0].norm == "max" and words[0].text[0].isupper()


def _goes_on(t: Token | None) -> bool:
    """The words behind a figure belong to the next one: "10 or more than 20", "above 10 and below 20"."""
    return t is not None and (t.kind == NUMERAL or t.norm == "than" or t.norm in _NUMBER_WORDS)


def _hedge(name: str) -> Hedge:
    return Hedge[name.upper()]


def _countable(amount: Amount) -> bool:
    return amount.kind is not QuantityKind.ORDINAL


def _limited(amount: Amount) -> bool:
    return amount.limited


def _figure(amount: Amount) -> bool:
    return _countable(amount) and amount.form is not Form.A_UNIT


def _or_one(amount: Amount) -> bool:
    """Behind the "over" of what lasts "over a year" is a bound as well."""
    return _figure(amount) or amount.kind is QuantityKind.DURATION


def _best_part(*found: Token | Amount | None) -> Amount | None:
    """ "The best part of a day", "the better part of ten years": more than half of it."""
    amount = found[-1]
    assert isinstance(amount, Amount)
    point = amount.point
    if point is None or not amount.bare:
        return None
    ends = Interval(point / 2, point, low_open=True)
    return replace(amount, interval=ends, vague=True, form=Form.OTHER, parts=())


def _some(amount: Amount) -> bool:
    return (
        amount.form in (Form.DIGITS, Form.YEAR, Form.WORDS, Form.A_UNIT)
        or amount.scale > 1
        or amount.interval.high != 1
    )


def _range(low: Amount, *rest: Token | Amount | None) -> Amount | None:
    high = rest[-1]
    assert isinstance(high, Amount)
    return span_of(low, high)


def _near_range(low: Amount, _to: Token, high: Amount) -> Amount | None:
    """ "rose 3 to 5 percent" is a range, "jumped 137,000 to 853,000" a change and its result."""
    made = span_of(low, high)
    if made is None or made.interval.high is None or made.interval.low is None:
        return None
    return made if made.interval.high <= made.interval.low * 3 else None


def _between(_between: Token, low: Amount, _and: Token, high: Amount) -> Amount | None:
    return span_of(low, high)


def _either(low: Amount, _or: Token, high: Amount) -> Amount | None:
    """ "two or three", "10 or 12" are ranges; "5 or 500" is not."""
    made = span_of(low, high)
    if made is None or made.interval.high is None or made.interval.low is None:
        return None
    return made if made.interval.high <= made.interval.low * 2 else None


def _digits_range(low: Amount, _hyphen: Token, high: Amount) -> Amount | None:
    """ "18-25", "3-4bn"; two years ("2012-2014", "2012-13") are not a range of amounts."""
    if low.form is Form.YEAR and (high.form is Form.YEAR or (high.point is not None and high.point < 100)):
        return None
    if high.form is Form.YEAR and high.precision == 1 and (low.point or 0) < 1000:  # "555-1234"
        return None
    return span_of(low, high)


def _no_year(tokens: Sequence[Token], at: int) -> bool:
    """ "From 12 cases in 2016 to 15 in 2019"."""
    return not (at and tokens[at - 1].norm == "in" and numeral(tokens[at].text, 1900, 2100, 4))


def _joined(t: Token | None) -> bool:
    return t is not None and t.glued and t.norm in {"-", "/", ":"}


def _digit_end(t: Token | None) -> bool:
    return t is not None and t.kind == NUMERAL


def _for(name: str) -> Iterator[Production]:
    """The productions for one kind of amount."""
    one = kind(name, _countable)
    yield Production(f"<bound> <{name}>", name, (kind("bound"), one), lambda limit, a: limited(a, limit))
    yield Production(
        f"<over|under> <{name}>",
        name,
        (
            not_behind({"over"} | _OVER_VERBS | (_TAKEN_OVER if name == "amount" else frozenset())),
            *((behind(_LASTING),) if name == "duration" else ()),
            kind("bound.figure"),
            kind(name, _or_one),
        ),
        lambda limit, a: None if (made := limited(a, limit)) is None else replace(made, form=Form.OVER),
    )
    yield Production(
        f"<bound> <{name}> and <bound> <{name}>",
        name,
        (kind(name, _limited), opt(","), {"and", "but"}, kind(name, _limited)),
        both_limited,
    )
    yield Production(f"<{name}> <or more>", name, (one, kind("bound.after")), limited)
    yield Production(f"<hedge> <{name}>", name, (kind("hedge"), kind(name, _some)), lambda hedge, a: hedged(a, hedge))
    yield Production(f"<{name}> <or so>", name, (kind(name, _figure), kind("hedge.after")), hedged)
    yield Production(
        f"the best part of <{name}>", name, (opt("the"), {"best", "better", "greater"}, "part", "of", one), _best_part
    )
    yield Production(f"between <{name}> and <{name}>", name, ("between", one, {"and", "to", "-"}, one), _between)
    yield Production(
        f"from <{name}> to <{name}>",
        name,
        (Place(_no_change), "from", one, opt("up"), {"to", "through", "till", "until"}, one),
        lambda _from, low, *rest: _range(low, *rest),
    )
    yield Production(
        f"<{name}> to <{name}>",
        name,
        (not_behind({"from", "by"} | _CHANGES), Place(_no_year), one, opt("-"), {"to", "through"}, opt("-"), one),
        _range,
    )
    yield Production(f"rose <{name}> to <{name}>", name, (behind(_CHANGES | {"by"}), one, {"to"}, one), _near_range)
    yield Production(f"<{name}> or <{name}>", name, (one, {"or"}, one), _either)
    if name != "amount":
        yield Production(f"<{name}>-<{name}>", name, (not_behind(_joined), one, {"-"}, one, not_ahead(_joined)), _range)


BOUND_PRODUCTIONS: tuple[Production, ...] = (
    *_phrases("bound", dict(_W.before), lambda limit: limit),
    *_phrases("bound.figure", dict(_W.figures), lambda limit: limit),
    *_phrases("bound.after", dict(_W.after), lambda limit: limit),
    *_phrases("hedge", dict(_W.hedges), _hedge),
    *_phrases("hedge.after", dict(_W.hedges_after), _hedge),
    Production("<digits>+", "bound.after", (GLUED, behind(_digit_end), "+"), lambda _: "low"),
    Production(
        "<digits>-plus",
        "bound.after",
        (opt("-"), token(WORD, lambda t: t.text == "plus"), not_ahead(_goes_on)),
        lambda *_: "low",
    ),
    Production(
        "<digits>-<digits>",
        "amount",
        (
            not_behind(_joined),
            kind("amount", lambda a: a.digits),
            GLUED,
            {"-", "~"},
            GLUED,
            kind("amount", lambda a: a.digits),
            not_ahead(_joined),
        ),
        _digits_range,
    ),
    Production(
        "<digits> - <digits>",
        "amount",
        (
            kind("amount", lambda a: a.digits and a.bare),
            APART,
            "-",
            APART,
            kind("amount", lambda a: a.digits and a.bare),
            not_ahead(lambda t: t is not None and t.kind == WORD),
        ),
        _digits_range,
    ),
    *(production for name in AMOUNTS for production in _for(name)),
)
