"""A table that can leave the program, as a screen offers it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from enum import Enum
from typing import Any, NamedTuple, TypeVar

from desktop_admin.gui.models.columns import Column
from desktop_admin.reports.sheets import Book, Header, Row
from desktop_admin.sources.base import Report

T = TypeVar("T")


class Offer(NamedTuple):
    """A table that can leave: what is shown now, whatever is shown later."""

    #: How the work is called: Export of the sales.
    title: str
    #: What file names begin with.
    name: str
    #: The moment the rows are of.
    at: datetime
    #: How many rows that is, as far as one knows.
    rows: int
    #: Puts it together; for workers. Raises `SourceError`, and `Cancelled` where the report does.
    make: Callable[[Report], Book]


class Format(Enum):
    """What a table can be saved as."""

    XLSX = ".xlsx"
    FRENCH_CSV = "fr.csv"
    INTERNATIONAL_CSV = "int.csv"
    PDF = ".pdf"


def headers_of(columns: Iterable[Column[Any]]) -> list[Header]:
    """The columns of a table as they leave."""
    return [
        Header(
            column.header,
            max(map(len, (column.header, column.widest, *column.sample.split("\n")))),
            right=column.right,
            keep_end=column.keep_end,
            names=column.key == "id",
        )
        for column in columns
    ]


def row_of(columns: Iterable[Column[T]], value: T) -> Row:
    """One row: values, not texts. For workers."""
    return [
        column.cell(value).text if column.export is None else column.export(value)
        for column in columns
    ]


def rows_of(columns: Sequence[Column[T]], values: Iterable[T]) -> Iterator[Row]:
    """The rows of `values`. For workers."""
    return (row_of(columns, value) for value in values)
