"""Topics across documents, neighbours, labels."""

from __future__ import annotations

import numpy as np
import pytest
from calls import growth
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.backends import Vectors
from claimcheck.link import cluster
from claimcheck.link.cluster import neighbours, topics
from claimcheck.link.label import label_topic, phrases, stems


def groups_of(seed: int, rows: int, centres: int, noise: float = 0.3, width: int = 32) -> tuple[Vectors, list[int]]:
    """Unit rows around `centres` random directions, and the centre of each."""
    random = np.random.default_rng(seed)
    which = random.integers(0, centres, rows)
    raw = random.normal(size=(centres, width))[which] + noise * random.normal(size=(rows, width))
    return (raw / np.linalg.norm(raw, axis=1, keepdims=True)).round(5).astype(np.float32), which.tolist()


def partition(labels: tuple[int, ...], names: list[int]) -> set[frozenset[int]]:
    """The sets of names that share a label."""
    return {frozenset(n for n, x in zip(names, labels, strict=True) if x == label) for label in labels}


@pytest.mark.parametrize("rows", [0, 1, 2, 3])
def test_few_rows_are_no_error(rows: int) -> None:
    vectors, _ = groups_of(1, rows, 3)
    labels = topics(vectors, ["a"] * rows)
    assert len(labels) == rows
    assert neighbours(vectors, ["a"] * rows, 5, 0.0) == ()
    assert topics(np.zeros((0, 0), dtype=np.float32), []) == ()


def test_rows_about_one_thing_are_one_topic() -> None:
    vectors, which = groups_of(2, 60, 6)
    labels = topics(vectors, [f"d{n % 3}" for n in range(60)])
    assert partition(labels, list(range(60))) == partition(tuple(which), list(range(60)))


def test_topics_are_numbered_by_first_appearance() -> None:
    vectors, _ = groups_of(3, 40, 8)
    labels = topics(vectors, ["a"] * 40)
    assert list(dict.fromkeys(labels)) == list(range(max(labels) + 1))


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 99), order=st.permutations(range(24)), limit=st.sampled_from([5, 5_000]))
def test_the_order_of_the_rows_does_not_matter(seed: int, order: list[int], limit: int) -> None:
    """Topics and neighbours are the same sets for any order of the same rows, by either way of clustering."""
    vectors, _ = groups_of(seed, 24, 5, noise=0.7)
    vectors[3] = vectors[10]  # two documents quote the same words
    documents = [f"d{n % 4}" for n in range(24)]
    shuffled, names = vectors[order], [documents[n] for n in order]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cluster, "MAX_ROWS", limit)
        expected = partition(topics(vectors, documents), list(range(24)))
        assert partition(topics(shuffled, names), order) == expected
    before, after = neighbours(vectors, documents, 2, 0.2), neighbours(shuffled, names, 2, 0.2)
    pairs = {(frozenset((p.left, p.right)), p.cosine) for p in before}
    assert {(frozenset((order[p.left], order[p.right])), p.cosine) for p in after} == pairs


def test_rows_of_nothing_are_topics_of_their_own() -> None:
    vectors, _ = groups_of(4, 6, 1)
    vectors[2] = 0.0
    vectors[4] = np.nan
    labels = topics(vectors, ["a"] * 6)
    assert labels == (0, 0, 1, 0, 2, 0)
    assert all({2, 4}.isdisjoint((p.left, p.right)) for p in neighbours(vectors, list("abcdef"), 9, 0.1))


def test_many_rows_are_parted_first_and_come_out_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    vectors, _ = groups_of(5, 400, 40, width=256)
    documents = [f"d{n % 5}" for n in range(400)]
    exact = topics(vectors, documents)
    monkeypatch.setattr(cluster, "MAX_ROWS", 50)
    assert topics(vectors, documents) == exact


def test_a_part_that_stays_too_large_is_divided_at_smaller_distances(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "MAX_ROWS", 20)
    vectors, _ = groups_of(6, 200, 1, noise=0.5)
    assert len(topics(vectors, ["a"] * 200)) == 200


def test_twelve_thousand_times_the_same_sentence_are_no_more_work_for_each() -> None:
    def work(rows: int) -> None:
        many = np.repeat(np.eye(3, 32, dtype=np.float32), rows // 3, axis=0)
        assert max(topics(many, ["a", "b"] * (rows // 2))) == 2
        assert len(neighbours(many, ["a", "b"] * (rows // 2), 1, 0.5)) > 0

    assert growth(work, 3_000, 4) < 5


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 999), k=st.integers(1, 4), threshold=st.sampled_from([-1.0, 0.0, 0.4]), mutual=st.booleans())
def test_neighbours_are_what_sorting_everything_gives(seed: int, k: int, threshold: float, mutual: bool) -> None:
    """Against the plain definition: of each row, the `k` nearest in each other group."""
    vectors, _ = groups_of(seed, 15, 4, noise=0.8)
    documents = [f"d{n % 3}" for n in range(15)]
    exact = vectors.astype(np.float64) @ vectors.T.astype(np.float64)
    chosen = {
        (row, other)
        for row in range(15)
        for group in {"d0", "d1", "d2"} - {documents[row]}
        for other in sorted((o for o in range(15) if documents[o] == group), key=lambda o: -exact[row, o])[:k]
        if exact[row, other] >= threshold
    }
    pairs = {(min(p), max(p)) for p in chosen if not mutual or p[::-1] in chosen}
    found = neighbours(vectors, documents, k, threshold, mutual=mutual)
    assert [(p.left, p.right) for p in found] == sorted(pairs)
    assert all(abs(p.cosine - exact[p.left, p.right]) < 1e-3 for p in found)


def test_a_label_is_what_the_claims_share() -> None:
    texts = [
        "The ferry to Northhaven will be out of service for three weeks.",
        "Repairs keep the Northhaven ferry in dock, the operator said.",
        "Passengers of the ferry to Northhaven were told to take the bus.",
    ]
    others = [*texts, "The operator said tickets would cost more.", "The operator said nothing about the strike."]
    label = label_topic(texts, phrases(others))
    assert set(label.replace(",", "").split()) == {"ferry", "Northhaven"}
    assert label_topic(texts[::-1], phrases(others[::-1])) == label


def test_a_label_ends_in_a_noun() -> None:
    """No verb that the claims share stands for what they are about, where it is known which words are nouns."""
    texts = ["Corvane said the takeover would close in May.", "The takeover is to close in June, Corvane said."]
    assert label_topic(texts, things=stems(["takeover", "deal"])) == "Corvane, takeover"
    sold = ["the judge sentenced Rita Holm to 12 km", "judge sentenced Rita Holm to 14 km"]
    assert label_topic(sold, things=stems(["judge"]), acts={"sentenced"}) == "Rita Holm, judge"
    assert label_topic(["closed"], acts={"closed"}) == "closed"
    passes = ["Four-day passes cost 30 crowns at the gate", "Four-day passes are 30 crowns, single days 12"]
    assert label_topic(passes, things=stems(["pass", "four-day"])) == "Four-day passes"
    shares = ["On Nov. 4 shares closed up 3 per cent", "Shares rose 3 per cent on Nov. 4"]
    assert label_topic(shares, things=stems(["shares", "cent"])).lower() == "shares"
    phones = ["It has 256 GB and costs 900 euros", "The model with 256 GB is 900 euros"]
    assert label_topic(phones, things=stems(["model", "gb", "euro"])) == "model"
    assert label_topic(["they close soon", "all close early"], things=stems(["takeover"])).startswith("close")


@pytest.mark.parametrize("texts", [[], [""], ["..."], ["It was the 3rd."], ["\ud800"]])
def test_where_there_is_nothing_to_say_the_label_is_empty(texts: list[str]) -> None:
    assert label_topic(texts) == ""


def test_labels_of_endless_claims_take_no_more_work_than_those_of_long_ones() -> None:
    def work(words: int) -> None:
        assert label_topic(["word " * words] * 3)

    assert growth(work, 50_000, 4) < 5
