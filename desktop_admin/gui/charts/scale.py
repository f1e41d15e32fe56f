"""Round numbers for an axis, in whole numbers throughout."""

from __future__ import annotations

from dataclasses import dataclass

#: Steps people count in.
_NICE = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Scale:
    """A stretch of numbers on which values are placed in proportion; `low < high`."""

    low: int
    high: int
    ticks: tuple[int, ...]

    def place(self, value: int, length: float) -> float:
        """How far from the beginning of an axis of that length `value` is."""
        return (value - self.low) / (self.high - self.low) * length


def nice_step(span: int, count: int, smallest: int = 1) -> int:
    """The smallest round number, `smallest` at least, of which `count` reach over `span`."""
    wanted = max(-(-span // count), 1)
    power = 1
    while True:
        for digit in _NICE:
            if digit * power >= wanted and digit * power >= smallest:
                return digit * power
        power *= 10


def covering(low: int, high: int, count: int = 4, smallest: int = 1) -> Scale:
    """A scale from round number to round number that has room for `low`, `high` and 0, with
    about `count` steps; where there is nothing to cover, 0 alone is on it, at its beginning."""
    low, high = min(low, 0), max(high, 0)
    if low == high:
        return Scale(0, count * smallest, (0,))
    step = nice_step(high - low, count, smallest)
    first, last = low // step, -(-high // step)
    return Scale(first * step, last * step, tuple(range(first * step, last * step + 1, step)))


def within(low: int, high: int, count: int = 4, smallest: int = 1) -> tuple[int, ...]:
    """Round numbers from `low` to `high`, 0 among them where it lies between."""
    step = nice_step(max(high - low, 1), max(count, 1), smallest)
    return tuple(range(-(-low // step) * step, high + 1, step))
