"""The options that several commands share, as typer reads them."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli.output import ClaimsFormat, Colour, format_named
from claimcheck.config import FailOn
from claimcheck.report.formats import Format


def _format(name: str) -> Format:
    try:
        return format_named(name)
    except ValueError as error:
        raise typer.BadParameter(f"{error}.") from None


def _formats() -> list[str]:
    """For the shell, which is to complete them."""
    return list(Format)


FormatOption = Annotated[
    Format,
    typer.Option("--format", "-f", help="How to write it.", parser=_format, metavar=f"<{'|'.join(Format)}>",
                 autocompletion=_formats),
]
ClaimsFormatOption = Annotated[ClaimsFormat, typer.Option("--format", "-f", help="How to write it.")]
OutputOption = Annotated[
    list[str] | None,
    typer.Option("--output", "-o", metavar="[FORMAT:]FILE", show_default=False,
                 help="Write the report there, - for the standard output; may be repeated."),
]
FailOnOption = Annotated[
    FailOn | None,
    typer.Option("--fail-on", show_default=False,
                 help="The mildest verdict for which the exit status is 1.  [default: contradiction]"),
]
ColourOption = Annotated[Colour, typer.Option("--color", help="Colour the text.")]
WidthOption = Annotated[
    int | None, typer.Option("--width", min=40, max=400, metavar="N", show_default=False, help="Columns of the text.")
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Contradictions, tensions and updates only.")]
VerboseOption = Annotated[
    bool, typer.Option("--verbose", "-v", help="Show all statements, and why two sides were compared.")
]
MatrixOption = Annotated[
    bool, typer.Option("--matrix", help="Put a table of facts by source before the findings (text, markdown).")
]
MaxOption = Annotated[
    int | None,
    typer.Option("--max", min=1, metavar="N", show_default=False, help="Show so many findings of each verdict (text)."),
]
AsciiOption = Annotated[bool, typer.Option("--ascii", help="No signs or marks beyond ASCII (text).")]
RecordOption = Annotated[
    str | None,
    typer.Option("--record", metavar="FILE", show_default=False,
                 help="Also write the text report there as a picture (.svg), a page (.html) or text (.txt)."),
]
ModelOption = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME", show_default=False, help="Embedding model.  [default: minilm]"),
]
NliOption = Annotated[
    str | None,
    typer.Option("--nli", metavar="MODEL", show_default=False,
                 help="NLI cross-encoder (folder or name) that seconds findings which are not about figures."),
]
JudgeOption = Annotated[
    str | None,
    typer.Option("--judge", metavar="URL", show_default=False,
                 help="Send pairs of statements without figures or dates to the chat endpoint of a server of yours."),
]
JudgeModelOption = Annotated[
    str | None,
    typer.Option("--judge-model", metavar="NAME", show_default=False, help="The model on that server."),
]
StdinNameOption = Annotated[
    str | None,
    typer.Option("--stdin-name", metavar="NAME", show_default=False, help="What to call the standard input."),
]
ConfigOption = Annotated[
    str | None,
    typer.Option("--config", metavar="FILE", show_default=False,
                 help="Configuration, in place of the nearest claimcheck.toml or pyproject.toml."),
]
IsolatedOption = Annotated[bool, typer.Option("--isolated", help="Read no configuration file.")]
PathsArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PATH]...", show_default=False,
                   help="Folders, story.toml or .jsonl files, articles that stand for their story; - is JSON Lines."),
]
ExcludeOption = Annotated[
    list[str] | None,
    typer.Option("--exclude", metavar="PATTERN", show_default=False,
                 help="Leave out what fits, a pattern as in a .gitignore; may be repeated."),
]
JobsOption = Annotated[int, typer.Option("--jobs", "-j", min=1, max=256, metavar="N", help="Processes.")]
AllowEmptyOption = Annotated[
    bool, typer.Option("--allow-empty", help="Do not mind that there is no story, or nothing to compare.")
]
BaselineOption = Annotated[
    str | None,
    typer.Option("--baseline", metavar="FILE", show_default=False,
                 help="Accepted findings.  [default: claimcheck.baseline.json beside the configuration]"),
]
PreviewOption = Annotated[
    bool | None,
    typer.Option("--preview/--no-preview", show_default=False,
                 help="Whether preview rules run, see `claimcheck rules`.  [default: no-preview]"),
]
SelectOption = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="RULE", show_default=False, help="Run this rule alone; may be repeated."),
]
ExtendSelectOption = Annotated[
    list[str] | None,
    typer.Option("--extend-select", metavar="RULE", show_default=False,
                 help="Run this rule besides, a preview rule too; may be repeated."),
]
NoCacheOption = Annotated[bool, typer.Option("--no-cache", help="Keep nothing, and use nothing that was kept.")]
