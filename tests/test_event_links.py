"""Whether two accounts tell of one event: the features, the weights, the labels they are estimated on, and what comes
of it in pairs of own writing."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from claimcheck.api import compare_texts
from claimcheck.lexicon.spelling import same_words
from claimcheck.link.align_events import is_open
from claimcheck.link.compare import comparisons
from claimcheck.link.event_features import FEATURES
from claimcheck.link.event_guards import is_contrasted, kept_apart, occurrence_of, other_predicate
from claimcheck.link.mentions import mentions_of
from claimcheck.link.model import EVENT_FILE, event_link, event_weights, parse_of_events
from claimcheck.link.statement import Candidate, Statement
from claimcheck.link.types import UNKNOWN, Comparison
from claimcheck.model.fact import Occurrence
from claimcheck.read import read_text
from claimcheck.read_claims import claims_of
from training.events import PAIRS, WEIGHTS, Row, across, fit
from training.events import main as train
from training.pairs import fold_of

HERALD = (
    "The council of Velden closed the mill bridge on Monday after cracks were found. Mayor Ida Brandt did not resign. "
    "She said that engineers had warned the town last year. No one was hurt. The bridge was built in 1904."
)
LEDGER = (
    "Velden's mill bridge has been closed by the council. Brandt resigned, her office said. Two drivers were hurt on "
    "Monday. Engineers warned of cracks in the bridge. The town remained open to traffic."
)


@pytest.fixture(scope="module")
def compared() -> list[Comparison]:
    statements: list[Statement] = []
    for document, text in enumerate((HERALD, LEDGER)):
        for row, claim in enumerate(claims_of(read_text(text, str(document), published=date(2030, 5, 7))).claims):
            statements += [Statement(len(statements) + i, document, row, claim, f) for i, f in enumerate(claim.facts)]
    sides = [[s for s in statements if s.document == side and isinstance(s.fact.value, Occurrence)] for side in (0, 1)]
    found = [c for a, b in product(*sides) if is_open(c := Candidate(a, b, "", 0.5))]
    mentions = mentions_of(statements, lambda s: isinstance(s.fact.value, Occurrence))
    return comparisons(found, mentions, [0.0] * len(found))


def test_a_feature_gives_one_of_its_levels_whichever_side_comes_first(compared: list[Comparison]) -> None:
    assert len(compared) >= 4
    for c in compared:
        swapped = replace(c, a=c.b, b=c.a, behind=c.behind[::-1], farther=c.farther[::-1], rivals=c.rivals[::-1])
        for feature in FEATURES:
            assert feature.level(c) in (UNKNOWN, *feature.levels), feature.name
            assert feature.level(c) == feature.level(swapped), feature.name
        assert event_link(c).bits == pytest.approx(event_link(swapped).bits)


def test_every_feature_has_weights_and_is_alive() -> None:
    known = event_weights()
    for feature in FEATURES:
        assert any(known.bits[feature.name, level].bits for level in feature.levels), feature.name


def test_weights_that_do_not_fit_the_features_are_refused() -> None:
    text = WEIGHTS.read_text(encoding="utf-8").replace('"same word" = ', '"the same word" = ')
    with pytest.raises(ValueError, match=f"{EVENT_FILE}: the levels of event-predicate"):
        parse_of_events(text)


def test_the_weights_are_those_of_the_features_and_labels_at_hand() -> None:
    assert train(["--check"]) == 0


def test_each_label_names_its_reader_and_a_fifth_is_read_twice_alike() -> None:
    rows = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    by_pair: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        assert row.keys() == {"a", "b", "label", "reader", "date", "instruction"}
        assert row["label"] in ("Se", "Sc", "St", "Sp", "N", "U")
        assert (PAIRS.parent / row["instruction"]).exists()
        by_pair[json.dumps([row["a"], row["b"]])].append(row["label"])
    twice = [[label == "N" for label in some[:2]] for some in by_pair.values() if len(some) > 1 and "U" not in some]
    assert len(twice) >= len(by_pair) // 5 * 0.95
    agreed = sum(a == b for a, b in twice) / len(twice)
    another = [sum(some[side] for some in twice) / len(twice) for side in (0, 1)]
    chance = another[0] * another[1] + (1 - another[0]) * (1 - another[1])
    assert (agreed - chance) / (1 - chance) >= 0.6  # Cohen's kappa


def test_no_event_is_judged_by_a_fit_that_saw_it() -> None:
    """Rows of one event stand in one fold, and the fit for them is without it."""
    levels = [tuple(f.levels[i % len(f.levels)] for f in FEATURES) for i in range(40)]
    rows = [Row(f"event {i % 25}", some, i % 3 == 0) for i, some in enumerate(levels)]
    fold = fold_of("event 7")
    prior, bits = fit([r for r in rows if fold_of(r.event) != fold])
    place = next(i for i, r in enumerate(rows) if r.event == "event 7")
    known = {(f.name, level): i for i, (f, level) in enumerate((f, level) for f in FEATURES for level in f.levels)}
    worth = prior + sum(bits[known[f.name, level]] for f, level in zip(FEATURES, levels[place], strict=True))
    assert across(rows)[place] == pytest.approx(worth)


def _said(herald: str, ledger: str) -> list[str]:
    report = compare_texts({"herald": herald, "ledger": ledger},
                           published={"herald": date(2030, 5, 7), "ledger": date(2030, 5, 7)})
    return [f.rule for f in report.findings]


@pytest.mark.parametrize(("herald", "ledger"), [
    ("The council of Velm approved the plan for a stadium.", "Velm's stadium plan was approved by the council."),
    ("Ida Brandt resigned as mayor of Harrow on Monday.", "Harrow's mayor, Ida Brandt, resigned on Monday."),
    ("Oskar Lind, 43, was arrested in Lumo on Friday over the theft.", "Police in Lumo arrested Lind over the theft."),
])
def test_one_event_in_other_words_is_an_agreement(herald: str, ledger: str) -> None:
    assert "same-event" in _said(herald, ledger)


@pytest.mark.parametrize(("herald", "ledger"), [
    ("A court in Velm convicted Lisa Wendt of fraud.", "The trader Uwe Klein was convicted of fraud in Velm as well."),
    ("A warehouse in Bristol caught fire on Monday.", "On Monday a warehouse in Cardiff caught fire."),
    ("The governor vetoed the gun bill on Friday.", "The governor vetoed the school bill on Friday."),
    ("The army destroyed a bridge near Kars.", "Near Kars the army destroyed an ammunition depot."),
    ("Has the government lied about the cost of the railway?", "The government lied about the cost of the railway."),
    ("Germany imposed tariffs on Poland.", "Poland imposed tariffs on Germany."),
    ("Workers at the Lumo plant walked out on Monday.", "Workers at the Kars plant walked out on Monday."),
])
def test_what_names_another_event_is_none(herald: str, ledger: str) -> None:
    assert "same-event" not in _said(herald, ledger)


@pytest.mark.parametrize(("herald", "ledger"), [
    ("Ida Brandt was convicted of fraud in Harrow.", "Ida Brandt was allegedly convicted of arson in Harrow."),
    ("In 2012 Brandt resigned as chair of the bank.",
     "It was not clear on Tuesday whether Brandt had resigned from the school board."),
])
def test_doubt_of_another_event_is_no_alarm(herald: str, ledger: str) -> None:
    assert not {"certainty-drift", "left-open"} & set(_said(herald, ledger))


def test_guards_say_the_same_from_either_side(compared: list[Comparison]) -> None:
    for c in compared:
        one, other = c.a.statement, c.b.statement
        assert bool(kept_apart(one, other)[0]) == bool(kept_apart(other, one)[0])
        assert is_contrasted(one, other) == is_contrasted(other, one)
        a, b = occurrence_of(one), occurrence_of(other)
        assert bool(other_predicate(a, b)) == bool(other_predicate(b, a))
    assert same_words(frozenset({"gaddafi", "muammar"}), frozenset({"gaddafi", "qaddafi"})) == same_words(
        frozenset({"gaddafi", "qaddafi"}), frozenset({"gaddafi", "muammar"}))
