"""The program run on one story, and each label, alarm and plant with what became of it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from claimcheck.cache.store import Cache, open_cache
from claimcheck.config import Settings
from claimcheck.errors import ClaimcheckError
from claimcheck.expectations.judge import LOOSE, touches
from claimcheck.expectations.labels import ALARMS, NUMERIC, Label
from claimcheck.model.finding import Finding
from claimcheck.pipeline import Trace, trace_documents
from claimcheck.read import read_text

from .plants import Plant, plants
from .stages import FOUND, Stage, behind, link_of, stage_of, type_of
from .story import FolderStory, Marked, read_story

Item = TypeVar("Item")
Result = TypeVar("Result")
Texts = Mapping[str, str]
Days = Mapping[str, date | None]


@dataclass(frozen=True, slots=True)
class LabelRow:
    """A conflict, update or agreement that is labelled and must be met."""

    story: str
    verdict: str
    type: str
    stage: Stage
    what: str
    sides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AlarmRow:
    """`judged` is right, repeated, optional or false; `why` names the label that forbids it. `key` is without its value
    ("event" and not "event=buy"), `score` and `standing` are of the pair behind, if there is one."""

    story: str
    judged: str
    type: str
    rule: str
    verdict: str
    key: str
    score: float | None
    standing: str
    why: str
    sides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlantRow:
    """`extra` counts the alarms that are neither the plant nor stand between the unchanged articles."""

    story: str
    type: str
    stage: Stage
    extra: int
    old: str
    new: str
    other: str


@dataclass(frozen=True, slots=True)
class Measured:
    """`agreements_wrong` are reported agreements on a labelled conflict."""

    story: str
    document_pairs: int
    quiet: bool
    labels: tuple[LabelRow, ...]
    alarms: tuple[AlarmRow, ...]
    agreements: int
    agreements_wrong: int
    plants: tuple[PlantRow, ...]


@dataclass(frozen=True, slots=True)
class How:
    """`cache` is the folder for what was read, "" for none; `planted` whether conflicts are planted as well."""

    settings: Settings = field(default_factory=Settings)
    cache: str = ""
    planted: bool = True


def traced(texts: Texts, published: Days, how: How) -> Trace:
    """Raises ClaimcheckError where a rule failed: it must not pass for one that was silent."""
    cache = open_cache(how.cache) if how.cache else Cache(None)
    documents = [read_text(text, key, published=published.get(key)) for key, text in texts.items()]
    trace = trace_documents(documents, how.settings, cache)
    if trace.failures:
        failure = trace.failures[0]
        raise ClaimcheckError(f"{failure.stage} {failure.subject}: {failure.message}")
    return trace


def reported(trace: Trace, settings: Settings, *verdicts: str) -> list[Finding]:
    """The findings of the rules that are wanted."""
    return [f for f in trace.findings if settings.runs(f.rule) and f.verdict.value in verdicts]


def measure_file(path: Path, how: How) -> Measured:
    """Raises InputError for what is no labelled story, ClaimcheckError for a story that cannot be compared."""
    story = read_story(path)
    try:
        return measure(story, how)
    except ClaimcheckError as error:
        raise ClaimcheckError(f"{path}: {error}") from None


def measure(story: FolderStory, how: How) -> Measured:
    trace = traced(story.texts, story.published, how)
    alarms, claimed = _judge_alarms(story, trace, reported(trace, how.settings, *ALARMS))
    agreements = reported(trace, how.settings, "agreement")
    conflicts = story.of(*ALARMS)
    met = {id(m) for m in claimed}
    for verdict, found in (("agreement", agreements), ("update", reported(trace, how.settings, "update"))):
        met |= {id(m) for m in story.of(verdict) if any(covers(f, m.label, story.texts) for f in found)}
    labels = [_row(story, trace, m, met=id(m) in met) for m in (*conflicts, *story.of("agreement", "update"))]
    wrong = sum(any(covers(f, m.label, story.texts) for m in conflicts) for f in agreements)
    quiet = all(m.label.verdict == "agreement" for m in story.expect)
    return Measured(story.name, len(list(itertools.combinations(story.texts, 2))), quiet, tuple(labels), alarms,
                    len(agreements), wrong, tuple(_planted(story, how)) if how.planted else ())


def covers(finding: Finding, label: Label, texts: Texts) -> bool:
    """Evidence on both sides: on their words, or for what is no figure in their sentences."""
    return touches(finding, label, texts, loose=bool(label.verdict) and label.type in LOOSE)


def each(function: Callable[[Item, How], Result], items: Sequence[Item], how: How, jobs: int) -> Iterator[Result]:
    """The results in the order of the items."""
    if jobs < 2:
        yield from (function(item, how) for item in items)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Not fork: a process that has threads must not be copied.
    with ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_one_thread) as pool:
        yield from pool.map(function, items, itertools.repeat(how))


def _one_thread() -> None:
    """The processes are to share the processors, not to fight for them."""
    import os

    os.environ["OMP_NUM_THREADS"] = "1"


def _judge_alarms(
    story: FolderStory, trace: Trace, alarms: Sequence[Finding]
) -> tuple[tuple[AlarmRow, ...], list[Marked]]:
    """The alarms, and the labelled conflicts that they meet."""
    rows: list[AlarmRow] = []
    claimed: list[Marked] = []
    borderline = [m for m in story.expect if m.label.verdict in ALARMS and m.label.optional]
    for alarm in alarms:
        pair = behind(trace, alarm)
        met = [m for m in story.of(*ALARMS) if covers(alarm, m.label, story.texts)]
        optional = [m for m in borderline if covers(alarm, m.label, story.texts)]
        judged, kind, why = "false", type_of(pair), ""
        if met:
            judged, kind = "repeated" if all(m in claimed for m in met) else "right", met[0].label.type
            claimed += [m for m in met if m not in claimed]
        elif optional:
            judged, kind = "optional", optional[0].label.type
        elif any(covers(alarm, m.label, story.texts) for m in story.of("update")):
            why = "labelled update"
        elif trap := next((t for t in story.forbid if covers(alarm, t, story.texts)), None):
            why = f"look-alike: {trap.why}"
        rows.append(AlarmRow(
            story.name, judged, kind, alarm.rule, alarm.verdict.value, alarm.key.split("=")[0] or "none",
            round(link_of(pair).score, 3) if pair else None, pair.standing if pair else "", why,
            tuple(f"{e.document}: {' '.join(e.quote.split())} [{e.value}] in: {e.context_text}"
                  for e in alarm.evidence[:4]),
        ))
    return tuple(rows), claimed


def _row(story: FolderStory, trace: Trace, marked: Marked, *, met: bool) -> LabelRow:
    label = marked.label
    return LabelRow(story.name, label.verdict, label.type, Stage(FOUND) if met else stage_of(trace, marked, label.type),
                    marked.what, tuple(f"{s.document}: {s.quote}" for s in (label.a, label.b)))


def _planted(story: FolderStory, how: How) -> Iterator[PlantRow]:
    before: dict[tuple[str, str], set[object]] = {}
    for plant in plants(story):
        label = plant.marked.label
        texts = {name: story.texts[name] for name in (label.b.document, plant.changed)}
        if tuple(texts) not in before:
            unchanged = traced(texts, story.published, how)
            before[label.b.document, plant.changed] = set(map(_words, reported(unchanged, how.settings, *ALARMS)))
        yield _plant_row(story.name, plant, {**texts, plant.changed: plant.text}, story.published, how,
                         before[label.b.document, plant.changed])


def _plant_row(
    name: str, plant: Plant, texts: Texts, published: Days, how: How, before: Collection[object]
) -> PlantRow:
    label = plant.marked.label
    trace = traced(texts, published, how)
    alarms = reported(trace, how.settings, *ALARMS)
    hits = [f for f in alarms if touches(f, label, texts, loose=False)]
    extra = [f for f in alarms if f not in hits and _words(f) not in before]
    kind = label.type if label.type in NUMERIC else ""  # what is planted is a value, whatever the agreement is about
    return PlantRow(name, label.type, Stage(FOUND) if hits else stage_of(trace, plant.marked, kind), len(extra),
                    plant.old, plant.new, label.b.quote)


def _words(finding: Finding) -> object:
    """An alarm by its words, which an edit elsewhere leaves as they are."""
    return finding.rule, tuple(sorted((e.document, e.quote) for e in finding.evidence))
