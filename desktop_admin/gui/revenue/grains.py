"""What the card of the lines shows: lines by some grain of time, of some boutiques, or the week."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from desktop_admin.domain.local_time import Grain
from desktop_admin.gui.context import Context
from desktop_admin.gui.revenue import words
from desktop_admin.gui.revenue.reading import Answer
from desktop_admin.gui.revenue.view import FIRST_LINES, Figures
from desktop_admin.gui.widgets.filter_button import FilterButton, FilterWords
from desktop_admin.gui.widgets.options_model import Option
from desktop_admin.gui.widgets.segments import Segments

_GRAIN = "revenue.grain"
#: The week, where the grains of time stand.
WEEK = "week_hours"
#: The sales of no boutique, among boutiques that are known by their ids.
_NOWHERE = 0


class Grains(QObject):
    """The choices in the head of the card."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._memory = context.memory
        self.grain = Grain.DAY
        #: Whether the hours of the week are shown instead of lines.
        self.week = False
        self.segments = Segments(context.theme, self.tr("Over time"))
        self.segments.chosen.connect(self._chosen)
        self.picker = FilterButton(context.theme, _picker_words())
        self.picker.changed.connect(self._picked)

    @property
    def picked(self) -> tuple[int | None, ...]:
        """The boutiques to draw, in no order; None among them: the sales of none. Empty: those
        that made most."""
        keys = [key for key in self.picker.chosen if isinstance(key, int)]
        return tuple(None if key == _NOWHERE else key for key in keys)

    def offer(self, answer: Answer) -> None:
        """Offer what the period can be drawn by."""
        names = {grain.value: words.grain_names()[grain] for grain in answer.grains}
        names[WEEK] = QCoreApplication.translate("Revenue", "Hours of the week")
        kept = self._memory.get(_GRAIN, "")
        fitting = answer.fitting_grain
        self.grain = next((one for one in answer.grains if one.value == kept), fitting)
        self.week = kept == WEEK
        self.segments.offer(names, WEEK if self.week else self.grain.value)

    def offer_boutiques(self, figures: Figures) -> None:
        """Offer the boutiques, those that made most first."""
        options = [
            Option(row.id, row.boutique.name, row.boutique.merchant_name)
            for row in figures.rows
            if row.boutique is not None
        ]
        if figures.nowhere is not None:
            options.append(Option(_NOWHERE, words.nowhere()))
        self.picker.offer(options)

    @Slot(str)
    def _chosen(self, key: str) -> None:
        self._memory.put(_GRAIN, key)
        self.week = key == WEEK
        if not self.week:
            self.grain = Grain(key)
        self.changed.emit()

    @Slot()
    def _picked(self) -> None:
        self.changed.emit()


def _picker_words() -> FilterWords:
    first = QCoreApplication.translate("Revenue", "First %1 boutiques")
    return FilterWords(
        QCoreApplication.translate("Revenue", "Boutiques"),
        first.replace("%1", str(FIRST_LINES)),
        "%1",
        QCoreApplication.translate("Revenue", "%1 +%2", "boutiques drawn"),
        QCoreApplication.translate("Revenue", "%1 (gone)", "boutique"),
    )
