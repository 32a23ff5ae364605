"""``claimcheck review``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from claimcheck.check import check_stories
from claimcheck.cli.cache import tell_unkept, usable
from claimcheck.cli.check import TROUBLE, Run, faults, find, left_out, progress_of
from claimcheck.cli.decisions import DecisionFiles
from claimcheck.cli.output import complain
from claimcheck.config.load import Loaded
from claimcheck.errors import MissingBackendError, UsageError
from claimcheck.report.words import count
from claimcheck.review.session import Session, opened, tally


def run(paths: Sequence[str], loaded: Loaded, how: Run, *, blind: bool = False) -> int:
    """Go through the findings under `paths` with a reader. 2 where a story could not be checked."""
    show = _screen()
    gathering = find(paths, loaded.settings)
    files = DecisionFiles(loaded, how.baseline, gathering.stories)
    with progress_of(gathering.stories, how.look) as progress:
        stories = check_stories(gathering.stories, usable(loaded.settings), jobs=how.jobs, progress=progress)
    session = opened(stories, files, blind=blind)
    if session.shown():
        session = show(session, files)
        print(f"{', '.join(tally(session)) or 'nothing decided'}; {count(session.left(), 'finding')} left to look at")
    elif stories:
        print(f"{count(len(stories), 'story', 'stories')} checked: nothing to review")
    tell_unkept(story.unkept for story in stories)
    told = list(faults(stories, allow_empty=how.allow_empty))
    for fault in (*left_out(gathering), *told):
        complain(fault)
    return TROUBLE if told else 0


def _screen() -> Callable[[Session, DecisionFiles], Session]:
    """Before minutes are spent on the stories."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("review: there is no terminal to show it on; `claimcheck check` prints the findings")
    try:
        from claimcheck.review.screen import show
    except ModuleNotFoundError as error:
        raise MissingBackendError("review: textual is not installed: pip install textual") from error
    return show
