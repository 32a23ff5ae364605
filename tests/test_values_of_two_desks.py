"""How values of two accounts stand to each other, from their sentences on: what is read, and what is put against what.

The brackets mark the two values. Whether the two measure one thing is not asked here.
"""

from __future__ import annotations

import re
from datetime import date

import pytest

from claimcheck import Settings
from claimcheck.link.apart import ALL, kept_apart
from claimcheck.link.statement import Candidate, Pair, Statement
from claimcheck.model.span import Span
from claimcheck.model.standing import CONFLICTING
from claimcheck.model.value import SUM, Quantity, Timex
from claimcheck.pipeline import trace_documents
from claimcheck.read import read_text

DAY = date(2022, 6, 10)  # a Friday
Row = tuple[str, str]

SPANS_OF_YEARS: list[Row] = [
    ("It was the wettest April [in 12 years].", "It was the wettest April [since 2003]."),
    ("Hollin chose its first Green mayor [in 30 years].", "Hollin chose its first Green mayor [since 1968]."),
    ("The crowd was the smallest [in six years].", "The crowd was the smallest [since 2011]."),
    ("Snow fell for the first time [in 25 years].", "Snow fell for the first time [since 2008]."),
    ("It is the worst slump [in 20 years].", "It is the worst slump [in 50 years]."),
]
NO_SPANS_OF_YEARS: list[Row] = [
    ("It was the wettest April [in 12 years].", "It was the wettest April [since 2010]."),
    ("It was the coldest May [in three decades].", "It was the coldest May [since 1991]."),
    ("The first turbine will start [in two years].", "The first turbine will start [in 2024]."),
    ("The crowd was the largest [since March 2010].", "The crowd was the largest [since 2010]."),
]
NIGHTS: list[Row] = [
    ("The barn burned down [in the small hours of Sunday].", "The barn burned down [on Sunday afternoon]."),
    ("Thieves came [in the early hours of Tuesday morning].", "Thieves came [on Tuesday evening]."),
    ("The dam gave way [in the wee hours of Monday].", "The dam gave way [late on Monday]."),
]
NO_NIGHTS: list[Row] = [
    ("The barn burned down [in the small hours of Sunday].", "The barn burned down [late on Saturday night]."),
    ("Thieves came [in the early hours of Tuesday].", "Thieves came [shortly before midnight on Monday]."),
    ("The dam gave way [in the wee hours of Monday].", "The dam gave way [before dawn on Monday]."),
]
ZONES: list[Row] = [
    ("The match began [at 8 p.m. GMT on Saturday].", "The match began [at 11 a.m. AEST on Sunday]."),
    ("The rocket rose [at 11:30 p.m. EST on Monday].", "The rocket rose [at 09:30 GMT on Tuesday]."),
]
NO_ZONES: list[Row] = [
    ("The match began [at 8 p.m. GMT on Saturday].", "The match began [at 7 a.m. AEST on Sunday]."),
    ("The rocket rose [at 11:30 p.m. EST on Monday].", "The rocket rose [at 04:30 GMT on Tuesday]."),
]
LAST_DAYS: list[Row] = [
    ("Applications must be in [by 30 September].", "Householders have [until 31 October] to apply."),
    ("The council gave them [until Sunday] to leave.", "The families must be out of the block [by Friday]."),
    ("Bids must arrive [before 5 July].", "The deadline for bids is [12 July]."),
    ("The quarry must be shut [by the end of June].", "The quarry can run [until 20 July]."),
]
NO_LAST_DAYS: list[Row] = [
    ("Applications must be in [by 30 September].", "Householders have [until 30 September] to apply."),
    ("Bids must arrive [before 5 July].", "The deadline for bids is [5 July]."),
    ("The quarry must be shut [by the end of June].", "The quarry must be shut [by 30 June]."),
    ("Nine had been killed [by noon].", "Twelve had been killed [by 6 p.m.]."),
    ("The troops must leave [by Sunday].", "The troops left [by Friday]."),
]
OCCASIONS: list[Row] = [
    ("Marsh was stabbed at a [June] wedding.", "Marsh was stabbed at a wedding [in April]."),
    ("The roof fell in during a [March] storm.", "The roof fell in [in May]."),
    ("Vane was honoured at an [October] dinner.", "Vane was honoured at a dinner [in January]."),
]
NO_OCCASIONS: list[Row] = [
    ("Marsh was stabbed at a [June] wedding.", "Marsh was stabbed at a wedding [on 4 June]."),
    ("The roof fell in during a [March] storm.", "The roof fell in [in early March]."),
]
DEADLINES: list[Row] = [
    ("The repairs will take [three weeks], the mayor said.", "The repairs will be done [by 15 June]."),
    ("The clean-up will take [at least two months].", "The clean-up will be complete [by 1 July]."),
    ("The strike will last [ten days].", "The strike will end [on 14 June]."),
    ("The trial is expected to take [ten weeks].", "The trial is due to end [on 24 June]."),
]
NO_DEADLINES: list[Row] = [
    ("The repairs will take [three weeks], the mayor said.", "The repairs will be done [by 5 July]."),
    ("The clean-up will take [about a month].", "The clean-up will be complete [by 14 July]."),
    ("The search began in May and will take [six weeks].", "The search will end [on 24 June]."),
]
WEEKS: list[Row] = [
    ("The banker was freed [early last week].", "The banker was freed [on 8 June]."),
    ("The banker was freed [late last week].", "The banker was freed [on 9 June]."),
]
NO_WEEKS: list[Row] = [
    ("The banker was freed [early last week].", "The banker was freed [on 29 May]."),
    ("The banker was freed [late last week].", "The banker was freed [on Wednesday, 1 June]."),
    ("The pier collapsed [late last week].", "The pier collapsed [on 6 June]."),
]
ANY: list[Row] = [
    ("[No] passengers were hurt when the bus overturned.", "[Some] passengers were hurt when the bus overturned."),
    ("[None] of the crew was injured in the fire.", "[Some] of the crew were injured in the fire."),
    ("[Nobody] was killed in the tunnel fire.", "[Many] people were killed in the tunnel fire."),
    ("[No] arrests were made during the march.", "[Some] protesters were arrested during the march."),
]
NOT_ANY: list[Row] = [
    ("[Some] passengers were hurt when the bus overturned.", "[Forty] passengers were hurt when the bus overturned."),
    ("[Many] guests were injured in the fire.", "[Some] guests were injured in the fire."),
    ("[Some] people were killed in the fire.", "[Hundreds] of people were killed in the fire."),
]
POINTS: list[Row] = [
    ("Support for the party rose [3 percent].", "Support for the party rose [3 points]."),
    ("The jobless rate fell [2 percent] in May.", "The jobless rate fell [2 percentage points] in May."),
    ("The premier's approval fell [4 points].", "The premier's approval fell [9 percentage points]."),
]
NO_POINTS: list[Row] = [
    ("Support for the party rose [10 percent].", "Support for the party rose [4 points]."),
    ("The premier's approval rose [4 points].", "The premier's approval rose [4 percentage points]."),
]
AGES: list[Row] = [
    ("Stell, born in [1940], died on Tuesday.", "Stell died on Tuesday at the age of [79]."),
    ("Ana Prell, who was born in [1932] and died in 2010, wrote it.", "Ana Prell died at the age of [69]."),
    ("The victim, a woman in [her thirties], fled.", "The victim, a woman of [52], fled."),
]
NO_AGES: list[Row] = [
    ("Stell, born in [1940], died on Tuesday.", "Stell died on Tuesday at the age of [82]."),
    ("Ana Prell, who was born in [1932] and died in 2010, wrote it.", "Ana Prell died at the age of [77]."),
    ("The suspect, a man in [his 40s], fled.", "The suspect, a man of [43], fled."),
]
TOTALS: list[Row] = [
    ("The blast killed three men. [Two] women also died.", "[Eight] people died in the blast."),
    ("Four adults were rescued. [Three] children were rescued too.", "[Nine] people were rescued."),
]
NO_TOTALS: list[Row] = [
    ("The blast killed three men. [Two] women also died.", "[Five] people died in the blast."),
    ("Four adults were rescued. [Three] children were rescued too.", "[Seven] people were rescued."),
]
CONFLICTS = [*SPANS_OF_YEARS, *NIGHTS, *ZONES, *OCCASIONS, *DEADLINES, *LAST_DAYS, *WEEKS, *ANY,
             *POINTS, *AGES, *TOTALS]
NO_LENGTHS: list[Row] = [
    ("The clip of the raid was [three minutes and 12 seconds] long.", "The clip of the raid was [three minutes] long."),
    ("The debate on the dam lasted [beyond 24 hours].", "The debate on the dam lasted [27 hours]."),
]
COMPATIBLE = [*NO_SPANS_OF_YEARS, *NO_NIGHTS, *NO_ZONES, *NO_OCCASIONS, *NO_DEADLINES, *NO_LAST_DAYS,
              *NO_WEEKS, *NOT_ANY, *NO_POINTS, *NO_AGES, *NO_TOTALS, *NO_LENGTHS]
# Told by the same words, done to or by the same: no guard may speak.
ONE_ACT: list[Row] = [
    ("Police arrested the baker [on Monday].", "The baker was arrested [on Thursday]."),
    ("Jurors acquitted the former treasurer [on Monday].", "The former treasurer was acquitted by jurors [on Friday]."),
    ("Divers found the second body [on Monday].", "The second body was found by divers [on Friday]."),
    ("Wages rose [2.8%] over the past year.", "Wages rose [4.1 percent] in May compared with a year ago."),
    ("Wages rose [2.8%] year on year.", "Wages rose [4.1 percent] in the past 12 months."),
    ("Nora Stell wrote the letter [on Monday].", "Nora Stell wrote the letter [on Thursday]."),
    ("The museum posted its film [on Monday].", "The museum posted its film [on Thursday]."),
    ("Police found the car [on Monday].", "Police found the car [on Thursday]."),
    ("[No] arrests were made at the march.", "[Three] people were arrested during the march."),
    ("[Nobody] was hurt in the fire.", "[Three] people were hurt in a fire."),
    ("Wages rose [2.8%] over the past 52 weeks.", "Wages rose [4.1 percent] over the past year."),
    ("Wages rose [0.3%] over the past four weeks.", "Wages rose [0.4 percent] over the past month."),
    ("It was the first win [in 20 years].", "It was the first win [since 1995]."),
    ("Snow fell for the first time [in 25 years].", "Snow fell for the first time [since 2008]."),
    ("The sinkhole is [19 metres] deep.", "The sinkhole has a depth of [24 metres]."),
    ("The water stood [11 feet] deep.", "The water reached a height of [6 metres]."),
    ("The bridge is [400 metres] long.", "The length of the bridge is [450 metres]."),
    ("Kobal jumped [138 metres] in the second round.", "In round two Kobal jumped [134 metres]."),
    ("The dam holds [5m people] back.", "The dam holds [7m people] back."),
    ("Kobal was stopped in the [fifth] round.", "Kobal was stopped in the [seventh] round."),
]
TWO_THINGS: list[Row] = [
    ("The sinkhole is [19 metres] deep.", "The width of the sinkhole is [24 metres]."),
    ("The crack in the dam is [two metres] wide.", "The crack in the dam is [12 metres] long."),
    ("The wreck lies [90 metres] deep.", "The wreck lies [12 miles] away."),
    ("The thickness of the wall is [3 metres].", "The wall is [12 metres] high."),
    ("Kobal jumped [138 metres] in the first round.", "Kobal jumped [134 metres] in the second round."),
    ("The Lumo Fold 3, out today, weighs [219 grams].", "It is lighter than the Fold 2, which weighed [241g]."),
    ("The new Arvon 8, in shops now, has a range of [410 km].", "The Arvon 7, out since May, had a range of [380 km]."),
    ("Kobal won [38 percent] in the first round.", "In the second round Kobal won [52 percent]."),
    ("The 1st train left at [8 a.m.]", "The 2nd train left at [9 a.m.]"),
    ("Prices made the sharpest 12-month jump [since 2008].", "Prices made the largest one-month jump [since 2011]."),
    ("It was the steepest annual fall [since 2008].", "It was the steepest monthly fall [since 2011]."),
    ("Output rose [2 percent], a quarterly gain.", "Output rose [4 percent], the best annual gain yet."),
    ("Flight 212 landed at [8 a.m.]", "Flight 217 landed at [9 a.m.]"),
    ("Reactor 2 lost [40] rods.", "Reactor 3 lost [60] rods."),
    ("Osprey sold [2 million] crates in the first quarter.", "Osprey sold [3 million] crates in the second quarter."),
    ("The father is [43] years old.", "The mother is [41] years old."),
    ("The airport closed at [8 a.m.]", "The station closed at [9 a.m.]"),
    ("The north tower is [90 metres] tall.", "The south tower is [70 metres] tall."),
    ("Some [120] people voted for the plan.", "Some [80] people voted against the plan."),
    ("Brandt sued Kell [on Monday].", "Kell sued Brandt [on Tuesday]."),
    ("Osprey employed [900] people in fiscal 2021.", "Osprey employed [1,100] people in 2021."),
    ("Osprey sold [2 million] crates in its 2021 fiscal year.", "Osprey sold [3 million] crates in 2021."),
    ("Wages rose [9.8%] over the past two years.", "Wages rose [4.1 percent] over the past year."),
    ("Wages rose [4.1%] year on year.", "Wages rose [0.4 percent] from the previous month."),
    ("Wages rose [2.8%] over the past 30 weeks.", "Wages rose [4.1 percent] over the past year."),
    ("The firm posted a loss of 3 million euros [on Monday].", "The firm posted a loss of 3 million [in 2021]."),
    ("Anna Weil wrote a letter [on Monday].", "Anna Weil wrote a letter [on Tuesday]."),
    ("Scientists observed the comet [on Monday].", "Scientists observed the comet [on Tuesday]."),
    ("Police found 40 crates [on Monday].", "Police found 40 crates [on Thursday]."),
    ("[No] arrests were made at the march.", "[Three] people were arrested after the march."),
    ("[Some] ministers resigned over the vote.", "[None] of the ministers resigned over the budget."),
    ("[Nobody] was hurt before the match.", "[Nine] fans were hurt after the match."),
]
# What is put against nothing at all: another's death is no age, and a point of an index no percent.
APART: list[tuple[str, str, str]] = [
    ("Leo Amsel was born on 3 May 1950; his brother Piet Amsel died in 1990.", "Leo Amsel, 70, died on 4 June 2020.",
     "age"),
    ("Leo Amsel was born on 3 May 1950; Leo Amsel's brother died in 1990.", "Leo Amsel, 70, died on 4 June 2020.",
     "age"),
    ("The stock index rose 3 points after the poll.", "The stock index rose 3 percent after the poll.", "percent"),
    ("The exchange rate fell 12 points.", "The exchange rate fell 12 percent.", "percent"),
    ("The dollar index fell 4 points in the survey.", "The dollar index fell 4 percent in the survey.", "percent"),
]


def _candidate(a: str, b: str) -> tuple[str, Candidate]:
    """The standing of the two values in brackets, and their pair. Of several facts at one place a total, or else those
    that conflict, if there are any."""
    texts = [re.sub(r"[\[\]]", "", text) for text in (a, b)]
    places = [Span(text.index("["), text.index("]") - 1) for text in (a, b)]
    documents = [read_text(text, name, published=DAY) for name, text in zip("ab", texts, strict=True)]
    judged = trace_documents(documents, Settings(model="hashing")).judged
    found = [p for p in judged if _measured(p) and all(
        side.fact.span.overlaps(place) for side, place in zip((p.a, p.b), places, strict=True))]
    assert found, "nothing is put against each other"
    pair = max(found, key=lambda p: (_is_total(p.a), p.standing in CONFLICTING))
    return pair.standing, Candidate(pair.a, pair.b, pair.key, pair.similarity)


def _measured(pair: Pair) -> bool:
    values = (pair.a.fact.value, pair.b.fact.value)
    one = pair.a.fact.measure.dimension == pair.b.fact.measure.dimension
    return one and (all(isinstance(v, Quantity) for v in values) or all(isinstance(v, Timex) for v in values))


def _is_total(statement: Statement) -> bool:
    return isinstance(statement.fact.value, Quantity) and statement.fact.value.derivation == SUM


@pytest.mark.parametrize(("a", "b"), CONFLICTS)
def test_what_cannot_both_be_is_a_conflict(a: str, b: str) -> None:
    """Whatever the two say, it is not the same."""
    assert _candidate(a, b)[0] in CONFLICTING


@pytest.mark.parametrize(("a", "b"), COMPATIBLE)
def test_what_can_both_be_is_none(a: str, b: str) -> None:
    """One of the two leaves room for the other."""
    assert _candidate(a, b)[0] not in CONFLICTING


@pytest.mark.parametrize(("a", "b"), ONE_ACT)
def test_no_guard_parts_what_is_one_act(a: str, b: str) -> None:
    """Voice, the window of a change and "first" say nothing of another event."""
    standing, candidate = _candidate(a, b)
    assert standing in CONFLICTING
    assert kept_apart(candidate, ALL) == ("", "")


@pytest.mark.parametrize(("a", "b"), TWO_THINGS)
def test_a_guard_parts_two_things(a: str, b: str) -> None:
    """Who did it to whom, a fiscal year, and what a change is from."""
    assert kept_apart(_candidate(a, b)[1], ALL)[0]


@pytest.mark.parametrize(("a", "b", "dimension"), APART)
def test_two_kinds_of_figures_are_not_put_against_each_other(a: str, b: str, dimension: str) -> None:
    """The figures alone would conflict."""
    documents = [read_text(text, name, published=DAY) for name, text in zip("ab", (a, b), strict=True)]
    judged = trace_documents(documents, Settings(model="hashing")).judged
    assert dimension not in {p.a.fact.measure.dimension for p in judged if p.standing in CONFLICTING}
