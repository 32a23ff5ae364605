"""The command line of what estimates weights: it writes a file, or says that the file is not as it should be."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from claimcheck.errors import InputError


def run(parser: argparse.ArgumentParser, arguments: Sequence[str] | None, weights: Path,
        digest: Callable[[], str], estimated: Callable[[argparse.Namespace], str]) -> int:
    """1 where the weights are not what the data give, 2 where a row cannot be read. `parser` may have options of its
    own; `estimated` makes the text of the file from the options."""
    parser.add_argument("folders", nargs="*", type=Path, help="folders with stories and texts")
    parser.add_argument("--check", action="store_true", help="compare, and write nothing")
    parser.add_argument("--cache", help="where what was read from the texts is kept")
    program = parser.prog.removeprefix("python -m ")
    options = parser.parse_args(arguments)
    if not options.folders and not options.check:
        parser.error("name the folders with the stories, or --check")
    kept = weights.read_text(encoding="utf-8") if options.check else ""
    if not options.folders:
        return _told(program, "" if f'digest = "{digest()}"' in kept else
                     f"{weights.name} is older than the features, labels or settings; run {program}")
    try:
        text = estimated(options)
    except InputError as error:
        _told(program, str(error))
        return 2
    if options.check:
        return _told(program, "" if text == kept else "the data give other weights")
    weights.write_text(text, encoding="utf-8")
    return 0


def _told(program: str, fault: str) -> int:
    if fault:
        print(f"{program}: {fault}", file=sys.stderr)
    return int(bool(fault))
