"""python -m training.reviewed FOLDER... [--texts] > FILE.jsonl

What readers decided in `claimcheck review`, as labels that `training.link` reads: the form of labels/*.jsonl, digests
of documents and offsets, no text. With --texts rows of texts and events follow; without these no training can use them.

Taken are the labels that a review wrote, of rules on figures and times or of no named rule; what was written by hand,
or by `claimcheck test --update`, is left where it is. "Wrong" says that the two sides are of two things; a row to which
somebody adds the guard that should have stopped it says more.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from claimcheck.cli.expected import Tested, labels_of
from claimcheck.corpus import Gathered, gather
from claimcheck.errors import ClaimcheckError, UsageError
from claimcheck.expectations.labels import REVIEWED, Label, Side
from claimcheck.model.guard import Guard
from claimcheck.rules import RULES
from training.stories import digest_of

# As labels/link_pairs_2.md has them: one thing, of which both say the same, cannot both be right, are in tension, or
# one is later; and two things.
TAKEN_FOR = {"agreement": "Se", "contradiction": "Sc", "tension": "St", "update": "Sp", "": "N"}
# A look-alike of one thing, or one of which a guard does not say whether it is.
GUARDED = {
    Guard.ROUNDING: "Se", Guard.NEAR: "Se", Guard.BOUND_SATISFIED: "Se", Guard.UPDATE: "Sp",
    Guard.HYPOTHETICAL: "U", Guard.REFINEMENT: "U", Guard.TRANSLITERATION: "U",
}
# Rules that speak of figures and times from a probability on.
ESTIMATED = frozenset(rule.name for rule in RULES if rule.least and not (rule.in_words or rule.certainty))

Row = dict[str, Any]


def main(arguments: Sequence[str] | None = None) -> int:
    """2 where a story.toml does not say what it should, or where there is no label to be had."""
    parser = argparse.ArgumentParser(prog="python -m training.reviewed", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", help="what `claimcheck review` was given")
    parser.add_argument("--texts", action="store_true", help="also the texts and events of the labelled stories")
    options = parser.parse_args(arguments)
    try:
        rows = [row for story in gather(options.folders).stories for row in rows_of(story, texts=options.texts)]
        if not rows:
            raise UsageError(f"no label of a review on a figure or a time in {', '.join(options.folders)}; mark "
                             "findings right or wrong in `claimcheck review` first; what was written by hand is not "
                             "taken")
    except ClaimcheckError as error:
        print(f"training.reviewed: {error}", file=sys.stderr)
        return 2
    for row in rows:
        print(json.dumps(row, ensure_ascii=False))
    counts = Counter(row["label"] for row in rows if "label" in row)
    told = ", ".join(f"{number} {label}" for label, number in sorted(counts.items()))
    print(f"{counts.total()} labels{': ' * bool(told)}{told}", file=sys.stderr)
    return 0


def rows_of(story: Gathered, *, texts: bool = False) -> Iterator[Row]:
    """The labels of one story, then its texts and its event. Raises ClaimcheckError where a label fits no article."""
    if story.manifest is None:
        return
    tested = labels_of(story)
    labels = [row for label in (*tested.expect, *tested.forbid) for row in _row(label, tested)]
    yield from labels
    if texts and labels:
        for text in tested.texts.values():
            yield {"doc": digest_of(text), "text": text}
            yield {"doc": digest_of(text), "event": story.name}


def _row(label: Label, tested: Tested) -> Iterator[Row]:
    if label.why == REVIEWED and (not label.rule or label.rule in ESTIMATED):
        said = GUARDED.get(Guard(label.guard), "N") if label.guard else TAKEN_FOR[label.verdict]
        yield {"a": _place(label.a, tested), "b": _place(label.b, tested), "label": said, "reader": "review"}


def _place(side: Side, tested: Tested) -> Row:
    start, end = side.places[0]
    return {"doc": digest_of(tested.texts[side.document]), "start": start, "end": end}


if __name__ == "__main__":
    sys.exit(main())
