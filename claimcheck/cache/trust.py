"""Whether what lies in a cache folder can only be from this user: who may write there, and the key of its entries.

A report that is kept is printed as if it had just been made, so whoever can put an entry into the folder can say what
he likes in our name. Two things stand against that: folders that others may write to are not used, as ssh and sudo do
not use such files, and every entry is authenticated with a key that only this user can read (keyed BLAKE2b, RFC 7693).
"""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

KEY = "key"
KEY_BYTES = 32
TEMPORARY = ".part-"
MEND = "say --no-cache, or name a folder of your own in CLAIMCHECK_CACHE_DIR"

_ROOT = 0
_LINKS = 40  # as many as Linux follows
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def mistrust(folder: Path) -> str:
    """Why `folder` (absolute) cannot be trusted, in one line; "" where it can, or is not there yet.

    It and the one above, which the user named for it, are to be this user's. Those further up are his or root's, those
    that links lead through as well: who may replace one of them may replace the cache. Where owners and modes mean
    nothing (Windows) everything is trusted.
    """
    if not hasattr(os, "geteuid"):
        return ""
    user = os.geteuid()
    # Neither of these raises for links in a circle, a name too long or a folder that may not be entered.
    ours = {Path(os.path.realpath(place)) for place in (folder, folder.parent)}
    for place in _chain(folder):
        try:
            status = os.lstat(place)
        except OSError:
            continue  # not there, or not to be seen: then it cannot be written either
        link = stat.S_ISLNK(status.st_mode)
        own = place in ours and not link
        if status.st_uid != user and (status.st_uid != _ROOT or own):
            return f"{place}: belongs to another user, so that what is kept there is not trusted; {MEND}"
        if not link and _others_may_write(status, user, sticky=not own):
            return f"{place}: other users may write to it, so that what is kept there is not trusted; {MEND}"
    return ""


def read_key(folder: Path) -> bytes | None:
    """The key in `folder`, None where there is none that only this user could have written and read."""
    try:
        handle = os.open(folder / KEY, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
                         | getattr(os, "O_BINARY", 0))
    except OSError:
        return None
    try:
        status = os.fstat(handle)
        found = os.read(handle, KEY_BYTES + 1) if stat.S_ISREG(status.st_mode) else b""
    except OSError:
        return None
    finally:
        os.close(handle)
    private = not hasattr(os, "geteuid") or (status.st_uid == os.geteuid() and not status.st_mode & _OTHERS)
    return found if private and len(found) == KEY_BYTES else None


def make_key(folder: Path) -> bytes | None:
    """The key in `folder`, made where there is none. Of several processes the first one's is taken. Raises OSError."""
    found = read_key(folder)
    if found is not None:
        return found
    handle, name = tempfile.mkstemp(prefix=TEMPORARY, dir=folder)  # for this user only
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(KEY_BYTES))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(name, folder / KEY)  # as a whole, and only if no other process was first
        except OSError:
            if read_key(folder) is None:  # no hard links here; or what lies there is broken, or known to others
                os.replace(name, folder / KEY)
    finally:
        with contextlib.suppress(OSError):
            os.unlink(name)
    return read_key(folder)


def _chain(path: Path) -> Iterator[Path]:
    """Every folder and link that is passed on the way to `path`, from the top down, and it itself."""
    here, rest, links = Path(path.anchor), list(reversed(path.parts[1:])), 0
    yield here
    while rest:
        part = rest.pop()
        here = here.parent if part == ".." else here / part
        yield here
        if os.path.islink(here) and links < _LINKS:
            links += 1
            target = here.readlink()
            here = Path(target.anchor) if target.anchor else here.parent
            rest += reversed(target.parts[1:] if target.anchor else target.parts)


def _others_may_write(status: os.stat_result, user: int, *, sticky: bool) -> bool:
    """In a `sticky` folder, as /tmp is, others cannot rename or remove what is ours."""
    mode = status.st_mode
    if sticky and mode & stat.S_ISVTX:
        return False
    return bool(mode & stat.S_IWOTH) or (bool(mode & stat.S_IWGRP) and not _is_own_group(status.st_gid, user))


def _is_own_group(group: int, user: int) -> bool:
    """Whether nobody else is in the group: that of the user's name and account, as where the umask is 002."""
    import grp
    import pwd

    try:
        account, found = pwd.getpwuid(user), grp.getgrgid(group)
    except (KeyError, OSError):  # in containers the user may have no name
        return False
    return account.pw_gid == group and found.gr_name == account.pw_name and not set(found.gr_mem) - {account.pw_name}
