"""python -m tests.quality stories|pairs|pin|folder|pairs-file ...; --help says what each does."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from claimcheck.errors import ClaimcheckError

from . import wordings
from .floors import pin
from .folders import command as folder
from .run import pairs_score, stories_score
from .score import Score


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except ClaimcheckError as error:
        print(f"tests.quality: {error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description="How good the program is.")
    commands = parser.add_subparsers(required=True, metavar="WHAT")
    for name, score in (("stories", stories_score), ("pairs", pairs_score)):
        own = _command(commands, name, f"our own labelled {name}", f"{name} or groups of them; all without", str, "*")
        own.add_argument("--show", action="store_true", help="print every miss and false alarm")
        own.set_defaults(run=lambda options, score=score: _own(options, score))
    pins = _command(commands, "pin", "raise the floors to what is reached", "their sections; all without", str, "*")
    pins.add_argument("--lower", action="store_true", help="let floors become laxer")
    pins.set_defaults(run=_pin)
    for name, what, run in (("folder", "folders of labelled stories, as JSON files", folder.run),
                            ("pairs-file", "TOML files of written pairs", wordings.run)):
        given = _command(commands, name, what, what, Path, "+")
        given.add_argument("--show", action="store_true", help="print misses and false alarms with their texts")
        given.add_argument("--json", type=Path, metavar="FILE", help="write figures and all rows")
        given.add_argument("--cache", metavar="FOLDER", help="keep there what was read of the articles")
        given.add_argument("--jobs", type=int, default=1, metavar="N", help="processes")
        given.add_argument("--config", metavar="FILE", help="settings other than the defaults")
        if name == "folder":
            given.add_argument("--log", type=Path, metavar="FILE", help="append the totals to this Markdown table")
            given.add_argument("--no-plants", action="store_true", help="natural conflicts only: quicker")
        given.set_defaults(run=lambda options, run=run: _printed(options, run))
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, what: str, names: str,
    kind: Callable[[str], object], number: str,
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=what, description=what)
    command.add_argument("names", nargs=number, type=kind, help=names)
    return command


def _printed(options: argparse.Namespace, run: Callable[[argparse.Namespace], str]) -> int:
    begin = time.perf_counter()
    print(run(options))
    print(f"{time.perf_counter() - begin:.0f} s", file=sys.stderr)
    return 0


def _pin(options: argparse.Namespace) -> int:
    try:
        pin(lower=options.lower, only=options.names)
    except ValueError as error:
        print(f"not pinned: {error}", file=sys.stderr)
        return 1
    return 0


def _own(options: argparse.Namespace, measure: Callable[[Sequence[str]], Score]) -> int:
    begin = time.perf_counter()
    score = measure(options.names)
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
