"""What a quantity carries beside its interval: figure, precision, unit, and what it may be compared with."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from claimcheck.extract.grammar import Grammar, Production, kind, opt, tree
from claimcheck.extract.timex_resolve import resolve
from claimcheck.extract.tokens import tokenise
from claimcheck.extract.values import explain, read_values
from claimcheck.model.value import NotQuantity, Quantity
from claimcheck.rules.words import quantity_words, time_words


def only(text: str) -> Quantity:
    (quantity,) = read_values(text).quantities
    return quantity


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("It took no more than 10 days.", "10"),
        ("Between 2,000 and 3,000 troops came.", "2,000 and 3,000"),
        ("It is worth about $1.5 billion.", "1.5 billion"),
        ("Dozens of people came.", "Dozens"),
    ],
)
def test_the_figure_is_the_digits_or_number_words_alone(text: str, figure: str) -> None:
    """Bound words, hedges, signs and units belong to the span and not to the figure."""
    assert only(text).figure.of(text) == figure


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("1,200 men", "100"),
        ("1,234 men", "1"),
        ("$1.25bn", "10000000"),
        ("3.50 percent", "0.01"),
        ("two million men", "1000000"),
    ],
)
def test_precision_is_the_place_of_the_last_significant_digit(text: str, precision: str) -> None:
    """Trailing zeros of a whole number are not significant, those of a decimal are."""
    assert only(text).precision == Decimal(precision)


def test_quantities_of_one_dimension_meet_in_the_base_unit() -> None:
    """Miles and kilometres are compared in metres, weeks and days in seconds."""
    assert only("2 km away").base.low == Decimal(2000)
    assert only("1 mile away").base.low == Decimal("1609.344")
    assert only("They held it for two weeks.").base.low == only("They held it for 14 days.").base.low


@pytest.mark.parametrize(
    ("text", "dimension"),
    [
        ("42 men", "count"),
        ("5 percent", "percent"),
        ("4 percentage points", "percentage points"),
        ("$5", "money:USD"),
        ("a 42-year-old man", "age"),
        ("It lasted 42 years.", "duration"),
        ("3 km away", "length"),
        ("half of them", "fraction"),
    ],
)
def test_the_dimension_says_what_may_be_compared(text: str, dimension: str) -> None:
    """An age is no duration and a percentage point no percentage."""
    assert only(text).dimension == dimension


def test_a_change_is_no_range() -> None:
    """ "rose from 3% to 5%" names two values, "from 3% to 5%" alone one range."""
    assert [q.interval.low for q in read_values("It rose from 3% to 5%.").quantities] == [Decimal(3), Decimal(5)]
    assert only("a margin of from 3% to 5%").interval.high == Decimal(5)


def test_explain_shows_tokens_and_derivations() -> None:
    """The first line has the tokens, the next ones a tree for each value."""
    lines = list(explain("It took 10 days."))
    assert lines[0].startswith("It/word took/word 10/numeral")
    assert "quantity" in lines[1]
    assert "10 days" in lines[1]


def test_a_production_with_an_optional_item_fills_its_argument_with_none() -> None:
    """`build` gets one argument for every item, whether it stood there or not."""
    production = Production("<a> b", "x", (opt("a"), "b"), lambda a, b: (a is not None, b.text))
    tokens = tokenise("a b")
    nodes = list(Grammar((production,)).parse(tokens).nodes("x"))
    assert {(n.start, n.end, n.value) for n in nodes} == {(0, 2, (True, "b")), (1, 2, (False, "b"))}


def test_a_recursive_production_stops_and_prints_as_a_tree() -> None:
    """Left recursion ends at the end of the text."""
    grammar = Grammar(
        (
            Production("one", "n", ("one",), lambda _: 1),
            Production("<n> and <n>", "n", (kind("n"), "and", kind("n")), lambda a, _, b: a + b),
        )
    )
    tokens = tokenise("one and one and one")
    longest = max(grammar.parse(tokens).nodes("n"), key=lambda n: n.end - n.start)
    assert longest.value == 3
    assert len(list(tree(longest, tokens))) == 5


@pytest.mark.parametrize(
    "text",
    [
        "Gates open at noon, with the march starting at 5.30pm from the quay.",
        "Doors close at the earliest at 11.15am.",
        "A service starting at 7.45 pm will be held in the chapel.",
        "Expect delays of more than an hour, starting at five p.m. today.",
        "No earlier than at least 8pm, she wrote.",
    ],
)
def test_a_time_of_the_clock_is_no_amount(text: str) -> None:
    read = read_values(text)
    assert any(c in t.span.of(text) for t in read.times for c in ("am", "pm", "p.m."))
    assert not any(c in q.span.of(text) for q in read.quantities for c in ("am", "pm", "five", "45"))


@pytest.mark.parametrize("text", [
    "Kick-off is at 5.3pm on Saturday.",
    "The road is shut from 9.3 am on Sunday.",
    "The quay was open between 11.1am and 3.3pm.",
    "Nobody may leave before 6.3 pm today.",
])
def test_an_hour_with_one_digit_behind_its_point_is_no_length(text: str) -> None:
    """It is left unread: minutes are two digits."""
    read = read_values(text)
    assert not read.quantities
    assert {look.kind for look in read.looks} == {NotQuantity.CLOCK}


def test_a_length_in_picometres_is_an_amount() -> None:
    for text in ("The bond is at least 96 pm long.", "A gap of 5.3 pm was measured."):
        unit = only(text).unit
        assert unit is not None
        assert unit.name == "picometre"


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("The gang will serve at least half of the sentence.", "≥ 1/2"),
        ("An eighth of the staff left.", "1/8"),
        ("More than two thirds of voters backed it.", "> 2/3"),
        ("One in 200 children is affected.", "1/200"),
        ("Some 45 in 100 homes lack heating.", "about 45 %"),
    ],
)
def test_a_share_is_spelled_as_editors_do(text: str, spelled: str) -> None:
    assert spelled in [quantity_words(quantity) for quantity in read_values(text).quantities]


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("The rate is 0.9 per mille.", "0.9 ‰"),
        ("He had more than 1.2‰ in his blood.", "> 1.2 ‰"),
        ("The tax is 3 permille.", "3 ‰"),
        ("Turnout was 41.5 per cent.", "41.5 %"),
        ("The rate fell by 25 basis points.", "25 basis points"),
        ("Output fell by 4.5 percentage points.", "4.5 percentage points"),
    ],
)
def test_a_figure_keeps_the_unit_in_which_it_was_told(text: str, spelled: str) -> None:
    assert quantity_words(only(text)) == spelled


def test_per_mille_is_compared_with_per_cent() -> None:
    mille, cent, other = map(only, ("0.9 per mille of it", "0.09 percent of it", "0.9 percent of it"))
    assert mille.base.figure == cent.base.figure
    assert mille.base.figure != other.base.figure


@pytest.mark.parametrize(
    ("text", "decade"),
    [
        ("The brooches date from the 1930s.", "1930s"),
        ("She kept letters from the '80s.", "1980s"),
    ],
)
def test_a_decade_is_spelled_as_one(text: str, decade: str) -> None:
    (timex,) = resolve(read_values(text).times, text, reference=date(2030, 5, 6))
    assert decade in time_words(timex)
