"""What a target's revenue and number of sales become."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_admin.domain.effect import Effect, effects, span
from desktop_admin.domain.money import CDF, USD
from desktop_admin.domain.repair import Plan, Selected
from desktop_admin.gui.context import Context
from desktop_admin.gui.errors import explain
from desktop_admin.gui.jobs import Priority
from desktop_admin.gui.repair.panel.wanted import Wanted
from desktop_admin.gui.repair.subject import Subject
from desktop_admin.gui.text import fill
from desktop_admin.gui.widgets import sections
from desktop_admin.gui.widgets.sections import Text
from desktop_admin.sources.base import Report, SalesSource, SourceError

#: More boutiques than these are counted, not shown.
BOUTIQUES = 5


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What comes to some boutiques; `since` and `until` None: of all time."""

    effects: Sequence[Effect]
    since: datetime | None
    until: datetime | None


def foresee(source: SalesSource, aimed: Sequence[Selected], zone: ZoneInfo) -> Foreseen:
    """What these sales do to the boutiques they go to, in the days they were made. For workers."""
    days = span([one.proposal for one in aimed], zone)
    since, until = days if days is not None else (None, None)
    targets = {one.target for one in aimed}
    if days is not None and len(targets) == 1:
        figures = {id_: source.figures_between(days, boutique=id_)[0] for id_ in targets}
    else:
        figures = dict(source.boutique_figures(since, until))
    return Foreseen(effects(aimed, figures), since, until)


class EffectPart(QObject):
    """The section that tells it; counts by itself."""

    def __init__(self, context: Context, layout: QVBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._layout = layout
        self._wanted: Wanted | None = None

    def show(self, wanted: Wanted, subject: Subject) -> None:
        """Count what these sales do; what was counted of them stands until then."""
        again = wanted.is_of(self._wanted)
        self._wanted = wanted
        source = self._context.session.source
        goes = wanted.target is not None or max(wanted.targets, default=-1) >= 0
        if not isinstance(wanted.plan, Plan) or source is None or not goes:
            sections.put(self._layout, ())
            return
        if not again:
            sections.put(self._layout, [*self._head(""), sections.note(self.tr("Counting…"))])
        zone = self._context.formats.zone

        def work(_: Report) -> Foreseen:
            return foresee(source, wanted.aimed(), zone)

        self._context.jobs.ask(
            work,
            partial(self._show, wanted, subject),
            partial(self._failed, wanted),
            owner=self,
            topic="panel.effect",
            priority=Priority.LATER,
        )

    def hide(self) -> None:
        """Show nothing."""
        self._wanted = None
        sections.put(self._layout, ())

    def _show(self, wanted: Wanted, subject: Subject, foreseen: Foreseen) -> None:
        if wanted is not self._wanted:
            return
        found: list[QWidget] = []
        for effect in foreseen.effects[:BOUTIQUES]:
            found += self._told(effect, foreseen, subject.boutique(effect.boutique_id))
        rest = len(foreseen.effects) - BOUTIQUES
        if rest > 0:
            found.append(sections.note(self.tr("… and %Ln more boutique(s)", "", rest)))
        sections.put(self._layout, found)

    def _failed(self, wanted: Wanted, error: SourceError) -> None:
        if wanted is self._wanted:
            why = sections.note(explain(error).sentences)
            sections.put(self._layout, [*self._head(""), why])

    def _told(self, effect: Effect, foreseen: Foreseen, boutique: str) -> list[QWidget]:
        found = self._head(boutique)
        found.append(sections.note(self._days(foreseen)))
        formats = self._context.formats
        found.append(
            self._measure(
                self.tr("Sales"),
                formats.count(effect.sales_before),
                formats.count(effect.sales_after),
                self._more(effect.sales_before, effect.sales),
            )
        )
        codes = {*effect.before, *effect.added}
        usual = [code for code in (CDF, USD) if code in codes]
        for code in [*usual, *sorted(codes - {CDF, USD})]:
            found.append(
                self._measure(
                    fill(self.tr("Revenue %1"), code),
                    formats.amount(effect.before[code]),
                    formats.amount(effect.after[code]),
                    self._more(effect.before[code], effect.added[code]),
                )
            )
        return found

    def _head(self, boutique: str) -> list[QWidget]:
        title = self.tr("Effect of these sales")
        if boutique:
            title = fill(self.tr("Effect on %1"), boutique)
        return [sections.rule(), sections.heading(title)]

    def _days(self, foreseen: Foreseen) -> str:
        if foreseen.since is None or foreseen.until is None:
            return self.tr("Before and after, all its sales")
        formats = self._context.formats
        first = formats.date(foreseen.since)
        last = formats.date(foreseen.until - timedelta(seconds=1))
        if first == last:
            return fill(self.tr("Before and after, on %1"), first)
        return fill(self.tr("Before and after, from %1 to %2"), first, last)

    def _measure(self, name: str, before: str, after: str, more: str) -> QWidget:
        widget = QWidget()
        layout = QVBoxLayout(widget)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        role = "muted" if before == after else "good"
        cells = [Text(name, "muted"), Text(more, role, right=True)]
        layout.addWidget(sections.table(self._context.theme, [cells]))
        label = sections.note(fill(self.tr("%1 → %2"), before, after))
        label.setProperty("role", "strong")
        told = fill(self.tr("%1: %2 before, %3 after"), name, before, after)
        label.setAccessibleName(f"{told} ({more})")
        layout.addWidget(label)
        widget.setAccessibleName(label.accessibleName())
        return widget

    def _more(self, before: int, added: int) -> str:
        if not added:
            return self.tr("unchanged")
        if before <= 0:
            return self.tr("new")
        tenths = round(1000 * added / before)
        if not tenths:
            return self.tr("less than 0.1%")
        whole, rest = divmod(abs(tenths), 10)
        formats = self._context.formats
        sign = "+" if tenths > 0 else "\u2212"
        share = f"{sign}{formats.count(whole)}{formats.point}{rest}"
        return fill(self.tr("%1%", "a share"), share)
