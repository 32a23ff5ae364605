"""The two functions for callers in Python. They raise ClaimcheckError for what the caller can mend."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from os import PathLike

from claimcheck.config import Settings
from claimcheck.model.report import Report
from claimcheck.pipeline import compare_documents
from claimcheck.read import check_length, read_path, read_text


def compare(paths: Iterable[str | PathLike[str]], *, settings: Settings | None = None) -> Report:
    """Compare two or more articles of one story, kept in files: text, Markdown, HTML or PDF.

    The path as given is the id of the document. The report does not depend on the order of the paths, but for that of
    `Report.documents`. Raises InputError for the first file that cannot be read or is over a limit, MissingBackendError
    where a package for its kind, or the model, is not installed, and what `compare_texts` raises.
    """
    settings = settings or Settings()
    documents = [read_path(str(path), limits=settings.limits) for path in paths]
    return compare_documents(documents, settings)


def compare_texts(
    texts: Mapping[str, str],
    *,
    published: Mapping[str, date | None] | None = None,
    settings: Settings | None = None,
) -> Report:
    """Compare two or more articles of one story, given as text; the keys are the ids of the documents.

    `published` says when they appeared; a date that is missing or None is looked for in the text. Where nothing could
    be compared the report says so (`Report.comparable`); that is not an error, and neither is a document or a rule that
    failed (`Report.failures`). Raises InputError for a text that is too long, LimitError for a story over a limit,
    UsageError for a model of no known name, MissingBackendError for one that is not installed, and VocabularyError for
    units or synonyms that cannot be.
    """
    settings, dates = settings or Settings(), published or {}
    for key, text in texts.items():
        check_length(text, key, settings.limits)
    documents = [read_text(text, key, published=dates.get(key)) for key, text in texts.items()]
    return compare_documents(documents, settings)
