"""Settings: what wins over what, and what is said about a file that is wrong."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Run
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.cli.config import template
from claimcheck.config import FailOn, Settings
from claimcheck.config.load import Loaded, load
from claimcheck.config.options import OPTIONS
from claimcheck.errors import ClaimcheckError
from claimcheck.model.finding import Finding, Severity, Verdict
from claimcheck.model.report import Failure, Report
from claimcheck.toml import parse_toml

RULES = ("quantity-mismatch", "date-mismatch", "single-source")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, empty."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _load(text: str = "", *, environ: dict[str, str] | None = None, **options: object) -> Loaded:
    if text:
        Path("claimcheck.toml").write_text(text, encoding="utf-8")
    return load(rules=lambda: RULES, environ=environ or {}, **options)  # type: ignore[arg-type]


def test_command_line_wins_over_environment_over_file_over_default() -> None:
    """And every value says where it is from."""
    text = 'model = "onnx"\nfail-on = "update"\nignore = ["single-source"]\n'
    loaded = _load(text, environ={"CLAIMCHECK_MODEL": "hashing", "CLAIMCHECK_FAIL_ON": "never"},
                   given={"fail_on": ("--fail-on", FailOn.TENSION)})
    assert (loaded.settings.model, loaded.settings.fail_on, loaded.settings.ignore) == (
        "hashing", FailOn.TENSION, ("single-source",))
    assert loaded.origins["model"] == "environment CLAIMCHECK_MODEL"
    assert loaded.origins["fail_on"] == "--fail-on"
    assert loaded.origins["ignore"] == "claimcheck.toml:3:1"
    assert loaded.origins["select"] == "default"


def test_nearest_file_holds(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """claimcheck.toml or [tool.claimcheck], in the folder or above it; paths count from there."""
    (folder / "pyproject.toml").write_text('[tool.claimcheck]\nmodel = "onnx"\n')
    below = folder / "desk"
    below.mkdir()
    (below / "pyproject.toml").write_text('[tool.other]\nmodel = 3\n')
    monkeypatch.chdir(below)
    loaded = _load()
    assert loaded.settings.model == "onnx"
    assert loaded.settings.root == ".."
    assert loaded.origins["model"] == "../pyproject.toml:2:1"
    _load('model = "hashing"\n')
    assert _load().settings.model == "hashing"
    assert _load(config="../pyproject.toml").settings.model == "onnx"
    assert _load(isolated=True).settings == Settings()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('modle = "x"', "claimcheck.toml:1:1: unknown key 'modle'; did you mean 'model'?"),
        ("# c\n\n  fail_on = 1", "claimcheck.toml:3:3: unknown key 'fail_on'; did you mean 'fail-on'?"),
        ('fail-on = "always"', "claimcheck.toml:1:1: fail-on is 'always'; choose one of contradiction"),
        ("model = 3", "claimcheck.toml:1:1: model is 3; write a string"),
        ('ignore = "single-source"', "claimcheck.toml:1:1: ignore is 'single-source'; write a list"),
        ('select = ["quantity-mismach"]', "'quantity-mismach' is no rule; did you mean 'quantity-mismatch'?"),
        ("[thresholds]\nnearness = 2", "claimcheck.toml:2:1: thresholds.nearness is 2; write a cosine"),
        ("[thresholds]\nneighbours = true", "claimcheck.toml:2:1: thresholds.neighbours is True; write a whole number"),
        ("[thresholds]\nnearnes = 1", "claimcheck.toml:2:1: unknown key 'nearnes'; did you mean 'nearness'?"),
        ("thresholds = 1", "claimcheck.toml:1:1: 'thresholds' is to be a table"),
        ("thresholds.nearness = -1", "claimcheck.toml:1:1: thresholds.nearness is -1"),
        ('[severity]\ndate-mismatch = "grave"', "claimcheck.toml:2:1: severity.date-mismatch is 'grave'; choose one"),
        ('severity = { date-mismatch = "grave" }', "claimcheck.toml:1:14: severity.date-mismatch"),
        ('[severity]\ndate = "error"', "claimcheck.toml:2:1: 'date' is no rule"),
        ('[sources]\n"A" = ["x"]\n"B" = ["X"]', "claimcheck.toml:3:1: sources.B is 'X'; it is an other name of 'A'"),
        ('[sources]\n"" = ["x"]', "claimcheck.toml:2:1: sources: an empty name is nobody's; take it out"),
        ('[sources]\n"A" = ["x", " "]', "claimcheck.toml:2:1: sources: an empty name is nobody's; take it out"),
        ('paths = ["desk", ""]', "claimcheck.toml:1:1: paths.1 is ''; write a path; \".\" is the folder of this file"),
        ('outside = [""]', "claimcheck.toml:1:1: outside.0 is ''; write a path"),
        ("[units]\nx = { words = [] }", "claimcheck.toml:2:7: units.x.words is []; write at least one, or take it out"),
        ('[units]\nx = { of = "acre", signs = [] }', "claimcheck.toml:2:20: units.x.signs is []; write at least one"),
        ("units = 3", "claimcheck.toml:1:1: units is 3; write a table of name = { of"),
        ("[units]\nrood = 3", "claimcheck.toml:2:1: units.rood is 3; write a table"),
        ('[units]\nrood = { of = "acer" }', "claimcheck.toml:2:10: units.rood.of: 'acer' is no known unit; did you"),
        ('[units.rood]\nof = "acre"\nfacter = 2', "claimcheck.toml:3:1: unknown key 'facter'; did you mean 'factor'?"),
        ('[units.rood]\nof = "acre"\nfactor = -1', "claimcheck.toml:3:1: units.rood.factor: -1 is no factor; write"),
        ('[units.rood]\nof = "acre"\nfactor = "1/4"', "claimcheck.toml:3:1: units.rood.factor is '1/4'; write"),
        ("[units.rood]\nfactor = 2", "claimcheck.toml:2:1: units.rood.factor: 2 of what? write of ="),
        ('[units]\nmetre = { of = "foot" }', "claimcheck.toml:2:1: units.metre: 'metre' is a unit already"),
        ("[units]\nrood = {}", "claimcheck.toml:2:1: units.rood is {}; write what it is, as words"),
        ("[units.rood]", "claimcheck.toml:1:1: units.rood is {}; write what it is, as words"),
        ("[units]\nvolume = {}", "claimcheck.toml:2:1: units.volume: 'volume' is a dimension already"),
        ('[units]\na = { of = "b" }\nb = { of = "a" }', "claimcheck.toml:3:7: units.b.of: 'a' leads back to itself"),
        ('[units.a]\nwords = ["x2"]', "claimcheck.toml:2:1: units.a.words: 'x2' is no word; write letters"),
        ('[units.a]\nwords = ["euro"]', "claimcheck.toml:2:1: units.a.words: 'euro' is a currency"),
        ('[units.a]\nsigns = ["2"]', "claimcheck.toml:2:1: units.a.signs: '2' is no sign"),
        ('[units]\na = { words = ["x"] }\nb = { words = ["x"] }', "claimcheck.toml:3:7: units.b.words: 'x' stands"),
        ('[synonyms]\nstevedore = "docker"', "claimcheck.toml:2:1: synonyms.stevedore is 'docker'; write a list"),
        ('[synonyms]\na = ["x y"]', "claimcheck.toml:2:1: synonyms.a: 'x y' is no single word"),
        ('[synonyms]\na = ["x"]\nb = ["X"]', "claimcheck.toml:3:1: synonyms.b: 'X' stands under 'a' already"),
        ("model = ", "claimcheck.toml:1:9: not TOML"),
        ("a = 1\na = 2", "claimcheck.toml:2:6: not TOML: cannot overwrite a value"),
    ],
)
def test_a_mistake_is_one_line_with_its_place(text: str, told: str) -> None:
    """path:line:column, what is wrong, and the nearest that would be right."""
    with pytest.raises(ClaimcheckError) as caught:
        _load(text)
    assert str(caught.value).startswith(told) or told in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("make", "told"), [
    (lambda path: path.symlink_to("gone"), "a link that leads nowhere; mend or remove it, or say --isolated"),
    (lambda path: path.symlink_to(path.name), "a link that leads in a circle; mend or remove it, or say --isolated"),
    (os.mkfifo, "not a regular file; remove it, or say --isolated"),
], ids=["nowhere", "circle", "pipe"])
def test_a_file_of_that_name_that_is_none_is_told(
    make: Callable[[Path], None], told: str, folder: Path, monkeypatch: pytest.MonkeyPatch, claimcheck: Run
) -> None:
    """Settings that cannot be had are not those of nobody. A folder is passed over, and so is a link to one."""
    make(folder / "claimcheck.toml")
    (folder / "desk").mkdir()
    monkeypatch.chdir(folder / "desk")
    assert claimcheck("config", "show") == (2, "", f"claimcheck: ../claimcheck.toml: {told}\n")
    assert claimcheck("config", "show", "--isolated")[0] == 0
    (folder / "claimcheck.toml").unlink()
    (folder / "claimcheck.toml").symlink_to("desk")
    assert claimcheck("config", "show")[0] == 0


def test_environment_is_checked_too() -> None:
    """With the name of the variable."""
    with pytest.raises(ClaimcheckError, match="CLAIMCHECK_FAIL_ON: fail-on is 'x'"):
        _load(environ={"CLAIMCHECK_FAIL_ON": "x"})


@pytest.mark.parametrize("data", [b"\xff", b"\xef\xbb\xbfmodle = 1", b"\0"])
def test_bytes_that_are_no_toml_are_an_error(data: bytes) -> None:
    """Not a traceback."""
    Path("claimcheck.toml").write_bytes(data)
    with pytest.raises(ClaimcheckError, match=r"^claimcheck.toml:1:\d+: "):
        _load()


@given(st.text(max_size=60))
def test_any_text_is_settings_or_an_error_with_a_place(text: str) -> None:
    """Whatever stands in the file."""
    try:
        file = parse_toml(text, "f")
    except ClaimcheckError as error:
        told = str(error)
    else:
        told = "f:"
        for key in file.data:
            assert file.place((key,))[0] <= len(text.splitlines()) + 1
    assert told.startswith("f:")


def test_template_sets_nothing_and_names_everything() -> None:
    """What `init` writes is read back as the defaults, and all that is commented out would be read."""
    assert _load(template()).settings == Settings(root=".")
    text = template()
    for option in OPTIONS:
        assert option.keys[-1] in text
    lines = [line.removeprefix("# ") for line in text.splitlines() if " = " in line or line.startswith(("[", "# ["))]
    names = ("quantity-mismatch", "date-mismatch", "single-source", "diverging-bounds", "polarity-conflict")
    Path("claimcheck.toml").write_text("\n".join(lines), encoding="utf-8")
    assert load(rules=lambda: names, environ={}).settings.sources


@pytest.mark.parametrize(
    ("verdict", "graded", "at"),
    [(Verdict.CONTRADICTION, None, FailOn.CONTRADICTION), (Verdict.TENSION, None, FailOn.TENSION),
     (Verdict.UPDATE, None, FailOn.UPDATE), (Verdict.AGREEMENT, None, None), (Verdict.SINGLE_SOURCE, None, None),
     (Verdict.TENSION, Severity.ERROR, FailOn.CONTRADICTION), (Verdict.CONTRADICTION, Severity.NOTE, FailOn.UPDATE),
     (Verdict.SINGLE_SOURCE, Severity.WARNING, FailOn.TENSION)],
)
def test_severity_decides_what_fails(verdict: Verdict, graded: Severity | None, at: FailOn | None) -> None:
    """A finding fails from its severity on: by its verdict, or as the configuration grades its rule."""
    grades = (("r", graded),) if graded else ()
    report = Report((), (Finding(verdict, "r", "m", "", ()),))
    for fail_on in FailOn:
        settings = Settings(fail_on=fail_on, severity=grades)
        (finding,) = settings.applied(report).findings
        order = (FailOn.CONTRADICTION, FailOn.TENSION, FailOn.UPDATE)
        wanted = at is not None and fail_on is not FailOn.NEVER and order.index(at) <= order.index(fail_on)
        assert settings.fails(finding) is wanted


def test_rules_that_are_not_wanted_are_not_there() -> None:
    """Neither their findings nor their failures."""
    report = Report((), tuple(Finding(Verdict.TENSION, rule, "m", "", ()) for rule in "abc"),
                    failures=(Failure("rule", "a", "broken"), Failure("read", "a", "missing")))
    left = Settings(select=("a", "b"), ignore=("a",)).applied(report)
    assert [finding.rule for finding in left.findings] == ["b"]
    assert [failure.stage for failure in left.failures] == ["read"]
