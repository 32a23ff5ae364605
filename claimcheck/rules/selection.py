"""Which rules run: all stable ones, and of the preview rules those that somebody selected."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.rules import RULES, Rule

if TYPE_CHECKING:  # listing the rules is to stay quick
    from claimcheck.config import Settings


def wanted(settings: Settings) -> tuple[Rule, ...]:
    """The rules whose findings are reported, in the order of the report."""
    return tuple(rule for rule in RULES if settings.runs(rule.name, preview=rule.preview))


def running(settings: Settings) -> tuple[Rule, ...]:
    """The rules that are asked. One that is ignored is asked as well: what it would say of a place, and nobody wants to
    see, is not to be said by another rule in other words."""
    return wanted(replace(settings, ignore=()))


def for_a_second_look(settings: Settings) -> tuple[Rule, ...]:
    """Preview rules that nobody selected, and what they find is shown though it is no finding. What is ignored is left
    out of the report afterwards, as of the rules that run."""
    asked = replace(settings, ignore=())
    return tuple(rule for rule in RULES if rule.is_for_a_second_look
                 and asked.runs(rule.name) and not asked.runs(rule.name, preview=True))


def off(settings: Settings) -> frozenset[str]:
    """The names of the rules whose findings are not reported."""
    return frozenset(rule.name for rule in RULES) - {rule.name for rule in wanted(settings)}


def why_off(name: str, settings: Settings) -> str:
    """Why a rule does not run, and for a preview rule how to have it run; "" for one that runs, or that is none."""
    rule = next((rule for rule in RULES if rule.name == name), None)
    if rule is None or settings.runs(name, preview=rule.preview):
        return ""
    if settings.runs(name):  # but for its state it would
        return f"a preview rule, off unless selected: --extend-select {name}, or --preview for all of them"
    return "left out by the configuration (select, ignore)"
