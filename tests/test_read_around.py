"""What stands around the article of a page: notices of cookies, and elements that hold the article and are called
something beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck import compare
from claimcheck.cli.inputs import read_one
from claimcheck.errors import InputError
from claimcheck.read import read_bytes

ARTICLE = ("<h1>Flood toll</h1>"
           "<p>The flood hit three towns of the valley on Monday night after two days of rain, officials said.</p>"
           "<p>Roads remained closed, and the army brought water to the villages that were cut off.</p>"
           "<p>Twelve people died in Ostra, among them two children, the mayor said at a news conference.</p>")
NOTICE = ("<p>We value your privacy. We and our 842 partners store information on a device, such as cookies.</p>"
          "<p>You may manage your choices at any time, which will be signalled to all of our partners.</p>"
          "<p>Precise data of geolocation may be used by 75 partners for a time of 13 months or less.</p>")
ASKS = f"{NOTICE}<button>Accept all</button>"


def page(body: str) -> bytes:
    return (f"<html><head><title>Flood toll</title></head><body><nav><a href=/>Home</a> <a href=/s>Sport</a></nav>"
            f"{body}<footer>All rights reserved</footer></body></html>").encode()


@pytest.mark.parametrize("body", [
    f"<aside>{ARTICLE}</aside>",
    f"<article><p>By the desk.</p><aside>{ARTICLE}</aside></article>",
    f"<dialog open>{ARTICLE}</dialog>",
    f"<template shadowrootmode=open>{ARTICLE}</template>",
    f"<div id=cookie-banner>{NOTICE}</div><article>{ARTICLE}</article>",
    f"<div role=dialog aria-modal=true>{NOTICE}</div><div>{ARTICLE}</div>",
    f"<div class=q7>{ASKS}</div><div class=x>{ARTICLE}</div>",
    f"<div id=app><div>{NOTICE}</div><a href=# class=b>I agree</a><div>{ARTICLE}</div></div>",
    f"<div id=cmp>{ASKS}</div><div id=page style='display: none'><article>{ARTICLE}</article></div>",
    f"<div class=cookie-wall>{ASKS}</div><main hidden aria-hidden=true>{ARTICLE}</main>",
    f"<div class=cookie-consent-wrapper><div>{ASKS}</div><article>{ARTICLE}</article></div>",
])
def test_the_article_is_found_and_the_notice_is_not_read(body: str) -> None:
    """Whatever the element is called that has the article, and wherever the notice stands."""
    document = read_bytes(page(body), "page.html")
    assert "Twelve people died in Ostra" in document.text
    if "id=app" not in body:  # no element is the notice alone
        assert "partners" not in document.text
    said = "only 49% of" if "role=dialog" in body or "q7" in body else ""  # the notice is longer than the article
    assert document.note.startswith(said) if said else document.note == ""


@pytest.mark.parametrize("tag", ["div class=privacy-section", "article", "div id=story"])
def test_an_article_on_cookies_is_no_notice(tag: str) -> None:
    """Nor is one with a link that says "Accept"."""
    text = ("<h1>New law on cookies</h1><p>The parliament in Velden voted on Tuesday for a law on cookies and data.</p>"
            "<p>Pages must ask before they set cookies, and fines of 2 million euros are possible, a minister said.</p>"
            "<p>The opposition called it a gift. <a href=x>Accept</a> is what most readers click, says a study.</p>")
    document = read_bytes(page(f"<{tag}>{text}</{tag.split()[0]}>"), "page.html")
    assert "fines of 2 million euros" in document.text


COURT = "<h1>Court rules on data</h1>" + "".join(f"<p>{said}</p>" for said in (
    "The high court of Velden ruled on Tuesday that a shop may not keep personal data of 12,000 buyers.",
    "Judge Ida Brandt said that the cookies of the shop had told its partners what each buyer looked at.",
    "The shop had argued that consent was given, because the site showed a notice at the first visit.",
    "That notice named 842 vendors, and no choices but one, an expert for privacy told the court.",
    "The shop must delete the data by 1 May and pay 2 million euros to those who sued it in 2022.",
    "A lawyer for the shop said that it would appeal, and that tracking had ended in the meantime.",
    "Two other firms face the same charge, after a study of 300 sites found cookies without consent.",
    "“We never agreed to this,” said Oskar Lind, whose device had 90 cookies of the shop on it."))
FILLER = "".join(f"<p>Ferry number {n} left the port of Ostra late in the evening, it said.</p>" for n in range(6))


@pytest.mark.parametrize("body", [
    f"<div class='story tag-consent'>{COURT}</div>",
    f"<div id=page class=cookie-bar-open>{COURT}</div>",
    f"<div>{COURT}<button>OK</button></div>",
    f"<div class='opinion tag-cookies'>{COURT.replace(', ', ', we know, ').replace('shop', 'shop of your town')}</div>",
    f"<div role=dialog>{COURT}</div>",
    f"<section id=consent-law>{COURT}</section><div>{FILLER}</div>",
    f"<div class=gdpr>{COURT}</div><div id=cookie-banner>{ASKS}</div>",
])
def test_a_story_on_personal_data_is_no_notice(body: str) -> None:
    """Whatever the elements around it are called: it does not speak to its reader, or asks nothing."""
    text = read_bytes(page(body), "page.html").text
    assert "Judge Ida Brandt said that the cookies" in text
    assert "pay 2 million euros" in text
    assert "manage your choices" not in text


LONG = "".join(f"<p>{said}</p>" for said in (
    "We and our 842 partners store information on your device, such as cookies, to show you what you may like.",
    "You may change your choices at any time, and we will tell all of our partners what you want to be kept.",
    "With your consent we may use precise data of geolocation, and find your device by what your browser says.",
    "Some of our partners ask for no consent and rely on their legitimate interests, to which you may object.",
    "These cookies are needed to keep your settings, and cannot be turned off in your browser without a loss."))


@pytest.mark.parametrize("named", ["id=cookie-law", "class='gdpr box'", "class=modal", "class=consent", "role=dialog",
                                   "class='modal fade'", "class=q7"])
@pytest.mark.parametrize("tag", ["aside", "aside class=main-story", "div"])
def test_a_notice_longer_than_the_article_is_not_read_for_it(named: str, tag: str) -> None:
    """It is called one, or has a button, whatever the article stands in. How little was read is said."""
    button = "<button>Reject all</button>" if "q7" in named else ""
    document = read_bytes(page(f"<div {named}>{LONG}{button}</div><{tag}>{ARTICLE}</{tag.split()[0]}>"), "page.html")
    assert "Twelve people died in Ostra" in document.text
    assert "partners" not in document.text
    assert document.note.startswith("only 3")


FINED = "".join(f"<p>{said}</p>" for said in (
    "We asked the firm whether our readers' personal data had been sold to others, and it gave us no answer.",
    "When you open a page of the shop, your browser sends your data to 312 partners, as our test has shown.",
    "Your consent is asked for, but the cookies are set before you can make your choices, the court found.",
    "The firm must pay 2 million euros for what it did with your privacy, and we will tell you if it does."))
OTHER = "<p>The ferry to Ostra sank on Monday night with 41 people on board, police said.</p>" * 2


@pytest.mark.parametrize("body", [
    f"<div class=story><h1>Cookies: firm fined</h1>{FINED}</div><div>{OTHER}</div>",
    f"<main><div>{FINED}</div></main><div>{OTHER}</div>",
    f"<main><div class=gdpr>{FINED}</div><p>The case began in 2021 after a complaint of two buyers.</p></main>",
    f"<article><div class=body>{FINED}</div><p>The case began in 2021 after a complaint of two buyers.</p></article>",
    f"<article><section class=cookies>{FINED}</section><p>It began after the complaint of a buyer.</p></article>",
    f"<div class='post gdpr-fines'>{FINED}</div><div>{OTHER}</div>",
    f"<div class=tag-privacy-law>{FINED}</div><div>{OTHER}</div>",
    f"<div class=article-modal>{FINED}</div><div>{OTHER}</div>",
    f"<div class=cookies><h1>Cookies: firm fined</h1>{FINED}</div><div>{OTHER}</div>",
])
def test_an_article_that_speaks_of_cookies_to_its_reader_is_read(body: str) -> None:
    """Whatever it is tagged with."""
    text = read_bytes(page(body), "page.html").text
    assert "sends your data to 312 partners" in text
    assert "must pay 2 million euros" in text


@pytest.mark.parametrize("said", [
    "“We told our partners in March to delete the cookies,” said Ida Brandt, who leads the firm, on Monday.",
    "“Your data are safe with us,” the firm said to its buyers in a letter that the Gazette has seen.",
    "The firm said that this website uses no cookies, and that 12,000 buyers had been told of it by mail.",
])
@pytest.mark.parametrize("tag", ["p", "blockquote"])
def test_one_sentence_that_sounds_like_a_notice_stays_in_its_article(said: str, tag: str) -> None:
    """It is too short for one."""
    text = read_bytes(page(f"<div>{ARTICLE}<{tag}>{said}</{tag}></div>"), "page.html").text
    assert said in text
    assert "Twelve people died in Ostra" in text


@pytest.mark.parametrize(("body", "text"), [
    ("<p>Police said <del>15 people died</del> 12 people died on Monday at Ostra.</p>",
     "Police said 12 people died on Monday at Ostra."),
    ("<html><body><div><p>Seven <b>trawlers</b> sank in the bay off Velden.</p></div></body></html>",
     "Seven trawlers sank in the bay off Velden."),
    ("<html><body>The mayor of Ostra resigned on 3 May.</body></html>", "The mayor of Ostra resigned on 3 May."),
])
def test_a_page_of_one_short_paragraph_is_read(body: str, text: str) -> None:
    """Of as many words as running text has."""
    assert read_bytes(body.encode(), "page.html").text == f"{text}\n"


@pytest.mark.parametrize("body", [
    "<p>Please enable JavaScript to continue.</p>", "<p>You must log in first.</p>", "<p>Access to it was denied.</p>",
    "<nav><p>Read all about the war.</p></nav>", "<p><a href=x>Fire kills two in Velden.</a></p>",
    "<p>Home Sport Weather</p>",
    "<noscript><p>This needs a newer program.</p></noscript>",
    "<p>The page was not found.</p>", "<p>Enable JavaScript to continue.</p>",
    "<p>Service temporarily unavailable.</p>",
    "<p>Copyright 2031 Ostra Media Ltd.</p><p>All rights reserved.</p>", "<p>Reference number 18.2f3.</p>",
])
def test_what_only_speaks_to_the_reader_is_no_article(body: str) -> None:
    """Nor is a link or what is no sentence."""
    with pytest.raises(InputError, match="no article was found"):
        read_bytes(f"<html><body>{body}</body></html>".encode(), "page.html")


def test_what_is_beside_the_article_is_not_read() -> None:
    """A box, a hidden paragraph and a form that do not hold most of the page."""
    box = "<p>Thirty people died in the great fire of Harrow in 1907, the worst in the history of the town.</p>"
    for tag in ("aside", "div hidden", "dialog"):
        text = read_bytes(page(f"<article>{ARTICLE}</article><{tag}>{box}</{tag.split()[0]}>"), "page.html").text
        assert "Harrow" not in text


def test_a_page_of_nothing_but_a_notice_is_refused() -> None:
    """Links are no article."""
    with pytest.raises(InputError, match="no article was found"):
        read_bytes(page(f"<div id=cookie-banner>{ASKS}</div><div id=app></div>"), "page.html")


def test_little_of_a_page_is_said_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On the standard error, and in the report."""
    more = "".join(f"<section class=comment><p>Reader {n} says that the flood of {1900 + n} was a lot worse, of course."
                   "</p></section>" for n in range(40))
    file, other = tmp_path / "page.html", tmp_path / "other.txt"
    file.write_bytes(page(f"<article>{ARTICLE}</article><div class=comments>{more}</div>"))
    other.write_text("Twelve people died in Ostra, the mayor said.\n")
    document = read_one(str(file), stdin_name=None)
    assert "Reader 7" not in document.text
    assert document.note.startswith("only ")
    assert capsys.readouterr().err == f"claimcheck: {file}: {document.note}\n"
    report = compare([file, other])
    assert [d.note for d in report.documents] == [document.note, ""]
    assert "note" not in report.to_dict()["documents"][1]
