"""Sends selected orphan sales to a boutique: heard, shown, then changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from desktop_admin.domain.attach import Attachment, attach, attach_set, orphans_among
from desktop_admin.domain.changes import ChangeSet, Outcome, new_id
from desktop_admin.domain.model import Boutique
from desktop_admin.domain.repair import Plan, Proposal, plan_repair
from desktop_admin.gui.assignment.boutique_picker import BoutiquePicker
from desktop_admin.gui.context import Context
from desktop_admin.gui.jobs import Priority
from desktop_admin.gui.messages import MessageKind
from desktop_admin.gui.sales.assign_dialog import AssignSalesDialog
from desktop_admin.gui.sales.paging import each_page
from desktop_admin.gui.text import fill, one_line
from desktop_admin.gui.widgets.selection import IdSet
from desktop_admin.sources.base import Report, SalesSource, SourceError

#: Of so few sales the terminals are looked up first, so that only their orphans are heard.
FEW = 2_000


@dataclass(frozen=True, slots=True)
class Heard:
    """The orphans among the selected sales, with what their witnesses say."""

    plan: Plan
    orphans: Sequence[Proposal]
    #: How many of the selected sales have a boutique, or are gone.
    left_out: int


class SaleAssigner(QObject):
    """Asks for the boutique where none is given, shows what changes, and applies exactly that."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    @Slot(object, object)
    def start(self, ids: Sequence[int], target: int | None = None) -> None:
        """Assign the orphans among these sales."""
        context, source = self._context, self._context.session.source
        if not ids or source is None:
            return
        if not context.changes.may_write:
            context.messages.say(context.changes.why_not(), MessageKind.WARNING)
            return

        def work(report: Report) -> Heard:
            return hear(source, ids, report)

        context.jobs.ask(
            work,
            partial(self._heard, target),
            self._failed,
            owner=self,
            topic="hear",
            title=self.tr("Hearing the witnesses"),
        )

    def _heard(self, target: int | None, heard: Heard) -> None:
        if not heard.orphans:
            text = self.tr("None of the selected sales is without boutique.")
            self._context.messages.say(text, MessageKind.WARNING)
        elif target is None:
            self._ask(heard)
        else:
            self._show(heard, target)

    def _ask(self, heard: Heard) -> None:
        title = self.tr("Assign %Ln orphan sale(s) to…", "", len(heard.orphans))
        picker = BoutiquePicker(
            self._window, self._context, list(heard.plan.boutiques.values()), title, self._refuse
        )
        picker.chosen.connect(partial(self._show, heard))
        picker.open()

    def _refuse(self, boutique: Boutique) -> str:
        """Why no sale can go there: one that has closed since may have made it."""
        return self.tr("Depot: does not sell") if boutique.depot else ""

    def _show(self, heard: Heard, target: int) -> None:
        """Find out what it means, which with many orphans takes a while, and show it."""

        def work(_: Report) -> Attachment:
            return attach(heard.plan, heard.orphans, target)

        self._context.jobs.ask(
            work,
            partial(self._preview, heard),
            self._failed,
            owner=self,
            topic="attach",
            priority=Priority.FIRST,
        )

    def _preview(self, heard: Heard, attachment: Attachment) -> None:
        dialog = AssignSalesDialog(
            self._context, heard.plan, attachment, heard.left_out, self._window
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.decided.connect(partial(self._apply, heard.plan.boutiques[attachment.target]))
        dialog.open()

    def _apply(self, boutique: Boutique, proposals: Sequence[Proposal]) -> None:
        operator = self._context.operator
        make = partial(attach_set, proposals, boutique.id, operator, new_id())
        done = partial(self._done, one_line(boutique.name, 60))
        self._context.changes.apply_made(make, done)

    def _done(self, name: str, _made: ChangeSet, outcome: Outcome) -> str:
        return fill(self.tr("%Ln sale(s) assigned to %1.", "", outcome.applied), name)

    def _failed(self, error: SourceError) -> None:
        self._context.messages.fail(error)


def hear(source: SalesSource, ids: Sequence[int], report: Report) -> Heard:
    """The orphans among these sales, each heard. For workers."""
    terminals = _terminals(source, ids, report) if len(ids) <= FEW else None
    plan = plan_repair(source.evidence(report, terminals))
    orphans = orphans_among(plan, IdSet(ids))
    return Heard(plan, orphans, len(ids) - len(orphans))


def _terminals(source: SalesSource, ids: Sequence[int], report: Report) -> frozenset[int] | None:
    """The terminals of the orphans among these sales; None where one has none, which only
    hearing everybody finds."""
    found: set[int] = set()
    for sales in each_page(source, ids, report):
        for sale in sales:
            if sale.boutique_id is None:
                if sale.terminal_id is None:
                    return None
                found.add(sale.terminal_id)
    return frozenset(found)
