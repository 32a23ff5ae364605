"""A story before it is read: which articles belong to it, and what is said about them beside their text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from claimcheck.corpus.inside import NOWHERE, Reach

# What a folder may hold beside articles and is read by people only.
NOT_ARTICLES = frozenset({"readme", "license", "licence", "notice", "changelog", "contributing", "authors", "todo"})
ARTICLE_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".pdf"})
MANIFEST = "story.toml"
ROWS_SUFFIXES = (".jsonl", ".jsonl.gz")


@dataclass(frozen=True, slots=True)
class Entry:
    """One article: `id` is what reports call it. It stands in the file `path`, or is `text` itself.

    `fault` says why there is nothing to be read: for a bad row, which has the place of the row as its id.
    """

    id: str
    path: Path | None = None
    text: str = ""
    source: str | None = None
    published: date | None = None
    title: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The articles of one story. `name` is unique in a run; `fault` says why it cannot be read as a whole.

    `manifest` is its story.toml, `reach` what its files may lead to.
    """

    name: str
    entries: tuple[Entry, ...]
    manifest: Path | None = None
    fault: str = ""
    reach: Reach = NOWHERE


def is_article(path: Path) -> bool:
    """Whether a file that nobody named is taken for an article, by its name alone."""
    hidden = path.name.startswith((".", "~"))
    return not hidden and path.suffix.lower() in ARTICLE_SUFFIXES and path.stem.lower() not in NOT_ARTICLES


def is_rows(path: Path) -> bool:
    return path.name.lower().endswith(ROWS_SUFFIXES)
