"""python -m training.link FOLDER... [--cache FOLDER], python -m training.link --check [FOLDER...]

Estimates claimcheck/link/weights.toml from stories and labels, or checks that it is what they give.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from claimcheck.cache.store import open_cache
from claimcheck.link.features import FEATURES
from claimcheck.link.features.context import ENCODED
from claimcheck.link.mentions import KINDS
from training.fit import (
    DECIMALS,
    OWN,
    RIDGE,
    SHARES,
    Fitted,
    Stacked,
    cross_validated,
    figures,
    fit,
    stack,
    stacked_across,
    value_bits,
    with_values,
)
from training.pairs import HELD, LABELS, READ, STORY, WRITTEN, Row, all_rows

PACKAGE = Path(__file__).parents[1] / "claimcheck"
WEIGHTS = PACKAGE / "link" / "weights.toml"
# What decides the levels of a pair, beside the parser.
_SOURCES = ("link/features/*.py", "link/compare.py", "link/context.py", "embed/context_encoder.safetensors",
            "link/mentions.py", "link/types.py", "link/values.py",
            "lexicon/frequency.py", "lexicon/reach.py", "lexicon/reach.toml")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m training.link", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="folders with stories and texts")
    parser.add_argument("--check", action="store_true", help="compare, and write nothing")
    parser.add_argument("--cache", help="where what was read from the texts is kept")
    options = parser.parse_args(arguments)
    if not options.folders and not options.check:
        parser.error("name the folders with the stories, or --check")
    if not options.folders:
        return _told("weights.toml is older than the features, labels or settings; run training.link"
                     if f'digest = "{digest()}"' not in WEIGHTS.read_text(encoding="utf-8") else "")
    text = estimated(options.folders, options.cache)
    if options.check:
        return _told("" if text == WEIGHTS.read_text(encoding="utf-8") else "the data give other weights")
    WEIGHTS.write_text(text, encoding="utf-8")
    return 0


def _told(fault: str) -> int:
    if fault:
        print(f"training.link: {fault}", file=sys.stderr)
    return int(bool(fault))


def digest() -> str:
    """Of the features, the labels and the settings that the weights are estimated with."""
    found = hashlib.sha256(f"{RIDGE} {OWN} {SHARES} {KINDS}".encode())
    files = [p for pattern in _SOURCES for p in sorted(PACKAGE.glob(pattern))]
    files += [p for pattern in ("*.jsonl", "*.toml") for p in sorted(LABELS.glob(pattern))]
    for path in files:
        found.update(f"\x1f{path.name}\x1f".encode() + path.read_bytes())
    return found.hexdigest()[:16]


def estimated(folders: Sequence[Path], cache_folder: str | None) -> str:
    """The text of weights.toml; what was measured is printed."""
    rows = all_rows(folders, open_cache(cache_folder))
    told = [r for r in rows if r.origin == READ]
    plain = cross_validated(rows)
    unseen = [i for i, r in enumerate(told) if r.fold in HELD]
    held = [told[i] for i in unseen]
    across = stacked_across(held, plain[unseen])
    values = value_bits(held, across)
    measured = {f"plain-{name}": figure for name, figure in figures(told, plain).items()} | figures(held, across) | {
        f"{name}-with-values": figure for name, figure in figures(held, with_values(held, across, values)).items()}
    counts = Counter(r.origin for r in rows)
    print(f"{dict(counts)}, {len({r.event for r in rows})} events; cross-validated by event: {measured}")
    seen = Counter((f.name, level) for r in rows for f, level in zip(FEATURES, r.levels, strict=True))
    for feature in FEATURES:
        for level in feature.levels:
            if not seen[feature.name, level]:
                print(f"never seen: {feature.name} = {level}")
    return written(fit(rows), stack(held, plain[unseen]), rows, measured, values)


def written(fitted: Fitted, stacked: Stacked, rows: Sequence[Row], measured: dict[str, float],
            values: dict[str, float]) -> str:
    """weights.toml: a row of bits for each level, a number for each kind."""
    counts = Counter(r.origin for r in rows)
    held = sum(r.origin == READ and r.fold in HELD for r in rows)
    lines = [
        "# Bits of evidence that two mentions measure one thing, by feature and level, one number for each kind.",
        "# Written by `python -m training.link`; not to be edited.",
        f"kinds = {json.dumps(list(KINDS))}",
        f"prior = {_numbers(stacked.share * fitted.prior + stacked.shift)}", "", "[about]",
        f'digest = "{digest()}"', f"labelled = {counts[READ]}", f"self-supervised = {counts[STORY]}",
        f"written = {counts[WRITTEN]}", f"labelled-unseen-by-encoder = {held}",
        f"events = {len({r.event for r in rows})}", f"ridge = {RIDGE}", f"own = {OWN}",
        f"share-self-supervised = {SHARES[STORY]}", f"share-written = {SHARES[WRITTEN]}",
        f"share-beside-encoder = {_number(round(stacked.share, 3))}",
        "# Cross-validated by event, on labelled pairs: plain is without the encoder, on all of them; the others are",
        "# with it, on those whose events it never saw.",
        *(f"{name} = {value}" for name, value in measured.items()),
    ]
    lines += ["", "[values]  # what the class of the two values is worth beside the link",
              *(f"{json.dumps(name)} = {_number(bits)}" for name, bits in values.items())]
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
