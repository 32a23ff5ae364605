"""What somebody else put into the cache is not taken for ours."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Command

from claimcheck.cache.store import Cache, content_key
from claimcheck.cache.trust import KEY, make_key, mistrust, read_key

pytestmark = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="owners and modes")
AS_ROOT = pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="gives files to another user")

OTHER_USER = 65_533
HERALD = "Flood\n\n5 March 2024\n\nThe flood in Arren killed 12 people on Monday, police said.\n"
NAME = content_key("test", "1")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A folder with one entry."""
    Cache(tmp_path / "cache").put("report", NAME, b"ours")
    return tmp_path / "cache"


def _entries(cache: Path) -> list[Path]:
    return sorted(path for path in cache.rglob("*") if len(path.name) == 62)


def _got(cache: Path) -> bytes | None:
    return Cache(cache).get("report", NAME)


def test_all_that_is_made_is_for_this_user_only(tmp_path: Path) -> None:
    """Whatever the umask says, and what is missing above the folder too."""
    before = os.umask(0)
    try:
        Cache(tmp_path / "a" / "b").put("report", NAME, b"ours")
    finally:
        os.umask(before)
    made = list((tmp_path / "a").rglob("*"))
    assert len(made) > 6
    assert not [path for path in (tmp_path / "a", *made) if path.stat().st_mode & 0o077]


def _open_to_all(cache: Path) -> None:
    cache.chmod(0o777)


def _open_to_group(cache: Path) -> None:
    os.chown(cache, -1, 12_345)  # in which others may be, for all we know
    cache.chmod(0o770)


def _sticky(cache: Path) -> None:
    cache.chmod(0o1777)


def _open_inside(cache: Path) -> None:
    (cache / "v1").chmod(0o757)


def _open_above(cache: Path) -> None:
    cache.parent.chmod(0o777)


def _open_by_link(cache: Path) -> None:
    """The link lies where others may replace it; what it leads to is fine."""
    real = cache.rename(cache.parent / "real")
    (cache.parent / "open").mkdir()
    (cache.parent / "open" / "link").symlink_to(real)
    cache.symlink_to("open")
    (cache.parent / "open").chmod(0o777)


def _of_another(cache: Path) -> None:
    os.chown(cache, OTHER_USER, -1)


def _inside_of_another(cache: Path) -> None:
    os.chown(cache / "v1", OTHER_USER, -1)


def _home_of_another(cache: Path) -> None:
    os.chown(cache.parent, OTHER_USER, -1)


def _link_of_another(cache: Path) -> None:
    cache.symlink_to(cache.rename(cache.parent / "real"))
    os.chown(cache, OTHER_USER, -1, follow_symlinks=False)


AS_ANYBODY = [_open_to_all, _sticky, _open_inside, _open_above, _open_by_link]
OPENED = [*AS_ANYBODY, *(pytest.param(change, marks=AS_ROOT) for change in (
    _open_to_group, _of_another, _inside_of_another, _home_of_another, _link_of_another))]


@pytest.mark.parametrize("change", OPENED)
def test_a_folder_that_others_may_write_to_is_not_used(change: Callable[[Path], None], cache: Path) -> None:
    """Nothing is read from it, nothing written to it, and one line says why and how to go on."""
    change(cache)
    place = cache / "link" if change is _open_by_link else cache
    before = sorted(path for path in place.rglob("*") if path.is_file())
    used = Cache(place)
    assert used.get("report", NAME) is None
    used.put("report", content_key("test", "2"), b"new")
    assert used.get("report", content_key("test", "2")) is None
    assert used.note == used.unusable()
    assert "\n" not in used.note
    assert "is not trusted; say --no-cache, or name a folder of your own in CLAIMCHECK_CACHE_DIR" in used.note
    assert sorted(path for path in place.rglob("*") if path.is_file()) == before


@pytest.mark.parametrize("name", ["new", "new/deep", "."])
def test_nothing_is_made_where_others_may_write(name: str, tmp_path: Path) -> None:
    """Another could take the new folder away and put his own there."""
    (tmp_path / "open").mkdir()
    (tmp_path / "open").chmod(0o777)
    Cache(tmp_path / "open" / name).put("report", NAME, b"ours")
    assert list((tmp_path / "open").iterdir()) == []
    (tmp_path / "open").chmod(0o1777)  # as /tmp: what is ours there stays ours
    Cache(tmp_path / "open" / name).put("report", NAME, b"ours")
    assert (_got(tmp_path / "open" / name) == b"ours") == (name != ".")


@AS_ROOT
def test_a_group_of_ones_own_is_nobody_else(tmp_path: Path) -> None:
    """With a umask of 002, folders are writable for a group that is named as the user and has him only."""
    import grp
    import pwd

    tmp_path.chmod(0o775)
    account = pwd.getpwuid(0)
    alone = grp.getgrgid(account.pw_gid).gr_name == account.pw_name and not grp.getgrgid(account.pw_gid).gr_mem
    assert (mistrust(tmp_path / "cache" / "v1") == "") == alone
    os.chown(tmp_path, -1, 54_321)
    assert mistrust(tmp_path / "cache" / "v1") != ""


def _forged(data: bytes, magic: bytes, digest: bytes) -> bytes:
    return magic + digest + data


MAGICS = (b"claimcheck cache 1\n", b"claimcheck cache 2\n")


@pytest.mark.parametrize("magic", MAGICS)
@pytest.mark.parametrize("digest", ["sha256", "blake2b", "empty key", "zero key", "nothing"])
def test_an_entry_that_was_made_up_is_none(magic: bytes, digest: str, cache: Path) -> None:
    """Who does not know the key cannot make one, though all else is known; the next run mends it."""
    said = f"report\x1f{NAME}\x1f".encode() + b"forged"
    tag = {
        "sha256": hashlib.sha256(said).digest(), "blake2b": hashlib.blake2b(said, digest_size=32).digest(),
        "empty key": hashlib.blake2b(said, key=b"", digest_size=32).digest(),
        "zero key": hashlib.blake2b(said, key=bytes(32), digest_size=32).digest(), "nothing": b"",
    }[digest]
    (entry,) = _entries(cache)
    entry.write_bytes(_forged(b"forged", magic, tag))
    assert _got(cache) is None
    Cache(cache).put("report", NAME, b"ours")
    assert _got(cache) == b"ours"


def test_an_entry_of_another_cache_is_none(cache: Path, tmp_path: Path) -> None:
    """Of somebody else's, who has the same articles; nor one of another kind."""
    Cache(tmp_path / "his").put("report", NAME, b"his")
    Cache(cache).put("vectors", NAME, b"vectors")
    report, vectors = _entries(cache)
    (his,) = _entries(tmp_path / "his")
    for other in (his, vectors):
        shutil.copyfile(other, report)
        assert _got(cache) is None


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o666, 0o620, 0o604])
def test_a_key_that_others_know_is_replaced(mode: int, cache: Path) -> None:
    """And with it goes what it vouched for."""
    before = (cache / "v1" / KEY).read_bytes()
    (cache / "v1" / KEY).chmod(mode)
    assert _got(cache) is None
    Cache(cache).put("report", NAME, b"new")
    assert _got(cache) == b"new"
    key = cache / "v1" / KEY
    assert key.read_bytes() != before
    assert stat.S_IMODE(key.stat().st_mode) == 0o600


def _link(key: Path) -> None:
    key.symlink_to(key.rename(key.parent / "elsewhere"))


def _pipe(key: Path) -> None:
    key.unlink()
    os.mkfifo(key, 0o600)


def _short(key: Path) -> None:
    key.write_bytes(b"12345")


def _long(key: Path) -> None:
    key.write_bytes(bytes(64))


def _of_his(key: Path) -> None:
    os.chown(key, OTHER_USER, -1)


@pytest.mark.parametrize("change", [_link, _pipe, _short, _long, Path.unlink, pytest.param(_of_his, marks=AS_ROOT)])
def test_a_key_that_is_none_is_replaced(change: Callable[[Path], None], cache: Path) -> None:
    """A run that was killed, a disk, or somebody else left it; nothing waits for it."""
    change(cache / "v1" / KEY)
    assert _got(cache) is None
    Cache(cache).put("report", NAME, b"new")
    assert _got(cache) == b"new"


def test_a_folder_in_the_place_of_the_key_is_no_cache(cache: Path) -> None:
    """One note, as for whatever cannot be written."""
    (cache / "v1" / KEY).unlink()
    (cache / "v1" / KEY).mkdir()
    used = Cache(cache)
    used.put("report", content_key("test", "2"), b"new")
    assert used.get("report", NAME) is None
    assert "nothing is kept" in used.note


def test_of_processes_that_start_together_one_makes_the_key(tmp_path: Path) -> None:
    """All of them use it, none finds half of it."""
    code = "import sys; from pathlib import Path; from claimcheck.cache.trust import make_key\n" \
           "sys.stdin.read(); print(make_key(Path(sys.argv[1])).hex())"
    processes = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        for _ in range(6)
    ]
    for process in processes:
        assert process.stdin is not None
        process.stdin.close()
        process.stdin = None
    keys = {process.communicate(timeout=60)[0].strip() for process in processes}
    assert keys == {(read_key(tmp_path) or b"").hex().encode()}
    assert make_key(tmp_path) == read_key(tmp_path)
    assert os.listdir(tmp_path) == [KEY]


def test_a_run_says_it_once_and_goes_on(command: Command, tmp_path: Path) -> None:
    """With the same report and status, in several processes too; only `cache info` and `cache clean` refuse."""
    for name, number in (("a", "12"), ("b", "30")):
        for story in ("one", "two"):
            (tmp_path / story).mkdir(exist_ok=True)
            (tmp_path / story / f"{name}.txt").write_text(HERALD.replace("12", number), encoding="utf-8")
    env = {"CLAIMCHECK_MODEL": "hashing", "CLAIMCHECK_CACHE_DIR": str(tmp_path / "cache")}
    run = ("check", "one", "two", "-f", "json", "--jobs", "2")
    right = command(*run, env=env)
    assert right.returncode == 1
    reports = list((tmp_path / "cache" / "v1" / "report").rglob("*/*"))
    assert len(reports) == 2
    first, second = (path.read_bytes() for path in reports)
    reports[0].write_bytes(second)
    reports[1].write_bytes(first)
    assert command(*run, env=env).stdout == right.stdout, "entries that were exchanged are not taken"
    (tmp_path / "cache").chmod(0o777)
    for line in (run, ("compare", "one/a.txt", "one/b.txt"), ("explain", "one/a.txt:5", "one/b.txt:5"), ("test",),
                 (*run, "--no-cache")):
        told = command(*line, env=env)
        lines = [each for each in told.stderr.splitlines() if "other users may write to it" in each]
        assert len(lines) == ("--no-cache" not in line), told.stderr
        if line[0] == "check":
            assert (told.stdout, told.returncode) == (right.stdout, 1)
    for what in ("info", "clean"):
        told = command("cache", what, env=env)
        assert (told.returncode, told.stdout) == (2, "")
        assert told.stderr.startswith(f"claimcheck: {tmp_path / 'cache'}: other users may write to it")
