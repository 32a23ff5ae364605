"""Settings for a command: the file, the environment, and what was written on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from claimcheck.config.load import Loaded, load
from claimcheck.errors import UsageError
from claimcheck.toml import nearest

_OPTION = {"model": "--model", "nli": "--nli", "judge": "--judge", "judge_model": "--judge-model",
           "fail_on": "--fail-on", "paths": "PATH", "exclude": "--exclude",
           "cache": "--no-cache", "preview": "--preview", "select": "--select", "extend_select": "--extend-select"}


def settings_of(*, config: str | None = None, isolated: bool = False, **given: Any) -> Loaded:
    """`given` are fields of Settings; None is what was not written. Raises ConfigError and UsageError."""
    said = {field: (_OPTION[field], value) for field, value in given.items() if value is not None}
    for field in ("select", "extend_select"):
        if field in said:
            said[field] = (_OPTION[field], _rules(*said[field]))
    loaded = load(rules=rule_names, config=config, isolated=isolated, given=said)
    if given.get("judge_model") is not None and not loaded.settings.judge:
        raise UsageError("--judge-model: there is no server to ask; name it with --judge URL")
    return loaded


def _rules(option: str, names: Sequence[str]) -> tuple[str, ...]:
    known = rule_names()
    for name in names:
        if name not in known:
            raise UsageError(f"{option}: {name!r} is no rule; {nearest(name, known)}")
    return tuple(names)


def off_if(no_cache: bool) -> str | None:
    """What --no-cache says of the cache."""
    return "off" if no_cache else None


def rule_names() -> list[str]:
    from claimcheck.rules import RULES

    return [rule.name for rule in RULES]


def beside(loaded: Loaded, name: str) -> Path:
    """A file beside the configuration."""
    return loaded.root / name
