"""One language, one time zone: texts, numbers, money and moments as a person reads them."""

from __future__ import annotations

import gettext
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal, format_percent

from desktop_admin.domain import movement
from desktop_admin.domain.local_time import by_the_clock
from desktop_admin.domain.money import Amounts, Money, as_amount
from desktop_admin.wording.languages import DEFAULT_LANGUAGE, DEFAULT_ZONE, LANGUAGES
from desktop_admin.wording.plain import one_line

_DOMAIN = "desktop_admin"
_LOCALES = {"fr": "fr_FR", "en": "en_GB"}
#: As the window writes them.
_DAYS = {"fr": "dd/MM/yyyy", "en": "yyyy-MM-dd"}
#: A currency has three letters; a file keeps any text.
_CURRENCY = 10


@lru_cache(maxsize=len(LANGUAGES))
def _catalogue(language: str) -> gettext.NullTranslations:
    folder = Path(__file__).parent / "locale"
    # English needs no catalogue: the texts in the source are English.
    return gettext.translation(_DOMAIN, folder, [language], fallback=language == "en")


@dataclass(frozen=True, slots=True)
class Words:
    """Speaks one language and tells times in one zone."""

    language: str = DEFAULT_LANGUAGE
    zone: str = DEFAULT_ZONE

    def text(self, message: str, /, **values: object) -> str:
        """`message` (English, as in the source) in this language, with `{name}`s filled in."""
        translated = _catalogue(self.language).gettext(message) if message else ""
        return translated.format(**values) if values else translated

    def count(self, one: str, many: str, number: int, /, **values: object) -> str:
        """The form that fits `number`, which fills `{n}` with separators for thousands."""
        form = _catalogue(self.language).ngettext(one, many, number)
        return form.format(n=self.number(number), **values)

    def number(self, number: int) -> str:
        """A whole number with the language's separators: 1 234 567."""
        return str(format_decimal(number, locale=_LOCALES[self.language]))

    def decimals(self, number: float) -> str:
        """A number with one decimal: 0,8."""
        return str(format_decimal(number, "#,##0.0", locale=_LOCALES[self.language]))

    def share(self, part: float) -> str:
        """A part of a whole (0 to 1) in percent; one below a hundredth with a decimal: 0.4 %."""
        pattern = "#,##0.#\u00a0%" if 0 < part < 0.01 else "#,##0\u00a0%"
        return str(format_percent(part, pattern, locale=_LOCALES[self.language]))

    def day(self, day: date) -> str:
        """A day: 29/10/2025."""
        return str(format_date(day, _DAYS[self.language], locale=_LOCALES[self.language]))

    def month(self, day: date) -> str:
        """The month of a day: October 2025."""
        return str(format_date(day, "LLLL y", locale=_LOCALES[self.language]))

    def short_days(self, first: date, last: date) -> str:
        """Days of one month in few letters: 6 – 12 Oct."""
        end = str(format_date(last, "d MMM", locale=_LOCALES[self.language]))
        return end if first == last else f"{first.day} – {end}"

    def amount(self, cents: int) -> str:
        """An amount with two decimals and without its currency: 1 234 567,00."""
        return str(format_decimal(as_amount(cents), "#,##0.00", locale=_LOCALES[self.language]))

    def change(self, now: int, before: int) -> str:
        """By how much something rose or fell, in percent: +2,8 %. Empty where it began at nothing,
        or less: then there is no such part."""
        tenths = movement.change(now, before)
        if tenths is None:
            return ""
        figure = format_decimal(
            Decimal(abs(tenths)) / 10, "#,##0.0", locale=_LOCALES[self.language]
        )
        sign = "+" if tenths > 0 else "\u2212" if tenths < 0 else "±"
        space = "\u00a0" if self.language == "fr" else ""
        return f"{sign}{figure}{space}%"

    def money(self, money: Money) -> str:
        """An amount with two decimals and its currency: 1 234 567,00 CDF."""
        amount = format_decimal(money.amount, "#,##0.00", locale=_LOCALES[self.language])
        return f"{amount}\u00a0{one_line(money.currency, _CURRENCY)}"

    def amounts(self, amounts: Amounts) -> str:
        """Every currency apart: 3 412 000,00 CDF and 214,50 USD. Nothing reads as a dash."""
        return self.enumeration(self.money(money) for money in amounts.moneys()) or "–"

    def enumeration(self, parts: Iterable[str]) -> str:
        """Parts as a person lists them: a, b and c."""
        listed = list(parts)
        if len(listed) < 2:
            return "".join(listed)
        # Translators: joins the last two parts of a list; the rest is joined by commas.
        last_two = self.text("{first} and {last}", first=listed[-2], last=listed[-1])
        return ", ".join([*listed[:-2], last_two])

    def moment(self, moment: datetime | None) -> str:
        """A moment in the shop's time zone, to the minute: 29/10/2025 13:55."""
        return self._moment(moment, f"{_DAYS[self.language]} HH:mm")

    def second(self, moment: datetime | None) -> str:
        """The same to the second."""
        return self._moment(moment, f"{_DAYS[self.language]} HH:mm:ss")

    def days(self, since: datetime, until: datetime) -> str:
        """Whole days in the shop's time zone, `until` no longer among them: 01/10/2025 to
        29/10/2025."""
        last = until - timedelta(microseconds=1)
        first_day, last_day = (self._moment(one, _DAYS[self.language]) for one in (since, last))
        if first_day == last_day:
            return first_day
        return self.text("{first} to {last}", first=first_day, last=last_day)

    def weekday(self, day: date, *, year: bool) -> str:
        """A day as one says it: wednesday 29 October, with its year where that is asked for."""
        # Only the first of a month is counted in order: dimanche 1er novembre.
        number = "d'er'" if self.language == "fr" and day.day == 1 else "d"
        pattern = f"EEEE {number} MMMM y" if year else f"EEEE {number} MMMM"
        return str(format_date(day, pattern, locale=_LOCALES[self.language]))

    def _moment(self, moment: datetime | None, pattern: str) -> str:
        if moment is None:
            return self.text("unknown time")
        zone = ZoneInfo(self.zone)
        local = by_the_clock(moment, zone)
        return str(format_datetime(local, pattern, locale=_LOCALES[self.language]))
