"""``claimcheck explain``."""

from __future__ import annotations

import sys

from claimcheck.cli.about import rule_named
from claimcheck.cli.inputs import day
from claimcheck.cli.output import Look, coloured, width_of
from claimcheck.errors import UsageError
from claimcheck.model.vocabulary import Vocabulary


def run(rule: str | None, *, parse: str | None, published: str | None, vocabulary: Vocabulary, look: Look) -> int:
    if (rule is None) == (parse is None):
        raise UsageError("explain: give either a rule or --parse TEXT; `claimcheck rules` lists the rules")
    if parse is not None:
        from claimcheck.explain import explained
        from claimcheck.lexicon.own import speaking

        reference = day(published) if published else None
        with speaking(vocabulary):
            sys.stdout.writelines(f"{line}\n" for line in explained(parse, reference))
        return 0
    if published is not None:
        raise UsageError("explain: --date goes with --parse TEXT only")
    sys.stdout.write(_page(rule_named(rule or "").page, look))
    return 0


def _page(markdown: str, look: Look) -> str:
    """The page laid out on a terminal, as it stands elsewhere."""
    if not coloured(look.colour, sys.stdout):
        return markdown
    from claimcheck.report.page import render

    return render(markdown, width=look.width or width_of(sys.stdout))
