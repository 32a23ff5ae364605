"""Labelled stories (fixtures/stories) and sentence pairs (fixtures/pairs.toml), with every quote found in its text."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from claimcheck.cli.settings import rule_names
from claimcheck.corpus.inside import reach
from claimcheck.corpus.manifest import open_manifest, tables
from claimcheck.corpus.story import MANIFEST
from claimcheck.errors import ConfigError
from claimcheck.expectations.labels import ALARMS, NUMERIC, TYPES, VERDICTS, Label, Place, Side, read_labels
from claimcheck.model.guard import Guard

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"
STORIES = FIXTURES / "stories"
PAIRS = FIXTURES / "pairs.toml"

LabelError = ConfigError


@dataclass(frozen=True, slots=True)
class LabelledDocument:
    path: str
    source: str
    published: date
    text: str


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
    """Raises LabelError, with the place, where a quote does not stand in its document exactly as said."""
    file = open_manifest(folder / MANIFEST, f"{folder.name}/{MANIFEST}", reach([folder]))
    documents = tuple(_document(folder, row) for row in tables(file, "document"))
    expect, forbid = read_labels(file, {d.path: d.text for d in documents}, rule_names())
    for label in expect:
        _check(label.where, label.type, TYPES)
    for label in forbid:
        _check(label.where, label.guard, tuple(Guard))
    return LabelledStory(folder.name, str(file.data["title"]), documents, expect, forbid)


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
    data = (folder / row["path"]).read_bytes()  # bytes first: newlines stay as they are
    return LabelledDocument(row["path"], row["source"], row["published"], data.decode("utf-8"))


def _check_keys(where: str, row: Mapping[str, Any], known: set[str]) -> None:
    if unknown := sorted(set(row) - known):
        raise LabelError(f"{where}: unknown {', '.join(unknown)}")


def _check(where: str, value: str, known: frozenset[str] | set[str] | tuple[str, ...]) -> None:
    if value not in known:
        raise LabelError(f"{where}: {value!r} is none of {', '.join(sorted(known))}")


__all__ = ["ALARMS", "NUMERIC", "TYPES", "VERDICTS", "Label", "LabelError", "Place", "Side"]
