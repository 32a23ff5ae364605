"""TOML files that a user wrote: their data, and errors that begin with path:line:column.

`tomllib` gives no positions, so a key's place is looked for in the text when there is something to say about it.
"""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimcheck.errors import ConfigError

Keys = tuple[str | int, ...]

_HEADER = re.compile(r"\s*(\[\[?)\s*(?P<key>[^\[\]]+?)\s*\]\]?\s*(#.*)?$")
_BARE = r"(?:[A-Za-z0-9_-]+|\"(?:[^\"\\]|\\.)*\"|'[^']*')"
_ASSIGNMENT = re.compile(rf"\s*(?P<key>{_BARE}(?:\s*\.\s*{_BARE})*)\s*=")
_PART = re.compile(_BARE)
_DIGITS = re.compile(r"[0-9][0-9_]*")
# Tables in tables, or lists in lists: ours are three deep.
_DEEPEST = 100
# What a message shows of a value, and how long it is at most.
_SHOWN = 40
_LONGEST = 600
_TOMLLIB_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


@dataclass(frozen=True, slots=True)
class TomlFile:
    """`name` is the path as it is shown; `prefix` leads to the table that is ours: ("tool", "claimcheck")."""

    name: str
    text: str
    data: Mapping[str, Any]
    prefix: Keys = ()

    def fault(self, keys: Keys, message: str) -> ConfigError:
        """The error for what stands under `keys`, counted from the prefix."""
        line, column = self.place(keys)
        if len(message) > _LONGEST:  # the mend stands at its end
            message = f"{message[: _LONGEST // 2]} ... {message[-_LONGEST // 2 :]}"
        return ConfigError(f"{self.name}:{line}:{column}: {message}")

    def place(self, keys: Keys) -> tuple[int, int]:
        """1-based line and column of a key, or of the nearest table around it."""
        return _place(self.text, (*self.prefix, *keys))

    def check_keys(self, keys: Keys, table: Mapping[str, Any], known: Collection[str]) -> None:
        """Raise ConfigError for the first key of `table`, which stands under `keys`, that is not known."""
        for key in table:
            if key not in known:
                raise self.fault((*keys, key), f"unknown key {shown(key)}; {nearest(key, known)}")

    def check_rule(self, keys: Keys, name: object, known: Collection[str]) -> None:
        """Raise ConfigError for what stands under `keys` and is not the name of a known rule."""
        if not isinstance(name, str) or name not in known:
            raise self.fault(keys, f"{shown(name)} is no rule; {nearest(str(name), known)}")

    def under(self, *prefix: str) -> TomlFile | None:
        """The file with the table under `prefix` as its data; None where there is none. Raises ConfigError."""
        data: Any = self.data
        for depth, key in enumerate(prefix, start=1):
            if key not in data:
                return None
            data = data[key]
            if not isinstance(data, dict):
                raise self.fault(prefix[:depth], f"{key!r} is to be a table")
        return TomlFile(self.name, self.text, data, (*self.prefix, *prefix))


def read_toml(path: Path, name: str) -> TomlFile:
    """Raises ConfigError where the file cannot be read or is not TOML; OSError for a file that is not there stays."""
    return toml_of(path.read_bytes(), name)


def toml_of(data: bytes, name: str) -> TomlFile:
    """Raises ConfigError where the bytes are not TOML."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{name}:1:1: byte {error.start} is not UTF-8; save the file as UTF-8") from None
    return parse_toml(text, name)


def parse_toml(text: str, name: str) -> TomlFile:
    """Raises ConfigError, with the place, where the text is not TOML."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        match = _TOMLLIB_PLACE.search(str(error))
        end = (str(text.count("\n") + 1), str(len(text) - text.rfind("\n")))
        line, column = (match[1], match[2]) if match and match[1] else end
        told = _TOMLLIB_PLACE.sub("", str(error))
        raise ConfigError(f"{name}:{line}:{column}: not TOML: {told[:1].lower()}{told[1:]}") from None
    except RecursionError:
        raise ConfigError(f"{name}:1:1: not TOML that can be read: brackets in brackets without end") from None
    except ValueError:  # more digits than Python turns into a number
        line, column = _longest_number(text)
        raise ConfigError(f"{name}:{line}:{column}: a number of too many digits; write a shorter one") from None
    if fault := _beyond(data):
        keys, told = fault
        raise TomlFile(name, text, data).fault(keys, told)
    return TomlFile(name, text, data)


def _beyond(data: Mapping[str, Any]) -> tuple[Keys, str] | None:
    """The first value that TOML has no room for, or that is nested deeper than anybody writes, and what is wrong."""
    todo: list[tuple[Keys, Any]] = [((), data)]
    while todo:
        keys, value = todo.pop()
        if isinstance(value, int) and not -(2**63) <= value < 2**63:
            return keys, "a number beyond the 64 bits of TOML; write a smaller one"
        if not isinstance(value, dict | list):
            continue
        if len(keys) >= _DEEPEST:
            return keys, f"tables or lists nested more than {_DEEPEST} deep; write them flatter"
        below = value.items() if isinstance(value, dict) else enumerate(value)
        todo.extend(((*keys, key), inner) for key, inner in reversed(list(below)))
    return None


def _longest_number(text: str) -> tuple[int, int]:
    """1-based line and column of the longest run of digits."""
    start = max(_DIGITS.finditer(text), key=lambda m: m.end() - m.start()).start()
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)


def header_lines(text: str) -> list[int]:
    """The lines, from 1, on which tables begin."""
    lines = text.splitlines()
    return [line for _, line, _ in _keys(text) if _HEADER.match(lines[line - 1])]


def table(kind: str, row: Mapping[str, Any]) -> str:
    """A ``[[kind]]`` table. Values are strings, whole numbers, lists, and mappings, which become inline tables."""
    return "\n".join((f"[[{kind}]]", *(f"{key} = {_written(value)}" for key, value in row.items())))


def with_tables(text: str, tables: Iterable[str]) -> str:
    """The file with tables at its end; the rest of it stays as it is, comments too."""
    return "\n\n".join(part for part in (text.rstrip(), *tables) if part) + "\n"


def without_tables(text: str, first_lines: Collection[int]) -> str:
    """The file without the tables whose headers stand on these lines. A comment above the next table stays. Raises
    ConfigError where one of these lines has none: what stands in a row of an inline array is for a hand to change."""
    lines = text.splitlines(keepends=True)
    headers = header_lines(text)
    if inline := sorted(set(first_lines) - set(headers)):
        raise ConfigError(f"line {inline[0]} has no [[table]] of its own; take it out by hand")
    gone = {line for first in first_lines for line in _table_lines(lines, headers, first)}
    return "".join(line for number, line in enumerate(lines, start=1) if number not in gone)


def shown(value: object) -> str:
    """A value in a message, as Python writes it, and not longer than a line."""
    text = repr(value)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 3]}..."


def nearest(word: str, known: Collection[str]) -> str:
    """ "did you mean ...?", or what there is to choose from."""
    near = difflib.get_close_matches(word.lower().replace("_", "-"), sorted(known), n=1, cutoff=0.6)
    return f"did you mean {near[0]!r}?" if near else f"choose one of {', '.join(sorted(known))}"


def _table_lines(lines: list[str], headers: Iterable[int], first: int) -> range:
    """The lines of the table whose header stands on line `first`, without comments that belong to the next one."""
    end = next((line for line in headers if line > first), len(lines) + 1)
    if end <= len(lines):
        while lines[end - 2].lstrip().startswith("#"):
            end -= 1
    return range(first, end)


def _written(value: Any) -> str:
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{key} = {_written(inner)}' for key, inner in value.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    # A TOML basic string is JSON's, but for the one control character that JSON leaves as it is.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")


def _place(text: str, keys: Keys) -> tuple[int, int]:
    best, found = 0, (1, 1)
    for path, line, column in _keys(text):
        common = 0
        while common < min(len(path), len(keys)) and path[common] == keys[common]:
            common += 1
        if common == len(path) and common > best:
            best, found = common, (line, column)
    if best < len(keys) and isinstance(keys[-1], str):  # in an inline table
        lines = text.splitlines()
        inside = re.compile(rf"(?<![\w-])[\"']?{re.escape(keys[-1])}[\"']?\s*=")
        if found[0] <= len(lines) and best and (match := inside.search(lines[found[0] - 1], found[1] - 1)):
            return found[0], match.start() + 1
    return found


def _keys(text: str) -> Iterator[tuple[Keys, int, int]]:
    """Every table header and assignment that begins a line: its full path (with indices of arrays), line, column."""
    table: Keys = ()
    arrays: dict[tuple[str, ...], int] = {}
    quotes = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if quotes:
            quotes = "" if quotes in line else quotes
            continue
        column = len(line) - len(line.lstrip()) + 1
        if (match := _HEADER.match(line)) and _PART.match(match["key"]):
            names = _parts(match["key"])
            if match[1] == "[[":
                arrays[names] = arrays.get(names, -1) + 1
            table = _indexed(names, arrays)
            yield table, number, column
        elif match := _ASSIGNMENT.match(line):
            yield (*table, *_parts(match["key"])), number, column
        for mark in ('"""', "'''"):
            if line.count(mark) % 2:
                quotes = mark


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") if part[0] in "\"'" else part for part in _PART.findall(dotted))


def _indexed(names: tuple[str, ...], arrays: Mapping[tuple[str, ...], int]) -> Keys:
    path: list[str | int] = []
    for depth, name in enumerate(names, start=1):
        path.append(name)
        if names[:depth] in arrays:
            path.append(arrays[names[:depth]])
    return tuple(path)
