"""A list of terminals to type into: the first one that fits is chosen by Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop_admin.domain.matching import in_order
from desktop_admin.domain.model import Terminal
from desktop_admin.gui.context import Context
from desktop_admin.gui.models.columns import Cell, Column, Table, text_cell
from desktop_admin.gui.widgets.picker import Picker


class TerminalPicker(Picker):
    """Lets one terminal be chosen; those of the boutique `near` stand first."""

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        terminals: Sequence[Terminal],
        title: str,
        near: int | None,
    ) -> None:
        nothing = QCoreApplication.translate("RepairPanel", "No terminal matches.")
        super().__init__(parent, context, _table(near), terminals, {}, title, nothing)
        hint = QCoreApplication.translate(
            "RepairPanel", "Part of a name, a serial number or a boutique"
        )
        self.ui.filter.setPlaceholderText(hint)
        self.ui.filter.setAccessibleName(hint)


def _table(near: int | None) -> Table[Terminal]:
    columns: list[Column[Terminal]] = [
        Column(
            "terminal",
            QCoreApplication.translate("RepairPanel", "Terminal"),
            _name,
            "Caisse principale 12",
            sort=lambda one: (near is None or one.boutique_id != near, in_order(one.name)),
            stretch=2,
            icons=True,
            keep_end=True,
        ),
        Column(
            "serial",
            QCoreApplication.translate("RepairPanel", "Serial number"),
            lambda one: text_cell(one.serial, ink="muted"),
            "0a1badae1f9af31f",
            sort=lambda one: one.serial,
            stretch=1,
            keep=1,
        ),
        Column(
            "boutique",
            QCoreApplication.translate("RepairPanel", "Boutique"),
            lambda one: text_cell(
                one.boutique_name or "—", ink="muted", tooltip=one.merchant_name or ""
            ),
            "Kin Market Kintambo",
            sort=lambda one: one.boutique_name,
            stretch=2,
        ),
    ]
    return Table(columns, lambda one: one.id, lambda _: "")


def _name(terminal: Terminal) -> Cell:
    return text_cell(terminal.name)._replace(icon="terminal", icon_ink="muted")
