"""The accounts that the link learns from are many people's, and no variations of each other."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest
from variations import commonest_frame, shared

from training.pairs import LABELS
from training.stories import Written, read_written


@pytest.fixture(scope="module")
def written() -> tuple[Written, ...]:
    """Reading them fails where a place does not stand once in its text."""
    return read_written(LABELS)


def test_there_are_enough_and_no_writer_has_too_many(written: tuple[Written, ...]) -> None:
    writers = Counter(w.writer for w in written)
    assert len(written) > 3_700
    assert sum(len(w.same) + len(w.apart) for w in written) > 10_000
    assert max(writers.values()) <= 0.15 * len(written)


def test_no_two_events_share_eight_words(written: tuple[Written, ...]) -> None:
    """Pairs of one text are of one event, and may differ in a word."""
    events: defaultdict[str, set[str]] = defaultdict(set)
    for w in written:
        events[w.a] |= {w.a, w.b}
    found = shared(sorted(texts) for texts in events.values())
    assert not found, found[:5]


def test_no_frame_of_a_sentence_comes_often(written: tuple[Written, ...]) -> None:
    share, frame = commonest_frame({text for w in written for text in (w.a, w.b)})
    assert share <= 0.005, frame
