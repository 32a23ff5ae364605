"""Files made to break a reader: one line each that names the file and the mend, and everything else is read."""

from __future__ import annotations

import gzip
import json
import random
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from conftest import UNPRIVILEGED, Command, Run, needs_modes
from fuzz_files import tried
from hostile_files import ARTICLE, BASELINE, DIGITS, HTML, IGNORES, MANIFEST, PDF, ROWS, SAMPLES, TEXT, spoiled

import claimcheck
from claimcheck.baseline import parse
from claimcheck.check import check_story
from claimcheck.config import Settings
from claimcheck.corpus import Entry, Gathered, gather, read_story
from claimcheck.corpus.rows import parse_rows
from claimcheck.errors import ClaimcheckError, ConfigError, InputError
from claimcheck.model.report import StoryReport
from claimcheck.read import read_bytes, read_text
from claimcheck.read_claims import claims_of
from claimcheck.report.formats import Format, render
from claimcheck.report.options import Options
from claimcheck.segment import sentences
from claimcheck.toml import parse_toml

ENV = {"CLAIMCHECK_MODEL": "hashing"}
SETTINGS = Settings(model="hashing", cache="off")
DEEP = 100_000


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("seed", range(6))
def test_spoiled_file_is_told_or_read(name: str, seed: int) -> None:
    """Never an exception, and the story beside it is read; `python -m tests.fuzz_files` does many more."""
    assert tried(name, spoiled(random.Random(f"{seed} {name}"), name))[0] == ""


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_are_good(name: str) -> None:
    """What is spoiled is right before."""
    assert tried(name, SAMPLES[name]) == ("", "read")


@pytest.mark.parametrize("name", sorted(SAMPLES))
@pytest.mark.parametrize("data", [b"", b"\n", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"[" * DEEP, b"9" * 5_000,
                                  TEXT.encode("utf-16"), TEXT.encode("utf-16-le"), b"\xed\xa0\x80"])
def test_any_file_may_hold_anything(name: str, data: bytes) -> None:
    """Nothing, zeros, marks of encodings, brackets without end, one number."""
    assert tried(name, data)[0] == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [(f"a = 1\nb = {DIGITS}", "f:2:5: a number of too many digits; write a shorter one"),
     (f"a = 0x{'f' * 5_000}", "f:1:1: a number beyond the 64 bits of TOML"),
     ("[t]\na = [9223372036854775808]", "f:2:1: a number beyond the 64 bits of TOML"),
     ("a = " + "[" * DEEP, "f:1:1: not TOML that can be read: brackets in brackets"),
     ("a" + ".a" * 2_000 + " = 1", "f:1:1: tables or lists nested more than 100 deep"),
     ("a = " + "[" * 150 + "]" * 150, "f:1:1: tables or lists nested more than 100 deep"),
     ("a = 2024-02-30", "f:1:5: not TOML"), ("a = 1\na = 2", "f:2:6: not TOML: cannot overwrite a value"),
     ('a = "\\ud800"', "f:1:12: not TOML"), ("a = 1\0", "f:1:6: not TOML")],
)
def test_toml_beyond_all_bounds(text: str, told: str) -> None:
    """With the place, in one line."""
    with pytest.raises(ConfigError) as error:
        parse_toml(text, "f")
    assert str(error.value).startswith(told)
    assert "\n" not in str(error.value)


def test_toml_within_bounds() -> None:
    """The numbers that TOML has room for, and a table as deep as anybody writes."""
    assert parse_toml("a = 9223372036854775807\nb = -9223372036854775808\nc.d.e.f = [[1]]", "f").data["a"] == 2**63 - 1


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [("claimcheck.toml", f"[thresholds]\nneighbours = {DIGITS}", "claimcheck.toml:2:14: a number of too many digits"),
     ("claimcheck.toml", 'cache = "\\u0000"', "claimcheck.toml:1:1: cache is '\\x00'; write it without the character"),
     ("claimcheck.toml", "[units]\nx = { of = \"metre\", factor = \"sNaN\" }",
      "claimcheck.toml:2:21: units.x.factor is"),
     ("claimcheck.toml", 'exclude = ["[z-a]"]', "--exclude: not a pattern: bad character range"),
     ("claimcheck.ignore.toml", IGNORES.replace("2030-12-31", DIGITS),
      "claimcheck.ignore.toml:5:9: a number of too many"),
     ("claimcheck.ignore.toml", IGNORES.replace('"quantity-mismatch"', "[1]"),
      "claimcheck.ignore.toml:2:1: [1] is no rule"),
     ("claimcheck.baseline.json", BASELINE.replace('"12"', DIGITS), "claimcheck.baseline.json:1:1: not a baseline;"),
     ("claimcheck.baseline.json", BASELINE.replace('"12"', "NaN"), "claimcheck.baseline.json:2:1: not an entry"),
     ("claimcheck.baseline.json", BASELINE.replace('"12"', "[" * DEEP),
      "claimcheck.baseline.json:1:1: not a baseline;")],
)
def test_file_that_steers_a_run_ends_it_in_one_line(
    file: str, text: str, told: str, command: Command, tmp_path: Path
) -> None:
    """Nothing can be checked as the user wants it; the line says where and what."""
    _story(tmp_path / "desk")
    (tmp_path / file).write_text(text)
    run = command("check", "-f", "concise", env=ENV)
    assert run.returncode == 2
    assert run.stderr.startswith(f"claimcheck: {told}"), run.stderr
    assert run.stderr.count("\n") == 1


def test_fault_in_one_story_leaves_the_others(command: Command, tmp_path: Path) -> None:
    """Bad rows, a bad story.toml, a broken PDF, a folder called like a file: each is told, the rest is compared."""
    _story(tmp_path / "desk")
    _story(tmp_path / "other")
    (tmp_path / "other" / "story.toml").write_text(f"title = {DIGITS}")
    _story(tmp_path / "third")
    (tmp_path / "third" / "c.pdf").write_bytes(PDF[:300])
    (tmp_path / "third" / "d.txt").mkdir()
    rows = [json.dumps({"story": s, "id": i, "text": ARTICLE.replace("12", str(n))}) for s in "st"
            for i, n in (("a", 12), ("b", 30))]
    bad = [f'{{"story": "s", "id": "c", "text": {DIGITS}}}', f'{{"story": "t", "id": "c", "published": {DIGITS}}}',
           '{"story": "t", "id": "d", "text": NaN}', '{"story": "s", "id": "a", "text": "twice"}']
    (tmp_path / "rows.jsonl").write_text("\n".join([*rows, *bad]))
    run = command("check", "-f", "concise", env=ENV)
    told = [line for line in run.stderr.splitlines() if line.startswith("claimcheck: ")]
    assert run.returncode == 2
    assert "internal error" not in run.stdout + run.stderr
    assert "Traceback" not in run.stderr
    found = [line.split(":")[0] for line in run.stdout.splitlines() if " contradiction quantity-mismatch " in line]
    assert found == ["desk/a.txt", "rows.jsonl#s/a", "rows.jsonl#t/a", "third/a.txt"]
    assert [line.split(": ")[1] for line in told] == [
        "other/story.toml:1:9", "rows.jsonl:5", "rows.jsonl:6", "rows.jsonl:8", "rows.jsonl:7", "third/c.pdf"], told


def test_bad_row_is_an_article_of_its_story_that_cannot_be_read() -> None:
    """The story is compared without it; rows that belong to nobody stand under the name of the file."""
    good = ROWS.splitlines()
    bad = [good[0].replace('"2024-03-05"', '"soon"').replace('"a"', '"c"'), "{", good[2].replace('"two"', "[]"),
           good[1]]
    stories = parse_rows("\n".join([*good, *bad]).encode(), "r")
    assert [(s.name, [(e.id, bool(e.fault)) for e in s.entries]) for s in stories] == [
        ("r#one", [("r#one/a", False), ("r#one/b", False), ("r:5", True), ("r:8", True)]),
        ("r#two", [("r#two/a", False), ("r#two/b", False)]),
        ("r", [("r:6", True), ("r:7", True)]),
    ]
    assert [f.message.split(":")[1] for f in read_story(stories[0]).failures] == ["5", "8"]
    assert len(read_story(stories[0]).documents) == 2


@pytest.mark.parametrize(
    ("row", "told"),
    [(f'{{"story": {DIGITS}}}', "a number of too many digits; write it as a string"),
     ('{"story": "s", "id": "a", "id": "b", "text": "t"}', "the field 'id' stands twice; write it once"),
     ('{"story": true, "id": "a", "text": "t"}', "the field 'story' is missing or empty"),
     ('{"story": "s", "id": 1e999, "text": "t"}', "the field 'id' is missing or empty"),
     ('{"story": "s", "id": "a", "text": "t", "published": "0000-00-00"}', "'0000-00-00' is not a date"),
     ('{"story": "s", "id": "a", "text": "t", "published": 20240305}', "the field 'published' is to be a string"),
     (f'{{"{"x" * 5_000}": 1}}', "unknown field 'xxxx")],
)
def test_row_beyond_all_bounds(row: str, told: str) -> None:
    """The line is named, and the message is a line that can be read."""
    (story,) = parse_rows(row.encode(), "r")
    assert told in story.entries[0].fault
    assert story.entries[0].fault.startswith("r:1: ")
    assert len(story.entries[0].fault) < 300


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [("r.jsonl", gzip.compress(ROWS.encode()), "a gzip archive; name it .jsonl.gz"),
     ("r.jsonl.gz", gzip.compress(gzip.compress(ROWS.encode())), "a gzip archive in another; unpack it once"),
     ("r.jsonl", b"\xef\xbb\xbf[\n" + ROWS.replace("\n", ",\n").encode(), "a JSON list over several lines; write one"),
     ("r.jsonl", ("[" + ROWS.replace("\n", ",\n")).encode(), "a JSON list over several lines; write one object on"),
     ("r.jsonl.gz", gzip.compress(b"\n" * 1_000_000), "more than 100,000 rows; give less"),
     ("r.jsonl.gz", gzip.compress(b"\r" * 1_000_000), "more than 100,000 rows; give less"),
     ("r.jsonl.gz", b"", "1 without a row: r.jsonl.gz"), ("r.jsonl", b"\n\n", "1 without a row: r.jsonl")],
)
def test_one_fault_of_a_file_of_rows_is_one_line(
    name: str, data: bytes, told: str, tmp_path: Path, claimcheck: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That names the file, and not one for each line of it; empty lines count, as each takes its time."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_bytes(data)
    status, _, error = claimcheck("check", "--model", "hashing", "-f", "json", name)
    assert (status, error.count(told), error.count("claimcheck: ")) == (2, 1, 1)


def test_file_of_rows_in_utf_16_is_told_once() -> None:
    """And not for every line of it."""
    with pytest.raises(InputError, match="r: UTF-16; save the file as UTF-8"):
        parse_rows(ROWS.encode("utf-16"), "r")


@pytest.mark.parametrize("mark", ["\ud800", "\udfff x", "\0", "\ufeff", "\x1b[2J", "\u2028", "\u202e", "\ufffe"])
def test_characters_that_are_none(mark: str) -> None:
    """Half of a surrogate pair, zeros, marks of direction: compared, and reported in every format. Names of stories and
    articles may have none that control anything, see test_outside."""
    rows = "".join(json.dumps({"story": "s", "id": i, "source": f"{i}{mark}", "title": mark,
                               "text": ARTICLE.replace("12", n).replace("police", f"po{mark}lice{mark} {mark}")}) + "\n"
                   for i, n in (("a", "12"), ("b", "30")))
    (story,) = parse_rows(rows.encode(), "r")
    report = check_story(story, SETTINGS)
    assert report.report.failures == ()
    assert len(report.report.documents) == 2
    for format_ in Format:
        render(format_, [report], Options()).encode(errors="replace")


def test_half_a_pair_reaches_the_output(command: Command, tmp_path: Path) -> None:
    """As a question mark: no encoding can write it."""
    (tmp_path / "rows.jsonl").write_text("".join(
        json.dumps({"story": "s", "id": i, "text": ARTICLE.replace("people", f"{n} men\ud800")}) + "\n"
        for i, n in (("a", 12), ("b", 30))))
    for format_ in ("json", "sarif"):
        run = command("check", "--verbose", "-f", format_, env=ENV)
        assert run.returncode == 1, run.stderr
        assert json.loads(run.stdout)


def test_baseline_with_a_mark_is_read(command: Command, tmp_path: Path) -> None:
    """Some editors write one before what they save."""
    _story(tmp_path)
    assert command("baseline", "update", env=ENV).returncode == 0
    path = tmp_path / "claimcheck.baseline.json"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    run = command("check", env=ENV)
    assert (run.returncode, "known and hidden, 0 new" in run.stdout) == (0, True)


@pytest.mark.parametrize("row", ["1", "null", "[]", "{}", '{"sides": 3}', '{"sides": [[1, 2, 3]], "rule": "x"}', "true",
                                 BASELINE.splitlines()[1].replace('"people"', "3")])
def test_entries_of_a_baseline_have_types(row: str) -> None:
    """With the line, and what mends it."""
    with pytest.raises(ConfigError, match=r"^b:2:1: not an entry of a baseline; restore the file, or"):
        parse(f'{{"version": 1, "accepted": [\n{row}]}}', "b")


@pytest.mark.parametrize("value", ["[]", "{}", "3", "true", "1979-05-27", "inf", '"x"', "[[1]]"])
@pytest.mark.parametrize("key", ["verdict", "rule", "a", "type", "guard", "optional", "path", "published", "source"])
def test_any_value_of_story_toml_may_be_of_any_type(key: str, value: str, tmp_path: Path) -> None:
    """Told with its place, or read."""
    lines = [f"{key} = {value}" if line.startswith(f"{key} =") else line for line in MANIFEST.splitlines()]
    text = "\n".join([*lines, "" if f"{key} = {value}" in lines else f"{key} = {value}"])
    assert tried("story/story.toml", text.encode())[0] == ""


@pytest.mark.parametrize(
    "text",
    ["Rather than a strike, the workers wanted longer hours.", "Than the deployment the drill lasted longer.",
     "Rather than a deal, the sides spent more time on a longer strike.", "What vote did the minister resign after?",
     "Rather than the deployment, the troops faced a longer drill.",
     "More than a meeting, the talks were longer ones."],
)
def test_what_is_compared_with_may_stand_before(text: str) -> None:
    """A comparison that the parser finds backwards is none, and the article is read."""
    document = read_text(f"{ARTICLE}\n{text} {TEXT}", "a")
    assert claims_of(document, date(2024, 3, 5)).claims


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.html", b"<html><body><article>" + b"<b><i>" * 30_000 + TEXT.encode() * 20),
     ("a.html", b"<html>" + b"</div>" * 5_000 + b"<table><tr><td>" * 500 + TEXT.encode() * 20),
     ("a.html", HTML.replace("<head>", '<head><script type="application/ld+json">{"@type": "Article", '
                             f'"datePublished": {DIGITS}, "headline": "\\ud800"}}</script>').encode()),
     ("a.html", HTML.replace("2024-03-05", DIGITS).encode()), ("a.html", HTML.encode("utf-16")),
     ("a.html", HTML.replace("<body>", "<body>&#xD800;&#0;&#x110000;").encode()),
     ("a.html", b'<?xml version="1.0" encoding="utf-16"?>' + HTML.encode()),
     ("a.html", b"<!DOCTYPE html [<!ENTITY a 'b'><!ENTITY c '&a;&a;&a;&c;'>]>" + HTML.replace("Flood", "&c;").encode()),
     ("a.pdf", PDF[: len(PDF) // 2]), ("a.pdf", b"%PDF-"), ("a.pdf", b"%PDF-1.7\n%%EOF"),
     ("a.pdf", PDF.replace(b"/F 12 Tf", b"/F 0 Tf")), ("a.pdf", PDF.replace(b"/F 12 Tf", b"/F -9 Tf")),
     ("a.pdf", PDF.replace(b"/F 12 Tf", b"/F " + DIGITS.encode() + b" Tf")),
     ("a.pdf", PDF.replace(b"1 0 0 1 72", b"1 0 0 1 1" + b"0" * 400)),
     ("a.pdf", PDF.replace(b"/Kids [", b"/Kids [2 0 R ")), ("a.pdf", PDF.replace(b"1 0 obj\n", b"1 0 obj\n1 0 R\n")),
     ("a.pdf", PDF.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev " + PDF.split(b"startxref\n")[1].split(b"\n")[0])),
     ("a.pdf", PDF.replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 3 0 R /ID [(a)(b)]")),
     ("a.pdf", PDF.replace(b"/Type /Catalog", b"/Type /Catalog /X " + b"[" * 5_000 + b"]" * 5_000)),
     ("a.md", b"---\n" + b"title: x\n" * 2_000),
     ("a.md", b"---\ntitle: \"\ndate: 2024-02-31\n---"), ("a.md", b"---\n---"),
     ("a.md", b"+++\ndate = 0000-00-00\ntitle = ''\n+++\n" + TEXT.encode()), ("a.txt", TEXT.encode("utf-16-le")),
     ("a.txt", TEXT.encode("utf-7") * 3 + b"\xff\xfe\xfd"), ("a.txt", b"\xff\xfe\x00\xd8" * 9),
     ("a.txt", b"\r\r\n\n\r" * 99),
     ("a.txt", TEXT.replace("\n", "\r").encode() + TEXT.replace("\n", "\r\n").encode())],
)
def test_article_beyond_all_bounds(name: str, data: bytes) -> None:
    """Read to exact sentences, or told in one line that names it."""
    document, told = None, ""
    try:
        document = read_bytes(data, name)
    except InputError as error:
        told = str(error)
    if document is None:
        assert told.startswith(f"{name}: ")
        assert "\n" not in told
    else:
        assert all(sentence.span.end <= len(document.text) for sentence in sentences(document))


def test_sizes_of_a_pdf_do_not_matter_where_there_are_none() -> None:
    """Letters of size 0, as hidden layers have them, are text."""
    assert "killed 12 people" in read_bytes(PDF.replace(b"/F 12 Tf", b"/F 0 Tf"), "a.pdf").text


def test_folder_in_place_of_a_file(command: Command, tmp_path: Path) -> None:
    """Is passed over where nobody named it as a file, and else told."""
    _story(tmp_path / "desk")
    for name in ("claimcheck.toml", "pyproject.toml", ".gitignore", "rows.jsonl", "desk/x.txt", "desk/story.toml"):
        (tmp_path / name).mkdir()
    run = command("check", "-f", "concise", env=ENV)
    assert run.returncode == 1, run.stderr
    for name in ("claimcheck.ignore.toml", "claimcheck.baseline.json"):
        (tmp_path / name).mkdir()
        run = command("check", "-f", "concise", env=ENV)
        assert (run.returncode, run.stderr) == (
            2, f"claimcheck: {name}: cannot be read (Is a directory); check the path\n")
        (tmp_path / name).rmdir()


@needs_modes
@pytest.mark.parametrize("name", ["claimcheck.toml", "claimcheck.ignore.toml", "claimcheck.baseline.json", "rows.jsonl",
                                  "desk/x.txt", "desk/story.toml", ".gitignore", "pyproject.toml", "desk/x.pdf"])
def test_file_that_nobody_may_read(name: str, command: Command, tmp_path: Path) -> None:
    """Is told where it would have said something."""
    _story(tmp_path / "desk")
    (tmp_path / name).write_bytes(b"claimcheck")
    (tmp_path / name).chmod(0)
    run = command("check", "-f", "concise", env=ENV, before=UNPRIVILEGED)
    assert "internal error" not in run.stdout + run.stderr
    assert run.returncode in (1, 2), run.stderr
    assert run.returncode == 1 or name in run.stderr


def test_patterns_that_are_none(command: Command, tmp_path: Path) -> None:
    """A .gitignore that git would shrug at says nothing, on no stream."""
    _story(tmp_path / "desk")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_bytes(b"[z-a]\n!\n**/[\n[[x]\n\xff\xfe\n" + b"*" * 500 + b"\n")
    run = command("check", "-f", "concise", env=ENV)
    assert run.returncode == 1
    assert "desk/a.txt:" in run.stdout
    assert run.stderr.count("\n") == run.stderr.count("checked")


def test_bad_rows_are_watched_and_read_from_the_standard_input(command: Command) -> None:
    """The place is <stdin> and the line."""
    run = command("check", "-", "-f", "concise", env=ENV, stdin=ROWS + "{\n")
    assert run.returncode == 2
    assert "claimcheck: <stdin>:5: not JSON" in run.stderr


def test_fault_of_the_program_is_a_failure_of_one_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever happens: the two others are compared, and with CLAIMCHECK_TRACEBACK the error shows where."""
    monkeypatch.chdir(tmp_path)
    _story(tmp_path)

    class Broken(str):
        """A text that no code can have foreseen."""

        __slots__ = ()

        def splitlines(self, keepends: bool = False) -> list[str]:
            raise LookupError("broken\nin two")

    story = gather(["."]).stories[0]
    story = replace(story, name="s", entries=(*story.entries, Entry("c", None, Broken(TEXT))))
    report = check_story(story, SETTINGS).report
    assert [(f.stage, f.subject, f.message) for f in report.failures] == [
        ("read", "c", "internal error: LookupError: broken in two")]
    assert any(f.rule == "quantity-mismatch" for f in report.findings)
    monkeypatch.setenv("CLAIMCHECK_TRACEBACK", "1")
    with pytest.raises(LookupError):
        check_story(story, SETTINGS)


def test_interrupt_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C and a call of exit end the run."""
    class Ended(str):
        __slots__ = ()

        def splitlines(self, keepends: bool = False) -> list[str]:
            raise SystemExit(3)

    with pytest.raises(SystemExit):
        read_story(Gathered("s", (Entry("c", None, Ended(TEXT)),)))


def test_python_functions_raise_what_can_be_mended(tmp_path: Path) -> None:
    """`compare` names the file; `compare_texts` takes any text there is."""
    path = tmp_path / "x.pdf"
    path.write_bytes(b"%PDF-")
    with pytest.raises(ClaimcheckError, match=r"x\.pdf: this PDF is damaged"):
        claimcheck.compare([path, path], settings=SETTINGS)
    texts = {"a": ARTICLE + "\ud800\0", "b": "\ud800", "c": "", "\ud800": ARTICLE.replace("12", "30")}
    report = claimcheck.compare_texts(texts, settings=SETTINGS, published=dict.fromkeys(texts, date.max))
    assert report.failures == ()
    assert render(Format.JSON, [StoryReport("\ud800", report)], Options())


@pytest.mark.parametrize("day", [date.min, date(1, 1, 2), date(9999, 12, 30), date.max])
def test_first_and_last_days_there_are(day: date) -> None:
    """Times before the first day and after the last one are not resolved, and nothing else."""
    text = (f"{ARTICLE}\nIt closed yesterday and opens tomorrow, last week, next year, in two days, ten years ago, "
            "within a month, at 25 past midnight on Monday, and did not reopen until 2008 after 90 days. Until today, "
            "12 people died. It will not open before today. Before today, 12 people died. It will not close until "
            "about Monday, by about today.\n")
    report = claimcheck.compare_texts({"a": text, "b": text.replace("12", "30")}, settings=SETTINGS,
                                      published={"a": day, "b": day})
    assert report.failures == (), report.failures


def _story(folder: Path) -> None:
    """Two articles that contradict each other."""
    folder.mkdir(exist_ok=True)
    (folder / "a.txt").write_text(ARTICLE)
    (folder / "b.txt").write_text(ARTICLE.replace("12", "30"))


def test_cut_gzip_is_told(command: Command, tmp_path: Path) -> None:
    """Where it ends too early, is none, or has rubbish behind it."""
    _story(tmp_path / "desk")
    packed = gzip.compress(ROWS.encode())
    broken = (packed[:20], packed[:-4], packed + b"rubbish", b"\x1f\x8b", packed[:3] + b"\xff" * 40)
    for number, data in enumerate(broken):
        (tmp_path / f"r{number}.jsonl.gz").write_bytes(data)
    run: subprocess.CompletedProcess[str] = command("check", "-f", "concise", env=ENV)
    told = [line for line in run.stderr.splitlines() if line.startswith("claimcheck: r")]
    assert [line.partition(": cannot be read")[0] for line in told] == [f"claimcheck: r{n}.jsonl.gz" for n in range(5)]
    assert "desk/a.txt:" in run.stdout
