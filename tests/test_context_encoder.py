"""The encoder of contexts is the one that its card describes."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from claimcheck.embed.context_encoder import FILE, context_encoder, likeness

CARD = (Path(__file__).parents[1] / "docs" / "context-encoder.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (.+) \| (.+) \| ([+-]\d+\.\d+) \|$", CARD, re.MULTILINE)


def test_the_pairs_of_the_card_get_its_scores() -> None:
    assert len(ROWS) == 5
    texts = sorted({text for a, b, _ in ROWS for text in (a, b)})
    vectors = context_encoder().encode(texts)
    a, b = (vectors[[texts.index(row[side]) for row in ROWS]] for side in (0, 1))
    # Printed with two decimals; other processors round a little differently.
    assert likeness(a, b) == pytest.approx([float(odds) for *_, odds in ROWS], abs=0.02)


def test_the_digest_of_the_card_is_that_of_the_file() -> None:
    assert hashlib.sha256(FILE.read_bytes()).hexdigest() in CARD
