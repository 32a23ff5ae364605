"""The benchmark of growth measures stages that the program has."""

from __future__ import annotations

import pytest

from benchmarks.growth import STAGES, Point, slope
from claimcheck import pipeline


def test_every_stage_is_a_function_of_the_pipeline() -> None:
    assert [name for name in STAGES if not callable(getattr(pipeline, name, None))] == []


def test_a_slope_is_that_of_the_upper_half_and_of_three_sizes_at_least() -> None:
    points = [Point(n, claims, 0, 1, {"all": seconds}) for n, (claims, seconds) in
              enumerate([(10, 5.0), (100, 5.0), (1_000, 50.0), (10_000, 500.0)])]
    assert slope(points, "all") == pytest.approx(1.0)
    assert slope(points[:2], "all") is None
