"""python -m training.reader FILE [--epochs N]

Fine-tunes the packaged model to read two claims at once (a cross-encoder, Reimers and Gurevych 2019) on accounts of
invented events (training/accounts.py), writes it to FILE, and prints what it is worth on those of the writers who are
held back. No such reader ships with the program: docs/claim-reader.md has what it reached, and why that is too little.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file
from sklearn.metrics import f1_score
from torch import nn
from torch.nn import functional
from transformers import AutoTokenizer

from claimcheck.embed.reference import packaged_folder
from training.accounts import ACCOUNTS, FIELDS, Example, events
from training.tuning import Tuning, packaged, save_own

CLASSES = tuple(dict.fromkeys(FIELDS.values()))
MAX_TOKENS = 128
MAX_WORDS = 45  # of each claim
BETWEEN = " [SEP] "
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_MONTHS = "January February March April May June July August September October November December"
_NUMBERS = ("two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
            "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand "
            "thousands million millions billion billions dozen dozens")
# Figures and dates are for the rules: the reader is not to see them.
_FIGURE = re.compile(rf"\d[\d.,:]*|\b(?i:{_NUMBERS.replace(' ', '|')})\b")
_TIME = re.compile(rf"\b(?:(?i:{_DAYS.replace(' ', '|')})|{_MONTHS.replace(' ', '|')})\b")

# So many of the six layers stay as they are packaged.
KEPT = 2
EPOCHS, BATCH, RATE, HEAD_RATE, WARM = 4, 32, 1e-4, 1e-3, 50
EVERY = 250  # steps between two checkpoints
# An event makes one agreement, four that say nothing of each other, and two of each other class.
WEIGHTS = {"agreement": 2.0, "neither": 0.75}
SMOOTHING = 0.05


def both(a: str, b: str) -> str:
    """Two claims as the one text that is read, the same for (b, a)."""
    return BETWEEN.join(sorted((shown(a), shown(b))))


def shown(text: str) -> str:
    """A claim as it is read: figures, days and months hidden, and no bracket: the tokenizer's own marks have them."""
    hidden = _TIME.sub("day", _FIGURE.sub("0", text))
    return " ".join(hidden.replace("[", "(").replace("]", ")").split()[:MAX_WORDS])


class Reader(nn.Module):  # type: ignore[misc]
    """The packaged model over both claims at once, and a head of one layer."""

    def __init__(self) -> None:
        super().__init__()
        self.bert = packaged(KEPT)
        self.head = nn.Linear(2 * self.bert.config.hidden_size, len(CLASSES))
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, ids: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        states = self.bert(input_ids=ids, attention_mask=there).last_hidden_state
        weight = there.unsqueeze(-1)
        mean = (states * weight).sum(1) / weight.sum(1)
        logits: torch.Tensor = self.head(functional.dropout(torch.cat([states[:, 0], mean], -1), 0.1, self.training))
        return logits


class Tokens:
    """Texts as numbers of tokens, each read once."""

    def __init__(self) -> None:
        self._tokenizer = AutoTokenizer.from_pretrained(str(packaged_folder()))
        self._known: dict[str, list[int]] = {}

    def of(self, text: str) -> list[int]:
        if text not in self._known:
            self._known[text] = self._tokenizer.encode(text, truncation=True, max_length=MAX_TOKENS)
        return self._known[text]

    def padded(self, texts: Sequence[str]) -> tuple[torch.Tensor, torch.Tensor]:
        rows = [self.of(text) for text in texts]
        width = max(map(len, rows))
        ids, there = torch.zeros(len(rows), width, dtype=torch.long), torch.zeros(len(rows), width)
        for n, row in enumerate(rows):
            ids[n, : len(row)], there[n, : len(row)] = torch.tensor(row), 1.0
        return ids, there


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m training.reader", description=__doc__)
    parser.add_argument("file", type=Path, help=f"written every {EVERY} steps; where it exists, begun from")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    options = parser.parse_args(arguments)
    rows = [x for event in events(list(ACCOUNTS.glob("*.toml"))) for x in event.examples()]
    trained(rows, options.epochs, options.file)
    return 0


def trained(rows: Sequence[Example], epochs: int, file: Path) -> Reader:
    torch.manual_seed(0)
    rng = random.Random(0)
    mine, held = [x for x in rows if not x.held], [x for x in rows if x.held]
    model, tokens = Reader(), Tokens()
    if file.exists():
        restore(model, file)
    steps = epochs * (len(mine) // BATCH)
    tuning = Tuning(model.bert, list(model.head.parameters()), (RATE, HEAD_RATE), WARM, steps)
    started, mean = time.monotonic(), 1.0
    for step, batch in zip(range(1, steps + 1), _batches(mine, tokens, rng), strict=False):
        model.train()
        loss = _loss(model, tokens, batch, rng)
        tuning.step(loss)
        mean = 0.98 * mean + 0.02 * loss.item()
        if step % 50 == 0:
            print(f"step {step} of {steps}, loss {mean:.3f}, {time.monotonic() - started:.0f} s", flush=True)
        if step % EVERY == 0 or step == steps:
            save_own(model, KEPT, file)
    print(f"macro F1 of held-back writers: {macro_f1(model, held):.3f}", flush=True)
    return model


def _loss(model: Reader, tokens: Tokens, batch: Sequence[Example], rng: random.Random) -> torch.Tensor:
    """Cross entropy; the two claims come in either order, though they are read in one."""
    texts = [BETWEEN.join(rng.sample((shown(x.a), shown(x.b)), 2)) for x in batch]
    labels = torch.tensor([CLASSES.index(x.label) for x in batch])
    weight = torch.tensor([WEIGHTS.get(x.label, 1.0) for x in batch])
    losses = functional.cross_entropy(model(*tokens.padded(texts)), labels, reduction="none",
                                      label_smoothing=SMOOTHING)
    return (losses * weight).sum() / weight.sum()


def _batches(rows: Sequence[Example], tokens: Tokens, rng: random.Random) -> Iterator[list[Example]]:
    """Of pairs of like length, without end."""
    lengths = {x: len(tokens.of(both(x.a, x.b))) for x in rows}
    while True:
        order = sorted(rows, key=lambda x: lengths[x] + rng.random() * 12)
        batches = [order[n : n + BATCH] for n in range(0, len(order) - BATCH + 1, BATCH)]
        rng.shuffle(batches)
        yield from batches


@torch.no_grad()  # type: ignore[untyped-decorator]
def logits_of(model: Reader, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
    """(n, classes)."""
    model.eval()
    tokens = Tokens()
    texts = [both(a, b) for a, b in pairs]
    order = sorted(range(len(texts)), key=lambda n: len(tokens.of(texts[n])))
    found = np.zeros((len(texts), len(CLASSES)), dtype=np.float32)
    for k in range(0, len(order), BATCH):
        some = order[k : k + BATCH]
        found[some] = model(*tokens.padded([texts[n] for n in some])).numpy()
    return found


def macro_f1(model: Reader, rows: Sequence[Example]) -> float:
    told = logits_of(model, [(x.a, x.b) for x in rows]).argmax(1)
    return float(f1_score([CLASSES.index(x.label) for x in rows], told, average="macro"))


def restore(model: Reader, path: Path) -> None:
    own = {name if name.startswith("head.") else f"bert.{name}": value.float()
           for name, value in load_file(str(path)).items()}
    model.load_state_dict(own, strict=False)


if __name__ == "__main__":
    sys.exit(main())
