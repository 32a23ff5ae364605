"""A program in a real pseudo-terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

_STEERING = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_].*?\x1b\\|[@-_])", re.DOTALL)
# A busy machine makes a test slow; it does not make it fail.
_PATIENCE = 120


class Terminal:
    """``python -m claimcheck ARGUMENTS`` at 80 by 24, and all that it printed so far."""

    def __init__(self, *arguments: str, folder: Path, env: dict[str, str]) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "claimcheck", *arguments], stdin=theirs, stdout=theirs, stderr=theirs,
            cwd=folder, env=env | {"TERM": "xterm-256color"}, start_new_session=True,
        )
        os.close(theirs)
        self._printed = b""

    @property
    def text(self) -> str:
        """What was printed, without what steers a terminal."""
        return _STEERING.sub("", self._printed.decode(errors="replace"))

    def press(self, keys: str) -> None:
        os.write(self._ours, keys.encode())

    def wait_for(self, what: str | Callable[[], bool]) -> None:
        """Until it was printed, or is so."""
        until = time.monotonic() + _PATIENCE
        while not (what in self.text if isinstance(what, str) else what()):
            assert time.monotonic() < until, f"not yet: {what}\n{self.text[-3000:]}"
            assert self._read() or self._process.poll() is None, f"it has ended: {what}\n{self.text[-3000:]}"

    def kill(self) -> None:
        """As the system does when memory runs out."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        os.close(self._ours)

    def status(self) -> int:
        """The exit status; waits for the end, and reads to it."""
        while self._read() or self._process.poll() is None:
            pass
        os.close(self._ours)
        return self._process.wait()

    def _read(self) -> bool:
        """Whether something was there to be read."""
        if not select.select([self._ours], [], [], 0.05)[0]:
            return False
        try:
            data = os.read(self._ours, 65536)
        except OSError:  # how Linux says that the other end is closed
            return False
        self._printed += data
        return bool(data)
