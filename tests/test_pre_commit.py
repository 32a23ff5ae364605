"""The hooks, as pre-commit installs and runs them before a commit."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from identify.identify import tags_from_filename
from pre_commit.clientlib import load_manifest

pytestmark = pytest.mark.slow

HERALD = "Flood\n\n5 March 2024\n\nThe flood in Arren killed 12 people on Monday, police said.\n"
PACKAGED = ("claimcheck", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
# pip builds and installs the hook without a network: what it needs is found where these tests have it.
OFFLINE = {
    "PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0",  # 0 means none, as pip has it
    "PYTHONPATH": os.pathsep.join(path for path in sys.path if path.endswith("site-packages")),
    "GIT_AUTHOR_NAME": "t", "GIT_AUTHOR_EMAIL": "t@example.org", "GIT_COMMITTER_NAME": "t",
    "GIT_COMMITTER_EMAIL": "t@example.org", "CLAIMCHECK_MODEL": "hashing",
}


def _run(folder: Path, *program: str) -> subprocess.CompletedProcess[str]:
    home = {"PRE_COMMIT_HOME": str(folder.parent / "home"), "CLAIMCHECK_CACHE_DIR": str(folder.parent / "cache")}
    clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    return subprocess.run(program, cwd=folder, env=clean | OFFLINE | home, capture_output=True, text=True, timeout=300,
                          check=False)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A scratch repository whose commits go through the hooks of a copy of this one."""
    hooks, desk = tmp_path / "hooks", tmp_path / "desk"
    hooks.mkdir()
    for name in PACKAGED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, hooks / name)
    (desk / "flood").mkdir(parents=True)
    for folder in (hooks, desk):
        assert _run(folder, "git", "init", "-q").returncode == 0
    _run(hooks, "git", "add", "--all")
    assert _run(hooks, "git", "commit", "-qm", "hooks").returncode == 0
    revision = _run(hooks, "git", "rev-parse", "HEAD").stdout.strip()
    hook = {"id": "claimcheck", "args": ["--fail-on", "tension"]}
    repos = [{"repo": str(hooks), "rev": revision, "hooks": [hook, {"id": "claimcheck-test"}]}]
    (desk / ".pre-commit-config.yaml").write_text(json.dumps({"repos": repos}))
    assert _run(desk, sys.executable, "-m", "pre_commit", "install", "--install-hooks").returncode == 0
    return desk


def _commit(desk: Path, **files: str) -> subprocess.CompletedProcess[str]:
    for name, text in files.items():
        (desk / "flood" / f"{name}.txt").write_text(text)
    _run(desk, "git", "add", "--all")
    return _run(desk, "git", "commit", "-qm", "x")


def test_commit_of_a_contradiction_is_stopped(desk: Path) -> None:
    """A changed article stands for its story, also where only one of its articles changes; expectations are tested."""
    (desk / "notes.md").write_text("Buy milk.\n")
    assert _commit(desk).returncode == 0, "a text that belongs to no story is no fault"
    assert _commit(desk, a=HERALD, b=HERALD).returncode == 0
    stopped = _commit(desk, b=HERALD.replace("12", "30"))
    assert stopped.returncode == 1
    assert "12 against 30" in stopped.stderr
    (desk / "flood" / "story.toml").write_text('[[expect]]\nverdict = "contradiction"\n'
                                               'a = { document = "a.txt", quote = "12" }\n'
                                               'b = { document = "b.txt", quote = "12" }\n')
    unmet = _commit(desk, b=HERALD)
    assert unmet.returncode == 1
    assert re.search(r"claimcheck test\.+Failed", unmet.stderr)


def test_hooks_look_at_what_holds_articles() -> None:
    """Names and kinds of files that pre-commit hands on."""
    for hook in load_manifest(str(ROOT / ".pre-commit-hooks.yaml")):
        articles = ["desk/a.txt", "b.md", "c.html", "d.pdf", "story.toml", "a/story.toml"]
        assert all(re.search(hook["files"], name) for name in articles)
        assert not any(re.search(hook["files"], name) for name in ("a.py", "mystory.toml", "pyproject.toml"))
        assert all(set(hook["types"]) <= {"file", *tags_from_filename(name)} for name in articles)
