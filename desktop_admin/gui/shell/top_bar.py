"""The bar over the screens: where it is narrow, words go before what they stand for does."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject

from desktop_admin.gui._built.ui_main_window import Ui_MainWindow
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.text import fill, tooltip

#: So much of a long connection's name is shown; where it is very narrow, still so much.
_NAME, _BRIEF = 96, 56


class Age(NamedTuple):
    """How old what one sees is: in a sentence, and as short as can be."""

    long: str
    short: str


class TopBar(QObject):
    """Shows as much as there is room for. What goes, one after the other: the words before the
    age, on the button, on the tag of the rights, of the news; more of the name; the age."""

    _STEPS = 6

    def __init__(self, ui: Ui_MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._ui = ui
        self._age = Age("", "")
        self._news = ""
        self._refresh = ui.refresh.text()
        #: What was fitted the last time, and into how much room.
        self._fitted: tuple[object, ...] = ()
        ui.refresh.setAccessibleName(self._refresh.replace("&", ""))
        ui.top_bar.installEventFilter(self)

    def say_age(self, moment: datetime | None, now: datetime, formats: Formats) -> None:
        """Say of when what one sees is; None: nothing is shown yet."""
        self._age = age(moment, now, formats) if moment else Age("", "")
        self._ui.updated.setToolTip(tooltip(formats.exact(moment)) if moment else "")
        self.fit()

    def say_news(self, text: str, meaning: str) -> None:
        """Say what is new in the database; an empty `text`: nothing is."""
        self._news = text
        self._ui.news.setToolTip(tooltip(f"{text}\n{meaning}"))
        self._ui.news.setAccessibleName(text)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The room has changed, or what is to be shown in it."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Show as much as there is room for."""
        ui, layout = self._ui, self._ui.top_bar_layout
        wanted = (
            ui.top_bar.width(),
            ui.here.isHidden(),
            ui.here_name.text(),
            ui.access_text.text(),
            ui.production.isHidden(),
            ui.period_place.minimumSize().width(),
            self._age,
            self._news,
        )
        if wanted == self._fitted:
            return
        self._fitted = wanted
        for step in range(self._STEPS + 1):
            self._show(step)
            if layout.minimumSize().width() <= ui.top_bar.width():
                break
        layout.activate()

    def _show(self, step: int) -> None:
        ui = self._ui
        ui.updated.setText(self._age.long if step < 1 else self._age.short)
        ui.refresh.setText(self._refresh if step < 2 else "")
        ui.access_text.setVisible(step < 3 and bool(ui.access_text.text()))
        ui.news.setText(self._news if step < 4 else "")
        ui.news.setVisible(bool(self._news))
        name = ui.here_name.sizeHint().width()
        ui.here_name.setMinimumWidth(min(_NAME if step < 5 else _BRIEF, name))
        ui.updated.setVisible(step < 6 and bool(self._age.long))
        for frame in (ui.here, ui.access):
            inner = frame.layout()
            if inner is not None:
                inner.invalidate()
            frame.updateGeometry()
        ui.top_bar_layout.invalidate()


def age(moment: datetime, now: datetime, formats: Formats) -> Age:
    """How old what was read at `moment` is."""
    seconds = int(max(timedelta(), now - moment).total_seconds())
    if seconds < 5:
        long = QCoreApplication.translate("Age", "Updated just now")
        return Age(long, QCoreApplication.translate("Age", "just now"))
    if seconds < 60:
        long, short = (
            QCoreApplication.translate("Age", "Updated %1 s ago"),
            QCoreApplication.translate("Age", "%1 s ago"),
        )
        return Age(fill(long, str(seconds)), fill(short, str(seconds)))
    if seconds < 3600:
        long, short = (
            QCoreApplication.translate("Age", "Updated %1 min ago"),
            QCoreApplication.translate("Age", "%1 min ago"),
        )
        return Age(fill(long, str(seconds // 60)), fill(short, str(seconds // 60)))
    shown = formats.minute(moment)
    return Age(fill(QCoreApplication.translate("Age", "Updated on %1"), shown), shown)
