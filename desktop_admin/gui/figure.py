"""A figure that some screen shows, as far as the sales behind it are wanted elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from desktop_admin.sources.base import Behind


@dataclass(frozen=True, slots=True)
class Figure:
    """What a figure is of: exactly these sales, whose amounts are the figure."""

    #: The figure with its name, as people read it: Kin Centre, 1 – 29 octobre: 146 558 000,00 CDF.
    told: str
    behind: Behind
    #: Sold at or after, and before (aware, UTC): the figure's own time, whatever the period of the
    #: window.
    since: datetime | None = None
    until: datetime | None = None
    #: By the name of a filter of the sales, values with their names.
    chosen: Mapping[str, Mapping[int | str, str]] = field(default_factory=dict)
    #: Only sales without boutique.
    orphans: bool = False
