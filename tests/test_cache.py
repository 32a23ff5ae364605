"""What is kept between runs, and everything that may happen to it there."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.cache.store import ENVIRONMENT, Cache, cache_folder, content_key, open_cache

KEY = content_key("test", "1")
OTHER = content_key("test", "2")


def entries(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.is_file() and p.name not in ("CACHEDIR.TAG", ".gitignore", "key"))


@pytest.mark.parametrize("data", [b"", b"\x00", b"text", bytes(1 << 20)], ids=["none", "zero", "text", "megabyte"])
def test_what_is_put_is_got(tmp_path: Path, data: bytes) -> None:
    Cache(tmp_path).put("kind", KEY, data)
    assert Cache(tmp_path).get("kind", KEY) == data
    assert Cache(tmp_path).get("kind", OTHER) is None
    assert Cache(tmp_path).get("other", KEY) is None


def test_without_a_folder_nothing_is_kept() -> None:
    cache = Cache(None)
    cache.put("kind", KEY, b"data")
    assert cache.get("kind", KEY) is None
    assert cache.info().entries == cache.clean().entries == 0
    assert cache.note == ""


def test_nothing_is_written_before_the_first_put(tmp_path: Path) -> None:
    cache = open_cache(tmp_path / "new")
    assert cache.get("kind", KEY) is None
    cache.info()
    cache.clean()
    assert not (tmp_path / "new").exists()


@given(data=st.data())
def test_a_damaged_entry_is_no_entry(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """Any byte changed, cut off or added: the entry is not found, and the next put mends it."""
    cache = Cache(tmp_path_factory.mktemp("cache"))
    cache.put("kind", KEY, b"0123456789")
    (path,) = entries(cache.folder or Path())
    whole = path.read_bytes()
    damaged = data.draw(
        st.binary(max_size=80)
        | st.integers(0, len(whole) - 1).map(lambda n: whole[:n])
        | st.integers(0, len(whole) - 1).map(lambda n: whole[:n] + bytes([whole[n] ^ 1]) + whole[n + 1 :])
        | st.binary(min_size=1, max_size=9).map(lambda tail: whole + tail)
    )
    path.write_bytes(damaged)
    assert cache.get("kind", KEY) is None
    cache.put("kind", KEY, b"new")
    assert cache.get("kind", KEY) == b"new"


def test_an_entry_moved_to_another_name_is_no_entry(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("kind", KEY, b"data")
    cache.put("kind", OTHER, b"other")
    one, two = entries(tmp_path)
    one.write_bytes(two.read_bytes())
    assert sorted(filter(None, (cache.get("kind", KEY), cache.get("kind", OTHER)))) in ([b"data"], [b"other"])


def test_a_folder_in_the_place_of_an_entry_is_no_entry(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("kind", KEY, b"data")
    (path,) = entries(tmp_path)
    path.unlink()
    path.mkdir()
    assert cache.get("kind", KEY) is None
    cache.put("kind", KEY, b"data")
    assert "nothing is kept" in cache.note


def test_a_folder_that_cannot_be_made_is_no_cache(tmp_path: Path) -> None:
    """One note, no exception, and no further attempt."""
    (tmp_path / "file").write_text("mine")
    cache = Cache(tmp_path / "file" / "cache")
    for _ in range(3):
        cache.put("kind", KEY, b"data")
    assert cache.get("kind", KEY) is None
    assert "nothing is kept in the cache folder" in cache.note
    assert "\n" not in cache.note
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_no_cache(tmp_path: Path) -> None:
    """Run with a limit on the size of files, which fails as a full disk does: inside the write."""
    code = (
        "import resource, signal; from pathlib import Path; from claimcheck.cache.store import Cache, content_key\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        f"c = Cache(Path({str(tmp_path)!r})); c.put('kind', content_key('k'), bytes(10_000))\n"
        "print(c.get('kind', content_key('k')), c.note)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=300)
    assert ran.stdout.startswith("None nothing is kept in the cache folder")
    assert entries(tmp_path) == []


def test_info_counts_by_kind(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("vectors", KEY, b"12345")
    cache.put("vectors", OTHER, b"12345")
    cache.put("parses", KEY, b"1")
    assert [(kind, count) for kind, count, _ in cache.info().kinds] == [("parses", 1), ("vectors", 2)]
    assert cache.info().bytes == sum(p.stat().st_size for p in entries(tmp_path))


def test_clean_takes_what_is_ours_and_leaves_the_rest(tmp_path: Path) -> None:
    """A folder that holds other things loses none of them, however near they lie."""
    cache = Cache(tmp_path)
    cache.put("vectors", KEY, b"1")
    cache.put("parses", KEY, b"1")
    shard = entries(tmp_path)[0].parent
    (shard / ".part-left-by-a-killed-run").write_bytes(b"half")
    mine = [tmp_path / "notes.txt", tmp_path / "v1" / "notes.txt", shard / "notes.txt", shard.parent / "notes.txt"]
    for path in mine:
        path.write_text("mine")
    assert cache.clean("vectors").kinds[0][:2] == ("vectors", 1)
    assert cache.get("parses", KEY) == b"1"
    assert cache.clean().entries == 1
    assert entries(tmp_path) == sorted(mine)


@pytest.mark.parametrize(("kind", "key"), [("../up", KEY), ("Kind", KEY), ("kind", "../" + KEY), ("kind", "abc")])
def test_kind_and_key_cannot_leave_the_folder(tmp_path: Path, kind: str, key: str) -> None:
    with pytest.raises(ValueError, match="not a kind and key"):
        Cache(tmp_path).get(kind, key)


def test_the_folder_is_the_argument_then_the_environment_then_the_platform(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "env"))
    assert cache_folder(tmp_path / "given") == tmp_path / "given"
    assert cache_folder() == tmp_path / "env"
    monkeypatch.setenv(ENVIRONMENT, "")
    folder = cache_folder()
    assert folder is not None
    assert folder.name == "claimcheck"


@given(st.lists(st.text() | st.binary(), max_size=4), st.lists(st.text() | st.binary(), max_size=4))
def test_different_parts_have_different_keys(one: list[str | bytes], two: list[str | bytes]) -> None:
    """Also where the parts joined would be the same."""
    assert (content_key(*one) == content_key(*two)) == (one == two)


def test_half_a_surrogate_pair_has_a_key() -> None:
    assert len(content_key("\ud800")) == 64


WRITER = """
import sys; from pathlib import Path; from claimcheck.cache.store import Cache, content_key
cache = Cache(Path(sys.argv[1])); print("ready", flush=True)
for turn in range(1_000_000):
    n = turn % 20
    cache.put("kind", content_key(str(n)), str(n).encode() * 20_000)
    found = cache.get("kind", content_key(str(n)))
    assert found == str(n).encode() * 20_000, n
"""


def test_writers_killed_at_any_moment_leave_whole_entries_or_none(tmp_path: Path) -> None:
    """Two processes write the same keys and are killed; what is there then is right, and leftovers can be cleaned."""
    moments = random.Random(7)
    for _ in range(4):
        writers = [
            subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE) for _ in range(2)
        ]
        for writer in writers:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"ready\n"
        time.sleep(moments.uniform(0.02, 0.2))
        for writer in writers:
            assert writer.poll() is None, "a writer failed"
            writer.kill()
            writer.communicate()
        for n in range(20):
            assert Cache(tmp_path).get("kind", content_key(str(n))) in (None, str(n).encode() * 20_000)
    Cache(tmp_path).clean()
    assert entries(tmp_path) == []
    assert os.listdir(tmp_path) == ["v1"]
