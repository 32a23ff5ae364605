"""The guards by name: why two facts that look alike are not reported; each has a page beside this file."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources

from claimcheck.model.guard import Guard


@dataclass(frozen=True, slots=True)
class GuardPage:
    """`guard` is what reports call it; its page is the Markdown file of that name."""

    guard: Guard
    summary: str

    @property
    def name(self) -> str:
        return self.guard.value

    @property
    def page(self) -> str:
        file = self.name.replace("-", "_") + ".md"
        return resources.files("claimcheck.link.guards").joinpath(file).read_text(encoding="utf-8")


PAGES: tuple[GuardPage, ...] = (
    GuardPage(Guard.UNIT, "The values are of different kinds: a length and a number of people."),
    GuardPage(Guard.ROUNDING, "One figure is the other one rounded, hedged or converted."),
    GuardPage(Guard.NEAR, "The figures are one last digit apart, or bounds in one direction that lie close."),
    GuardPage(Guard.BOUND_SATISFIED, "One value lies within what the other one leaves room for."),
    GuardPage(Guard.SCOPE, "One is a level and the other a change, a part, a beginning or an end."),
    GuardPage(Guard.HYPOTHETICAL, "One is only a condition, a possibility, a plan or a forecast."),
    GuardPage(Guard.OTHER_SUBJECT, "Different people or things are spoken of."),
    GuardPage(Guard.OTHER_EVENT, "Different events are spoken of, or too little says that they are one."),
    GuardPage(Guard.OTHER_TIME, "The facts hold of different days or periods."),
    GuardPage(Guard.UPDATE, "A running count or a changing value is given for a later time."),
    GuardPage(Guard.REFINEMENT, "The parts that one source names add up to what the other one says."),
    GuardPage(Guard.TRANSLITERATION, "A name was written in another alphabet, and both spellings stand for it."),
)
