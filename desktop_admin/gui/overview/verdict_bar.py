"""Whether all is right, in one line."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel

from desktop_admin.domain.overview import Arriving, Reading, Verdict
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.text import fill
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.restyle import restyle

ICON = 18
_GAP = 10
#: Margins, and the icon.
_AROUND = 56


@dataclass(frozen=True, slots=True)
class Told:
    """A verdict with what stands around it."""

    verdict: Verdict
    #: Since when no sale came, where none comes.
    since: str = ""
    #: How many terminals are silent that usually sell now.
    silent: int = 0
    #: Something could not be read.
    failed: bool = False
    #: Of when what one sees is, where the connection is lost.
    lost_at: str = ""
    #: It is the demo, to which no sale ever comes.
    demo: bool = False

    @property
    def stopped(self) -> bool:
        """Whether no sale comes in that should."""
        return self.verdict.arriving is Arriving.STOPPED and not self.demo


class VerdictBar(QFrame):
    """Says one verdict: an icon, what is the case, and what follows."""

    def __init__(self, theme: Theme, formats: Formats) -> None:
        super().__init__()
        self._theme = theme
        self._formats = formats
        self._look = ("hourglass", "muted")
        self._told: Told | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 9, 12, 9)
        row.setSpacing(12)
        self._icon = QLabel()
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._head_text, self._rest_text = QLabel(), QLabel()
        #: Side by side where there is room for both, else below one another.
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lines.setSpacing(6)
        for label, stretch in ((self._head_text, 0), (self._rest_text, 1)):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            self._lines.addWidget(label, stretch)
        row.addLayout(self._lines, 1)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self._colour)

    def say(self, told: Told) -> None:
        """Say this."""
        if told == self._told:
            return
        self._told = told
        role, icon, ink = self._appearance(told)
        head, rest = self._head(told), self._rest(told)
        self._head_text.setText(head)
        self._rest_text.setText(" ".join(rest))
        self._head_text.setProperty("role", f"verdict_{ink}")
        self._rest_text.setProperty("role", f"note_{ink}" if ink != "good" else "note_text")
        self.setProperty("role", role)
        self.setAccessibleName(" ".join([head, *rest]))
        self._look = (icon, ink)
        restyle(self, self._head_text, self._rest_text)
        self._colour()
        self._fit()

    @property
    def sentences(self) -> str:
        """What is said."""
        return self.accessibleName()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """One line where both sentences have room in it."""
        wanted = 0
        for label in (self._head_text, self._rest_text):
            wanted += label.fontMetrics().horizontalAdvance(label.text()) + _GAP
        fits = wanted <= self.width() - _AROUND
        directions = QBoxLayout.Direction
        self._lines.setDirection(directions.LeftToRight if fits else directions.TopToBottom)
        self._head_text.setWordWrap(not fits)

    def _appearance(self, told: Told) -> tuple[str, str, str]:
        verdict = told.verdict
        if told.lost_at:
            # The frame says so in red, once.
            return "card", "unplugged", "muted"
        if told.stopped:
            return "banner", "warning", "error"
        if verdict.reading is Reading.INVISIBLE or (told.failed and self._unknown(told)):
            return "notice", "warning", "orphan"
        if verdict.reading is Reading.ALL_RIGHT:
            return "good_box", "good", "good"
        if verdict.reading is Reading.TO_DO:
            return "card", "list", "text"
        icon = "empty" if verdict.reading is Reading.NO_SALE else "hourglass"
        return "card", icon, "muted"

    @staticmethod
    def _unknown(told: Told) -> bool:
        return told.verdict.reading in (Reading.LOOKING, Reading.NO_SALE)

    def _head(self, told: Told) -> str:
        verdict = told.verdict
        if told.lost_at:
            return self.tr("The connection is lost.")
        if verdict.reading is Reading.INVISIBLE:
            return self.tr("%Ln sale(s) count(s) in no boutique.", "", verdict.orphans)
        if verdict.reading is Reading.NO_SALE:
            return self.tr("There is no sale yet.")
        if verdict.reading is Reading.LOOKING:
            if told.failed:
                return self.tr("Nobody can say yet whether all is right.")
            return self.tr("Your shop is being looked at…")
        if verdict.reading is Reading.TO_DO:
            return self.tr("Every sale counts in a boutique.")
        return self.tr("All is right.")

    def _rest(self, told: Told) -> list[str]:
        verdict = told.verdict
        if told.lost_at:
            return [fill(self.tr("What you see is of %1."), told.lost_at)]
        if verdict.reading is Reading.NO_SALE:
            return [self.tr("Figures appear here as soon as the server receives a sale.")]
        if verdict.reading is Reading.LOOKING:
            if told.failed:
                return [self.tr("Some of it could not be read.")]
            return [self.tr("What is known already stands below.")]
        found = []
        if verdict.reading is Reading.INVISIBLE:
            found.append(self._repair(verdict))
        elif verdict.reading is Reading.TO_DO and verdict.problems:
            found.append(self.tr("%Ln point(s) to deal with.", "", verdict.problems))
        elif verdict.reading is Reading.ALL_RIGHT:
            found.append(self.tr("Every sale counts in a boutique, and nothing waits."))
        found.append(self._coming(told))
        return [text for text in found if text]

    def _repair(self, verdict: Verdict) -> str:
        """How the orphans are repaired, as far as that is known."""
        certain, decide = verdict.certain, verdict.to_decide
        if certain is None or decide is None:
            return self.tr("How they are repaired is being looked at.")
        if not decide:
            return self.tr("All of it is repaired in one go.")
        if not certain:
            return self.tr("All of it needs a decision.")
        number = self._formats.count(decide)
        if decide == 1:
            return self.tr("%Ln is/are repaired in one go, one needs a decision.", "", certain)
        text = self.tr("%Ln is/are repaired in one go, %1 need a decision.", "", certain)
        return fill(text, number)

    def _coming(self, told: Told) -> str:
        arriving = told.verdict.arriving
        if arriving is Arriving.NORMAL:
            return self.tr("Sales are coming in as usual.")
        if arriving is Arriving.PARTLY:
            return self.tr("%Ln terminal(s) is/are unusually silent.", "", told.silent)
        if arriving is Arriving.STOPPED and told.demo:
            return self.tr("The demo receives no new sales.")
        if told.stopped:
            return fill(self.tr("No sale has come in since %1: that is unusual."), told.since)
        return ""

    @Slot()
    def _colour(self) -> None:
        name, ink = self._look
        self._icon.setPixmap(self._theme.icons.pixmap(name, ink, ICON, self.devicePixelRatio()))
