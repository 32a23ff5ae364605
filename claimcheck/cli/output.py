"""Where reports go: standard output and files."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, TextIO

from claimcheck.errors import UsageError
from claimcheck.report.formats import Format, render

if TYPE_CHECKING:  # help and usage errors are to stay quick
    from claimcheck.config import Settings
    from claimcheck.model.report import StoryReport
    from claimcheck.report.options import Options

STDOUT = "-"
RECORDINGS = (".svg", ".html", ".txt")
_WIDTH_OF_A_FILE = 100
_PROGRESS = 72


class ClaimsFormat(StrEnum):
    """How what was read from one article is written."""

    TEXT = "text"
    JSON = "json"


class Colour(StrEnum):
    """When the text report is coloured; `auto` asks NO_COLOR, FORCE_COLOR and the terminal."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Look:
    """How the text report is laid out; `width` None is the terminal's."""

    colour: Colour = Colour.AUTO
    width: int | None = None
    verbose: bool = False
    quiet: bool = False
    matrix: bool = False
    most: int | None = None
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """One place to write one format to; "-" is the standard output. `recorded` is the text report as it would look on a
    terminal of one width and theme, in the form that the file's name says."""

    format: Format
    path: str
    recorded: bool = False
    option: str = "--output"  # with which it was named


def targets(
    outputs: Sequence[str], default: Format, inputs: Sequence[str], record: str | None = None
) -> tuple[Target, ...]:
    """The targets of ``[FORMAT:]FILE`` settings, the standard output where there are none, and the recording.

    Raises UsageError for a format that is not known, a folder that is not there, and a file that is also read.
    """
    found = tuple(_target(output, default) for output in outputs) or (Target(default, STDOUT),)
    if record is not None:
        found = (*found, _recording(record))
    return named(found, inputs)


def named(found: Sequence[Target], inputs: Sequence[str] = ()) -> tuple[Target, ...]:
    """The targets, if each can be written and none is read. Raises UsageError."""
    read = {os.path.realpath(file) for file in inputs}
    places = [target.path if target.path == STDOUT else os.path.realpath(target.path) for target in found]
    for target, place in zip(found, places, strict=True):
        if places.count(place) > 1:
            raise UsageError(f"{target.option}: {target.path}: named twice; give each report its own file")
        if place in read:
            raise UsageError(f"{target.option}: {target.path}: this is one of the articles; name another file")
        if not target.path:
            raise UsageError(f"{target.option}: '' names no file; write {target.option} FILE")
        if place != STDOUT and not os.path.isdir(os.path.dirname(place)):
            raise UsageError(f"{target.option}: {target.path}: no such folder; make it first")
        if os.path.isdir(place):
            raise UsageError(f"{target.option}: {target.path}: this is a folder; name a file in it")
    return tuple(found)


def write(stories: Sequence[StoryReport], target: Target, look: Look, options: Options) -> None:
    """Render and write; a file is replaced as a whole or not at all. Raises UsageError where it cannot be written.

    With annotations for GitHub goes the summary of the job, where a job runs that wants one.
    """
    stream = sys.stdout if target.path == STDOUT else None
    form = os.path.splitext(target.path)[1].lower()
    # Without colour brackets mark the values, in a recording that has none as well.
    colour = form != ".txt" if target.recorded else coloured(look.colour, stream)
    options = replace(options, width=look.width or width_of(stream), verbose=look.verbose, quiet=look.quiet,
                      colour=colour, matrix=look.matrix, most=look.most,
                      plain=look.plain or not can_show_signs(stream))
    text = render(target.format, stories, options)
    if target.recorded:
        from claimcheck.report.record import recorded

        text = recorded(text, form, options.width)
    if target.format is Format.GITHUB:
        _summarise(stories, options)
    if stream:
        stream.write(text)
        stream.flush()
        return
    try:
        replace_file(os.path.realpath(target.path), text)
    except OSError as error:
        raise UsageError(
            f"{target.option}: {target.path}: cannot be written ({error.strerror}); name another file") from None


def complain(message: str) -> None:
    """One line on the standard error, without what a file name could do to a terminal. The exit status says the same
    where nobody can read it."""
    from claimcheck.report.words import clean

    with suppress(OSError):
        print(f"claimcheck: {clean(message)}", file=sys.stderr, flush=True)


def tell_cost(stories: Sequence[StoryReport], settings: Settings) -> None:
    """What a language model was asked, in one line on the standard error: it is in no report, since the same findings
    may cost nothing the next time."""
    if not settings.judge:
        return
    from claimcheck.model.report import Cost
    from claimcheck.report.words import clean, count

    cost = sum((story.cost for story in stories), Cost())
    kept = sum(story.report.coverage.judged for story in stories) - cost.answered
    over = sum(story.report.coverage.unasked for story in stories)
    cap = f", {over:,} not asked (judge-pairs = {settings.judge_pairs:,})" if over else ""
    print(f"judge {clean(settings.judge_model)}: {count(cost.asked, 'pair')} asked, {kept:,} from the cache{cap}; "
          f"{count(cost.tokens, 'token')}, {cost.seconds:.1f} s", file=sys.stderr)


def coloured(colour: Colour, stream: TextIO | None) -> bool:
    """Whether to colour what goes to `stream`; None is a file. See no-color.org and force-color.org."""
    if colour is not Colour.AUTO:
        return colour is Colour.ALWAYS
    if stream is None or os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def width_of(stream: TextIO | None) -> int:
    """Columns of the terminal, at least 40; a file gets the same text wherever it is written."""
    if stream is None or not stream.isatty():
        return _WIDTH_OF_A_FILE
    import shutil

    return max(shutil.get_terminal_size().columns, 40)


def room_for_progress() -> int:
    """Characters of a line on the standard error that is to be taken back: of one that wraps a part would stay."""
    try:
        columns = os.get_terminal_size(sys.stderr.fileno()).columns
    except (OSError, ValueError):
        columns = 0
    return min(_PROGRESS, (columns or _PROGRESS) - 1)


def can_show_signs(stream: TextIO | None) -> bool:
    """Whether what the stream writes in has the signs of the verdicts."""
    try:
        "✖▲↻✔•│“”≤".encode(getattr(stream, "encoding", None) or "utf-8")
    except (LookupError, UnicodeEncodeError):
        return False
    return True


def _recording(path: str) -> Target:
    if os.path.splitext(path)[1].lower() not in RECORDINGS:
        raise UsageError(f"--record: {path}: the name says the form; let it end in {', '.join(RECORDINGS)}")
    return Target(Format.TEXT, path, recorded=True, option="--record")


def format_named(name: str) -> Format:
    """By its name, or the ending of its files. Raises ValueError, with what there is."""
    try:
        return Format(name)
    except ValueError:
        import difflib

        near = difflib.get_close_matches(name.lower(), list(Format), n=1)
        mend = f"did you mean {near[0]}?" if near else f"choose one of {', '.join(Format)}"
        raise ValueError(f"{name!r} is not a format; {mend}") from None


def _target(output: str, default: Format) -> Target:
    name, colon, path = output.partition(":")
    if not colon and output:
        return Target(default, output)
    try:
        format_ = format_named(name)
    except ValueError as error:
        if not path or len(name) == 1 or os.sep in name:  # a drive, or a folder with a colon
            return Target(default, output)
        joint = " Or" if str(error).endswith("?") else ", or"
        raise UsageError(f"--output: {error}{joint} write ./{output}") from None
    if not path:
        raise UsageError(f"--output: {output!r} names no file; write {output}FILE")
    return Target(format_, path)


def _summarise(stories: Sequence[StoryReport], options: Options) -> None:
    """Add to the file that GitHub Actions shows on the page of the job."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    from claimcheck.report.github import summary

    try:
        with open(path, "a", encoding="utf-8", errors="replace", newline="") as file:
            file.write(summary(stories, options))
    except OSError as error:
        raise UsageError(f"GITHUB_STEP_SUMMARY: {path}: cannot be written ({error.strerror}); unset it") from None


def replace_file(path: str, text: str) -> None:
    """Write the file as a whole or not at all, with its rights. Raises OSError."""
    import tempfile

    if os.path.exists(path) and not os.path.isfile(path):  # /dev/null, a pipe
        with open(path, "w", encoding="utf-8", errors="replace", newline="") as device:
            device.write(text)
        return
    handle, name = tempfile.mkstemp(dir=os.path.dirname(path), prefix=f".{os.path.basename(path)}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, os.stat(path).st_mode if os.path.exists(path) else 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def replace_or_remove(path: str, text: str) -> None:
    """A file of nothing but blanks says nothing, and is removed. Raises OSError."""
    if text.strip():
        replace_file(path, text)
    else:
        with suppress(FileNotFoundError):
            os.unlink(path)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
