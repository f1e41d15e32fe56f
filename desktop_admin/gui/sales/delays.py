"""How long a sale was on its way, in words that need no thinking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop_admin.gui.text import fill

_MINUTE = 60
_HOUR = 3_600
_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Delays:
    """The words for a length of time; plain values, so that workers may use them too."""

    seconds: str
    minutes: str
    hours: str
    days: str

    def between(self, earlier: datetime | None, later: datetime | None) -> str:
        """From one moment to another: "+3 min"; empty where one of them is not known."""
        if earlier is None or later is None:
            return ""
        length = round((later - earlier).total_seconds())
        sign = "\u2212" if length < 0 else "+"
        return f"{sign}{self._length(abs(length))}"

    def widest(self) -> str:
        """As wide as most of them are."""
        return f"+{fill(self.hours, '23', '59')}"

    def _length(self, length: int) -> str:
        if length < _MINUTE:
            return fill(self.seconds, str(length))
        if length < _HOUR:
            return fill(self.minutes, str(length // _MINUTE))
        if length < _DAY:
            return fill(self.hours, str(length // _HOUR), f"{length % _HOUR // _MINUTE:02d}")
        return fill(self.days, str(length // _DAY), str(length % _DAY // _HOUR))


def delays() -> Delays:
    """The words in the language of the window."""
    return Delays(
        QCoreApplication.translate("Delay", "%1 s"),
        QCoreApplication.translate("Delay", "%1 min"),
        QCoreApplication.translate("Delay", "%1 h %2"),
        QCoreApplication.translate("Delay", "%1 d %2 h"),
    )
