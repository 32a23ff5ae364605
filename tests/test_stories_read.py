"""Long accounts by four writers who saw neither the program nor its tests; they were read for mends."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from quality.folders.measure import How, measure_file
from quality.folders.story import story_files

READ = Path(__file__).parents[1] / "fixtures" / "stories-read"


@pytest.mark.slow
def test_what_is_told_of_them_does_not_fall() -> None:
    """Of 170 conflicts 50 are told, and 12 other things: two more and two less are of no account."""
    measured = [measure_file(path, How(planted=False)) for path in story_files([READ])]
    judged = Counter(alarm.judged for story in measured for alarm in story.alarms)
    assert judged["right"] >= 47
    assert judged["false"] <= 14
