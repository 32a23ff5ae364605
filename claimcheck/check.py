"""Many stories through the pipeline: in one process or in several, with the same result."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from claimcheck.backends import chat_judge, require
from claimcheck.config import Settings
from claimcheck.corpus import Gathered, read_story
from claimcheck.errors import ClaimcheckError, MissingBackendError, unforeseen
from claimcheck.model.report import Cost, Failure, Report, StoryReport, summary_of
from claimcheck.process import end_if_interrupted, take_over
from claimcheck.remember import cache_of, report_of

Progress = Callable[[int, str], None]  # how many stories are done, and the last one's name


def check_stories(
    stories: Sequence[Gathered], settings: Settings, *, jobs: int = 1, progress: Progress | None = None
) -> tuple[StoryReport, ...]:
    """A report for each story, in their order. With more than one job, in as many processes.

    A story that cannot be read or that breaks the program is a Failure in its report. Raises UsageError or
    MissingBackendError for a model that cannot be had, ClaimcheckError where a process dies.
    """
    require(settings.model, settings.nli, settings.judge_server)
    reports = []
    jobs = min(jobs, len(stories))
    results = (check_story(s, settings) for s in stories) if jobs < 2 else _in_processes(stories, settings, jobs)
    for number, report in enumerate(results, start=1):
        end_if_interrupted()
        reports.append(report)
        if progress:
            progress(number, report.name)
    return tuple(reports)


def check_story(story: Gathered, settings: Settings) -> StoryReport:
    """Read and compare one story. Raises MissingBackendError only."""
    read = read_story(story, settings.source_names, settings.limits)
    unread = Report(tuple(map(summary_of, read.documents)), model=settings.model)
    if len(read.documents) < 2:
        return StoryReport(story.name, replace(unread, failures=read.failures), read.documents)
    try:
        report = report_of(read.documents, settings)
    except MissingBackendError:
        raise
    except Exception as error:  # one broken story must not take the others with it
        report = replace(unread, failures=(Failure("compare", story.name, unforeseen(error)),))
    report = settings.applied(replace(report, failures=(*read.failures, *report.failures)))
    cost = chat_judge(settings.judge_server).spent() if settings.judge_server else Cost()
    return StoryReport(story.name, report, read.documents, cost, cache_of(settings).note)


def _in_processes(stories: Sequence[Gathered], settings: Settings, jobs: int) -> Iterator[StoryReport]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import active_children, get_context

    # Not fork: a process that has threads, as every one with torch has, must not be copied.
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_ready)
    try:
        with _interrupt_held_back():  # submit starts the processes
            reports = [pool.submit(check_story, story, settings) for story in stories]
        for report in reports:
            yield report.result()
    except KeyboardInterrupt:
        for process in active_children():
            process.terminate()
        pool.shutdown()  # and cancel nothing: the pool's own thread stumbles over a story both cancelled and lost
        raise
    except BrokenProcessPool:
        raise ClaimcheckError("a process of --jobs died, perhaps for want of memory; try fewer jobs") from None
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _interrupt_held_back() -> Iterator[None]:
    """Ctrl-C reaches this process afterwards, and those that are started meanwhile never: each would say so."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _ready() -> None:
    """Before torch is imported: the processes are to share the processors, not to fight for them, and to end with the
    first one."""
    from threading import Thread

    Thread(target=_end_with_parent, daemon=True).start()
    take_over()
    for name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")


def _end_with_parent() -> None:
    """A process of a pool waits for work for ever where the one that gave it out was killed."""
    from multiprocessing import parent_process

    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
