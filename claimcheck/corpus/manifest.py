"""story.toml: the articles of a story, and what is said about them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from claimcheck.corpus.inside import OUTSIDE, Reach, is_relative, read_inside
from claimcheck.corpus.story import MANIFEST, Entry, Gathered
from claimcheck.errors import ConfigError
from claimcheck.toml import TomlFile, shown, toml_of

_KEYS = ("title", "document", "expect", "forbid")
_DOCUMENT = ("path", "source", "published", "title")


def read_manifest(path: Path, name: str, reach: Reach) -> Gathered:
    """The story of a story.toml; `name` is the path as shown.

    Raises ConfigError for what it cannot say, InputError where it is itself out of reach.
    """
    file = open_manifest(path, name, reach)
    folder = name[: -len(MANIFEST)].rstrip("/") if name.endswith(MANIFEST) else name
    entries: list[Entry] = []
    for number, row in enumerate(tables(file, "document")):
        entry = _entry(file, number, row, folder)
        if entry.path and not reach.covers(entry.path):
            raise file.fault(("document", number, "path"), f"{row['path']}: {OUTSIDE}")
        if any(entry.id == other.id for other in entries):
            raise file.fault(("document", number, "path"), f"{row['path']}: named twice; name every document once")
        entries.append(entry)
    return Gathered(folder or ".", tuple(entries), path, reach=reach)


def open_manifest(path: Path, name: str, reach: Reach) -> TomlFile:
    """Raises ConfigError for an unknown key and for a file that cannot be read, InputError for one out of reach."""
    try:
        file = toml_of(read_inside(path, name, reach), name)
    except OSError as error:
        raise ConfigError(f"{name}:1:1: cannot be read ({error.strerror}); check the path") from None
    file.check_keys((), file.data, _KEYS)
    return file


def tables(file: TomlFile, key: str) -> list[Mapping[str, Any]]:
    """The ``[[key]]`` tables. Raises ConfigError where it is something else."""
    rows = file.data.get(key, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise file.fault((key,), f"{key!r} is to be tables; write [[{key}]]")
    return rows


def _entry(file: TomlFile, number: int, row: Mapping[str, Any], folder: str) -> Entry:
    here = ("document", number)
    file.check_keys(here, row, _DOCUMENT)
    for key in ("path", "source", "title"):
        if not isinstance(row.get(key, ""), str):
            raise file.fault((*here, key), f"{key!r} is to be a string")
    if not row.get("path") or "\0" in row["path"]:
        raise file.fault(here, "a [[document]] needs the path of a file")
    if not is_relative(row["path"]):
        told = f"{row['path']!r} is not counted from here; write the way from this folder, with slashes"
        raise file.fault((*here, "path"), told)
    published = row.get("published")
    if isinstance(published, str):
        try:
            published = date.fromisoformat(published[:10])
        except ValueError:
            raise file.fault((*here, "published"), f"{shown(published)} is not a date; write 2022-01-12") from None
    if isinstance(published, datetime):
        published = published.date()
    if not isinstance(published, date | None):
        raise file.fault((*here, "published"), "'published' is to be a date; write 2022-01-12")
    id = f"{folder}/{row['path']}" if folder not in ("", ".") else row["path"]
    return Entry(id, Path(id), "", row.get("source") or None, published, row.get("title", ""))
