"""Conditions of tensions: sentences that name the sources and say how both can be right."""

from __future__ import annotations

from datetime import date

import pytest

import claimcheck
from claimcheck.config.settings import Settings
from claimcheck.model.document import Document
from claimcheck.model.finding import Verdict
from claimcheck.pipeline import compare_documents

DAY = date(2031, 3, 4)
CONDITIONS = [
    # Late on one day and early on the next.
    ("Soldiers attacked the harbour of Tarak on Thursday.", "Soldiers attacked the harbour of Tarak early Friday.",
     "both hold if it happened in one night, or where herald and ledger count by different clocks"),
    # Not a fact of both.
    ("The fire at the mill in Dorvek killed 12 people.",
     "The fire at the mill in Dorvek could have killed 20 people, Mayor Koller said.",
     "herald gives it as a fact, ledger as possible"),
    ("The company will cut 200 jobs at its plant in Harrow.", "The company cut 300 jobs at its plant in Harrow.",
     "herald gives it as planned, ledger as a fact"),
    ("Anna Koller said 12 people died in the fire at the mill in Dorvek.",
     "The fire at the mill in Dorvek may have killed 20 people.",
     "herald gives it as reported by Anna Koller, ledger as possible"),
    ("An inquiry found that 12 people died in the fire at the mill in Dorvek.",
     "The fire at the mill in Dorvek may have killed 20 people.", "herald gives it as reported, ledger as possible"),
    # What the figures are.
    ("The mayor estimated that 12 homes burned in Dorvek.", "Some 40 homes burned in Dorvek.",
     "herald only estimates it, and estimates differ from what is counted"),
    ("An estimated 300 people live in caves near Amsel.", "An estimated 700 people live in caves near Amsel.",
     "herald and ledger both estimate it, and estimates differ"),
    ("One climber died in the avalanche on Mount Serrat.", "Two climbers died in the avalanche on Mount Serrat.",
     "both hold if herald tells of only one of several"),
    ("Seven men and five women died in the fire at the Rosa hotel.",
     "Eleven people died in the fire at the Rosa hotel.", "both hold if those that herald lists are not all"),
    ("Ann Lee, 34, was elected mayor of Harrow.", "Ann Lee, 35, was elected mayor of Harrow.",
     "both hold only if a birthday lies between the reports of herald and ledger"),
    # Room for both.
    ("More than 90 homes were destroyed by the fire in Dorvek.",
     "More than 40 homes were destroyed by the fire in Dorvek.",
     "both hold if herald is right with “More than 90”; ledger says only “More than 40”"),
    ("The picture of the lynx in Harrow was shared hundreds of times.",
     "The picture of the lynx in Harrow was shared more than 5,000 times.",
     "both hold if ledger is right with “more than 5,000”; herald says only “hundreds”"),
    ("The repair of the lock is to take at most nine days.", "The repair of the lock took longer than the building.",
     "both hold only if the duration of the building is less than 9 days"),
]


def test_a_count_that_only_grows_may_have_grown_where_an_account_bears_no_date() -> None:
    texts = {"herald": "The flood in Dorvek killed 12 people.", "ledger": "The flood in Dorvek killed 20 people."}
    (found,) = [f for f in claimcheck.compare_texts(texts).findings if f.rule == "quantity-mismatch"]
    assert found.verdict is Verdict.TENSION
    assert found.condition == "both hold if the count has grown in between: herald and ledger bear no date"
    dated = claimcheck.compare_texts(texts, published=dict.fromkeys(texts, DAY))
    assert Verdict.CONTRADICTION in {f.verdict for f in dated.findings}


@pytest.mark.parametrize(("herald", "ledger", "condition"), CONDITIONS)
def test_a_condition_says_which_source_gives_what(herald: str, ledger: str, condition: str) -> None:
    """In words of the newsroom, with the sources as they are written."""
    report = claimcheck.compare_texts({"herald": herald, "ledger": ledger}, published={"herald": DAY, "ledger": DAY},
                                      settings=Settings(extend_select=("diverging-bounds",)))
    assert [f.condition for f in report.findings if f.verdict is Verdict.TENSION] == [condition]


def test_two_documents_of_one_source_are_told_apart() -> None:
    """By where they lie."""
    texts = ["An estimated 300 people live in caves near Amsel.", "An estimated 700 people live in caves near Amsel."]
    documents = [Document(f"desk/{n}.txt", text, source="Herald") for n, text in enumerate(texts)]
    report = compare_documents(documents, Settings())
    (found,) = [f for f in report.findings if f.verdict is Verdict.TENSION]
    assert found.condition == "desk/0.txt and desk/1.txt both estimate it, and estimates differ"


FOUR = ("herald", "ledger", "post", "wire")


@pytest.mark.parametrize(("texts", "condition"), [
    (["One worker was hurt when the crane fell in Amsel.", "Three workers were hurt when the crane fell in Amsel.",
      "One worker was hurt when a crane fell in Amsel.", "Three workers were hurt as a crane fell in Amsel."],
     "both hold if each of herald and post tells of only one of several"),
    (["An estimated 300 people live in caves near Amsel.", "An estimated 700 people live in caves near Amsel.",
      "An estimated 300 people live in the caves near Amsel."],
     "the accounts all estimate it, and estimates differ"),
    (["Ann Lee, 34, was elected mayor of Harrow.", "Ann Lee, 35, was elected mayor of Harrow.",
      "Ann Lee, 35, was elected mayor in Harrow."], "both hold only if a birthday lies between the reports"),
])
def test_the_condition_of_a_merged_finding_is_true_of_all_its_sources(texts: list[str], condition: str) -> None:
    documents = dict(zip(FOUR, texts, strict=False))
    report = claimcheck.compare_texts(documents, published=dict.fromkeys(documents, DAY))
    assert condition in [f.condition for f in report.findings if f.verdict is Verdict.TENSION]


@pytest.mark.parametrize(("herald", "ledger"), [
    ("One shot was fired in the bank in Amsel.", "No shots were fired in the bank in Amsel."),
    ("There was one arrest at the match in Harrow.", "There were no arrests at the match in Harrow."),
])
def test_one_against_none_is_not_one_of_several(herald: str, ledger: str) -> None:
    report = claimcheck.compare_texts({"herald": herald, "ledger": ledger}, published={"herald": DAY, "ledger": DAY})
    alarms = [f for f in report.findings if f.verdict in (Verdict.CONTRADICTION, Verdict.TENSION)]
    assert alarms
    assert not any("one of several" in f.condition for f in alarms)
