"""The documentation as a site: `make site`."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT

pytestmark = pytest.mark.slow

PAGES = ("*.md", "docs/*", "claimcheck/rules/*.md", "claimcheck/link/guards/*.md", "mkdocs.yml", "Makefile",
         ".ci/pages.py")
Made = Callable[[], "subprocess.CompletedProcess[str]"]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """`make site` in a folder with what it needs of the repository, and no more."""
    for path in (path for pattern in PAGES for path in ROOT.glob(pattern)):
        (tmp_path / path.relative_to(ROOT)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, tmp_path / path.relative_to(ROOT))
    return lambda: subprocess.run(["make", "site", f"PYTHON={sys.executable}"], cwd=tmp_path, capture_output=True,
                                  text=True, timeout=120, check=False)


def test_every_page_stands_on_the_site(made: Made, tmp_path: Path) -> None:
    """Pages of docs/, rules and guards are there, an example shows what is to be flagged, and a page that somebody
    opens asks nobody else for anything."""
    run = made()
    assert run.returncode == 0, run.stderr
    site = tmp_path / "site"
    names = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    for folder, place in (("docs", ""), ("claimcheck/rules", "rules/"), ("claimcheck/link/guards", "guards/")):
        assert {f"{place}{page.stem.replace('_', '-')}.html" for page in (ROOT / folder).glob("*.md")} <= names
    assert "<mark>45 jobs</mark>" in (site / "rules/quantity-mismatch.html").read_text(encoding="utf-8")
    for page in site.rglob("*.html"):
        assert not re.findall(r'<(?:script|img|iframe|link)[^>]+(?:src|href)="?(?:https?:)?//', page.read_text("utf-8"))


def test_what_leads_nowhere_fails(made: Made, tmp_path: Path) -> None:
    """A link to a page or heading that is not there, and a page that the navigation lacks."""
    with (tmp_path / "docs/faq.md").open("a", encoding="utf-8") as page:
        page.write("\n[a](nowhere.md) [b](usage.md#no-such-heading)\n")
    (tmp_path / "docs/lost.md").write_text("# Lost\n", encoding="utf-8")
    run = made()
    assert run.returncode != 0
    for told in ("nowhere.md", "no-such-heading", "docs/lost.md"):
        assert told in run.stderr
