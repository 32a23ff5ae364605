"""The page in a real browser: links both ways, filters, keyboard, themes, paper, and that nothing leaves it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from page_samples import bridges, hostile, many, plant
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright
from report_samples import OPTIONS

from claimcheck.report.html import render

pytestmark = pytest.mark.slow

PAGES = {
    "bridges": [bridges()], "hostile": [hostile()], "several": [plant(), bridges()], "none": [],
}
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium as Debian packs it; .ci/run installs it."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("no chromium on this machine")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-background-networking", "--disable-quic"])
        yield chromium
        chromium.close()


@dataclass
class Opened:
    """A page, and what it did that it should not."""

    page: Page
    faults: list[str] = field(default_factory=list)

    def asked(self, url: str, own: str) -> None:
        if not url.startswith(own):
            self.faults.append(url)


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    opener = Opener(browser, tmp_path)
    yield opener
    for one in opener.all:
        one.page.context.close()
        assert not one.faults


class Opener:
    """Opens samples from disk; at the end of a test none of them may have complained or asked for anything."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser, self.folder, self.all = browser, folder, list[Opened]()

    def __call__(
        self, name: str, size: dict[str, int] = DESK, *, dark: bool = False, script: bool = True, at: str = ""
    ) -> Page:
        file = self.folder / f"{name}.html"
        file.write_text(render([many()] if name == "many" else PAGES[name], OPTIONS), encoding="utf-8")
        context = self.browser.new_context(
            viewport={"width": size["width"], "height": size["height"]}, color_scheme="dark" if dark else "light",
            reduced_motion="reduce", java_script_enabled=script)
        one = Opened(context.new_page())
        self.all.append(one)
        one.page.on("console", lambda message: one.faults.append(message.text))
        one.page.on("pageerror", lambda error: one.faults.append(str(error)))
        one.page.on("dialog", lambda dialog: one.faults.append(dialog.message))
        one.page.on("request", lambda request: one.asked(request.url, file.as_uri()))
        one.page.goto(f"{file.as_uri()}{at}")
        return one.page


@pytest.mark.parametrize(
    ("name", "dark", "size"),
    [("bridges", False, DESK), ("bridges", True, DESK), ("hostile", True, PHONE), ("several", False, PHONE),
     ("none", False, DESK)],
    ids=["light", "dark", "hostile, dark, phone", "several, phone", "none"],
)
def test_page_is_accessible(opened: Opener, name: str, dark: bool, size: dict[str, int]) -> None:
    """axe finds nothing, with a finding selected too."""
    page = opened(name, size, dark=dark)
    for link in page.locator(".values a").all()[:1]:
        link.click()
    found = Axe().run(page)
    assert not found.response["violations"], found.generate_report()


def test_phone_shows_all_without_scrolling_sideways(opened: Opener) -> None:
    """Long words and paths of hostile articles are broken."""
    for name in PAGES:
        assert opened(name, PHONE).evaluate("document.documentElement.scrollWidth <= innerWidth"), name


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_each_finding_leads_to_its_places_and_back(opened: Opener, size: dict[str, int]) -> None:
    """A value lights up the finding's words in all articles; the words lead back to the finding."""
    page = opened("bridges", size)
    for finding in page.locator(".finding").all():
        number = finding.get_attribute("data-number")
        for value in finding.locator(".values a").all():
            value.click()
            place = page.locator(f"[id='{(value.get_attribute('href') or '')[1:]}']")
            expect(place).to_be_focused()
            expect(place).to_be_in_viewport()
            expect(finding).to_have_class(_word("selected"))
            lit = page.locator(".mark.lit").evaluate_all("all => all.map(mark => mark.dataset.findings.split(' '))")
            assert lit
            assert all(number in numbers for numbers in lit)
            own = page.locator(".mark").evaluate_all("all => all.map(mark => mark.dataset.findings.split(' '))")
            assert len(lit) == sum(number in numbers for numbers in own)
    for mark in page.locator(".mark").all():
        mark.click()
        finding = page.locator(f"[id='{(mark.get_attribute('href') or '')[1:]}']")
        expect(finding).to_have_class(_word("selected"))
        expect(finding.locator("h3")).to_be_in_viewport()


def test_articles_of_a_finding_come_to_the_front(opened: Opener) -> None:
    """Of twenty columns, those that speak of the finding stand side by side, scrolled to their words."""
    page = opened("many")
    page.locator("#s1-f20 .values a").first.click()
    places = page.locator("#s1-f20 .values a").evaluate_all("all => all.map(a => a.hash)")
    assert len(places) == 3
    for place in places:
        expect(page.locator(place)).to_be_in_viewport()


def test_back_button_and_address_lead_to_findings(opened: Opener) -> None:
    """A link to a finding or to words in an article can be passed on."""
    page = opened("bridges", at="#s1-f2")
    expect(page.locator("#s1-f2")).to_have_class(_word("selected"))
    page.locator("#s1-f3 .values a").first.click()
    expect(page.locator("#s1-f3")).to_have_class(_word("selected"))
    page.go_back()
    expect(page.locator("#s1-f2")).to_have_class(_word("selected"))


def test_table_and_timeline_lead_to_articles(opened: Opener) -> None:
    """From a cell or a time to the words, with the finding that it is about."""
    page = opened("bridges")
    page.locator(".facts td a", has_text="4 May 2030").click()
    expect(page.locator(".mark.lit", has_text="On 4 May 2030")).to_be_focused()
    expect(page.locator(".finding.selected h3")).to_have_text("day of the fall")
    page.locator(".timeline li li a", has_text="line 3").first.click()
    expect(page.locator(".mark:focus")).to_have_text("in May")


def test_filters(opened: Opener) -> None:
    """By verdict, rule and topic, together; the words of hidden findings are no longer marked."""
    page = opened("bridges")
    shown = page.locator(".finding:visible")
    status = page.locator(".status")
    expect(status).to_have_text("All 7 findings")
    page.get_by_label("1 agreement, 1 name").uncheck()
    expect(status).to_have_text("5 of 7 findings")
    expect(page.locator(".mark", has_text="Orsel")).to_have_class(_word("off"))
    page.get_by_label("Rule").select_option("quantity-mismatch")
    assert shown.evaluate_all("all => all.map(f => f.dataset.number)") == ["1", "3"]
    page.get_by_label("1 tension").uncheck()
    page.get_by_label("Topic").select_option("bridges, Orsel")
    assert shown.evaluate_all("all => all.map(f => f.dataset.number)") == ["1"]
    page.locator(".facts td a", has_text="4 May 2030").click()  # what a link leads to is shown
    expect(page.locator("#s1-f2")).to_be_visible()
    page.get_by_label("Rule").select_option("single-source")
    page.get_by_role("button", name="Show all").click()
    expect(status).to_have_text("All 7 findings")


def test_keyboard_alone(opened: Opener) -> None:
    """From the skip link to a filter, a finding, its words, and back."""
    page = opened("bridges")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    _tab_to(page, page.get_by_label("2 contradictions"))
    page.keyboard.press("Space")
    expect(page.locator(".status")).to_have_text("5 of 7 findings")
    page.keyboard.press("Space")
    _tab_to(page, page.locator("#s1-f1 .values a").first)
    page.keyboard.press("Enter")
    expect(page.locator(".mark:focus")).to_have_attribute("data-findings", "1 3")
    page.keyboard.press("Enter")
    expect(page.locator("#s1-f1")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".selected")).to_have_count(0)
    _tab_to(page, page.locator("article.source").first)  # a pane that the arrow keys scroll


def _tab_to(page: Page, element: Locator) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if element.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError("the Tab key does not get there")


def test_page_is_whole_without_scripts(opened: Opener) -> None:
    """All findings and articles are there, links lead to the words, and no filter that would do nothing."""
    page = opened("bridges", script=False)
    expect(page.locator("form")).to_be_hidden()
    expect(page.locator(".finding:visible")).to_have_count(7)
    page.locator("#s1-f2 .values a").nth(1).click()
    expect(page.locator(".mark", has_text="On 4 May 2030")).to_be_in_viewport()


def test_policy_holds(opened: Opener) -> None:
    """What a hostile article would have to get past, had it got past the escaping."""
    page = opened("hostile")
    assert page.title() != "owned"
    blocked = page.evaluate("""async () => {
        const seen = [];
        document.addEventListener("securitypolicyviolation", (event) => seen.push(event.effectiveDirective));
        const script = document.createElement("script");
        script.textContent = "document.title = 'owned'";
        const image = new Image();
        image.src = "http://127.0.0.1:9/x.png";
        document.body.append(script, image);
        document.body.setAttribute("style", "color: red");
        await new Promise((done) => setTimeout(done, 100));
        return seen.sort();
    }""")
    assert blocked == ["img-src", "script-src-elem", "style-src-attr"]
    assert page.title() != "owned"
    faults = opener_faults(opened)
    assert len([fault for fault in faults if "Content Security Policy" in fault]) == 3
    assert [fault for fault in faults if "Content Security Policy" not in fault] in ([], ["http://127.0.0.1:9/x.png"])
    faults.clear()


def opener_faults(opener: Opener) -> list[str]:
    return opener.all[-1].faults


def test_paper_has_all_of_it(opened: Opener) -> None:
    """Nothing is cut by a pane that paper cannot scroll; what paper cannot press is gone."""
    page = opened("bridges")
    page.emulate_media(media="print")
    cut = page.evaluate("""() => [...document.querySelectorAll(".findings, .columns, .source, .wide")]
        .filter((pane) => pane.scrollHeight > pane.clientHeight + 1).map((pane) => pane.className)""")
    assert cut == []
    expect(page.locator(".filters")).to_be_hidden()
    expect(page.locator(".contents")).to_be_hidden()


def test_long_story_stays_light(opened: Opener) -> None:
    """20 sources and 300 findings: a number of elements that opens at once, and a filter that counts them all."""
    page = opened("many")
    assert page.evaluate("document.querySelectorAll('*').length") < 40_000
    page.get_by_label("Rule").select_option("rule-3")
    expect(page.locator(".status")).to_have_text("25 of 300 findings")


def test_long_story_opens_as_quickly_as_plain_text(browser: Browser, tmp_path: Path) -> None:
    """20 sources and 300 findings are a file of little more than a megabyte that costs no more processor time until it
    is drawn than 30,000 elements without any style: below a second on a machine of our days."""
    long = render([many()], OPTIONS)
    plain = "<!doctype html><title>plain</title>" + "<p>Some <b>words</b> in a row.</p>\n" * 15_000
    assert len(long.encode()) < 1_500_000
    spent: dict[str, list[float]] = {"long": [], "plain": []}
    for name, text in (("plain", plain), ("long", long)) * 2:
        file = tmp_path / f"{name}.html"
        file.write_text(text, encoding="utf-8")
        spent[name].append(_processor_seconds(browser, file.as_uri()))
    assert min(spent["long"]) < 1.5 * min(spent["plain"]), spent


def _processor_seconds(browser: Browser, url: str) -> float:
    """What the process that draws a page has used when it is drawn."""
    with browser.new_context(viewport={"width": DESK["width"], "height": DESK["height"]}) as context:
        page = context.new_page()
        page.goto(url)
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn)))")
        session = context.new_cdp_session(page)
        session.send("Performance.enable")
        metrics = {m["name"]: m["value"] for m in session.send("Performance.getMetrics")["metrics"]}
        return float(metrics["ProcessTime"])


def _word(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{name}\b")
