"""The list of places on the left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_admin.gui.shell.places import Place
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.choice import Choice
from desktop_admin.gui.widgets.restyle import restyle

ICON = 18
#: As the style sheet has them: beside the name, between icon and name, behind the badge.
_PADDING, _BESIDE_ICON, _BEHIND = 10, 4, 8
#: Room that is kept for a count, so that not every new one makes the navigation wider.
_USUAL_COUNT = "99"


class Navigation(Choice):
    """One button for each place, with a count where something waits."""

    #: A count was shown, or none any more: `wide_width` may be another.
    widened = Signal()

    def __init__(self, theme: Theme, entries: Sequence[Place], parent: QWidget) -> None:
        super().__init__(theme, "", parent)
        self.setAccessibleName(self.tr("Navigation"))
        self._places = {place.key: place for place in entries}
        self._badges: dict[str, QLabel] = {}
        self._counts: dict[str, str] = {}
        self._names = True
        self._wide = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for place in entries:
            column.addWidget(self._button(place))
        self.finish()

    @property
    def has_keyboard(self) -> bool:
        """Whether one moves through the places with the keyboard just now."""
        return any(button.hasFocus() for button in self.buttons.values())

    def step(self, by: int) -> None:
        """Choose the next place (1) or the one before (-1); round at the ends."""
        keys = list(self._places)
        if self.current not in keys:
            # Before the first start has led anywhere there is nothing to go on from.
            return
        self.choose(keys[(keys.index(self.current) + by) % len(keys)])

    def show_names(self, names: bool) -> None:
        """Show icon and name, or, where there is little room, the icon alone."""
        self._names = names
        for key, button in self.buttons.items():
            button.setText(self._places[key].name if names else "")
            self._show(key)

    def wide_width(self) -> int:
        """What names and counts need side by side, the chosen one's in bold."""
        if not self._wide:
            self._wide = max(self._needs(key) for key in self.buttons)
        return self._wide

    def show_badge(self, key: str, count: str, meaning: str) -> None:
        """Show how much waits at a place; an empty `count`: nothing does."""
        button = self.buttons[key]
        changed = count != self._counts.get(key, "")
        self._counts[key] = count
        self._show(key)
        if changed:
            self._wide = 0
            self.widened.emit()
        button.setAccessibleDescription(meaning if count else "")
        button.setToolTip(f"{self._tip(key)}\n{meaning}" if count else self._tip(key))

    def colour(self) -> None:
        """Quiet icons, and the chosen one in the accent."""
        for key, button in self.buttons.items():
            name = self._places[key].icon
            button.setIcon(self.theme.icons.icon(name, "muted", "accent", ICON))

    def _show(self, key: str) -> None:
        """The count behind the name; where there is no name, a dot in the corner of the icon."""
        badge, row = self._badges[key], self.buttons[key].layout()
        count = self._counts.get(key, "")
        badge.setVisible(bool(count))
        if row is None:
            return
        badge.setText(count if self._names else "")
        badge.setProperty("role", "badge" if self._names else "dot")
        middle, top = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignTop
        row.setAlignment(badge, middle if self._names else top)
        row.setContentsMargins(0, 0 if self._names else 6, 8, 0)
        restyle(badge)

    def _needs(self, key: str) -> int:
        button, badge = self.buttons[key], self._badges[key]
        badge.setProperty("role", "badge")
        restyle(badge)
        counts = []
        for count in {_USUAL_COUNT, self._counts.get(key, "")}:
            badge.setText(count)
            counts.append(badge.sizeHint().width())
        self._show(key)
        bold = QFont(button.font())
        bold.setWeight(QFont.Weight.DemiBold)
        name = QFontMetrics(bold).horizontalAdvance(button.accessibleName())
        icon = _PADDING + ICON + _BESIDE_ICON
        return icon + name + _PADDING + max(counts) + _BEHIND

    def _tip(self, key: str) -> str:
        number = list(self._places).index(key) + 1
        keys = QKeySequence(f"Ctrl+{number}").toString(QKeySequence.SequenceFormat.NativeText)
        return f"{self._places[key].name.replace('&', '')} ({keys})"

    def _button(self, place: Place) -> QPushButton:
        button = QPushButton(place.name)
        button.setAccessibleName(place.name.replace("&", ""))
        button.setToolTip(self._tip(place.key))
        # A click is meant for the screen: it leaves the keyboard there.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        badge = QLabel()
        badge.setTextFormat(Qt.TextFormat.PlainText)
        badge.setProperty("role", "badge")
        badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        badge.hide()
        row = QHBoxLayout(button)
        row.setContentsMargins(0, 0, 8, 0)
        row.addStretch(1)
        row.addWidget(badge, 0, Qt.AlignmentFlag.AlignVCenter)
        self._badges[place.key] = badge
        self.add(place.key, button, "place", ICON)
        return button
