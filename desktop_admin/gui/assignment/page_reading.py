"""What the page of a terminal or a boutique reads; for workers."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop_admin.domain.changes import Entity
from desktop_admin.domain.journal import HistoryItem
from desktop_admin.domain.model import Figures, TerminalSession
from desktop_admin.sources.base import Refused, SalesSource, Spell

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PageContent:
    """Where sales were made, what the journal tells, how many sales there were by month, and of a
    terminal when it was logged in."""

    spells: Sequence[Spell]
    history: Sequence[HistoryItem]
    months: Sequence[Figures]
    sessions: Sequence[TerminalSession] = ()


def read_terminal(source: SalesSource, id_: int, bounds: Sequence[datetime]) -> PageContent:
    """Everything of one terminal."""
    return PageContent(
        source.spells(terminal=id_),
        source.history(Entity.TERMINAL, id_),
        source.figures_between(bounds, terminal=id_),
        _sessions(source, id_),
    )


def _sessions(source: SalesSource, id_: int) -> Sequence[TerminalSession]:
    try:
        return source.terminal_sessions(id_)
    except Refused as error:
        # An account may read all that is needed, and not these.
        _log.info("no sessions: %s", error.detail)
        return ()


def read_boutique(source: SalesSource, id_: int, bounds: Sequence[datetime]) -> PageContent:
    """Everything of one boutique."""
    return PageContent(
        source.spells(boutique=id_),
        source.boutique_history(id_),
        source.figures_between(bounds, boutique=id_),
    )
