"""Tables of a page as paragraphs: a row is no sentence, so each cell is told with the heads of its row and column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from claimcheck.lexicon.concepts import class_of
from claimcheck.lexicon.places import is_place
from claimcheck.lexicon.units import currencies, units

_COLUMNS, _ROWS, _CELLS = 24, 500, 6_000
_HEADS = 4  # rows of heads; more are no heads
_TOLD = 100_000  # characters of all tables of a page, half of what a text may have: each cell repeats its heads
_LONGEST_CELL = 80  # characters; what is longer is prose
_UNIT = re.compile(r"(?P<head>.*[^\s,])[\s,]*\((?:in )?(?P<unit>%|[a-z][a-z ]*[a-z])\)")
_SCALES = re.compile(r"\b(hundred|thousand|million|billion|trillion|lakh|crore)s(?: of)?\b")
_BARE_FIGURE = re.compile(r"[-+−]?\d[\d.,  ’']*")
_WHOLE_FIGURE = re.compile(r"\d{1,3}(?:[, ]?\d{3})*")
_PLURAL = re.compile(r"[A-Za-z][a-z]+[a-rt-z]s")
_WHOLE = frozenset({"total", "totals", "all", "sum", "overall"})  # "Deaths: 15." is said of all rows
_YEARS = re.compile(r"\b[12]\d{3}(?:[-–/]\d{2,4})?\b")
_DIGIT = re.compile(r"\d")
_BLOCKS = frozenset({"div", "p", "li", "ul", "ol", "br", "tr", "h2", "h3", "h4"})

Grid = list[list[str]]


def with_tables_told(tree: Any) -> Any:
    """The tree (lxml.html) without tables: one of data has a paragraph a row ("Deaths, Ostra: 12."), and
    one that only lays out the page becomes the blocks that it holds. Figures without heads say nothing, and are left
    out."""
    left = _TOLD
    for table in reversed(list(tree.iter("table"))):  # the inner ones first
        if _lays_out(table):
            _unwrap(table)
            continue
        told = []
        for row in _told(table) if left > 0 else ():
            told += [" ".join(row)] if row else []
            left -= sum(map(len, row))
            if left <= 0:
                break
        _become(table, "div", "")
        for text in told:
            _become(paragraph := table.makeelement("p"), "p", text)
            table.append(paragraph)
    for listing in list(tree.iter("dl")):
        _tell_terms(listing)
    return tree


def _lays_out(table: Any) -> bool:
    """One column, prose in a cell, or something that no cell of data holds."""
    rows = [_cells(row) for row in _rows(table)]
    if max(map(len, rows), default=0) < 2:
        return True
    if next(table.iter("h1", "h2", "article", "form"), None) is not None:
        return True
    return any(len(_text(cell)) > _LONGEST_CELL for cells in rows for cell in cells)


def _unwrap(table: Any) -> None:
    for element in table.iter("table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"):
        element.tag = "p" if element.tag in ("td", "th") and _is_inline(element) else "div"


def _is_inline(cell: Any) -> bool:
    return not any(isinstance(e.tag, str) and e.tag in _BLOCKS for e in cell.iterdescendants())


def _told(table: Any) -> Iterator[list[str]]:
    """The sentences of each row; none of a table whose heads are not known."""
    grid, marked = _grid(table)
    above = _heads_above(grid, marked)
    years = _years(table, [*(head for row in grid[:above] for head in row), *(row[0] for row in grid[above:])])
    for row in grid[above:] if above else ():
        columns = zip(range(1, len(row)), row[1:], strict=True)
        yield [s for x, cell in columns if (s := _sentence([*(g[x] for g in grid[:above]), row[0], *years], cell))]
    if not above and grid and len(grid[0]) == 2 and all(heads == [True, False] for heads in marked):
        for head, cell in grid:
            yield [s] if (s := _sentence([head, *years], cell)) else []


def _years(table: Any, heads: Sequence[str]) -> list[str]:
    """The year that a caption says of every cell: the only one in it, where no head names one."""
    years = [year for caption in table.iter("caption") for year in _YEARS.findall(_text(caption))]
    return years if len(years) == 1 and not any(map(_YEARS.search, heads)) else []


def _heads_above(grid: Grid, marked: Sequence[Sequence[bool]]) -> int:
    """How many rows name the columns: those of head cells; else the first, where it has no figure and each other one
    has. 0 where it is not known."""
    above = 0
    while above < len(grid) and all(marked[above]):
        above += 1
    if above == len(grid):
        return 0
    if above:
        return above if above <= _HEADS else 0
    figures = [any(map(_DIGIT.search, row[1:])) for row in grid]
    named = grid and all(grid[0][1:]) and not figures[0] and len(grid) > 1 and all(figures[1:])
    return 1 if named and all(row[0] for row in grid[1:]) else 0


def _sentence(heads: Sequence[str], cell: str) -> str:
    """ "Deaths, Ostra: 12." or "Deaths, Ostra, in 2019: 12.", with the unit of a head behind a figure that has none,
    and with a head that begins with one ("Rolf Tamm: 4 years in prison."); "" where it says nothing."""
    named = list(dict.fromkeys(h for head in heads if (h := head.rstrip(" :.")) and h.casefold() not in _WHOLE))
    if not any(c.isalnum() for c in cell) or not any(c.isalpha() for head in named for c in head):
        return ""
    if _BARE_FIGURE.fullmatch(cell):
        for place, match in enumerate(map(_UNIT.fullmatch, named)):
            if match:
                named[place], unit = match["head"], match["unit"]
                unit = _SCALES.sub(r"\1", unit)
                cell += unit if unit == "%" else f" {unit}"
                break
        else:
            unit = next((head for head in named if _counts_in(head)), "")
            named, cell = [head for head in named if head != unit], f"{cell} {unit[:1].lower()}{unit[1:]}".rstrip()
    if not named:
        return f"{cell}."
    first, *rest = named = _years_last(named)
    dated = len(rest) == 1 and _YEARS.fullmatch(rest[0])
    if dated and _WHOLE_FIGURE.fullmatch(cell) and _is_counted(first):
        return f"{cell} {first.lower()} in {rest[0]}."
    told = ", ".join(f"in {head}" if _YEARS.fullmatch(head) else head for head in named)
    told = told.replace(", in ", " in ", 1) if len(named) == 2 else told
    return f"{told[:1].upper()}{told[1:]}: {cell.rstrip('.')}."


def _is_counted(head: str) -> bool:
    """ "Arrivals": the figures below it count them. A head has a capital as a name has ("Paris", "Lions"), so it is a
    thing or an event that the lexicon knows."""
    return _PLURAL.fullmatch(head) is not None and class_of(head.lower())[1] and not is_place(head)


def _counts_in(head: str) -> bool:
    """It begins with a unit: a figure below "Years in prison" is one of years."""
    first = head.split(maxsplit=1)[0].lower()
    return first.endswith("s") and (first in units().words or first in currencies().words)


def _years_last(heads: Sequence[str]) -> list[str]:
    return sorted(heads, key=lambda head: _YEARS.fullmatch(head) is not None)


def _grid(table: Any) -> tuple[Grid, list[list[bool]]]:
    """The text of every cell and whether it is a head, a cell that spans several standing in each. Ragged rows are
    filled up with nothing; a table of too many cells is one of none."""
    texts: dict[tuple[int, int], tuple[str, bool]] = {}
    rows = list(_rows(table))[:_ROWS]
    for y, row in enumerate(rows):
        x = 0
        for cell in _cells(row):
            while (y, x) in texts:
                x += 1
            if x >= _COLUMNS:
                break
            told = _text(cell), cell.tag == "th" or row.getparent().tag == "thead"
            for dy in range(_span(cell, "rowspan", len(rows) - y)):
                for dx in range(_span(cell, "colspan", _COLUMNS - x)):
                    texts.setdefault((y + dy, x + dx), told)
            if len(texts) > _CELLS:
                return [], []
    width = max((x for _, x in texts), default=-1) + 1
    filled = [[texts.get((y, x), ("", y == 0)) for x in range(width)] for y in range(len(rows))]
    return [[text for text, _ in row] for row in filled], [[head for _, head in row] for row in filled]


def _span(cell: Any, name: str, most: int) -> int:
    said = cell.get(name, "1").strip()
    return max(1, min(int(said) if said.isascii() and said.isdigit() and len(said) < 6 else 1, most))


def _rows(table: Any) -> Iterator[Any]:
    return (row for row in table.iter("tr") if len(row))


def _cells(row: Any) -> list[Any]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _tell_terms(listing: Any) -> None:
    """ "Deaths" and "12" of a list of terms are "Deaths: 12."; a description that is prose stands as it is."""
    term = ""
    for element in [e for child in listing for e in (child if child.tag == "div" else (child,))]:
        if element.tag == "dt":
            term = _text(element)
            if len(term) > _LONGEST_CELL:
                _become(element, "p", term)
                term = ""
            else:
                element.drop_tree()
        elif element.tag == "dd":
            said = _text(element)
            short = term and len(said) <= _LONGEST_CELL and said[-1:] not in ".!?"
            _become(element, "p", (_sentence([term], said) if short else said) or said)
    listing.tag = "div"


def _become(element: Any, tag: str, text: str) -> None:
    tail = element.tail
    element.clear()
    element.tag, element.text, element.tail = tag, text, tail


def _text(element: Any) -> str:
    """With a blank where a block begins or ends: "12<br>30" is not 1230."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            blank = " " if child.tag in _BLOCKS else ""
            yield blank
            yield from _pieces(child)
            yield blank
        yield child.tail or ""
