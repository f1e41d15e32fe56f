"""What the main window asks of a screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_admin.gui.goto import Goto


@dataclass(frozen=True, slots=True)
class Status:
    """What a screen says in the status line."""

    rows: str = ""
    selection: str = ""
    #: What the selection's sum counts and what it leaves out.
    selection_tooltip: str = ""


class Badge(NamedTuple):
    """What waits somewhere: its count for the navigation, empty where nothing does, and words."""

    shown: str
    meaning: str


class Screen(QWidget):
    """One place of the navigation."""

    #: `status` says something else now.
    status_changed = Signal()
    #: Everything shown is of this moment.
    refreshed = Signal()
    #: `badge` says something else now.
    badge_changed = Signal()
    #: When what is shown was read; None before.
    refreshed_at: datetime | None = None

    def refresh(self) -> None:
        """Read everything again, keeping selection and scroll."""
        raise NotImplementedError

    def status(self) -> Status:
        """What to say in the status line."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Let the keyboard work on what is shown."""
        raise NotImplementedError

    def focus_filter(self) -> None:
        """Put the cursor where one narrows down what is shown."""
        raise NotImplementedError

    @Slot()
    def news(self) -> None:
        """Something was changed elsewhere that is not shown yet, or that is now."""

    def badge(self) -> str:
        """What waits here, as a count for the navigation; empty where nothing does."""
        return ""

    def badge_meaning(self) -> str:
        """The same as words, for those who cannot see it."""
        return ""

    def badges_elsewhere(self) -> Mapping[str, Badge]:
        """What waits in other places, by their keys, as far as this one knows: for places that
        nobody has gone to yet."""
        return {}

    def show_goto(self, goto: Goto) -> None:
        """Show what `goto` names, once it is read."""
