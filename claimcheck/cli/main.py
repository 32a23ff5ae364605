"""The command line: what can be written on it, and what the command exits with."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import NoReturn, TypeVar

import click

from claimcheck.cli.output import Colour, Format, Look
from claimcheck.config import FailOn, Settings
from claimcheck.errors import ClaimcheckError

OK, TROUBLE, INTERRUPTED, BROKEN_PIPE = 0, 2, 130, 141

_Command = TypeVar("_Command", bound=Callable[..., object])


def main() -> NoReturn:
    """Run the command and exit. Every fault of the user's is one line on the standard error and status 2."""
    try:
        sys.exit(_run())
    except BrokenPipeError:  # the reader has gone; nothing is left to be said, not even at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(BROKEN_PIPE)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _run() -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that lacks a character shows "?" in its place
            stream.reconfigure(errors="replace")
    try:
        # Not `cli.main`: that ends with status 1, our "findings", where the reader of a pipe has gone.
        with cli.make_context("claimcheck", sys.argv[1:]) as context:
            status = cli.invoke(context)
        sys.stdout.flush()
        return status if isinstance(status, int) else OK
    except click.exceptions.Exit as leave:
        sys.stdout.flush()
        return leave.exit_code
    except ClaimcheckError as error:
        return _complain(str(error))
    except click.ClickException as error:
        return _complain(_usage(error))
    except BrokenPipeError:
        raise
    except Exception as error:
        if os.environ.get("CLAIMCHECK_TRACEBACK"):
            raise
        fault = " ".join(f"{type(error).__name__}: {error}".split())
        return _complain(f"internal error: {fault}; set CLAIMCHECK_TRACEBACK=1 to see where, and report it")


def _complain(message: str) -> int:
    print(f"claimcheck: {' '.join(message.split())}", file=sys.stderr)
    return TROUBLE


def _usage(error: click.ClickException) -> str:
    """One line for what the parser of the command line found."""
    context = getattr(error, "ctx", None)
    return f"{error.format_message().rstrip('.')}; see {context.command_path if context else 'claimcheck'} --help"


def _version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        from claimcheck.cli.about import version

        click.echo(version())
        context.exit()


def _look(command: _Command) -> _Command:
    """The options of everything that is laid out for a person."""
    colour = click.option("--color", type=click.Choice([c.value for c in Colour]), default=Colour.AUTO.value,
                          show_default=True, help="Colour the text.")
    width = click.option("--width", type=click.IntRange(40, 400), metavar="N", help="Columns of the text.")
    return colour(width(command))


def _format(command: _Command) -> _Command:
    return click.option("--format", "-f", "format_", type=click.Choice([f.value for f in Format]),
                        default=Format.TEXT.value, show_default=True, help="How to write it.")(command)


def _stdin_name(command: _Command) -> _Command:
    return click.option("--stdin-name", metavar="NAME", help="What to call the standard input.")(command)


@click.group(no_args_is_help=False, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version,
              help="Show distribution, model and rules.")
def cli() -> None:
    """Where several accounts of one story agree, differ, or were updated.

    \b
    Examples:
      claimcheck compare herald.txt ledger.txt
      claimcheck claims herald.txt
      claimcheck explain quantity-mismatch

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 something for you to mend.
    """


@cli.command()
@click.argument("files", nargs=-1, required=True)
@click.option("--date", multiple=True, metavar="FILE=DATE", help="When an article appeared, as 2022-01-12.")
@click.option("--source", multiple=True, metavar="FILE=NAME", help="Who published an article.")
@_format
@click.option("--output", "-o", multiple=True, metavar="[FORMAT:]FILE",
              help="Write the report there, - for the standard output; may be repeated.")
@click.option("--fail-on", type=click.Choice([f.value for f in FailOn]), default=FailOn.CONTRADICTION.value,
              show_default=True, help="The mildest verdict for which the exit status is 1.")
@_look
@click.option("--quiet", "-q", is_flag=True, help="Contradictions, tensions and updates only.")
@click.option("--verbose", "-v", is_flag=True, help="Show all statements, and why two sides were compared.")
@click.option("--model", default=Settings().model, show_default=True, metavar="NAME", help="Embedding model.")
@_stdin_name
def compare(
    files: tuple[str, ...], date: tuple[str, ...], source: tuple[str, ...], format_: str, output: tuple[str, ...],
    fail_on: str, color: str, width: int | None, quiet: bool, verbose: bool, model: str, stdin_name: str | None,
) -> int:
    """Compare two or more accounts of one story; - is the standard input.

    \b
    Examples:
      claimcheck compare herald.txt ledger.txt
      claimcheck compare --date herald.txt=2024-03-05 herald.txt ledger.txt
      claimcheck compare --fail-on tension -o json:report.json -o - *.txt
      some-command | claimcheck compare - ledger.txt --stdin-name wire

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 something for you to mend.
    """
    from claimcheck.cli import compare as command
    from claimcheck.cli.inputs import read_all
    from claimcheck.cli.output import targets

    places = targets(output, Format(format_), files)
    read = read_all(files, stdin_name=stdin_name, dates=date, sources=source)
    look = Look(Colour(color), width, verbose=verbose, quiet=quiet)
    return command.run(read, Settings(model=model, fail_on=FailOn(fail_on)), places, look)


@cli.command()
@click.argument("file")
@click.option("--date", metavar="DATE", help="When the article appeared, as 2022-01-12.")
@_format
@click.option("--width", type=click.IntRange(40, 400), metavar="N", help="Columns of the text.")
@_stdin_name
def claims(file: str, date: str | None, format_: str, width: int | None, stdin_name: str | None) -> int:
    """List the claims and facts of one article as they were read.

    \b
    Examples:
      claimcheck claims herald.txt
      claimcheck claims herald.txt --date 2024-03-05 --format json
    """
    from claimcheck.cli import claims as command
    from claimcheck.cli.inputs import read_one

    return command.run(read_one(file, stdin_name=stdin_name, published=date), Format(format_), Look(width=width))


@cli.command()
def rules() -> int:
    """List the rules with what they find."""
    from claimcheck.cli.about import rule_list

    sys.stdout.write(rule_list())
    return OK


@cli.command()
@click.argument("rule", required=False)
@click.option("--parse", metavar="TEXT", help="Show how the values in TEXT are read.")
@click.option("--date", metavar="DATE", help="The day on which TEXT was published, as 2022-01-12.")
@_look
def explain(rule: str | None, parse: str | None, date: str | None, color: str, width: int | None) -> int:
    """Explain a rule, or how a text is read.

    \b
    Examples:
      claimcheck explain quantity-mismatch
      claimcheck explain --parse "no more than 10 days" --date 2024-03-05
    """
    from claimcheck.cli import explain as command

    return command.run(rule, parse=parse, published=date, look=Look(Colour(color), width))
