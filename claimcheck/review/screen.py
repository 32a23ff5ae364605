"""The screen of a review: what it shows is made of a Session, what a key does is a step of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from rich.console import Group
from rich.table import Table
from rich.text import Text
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from claimcheck.errors import ClaimcheckError
from claimcheck.model.finding import Finding, Verdict
from claimcheck.report.layout import MEASURE
from claimcheck.report.quote import AROUND
from claimcheck.report.text import card
from claimcheck.report.words import SYMBOL, clean, count
from claimcheck.review.session import Act, Decision, Files, Filter, Session, agreed, like, tally, widened

# From this width on two sides stand beside each other.
_BESIDE = 110
_WIDEST = 160
_GAP = 2
# Characters of context on each side of the marked words, where more is asked for.
_MORE = 1_000
# What a blind reader can say, by key.
_VERDICTS = (*(v for v in Verdict if v is not Verdict.SINGLE_SOURCE), None)
_HELP = """\
[b]Decide[/b]
  a      accept: into the baseline, `check` is silent about it from now on
  i      ignore: this rule between these two documents, with your reason
  r      right: `test` expects this finding from now on
  w      wrong: `test` fails where this is reported as an alarm
  u      undo: take back what was decided about this finding, or the
         newest decision of this sitting
[b]Walk[/b]
  → n    next            ← p    previous        o    next that is open
  ↑ ↓    scroll          f      filter          t    more of the text
  q      quit
[b]Blind[/b]
  1 to 5 what you take it for; then the verdict is shown

Every decision is in its file at once. The next review goes on from there.

[dim]Escape closes this.[/dim]"""


def show(session: Session, files: Files) -> Session:
    """Go through it with the reader; the session as he leaves it. A fault of the program ends it, and is raised."""
    app = Review(session, files)
    after = app.run(mouse=False)
    if app._exception:
        raise app._exception
    return after or session


class Review(App[Session]):
    """The colours are those of the terminal's own theme, so that light and dark both read well."""

    TITLE = "claimcheck review"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "decide('accept')"), Binding("r", "label(True)"), Binding("w", "label(False)"),
        Binding("i", "ignore"), Binding("u", "undo"), Binding("f", "filter"), Binding("question_mark", "help"),
        Binding("t", "more"), Binding("right,n,j", "step(1)"), Binding("left,p,k", "step(-1)"), Binding("o", "open"),
        Binding("q,ctrl+c", "leave"), *(Binding(str(n), f"say({n})") for n in range(1, 6)),
    ]
    CSS = """
    Screen { background: ansi_default; color: ansi_default; }
    #head, #foot { height: auto; padding: 0 1; }
    #head { border-bottom: solid ansi_bright_black; }
    #foot { border-top: solid ansi_bright_black; }
    #body { height: 1fr; padding: 1 1 0 1; background: ansi_default;
            scrollbar-size-vertical: 1; scrollbar-color: ansi_bright_black; scrollbar-background: ansi_default; }
    #note { height: auto; padding: 0 1; }
    ModalScreen { align: center bottom; background: transparent; }
    #box { width: 100%; height: auto; max-height: 80%; padding: 0 1; background: ansi_default;
           border-top: heavy ansi_default; }
    #box Input, #box OptionList { border: none; padding: 0; background: ansi_default; height: auto;
                                   max-height: 60vh; }
    #box OptionList:focus > .option-list--option-highlighted { text-style: bold underline; }
    #box Input:focus > .input--cursor { color: ansi_default; background: ansi_default; text-style: reverse; }
    """

    def __init__(self, session: Session, files: Files) -> None:
        super().__init__(ansi_color=True)
        self.theme = "ansi-dark"
        self._session, self._files, self._note, self._more = session, files, "", False

    def compose(self) -> ComposeResult:
        yield Static(id="head")
        yield VerticalScroll(Static(id="card"), id="body")
        yield Static(id="note")
        yield Static(id="foot")

    def on_mount(self) -> None:
        self.query_one("#body").focus()
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def action_step(self, step: int) -> None:
        self._to(self._session.moved(step))

    def action_open(self) -> None:
        self._to(self._session.moved(1).to_open())

    def action_decide(self, act: str, said: str = "") -> None:
        decision = Decision(Act(act), said)
        if refused := self._session.refused(decision):
            self._to(self._session, refused)
            return
        try:
            self._to(self._session.deciding(decision, self._files))
        except ClaimcheckError as error:
            self._to(self._session, str(error))

    def action_label(self, right: bool) -> None:
        item = self._session.item
        if self._session.hidden:
            self._to(self._session, "Say first what you take it for: 1 to 5")
        else:
            self.action_decide("label", item.finding.verdict.value if right and item else "")

    def action_say(self, number: int) -> None:
        if self._session.blind:
            self.action_decide("label", _VERDICTS[number - 1] or "")

    def action_ignore(self) -> None:
        refused = self._session.refused(Decision(Act.IGNORE))
        if refused:
            self._to(self._session, refused)
            return
        self.push_screen(_Ask(_ignoring(self._session)), self._ignored)

    def action_undo(self) -> None:
        try:
            self._to(*self._session.undoing(self._files))
        except ClaimcheckError as error:
            self._to(self._session, str(error))

    def action_filter(self) -> None:
        self.push_screen(_Choose(self._session), self._filtered)

    def action_help(self) -> None:
        self.push_screen(_Help())

    def action_more(self) -> None:
        self._more = not self._more
        self._draw()

    def action_leave(self) -> None:
        self.exit(self._session)

    def _fatal_error(self) -> None:
        """Without the traceback that textual prints: what is raised is told like every fault."""
        self._close_messages_no_wait()

    def _filtered(self, chosen: Filter | None) -> None:
        if chosen:
            self._to(self._session.filtered(chosen))

    def _ignored(self, reason: str | None) -> None:
        if reason:
            self.action_decide("ignore", reason)

    def _to(self, session: Session, note: str = "") -> None:
        if session.at != self._session.at:
            self._more = False
            self.query_one("#body").scroll_home(animate=False)
        self._session, self._note = session, note
        self._draw()

    def _draw(self) -> None:
        width = self.size.width - 2
        self.query_one("#head", Static).update(_head(self._session, width))
        item = self._session.item
        finding = None if item is None else widened(item, self._files) if self._more else item.finding
        lines = _card(self._session, finding, width - 2, colour=not self.no_color,
                      more=self._more)
        self.query_one("#card", Static).update(Group(*lines))
        self.query_one("#note", Static).update(Text(clean(self._note), "bold"))
        self.query_one("#foot", Static).update(_foot(self._session, width))


class _Help(ModalScreen[None]):
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark", "dismiss")]

    def compose(self) -> ComposeResult:
        yield VerticalScroll(Static(_HELP), id="box")


class _Ask(ModalScreen[str]):
    """Asks for the reason of an ignore."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss")]

    def __init__(self, what: str) -> None:
        super().__init__()
        self._what = what

    def compose(self) -> ComposeResult:
        reason = Input(placeholder="Enter keeps it, Escape leaves it")
        yield Vertical(Static(Text(self._what, "bold")), reason, id="box")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self.dismiss(clean(event.value))


class _Choose(ModalScreen[Filter]):
    """Which verdict and which rule to show."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f", "dismiss")]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._choices = list(_choices(session))

    def compose(self) -> ComposeResult:
        title = Static("[b]Show[/b]  [dim]Enter chooses, Escape leaves it as it is[/dim]")
        yield Vertical(title, OptionList(*(Option(text) for text, _ in self._choices)), id="box")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._choices[event.option_index][1])


def _head(session: Session, width: int) -> Text:
    story = clean(session.item.story) if session.item else ""
    shown = session.shown()
    place = f"{shown.index(session.at) + 1} of {len(shown)}" if session.at in shown else count(len(shown), "finding")
    parts = [_filter_in_words(session.filter), place, f"{session.left()} open"]
    right = Text(" · ".join(part for part in parts if part))
    left = Text(story if story != "." else "this folder", "bold")
    left.truncate(max(width - right.cell_len - 2, 1), overflow="ellipsis")
    return Text.assemble(left, " " * max(width - left.cell_len - right.cell_len, 1), right)


def _filter_in_words(filter: Filter) -> str:
    words = ("open" if filter.open_only else "", filter.verdict.value if filter.verdict else "", filter.rule or "")
    return " ".join(word for word in words if word)


def _card(
    session: Session, finding: Finding | None, width: int, *, colour: bool, more: bool
) -> Iterator[Text | Table]:
    if finding is None:
        yield from _end(session)
        return
    beside = width >= _BESIDE and len({side.document for side in finding.evidence}) == 2
    width = min(width, _WIDEST if beside else MEASURE)
    about, documents = card(finding, width=width, side_width=(width - _GAP) // 2 if beside else width,
                            colour=colour, told=not session.hidden,
                            around=_MORE if more else AROUND, broken=more)
    yield from about
    for decision in session.decided[session.at] if not session.hidden else ():
        yield Text(f"▸ {clean(decision.about(finding, blind=session.blind))}", "bold")
    if beside:
        yield Text()
        table = Table.grid(padding=(0, _GAP, 0, 0))
        table.add_row(*(Group(*lines) for lines in documents))
        yield table
        return
    for lines in documents:
        yield Text()
        yield from lines


def _end(session: Session) -> Iterator[Text]:
    left = session.left()
    yield Text(f"{count(left, 'finding')} left to look at." if left else "All is decided.", "bold")
    yield from (Text(f"  {line} in this sitting") for line in tally(session))
    same, labelled = agreed(session)
    if session.blind and labelled:
        yield Text(f"  claimcheck says the same of {same} of {labelled} that are labelled")
    yield Text()
    yield Text("q leaves, ← goes back, u takes the newest decision back.")


def _foot(session: Session, width: int) -> Text:
    """The keys, in lines that break between two of them."""
    if session.hidden:
        keys = [f"{n} {verdict.value if verdict else 'nothing'}" for n, verdict in enumerate(_VERDICTS, start=1)]
    else:
        keys = ["a accept", "i ignore", "w wrong", "r right", "u undo", "←→ walk", "f filter", "t text"]
    text, room = Text(), 0
    for key in (*keys, "? help", "q quit"):
        sign, _, word = key.partition(" ")
        gap = "  " if len(key) + 2 <= room else "\n" * bool(text)
        room = (room if gap == "  " else width) - len(gap.strip("\n")) - len(key)
        text.append(gap).append(sign, "bold").append(f" {word}")
    return text


def _ignoring(session: Session) -> str:
    if session.item is None:
        return ""
    finding, number = session.item.finding, like(session)
    first, second = sorted({clean(side.document) for side in finding.evidence})
    all_ = f", {number} findings" if number > 1 else ""
    return f"Ignore what {finding.rule} finds between {first} and {second}{all_}. Why is it no fault?"


def _choices(session: Session) -> Iterator[tuple[Text, Filter]]:
    """Lines to choose from, each with the filter that it gives; the one that is on, chosen again, is off."""
    now, counts = session.filter, session.counts()
    yield _choice("all findings" if session.blind else "all alarms", now == Filter()), Filter()
    yield _choice("only what is open", now.open_only), replace(now, open_only=not now.open_only)
    if session.blind:  # a verdict or a rule would say too much
        return
    for verdict in Verdict:
        if number := counts[verdict.value]:
            on = now.verdict is verdict
            line = f"{SYMBOL[verdict]} {verdict.value}"
            yield _choice(line, on, number), replace(now, verdict=None if on else verdict, rule=None)
    for rule in sorted({item.finding.rule for item in session.items}):
        if number := counts[rule]:
            on = now.rule == rule
            yield _choice(rule, on, number), replace(now, rule=None if on else rule)


def _choice(line: str, on: bool, number: int | None = None) -> Text:
    return Text(f"{'›' if on else ' '} {line:28}{'' if number is None else f'{number:6,}'}")
