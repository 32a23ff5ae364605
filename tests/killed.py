"""python -m tests.killed ARTICLE OLD NEW -- COMMAND...: kill -9 at 20 moments of a command, in the working folder.

The command is run once; then OLD in the article becomes NEW, and it is run again 20 times and killed, at moments spread
over its calls that change files, before a call or behind it. After each kill every file in the folder is what it was
before that run or what a whole run makes of it; and the next run, with the cache that the killed one left, is right.

Runs are forks of this process, in which the parser is loaded. Moments are counted and not timed: a busy machine moves
none of them. Prints how many runs were killed before they had ended.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import tempfile
from pathlib import Path
from types import FrameType

MOMENTS = 20
CACHE = Path("cache")
# Functions of C by which files change.
CHANGING = frozenset({"open", "write", "writelines", "flush", "fsync", "close", "replace", "rename", "link", "unlink",
                      "remove", "mkdir", "makedirs", "truncate", "ftruncate"})


def main() -> None:
    article, old, new, _, *command = sys.argv[1:]
    os.environ["CLAIMCHECK_CACHE_DIR"] = str(CACHE)
    _load_all()
    _whole(command)
    Path(article).write_text(Path(article).read_text().replace(old, new))
    before = _files()
    shutil.rmtree(CACHE)
    steps = _counted(command)
    after = _files()
    assert before != after, "the command changes nothing"
    chance = random.Random(5)
    killed = 0
    for moment in range(MOMENTS):
        _restore(before)
        killed += _killed_at(int(steps * (moment + chance.random()) / MOMENTS), command)
        left = _files()
        assert before.keys() <= left.keys() <= after.keys(), f"moment {moment}: {sorted(left)}"
        damaged = [name for name, data in left.items() if data not in (before.get(name), after[name])]
        assert not damaged, f"moment {moment}: {damaged}"
        _whole(command)
        assert _files() == after, f"moment {moment}: the next run is not right"
    print(killed)


def _load_all() -> None:
    """What a run imports and loads, and no state of a run."""
    import claimcheck
    from claimcheck.cli import main

    assert main
    texts = (("a", "The fire killed 12 people in Arren on Monday."), ("b", "The fire killed 30 people in Arren."))
    claimcheck.compare_texts(dict(texts), settings=claimcheck.Settings(model="hashing", cache="off"))


def _counted(command: list[str]) -> int:
    """How many moments a whole run has."""
    with tempfile.TemporaryFile() as told:
        _whole(command, told=told.fileno())
        return os.fstat(told.fileno()).st_size


def _killed_at(moment: int, command: list[str]) -> bool:
    """True where the run had not ended by itself."""
    return os.WIFSIGNALED(os.waitpid(_start(command, moment), 0)[1])


def _whole(command: list[str], told: int = -1) -> None:
    status = os.waitstatus_to_exitcode(os.waitpid(_start(command, told=told), 0)[1])
    assert status in (0, 1), f"the run ended with {status}"


def _watch(last: int, told: int) -> None:
    """Kill this process at the moment `last`, counted from 0; write a byte to `told` at each."""
    moment = -1

    def step(_: FrameType, event: str, function: object) -> None:
        nonlocal moment
        if event not in ("c_call", "c_return") or getattr(function, "__name__", "") not in CHANGING:
            return
        if isinstance(getattr(function, "__self__", None), (str, bytes)):
            return  # "a".replace
        moment += 1
        if told >= 0:
            os.write(told, b".")
        if moment == last:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(step)


def _start(command: list[str], last: int = -1, told: int = -1) -> int:
    process = os.fork()
    if process:
        return process
    from claimcheck.cli.main import main as run

    if last >= 0 or told >= 0:
        _watch(last, told)
    try:
        sys.argv = ["claimcheck", *command]
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        run()
    except SystemExit as end:
        os._exit(int(end.code or 0))
    finally:
        os._exit(99)


def _files() -> dict[str, bytes]:
    """All that is the user's; what a killed run left beside a report has a name that starts with a dot."""
    paths = (p for p in Path().rglob("*") if p.is_file() and CACHE not in p.parents and not p.name.startswith("."))
    return {str(path): path.read_bytes() for path in paths}


def _restore(files: dict[str, bytes]) -> None:
    shutil.rmtree(CACHE)
    for name in _files().keys() - files.keys():
        Path(name).unlink()
    for name, data in files.items():
        Path(name).write_bytes(data)


if __name__ == "__main__":
    main()
