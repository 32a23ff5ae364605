"""Which rules run, and which of two speaks: both are columns of the table of rules."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT, Command

import claimcheck
from claimcheck import Settings
from claimcheck.config import FailOn
from claimcheck.model.finding import Evidence, Finding, Verdict
from claimcheck.model.span import Span
from claimcheck.read import read_text
from claimcheck.remember import report_of
from claimcheck.rules import COPIED, RULES
from claimcheck.rules.rule import ENOUGH, PLAIN, Rule
from claimcheck.rules.selection import off, running, wanted, why_off
from claimcheck.rules.settle import settle

# A rule that is preview, whichever those are, and texts on which it speaks.
PREVIEW = "polarity-conflict"
TEXTS = {
    "herald": "The mayor of Dorvek, Anna Weil, resigned on Monday.",
    "ledger": "Anna Weil, the mayor of Dorvek, did not resign on Monday.",
}
STABLE = [rule.name for rule in RULES if not rule.preview]


def _names(settings: Settings) -> list[str]:
    return [rule.name for rule in wanted(settings)]


def test_stable_rules_run_and_preview_rules_wait_to_be_selected() -> None:
    """All of them with `preview`, one with `extend_select`, that one alone with `select`; `ignore` wins."""
    everything = [rule.name for rule in RULES]
    assert PREVIEW not in STABLE
    assert _names(Settings()) == STABLE
    assert _names(Settings(preview=True)) == everything
    assert sorted(_names(Settings(extend_select=(PREVIEW,)))) == sorted([*STABLE, PREVIEW])
    assert _names(Settings(select=(PREVIEW,))) == [PREVIEW]
    assert _names(Settings(select=("role-conflict",), extend_select=(PREVIEW,))) == ["role-conflict", PREVIEW]
    assert _names(Settings(select=("role-conflict",), preview=True)) == ["role-conflict"]
    for chosen in (Settings(preview=True), Settings(select=(PREVIEW, *STABLE)), Settings(extend_select=(PREVIEW,))):
        assert PREVIEW not in _names(replace(chosen, ignore=(PREVIEW,)))


def test_why_a_rule_is_off_is_said_with_the_way_to_have_it_on() -> None:
    """A preview rule is selected; one that is left out was left out by the user."""
    assert f"--extend-select {PREVIEW}" in why_off(PREVIEW, Settings())
    assert "configuration" in why_off(PREVIEW, Settings(preview=True, ignore=(PREVIEW,)))
    assert "configuration" in why_off("role-conflict", Settings(select=("same-date",)))
    for name in ("role-conflict", "no such rule", ""):
        assert why_off(name, Settings()) == ""
    assert why_off(PREVIEW, Settings(preview=True)) == ""


def test_the_founding_tensions_are_of_stable_rules() -> None:
    assert {"comparison-conflict", "role-conflict"} <= set(STABLE)


def test_states_are_those_of_the_measurement() -> None:
    """The table of docs/rule-precision.md gives the figures, its verdicts give the table, and both give the state."""
    page = (ROOT / "docs" / "rule-precision.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([a-z-]+) \| (\d+) \| (\d+) \| (\d+) \| (stable|preview) \|$", page, re.MULTILINE)
    told = {name: (int(right), int(judged), state) for name, _, judged, right, state in rows}
    assert all(int(judged) <= int(alarms) for _, alarms, judged, _, _ in rows)
    for name, (right, judged, state) in told.items():
        listed = re.search(rf"^### {name}\n\n(.*?)(?=^###|\Z)", page, re.MULTILINE | re.DOTALL)
        verdicts = re.findall(r": (right|wrong)$", listed[1], re.MULTILINE) if listed else []
        assert (verdicts.count("right"), len(verdicts)) == (right, judged), name
        assert state == ("preview" if judged >= ENOUGH and right / judged < 0.5 else "stable"), name
    for rule in RULES:
        right, judged, state = told.get(rule.name, (0, 0, "stable"))
        assert (rule.measured or (0, 0), rule.state) == ((right, judged), state), rule.name


def test_the_page_of_a_preview_rule_says_that_it_is_one_and_why() -> None:
    """Below its name: how to select it, and the figures; a stable rule has its figures alone."""
    for rule in RULES:
        head = " ".join(rule.page.split("## ")[0].split())
        assert ("A preview rule" in head, f"--extend-select {rule.name}" in head) == (rule.preview, rule.preview)
        if rule.measured:
            assert "{} of {} alarms".format(*rule.measured) in head
            assert ("too few to tell" in head) == (rule.measured[1] < ENOUGH)


def test_a_report_has_what_was_selected_and_names_what_did_not_run() -> None:
    """The same through Python; nothing else of the report depends on it."""
    default, chosen, alone = (
        claimcheck.compare_texts(TEXTS, settings=Settings(model="hashing", **how))
        for how in ({}, {"preview": True}, {"select": (PREVIEW,)})
    )
    assert PREVIEW not in {f.rule for f in default.findings}
    assert default.coverage.not_run == tuple(rule.name for rule in RULES if rule.preview)
    assert PREVIEW in {f.rule for f in chosen.findings}
    assert chosen.coverage.not_run == ()
    assert {f.rule for f in alone.findings} == {PREVIEW}
    assert list(alone.findings) == [f for f in chosen.findings if f.rule == PREVIEW]


def test_the_same_in_any_order_of_articles_and_of_names() -> None:
    orders = ((STABLE, TEXTS), (STABLE[::-1], dict(reversed(TEXTS.items()))))
    one, other = (
        claimcheck.compare_texts(texts, settings=Settings(model="hashing", select=(*names, PREVIEW))).findings
        for names, texts in orders
    )
    assert one == other


def test_kept_reports_are_of_the_rules_that_were_selected(tmp_path: Path) -> None:
    """Each selection has an entry of its own; two ways to say the same have one."""
    documents = [read_text(text, name) for name, text in TEXTS.items()]

    def rules(**how: object) -> set[str]:
        settings = Settings(model="hashing", cache=str(tmp_path), **how)  # type: ignore[arg-type]
        return {f.rule for f in report_of(documents, settings).findings}

    def entries() -> int:
        return sum(1 for path in tmp_path.glob("*/report/*/*") if path.is_file())

    for _ in range(2):
        assert PREVIEW not in rules()
        assert PREVIEW in rules(preview=True)
        assert rules(select=(PREVIEW,)) == {PREVIEW}
        assert PREVIEW not in rules(preview=True, ignore=(PREVIEW,))
        assert entries() == 4
    assert PREVIEW in rules(extend_select=tuple(rule.name for rule in RULES if rule.preview))
    assert PREVIEW not in rules(ignore=(PREVIEW,))  # said of a rule that is off anyway
    assert rules(fail_on=FailOn.NEVER) == rules()
    assert entries() == 4


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    return [f"{name}.txt" for name in TEXTS]


@pytest.mark.parametrize(
    ("options", "environment", "configuration", "on"),
    [((), {}, "", False), (("--preview",), {}, "", True), (("--extend-select", PREVIEW), {}, "", True),
     (("--select", PREVIEW), {}, "", True), ((), {"CLAIMCHECK_PREVIEW": "true"}, "", True),
     ((), {"CLAIMCHECK_PREVIEW": "0"}, "preview = true", False), ((), {}, "preview = true", True),
     ((), {}, f'extend-select = ["{PREVIEW}"]', True), ((), {}, f'select = ["{PREVIEW}"]', True),
     (("--no-preview",), {"CLAIMCHECK_PREVIEW": "1"}, "preview = true", False),
     ((), {}, f'preview = true\nignore = ["{PREVIEW}"]', False), ((), {}, f'ignore = ["{PREVIEW}"]', False)],
)
def test_setting_flag_and_environment_select(
    command: Command, tmp_path: Path, files: list[str], options: tuple[str, ...], environment: dict[str, str],
    configuration: str, on: bool,
) -> None:
    """The command line wins over the environment, that over the file; to ignore what is off anyway is no error."""
    (tmp_path / "claimcheck.toml").write_text(f"{configuration}\n", encoding="utf-8")
    run = command("compare", "--model", "hashing", "--format", "json", "--fail-on", "never", *options, *files,
                  env=environment)
    assert (run.returncode, run.stderr) == (0, "")
    told = json.loads(run.stdout)
    assert (PREVIEW in {f["rule"] for f in told["findings"]}) == on
    assert (PREVIEW in told["coverage"]["not_run"]) != on


@pytest.mark.parametrize(
    ("arguments", "environment", "wanted_"),
    [(("--select", "polarity"), {}, "claimcheck: --select: 'polarity' is no rule; did you mean 'polarity-conflict'?"),
     (("--extend-select", "x"), {}, "claimcheck: --extend-select: 'x' is no rule; "),
     ((), {"CLAIMCHECK_PREVIEW": "maybe"}, "CLAIMCHECK_PREVIEW")],
)
def test_what_cannot_be_is_told_in_one_line(
    command: Command, files: list[str], arguments: tuple[str, ...], environment: dict[str, str], wanted_: str
) -> None:
    run = command("compare", *arguments, *files, env=environment)
    assert run.returncode == 2
    assert run.stdout == ""
    assert len(run.stderr.splitlines()) == 1
    assert wanted_ in run.stderr


def test_rules_are_listed_with_their_state(command: Command) -> None:
    rows = [line.split()[:2] for line in command("rules").stdout.split("\n\n")[0].splitlines()]
    assert rows == [[rule.name, rule.state.value] for rule in RULES]


EXPECT = """[[expect]]
verdict = "tension"
rule = "polarity-conflict"
a = { document = "herald.txt", quote = "resigned" }
b = { document = "ledger.txt", quote = "did not resign" }
"""


def test_an_expectation_of_a_rule_that_is_off_says_how_to_select_it(
    command: Command, tmp_path: Path, files: list[str]
) -> None:
    """It is not met and not simply passed over, --update leaves it alone, and with the rule selected it is met."""
    story = tmp_path / "story.toml"
    story.write_text(EXPECT, encoding="utf-8")
    run = command("test", "--model", "hashing")
    assert run.returncode == 1
    assert f"not looked for, {PREVIEW} is a preview rule" in run.stdout
    assert f"--extend-select {PREVIEW}" in run.stdout
    command("test", "--model", "hashing", "--update")
    assert EXPECT.strip() in story.read_text(encoding="utf-8")
    met = command("test", "--model", "hashing", "--extend-select", PREVIEW)
    assert "not looked for" not in met.stdout
    assert PREVIEW in met.stdout  # in the table of precision and recall
    assert not [line for line in met.stdout.splitlines() if "not found" in line]


def test_a_baseline_keeps_what_a_rule_that_is_off_had_found(
    command: Command, tmp_path: Path, files: list[str]
) -> None:
    """It is neither resolved nor pruned, for nobody looked; nor is an ignore of such a rule out of use."""
    baseline = tmp_path / "claimcheck.baseline.json"
    assert command("baseline", "update", "--model", "hashing", "--preview").returncode == 0
    before = baseline.read_text(encoding="utf-8")
    assert PREVIEW in before
    run = command("check", "--model", "hashing", "--strict-baseline")
    assert (run.returncode, run.stderr) == (0, "")
    assert "0 resolved" in run.stdout
    for order in ("update", "prune"):
        assert command("baseline", order, "--model", "hashing").returncode == 0
        assert baseline.read_text(encoding="utf-8") == before
    (tmp_path / "claimcheck.ignore.toml").write_text(
        f'[[ignore]]\nrule = "{PREVIEW}"\npair = ["herald.txt", "ledger.txt"]\nreason = "known"\n', encoding="utf-8")
    assert "ignores nothing" not in command("check", "--model", "hashing").stdout


def test_explain_tells_what_a_rule_that_is_off_would_have_said(command: Command, files: list[str]) -> None:
    arguments = ("explain", *files, "--model", "hashing", "--quote", "resigned", "--quote", "did not resign")
    told = " ".join(command(*arguments).stdout.split())
    assert f"a preview rule, off unless selected: --extend-select {PREVIEW}" in told
    selected = " ".join(command(*arguments, "--preview").stdout.split())
    assert PREVIEW in selected
    assert "off unless selected" not in selected
    (pair, *_) = json.loads(command(*arguments, "--format", "json").stdout)["pairs"]
    assert [f["reported"] for f in pair["findings"]] == [False]


# Precedence: invented rules, so that nothing but the table decides.

A, B = Span(0, 5), Span(0, 5)


def _finding(rule: str, key: str = "", at: Span = A) -> Finding:
    sides = tuple(Evidence(document, span, "words", "value", Span(0, 50), "words around", 1, 1, document)
                  for document, span in (("a", at), ("b", B)))
    return Finding(Verdict.TENSION, rule, "m", "", sides, key=key)


def _left(rules: tuple[Rule, ...], *findings: Finding) -> list[str]:
    return [f"{f.rule}{f.key}" for f in settle(findings, (), ("a", "b"), rules)]


def _rule(name: str, **columns: object) -> Rule:
    return Rule(name, "", (Verdict.TENSION,), **columns)  # type: ignore[arg-type]


def test_of_two_rules_on_one_place_the_rank_decides_where_one_retells() -> None:
    """Two that do not retell both stay."""
    low, high = _rule("low", retells=True, rank=PLAIN - 1), _rule("high", retells=True, rank=PLAIN - 1,
                                                                 ranks=(("sure", PLAIN + 1),))
    plain, other, first = _rule("plain"), _rule("other"), _rule("first", rank=PLAIN + 2)
    assert _left((plain, other, first), *map(_finding, ("plain", "other", "first"))) == ["plain", "other", "first"]
    assert _left((low, plain), _finding("low"), _finding("plain")) == ["plain"]
    assert _left((high, plain), _finding("high"), _finding("plain")) == ["plain"]
    assert _left((high, plain), _finding("high", "sure"), _finding("plain")) == ["highsure"]
    assert _left((high, plain, first), _finding("high", "sure"), _finding("plain"), _finding("first")) == [
        "plain", "first"]
    assert _left((low, plain), _finding("low"), _finding("plain", at=Span(10, 15))) == ["low", "plain"]


def test_a_rule_that_is_wide_stands_in_its_whole_claim() -> None:
    low = _rule("low", retells=True, rank=PLAIN - 1)
    apart = _finding("far", at=Span(20, 25))
    assert _left((low, _rule("far")), _finding("low"), apart) == ["low", "far"]
    assert _left((low, _rule("far", wide=True)), _finding("low"), apart) == ["far"]


def test_the_table_says_what_it_always_did() -> None:
    """copy-drift goes before all but another speaker where the sentence is a copy, and behind all where it may be none;
    quote-drift behind all but that."""
    drift, quote, speaker = "copy-drift", "quote-drift", "attribution-conflict"
    others = [r.name for r in RULES if r.name not in (drift, quote, speaker)]
    for other in others:
        assert _left(RULES, _finding(drift, COPIED), _finding(other)) == [f"{drift}{COPIED}"]
        assert _left(RULES, _finding(drift), _finding(other)) == [other]
        assert _left(RULES, _finding(quote), _finding(other)) == [other]
    assert _left(RULES, _finding(drift), _finding(quote)) == [quote]
    assert _left(RULES, _finding(drift, COPIED), _finding(quote)) == [f"{drift}{COPIED}"]
    assert _left(RULES, _finding(drift, COPIED), _finding(speaker), _finding("role-conflict")) == [
        speaker, "role-conflict"]


def test_what_an_ignored_rule_would_say_is_not_said_by_another() -> None:
    """Who ignores a rule does not want its findings in other words; what nobody selected takes no precedence."""
    texts = {name: f"The plant in Velden will cut {number} jobs by the end of May, the works council said on Monday."
             for name, number in (("herald", "45"), ("ledger", "30"))}
    (rule,) = {f.rule for f in claimcheck.compare_texts(texts, settings=Settings(model="hashing")).findings
               if f.verdict in (Verdict.TENSION, Verdict.CONTRADICTION)}
    left = claimcheck.compare_texts(texts, settings=Settings(model="hashing", ignore=(rule,))).findings
    assert not [f for f in left if f.verdict in (Verdict.TENSION, Verdict.CONTRADICTION)]
    assert rule in {r.name for r in running(Settings(ignore=(rule,)))} & off(Settings(ignore=(rule,)))
