"""The date of a named day in a given year."""

from __future__ import annotations

from datetime import date

from claimcheck.extract import calendar as cal
from claimcheck.lexicon.calendar import holidays


def feast_on(key: str, year: int) -> date:
    """The day that a holiday of lexicon/holidays.toml falls on in `year`; KeyError for a key that is not there."""
    rule = holidays()[key]
    if rule.hijri is not None:
        return cal.islamic(year, *rule.hijri)
    if rule.easter is not None:
        on, plus = cal.easter(year), rule.easter
    elif rule.nth:
        on, plus = cal.nth_weekday(year, rule.month, rule.weekday, rule.nth), rule.plus
    else:
        on, plus = cal.day_of(year, rule.month, rule.day), rule.plus
    return cal.shift(cal.moment(on), plus, "day").date()
