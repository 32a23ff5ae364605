"""Options of the test run and what many tests start from."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# A shell that starts the tests in the background has Ctrl-C ignored in all that they start; a handler is not passed on.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# No test fails because the machine is busy with something else.
UNHURRIED: dict[str, Any] = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
# Every run draws the same examples, so that a change is judged by what it changes; FUZZ=1 looks for new ones.
settings.register_profile("claimcheck", derandomize=not os.environ.get("FUZZ"), **UNHURRIED)
settings.load_profile("claimcheck")

# In front of a command: what runs it is bound by the modes of files, root as well.
UNPRIVILEGED = ("setpriv", "--inh-caps=-all", "--bounding-set=-all") if os.name == "posix" and os.geteuid() == 0 else ()
needs_modes = pytest.mark.skipif(
    os.name != "posix" or bool(UNPRIVILEGED and not shutil.which("setpriv")), reason="nothing is forbidden here")

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "fixtures" / "golden"

Command = Callable[..., "subprocess.CompletedProcess[str]"]
Golden = Callable[[str, str], None]
Run = Callable[..., tuple[int, str, str]]  # arguments -> status, standard output, standard error


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write fixtures/golden anew, for review")
    parser.addoption("--no-skips", action="store_true", help="a test that is skipped is a failure, as in .ci/run")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where all is there that tests need, one that is skipped is one that nobody misses: with --no-skips it fails."""
    report = yield
    if report.skipped and item.config.getoption("--no-skips") and not hasattr(report, "wasxfail"):
        report.outcome, report.longrepr = "failed", f"skipped, which --no-skips forbids: {report.longrepr}"
    return report


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Starting the program takes longer than most tests."""
    for item in items:
        if "command" in getattr(item, "fixturenames", ()):
            item.add_marker("slow")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with fixtures/golden/NAME, or write it there with --update-golden."""

    def check(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"no {path}: run pytest --update-golden and review what it writes"
        assert text == path.read_text(encoding="utf-8"), f"differs from {path}: run pytest --update-golden and review"

    return check


@pytest.fixture(scope="session")
def cache_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the platform keeps caches while tests run: what one test had read, others find."""
    return tmp_path_factory.mktemp("caches")


@pytest.fixture
def command(tmp_path: Path, cache_home: Path) -> Command:
    """Run ``python -m claimcheck`` in an empty folder, without a terminal; ``before`` it stands what starts it."""

    def run(
        *arguments: str, stdin: str = "", env: dict[str, str] | None = None, before: Sequence[str] = ()
    ) -> subprocess.CompletedProcess[str]:
        environment = _environment() | {"XDG_CACHE_HOME": str(cache_home)} | (env or {})
        return subprocess.run(
            [*before, sys.executable, "-m", "claimcheck", *arguments],
            cwd=tmp_path,
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=300,
            env=environment,
            check=False,
        )

    return run


@pytest.fixture
def claimcheck(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The entry point in this process: status, standard output, standard error."""
    from claimcheck.cli.main import main

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["claimcheck", *arguments])
        with pytest.raises(SystemExit) as leave:
            main()
        out, error = capsys.readouterr()
        assert isinstance(leave.value.code, int)
        return leave.value.code, out, error

    return run


def _environment() -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")} | {
        "PYTHONUTF8": "1",
        "PYTHONPATH": str(ROOT),
    }
