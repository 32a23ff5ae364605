"""The SARIF report: fits the standard, points at the exact words, and keeps its identities."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
import samples
from hypothesis import given, settings
from report_samples import ANY_STORIES, NONE, ONE, OPTIONS, RULES, SEVERAL, finding, report_of
from sarif_schema import SCHEMA, VALIDATOR

from claimcheck.model.finding import Severity, Verdict
from claimcheck.model.report import StoryReport
from claimcheck.report.sarif import render

VERBOSE = replace(OPTIONS, verbose=True)


def _run(stories: tuple[StoryReport, ...], options: Any = OPTIONS) -> dict[str, Any]:
    """The one run of the report, after the whole has been checked."""
    log = json.loads(render(stories, options))
    VALIDATOR.validate(log)
    (run,) = log["runs"]
    for result in run["results"]:  # 3.27.10, which the schema cannot say
        assert result["level"] == "none" or result.get("kind", "fail") == "fail"
    checked: dict[str, Any] = run
    return checked


def test_schema_is_that_of_the_standard() -> None:
    """It is whole, well formed, and refuses what is not in it."""
    assert SCHEMA["id"].endswith("/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
    jsonschema.Draft4Validator.check_schema(SCHEMA)
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate({"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x", "nmae": "y"}}}]})


@pytest.mark.parametrize("options", [OPTIONS, VERBOSE, replace(OPTIONS, rules=(), known=frozenset())])
@pytest.mark.parametrize("stories", [(), NONE, ONE, SEVERAL], ids=["no stories", "nothing found", "one", "several"])
def test_reports_fit_the_standard(stories: tuple[StoryReport, ...], options: Any) -> None:
    """Every run, with and without what is no alarm, is a SARIF 2.1.0 log of one run."""
    _run(stories, options)


@settings(max_examples=40, deadline=None)
@given(ANY_STORIES)
def test_any_text_fits_the_standard(stories: tuple[StoryReport, ...]) -> None:
    """No article, path or message breaks the log; every result names its rule and its documents by their index."""
    run = _run(stories, VERBOSE)
    rules, artifacts = run["tool"]["driver"]["rules"], run["artifacts"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        for location in result["locations"] + result.get("relatedLocations", []):
            where = location["physicalLocation"]["artifactLocation"]
            if "index" in where:
                assert artifacts[where["index"]]["location"]["uri"] == where["uri"]


def test_rules_are_declared_with_their_pages() -> None:
    """All rules of the program stand in the log, whether they found something or not."""
    rules = {rule["id"]: rule for rule in _run(ONE)["tool"]["driver"]["rules"]}
    assert list(rules)[: len(RULES)] == [rule.name for rule in RULES]
    assert rules["quantity-mismatch"]["help"]["markdown"] == RULES[0].page
    assert rules["quantity-mismatch"]["defaultConfiguration"]["level"] == "error"
    assert rules["same-date"]["defaultConfiguration"]["level"] == "note"
    assert rules["comparison-conflict"]["defaultConfiguration"]["level"] == "warning"


def test_levels_follow_severity() -> None:
    """Contradiction, tension and update are error, warning and note; the configuration can say otherwise."""
    assert [result["level"] for result in _run(ONE)["results"]] == ["error", "warning", "note"]
    graded = finding(verdict=Verdict.TENSION, graded=Severity.ERROR)
    assert _run((StoryReport("", report_of(graded)),))["results"][0]["level"] == "error"


def test_statements_are_no_alerts() -> None:
    """Agreements and what one source says are left out, or with --verbose are results that raise no alert."""
    kinds = {r["properties"]["verdict"]: (r["kind"], r["level"]) for r in _run(ONE, VERBOSE)["results"]}
    assert kinds["agreement"] == ("pass", "none")
    assert kinds["single-source"] == ("informational", "none")
    assert {r["kind"] for r in _run(ONE)["results"]} == {"fail"}


def test_regions_are_the_words() -> None:
    """Lines, columns and offsets, counted in code points, all lead to the words that carry the value."""
    run = _run(ONE, VERBOSE)
    assert run["columnKind"] == "unicodeCodePoints"
    for result in run["results"]:
        for location in result["locations"] + result.get("relatedLocations", []):
            physical = location["physicalLocation"]
            text, region = samples.TEXTS[physical["artifactLocation"]["uri"]], physical["region"]
            lines = [0, *(match.end() for match in re.finditer("\n", text))]
            start = lines[region["startLine"] - 1] + region["startColumn"] - 1
            end = lines[region["endLine"] - 1] + region["endColumn"] - 1
            assert text[start:end] == region["snippet"]["text"]
            assert (region["charOffset"], region["charLength"]) == (start, end - start)
            context = physical["contextRegion"]
            assert context["charOffset"] <= start
            assert end <= context["charOffset"] + context["charLength"]


def test_other_sides_are_related_locations_and_links() -> None:
    """The message links to each of the other sides by the id of its location."""
    result = _run(ONE)["results"][0]
    (other,) = result["relatedLocations"]
    assert other["id"] == 1
    assert other["physicalLocation"]["artifactLocation"]["uri"] == "desk/ledger.txt"
    assert re.findall(r"\[([^]]+)\]\((\d+)\)", result["message"]["text"]) == [
        ("Ledger, 6 March 2024 — planned: 20 to 30 jobs", "1")
    ]


def test_an_article_cannot_write_links() -> None:
    """Words of an article that look like a link to a location are none."""
    evil = finding(message="see [this](1) and [that](http://x)")
    text = _run((StoryReport("", report_of(evil)),))["results"][0]["message"]["text"]
    assert "[this] (1) and [that] (http" in text


def test_identity_is_the_fingerprint() -> None:
    """The identity is ours; findings that share one are numbered for services that keep one of each."""
    same, other = finding(1), finding(2)
    run = _run((StoryReport("a", report_of(same, other)), StoryReport("b", report_of(same))))
    hashes = [r["partialFingerprints"]["primaryLocationLineHash"] for r in run["results"]]
    assert hashes == [f"{same.fingerprint}:1", f"{other.fingerprint}:1", f"{same.fingerprint}:2"]
    assert run["results"][2]["properties"]["story"] == "b"


def test_baseline_tells_new_from_known() -> None:
    """With a baseline every result is new or unchanged; without one nothing is said."""
    known, new = finding(1), finding(2)
    stories = (StoryReport("", report_of(known, new)),)
    run = _run(stories, replace(OPTIONS, known=frozenset({known.fingerprint})))
    assert [r["baselineState"] for r in run["results"]] == ["unchanged", "new"]
    assert all("baselineState" not in r for r in _run(stories)["results"])


def test_failures_are_notifications() -> None:
    """A run in which something failed did not succeed; one that compared nothing says so."""
    invocation = _run(SEVERAL)["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert [n["level"] for n in invocation["toolExecutionNotifications"]] == ["error", "warning"]
    assert _run(ONE)["invocations"] == [{"executionSuccessful": True}]


@pytest.mark.parametrize(
    ("document", "uri"),
    [("./a/b c.txt", "a/b%20c.txt"), ("/x/ä.txt", "file:///x/%C3%A4.txt"), ("c:d#e?f", "c%3Ad%23e%3Ff"),
     ("<stdin>", "%3Cstdin%3E"), ("b/../a.txt", "a.txt")],
)
def test_paths_become_uris(document: str, uri: str) -> None:
    """A path is percent-encoded; a relative one stays relative to the root of the sources."""
    made = finding(evidence=(replace(samples.side("desk/herald.txt", "45 jobs", "45"), document=document),))
    result = _run((StoryReport("", report_of(made)),))["results"][0]
    where = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert where == ({"uri": uri} if uri.startswith("file") else {"uri": uri, "uriBaseId": "%SRCROOT%"})


def test_a_document_above_the_sources_has_a_base_of_its_own() -> None:
    """No reference begins with ``..``: a reader would resolve it to a file that is not of the sources."""
    evidence = (replace(samples.side("desk/herald.txt", "45 jobs", "45"), document="../../x/b/../a.txt"),)
    report = report_of(finding(evidence=evidence))
    summary = replace(samples.story().documents[0], id="../../x/b/../a.txt")
    run = _run((StoryReport("", replace(report, documents=(summary,))),))
    where = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert (where["uri"], where["uriBaseId"]) == ("x/a.txt", "%ABOVE2%")
    assert run["originalUriBaseIds"] == {"%ABOVE2%": {"description": {"text": "2 folders above %SRCROOT%"}}}
