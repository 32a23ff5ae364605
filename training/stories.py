"""Stories and labels of a folder: whatever is there of *.json, *.jsonl and *.jsonl.gz.

A story is an object with `story` and `documents` (each with `text`). Labelled pairs are rows with `label`, `a` and `b`,
each side the digest of a document with a span in code points; the rows of texts by digest and of events by digest go
with them. A digest is the first 16 hexadecimal digits of the SHA-256 of a text.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import tomllib
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimcheck.errors import InputError
from claimcheck.model.span import Span

DIGITS = 16
# One thing: with equal values, values in conflict, in tension, of which one is later; another thing; unclear. Rows with
# other labels are of claims.
LABELS = frozenset({"Se", "Sc", "St", "Sp", "N", "U"})


@dataclass(frozen=True, slots=True)
class Labelled:
    """Two places, each a document and its start and end; `label` is S (one thing), N (another) or U, and what more
    the reader said."""

    a: tuple[str, int, int]
    b: tuple[str, int, int]
    label: str


@dataclass(frozen=True, slots=True)
class Written:
    """Two accounts of our own invention: pairs of places that measure one thing and pairs that do not. Where it is
    `closed`, every other pair of values measures two things."""

    a: str
    b: str
    same: tuple[tuple[Span, Span], ...]
    apart: tuple[tuple[Span, Span], ...]
    closed: bool
    writer: str


@dataclass(frozen=True, slots=True)
class Data:
    """`texts` and `events` by digest of a document, `stories` as tuples of digests; all sorted."""

    texts: dict[str, str]
    events: dict[str, str]
    stories: tuple[tuple[str, ...], ...]
    labelled: tuple[Labelled, ...]

    def event(self, digest: str) -> str:
        """The event a document is about: no event may stand in two folds."""
        return self.events.get(digest, digest)


def read_folders(folders: Sequence[Path], own: Path | None = None) -> Data:
    """All stories and labels of the folders and what lies below them, and those of `own`, without what lies below.
    Rows of no known form are left. Raises InputError, with file and line, where one lacks a part of its form."""
    texts: dict[str, str] = {}
    events: dict[str, str] = {}
    stories: set[tuple[str, ...]] = set()
    labelled: set[tuple[str, ...] | Labelled] = set()
    files = {p for folder in folders for p in _files(folder, "**/")} | set(_files(own) if own else ())
    for path in sorted(files):
        for number, row in _rows(path):
            if lacking := _lacking(row):
                raise InputError(f"{path}:{number}: {lacking}; complete the row, or move the file out of the folder")
            if "documents" in row:
                digests = tuple(sorted({digest_of(d["text"]) for d in row["documents"]}))
                texts.update((digest_of(d["text"]), d["text"]) for d in row["documents"])
                stories.add(digests)
            elif _is_label(row) and row["a"]["doc"] != row["b"]["doc"]:
                sides = sorted((s["doc"], s["start"], s["end"]) for s in (row["a"], row["b"]))
                labelled.add(Labelled(sides[0], sides[1], row["label"]))
            elif {"doc", "text"} <= row.keys():
                texts[row["doc"]] = row["text"]
            elif {"doc", "event"} <= row.keys():
                events[row["doc"]] = row["event"]
    found = [x for x in labelled if isinstance(x, Labelled) and x.a[0] in texts and x.b[0] in texts]
    return Data(
        dict(sorted(texts.items())), dict(sorted(events.items())), tuple(sorted(stories)),
        tuple(sorted(found, key=lambda x: (x.a, x.b, x.label))),
    )


def read_written(folder: Path) -> tuple[Written, ...]:
    """Events and pairs of the TOML files of a folder. Raises ValueError for words that do not stand once."""
    found: list[Written] = []
    for path in sorted(folder.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for row in table.get("event", ()):
            one = tuple((_place(row["a"], x), _place(row["b"], y)) for x, y in row["same"])
            found.append(Written(row["a"], row["b"], one, (), True, row["writer"]))
        for row in table.get("pair", ()):
            pair = ((_place(row["a"], row["a_value"]), _place(row["b"], row["b_value"])),)
            silent = row["verdict"] == "silent"
            same, apart = ((), pair) if silent else (pair, ())
            found.append(Written(row["a"], row["b"], same, apart, False, row["writer"]))
    return tuple(sorted(found, key=lambda w: (digest_of(w.a), digest_of(w.b))))


def _place(text: str, words: str) -> Span:
    if text.count(words) != 1:
        raise ValueError(f"{words!r} does not stand once in: {text}")
    start = text.index(words)
    return Span(start, start + len(words))


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def _files(folder: Path, below: str = "") -> Iterator[Path]:
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder; check the path")
    for pattern in ("*.json", "*.jsonl", "*.jsonl.gz"):
        yield from folder.glob(below + pattern)


def _rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects of a file, each with its line."""
    try:
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        text = data.decode()
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error}); check the file") from None
    # Not splitlines: what JSON leaves unescaped in a text ends no line.
    for number, line in enumerate([text] if path.suffix == ".json" else text.split("\n"), start=1):
        if line.strip():
            try:
                row = json.loads(line)
            except json.JSONDecodeError as error:
                raise InputError(f"{path}:{number + error.lineno - 1}: is no JSON ({error.msg}); mend the line, or "
                                 "move the file out of the folder") from None
            if isinstance(row, dict):
                yield number, row


def _lacking(row: dict[str, Any]) -> str:
    """What is wrong with a row that has the form of a story or of a label, "" where nothing is."""
    if "documents" in row and not (isinstance(row["documents"], list) and all(map(_has_text, row["documents"]))):
        return "a story of which not each document has its text"
    if "documents" not in row and _is_label(row) and not all(_is_place(row.get(side)) for side in "ab"):
        return "a label of which not each side has doc, start and end"
    return ""


def _is_label(row: dict[str, Any]) -> bool:
    return isinstance(row.get("label"), str) and row["label"] in LABELS


def _has_text(document: object) -> bool:
    return isinstance(document, dict) and isinstance(document.get("text"), str)


def _is_place(side: object) -> bool:
    return (isinstance(side, dict) and isinstance(side.get("doc"), str)
            and all(isinstance(side.get(key), int) for key in ("start", "end")))
