"""The commands for whole corpora."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli.app import app
from claimcheck.cli.options import (
    AllowEmptyOption,
    ColourOption,
    ConfigOption,
    ExcludeOption,
    FailOnOption,
    FormatOption,
    IsolatedOption,
    JobsOption,
    ModelOption,
    OutputOption,
    PathsArgument,
    QuietOption,
    VerboseOption,
    WidthOption,
)
from claimcheck.cli.output import Colour, Look
from claimcheck.report.formats import Format


@app.command()
def check(
    paths: PathsArgument = None,
    format_: FormatOption = Format.TEXT,
    output: OutputOption = None,
    fail_on: FailOnOption = None,
    exclude: ExcludeOption = None,
    jobs: JobsOption = 1,
    allow_empty: AllowEmptyOption = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the findings of each rule.")] = False,
    color: ColourOption = Colour.AUTO,
    width: WidthOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
    model: ModelOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
) -> int:
    """Check every story of a corpus.

    A story is a folder that directly holds two or more articles, a story.toml that names them, or the rows of a .jsonl
    or .jsonl.gz file that share the field story. What git ignores is left out.

    \b
    Examples:
      claimcheck check
      claimcheck check desk/ --exclude drafts/ --jobs 2
      claimcheck check desk/ -o sarif:out.sarif -o junit:out.xml -o -
      claimcheck check archive.jsonl.gz --fail-on tension --statistics

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 a story could not be read or checked, or nothing could
    be compared in any story.
    """
    from claimcheck.cli import check as command
    from claimcheck.cli.output import targets
    from claimcheck.cli.settings import settings_of

    loaded = settings_of(config=config, isolated=isolated, model=model, fail_on=fail_on,
                         exclude=tuple(exclude) if exclude else None)
    how = command.Run(targets(output or (), format_, paths or ()), Look(color, width, verbose=verbose, quiet=quiet),
                      jobs, allow_empty, statistics)
    return command.run(paths or (), loaded.settings, how)
