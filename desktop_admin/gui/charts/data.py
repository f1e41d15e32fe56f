"""What charts show, and what is said of it: plain frozen values."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from desktop_admin.domain.local_time import Grain
from desktop_admin.gui.charts.geometry import Mark
from desktop_admin.gui.charts.numbers import Unit

#: More lines than these nobody can tell apart.
SERIES = 10


@dataclass(frozen=True, slots=True)
class Bar:
    """One boutique: what it made, what could be attributed to it, what it made before."""

    key: Hashable
    name: str
    value: int
    hatched: int = 0
    #: In the period before; None: nothing is known of it.
    before: int | None = None
    #: A few words behind the figure.
    note: str = ""
    #: The sales of no boutique: hatched, in the colours of orphans.
    orphan: bool = False


@dataclass(frozen=True, slots=True)
class BarsData:
    """Bars from top to bottom, as given."""

    bars: tuple[Bar, ...]
    unit: Unit
    #: What the three parts of a bar are called: Counted, Orphan, September. Empty: not told.
    value_name: str = ""
    hatched_name: str = ""
    before_name: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """One line; None where there is a gap."""

    key: Hashable
    name: str
    values: tuple[int | None, ...]
    #: Stays in the background: the same in the period before.
    muted: bool = False


@dataclass(frozen=True, slots=True)
class LinesData:
    """Up to ten lines over the same steps."""

    series: tuple[Series, ...]
    #: When each step begins, as the wall clock shows it (naive).
    steps: tuple[datetime, ...]
    grain: Grain
    unit: Unit
    #: Whether the last step is not over yet.
    running: bool = False
    #: A sentence below: until when the last step is counted.
    note: str = ""

    def __post_init__(self) -> None:
        if len(self.series) > SERIES:
            raise ValueError(f"{len(self.series)} lines are more than {SERIES}")
        if any(len(one.values) != len(self.steps) for one in self.series):
            raise ValueError("a line has another number of steps")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a whole."""

    key: Hashable
    name: str
    value: int
    #: Of sales without boutique: hatched, in the colours of orphans.
    orphan: bool = False


@dataclass(frozen=True, slots=True)
class SharesData:
    """Parts of a whole, from left to right."""

    parts: tuple[Part, ...]
    unit: Unit


@dataclass(frozen=True, slots=True)
class HeatData:
    """What each hour of the week made; hour 0 is Monday's first."""

    values: Mapping[int, int]
    unit: Unit
    sales: Mapping[int, int] = field(default_factory=dict)


class TipRow(NamedTuple):
    """A figure in a tip; `role` is the token of its colour."""

    label: str
    value: str
    role: str = "text"
    #: Which of the ten lines it is of, from 0: its sign stands before it.
    sign: int | None = None


class Tip(NamedTuple):
    """What is told of a mark; what is data is shown as it stands."""

    title: str
    rows: tuple[TipRow, ...] = ()
    #: What a click does.
    foot: str = ""


#: Tells of a mark; empty title: nothing.
TipFor = Callable[[Mark], Tip]


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a chart that leaves the program."""

    title: str
    period: str = ""
    #: What it was narrowed down to.
    filter: str = ""
    #: What its figures count.
    definition: str = ""
    #: Where the data is from and of when.
    source: str = ""
