"""``claimcheck cache``: what is kept between runs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from claimcheck.cache.store import Cache, CacheInfo
from claimcheck.cli.output import complain
from claimcheck.config import Settings
from claimcheck.errors import UsageError
from claimcheck.remember import OFF, cache_of

_UNITS = ("bytes", "kB", "MB", "GB")


def info(settings: Settings) -> int:
    """The folder, and for each kind of entry how many there are and how large they are."""
    found = _cache(settings).info()
    print(found.folder)
    _print(found, "kept")
    return 0


def clean(settings: Settings) -> int:
    """Delete all entries."""
    cache = _cache(settings)
    found = cache.clean()
    print(found.folder)
    _print(found, "deleted")
    left = cache.info().entries
    if left:
        raise UsageError(f"{found.folder}: {left} entries could not be deleted; check who may write there")
    return 0


def usable(settings: Settings) -> Settings:
    """The settings of a run, without a cache that cannot be had or trusted; that is told, and no error: only slower."""
    told = "" if settings.cache == OFF else cache_of(settings).unusable()
    if not told:
        return settings
    complain(told)
    return replace(settings, cache=OFF)


def tell_unkept(notes: Iterable[str]) -> None:
    """Why nothing could be kept, as where the disk is full: once, however many stories and processes found it."""
    for note in dict.fromkeys(filter(None, notes)):
        complain(note)


def _cache(settings: Settings) -> Cache:
    if settings.cache == OFF:
        raise UsageError("the cache is off: nothing is kept; see claimcheck config show")
    cache = cache_of(settings)
    if told := cache.unusable():
        raise UsageError(told)
    return cache


def _print(found: CacheInfo, what: str) -> None:
    for kind, entries, size in found.kinds:
        print(f"  {kind:10}{entries:>8} {_noun(entries)} {_size(size):>10}")
    print(f"  {found.entries} {_noun(found.entries).strip()} {what}, {_size(found.bytes)}")


def _noun(entries: int) -> str:
    return "entry  " if entries == 1 else "entries"


def _size(size: float) -> str:
    """The size of files as disks are sold: 1 kB is 1000 bytes."""
    for unit in _UNITS[:-1]:
        if size < 1000:
            return f"{size:.0f} {unit}" if unit == "bytes" else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.1f} {_UNITS[-1]}"
