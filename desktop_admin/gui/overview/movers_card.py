"""The boutiques whose revenue fell and rose most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_admin.domain.model import Boutique
from desktop_admin.domain.movement import Mover, Movers, change
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.overview.card import Card
from desktop_admin.gui.overview.place_list import PlaceList
from desktop_admin.gui.overview.place_row import PlaceText
from desktop_admin.gui.overview.reading import Revenue
from desktop_admin.gui.overview.words import figure, money
from desktop_admin.gui.text import fill, one_line
from desktop_admin.gui.theme import Theme

_NAME = 60
#: Below this width the two lists stand below one another.
_TWO = 560


class MoversCard(Card):
    """Two lists side by side, in one currency."""

    #: Carries a boutique's id.
    pressed = Signal(object)

    def __init__(self, theme: Theme, formats: Formats) -> None:
        self._both = QWidget()
        super().__init__(self.tr("Boutiques compared with before"), self._both)
        self._formats = formats
        self.fallen, self.risen = PlaceList(theme), PlaceList(theme)
        self._no_fallen, self._no_risen = QLabel(), QLabel()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._both)
        self._row.setContentsMargins(0, 6, 0, 0)
        self._row.setSpacing(0)
        for title, places, none in (
            (self.tr("Fell most"), self.fallen, self._no_fallen),
            (self.tr("Rose most"), self.risen, self._no_risen),
        ):
            self._row.addWidget(self._half(title, places, none), 1)
            places.pressed.connect(self.pressed)
        self._no_fallen.setText(self.tr("None fell by a tenth or more."))
        self._no_risen.setText(self.tr("None rose by a tenth or more."))

    def _half(self, title: str, places: PlaceList, none: QLabel) -> QWidget:
        half = QWidget()
        column = QVBoxLayout(half)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QLabel(title)
        head.setProperty("role", "head")
        head.setContentsMargins(12, 2, 12, 0)
        none.setProperty("role", "muted")
        none.setContentsMargins(12, 4, 12, 8)
        for label in (head, none):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for part in (head, none, places):
            column.addWidget(part)
        column.addStretch(1)
        return half

    def show_revenue(
        self, revenue: Revenue, boutiques: Mapping[int, Boutique], currency: str
    ) -> None:
        """Show how boutiques moved in `currency`."""
        if revenue.comparison is None:
            self.note.setText("")
            self.nothing(
                self.tr("All dates have no period before them. Choose a period to compare.")
            )
            return
        self.note.setText(currency)
        found = revenue.movers.get(currency, Movers((), ()))
        self._fill(self.fallen, self._no_fallen, found.fallen, boutiques, currency)
        self._fill(self.risen, self._no_risen, found.risen, boutiques, currency)
        self.show_body()

    def _fill(
        self,
        places: PlaceList,
        none: QLabel,
        found: Sequence[Mover],
        boutiques: Mapping[int, Boutique],
        currency: str,
    ) -> None:
        places.show_places([self._text(one, boutiques, currency) for one in found])
        places.setVisible(bool(found))
        none.setVisible(not found)

    def _text(self, mover: Mover, boutiques: Mapping[int, Boutique], currency: str) -> PlaceText:
        place = boutiques.get(mover.boutique_id)
        name = one_line(place.name, _NAME) if place else str(mover.boutique_id)
        amount = figure(self._formats, currency, mover.difference)
        sign = "+" if mover.difference > 0 else ""
        thousandths = change(mover.now, mover.before)
        part = (
            self._formats.percent(thousandths, signed=True)
            if thousandths is not None
            else self.tr("new")
        )
        up = mover.difference > 0
        meaning = fill(
            self.tr("%1 before, %2 now", "amounts"),
            money(self._formats, currency, mover.before),
            money(self._formats, currency, mover.now),
        )
        return PlaceText(
            mover.boutique_id,
            name,
            f"{sign}{amount}",
            part,
            "arrow_up" if up else "arrow_down",
            "good" if up else "error",
            meaning,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        two = self.width() >= _TWO
        self._row.setDirection(directions.LeftToRight if two else directions.TopToBottom)
