"""The tables of measured figures in docs/, each made of what the repository keeps."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from claimcheck.rules import RULES

ROOT = Path(__file__).parent.parent.parent
# Kinds of difference, each with the rules that look for it.
KINDS: dict[str, tuple[str, ...]] = {
    "amounts": ("quantity-mismatch", "diverging-bounds", "comparison-conflict"),
    "days and times": ("date-mismatch",),
    "copied sentences and quotations": ("copy-drift", "quote-drift"),
    "names, posts, places": ("name-spelling", "role-conflict", "rank-conflict", "place-conflict"),
    "whether it happened": ("polarity-conflict", "story-disputed"),
    "opposites, other doers": ("antonym-conflict", "filler-conflict", "swapped-roles"),
    "how certain, who says so": ("left-open", "certainty-drift", "attribution-conflict"),
    "what a language model calls a contradiction": ("judged-conflict",),
}
_PREVIEW = {rule.name for rule in RULES if rule.preview}
_SHARE = re.compile(r"(\d+)/(\d+) (\S+) \[(\S+), (\S+)\]")


def floors() -> str:
    """fixtures/floors.toml: what our own labelled texts must give."""
    rows = [["labelled", "figure", "floor"]]
    for name, section in _toml("fixtures/floors.toml").items():
        figures = ((k, f"at {bound} {v:g}") for bound in ("least", "most") for k, v in section[f"at_{bound}"].items())
        rows += [[name, figure.replace("_", " "), told] for figure, told in figures]
    return _table(rows)


def alarms() -> str:
    """docs/rule-precision.md by kind of difference, rules that run and rules that are off apart."""
    told_of = judged()
    rows = [["difference", "right of judged", "share", "rules"]]
    for kind, names in KINDS.items():
        for told, off in ((kind, False), (f"{kind}, off", True)):
            some = [name for name in names if (name in _PREVIEW) is off]
            right, whole = (sum(told_of[name][place] for name in some if name in told_of) for place in (0, 1))
            each = (f"{name} {right_of(told_of.get(name))}".strip() for name in some)
            if some:
                rows.append([told, right_of((right, whole)), f"{right / whole:.2f}" if whole else "", ", ".join(each)])
    return _table(rows)


def unread() -> str:
    """The newest row of docs/check-log.md, a line a figure."""
    lines = [line for line in _text("docs/check-log.md").splitlines() if line.startswith("| ")]
    names, newest = (line.strip("| ").split(" | ") for line in (lines[0], lines[-1]))
    rows = [["figure", "count", "value", "95 % interval"]]
    for name, told in zip(names, newest, strict=True):
        if found := _SHARE.fullmatch(told):
            part, whole, value, low, high = found.groups()
            rows.append([name, f"{part} of {whole}", value, f"{low} to {high}"])
    return _table(rows)


def linker() -> str:
    """`[about]` of the weights: how good the probability is that two values measure one thing, or two are one event."""
    about, events = (_toml(f"claimcheck/link/{name}weights.toml")["about"] for name in ("", "event_"))
    rows = [["figure", "pairs of values", "those whose values conflict", "pairs of events"],
            ["AUC", about["auc-with-values"], about["auc-conflicting-with-values"], events["auc"]],
            ["Brier score", about["brier-with-values"], "-", events["brier"]],
            ["calibration error", about["calibration-error-with-values"], "-", events["calibration-error"]],
            ["from the threshold of an alarm on, one thing", "-", f"{about['alarms-right']} of {about['alarms']}", "-"],
            ["from the threshold of an agreement on, one event", "-", "-", events["from-90"]]]
    return _table(rows)


def right_of(counts: tuple[int, int] | None) -> str:
    """In words; "" where nothing was judged."""
    return "{} of {}".format(*counts) if counts and counts[1] else ""


def judged() -> dict[str, tuple[int, int]]:
    """How many alarms of each rule were right, of how many judged; for rules on values those at today's threshold."""
    return dict(_judged())


def _judged() -> Iterator[tuple[str, tuple[int, int]]]:
    page = _text("docs/rule-precision.md")
    words = r"^\| ([a-z-]+) \| \d+ \| (\d+) \| (\d+) \| (?:stable|preview) \|$"
    for name, judged, right in re.findall(words, page, re.MULTILINE):
        yield name, (int(right), int(judged))
    for rule in RULES:
        row = re.search(rf"^\| {rule.name} \| {_decimal(rule.least)} \| (\d+) \| (\d+) \|$", page, re.MULTILINE)
        if row:
            yield rule.name, (int(row[2]), int(row[1]))


def _decimal(value: float) -> str:
    return re.escape(f"{value:g}".removeprefix("0"))


def _table(rows: Sequence[Sequence[object]]) -> str:
    lines = [f"| {' | '.join(map(str, row))} |" for row in rows]
    return "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]]) + "\n"


def _toml(path: str) -> Mapping[str, Any]:
    return tomllib.loads(_text(path))


def _text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")
