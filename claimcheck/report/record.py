"""The text report as it looks on a terminal, in one width and one theme whatever the machine: for pages and reviews."""

from __future__ import annotations

import hashlib
import io

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

# Background, text, the eight colours and the eight bright ones: legible on dark, each at least 4.5 : 1.
THEME = TerminalTheme(
    (24, 26, 31), (221, 224, 229),
    [(24, 26, 31), (255, 123, 114), (126, 201, 121), (226, 183, 91), (121, 184, 255), (210, 168, 255), (86, 212, 221),
     (221, 224, 229)],
    [(139, 148, 158), (255, 161, 152), (163, 222, 158), (240, 208, 138), (165, 208, 255), (226, 197, 255),
     (141, 228, 234), (255, 255, 255)],
)
_FONTS = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"
# As rich writes it, but without fonts from the network.
_SVG = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: FONTS; font-size: {char_height}px; line-height: {line_height}px; }}
.{unique_id}-title {{ font-size: 18px; font-family: sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/></clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
""".replace("FONTS", _FONTS)
_HTML = """<!DOCTYPE html>
<html lang="en"><head><meta charset="UTF-8"><meta name="generator" content="claimcheck"><title>claimcheck</title>
<style>body {{ color: {foreground}; background: {background}; }} pre {{ font-family: FONTS; }}</style>
</head><body><pre><code>{code}</code></pre></body></html>
""".replace("FONTS", _FONTS)


def recorded(ansi: str, suffix: str, width: int) -> str:
    """The coloured text as ".svg", ".html" or, without colour, ".txt"."""
    text = Text.from_ansi(ansi.rstrip("\n"))
    if suffix == ".txt":
        return "\n".join(line.rstrip() for line in text.plain.split("\n")) + "\n"
    console = Console(record=True, width=width, file=io.StringIO(), force_terminal=True, color_system="standard",
                      legacy_windows=False, _environ={})
    console.print(text, soft_wrap=True)
    if suffix == ".html":
        return console.export_html(theme=THEME, code_format=_HTML, inline_styles=True)
    name = f"report-{hashlib.sha256(ansi.encode(errors='replace')).hexdigest()[:8]}"
    return console.export_svg(title="claimcheck", theme=THEME, code_format=_SVG, unique_id=name)
