"""What a corpus of somebody else's names, links to or is called leads nowhere that the user did not name."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from conftest import Command

from claimcheck.corpus.inside import reach, read_inside
from claimcheck.errors import InputError

HERALD = "Flood\n\n5 March 2024\n\nThe flood in Arren killed 12 people on Monday, police said.\n"
LEDGER = HERALD.replace("12", "30")
MARK = "Xanadu"  # stands in nothing but what must not be read
SECRET = f"Flood\n\n5 March 2024\n\nThe flood in Arren killed 77 people in {MARK} on Monday, police said.\n"
ENV = {"CLAIMCHECK_MODEL": "hashing", MARK.upper(): MARK}
LEADS_OUT = "leads out of the corpus; put a copy into it"

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links and pipes")


@pytest.fixture(autouse=True)
def desk(tmp_path: Path) -> Path:
    """A story that contradicts itself, in a corpus in the working folder."""
    _write(tmp_path / "claimcheck.toml", "")
    _write(tmp_path / "desk/good/a.txt", HERALD)
    _write(tmp_path / "desk/good/b.txt", LEDGER)
    return tmp_path / "desk"


@pytest.fixture
def private(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder beside the corpus, which is to stay as it is."""
    folder = tmp_path_factory.mktemp("private")
    for name in ("secret.txt", "a.txt", "b.txt"):
        _write(folder / name, SECRET)
    _write(folder / "story.toml", _story("a.txt", "b.txt"))
    row = {"story": MARK, "text": SECRET}
    _write(folder / "rows.jsonl", "".join(json.dumps(row | {"id": id}) + "\n" for id in "ab"))
    before = {path: path.read_bytes() for path in folder.iterdir()}
    yield folder
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _story(*paths: str) -> str:
    return "".join(f"[[document]]\npath = {json.dumps(path)}\n" for path in paths)


def _quiet(run: subprocess.CompletedProcess[str]) -> list[str]:
    """The lines that complain, of a run that gave nothing away."""
    assert MARK not in run.stdout + run.stderr
    assert "Traceback" not in run.stderr
    assert "internal error" not in run.stderr
    return [line for line in run.stderr.splitlines() if line.startswith("claimcheck: ")]


def _attacks(story: Path, private: Path) -> Iterator[str]:
    """Paths for a story.toml in a folder of its own, and what they need there."""
    out = os.path.relpath(private, story)
    made = {"file.txt": f"{out}/secret.txt", "folder": out, "hop": "hop2", "hop2": "hop3", "hop3": str(private),
            "up.txt": "sub/link.txt", "env.txt": "/proc/self/environ", "cwd": "/proc/self/cwd", "zero.txt": "/dev/zero",
            "top": "/", "gone.txt": "/nowhere/at/all.txt", "home": os.path.expanduser("~"), "circle": "circle"}
    for name, target in made.items():
        (story / name).symlink_to(target)
    (story / "sub").mkdir()
    (story / "sub" / "link.txt").symlink_to("../hop/secret.txt")
    os.mkfifo(story / "pipe.txt")
    os.mkfifo(story / "pipe.pdf")
    with socket.socket(socket.AF_UNIX) as server:
        here = os.open(story, os.O_RDONLY)  # the name of a socket must be short
        server.bind(f"/proc/self/fd/{here}/sock.txt")
        os.close(here)
    yield from (f"{out}/secret.txt", f"sub/../{out}/secret.txt", f"./{out}/./secret.txt", f"{out}//secret.txt",
                f"{out}/nothing-there.txt", "../../../../../../../../../../etc/passwd", f"{private}/secret.txt",
                f"/{private}/secret.txt", "file.txt", "folder/secret.txt", "hop/secret.txt", "sub/../hop/secret.txt",
                "hop/../secret.txt", "up.txt", "env.txt", "/proc/self/environ", "cwd/../x.txt", "/dev/stdin",
                "zero.txt", "top/etc/passwd", f"top{private}/secret.txt", "gone.txt", "home/.bashrc", "circle",
                "circle/a.txt", "pipe.txt", "pipe.pdf", "sock.txt", "sub", "..", ".", "a.txt/../b.txt/x", "~/.bashrc",
                "..\\..\\secret.txt", "C:\\secret.txt", "C:secret.txt", "\\\\host\\share\\secret.txt", "//host/share/x",
                "\\secret.txt", "c:/secret.txt", "\\\\?\\C:\\secret.txt", "../good/../../../x.txt", "a\x00.txt")


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs /proc")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_no_path_in_a_story_leads_out(jobs: str, command: Command, desk: Path, private: Path) -> None:
    """Nor does a pipe hold the run up. Each story that tries is one failure, and the others are compared."""
    stories: dict[str, str] = {}
    number = 0
    while number == len(stories):
        story = desk / f"s{number:02}"
        _write(story / "a.txt", HERALD)
        _write(story / "b.txt", HERALD)
        paths = list(_attacks(story, private))
        if number == len(paths):
            break
        _write(story / "story.toml", _story("a.txt", "b.txt", paths[number]))
        stories[f"desk/s{number:02}"] = paths[number]
        number += 1
    assert len(stories) > 40
    run = command("check", "desk", "-f", "json", "--jobs", jobs, env=ENV, stdin=SECRET)
    assert _quiet(run)
    assert run.returncode == 2
    found = {story["story"]: story for story in json.loads(run.stdout)["stories"]}
    assert any(finding["verdict"] == "contradiction" for finding in found["desk/good"]["findings"])
    for name, path in stories.items():
        failures = found[name]["failures"]
        assert len(failures) == 1, (path, failures)
        assert "\n" not in failures[0]["message"], path
        assert failures[0]["message"].lstrip("'").startswith(f"{name}/"), "the line names the file"


def test_a_link_is_told_in_one_line_and_the_rest_is_compared(command: Command, desk: Path, private: Path) -> None:
    """Whether what it leads to is there is not told."""
    (desk / "good" / "c.txt").symlink_to(private / "secret.txt")
    (desk / "good" / "d.md").symlink_to(private / "is-not-there.md")
    (desk / "good" / "e.txt").symlink_to("a.txt")  # one that stays inside
    (desk / "linked").symlink_to(private)
    run = command("check", "-f", "concise", env=ENV)
    lines = _quiet(run)
    assert run.returncode == 2
    assert [line.partition(";")[0] for line in lines] == [
        f"claimcheck: desk/good/{name}: leads out of the corpus" for name in ("c.txt", "d.md")
    ]
    assert "outside" in lines[0]
    assert "a and e: 12; b: 30" in run.stdout


@pytest.mark.parametrize("command_line", [("check",), ("test",), ("test", "--update"), ("baseline", "update"), (
    "check", "desk/**"), ("check", "desk/bad/[sr]*"), ("check", "desk/good", "desk/bad", "-f", "sarif"), (
    "check", "desk/bad/x.txt")], ids=" ".join)
def test_files_that_make_stories_are_no_way_out(
    command_line: tuple[str, ...], command: Command, desk: Path, private: Path
) -> None:
    """A story.toml, rows of JSON, packed or not, that are links; also where a pattern finds them."""
    (desk / "bad").mkdir()
    for name in ("x.txt", "y.txt"):
        _write(desk / "bad" / name, HERALD)
    (desk / "bad" / "story.toml").symlink_to(private / "story.toml")
    (desk / "bad" / "rows.jsonl").symlink_to(private / "rows.jsonl")
    (desk / "bad" / "rows.jsonl.gz").symlink_to(private / "secret.txt")
    run = command(*command_line, env=ENV)
    assert run.returncode == 2
    assert any("desk/bad/story.toml: leads out of the corpus" in line for line in _quiet(run))


def test_a_folder_of_the_configuration_that_has_become_a_link(command: Command, desk: Path, private: Path) -> None:
    """The configuration says `paths = ["desk/in"]`, and means the folder that stood there."""
    _write(desk.parent / "claimcheck.toml", 'paths = ["desk/in", "desk/good", "desk/in/*"]')
    (desk / "in").symlink_to(private)
    run = command("check", "-f", "concise", env=ENV)
    assert run.returncode == 2
    assert all(LEADS_OUT in line for line in _quiet(run))
    assert "12 against 30" in run.stdout


NAMES = ("claimcheck.baseline.json", "claimcheck.ignore.toml", "claimcheck.toml", "desk/good/story.toml")
WRITERS = {
    NAMES[0]: ("baseline", "update"), NAMES[1]: ("check",), NAMES[2]: ("init", "--force"),
    NAMES[3]: ("test", "--update", "desk/good/story.toml"),
}


@pytest.mark.parametrize("kind", ["file", "nothing yet", "pipe"])
@pytest.mark.parametrize("name", WRITERS)
def test_nothing_is_written_or_read_through_a_link(
    name: str, kind: str, command: Command, desk: Path, private: Path
) -> None:
    """The files that steer a run, a story.toml that the user names himself too."""
    place = desk.parent / name
    place.unlink(missing_ok=True)
    if kind == "pipe":
        os.mkfifo(place)
    else:
        place.symlink_to(private / ("story.toml" if kind == "file" else "new"))
    run = command(*WRITERS[name], env=ENV)
    (line,) = _quiet(run)
    assert run.returncode == 2
    assert Path(name).name in line
    assert not (private / "new").exists()
    if kind != "pipe":
        assert place.is_symlink()
        assert "leads out" in line or "No such file" in line


def test_ignore_files_of_git_that_are_links_or_pipes_are_none(command: Command, desk: Path, private: Path) -> None:
    """As for git; nothing waits for a pipe."""
    _write(private.parent / "patterns", "*.txt\n")
    (desk / ".git").mkdir()
    (desk / ".gitignore").symlink_to(private.parent / "patterns")
    os.mkfifo(desk / "good" / ".gitignore")
    assert "12 against 30" in command("check", "-f", "concise", env=ENV).stdout


def test_what_becomes_a_link_meanwhile_is_not_followed(tmp_path: Path, private: Path) -> None:
    """A folder and a file are exchanged for links and back while they are read."""
    inside = tmp_path / "in" / "folder"
    _write(inside / "secret.txt", HERALD)
    (tmp_path / "in" / "away").symlink_to(private)
    (inside / "link").symlink_to(private / "secret.txt")
    stop = threading.Event()

    def exchange() -> None:
        folder, away, spare = inside, inside.parent / "away", inside.parent / "spare"
        while not stop.is_set():
            for one, other in ((folder, spare), (away, folder), (folder, away), (spare, folder)):
                one.rename(other)
            os.replace(inside / "link", inside / "other.txt")
            os.replace(inside / "other.txt", inside / "link")

    thread = threading.Thread(target=exchange)
    thread.start()
    within, seen = reach([tmp_path / "in"]), set()
    try:
        for _ in range(3_000):
            for name in ("secret.txt", "other.txt"):
                try:
                    seen.add(read_inside(inside / name, "x", within).decode())
                except (OSError, InputError):
                    continue
    finally:
        stop.set()
        thread.join()
    assert seen <= {HERALD}


IDS = ["../../etc/passwd", "..", ".", "a/../../b", "..\\..\\b", "a/..", "x\n::error::y", "x\x1b[31m", "x\x7f",
       "x\u2028y", "x\x85y", "\ud800", "x\ty", "./a"]


@pytest.mark.parametrize("field", ["story", "id"])
def test_rows_have_plain_names(field: str, command: Command, desk: Path) -> None:
    """Reports make paths of them."""
    for number, name in enumerate(IDS):
        rows = [{"story": "s", "id": id, "text": HERALD} for id in "ab"]
        rows[1][field] = name
        _write(desk / f"r{number:02}.jsonl", "".join(f"{json.dumps(row)}\n" for row in rows))
    run = command("check", "-f", "sarif", env=ENV)
    assert run.returncode == 2
    notes = json.loads(run.stdout)["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    told = [note["message"]["text"] for note in notes if note["level"] == "error"]
    assert len(told) == len(IDS)
    assert all(f".jsonl:2: {field} " in line for line in told)
    _plain_uris(run.stdout)


@pytest.mark.parametrize("name", ["a b\nc", "%2e%2e", "x..", "x\\..\\y", "ü\x1b", "a#b?c", "file:", "http:x", "ä%0A"])
def test_names_of_files_are_no_references(name: str, command: Command, desk: Path) -> None:
    """Percent-encoded once, and read back they are the names."""
    (desk / "good").rename(desk / name)
    run = command("check", "-f", "sarif", env=ENV)
    assert run.returncode == 1
    assert {unquote(uri) for uri in _plain_uris(run.stdout)} == {f"desk/{name}/a.txt", f"desk/{name}/b.txt"}


def _plain_uris(sarif: str) -> set[str]:
    run = json.loads(sarif)["runs"][0]
    uris = {artifact["location"]["uri"] for artifact in run["artifacts"]}
    for uri in uris:
        assert not uri.startswith("/")
        assert ".." not in unquote(uri).split("/")
        assert uri.isascii()
        assert uri.isprintable()
        assert not set(uri) & set(' :\\"<>#?')
    return uris


def test_what_the_user_names_is_his_choice(command: Command, desk: Path, private: Path, tmp_path: Path) -> None:
    """Files elsewhere and links, to `compare` and to `check`; a report names them without ways up."""
    link = tmp_path / "link.txt"
    link.symlink_to(private / "secret.txt")
    out = os.path.relpath(private, tmp_path)
    run = command("compare", f"{out}/secret.txt", "desk/good/a.txt", "-f", "sarif", env=ENV)
    assert (run.returncode, run.stderr) == (1, "")
    assert ".." not in "".join(_plain_uris(run.stdout))
    assert "77" in command("compare", "link.txt", "desk/good/a.txt", "-f", "concise", env=ENV).stdout
    (desk / "good" / "c.txt").symlink_to(private / "secret.txt")
    assert "77" in command("check", "desk/good/c.txt", "-f", "concise", env=ENV).stdout
    (desk / "there").symlink_to(private)
    for folder in (str(private), out, "desk/there", f"{out}/rows.jsonl", f"{out}/a.txt"):
        run = command("check", folder, "-f", "json", env=ENV)
        assert (run.returncode, run.stderr.count("claimcheck: ")) == (0, 0), run.stderr
        assert MARK in run.stdout


def test_folders_that_the_configuration_lists_are_within_reach(
    command: Command, desk: Path, private: Path, tmp_path: Path
) -> None:
    """By `outside` for what stories name, by `paths` for what is checked; and what lies inside by any way to it."""
    _write(desk / "good" / "story.toml", _story("a.txt", f"{os.path.relpath(private, desk / 'good')}/secret.txt"))
    assert command("check", env=ENV).returncode == 2
    _write(tmp_path / "claimcheck.toml", f"outside = [{json.dumps(os.path.relpath(private, tmp_path))}]")
    run = command("check", "-f", "concise", env=ENV)
    assert (run.returncode, _told(run)) == (1, [])
    assert "77 against 12" in run.stdout
    _write(tmp_path / "claimcheck.toml", f"paths = [{json.dumps(str(private))}, 'desk']")
    assert "77 against 12" in command("check", "-f", "concise", env=ENV).stdout
    _write(tmp_path / "claimcheck.toml", "")
    _write(tmp_path / "wire" / "c.txt", LEDGER)
    (desk / "good" / "link.txt").symlink_to("../../wire/c.txt")
    _write(desk / "good" / "story.toml", _story("a.txt", "../../wire/c.txt", "../good/link.txt"))
    run = command("check", "-f", "sarif", env=ENV)
    assert (run.returncode, _told(run)) == (1, [])
    assert _plain_uris(run.stdout) == {"desk/good/a.txt", "wire/c.txt", "desk/good/link.txt"}


def _told(run: subprocess.CompletedProcess[str]) -> list[str]:
    return [line for line in run.stderr.splitlines() if line.startswith("claimcheck: ")]


def test_without_a_configuration_the_folder_that_is_named_is_the_corpus(command: Command, desk: Path) -> None:
    """Wherever the run started: the working folder may be the top of the disk."""
    (desk.parent / "claimcheck.toml").unlink()
    _write(desk.parent / "wire.txt", SECRET)
    _write(desk / "good" / "story.toml", _story("a.txt", "b.txt", "../../wire.txt"))
    for place in ("desk", "desk/good", "desk/good/a.txt", "desk/good/story.toml", "desk/*"):
        run = command("check", place, env=ENV)
        (line,) = _quiet(run)
        assert line.startswith(f"claimcheck: desk/good/story.toml:6:1: ../../wire.txt: {LEADS_OUT}")
        assert run.returncode == 2
