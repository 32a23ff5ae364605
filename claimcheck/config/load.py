"""Settings from a file, the environment and the command line: each wins over what stands before it."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimcheck.config.options import OPTIONS, Given, Option
from claimcheck.config.settings import Settings
from claimcheck.errors import ConfigError, UsageError
from claimcheck.model.limits import Limits
from claimcheck.toml import Keys, TomlFile, read_toml

NAME = "claimcheck.toml"
PYPROJECT = "pyproject.toml"
ENVIRONMENT = "CLAIMCHECK_CONFIG"
_LIMITS = "limits."


@dataclass(frozen=True, slots=True)
class Loaded:
    """`origins` says for each field of Settings where its value is from; `file` is the configuration, if any; where
    `isolated` none is looked for."""

    settings: Settings
    origins: Mapping[str, str]
    file: Path | None = None
    isolated: bool = False

    @property
    def root(self) -> Path:
        """The folder from which paths in the configuration count."""
        return self.file.parent if self.file else Path()


def load(
    *,
    rules: Callable[[], Collection[str]],
    config: str | None = None,
    isolated: bool = False,
    given: Mapping[str, tuple[str, Any]] | None = None,
    environ: Mapping[str, str] | None = None,
) -> Loaded:
    """`given` holds what the command line says: field of Settings -> (option, value). `isolated` reads no file.

    Raises ConfigError, with path:line:column, for what a file says wrongly, and UsageError for the environment.
    """
    environ = os.environ if environ is None else environ
    file = None if isolated else _chosen(config or environ.get(ENVIRONMENT)) or _nearest(Path.cwd())
    values: dict[str, Any] = {"root": str(Path(file[0]).parent)} if file else {}
    origins = {option.field: "default" for option in OPTIONS}
    if file:
        _from_file(file[1], rules, values, origins)
    for option in OPTIONS:
        if option.environment and (text := environ.get(option.environment, "").strip()):
            values[option.field] = _from_text(option, text)
            origins[option.field] = f"environment {option.environment}"
    for field, (name, value) in (given or {}).items():
        values[field], origins[field] = value, name
    limits = {field.removeprefix(_LIMITS): values.pop(field) for field in list(values) if field.startswith(_LIMITS)}
    return Loaded(Settings(**values, limits=Limits(**limits)), origins, file[0] if file else None, isolated)


def _chosen(path: str | None) -> tuple[Path, TomlFile] | None:
    if not path:
        return None
    place = Path(path)
    try:
        file = read_toml(place, path)
    except OSError as error:
        raise UsageError(f"--config: {path}: cannot be read ({error.strerror}); check the path") from None
    if place.name == PYPROJECT:
        table = file.under("tool", "claimcheck")
        if table is None:
            raise ConfigError(f"{path}:1:1: there is no [tool.claimcheck]; add it")
        return place, table
    return place, file


def _nearest(folder: Path) -> tuple[Path, TomlFile] | None:
    """The first of `folder` and those above it with a claimcheck.toml, or a pyproject.toml that speaks of us."""
    for above in (folder, *folder.parents):
        own, project = above / NAME, above / PYPROJECT
        if os.path.lexists(own) and not os.path.isdir(own):
            _check_file(own)
            return _chosen(_shown(own))
        if os.path.isfile(project) and _speaks_of_us(project):
            shown = _shown(project)
            table = read_toml(project, shown).under("tool", "claimcheck")
            if table is not None:
                return Path(shown), table
    return None


def _check_file(own: Path) -> None:
    """Raises UsageError for what has the name and is none: a run without the settings is not what was meant."""
    try:
        if stat.S_ISREG(os.stat(own).st_mode):
            return
        fault = "not a regular file; remove it"
    except FileNotFoundError:
        fault = "a link that leads nowhere; mend or remove it"
    except OSError as error:
        circle = error.errno == errno.ELOOP
        fault = "a link that leads in a circle; mend or remove it" if circle else f"cannot be read ({error.strerror})"
    raise UsageError(f"{_shown(own)}: {fault}, or say --isolated")


def _speaks_of_us(project: Path) -> bool:
    """What cannot be read says nothing to us: it may be any program's file, anywhere above."""
    try:
        return b"claimcheck" in project.read_bytes()
    except OSError:
        return False


def _shown(path: Path) -> str:
    return os.path.relpath(path)


def _from_file(
    file: TomlFile, rules: Callable[[], Collection[str]], values: dict[str, Any], origins: dict[str, str]
) -> None:
    _check_keys(file, (), file.data, {option.keys for option in OPTIONS})
    for option in OPTIONS:
        found: Any = file.data
        for key in option.keys:
            if not isinstance(found, Mapping) or key not in found:
                break
            found = found[key]
        else:
            values[option.field] = option.read(Given(file, option.keys, found, rules))
            line, column = file.place(option.keys)
            origins[option.field] = f"{file.name}:{line}:{column}"


def _check_keys(file: TomlFile, at: Keys, table: Mapping[str, Any], known: Collection[tuple[str, ...]]) -> None:
    """Every key leads to an option; groups of options are tables."""
    file.check_keys(at, table, {keys[0] for keys in known})
    for key, value in table.items():
        below = {keys[1:] for keys in known if keys[0] == key and len(keys) > 1}
        if below and not isinstance(value, Mapping):
            raise file.fault((*at, key), f"{key!r} is to be a table; write [{key}]")
        if below:
            _check_keys(file, (*at, key), value, below)


def _from_text(option: Option, text: str) -> Any:
    name = option.environment
    try:
        return option.read(Given(TomlFile(name, text, {}), (option.key,), text, tuple))
    except ConfigError as error:
        raise UsageError(f"{name}: {str(error).partition(': ')[2]}") from None
