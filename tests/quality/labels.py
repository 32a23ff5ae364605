"""Labelled stories (fixtures/stories) and sentence pairs (fixtures/pairs.toml), with every quote found in its text."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"
STORIES = FIXTURES / "stories"
PAIRS = FIXTURES / "pairs.toml"

GUARDS = ("unit", "rounding", "bound-satisfied", "other-subject", "other-event", "other-time", "update", "refinement",
          "scope", "hypothetical")
NUMERIC = frozenset({"number", "count", "money", "percent", "age", "date", "duration", "distance", "bound", "order",
                     "rank"})
TYPES = NUMERIC | {"negation", "entity", "attribution", "other"}
ALARMS = frozenset({"contradiction", "tension"})
VERDICTS = ALARMS | {"update", "agreement"}

Place = tuple[int, int]


class LabelError(ValueError):
    """A label that does not fit its texts."""


@dataclass(frozen=True, slots=True)
class LabelledDocument:
    path: str
    source: str
    published: date
    text: str


@dataclass(frozen=True, slots=True)
class Side:
    """Words of one document: `places` are code point ranges, first the quote, then other words that say the same."""

    document: str
    quote: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """`verdict` is "" for a look-alike that must not be reported as an alarm; `guard` is what should stop it."""

    verdict: str
    a: Side
    b: Side
    type: str = "other"
    rule: str = ""
    guard: str = ""
    optional: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class LabelledStory:
    name: str
    title: str
    documents: tuple[LabelledDocument, ...]
    expect: tuple[Label, ...]
    forbid: tuple[Label, ...]

    @property
    def quiet(self) -> bool:
        """Nothing in it could pass for an alarm."""
        return all(label.verdict == "agreement" for label in self.expect)

    def of(self, *verdicts: str) -> tuple[Label, ...]:
        return tuple(e for e in self.expect if e.verdict in verdicts and not e.optional)


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """`group` is the guard that the pair is about, or a kind of fact."""

    group: str
    number: int
    verdict: str
    type: str
    herald: str
    ledger: str
    published: tuple[date | None, date | None] = (None, None)
    why: str = ""

    @property
    def name(self) -> str:
        return f"{self.group}-{self.number}"


def story_folders() -> list[Path]:
    return sorted(path.parent for path in STORIES.glob("*/story.toml"))


def load_story(folder: Path) -> LabelledStory:
    """Raises LabelError, naming the label, where a quote does not stand in its document exactly as said."""
    data = _read(folder / "story.toml", {"title", "document", "expect", "forbid"})
    documents = tuple(_document(folder, row) for row in data["document"])
    texts = {d.path: d.text for d in documents}
    expect = tuple(_label(folder.name, texts, row, forbidden=False) for row in data.get("expect", ()))
    forbid = tuple(_label(folder.name, texts, row, forbidden=True) for row in data.get("forbid", ()))
    return LabelledStory(folder.name, data["title"], documents, expect, forbid)


def load_pairs(path: Path = PAIRS) -> tuple[LabelledPair, ...]:
    """Raises LabelError for a verdict, type or key that does not exist."""
    found = []
    for group, rows in tomllib.loads(path.read_text(encoding="utf-8")).items():
        for number, row in enumerate(rows, start=1):
            where = f"{path.name}: {group}-{number}"
            _check_keys(where, row, {"verdict", "type", "herald", "ledger", "published", "why"})
            _check(where, row["verdict"], VERDICTS | {"none"})
            _check(where, row["type"], TYPES)
            first, second = row.get("published", (None, None))
            found.append(LabelledPair(group, number, row["verdict"], row["type"], row["herald"], row["ledger"],
                                      (first, second), row.get("why", "")))
    return tuple(found)


def _document(folder: Path, row: Mapping[str, Any]) -> LabelledDocument:
    _check_keys(folder.name, row, {"path", "source", "published"})
    data = (folder / row["path"]).read_bytes()  # bytes first: newlines stay as they are
    return LabelledDocument(row["path"], row["source"], row["published"], data.decode("utf-8"))


def _label(story: str, texts: Mapping[str, str], row: Mapping[str, Any], *, forbidden: bool) -> Label:
    where = f"{story}: {row.get('a')} / {row.get('b')}"
    if forbidden:
        _check_keys(where, row, {"a", "b", "guard", "why"})
        _check(where, row["guard"], GUARDS)
    else:
        _check_keys(where, row, {"verdict", "rule", "type", "a", "b", "optional", "why"})
        _check(where, row["verdict"], VERDICTS)
        _check(where, row["type"], TYPES)
    a, b = (_side(where, texts, row[key]) for key in ("a", "b"))
    if a.document == b.document:
        raise LabelError(f"{where}: both sides are in one document")
    return Label(row.get("verdict", ""), a, b, row.get("type", "other"), row.get("rule", ""), row.get("guard", ""),
                 row.get("optional", False), row.get("why", ""))


def _side(where: str, texts: Mapping[str, str], row: Mapping[str, Any]) -> Side:
    _check_keys(where, row, {"document", "quote", "occurrence", "also"})
    document = row["document"]
    if document not in texts:
        raise LabelError(f"{where}: no document {document!r}")
    places = [find(where, texts[document], row["quote"], row.get("occurrence"))]
    places += [find(where, texts[document], quote, None) for quote in row.get("also", ())]
    return Side(document, row["quote"], tuple(places))


def find(where: str, text: str, quote: str, occurrence: int | None) -> Place:
    """Where `quote` stands; without an `occurrence` (from 1) it must stand there exactly once. Raises LabelError."""
    starts = [i for i in range(len(text)) if text.startswith(quote, i)]
    if not starts:
        raise LabelError(f"{where}: {quote!r} does not stand in the text")
    if occurrence is None and len(starts) > 1:
        raise LabelError(f"{where}: {quote!r} stands {len(starts)} times; say which with `occurrence`")
    if occurrence is not None and not (len(starts) > 1 and 1 <= occurrence <= len(starts)):
        raise LabelError(f"{where}: {quote!r} stands {len(starts)} times, `occurrence` is {occurrence}")
    start = starts[(occurrence or 1) - 1]
    return start, start + len(quote)


def _read(path: Path, keys: set[str]) -> dict[str, Any]:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    _check_keys(str(path), data, keys)
    return data


def _check_keys(where: str, row: Mapping[str, Any], known: set[str]) -> None:
    if unknown := sorted(set(row) - known):
        raise LabelError(f"{where}: unknown {', '.join(unknown)}")


def _check(where: str, value: str, known: frozenset[str] | set[str] | tuple[str, ...]) -> None:
    if value not in known:
        raise LabelError(f"{where}: {value!r} is none of {', '.join(sorted(known))}")
