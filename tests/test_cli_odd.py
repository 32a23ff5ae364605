"""What a user, a shell or a disk can get wrong: one line that names the place and the mend, the right status, no
traceback."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import ROOT, UNPRIVILEGED, Command, needs_modes

pytestmark = pytest.mark.slow

HERALD = "Flood\n\n5 March 2024\n\nThe flood in Arren killed 12 people on Monday, police said.\n"
LEDGER = HERALD.replace("12", "30")
ENV = {"CLAIMCHECK_MODEL": "hashing"}
CHECK = ("check", "-f", "concise")


@pytest.fixture(autouse=True)
def desk(tmp_path: Path) -> Path:
    """A story that contradicts itself, in the working folder."""
    desk = tmp_path / "desk"
    desk.mkdir()
    (desk / "a.txt").write_text(HERALD)
    (desk / "b.txt").write_text(LEDGER)
    return desk


def _told(run: subprocess.CompletedProcess[str]) -> list[str]:
    """The lines that complain."""
    assert "Traceback" not in run.stderr
    assert "internal error" not in run.stderr
    return [line for line in run.stderr.splitlines() if line.startswith("claimcheck: ")]


ROWS = json.dumps({"story": "s", "id": "a", "text": HERALD}) + "\n"
FILES = {
    "noise.txt": (b"\0\1\2\3", "noise.txt: byte 0: this is binary data, not text; export the article as plain text"),
    "cut.jsonl.gz": (gzip.compress(ROWS.encode())[:40], "cut.jsonl.gz: cannot be read (Compressed file ended"),
    "none.jsonl.gz": (b"garbage", "none.jsonl.gz: cannot be read (Not a gzipped file"),
    "bad.jsonl.gz": (gzip.compress(f"{ROWS}junk\n".encode()), "bad.jsonl.gz:2: not JSON"),
    "story.toml": (b"title = \n", "story.toml:1:9: not TOML"),
}


@pytest.mark.parametrize("name", FILES)
def test_story_that_cannot_be_read_is_told_beside_the_report(name: str, command: Command, desk: Path) -> None:
    """Whatever the format, the line on the standard error says why the status is 2."""
    data, told = FILES[name]
    (desk / name).write_bytes(data)
    for format_ in ("concise", "sarif"):
        run = command("check", "-f", format_, env=ENV)
        (line,) = _told(run)
        assert line.startswith(f"claimcheck: desk/{told}")
        assert run.returncode == 2


def test_one_article_is_no_story(command: Command, desk: Path) -> None:
    """Nor is an empty file of rows, or an empty folder."""
    (desk / "b.txt").unlink()
    (desk / "rows.jsonl").write_bytes(b"")
    run = command(*CHECK, env=ENV)
    assert run.returncode == 2
    assert _told(run)[0].startswith("claimcheck: no story found; a story is")
    assert "checked" not in run.stdout + run.stderr
    assert "alone in its folder, and so in no story: desk/a.txt" in run.stderr
    assert command(*CHECK, "--allow-empty", env=ENV).returncode == 0


def test_stories_that_say_nothing_are_not_clean(command: Command, desk: Path) -> None:
    """With the mend."""
    (desk / "a.txt").write_text("The river is wide.\n")
    run = command(*CHECK, env=ENV)
    assert (run.returncode, _told(run)) == (2, ["claimcheck: nothing could be compared in any story; give accounts of "
                                                "one story, or allow it with --allow-empty"])


def test_links_that_lead_nowhere_or_in_circles(command: Command, desk: Path) -> None:
    """A link among the articles that leads nowhere is one that is missing; circles of folders are not followed."""
    (desk / "round").symlink_to(desk)
    run = command(*CHECK, env=ENV)
    assert (run.returncode, _told(run)) == (1, [])
    (desk / "c.txt").symlink_to("gone.txt")
    (desk / "d.txt").symlink_to("d.txt")
    run = command(*CHECK, env=ENV)
    assert run.returncode == 2
    nowhere = "claimcheck: desk/c.txt: a link that leads nowhere; mend or remove it"
    circle = "claimcheck: desk/d.txt: a link that leads in a circle; mend or remove it"
    assert _told(run) == [nowhere, circle]
    assert "12 against 30" in run.stdout, "the others are compared"
    (desk.parent / "l").symlink_to("l")
    (desk.parent / "n").symlink_to("gone")
    run = command(*CHECK, "l", "n", "desk/d.txt", env=ENV)
    assert _told(run) == [nowhere, circle, circle.replace("desk/d.txt", "l"), nowhere.replace("desk/c.txt", "n")]
    assert "alone" not in run.stderr


@pytest.mark.parametrize("name", [b"a b\nc", b"nu\xff", b"\x1b[31mred", "ümläut".encode(), b"-x", b"%0A::error::"])
@pytest.mark.parametrize("format_", ["concise", "github", "json", "junit"])
def test_any_name_is_served(name: bytes, format_: str, command: Command, desk: Path) -> None:
    """New lines, bytes that are no UTF-8, and what steers a terminal or a CI."""
    folder = desk.rename(desk.parent / os.fsdecode(name))
    run = command("check", "-f", format_, env=ENV)
    assert (run.returncode, _told(run)) == (1, [])
    assert "\x1b" not in run.stdout
    if format_ in ("concise", "github"):
        assert run.stdout.count("\n") == 1
    (line,) = _told(command("compare", "gone\n\x1b[31m.txt", str(folder / "a.txt"), env=ENV))
    assert "\x1b" not in line


def test_one_file_twice_is_one_story(command: Command) -> None:
    """However it is named."""
    run = command(*CHECK, "desk", "./desk", "desk/a.txt", "desk/../desk/b.txt", env=ENV)
    assert run.stdout.count("\n") == 1


def test_line_without_end(command: Command, desk: Path) -> None:
    """A megabyte without a space is over a limit; where that is raised it is read, and is nobody's claim."""
    (desk / "c.txt").write_text("x" * 1_000_000)
    run = command(*CHECK, env=ENV)
    assert (run.returncode, len(_told(run))) == (2, 1)
    assert "desk/c.txt: more than 200,000 characters" in run.stderr
    (desk.parent / "claimcheck.toml").write_text("[limits]\ncharacters = 1000000\n", encoding="utf-8")
    run = command(*CHECK, env=ENV)
    assert (run.returncode, _told(run)) == (1, [])


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(["check", ""], "claimcheck: '': no such file or folder"), (["compare", "", "a"], "claimcheck: '': an empty name"),
     (["check", "-o", ""], "claimcheck: --output: '' names no file"),
     (["check", "-o", "sarif:"], "claimcheck: --output: 'sarif:' names no file; write sarif:FILE")],
    ids=["path", "file", "output", "format"],
)
def test_empty_name_is_told(command: Command, arguments: list[str], told: str) -> None:
    """It comes from a variable that is not set."""
    run = command(*arguments, env=ENV)
    assert run.returncode == 2
    assert _told(run)[0].startswith(told)


def _shell(folder: Path, script: str, prefix: str = "") -> subprocess.CompletedProcess[str]:
    """`claimcheck` in a script of bash; where root runs the tests, `prefix` can take its rights away."""
    (folder / "claimcheck").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m claimcheck "$@"\n')
    (folder / "claimcheck").chmod(0o755)
    env = os.environ | ENV | {"PYTHONPATH": str(ROOT), "CLAIMCHECK_CACHE_DIR": str(folder / "cache")}
    env.pop("PYTHONUNBUFFERED", None)  # a full disk is told with a buffer and without
    return subprocess.run(["bash", "-c", script.replace("claimcheck", f"{prefix}./claimcheck")], cwd=folder, env=env,
                          capture_output=True, text=True, timeout=300, check=False)


@pytest.mark.parametrize(
    ("script", "status", "told"),
    [
        ("claimcheck check - <&-", 2, "-: the standard input is closed"),
        ("claimcheck compare - desk/a.txt <&-", 2, "-: the standard input is closed"),
        ("claimcheck check >&-", 1, ""),
        ("claimcheck check --help >&-", 0, ""),
        ("claimcheck check gone 2>&-", 2, ""),
        ("claimcheck check gone >&- 2>&-", 2, ""),
        ("claimcheck check gone 2>/dev/full", 2, ""),
        ("PYTHONUNBUFFERED=1 claimcheck check gone 2>/dev/full", 2, ""),
        ("claimcheck check -f json 2>/dev/full", 1, ""),
        ("claimcheck check >/dev/full 2>&1", 2, ""),
        ("claimcheck check gone -x 2>/dev/full", 2, ""),
        ("set -o pipefail; claimcheck check gone 2>&1 >/dev/null | true", 2, ""),
        ("set -o pipefail; claimcheck check -f json 2>&1 >/dev/null | true", 1, ""),
        ("claimcheck check >/dev/full", 2, "the standard output cannot be written (No space left on device)"),
        ("claimcheck --help >/dev/full", 2, "the standard output cannot be written (No space left on device)"),
        ("claimcheck check -o sarif:/dev/full", 2, "--output: /dev/full: cannot be written (No space left on device)"),
        # A disk that is full in the middle of a write; without a buffer Python says nothing of that.
        ("ulimit -f 1; claimcheck check -f json >r", 2, "the standard output cannot be written (File too large)"),
        ("ulimit -f 1; PYTHONUNBUFFERED=1 claimcheck check -f json >r", 2, "the standard output cannot be written"),
        ("ulimit -f 1; claimcheck check -o sarif:r", 2, "--output: r: cannot be written (File too large)"),
        ("ulimit -f 0; claimcheck baseline update", 2, "claimcheck.baseline.json: cannot be written (File too large)"),
        ("set -o pipefail; claimcheck check | true", 141, ""),
        ("mkdir x; me=$PWD/claimcheck; cd x; rmdir ../x; exec $me check", 2, "the working folder is gone"),
    ],
)
def test_streams_and_folders_that_are_gone(tmp_path: Path, script: str, status: int, told: str) -> None:
    """The status is what it would be; what cannot be said is not said."""
    script = script.replace("ulimit", "export CLAIMCHECK_CACHE_DIR=off; ulimit")  # what it says is for another test
    run = _shell(tmp_path, script.replace("$PWD/claimcheck", "$PWD/claim*").replace("me=$PWD", f"me={tmp_path}"))
    assert run.returncode == status, run.stderr
    assert [line for line in _told(run) if told not in line or not told] == []
    assert told in run.stderr


@pytest.mark.parametrize(("folder", "why"), [("cc", "Too many levels of symbolic links"), ("x" * 300, "File name too"),
                                             ("cc/deep", "Too many levels of symbolic links")])
def test_a_cache_folder_that_cannot_be_is_told_once(folder: str, why: str, command: Command, tmp_path: Path) -> None:
    """A link in a circle, a name too long: the run goes on, and only `claimcheck cache` refuses."""
    (tmp_path / "cc").symlink_to("cc")
    env = ENV | {"CLAIMCHECK_CACHE_DIR": folder}
    for arguments in (CHECK, ("compare", "desk/a.txt", "desk/b.txt")):
        run = command(*arguments, env=env)
        (line,) = _told(run)
        assert f"{folder}: cannot be used ({why}" in line
        assert "so that nothing is kept between runs; say --no-cache" in line
        assert run.returncode == 1
    run = command("cache", "info", env=env)
    assert (run.returncode, len(_told(run))) == (2, 1)


@pytest.mark.parametrize("arguments", ["check -f concise", "check -f concise --jobs 2", "compare desk/a.txt desk/b.txt",
                                       "test --allow-empty", "explain desk/a.txt:5 desk/b.txt:5"])
def test_a_full_disk_of_the_cache_is_told_once(arguments: str, tmp_path: Path, desk: Path) -> None:
    """As a folder that cannot be written is: the run goes on, and says why the next one will be as slow."""
    shutil.copytree(desk, tmp_path / "more")
    labels = '[[expect]]\nverdict = "contradiction"\na = { document = "a.txt", quote = "12 people" }\n' \
             'b = { document = "b.txt", quote = "30 people" }\n'
    (desk / "story.toml").write_text(labels, encoding="utf-8")
    run = _shell(tmp_path, f"ulimit -f 1; claimcheck {arguments}")
    (line,) = _told(run)
    assert line == (f"claimcheck: nothing is kept in the cache folder {tmp_path / 'cache'}: File too large; say "
                    "--no-cache, or name a folder of your own in CLAIMCHECK_CACHE_DIR")
    assert run.returncode == (0 if arguments.startswith(("test", "explain")) else 1)


@needs_modes
def test_a_home_that_may_not_be_entered_keeps_nothing(tmp_path: Path) -> None:
    """As that of another user in a container."""
    script = "mkdir home; chmod 0 home; unset CLAIMCHECK_CACHE_DIR XDG_CACHE_HOME; export HOME=$PWD/home; "
    run = _shell(tmp_path, f"{script} claimcheck check -f concise desk; s=$?; chmod 700 home; exit $s",
                 " ".join((*UNPRIVILEGED, "")))
    (line,) = _told(run)
    assert "home/.cache/claimcheck: cannot be used (Permission denied), so that nothing is kept between runs" in line
    assert (run.returncode, run.stdout.count("\n")) == (1, 1)


@needs_modes
@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("chmod 0 desk/b.txt; claimcheck check", "desk/b.txt: not allowed to read it; change its permissions"),
        ("chmod 0 desk/b.txt; claimcheck compare desk/*", "desk/b.txt: not allowed to read it; change its permissions"),
        ("chmod 0 desk; claimcheck check", "desk: cannot be listed (Permission denied); change its permissions"),
        ("chmod 0 desk; claimcheck check desk", "desk: cannot be listed (Permission denied); change its permissions"),
        ("chmod 0 desk; claimcheck compare desk/a.txt desk/b.txt", "desk/a.txt: not allowed to read it"),
        ("chmod 555 desk; claimcheck check -o desk/r", "--output: desk/r: cannot be written (Permission denied)"),
        ("chmod 555 desk; claimcheck baseline update --baseline desk/b", "desk/b: cannot be written (Permission"),
        ("chmod 555 desk; cd desk; ../claimcheck init", "claimcheck.toml: cannot be written (Permission denied)"),
        ("echo > x.toml; chmod 0 x.toml; claimcheck check --config x.toml", "x.toml: cannot be read (Permission"),
    ],
)
def test_what_is_not_allowed_is_told(tmp_path: Path, script: str, told: str) -> None:
    """With the file and the mend."""
    before = " ".join((*UNPRIVILEGED, ""))
    run = _shell(tmp_path, script.replace("../claimcheck", f"{before}../claim*"), before)
    (tmp_path / "desk").chmod(0o755)
    assert run.returncode == 2
    assert told in _told(run)[0]


# Python imports a module of this name before all else, here for a sign of how far the run is.
SIGN = """
import os, sys
def sign(event, arguments):
    if event == "import" and arguments[0] == {module!r}:
        os.close(os.open({path!r}, os.O_CREAT))
sys.addaudithook(sign)
"""


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("module", ["spacy", "claimcheck.rules.count_update"], ids=["imports", "work"])
def test_interrupt_is_quiet_at_any_time(desk: Path, jobs: str, module: str) -> None:
    """While packages are still imported and when stories are compared, and with several processes."""
    for number in range(300):
        shutil.copytree(desk, desk.parent / f"more{number}")
    path = desk.parent / "sign"
    (desk.parent / "before").mkdir()
    (desk.parent / "before" / "sitecustomize.py").write_text(SIGN.format(module=module, path=str(path)))
    process = subprocess.Popen(
        [sys.executable, "-m", "claimcheck", "check", "--no-cache", "--jobs", jobs], cwd=desk.parent,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True,
        env=os.environ | ENV | {"PYTHONPATH": f"{desk.parent / 'before'}{os.pathsep}{ROOT}"},
    )
    while not path.exists():
        assert process.poll() is None
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, error = process.communicate(timeout=300)
    assert error == ""
    assert process.returncode == 130


LOST_IN_AN_IMPORT = """
import os, signal, weakref
from claimcheck.process import end_if_interrupted, take_over
take_over()
end_if_interrupted()
class Gone: pass
def interrupted(_=None): os.kill(os.getpid(), signal.SIGINT)
try:
    {lost}
except:
    pass
try:
    end_if_interrupted()
except KeyboardInterrupt:
    print("ended")
"""


@pytest.mark.parametrize("lost", ["interrupted()", "gone = Gone(); kept = weakref.ref(gone, interrupted); del gone"])
def test_an_interrupt_that_a_library_has_lost_is_raised_again(lost: str) -> None:
    """By a bare `except`, or in a callback that can raise nothing; and nothing is said of it."""
    code = LOST_IN_AN_IMPORT.format(lost=lost)
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=300, check=False)
    assert (run.stdout, run.stderr) == ("ended\n", "")
