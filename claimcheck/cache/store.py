"""What is costly, kept in a folder by content hash.

One file an entry, written beside its place and moved there in one step, so that several processes and a kill at any
moment leave whole entries or none. Every entry is authenticated, with its kind and key, by a secret of this user's: a
damaged, foreign or misplaced file is no entry. A folder that others may write to is no cache, nor is one that cannot be
written; that is said once in `note`, and never an error.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claimcheck.cache.trust import MEND, TEMPORARY, make_key, mistrust, read_key

ENVIRONMENT = "CLAIMCHECK_CACHE_DIR"
MAGIC = b"claimcheck cache 2\n"
LAYOUT = "v1"  # raised when the layout changes; entries of another layout are not looked at
TAG_BYTES = 32
TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by claimcheck; may be deleted at any time.\n"

_NOTHING_KEPT = f"nothing is kept between runs; {MEND}"
_KIND = re.compile(r"[a-z][a-z0-9-]{0,31}")
_KEY = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class CacheInfo:
    """`kinds` holds (kind, entries, bytes) sorted by kind; `folder` is None where the cache is off."""

    folder: Path | None
    kinds: tuple[tuple[str, int, int], ...] = ()

    @property
    def entries(self) -> int:
        return sum(entries for _, entries, _ in self.kinds)

    @property
    def bytes(self) -> int:
        return sum(size for _, _, size in self.kinds)


class Cache:
    """Bytes by kind and key; a key is 64 hexadecimal digits, see `content_key`. A folder of None keeps nothing."""

    __slots__ = ("_note", "_secret", "folder")

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self._note = ""
        self._secret: bytes | None = None

    @property
    def note(self) -> str:
        """One line for the user when nothing could be kept, else ""."""
        return self._note

    def unusable(self) -> str:
        """Why this is no cache that could keep anything or be trusted, in one line, else ""; writes nothing."""
        if self.folder is None:
            return f"no home folder is known, so that {_NOTHING_KEPT}"
        return mistrust(self.folder / LAYOUT) or _in_the_way(self.folder / LAYOUT)

    def get(self, kind: str, key: str) -> bytes | None:
        """The data put under this key, or None where there are none or they are not whole."""
        path = self._path(kind, key)
        if path is None or not self._opened():
            return None
        try:
            stored = path.read_bytes()
        except (OSError, MemoryError):
            return None
        head = len(MAGIC) + TAG_BYTES
        data = stored[head:]
        return data if hmac.compare_digest(stored[:head], MAGIC + self._tag(kind, key, data)) else None

    def put(self, kind: str, key: str, data: bytes) -> None:
        """Keeps the data; after the first failure nothing more is tried and `note` says why."""
        path = self._path(kind, key)
        if path is None or self._note:
            return
        try:
            if self._opened(make=True):
                _make_folder(path.parent)
                _write(path, MAGIC + self._tag(kind, key, data) + data)
        except OSError as error:
            if not os.path.isfile(path):  # some systems replace no file that another process reads; it is there
                why = error.strerror or error
                self._note = f"nothing is kept in the cache folder {self.folder}: {why}; {MEND}"

    def info(self) -> CacheInfo:
        """What is kept, by kind; reads names and sizes only."""
        sizes: dict[str, list[int]] = {}
        for kind, path in self._files():
            if not path.name.startswith(TEMPORARY):
                with contextlib.suppress(OSError):
                    sizes.setdefault(kind, []).append(path.stat().st_size)
        return CacheInfo(self.folder, tuple((kind, len(s), sum(s)) for kind, s in sorted(sizes.items())))

    def clean(self, kind: str | None = None) -> CacheInfo:
        """Deletes the entries (of one kind, or all) and what killed runs left; gives back what there was.

        Only files that have the place and name of an entry are touched, whatever else lies in the folder.
        """
        info = self.info()
        folders: set[Path] = set()
        for found, path in list(self._files()):
            if kind in (None, found):
                with contextlib.suppress(OSError):
                    path.unlink()
                folders.update((path.parent, path.parent.parent))
        for folder in sorted(folders, key=lambda p: len(p.parts), reverse=True):
            with contextlib.suppress(OSError):  # another process may have put something in again
                folder.rmdir()
        return CacheInfo(info.folder, tuple(entry for entry in info.kinds if kind in (None, entry[0])))

    def _path(self, kind: str, key: str) -> Path | None:
        if not _KIND.fullmatch(kind) or not _KEY.fullmatch(key):
            raise ValueError(f"not a kind and key of a cache: {kind!r}, {key!r}")
        return None if self.folder is None else self.folder / LAYOUT / kind / key[:2] / key[2:]

    def _opened(self, *, make: bool = False) -> bool:
        """Whether the folder is trusted and its key known; with `make` both are made. Raises OSError then only."""
        if self._secret is not None or self.folder is None or self._note:
            return self._secret is not None
        layout = self.folder / LAYOUT
        if not make and not os.path.lexists(layout):
            return False
        self._note = mistrust(layout)
        if make and not self._note:
            _make_folder(layout)
            self._note = mistrust(layout)  # somebody else may have been quicker
        if self._note:
            return False
        self._secret = make_key(layout) if make else read_key(layout)
        if make:
            _mark(layout)
            if self._secret is None:
                self._note = f"nothing is kept in the cache folder {self.folder}: a key in it is not for one user alone"
        return self._secret is not None

    def _tag(self, kind: str, key: str, data: bytes) -> bytes:
        digest = hashlib.blake2b(f"{kind}\x1f{key}\x1f".encode(), key=self._secret or b"", digest_size=TAG_BYTES)
        digest.update(data)
        return digest.digest()

    def _files(self) -> Iterator[tuple[str, Path]]:
        """(kind, path) of every entry and every leftover of a killed run."""
        if self.folder is None:
            return
        for kind in _names(self.folder / LAYOUT):
            if not _KIND.fullmatch(kind.name):
                continue
            for shard in _names(kind):
                if re.fullmatch(r"[0-9a-f]{2}", shard.name):
                    for path in _names(shard):
                        if path.name.startswith(TEMPORARY) or _KEY.fullmatch(shard.name + path.name):
                            yield kind.name, path


NO_CACHE = Cache(None)


def open_cache(folder: str | os.PathLike[str] | None = None) -> Cache:
    """The cache in `folder`, else in $CLAIMCHECK_CACHE_DIR, else where the platform keeps caches.

    Nothing is written before the first `put`. `Cache(None)` is no cache.
    """
    return Cache(cache_folder(folder))


def cache_folder(folder: str | os.PathLike[str] | None = None) -> Path | None:
    """None where the user has no home folder, as under a user id of a container that no list of users has."""
    chosen = folder or os.environ.get(ENVIRONMENT)
    if chosen:
        return Path(os.path.abspath(os.path.expanduser(chosen)))
    from platformdirs import user_cache_path

    try:
        return user_cache_path("claimcheck", appauthor=False)
    except RuntimeError:
        return None


def _in_the_way(folder: Path) -> str:
    """What keeps a folder from being made, in one line; "" where it is there or may be made."""
    try:
        os.lstat(folder)
    except (FileNotFoundError, NotADirectoryError):
        pass
    except OSError as error:  # links in a circle, a name too long, a home folder that may not be entered
        return f"{folder.parent}: cannot be used ({error.strerror}), so that {_NOTHING_KEPT}"
    place = next(p for p in (folder, *folder.parents) if os.path.lexists(p))
    if not os.path.isdir(place):
        return f"{place}: not a folder, so that {_NOTHING_KEPT}"
    if place != folder and not os.access(place, os.W_OK | os.X_OK):
        return f"{place}: cannot be written, so that {_NOTHING_KEPT}"
    return ""


def content_key(*parts: str | bytes) -> str:
    """64 hexadecimal digits over the parts in order: format version, versions of packages and models, content."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(b"%c%d:" % (b"s" if isinstance(part, str) else b"b", len(data)))
        digest.update(data)
    return digest.hexdigest()


def _make_folder(folder: Path) -> None:
    """For this user only, with all that is missing above it: of `mkdir` only the last one would get the mode."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        with contextlib.suppress(FileExistsError):
            place.mkdir(mode=0o700)


def _mark(layout: Path) -> None:
    for name, text in (("CACHEDIR.TAG", TAG), (".gitignore", "*\n")):
        marker = layout / name
        if not marker.exists():
            _write(marker, text.encode())


def _write(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=TEMPORARY, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def _names(folder: Path) -> list[Path]:
    """What lies in a folder, sorted; nothing where it cannot be read."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []
