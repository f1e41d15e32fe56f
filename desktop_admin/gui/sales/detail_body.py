"""The sections of the panel beside the table, written out of what was read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_admin.domain.changes import ChangeKind, Field
from desktop_admin.domain.journal import HistoryItem
from desktop_admin.domain.model import Sale, SaleLine
from desktop_admin.domain.money import Money
from desktop_admin.gui.context import Context
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.sales.columns import SaleCells
from desktop_admin.gui.sales.detail import SaleDetail, Summary
from desktop_admin.gui.text import fill
from desktop_admin.gui.widgets import sections
from desktop_admin.gui.widgets.sections import Text

#: More lines or entries than these are counted, not shown.
LINES = 100


class SaleSections(QObject):
    """Writes the sections of one sale, or of several."""

    def __init__(self, context: Context, cells: SaleCells, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._cells = cells

    def of_sale(self, detail: SaleDetail) -> list[QWidget]:
        """The fields of a sale, its lines and its journal."""
        sale = detail.sale
        if sale is None:
            return [sections.note(self._cells.gone.tooltip)]
        theme = self._context.theme
        found = [sections.fields(theme, self._fields(sale, detail)), sections.rule()]
        found += self._lines(sale, detail)
        found += [sections.rule(), sections.heading(self.tr("Journal of the sale"))]
        found += self._journal(detail)
        if detail.history:
            see = partial(self._go, Goto("journal", sale=sale.id))
            found.append(sections.table(theme, [[Text(self.tr("See in the journal"), act=see)]]))
        return found

    def of_several(self, summary: Summary) -> list[QWidget]:
        """What several sales have in common, terminal by terminal."""
        theme = self._context.theme
        found: list[QWidget] = [sections.heading(self.tr("By terminal"))]
        found.append(sections.table(theme, self._parts(summary)))
        if len(summary.parts) > LINES:
            rest = len(summary.parts) - LINES
            found.append(sections.note(self.tr("… and %Ln more terminal(s)", "", rest)))
        found += [sections.rule(), sections.fields(theme, self._common(summary))]
        return found

    # One sale.
    def _fields(self, sale: Sale, detail: SaleDetail) -> list[sections.Field]:
        return [
            sections.Field(self.tr("Boutique"), self._boutique(sale)),
            sections.Field(self.tr("Terminal"), self._terminal(sale, detail)),
            sections.Field(self.tr("Merchant"), [Text(sale.merchant_name or "—")]),
            sections.Field(self.tr("Payment"), [Text(self._payment(sale))]),
            sections.Field(self.tr("Sold at"), [self._moment(sale.sold_at)]),
            sections.Field(
                self.tr("Received at"),
                [
                    self._moment(
                        sale.received_at,
                        self._cells.delays.between(sale.sold_at, sale.received_at),
                    )
                ],
            ),
        ]

    def _moment(self, moment: datetime | None, delay: str = "") -> Text:
        """A moment to the minute, and how long after the sale it was; the tooltip tells more."""
        if moment is None:
            return Text("—", "muted")
        formats = self._context.formats
        shown = formats.minute(moment)
        if not delay:
            return Text(shown, tip=formats.exact(moment))
        after = self.tr("How long after the sale the server received it: %1")
        tip = f"{formats.exact(moment)}\n{fill(after, delay)}"
        return Text(f"{shown} ({delay})", tip=tip)

    def _boutique(self, sale: Sale) -> list[Text]:
        if sale.boutique_id is None or sale.boutique_name is None:
            return [Text(self._cells.no_boutique, "orphan", "orphan", "orphan")]
        go = partial(self._go, Goto("assignment", boutique=sale.boutique_id))
        tip = fill(self.tr("Show the boutique %1"), sale.boutique_name)
        return [Text(sale.boutique_name, tip=tip, act=go)]

    def _terminal(self, sale: Sale, detail: SaleDetail) -> list[Text]:
        if sale.terminal_id is None or sale.terminal_name is None:
            return [Text(self._cells.no_terminal, "muted", "without_terminal")]
        go = partial(self._go, Goto("assignment", terminal=sale.terminal_id))
        tip = fill(self.tr("Show the terminal %1"), sale.terminal_name)
        found = [
            Text(sale.terminal_name, tip=tip, act=go),
            Text(sale.terminal_serial or "", "muted", fixed=True),
        ]
        now = sale.terminal_boutique_id
        if sale.boutique_id is not None and now != sale.boutique_id:
            place = detail.boutiques.get(now) if now is not None else None
            text = self.tr("works nowhere at present")
            if place is not None:
                text = fill(self.tr("works at %1 at present"), place.name)
            found.append(Text(text, "muted", "other_boutique"))
        return found

    def _payment(self, sale: Sale) -> str:
        how = self._cells.payments.get(sale.payment, sale.payment)
        if sale.cancelled:
            return fill(self.tr("%1, cancelled"), how)
        return fill(self.tr("%1, paid") if sale.paid else self.tr("%1, not paid"), how)

    def _lines(self, sale: Sale, detail: SaleDetail) -> list[QWidget]:
        if not detail.lines:
            return [sections.note(self.tr("This sale has no lines."))]
        formats = self._context.formats
        count = self.tr("%Ln article(s)", "", len(detail.lines))
        origin = detail.origin()
        if sale.boutique_id is None and origin in detail.boutiques:
            place = detail.boutiques[origin].name if origin is not None else ""
            count = fill(self.tr("%Ln article(s), from %1", "", len(detail.lines)), place)
        rows = [
            [
                Text(self.tr("Article"), "caption"),
                Text(self.tr("Qty"), "caption", right=True),
                Text(self.tr("Price"), "caption", right=True),
                Text(self.tr("Total"), "caption", right=True),
            ],
            *(self._line(line, sale, detail) for line in detail.lines[:LINES]),
        ]
        for money in detail.totals().moneys():
            total = Text(formats.amount(money.cents), "strong", right=True)
            name = fill(self.tr("Total %1"), money.currency)
            rows.append([Text(name, "strong"), Text(""), Text(""), total])
        found: list[QWidget] = [
            sections.heading(count),
            sections.table(self._context.theme, rows),
        ]
        if len(detail.lines) > LINES:
            rest = len(detail.lines) - LINES
            found.append(sections.note(self.tr("… and %Ln more line(s)", "", rest)))
        return found

    def _line(self, line: SaleLine, sale: Sale, detail: SaleDetail) -> list[Text]:
        formats = self._context.formats
        article = Text(line.article_name)
        from_ = line.article_boutique_id
        expected = sale.boutique_id if sale.boutique_id is not None else detail.origin()
        if from_ is not None and from_ != expected:
            place = detail.boutiques[from_].name if from_ in detail.boutiques else str(from_)
            of = fill(self.tr("An article of %1"), place)
            tip = f"{line.article_name}\n{of}"
            article = Text(line.article_name, "orphan", "other_boutique", "orphan", tip=tip)
        unit = Money(line.currency, line.unit_cents)
        whole = Money(line.currency, line.unit_cents * line.quantity)
        return [
            article,
            Text(formats.count(line.quantity), right=True),
            Text(formats.amount(unit.cents), "muted", right=True, tip=formats.money(unit)),
            Text(formats.amount(whole.cents), right=True, tip=formats.money(whole)),
        ]

    def _journal(self, detail: SaleDetail) -> list[QWidget]:
        if not detail.history:
            return [sections.note(self.tr("Nothing was changed with this program."))]
        rows = []
        for item in detail.history[:LINES]:
            moment = Text(self._context.formats.minute(item.entry.at), "muted")
            what, who = self._entry(item, detail)
            tip = f"{what}\n{who}\n{self._context.formats.exact(item.entry.at)}"
            rows.append(sections.Field(moment.text, [Text(what, tip=tip), Text(who, "muted")]))
        return [sections.fields(self._context.theme, rows)]

    def _entry(self, item: HistoryItem, detail: SaleDetail) -> tuple[str, str]:
        """What an entry changed, and who made it."""
        row, entry = item.row, item.entry
        names: dict[int, str] = {id_: one.name for id_, one in detail.boutiques.items()}
        change, nothing = self.tr("Boutique: %1 → %2"), self._cells.no_boutique
        if row.field is not Field.BOUTIQUE:
            names = {id_: one.name for id_, one in detail.terminals.items()}
            change, nothing = self.tr("Terminal: %1 → %2"), self._cells.no_terminal
        before = nothing if row.before is None else names.get(row.before, str(row.before))
        after = nothing if row.after is None else names.get(row.after, str(row.after))
        by = {
            ChangeKind.ASSIGN: self.tr("assignment by %1"),
            ChangeKind.REPAIR: self.tr("repair by %1"),
            ChangeKind.UNDO: self.tr("undone by %1"),
        }[entry.kind]
        return fill(change, before, after), fill(by, entry.operator)

    # Several sales.
    def _parts(self, summary: Summary) -> Sequence[Sequence[Text]]:
        formats = self._context.formats
        currencies = sorted({code for part in summary.parts for code in part.amounts})
        head = [Text("", "caption"), Text(self.tr("Sales"), "caption", right=True)]
        rows = [[*head, *(Text(code, "caption", right=True) for code in currencies)]]
        for part in summary.parts[:LINES]:
            name = part.terminal or self._cells.no_terminal
            amounts = (
                formats.amount(part.amounts[code]) if code in part.amounts else "—"
                for code in currencies
            )
            rows.append([Text(name, "" if part.terminal else "muted")])
            rows.append(
                [
                    Text(""),
                    Text(formats.count(part.sales), right=True),
                    *(Text(amount, right=True) for amount in amounts),
                ]
            )
        return rows

    def _common(self, summary: Summary) -> list[sections.Field]:
        found = []
        if summary.merchants:
            found.append(
                sections.Field(self.tr("Merchant"), [Text(name) for name in summary.merchants])
            )
        if summary.first is not None and summary.last is not None:
            minute = self._context.formats.minute
            moments = [Text(minute(summary.first)), Text(minute(summary.last))]
            found.append(sections.Field(self.tr("From, to"), moments))
        words = self._cells.payments
        names = [Text(words.get(code, code)) for code in summary.payments]
        found.append(sections.Field(self.tr("Payment"), names))
        return found

    def _go(self, goto: Goto) -> None:
        self._context.ways.go(goto)
