"""What docs/recipes.md shows in files of others fits what is here; its commands and its Python run in test_docs.py."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Any

import yaml
from conftest import ROOT

from claimcheck.model.finding import Evidence
from claimcheck.report.formats import Format

PAGE = (ROOT / "docs/recipes.md").read_text(encoding="utf-8")


def _block(kind: str, word: str) -> str:
    (found,) = [text for text in re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL) if word in text]
    return str(found)


def _yaml(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


def test_the_action_has_what_the_recipe_gives_and_reads() -> None:
    """Inputs by name, and the output that is spoken of with its values."""
    step = yaml.safe_load(_block("yaml", "uses: OWNER"))[-1]
    action = _yaml("action.yml")
    assert set(step["with"]) <= set(action["inputs"])
    assert "`state`" in PAGE
    assert all(f"`{state}`" in PAGE for state in ("clean", "findings", "nothing-checked"))
    assert all(state in action["outputs"]["state"]["description"] for state in ("clean", "findings", "nothing-checked"))


def test_the_hook_is_there() -> None:
    """Both hooks that are named."""
    hooks = {hook["id"] for hook in _yaml(".pre-commit-hooks.yaml")}
    (repo,) = yaml.safe_load(_block("yaml", "repos:"))["repos"]
    assert {hook["id"] for hook in repo["hooks"]} <= hooks
    assert all(f"`{hook}`" in PAGE for hook in hooks)


def test_the_job_for_gitlab_writes_the_report_that_it_hands_on() -> None:
    """In the format of GitLab's Code Quality."""
    job = yaml.safe_load(_block("yaml", "codequality"))["claims"]
    written = re.findall(r"-o (\w+):(\S+)", job["script"])
    assert written == [(Format.GITLAB.value, job["artifacts"]["reports"]["codequality"])]


def test_the_table_for_pandas_is_made_of_the_rows() -> None:
    """pandas is not installed here; its columns are fields of a side, or what the example before it adds."""
    table, added = _block("py", "pandas"), re.findall(r'"(\w+)": finding', _block("python", "asdict"))
    compile(table, "recipes.md", "exec")
    columns = {*re.findall(r'="(\w+)"', table), *re.findall(r"table\.(\w+) ==", table)}
    assert columns
    assert columns <= {*(field.name for field in fields(Evidence)), *added}
