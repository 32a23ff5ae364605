"""``claimcheck config show`` and ``claimcheck init``."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any

from claimcheck.config import Settings
from claimcheck.config.load import NAME, Loaded
from claimcheck.config.options import OPTIONS, Option
from claimcheck.errors import UsageError
from claimcheck.model.vocabulary import OwnUnit

# Which example to write where the default says nothing.
_EXAMPLES = {
    "select": '["quantity-mismatch", "date-mismatch"]', "ignore": '["single-source"]',
    "extend_select": '["polarity-conflict"]', "paths": '["desk"]',
    "exclude": '["drafts/", "*.bak.txt"]', "outside": '["../archive"]', "cache": '".cache/claimcheck"',
    "units": 'acre-foot = { of = "cubic metre", factor = 1233.48, words = ["acre-foot", "acre-feet"] }',
    "synonyms": 'stevedore = ["docker", "longshoreman"]',
    "nli": '"models/nli-small"', "judge_model": '"the-model-on-my-server"',
    "severity": 'diverging-bounds = "note"', "sources": '"Harbour Gazette" = ["The Gazette", "harbourgazette.example"]',
}


def show(loaded: Loaded) -> int:
    """One line a setting: key, value, origin."""
    print(f"# configuration: {loaded.file or 'none'}")
    rows = [(option.key, _value(option.of(loaded.settings)), loaded.origins[option.field])
            for option in OPTIONS]
    key, value = (max(len(row[column]) for row in rows) for column in (0, 1))
    for row in rows:
        print(f"{row[0]:{key}} = {row[1]:{min(value, 40)}}  # {row[2]}")
    return 0


def init(*, force: bool) -> int:
    """Write claimcheck.toml into the working folder. Raises UsageError where it is there, or cannot be written."""
    from claimcheck.cli.output import replace_file
    from claimcheck.corpus.inside import place_inside, reach

    if os.path.lexists(NAME) and not force:
        raise UsageError(f"{NAME}: is there already; --force replaces it")
    try:
        replace_file(place_inside(Path(NAME), NAME, reach([""])), template())
    except OSError as error:
        raise UsageError(f"{NAME}: cannot be written ({error.strerror}); check the folder") from None
    print(f"{NAME}: written; every setting in it is commented out")
    return 0


def template() -> str:
    """A configuration that sets nothing and says what could be set."""
    lines = ["# What claimcheck checks, and how; paths count from this folder.", ""]
    for option in (option for option in OPTIONS if option.in_file):
        table, _, key = option.key.rpartition(".")
        if table and f"[{table}]" not in lines:
            lines += [f"[{table}]", ""]
        about = option.about + (f" (or in the environment: {option.environment})" if option.environment else "")
        lines.append(f"# {about[0].upper()}{about[1:]}.")
        lines += [f"# {line}" for line in _example(option, key)] + [""]
    return "\n".join(lines)


def _example(option: Option, key: str) -> list[str]:
    if option.field in ("severity", "sources", "units", "synonyms"):
        return [f"[{option.key}]", _EXAMPLES[option.field]]
    return [f"{key} = {_EXAMPLES.get(option.field) or _value(option.of(Settings()))}"]


def _value(value: Any) -> str:
    """As TOML."""
    match value:
        case StrEnum():
            return json.dumps(value.value)
        case Decimal():
            return f"{value:f}"
        case OwnUnit(of=of, factor=factor, words=words, signs=signs):
            parts = {"of": of, "factor": factor, "words": words, "signs": signs}
            return _inline([(key, part) for key, part in parts.items() if part])
        case (OwnUnit(), *_):
            return _inline([(unit.name, unit) for unit in value])
        case ((str(), _), *_):
            return _inline(value)
        case tuple():
            return "[" + ", ".join(_value(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def _inline(rows: Iterable[tuple[str, Any]]) -> str:
    return "{ " + ", ".join(f"{_key(name)} = {_value(value)}" for name, value in rows) + " }"


def _key(name: str) -> str:
    return name if re.fullmatch("[A-Za-z0-9_-]+", name) else json.dumps(name, ensure_ascii=False)
