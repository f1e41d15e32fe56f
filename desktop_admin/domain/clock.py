"""Now, given from outside, so that pictures and tests repeat."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

#: Answers with the present moment, aware, in UTC.
Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """The present moment by this computer's clock, in UTC."""
    return datetime.now(UTC)


def frozen_clock(moment: datetime) -> Clock:
    """A clock that always answers `moment` (aware)."""
    return lambda: moment
