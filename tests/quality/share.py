"""A part of a whole, and how far the truth may be from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of `whole`, with the 95 % interval of Wilson (1927), or of Garwood (1936) for a `rate`: a count of what
    may happen more than once to each of the whole."""

    part: int
    whole: int
    rate: bool = False

    @property
    def value(self) -> float | None:
        return self.part / self.whole if self.whole else None

    @property
    def interval(self) -> tuple[float, float] | None:
        if not self.whole:
            return None
        if self.rate:
            from scipy.stats import chi2

            low = float(chi2.ppf(0.025, 2 * self.part)) / 2 if self.part else 0.0
            return low / self.whole, float(chi2.ppf(0.975, 2 * self.part + 2)) / 2 / self.whole
        from scipy.stats import binomtest

        found = binomtest(self.part, self.whole).proportion_ci(0.95, method="wilson")
        return float(found.low), float(found.high)

    def __str__(self) -> str:
        if self.value is None or self.interval is None:
            return "0/0"
        low, high = self.interval
        return f"{self.part}/{self.whole} {self.value:.3f} [{low:.3f}, {high:.3f}]"

    def to_dict(self) -> dict[str, object]:
        return {"part": self.part, "of": self.whole, "value": self.value, "interval": self.interval}


def share(outcomes: Iterable[bool]) -> Share:
    told = list(outcomes)
    return Share(sum(told), len(told))
