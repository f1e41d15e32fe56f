"""Which currency, gross or net, compared or not: the operator's choices over the charts."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from desktop_admin.domain.measure import Measure, Rate
from desktop_admin.domain.money import CDF
from desktop_admin.gui.context import Context
from desktop_admin.gui.memory import Memory
from desktop_admin.gui.revenue import words
from desktop_admin.gui.revenue.reading import Answer
from desktop_admin.gui.text import fill, tooltip
from desktop_admin.gui.widgets.chips import ChipButton
from desktop_admin.gui.widgets.segments import Segments

_CURRENCY, _RATE = "revenue.currency", "revenue.rate"
_CONVERTED = "converted"
_GROSS, _NET = "gross", "net"
_ICON = 14


class RevenueChoices(QWidget):
    """Offers what the answer can be looked at in; remembers what was chosen."""

    #: Another currency, rate, net or gross.
    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._memory: Memory = context.memory
        self._rates: tuple[Rate, ...] = ()
        self._rate: Rate | None = None
        self.measure = Measure(CDF)
        self.net = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.currencies = Segments(context.theme, self.tr("Currency"))
        self.currencies.chosen.connect(self._currency)
        row.addWidget(self.currencies)
        self.rates = QPushButton()
        self.rates.setProperty("role", "menu")
        self.rates.setAccessibleName(self.tr("Rate of conversion"))
        self.rates.setIconSize(QSize(_ICON, _ICON))
        self.rates.clicked.connect(self._choose_rate)
        row.addWidget(self.rates)
        self.nets = Segments(context.theme, self.tr("Gross or net"))
        self.nets.offer({_GROSS: self.tr("Gross"), _NET: self.tr("Net")}, _GROSS)
        self.nets.chosen.connect(self._net)
        row.addWidget(self.nets)
        self.compare = ChipButton()
        self.compare.setProperty("role", "toggle")
        self.compare.setCheckable(True)
        self.compare.setChecked(True)
        self.compare.clicked.connect(self.changed)
        row.addWidget(self.compare)
        row.addStretch(1)

    @property
    def in_order(self) -> tuple[QWidget, ...]:
        """As the Tab key goes through them."""
        currencies, nets = self.currencies.buttons.values(), self.nets.buttons.values()
        return (*currencies, self.rates, *nets, self.compare)

    @property
    def compares(self) -> bool:
        """Whether the period before is shown."""
        return self.compare.isChecked()

    def offer(self, answer: Answer) -> None:
        """Offer what occurs; what was chosen stays where it is still there."""
        self._rates = tuple(answer.rates)
        names = {code: code for code in answer.currencies}
        if self._rates and len(answer.currencies) > 1:
            names[_CONVERTED] = self.tr("Converted")
        wanted = self._memory.get(_CURRENCY, answer.currencies[0])
        key = wanted if wanted in names else answer.currencies[0]
        self._rate = self._remembered_rate()
        self.currencies.offer(names, key)
        self.currencies.setVisible(len(names) > 1)
        if answer.expenses is None:
            self.net = False
        self.nets.buttons[_GROSS].setChecked(not self.net)
        self.nets.buttons[_NET].setChecked(self.net)
        net = self.nets.buttons[_NET]
        net.setEnabled(answer.expenses is not None)
        tip = self.tr("Minus the applied expenses of the cash reports")
        if answer.expenses is None:
            tip = self.tr("This database does not tell which expenses were applied.")
        net.setToolTip(tooltip(tip))
        self._measure_now(key)
        comparison = answer.asked.comparison
        self.compare.setVisible(comparison is not None)
        if comparison is not None:
            text = self.tr("Compare with %1")
            days = words.days(comparison.first, comparison.last)
            self.compare.setText(fill(text, days))
            self.compare.setToolTip(tooltip(words.compared_text(comparison, self._context.formats)))

    def _remembered_rate(self) -> Rate | None:
        kept = self._memory.get(_RATE, "")
        same = [rate for rate in self._rates if kept in rate.merchants]
        return next(iter([*same, *self._rates]), None)

    def _measure_now(self, key: str) -> None:
        if key == _CONVERTED and self._rate is not None:
            self.measure = Measure(CDF, self._rate)
        else:
            self.measure = Measure(key)
        rate = self.measure.rate
        self.rates.setVisible(rate is not None)
        if rate is not None:
            text = words.rate_text(rate, self._context.formats)
            self.rates.setText(text)
            # Its name does not tell it.
            self.rates.setAccessibleDescription(text)
            tip = self.tr("Today’s rate of %1; which one counts can be chosen.")
            self.rates.setToolTip(tooltip(fill(tip, words.whose(rate))))

    @Slot(str)
    def _currency(self, key: str) -> None:
        self._memory.put(_CURRENCY, key)
        self._measure_now(key)
        self.changed.emit()

    @Slot(str)
    def _net(self, key: str) -> None:
        self.net = key == _NET
        self.changed.emit()

    @Slot()
    def _choose_rate(self) -> None:
        menu = QMenu(self)
        for rate in self._rates:
            text = self.tr("%1, %2", "a rate, whose it is")
            name = fill(text, words.rate_text(rate, self._context.formats), words.whose(rate))
            action = menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(rate == self._rate)
            action.triggered.connect(partial(self._take_rate, rate))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.rates.mapToGlobal(self.rates.rect().bottomLeft()))

    def _take_rate(self, rate: Rate, _checked: bool = False) -> None:
        self._rate = rate
        self._memory.put(_RATE, rate.merchants[0])
        self._measure_now(_CONVERTED)
        self.changed.emit()
