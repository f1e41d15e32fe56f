"""What tests of charts share: a measure without fonts, formats, words."""

from zoneinfo import ZoneInfo

from desktop_admin.gui.charts.geometry import Face
from desktop_admin.gui.charts.numbers import Unit
from desktop_admin.gui.charts.time_axis import TimeWords
from desktop_admin.gui.formats import Formats

FRENCH = Formats("\u202f", ",", "{0.day:02d}/{0.month:02d}/{0.year:04d}", ZoneInfo("UTC"), "fr")
ENGLISH = Formats(",", ".", "{0.year:04d}-{0.month:02d}-{0.day:02d}", ZoneInfo("UTC"), "en")
CDF = Unit(100, "CDF")
USD = Unit(100, "USD")
MONTHS = ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.")
WORDS = TimeWords(
    (*MONTHS, "nov.", "déc."), ("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim.")
)


class Even:
    """Every letter is as wide as every other."""

    def width(self, text: str, face: Face) -> float:
        return len(text) * (7.0 if face in (Face.BODY, Face.STRONG) else 6.0)

    def height(self, face: Face) -> float:
        return 16.0

    def elided(self, text: str, width: float, face: Face) -> str:
        if self.width(text, face) <= width:
            return text
        letters = int(width // self.width("m", face)) - 1
        return f"{text[:letters]}…" if letters >= 0 else ""
