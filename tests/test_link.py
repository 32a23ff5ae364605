"""The estimated link: what it looks at, what it must not look at, and where its weights are from."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from decimal import Decimal
from math import inf

import numpy as np
import pytest

from claimcheck.cache.store import NO_CACHE
from claimcheck.config import Settings
from claimcheck.link.compare import comparisons
from claimcheck.link.conflict import FEATURES as CONFLICT
from claimcheck.link.conflict import Conflict, Rated, rivalry
from claimcheck.link.features import FEATURES
from claimcheck.link.mentions import KINDS, mentions_of
from claimcheck.link.model import link, parse, weights
from claimcheck.link.statement import Candidate, Statement
from claimcheck.link.types import UNKNOWN, Comparison
from claimcheck.link.values import CLASSES
from claimcheck.model.standing import CONFLICTING
from claimcheck.model.value import Interval, Quantity, Timex
from claimcheck.pipeline import trace_documents
from claimcheck.read import read_text
from claimcheck.read_claims import claims_of, contexts_compared
from training.fit import Fitted, fit, fits_across, weigh
from training.link import main as train
from training.pairs import READ, STORY, Row, fold_of

HERALD = (
    "A fire in Velden killed 14 people on Monday, the mayor said. Some 30 others were hurt, two of them badly. The "
    "mill, built in 1904 for $3.1 million, had 212 workers. Ida Brandt, 43, said output had risen by 6 percent since "
    "May. The blaze burned for nine hours over 40 acres."
)
LEDGER = (
    "Fourteen workers died in Monday's blaze at the Velden mill. The hospital took in 31 injured. About 200 people "
    "work at the mill, which had cost 3 million dollars in 1904. Production was up 6% on the year, said Brandt, aged "
    "44. Crews fought the flames for 10 hours on 16 hectares."
)


def _statements(*texts: str) -> list[Statement]:
    found: list[Statement] = []
    for document, text in enumerate(texts):
        claims = claims_of(read_text(text, str(document), published=date(2030, 5, 7))).claims
        for row, claim in enumerate(claims):
            found += [Statement(len(found) + i, document, row, claim, fact) for i, fact in enumerate(claim.facts)]
    return found


def _compared(statements: list[Statement]) -> list[Comparison]:
    mentions = mentions_of(statements)
    sides = [[s for s in statements if s.document == side and s.number in mentions] for side in (0, 1)]
    pairs = [Candidate(a, b, "", 0.5) for a in sides[0] for b in sides[1]
             if a.fact.measure.dimension == b.fact.measure.dimension]
    return comparisons(pairs, mentions, contexts_compared(pairs, mentions, NO_CACHE))


@pytest.fixture(scope="module")
def compared() -> list[Comparison]:
    return _compared(_statements(HERALD, LEDGER))


def test_a_feature_gives_one_of_its_levels_whichever_side_comes_first(compared: list[Comparison]) -> None:
    for c in compared:
        swapped = replace(c, a=c.b, b=c.a, behind=c.behind[::-1], farther=c.farther[::-1], rivals=c.rivals[::-1])
        for feature in FEATURES:
            assert feature.level(c) in (UNKNOWN, *feature.levels), feature.name
            assert feature.level(c) == feature.level(swapped), feature.name
        assert link(c).bits == pytest.approx(link(swapped).bits)


def test_a_changed_value_changes_no_link_of_its_own(compared: list[Comparison]) -> None:
    """Neither figure nor day is a feature: with another value it is linked to all others as before."""
    statements = _statements(HERALD, LEDGER)
    for number in range(len(statements)):
        changed = _compared([_changed(s) if s.number == number else s for s in statements])
        mine = [(link(c), link(d)) for c, d in zip(changed, compared, strict=True)
                if number in (c.a.statement.number, c.b.statement.number)]
        assert all(x == y for x, y in mine)


def _changed(statement: Statement) -> Statement:
    value = statement.fact.value
    if isinstance(value, Quantity):
        other: Quantity | Timex = replace(value, interval=Interval.point(Decimal(777)))
    elif isinstance(value, Timex):
        other = replace(value, value="1999-01-01")
    else:
        return statement
    return replace(statement, fact=replace(statement.fact, value=other))


def test_every_feature_and_class_of_values_has_weights() -> None:
    """One for each kind and level, and none of the features is worth nothing."""
    known = weights()
    assert set(known.prior) == set(known.bits) == set(KINDS)
    assert set(known.values) == set(CLASSES)
    for feature in FEATURES:
        worth = [known.bits[kind][feature.name, level] for kind in KINDS for level in feature.levels]
        assert any(worth), feature.name
    for told in CONFLICT:
        assert any(known.conflict[told.name, level] for level in told.levels), told.name
    assert not {f.name for f in FEATURES} & {f.name for f in CONFLICT}


def test_figures_of_like_contexts_are_compared_without_a_word_in_common() -> None:
    texts = {"herald": "The welder hung from his line at a height of 130 metres above Dalgrad.",
             "ledger": "More than four hundred feet up he dangled, legs kicking, while clerks filmed it."}
    documents = [read_text(text, name) for name, text in texts.items()]
    trace = trace_documents(documents, Settings(nearness=1.0))
    lengths = [p for p in trace.judged if p.a.fact.measure.dimension == "length"]
    assert [p.key for p in lengths] == ["context"]


def test_a_lead_is_over_the_best_other_link_of_either_side() -> None:
    """Links of other documents or dimensions are no rivals, and an equal value counts with its own bits."""
    here, there = (0, 1, "count"), (0, 2, "count")
    links = [Rated(1, 10, here, 3.0, -inf), Rated(1, 11, here, 1.0, 6.5), Rated(2, 10, here, -2.0, -inf),
             Rated(1, 20, there, 0.5, -inf)]
    assert rivalry(links) == [(2.0, True), (-2.0, True), (-5.0, False), (inf, False)]


def test_what_is_asked_of_a_conflict_is_the_same_from_either_side(compared: list[Comparison]) -> None:
    for c in compared:
        a, b = c.a.statement, c.b.statement
        for standing in CONFLICTING:
            for lead, elsewhere, apart in ((-inf, True, True), (0.0, False, True), (inf, False, False)):
                sides = [Conflict(x, y, standing, lead, elsewhere, apart) for x, y in ((a, b), (b, a))]
                for feature in CONFLICT:
                    levels = {feature.level(side) for side in sides}
                    assert len(levels) == 1, feature.name
                    assert levels <= set(feature.levels), feature.name


def test_weights_that_do_not_fit_the_features_are_refused() -> None:
    with pytest.raises(ValueError, match=r"run training\.link"):
        parse('kinds = ["count"]\nprior = [0.0]\n[about]\ndigest = ""\n[bits]\n[values]\n')


def test_the_weights_are_those_of_the_features_and_labels_at_hand(capsys: pytest.CaptureFixture[str]) -> None:
    """Else somebody changed a feature, a label or a setting, and did not estimate anew."""
    assert train(["--check"]) == 0, capsys.readouterr().err


def _rows() -> list[Row]:
    rng = random.Random(7)
    rows = []
    for number in range(160):
        levels = tuple(rng.choice((UNKNOWN, *f.levels)) for f in FEATURES)
        same = levels[0] == FEATURES[0].levels[0] or rng.random() < 0.2
        origin = READ if number % 2 else STORY
        kind, event = rng.choice(KINDS), f"event {number // 4}"
        rows.append(Row(event, kind, levels, same, 1.0, "", CLASSES[0], origin, str(number), ("a", "b")))
    return rows


def test_the_fit_does_not_depend_on_the_order_of_the_rows() -> None:
    rows = _rows()
    first = fit(rows)
    random.Random(1).shuffle(rows)
    second = fit(rows)
    assert first.bits.tolist() == second.bits.tolist()
    assert first.prior.tolist() == second.prior.tolist()


def test_a_conflict_is_weighed_the_same_whatever_the_order_of_the_rows() -> None:
    rng = np.random.default_rng(3)
    rows = [replace(r, event=f"{r.event} {n}", standing="disjoint" if n % 5 else "same") for n, r in enumerate(_rows())]
    levels = [tuple(f.levels[int(rng.integers(len(f.levels)))] for f in CONFLICT) for _ in rows]
    bits = rng.normal(size=len(rows))
    first = weigh(rows, levels, bits)
    order = rng.permutation(len(rows)).tolist()
    second = weigh([rows[i] for i in order], [levels[i] for i in order], bits[order])
    assert (first.share, first.prior, first.bits) == (second.share, second.prior, second.bits)


def test_no_event_helps_to_judge_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every fit of the cross-validation leaves out whole events, self-supervised rows included."""
    rows = _rows()
    seen: list[frozenset[str]] = []

    def spy(some: list[Row]) -> Fitted:
        seen.append(frozenset(r.event for r in some))
        return fit(some)

    monkeypatch.setattr("training.fit.fit", spy)
    fits_across(rows)
    folds = [{e for e in {r.event for r in rows} if fold_of(e) == fold} for fold in range(10)]
    assert all(any(not events & fold for fold in folds if fold) for events in seen)
    assert len(seen) == sum(any(r.origin == READ and fold_of(r.event) == n for r in rows) for n in range(10))
