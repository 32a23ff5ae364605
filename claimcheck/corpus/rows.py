"""Stories kept as rows: JSON Lines, plain or gzip, with the fields story, id, source, published, title, text."""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from claimcheck.corpus.inside import Reach, read_inside
from claimcheck.corpus.story import Entry, Gathered
from claimcheck.errors import InputError
from claimcheck.toml import nearest

_FIELDS = ("story", "id", "source", "published", "title", "text")
_NEEDED = ("story", "id", "text")
_UNSAFE = frozenset({"Cc", "Cs", "Zl", "Zp"})  # control characters, half a character, other ends of lines


def read_rows(path: Path, name: str, reach: Reach) -> tuple[Gathered, ...]:
    """The stories of a file in the order in which they begin.

    Raises InputError, with the line, for a bad row, and for a file that is out of reach.
    """
    try:
        data = read_inside(path, name, reach)
        if path.name.lower().endswith(".gz"):
            data = gzip.decompress(data)
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"{name}: cannot be read ({reason}); check the file") from None
    return parse_rows(data, name)


def parse_rows(data: bytes, name: str) -> tuple[Gathered, ...]:
    """The same from bytes; the name of a story is ``FILE#STORY``, the id of a document ``FILE#STORY/ID``."""
    stories: dict[str, dict[str, Entry]] = {}
    for number, row in _rows(data, name):
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


def _rows(data: bytes, name: str) -> Iterator[tuple[int, dict[str, object]]]:
    for number, line in enumerate(data.splitlines(), start=1):
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
    for key in ("story", "id"):
        if not _is_name(str(row[key])):
            told = f"{key} {str(row[key])!r} has a part that is . or .., or a control character; give it a plain name"
            raise InputError(f"{where}: {told}")
    for key in ("source", "title", "published"):
        if not isinstance(row.get(key), str | None):
            raise InputError(f"{where}: the field {key!r} is to be a string")
    source, title = (str(row[key]) if row.get(key) else "" for key in ("source", "title"))
    return Entry(f"{name}#{row['story']}/{row['id']}", None, str(row["text"]), source or None,
                 _day(row.get("published"), where), title)


def _is_name(text: str) -> bool:
    """Reports make a path of it, which readers of reports open: it must not lead out of the file that it is of."""
    if any(unicodedata.category(character) in _UNSAFE for character in text):
        return False
    return not {".", ".."}.intersection(re.split(r"[/\\]", text))


def _day(value: object, where: str) -> date | None:
    if not value:
        return None
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        raise InputError(f"{where}: published {value!r} is not a date; write it as 2022-01-12") from None
