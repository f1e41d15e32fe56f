"""How the overview calls what it shows, and how it writes figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from desktop_admin.domain.money import CDF, USD, Amounts, Money
from desktop_admin.gui.formats import NO_BREAK_SPACE, Formats
from desktop_admin.gui.text import fill
from desktop_admin.gui.widgets.table_screen import Words

_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400
_DAYS_TOLD = timedelta(days=7)


def words() -> Words:
    """The screen's own words."""
    return Words(
        title=QCoreApplication.translate("Overview", "Overview"),
        filter_hint="",
        loading=QCoreApplication.translate("Overview", "Looking at the shop…"),
        empty="",
        empty_meaning="",
        no_match="",
        no_match_meaning="",
    )


def in_order(currencies: Iterable[str]) -> list[str]:
    """Currencies in the order in which people tell them: francs and dollars first."""
    usual = (CDF, USD)
    found = set(currencies)
    return [*(code for code in usual if code in found), *sorted(found - set(usual))]


def figure(formats: Formats, currency: str, cents: int) -> str:
    """An amount without its currency; francs without fractions where they have none."""
    if currency == CDF and cents % 100 == 0:
        return formats.whole(cents)
    return formats.amount(cents)


def money(formats: Formats, currency: str, cents: int) -> str:
    """An amount with its currency."""
    if currency == CDF and cents % 100 == 0:
        return f"{formats.whole(cents)}{NO_BREAK_SPACE}{currency}"
    return formats.money(Money(currency, cents))


def moneys(formats: Formats, amounts: Amounts) -> list[str]:
    """Every amount that is not nothing, with its currency."""
    return [money(formats, code, amounts[code]) for code in in_order(amounts) if amounts[code]]


def ago(formats: Formats, moment: datetime, now: datetime) -> str:
    """How long ago it was; after a week, which day."""
    seconds = max(0, int((now - moment).total_seconds()))
    if now - moment >= _DAYS_TOLD:
        return formats.date(moment)
    if seconds < _MINUTE:
        return QCoreApplication.translate("Overview", "just now")
    if seconds < _HOUR:
        text = QCoreApplication.translate("Overview", "%1 min ago")
        return fill(text, str(seconds // _MINUTE))
    if seconds < _DAY:
        text = QCoreApplication.translate("Overview", "%1 h %2 ago", "hours, minutes")
        return fill(text, str(seconds // _HOUR), f"{seconds % _HOUR // _MINUTE:02d}")
    return fill(QCoreApplication.translate("Overview", "%1 d ago"), str(seconds // _DAY))


def listed(names: Sequence[str], most: int = 2) -> str:
    """The first names, and that there are more."""
    shown = ", ".join(names[:most])
    if len(names) <= most:
        return shown
    text = QCoreApplication.translate("Overview", "%1 and %2 more", "names, how many")
    return fill(text, shown, str(len(names) - most))
