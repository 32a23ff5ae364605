"""The entry point: run the command line, and turn every fault into one line and an exit status."""

from __future__ import annotations

import errno
import io
import os
import sys

from claimcheck.process import take_over

TYPE_CHECKING = False  # Ctrl-C while more is imported is to be as quiet as later
if TYPE_CHECKING:
    from typing import NoReturn, TextIO

    import typer

OK, TROUBLE, INTERRUPTED, BROKEN_PIPE = 0, 2, 130, 141
_NAME = "claimcheck"
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})


class _Unheard(io.TextIOWrapper):
    """The standard error. What cannot be written to it is not said; the status is what it would be."""

    def write(self, text: str, /) -> int:
        try:
            return super().write(text)
        except OSError:
            _drop(self)
            return len(text)

    def flush(self) -> None:
        try:
            super().flush()
        except OSError:
            _drop(self)


def main() -> NoReturn:
    """Run the command and exit. Every fault of the user's is one line on the standard error and status 2."""
    take_over()
    try:
        _prepare_streams()
        sys.exit(_run())
    except BrokenPipeError:  # the reader has gone
        _drop(sys.stdout)
        sys.exit(BROKEN_PIPE)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _drop(stream: TextIO) -> None:
    """What could not be written is not tried again at exit, where Python would complain in its own way."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _prepare_streams() -> None:
    """A terminal that lacks a character shows "?" in its place; what is closed takes what it is given. Without a buffer
    (PYTHONUNBUFFERED, as in many containers) Python drops what a full disk leaves of a write, and says nothing."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        elif isinstance(getattr(stream, "buffer", None), io.RawIOBase):
            whole = io.BufferedWriter(stream.buffer)
            kind = _Unheard if name == "stderr" else io.TextIOWrapper
            setattr(sys, name, kind(whole, stream.encoding, "replace", line_buffering=True))
        elif stream is sys.__stderr__ and isinstance(stream, io.TextIOWrapper):  # not that of a test
            sys.stderr = _Unheard(stream.buffer, stream.encoding, "replace", line_buffering=True)
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _run() -> int:
    import typer

    from claimcheck.cli.commands import app
    from claimcheck.errors import ClaimcheckError

    if f"_{_NAME.upper()}_COMPLETE" in os.environ:  # the shell asks what could be written next
        app(prog_name=_NAME)
    try:
        # Not `app()`: that ends with status 1, our "findings", where the reader of a pipe has gone.
        command = typer.main.get_command(app)
        try:
            with command.make_context(_NAME, sys.argv[1:]) as context:
                status = command.invoke(context)
        except typer.Exit as leave:
            status = leave.exit_code
        sys.stdout.flush()
        return status if isinstance(status, int) else OK
    except ClaimcheckError as error:
        return _complain(str(error))
    except typer.TyperException as error:
        return _complain(_usage(error))
    except BrokenPipeError:
        raise
    except Exception as error:
        if os.environ.get("CLAIMCHECK_TRACEBACK"):
            raise
        return _complain(_unforeseen(error))


def _complain(message: str) -> int:
    from claimcheck.cli.output import complain

    complain(message)
    return TROUBLE


def _usage(error: typer.TyperException) -> str:
    """One line for what the parser of the command line found."""
    context = getattr(error, "ctx", None)
    asked = context.command_path if context else _NAME
    said = error.format_message().rstrip(".")
    if said == "Missing command" and asked == _NAME:
        return f"no command is given; `{_NAME} demo` shows what it does, `{_NAME} --help` what there is"
    return f"{said} See {asked} --help" if said.endswith("?") else f"{said}; see {asked} --help"


def _unforeseen(error: Exception) -> str:
    """Of the system's, or a fault of this program."""
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        _drop(sys.stdout)
        return f"the standard output cannot be written ({error.strerror}); make room, or send reports elsewhere with -o"
    if isinstance(error, FileNotFoundError) and _folder_is_gone():
        return "the working folder is gone; change to one that is there"
    return f"internal error: {type(error).__name__}: {error}; set CLAIMCHECK_TRACEBACK=1 to see where, and report it"


def _folder_is_gone() -> bool:
    try:
        os.getcwd()
    except FileNotFoundError:
        return True
    return False
