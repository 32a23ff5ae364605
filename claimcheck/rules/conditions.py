"""The condition of a finding that was merged of several: true of all its sources, not only of the two of one pair."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.model.finding import Finding
from claimcheck.report.words import listing

_ALL, _EACH = "the accounts", "each of "
_NAME = "\0"
# Articles whose name a condition has in another sense: "a birthday", "one of several", "two things".
_SHORTEST, _OTHERWISE = 3, frozenset({"one", "two", "both", "all", "the", "count", "several"})


def condition_of_all(known: Finding, findings: Sequence[Finding]) -> str:
    """The condition of `known`, which speaks for all. What two sources need for both values to hold, all of them need;
    where each finding says the same of a source of its own, it is said of each of these."""
    documents = {e.document for f in findings for e in f.evidence}
    if not known.condition or documents == {e.document for e in known.evidence}:
        return known.condition
    together = _of_all(known)
    if together != known.condition:
        alike = all(_of_all(f) == together for f in findings if f.condition)
        return together if alike or together.startswith("both hold") else known.condition
    form, _ = _form(known)
    forms = [_form(f) for f in findings]
    if any(other != form for other, _ in forms):
        return known.condition
    for place in range(form.count(_NAME)):
        named = tuple(dict.fromkeys(name for _, places in forms for name in places[place]))
        form = form.replace(_NAME, named[0] if len(named) == 1 else _EACH + listing(named), 1)
    return form


def _of_all(finding: Finding) -> str:
    """The condition with "the accounts" for "Herald and Ledger"."""
    one = _any(_names(finding))
    found = finding.condition
    found = re.sub(rf"\bthe reports of {one} and {one}(?!\w)", "the reports", found)
    found = re.sub(rf"(?<!\w){one} and {one} both\b", f"{_ALL} all", found)
    return re.sub(rf"(?<!\w){one} and {one}(?!\w)", _ALL, found)


def _form(finding: Finding) -> tuple[str, list[list[str]]]:
    """The condition without the names of the sources, and these, place by place."""
    names = [name for name in _names(finding) if len(name) >= _SHORTEST and name.lower() not in _OTHERWISE]
    if not names:
        return finding.condition, []
    one = _any(names)
    said = re.compile(rf"(?<![\w“]){_EACH}{one}(?:, {one})* and {one}(?!\w)|(?<![\w“]){one}(?!\w)")
    places = [re.findall(one, found[0].removeprefix(_EACH)) for found in said.finditer(finding.condition)]
    return said.sub(_NAME, finding.condition), places


def _names(finding: Finding) -> list[str]:
    """The longest first: of "Herald" and "Herald on Sunday" the one that is said."""
    found = {name for e in finding.evidence for name in (e.source, e.document) if name}
    return sorted(found, key=lambda name: (-len(name), name))


def _any(names: Sequence[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, names))})"
