"""docs/check-log.md: what was reached on stories whose texts nobody reads, a row for each finished change."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from claimcheck.errors import UsageError

from ..share import Share

ROOT = Path(__file__).parent.parent.parent.parent
FIGURES = ("alarm precision", "alarm recall", "alarm recall numeric", "false alarms a pair of documents",
           "agreements recalled", "planted conflicts found", "extra alarms a plant")
COLUMNS = ("date", "commit", "tree", "settings", "stories", *FIGURES)
HEADER = f"""\
# Figures on stories that nobody reads

Rules and weights are made on stories that may be read. Whether they hold elsewhere is asked of a second folder, named
`check`, and it can only tell as long as nobody learns from it:

- totals only: `--show` and `--json` are refused for it, and nobody opens its files;
- at most one row for each finished change, written by
  `python -m tests.quality folder FOLDER/check --log docs/check-log.md`;
- a commit is measured once: a second row for the same commit, stories and settings is refused;
- a change is not taken back and tried in another way because of one row: the folder is small, look at the intervals.

`tree` says whether files differed from the commit, `stories` is the beginning of a SHA-256 over their names and
contents. Each figure is part/whole, value and 95 % interval.

|{"|".join(f" {name} " for name in COLUMNS)}|
|{"|".join("---" for _ in COLUMNS)}|
"""


def append(log: Path, digest: str, settings: str, found: Mapping[str, Share], today: date) -> str:
    """Adds a row, and the file with its heading where there is none; gives back the row.

    Raises UsageError where the log has a row for this commit, and outside of a checkout.
    """
    commit, tree = _checkout(log)
    known = log.read_text(encoding="utf-8") if log.exists() else HEADER
    check_new(known, (commit, tree, settings, digest), log)
    cells = (today.isoformat(), commit, tree, settings, digest, *(str(found[name]) for name in FIGURES))
    row = f"| {' | '.join(cells)} |\n"
    log.parent.mkdir(parents=True, exist_ok=True)
    log.write_text(known + row, encoding="utf-8")
    return row


def refuse_repeat(log: Path, digest: str, settings: str) -> None:
    """Before anything is measured: raises UsageError as `append` does."""
    if log.exists():
        check_new(log.read_text(encoding="utf-8"), (*_checkout(log), settings, digest), log)


def check_new(known: str, cells: Sequence[str], log: Path) -> None:
    if " | ".join(cells) in known and "clean" in cells:
        raise UsageError(f"{log}: has a row for commit {cells[0]} on these stories; finish another change first")


def _checkout(log: Path) -> tuple[str, str]:
    """The commit, and whether the tree is clean; the log itself does not count."""
    try:
        commit = _git("rev-parse", "--short=12", "HEAD").strip()
        changed = _git("status", "--porcelain", "--untracked-files=all", "--", ".", f":(exclude,top){_inside(log)}")
    except (OSError, subprocess.CalledProcessError):
        raise UsageError(f"{ROOT}: no git checkout here; --log needs the commit that is measured") from None
    return commit, "dirty" if changed.strip() else "clean"


def _inside(log: Path) -> str:
    path = log.resolve()
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else "no-such-file"


def _git(*words: str) -> str:
    return subprocess.run(("git", *words), cwd=ROOT, check=True, capture_output=True, text=True).stdout
