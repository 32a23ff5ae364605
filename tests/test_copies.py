"""Documents that copy each other: origins, and alarms that fall on copied sentences."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

import claimcheck
from claimcheck.link.copies import find_copies, words_of
from claimcheck.link.partners import everyone
from claimcheck.model.finding import Verdict
from claimcheck.model.report import Report
from claimcheck.model.span import Span

DAY = date(2031, 4, 3)
FERRY = (
    "A ferry with 214 people on board ran aground off Port Ansel early on Tuesday, the coast guard said in a report.",
    "Three tugs from the naval base at Velm needed nine hours to pull the ship from the rocks at the harbour mouth.",
    "The owners of the vessel, a family firm from Tarnau, had been warned twice about its old steering gear last year.",
    "Nobody was hurt, but 31 passengers spent the night in a school gymnasium because all hotels in town were full.",
)
SECOND = (
    "The regional council of Merrin voted on Monday evening to build a new breakwater north of the old harbour.",
    "Engineers had advised against the plan because the sand banks in the channel move by some metres every winter.",
    "A petition against the costs was signed by more than two thousand residents and handed to the deputy mayor.",
    "Work on the first of the two sections is to begin after the holidays and to take up to eighteen months in all.",
)
OWN = (
    "Fishermen in Port Ansel have asked for a second lighthouse since the spring.",
    "The harbour master told our reporter that the matter would be on the table in June.",
)


def _compare(texts: dict[str, str]) -> Report:
    settings = claimcheck.Settings(preview=True)
    report = claimcheck.compare_texts(texts, published=dict.fromkeys(texts, DAY), settings=settings)
    assert not report.failures
    return report


def test_common_passages_make_documents_one_origin_and_their_agreement_one_voice() -> None:
    """The longest passage is the evidence, as it stands in the document named; an agreement is not independent."""
    texts = {"herald": " ".join((OWN[0], *FERRY)), "ledger": " ".join((*FERRY, OWN[1]))}
    report = _compare(texts)
    (origin,) = report.origins
    assert origin.documents == ("herald", "ledger")
    assert origin.reason == "near-verbatim passages"
    assert origin.quote == " ".join(FERRY).removesuffix(".")
    assert origin.span.of(texts[origin.document]) == origin.quote
    agreements = report.of(Verdict.AGREEMENT)
    assert agreements
    assert not any(finding.independent for finding in agreements)


def test_a_chain_of_copies_is_one_origin_in_any_order_of_the_documents() -> None:
    """The first and the last share no sentence, but each shares some with the one between them."""
    texts = {
        "a": " ".join((*FERRY, OWN[0])),
        "b": " ".join((*FERRY, *(s.replace("Port Ansel", "Ansel") for s in SECOND))),
        "c": " ".join((*SECOND, OWN[1])),
    }
    found = [_compare({name: texts[name] for name in order}).origins for order in permutations(texts)]
    assert all(origins == found[0] for origins in found)
    (origin,) = found[0]
    assert origin.documents == ("a", "b", "c")


def test_a_shared_quotation_is_no_common_origin() -> None:
    """Two reporters who quote one statement at length wrote their own articles all the same."""
    quoted = "“" + " ".join(FERRY) + "”"
    herald, ledger = f"{OWN[0]} {quoted}, the captain said.", f"{OWN[1]} The captain said: {quoted}"
    report = _compare({"herald": herald, "ledger": ledger})
    assert not report.origins


def test_two_short_texts_with_one_common_sentence_keep_their_origins() -> None:
    """One sentence that both have is not enough."""
    report = _compare({"herald": f"{FERRY[0]} {OWN[0]}", "ledger": f"{FERRY[0]} {OWN[1]}"})
    assert not report.origins


def test_a_drift_is_reported_once() -> None:
    """The rule for amounts leaves a figure in a copied sentence to copy-drift."""
    texts = {"herald": " ".join(FERRY), "ledger": " ".join(FERRY).replace("214", "241")}
    alarms = [f for f in _compare(texts).findings if f.verdict in (Verdict.CONTRADICTION, Verdict.TENSION)]
    assert [(f.rule, f.verdict, [e.quote for e in f.evidence]) for f in alarms] == [
        ("copy-drift", Verdict.CONTRADICTION, ["214", "241"])
    ]
    assert not alarms[0].independent


def test_values_that_two_copies_both_have_are_not_set_against_each_other() -> None:
    """Two times in one sentence stay apart from each other in its copy."""
    first = "The village of Karsten deals with the damage after workers burned the cargo, after a train left the rails."
    report = _compare({"herald": first, "ledger": first.replace("deals with", "faces")})
    assert not report.of(Verdict.CONTRADICTION)
    assert not report.of(Verdict.TENSION)


def test_sentences_of_one_pattern_about_two_things_are_no_copies() -> None:
    """Where the name differs as well as the figure, the two speak of two countries."""
    report = _compare({
        "herald": "Norway sent 2,030 tents to the flooded valley as part of the common relief effort of the spring.",
        "ledger": "Iceland sent 500 tents to the flooded valley as part of the common relief effort of the spring.",
    })
    assert not [f for f in report.findings if f.rule == "copy-drift"]


def test_numbers_of_a_list_are_no_figures() -> None:
    """Two desks number the same sentences differently."""
    report = _compare({
        "herald": "1. The bridge over the Sedge is closed to lorries. 2) The road to Harrow is open again to cars.",
        "ledger": "1) The road to Harrow is open again to cars. 2. The bridge over the Sedge is closed to lorries.",
    })
    assert not [f for f in report.findings if f.rule == "copy-drift"]


@pytest.mark.parametrize(("quoted", "sentence"), [
    (["said", "so"], 'He "said so" then.'), (["a", "b"], "“a b” c"), ([], "d'accord, it’s 5.30"),
])
def test_words_know_whether_they_are_quoted(quoted: list[str], sentence: str) -> None:
    """Straight and curly marks; an apostrophe opens nothing."""
    (words,) = words_of(sentence, [Span(0, len(sentence))])
    assert [w.text for w in words if w.quoted] == quoted


def test_finding_copies_takes_time_in_line_with_the_text() -> None:
    """A sentence that stands everywhere leads nowhere, and each sentence is aligned with a few others only."""
    lines = (f"Line {n} of the list names ship w{n} from port p{n % 97} with crew c{n % 89}." for n in range(3_000))
    text = "\n".join(lines)
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    words = words_of(text, spans)
    copies = find_copies([words, words], everyone(2))
    assert all(copy.at[0] == copy.at[1] for copy in copies)


def test_a_short_form_with_full_stops_is_the_same_name() -> None:
    """ "FBI" in the place of "F.B.I." is no other name."""
    first = "He was honoured for his service as a member of Congress, veteran of the navy and decorated FBI agent."
    report = _compare({"herald": first, "ledger": first.replace("FBI", "F.B.I.")})
    assert not [f for f in report.findings if f.rule == "copy-drift"]
