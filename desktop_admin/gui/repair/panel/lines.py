"""The articles of one sale, and whose they are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_admin.domain.model import SaleLine
from desktop_admin.domain.money import Money
from desktop_admin.domain.stray import Stray
from desktop_admin.gui.context import Context
from desktop_admin.gui.errors import explain
from desktop_admin.gui.repair.panel.wanted import Wanted
from desktop_admin.gui.repair.subject import Subject
from desktop_admin.gui.text import fill, one_line
from desktop_admin.gui.widgets import sections
from desktop_admin.gui.widgets.sections import Text
from desktop_admin.sources.base import Report, SourceError

#: More lines of a sale than these are counted, not shown.
LINES = 100
#: So many letters of an article's name are shown.
_NAME = 80


class LinesPart(QObject):
    """The section that tells it; reads by itself."""

    def __init__(self, context: Context, layout: QVBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._layout = layout
        self._wanted: Wanted | None = None

    def show(self, wanted: Wanted, subject: Subject) -> None:
        """Read the lines of the sale; what was read of it stands until then."""
        again = wanted.is_of(self._wanted)
        self._wanted = wanted
        source = self._context.session.source
        if not wanted.single or source is None:
            sections.put(self._layout, ())
            return
        if not again:
            sections.put(self._layout, [*self._head(), sections.note(self.tr("Reading…"))])
        sale_id = wanted.proposals[0].orphan.sale_id

        def work(_: Report) -> Sequence[SaleLine]:
            return source.sale_lines([sale_id]).get(sale_id, ())

        self._context.jobs.ask(
            work,
            partial(self._show, wanted, subject),
            partial(self._failed, wanted),
            owner=self,
            topic="panel.lines",
        )

    def hide(self) -> None:
        """Show nothing."""
        self._wanted = None
        sections.put(self._layout, ())

    def _show(self, wanted: Wanted, subject: Subject, lines: Sequence[SaleLine]) -> None:
        if wanted is not self._wanted:
            return
        own = wanted.proposals[0].orphan
        expected = own.boutique_id if isinstance(own, Stray) else wanted.target
        sections.put(self._layout, self._told(lines, subject, expected))

    def _failed(self, wanted: Wanted, error: SourceError) -> None:
        if wanted is self._wanted:
            why = sections.note(explain(error).sentences)
            sections.put(self._layout, [*self._head(), why])

    def _head(self) -> list[QWidget]:
        return [sections.rule(), sections.heading(self.tr("Articles sold"))]

    def _told(
        self, lines: Sequence[SaleLine], subject: Subject, expected: int | None
    ) -> list[QWidget]:
        if not lines:
            return [*self._head(), sections.note(self.tr("This sale has no articles."))]
        found = [*self._head(), *(self._line(one, subject, expected) for one in lines[:LINES])]
        if len(lines) > LINES:
            rest = len(lines) - LINES
            found.append(sections.note(self.tr("… and %Ln more line(s)", "", rest)))
        return found

    def _line(self, line: SaleLine, subject: Subject, expected: int | None) -> QWidget:
        formats, theme = self._context.formats, self._context.theme
        whole = Money(line.currency, line.unit_cents * line.quantity)
        name = one_line(line.article_name, _NAME)
        article = fill(self.tr("%1 × %2"), formats.count(line.quantity), name)
        widget = QWidget()
        layout = QVBoxLayout(widget)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        cells = [Text(article), Text(formats.money(whole), right=True)]
        layout.addWidget(sections.table(theme, [cells]))
        place = self._place(line, subject, expected)
        shown = sections.sentence(theme, place) if place.icon else sections.note(place.text)
        layout.addWidget(shown)
        return widget

    def _place(self, line: SaleLine, subject: Subject, expected: int | None) -> Text:
        id_ = line.article_boutique_id
        if id_ is None:
            return Text(self.tr("article of no boutique"), "muted")
        known, name = subject.boutiques.get(id_), subject.boutique(id_)
        if known is not None and known.depot:
            return Text(fill(self.tr("from the depot %1"), name), "muted", "depot")
        text = fill(self.tr("from %1"), name)
        if expected is None or id_ == expected:
            return Text(text, "muted")
        return Text(text, "orphan", "other_boutique", "orphan")
