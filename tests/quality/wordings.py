"""python -m tests.quality pairs-file FILE...: pairs of short texts written for measuring, each about two values.

    [[pair]]
    kind = "deals"             # what it is about, for the totals
    writer = "..."
    verdict = "conflict"       # or "agreement", or "silent": the values are of different things
    date = "2031-03-04"        # both texts appeared then
    a = '''...'''
    b = '''...'''
    a_value = "$1.4 billion"   # words that stand once in a
    b_value = "1.6bn dollars"  # and in b

A conflict is found by a contradiction or tension on both values, an agreement by an agreement on both and no such
alarm; of what is to be silent there is neither. Alarms anywhere else in a pair are counted as extra.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from claimcheck.corpus.manifest import tables
from claimcheck.errors import ConfigError
from claimcheck.expectations.judge import touches
from claimcheck.expectations.labels import ALARMS, Label, Side, find
from claimcheck.toml import Keys, TomlFile, read_toml

from .folders.command import settings_of
from .folders.measure import How, each, reported, traced
from .folders.stages import FOUND, STAGES, Stage, stage_of
from .folders.story import Marked
from .share import Share, share
from .table import table

VERDICTS = ("agreement", "conflict", "silent")
_KEYS = ("kind", "writer", "verdict", "date", "a", "b", "a_value", "b_value")


@dataclass(frozen=True, slots=True)
class Written:
    """`where` is the place in its file."""

    where: str
    kind: str
    verdict: str
    published: date
    a: str
    b: str
    marked: Marked


@dataclass(frozen=True, slots=True)
class PairRow:
    """`said` tells what was reported on both values; `stage` is where a pair that is not right was lost."""

    where: str
    kind: str
    verdict: str
    right: bool
    said: str
    stage: Stage
    extra: int
    sides: tuple[str, str]


def run(options: argparse.Namespace) -> str:
    """What is to be printed. Raises ClaimcheckError for what the caller can mend."""
    how = How(settings_of(options.config), options.cache or "")
    rows = list(each(judge, [pair for file in options.names for pair in read_pairs(file)], how, options.jobs))
    if options.json:
        data = {"figures": {name: found.to_dict() for name, found in figures(rows).items()},
                "pairs": [asdict(row) for row in rows]}
        options.json.write_text(json.dumps(data, indent=1, ensure_ascii=False), encoding="utf-8")
    return "\n\n".join([*(["\n".join(notes(rows))] if options.show else []), totals(rows)])


def read_pairs(path: Path) -> list[Written]:
    """Raises ConfigError, with path:line:column, for what is no written pair."""
    try:
        file = read_toml(path, str(path))
    except OSError as error:
        raise ConfigError(f"{path}:1:1: cannot be read ({error.strerror}); check the path") from None
    file.check_keys((), file.data, ("pair",))
    return [_pair(file, ("pair", number), row) for number, row in enumerate(tables(file, "pair"))]


def judge(pair: Written, how: How) -> PairRow:
    """The program's findings on one pair."""
    texts = {"a": pair.a, "b": pair.b}
    trace = traced(texts, dict.fromkeys(texts, pair.published), how)
    alarms = reported(trace, how.settings, *ALARMS)
    on_both = [f for f in alarms if touches(f, pair.marked.label, texts, loose=False)]
    agreed = any(touches(f, pair.marked.label, texts, loose=False)
                 for f in reported(trace, how.settings, "agreement"))
    wanted = {"conflict": bool(on_both), "agreement": agreed and not on_both, "silent": not agreed and not on_both}
    said = ["alarm"] * bool(on_both) + ["agreement"] * agreed
    lost = not wanted[pair.verdict] and pair.verdict != "silent" and not on_both
    stage = stage_of(trace, pair.marked, "") if lost else Stage(FOUND)
    return PairRow(pair.where, pair.kind, pair.verdict, wanted[pair.verdict], " and ".join(said) or "nothing", stage,
                   len(alarms) - len(on_both), (pair.a, pair.b))


def figures(rows: Sequence[PairRow]) -> dict[str, Share]:
    """The share judged rightly, by verdict, and extra alarms."""
    return {
        **{verdict: share(r.right for r in rows if r.verdict == verdict) for verdict in VERDICTS},
        "all": share(r.right for r in rows),
        "extra alarms a pair": Share(sum(r.extra for r in rows), len(rows), rate=True),
    }


def totals(rows: Sequence[PairRow]) -> str:
    kinds = sorted({r.kind for r in rows})
    by_kind = []
    for kind in (*kinds, "all"):
        some = [r for r in rows if kind in (r.kind, "all")]
        found = figures(some)
        by_kind.append((kind, *(f"{found[v].part}/{found[v].whole}" for v in VERDICTS), found["all"],
                        sum(r.extra for r in some)))
    lost = Counter((r.verdict, r.stage.name, r.stage.why) for r in rows if r.stage.name != FOUND)
    wrong = Counter((r.verdict, r.said) for r in rows if not r.right)
    reasons = sorted(lost, key=lambda r: (r[0], STAGES.index(r[1]), -lost[r], r[2]))
    return "\n\n".join((
        "\n".join(f"{name:>20} {value}" for name, value in figures(rows).items()),
        "Right by kind\n" + table(("kind", *VERDICTS, "right", "extra alarms"), by_kind),
        "Wrong: what was reported on the two values\n" + table(("verdict, reported", "pairs"), [
            (f"{verdict}, {said}", n) for (verdict, said), n in sorted(wrong.items())]),
        "Where nothing was reported: the stage at which the pair was lost\n" + table(("verdict, stage: why", "pairs"), [
            (f"{verdict}, {stage}: {why}", lost[verdict, stage, why]) for verdict, stage, why in reasons]),
    ))


def notes(rows: Sequence[PairRow]) -> Iterator[str]:
    """Each pair that is not right, or has an alarm elsewhere."""
    for row in rows:
        if not row.right or row.extra:
            lost = ": ".join(part for part in (row.stage.name, row.stage.why, row.stage.detail) if part)
            yield (f"{row.where}: {row.kind}, {row.verdict}: reported {row.said}, {row.extra} extra"
                   f"{'' if row.stage.name == FOUND else f', lost at {lost}'}\n    {row.sides[0]}\n    {row.sides[1]}")


def _pair(file: TomlFile, here: Keys, row: dict[str, Any] | Any) -> Written:
    file.check_keys(here, row, _KEYS)
    for key in _KEYS:
        if key != "date" and not isinstance(row.get(key), str):
            raise file.fault((*here, key), f"{key!r} is to be a string")
    if row["verdict"] not in VERDICTS:
        raise file.fault((*here, "verdict"), f"verdict is {row['verdict']!r}, none of {', '.join(VERDICTS)}")
    try:
        published = row["date"] if isinstance(row["date"], date) else date.fromisoformat(row["date"])
    except (KeyError, TypeError, ValueError):
        raise file.fault((*here, "date"), "'date' is to be a day, as 2031-03-04") from None
    sides = []
    for key in ("a", "b"):
        try:
            place = find(row[key], row[f"{key}_value"], None)
        except ValueError as error:
            raise file.fault((*here, f"{key}_value"), f"{key}: {error}") from None
        sides.append(Side(key, row[f"{key}_value"], (place,)))
    label = Label(row["verdict"], sides[0], sides[1])
    line, column = file.place(here)
    return Written(f"{file.name}:{line}:{column}", row["kind"], row["verdict"], published, row["a"], row["b"],
                   Marked(label, sides[0].places, sides[1].places))
