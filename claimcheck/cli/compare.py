"""``claimcheck compare``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from claimcheck.backends import chat_judge, require
from claimcheck.cli.about import report_options
from claimcheck.cli.cache import tell_unkept, usable
from claimcheck.cli.inputs import Read
from claimcheck.cli.output import Look, Target, complain, room_for_progress, tell_cost, write
from claimcheck.config import Settings
from claimcheck.errors import UsageError
from claimcheck.model.report import Cost, Report, StoryReport

FOUND, TROUBLE = 1, 2


def run(read: Read, settings: Settings, targets: Sequence[Target], look: Look) -> int:
    """Compare what could be read, write the report, and return the exit status."""
    for failure in read.failures:
        complain(failure.message)
    if len(read.documents) < 2:
        if read.failures:
            return TROUBLE
        raise UsageError(f"{read.documents[0].id}: nothing to compare it with; name two or more files")
    require(settings.model, settings.nli, settings.judge_server)
    kept = usable(settings)
    with _status(f"comparing {len(read.documents)} documents", look):
        from claimcheck.remember import cache_of, report_of

        report = report_of(read.documents, kept)
    tell_unkept([cache_of(kept).note])
    for failure in report.failures:
        complain(f"{failure.subject}: {failure.message}")
    report = settings.applied(replace(report, failures=(*read.failures, *report.failures)))
    cost = chat_judge(settings.judge_server).spent() if settings.judge_server else Cost()
    story = StoryReport("", report, read.documents, cost)
    for target in targets:
        write([story], target, look, report_options(settings))
    tell_cost([story], settings)
    return _exit_status(report, settings)


def _exit_status(report: Report, settings: Settings) -> int:
    if not report.comparable and not report.failures:
        names = ", ".join(document.id for document in report.documents)
        complain(f"{names}: nothing could be compared; give accounts of one story")
        return TROUBLE
    if report.failures:
        return TROUBLE
    return FOUND if any(settings.fails(finding) for finding in report.findings) else 0


@contextmanager
def _status(message: str, look: Look) -> Iterator[None]:
    """Say what takes a while, on a terminal only, and take it back."""
    shown = sys.stderr.isatty() and not look.quiet
    told = f"{message} ..."[: room_for_progress()]
    if shown:
        print(told, end="", file=sys.stderr, flush=True)
    try:
        yield
    finally:
        if shown:
            print("\r" + " " * len(told) + "\r", end="", file=sys.stderr, flush=True)
