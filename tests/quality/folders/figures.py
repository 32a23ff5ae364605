"""Figures and tables of measured stories. Nothing here but totals: no name of a story, no word of a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from operator import eq
from statistics import median

from claimcheck.expectations.labels import ALARMS, NUMERIC

from ..share import Share, share
from ..table import table
from .measure import AlarmRow, LabelRow, Measured, PlantRow
from .stages import FOUND, STAGES

JUDGED = ("right", "repeated", "optional", "false")
# A figure must be met by its words; the others, whole sentences.
_GROUPS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("numeric", lambda kind: kind in NUMERIC), ("in words", lambda kind: kind not in NUMERIC), ("all", lambda _: True),
)


def figures(measured: Sequence[Measured]) -> dict[str, Share]:
    """Every figure by its name."""
    alarms, planted = _alarms(measured), _plants(measured)
    conflicts = _labels(measured, *ALARMS)
    return {
        "alarm precision": _precision(alarms),
        "alarm precision numeric": _precision([a for a in alarms if a.type in NUMERIC]),
        "alarm recall": _found(conflicts),
        "alarm recall numeric": _found([r for r in conflicts if r.type in NUMERIC]),
        "false alarms a pair of documents": Share(sum(a.judged == "false" for a in alarms),
                                                  sum(m.document_pairs for m in measured), rate=True),
        "agreements recalled": _found(_labels(measured, "agreement")),
        "updates recalled": _found(_labels(measured, "update")),
        "planted conflicts found": _found(planted),
        "extra alarms a plant": Share(sum(p.extra for p in planted), len(planted), rate=True),
    }


def counts(measured: Sequence[Measured]) -> dict[str, int]:
    alarms = _alarms(measured)
    return {
        "stories": len(measured), "pairs of documents": sum(m.document_pairs for m in measured),
        "alarms": len(alarms), **{judged: sum(a.judged == judged for a in alarms) for judged in JUDGED},
        "on labelled updates": sum(a.why == "labelled update" for a in alarms),
        "on look-alikes": sum(a.why.startswith("look-alike") for a in alarms),
        "on quiet stories": sum(len(m.alarms) for m in measured if m.quiet),
        "agreements": sum(m.agreements for m in measured),
        "agreements on a conflict": sum(m.agreements_wrong for m in measured),
    }


def tables(measured: Sequence[Measured]) -> str:
    """All that may be printed of stories whose texts nobody is to read."""
    alarms, planted = _alarms(measured), _plants(measured)
    conflicts = _labels(measured, *ALARMS)
    parts = [
        "\n".join(f"{name:>33} {value}" for name, value in figures(measured).items()),
        "counts: " + ", ".join(f"{name} {value}" for name, value in counts(measured).items()),
        "Alarms by type (of a false one: of what it was made)\n" + _by_type(alarms, conflicts),
        "Alarms by rule\n" + table(("rule", *JUDGED, "precision"), [
            (rule, *_judged(some), _precision(some)) for rule, some in _by(alarms, lambda a: a.rule)]),
        "Labelled conflicts: found, or the stage at which they were lost\n" + _by_stage(conflicts),
        "Why\n" + _why(conflicts),
        "Planted conflicts\n" + _by_stage(planted, extra=True),
        "Why\n" + _why(planted),
        "Labelled agreements\n" + _by_stage(_labels(measured, "agreement")),
        "Why\n" + _why(_labels(measured, "agreement")),
        "False alarms: what made them\n" + _made(alarms),
    ]
    return "\n\n".join(parts)


def _by_type(alarms: Sequence[AlarmRow], conflicts: Sequence[LabelRow]) -> str:
    rows = []
    for name, holds in _kinds([*(a.type for a in alarms), *(c.type for c in conflicts)]):
        some = [a for a in alarms if holds(a.type)]
        rows.append((name, *_judged(some), _precision(some), _found([c for c in conflicts if holds(c.type)])))
    return table(("type", *JUDGED, "precision", "recall"), rows)


def _by_stage(rows: Sequence[LabelRow | PlantRow], *, extra: bool = False) -> str:
    lines = []
    for name, holds in _kinds(r.type for r in rows):
        some = [r for r in rows if holds(r.type)]
        lost = Counter(r.stage.name for r in some)
        more = [sum(r.extra for r in some if isinstance(r, PlantRow))] if extra else []
        lines.append((name, *(lost[stage] for stage in STAGES), *more, _found(some)))
    return table(("type", *STAGES, *(["extra"] if extra else []), "found"), lines)


def _why(rows: Sequence[LabelRow | PlantRow]) -> str:
    tally = Counter((r.stage.name, r.stage.why, r.type in NUMERIC) for r in rows if r.stage.name != FOUND)
    reasons = sorted({(stage, why) for stage, why, _ in tally},
                     key=lambda r: (STAGES.index(r[0]), -tally[*r, True] - tally[*r, False], r[1]))
    return table(("lost at: why", "numeric", "in words"), [
        (f"{stage}: {why}", tally[stage, why, True], tally[stage, why, False]) for stage, why in reasons])


def _made(alarms: Sequence[AlarmRow]) -> str:
    false = [a for a in alarms if a.judged == "false"]
    rows = []
    for name, some in _by(false, lambda a: f"{a.rule} by {a.key}, standing {a.standing or 'none'}"):
        scores = sorted(a.score for a in some if a.score is not None)
        rows.append((name, len(some), f"{scores[0]:.2f} {median(scores):.2f} {scores[-1]:.2f}" if scores else ""))
    return table(("rule, key of the pair, standing of its values", "false", "link score: least, median, most"), rows)


def _kinds(types: Iterable[str]) -> list[tuple[str, Callable[[str], bool]]]:
    """Each type and then the groups of types, with what belongs to them."""
    return [*((kind, partial(eq, kind)) for kind in sorted(set(types))), *_GROUPS]


def _labels(measured: Iterable[Measured], *verdicts: str) -> list[LabelRow]:
    return [row for m in measured for row in m.labels if row.verdict in verdicts]


def _alarms(measured: Iterable[Measured]) -> list[AlarmRow]:
    return [row for m in measured for row in m.alarms]


def _plants(measured: Iterable[Measured]) -> list[PlantRow]:
    return [row for m in measured for row in m.plants]


def _by(rows: Sequence[AlarmRow], key: Callable[[AlarmRow], str]) -> list[tuple[str, list[AlarmRow]]]:
    names = Counter(key(r) for r in rows)
    return [(name, [r for r in rows if key(r) == name]) for name in sorted(names, key=lambda n: (-names[n], n))]


def _judged(alarms: Sequence[AlarmRow]) -> list[int]:
    return [sum(a.judged == judged for a in alarms) for judged in JUDGED]


def _precision(alarms: Sequence[AlarmRow]) -> Share:
    return share(a.judged == "right" for a in alarms if a.judged in ("right", "false"))


def _found(rows: Sequence[LabelRow | PlantRow]) -> Share:
    return share(r.stage.name == FOUND for r in rows)
