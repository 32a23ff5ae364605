"""The entry point: run the command line, and turn every fault into one line and an exit status."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

import typer

from claimcheck.cli.commands import app
from claimcheck.errors import ClaimcheckError

OK, TROUBLE, INTERRUPTED, BROKEN_PIPE = 0, 2, 130, 141
_NAME = "claimcheck"


def main() -> NoReturn:
    """Run the command and exit. Every fault of the user's is one line on the standard error and status 2."""
    if f"_{_NAME.upper()}_COMPLETE" in os.environ:  # the shell asks what could be written next
        app(prog_name=_NAME)
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
        # Not `app()`: that ends with status 1, our "findings", where the reader of a pipe has gone.
        command = typer.main.get_command(app)
        with command.make_context(_NAME, sys.argv[1:]) as context:
            status = command.invoke(context)
        sys.stdout.flush()
        return status if isinstance(status, int) else OK
    except typer.Exit as leave:
        sys.stdout.flush()
        return leave.exit_code
    except ClaimcheckError as error:
        return _complain(str(error))
    except typer.TyperException as error:
        return _complain(_usage(error))
    except BrokenPipeError:
        raise
    except Exception as error:
        if os.environ.get("CLAIMCHECK_TRACEBACK"):
            raise
        fault = " ".join(f"{type(error).__name__}: {error}".split())
        return _complain(f"internal error: {fault}; set CLAIMCHECK_TRACEBACK=1 to see where, and report it")


def _complain(message: str) -> int:
    print(f"{_NAME}: {' '.join(message.split())}", file=sys.stderr)
    return TROUBLE


def _usage(error: typer.TyperException) -> str:
    """One line for what the parser of the command line found."""
    context = getattr(error, "ctx", None)
    return f"{error.format_message().rstrip('.')}; see {context.command_path if context else _NAME} --help"
