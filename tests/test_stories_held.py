"""Long accounts with their labels, by three writers who saw neither the program nor its tests; nobody reads them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from quality.folders.story import read_story, story_files

HELD = Path(__file__).parents[1] / "fixtures" / "stories-held"


def test_every_label_stands_where_it_says() -> None:
    stories = [read_story(path) for path in story_files([HELD])]
    assert len(stories) == 36
    assert Counter(m.label.verdict for s in stories for m in s.expect) == {
        "agreement": 216, "contradiction": 203, "update": 30}
