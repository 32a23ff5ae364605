"""Stories kept as rows: JSON Lines, plain or gzip, with the fields story, id, source, published, title, text."""

from __future__ import annotations

import gzip
import io
import json
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from claimcheck.corpus.story import Entry, Gathered
from claimcheck.errors import InputError
from claimcheck.model.limits import DEFAULTS, Limits, over_input
from claimcheck.toml import nearest

_FIELDS = ("story", "id", "source", "published", "title", "text")
_NEEDED = ("story", "id", "text")


def read_rows(path: Path, name: str, limits: Limits = DEFAULTS) -> tuple[Gathered, ...]:
    """The stories of a file in the order in which they begin. Raises InputError, with the line, for a bad row."""
    try:
        with gzip.open(path) if path.name.lower().endswith(".gz") else path.open("rb") as stream:
            return _stories(stream, name, limits)
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"{name}: cannot be read ({reason}); check the file") from None


def parse_rows(data: bytes, name: str, limits: Limits = DEFAULTS) -> tuple[Gathered, ...]:
    """The same from bytes; the name of a story is ``FILE#STORY``, the id of a document ``FILE#STORY/ID``."""
    return _stories(io.BytesIO(data), name, limits)


def _stories(stream: io.BufferedIOBase, name: str, limits: Limits) -> tuple[Gathered, ...]:
    stories: dict[str, dict[str, Entry]] = {}
    for place, (number, row) in enumerate(_rows(stream, name, limits), start=1):
        if place > limits.rows:
            raise over_input(name, "rows", limits.rows, "rows")
        where = f"{name}:{number}"
        entry = _entry(row, name, where)
        entries = stories.setdefault(str(row["story"]), {})
        if entry.id in entries:
            raise InputError(f"{where}: id {str(row['id'])!r} stands twice in this story; give each article its own")
        entries[entry.id] = entry
    return tuple(
        Gathered(f"{name}#{story}", tuple(entries[key] for key in sorted(entries)))
        for story, entries in stories.items()
    )


def _lines(stream: io.BufferedIOBase, name: str, limits: Limits) -> Iterator[bytes]:
    """Counted while they are read: a small file may unpack to any length, and a line have no end."""
    left = limits.rows_bytes
    while piece := stream.readline(left + 1):
        left -= len(piece)
        if left < 0:
            raise over_input(name, "bytes of rows", limits.rows_bytes, "rows-bytes")
        yield from piece.splitlines()


def _rows(stream: io.BufferedIOBase, name: str, limits: Limits) -> Iterator[tuple[int, dict[str, object]]]:
    for number, line in enumerate(_lines(stream, name, limits), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line.decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise InputError(f"{name}:{number}: not UTF-8; save the file as UTF-8") from None
        except (json.JSONDecodeError, RecursionError) as error:
            told = error.msg if isinstance(error, json.JSONDecodeError) else "brackets in brackets without end"
            raise InputError(f"{name}:{number}: not JSON: {told}; write one object on each line") from None
        if not isinstance(row, dict):
            raise InputError(f"{name}:{number}: not a JSON object; write one object on each line")
        yield number, row


def _entry(row: dict[str, object], name: str, where: str) -> Entry:
    for key in row:
        if key not in _FIELDS:
            raise InputError(f"{where}: unknown field {key!r}; {nearest(key, _FIELDS)}")
    for key in _NEEDED:
        if not isinstance(row.get(key), str | int) or not str(row[key]).strip():
            raise InputError(f"{where}: the field {key!r} is missing or empty; every row needs {', '.join(_NEEDED)}")
    for key in ("source", "title", "published"):
        if not isinstance(row.get(key), str | None):
            raise InputError(f"{where}: the field {key!r} is to be a string")
    source, title = (str(row[key]) if row.get(key) else "" for key in ("source", "title"))
    return Entry(f"{name}#{row['story']}/{row['id']}", None, str(row["text"]), source or None,
                 _day(row.get("published"), where), title)


def _day(value: object, where: str) -> date | None:
    if not value:
        return None
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        raise InputError(f"{where}: published {value!r} is not a date; write it as 2022-01-12") from None
