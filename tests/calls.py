"""How much work a call does, counted and not timed: the same on every machine, however busy."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType


def calls(work: Callable[[], object]) -> int:
    """How often functions of Python and of C are called while `work` runs in this thread."""
    count = 0

    def counted(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def growth(work: Callable[[int], object], size: int, factor: int) -> float:
    """By how much the work grows where its size grows from `size` to `factor` times that; what is kept from one run to
    the next is there before."""
    work(size)
    work(factor * size)
    return calls(lambda: work(factor * size)) / calls(lambda: work(size))
