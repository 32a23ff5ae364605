"""python -m training.events FOLDER... [--cache FOLDER], python -m training.events --check [FOLDER...]

Estimates claimcheck/link/event_weights.toml, what tells that two occurrences are one event, from labelled pairs of
clauses of real accounts (labels/events), whose texts are in the folders; or checks that it is what they give.

One ridge-penalised logistic regression (features in levels, as weights.toml); cross-validated by event.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import log
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from claimcheck.cache.store import Cache, open_cache
from claimcheck.link.align_events import is_open
from claimcheck.link.compare import comparisons
from claimcheck.link.event_features import FEATURES
from claimcheck.link.mentions import mentions_of
from claimcheck.link.statement import Candidate, Statement
from claimcheck.link.types import UNKNOWN, Comparison
from claimcheck.model.fact import Occurrence
from training.command import run
from training.fit import DECIMALS, calibration_error
from training.pairs import LABELS, fold_of, read_statements
from training.stories import Data, read_folders

PACKAGE = Path(__file__).parents[1] / "claimcheck"
WEIGHTS = PACKAGE / "link" / "event_weights.toml"
PAIRS = LABELS / "events" / "pairs.jsonl"
# What decides the levels of a pair, beside the parser.
_SOURCES = ("link/features/*.py", "link/compare.py", "link/event_features.py", "link/event_guards.py",
            "link/align_events.py", "link/align_places.py", "link/mentions.py", "link/parties.py", "link/types.py",
            "link/wording.py", "lexicon/antonyms.py", "lexicon/antonyms.toml", "lexicon/frequency.py",
            "lexicon/spelling.py")
# Ridges of .02 to .3 were tried: the area under the curve, cross-validated by event, moved by .002.
RIDGE = 0.1

Place = tuple[str, int, int]  # digest of a document, start and end


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled pair: its event, a level for each feature, and whether it is one."""

    event: str
    levels: tuple[str, ...]
    same: bool


def main(arguments: Sequence[str] | None = None) -> int:
    """1 where the weights are not what the data give, 2 where a row cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m training.events", description=__doc__)
    return run(parser, arguments, WEIGHTS, digest,
               lambda options: written(rows_of(read_folders(options.folders), open_cache(options.cache))))


def digest() -> str:
    """Of the features, the labels and the settings that the weights are estimated with."""
    found = hashlib.sha256(f"{RIDGE}".encode())
    for path in (*(p for pattern in _SOURCES for p in sorted(PACKAGE.glob(pattern))), PAIRS):
        found.update(f"\x1f{path.name}\x1f".encode() + path.read_bytes())
    return found.hexdigest()[:16]


def labelled() -> dict[tuple[Place, Place], bool]:
    """Whether two places are of one event; left out are pairs that a reader found unclear, or two read otherwise."""
    answers: defaultdict[tuple[Place, Place], set[str]] = defaultdict(set)
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        a, b = ((row[side]["doc"], row[side]["start"], row[side]["end"]) for side in "ab")
        answers[a, b].add(row["label"][0])
    return {pair: found == {"S"} for pair, found in sorted(answers.items()) if len(found) == 1 and found != {"U"}}


def rows_of(data: Data, cache: Cache) -> list[Row]:
    """Of each labelled pair that is read as two occurrences, in the order of the labels."""
    by_documents: defaultdict[tuple[str, str], list[tuple[Place, Place, bool]]] = defaultdict(list)
    for (a, b), same in labelled().items():
        by_documents[a[0], b[0]].append((a, b, same))
    rows = []
    for (one, other), pairs in by_documents.items():
        if one in data.texts and other in data.texts:
            found = _compared(data, (one, other), cache)
            rows += [Row(data.event(one), tuple(f.level(found[key]) for f in FEATURES), same)
                     for *key_, same in pairs if (key := (key_[0][1:], key_[1][1:])) in found]
    return rows


_Span = tuple[int, int]


def _compared(data: Data, digests: tuple[str, str], cache: Cache) -> dict[tuple[_Span, _Span], Comparison]:
    """All pairs of occurrences in two documents that may be one, by their places. No feature asks how near they are."""
    _, statements = read_statements(data, digests, cache)
    sides = [[s for s in statements if s.document == side and isinstance(s.fact.value, Occurrence)]
             for side in (0, 1)]
    candidates = [c for a, b in product(*sides) if is_open(c := Candidate(a, b, "", 0.0))]
    numbers = {s.number for c in candidates for s in (c.a, c.b)}
    mentions = mentions_of(statements, lambda s: s.number in numbers)
    found = comparisons(candidates, mentions, [0.0] * len(candidates))
    return {(_place(c.a), _place(c.b)): x for c, x in zip(candidates, found, strict=True)}


def _place(statement: Statement) -> _Span:
    return statement.fact.span.start, statement.fact.span.end


_LEVELS = [(f.name, level) for f in FEATURES for level in f.levels]


def _design(rows: Sequence[Row]) -> np.ndarray:
    column = {level: i for i, level in enumerate(_LEVELS)}
    design = np.zeros((len(rows), len(_LEVELS)))
    for i, row in enumerate(rows):
        for f, level in zip(FEATURES, row.levels, strict=True):
            if level != UNKNOWN:
                design[i, column[f.name, level]] = 1.0
    return design


def fit(rows: Sequence[Row]) -> tuple[float, np.ndarray]:
    """Prior and bits of each level; the same whatever the order of the rows."""
    rows = sorted(rows, key=lambda r: (r.event, r.levels, r.same))
    model = LogisticRegression(C=RIDGE, max_iter=1000, tol=1e-8).fit(_design(rows), [r.same for r in rows])
    return float(model.intercept_[0] / log(2)), model.coef_[0] / log(2)


def across(rows: Sequence[Row]) -> np.ndarray:
    """Bits of each row by a fit without its event; shape (rows,)."""
    found = np.zeros(len(rows))
    folds = [fold_of(r.event) for r in rows]
    for fold in sorted(set(folds)):
        prior, bits = fit([r for r, other in zip(rows, folds, strict=True) if other != fold])
        mine = [i for i, other in enumerate(folds) if other == fold]
        found[mine] = prior + _design([rows[i] for i in mine]) @ bits
    return found


def written(rows: Sequence[Row]) -> str:
    """event_weights.toml; what was measured is printed."""
    bits, same = across(rows), np.array([r.same for r in rows])
    chances = 1 / (1 + 2.0**-bits)
    measured: dict[str, float | str] = {
        "auc": round(float(roc_auc_score(same, bits)), 3),
        "brier": round(float(np.mean((chances - same) ** 2)), 4),
        "calibration-error": round(calibration_error(same.astype(float), chances), 4),
    }
    for least in (0.5, 0.8, 0.9):
        some = same[chances >= least]
        measured[f"from-{least * 100:.0f}"] = f"{some.sum()} of {len(some)}"
    print(f"{len(rows)} pairs, {same.sum()} one event, {len({r.event for r in rows})} events: {measured}")
    seen = Counter((f.name, level) for r in rows for f, level in zip(FEATURES, r.levels, strict=True))
    for key in _LEVELS:
        if not seen[key]:
            print(f"never seen: {key[0]} = {key[1]}")
    prior, worth = fit(rows)
    lines = [
        "# Bits of evidence that two occurrences are one event, by feature and level.",
        "# Written by `python -m training.events`; not to be edited.",
        f"prior = {round(prior, DECIMALS)}", "", "[about]", f'digest = "{digest()}"', f"labelled = {len(rows)}",
        f"one-event = {same.sum()}", f"events = {len({r.event for r in rows})}", f"ridge = {RIDGE}",
        "# Cross-validated by event; from-N: of pairs that are N per cent likely or more, those that are one.",
        *(f"{name} = {json.dumps(value)}" for name, value in measured.items()),
    ]
    column = 0
    for feature in FEATURES:
        lines += ["", f"[bits.{feature.name}]  # {feature.words}"]
        for level in feature.levels:
            lines.append(f"{json.dumps(level)} = {round(float(worth[column]), DECIMALS) + 0.0}")
            column += 1
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
