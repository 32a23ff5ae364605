"""The reference model: quiet, offline, repeatable; the other back ends are measured against it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from claimcheck.backends import embedder
from claimcheck.embed.model_folder import content_digest, find_model
from claimcheck.embed.reference import packaged_folder
from claimcheck.errors import MissingBackendError

TEXTS = [f"The harbour handled {n} containers {'on a busy day ' * (n % 7)}before noon." for n in range(1, 13)]


def test_onnx_gives_the_vectors_of_the_reference() -> None:
    """The graph we build and torch differ by one step of the last decimal that is kept, at most; their names differ, so
    that no cache mixes them, and the two names of ours do not."""
    reference, ours = embedder("minilm-torch"), embedder("minilm")
    assert np.abs(reference.encode(TEXTS).astype("f8") - ours.encode(TEXTS).astype("f8")).max() < 1.01e-5
    assert "torch" in reference.name
    assert "onnxruntime" in ours.name
    assert embedder("onnx").name == ours.name


def test_the_number_of_threads_does_not_change_a_byte() -> None:
    import torch

    model = embedder("minilm-torch")
    before = torch.get_num_threads()
    try:
        torch.set_num_threads(1)
        one = model.encode(TEXTS)
        torch.set_num_threads(2)
        two = model.encode(TEXTS)
    finally:
        torch.set_num_threads(before)
    assert one.tobytes() == two.tobytes()


QUIET = """
import os, socket, sys
def refuse(*arguments, **options):
    os.write(2, b"the network was asked for\\n")
    raise OSError("no network")
socket.socket.connect = socket.getaddrinfo = socket.create_connection = refuse
before = dict(os.environ)
from claimcheck.backends import embedder
embedder("minilm-torch").encode(["The bridge is shut."])
assert "torch" in sys.modules
import huggingface_hub.constants
assert not huggingface_hub.constants.HF_HUB_OFFLINE, "the caller's own use of the library is none of our business"
changed = {k for k in before.keys() | os.environ.keys() if before.get(k) != os.environ.get(k)}
print(sorted(k for k in changed if k.startswith(("HF_", "TRANSFORMERS_", "TOKENIZERS_"))))
"""


@pytest.mark.slow
def test_loading_is_silent_offline_and_leaves_the_process_as_it_was() -> None:
    ran = subprocess.run([sys.executable, "-c", QUIET], capture_output=True, text=True, check=False, timeout=300)
    assert (ran.stderr, ran.stdout.strip(), ran.returncode) == ("", "[]", 0)


def test_a_damaged_model_is_one_line(tmp_path: Path) -> None:
    for name in ("modules.json", "config.json", "model.safetensors"):
        (tmp_path / name).write_bytes(b"not a model")
    with pytest.raises(MissingBackendError) as caught:
        embedder(f"sentence-transformers:{tmp_path}").encode(["text"])
    assert "\n" not in str(caught.value)


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MissingBackendError, match="holds no sentence-transformers model"):
        find_model(str(tmp_path))


def test_a_model_is_found_by_name_in_the_local_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name of an owner may be left out for models of sentence-transformers themselves."""
    entry = tmp_path / "models--sentence-transformers--some-model"
    (entry / "refs").mkdir(parents=True)
    (entry / "refs" / "main").write_text("abc123\n")
    (entry / "snapshots" / "abc123").mkdir(parents=True)
    (entry / "snapshots" / "abc123" / "modules.json").write_text("[]")
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    assert find_model("some-model") == find_model("sentence-transformers/some-model") == entry / "snapshots" / "abc123"


def test_the_identity_of_a_folder_is_its_content(tmp_path: Path) -> None:
    """Another place gives the same identity, another byte of large weights another one."""
    one, two = tmp_path / "one", tmp_path / "two"
    for folder in (one, two):
        folder.mkdir()
        (folder / "config.json").write_text("{}")
        (folder / "weights").write_bytes(bytes(5 << 20))
    assert content_digest(one) == content_digest(two)
    (two / "weights").write_bytes(bytes((5 << 20) - 1) + b"1")
    assert content_digest(one) != content_digest(two)
    assert len(content_digest(packaged_folder())) == 12
