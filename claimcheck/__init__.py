"""claimcheck: where several accounts of one story agree, differ, or were updated.

The public names are resolved on first use, so that ``import claimcheck`` stays quick.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as checkers of types read it: to import typing is most of what comes before Ctrl-C is quiet
if TYPE_CHECKING:
    from typing import Any

    from claimcheck.api import compare, compare_texts
    from claimcheck.config import Settings
    from claimcheck.model.document import Document
    from claimcheck.model.report import Report
    from claimcheck.model.vocabulary import OwnUnit

__version__ = "0.1.0"
__all__ = ["Document", "OwnUnit", "Report", "Settings", "__version__", "compare", "compare_texts"]

_HOME = {
    "compare": "claimcheck.api",
    "compare_texts": "claimcheck.api",
    "Document": "claimcheck.model.document",
    "Report": "claimcheck.model.report",
    "OwnUnit": "claimcheck.model.vocabulary",
    "Settings": "claimcheck.config",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'claimcheck' has no attribute {name!r}")
    from importlib import import_module

    value = globals()[name] = getattr(import_module(_HOME[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME})
