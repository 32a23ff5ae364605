"""python -m benchmarks.corpus [--stories 200] [--model minilm] [--jobs 2]

What the cache and several processes save on a corpus of three articles a story, written from the templates below:
`claimcheck check` for the first time, again, with one article changed, and for the first time with more processes. Says
the seconds, the ratios of them and the largest memory of a process, and whether all results have the same bytes.

The second ratio is that of the seconds of processors, divided by the number of processes: on a machine that does other
things at the same time it says more than the clock.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
OUTLETS = ("Herald", "Ledger", "Courier")
TOWNS = ("Orlo", "Vellmar", "Dunmore", "Hask", "Tarn", "Brevik", "Saltby", "Ansel", "Kirrin", "Lowmoor")
FIRMS = ("Nordline", "Aster Rail", "Melk Foods", "Tarrant Steel", "Halden Energy", "Quill Air")
MONTHS = ("January", "February", "March", "April", "May", "June", "September", "October", "November")
PEOPLE = ("Ida Brandt", "Tomas Reyl", "Petra Holm", "Karl Anders", "Lena Voss", "Ruth Okafor")

# Every story takes six of them in an order of its own, every article words them in one of the ways.
SUBJECTS: tuple[tuple[str, ...], ...] = (
    ("At least {a} people were hurt when a fire broke out in the {town} plant of {firm} on {day}.",
     "{a2} people were injured in the fire at the {firm} plant in {town}, the fire service said.",
     "The blaze at the plant in {town} injured {a} workers, according to hospital staff."),
    ("{firm} will cut between {b} and {b3} jobs at its {town} site by the end of the year.",
     "The company plans to cut {b2} jobs in {town}, its spokeswoman {person} said.",
     "About {b} jobs will go at the {town} site, {person} told reporters."),
    ("The withdrawal of the last machines will take no more than {c} days, {person} said.",
     "It would take {c2} days to move the last machines out, {person} said on {day}.",
     "Moving the machines would last longer than building the hall had, a union official said."),
    ("The repairs will cost {d} million euros, the town council of {town} decided on {day}.",
     "{town} will spend {d2}.5 million euros on the repairs, more than twice as much as in 2029.",
     "The bill for the repairs comes to some {d} million euros, the mayor of {town} said."),
    ("Ticket prices rise by {e} percent on 1 {month}, {firm} announced.",
     "{firm} said that fares would go up by {e2}% from 1 {month}.",
     "Passengers will pay {e} percent more from the beginning of {month}."),
    ("The council voted {f}-4 to close the swimming pool in {town}.",
     "Councillors in {town} decided by {f} votes to 4 that the swimming pool would close.",
     "The pool will close in {month}, after the council of {town} rejected a petition signed by {b}00 people."),
    ("{person} has been head of {firm} since 2027 and had denied that the plant was unsafe.",
     "{person}, who heads {firm}, did not comment on the safety of the plant.",
     "The plant had never been inspected, the union said; {firm} denied it."),
    ("The road between {town} and the coast stays closed until {month}, the police said.",
     "Police expect the coast road to open again by {month} {c}.",
     "Traffic on the coast road is to resume in {c} weeks at the earliest."),
)


@dataclass(frozen=True, slots=True)
class Measured:
    seconds: float
    processor: float  # seconds, of all processes
    megabytes: float
    digest: str
    jobs: int


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus", description="Speed of check on a corpus.")
    parser.add_argument("--stories", type=int, default=200)
    parser.add_argument("--model", default="minilm")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="claimcheck-benchmark-") as folder:
        corpus = Path(folder, "corpus")
        write_corpus(corpus, options.stories)

        def run(name: str, cache: str, jobs: int = 1) -> Measured:
            measured = _check(corpus, options.model, Path(folder, cache), jobs)
            print(f"{name:22}{tell(measured, first or measured)}", flush=True)
            return measured

        first = None
        first = run("first run", "one")
        again = run("again", "one")
        parallel = run(f"first run, --jobs {options.jobs}", "two", options.jobs)
        article = sorted(corpus.glob("*/*.txt"))[options.stories]
        article.write_text(article.read_text(encoding="utf-8") + "\n\nThe town lies by the sea.\n", encoding="utf-8")
        changed = run("one article changed", "one")
        beside = _check(corpus, options.model, Path(folder, "two"), options.jobs)
    same = first.digest == again.digest == parallel.digest != changed.digest == beside.digest
    print("same bytes" if same else "THE RESULTS DIFFER")
    return 0 if same else 1


def write_corpus(folder: Path, stories: int) -> None:
    """The same articles on every machine; no two stories are alike."""
    for number in range(stories):
        chance = random.Random(number)
        facts = _facts(chance)
        subjects = chance.sample(SUBJECTS, 6)
        story = folder / f"story-{number:04}"
        story.mkdir(parents=True)
        for place, outlet in enumerate(OUTLETS):
            day = 3 + number % 20 + place
            said = [wordings[(place + turn) % 3].format(**facts) for turn, wordings in enumerate(subjects)]
            text = "\n\n".join(" ".join(said[start : start + 2]) for start in range(0, len(said), 2))
            head = f"{facts['town']}: what is known so far\n\n{day} {facts['month']} 2031"
            (story / f"{outlet.lower()}.txt").write_text(f"{head}\n\n{text}\n", encoding="utf-8")


def _facts(chance: random.Random) -> dict[str, str]:
    lowest = {"a": 11, "b": 40, "c": 5, "d": 6, "f": 5}
    numbers = {name: chance.randint(low, low + 60) for name, low in lowest.items()}
    numbers |= {f"{name}2": value + chance.choice((0, 0, 3)) for name, value in numbers.items()}
    numbers |= {"b3": numbers["b"] + 20, "e": chance.randint(2, 19)}
    numbers["e2"] = numbers["e"] + chance.choice((0, 1))
    words = {"town": TOWNS, "firm": FIRMS, "month": MONTHS, "person": PEOPLE, "day": ("Monday", "Tuesday", "Friday")}
    return {k: str(v) for k, v in numbers.items()} | {k: chance.choice(v) for k, v in words.items()}


def tell(measured: Measured, first: Measured) -> str:
    used = f"{measured.seconds:7.1f} s ({measured.processor:6.1f} s of processors){measured.megabytes:7.0f} MB"
    if measured is first:
        return used
    clock, processors = first.seconds / measured.seconds, first.processor / measured.processor * measured.jobs
    return f"{used}{clock:7.1f} ({processors:.1f}) times quicker"


def _check(corpus: Path, model: str, cache: Path, jobs: int = 1) -> Measured:
    """One run in a process of its own; memory is that of the largest process in it."""
    environment = os.environ | {"CLAIMCHECK_CACHE_DIR": str(cache), "PYTHONPATH": str(ROOT)}
    program = [sys.executable, "-m", "claimcheck", "check", str(corpus), "--isolated", "--model", model, "-f", "json",
               "--jobs", str(jobs), "--allow-empty", "--fail-on", "never"]
    start = time.perf_counter()
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as said:
        process = subprocess.Popen(program, stdout=output, stderr=said, env=environment)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - start
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"check ended with status {process.returncode}: {said.read().decode()}")
        output.seek(0)
        digest = hashlib.sha256(output.read()).hexdigest()
    return Measured(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, digest, jobs)


if __name__ == "__main__":
    sys.exit(main())
