"""How the values of tables are written on paper and for the clipboard."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from desktop_admin.gui.formats import Formats
from desktop_admin.reports.sheets import LONGEST_CELL, Amount, Cell, Header, Row, Share
from desktop_admin.wording.plain import not_a_formula, one_line

#: The longest text of a cell on paper.
_LONGEST = 400


def on_paper(cell: Cell, header: Header, formats: Formats) -> str:
    """For people: with separators for thousands, times to the minute."""
    if isinstance(cell, str):
        return one_line(cell, _LONGEST)
    if cell is None:
        return ""
    if isinstance(cell, Amount):
        return formats.amount(cell.cents)
    if isinstance(cell, datetime):
        return formats.minute(cell)
    if isinstance(cell, date):
        return formats.day.format(cell)
    if isinstance(cell, Share):
        return formats.percent(_tenths(cell))
    return str(cell) if header.names else formats.count(cell)


def copied_head(headers: Sequence[Header]) -> str:
    """The names of the columns, with tabs between them."""
    return "\t".join(not_a_formula(one_line(header.name)) for header in headers)


def copied_line(row: Row, formats: Formats) -> str:
    """One row, written so that the language's spreadsheets read numbers and times as such, and
    compute no text."""
    return "\t".join(_copied(cell, formats) for cell in row)


def _copied(cell: Cell, formats: Formats) -> str:
    if isinstance(cell, str):
        return not_a_formula(one_line(cell, LONGEST_CELL))
    if cell is None:
        return ""
    if isinstance(cell, Amount):
        return cell.plain().replace(".", formats.point)
    if isinstance(cell, datetime):
        return formats.second(cell)
    if isinstance(cell, date):
        return formats.day.format(cell)
    if isinstance(cell, Share):
        return f"{Amount(cell.hundredths).plain()}%".replace(".", formats.point)
    return str(cell)


def _tenths(part: Share) -> int:
    """A half away from nothing."""
    tenths = (abs(part.hundredths) + 5) // 10
    return -tenths if part.hundredths < 0 else tenths
