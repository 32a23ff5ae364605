"""``claimcheck demo``."""

from __future__ import annotations

import sys
import time

from claimcheck.backends import require
from claimcheck.cli.about import report_options
from claimcheck.cli.output import STDOUT, Look, Target, can_show_signs, coloured, named, width_of, write
from claimcheck.config import Settings
from claimcheck.demo import TITLES, Example, bundled, documents, run
from claimcheck.model.report import Report, StoryReport
from claimcheck.report.formats import Format

_SHOWN = 2  # findings of each verdict


def show(look: Look, *, live: bool, page: str | None) -> int:
    """Print the report on each story, from the bundled results or from a run, and write the page where one is wanted.
    Raises UsageError where it cannot be written."""
    beside = sys.stderr if page == STDOUT else sys.stdout
    places = named([Target(Format.HTML, page, option="--html")]) if page is not None else ()
    if live:
        require(Settings().model, "", None)
    started = time.perf_counter()
    stories = []
    for name, title in TITLES.items():
        example = bundled(name)
        report = run(example.articles, example.sources) if live else example.report
        stories.append(StoryReport(title, report, documents(example.articles, example.sources) if page else ()))
        if page is None:
            print(_story(title, example, report, look), flush=True)
    took = time.perf_counter() - started
    for target in places:
        write(stories, target, look, report_options(Settings()))
        print(f"{target.path} has both reports beside the articles: open it in a browser.", file=beside)
    said = f"Compared on this machine, both in {took:.1f} seconds." if live else (
        "These are the results of a run that came with the program; `claimcheck demo --live` runs it here.")
    print(f"{said}\nYour own articles: `claimcheck compare FILE FILE`, or `claimcheck check FOLDER` for many stories.",
          file=beside)
    return 0


def _story(title: str, example: Example, report: Report, look: Look) -> str:
    from claimcheck.report.text import render
    from claimcheck.rules import RULES

    plain = look.plain or not can_show_signs(sys.stdout)
    text = render(report, width=look.width or width_of(sys.stdout), colour=coloured(look.colour, sys.stdout),
                  verbose=look.verbose, quiet=not look.verbose, matrix=len(example.articles) > 2,
                  most=None if look.verbose else _SHOWN, plain=plain, rules=RULES)
    rule = "==" if plain else "━━"
    return f"{rule} {title}\n\n{text}"
