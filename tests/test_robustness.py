"""Inputs and surroundings beyond what anybody means: one clear line with the file and the mend, the right status.

Beside this: spoiled files of every kind (test_hostile_files.py), bombs and limits (test_bounds.py), links and what
changes meanwhile (test_outside.py), closed and full streams, full disks, Ctrl-C (test_cli_odd.py), kills
(test_kills.py), caches that cannot be written or trusted (test_cache.py, test_cache_trust.py).
"""

from __future__ import annotations

import pwd
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Command, Run

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


def test_without_a_home_folder(desk: Path, claimcheck: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """As under a user id of a container that no list of users has: nothing is kept, which is told, and all else is as
    ever."""
    def unknown(uid: int) -> object:
        raise KeyError(uid)

    for name in ("HOME", "XDG_CACHE_HOME", "CLAIMCHECK_CACHE_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", unknown)
    status, out, error = claimcheck("compare", "--model", "hashing", "-f", "concise", "a.txt", "b.txt")
    assert status == 0
    assert "a.txt:1:" in out
    assert _line(error) == ("claimcheck: no home folder is known, so that nothing is kept between runs; say "
                            "--no-cache, or name a folder of your own in CLAIMCHECK_CACHE_DIR")
    status, out, error = claimcheck("cache", "info")
    assert (status, out) == (2, "")
    assert "no home folder is known" in _line(error)
    status, _, error = claimcheck("compare", "--model", "sentence-transformers:~/x", "--no-cache", "a.txt", "b.txt")
    assert status == 2
    assert "no model '~/x' on this machine" in _line(error)


@pytest.mark.parametrize(("place", "told"), [
    ("a.txt", "a.txt: not a folder, so that nothing is kept"), ("a.txt/x", "a.txt: not a folder"),
    ("nowhere", "nowhere: not a folder"),
])
def test_a_cache_folder_that_something_stands_in_the_way_of(
    place: str, told: str, desk: Path, claimcheck: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file, or a link that leads nowhere: it is told once, and the report is the same."""
    (desk / "nowhere").symlink_to(desk / "gone")
    run = ("compare", "--isolated", "--model", "hashing", "-f", "json", "a.txt", "b.txt")
    right = claimcheck(*run, "--no-cache")
    monkeypatch.setenv("CLAIMCHECK_CACHE_DIR", str(desk / place))
    status, out, error = claimcheck(*run)
    assert (status, out) == right[:2]
    assert told in _line(error)
    status, _, error = claimcheck("cache", "clean")
    assert status == 2
    assert told in _line(error)
    assert (desk / "a.txt").read_text(encoding="utf-8") == FIRST


@pytest.mark.parametrize("env", [
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"LC_ALL": "POSIX"}, {"LC_ALL": "no_NO.latin1"},
], ids=["ascii", "posix", "unknown"])
def test_a_language_without_letters_beyond_ascii(env: dict[str, str], tmp_path: Path, command: Command) -> None:
    """Articles are read as UTF-8, files are written so, and what an output cannot show is "?" in it."""
    for name, number in (("žofie.txt", "12"), ("b.txt", "30")):
        text = f"The flood in Åsen killed {number} people, said Žofie Müller of the 日本 office.\n"
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = ("--model", "hashing", "-o", "json:r.json", "-o", "text:-", "--no-cache", "žofie.txt", "b.txt")
    run = command("compare", *files, env={"PYTHONUTF8": "0"} | env)
    assert (run.returncode, run.stderr) == (1, "")
    assert "[12] people" in run.stdout
    assert "Žofie Müller" in (tmp_path / "r.json").read_text(encoding="utf-8")
