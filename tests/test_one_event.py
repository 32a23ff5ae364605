"""Do two accounts tell of one event? Pairs by two writers who had seen neither code nor tests, fixtures/one-event.toml.

They were to be hard: of one event in words that are unlike, of two events of one story in words that are alike. So the
wording says the contrary of what it says in real accounts, and the floors are low; they may only rise.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import date
from pathlib import Path

from claimcheck import compare_texts

PAIRS = tomllib.loads((Path(__file__).parents[1] / "fixtures/one-event.toml").read_text(encoding="utf-8"))["pair"]
ON = date(2030, 5, 7)


def _agrees(pair: dict[str, str]) -> bool:
    """Is an agreement told that stands on the two marked words?"""
    texts = {side: pair[side] for side in "ab"}
    places = {side: (start := pair[side].index(word), start + len(word))
              for side in "ab" for word in (pair[f"{side}_word"],)}
    report = compare_texts(texts, published=dict.fromkeys(texts, ON))
    return any(
        all(e.span.start < places[e.document][1] and places[e.document][0] < e.span.end for e in f.evidence)
        for f in report.findings if f.rule == "same-event")


def test_each_marked_word_stands_once_and_half_of_the_pairs_are_of_one_event() -> None:
    assert all(pair[side].count(pair[f"{side}_word"]) == 1 for pair in PAIRS for side in "ab")
    assert Counter(pair["kind"] for pair in PAIRS) == {"one": 80, "two": 80}


def test_few_look_alikes_are_taken_for_one_event() -> None:
    told = Counter(pair["kind"] for pair in PAIRS if _agrees(pair))
    assert told["two"] <= 7
    assert told["one"] >= 8
