"""Amounts: cents with their currency, never float, never added across currencies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

CDF = "CDF"
USD = "USD"
_CENT = Decimal("0.01")


class Money(NamedTuple):
    """One amount: `cents` (hundredths, may be negative) of `currency` (a three-letter code)."""

    currency: str
    cents: int

    @property
    def amount(self) -> Decimal:
        """The amount in whole units, with two decimals."""
        return as_amount(self.cents)


class Amounts(Mapping[str, int]):
    """Cents by currency. Adding two keeps every currency apart; an unknown currency counts 0."""

    __slots__ = ("_cents",)

    def __init__(self, cents: Mapping[str, int] | Iterable[tuple[str, int]] = ()) -> None:
        pairs = cents.items() if isinstance(cents, Mapping) else cents
        total: dict[str, int] = {}
        for currency, value in pairs:
            total[currency] = total.get(currency, 0) + value
        self._cents = dict(sorted(total.items()))

    def __getitem__(self, currency: str) -> int:
        return self._cents.get(currency, 0)

    def __iter__(self) -> Iterator[str]:
        return iter(self._cents)

    def __len__(self) -> int:
        return len(self._cents)

    def __contains__(self, currency: object) -> bool:
        return currency in self._cents

    def __add__(self, other: Amounts) -> Amounts:
        return Amounts([*self.items(), *other.items()])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Amounts) and self._cents == other._cents

    def __hash__(self) -> int:
        return hash(tuple(self._cents.items()))

    def __repr__(self) -> str:
        return f"Amounts({self._cents!r})"

    def moneys(self) -> tuple[Money, ...]:
        """Every currency that occurs, in the order of their codes."""
        return tuple(Money(currency, cents) for currency, cents in self._cents.items())


def as_amount(cents: int) -> Decimal:
    """Cents as a decimal number of whole units with two decimals: 1234 -> 12.34."""
    return (Decimal(cents) / 100).quantize(_CENT)


def plain(cents: int) -> str:
    """Cents as machines read them: two decimals, a point, no grouping: 123456 -> '1234.56'."""
    return str(as_amount(cents))
