"""python -m tests.fuzz_files [--n 2000] [--seed 1] [--only rows.jsonl] [--compare]

Spoil every kind of file that is read (see hostile_files.py), one at a time beside a good story, and read it: what
cannot be read is told in one line, never by an exception or an internal error, and the good story is read all the same.
With --compare all stories are also compared and reported in every format. Prints how many were told and how many read;
exits 1 on the first failure, with the seed that repeats it and the file kept.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import random
import sys
import tempfile
import traceback
from collections import Counter
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from hostile_files import ARTICLE, LONG_NAME, SAMPLES, spoiled

from claimcheck.check import check_stories
from claimcheck.cli.accepted import read_baseline, read_ignore_file
from claimcheck.cli.config import show
from claimcheck.cli.settings import rule_names
from claimcheck.config import Settings
from claimcheck.config.load import Loaded, load
from claimcheck.corpus import Gathered, gather, read_story
from claimcheck.corpus.manifest import open_manifest
from claimcheck.errors import ClaimcheckError
from claimcheck.expectations.labels import read_labels
from claimcheck.model.document import Document
from claimcheck.model.report import StoryReport
from claimcheck.report.formats import Format, render
from claimcheck.report.options import Options
from claimcheck.segment import sentences

GOOD = ("good/a.txt", "good/b.txt")
PLAIN = Settings(model="hashing", cache="off")


class FaultError(Exception):
    """What must not be."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz_files", description="Read hostile files.")
    parser.add_argument("--n", type=int, default=2_000, help="number of spoiled files of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=sorted(SAMPLES), help="this kind alone")
    parser.add_argument("--compare", action="store_true", help="compare and report the stories as well")
    options = parser.parse_args()
    for name in [options.only] if options.only else SAMPLES:
        told: Counter[str] = Counter()
        for seed in range(options.seed, options.seed + options.n):
            data = spoiled(random.Random(f"{seed} {name}"), name)
            fault, outcome = tried(name, data, compare=options.compare)
            if fault:
                kept = Path(tempfile.gettempdir()) / f"hostile-{seed}-{os.path.basename(name)}"
                kept.write_bytes(data)
                print(f"--only {name} --n 1 --seed {seed}: {fault}\n{kept}", file=sys.stderr)
                return 1
            told[outcome] += 1
        print(f"{name}: {told['told']} told, {told['read']} read", flush=True)
    return 0


def tried(name: str, data: bytes, *, compare: bool = False) -> tuple[str, str]:
    """What is wrong with how a file of this name and content is read, "" for nothing; and whether it was read or told.
    In a folder of its own, with a good story beside it."""
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        try:
            os.chdir(folder)
            for good in (*GOOD, "desk/y.txt", "story/a.txt", "story/b.txt"):
                Path(good).parent.mkdir(exist_ok=True)
                Path(good).write_text(ARTICLE, encoding="utf-8")
            Path(name).write_bytes(data)
            messages = _read(name, compare=compare)
        except FaultError as fault:
            return str(fault), ""
        except Exception:  # the point of the exercise
            return traceback.format_exc(), ""
        finally:
            os.chdir(here)
    return "", "told" if messages else "read"


def _read(name: str, *, compare: bool) -> list[str]:
    """The messages that say what cannot be read."""
    messages: list[str] = []
    loaded = Loaded(PLAIN, {})
    try:
        if name == "claimcheck.toml":
            loaded = load(rules=rule_names, environ={})
            with contextlib.redirect_stdout(io.StringIO()):
                show(loaded)
        read_ignore_file(loaded)
        read_baseline(loaded, None)
    except ClaimcheckError as error:
        messages.append(_line(str(error), name))
    stories = gather(["."], exclude=loaded.settings.exclude if loaded.file else ()).stories
    messages += _stories(stories, name)
    if compare:
        _compared(stories, loaded.settings if loaded.file else PLAIN)
    return messages


def _stories(stories: tuple[Gathered, ...], name: str) -> list[str]:
    messages: list[str] = []
    read = [read_story(story) for story in stories]
    for found in read:
        messages += [_line(failure.message, name) for failure in found.failures]
        for document in found.documents:
            _exact(document)
    if name != ".gitignore" and GOOD not in [tuple(d.id for d in found.documents) for found in read]:
        raise FaultError("the good story is lost")
    for story in stories:
        if story.manifest and not story.fault:
            texts = {d.id.removeprefix("story/"): d.text for d in read_story(story).documents}
            try:
                read_labels(open_manifest(story.manifest, "story/story.toml", story.reach), texts, rule_names())
            except ClaimcheckError as error:
                messages.append(_line(str(error), name))
    return messages


def _line(message: str, name: str) -> str:
    """It is one line, names the file, and is no error of ours."""
    if "internal error" in message or "\n" in message or not message.strip():
        raise FaultError(f"no line for a user: {message!r}")
    if len(message.replace(LONG_NAME, "")) > 1_000:
        raise FaultError(f"a line of {len(message)} characters: {message[:200]!r}")
    if os.path.basename(name) not in message and not name.endswith("story.toml"):
        raise FaultError(f"a line that does not name the file: {message!r}")
    return message


def _exact(document: Document) -> None:
    """Spans lie in the text, in order."""
    length, at = len(document.text), 0
    for sentence in sentences(document):
        if not at <= sentence.span.start < sentence.span.end <= length:
            raise FaultError(f"a sentence that is none: {sentence.span}")
        at = sentence.span.end
    spans = [*document.furniture, *(c.span for c in document.credits), document.title, document.dateline,
             document.published.span]
    if any(span is not None and span.end > length for span in spans):
        raise FaultError(f"a span beyond the text: {spans}")


def _compared(stories: tuple[Gathered, ...], settings: Settings) -> None:
    settings = replace(settings, model="hashing", nli="", cache="off")
    reports: tuple[StoryReport, ...] = check_stories(stories, settings)
    for report in reports:
        for failure in report.report.failures:
            if failure.stage == "rule" or "internal error" in failure.message:
                raise FaultError(f"{failure.subject}: {failure.message}")
    for format_ in Format:
        render(format_, reports, Options())


if __name__ == "__main__":
    sys.exit(main())
