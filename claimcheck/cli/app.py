"""What can be written on the command line: commands, options and their help."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from claimcheck.cli.options import (
    AsciiOption,
    ClaimsFormatOption,
    ColourOption,
    ConfigOption,
    ExtendSelectOption,
    FailOnOption,
    FormatOption,
    IsolatedOption,
    JudgeModelOption,
    JudgeOption,
    MatrixOption,
    MaxOption,
    ModelOption,
    NliOption,
    NoCacheOption,
    OutputOption,
    PreviewOption,
    QuietOption,
    RecordOption,
    SelectOption,
    StdinNameOption,
    VerboseOption,
    WidthOption,
)
from claimcheck.cli.output import ClaimsFormat, Colour, Look, targets
from claimcheck.report.formats import Format

_ARTICLE = "Text, Markdown, HTML or PDF; - is the standard input."

app = typer.Typer(
    rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        from claimcheck.cli.about import version

        typer.echo(version())
        raise typer.Exit


@app.callback()
def claimcheck(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_version, help="Show distribution, model and rules.")
    ] = False,
) -> None:
    """Where several accounts of one story agree, differ, or were updated.

    `compare` reports on a few articles, `check` on a corpus of stories, `test` on what is expected of them; `explain`
    says why. Settings stand in claimcheck.toml or in [tool.claimcheck] of pyproject.toml; CLAIMCHECK_MODEL,
    CLAIMCHECK_FAIL_ON and others in the environment win over them, and options over both.

    \b
    Examples:
      claimcheck compare herald.txt ledger.txt
      claimcheck check desk/
      claimcheck explain quantity-mismatch
      claimcheck check --help

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 something for you to mend, said in one line on the
    standard error.
    """


@app.command()
def compare(
    files: Annotated[list[str], typer.Argument(metavar="FILES...", show_default=False, help=_ARTICLE)],
    date: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE=DATE", show_default=False, help="When an article appeared, as 2022-01-12."),
    ] = None,
    source: Annotated[
        list[str] | None, typer.Option(metavar="FILE=NAME", show_default=False, help="Who published an article.")
    ] = None,
    format_: FormatOption = Format.TEXT,
    output: OutputOption = None,
    fail_on: FailOnOption = None,
    preview: PreviewOption = None,
    select: SelectOption = None,
    extend_select: ExtendSelectOption = None,
    color: ColourOption = Colour.AUTO,
    width: WidthOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
    most: MaxOption = None,
    ascii_: AsciiOption = False,
    record: RecordOption = None,
    matrix: MatrixOption = False,
    model: ModelOption = None,
    nli: NliOption = None,
    judge: JudgeOption = None,
    judge_model: JudgeModelOption = None,
    no_cache: NoCacheOption = False,
    stdin_name: StdinNameOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
) -> int:
    """Compare two or more accounts of one story.

    The report says where they agree, where they are in tension, what has only been updated, and what only one of them
    says, each with the exact words.

    \b
    Examples:
      claimcheck compare herald.txt ledger.txt
      claimcheck compare --date herald.txt=2024-03-05 herald.txt ledger.txt
      claimcheck compare --matrix herald.txt ledger.txt courier.txt
      claimcheck compare --fail-on tension -o json:report.json -o - *.txt
      cat wire.txt | claimcheck compare - ledger.txt --stdin-name wire

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 something for you to mend.
    """
    from claimcheck.cli.settings import off_if, settings_of

    loaded = settings_of(config=config, isolated=isolated, model=model, nli=nli, judge=judge,
                         judge_model=judge_model, fail_on=fail_on,
                         preview=preview, select=select, extend_select=extend_select, cache=off_if(no_cache))
    places = targets(output or (), format_, files, record)

    # What is wrong with the settings or the options is said before more is imported.
    from claimcheck.cli import compare as command
    from claimcheck.cli.inputs import read_all

    read = read_all(files, stdin_name=stdin_name, dates=date or (), sources=source or (),
                    limits=loaded.settings.limits)
    look = Look(color, width, verbose=verbose, quiet=quiet, matrix=matrix, most=most, plain=ascii_)
    return command.run(read, loaded.settings, places, look)


@app.command()
def demo(
    live: Annotated[bool, typer.Option("--live", help="Compare the articles now, on this machine.")] = False,
    html: Annotated[
        str | None,
        typer.Option("--html", metavar="FILE", show_default=False, help="Write both reports as a page there instead."),
    ] = None,
    color: ColourOption = Colour.AUTO,
    width: WidthOption = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show all of both reports.")] = False,
    ascii_: AsciiOption = False,
) -> int:
    """Show the reports on two stories that come with the program.

    Two real articles on the pullout of peacekeepers from Kazakhstan, and three invented ones on a flood. What is shown
    was found by a run of the program.

    \b
    Examples:
      claimcheck demo
      claimcheck demo --live
      claimcheck demo --html demo.html
    """
    from claimcheck.cli.demo import show

    return show(Look(color, width, verbose=verbose, plain=ascii_), live=live, page=html)


@app.command()
def claims(
    file: Annotated[str, typer.Argument(metavar="FILE", show_default=False, help=_ARTICLE)],
    date: Annotated[
        str | None, typer.Option(metavar="DATE", show_default=False, help="When the article appeared, as 2022-01-12.")
    ] = None,
    format_: ClaimsFormatOption = ClaimsFormat.TEXT,
    width: WidthOption = None,
    stdin_name: StdinNameOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
) -> int:
    """List what was read from one article.

    That is its claims, who makes them, and the facts in them: what is measured, and the value.

    \b
    Examples:
      claimcheck claims herald.txt
      claimcheck claims herald.txt --date 2024-03-05 --format json
    """
    from claimcheck.cli import claims as command
    from claimcheck.cli.inputs import read_one
    from claimcheck.cli.settings import settings_of

    settings = settings_of(config=config, isolated=isolated).settings
    read = read_one(file, stdin_name=stdin_name, published=date, limits=settings.limits)
    return command.run(read, settings.vocabulary, format_, Look(width=width))


@app.command()
def rules() -> int:
    """List the rules and the guards.

    A rule finds something. Stable rules run unless they are ignored, preview rules only if they are selected: their
    alarms were wrong more often than right where they were measured. A guard is a reason for which two facts are kept
    apart. `claimcheck explain NAME` prints the page of each.

    \b
    Examples:
      claimcheck rules
      claimcheck rules | grep conflict
    """
    from claimcheck.cli.about import rule_list

    sys.stdout.write(rule_list())
    return 0


@app.command()
def explain(
    what: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME | ID FILE... | FILE:LINE...]", show_default=False)
    ] = None,
    quote: Annotated[
        list[str] | None,
        typer.Option(metavar="TEXT", show_default=False, help="Words in place of :LINE, for each of the two files."),
    ] = None,
    parse: Annotated[
        str | None, typer.Option(metavar="TEXT", show_default=False, help="Show how the values in TEXT are read.")
    ] = None,
    date: Annotated[
        list[str] | None,
        typer.Option(metavar="[FILE=]DATE", show_default=False,
                     help="When TEXT or a file was published, as 2022-01-12; without FILE= that of all files."),
    ] = None,
    source: Annotated[
        list[str] | None, typer.Option(metavar="FILE=NAME", show_default=False, help="Who published an article.")
    ] = None,
    format_: ClaimsFormatOption = ClaimsFormat.TEXT,
    color: ColourOption = Colour.AUTO,
    width: WidthOption = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show every pair of facts.")] = False,
    preview: PreviewOption = None,
    select: SelectOption = None,
    extend_select: ExtendSelectOption = None,
    model: ModelOption = None,
    no_cache: NoCacheOption = False,
    stdin_name: StdinNameOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
) -> int:
    """Explain a rule, a text, or a finding or its absence.

    With a name: the page of the rule, guard or verdict. With --parse: how a text is read. With two places: how each
    statement was read, what paired their facts, which guard kept them apart, or which rule spoke. The first two files
    are the statements, at FILE:LINE, at FILE:LINE:COLUMN, or where a --quote stands. Name the other articles of the
    story too: what one of them says may explain a difference away. With the id of a finding, as reports print it, and
    all articles that were compared: the same of its two sides.

    \b
    Examples:
      claimcheck explain quantity-mismatch
      claimcheck explain tension
      claimcheck explain --parse "no more than 10 days" --date 2024-03-05
      claimcheck explain herald.txt:5 ledger.txt:7 courier.txt
      claimcheck explain herald.txt ledger.txt --quote "45 jobs" --quote "20 and 30"
    """
    from claimcheck.cli import explain as command
    from claimcheck.cli.settings import off_if, settings_of
    from claimcheck.errors import UsageError

    look = Look(color, width, verbose=verbose)
    if (what is None) == (parse is None) or (parse is not None and quote):
        raise UsageError("explain: give either a rule, two places, the id of a finding with its articles, or --parse "
                         "TEXT; `claimcheck rules` lists the rules")
    if parse is not None:
        return command.parsed(parse, date or (), settings_of(config=config, isolated=isolated).settings.vocabulary)
    words = what or []
    name, id_ = "" if quote else command.name_in(words), command.finding_in(words)
    targets = None if name or id_ else command.targets_of(words, quote or ())
    if targets is None and not id_:
        if date:
            raise UsageError("explain: --date goes with --parse TEXT or with two places")
        return command.named(name or words[0], look)
    if id_ and quote:
        raise UsageError("explain: --quote goes with two places; leave it out where a finding is named")
    loaded = settings_of(config=config, isolated=isolated, model=model, preview=preview, select=select,
                         extend_select=extend_select, cache=off_if(no_cache))
    files = words[1:] if id_ else [target.file for target in targets or ()]
    articles = command.Articles(files, date or (), source or (), stdin_name)
    if targets is None:
        return command.found(id_, articles, loaded.settings, format_, look)
    return command.judged(targets, articles, loaded.settings, format_, look)
