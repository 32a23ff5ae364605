"""``claimcheck check --watch``: the same run again whenever an article or a file that steers it has changed."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from typing import NoReturn

from claimcheck.baseline import NAME as BASELINE
from claimcheck.cli.check import find
from claimcheck.cli.output import complain
from claimcheck.config.load import Loaded
from claimcheck.errors import ClaimcheckError, UsageError
from claimcheck.ignores import NAME as IGNORES

_PAUSE = 0.5  # seconds between two looks; a look is one stat for each article

Seen = dict[str, tuple[int, int]]


def watch(paths: Sequence[str], load: Callable[[], Loaded], check: Callable[[Loaded], int]) -> NoReturn:
    """Run until Ctrl-C. A mistake that the user makes while it runs is told, and waited for to be mended."""
    if "-" in paths:
        raise UsageError("--watch: the standard input cannot be watched; name folders or files")
    before: Seen | None = None
    while True:
        try:
            loaded = load()
            now = _seen(paths, loaded)
            if now != before:
                check(loaded)
        except ClaimcheckError as error:
            now = {str(error): (0, 0)}
            if now != before:
                complain(str(error))
        if now != before:
            print(f"watching {len(now)} files; Ctrl-C ends it", file=sys.stderr, flush=True)
        before = now
        time.sleep(_PAUSE)


def _seen(paths: Sequence[str], loaded: Loaded) -> Seen:
    """Time of change and size of everything that the result depends on."""
    stories = find(paths, loaded.settings).stories
    files = {str(path) for s in stories for path in (*(e.path for e in s.entries), s.manifest) if path}
    files |= {entry.id.partition("#")[0] for s in stories for entry in s.entries if entry.path is None}
    files |= {str(loaded.root / name) for name in (BASELINE, IGNORES)}
    files |= {str(loaded.file)} if loaded.file else set()
    return {name: found for name in sorted(files) if (found := _stat(name))}


def _stat(name: str) -> tuple[int, int] | None:
    try:
        status = os.stat(name)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
