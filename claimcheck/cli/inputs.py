"""Arguments that name files to documents."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from claimcheck.cli.output import complain
from claimcheck.errors import UsageError, unforeseen
from claimcheck.model.document import Document
from claimcheck.model.limits import DEFAULTS, Limits
from claimcheck.model.report import Failure

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Read:
    """The documents that could be read, and one failure for each that could not."""

    documents: tuple[Document, ...]
    failures: tuple[Failure, ...]


def read_all(
    files: Sequence[str], *, stdin_name: str | None, dates: Sequence[str] = (), sources: Sequence[str] = (),
    on: date | None = None, limits: Limits = DEFAULTS,
) -> Read:
    """Read every file once; `dates` and `sources` are FILE=VALUE, and files that no date is given for were published
    `on` that day. Raises UsageError for arguments that do not fit."""
    names = _names(files, stdin_name)
    published = {name: _day(value, name) for name, value in _assigned(dates, names, "--date").items()}
    publisher = _assigned(sources, names, "--source")
    documents, failures = [], []
    for file, name in zip(files, names, strict=True):
        try:
            documents.append(_read(file, name, source=publisher.get(name), published=published.get(name, on),
                                   limits=limits))
        except Exception as error:  # whatever one article does to the reader, the others are read
            failures.append(Failure("read", name, unforeseen(error)))
    return Read(tuple(documents), tuple(failures))


def read_one(
    file: str, *, stdin_name: str | None, published: str | None = None, limits: Limits = DEFAULTS
) -> Document:
    """Read one file or the standard input. Raises InputError."""
    (name,) = _names([file], stdin_name)
    return _read(file, name, source=None, published=_day(published, name) if published else None, limits=limits)


def day(text: str) -> date:
    """A date written 2022-01-12. Raises UsageError."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"--date: {text!r} is not a date; write it as 2022-01-12") from None


def _read(file: str, name: str, *, source: str | None, published: date | None, limits: Limits) -> Document:
    from claimcheck.read import read_bytes, read_path

    if file == STDIN:
        data = standard_input(limits.file_bytes)
        document = read_bytes(data, name, source=source, published=published, limits=limits)
    else:
        document = read_path(file, source=source, published=published, limits=limits)
    if document.note:
        complain(f"{name}: {document.note}")
    return document


def standard_input(most: int) -> bytes:
    """All of it, or one byte more than `most`. Raises UsageError where there is none."""
    if sys.stdin is None:
        raise UsageError("-: the standard input is closed; give it a text, or name a file")
    return sys.stdin.buffer.read(most + 1)


def _names(files: Sequence[str], stdin_name: str | None) -> list[str]:
    """The id of each document: the path as given, and `stdin_name` for the standard input."""
    if stdin_name is not None and STDIN not in files:
        raise UsageError("--stdin-name: none of the files is -; give - where the standard input is meant")
    names: list[str] = []
    seen: dict[str, str] = {}
    for file in files:
        if not file:
            raise UsageError("'': an empty name; name a file")
        name = (stdin_name or "<stdin>") if file == STDIN else file
        place = STDIN if file == STDIN else os.path.realpath(file)
        if place in seen or name in names:
            other = seen.get(place, name)
            same = name if other == name else f"{name} and {other} are one file"
            raise UsageError(f"{same}: named twice; name every document once" if same == name else
                             f"{same}; name every document once")
        seen[place] = name
        names.append(name)
    return names


def _assigned(settings: Sequence[str], names: Sequence[str], option: str) -> dict[str, str]:
    """FILE=VALUE settings by document id. FILE is a path as given, or a file name that only one of them has."""
    values: dict[str, str] = {}
    for setting in settings:
        file, equals, value = setting.rpartition("=")
        if not (file and equals and value.strip()):
            raise UsageError(f"{option}: {setting!r} is not FILE=VALUE")
        name = _named(file, names, option)
        if name in values:
            raise UsageError(f"{option}: {file}: given twice; give it once")
        values[name] = value.strip()
    return values


def _named(file: str, names: Sequence[str], option: str) -> str:
    if file in names:
        return file
    fitting = [name for name in names if file in (Path(name).name, Path(name).stem)]
    if len(fitting) == 1:
        return fitting[0]
    fault = "fits several files" if fitting else "is none of the files"
    raise UsageError(f"{option}: {file} {fault}; write one of {', '.join(fitting or names)}")


def _day(value: str, name: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise UsageError(f"--date: {name}: {value!r} is not a date; write it as 2022-01-12") from None
