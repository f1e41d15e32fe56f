"""Values in few letters and in full, as the operator's language writes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # It knows Qt, which nothing here needs.
    from desktop_admin.gui.formats import Formats

_SPACE = "\u00a0"
_MINUS = "\u2212"
#: Thousands, millions and milliards, by language.
_SUFFIXES = {"fr": ("", "k", "M", "Md"), "en": ("", "k", "M", "bn")}
#: Up to here every unit is told.
_IN_FULL = 10_000
#: How often a number is divided by a thousand at most.
_POWERS = 3
#: A currency whose small coins nobody uses: what is whole is written without decimals.
_NO_COINS = "CDF"


@dataclass(frozen=True, slots=True)
class Unit:
    """What the whole numbers of a chart mean: `divisor` of them make one of `currency`."""

    divisor: int
    currency: str

    def short(self, value: int, formats: Formats) -> str:
        """In few letters, without the currency: 146,6 M."""
        power = _power(_rounded(abs(value), self.divisor))
        # What rounding makes a thousand of is the next power's one: 999 960 is 1 M.
        if power and _rounded(abs(value) * 10, self.divisor * 1000**power) >= 10_000:
            power = min(power + 1, _POWERS)
        text = _decimal(abs(value), self.divisor * 1000**power, _places(abs(value), self), formats)
        sign = _MINUS if value < 0 else ""
        suffix = _SUFFIXES[formats.language][power]
        return f"{sign}{text}{_SPACE}{suffix}" if suffix else f"{sign}{text}"

    def amount(self, value: int, formats: Formats) -> str:
        """Exactly to the cent, without the currency: 50 529 500."""
        cents = _rounded(abs(value) * 100, self.divisor)
        whole = self.currency == _NO_COINS and cents % 100 == 0
        text = formats.whole(cents) if whole else formats.amount(cents)
        return f"{_MINUS}{text}" if value < 0 and cents else text

    def full(self, value: int, formats: Formats) -> str:
        """Exactly to the cent, with its currency: 50 529 500 CDF."""
        return f"{self.amount(value, formats)}{_SPACE}{self.currency}"

    def figures(self, values: Sequence[int], formats: Formats) -> list[str]:
        """Many numbers side by side, in as few letters as can be: 1,2 M is 1,2M."""
        return [self.short(value, formats).replace(_SPACE, "") for value in values]

    def ticks(self, ticks: Sequence[int], formats: Formats) -> list[str]:
        """The numbers along an axis: all in one power, which the outermost one names."""
        if not ticks:
            return []
        outermost = max(range(len(ticks)), key=lambda place: (abs(ticks[place]), place))
        power = _power(abs(ticks[outermost]) // self.divisor)
        divisor = self.divisor * 1000**power
        places = max(_needed(abs(tick), divisor) for tick in ticks)
        suffix = _SUFFIXES[formats.language][power]
        return [
            (_MINUS if tick < 0 else "")
            + _decimal(abs(tick), divisor, places if tick else 0, formats)
            + (f"{_SPACE}{suffix}" if suffix and place == outermost else "")
            for place, tick in enumerate(ticks)
        ]


def _rounded(value: int, divisor: int) -> int:
    """`value / divisor`, a half away from zero; neither is negative."""
    return (2 * value + divisor) // (2 * divisor)


def _power(whole: int) -> int:
    if whole < _IN_FULL:
        return 0
    return min((len(str(whole)) - 1) // 3, _POWERS)


def _places(value: int, unit: Unit) -> int:
    """How many decimals a number is worth."""
    power = _power(_rounded(value, unit.divisor))
    if power:
        exact = value % (unit.divisor * 1000**power) == 0
        return 0 if exact or value >= unit.divisor * 1000 ** (_POWERS + 1) else 1
    if value % unit.divisor == 0 or value >= 100 * unit.divisor:
        return 0
    return 1 if value >= 10 * unit.divisor else 2


def _needed(value: int, divisor: int) -> int:
    """With how many decimals, two at most, a tick is exact."""
    if value % divisor == 0:
        return 0
    return 1 if value * 10 % divisor == 0 else 2


def _decimal(value: int, divisor: int, places: int, formats: Formats) -> str:
    whole, rest = divmod(_rounded(value * 10**places, divisor), 10**places)
    text = formats.count(whole)
    return f"{text}{formats.point}{rest:0{places}d}" if places else text


def percents(values: Sequence[int], total: int = 1_000) -> list[int]:
    """Tenths of a percent of each, by largest remainder, so that they add up to `total`;
    all 0 where the sum is. No value is negative."""
    whole = sum(values)
    if not whole:
        return [0] * len(values)
    floors = [value * total // whole for value in values]
    rests = [value * total % whole for value in values]
    by_rest = sorted(range(len(values)), key=lambda place: (-rests[place], place))
    for place in by_rest[: total - sum(floors)]:
        floors[place] += 1
    return floors
