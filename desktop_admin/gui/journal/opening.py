"""Reads what is below a row of the journal when it is opened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop_admin.gui.journal.reading import Below, read_below
from desktop_admin.gui.journal.rows import Wanted
from desktop_admin.sources.base import Report, SourceError

if TYPE_CHECKING:
    from desktop_admin.gui.journal.screen import JournalScreen


class Opener(QObject):
    """Asks for groups and rows, each question apart, and puts them below what was opened."""

    def __init__(self, screen: JournalScreen) -> None:
        super().__init__(screen)
        self._screen = screen

    @Slot(object)
    def read(self, wanted: Wanted) -> None:
        """Read these rows."""
        model, context = self._screen.model, self._screen.context
        source, pen = context.session.source, self._screen.pen()
        above = model.node(model.index_of_key(("entry", wanted.change_set)))
        if source is None or above is None:
            model.failed(wanted.key)
            return
        of = above.value

        def work(_: Report) -> Below:
            return read_below(source, of, wanted, pen)

        topic = "/".join(map(str, wanted.key))
        failed = partial(self._failed, wanted)
        context.jobs.ask(work, self._arrived, failed, owner=self, topic=topic)

    def _arrived(self, below: Below) -> None:
        self._screen.model.fill(below.wanted.key, below.nodes, first=below.first)

    def _failed(self, wanted: Wanted, error: SourceError) -> None:
        self._screen.model.failed(wanted.key)
        self._screen.failed(error)
