"""Filters over a table of sales, side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QSize, Signal, Slot
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.filter_button import FilterButton, FilterWords
from desktop_admin.gui.widgets.flow_layout import FlowLayout
from desktop_admin.gui.widgets.options_model import Option

ICON = 14

#: What a filter is set to, and how each value was called when it was.
Chosen = Mapping[int | str, str]


class FilterBar(QWidget):
    """One button for each filter, and one that takes them all away."""

    #: A filter was set otherwise.
    changed = Signal()
    #: Everything that narrows the table down shall go.
    clear_wanted = Signal()

    def __init__(self, theme: Theme, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        row = FlowLayout(self)
        self._words = words = _words()
        self.buttons = {name: FilterButton(theme, words[name], self) for name in names}
        for button in self.buttons.values():
            button.changed.connect(self.changed)
            row.addWidget(button)
        #: Stands where the screen puts it.
        self.clear = QPushButton(QCoreApplication.translate("Sales", "Clear", "all filters"), self)
        self.clear.setToolTip(QCoreApplication.translate("Sales", "Clear all filters"))
        self.clear.setProperty("role", "bare")
        self.clear.setIconSize(QSize(ICON, ICON))
        self.clear.hide()
        self.clear.clicked.connect(self.clear_wanted)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._colour)
        self._colour()

    @property
    def chosen(self) -> Mapping[str, Chosen]:
        """What every filter is set to."""
        return {
            name: {key: button.names.get(key, str(key)) for key in _keys(button)}
            for name, button in self.buttons.items()
            if button.chosen
        }

    def told(self, chosen: Mapping[str, Chosen]) -> list[tuple[str, str]]:
        """What filters are set to, in words."""
        return [
            (self._words[name].name, ", ".join(values.values())) for name, values in chosen.items()
        ]

    def choose(self, chosen: Mapping[str, Chosen]) -> None:
        """Set every filter; tells nobody."""
        for name, button in self.buttons.items():
            values = chosen.get(name, {})
            button.choose(tuple(values), {key: values[key] for key in values})

    def offer(self, options: Mapping[str, Sequence[Option]]) -> None:
        """Offer these values."""
        for name, button in self.buttons.items():
            button.offer(options.get(name, ()))

    def gone(self) -> list[str]:
        """Values that are chosen and no longer in the database, by name."""
        return [name for button in self.buttons.values() for name in button.gone]

    def show_clear(self, anything: bool) -> None:
        """Offer to take everything away, where there is anything."""
        self.clear.setVisible(anything)

    @Slot()
    def _colour(self) -> None:
        self.clear.setIcon(self._theme.icons.icon("close", "muted", size=ICON))


def _keys(button: FilterButton) -> list[int | str]:
    return sorted(
        (key for key in button.chosen if isinstance(key, int | str)),
        key=lambda key: button.names.get(key, str(key)),
    )


def _words() -> Mapping[str, FilterWords]:
    gone = QCoreApplication.translate("Sales", "%1 (gone)", "a value of a filter")
    return {**_of_places(gone), **_of_values(gone)}


def _of_places(gone: str) -> Mapping[str, FilterWords]:
    return {
        "boutiques": FilterWords(
            QCoreApplication.translate("Sales", "Boutique"),
            QCoreApplication.translate("Sales", "Boutique: all"),
            QCoreApplication.translate("Sales", "Boutique: %1"),
            QCoreApplication.translate("Sales", "Boutique: %1 +%2"),
            gone,
        ),
        "terminals": FilterWords(
            QCoreApplication.translate("Sales", "Terminal"),
            QCoreApplication.translate("Sales", "Terminal: all"),
            QCoreApplication.translate("Sales", "Terminal: %1"),
            QCoreApplication.translate("Sales", "Terminal: %1 +%2"),
            gone,
        ),
        "merchants": FilterWords(
            QCoreApplication.translate("Sales", "Merchant"),
            QCoreApplication.translate("Sales", "Merchant: all"),
            QCoreApplication.translate("Sales", "Merchant: %1"),
            QCoreApplication.translate("Sales", "Merchant: %1 +%2"),
            gone,
        ),
    }


def _of_values(gone: str) -> Mapping[str, FilterWords]:
    return {
        "confidences": FilterWords(
            QCoreApplication.translate("Sales", "Confidence"),
            QCoreApplication.translate("Sales", "Confidence: all"),
            QCoreApplication.translate("Sales", "Confidence: %1"),
            QCoreApplication.translate("Sales", "Confidence: %1 +%2"),
            gone,
        ),
        "payments": FilterWords(
            QCoreApplication.translate("Sales", "Payment"),
            QCoreApplication.translate("Sales", "Payment: all"),
            QCoreApplication.translate("Sales", "Payment: %1"),
            QCoreApplication.translate("Sales", "Payment: %1 +%2"),
            gone,
        ),
        "currencies": FilterWords(
            QCoreApplication.translate("Sales", "Currency"),
            QCoreApplication.translate("Sales", "Currency: all"),
            QCoreApplication.translate("Sales", "Currency: %1"),
            QCoreApplication.translate("Sales", "Currency: %1 +%2"),
            gone,
        ),
    }
