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
from claimcheck.errors import InputError
from claimcheck.review.session import Act, Decision, opened
from training.link import main as train
from training.pairs import LABELS, READ, read_rows, without_contexts
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
    shares = [read_rows(data, NO_CACHE, without_contexts, slice(first, None, 2)) for first in range(2)]
    assert all(shares)
    assert sorted(row.place for share in shares for row in share) == sorted(row.place for row in rows)


def test_a_guard_says_why_it_was_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A rounded figure is of one thing."""
    manifest = tmp_path / MANIFEST
    manifest.write_text(manifest.read_text().replace("why =", 'guard = "rounding"\nwhy ='))
    assert main(["desk/flood"]) == 0
    assert json.loads(capsys.readouterr().out)["label"] == "Se"


def test_only_what_a_review_wrote_is_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What `claimcheck test --update` wrote is the program's own word, and no reader's. Where nothing else is there,
    one line says so, and no training goes on with an empty file."""
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


LABEL = {"a": {"doc": "0f", "start": 3, "end": 5}, "b": {"doc": "1e", "start": 0, "end": 2}, "label": "N"}


@pytest.mark.parametrize(("name", "rows", "place"), [
    ("more.jsonl", [LABEL, LABEL | {"b": {"doc": "1e", "start": 0}}], "more.jsonl:2: a label"),
    ("claims.jsonl", [LABEL | {"a": "twelve of them"}], "claims.jsonl:1: a label"),
    ("report.json", {"documents": [{"id": "a.txt", "source": "Herald"}]}, "report.json:1: a story"),
])
def test_a_row_that_lacks_a_part_is_one_line(
    name: str, rows: object, place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the file, the line and the mend: a folder may well have JSON of another kind in it."""
    mine = tmp_path / "mine"
    mine.mkdir()
    told = [json.dumps(row) for row in rows] if isinstance(rows, list) else [json.dumps(rows)]
    (mine / name).write_text("\n".join(told), encoding="utf-8")
    assert train(["mine"]) == 2
    assert capsys.readouterr().err.startswith(f"training.link: mine/{place}")


def test_what_is_no_json_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """So is a folder that is not there."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.jsonl").write_text(f"{json.dumps(LABEL)}\n\nnot yet\n", encoding="utf-8")
    assert train(["mine"]) == 2
    assert train(["elsewhere"]) == 2
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith("training.link: mine/notes.jsonl:3: is no JSON")
    assert second == "training.link: elsewhere: no such folder; check the path"


def test_rows_of_other_kinds_are_left(tmp_path: Path) -> None:
    """Lists, articles as rows, labels of claims; and a text may have in it what ends a line elsewhere."""
    mine = tmp_path / "mine"
    mine.mkdir()
    text = "One.\u2028Two."
    rows = [[1, 2], "words", {"story": "flood", "id": "a"}, {"a": 1, "label": "A"}, {"label": ["N"]},
            {"doc": digest_of(text), "text": text}]
    (mine / "rows.jsonl").write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in rows), encoding="utf-8")
    data = read_folders([mine])
    assert (data.texts, data.labelled) == ({digest_of(text): text}, ())


def test_what_lies_below_our_own_labels_waits(tmp_path: Path) -> None:
    """A row there need not be complete."""
    (tmp_path / "later").mkdir()
    (tmp_path / "later" / "rows.jsonl").write_text('{"a": {"doc": "x"}, "b": {"doc": "y"}, "label": "N"}\n')
    assert read_folders([], tmp_path).labelled == ()
    with pytest.raises(InputError, match="not each side has doc, start and end"):
        read_folders([tmp_path])


def test_our_own_labels_can_be_read() -> None:
    assert read_folders([], LABELS).texts == {}
