"""What narrows the preview down: terminal, boutique, merchant, amount, the shared period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_admin.domain.evidence import Confidence
from desktop_admin.domain.scope import Narrowing
from desktop_admin.gui.context import Context
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.period import days_text
from desktop_admin.gui.repair.amount_filter import AmountButton, AmountRange
from desktop_admin.gui.repair.words import surenesses
from desktop_admin.gui.widgets.filter_bar import Chosen, FilterBar
from desktop_admin.gui.widgets.flow_layout import FlowLayout
from desktop_admin.gui.widgets.options_model import Option

BY_ID = ("terminals", "boutiques", "merchants")
CONFIDENCES = "confidences"


class Filters(QWidget):
    """All filters of the preview side by side."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._period = context.period
        self._confidences = {code: one.heading for code, one in surenesses().items()}
        self.places = FilterBar(context.theme, (*BY_ID, CONFIDENCES), self)
        self.amount = AmountButton(context.theme, context.formats, self)
        self.period = QPushButton()
        self.period.setCheckable(True)
        self.period.setProperty("role", "toggle")
        self.clear = self.places.clear
        row = FlowLayout(self)
        for part in (*self.places.buttons.values(), self.amount, self.period, self.clear):
            row.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.places.changed.connect(self._set)
        self.amount.changed.connect(self._set)
        self.period.clicked.connect(self._set)
        self.places.clear_wanted.connect(self._clear)
        context.period.changed.connect(self._period_changed)
        self._say_period()

    @property
    def tab_stops(self) -> Sequence[QWidget]:
        """The buttons, from left to right."""
        return [*self.places.buttons.values(), self.amount, self.period, self.clear]

    def narrowing(self, text: str) -> Narrowing:
        """What everything is set to, with what was typed."""
        chosen = self.places.chosen
        held = {name: frozenset(_ids(chosen[name])) for name in BY_ID if name in chosen}
        sure = chosen.get(CONFIDENCES)
        currency, least, most = self.amount.range
        follows = self.period.isChecked()
        return Narrowing(
            text,
            held.get("terminals"),
            held.get("boutiques"),
            held.get("merchants"),
            self._period.since if follows else None,
            self._period.until if follows else None,
            currency,
            least,
            most,
            frozenset(Confidence(str(key)) for key in sure) if sure else None,
        )

    def told(self, text: str) -> list[tuple[str, str]]:
        """What everything is set to, with what was typed, in words."""
        found = [(QCoreApplication.translate("Export", "Text"), text)] if text else []
        found += self.places.told(self.places.chosen)
        if self.amount.range != AmountRange():
            found.append((QCoreApplication.translate("Export", "Filter"), self.amount.text()))
        if self.period.isChecked():
            found.append((QCoreApplication.translate("Export", "Period"), self.period.text()))
        return found

    def show_goto(self, goto: Goto) -> None:
        """Narrow down to what is wanted and nothing else; tells nobody."""
        asked = {"terminals": goto.terminal, "boutiques": goto.boutique, "merchants": goto.merchant}
        chosen: dict[str, Chosen] = {
            name: {id_: ""} for name, id_ in asked.items() if id_ is not None
        }
        if goto.terminals:
            chosen["terminals"] = dict.fromkeys(goto.terminals, "")
        if goto.confidence:
            name = self._confidences[Confidence(goto.confidence)]
            chosen[CONFIDENCES] = {goto.confidence: name}
        self.choose(chosen)

    def choose(self, chosen: Mapping[str, Chosen]) -> None:
        """Narrow down to these places and nothing else; tells nobody."""
        self._reset()
        self.places.choose(chosen)
        self.places.show_clear(bool(chosen))

    def offer(self, options: Mapping[str, Sequence[Option]], currencies: Sequence[str]) -> None:
        """Offer these values."""
        sure = [Option(code.value, name) for code, name in self._confidences.items()]
        self.places.offer({**options, CONFIDENCES: sure})
        self.amount.offer(currencies)

    def _reset(self) -> None:
        self.amount.clear()
        self.period.setChecked(False)
        self.places.choose({})
        self._say_period()

    @Slot()
    def _set(self) -> None:
        self._say_period()
        self.places.show_clear(not self.narrowing("").nothing)
        self.changed.emit()

    @Slot()
    def _clear(self) -> None:
        self._reset()
        self._set()

    @Slot()
    def _period_changed(self) -> None:
        self._say_period()
        if self.period.isChecked():
            self._set()

    def _say_period(self) -> None:
        follows = self.period.isChecked()
        self.period.setText(days_text(self._period.current) if follows else self.tr("Any date"))
        self.period.setToolTip(
            self.tr(
                "Orphans have no period: all are shown. Press to show only those of the days "
                "chosen above."
            )
        )


def _ids(chosen: Chosen) -> list[int]:
    return [key for key in chosen if isinstance(key, int)]
