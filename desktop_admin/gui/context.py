"""What every part of the window is given, instead of reaching for it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_admin.domain.clock import Clock
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.jobs import Jobs
from desktop_admin.gui.session import Session
from desktop_admin.gui.theme import Theme


@dataclass(frozen=True, slots=True)
class Context:
    """The clock, the workers, the look and the connection of one run."""

    clock: Clock
    jobs: Jobs
    theme: Theme
    formats: Formats
    session: Session
