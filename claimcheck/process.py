"""What a process of the program does, and the package must not do in somebody else's."""

from __future__ import annotations

import atexit
import gc
import os
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import ModuleType

TYPE_CHECKING = False  # see claimcheck/__init__.py
if TYPE_CHECKING:
    from sys import UnraisableHookArgs
    from typing import NoReturn

_GARBAGE = 50_000, 20, 50  # to look for cycles as often as Python does is a tenth of a run that imports torch
_ours = False
_interrupted = False


def take_over() -> None:
    """Say that this process runs nothing but claimcheck. Called in its main thread."""
    global _ours
    _ours = True
    # Two threads of numpy's wait for each other in a loop, a tenth of a run, and round otherwise than one does.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.set_threshold(*_GARBAGE)
    atexit.register(gc.freeze)  # at the end Python would look for cycles in all there is, a tenth of a first run
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else somebody wants it ignored
        signal.signal(signal.SIGINT, _interrupt)
        sys.unraisablehook = _unless_interrupted


def end_if_interrupted() -> None:
    """Raise KeyboardInterrupt again where Ctrl-C was lost: in a library's bare `except` around an import, or in a
    callback of the import system, which can raise nothing."""
    if _interrupted:
        raise KeyboardInterrupt


@contextmanager
def instead(modules: Mapping[str, ModuleType | None]) -> Iterator[None]:
    """In a process of ours an import of each name gives what it has here meanwhile; with None it fails, as if the
    module were not installed. What was imported before stays."""
    placed = {name: module for name, module in modules.items() if name not in sys.modules} if _ours else {}
    sys.modules.update(placed)  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name in placed:
            del sys.modules[name]


def _interrupt(*_: object) -> NoReturn:
    global _interrupted
    _interrupted = True
    raise KeyboardInterrupt


def _unless_interrupted(lost: UnraisableHookArgs) -> None:
    if lost.exc_type is not KeyboardInterrupt:
        sys.__unraisablehook__(lost)
