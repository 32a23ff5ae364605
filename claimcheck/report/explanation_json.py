"""An explanation as plain JSON data: the fields of `model.explanation`, None where there is nothing."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from claimcheck.model.explanation import Explanation

SCHEMA = 1


def render(explained: Explanation) -> str:
    data = {"schema": SCHEMA} | _plain(explained)
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value
