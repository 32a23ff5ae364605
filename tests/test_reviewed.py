"""What was decided in a review, as labels for the training of the link."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from review_samples import FILES, write_corpus

from claimcheck.cache.store import NO_CACHE
from claimcheck.check import check_stories
from claimcheck.cli.check import find
from claimcheck.cli.decisions import DecisionFiles
from claimcheck.cli.settings import settings_of
from claimcheck.review.session import Act, Decision, opened
from training.pairs import READ, read_rows, without_contexts
from training.reviewed import main
from training.stories import digest_of, read_folders

MANIFEST = "desk/flood/story.toml"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus of which two findings were decided on: right in the one story, wrong in the other."""
    write_corpus(tmp_path)
    monkeypatch.chdir(tmp_path)
    for name, said in (("desk/fire", "contradiction"), ("desk/flood", "")):
        loaded = settings_of()
        stories = find((name,), loaded.settings).stories
        files = DecisionFiles(loaded, None, stories)
        opened(check_stories(stories, loaded.settings), files).deciding(Decision(Act.LABEL, said), files)
    return tmp_path


def test_right_and_wrong_are_one_thing_and_two(capsys: pytest.CaptureFixture[str]) -> None:
    """A row for each label, with the places of the words that were shown."""
    assert main(["desk"]) == 0
    out, err = capsys.readouterr()
    rows = [json.loads(line) for line in out.splitlines()]
    assert [(row["label"], row["reader"]) for row in rows] == [("Sc", "review"), ("N", "review")]
    assert err == "2 labels: 1 N, 1 Sc\n"
    texts = {digest_of(text): text for text in FILES.values()}
    words = [{texts[side["doc"]][side["start"] : side["end"]] for side in (row["a"], row["b"])} for row in rows]
    assert words == [{"3", "8"}, {"12", "30"}]
    assert "Velden" not in out


def test_the_training_reads_them_with_their_texts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each becomes a pair with an answer, and the events are those of the stories."""
    assert main(["desk", "--texts"]) == 0
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/reviewed.jsonl").write_text(capsys.readouterr().out, encoding="utf-8")
    data = read_folders([tmp_path / "mine"])
    rows = read_rows(data, NO_CACHE, without_contexts)
    assert sorted((row.event, row.same, row.kind) for row in rows if row.origin == READ) == [
        ("desk/fire", True, "count"), ("desk/flood", False, "count")]


def test_a_guard_says_why_it_was_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A rounded figure is of one thing."""
    manifest = tmp_path / MANIFEST
    manifest.write_text(manifest.read_text().replace("why =", 'guard = "rounding"\nwhy ='))
    assert main(["desk/flood"]) == 0
    assert json.loads(capsys.readouterr().out)["label"] == "Se"


def test_only_what_a_review_wrote_is_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What `claimcheck test --update` wrote is the program's own word, and no reader's. Where nothing else is there, one
    line says so, and no training goes on with an empty file."""
    manifest = tmp_path / MANIFEST
    manifest.write_text(manifest.read_text().replace("labelled in `claimcheck review`", "written by the program"))
    assert main(["desk/flood", "--texts"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("training.reviewed: no label of a review on a figure or a time in desk/flood; mark findings")
    assert err.count("\n") == 1


def test_a_label_that_does_not_fit_its_article_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the place, and nothing is written."""
    article = tmp_path / "desk/flood/a.txt"
    article.write_text(article.read_text().replace("12 people", "13 people"))
    assert main(["desk"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"training.reviewed: {MANIFEST}:")
