"""Whether a terminal that does not sell now would usually have sold by now, by its own rhythm.

What is looked at are whole hours of the clock on the shop's wall (`local_time`): in which of them
it sold during the last eight weeks. Of each hour of the week that tells how often it sells then,
however irregular its days are: a shop that is shut on Sundays, or open at night, has other hours,
and an hour in which it never sells can make nothing of its silence.

It is told as silent where three things hold:

- it is an hour at which it sells: in at least half of the weeks it sold in the present hour of
  the week or in the one before;
- since its last sale so many of its usual hours have gone by that so long a silence is no chance:
  were each hour a matter of luck, it would come about less than once in five hundred times;
- it is old enough: it has sold for four weeks at least, before the silence began.

The hour that runs is not counted, because it is not over. A terminal that has not sold for a week
or more is not told here: that is no longer a question of the hour. An hour that the clock skips in
spring counts as one without a sale, in which hardly anybody sells.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from desktop_admin.domain.local_time import HOURS_A_WEEK

#: The weeks one looks back, and those a terminal must have sold for at least.
WEEKS = 8
LEAST_WEEKS = 4
#: What one has to know of a terminal: the weeks, and a silence of up to one more.
HOURS_KNOWN = (WEEKS + 1) * HOURS_A_WEEK
#: So seldom a silence that is told comes about by chance: once in so many times.
ONCE_IN = 500


class Silence(NamedTuple):
    """Since when a terminal is silent that usually sells, and how usual it is."""

    #: The hour of its last sale.
    last: int
    #: In how many of the `weeks` before it had sold between that hour and now.
    usual: int
    weeks: int


def silence(sold: Collection[int], now: int) -> Silence | None:
    """The silence of a terminal that sold in the hours `sold`, told in the hour `now`; None where
    it is not silent, or nobody can tell. Hours to come are passed over."""
    if now in sold or now - 1 in sold:
        return None
    held = {hour for hour in sold if now - HOURS_KNOWN < hour <= now}
    if not held:
        return None
    last = max(held)
    silent = range(last + 1, now)
    if len(silent) >= HOURS_A_WEEK:
        return None
    weeks = _weeks(min(held), silent.start)
    if (
        weeks < LEAST_WEEKS
        or not _sells_now(held, now, weeks)
        or not _no_chance(held, silent, weeks)
    ):
        return None
    usual = sum(
        any(hour - back in held for hour in silent)
        for back in range(HOURS_A_WEEK, (weeks + 1) * HOURS_A_WEEK, HOURS_A_WEEK)
    )
    return Silence(last, usual, weeks)


def is_known(sold: Collection[int], now: int) -> bool:
    """Whether a terminal has sold for long enough, and lately enough, to be judged at all."""
    held = [hour for hour in sold if now - HOURS_KNOWN < hour <= now]
    return bool(held) and now - max(held) <= HOURS_A_WEEK and _weeks(min(held), now) >= LEAST_WEEKS


def _weeks(first: int, begin: int) -> int:
    """For how many whole weeks before a silence it had sold."""
    return min(WEEKS, (begin - first) // HOURS_A_WEEK)


def _times(held: Collection[int], hour: int, weeks: int) -> int:
    """In how many of the weeks before it sold at that hour of the week."""
    return sum(hour - back * HOURS_A_WEEK in held for back in range(1, weeks + 1))


def _sells_now(held: Collection[int], now: int, weeks: int) -> bool:
    selling = sum(
        now - back * HOURS_A_WEEK in held or now - 1 - back * HOURS_A_WEEK in held
        for back in range(1, weeks + 1)
    )
    return 2 * selling >= weeks


def _no_chance(held: Collection[int], silent: range, weeks: int) -> bool:
    """Whether so long a silence is rarer than once in `ONCE_IN`; one more week without a sale is
    always thought possible."""
    chance, whole = 1, 1
    for hour in silent:
        times = _times(held, hour, weeks)
        if times:
            chance *= weeks + 1 - times
            whole *= weeks + 1
    return chance * ONCE_IN < whole
