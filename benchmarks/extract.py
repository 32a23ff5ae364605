"""python -m benchmarks.extract [--sentences 2000] [--dateparser 200]

Sentences a second on one core, in processor time, for quantities and times together (no parser), beside dateparser's
`search_dates` on the first of the same sentences. dateparser is a development dependency; without it only ours is told.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from importlib import import_module
from itertools import cycle, islice
from pathlib import Path

from claimcheck.extract.timex_resolve import resolve
from claimcheck.extract.values import read_values
from claimcheck.read import read_path
from claimcheck.segment import sentences

STORIES = Path(__file__).parent.parent / "fixtures" / "stories"
PUBLISHED = datetime(2022, 1, 12)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.extract", description="Speed of the extractors.")
    parser.add_argument("--sentences", type=int, default=2_000)
    parser.add_argument("--dateparser", type=int, default=200, metavar="N", help="sentences that dateparser reads")
    options = parser.parse_args()
    texts = list(islice(cycle(story_sentences()), options.sentences))
    words = sum(len(t.split()) for t in texts) / len(texts)
    ours = rate(read, texts)
    print(f"quantities and times  {ours:8.0f} sentences a second ({len(texts)} sentences of {words:.0f} words)")
    try:
        search = import_module("dateparser.search").search_dates
    except ImportError:
        print("dateparser is not installed", file=sys.stderr)
        return 0
    settings = {"RELATIVE_BASE": PUBLISHED}
    theirs = rate(lambda t: search(t, languages=["en"], settings=settings), texts[: options.dateparser])
    print(f"dateparser            {theirs:8.0f} sentences a second; ours is {ours / theirs:.1f} times as fast")
    return 0


def story_sentences() -> list[str]:
    """The sentences of the labelled stories, in the order of their paths."""
    documents = (read_path(str(path)) for path in sorted(STORIES.rglob("*.txt")))
    return [s.span.of(d.text) for d in documents for s in sentences(d)]


def read(text: str) -> object:
    values = read_values(text)
    return values, resolve(values.times, text, reference=PUBLISHED)


def rate(work: Callable[[str], object], texts: Sequence[str]) -> float:
    """Texts a second; the first text warms up."""
    work(texts[0])
    started = time.process_time()
    for text in texts:
        work(text)
    return len(texts) / max(time.process_time() - started, 1e-9)


if __name__ == "__main__":
    sys.exit(main())
