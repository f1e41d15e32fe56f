"""The tables on the page of a terminal or a boutique."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop_admin.domain.changes import Field
from desktop_admin.domain.journal import EntryState, HistoryItem
from desktop_admin.domain.model import Figures
from desktop_admin.gui.assignment.move_rows import place_cell, switch_cell
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.models.columns import Cell, Column, Table, text_cell

#: A boutique's or terminal's name, by its id.
NameOf = Callable[[int], str]


class Stay(NamedTuple):
    """Sales of one terminal in one boutique: since when, until when, how many."""

    number: int
    name: Cell
    #: Whether it works there now.
    now: bool
    figures: Figures
    first: datetime | None


def stay_table(header: str, formats: Formats) -> Table[Stay]:
    """Where a terminal sold, or which terminals sold in a boutique; `header` names which."""
    here = QCoreApplication.translate("Assignment", "yes")

    columns: list[Column[Stay]] = [
        Column(
            "place",
            header,
            lambda one: one.name,
            "Kin Market Kintambo",
            sort=lambda one: one.name.text,
            stretch=3,
            keep_end=True,
        ),
        Column(
            "now",
            QCoreApplication.translate("Assignment", "Today"),
            lambda one: Cell(here, icon="good", icon_ink="good") if one.now else Cell(""),
            here,
            icons=True,
            sort=lambda one: one.now,
            descending_first=True,
        ),
        *_time_columns(formats),
        *_money_columns(formats),
    ]
    return Table(columns, lambda one: one.number, lambda _: "")


def _time_columns(formats: Formats) -> list[Column[Stay]]:
    def day(moment: datetime | None) -> Cell:
        if moment is None:
            return Cell("—", ink="muted")
        return Cell(formats.date(moment), ink="muted", tooltip=formats.exact(moment))

    return [
        Column(
            "first",
            QCoreApplication.translate("Assignment", "First sale"),
            lambda one: day(one.first),
            "00/00/0000",
            sort=lambda one: one.first,
        ),
        Column(
            "last",
            QCoreApplication.translate("Assignment", "Last sale"),
            lambda one: day(one.figures.last_sale),
            "00/00/0000",
            sort=lambda one: one.figures.last_sale,
            descending_first=True,
        ),
    ]


def _money_columns(formats: Formats) -> list[Column[Stay]]:
    def amounts(one: Stay) -> Cell:
        text = formats.moneys(one.figures.amounts.moneys())
        return Cell(text, tooltip=text) if text else Cell("—", ink="muted")

    return [
        Column(
            "sales",
            QCoreApplication.translate("Boutiques", "Sales"),
            lambda one: Cell(formats.count(one.figures.sales)),
            "00 000",
            sort=lambda one: one.figures.sales,
            right=True,
            descending_first=True,
        ),
        Column(
            "amounts",
            QCoreApplication.translate("Assignment", "Amount"),
            amounts,
            "10 000 000,00 CDF · 1 000,00 USD",
            right=True,
        ),
    ]


class Step(NamedTuple):
    """One entry of the journal about a terminal."""

    number: int
    item: HistoryItem


def step_table(formats: Formats, terminal: NameOf | None, boutique: NameOf) -> Table[Step]:
    """What the journal tells; `terminal` names terminals where there are several."""
    columns: list[Column[Any]] = [
        Column(
            "at",
            QCoreApplication.translate("Assignment", "When"),
            lambda one: Cell(
                formats.minute(one.item.entry.at), tooltip=formats.exact(one.item.entry.at)
            ),
            formats.widest_minute(),
            sort=lambda one: one.item.entry.at,
            descending_first=True,
        ),
        *_value_columns(boutique),
        Column(
            "who",
            QCoreApplication.translate("Assignment", "Who"),
            lambda one: text_cell(one.item.entry.operator, tooltip=one.item.entry.workstation),
            "administrateur",
            stretch=1,
        ),
        _undone_column(),
    ]
    if terminal is not None:
        columns.insert(1, _terminal_column(terminal))
    return Table(columns, lambda one: one.number, lambda _: "")


def _terminal_column(name: NameOf) -> Column[Any]:
    return Column(
        "terminal",
        QCoreApplication.translate("Terminals", "Terminal"),
        lambda one: text_cell(name(one.item.row.id)),
        "Kin Market Gombe caisse 1",
        stretch=3,
        keep_end=True,
    )


def _value_columns(boutique: NameOf) -> list[Column[Any]]:
    def value(step: Step, id_: int | None, *, new: bool) -> Cell:
        if step.item.row.field is Field.ACTIVE:
            return switch_cell(active=bool(id_), new=new)
        return place_cell(None if id_ is None else boutique(id_))

    return [
        Column(
            "from",
            QCoreApplication.translate("Assignment", "From"),
            lambda one: value(one, one.item.row.before, new=False),
            "Kin Market Gombe",
            stretch=2,
            keep_end=True,
        ),
        Column(
            "to",
            QCoreApplication.translate("Assignment", "To"),
            lambda one: value(one, one.item.row.after, new=True),
            "Kin Market Gombe",
            stretch=2,
            icons=True,
            keep_end=True,
        ),
    ]


def _undone_column() -> Column[Any]:
    undone = QCoreApplication.translate("Assignment", "taken back")

    def what(step: Step) -> Cell:
        state = step.item.entry.state
        return Cell(undone, icon="undo", ink="muted") if state is EntryState.UNDONE else Cell("")

    name = QCoreApplication.translate("Terminals", "State")
    return Column("undone", name, what, undone, icons=True)
