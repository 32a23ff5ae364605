"""The judge itself: what counts as found, false, repeated, optional."""

from __future__ import annotations

from datetime import date

from quality.labels import Label, LabelledDocument, LabelledPair, LabelledStory, Side
from quality.score import Score, score_pairs, score_stories

from claimcheck.model.finding import Evidence, Finding, Verdict
from claimcheck.model.span import Span

HERALD = "The mill cuts 45 jobs. It opened in 1920, says 1 paper. No one was hurt."
LEDGER = "The mill cuts 30 jobs. It opened in 1920. Three workers were hurt."
TEXTS = {"herald": HERALD, "ledger": LEDGER}


def _side(document: str, quote: str) -> Side:
    start = TEXTS[document].index(quote)
    return Side(document, quote, ((start, start + len(quote)),))


def _label(verdict: str, kind: str, herald: str, ledger: str, *, optional: bool = False) -> Label:
    return Label(verdict, _side("herald", herald), _side("ledger", ledger), kind, optional=optional)


def _finding(verdict: Verdict, herald: str, ledger: str) -> Finding:
    evidence = []
    for document, quote in (("herald", herald), ("ledger", ledger)):
        start = TEXTS[document].index(quote)
        span = Span(start, start + len(quote))
        evidence.append(Evidence(document, span, quote, quote, span, quote, 1, start + 1, document))
    return Finding(verdict, "a-rule", "something", "", tuple(evidence))


def _score(labels: list[Label], findings: list[Finding], forbid: tuple[Label, ...] = ()) -> Score:
    documents = tuple(LabelledDocument(k, k, date(2031, 3, 4), v) for k, v in TEXTS.items())
    return score_stories([LabelledStory("mill", "", documents, tuple(labels), forbid)], lambda story: findings)


JOBS = _label("contradiction", "count", "45 jobs", "30 jobs")


def test_an_alarm_on_both_quotes_is_right_and_a_second_one_a_repeat() -> None:
    """Tension or contradiction makes no difference; the repeat is not held against precision."""
    alarms = [_finding(Verdict.TENSION, "45", "30"), _finding(Verdict.CONTRADICTION, "45 jobs", "30 jobs")]
    score = _score([JOBS], alarms)
    assert (score.counts["right"], score.counts["repeats"], score.counts["false"]) == (1, 1, 0)
    assert (score.figures["alarm_precision"], score.figures["alarm_recall"]) == (1, 1)


def test_figures_must_be_met_and_other_facts_only_their_sentence() -> None:
    """An alarm on another figure of the sentence is false; one on another word of a denial's sentence is right."""
    hurt = _label("contradiction", "negation", "No one", "Three workers")
    alarms = [_finding(Verdict.TENSION, "mill", "30 jobs"), _finding(Verdict.TENSION, "hurt", "hurt")]
    score = _score([JOBS, hurt], alarms)
    assert (score.counts["right"], score.counts["false"], score.counts["found"]) == (1, 1, 1)
    assert score.by == {"count": (0, 1), "negation": (1, 1)}


def test_an_optional_label_counts_neither_way() -> None:
    """Reported or not, a borderline tension leaves the figures alone."""
    label = _label("tension", "count", "45 jobs", "30 jobs", optional=True)
    for findings in ([], [_finding(Verdict.TENSION, "45", "30")]):
        score = _score([label], findings)
        assert (score.counts["false"], score.counts["labelled alarms"]) == (0, 0)


def test_an_update_reported_as_an_alarm_is_false() -> None:
    """Only an update finding finds an update."""
    label = _label("update", "count", "45 jobs", "30 jobs")
    assert _score([label], [_finding(Verdict.TENSION, "45", "30")]).counts["updates as alarms"] == 1
    assert _score([label], [_finding(Verdict.UPDATE, "45", "30")]).figures["update_recall"] == 1


def test_a_lookalike_is_told_by_its_exact_words() -> None:
    """A forbidden pair that is reported is false and counted apart, with the guard that should have stopped it."""
    paper = Label("", _side("herald", "1 paper"), _side("ledger", "Three workers"), guard="other-subject", why="paper")
    alarms = [_finding(Verdict.TENSION, "1 paper", "Three"), _finding(Verdict.TENSION, "1920", "Three")]
    score = _score([], alarms, (paper,))
    assert (score.counts["false"], score.figures["lookalikes_hit"]) == (2, 1)
    assert score.figures["alarms_on_quiet_stories"] == 2
    assert "other-subject: paper" in score.notes[0]


def test_an_agreement_where_an_alarm_is_labelled_is_wrong() -> None:
    """An agreement elsewhere in the same sentences is not."""
    hurt = _label("contradiction", "negation", "No one", "Three workers")
    assert _score([hurt], [_finding(Verdict.AGREEMENT, "hurt", "hurt")]).figures["agreements_wrong"] == 0
    assert _score([JOBS], [_finding(Verdict.AGREEMENT, "45", "30")]).figures["agreements_wrong"] == 1


def test_other_words_for_a_side_count_as_well() -> None:
    """A figure that stands in headline and text may be reported at either place."""
    spare = Side("herald", "45 jobs", (*_side("herald", "45 jobs").places, *_side("herald", "1920").places))
    label = Label("agreement", spare, _side("ledger", "1920"), "date")
    assert _score([label], [_finding(Verdict.AGREEMENT, "1920", "1920")]).figures["agreement_recall"] == 1


def test_a_pair_is_judged_as_a_whole() -> None:
    """Alarm or silence; what exactly was reported is left to reading."""
    pairs = [LabelledPair("unit", n, verdict, "count", HERALD, LEDGER) for n, verdict in
             enumerate(("contradiction", "tension", "agreement", "none"), start=1)]
    alarm = [_finding(Verdict.TENSION, "45", "30")]
    score = score_pairs(pairs, lambda pair: alarm if pair.number % 2 else [])
    assert score.figures == {"alarm_precision": 0.5, "alarm_recall": 0.5, "agreement_recall": 0, "update_recall": 0,
                             "false_alarm_rate": 0.5}
    assert score.by == {"unit": (2, 4)}


def test_silence_is_not_called_precise() -> None:
    """A program that reports nothing reaches no floor above zero."""
    assert _score([JOBS], []).figures["alarm_precision"] == 0
