"""What SECURITY.md promises first: no network, and nothing from a file is run."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.embed.model_folder import find_model
from claimcheck.errors import MissingBackendError

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "claimcheck").rglob("*.py"))
# Of Python's own library: what opens a connection, and what makes code or objects of any class out of data.
UNWANTED = frozenset({
    "asyncio", "code", "ctypes", "dill", "ftplib", "http", "httpx", "joblib", "marshal", "pickle", "requests", "runpy",
    "shelve", "smtplib", "socket", "socketserver", "ssl", "urllib.request", "xmlrpc",
})
# The one module that may connect: to the server that the user named, see tests/test_judge.py.
CONNECTING = {"claimcheck/judge/chat.py": {"http", "socket"}}
RUNNING = frozenset({"eval", "exec", "compile", "__import__"})
ARTICLES = {
    "herald.txt": "The plant in Velden will close. On Monday 45 workers were dismissed, police said.\n",
    "ledger.txt": "The plant in Velden will close. On Monday 20 workers were dismissed, police said.\n",
}
PAGE = "<!doctype html><html><head><title>Plant</title></head><body><article><p>{}</p></article></body></html>"
# Who connects to something or asks for an address is told, also where a library catches the error, and so is who
# unpickles. A socket by itself is no connection: urllib3, when imported, binds one to ::1 to see if there is IPv6.
WATCHED = """
import sys
SEEN = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.sendto",
        "socket.sendmsg", "urllib.Request", "pickle.find_class"}
def watch(event, details):
    if event in SEEN:
        print(f"WATCHED {event} {details}", file=sys.stderr)
        raise PermissionError(event)
sys.addaudithook(watch)
sys.argv = ["claimcheck", *sys.argv[1:]]
from claimcheck.cli.main import main
sys.exit(main())
"""


def _watched(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", WATCHED, *arguments], cwd=folder, capture_output=True, text=True,
                          timeout=300, check=False)


def _corpus(folder: Path) -> None:
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "page.html").write_text(PAGE.format(ARTICLES["herald.txt"] * 5), encoding="utf-8")
    rows = [{"story": "s", "id": name, "text": text, "source": "https://127.0.0.1:9/feed"}
            for name, text in ARTICLES.items()]
    (folder / "rows.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")


def test_the_watch_sees_a_connection() -> None:
    """Else the next test would show nothing."""
    program = WATCHED.partition("sys.argv =")[0]
    for act in ("import socket; socket.create_connection(('127.0.0.1', 9))", "import socket; socket.gethostbyname('a')",
                "import socket; socket.socket(type=socket.SOCK_DGRAM).sendto(b'', ('127.0.0.1', 9))",
                "import pickle; pickle.loads(pickle.dumps(sys.exit))"):
        run = subprocess.run([sys.executable, "-c", f"{program}\n{act}"], capture_output=True, text=True, check=False)
        assert "WATCHED" in run.stderr


@pytest.mark.slow
@pytest.mark.parametrize("model", ["minilm", "hashing"])
def test_no_connection_is_made_and_nothing_is_unpickled(tmp_path: Path, model: str) -> None:
    """With the parser, both models, every kind of article, and reports that are made and kept."""
    _corpus(tmp_path)
    for arguments in (["check", "--model", model, "."], ["check", "--model", model, "."],
                      ["compare", "--model", model, "--no-cache", "herald.txt", "page.html", "ledger.txt"],
                      ["claims", "page.html"]):
        run = _watched(tmp_path, *arguments)
        assert "WATCHED" not in run.stderr
        assert run.returncode in (0, 1), run.stderr
        assert "45" in run.stdout


@pytest.mark.slow
def test_no_library_keeps_a_diary_to_send(tmp_path: Path) -> None:
    """What is not Python's connects without the watch above seeing it, but not without a place for what it sends:
    without our own cache nothing is written into the user's folders."""
    _corpus(tmp_path)
    home = tmp_path / "home"
    home.mkdir()
    env = {k: v for k, v in os.environ.items() if not k.startswith("XDG_")} | {"HOME": str(home)}
    run = subprocess.run([sys.executable, "-m", "claimcheck", "compare", "--no-cache", "herald.txt", "ledger.txt"],
                         cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False,
                         env=env | {"PYTHONPATH": str(ROOT)})
    assert (run.returncode, run.stderr) == (1, "")
    assert not list(home.rglob("*"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_module_can(file: Path) -> None:
    """Of our own code, none has the means, but for the one module that is told where to."""
    unwanted = UNWANTED - CONNECTING.get(file.relative_to(ROOT).as_posix(), set())
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names = {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in RUNNING, node.lineno
            continue
        else:
            continue
        assert not {name for name in names if name in unwanted or name.partition(".")[0] in unwanted}, node.lineno


def test_weights_that_would_be_unpickled_are_refused(tmp_path: Path) -> None:
    """Unless safetensors lie beside them, which are taken then."""
    (tmp_path / "modules.json").write_text("[]")
    dense = tmp_path / "2_Dense"
    dense.mkdir()
    (dense / "pytorch_model.bin").write_bytes(b"")
    with pytest.raises(MissingBackendError, match=r"pytorch_model\.bin may hold code; give a model whose weights are"):
        find_model(str(tmp_path))
    (dense / "model.safetensors").write_bytes(b"")
    assert find_model(str(tmp_path)) == tmp_path


INDEX = "model.safetensors.index.json"
PART = "model-00001-of-00001.safetensors"


@pytest.mark.parametrize(("files", "refused"), [
    ({"pytorch_model.bin": "", "decoy.safetensors": ""}, "pytorch_model.bin"),
    ({"pytorch_model.bin": "", "adapter_model.safetensors": ""}, "pytorch_model.bin"),
    ({"pytorch_model.bin": "", "MODEL.safetensors": "", "onnx/model.safetensors": ""}, "pytorch_model.bin"),
    ({"pytorch_model.bin": "", INDEX: '{"weight_map": {"a": "part.safetensors"}}'}, INDEX),
    ({INDEX: '{"weight_map": {"a": "weights.dat"}}', "weights.dat": ""}, INDEX),
    ({INDEX: "[1]", PART: "", "pytorch_model.bin": ""}, INDEX),
    ({"pytorch_model.bin.index.json": '{"weight_map": {"a": "w.dat"}}', "w.dat": "", "x.safetensors": ""},
     "pytorch_model.bin.index.json"),
    ({"model.safetensors": "", "adapter_model.bin": ""}, "adapter_model.bin"),
    ({"model.safetensors": "", "pytorch_model.bin": "", "optimizer.pt": ""}, ""),
    ({INDEX: f'{{"weight_map": {{"a": "{PART}"}}}}', PART: "", "pytorch_model.bin": ""}, ""),
    ({"model.safetensors": "", "adapter_model.safetensors": "", "adapter_model.bin": ""}, ""),
])
def test_only_the_safetensors_that_a_model_is_made_of_stand_for_its_weights(
    tmp_path: Path, files: dict[str, str], refused: str,
) -> None:
    """Others beside pickled weights would be loaded by nobody."""
    (tmp_path / "config.json").write_text("{}")
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    if not refused:
        assert find_model(str(tmp_path)) == tmp_path
        return
    with pytest.raises(MissingBackendError) as caught:
        find_model(str(tmp_path))
    assert str(caught.value) == (
        f"{tmp_path / refused} may hold code; give a model whose weights are .safetensors")
