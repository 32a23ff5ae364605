"""Sums whose currency is said once in a document, and counts that look like them."""

from __future__ import annotations

import pytest

from claimcheck.read import read_text
from claimcheck.read_claims import claims_of

NAMED = "Ostra has 3 million euros in the bank."


def dimension(text: str, figure: str) -> str:
    """What is read of the figure, where it stands last in the text."""
    start = text.rindex(figure)
    facts = [f for c in claims_of(read_text(text, "x.txt")).claims for f in c.facts]
    found = {f.measure.dimension for f in facts if f.span.start < start + len(figure) and start < f.span.end}
    return next((d for d in sorted(found) if d.startswith(("count", "money"))), "")


@pytest.mark.parametrize(("sentence", "figure"), [
    ("The new roof will cost 2.4 million.", "2.4 million"),
    ("Brandt was fined 6,000 on Monday.", "6,000"),
    ("The court fined the yard 12 million.", "12 million"),
    ("Velden invested 700,000 in the mill.", "700,000"),
    ("The dredging may swallow 40 million more.", "40 million"),
    ("The heirs sold the barn for 310,000.", "310,000"),
    ("The ferry is worth over one and a half million.", "half million"),
    ("Legal costs: close to a million.", "a million"),
    ("The city faces a bill of ninety thousand.", "ninety thousand"),
    ("The deficit rose to 1.2 billion last year.", "1.2 billion"),
    ("Experts put the damage at 350 million.", "350 million"),
    ("The price of the old pier came to 82,000.", "82,000"),
    ("They seek a 5 billion loan.", "5 billion"),
    ("The verdict includes nine million in unpaid penalties.", "nine million"),
    ("He swindled the widow out of forty thousand.", "forty thousand"),
    ("The raffle brought in 3.9 million.", "3.9 million"),
    ("Brandt was given a ten-grand bonus.", "ten"),
    ("The clerk took fifty grand.", "fifty"),
    ("It asks for 5 million euros; the rival demands 8 million.", "8 million"),
    ("The fund paid 900,000 euros, of which 200,000 are lost.", "200,000"),
    ("Only 31 million of the fund's 180 million euros were found.", "31 million"),
    ("The bridge would cost two point four billion.", "two point four"),
])
def test_a_bare_sum_is_money_of_the_document(sentence: str, figure: str) -> None:
    """By its verb or its noun."""
    assert dimension(f"{NAMED} {sentence}", figure).startswith("money:EUR")


@pytest.mark.parametrize(("sentence", "figure"), [
    ("The strike will cost 4,000 jobs.", "4,000"),
    ("The phone sold 4 million in May.", "4 million"),
    ("The police fined 4,000 over the weekend.", "4,000"),
    ("Some 1.2 million people watched the final.", "1.2 million"),
    ("The grant reached two million last year.", "two million"),
    ("Phone sales rose to 2.1 billion.", "2.1 billion"),
    ("The town employs 4,000 in sales.", "4,000"),
    ("Brandt won 61,000 and Velden 58,000.", "61,000"),
    ("The hall bought two grand pianos.", "two"),
    ("The flood cost 3,000 their homes.", "3,000"),
    ("The firm sent 20 million doses and promised 40 million.", "40 million"),
    ("The trial was about two million euros for a pump, of which 4,300 are in use.", "4,300"),
    ("The novel earned 2.3 million readers.", "2.3 million"),
    ("He paid 40 helpers.", "40"),
])
def test_what_is_counted_is_no_money(sentence: str, figure: str) -> None:
    """Jobs, people, votes, copies and doses."""
    assert dimension(f"{NAMED} {sentence}", figure).startswith("count")


@pytest.mark.parametrize(("text", "figure", "expected"), [
    ("The new roof will cost 2.4 million.", "2.4 million", "count"),
    ("The roof costs 40 million kroner ($6 million). Repairs will cost 3 million.", "3 million", "money:NOK"),
    ("Ostra paid $6 million. Velden, 40 million yen. The roof will cost 3 million.", "3 million", "money:JPY"),
    ("Ostra paid $6 million. Velden paid 40 million yen. It rained. It was cold. The roof will cost 3 million.",
     "3 million", "count"),
])
def test_which_currency_it_is(text: str, figure: str, expected: str) -> None:
    """The only one, or else one that was named shortly before; none where none is."""
    assert dimension(text, figure) == expected
