"""The accounts that the reader of claims learns from are many people's, are no variations of each other, and tell
nothing to somebody who sees one of two."""

from __future__ import annotations

from collections import Counter

import pytest
from variations import commonest_frame, shared

from training.accounts import ACCOUNTS, FIELDS, HELD, Event, events

RESPECTS = {"happened", "who", "role", "where", "when", "degree", "reason", "outcome", "attribution", "thing"}


@pytest.fixture(scope="module")
def written() -> list[Event]:
    return events(list(ACCOUNTS.glob("*.toml")))


def test_there_are_enough_and_no_writer_has_too_many(written: list[Event]) -> None:
    writers = Counter(e.writer for e in written)
    assert sum(len(e.examples()) for e in written) >= 10_000
    assert max(writers.values()) <= 0.15 * len(written)
    assert sum(writers[w] for w in HELD) >= 0.18 * len(written)


def test_respects_are_spread(written: list[Event]) -> None:
    respects = Counter(e.respect for e in written)
    assert set(respects) == RESPECTS
    assert min(respects.values()) >= 0.5 * max(respects.values())


def test_no_two_events_share_eight_words(written: list[Event]) -> None:
    found = shared(event.texts for event in written)
    assert not found, found[:5]


def test_no_frame_of_a_sentence_comes_often(written: list[Event]) -> None:
    share, frame = commonest_frame(text for e in written for text in set(e.texts))
    assert share <= 0.005, frame


@pytest.mark.slow
def test_one_side_alone_tells_little(written: list[Event]) -> None:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import f1_score

    sides = [(text, x.label, e.writer in HELD) for e in written for x in e.examples() for text in (x.a, x.b)]
    known, held = [s for s in sides if not s[2]], [s for s in sides if s[2]]
    words = TfidfVectorizer(ngram_range=(1, 2), max_features=4_000, sublinear_tf=True)
    model = LogisticRegression(max_iter=100, class_weight="balanced", tol=1e-2)
    model.fit(words.fit_transform([s[0] for s in known]), [s[1] for s in known])
    told = model.predict(words.transform([s[0] for s in held]))
    assert f1_score([s[1] for s in held], told, average="macro") < 0.35


def test_fields_are_those_of_the_instruction() -> None:
    said = (ACCOUNTS / "accounts.md").read_text(encoding="utf-8")
    assert all(f"- `{field}`" in said for field in FIELDS)
