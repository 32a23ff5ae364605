"""The commands for whole corpora."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.app import app
from claimcheck.cli.options import (
    AllowEmptyOption,
    AsciiOption,
    BaselineOption,
    ColourOption,
    ConfigOption,
    ExcludeOption,
    ExtendSelectOption,
    FailOnOption,
    FormatOption,
    IsolatedOption,
    JobsOption,
    JudgeModelOption,
    JudgeOption,
    MaxOption,
    ModelOption,
    NliOption,
    NoCacheOption,
    OutputOption,
    PathsArgument,
    PreviewOption,
    QuietOption,
    RecordOption,
    SelectOption,
    VerboseOption,
    WidthOption,
)
from claimcheck.cli.output import Colour, Look, targets
from claimcheck.report.formats import Format

if TYPE_CHECKING:
    from claimcheck.config.load import Loaded


@app.command()
def check(
    paths: PathsArgument = None,
    format_: FormatOption = Format.TEXT,
    output: OutputOption = None,
    fail_on: FailOnOption = None,
    preview: PreviewOption = None,
    select: SelectOption = None,
    extend_select: ExtendSelectOption = None,
    exclude: ExcludeOption = None,
    jobs: JobsOption = 1,
    allow_empty: AllowEmptyOption = False,
    baseline: BaselineOption = None,
    strict_baseline: Annotated[
        bool, typer.Option("--strict-baseline", help="Fail where an entry of the baseline is resolved.")
    ] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the findings of each rule.")] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Check again whenever a file changes, until Ctrl-C.")] = False,
    color: ColourOption = Colour.AUTO,
    width: WidthOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
    most: MaxOption = None,
    ascii_: AsciiOption = False,
    record: RecordOption = None,
    model: ModelOption = None,
    nli: NliOption = None,
    judge: JudgeOption = None,
    judge_model: JudgeModelOption = None,
    no_cache: NoCacheOption = False,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
) -> int:
    """Check every story of a corpus.

    A story is a folder that directly holds two or more articles, a story.toml that names them, or the rows of a .jsonl
    or .jsonl.gz file that share the field story. An article is a .txt, .md, .html or .pdf file that is no README
    and no report of ours. What git ignores is left out.

    \b
    Examples:
      claimcheck check
      claimcheck check desk/ --exclude drafts/ --jobs 2
      claimcheck check desk/ -o sarif:out.sarif -o junit:out.xml -o -
      claimcheck check archive.jsonl.gz --fail-on tension --statistics

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 a story could not be read or checked, or nothing could
    be compared in any story.
    """
    from claimcheck.cli.settings import off_if, settings_of

    def load() -> Loaded:
        return settings_of(config=config, isolated=isolated, model=model, nli=nli, judge=judge,
                             judge_model=judge_model, fail_on=fail_on,
                           preview=preview, select=select, extend_select=extend_select,
                           exclude=tuple(exclude) if exclude else None, cache=off_if(no_cache))

    loaded = None if watch else load()
    look = Look(color, width, verbose=verbose, quiet=quiet, most=most, plain=ascii_)
    places = targets(output or (), format_, paths or (), record)

    # What is wrong with the settings or the options is said before more is imported.
    from claimcheck.cli import check as command

    how = command.Run(look, places, jobs, allow_empty, statistics, baseline, strict_baseline)
    if loaded is None:
        from claimcheck.cli.watch import watch as keep_checking

        keep_checking(paths or (), load, lambda loaded: command.run(paths or (), loaded, how))
    return command.run(paths or (), loaded, how)


@app.command()
def review(
    paths: PathsArgument = None,
    blind: Annotated[
        bool, typer.Option("--blind", help="Hide each verdict until you have said yours; agreements are shown too.")
    ] = False,
    baseline: BaselineOption = None,
    preview: PreviewOption = None,
    select: SelectOption = None,
    extend_select: ExtendSelectOption = None,
    exclude: ExcludeOption = None,
    jobs: JobsOption = 1,
    allow_empty: AllowEmptyOption = False,
    model: ModelOption = None,
    nli: NliOption = None,
    no_cache: NoCacheOption = False,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
) -> int:
    """Go through the findings one by one, on the whole terminal.

    Each can be accepted (into the baseline), ignored with a reason, marked right or wrong (for `claimcheck test`), and
    all of that taken back. A decision is kept at once: leave when you like, the next review goes on from there. Press ?
    for the keys.

    \b
    Examples:
      claimcheck review
      claimcheck review desk/plant --blind

    Exit status: 0 whatever was decided, 2 a story could not be read or checked.
    """
    from claimcheck.cli.settings import off_if, settings_of

    loaded = settings_of(config=config, isolated=isolated, model=model, nli=nli, preview=preview, select=select,
                         extend_select=extend_select, exclude=tuple(exclude) if exclude else None,
                         cache=off_if(no_cache))

    from claimcheck.cli import review as command
    from claimcheck.cli.check import Run

    how = Run(Look(), jobs=jobs, allow_empty=allow_empty, baseline=baseline)
    return command.run(paths or (), loaded, how, blind=blind)


@app.command("test")
def hold_against_expectations(
    paths: PathsArgument = None,
    update: Annotated[
        bool, typer.Option("--update", help="Write what is found into each story.toml, old or new, for review.")
    ] = False,
    output: OutputOption = None,
    preview: PreviewOption = None,
    select: SelectOption = None,
    extend_select: ExtendSelectOption = None,
    exclude: ExcludeOption = None,
    jobs: JobsOption = 1,
    allow_empty: AllowEmptyOption = False,
    model: ModelOption = None,
    no_cache: NoCacheOption = False,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
) -> int:
    """Hold the findings against what story.toml expects.

    The file has [[expect]] and [[forbid]] tables. A contradiction or tension that is not expected is a difference, and
    so is an expectation that is not met. Other verdicts count where they are expected. Where `claimcheck review` wrote
    some of the tables, what none of them speaks of is not labelled yet, and no difference.

    \b
    Examples:
      claimcheck test
      claimcheck test desk/ -o junit:expectations.xml
      claimcheck test desk/plant --update && git diff desk/plant

    Exit status: 0 all as expected, 1 differences, 2 a story could not be tested, or none has expectations.
    """
    from claimcheck.cli.settings import off_if, settings_of

    loaded = settings_of(config=config, isolated=isolated, model=model, preview=preview, select=select,
                         extend_select=extend_select, exclude=tuple(exclude) if exclude else None,
                         cache=off_if(no_cache))
    places = targets(output, Format.JUNIT, paths or ()) if output else ()

    from claimcheck.cli import expected as command
    from claimcheck.cli.check import Run

    return command.run(paths or (), loaded, Run(Look(), places, jobs, allow_empty), update=update)


_baseline = typer.Typer(rich_markup_mode=None, no_args_is_help=False, help="""Findings that are accepted.

    `check` hides and counts what is in the file, and fails for what is new. An entry is kept by what both sides say, so
    that edits elsewhere change nothing.

    \b
    Examples:
      claimcheck baseline update
      claimcheck baseline show
    """)
app.add_typer(_baseline, name="baseline")


@_baseline.command("update")
def baseline_update(
    paths: PathsArgument = None,
    baseline: BaselineOption = None,
    preview: PreviewOption = None,
    select: SelectOption = None,
    extend_select: ExtendSelectOption = None,
    exclude: ExcludeOption = None,
    jobs: JobsOption = 1,
    model: ModelOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
) -> int:
    """Accept what is found now.

    All contradictions, tensions and updates go into the file; what is resolved is taken out.

    \b
    Examples:
      claimcheck baseline update
      claimcheck baseline update desk/2024 --baseline desk.json

    Exit status: 0 written, 2 a story could not be read, and the file is as it was.
    """
    from claimcheck.cli.settings import settings_of

    return _update(paths, baseline, jobs, settings_of(
        config=config, isolated=isolated, model=model, preview=preview, select=select, extend_select=extend_select,
        exclude=tuple(exclude) if exclude else None,
    ))


@_baseline.command("prune")
def baseline_prune(
    paths: PathsArgument = None,
    baseline: BaselineOption = None,
    preview: PreviewOption = None,
    select: SelectOption = None,
    extend_select: ExtendSelectOption = None,
    exclude: ExcludeOption = None,
    jobs: JobsOption = 1,
    model: ModelOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
) -> int:
    """Take out what is resolved, and accept nothing new.

    \b
    Examples:
      claimcheck baseline prune

    Exit status: 0 written, 2 a story could not be read, and the file is as it was.
    """
    from claimcheck.cli.settings import settings_of

    return _update(paths, baseline, jobs, settings_of(
        config=config, isolated=isolated, model=model, preview=preview, select=select, extend_select=extend_select,
        exclude=tuple(exclude) if exclude else None,
    ), prune_only=True)


@_baseline.command("show")
def baseline_show(
    baseline: BaselineOption = None, config: ConfigOption = None, isolated: IsolatedOption = False
) -> int:
    """List what is accepted.

    \b
    Examples:
      claimcheck baseline show
      claimcheck baseline show --baseline desk.json
    """
    from claimcheck.cli import baseline as command
    from claimcheck.cli.settings import settings_of

    return command.show(settings_of(config=config, isolated=isolated), baseline)


def _update(
    paths: list[str] | None, baseline: str | None, jobs: int, loaded: Loaded, *, prune_only: bool = False
) -> int:
    from claimcheck.cli import baseline as command
    from claimcheck.cli.check import Run

    return command.update(paths or (), loaded, Run(Look(), jobs=jobs, baseline=baseline), prune_only=prune_only)


_config = typer.Typer(rich_markup_mode=None, no_args_is_help=False, help="""What is set, and where.

    \b
    Examples:
      claimcheck config show
    """)
app.add_typer(_config, name="config")


@_config.command("show")
def config_show(config: ConfigOption = None, isolated: IsolatedOption = False) -> int:
    """Show every setting and where it is from.

    That is the place in a file, a variable of the environment, or the default.

    \b
    Examples:
      claimcheck config show
      claimcheck config show --isolated
    """
    from claimcheck.cli import config as command
    from claimcheck.cli.settings import settings_of

    return command.show(settings_of(config=config, isolated=isolated))


@app.command()
def init(
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
) -> int:
    """Write a claimcheck.toml to start from.

    It has every setting and what it means, all commented out.

    \b
    Examples:
      claimcheck init --force
    """
    from claimcheck.cli import config as command

    return command.init(force=force)
