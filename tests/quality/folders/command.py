"""python -m tests.quality folder FOLDER...: the figures of the program on folders of labelled stories."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, fields
from datetime import date
from pathlib import Path
from typing import Any

from claimcheck.cache.store import content_key
from claimcheck.config import Settings
from claimcheck.config.load import load
from claimcheck.errors import UsageError
from claimcheck.expectations.labels import ALARMS
from claimcheck.rules import RULES

from ..floors import digest
from .figures import counts, figures, tables
from .log import append, refuse_repeat
from .measure import How, Measured, each, measure_file
from .stages import FOUND
from .story import story_files

UNREAD = "check"


def run(options: argparse.Namespace) -> str:
    """What is to be printed. Raises ClaimcheckError for what the caller can mend."""
    folders: list[Path] = options.names
    _check(options, folders)
    how = How(settings_of(options.config), options.cache or "", planted=not options.no_plants)
    files = story_files(folders)
    stories, said = _digest(files), _said(how.settings)
    if options.log:
        refuse_repeat(options.log, stories, said)
    measured = list(each(measure_file, files, how, options.jobs))
    if options.json:
        options.json.write_text(json.dumps(as_dict(measured), indent=1, ensure_ascii=False), encoding="utf-8")
    row = append(options.log, stories, said, figures(measured), date.today()) if options.log else ""
    shown = "\n".join(notes(measured)) if options.show else ""
    return "\n\n".join(part for part in (shown, tables(measured), row) if part)


def settings_of(config: str | None) -> Settings:
    """Those of a configuration file; without one the defaults, whatever file is near."""
    rules = [rule.name for rule in RULES]
    return load(rules=lambda: rules, config=config, isolated=config is None, environ={}).settings


def notes(measured: Sequence[Measured]) -> Iterator[str]:
    """Each conflict and plant that was missed, and each false alarm."""
    for m in measured:
        for row in m.labels:
            if row.verdict in ALARMS and row.stage.name != FOUND:
                yield f"{m.story}: missed {row.type} {row.verdict}, {_stage(row)}: {row.what}" + _sides(row.sides)
        for alarm in m.alarms:
            if alarm.judged == "false":
                link = "no pair" if alarm.score is None else f"{alarm.score}, standing {alarm.standing or 'none'}"
                yield (f"{m.story}: false {alarm.verdict} by {alarm.rule} ({alarm.key}; {link}; "
                       f"{alarm.why or 'not labelled'})" + _sides(alarm.sides))
        for plant in m.plants:
            if plant.stage.name != FOUND or plant.extra:
                told = f"missed at {_stage(plant)}" if plant.stage.name != FOUND else "found"
                yield (f"{m.story}: plant of {plant.type} {told}, {plant.extra} extra"
                       + _sides((f"{plant.old} -> {plant.new}", plant.other)))


def as_dict(measured: Sequence[Measured]) -> dict[str, Any]:
    """All figures and rows as plain JSON data."""
    return {
        "figures": {name: found.to_dict() for name, found in figures(measured).items()},
        "counts": counts(measured),
        "stories": [asdict(m) for m in measured],
    }


def _check(options: argparse.Namespace, folders: Sequence[Path]) -> None:
    unread = [f for f in folders if UNREAD in f.resolve().parts]
    for name in ("show", "json"):
        if getattr(options, name) and (options.log or unread):
            place = unread[0] if unread else "--log"
            raise UsageError(f"--{name} does not go with {place}: totals only, so that nobody learns from the texts")
    if unread and not options.log:
        raise UsageError(f"{unread[0]}: each look is to be on record; add --log docs/check-log.md")
    if options.log and options.no_plants:
        raise UsageError("--no-plants does not go with --log: rows are to have all figures")


def _digest(files: Sequence[Path]) -> str:
    """Twelve digits over names and contents, wherever the folders lie."""
    return content_key(*(digest([file], file.parent) for file in files))[:12]


def _said(settings: Settings) -> str:
    changed = [f"{f.name}={getattr(settings, f.name)}" for f in fields(Settings)
               if f.name not in ("root", "cache") and getattr(settings, f.name) != getattr(Settings(), f.name)]
    return "; ".join(changed).replace("|", "/") or "defaults"


def _stage(row: Any) -> str:
    return ": ".join(part for part in (row.stage.name, row.stage.why, row.stage.detail) if part)


def _sides(sides: Sequence[str]) -> str:
    return "".join(f"\n    {' '.join(side.split())}" for side in sides)
