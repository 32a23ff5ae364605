"""Which stories a corpus holds: folders, story.toml, rows, and what is left out."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from claimcheck.check import check_stories
from claimcheck.config import Settings
from claimcheck.corpus import Gathering, gather, read_story
from claimcheck.corpus.rows import parse_rows
from claimcheck.errors import UsageError
from claimcheck.model.document import DateOrigin
from claimcheck.report.formats import Format, render
from claimcheck.report.options import Options
from claimcheck.rules import RULES

TEXT = "The plant will close, and 45 workers were dismissed."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, empty."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _write(*names: str, text: str = TEXT) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def _names(paths: Sequence[str] = (".",), **options: object) -> dict[str, list[str]]:
    found: Gathering = gather(paths, **options)  # type: ignore[arg-type]
    return {story.name: [entry.id for entry in story.entries] for story in found.stories}


def test_a_folder_with_two_articles_is_a_story() -> None:
    """What lies in folders below is a story of its own; one article alone, a README and other files are none."""
    _write("a/x.txt", "a/y.md", "a/README.md", "a/picture.png", "a/b/u.html", "a/b/v.txt", "c/alone.txt", ".hid/x.txt",
           ".hid/y.txt")
    assert _names() == {"a": ["a/x.txt", "a/y.md"], "a/b": ["a/b/u.html", "a/b/v.txt"]}
    assert gather(["."]).alone == ("c/alone.txt",)


def test_story_toml_names_its_articles() -> None:
    """Articles may lie in a folder below, which is then no story of its own; metadata win over the text."""
    _write("s/texts/x.txt", "s/texts/y.txt")
    _write("s/story.toml", text="""
title = "Plant"
[[document]]
path = "texts/x.txt"
source = "Herald"
published = 2024-03-05
title = "The plant"
[[document]]
path = "texts/y.txt"
""")
    assert _names() == {"s": ["s/texts/x.txt", "s/texts/y.txt"]}
    first, second = read_story(gather(["s/story.toml"]).stories[0]).documents
    assert (first.source, first.published.on, first.published.origin) == (
        "Herald", date(2024, 3, 5), DateOrigin.METADATA)
    assert second.source == "y"


def test_story_toml_without_documents_speaks_of_its_folder() -> None:
    """Expectations can be written down without repeating the file names."""
    _write("s/x.txt", "s/y.txt")
    _write("s/story.toml", text="")
    assert _names() == {"s": ["s/x.txt", "s/y.txt"]}


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.jsonl.gz"])
def test_rows_that_share_a_story_are_one(name: str) -> None:
    """Rows need not stand together, and keep their metadata; a title that the text lacks is put before it."""
    rows = [{"story": s, "id": i, "source": "Herald", "published": "2024-03-05", "title": "Closing", "text": TEXT}
            for i, s in enumerate(("plant", "flood", "plant", "flood"))]
    data = "\n".join(json.dumps(row) for row in rows).encode()
    Path(name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    assert _names() == {f"{name}#flood": [f"{name}#flood/1", f"{name}#flood/3"],
                        f"{name}#plant": [f"{name}#plant/0", f"{name}#plant/2"]}
    document = read_story(gather([name]).stories[0]).documents[0]
    assert document.text == f"Closing\n\n{TEXT}"
    assert document.title is not None
    assert document.title.of(document.text) == "Closing"


def test_rows_come_from_the_standard_input() -> None:
    """- is JSON Lines."""
    rows = "\n".join(json.dumps({"story": "s", "id": i, "text": TEXT}) for i in "ab")
    assert _names(["-"], stdin=rows.encode()) == {"<stdin>#s": ["<stdin>#s/a", "<stdin>#s/b"]}


@pytest.mark.parametrize(
    ("row", "told"),
    [("{", "r:1: not JSON"), ("[]", "r:1: not a JSON object"), ('{"story": "s"}', "'id' is missing"),
     ('{"story": "s", "id": 1, "txt": ""}', "did you mean 'text'"),
     ('{"story": "s", "id": 1, "text": "t", "published": "soon"}', "'soon' is not a date"),
     ('{"story": "s", "id": 1, "text": "t", "source": 3}', "'source' is to be a string"),
     ("[" * 100_000, "r:1: not JSON"), ("\xff", "r:1: not UTF-8")],
)
def test_a_bad_row_is_told_with_its_line(row: str, told: str) -> None:
    """Never a traceback, and the other rows of the file are read."""
    good = "".join(json.dumps({"story": "s", "id": i, "text": TEXT}) + "\n" for i in "ab")
    stories = parse_rows(row.encode("latin-1") + b"\n" + good.encode(), "r")
    (fault,) = (entry.fault for story in stories for entry in story.entries if entry.fault)
    assert re.search(told, fault)
    assert fault.startswith("r:1: ")
    assert [entry.id for story in stories for entry in story.entries if not entry.fault] == ["r#s/a", "r#s/b"]


def test_our_own_reports_are_no_articles() -> None:
    """They are known by what they say, not by their names, and left out of the folder in which they lie; one that is
    named is a fault, in a story.toml as on the command line."""
    _write("desk/a.txt", "desk/b.txt", "solo/a.txt", "desk/notes.md")
    stories = check_stories(gather(["desk"]).stories, Settings(model="hashing"))
    options = Options(rules=RULES, version="1")
    for folder, name, format_ in (("desk", "out.html", Format.HTML), ("desk", "report.md", Format.MARKDOWN),
                                  ("desk", "out.txt", Format.TEXT), ("desk", "rows.jsonl", Format.JSONL),
                                  ("solo", "b.md", Format.MARKDOWN)):
        _write(f"{folder}/{name}", text=render(format_, stories, options))
    found = gather(["."])
    assert _names() == {"desk": ["desk/a.txt", "desk/b.txt", "desk/notes.md"]}
    assert found.alone == ("solo/a.txt",)
    assert found.reports == ("desk/out.html", "desk/out.txt", "desk/report.md", "desk/rows.jsonl", "solo/b.md")
    assert _names(["desk/*.txt"]) == _names(["desk/a.txt"]) == _names()
    for name in ("desk/report.md", "desk/rows.jsonl"):
        (story,) = gather([name]).stories
        assert story.fault == f"{name}: a report that claimcheck wrote, and no article; leave it out"
        assert not gather([name]).reports
    _write("desk/story.toml", text="[[document]]\npath = 'a.txt'\n[[document]]\npath = 'report.md'\n")
    (failure,) = read_story(gather(["desk/story.toml"]).stories[0]).failures
    assert failure.message == "desk/report.md: a report that claimcheck wrote, and no article; leave it out"
    _write("desk/story.toml", text="title = 'A plant'\n")
    assert _names(["desk"]) == {"desk": ["desk/a.txt", "desk/b.txt", "desk/notes.md"]}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("format_", [Format.TEXT, Format.MARKDOWN, Format.HTML])
def test_our_own_reports_are_known_in_other_encodings(encoding: str, format_: Format) -> None:
    """As a shell may write them, also where what is looked at ends within a character."""
    _write("desk/a.txt", "desk/b.txt")
    stories = check_stories(gather(["desk"]).stories, Settings(model="hashing"))
    text = render(format_, stories, Options(rules=RULES, version="1")) + "😀" * 10_000
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    Path("desk/out.txt").write_bytes((mark + text).encode(encoding))
    assert gather(["."]).reports == ("desk/out.txt",)


def test_git_and_exclude_leave_things_out() -> None:
    """.gitignore files hold from the top of the repository down, the inner one wins; --exclude holds always."""
    _write("a/x.txt", "a/y.txt", "a/z.txt", "b/x.txt", "b/y.txt", "c/d/x.txt", "c/d/y.txt")
    Path(".git").mkdir()
    _write(".gitignore", text="z.txt\nb/\n*.txt~\n")
    _write("c/.gitignore", text="y.txt\n")
    _write("c/d/.gitignore", text="!y.txt\n")
    assert _names() == {"a": ["a/x.txt", "a/y.txt"], "c/d": ["c/d/x.txt", "c/d/y.txt"]}
    assert _names(exclude=["c/"]) == {"a": ["a/x.txt", "a/y.txt"]}
    assert _names(["c/d"]) == {"c/d": ["c/d/x.txt", "c/d/y.txt"]}
    assert _names(["a/x.txt"], exclude=["a/"]) == {}


def test_an_article_stands_for_its_story() -> None:
    """As pre-commit gives file names: the story of the nearest story.toml that names it, else of its folder."""
    _write("a/x.txt", "a/y.txt", "s/texts/x.txt", "s/texts/y.txt", "notes.txt")
    _write("s/story.toml", text='[[document]]\npath = "texts/x.txt"\n[[document]]\npath = "texts/y.txt"\n')
    assert list(_names(["a/x.txt", "a/y.txt"])) == ["a"]
    assert list(_names(["s/texts/y.txt"])) == ["s"]
    assert gather(["notes.txt"]).alone == ("notes.txt",)


def test_patterns_are_expanded_and_paths_must_be_there() -> None:
    """For shells that do not expand them."""
    _write("a1/x.txt", "a1/y.txt", "a2/x.txt", "a2/y.txt")
    assert list(_names(["a*"])) == ["a1", "a2"]
    Path("a1/loop").symlink_to(Path("a1").resolve())
    assert list(_names(["a1/**/*.txt"])) == ["a1"]
    with pytest.raises(UsageError, match="b: no such file"):
        gather(["b"])
    with pytest.raises(UsageError, match="--exclude"):
        gather(["."], exclude=["!"])


@pytest.mark.parametrize(
    ("text", "told"),
    [('[[document]]\npth = "x"', "s/story.toml:2:1: unknown key 'pth'; did you mean 'path'"),
     ('[[document]]\npath = "x"\n[[document]]\npath = "x"', "s/story.toml:4:1: x: named twice"),
     ('[[document]]\npath = "x"\npublished = "soon"', "s/story.toml:3:1: 'soon' is not a date"),
     ('[[document]]\npath = "a\\u0000"', "s/story.toml:1:1: a \\[\\[document\\]\\] needs the path"),
     ("[[document]]\npath = ", "s/story.toml:2:8: not TOML"),
     ('[[document]]\npath = "x"', "fewer than two documents"), ("document = 3", "write \\[\\[document\\]\\]")],
)
def test_a_story_toml_that_is_wrong_is_a_story_that_failed(text: str, told: str) -> None:
    """The other stories are still checked; the fault has its place."""
    import re

    _write("s/story.toml", text=text)
    (story,) = gather(["."]).stories
    read = read_story(story)
    assert read.documents == ()
    assert re.search(told, read.failures[0].message)


def test_a_missing_article_is_a_failure_of_its_story() -> None:
    """The others are read."""
    _write("s/x.txt")
    _write("s/story.toml", text='[[document]]\npath = "x.txt"\n[[document]]\npath = "gone.txt"\n')
    read = read_story(gather(["s"]).stories[0])
    assert [d.id for d in read.documents] == ["s/x.txt"]
    assert [f.message for f in read.failures] == ["s/gone.txt: no such file; check the path"]


def test_other_names_of_a_source_are_one() -> None:
    """As the setting `sources` says."""
    _write("s/x.txt", "s/y.txt")
    story = gather(["s"]).stories[0]
    assert [d.source for d in read_story(story, {"x": "Xenia Post"}).documents] == ["Xenia Post", "y"]
