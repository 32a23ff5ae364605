"""The guards by name: why two facts that look alike are not reported; each has a page beside this file."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, slots=True)
class GuardPage:
    """`name` is what reports call the guard; its page is the Markdown file of that name."""

    name: str
    summary: str

    @property
    def page(self) -> str:
        file = self.name.replace("-", "_") + ".md"
        return resources.files("claimcheck.link.guards").joinpath(file).read_text(encoding="utf-8")


PAGES: tuple[GuardPage, ...] = (
    GuardPage("unit", "The values are of different kinds: a length and a number of people."),
    GuardPage("rounding", "One figure is the other one rounded, hedged or converted."),
    GuardPage("near", "The figures are one last digit apart, or bounds in one direction that lie close."),
    GuardPage("bound-satisfied", "One value lies within what the other one leaves room for."),
    GuardPage("scope", "One is a level and the other a change, a part, a beginning or an end."),
    GuardPage("hypothetical", "One is only a condition, a possibility, a plan or a forecast."),
    GuardPage("other-subject", "Different people or things are spoken of."),
    GuardPage("other-event", "Different events are spoken of, or too little says that they are one."),
    GuardPage("other-time", "The facts hold of different days or periods."),
    GuardPage("update", "A running count or a changing value is given for a later time."),
    GuardPage("refinement", "The parts that one source names add up to what the other one says."),
    GuardPage("transliteration", "A name was written in another alphabet, and both spellings stand for it."),
)
