"""A list of boutiques to type into: the first one that fits is chosen by Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop_admin.domain.assign import Guard
from desktop_admin.domain.matching import in_order
from desktop_admin.domain.model import Boutique
from desktop_admin.gui.assignment.hints import refused
from desktop_admin.gui.context import Context
from desktop_admin.gui.models.columns import Cell, Column, Table, text_cell
from desktop_admin.gui.widgets.picker import Picker

#: Why a boutique cannot be chosen; empty where it can.
Refuse = Callable[[Boutique], str]


def terminals_refused(boutique: Boutique) -> str:
    """Why no terminal can go there."""
    if boutique.depot:
        return refused(Guard.DEPOT)
    return "" if boutique.active else refused(Guard.CLOSED)


class _Line(NamedTuple):
    boutique: Boutique
    obstacle: str


class BoutiquePicker(Picker):
    """Lets one boutique be chosen."""

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        boutiques: Sequence[Boutique],
        title: str,
        refuse: Refuse = terminals_refused,
    ) -> None:
        lines = [_Line(one, refuse(one)) for one in boutiques]
        obstacles = {one.boutique.id: one.obstacle for one in lines}
        nothing = QCoreApplication.translate("Assignment", "No boutique matches.")
        super().__init__(parent, context, _table(), lines, obstacles, title, nothing)


def _table() -> Table[_Line]:
    columns: list[Column[_Line]] = [
        Column(
            "boutique",
            QCoreApplication.translate("Boutiques", "Boutique"),
            _name,
            "Kin Market Kintambo",
            # What can be chosen first.
            sort=lambda one: (bool(one.obstacle), in_order(one.boutique.name)),
            stretch=2,
            icons=True,
            keep_end=True,
        ),
        Column(
            "merchant",
            QCoreApplication.translate("Boutiques", "Merchant"),
            lambda one: text_cell(one.boutique.merchant_name, ink="muted"),
            "Ets Mukendi & Fils",
            sort=lambda one: one.boutique.merchant_name,
            stretch=2,
        ),
        Column(
            "city",
            QCoreApplication.translate("Boutiques", "City"),
            lambda one: text_cell(one.boutique.city, ink="muted", tooltip=one.boutique.address),
            "Mbanza-Ngungu",
            sort=lambda one: one.boutique.city,
            stretch=1,
        ),
        Column(
            "code",
            QCoreApplication.translate("Boutiques", "Code"),
            lambda one: text_cell(one.boutique.code, ink="muted"),
            "KIN-0001",
            sort=lambda one: one.boutique.code,
        ),
    ]
    return Table(columns, lambda one: one.boutique.id, lambda _: "")


def _name(line: _Line) -> Cell:
    icon = "depot" if line.boutique.depot else "boutique"
    ink = "muted" if line.obstacle else ""
    cell = text_cell(line.boutique.name, ink=ink, tooltip=line.obstacle)
    return cell._replace(icon=icon, icon_ink="muted")
