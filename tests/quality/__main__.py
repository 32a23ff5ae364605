"""python -m tests.quality stories|pairs [NAME...] [--show], python -m tests.quality pin [--lower] [SECTION...]"""

from __future__ import annotations

import argparse
import sys
import time

from .floors import pin
from .run import pairs_score, stories_score


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description="Quality on our own labelled data.")
    parser.add_argument("what", choices=("stories", "pairs", "pin"))
    parser.add_argument("names", nargs="*", help="stories, groups of pairs or sections of the floors; all without")
    parser.add_argument("--show", action="store_true", help="print every miss and false alarm")
    parser.add_argument("--lower", action="store_true", help="pin: let floors become laxer")
    options = parser.parse_args()
    if options.what == "pin":
        try:
            pin(lower=options.lower, only=options.names)
        except ValueError as error:
            print(f"not pinned: {error}", file=sys.stderr)
            return 1
        return 0
    begin = time.perf_counter()
    score = (stories_score if options.what == "stories" else pairs_score)(options.names)
    seconds = time.perf_counter() - begin
    if options.show:
        print("\n".join(score.notes), end="\n\n")
    print("\n".join(f"{name:>26} {value:g}" for name, value in score.figures.items()))
    print("counts: " + ", ".join(f"{name} {value}" for name, value in sorted(score.counts.items())))
    print("by kind: " + ", ".join(f"{kind} {right}/{of}" for kind, (right, of) in score.by.items()))
    print(f"{seconds:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
