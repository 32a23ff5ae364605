"""Two sources date one event alike."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.statement import Pair
from claimcheck.model.fact import up_to
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.standing import Standing
from claimcheck.model.value import Relation, Timex, is_former
from claimcheck.rules.date_mismatch import other_weekdays
from claimcheck.rules.likely import least
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import finding, value_words

_APART = {Relation.SINCE, Relation.UNTIL}


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    for pair in story.pairs:
        if not isinstance(pair.a.fact.value, Timex):
            continue
        dated = pair.standing == Standing.SAME or (pair.standing == Standing.SATISFIED and _alike(pair))
        likely = pair.alignment.score >= least(rule, pair) and pair.a.denied == pair.b.denied
        former = is_former(pair.a.fact.value) or is_former(pair.b.fact.value)
        if dated and likely and not former and not other_weekdays(story, pair):
            said, other = value_words(pair.a.fact), value_words(pair.b.fact)
            yield finding(
                story,
                rule,
                Verdict.AGREEMENT,
                (pair.a, pair.b),
                f"both say {said}" if said == other else f"{said} fits {other}",
                key=pair.key,
                guards=pair.alignment.passed,
            )


def _alike(pair: Pair) -> bool:
    """Do both name one time? "Since Saturday" leaves room for "until Saturday", and says nothing of it; neither does
    "by Friday" of Tuesday."""
    a, b = pair.a.fact.value, pair.b.fact.value
    if not isinstance(a, Timex) or not isinstance(b, Timex) or {a.relation, b.relation} == _APART:
        return False
    if a.relation is b.relation or Relation.IN not in (a.relation, b.relation):
        return True
    one_end = up_to(pair.a.fact, pair.b.fact) or up_to(pair.b.fact, pair.a.fact)
    return one_end or _day(a) == _day(b)


def _day(timex: Timex) -> str:
    """What is named, without the hours."""
    return "/".join(end.partition("T")[0] for end in timex.value.split("/"))
