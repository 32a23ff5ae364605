"""Facts by source: a table with a column for each document, or a list where the page has no room for so many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest

from rich.text import Text

from claimcheck.model.finding import Evidence, Verdict
from claimcheck.model.matrix import Row
from claimcheck.model.report import Report
from claimcheck.report.layout import Sheet, spelled, wrap
from claimcheck.report.options import ALARMS
from claimcheck.report.said import read_as
from claimcheck.report.words import STYLE, SYMBOL, clean

NOTHING = "–"
OTHER = "other"
# So many values of one document are shown.
_VALUES = 3
# A date fits into the narrowest column. What names the fact has a third of the page where there is room, else this.
_FACT, _CELL, _GAP = 16, 10, 2
_LEAD = 4  # the margin, and the symbol with a blank


@dataclass(frozen=True, slots=True)
class _Table:
    """Widths in terminal cells: of the column of facts and of that of each document."""

    page: Sheet
    fact: int
    cell: int

    def line(self, cells: Sequence[Text], lead: Text) -> Iterator[Text]:
        """The cells side by side, `lead` before the first line of them."""
        widths = (self.fact, *(self.cell for _ in cells[1:]))
        lead = spelled(self.page, lead)
        told = [spelled(self.page, cell) for cell in cells]
        columns = [cell.wrap(self.page.console, width) for cell, width in zip(told, widths, strict=True)]
        for number, parts in enumerate(zip_longest(*columns, fillvalue=Text())):
            line = Text(" " * _LEAD) if number else lead
            for part, width in zip(parts, widths, strict=True):
                part.rstrip()
                line = Text.assemble(line, part, " " * (width + _GAP - part.cell_len))
            line.rstrip()
            yield line


def topics_of(report: Report, *, quiet: bool = False) -> Iterator[tuple[str, list[Row]]]:
    """The rows that several documents have, under the label of their topic; `quiet` leaves alarms."""
    wanted = (r for r in report.matrix if r.verdict in ALARMS or (r.verdict is Verdict.AGREEMENT and not quiet))
    for topic, rows in groupby(wanted, key=lambda row: row.topic):
        yield (report.topics[topic].label if topic is not None else "") or OTHER, list(rows)


def alone_in(report: Report) -> Counter[str]:
    """How many statements only this document has, by its id."""
    return Counter(cell.document for r in report.matrix if r.verdict is Verdict.SINGLE_SOURCE for cell in r.cells)


def said(row: Row, document: str) -> list[str]:
    """The values that a document gives; none where it says nothing."""
    sides = next((cell.sides for cell in row.cells if cell.document == document), ())
    more = [f"and {len(sides) - _VALUES} more"] if len(sides) > _VALUES else []
    return [_value(side) for side in sides[:_VALUES]] + more


def fact(row: Row) -> tuple[str, str]:
    """What is measured, and the verdict in words: an agreement of one origin is one voice."""
    origin = ", one origin" if row.verdict is Verdict.AGREEMENT and not row.independent else ""
    return clean(row.measure), f"{row.verdict.value}{origin}"


def lines(page: Sheet, report: Report, labels: Mapping[str, str], *, quiet: bool) -> Iterator[Text]:
    """The matrix for people, nothing for a report without facts; `labels` are the names of the documents by id."""
    topics = list(topics_of(report, quiet=quiet))
    alone = Counter[str]() if quiet else alone_in(report)
    if not topics and not alone:
        return
    table = _table(page, [row for _, rows in topics for row in rows], labels)
    if table:
        yield from table.line([Text(), *(Text(label, "bold") for label in labels.values())], Text(" " * _LEAD))
    for label, rows in topics:
        if len(topics) > 1:
            yield from wrap(page, Text(clean(label), style="italic"), indent=2)
        for row in rows:
            yield from _row(page, table, row, labels)
    if alone:
        yield from _alone(page, table, alone, labels)


def _table(page: Sheet, rows: Sequence[Row], labels: Mapping[str, str]) -> _Table | None:
    """None where the columns would be too narrow."""
    cells = [Text(value).cell_len for row in rows for document in labels for value in said(row, document)]
    widest = max((_CELL, *cells, *(Text(label).cell_len for label in labels.values())))
    room = page.width - _LEAD
    for named in (page.width // 3, _FACT):
        share = (room - named) // max(len(labels), 1) - _GAP
        if share >= _CELL:
            cell = min(share, widest)
            facts = max((_FACT, *(Text(" · ".join(fact(row))).cell_len for row in rows)))
            return _Table(page, min(room - len(labels) * (cell + _GAP), facts), cell)
    return None


def _row(page: Sheet, table: _Table | None, row: Row, labels: Mapping[str, str]) -> Iterator[Text]:
    style = STYLE[row.verdict]
    measure, verdict = fact(row)
    lead, text = Text(f"  {SYMBOL[row.verdict]} ", style), Text(measure).append(f" · {verdict}", style)
    loud = f"bold {style}" if row.verdict in ALARMS else ""
    values = {document: said(row, document) for document in labels}
    if table:
        cells = [Text("\n".join(some), loud) if some else Text(NOTHING, "dim") for some in values.values()]
        yield from table.line([text, *cells], lead)
        return
    yield from wrap(page, Text.assemble(lead, text), hang=_LEAD)
    for document, some in values.items():
        if some:
            line = Text(f"{labels[document]}  ", "dim").append("; ".join(some), loud or "none")
            yield from wrap(page, line, indent=_LEAD, hang=2)


def _alone(page: Sheet, table: _Table | None, alone: Counter[str], labels: Mapping[str, str]) -> Iterator[Text]:
    verdict = Verdict.SINGLE_SOURCE
    lead, text = Text(f"  {SYMBOL[verdict]} ", STYLE[verdict]), Text("in one source only", STYLE[verdict])
    if table:
        numbers = [Text(f"{alone[document]:,}" if alone[document] else NOTHING) for document in labels]
        yield from table.line([text, *numbers], lead)
    else:
        told = ", ".join(f"{label} {alone[document]:,}" for document, label in labels.items() if alone[document])
        yield from wrap(page, Text.assemble(lead, text, f": {told}"), hang=_LEAD)


def _value(side: Evidence) -> str:
    return f"{read_as(side)}, {clean(side.measure)}" if side.measure else read_as(side)
