"""fixtures/floors.toml: the figures we must not fall below, and the data they were reached on.

A section has the digest of its data, `at_least` and `at_most`. It is added by a line in SECTIONS and a table in the
file. Pinning writes what was reached, less the noise, and the digest anew; it makes no floor laxer unless told to.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .extract import extract_score, grammar_files
from .labels import FIXTURES, PAIRS, STORIES
from .run import pairs_score, stories_score
from .score import Figures

FLOORS = FIXTURES / "floors.toml"
_HEADER = """\
# Quality figures on our own labelled data that must not be fallen short of; tests/test_floors.py checks them.
# `digest` pins a section to its data: change a label or a text and the floors must be looked at and pinned again with
#
#     python -m tests.quality pin
#
# It writes what is reached now, less the noise (NOISE in tests/quality/floors.py), where that is stricter than what
# stands here, and refuses to make a floor laxer. To lower one on purpose: python -m tests.quality pin --lower, and say
# in the commit why. 0 under at_least and 1000 under at_most mean: not set yet.
"""
# Embeddings differ in the last digits between machines; one decision may turn on that, two hardly.
NOISE_RATIO = 0.02
NOISE_COUNT = 1
_COUNTED = frozenset({"alarms_on_quiet_stories", "agreements_wrong", "lookalikes_hit"})


@dataclass(frozen=True, slots=True)
class Section:
    """`data` are the files under the digest, `measure` gives the figures, `at_most` those where less is better."""

    name: str
    data: Callable[[], Sequence[Path]]
    measure: Callable[[], Figures]
    at_most: frozenset[str] = frozenset()


def _story_files() -> list[Path]:
    return [p for p in STORIES.rglob("*") if p.is_file() and p.suffix in {".txt", ".toml", ".md", ".html"}]


SECTIONS: tuple[Section, ...] = (
    Section("stories", _story_files, lambda: stories_score().figures,
            frozenset({"false_per_document_pair"}) | _COUNTED),
    Section("pairs", lambda: [PAIRS], lambda: pairs_score().figures, frozenset({"false_alarm_rate"})),
    Section("extract", grammar_files, extract_score, frozenset({"lookalikes_read"})),
)


def digest(files: Sequence[Path], root: Path = FIXTURES) -> str:
    """SHA-256 over names and contents, whatever the order of the files."""
    found = hashlib.sha256()
    for path in sorted(files, key=lambda p: p.relative_to(root).as_posix()):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        found.update(f"{path.relative_to(root).as_posix()}\0{content}\n".encode())
    return found.hexdigest()


def load(path: Path = FLOORS) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def shortfalls(figures: Figures, floors: Mapping[str, Any]) -> list[str]:
    """One line for each figure on the wrong side of its floor, or that is no longer measured."""
    lines = []
    for side, sign in (("at_least", 1), ("at_most", -1)):
        for name, floor in floors.get(side, {}).items():
            if name not in figures:
                lines.append(f"{name} is not measured")
            elif sign * figures[name] < sign * floor:
                lines.append(f"{name} is {figures[name]:g}, {side.replace('_', ' ')} {floor:g} is wanted")
    return lines


def pinned(section: Section, figures: Figures, floors: Mapping[str, Any], *, lower: bool = False) -> dict[str, Any]:
    """The section as it is to be written. Raises ValueError where a figure is short of its floor and not `lower`."""
    short = shortfalls(figures, floors)
    if short and not lower:
        raise ValueError(f"[{section.name}] " + "; ".join(short) + " (--lower pins it all the same)")
    least: Figures = {}
    most: Figures = {}
    for name, got in figures.items():
        noise = NOISE_COUNT if name in _COUNTED else NOISE_RATIO
        if name in section.at_most:
            reached = round(got + noise, 4)
            most[name] = reached if lower else min(reached, floors.get("at_most", {}).get(name, reached))
        else:
            reached = round(max(got - noise, 0.0), 4)
            least[name] = reached if lower else max(reached, floors.get("at_least", {}).get(name, reached))
    return {"digest": digest(section.data()), "at_least": least, "at_most": most}


def written(sections: Mapping[str, Mapping[str, Any]]) -> str:
    """The file's text."""
    lines = [_HEADER]
    for name, section in sections.items():
        lines.append(f"[{name}]\ndigest = \"{section['digest']}\"\n")
        for side in ("at_least", "at_most"):
            if section.get(side):
                values = "".join(f"{key} = {value:g}\n" for key, value in section[side].items())
                lines.append(f"[{name}.{side}]\n{values}")
    return "\n".join(lines)


def pin(*, lower: bool = False, only: Sequence[str] = ()) -> None:
    """Measure and write fixtures/floors.toml; sections that are not named in `only` stay as they are."""
    found = load()
    for section in SECTIONS:
        if not only or section.name in only:
            found[section.name] = pinned(section, section.measure(), found.get(section.name, {}), lower=lower)
    FLOORS.write_text(written(found), encoding="utf-8")
