"""Units and synonyms that a corpus adds: found by the command, kept apart by the cache, forgotten after the call."""

from __future__ import annotations

import threading
from dataclasses import replace
from decimal import Decimal
from itertools import permutations
from pathlib import Path

import pytest
from conftest import Command

from claimcheck import OwnUnit, Settings, compare_texts
from claimcheck.errors import VocabularyError
from claimcheck.extract.values import read_values
from claimcheck.lexicon.antonyms import opposed
from claimcheck.lexicon.concepts import concept, is_event
from claimcheck.lexicon.own import speaking
from claimcheck.model.report import Report
from claimcheck.model.vocabulary import Vocabulary

PORT = {
    "herald": "Port\n\n5 March 2024\n\nPolice collared 12 men at the port of Velm on Monday.\n",
    "ledger": "Port\n\n5 March 2024\n\nPolice charged 17 men at the port of Velm on Monday.\n",
}
LAKE = {
    "herald": "Drought\n\n5 March 2024\n\nThe reservoir at Oster lost 300 acre-feet of water in the drought.\n",
    "ledger": "Drought\n\n5 March 2024\n\nThe reservoir at Oster lost 800,000 cubic metres of water in the drought.\n",
}
SYNONYMS = '[synonyms]\narrest = ["collar", "nick"]\n'
UNITS = '[units]\nacre-foot = { of = "cubic metre", factor = 1233.48, words = ["acre-foot", "acre-feet"] }\n'
ACRE_FOOT = OwnUnit("acre-foot", "cubic metre", Decimal("1233.48"), ("acre-foot", "acre-feet"), ("af",))
ARRESTS = (("arrest", ("collar", "nick")),)  # and those who are arrested are others than those who are charged
PLAIN = Settings(model="hashing")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """The folder in which the command runs, with two stories."""
    for story, texts in {"port": PORT, "lake": LAKE}.items():
        (tmp_path / "desk" / story).mkdir(parents=True)
        for name, text in texts.items():
            (tmp_path / "desk" / story / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_configured_words_are_read_and_a_change_is_seen(desk: Path, command: Command) -> None:
    """From claimcheck.toml and pyproject.toml, in one process or two, and whatever the cache kept from before."""
    plain = command("check", "--isolated", "-f", "concise", "--model", "hashing")
    assert (plain.returncode, plain.stdout.count("12 against 17")) == (1, 1)
    config = desk / "claimcheck.toml"
    config.write_text(f'model = "hashing"\n{SYNONYMS}')
    assert command("check", "-f", "concise").stdout == ""
    config.write_text(f'model = "hashing"\n{SYNONYMS}{UNITS}')
    one = command("check", "-f", "concise")
    assert one.returncode == 1
    assert "300 acre-feet against 800,000 cubic metres" in one.stdout
    assert "12 against 17" not in one.stdout
    assert command("check", "-f", "concise", "--no-cache", "--jobs", "2").stdout == one.stdout
    config.write_text(f'model = "hashing"\n{SYNONYMS}{UNITS.replace("1233.48", "2666.66")}')
    assert "800,000" not in command("check", "-f", "concise").stdout
    config.unlink()
    project = f'[tool.claimcheck]\nmodel = "hashing"\n{UNITS}'.replace("[units]", "[tool.claimcheck.units]")
    (desk / "pyproject.toml").write_text(project)
    assert "300 acre-feet against 800,000 cubic metres" in command("check", "-f", "concise").stdout


def test_claims_and_explain_read_the_configured_words(desk: Path, command: Command) -> None:
    """And `config show` prints them as they could stand in a file."""
    (desk / "claimcheck.toml").write_text(UNITS)
    assert "water: 300 acre-feet" in command("claims", "desk/lake/herald.txt").stdout
    assert "water: 300 acre-feet" not in command("claims", "desk/lake/herald.txt", "--isolated").stdout
    assert "dimension  300 acre-feet" in command("explain", "--parse", "300 acre-feet").stdout
    shown = next(line for line in command("config", "show").stdout.splitlines() if line.startswith("units"))
    value = shown.partition(" = ")[2].rpartition("  # ")[0]
    (desk / "claimcheck.toml").write_text(f"units = {value}\n")
    assert value in command("config", "show").stdout


def _told(report: Report) -> list[str]:
    return [finding.message for finding in report.findings if finding.rule == "quantity-mismatch"]


def test_one_call_leaves_nothing_behind_for_the_next() -> None:
    """Settings hold for their call: not for the next, and not for another that runs at the same time."""
    own = replace(PLAIN, synonyms=ARRESTS, units=(ACRE_FOOT,))
    seen: dict[int, list[str]] = {}

    def call(number: int) -> None:
        seen[number] = _told(compare_texts(PORT, settings=own if number % 2 else PLAIN))

    threads = [threading.Thread(target=call, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [len(seen[number]) for number in range(4)] == [1, 0, 1, 0]
    assert len(_told(compare_texts(LAKE, settings=own))) == 1
    assert not _told(compare_texts(LAKE, settings=PLAIN))
    with pytest.raises(VocabularyError, match=r"^units\.rood\.of: 'acer' is no known unit; did you mean 'acre'\?$"):
        compare_texts(PORT, settings=Settings(units=(OwnUnit("rood", "acer"),)))
    assert concept("docker") != concept("stevedore")


def test_order_of_what_is_added_does_not_matter() -> None:
    """Nor which of the words names the class."""
    classes = (("a", ("strike", "b")), ("c", ("d",)), ("e", ("walkout",)))
    found = set()
    for order in permutations(classes):
        with speaking(Settings(synonyms=order).vocabulary):
            found.add(tuple(concept(word) for word in "abcde"))
    assert found == {("strike", "strike", "c", "c", "e")}


def test_joined_words_stay_what_the_lexicon_says_of_one_of_them() -> None:
    """An event stays an event, an opposite an opposite; whole classes are joined, and inflected words with them."""
    classes = (("walkout", ("stoppage", "strike")), ("padlock", ("shut",)), ("harm", ("die", "injure")))
    with speaking(Vocabulary(synonyms=classes)):
        assert {concept(word) for word in ("walkouts", "stoppages", "strike")} == {"strike"}
        assert is_event(concept("stoppage"))
        assert opposed(concept("padlocked"), concept("open"))
        assert concept("kill") == concept("wounded") == concept("harm")
    assert not is_event(concept("stoppage"))
    assert not opposed(concept("padlocked"), concept("open"))
    with speaking(Vocabulary(synonyms=(("open", ("shut",)),))):
        assert not opposed(concept("open"), concept("shut"))


@pytest.mark.parametrize(
    ("text", "value", "unit", "base"),  # the last in the base unit of the dimension
    [("300 acre-feet of water", 300, "acre-foot", "370044"), ("1 Acre Foot", 1, "acre-foot", "1233.48"),
     ("300 af", 300, "acre-foot", "370044"), ("4,000 boxes were lost", 4000, "box", "4000"),
     ("20 FEUs", 20, "FEU", "40"), ("40 tons of coal", 40, "US ton", "36287.3896"), ("3 tonnes", 3, "tonne", "3000"),
     ("70 clams", 70, "clam", "70"), ("3 long shifts", 3, "long shift", "129600")],
)
def test_own_units_are_read_in_every_form(text: str, value: int, unit: str, base: str) -> None:
    """Words in the singular and plural, signs, units of units, a dimension of their own; own words go before."""
    units = (ACRE_FOOT, replace(ACRE_FOOT, name="acre foot", signs=(), words=("acre foot",)), OwnUnit("box"),
             OwnUnit("FEU", "box", Decimal(2)), OwnUnit("US ton", "short ton", words=("ton",)), OwnUnit("clam", "GBP"),
             OwnUnit("long shift", "hour", Decimal(12)))
    with speaking(Vocabulary(units=units)):
        (quantity,) = read_values(text).quantities
    assert quantity.unit is not None
    assert quantity.interval.low == value
    assert quantity.base.low == Decimal(base)
    assert quantity.unit.name.replace(" foot", "-foot") == unit
