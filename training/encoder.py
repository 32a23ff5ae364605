"""python -m training.encoder FOLDER... [--begin FILE] [--steps N] [--cache FOLDER] [--jobs N] [--checkpoint FILE]

Fine-tunes the encoder of contexts (claimcheck/embed/context_encoder.py) on the pairs that training.link takes its
weights from, events of HELD folds left out: what the encoder is worth is estimated on these alone.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from sklearn.metrics import roc_auc_score
from torch import nn
from torch.nn import functional
from transformers import AutoTokenizer

from claimcheck.embed.context_encoder import FILE, MASK_ID, MAX_TOKENS, STRETCH
from claimcheck.embed.reference import packaged_folder
from claimcheck.errors import InputError
from claimcheck.model.standing import CONFLICTING
from training.pairs import HELD, READ, STORY, WRITTEN, Row, all_rows, without_contexts
from training.tuning import Tuning, load_own, packaged, save_own

# So many of the six layers stay as they are packaged: their states are computed once for each context.
KEPT = 3
STEPS, BATCH, RATE, HEAD_RATE, WARM = 2200, 64, 2e-4, 1e-3, 60
AGAIN = 0.6  # of the rates, where a training begins from weights that were trained before
MOST = 80  # pairs of one pair of documents in a batch
SHARES = {READ: 3.0, STORY: 0.5, WRITTEN: 1.0}
# Pairs that are one thing with values in conflict are what is looked for, and few.
CONFLICTS = 2.0
SOFTMAX, SHARPNESS = 0.15, 10.0


class Encoder(nn.Module):  # type: ignore[misc]
    """The packaged model with its upper layers to be trained, and a head that compares two contexts."""

    def __init__(self) -> None:
        super().__init__()
        self.bert = packaged(KEPT)
        self.scale = nn.Parameter(torch.tensor([4.0, 4.0]))
        self.bias = nn.Parameter(torch.tensor(-4.0))
        self.h1 = nn.Linear(4 * self.bert.config.hidden_size, 64)
        self.h2 = nn.Linear(64, 1)
        nn.init.zeros_(self.h2.weight)
        nn.init.zeros_(self.h2.bias)

    @torch.no_grad()  # type: ignore[untyped-decorator]
    def lower(self, ids: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        return self._layers(self.bert.embeddings(ids), there, 0, KEPT)

    def upper(self, states: torch.Tensor, ids: torch.Tensor, there: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Unit vectors of the means of all tokens and of the hidden place, each (n, d)."""
        states = self._layers(states, there, KEPT, len(self.bert.encoder.layer))
        place = (ids == MASK_ID).long()
        place[place.sum(1) == 0, 0] = 1
        return _mean(states, there), _mean(states, place)

    def compare(self, vectors: tuple[torch.Tensor, torch.Tensor], i: torch.Tensor, j: torch.Tensor) -> torch.Tensor:
        """Logarithm of odds for each pair of rows, shape (pairs,)."""
        products = [v[i] * v[j] for v in vectors]
        distances = [(v[i] - v[j]).abs() for v in vectors]
        seen = torch.cat([products[0], distances[0], products[1], distances[1]], -1) * STRETCH
        inner = functional.dropout(functional.gelu(self.h1(seen)), 0.1, self.training)
        cosines = torch.stack([p.sum(-1) for p in products], -1)
        total: torch.Tensor = cosines @ self.scale + self.bias + self.h2(inner).squeeze(-1)
        return total

    def _layers(self, states: torch.Tensor, there: torch.Tensor, first: int, last: int) -> torch.Tensor:
        hidden = (1.0 - there[:, None, None, :].float()) * -1e4
        for layer in self.bert.encoder.layer[first:last]:
            made = layer(states, hidden)
            states = made[0] if isinstance(made, tuple) else made
        return states


class Contexts:
    """Each distinct context with its tokens and the states of the layers that stay as they are."""

    def __init__(self, model: Encoder, texts: Sequence[str]) -> None:
        tokenizer = AutoTokenizer.from_pretrained(str(packaged_folder()))
        self.number = {text: i for i, text in enumerate(texts)}
        self._ids: list[torch.Tensor] = [torch.empty(0)] * len(texts)
        self._states: list[torch.Tensor] = [torch.empty(0)] * len(texts)
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        for start in range(0, len(order), BATCH):
            some = order[start : start + BATCH]
            read = tokenizer([texts[i] for i in some], padding=True, truncation=True, max_length=MAX_TOKENS,
                             return_tensors="pt")
            states = model.lower(read["input_ids"], read["attention_mask"])
            for i, ids, there, row in zip(some, read["input_ids"], read["attention_mask"], states, strict=True):
                size = int(there.sum())
                self._ids[i], self._states[i] = ids[:size].clone(), row[:size].half()

    def vectors(self, model: Encoder, numbers: Sequence[int]) -> tuple[torch.Tensor, torch.Tensor]:
        width = max(len(self._ids[i]) for i in numbers)
        ids = torch.zeros(len(numbers), width, dtype=torch.long)
        there = torch.zeros_like(ids)
        states = torch.zeros(len(numbers), width, model.bert.config.hidden_size)
        for row, i in enumerate(numbers):
            size = len(self._ids[i])
            ids[row, :size], there[row, :size], states[row, :size] = self._ids[i], 1, self._states[i].float()
        return model.upper(states, ids, there)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m training.encoder", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, help="folders with stories and texts")
    parser.add_argument("--begin", type=Path, help="weights of an earlier training to begin from")
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--cache", help="where what was read from the texts is kept")
    parser.add_argument("--jobs", type=int, default=1, help="so many processes read the texts")
    parser.add_argument("--checkpoint", type=Path, help="written every 200 steps")
    options = parser.parse_args(arguments)
    try:
        rows = all_rows(options.folders, options.cache, without_contexts, options.jobs)
        save_own(trained(rows, options.steps, options.checkpoint, options.begin), KEPT, FILE)
    except InputError as error:
        print(f"training.encoder: {error}", file=sys.stderr)
        return 2
    return 0


def trained(rows: Sequence[Row], steps: int, checkpoint: Path | None, begin: Path | None = None) -> Encoder:
    """On all rows but those of HELD folds. Raises InputError where `begin` has other weights."""
    torch.manual_seed(0)
    rng = random.Random(0)
    rows = sorted(rows, key=lambda r: (r.event, r.place, r.kind, r.same, r.origin))
    held = [r for r in rows if r.fold in HELD and r.origin != STORY]
    mine = [r for r in rows if r.fold not in HELD]
    model = Encoder()
    if begin is not None:
        load_own(model, begin)
    contexts = Contexts(model, sorted({text for r in (*held, *mine) for text in r.contexts}))
    head = [model.scale, model.bias, *model.h1.parameters(), *model.h2.parameters()]
    share = AGAIN if begin is not None else 1.0
    tuning = Tuning(model.bert, head, (share * RATE, share * HEAD_RATE), WARM, steps)
    started, mean = time.monotonic(), 1.0
    for step, batch in zip(range(1, steps + 1), _batches(mine, contexts, rng), strict=False):
        model.train()
        loss = _loss(model, contexts, batch)
        tuning.step(loss)
        mean = 0.98 * mean + 0.02 * loss.item()
        if step % 200 == 0:
            print(f"step {step} loss {mean:.3f} {time.monotonic() - started:.0f} s {_figures(model, contexts, held)}",
                  flush=True)
            if checkpoint is not None:
                save_own(model, KEPT, checkpoint)
    return model


def _batches(rows: Sequence[Row], contexts: Contexts, rng: random.Random) -> Iterator[list[Row]]:
    """Pairs of a few pairs of documents, which share their contexts; without end."""
    groups: defaultdict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        a, b = (place.rsplit(":", 1)[0] for place in row.place.split(" "))
        groups[row.origin, a, b].append(row)
    order = list(groups.values())
    while True:
        rng.shuffle(order)
        batch: list[Row] = []
        for group in order:
            batch += group if len(group) <= MOST else rng.sample(group, MOST)
            if len({text for r in batch for text in r.contexts}) >= BATCH:
                yield batch
                batch = []


def _loss(model: Encoder, contexts: Contexts, rows: Sequence[Row]) -> torch.Tensor:
    """Cross entropy of the answers, and a little of each context against all others of the batch."""
    texts = sorted({text for r in rows for text in r.contexts})
    at = {text: i for i, text in enumerate(texts)}
    vectors = contexts.vectors(model, [contexts.number[text] for text in texts])
    i, j = (torch.tensor([at[r.contexts[side]] for r in rows]) for side in (0, 1))
    same = torch.tensor([float(r.same) for r in rows])
    weight = torch.tensor([r.weight * SHARES[r.origin] * (CONFLICTS if _conflict(r) else 1.0) for r in rows])
    loss = functional.binary_cross_entropy_with_logits(model.compare(vectors, i, j), same, reduction="none")
    total = (loss * weight).sum() / weight.sum()
    one = same > 0
    if one.sum() > 1:
        alike = SHARPNESS * sum(v[i[one]] @ v[j[one]].T for v in vectors)
        total = total + SOFTMAX * functional.cross_entropy(alike, torch.arange(int(one.sum())))
    return total


def _conflict(row: Row) -> bool:
    return row.origin == READ and row.same and row.standing in CONFLICTING


@torch.no_grad()  # type: ignore[untyped-decorator]
def _figures(model: Encoder, contexts: Contexts, rows: Sequence[Row]) -> dict[str, float]:
    """AUC on held-out rows: read ones, those of them with values in conflict, written ones."""
    model.eval()
    texts = sorted({text for r in rows for text in r.contexts}, key=len)
    at = {text: i for i, text in enumerate(texts)}
    parts = [contexts.vectors(model, [contexts.number[t] for t in texts[k : k + BATCH]])
             for k in range(0, len(texts), BATCH)]
    vectors = torch.cat([p[0] for p in parts]), torch.cat([p[1] for p in parts])
    i, j = (torch.tensor([at[r.contexts[side]] for r in rows]) for side in (0, 1))
    found = torch.cat([model.compare(vectors, i[k : k + 4096], j[k : k + 4096]) for k in range(0, len(rows), 4096)])
    groups = {"read": [r.origin == READ for r in rows], "written": [r.origin == WRITTEN for r in rows],
              "conflicting": [r.origin == READ and r.standing in CONFLICTING for r in rows]}
    same, score = np.array([r.same for r in rows]), found.numpy()
    return {name: round(float(roc_auc_score(same[some], score[some])), 3) for name, some in
            ((name, np.array(flags)) for name, flags in groups.items())}


def _mean(states: torch.Tensor, chosen: torch.Tensor) -> torch.Tensor:
    weight = chosen.unsqueeze(-1).float()
    return functional.normalize((states * weight).sum(1) / weight.sum(1), dim=-1)


if __name__ == "__main__":
    sys.exit(main())
