"""Numbers, amounts and times as the operator's language writes them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QLocale

from desktop_admin.domain.local_time import by_the_clock
from desktop_admin.domain.money import Money

#: Keeps an amount and its currency on one line.
NO_BREAK_SPACE = "\u00a0"
_DAYS = {
    "fr": "{0.day:02d}/{0.month:02d}/{0.year:04d}",
    "en": "{0.year:04d}-{0.month:02d}-{0.day:02d}",
}
#: Days where there is little room: of a year one knows, and of any other.
_SHORT_DAYS = {
    "fr": ("{0.day:02d}/{0.month:02d}", "{0.day:02d}/{0.month:02d}/{0:%y}"),
    "en": ("{0.month:02d}-{0.day:02d}", "{0:%Y}-{0.month:02d}-{0.day:02d}"),
}
#: The same days in the letters of Qt's fields.
_ENTRIES = {"fr": "dd/MM/yyyy", "en": "yyyy-MM-dd"}
_MINUTE = "{0.hour:02d}:{0.minute:02d}"


@dataclass(frozen=True, slots=True)
class Formats:
    """How one language writes figures; plain values, so that workers may use it too."""

    group: str
    point: str
    #: The day of a moment, as a format string of its first argument.
    day: str
    zone: ZoneInfo
    #: `fr` or `en`, for those who write sentences without Qt.
    language: str = "fr"

    @classmethod
    def of(cls, language: str, time_zone: str) -> Formats:
        """The formats of `fr` or `en`, with times of `time_zone` (an IANA name)."""
        locale = QLocale(language)
        return cls(
            locale.groupSeparator(),
            locale.decimalPoint(),
            _DAYS[language],
            ZoneInfo(time_zone),
            language,
        )

    def count(self, number: int) -> str:
        """A whole number: 1 234 567."""
        return f"{number:,}".replace(",", self.group)

    def amount(self, cents: int) -> str:
        """An amount without its currency: 1 234 567,00."""
        whole, rest = divmod(abs(cents), 100)
        sign = "\u2212" if cents < 0 else ""
        return f"{sign}{self.count(whole)}{self.point}{rest:02d}"

    def money(self, money: Money) -> str:
        """An amount with its currency: 1 234 567,00 CDF."""
        return f"{self.amount(money.cents)}{NO_BREAK_SPACE}{money.currency}"

    def moneys(self, moneys: Iterable[Money]) -> str:
        """Several amounts, each with its currency, side by side."""
        return " · ".join(self.money(money) for money in moneys)

    def percent(self, tenths: int, *, signed: bool = False) -> str:
        """Tenths of a percent: 59,2 %; `signed`: a change, +2,8 %."""
        whole, rest = divmod(abs(tenths), 10)
        sign = "\u2212" if tenths < 0 else "+" if signed and tenths else ""
        space = NO_BREAK_SPACE if self.language == "fr" else ""
        return f"{sign}{self.count(whole)}{self.point}{rest}{space}%"

    def date(self, moment: datetime) -> str:
        """The day, in the shop's time zone."""
        return self.day.format(by_the_clock(moment, self.zone))

    def short_day(self, moment: datetime, year: int) -> str:
        """The day in few letters: without its year, where it is that one."""
        local = by_the_clock(moment, self.zone)
        return _SHORT_DAYS[self.language][local.year != year].format(local)

    def whole(self, cents: int) -> str:
        """An amount without its decimals, for columns in which all of them are 00."""
        return self.count(cents // 100) if cents >= 0 else f"\u2212{self.count(-cents // 100)}"

    @property
    def day_entry(self) -> str:
        """How a field writes the day that is typed into it, in Qt's letters: dd/MM/yyyy."""
        return _ENTRIES[self.language]

    def minute(self, moment: datetime) -> str:
        """Day and time to the minute, in the shop's time zone."""
        return f"{self.day} {_MINUTE}".format(by_the_clock(moment, self.zone))

    def second(self, moment: datetime) -> str:
        """Day and time to the second, in the shop's time zone."""
        local = by_the_clock(moment, self.zone)
        return f"{self.day} {_MINUTE}:{{0.second:02d}}".format(local)

    def clock(self, moment: datetime) -> str:
        """The time of day to the minute, in the shop's time zone."""
        return _MINUTE.format(by_the_clock(moment, self.zone))

    @property
    def city(self) -> str:
        """The place whose time is told: Kinshasa."""
        return self.zone.key.rsplit("/", 1)[-1].replace("_", " ")

    def widest_minute(self) -> str:
        """As wide as `minute` ever is."""
        return self.minute(datetime(2000, 10, 20, 20, 0, tzinfo=self.zone))

    def exact(self, moment: datetime) -> str:
        """The full timestamp with its zone, for tooltips."""
        return f"{self.second(moment)} ({self.zone_name(moment)})"

    def zone_name(self, moment: datetime) -> str:
        """The shop's time zone as people know it: Kinshasa, UTC+1."""
        return f"{self.city}, {self.offset(moment)}"

    def offset(self, moment: datetime) -> str:
        """How far the shop's time is from everybody's: UTC+1."""
        offset = by_the_clock(moment, self.zone).utcoffset()
        minutes = int(offset.total_seconds()) // 60 if offset is not None else 0
        hours, rest = divmod(abs(minutes), 60)
        shown = f"{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02d}" if rest else "")
        return f"UTC{shown}"
