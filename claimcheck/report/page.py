"""A rule's page for a terminal."""

from __future__ import annotations

import io

from rich.console import Console
from rich.markdown import Markdown

_MEASURE = 100


def render(markdown: str, *, width: int) -> str:
    """Markdown with the styles of a terminal."""
    buffer = io.StringIO()
    console = Console(file=buffer, width=min(width, _MEASURE), force_terminal=True, color_system="standard",
                      legacy_windows=False, _environ={})
    console.print(Markdown(markdown, code_theme="ansi_dark"))
    return buffer.getvalue()
