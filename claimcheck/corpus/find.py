"""Which stories there are under the paths that were given."""

from __future__ import annotations

import codecs
import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pathspec import GitIgnoreSpec

from claimcheck.corpus.gitignore import Ignoring, excluding, ignoring_above
from claimcheck.corpus.inside import OUTSIDE, Reach, open_inside, reach
from claimcheck.corpus.manifest import read_manifest
from claimcheck.corpus.rows import parse_rows, read_rows
from claimcheck.corpus.story import MANIFEST, Entry, Gathered, is_article, is_rows
from claimcheck.errors import InputError, UsageError, unforeseen
from claimcheck.model.limits import DEFAULTS, Limits
from claimcheck.read.file import unreadable
from claimcheck.read.reports import HEAD, OWN, is_own_report

STDIN = "-"
_SKIPPED = frozenset({"__pycache__", "node_modules"})


@dataclass(frozen=True, slots=True)
class Gathering:
    """The stories by name, the articles that stand alone in their folder and so belong to none, reports of our own that
    were left out, and the files of rows that have none."""

    stories: tuple[Gathered, ...]
    alone: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()


@dataclass(slots=True)
class _Search:
    excluded: GitIgnoreSpec
    root: str
    gitignore: bool
    reach: Reach
    limits: Limits
    stories: dict[str, Gathered] = field(default_factory=dict)
    alone: set[str] = field(default_factory=set)
    reports: set[str] = field(default_factory=set)
    empty: set[str] = field(default_factory=set)
    taken: set[str] = field(default_factory=set)  # real paths of articles that a story.toml names

    def excludes(self, path: Path, *, folder: bool = False) -> bool:
        """Whether a pattern fits the path, or, for a path that was given, a folder above it."""
        below = os.path.relpath(path, self.root)
        return not below.startswith("..") and self.excluded.match_file(Path(below).as_posix() + "/" * folder)

    def add(self, story: Gathered) -> None:
        self.stories.setdefault(story.name, story)

    def leaves_out(self, file: Path) -> bool:
        """Whether the file is a report of our own, which is noted. What cannot be opened is told when it is read."""
        try:
            with open_inside(file, shown(file), self.reach) as opened:
                own = is_own_report(_decoded(opened.read(2 * HEAD)))
        except (OSError, InputError):
            return False
        if own:
            self.reports.add(shown(file))
        return own

    def articles(self, files: Sequence[Path]) -> list[Path]:
        """Those of the files of a folder that are taken for articles."""
        return [file for file in files if is_article(file) and not self.leaves_out(file)]


def _decoded(head: bytes) -> str:
    """With a mark or in UTF-16, as PowerShell writes what it is told to. The last character may be cut."""
    in_utf_16 = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return head.decode("utf-16" if in_utf_16 else "utf-8-sig", errors="replace")


def gather(
    paths: Sequence[str], *, exclude: Sequence[str] = (), outside: Sequence[str] = (), root: str = "",
    configured: bool = False, gitignore: bool = True, stdin: bytes = b"", limits: Limits = DEFAULTS,
) -> Gathering:
    """Find stories in folders, story.toml and .jsonl files; an article stands for its story; - is JSON Lines.

    `root` is the folder of the configuration, "" where there is none; `configured` says that the paths stand in it.
    Nothing is read that is neither below it, nor below a path, nor below a folder of `outside`. `stdin` is what -
    reads. Patterns of `exclude` are those of a .gitignore, counted from `root`. Raises UsageError for a path that is
    not there and a pattern that is none.
    """
    try:
        patterns = excluding(tuple(exclude))
    except ValueError as error:
        raise UsageError(f"--exclude: {error}; write patterns as in a .gitignore") from None
    within = _reach(paths, outside, root, configured=configured)
    search = _Search(patterns, os.path.abspath(root), gitignore, within, limits)
    for path in paths:
        if path == STDIN:
            _add_rows(search, STDIN, None, stdin)
            continue
        for place in _expanded(path):
            _visit(search, place, named=os.path.lexists(path))
    stories = tuple(search.stories[name] for name in sorted(search.stories))
    members = {entry.id for story in stories for entry in story.entries}
    return Gathering(stories, tuple(sorted(search.alone - members)), tuple(sorted(search.reports)),
                     tuple(sorted(search.empty)))


def shown(path: Path) -> str:
    """A path as reports write it: from the working folder where it lies below it, with slashes."""
    absolute = os.path.abspath(path)
    below = os.path.relpath(absolute)
    return Path(absolute if below.startswith("..") and path.is_absolute() else below).as_posix()


def _reach(paths: Sequence[str], outside: Sequence[str], root: str, *, configured: bool) -> Reach:
    """A path that a configuration gives leads out where it says so, and not because a folder of the corpus has become
    a link; what fits a pattern is found, not named."""
    folders, files = [*([root] if root else []), *outside], []
    for path in paths:
        if path == STDIN or (configured and Path(os.path.abspath(path)).is_relative_to(os.path.abspath(root))):
            continue
        if not os.path.lexists(path):
            folders.append(_before_magic(path))
        elif os.path.isdir(path):
            folders.append(path)
        else:
            folders.append(os.path.dirname(path))
            files.append(path)
    return reach(folders, files)


def _before_magic(pattern: str) -> str:
    """The folder in which a pattern is looked for."""
    folder = os.path.dirname(pattern)
    while glob.has_magic(folder):
        folder = os.path.dirname(folder)
    return folder


def _expanded(path: str) -> list[Path]:
    if os.path.lexists(path):
        return [Path(path)]
    if glob.has_magic(path) and (found := glob.glob(path, recursive=True)):
        # Once each, by the shortest way: links among folders may lead to one place in many.
        found.sort(key=lambda place: (-len(place), place))
        return sorted(Path(place) for place in {os.path.realpath(place): place for place in found}.values())
    raise UsageError(f"{path or repr(path)}: no such file or folder; check the path")


def _visit(search: _Search, place: Path, *, named: bool) -> None:
    """What is `named`, and not found by a pattern, is meant: that it cannot be used is a fault."""
    if not search.reach.covers(place):
        search.add(Gathered(shown(place), (), None, f"{shown(place)}: {OUTSIDE}"))
    elif os.path.isdir(place):
        top = Path(os.path.abspath(place))
        _walk(search, top, ignoring_above(top) if search.gitignore else Ignoring())
    elif search.excludes(place):
        return
    elif place.name == MANIFEST:
        _add_manifest(search, place)
    elif search.leaves_out(place):
        if named:
            search.reports.remove(shown(place))
            search.add(Gathered(shown(place), (), None, f"{shown(place)}: {OWN}"))
    elif is_rows(place):
        _add_rows(search, shown(place), place)
    else:
        _add_story_of(search, place)
        _tell_if_broken(search, place)


def _tell_if_broken(search: _Search, place: Path) -> None:
    """A link that was named, leads to nothing, and is of no story that would tell it."""
    name = shown(place)
    if name not in search.alone:
        return
    try:
        os.stat(place)
    except OSError as error:
        search.alone.discard(name)
        search.add(Gathered(name, (), None, str(unreadable(error, place, name))))


def _walk(search: _Search, folder: Path, ignoring: Ignoring) -> None:
    """Depth first without recursion, so that no tree is too deep; a story.toml before what lies below it."""
    todo = [(folder, ignoring)]
    while todo:
        folder, ignoring = todo.pop()
        ignoring = ignoring.enter(folder) if search.gitignore else ignoring
        files, folders = _listed(search, folder, ignoring)
        if (manifest := folder / MANIFEST) in files:
            _add_manifest(search, manifest, ignoring=ignoring)
        else:
            _add_folder(search, folder, files)
        for file in files:
            if is_rows(file) and not search.leaves_out(file):
                _add_rows(search, shown(file), file)
        todo += [(below, ignoring) for below in reversed(folders)]


def _listed(search: _Search, folder: Path, ignoring: Ignoring) -> tuple[list[Path], list[Path]]:
    """Files and folders in it that nothing leaves out; none where it cannot be listed."""
    files: list[Path] = []
    folders: list[Path] = []
    try:
        with os.scandir(folder) as entries:
            found = sorted((entry.name, entry.is_dir(follow_symlinks=False), _is_file(entry)) for entry in entries)
    except OSError as error:
        fault = f"{shown(folder)}: cannot be listed ({error.strerror}); change its permissions"
        search.add(Gathered(shown(folder), (), None, fault))
        return [], []
    for name, is_folder, is_file in found:
        path = folder / name
        if name.startswith(".") or name in _SKIPPED or not (is_folder or is_file):
            continue
        if search.excludes(path, folder=is_folder) or ignoring.ignores(path, folder=is_folder):
            continue
        (folders if is_folder else files).append(path)
    return files, folders


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Also a link that leads nowhere: reading it tells somebody."""
    return (entry.is_symlink() and not os.path.exists(entry.path)) or entry.is_file()


def _add_folder(search: _Search, folder: Path, files: Sequence[Path]) -> None:
    articles = search.articles([file for file in files if os.path.realpath(file) not in search.taken])
    if len(articles) >= 2:
        entries = tuple(Entry(shown(file), Path(shown(file))) for file in articles)
        search.add(Gathered(shown(folder), entries, reach=search.reach))
    else:
        search.alone.update(shown(file) for file in articles)


def _add_manifest(
    search: _Search, path: Path, reach: Reach | None = None, ignoring: Ignoring | None = None
) -> None:
    name, reach = shown(path), reach or search.reach
    try:
        story = read_manifest(path, name, reach)
    except Exception as error:  # whatever is wrong in one file, the other stories are found
        search.add(Gathered(shown(path.parent), (), path, unforeseen(error)))
        return
    if not story.entries:  # it says something about the articles beside it
        files, _ = _listed(search, path.parent, ignoring or Ignoring())
        story = replace(story, entries=tuple(Entry(shown(f), Path(shown(f))) for f in search.articles(files)))
    search.taken.update(os.path.realpath(entry.path) for entry in story.entries if entry.path)
    if len(story.entries) < 2:
        fault = f"{name}:1:1: fewer than two documents; name them, or put them beside it"
        story = replace(story, fault=fault)
    search.add(story)


def _add_rows(search: _Search, name: str, path: Path | None, data: bytes = b"") -> None:
    label = "<stdin>" if path is None else name
    try:
        stories = (parse_rows(data, label, search.limits) if path is None else
                   read_rows(path, label, search.reach, search.limits))
    except Exception as error:  # as above
        stories = (Gathered(label, (), None, unforeseen(error)),)
    if not stories:
        search.empty.add(label)
    for story in stories:
        search.add(story)


def _add_story_of(search: _Search, article: Path) -> None:
    """The story that an article belongs to: of the nearest story.toml that names it, else of its folder."""
    real = os.path.realpath(article)
    for manifest in _manifests_above(article):
        within = search.reach.with_folder(manifest.parent)  # who names an article means what it belongs to
        try:
            story = read_manifest(manifest, shown(manifest), within)
        except Exception:  # `_add_manifest` tells what is wrong
            if manifest.parent == Path(os.path.abspath(article)).parent:
                _add_manifest(search, manifest)
                return
            continue
        if any(entry.path and os.path.realpath(entry.path) == real for entry in story.entries):
            _add_manifest(search, manifest, within)
            return
    folder = Path(os.path.abspath(article)).parent
    ignoring = ignoring_above(folder).enter(folder) if search.gitignore else Ignoring()
    files, _ = _listed(search, folder, ignoring)
    if (folder / MANIFEST) in files or article.suffix.lower() not in {file.suffix.lower() for file in files if
                                                                      is_article(file)}:
        search.alone.add(shown(article))
    else:
        _add_folder(search, folder, files)


def _manifests_above(article: Path) -> Iterator[Path]:
    for folder in Path(os.path.abspath(article)).parents[:4]:
        if os.path.isfile(folder / MANIFEST):
            yield folder / MANIFEST
