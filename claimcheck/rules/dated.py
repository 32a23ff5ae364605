"""What each document says happened when, to the day or finer, whether or not another has it too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from claimcheck.link.statement import Statement
from claimcheck.model.claim import Factuality
from claimcheck.model.fact import Aspect
from claimcheck.model.finding import Evidence
from claimcheck.model.value import OF_THE_DAY, Calendar, Granularity, Timex, is_former
from claimcheck.rules.rule import Story
from claimcheck.rules.words import evidence

_DAY = timedelta(days=1)


def dated(story: Story) -> Iterator[Evidence]:
    """A side for each time of an act, its `measure` the act in words, in canonical order and that of the text."""
    for statement in story.statements:
        value = statement.fact.value
        if isinstance(value, Timex) and _to_the_day(value) and _happens(statement):
            yield evidence(story, statement, measure=statement.fact.measure.label)


def _to_the_day(value: Timex) -> bool:
    """A day of the calendar or a part of one, or some days in a row. What is counted in hours and covers more than a
    day says nothing so exact."""
    if value.calendar is not Calendar.PLACED or not value.resolved:
        return False
    if value.granularity in OF_THE_DAY:
        return value.start is None or value.end is None or value.end - value.start <= _DAY
    return value.granularity is Granularity.DAY


def _happens(statement: Statement) -> bool:
    """It is known what, and the document says that it does: nobody denies it, asks for it or says "if"."""
    measure = statement.fact.measure
    said = measure.bound and measure.aspect is not Aspect.ASIDE and not measure.conditional
    said = said and not is_former(statement.fact.value)
    return said and not statement.denied and statement.claim.factuality is not Factuality.ASKED
