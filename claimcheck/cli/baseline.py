"""``claimcheck baseline``."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.baseline import Accepted, hold, pruned, updated
from claimcheck.cli.accepted import baseline_path, read_baseline, unused, write_baseline
from claimcheck.cli.check import TROUBLE, Run, check, left_out
from claimcheck.cli.output import complain
from claimcheck.config.load import Loaded
from claimcheck.report.words import clean, count, typeset
from claimcheck.rules.selection import off


def update(paths: Sequence[str], loaded: Loaded, how: Run, *, prune_only: bool = False) -> int:
    """Accept what is found now, or with `prune_only` take out what is resolved. The file is left alone where a story
    could not be read: what is missing for that reason is not resolved."""
    path = baseline_path(loaded, how.baseline)
    _, entries = read_baseline(loaded, how.baseline, needed=prune_only)
    checked = check(paths, loaded, how)
    for note in (*unused(paths, loaded, how.baseline), *left_out(checked.gathering)):
        complain(note)
    failures = [failure for story in checked.stories for failure in story.report.failures]
    for failure in failures:
        complain(failure.message)
    if failures:
        complain(f"{path} is left as it is; mend the above first")
        return TROUBLE
    held = hold(checked.stories, entries, root=loaded.settings.root, whole=checked.whole,
                off=off(loaded.settings))
    after = pruned(entries, held) if prune_only else updated(entries, held, loaded.settings.root)
    write_baseline(loaded, how.baseline, after)
    added = len(set(after) - set(entries))
    print(f"{path}: {count(len(after), 'entry', 'entries')}: {added:,} added, {len(held.resolved):,} taken out")
    return 0


def show(loaded: Loaded, chosen: str | None) -> int:
    """One paragraph for each entry."""
    path, entries = read_baseline(loaded, chosen)
    if not path:
        print(f"{baseline_path(loaded, chosen)}: no baseline; `claimcheck baseline update` makes it")
    for entry in entries:
        _show(entry)
    return 0


def _show(entry: Accepted) -> None:
    print(f"{entry.verdict}  {clean(entry.measure)}  {entry.rule}  [{entry.id}]")
    for document, value, quote in entry.sides:
        print(f"  {clean(document)}: “{clean(quote)}”, read as {typeset(value)}")
