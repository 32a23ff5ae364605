"""Two sources give the same amount of one measure, beyond rounding, hedge and unit."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.statement import Pair, Statement
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.standing import Standing
from claimcheck.model.value import MULTIPLE, Quantity
from claimcheck.reason.amounts import tells_as_much
from claimcheck.rules.count_update import is_update
from claimcheck.rules.likely import least
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import as_written, finding, value_words

_AGREES = frozenset({Standing.SAME, Standing.ROUNDED, Standing.SATISFIED, Standing.VAGUE})
_EQUAL = frozenset({Standing.SAME, Standing.ROUNDED})  # who denies 50 and who denies 100 do not agree


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    for pair in story.pairs:
        agrees = pair.standing in (_EQUAL if pair.a.denied else _AGREES) and pair.a.denied == pair.b.denied
        agrees = agrees and pair.alignment.score >= least(rule, pair)
        if agrees and _amounts_tell_the_same(pair) and not is_update(story, pair):
            a, b = value_words(pair.a.fact), value_words(pair.b.fact)
            message = f"both say {a}" if a == b else " fits ".join(_told(story, s) for s in (pair.a, pair.b))
            yield finding(story, rule, Verdict.AGREEMENT, (pair.a, pair.b), message, key=pair.key,
                          guards=pair.alignment.passed)


def _told(story: Story, statement: Statement) -> str:
    """ "48 %"; of what is not told in figures the words, for 48 per cent fit "halved" and not 50 per cent."""
    value = statement.fact.value
    loose = isinstance(value, Quantity) and value.derivation == MULTIPLE
    return as_written(story, statement) if loose else value_words(statement.fact)


def _amounts_tell_the_same(pair: Pair) -> bool:
    a, b = pair.a.fact.value, pair.b.fact.value
    return isinstance(a, Quantity) and isinstance(b, Quantity) and tells_as_much(a, b)
