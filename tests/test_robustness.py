"""Inputs and surroundings beyond what anybody means: one clear line with the file and the mend, the right status.

Beside this: spoiled files of every kind (test_hostile_files.py), bombs and limits (test_bounds.py), links and what
changes meanwhile (test_outside.py), closed and full streams, Ctrl-C (test_cli_odd.py), kills (test_kills.py), caches
that cannot be (test_cache.py, test_cache_trust.py).
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Run

import claimcheck as package
from claimcheck import check
from claimcheck.corpus import read_story
from claimcheck.corpus.story import Gathered
from claimcheck.errors import LimitError
from claimcheck.model.limits import Limits

HASHING = package.Settings(model="hashing")
FIRST = "At least 12 people were hurt in the fire at the mill in Orlo on Monday, the police said.\n"
SECOND = "The fire at the mill in Orlo on Monday hurt 15 people, the police said.\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two articles in the working folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLAIMCHECK_CACHE_DIR", "off")
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "b.txt").write_text(SECOND, encoding="utf-8")
    return tmp_path


def _line(error: str) -> str:
    """The one line that is said."""
    (line,) = [line for line in error.splitlines() if line.strip()]
    assert "Traceback" not in line
    return line


def test_a_file_of_50_megabytes(desk: Path, claimcheck: Run) -> None:
    """No more of it is read than the limit."""
    with (desk / "c.txt").open("wb") as file:
        file.truncate(50_000_000)
    status, _, error = claimcheck("compare", "--isolated", "a.txt", "c.txt")
    assert status == 2
    assert "c.txt: more than 10,000,000 bytes; give less, or raise limits.file-bytes in claimcheck.toml" in _line(error)


def test_one_line_of_5_megabytes(desk: Path, claimcheck: Run) -> None:
    """It is too long an article, whatever it holds."""
    (desk / "c.txt").write_text("word " * 1_000_000, encoding="utf-8")
    status, _, error = claimcheck("compare", "--isolated", "a.txt", "c.txt")
    assert status == 2
    assert "c.txt: more than 200,000 characters; give less, or raise limits.characters" in _line(error)


def test_100_000_sentences() -> None:
    """They are counted, and none is parsed."""
    texts = {"a": FIRST, "b": "It rained.\n" * 100_000}
    settings = replace(HASHING, limits=Limits(characters=2_000_000))
    with pytest.raises(LimitError, match=r"^the story has more than 20,000 sentences; give less, or raise limits"):
        package.compare_texts(texts, settings=settings)


@pytest.mark.parametrize("marks", [('"', '"'), ("“", "”"), ("“‘", "’”"), ("(“", "”)"), ("«", "")], ids=str)
def test_quotations_in_quotations(marks: tuple[str, str]) -> None:
    """However deep, closed or not: both articles are read."""
    opening, closing = marks
    deep = opening * 500 + "We have 12 boats" + closing * 500 + ", the owner said.\n\n" + FIRST
    report = package.compare_texts({"a": deep, "b": SECOND}, settings=HASHING)
    assert not report.failures
    assert all(document.claims for document in report.documents)


def test_a_file_that_vanishes_after_it_was_found(desk: Path, claimcheck: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named, and the status is 2."""
    (desk / "in").mkdir()
    for name in ("a.txt", "b.txt"):
        (desk / name).rename(desk / "in" / name)

    def vanished(story: Gathered, *others: object) -> object:
        (desk / "in" / "b.txt").unlink()
        return read_story(story, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(check, "read_story", vanished)
    status, _, error = claimcheck("check", "--isolated", "in")
    assert status == 2
    assert "in/b.txt: no such file" in error
    assert "Traceback" not in error
