"""The rows of a confirmation: each terminal, what it is now, and what it will be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop_admin.domain.model import Terminal
from desktop_admin.gui.models.columns import Cell, Column, Row, Table, text_cell, write_rows
from desktop_admin.gui.widgets.column_layout import measured


class Change(NamedTuple):
    """One terminal with what is now, and what will be."""

    terminal: Terminal
    before: Cell
    after: Cell


def move_table() -> Table[Change]:
    """The columns of a confirmation."""
    columns: list[Column[Change]] = [
        Column(
            "terminal",
            QCoreApplication.translate("Terminals", "Terminal"),
            lambda one: text_cell(one.terminal.name),
            "Kin Market Gombe caisse 1",
            sort=lambda one: one.terminal.name,
            stretch=2,
            keep_end=True,
        ),
        Column(
            "serial",
            QCoreApplication.translate("Terminals", "Serial number"),
            lambda one: text_cell(one.terminal.serial),
            "0a1badae951f8473",
            sort=lambda one: one.terminal.serial,
            fixed_width_font=True,
        ),
        _place_column(
            "before", QCoreApplication.translate("Assignment", "Today"), lambda one: one.before
        ),
        _place_column(
            "after", QCoreApplication.translate("Assignment", "Then"), lambda one: one.after
        ),
    ]
    return Table(columns, lambda one: one.terminal.id, lambda _: "")


def _place_column(key: str, header: str, cell: Callable[[Change], Cell]) -> Column[Change]:
    return Column(
        key,
        header,
        cell,
        "Kin Market Gombe",
        sort=lambda one: cell(one).text,
        stretch=2,
        icons=True,
        keep_end=True,
    )


def place_cell(name: str | None, *, new: bool = False) -> Cell:
    """A boutique by its name, or that there is none."""
    if name is None:
        return Cell(QCoreApplication.translate("Terminals", "none"), ink="orphan")
    shown = text_cell(name, ink="accent" if new else "")
    return shown._replace(icon="assign", strong=True) if new else shown


def switch_cell(*, active: bool, new: bool = False) -> Cell:
    """Whether a terminal is switched on."""
    if active:
        text = QCoreApplication.translate("Terminals", "Active")
        return Cell(text, icon="good", icon_ink="good", strong=new)
    text = QCoreApplication.translate("Terminals", "Inactive")
    return Cell(text, icon="inactive", ink="muted", strong=new)


def rows_of(changes: Iterable[Change]) -> tuple[Sequence[Column[Change]], Sequence[Row]]:
    """The columns and rows of these changes."""
    table = move_table()
    rows = write_rows(table, changes, in_memory=True)
    return measured(table.columns, rows), rows
