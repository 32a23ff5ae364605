"""Accounts of invented events, of which the reader of claims learns: seven texts an event, and the pairs they make.

training/claims/accounts.md is what their writers were given; tests/test_accounts.py holds the files to it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ACCOUNTS = Path(__file__).parent / "claims"
# Fixed before the first training: what these writers wrote is for testing alone.
HELD = frozenset({"reader-7", "reader-8"})
# How the text of a field stands to `account`, and to `agree`, which tells the same.
FIELDS = {
    "agree": "agreement", "contradict": "contradiction", "certainty": "tension", "later": "update",
    "aside": "neither", "other": "neither",
}


@dataclass(frozen=True, slots=True)
class Example:
    a: str
    b: str
    label: str
    held: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """`respect` is the one in which `contradict` differs, `stance` the two degrees of certainty."""

    topic: str
    writer: str
    account: str
    agree: str
    contradict: str
    respect: str
    certainty: str
    stance: str
    later: str
    aside: str
    other: str

    @property
    def texts(self) -> tuple[str, ...]:
        return (self.account, *(getattr(self, field) for field in FIELDS))

    def examples(self) -> tuple[Example, ...]:
        held = self.writer in HELD
        told = [Example(self.account, self.agree, FIELDS["agree"], held)]
        for field, label in FIELDS.items():
            if field != "agree":
                told += [Example(one, getattr(self, field), label, held) for one in (self.account, self.agree)]
        return tuple(told)


def events(paths: Sequence[Path]) -> list[Event]:
    """Those of every file, in order of the files' names. Raises TypeError for a key that is missing or unknown."""
    return [Event(**row) for path in sorted(paths)
            for row in tomllib.loads(path.read_text(encoding="utf-8"))["event"]]
