"""The files in which a user says what is accepted: the baseline and the ignores."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

from claimcheck.baseline import NAME as BASELINE
from claimcheck.baseline import Accepted, dump, parse
from claimcheck.cli.output import replace_file, replace_or_remove
from claimcheck.cli.settings import rule_names
from claimcheck.config.load import NAME as SETTINGS
from claimcheck.config.load import Loaded
from claimcheck.corpus.inside import Reach, place_inside, reach, read_inside
from claimcheck.errors import ConfigError, UsageError
from claimcheck.ignores import NAME as IGNORES
from claimcheck.ignores import Ignore, read_ignores
from claimcheck.report.words import listing
from claimcheck.toml import TomlFile, parse_toml, toml_of


def baseline_path(loaded: Loaded, chosen: str | None) -> Path:
    """The file that --baseline names, or the one beside the configuration."""
    return Path(chosen) if chosen else loaded.root / BASELINE


def read_baseline(loaded: Loaded, chosen: str | None, *, needed: bool = True) -> tuple[str, tuple[Accepted, ...]]:
    """Its path as shown, "" where there is none, and its entries. Raises ConfigError; UsageError where the file that
    was chosen is not there and `needed`, InputError for a link out of the corpus that nobody chose."""
    path = baseline_path(loaded, chosen)
    try:
        text = (path.read_bytes() if chosen else read_inside(path, str(path), _reach(loaded))).decode("utf-8-sig")
    except FileNotFoundError:
        if chosen and needed:
            raise UsageError(f"--baseline: {chosen}: no such file; `claimcheck baseline update` makes it") from None
        return "", ()
    except UnicodeDecodeError:
        raise ConfigError(f"{path}:1:1: not UTF-8; restore the file") from None
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}); check the path") from None
    return str(path), parse(text, str(path))


def write_baseline(loaded: Loaded, chosen: str | None, entries: Collection[Accepted]) -> None:
    """Replace the file as a whole. Raises UsageError, and InputError as `read_baseline` does."""
    path = baseline_path(loaded, chosen)
    try:
        place = os.path.realpath(path) if chosen else place_inside(path, str(path), _reach(loaded))
        replace_file(place, dump(entries))
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror}); check the folder") from None


def read_ignore_file(loaded: Loaded) -> tuple[Ignore, ...]:
    """The ignores beside the configuration; none where there is no such file. Raises ConfigError, and InputError for a
    link out of the corpus."""
    file = _ignore_file(loaded)
    return read_ignores(file, rule_names()) if file else ()


def edit_ignores(loaded: Loaded, change: Callable[[str, tuple[Ignore, ...]], str]) -> None:
    """Replace the file by what `change` makes of its text and its entries; where that is nothing, remove it. Raises
    what `read_ignore_file` does, and UsageError where it cannot be written."""
    file, path = _ignore_file(loaded), loaded.root / IGNORES
    text = change(file.text, read_ignores(file, rule_names())) if file else change("", ())
    parse_toml(text, str(path))  # what cannot be read again is not written
    try:
        replace_or_remove(place_inside(path, str(path), _reach(loaded)), text)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror}); check the folder") from None


def unused(paths: Sequence[str], loaded: Loaded, chosen: str | None = None) -> Iterator[str]:
    """A line for each folder of the paths with files that would count if claimcheck were started there: who wrote them
    takes them to be in force. With --isolated nobody does so of settings."""
    names = (BASELINE, IGNORES) if loaded.isolated else (SETTINGS, BASELINE, IGNORES)
    root = os.path.abspath(loaded.root)
    for folder in sorted({folder for path in paths for folder in _aside(Path(os.path.abspath(path)), root)}):
        files = [folder / name for name in names if os.path.isfile(folder / name)]
        files = [file for file in files if not chosen or os.path.realpath(chosen) != os.path.realpath(file)]
        if files:
            shown = [os.path.relpath(file) for file in files]
            yield f"{listing(shown)} not used: {_mend(folder, files, loaded)}"


def _aside(path: Path, root: str) -> Iterator[Path]:
    """The path and the folders above it in which the settings were not looked for."""
    shared = Path(os.path.commonpath((root, path)))
    yield from (folder for folder in (path, *path.parents) if shared in folder.parents)


def _mend(folder: Path, files: Sequence[Path], loaded: Loaded) -> str:
    if loaded.file is None or files[0].name == SETTINGS:
        return f"such files count from the working folder; start claimcheck in {os.path.relpath(folder)}"
    if files[0].name == BASELINE:
        return f"the settings are in {loaded.file}; name it with --baseline {os.path.relpath(files[0])}"
    return f"the settings are in {loaded.file}; put it beside them"


def _ignore_file(loaded: Loaded) -> TomlFile | None:
    path = loaded.root / IGNORES
    try:
        return toml_of(read_inside(path, str(path), _reach(loaded)), str(path))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}); check the path") from None


def _reach(loaded: Loaded) -> Reach:
    return reach([loaded.root, *(loaded.root / folder for folder in loaded.settings.outside)])


__all__ = [
    "BASELINE", "IGNORES", "baseline_path", "edit_ignores", "read_baseline", "read_ignore_file", "unused",
    "write_baseline",
]
