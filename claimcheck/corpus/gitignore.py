"""What git does not look at: the .gitignore files from the top of the repository down."""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pathspec import GitIgnoreSpec

from claimcheck.corpus.inside import read_regular


@dataclass(frozen=True, slots=True)
class Ignoring:
    """The patterns that hold in a folder, outermost first, each with the folder it stands in."""

    specs: tuple[tuple[Path, GitIgnoreSpec], ...] = ()

    def enter(self, folder: Path) -> Ignoring:
        """The patterns that hold in `folder`, which is the next one on the way down."""
        spec = _read(folder / ".gitignore")
        return Ignoring((*self.specs, (folder, spec))) if spec else self

    def ignores(self, path: Path, *, folder: bool) -> bool:
        """The innermost file that says something about `path` decides, as in git."""
        for base, spec in reversed(self.specs):
            name = path.relative_to(base).as_posix() + "/" * folder
            if (said := spec.check_file(name).include) is not None:
                return said
        return False


def ignoring_above(folder: Path) -> Ignoring:
    """What holds in `folder` (absolute) by the files above it; nothing outside a repository."""
    above = [folder, *folder.parents]
    top = next((i for i, place in enumerate(above) if os.path.exists(place / ".git")), None)
    if top is None:
        return Ignoring()
    found = Ignoring()
    for place in reversed(above[1 : top + 1]):
        found = found.enter(place)
    return found


def excluding(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    """``--exclude`` and the setting `exclude`: patterns as in a .gitignore. Raises ValueError for a bad one."""
    return _spec(patterns)


def _spec(patterns: Sequence[str]) -> GitIgnoreSpec:
    """Raises ValueError for a bad pattern. What Python warns of in it is no concern of git's."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        try:
            return GitIgnoreSpec.from_lines(patterns)
        except (re.error, RecursionError, OverflowError) as error:
            raise ValueError(f"not a pattern: {error}") from None


def _read(path: Path) -> GitIgnoreSpec | None:
    try:
        return _spec(read_regular(path).decode("utf-8", "replace").splitlines())
    except (OSError, ValueError):  # git, too, follows no link, and is silent about a pattern that it cannot read
        return None
