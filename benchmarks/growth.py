"""python -m benchmarks.growth [--full] [--sources 2 200] [--stories 1 100] [--out docs]

How time and memory grow: with the sources of one story of 20 sentences each (2 to 200 with --full), and with the number
of stories of three sources (1 to 1,000 with --full). Each size is a process of its own: seconds of processors by stage,
which a busy machine changes less than the clock, and the largest memory. The slope of a stage is that of a straight
line through the upper half of its sizes on two logarithmic scales, over claims: 1 is linear. What the parser and the
two encoders were given with many stories is given to them again, to each alone: "models" is the sum of that, and "to
models" how many times as much the whole run took. Writes growth.md and growth.svg.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.corpus import ROOT, SUBJECTS, _facts

SENTENCES = 20
SIZES = {"sources": (2, 5, 10, 20), "stories": (1, 3, 10)}
FULL = {"sources": (2, 10, 20, 50, 100, 200), "stories": (1, 10, 30, 100, 1_000)}
STAGES = {
    "_read": "reading", "vectors_of": "vectors", "candidates": "candidates", "_judged": "links", "resolve": "matching",
    "find_copies": "copies", "repeated_contents": "sayings", "nearest": "nearest", "shared_topics": "topics",
    "_raised": "rules",
}
COLOURS = ("#1b6ca8", "#c0392b", "#27864b", "#8e44ad", "#b9770e", "#16a085", "#7f8c8d", "#d35400", "#2c3e50", "#a93226",
           "#000000")
HEAD = """# How time and memory grow

Made by `python -m benchmarks.growth`, on one machine; what it measures stands in `benchmarks/growth.py`.
Seconds are those of processors. A story of more than 12 documents sets each against three earlier ones, those that add
most: see `claimcheck/link/partners.py`. Sources draw their sentences from the same templates, as wire copies do:
of the 4,000 of 200 sources 58 are distinct, and each is parsed once; what compares the claims sees all of them.

![seconds by stage](growth.svg)

"""
WIDTH, HEIGHT, EDGE = 460, 320, 48


@dataclass(frozen=True, slots=True)
class Point:
    """`seconds` by stage, with "all"; `refused` says why nothing was compared."""

    size: int
    claims: int
    pairs: int
    megabytes: float
    seconds: dict[str, float] = field(default_factory=dict)
    refused: str = ""
    models: float = 0.0  # seconds of parser and encoders alone


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description="How time and memory grow.")
    parser.add_argument("--full", action="store_true", help="up to 200 sources and 1,000 stories")
    for kind in SIZES:
        parser.add_argument(f"--{kind}", type=int, nargs="*", help="these sizes instead, measured in this order")
    parser.add_argument("--out", type=Path, default=ROOT / "docs", help="folder of growth.md and growth.svg")
    parser.add_argument("--one", nargs=2, metavar=("KIND", "SIZE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(asdict(measure(options.one[0], int(options.one[1])))))
        return 0
    found: dict[str, list[Point]] = {}
    for kind, sizes in (FULL if options.full else SIZES).items():
        chosen = getattr(options, kind)
        found[kind] = []
        for size in sizes if chosen is None else chosen:
            point = _in_its_own_process(kind, size)
            print(f"{kind} {size}: {point}", flush=True)
            found[kind] = sorted((*found[kind], point), key=lambda p: p.size)
            _write(found, options.out)
    return 0


def _write(found: dict[str, list[Point]], folder: Path) -> None:
    """After each size, for the large ones take long."""
    folder.mkdir(parents=True, exist_ok=True)
    table = "\n\n".join(_table(kind, points) for kind, points in found.items())
    (folder / "growth.md").write_text(f"{HEAD}{table}\n", encoding="utf-8")
    (folder / "growth.svg").write_text(_svg(found), encoding="utf-8")


def story(number: int, sources: int) -> list[str]:
    """The texts of one story: three sets of facts, each told by every source in words drawn from the templates."""
    facts = [_facts(random.Random(number * 100 + turn)) for turn in range(-(-SENTENCES // len(SUBJECTS)))]
    texts = []
    for place in range(sources):
        chance = random.Random(f"{number} {place}")
        said = [chance.choice(SUBJECTS[turn % len(SUBJECTS)]).format(**facts[turn // len(SUBJECTS)])
                for turn in range(SENTENCES)]
        texts.append("\n\n".join(" ".join(said[start : start + 2]) for start in range(0, len(said), 2)))
    return texts


def measure(kind: str, size: int) -> Point:
    """Compare in this process, with nothing kept."""
    import resource

    from claimcheck import pipeline, read_claims
    from claimcheck.config import Settings
    from claimcheck.embed.onnx_runtime import OnnxEmbedder
    from claimcheck.errors import LimitError
    from claimcheck.parse.spacy_parser import forget
    from claimcheck.process import take_over
    from claimcheck.read import read_text

    take_over()
    seconds: defaultdict[str, float] = defaultdict(float)
    for name, stage in STAGES.items():
        setattr(pipeline, name, _timed(getattr(pipeline, name), stage, seconds))
    asked: list[tuple[Callable[..., Any], tuple[Any, ...]]] = []
    for place, name in ((read_claims, "parse_sentences"), (OnnxEmbedder, "encode")):
        setattr(place, name, _noted(getattr(place, name), asked))
    stories, sources = (1, size) if kind == "sources" else (size, 3)
    claims = pairs = 0
    refused = ""
    start = time.process_time()
    for number in range(stories):
        texts = story(number, sources)
        documents = [read_text(t, f"{i:03}", published=date(2031, 3, 3)) for i, t in enumerate(texts)]
        try:
            coverage = pipeline.compare_documents(documents, Settings()).coverage
        except LimitError as error:
            refused = str(error).split(";")[0]
            continue
        claims, pairs = claims + coverage.claims, pairs + coverage.pairs
    seconds["all"] = time.process_time() - start
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    forget()
    start = time.process_time()
    for work, arguments in asked if kind == "stories" else ():
        work(*arguments)
    models = time.process_time() - start if kind == "stories" else 0.0
    return Point(size, claims, pairs, round(megabytes), {s: round(t, 3) for s, t in seconds.items()}, refused,
                 round(models, 3))


def _noted(work: Callable[..., Any], asked: list[tuple[Callable[..., Any], tuple[Any, ...]]]) -> Callable[..., Any]:
    """The same, and what it was given is kept, so that it can be given again."""

    def noted(*arguments: Any) -> Any:
        asked.append((work, arguments))
        return work(*arguments)

    return noted


def slope(points: Sequence[Point], stage: str) -> float | None:
    """Of the line of least squares through the upper half of the points, over claims; None for fewer than three."""
    logs = [(math.log(p.claims), math.log(p.seconds[stage])) for p in points
            if not p.refused and p.claims and p.seconds.get(stage, 0.0) > 0]
    if len(logs) < 3:
        return None
    logs = logs[len(logs) // 2 - (len(logs) < 4) :]
    x0, y0 = (sum(column) / len(logs) for column in zip(*logs, strict=True))
    spread = sum((x - x0) ** 2 for x, _ in logs)
    return sum((x - x0) * (y - y0) for x, y in logs) / spread if spread else None


def _timed(work: Callable[..., Any], stage: str, seconds: defaultdict[str, float]) -> Callable[..., Any]:
    def timed(*arguments: Any, **options: Any) -> Any:
        start = time.process_time()
        try:
            return work(*arguments, **options)
        finally:
            seconds[stage] += time.process_time() - start

    return timed


def _in_its_own_process(kind: str, size: int) -> Point:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    program = [sys.executable, "-m", "benchmarks.growth", "--one", kind, str(size)]
    ran = subprocess.run(program, env=environment, capture_output=True, text=True, check=True)
    return Point(**json.loads(ran.stdout))


def _table(kind: str, points: Sequence[Point]) -> str:
    stages = ["all", *STAGES.values()]
    lines = [f"## {kind.capitalize()}", "",
             f"| {kind} | claims | pairs | MB | models | to models | {' | '.join(stages)} |",
             "|" + "---|" * (len(stages) + 6)]
    for p in points:
        times = [f"{p.seconds[s]:.2f}" if s in p.seconds else "" for s in stages]
        told = f"{p.claims:,} | {p.pairs:,}" if not p.refused else f"{p.refused} |"
        models = f"{p.models:.2f}" if p.models else ""
        ratio = f"{p.seconds['all'] / p.models:.2f}" if p.models else ""
        lines.append(f"| {p.size} | {told} | {p.megabytes:.0f} | {models} | {ratio} | {' | '.join(times)} |")
    slopes = [slope(points, s) for s in stages]
    lines.append(f"| slope | | | | | | {' | '.join('' if s is None else f'{s:.2f}' for s in slopes)} |")
    return "\n".join(lines)


def _svg(found: dict[str, list[Point]]) -> str:
    """Seconds over size, both logarithmic, a panel for each kind."""
    parts = []
    for panel, (kind, points) in enumerate(found.items()):
        some = [p for p in points if not p.refused]
        if some:
            parts.extend(_panel(kind, some, panel * (WIDTH + 130)))
    width = len(found) * (WIDTH + 130)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {HEIGHT}" font-family="sans-serif" '
            f'font-size="11">\n<rect width="100%" height="100%" fill="white"/>\n' + "\n".join(parts) + "\n</svg>\n")


def _panel(kind: str, points: Sequence[Point], left: float) -> list[str]:
    stages = ["all", *STAGES.values()]
    least, most = 0.01, max((p.seconds["all"] for p in points), default=1.0)
    sizes = [p.size for p in points]

    def at(size: float, seconds: float) -> str:
        across = math.log(size / sizes[0]) / (math.log(sizes[-1] / sizes[0]) or 1)
        up = math.log(max(seconds, least) / least) / (math.log(most / least) or 1)
        return f"{left + EDGE + across * (WIDTH - EDGE):.1f},{HEIGHT - EDGE - up * (HEIGHT - 2 * EDGE):.1f}"

    parts = []
    for size in sizes:
        x, y = at(size, least).split(",")
        parts.append(f'<text x="{x}" y="{float(y) + 16:.1f}" text-anchor="middle">{size}</text>')
    for power in range(-2, 1 + int(math.log10(most))):
        x, y = at(sizes[0], 10.0**power).split(",")
        parts.append(f'<text x="{float(x) - 8:.1f}" y="{y}" text-anchor="end">{10.0**power:g} s</text>')
    for number, stage in enumerate(stages):
        line = " ".join(at(p.size, p.seconds[stage]) for p in points if stage in p.seconds)
        colour = COLOURS[number]
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="{2 - (number > 0)}"/>')
        parts.append(f'<text x="{left + WIDTH + 8}" y="{EDGE + 16 * number}" fill="{colour}">{stage}</text>')
    parts.append(f'<text x="{left + EDGE}" y="20" font-size="13">{kind}</text>')
    return parts


if __name__ == "__main__":
    sys.exit(main())
