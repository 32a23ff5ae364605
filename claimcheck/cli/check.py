"""``claimcheck check``."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from claimcheck.check import Progress, check_stories
from claimcheck.cli.about import report_options
from claimcheck.cli.output import STDOUT, Look, Target, write
from claimcheck.config import Settings
from claimcheck.corpus import Gathering, gather
from claimcheck.model.finding import Verdict
from claimcheck.model.report import StoryReport
from claimcheck.report.formats import Format
from claimcheck.report.words import clean, count

FOUND, TROUBLE = 1, 2
_NAMED = 10  # stories named in one line of the summary


@dataclass(frozen=True, slots=True)
class Run:
    """How the stories are gone through, apart from the settings."""

    targets: Sequence[Target]
    look: Look
    jobs: int = 1
    allow_empty: bool = False
    statistics: bool = False


def run(paths: Sequence[str], settings: Settings, how: Run) -> int:
    """Check the stories under `paths`, write the reports, and return the exit status."""
    gathering = find(paths, settings)
    with progress_of(len(gathering.stories), how.look) as progress:
        stories = check_stories(gathering.stories, settings, jobs=how.jobs, progress=progress)
    for target in how.targets:
        shown = [s for s in stories if _worth_showing(s)] if target.format is Format.TEXT else stories
        # Who checks a corpus looks for what is wrong in it; `--verbose` shows what is right, too.
        quiet = how.look.quiet or (target.format is Format.TEXT and not how.look.verbose)
        write(shown, target, replace(how.look, quiet=quiet), report_options(settings))
    beside = sys.stdout if any(t.path == STDOUT and t.format is Format.TEXT for t in how.targets) else sys.stderr
    if beside is sys.stdout and any(_worth_showing(story) for story in stories):
        print()
    for line in _summary(gathering, stories, how):
        print(line, file=beside)
    return exit_status(stories, settings, allow_empty=how.allow_empty)


def find(paths: Sequence[str], settings: Settings) -> Gathering:
    """The stories under the paths, or under those of the settings, or in the working folder."""
    wanted = tuple(paths) or tuple(os.path.join(settings.root, path) for path in settings.paths) or (".",)
    stdin = sys.stdin.buffer.read() if "-" in wanted else b""
    return gather(wanted, exclude=settings.exclude, root=settings.root, stdin=stdin)


def exit_status(stories: Sequence[StoryReport], settings: Settings, *, allow_empty: bool) -> int:
    """2 where a story failed, or where nothing at all could be compared and that is not allowed."""
    if any(story.report.failures for story in stories):
        return TROUBLE
    if not allow_empty and not any(story.report.comparable for story in stories):
        return TROUBLE
    return FOUND if any(settings.fails(f) for story in stories for f in story.report.findings) else 0


@contextmanager
def progress_of(stories: int, look: Look) -> Iterator[Progress | None]:
    """A line on the standard error that counts the stories, on a terminal only; taken back at the end."""
    if not sys.stderr.isatty() or look.quiet:
        yield None
        return
    width = 72

    def show(done: int, name: str) -> None:
        print(f"\r{f'{done}/{stories} {clean(name)}'[:width]:{width}}", end="", file=sys.stderr, flush=True)

    show(0, "")
    try:
        yield show
    finally:
        print("\r" + " " * width + "\r", end="", file=sys.stderr, flush=True)


def _worth_showing(story: StoryReport) -> bool:
    loud = {Verdict.CONTRADICTION, Verdict.TENSION, Verdict.UPDATE}
    return bool(story.report.failures) or any(finding.verdict in loud for finding in story.report.findings)


def _summary(gathering: Gathering, stories: Sequence[StoryReport], how: Run) -> Iterator[str]:
    failed = [story.name for story in stories if story.report.failures]
    empty = [s.name for s in stories if not s.report.failures and not s.report.comparable]
    findings = [finding for story in stories for finding in story.report.findings]
    verdicts = Counter(finding.verdict for finding in findings)
    told = [count(verdicts[v], v.value) for v in Verdict if v is not Verdict.SINGLE_SOURCE and verdicts[v]]
    yield f"{count(len(stories), 'story', 'stories')} checked: {', '.join(told) or 'no findings'}"
    if not stories:
        yield "no story found: a story is a folder with two or more articles, a story.toml, or rows of a .jsonl file"
    yield from _named("could not be read or checked in full", failed)
    yield from _named("nothing could be compared in", empty)
    yield from _named("alone in its folder, and so in no story:", gathering.alone)
    if how.statistics:
        yield from statistics(stories)


def _named(what: str, names: Sequence[str]) -> Iterator[str]:
    if names:
        more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
        yield f"{len(names):,} {what} {', '.join(clean(name) for name in names[:_NAMED])}{more}"


def statistics(stories: Sequence[StoryReport]) -> Iterator[str]:
    """One line for each rule and verdict: how often, and in how many stories."""
    times = Counter((f.rule, f.verdict) for story in stories for f in story.report.findings)
    places = Counter(key for story in stories for key in {(f.rule, f.verdict) for f in story.report.findings})
    for (rule, verdict), number in sorted(times.items(), key=lambda item: (-item[1], item[0])):
        yield f"{number:6,}  {rule}  {verdict.value}  in {count(places[rule, verdict], 'story', 'stories')}"
