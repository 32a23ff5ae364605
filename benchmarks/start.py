"""python -m benchmarks.start [--times 5]

Seconds of a start on the two founding articles: cold (nothing is kept), new text (one of the two was changed since) and
warm (both are as they were), beside the floor of the same round: a process that only imports and loads the models that
the default uses, one after the other. Then what needs no model. Each is a process of its own, in rounds, so that a busy
machine is as slow for the floor as for the rest: the median of the ratios says more than the seconds.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
ARTICLES = sorted((ROOT / "fixtures" / "stories" / "kazakhstan-pullout").glob("*.txt"))
MODELS = ("parser", "sentence vectors", "contexts")
FLOOR = """
import time
from claimcheck.process import take_over
take_over()
def parser():
    from claimcheck.parse.spacy_parser import _model, parser_name
    _model()
    return parser_name()
def vectors():
    from claimcheck.backends import embedder
    embedder().begin().result()
    return embedder().name
def contexts():
    from claimcheck.embed.context_encoder import context_encoder
    context_encoder().begin().result()
    return context_encoder().name
for load in (parser, vectors, contexts):
    start = time.perf_counter()
    name = load()
    print(f"{time.perf_counter() - start:.3f}\\t{name}")
"""
TARGETS = {"cold": 2.5, "warm": 0.5, "--help": 0.25, "rules": 0.25, "explain quantity-mismatch": 0.25}
MOST = 1.25  # of the floor, for a cold start


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.start", description="Seconds of a start.")
    parser.add_argument("--times", type=int, default=5, help="rounds; medians are told")
    options = parser.parse_args()
    rounds = []
    loads: list[list[str]] = []
    with tempfile.TemporaryDirectory(prefix="claimcheck-benchmark-") as folder:
        _round(Path(folder, "untimed"), loads)  # for the byte code, and files in memory
        loads.clear()
        for number in range(options.times):
            rounds.append(_round(Path(folder, str(number)), loads))
    for name in rounds[0]:
        target = f"  target {TARGETS[name]} s" if name in TARGETS else ""
        print(f"{name:28}{median(r[name] for r in rounds):7.2f} s{target}")
    ratio = median(r["cold"] / r["floor"] for r in rounds)
    print(f"cold to floor{ratio:22.2f}    target {MOST}")
    print("\nThe floor loads, one after the other:")
    for place, what in enumerate(MODELS):
        seconds = median(float(lines[place].split("\t")[0]) for lines in loads)
        print(f"{seconds:7.2f} s  {what}: {loads[0][place].split(chr(9))[1]}")
    return 0


def _round(folder: Path, loads: list[list[str]]) -> dict[str, float]:
    """Seconds by what is timed; `loads` gets what the floor said of itself."""
    folder.mkdir()
    articles = [folder / path.name for path in ARTICLES]
    for path, copy in zip(ARTICLES, articles, strict=True):
        copy.write_bytes(path.read_bytes())
    compare = ["compare", "--isolated", "--fail-on", "never", *map(str, articles)]
    found = {}
    found["floor"], said = _timed(["-c", FLOOR], folder)
    loads.append(said.splitlines())
    found["cold"], _ = _command(compare, folder)
    found["warm"], _ = _command(compare, folder)
    articles[0].write_text(articles[0].read_text(encoding="utf-8") + "\n\nThe hall was full.\n", encoding="utf-8")
    found["new text"], _ = _command(compare, folder)
    for quick in (["--help"], ["rules"], ["explain", "quantity-mismatch"]):
        found[" ".join(quick)], _ = _command(quick, folder)
    return found


def _command(arguments: Sequence[str], folder: Path) -> tuple[float, str]:
    return _timed(["-m", "claimcheck", *arguments], folder)


def _timed(arguments: Sequence[str], folder: Path) -> tuple[float, str]:
    """Seconds of a process of Python's, and what it printed; it may write byte code, as an installation has it."""
    environment = os.environ | {"CLAIMCHECK_CACHE_DIR": str(folder / "cache"), "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    ran = subprocess.run([sys.executable, *arguments], env=environment, capture_output=True, text=True, check=True)
    return time.perf_counter() - start, ran.stdout


if __name__ == "__main__":
    sys.exit(main())
