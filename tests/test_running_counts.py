"""A count that runs on while the story unfolds is brought up to date, and contradicts nothing."""

from __future__ import annotations

import pytest

from claimcheck import Settings, compare_texts

HASHING = Settings(model="hashing", cache="off")
ONLY_UP = [
    "The flood in Arren killed {} people.",
    "The death toll from the flood in Arren is {}.",
    "The earthquake in Arren caused {} casualties.",
    "The flood in Arren has displaced {} people, officials said.",
    "About {} people were displaced by the flood in Arren.",
    "Officials in Arren said {} residents were displaced.",
    "The number of displaced people in Arren stands at {}.",
    "Firefighters evacuated {} residents from Arren.",
    "Police said {} villagers were evacuated from Arren.",
    "The flood forced the evacuation of {} people in Arren.",
    "Donors have donated {} tents for Arren.",
]
UP_AND_DOWN = [
    "The blast in Arren killed 5 people and hospitalised {} others.",
    "After the blast in Arren {} people were hospitalised.",
    "Police said {} residents were hospitalized after the blast in Arren.",
    "The flood in Arren left {} people missing, police said.",
    "Police said {} villagers are missing in Arren.",
    "Police said {} people went missing in the flood in Arren.",
    "The collapse of the mine in Arren trapped {} miners.",
    "Police said {} people were trapped in the mine in Arren.",
    "Police said {} miners remain trapped in the mine in Arren.",
    "The storm cut power to {} customers in Arren.",
    "Some {} firefighters were fighting the blaze in Arren.",
]


def _verdicts(text: str, earlier: int, later: int) -> set[str]:
    """Of what is said of the two figures."""
    texts = {
        "herald": f"Arren\n\n4 March 2031\n\n{text.format(earlier)}\n",
        "ledger": f"Arren\n\n6 March 2031\n\n{text.format(later)}\n",
    }
    found = compare_texts(texts, settings=HASHING).findings
    return {f.verdict.value for f in found if f.verdict.value in ("contradiction", "tension", "update")}


@pytest.mark.parametrize("text", [*ONLY_UP, *UP_AND_DOWN])
def test_a_later_higher_count_is_an_update(text: str) -> None:
    """Of the displaced, hospitalised, missing, evacuated and trapped as of the killed."""
    assert _verdicts(text, 230, 341) == {"update"}


@pytest.mark.parametrize("text", UP_AND_DOWN)
def test_a_later_lower_count_is_an_update_where_it_may_fall(text: str) -> None:
    """People are found, freed and sent home."""
    assert _verdicts(text, 341, 230) == {"update"}


@pytest.mark.parametrize("text", ONLY_UP)
def test_a_later_lower_count_contradicts_where_it_may_not_fall(text: str) -> None:
    """The killed are not fewer two days later."""
    assert "update" not in _verdicts(text, 341, 230)
    assert _verdicts(text, 341, 230)


@pytest.mark.parametrize("text", [*ONLY_UP, *UP_AND_DOWN])
def test_two_counts_of_one_day_are_no_update(text: str) -> None:
    """Nothing has happened between them."""
    texts = {name: f"Arren\n\n4 March 2031\n\n{text.format(n)}\n" for name, n in (("herald", 230), ("ledger", 341))}
    found = {f.verdict.value for f in compare_texts(texts, settings=HASHING).findings}
    assert "update" not in found
