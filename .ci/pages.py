"""What mkdocs asks while it builds the site: which pages there are, and how examples and shown commands look on it."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

ROOT = Path(__file__).parent.parent
# Where the pages of a folder of the repository stand on the site.
PLACES = {"docs": "", "claimcheck/rules": "rules/", "claimcheck/link/guards": "guards/", ".": ""}
_CLAIMS = re.compile(r"^```claims(?P<todo> todo)?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_SHOWN = re.compile(r"^<!-- (\$ [^\n]+) -->$", re.MULTILINE)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """A folder in the navigation stands for its pages, in the order of their names."""
    config.nav = _unfolded(config.nav)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The files of the theme, and the pages of our folders with the pictures beside them."""
    theme = [file for file in files if file.src_dir != config.docs_dir]
    ours = [path for folder in PLACES for kind in ("md", "svg") for path in sorted((ROOT / folder).glob(f"*.{kind}"))]
    return Files([*theme, *(_file(path, config) for path in ours)])


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Above what a run printed stands its command; in the example of a rule what is to be flagged is marked."""
    return _CLAIMS.sub(_example, _SHOWN.sub(r"```console\n\1\n```\n", markdown))


def _unfolded(nav: Any) -> Any:
    if isinstance(nav, str) and nav.endswith("/"):
        return [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / nav).glob("*.md"))]
    if isinstance(nav, dict):
        return {title: _unfolded(entry) for title, entry in nav.items()}
    return [_unfolded(entry) for entry in nav] if isinstance(nav, list) else nav


def _file(path: Path, config: MkDocsConfig) -> File:
    path = path.relative_to(ROOT)
    file = File(path.as_posix(), str(ROOT), config.site_dir, config.use_directory_urls)
    name = "index" if path.stem == "README" else path.stem.replace("_", "-").lower()
    suffix = ".html" if path.suffix == ".md" else path.suffix
    file.dest_uri = f"{PLACES[path.parent.as_posix()]}{name}{suffix}"
    return file


def _example(found: re.Match[str]) -> str:
    marked = re.sub(r"~~(.+?)~~", r"<mark>\1</mark>", html.escape(found["body"].rstrip()), flags=re.DOTALL)
    missed = "<p><em>Not found yet:</em></p>\n" if found["todo"] else ""
    return f"{missed}<pre><code>{marked}</code></pre>"
