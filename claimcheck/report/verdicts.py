"""What the verdicts mean, for `claimcheck explain` and docs/report.md."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.model.finding import Verdict


@dataclass(frozen=True, slots=True)
class Meaning:
    """In a few words, and in a few sentences more."""

    words: str
    more: str


MEANING: dict[Verdict, Meaning] = {
    Verdict.CONTRADICTION: Meaning(
        "both cannot hold",
        "Two sources say of one thing what cannot both be true, whatever else is so. Which of them is right is not\n"
        "said. Where there is one the exit status is 1, unless `--fail-on` says otherwise."),
    Verdict.TENSION: Meaning(
        "both hold only under the condition stated, or an editor would want to look",
        "The condition stands below it. A difference is a tension, too, where it may be of two things, where one side\n"
        "is not stated as a fact, or where it hangs on words and not on values."),
    Verdict.UPDATE: Meaning(
        "they differ because one is later",
        "A count has grown or a day was changed since the earlier report: the later one replaces what that said."),
    Verdict.AGREEMENT: Meaning(
        "they say the same of the same thing",
        "Equal values agree, and so do those that are rounded, told in other units, or leave room for each other.\n"
        "Documents of one origin are one voice; then the report says so."),
    Verdict.SINGLE_SOURCE: Meaning("only one of them says it; this is not a fault", ""),
}
SECOND_LOOK = "second-look"
SECOND = Meaning(
    "figures and times that differ and may be of one thing, though less likely than what is a finding",
    "Figures and times have the estimated chance that both measure one thing, and what else speaks against it. What\n"
    "the preview rules polarity-conflict and antonym-conflict find is there as well, with how often such cases were\n"
    "right. None has a verdict: they count for nothing, not for the exit status either. `--verbose` shows all of them.")
