"""One labelled story as a JSON file: articles of one event and what is to be found between them.

    {"story": NAME, "documents": [{"id", "text", "published": DATE | null}, ...],
     "findings": [{"verdict", "type", "a": SIDE, "b": SIDE, "optional": true}, ...],
     "traps": [{"a": SIDE, "b": SIDE, "why_not": WORDS}, ...]}

A SIDE is {"doc", "start", "end", "quote", "value", "alts": [{"start", "end"}, ...]} in code points. Other keys are left
alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from claimcheck.errors import InputError
from claimcheck.expectations.labels import ALARMS, VERDICTS, Label, Place, Side


@dataclass(frozen=True, slots=True)
class Marked:
    """A label and, for each side, where the value itself stands: "5.4%" of "rose by 5.4% over the year"."""

    label: Label
    a: tuple[Place, ...]
    b: tuple[Place, ...]
    what: str = ""


@dataclass(frozen=True, slots=True)
class FolderStory:
    """Texts and days of appearance by the id of the document."""

    name: str
    texts: Mapping[str, str]
    published: Mapping[str, date | None]
    expect: tuple[Marked, ...]
    forbid: tuple[Label, ...]

    def of(self, *verdicts: str) -> tuple[Marked, ...]:
        """The labels that are to be met. Only a conflict can be optional."""
        return tuple(m for m in self.expect if m.label.verdict in verdicts
                     and not (m.label.optional and m.label.verdict in ALARMS))


def story_files(folders: Sequence[Path]) -> list[Path]:
    """Raises InputError where there is no story."""
    files = sorted(file for folder in folders for file in folder.glob("*.json"))
    if not files:
        raise InputError(f"{', '.join(map(str, folders))}: no story here; name a folder of JSON files")
    return files


def read_story(path: Path) -> FolderStory:
    """Raises InputError, with the place in the file, for what is not a labelled story."""
    where = path.name
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: cannot be read as JSON ({error}); mend or remove it") from None
    try:
        texts = {row["id"]: row["text"] for row in data["documents"]}
        published = {row["id"]: _day(row.get("published")) for row in data["documents"]}
        expect = []
        for number, row in enumerate(data["findings"]):
            where = f"findings[{number}]"
            expect.append(_marked(row, number, texts))
        forbid = []
        for number, row in enumerate(data.get("traps", ())):
            where = f"traps[{number}]"
            forbid.append(_marked({**row, "verdict": ""}, number, texts).label)
        return FolderStory(data["story"], texts, published, tuple(expect), tuple(forbid))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        told = f"no {error}" if isinstance(error, KeyError) else str(error)
        raise InputError(f"{path}: {where}: {told}; see tests/quality/folders/story.py for the form") from None


def _marked(row: Mapping[str, Any], number: int, texts: Mapping[str, str]) -> Marked:
    verdict = row["verdict"]
    if verdict and verdict not in VERDICTS:
        raise ValueError(f"verdict is {verdict!r}, none of {', '.join(sorted(VERDICTS))}")
    a, b = _side(row["a"], texts), _side(row["b"], texts)
    label = Label(verdict, a, b, row.get("type") or "other", optional=bool(row.get("optional")),
                  why=row.get("why_not") or row.get("note") or "", row=number)
    return Marked(label, _values(row["a"], a), _values(row["b"], b), row.get("what") or "")


def _side(row: Mapping[str, Any], texts: Mapping[str, str]) -> Side:
    document, start, end, quote = row["doc"], row["start"], row["end"], row["quote"]
    if document not in texts or texts[document][start:end] != quote:
        raise ValueError(f"{quote!r} does not stand at {document}[{start}:{end}]")
    return Side(document, quote, ((start, end), *((other["start"], other["end"]) for other in row.get("alts", ()))))


def _values(row: Mapping[str, Any], side: Side) -> tuple[Place, ...]:
    value = row.get("value") or ""
    if not value or side.quote.count(value) != 1:  # "2m euros" for "two million euros" stands nowhere
        return side.places
    start = side.places[0][0] + side.quote.index(value)
    return ((start, start + len(value)), *side.places[1:])


def _day(published: str | None) -> date | None:
    return date.fromisoformat(published[:10]) if published else None
