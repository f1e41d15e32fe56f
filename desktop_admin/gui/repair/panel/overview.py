"""What one sees while nothing is selected: why there are orphans, and whether they still come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_admin.domain.causes import (
    CommonCause,
    StillMade,
    Trait,
    common_causes,
    still_made,
)
from desktop_admin.domain.repair import Plan
from desktop_admin.gui.context import Context
from desktop_admin.gui.errors import explain
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.jobs import Priority
from desktop_admin.gui.repair.panel.reading import AnyPlan
from desktop_admin.gui.text import fill, one_line
from desktop_admin.gui.widgets import sections
from desktop_admin.gui.widgets.sections import Text
from desktop_admin.sources.base import Report, SalesSource, SourceError

#: More terminals than these are counted, not named.
TERMINALS = 20


@dataclass(frozen=True, slots=True)
class Source:
    """Why there are orphans, as far as the sales tell."""

    causes: Sequence[CommonCause]
    still: Sequence[StillMade]


def read_source(
    source: SalesSource, plan: Plan, now: datetime, zone: ZoneInfo, report: Report
) -> Source:
    """What the orphans have in common, and which terminals still make them. For workers."""
    return Source(common_causes(source.traits(zone, report)), still_made(plan, now))


class OverviewPart(QObject):
    """The sections that tell it; counts by itself, once for a plan."""

    #: Other sections are shown.
    filled = Signal()

    def __init__(self, context: Context, layout: QVBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._layout = layout
        self._plan: AnyPlan | None = None
        #: What was found out about that plan.
        self._found: Source | None = None
        #: It is being found out.
        self._asked = False
        self._visible = False

    def show(self, plan: AnyPlan | None) -> None:
        """Show what this plan tells as a whole."""
        self._visible = True
        if plan is not self._plan:
            self._plan, self._found, self._asked = plan, None, False
        if plan is None:
            sections.put(self._layout, ())
        elif not isinstance(plan, Plan) or not plan.proposals:
            sections.put(self._layout, [self._hint()])
        elif self._found is not None:
            self._tell(self._found, plan)
        else:
            waiting = sections.note(self.tr("Looking for what the orphans share…"))
            sections.put(self._layout, [self._hint(), *self._head(), waiting])
            if not self._asked:
                self._ask(plan)

    def hide(self) -> None:
        """Show nothing."""
        self._visible = False
        sections.put(self._layout, ())

    def _ask(self, plan: Plan) -> None:
        source, now = self._context.session.source, self._context.clock()
        if source is None:
            return
        zone = self._context.formats.zone
        self._asked = True

        def work(report: Report) -> Source:
            return read_source(source, plan, now, zone, report)

        self._context.jobs.ask(
            work,
            partial(self._show, plan),
            partial(self._failed, plan),
            owner=self,
            topic="panel.causes",
            priority=Priority.LATER,
        )

    def _show(self, plan: Plan, found: Source) -> None:
        if plan is self._plan:
            self._found = found
            if self._visible:
                self._tell(found, plan)

    def _failed(self, plan: Plan, error: SourceError) -> None:
        if plan is not self._plan:
            return
        self._asked = False
        if self._visible:
            why = sections.note(explain(error).sentences)
            sections.put(self._layout, [self._hint(), *self._head(), why])

    def _tell(self, found: Source, plan: Plan) -> None:
        sections.put(self._layout, self._told(found, plan))
        self.filled.emit()

    def _hint(self) -> QWidget:
        return sections.note(
            self.tr("Select a group or a sale to see what the witnesses say of it.")
        )

    def _told(self, found: Source, plan: Plan) -> list[QWidget]:
        warning = self._warning(found.still, plan) if found.still else []
        shown = [self._hint(), *warning, *self._head()]
        if not found.causes:
            text = self.tr("No version, address, merchant or day stands out among the orphans.")
            return [*shown, sections.note(text)]
        shown += [self._cause(one) for one in found.causes]
        return shown

    def _head(self) -> list[QWidget]:
        return [sections.rule(), sections.heading(self.tr("Common causes"))]

    def _warning(self, still: Sequence[StillMade], plan: Plan) -> list[QWidget]:
        text = self.tr(
            "Orphan sales are still being made although the terminal has a boutique: the server "
            "does not link them. Repairing does not stop that."
        )
        found: list[QWidget] = [
            sections.rule(),
            sections.sentence(self._context.theme, Text(text, "orphan", "warning", "orphan")),
        ]
        for one in still[:TERMINALS]:
            found += self._still(one, plan)
        if len(still) > TERMINALS:
            rest = len(still) - TERMINALS
            found.append(sections.note(self.tr("… and %Ln more terminal(s)", "", rest)))
        return found

    def _still(self, one: StillMade, plan: Plan) -> list[QWidget]:
        terminal = plan.terminals.get(one.terminal_id)
        name = one_line(terminal.name, 60) if terminal else str(one.terminal_id)
        go = partial(self._go, Goto("assignment", terminal=one.terminal_id))
        tip = fill(self.tr("Show the terminal %1"), name)
        boutique = plan.boutiques.get(one.boutique_id)
        place = one_line(boutique.name, 60) if boutique else str(one.boutique_id)
        last = self._context.formats.minute(one.last)
        told = self.tr("%Ln in the last days, the last on %1, although at %2", "", one.count)
        return [sections.Link(name, tip, go), sections.note(fill(told, last, place))]

    def _cause(self, cause: CommonCause) -> QWidget:
        widget = QWidget()
        layout = QVBoxLayout(widget)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        name, advice = self._name(cause)
        icon = {
            Trait.VERSION: "terminal",
            Trait.ADDRESS: "plug",
            Trait.MERCHANT: "merchant",
            Trait.DAY: "calendar",
        }[cause.trait]
        line = sections.sentence(self._context.theme, Text(name, "strong", icon, "orphan"))
        figures = self._figures(cause)
        layout.addWidget(line)
        for text in (figures, advice):
            layout.addWidget(sections.note(text))
        if cause.merchant_id is not None:
            layout.addWidget(self._way(cause.merchant_id))
        widget.setAccessibleName(f"{name}. {figures}. {advice}")
        return widget

    def _way(self, merchant: int) -> QWidget:
        text = self.tr("Show the boutiques of this merchant")
        go = partial(self._go, Goto("assignment", merchant=merchant))
        return sections.Link(text, text, go)

    def _name(self, cause: CommonCause) -> tuple[str, str]:
        """What they share, and what mends it."""
        name = one_line(cause.name, 60)
        if cause.trait is Trait.VERSION:
            if not name:
                text = self.tr("An old app sent them, or something else than a terminal.")
                return self.tr("No app version"), text
            shown = fill(self.tr("App version %1"), name)
            return shown, self.tr("Update the terminals that still have it.")
        if cause.trait is Trait.ADDRESS:
            return (
                fill(self.tr("Network address %1"), name),
                self.tr("Look at what sends sales from there, and how it is set up."),
            )
        if cause.trait is Trait.MERCHANT:
            return (
                fill(self.tr("Merchant %1"), name),
                self.tr("Look at the terminals of this merchant, and at their boutiques."),
            )
        return self._days(cause), self.tr("Look at what was changed on the server at that time.")

    def _days(self, cause: CommonCause) -> str:
        first, last = (
            self._context.formats.day.format(day) if day else "—"
            for day in (cause.first, cause.last)
        )
        if first == last:
            return fill(self.tr("Sold on %1"), first)
        return fill(self.tr("Sold from %1 to %2"), first, last)

    def _figures(self, cause: CommonCause) -> str:
        count = self._context.formats.count
        text = self.tr("%1 of %2 orphan sales (%3%), but only %4 of all %5 sales (%6%)")
        return fill(
            text,
            count(cause.part.orphans),
            count(cause.all.orphans),
            self._percent(cause.share),
            count(cause.part.sales),
            count(cause.all.sales),
            self._percent(cause.usual),
        )

    def _percent(self, share: float) -> str:
        """A share in hundredths: whole ones, or to the tenth where that is little."""
        tenths = round(1000 * share)
        if tenths >= 100:
            return self._context.formats.count(round(tenths / 10))
        return f"{tenths // 10}{self._context.formats.point}{tenths % 10}"

    def _go(self, goto: Goto) -> None:
        self._context.ways.go(goto)
