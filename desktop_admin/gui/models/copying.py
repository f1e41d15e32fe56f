"""Rows as text that a spreadsheet takes over: one line each, tabs between the cells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import TypeVar

from desktop_admin.gui.formats import Formats
from desktop_admin.gui.models.columns import Column, Exported
from desktop_admin.wording.plain import not_a_formula, one_line

T = TypeVar("T")

#: The longest text a cell of a spreadsheet takes.
_LONGEST = 32_767


def head_line(columns: Sequence[Column[T]]) -> str:
    """The names of the columns."""
    return "\t".join(not_a_formula(one_line(column.header)) for column in columns)


def copied_line(columns: Sequence[Column[T]], value: T, formats: Formats) -> str:
    """One row, written so that the language's spreadsheets read numbers and times as such, and
    compute no text. For workers."""
    return "\t".join(copied_cell(_exported(column, value), formats) for column in columns)


def copied_cell(value: Exported, formats: Formats) -> str:
    """One cell."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return formats.second(value)
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", formats.point)
    if isinstance(value, int):
        return str(value)
    return not_a_formula(one_line(value, _LONGEST))


def _exported(column: Column[T], value: T) -> Exported:
    return column.cell(value).text if column.export is None else column.export(value)
