"""How amounts of several currencies become the one figure that is compared and drawn.

Either one currency alone, or francs and dollars converted at one merchant's present rate: no
history of rates exists, so a converted figure of last year is last year's sales at today's rate.
What has no rate is left out, and told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from desktop_admin.domain.model import Merchant
from desktop_admin.domain.money import CDF, USD, Amounts, Money

_CENTS = 100
#: A cent of dollars at a rate in hundredths.
_CONVERTED = 10_000
#: No franc is worth so little.
_NO_RATE = 10**9


@dataclass(frozen=True, slots=True)
class Rate:
    """So many hundredths of francs for one dollar, today, and whose rate that is."""

    hundredths: int
    merchants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """What of some amounts is looked at: one currency, or francs and dollars at a rate."""

    currency: str
    rate: Rate | None = None

    @property
    def divisor(self) -> int:
        """So many of its figures make one whole unit of the currency. Whole numbers throughout:
        parts add up exactly, also converted ones."""
        return _CENTS if self.rate is None else _CONVERTED

    @property
    def currencies(self) -> tuple[str, ...]:
        """The currencies that it looks at."""
        return (self.currency,) if self.rate is None else (CDF, USD)

    def weight(self, currency: str) -> int:
        """What one cent of that currency is; 0: it is not looked at."""
        if self.rate is None:
            return int(currency == self.currency)
        return {CDF: _CONVERTED // _CENTS, USD: self.rate.hundredths}.get(currency, 0)

    def value(self, amounts: Mapping[str, int]) -> int:
        """What these cents by currency come to."""
        return sum(cents * self.weight(currency) for currency, cents in amounts.items())

    def left_out(self, amounts: Amounts) -> tuple[Money, ...]:
        """What has no rate, where something is converted."""
        if self.rate is None:
            return ()
        return tuple(one for one in amounts.moneys() if one.currency not in self.currencies)


def rates_of(merchants: Iterable[Merchant]) -> Sequence[Rate]:
    """The merchants' present rates, that of most merchants first; one that is no number, or
    nothing, is none."""
    found: dict[int, list[str]] = {}
    for merchant in merchants:
        rate = _hundredths(merchant.usd_rate)
        if rate > 0:
            found.setdefault(rate, []).append(merchant.name)
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return [Rate(rate, tuple(names)) for rate, names in ordered]


def _hundredths(rate: str | None) -> int:
    if rate is None:
        return 0
    try:
        found = Decimal(rate)
        # SQLite keeps any text where a number should be, and numbers that are no rate.
        return int(found * _CENTS) if 0 < found < _NO_RATE else 0
    except ArithmeticError:
        return 0
