"""What SECURITY.md promises of the program as a whole: no network, and no code from data."""

from __future__ import annotations

import ast
import socket
from pathlib import Path
from typing import NoReturn

import pytest

import claimcheck

PACKAGE = Path(claimcheck.__file__).parent
# What runs what it reads.
RUNNING = frozenset({"pickle", "marshal", "shelve", "dill", "joblib", "cloudpickle", "yaml", "runpy", "code"})
CALLS = frozenset({"eval", "exec", "compile", "__import__"})


def test_no_connection_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading, parsing, embedding and comparing need none, and a host is not even looked up."""

    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a connection")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    report = claimcheck.compare_texts({
        "herald": "The plant in Velden will close. On Monday 45 workers were dismissed.",
        "ledger": "The plant in Velden will close. On Monday 20 workers were dismissed.",
    })
    assert report.findings


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_nothing_that_is_read_is_run(path: Path) -> None:
    """No module that can unpack code is imported, and no function that runs text is called."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            assert not RUNNING & {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert (node.module or "").split(".")[0] not in RUNNING
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in CALLS
