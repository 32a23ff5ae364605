"""``claimcheck check``."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date

from claimcheck.baseline import Held, hold
from claimcheck.check import Progress, check_stories
from claimcheck.cli.about import report_options
from claimcheck.cli.accepted import IGNORES, read_baseline, read_ignore_file, unused
from claimcheck.cli.cache import tell_unkept, usable
from claimcheck.cli.inputs import standard_input
from claimcheck.cli.output import STDOUT, Look, Target, complain, room_for_progress, tell_cost, write
from claimcheck.config import Settings
from claimcheck.config.load import Loaded
from claimcheck.corpus import Gathered, Gathering, gather
from claimcheck.errors import UsageError
from claimcheck.ignores import apply
from claimcheck.model.finding import Verdict
from claimcheck.model.report import StoryReport
from claimcheck.report.brief import counted, kind
from claimcheck.report.formats import Format
from claimcheck.report.options import Options
from claimcheck.report.words import clean, count, count_of, failure_of, nothing_found
from claimcheck.rules.selection import off

FOUND, TROUBLE = 1, 2
NO_STORY = "no story found; a story is a folder with two or more articles, a story.toml, or rows of a .jsonl file"
_NAMED = 10  # stories named in one line of the summary


@dataclass(frozen=True, slots=True)
class Run:
    """How the stories are gone through, apart from the settings."""

    look: Look
    targets: Sequence[Target] = ()
    jobs: int = 1
    allow_empty: bool = False
    statistics: bool = False
    baseline: str | None = None
    strict_baseline: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of the stories; findings that are ignored are taken out and counted.

    `whole` says that no path was given, so that all there is was checked.
    """

    gathering: Gathering
    stories: tuple[StoryReport, ...]
    ignored: int
    notes: tuple[str, ...]
    whole: bool


def run(paths: Sequence[str], loaded: Loaded, how: Run) -> int:
    """Check the stories under `paths`, write the reports, and return the exit status."""
    file, entries = read_baseline(loaded, how.baseline)
    checked = check(paths, loaded, how)
    held = hold(checked.stories, entries, root=loaded.settings.root, whole=checked.whole,
                off=off(loaded.settings))
    options = replace(report_options(loaded.settings), known=held.known if file else None)
    for target in how.targets:
        _write(target, checked.stories, held, how.look, options)
    beside = sys.stdout if any(t.path == STDOUT and t.format is Format.TEXT for t in how.targets) else sys.stderr
    for line in _summary(checked, held, file, how):
        print(line, file=beside)
    for note in (*unused(paths, loaded, how.baseline), *left_out(checked.gathering), *_notes(checked.stories)):
        complain(note)
    for fault in faults(checked.stories, allow_empty=how.allow_empty):
        complain(fault)
    tell_cost(checked.stories, loaded.settings)
    status = exit_status(_without(checked.stories, held.known), loaded.settings, allow_empty=how.allow_empty)
    return max(status, FOUND) if how.strict_baseline and held.resolved else status


def check(paths: Sequence[str], loaded: Loaded, how: Run) -> Checked:
    """Find the stories, check them, and take out what is ignored."""
    ignores = read_ignore_file(loaded)
    gathering = find(paths, loaded.settings)
    with progress_of(gathering.stories, how.look) as progress:
        stories = check_stories(gathering.stories, usable(loaded.settings), jobs=how.jobs, progress=progress)
    tell_unkept(story.unkept for story in stories)
    applied = apply(stories, ignores, today=date.today(), root=loaded.settings.root, whole=not paths,
                    off=off(loaded.settings))
    return Checked(gathering, applied.stories, applied.hidden, applied.notes, not paths)


def _write(target: Target, stories: Sequence[StoryReport], held: Held, look: Look, options: Options) -> None:
    """SARIF tells new and known findings apart; elsewhere the known ones are left out."""
    if target.format is not Format.SARIF:
        stories = _without(stories, held.known)
    if target.format in (Format.TEXT, Format.CONCISE):
        # Who checks a corpus looks for what is wrong in it; `--verbose` shows what is right, too.
        whole = look.verbose and not look.quiet
        look = replace(look, quiet=not whole)
        stories = [story for story in stories if whole or _worth_showing(story)]
    write(stories, target, look, options)
    if target.format is Format.TEXT and target.path == STDOUT and stories:
        print()


def _without(stories: Sequence[StoryReport], known: Collection[str]) -> list[StoryReport]:
    return [
        replace(s, report=replace(s.report, findings=tuple(f for f in s.report.findings if f.fingerprint not in known)))
        for s in stories
    ]


def find(paths: Sequence[str], settings: Settings) -> Gathering:
    """The stories under the paths, or under those of the settings, or in the working folder."""
    configured = tuple(os.path.join(settings.root, path) for path in settings.paths)
    wanted = tuple(paths) or configured or (".",)
    outside = [os.path.join(settings.root, path) for path in settings.outside]
    for path, folder in zip(settings.outside, outside, strict=True):
        if not os.path.isdir(folder):
            raise UsageError(f"outside: {path}: no such folder; check the path, or take it out")
    stdin = standard_input(settings.limits.rows_bytes) if "-" in wanted else b""
    return gather(wanted, exclude=settings.exclude, outside=outside, root=settings.root,
                  configured=not paths and bool(configured), stdin=stdin, limits=settings.limits)


def exit_status(stories: Sequence[StoryReport], settings: Settings, *, allow_empty: bool) -> int:
    """2 where a story failed, or where nothing at all could be compared and that is not allowed."""
    if any(story.report.failures for story in stories):
        return TROUBLE
    if not allow_empty and not any(story.report.comparable for story in stories):
        return TROUBLE
    return FOUND if any(settings.fails(f) for story in stories for f in story.report.findings) else 0


def faults(stories: Sequence[StoryReport], *, allow_empty: bool) -> Iterator[str]:
    """Why the exit status is 2, one line for each thing to be mended."""
    failures = [failure for story in stories for failure in story.report.failures]
    told = list(dict.fromkeys(map(failure_of, failures)))
    yield from told[:_NAMED]
    if len(told) > _NAMED:
        yield f"{len(told) - _NAMED:,} more that could not be read or checked; the report names them all"
    if failures or allow_empty or any(story.report.comparable for story in stories):
        return
    if stories:
        yield "nothing could be compared in any story; give accounts of one story, or allow it with --allow-empty"
    else:
        yield NO_STORY


def left_out(gathering: Gathering) -> Iterator[str]:
    """Files that lie among the articles and are none."""
    yield from (f"{report}: a report that claimcheck wrote, left out" for report in gathering.reports[:_NAMED])
    if len(gathering.reports) > _NAMED:
        yield f"{len(gathering.reports) - _NAMED:,} more reports that claimcheck wrote, left out"


def _notes(stories: Sequence[StoryReport]) -> Iterator[str]:
    """What is to be known of the reading of articles."""
    noted = [document for story in stories for document in story.documents if document.note]
    yield from (f"{document.id}: {document.note}" for document in noted[:_NAMED])
    if len(noted) > _NAMED:
        yield f"{len(noted) - _NAMED:,} more articles that were not read as they should be; the report names them all"


@contextmanager
def progress_of(stories: Sequence[Gathered], look: Look) -> Iterator[Progress | None]:
    """A line on the standard error that counts the stories and names the one that is read, on a terminal only; taken
    back at the end."""
    if not sys.stderr.isatty() or look.quiet:
        yield None
        return
    width = room_for_progress()

    def show(done: int, _: str) -> None:
        reading = "".join(f" reading {clean(s.name)} ({count(len(s.entries), 'article')})" for s in stories[done:][:1])
        print(f"\r{f'{done}/{len(stories)}{reading}'[:width]:{width}}", end="", file=sys.stderr, flush=True)

    show(0, "")
    try:
        yield show
    finally:
        print("\r" + " " * width + "\r", end="", file=sys.stderr, flush=True)


def _worth_showing(story: StoryReport) -> bool:
    loud = {Verdict.CONTRADICTION, Verdict.TENSION, Verdict.UPDATE}
    return bool(story.report.failures) or any(finding.verdict in loud for finding in story.report.findings)


def _summary(checked: Checked, held: Held, baseline: str, how: Run) -> Iterator[str]:
    stories = checked.stories
    failed = [story.name for story in stories if story.report.failures]
    empty = [s.name for s in stories if not s.report.failures and not s.report.comparable]
    shown = _without(stories, held.known)
    counts = counted(f for story in shown for f in story.report.findings)
    told = [count_of(verdict, number) for verdict, number in counts if verdict is not Verdict.SINGLE_SOURCE]
    reports = [story.report for story in stories]
    if stories:  # else it is a fault, which is told, or allowed
        yield f"{count(len(stories), 'story', 'stories')} checked: {', '.join(told) or nothing_found(reports)}"
    elif how.allow_empty:
        yield "no story found"
    yield from _named("could not be read or checked in full:", failed)
    yield from _named("with nothing that could be compared:", empty)
    yield from _named("alone in its folder, and so in no story:", checked.gathering.alone)
    yield from _named("without a row:", checked.gathering.empty)
    if baseline:
        known, new, resolved = len(held.known), len(held.new), len(held.resolved)
        yield f"{baseline}: {known:,} known and hidden, {new:,} new, {resolved:,} resolved"
    for entry in held.resolved[:_NAMED]:
        yield f"  resolved: {clean(entry.rule)}: {clean(entry.measure)}; `claimcheck baseline prune` takes it out"
    if checked.ignored:
        yield f"{count(checked.ignored, 'finding')} ignored by {IGNORES}"
    yield from checked.notes
    if how.statistics:
        yield from statistics(shown)


def _named(what: str, names: Sequence[str]) -> Iterator[str]:
    if names:
        more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
        yield f"{len(names):,} {what} {', '.join(clean(name) for name in names[:_NAMED])}{more}"


def statistics(stories: Sequence[StoryReport]) -> Iterator[str]:
    """One line for each rule and verdict: how often, and in how many stories."""
    kinds = [[(f.rule, kind(f)) for f in story.report.findings] for story in stories]
    times = Counter(key for some in kinds for key in some)
    places = Counter(key for some in kinds for key in set(some))
    for (rule, what), number in sorted(times.items(), key=lambda item: (-item[1], item[0])):
        yield f"{number:6,}  {rule}  {what}  in {count(places[rule, what], 'story', 'stories')}"
