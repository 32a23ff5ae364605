"""How far a corpus reaches: the one place where files that were found in it, and not named by the user, are opened.

A path in a story.toml and a link may lead anywhere, they come with somebody's pull request, and what they lead to is
quoted in a report. So whatever a corpus names is opened below a folder that the user named, by the real path and
without following links any more: what becomes a link between the look and the opening is not followed either.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from claimcheck.errors import InputError

OUTSIDE = "leads out of the corpus; put a copy into it, or list the folder under `outside` in your claimcheck.toml"

# Some of these are not known on every system. Folders are passed through, also those that may not be listed; a pipe
# is not waited for.
_FOLDER = getattr(os, "O_PATH", os.O_RDONLY) | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)
_FILE = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_BY_FOLDER = os.open in os.supports_dir_fd


@dataclass(frozen=True, slots=True)
class Reach:
    """The folders in which all may be read, and the files that the user named himself: real paths. See `reach`."""

    folders: tuple[str, ...] = ()
    files: tuple[str, ...] = ()

    def covers(self, path: str | Path) -> bool:
        """Whether the path, with all links in it followed, ends inside."""
        real = os.path.realpath(path)
        return real in self.files or self.folder_of(real) is not None

    def folder_of(self, real: str) -> str | None:
        """The folder below which a real path lies."""
        return next((folder for folder in self.folders if Path(real).is_relative_to(folder)), None)

    def with_folder(self, folder: str | Path) -> Reach:
        return Reach((*self.folders, os.path.realpath(folder)), self.files)


NOWHERE = Reach()


def reach(folders: Iterable[str | Path], files: Iterable[str | Path] = ()) -> Reach:
    """What the user named, as it is now; "" is the working folder."""
    return Reach(*(tuple(dict.fromkeys(os.path.realpath(path) for path in paths)) for paths in (folders, files)))


def read_inside(path: Path, name: str, reach: Reach, most: int = -1) -> bytes:
    """The content of a regular file within reach: all of it, or one byte more than `most`.

    Raises InputError, with `name`, for what leads out, whether it is there or not; OSError for what cannot be read.
    """
    real = os.path.realpath(path)
    folder = reach.folder_of(real)
    if folder is None and real not in reach.files:
        raise InputError(f"{name}: {OUTSIDE}")
    if folder is None or not _BY_FOLDER:
        return read_regular(real, most=most)
    *above, last = Path(real).relative_to(folder).parts or (".",)
    here = os.open(folder, _FOLDER)
    try:
        for part in above:
            below = os.open(part, _FOLDER, dir_fd=here)
            os.close(here)
            here = below
        return read_regular(last, here, most=most)
    finally:
        os.close(here)


def read_regular(path: str | Path, folder: int | None = None, *, most: int = -1) -> bytes:
    """The content of a file that is no link, no device and no pipe; `most` as above. Raises OSError."""
    _check_regular(os.stat(path, dir_fd=folder, follow_symlinks=False))  # to open a device may set it going
    handle = os.open(path, _FILE, dir_fd=folder)
    try:
        _check_regular(os.fstat(handle))
        with open(handle, "rb", closefd=False) as file:
            return file.read(most + 1) if most >= 0 else file.read()
    finally:
        os.close(handle)


def place_inside(path: Path, name: str, reach: Reach) -> str:
    """The real path of a file that may be written, there or not. Raises InputError for what leads out, or is no file.

    That the user named a file does not mean that he wants what it links to replaced.
    """
    real = os.path.realpath(path)
    if reach.folder_of(real) is None:
        raise InputError(f"{name}: {OUTSIDE}")
    if os.path.lexists(real) and not stat.S_ISREG(os.lstat(real).st_mode):
        raise InputError(f"{name}: not a regular file; remove it")
    return real


def is_relative(path: str) -> bool:
    """Whether a path counts from where it is written, on every system: no root, no drive, and slashes only."""
    return not PureWindowsPath(path).anchor and "\\" not in path


def _check_regular(status: os.stat_result) -> None:
    mode = status.st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if stat.S_ISLNK(mode):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "not a regular file")
