"""What both models that are fine-tuned here share: which of their weights are trained, how fast, and what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import nn
from transformers import BertModel

from claimcheck.embed.reference import packaged_folder
from claimcheck.errors import InputError


def packaged(kept: int) -> BertModel:
    """The packaged model; the `kept` lower layers stay as they are."""
    bert = BertModel.from_pretrained(str(packaged_folder()), add_pooling_layer=False)
    for part in (bert.embeddings, *bert.encoder.layer[:kept]):
        part.requires_grad_(False)
    return bert


class Tuning:
    """AdamW with a rate for the layers of `bert` and one for the `head`, which rise over `warm` steps and then fall."""

    def __init__(self, bert: nn.Module, head: Sequence[nn.Parameter], rates: tuple[float, float], warm: int,
                 steps: int) -> None:
        body = [p for p in bert.parameters() if p.requires_grad]
        self._trained = [*body, *head]
        groups = [{"params": some, "lr": rate} for some, rate in zip((body, list(head)), rates, strict=True)]
        self._optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
        self._schedule = torch.optim.lr_scheduler.LambdaLR(
            self._optimizer, lambda step: min(1.0, (step + 1) / warm) * max(0.02, 1 - step / steps))

    def step(self, loss: torch.Tensor) -> None:
        self._optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self._trained, 1.0)
        self._optimizer.step()
        self._schedule.step()


def save_own(model: nn.Module, kept: int, path: Path) -> None:
    """The trained layers of `model.bert` and the head in half precision: no more than is our own."""
    layers = range(kept, len(model.bert.encoder.layer))
    own = {name.removeprefix("bert."): value.detach().half().contiguous() for name, value in model.state_dict().items()
           if not name.startswith("bert.") or any(f"layer.{n}." in name for n in layers)}
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file(own, str(path))


def load_own(model: nn.Module, path: Path) -> None:
    """What `save_own` wrote. Raises InputError for a file that is not of this model."""
    names = model.state_dict().keys()
    try:
        own = {name if name in names else f"bert.{name}": value.float() for name, value in load_file(str(path)).items()}
        unknown = model.load_state_dict(own, strict=False).unexpected_keys
    except (OSError, RuntimeError, SafetensorError) as error:
        raise InputError(f"{path}: cannot be read ({error}); check the file") from None
    if unknown:
        raise InputError(f"{path}: {unknown[0]} is no part of the model; name weights that training.encoder wrote")
