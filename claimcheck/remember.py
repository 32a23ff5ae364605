"""The report of a story in which nothing has changed, without any of the stages.

What a report depends on makes its key: the documents as read, what of the settings the stages see, the program, the
parser and the models. Nothing heavy is imported where the report is kept; where it is not, the pipeline still finds the
documents that were read before.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from claimcheck.backends import chat_judge, embedder, nli_judge
from claimcheck.cache.codec import identity
from claimcheck.cache.kept import code_version, keep
from claimcheck.cache.store import ENVIRONMENT, NO_CACHE, Cache, cache_folder, content_key, open_cache
from claimcheck.config import Settings
from claimcheck.model.document import Document
from claimcheck.model.report import Report
from claimcheck.parse import parser_name
from claimcheck.rules.selection import running, wanted

KIND = "report"
OFF = "off"


def cache_of(settings: Settings) -> Cache:
    """The cache that the settings name, one object a process; its `note` says what the user must know."""
    if settings.cache == OFF:
        return NO_CACHE
    if settings.cache == os.environ.get(ENVIRONMENT, ""):
        return _opened(cache_folder())  # from the working folder, as all that stands in the environment
    return _opened(Path(settings.root, os.path.expanduser(settings.cache)))


def report_of(documents: Sequence[Document], settings: Settings) -> Report:
    """What `pipeline.compare_documents` reports, kept unless a stage or a rule failed."""

    def compare() -> Report:
        from claimcheck.pipeline import compare_documents  # half a second

        return compare_documents(documents, settings, cache)

    cache = cache_of(settings)
    return keep(cache, KIND, lambda: _key(documents, settings), Report, compare, worth=lambda r: not r.failures)


def _key(documents: Sequence[Document], settings: Settings) -> str:
    # What is applied to a report afterwards, or says where things are, is not part of it. The rules that run are, in
    # whatever way they were selected. A new setting is, until it is named here.
    seen = replace(
        settings, model="", nli="", judge="", judge_model="", judge_seconds=0,
        fail_on=Settings().fail_on, preview=False, select=(), extend_select=(), ignore=(), severity=(),
        paths=(), exclude=(), outside=(), sources=(), cache="", root="",
    )
    rules = [",".join(rule.name for rule in some) for some in (running(settings), wanted(settings))]
    models = (embedder(settings.model).name, nli_judge(settings.nli).name if settings.nli else "",
              chat_judge(settings.judge_server).name if settings.judge_server else "")
    return content_key(KIND, code_version(), parser_name(), *models, *rules, identity(seen),
                       identity(tuple(documents)))


@functools.cache
def _opened(folder: Path | None) -> Cache:
    return open_cache(folder)
