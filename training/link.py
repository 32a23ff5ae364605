"""python -m training.link FOLDER... [--cache FOLDER] [--jobs N], python -m training.link --check [FOLDER...]

Estimates claimcheck/link/weights.toml from stories and labels, or checks that it is what they give.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from claimcheck.link.conflict import FEATURES as CONFLICT
from claimcheck.link.features import FEATURES
from claimcheck.link.features.context import ENCODED
from claimcheck.link.judge import APART
from claimcheck.link.mentions import KINDS
from claimcheck.link.types import probability
from claimcheck.model.standing import CONFLICTING
from claimcheck.rules import ALARM
from training.command import run
from training.fit import (
    CHANGED_SHARE,
    DECIMALS,
    OWN,
    RIDGE,
    SHARES,
    Fitted,
    Stacked,
    Weighed,
    conflict_levels,
    cross_validated,
    figures,
    fit,
    fits_across,
    stack,
    stacked_across,
    stacks_across,
    value_bits,
    weigh,
    weighed_across,
)
from training.pairs import HELD, LABELS, PRESUMED, READ, STORY, WRITTEN, Row, all_rows

PACKAGE = Path(__file__).parents[1] / "claimcheck"
WEIGHTS = PACKAGE / "link" / "weights.toml"
# What decides the levels of a pair, beside the parser.
_SOURCES = ("link/features/*.py", "link/compare.py", "link/conflict.py", "link/context.py", "link/mentions.py",
            "link/types.py", "link/values.py", "embed/context_encoder.safetensors",
            "lexicon/frequency.py", "lexicon/reach.py", "lexicon/reach.toml")


def main(arguments: Sequence[str] | None = None) -> int:
    """1 where the weights are not what the data give, 2 where a row cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m training.link", description=__doc__)
    parser.add_argument("--jobs", type=int, default=1, help="so many processes read the texts; the bytes are the same")
    return run(parser, arguments, WEIGHTS, digest,
               lambda options: estimated(options.folders, options.cache, options.jobs))


def digest() -> str:
    """Of the features, the labels and the settings that the weights are estimated with."""
    found = hashlib.sha256(f"{RIDGE} {OWN} {SHARES} {CHANGED_SHARE} {KINDS}".encode())
    files = [p for pattern in _SOURCES for p in sorted(PACKAGE.glob(pattern))]
    files += [p for pattern in ("*.jsonl", "*.toml") for p in sorted(LABELS.glob(pattern))]
    for path in files:
        found.update(f"\x1f{path.name}\x1f".encode() + path.read_bytes())
    return found.hexdigest()[:16]


def estimated(folders: Sequence[Path], cache_folder: str | None, jobs: int = 1) -> str:
    """The text of weights.toml; what was measured is printed."""
    found = all_rows(folders, cache_folder, jobs=jobs)
    rows = [r for r in found if r.origin != PRESUMED]
    told = [r for r in rows if r.origin == READ]
    fits = fits_across(rows)
    plain = cross_validated(told, fits)
    unseen = [i for i, r in enumerate(told) if r.fold in HELD]
    held = [told[i] for i in unseen]
    stacks = stacks_across(held, plain[unseen])
    across = stacked_across(held, plain[unseen], stacks)
    known = plain.copy()  # of events that the encoder saw, by the link without it
    known[unseen] = across
    values = value_bits(told, known)
    conflicts = [r for r in found if r.conflict is not None]
    links = stacked_across(conflicts, cross_validated(conflicts, fits), stacks)
    levels = [conflict_levels(r, bits, stacks[r.fold].total(r.rivals, fits[r.fold].total(r.rivals)), values)
              for r, bits in zip(conflicts, links.tolist(), strict=True)]
    weighed = weighed_across(conflicts, levels, links)
    own = dict(zip(map(id, conflicts), weighed.tolist(), strict=True))
    whole = np.array([_whole(r, bits, own, values) for r, bits in zip(held, across.tolist(), strict=True)])
    measured = {f"plain-{name}": figure for name, figure in figures(told, plain).items()} | figures(held, across) | {
        f"{name}-with-values": figure for name, figure in figures(held, whole).items()} | alarms(conflicts, weighed)
    counts = Counter(r.origin for r in found)
    print(f"{dict(counts)}, {len({r.event for r in rows})} events; cross-validated by event: {measured}")
    _tell_unseen(rows, levels)
    return written(fit(rows), stack(held, plain[unseen]), found, measured, values, weigh(conflicts, levels, links))


def _whole(row: Row, bits: float, own: Mapping[int, float], values: Mapping[str, float]) -> float:
    """Bits with what is known of the values; `own` are those of conflicts, by row."""
    if row.standing not in CONFLICTING:
        return bits + values[row.values]
    return APART if row.apart else own.get(id(row), bits)


def alarms(rows: Sequence[Row], bits: np.ndarray) -> dict[str, int]:
    """Of conflicts of real accounts, how many are likely enough for quantity-mismatch to speak of, and how many of
    these are one thing; of pairs of equal values, how many would be if one account had changed its own."""
    told = [r for r, b in zip(rows, bits.tolist(), strict=True) if probability(b) >= ALARM and r.origin != WRITTEN]
    real = [r.same for r in told if r.standing in CONFLICTING]
    equal = [r for r in rows if r.origin == READ and r.standing not in CONFLICTING]
    return {"alarms": len(real), "alarms-right": sum(real),
            "changed": len(equal), "changed-found": len(told) - len(real)}


def _tell_unseen(rows: Sequence[Row], conflicts: Sequence[tuple[str, ...]]) -> None:
    seen = Counter((f.name, level) for r in rows for f, level in zip(FEATURES, r.levels, strict=True))
    seen.update((f.name, level) for levels in conflicts for f, level in zip(CONFLICT, levels, strict=True))
    known = [(f.name, level) for f in FEATURES for level in f.levels]
    known += [(f.name, level) for f in CONFLICT for level in f.levels]
    for name, level in known:
        if not seen[name, level]:
            print(f"never seen: {name} = {level}")


def written(fitted: Fitted, stacked: Stacked, rows: Sequence[Row], measured: Mapping[str, float],
            values: dict[str, float], weighed: Weighed) -> str:
    """weights.toml: a row of bits for each level, a number for each kind."""
    counts = Counter(r.origin for r in rows)
    held = sum(r.origin == READ and r.fold in HELD for r in rows)
    conflicts = Counter(r.origin for r in rows if r.conflict is not None and r.standing in CONFLICTING)
    lines = [
        "# Bits of evidence that two mentions measure one thing, by feature and level, one number for each kind.",
        "# Written by `python -m training.link`; not to be edited.",
        f"kinds = {json.dumps(list(KINDS))}",
        f"prior = {_numbers(stacked.share * fitted.prior + stacked.shift)}", "", "[about]",
        f'digest = "{digest()}"', f"labelled = {counts[READ]}", f"self-supervised = {counts[STORY]}",
        f"written = {counts[WRITTEN]}", f"labelled-unseen-by-encoder = {held}",
        f"conflicts = {conflicts[READ]}", f"conflicts-written = {conflicts[WRITTEN]}",
        f"conflicts-presumed = {conflicts[PRESUMED]}",
        f"events = {len({r.event for r in rows if r.origin != PRESUMED})}", f"ridge = {RIDGE}", f"own = {OWN}",
        f"share-self-supervised = {SHARES[STORY]}", f"share-written = {SHARES[WRITTEN]}",
        f"share-beside-encoder = {_number(round(stacked.share, 3))}",
        "# Cross-validated by event, on labelled pairs: plain is without the encoder, on all of them; the others are",
        "# with it, on those whose events it never saw. Alarms are conflicts, labelled or not, that are likely enough",
        "# for quantity-mismatch to speak of; those are right that are labelled as one thing. Changed are pairs",
        "# labelled as one, of equal values, taken as if one account had another one.",
        *(f"{name} = {value}" for name, value in measured.items()),
    ]
    lines += ["", "[values]  # what the class of the two values is worth beside the link",
              *(f"{json.dumps(name)} = {_number(bits)}" for name, bits in values.items())]
    lines += ["", "[conflict]  # where the values conflict: what the bits of a link are worth, and what else counts",
              f"share = {_number(round(weighed.share, 3))}", f"prior = {_number(round(weighed.prior, DECIMALS))}"]
    for told in CONFLICT:
        lines += ["", f"[conflict.{told.name}]  # {told.words}",
                  *(f"{json.dumps(level)} = {_number(weighed.bits[told.name, level])}" for level in told.levels)]
    column = 0
    for feature in FEATURES:
        lines += ["", f"[bits.{feature.name}]  # {feature.words}"]
        for place, level in enumerate(feature.levels):
            if feature is ENCODED:
                row = np.full(len(KINDS), stacked.bits[place])
            else:
                row = stacked.share * fitted.bits[:, column]
                column += 1
            lines.append(f"{json.dumps(level)} = {_numbers(row)}")
    return "\n".join(lines) + "\n"


def _numbers(values: np.ndarray) -> str:
    return f"[{', '.join(_number(value + 0.0) for value in values.round(DECIMALS).tolist())}]"


def _number(value: float) -> str:
    return f"{float(value):g}" if value % 1 else f"{value:.1f}"


if __name__ == "__main__":
    sys.exit(main())
