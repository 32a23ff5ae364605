"""``claimcheck explain``: a rule, guard or verdict, how a text is read, or how two statements were judged."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.cli.about import has_page, page_named
from claimcheck.cli.inputs import STDIN, day
from claimcheck.cli.output import ClaimsFormat, Look, coloured, complain, width_of
from claimcheck.config import Settings
from claimcheck.errors import UsageError
from claimcheck.model.vocabulary import Vocabulary

if TYPE_CHECKING:  # the pages are to stay quick
    from claimcheck.explain import Place
    from claimcheck.model.document import Document
    from claimcheck.pipeline import Trace

TROUBLE = 2
_ID = re.compile(r"[0-9a-f]{16}")
_PLACE = re.compile(r"(?P<file>.+?):(?P<line>[0-9]{1,18})(?::(?P<column>[0-9]{1,18}))?")


@dataclass(frozen=True, slots=True)
class Articles:
    """Articles of one story as they were named, and what was said about them."""

    files: Sequence[str]
    dates: Sequence[str] = ()
    sources: Sequence[str] = ()
    stdin_name: str | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """A file, and where in it: by line, column and quote, as far as they are given."""

    file: str
    line: int | None = None
    column: int | None = None
    quote: str | None = None

    @property
    def placed(self) -> bool:
        return self.line is not None or self.quote is not None


def named(name: str, look: Look) -> int:
    """Print the page of a rule, a guard or a verdict."""
    sys.stdout.write(_page(page_named(name), look))
    return 0


def parsed(text: str, dates: Sequence[str], vocabulary: Vocabulary) -> int:
    """Print how a text is read."""
    from claimcheck.explain import explained
    from claimcheck.lexicon.own import speaking

    if len(dates) > 1:
        raise UsageError("explain: --date goes with --parse TEXT once; give one day")
    reference = day(dates[0]) if dates else None
    with speaking(vocabulary):
        sys.stdout.writelines(f"{line}\n" for line in explained(text, reference))
    return 0


def name_in(words: Sequence[str]) -> str:
    """The rule, guard or verdict that the words name, two of them in "second look"; "" for none."""
    name = "-".join(" ".join(words).lower().split())
    return name if has_page(name) else ""


def finding_in(words: Sequence[str]) -> str:
    """The id of a finding that stands before its articles, "" for none. Raises UsageError where they are missing."""
    if not words or not _ID.fullmatch(words[0]) or os.path.exists(words[0]):
        return ""
    if len(words) < 3:
        files = f"{(*words[1:], 'a.txt')[0]} b.txt"
        raise UsageError(f"explain: {words[0]}: a finding is known with its articles only; name all that were "
                         f"compared, as the report names them: `claimcheck explain {words[0]} {files}`")
    return words[0]


def targets_of(words: Sequence[str], quotes: Sequence[str]) -> tuple[Target, ...] | None:
    """The files, the first two with their places; None where one word can only be a name.

    Raises UsageError where a place is missing or one too many.
    """
    targets = [_target(word) for word in words]
    if len(words) == 1 and not quotes and not (targets[0].placed or _is_file(words[0])):
        return None
    if len(targets) < 2:
        place = words[0] if targets[0].placed else f"{words[0]}:LINE"
        raise UsageError(f"explain: one place alone; name two: `claimcheck explain {place} OTHER.txt:LINE`, with lines "
                         "that `claimcheck claims FILE` lists")
    open_ = [n for n in (0, 1) if len(quotes) == 2 or not targets[n].placed]
    if open_ and not quotes:
        without = " and ".join(targets[n].file for n in open_)
        raise UsageError(f"explain: no place in {without}; give it as FILE:LINE, FILE:LINE:COLUMN, or with a --quote")
    if len(quotes) != len(open_):
        raise UsageError(
            f"explain: {len(quotes)} --quote for {len(open_)} of the first two files without a place; give each of "
            "them as FILE:LINE, as FILE:LINE:COLUMN, or with a --quote, in their order"
        )
    for number, quote in zip(open_, quotes, strict=True):
        target = targets[number]
        targets[number] = Target(target.file, target.line, target.column, quote)
    for target in targets[2:]:
        if target.placed:
            raise UsageError(f"explain: {target.file}:{target.line}: a third place; name further files without one")
    return tuple(targets)


def judged(
    targets: Sequence[Target], articles: Articles, settings: Settings, format_: ClaimsFormat, look: Look
) -> int:
    """Print how the two places were read and what became of their facts, in the story that all the files tell."""
    documents = _read(articles, settings)
    if not documents:
        return TROUBLE
    from claimcheck.explain import locate

    places = [locate(d, t.line, t.column, t.quote) for d, t in zip(documents[:2], targets[:2], strict=True)]
    trace = _traced(documents, settings)
    return _print(trace, places, settings, format_, look) if trace else TROUBLE


def found(id_: str, articles: Articles, settings: Settings, format_: ClaimsFormat, look: Look) -> int:
    """Print the same of the sides of a finding."""
    documents = _read(articles, settings)
    trace = _traced(documents, settings) if documents else None
    if trace is None:
        return TROUBLE
    from claimcheck.explain import places_of

    finding = next((f for f in (*trace.findings, *trace.left_out) if f.fingerprint == id_), None)
    if finding is None:
        raise UsageError(f"explain: {id_}: no such finding in {', '.join(articles.files)}; name all articles that were "
                         "compared, as the report names them")
    return _print(trace, places_of(finding), settings, format_, look)


def _read(articles: Articles, settings: Settings) -> Sequence[Document]:
    """All of them; none where one cannot be read, which is told."""
    from claimcheck.cli.inputs import read_all

    bare = [given for given in articles.dates if "=" not in given]
    if len(bare) > 1:
        raise UsageError("explain: --date: a day without FILE= is that of all files; give one, or write FILE=DATE")
    dates = [given for given in articles.dates if given not in bare]
    read = read_all(articles.files, stdin_name=articles.stdin_name, dates=dates, sources=articles.sources,
                    on=day(bare[0]) if bare else None, limits=settings.limits)
    for failure in read.failures:
        complain(failure.message)
    return () if read.failures else read.documents


def _traced(documents: Sequence[Document], settings: Settings) -> Trace | None:
    """What was made of the story; None where not all of it was read, which is told."""
    from claimcheck.backends import require

    require(settings.model, settings.nli, settings.judge_server)
    from claimcheck.cli.cache import tell_unkept, usable
    from claimcheck.pipeline import trace_documents
    from claimcheck.remember import cache_of

    cache = cache_of(usable(settings))
    trace = trace_documents(documents, settings, cache)
    tell_unkept([cache.note])
    unread = [failure for failure in trace.failures if failure.stage == "read"]
    for failure in unread:
        complain(f"{failure.subject}: {failure.message}")
    return None if unread else trace


def _print(trace: Trace, places: Sequence[Place], settings: Settings, format_: ClaimsFormat, look: Look) -> int:
    from claimcheck.explain import explanation

    explained = explanation(trace, places[0], places[1], settings)
    if format_ is ClaimsFormat.JSON:
        from claimcheck.report.explanation_json import render as as_json

        sys.stdout.write(as_json(explained))
    else:
        from claimcheck.report.explanation import render

        sys.stdout.write(render(explained, width=look.width or width_of(sys.stdout), verbose=look.verbose,
                                colour=coloured(look.colour, sys.stdout)))
    return 0


def _target(word: str) -> Target:
    """A file that is called so wins over a place in one."""
    place = None if os.path.exists(word) else _PLACE.fullmatch(word)
    if place is None:
        return Target(word)
    column = place["column"]
    return Target(place["file"], int(place["line"]), int(column) if column else None)


def _is_file(word: str) -> bool:
    return word == STDIN or os.path.exists(word) or os.sep in word or bool(re.search(r"\.\w+$", word))


def _page(markdown: str, look: Look) -> str:
    """The page laid out on a terminal, as it stands elsewhere."""
    if not coloured(look.colour, sys.stdout):
        return markdown
    from claimcheck.report.page import render

    return render(markdown, width=look.width or width_of(sys.stdout))
