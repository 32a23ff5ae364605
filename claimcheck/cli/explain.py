"""``claimcheck explain``."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from claimcheck.cli.about import rule_named
from claimcheck.cli.inputs import day
from claimcheck.cli.output import Look, coloured, width_of
from claimcheck.errors import UsageError
from claimcheck.report.words import clean, typeset


def run(rule: str | None, *, parse: str | None, published: str | None, look: Look) -> int:
    if (rule is None) == (parse is None):
        raise UsageError("explain: give either a rule or --parse TEXT; `claimcheck rules` lists the rules")
    if parse is not None:
        sys.stdout.writelines(f"{line}\n" for line in _derivations(parse, published))
        return 0
    if published is not None:
        raise UsageError("explain: --date goes with --parse TEXT only")
    sys.stdout.write(_page(rule_named(rule or "").page, look))
    return 0


def _derivations(text: str, published: str | None) -> Iterator[str]:
    """Tokens and derivations, then the values with their words."""
    from claimcheck.extract.timex_resolve import resolve
    from claimcheck.extract.values import explain, read_values
    from claimcheck.rules.words import quantity_words, time_words

    yield from explain(text)
    values = read_values(text)
    times = resolve(values.times, text, reference=day(published) if published else None)
    found = [(q.span, q.kind.value, quantity_words(q)) for q in values.quantities]
    found += [(t.span, t.type.value.lower(), time_words(t)) for t in times]
    found += [(look.span, f"no amount: {look.kind.value}", "") for look in values.looks]
    for span, kind, words in sorted(found):
        yield f"{span.start}-{span.end}  “{clean(span.of(text))}”  {kind}  {typeset(words)}".rstrip()


def _page(markdown: str, look: Look) -> str:
    """The page laid out on a terminal, as it stands elsewhere."""
    if not coloured(look.colour, sys.stdout):
        return markdown
    from claimcheck.report.page import render

    return render(markdown, width=look.width or width_of(sys.stdout))
