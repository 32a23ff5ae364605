"""Stories kept as rows: JSON Lines, plain or gzip, with the fields story, id, source, published, title, text."""

from __future__ import annotations

import codecs
import contextlib
import gzip
import io
import json
import re
import unicodedata
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from claimcheck.corpus.inside import Reach, open_inside
from claimcheck.corpus.story import Entry, Gathered
from claimcheck.errors import InputError
from claimcheck.model.limits import DEFAULTS, Limits, over_input
from claimcheck.toml import nearest, shown

_FIELDS = ("story", "id", "source", "published", "title", "text")
_NEEDED = ("story", "id", "text")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_GZIP = b"\x1f\x8b"
_MARK = codecs.BOM_UTF8
_LINE = re.compile(rb"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")  # one by one: all lines of a piece may not fit into the memory
_UNSAFE = frozenset({"Cc", "Cs", "Zl", "Zp"})  # control characters, half a character, other ends of lines


def read_rows(path: Path, name: str, reach: Reach, limits: Limits = DEFAULTS) -> tuple[Gathered, ...]:
    """The stories of a file in the order in which they begin. Raises InputError where the file as a whole cannot be
    read, is out of reach or over a limit; a bad row is an entry that says so, with its line."""
    packed = path.name.lower().endswith(".gz")
    try:
        with open_inside(path, name, reach) as file, gzip.GzipFile(fileobj=file) if packed else file as stream:
            return _stories(stream, name, path, limits)
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"{name}: cannot be read ({reason}); check the file") from None


def parse_rows(data: bytes, name: str, limits: Limits = DEFAULTS) -> tuple[Gathered, ...]:
    """The same from bytes; the name of a story is ``FILE#STORY``, the id of a document ``FILE#STORY/ID``.

    A bad row counts as an article of its story that cannot be read. Where it does not say of which story it is, all
    such rows are a story by themselves, which has the name of the file.
    """
    return _stories(io.BytesIO(data), name, None, limits)


def _stories(stream: io.BufferedIOBase, name: str, path: Path | None, limits: Limits) -> tuple[Gathered, ...]:
    stories: dict[str, dict[str, Entry]] = {}
    strays: list[Entry] = []
    for number, line in enumerate(_lines(stream, name, limits), start=1):
        if number > limits.rows:  # an empty one takes its time as well
            raise over_input(name, "rows", limits.rows, "rows")
        if number == 1:
            _refuse_list(line, name)
        if not line.strip():
            continue
        where = f"{name}:{number}"
        row: dict[str, object] = {}
        try:
            row = _row(line, where)
            entry = _entry(row, name, where)
            if entry.id in stories.get(str(row["story"]), ()):
                raise InputError(f"{where}: id {shown(str(row['id']))} stands twice in this story; give each article "
                                 "its own")
        except InputError as error:
            entry = Entry(where, path, fault=str(error))
        if _named(row.get("story")) and _is_name(str(row["story"])):
            stories.setdefault(str(row["story"]), {})[entry.id] = entry
        else:
            strays.append(entry)
    found = [
        Gathered(f"{name}#{story}", tuple(entries[key] for key in sorted(entries)))
        for story, entries in stories.items()
    ]
    return (*found, Gathered(name, tuple(strays))) if strays else tuple(found)


def _lines(stream: io.BufferedIOBase, name: str, limits: Limits) -> Iterator[bytes]:
    """Counted while they are read: a small file may unpack to any length, and a line have no end."""
    left = limits.rows_bytes
    while piece := stream.readline(left + 1):
        if left == limits.rows_bytes:
            _refuse_bytes(piece, name, packed=isinstance(stream, gzip.GzipFile))
        left -= len(piece)
        if left < 0:
            raise over_input(name, "bytes of rows", limits.rows_bytes, "rows-bytes")
        yield from (match[0] for match in _LINE.finditer(piece))


def _refuse_bytes(start: bytes, name: str, *, packed: bool) -> None:
    """What is one fault of the file is no fault of each line. Raises InputError."""
    if start.startswith(_UTF_16):
        raise InputError(f"{name}: UTF-16; save the file as UTF-8")
    if start.startswith(_GZIP):
        told = "a gzip archive in another; unpack it once" if packed else "a gzip archive; name it .jsonl.gz"
        raise InputError(f"{name}: {told}")


def _refuse_list(line: bytes, name: str) -> None:
    """Raises InputError where the first line opens a list and does not close it."""
    start = line.removeprefix(_MARK).strip()
    if not start.startswith(b"["):
        return
    with contextlib.suppress(UnicodeDecodeError, RecursionError):  # a bad row
        try:
            json.loads(start)
        except json.JSONDecodeError:
            told = "a JSON list over several lines; write one object on each line, without brackets around them"
            raise InputError(f"{name}: {told}") from None


def _row(line: bytes, where: str) -> dict[str, object]:
    try:
        row = json.loads(line.decode("utf-8-sig"), object_pairs_hook=_once)
    except UnicodeDecodeError:
        raise InputError(f"{where}: not UTF-8; save the file as UTF-8") from None
    except json.JSONDecodeError as error:
        raise InputError(f"{where}: not JSON: {error.msg}; write one object on each line") from None
    except RecursionError:
        told = "brackets in brackets without end"
        raise InputError(f"{where}: not JSON: {told}; write one object on each line") from None
    except _TwiceError as error:
        raise InputError(f"{where}: the field {shown(error.args[0])} stands twice; write it once") from None
    except ValueError:  # more digits than Python turns into a number
        raise InputError(f"{where}: a number of too many digits; write it as a string") from None
    if not isinstance(row, dict):
        raise InputError(f"{where}: not a JSON object; write one object on each line")
    return row


class _TwiceError(Exception):
    """A field that stands twice in an object: which of the two is meant?"""


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    row: dict[str, object] = {}
    for key, value in pairs:
        if key in row:
            raise _TwiceError(key)
        row[key] = value
    return row


def _named(value: object) -> bool:
    """Whether it says of which story, or which article, a row is."""
    return isinstance(value, str | int) and not isinstance(value, bool) and bool(str(value).strip())


def _entry(row: dict[str, object], name: str, where: str) -> Entry:
    for key in row:
        if key not in _FIELDS:
            raise InputError(f"{where}: unknown field {shown(key)}; {nearest(key, _FIELDS)}")
    for key in _NEEDED:
        if not _named(row.get(key)):
            raise InputError(f"{where}: the field {key!r} is missing or empty; every row needs {', '.join(_NEEDED)}")
    for key in ("story", "id"):
        if not _is_name(str(row[key])):
            told = "has a part that is . or .., or a control character; give it a plain name"
            raise InputError(f"{where}: {key} {shown(str(row[key]))} {told}")
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
        raise InputError(f"{where}: published {shown(value)} is not a date; write it as 2022-01-12") from None
