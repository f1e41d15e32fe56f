"""A button that narrows sales down to a currency and to amounts between two others."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QWidget

from desktop_admin.gui._built.ui_amount_filter import Ui_AmountFilter
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.text import fill
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.chevron import SIZE, draw_chevron
from desktop_admin.gui.widgets.restyle import restyle
from desktop_admin.gui.widgets.tab_stop import keep_one_tab_stop

PAUSE_MS = 400
_ANY = ""


class AmountRange(NamedTuple):
    """Which amounts; None: no matter. In cents, both ends included."""

    currency: str | None = None
    at_least: int | None = None
    at_most: int | None = None


def read_amount(text: str, formats: Formats) -> int | None:
    """The cents that a person has typed, with or without separators; None where nothing. Raises
    `ValueError` where it is no amount."""
    plain = text.replace(formats.group, "").replace("\u00a0", "").replace(" ", "")
    plain = plain.replace(formats.point, ".").replace(",", ".")
    if not plain:
        return None
    try:
        cents = (Decimal(plain) * 100).to_integral_value()
    except InvalidOperation:
        raise ValueError(text) from None
    if not cents.is_finite():
        raise ValueError(text)
    return int(cents)


class _Popup(QFrame):
    """The fields; closes with Escape or a click elsewhere."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        # A press on the button closes it; handed on, the same press would open it again.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
        self.ui = Ui_AmountFilter()
        self.ui.setupUi(self)
        self.ui.problem.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """What was typed counts."""
        super().hideEvent(event)
        self.closed.emit()


class AmountButton(QPushButton):
    """Shows the amounts it narrows down to; `changed` tells when they are others."""

    changed = Signal()

    def __init__(self, theme: Theme, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._formats = formats
        self.range = AmountRange()
        self.setProperty("role", "filter")
        self.popup = _Popup(self)
        self._group = QButtonGroup(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._take)
        ui = self.popup.ui
        for field in (ui.least, ui.most):
            field.textChanged.connect(self._pause.start)
            field.returnPressed.connect(self.popup.hide)
        self._group.buttonClicked.connect(self._take)
        self.popup.closed.connect(self._take)
        self.clicked.connect(self._open)
        theme.changed.connect(self.update)
        self._say()

    def offer(self, currencies: Sequence[str]) -> None:
        """Offer these currencies."""
        ui, chosen = self.popup.ui, self.range.currency
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.deleteLater()
        for code in (_ANY, *currencies):
            button = QPushButton(code or self.tr("All"))
            button.setCheckable(True)
            button.setProperty("role", "chip")
            button.setProperty("code", code)
            button.setChecked(code == (chosen or _ANY))
            ui.currencies.addWidget(button)
            self._group.addButton(button)
        keep_one_tab_stop(self._group)

    def clear(self) -> None:
        """Narrow nothing down; tells nobody."""
        self.range = AmountRange()
        ui = self.popup.ui
        for field in (ui.least, ui.most):
            field.clear()
        self._pause.stop()
        for button in self._group.buttons():
            button.setChecked(button.property("code") == _ANY)
        self._say()

    def sizeHint(self) -> QSize:
        """With room for the arrow."""
        return super().sizeHint() + QSize(SIZE + 6, 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, and an arrow that says that it opens."""
        super().paintEvent(event)
        draw_chevron(self, self._theme, "accent" if self.range != AmountRange() else "muted")

    @Slot()
    def _open(self) -> None:
        self.popup.adjustSize()
        self.popup.move(self.mapToGlobal(QPoint(0, self.height() + 4)))
        self.popup.show()
        self.popup.ui.least.setFocus()

    @Slot()
    def _take(self) -> None:
        self._pause.stop()
        ui = self.popup.ui
        try:
            ends = [read_amount(field.text(), self._formats) for field in (ui.least, ui.most)]
        except ValueError:
            ui.problem.setText(self.tr("An amount has digits only, like 25 000."))
            ui.problem.show()
            return
        ui.problem.hide()
        checked = self._group.checkedButton()
        code = str(checked.property("code")) if checked is not None else _ANY
        found = AmountRange(code or None, *ends)
        if found != self.range:
            self.range = found
            self._say()
            self.changed.emit()

    def _say(self) -> None:
        currency, least, most = self.range
        unit = currency or ""
        shown = [
            self._formats.count(one // 100) if one is not None else "" for one in (least, most)
        ]
        if least is not None and most is not None:
            text = fill(self.tr("Amount: %1 to %2 %3"), *shown, unit)
        elif least is not None:
            text = fill(self.tr("Amount: at least %1 %2"), shown[0], unit)
        elif most is not None:
            text = fill(self.tr("Amount: at most %1 %2"), shown[1], unit)
        else:
            text = fill(self.tr("Amount: %1"), unit) if unit else self.tr("Amount: all")
        self.setText(text.strip())
        self.setAccessibleName(text.strip())
        active = self.range != AmountRange()
        if self.property("active") != active:
            self.setProperty("active", active)
            restyle(self)
        self.updateGeometry()
        self.update()
