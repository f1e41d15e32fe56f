"""Writes the rows of a preview: names, figures, periods, evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop_admin.domain.evidence import Confidence
from desktop_admin.domain.preview import Sum, Weighed
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.models.columns import WAITING, Cell, Column
from desktop_admin.gui.repair.rows import Kind, Look, Node, Rows
from desktop_admin.gui.repair.subject import Subject
from desktop_admin.gui.repair.words import Sureness
from desktop_admin.gui.text import fill, one_line
from desktop_admin.gui.widgets.column_layout import longest

_EMPTY = Cell("")
_NOTHING = Cell("—", ink="muted")
#: So many letters of a name widen its column.
_LONGEST = 60
#: An amount in cents that leaves room for what a choice may change.
_USUAL = 1_000_000


@dataclass(frozen=True, slots=True)
class Said:
    """The words of the rows."""

    sureness: Mapping[Confidence, Sureness]
    more: str
    uncounted: str
    day: str
    undated: str
    gone: str
    partly: str

    @classmethod
    def here(cls, sureness: Mapping[Confidence, Sureness]) -> Said:
        """In the language of the window."""
        return cls(
            sureness,
            QCoreApplication.translate("Repair", "Show more: %1 are left"),
            QCoreApplication.translate("Repair", "Unpaid or cancelled: it counts in no revenue"),
            QCoreApplication.translate("Repair", "on %1"),
            QCoreApplication.translate("Repair", "no date"),
            QCoreApplication.translate("Repair", "Changed since the analysis: it is left alone"),
            QCoreApplication.translate("Repair", "partly ticked"),
        )


class Route:
    """Where a row's sales are, and where they go: painted as one line with an arrow."""

    __slots__ = ("doubtful", "start", "target")

    def __init__(self, start: Cell, target: str, *, doubtful: bool) -> None:
        self.start = start
        #: Empty where nobody knows.
        self.target = target
        #: Proposed, and neither ticked nor chosen.
        self.doubtful = doubtful

    @property
    def text(self) -> str:
        """The route as a sentence for who does not see it."""
        if not self.target:
            return self.start.text
        return f"{self.start.text} → {self.target}{' ?' if self.doubtful else ''}"


@dataclass
class Cells:
    """Writes the rows of one look at a plan; what does not depend on choices is kept."""

    formats: Formats
    subject: Subject
    said: Said
    currencies: Sequence[str]
    #: Those in which no sale has a fraction.
    whole: frozenset[str]
    #: By group number.
    evidence: Mapping[int, str]
    year: int
    _written: dict[Node, Sequence[Cell]] = field(default_factory=dict)

    def write(self, rows: Rows, node: Node) -> Sequence[Cell]:
        """The cells of a row after its name: sales, amounts, period, confidence, evidence."""
        found = self._written.get(node)
        if found is None:
            found = self._written[node] = self._write(rows, node)
        return found

    def _write(self, rows: Rows, node: Node) -> Sequence[Cell]:
        if node.kind is Kind.CONFIDENCE:
            code = rows.code(node)
            summed = rows.look.scope.confidences[code]
            meaning = Cell(self.said.sureness[code].meaning, ink="muted")
            return (*self._sums(summed, strong=True), _EMPTY, _EMPTY, meaning)
        if node.kind is Kind.GROUP:
            return self._group(rows, node)
        if node.kind is Kind.MORE:
            return (_EMPTY,) * (len(self.currencies) + 4)
        return self._sale(rows.look.preview.items[node.number])

    def name(self, rows: Rows, node: Node) -> Cell:
        """The first cell of a row: what it is."""
        if node.kind is Kind.CONFIDENCE:
            sure = self.said.sureness[rows.code(node)]
            return Cell(sure.heading, icon=sure.icon, ink=sure.ink, strong=True)
        if node.kind is Kind.MORE:
            left = self.formats.count(rows.more(node.number))
            return Cell(fill(self.said.more, left), ink="accent")
        if node.kind is Kind.GROUP:
            origin = rows.group(node).key.origin
            return Cell(
                self.subject.origin(origin),
                icon=self.subject.icon(origin),
                icon_ink="muted",
                ink="muted" if origin is None else "",
            )
        sale = rows.look.preview.items[node.number].orphan
        return Cell(one_line(sale.number), tooltip=sale.number)

    def route(self, look: Look, rows: Rows, node: Node, *, named: bool) -> Route | None:
        """Where the sales of a row go: of a group beside its name (`named`), of a sale as its
        evidence."""
        if node.kind is Kind.GROUP and named:
            group = rows.group(node)
            target = look.choice.common_target(group.start, group.stop)
            several = target is None and bool(group.key.options)
            text = self.subject.words.several if several else self._target(target)
            doubtful = (
                group.key.confidence is Confidence.CONFLICT
                and not look.summary.groups[group.number].ticked
            )
            return Route(self.name(rows, node), text, doubtful=doubtful)
        if node.kind is Kind.SALE and not named:
            if look.choice.gone[node.number]:
                return Route(Cell(self.said.gone, icon="warning", ink="orphan"), "", doubtful=False)
            target = look.choice.target(node.number)
            start = Cell(self.subject.nowhere, icon="orphan", ink="orphan")
            return Route(start, self._target(target), doubtful=False)
        return None

    def _target(self, id_: int | None) -> str:
        return "" if id_ is None else self.subject.target(id_)

    def _group(self, rows: Rows, node: Node) -> Sequence[Cell]:
        group = rows.group(node)
        sure = self.said.sureness[group.key.confidence]
        sentence = self.evidence.get(group.number, "")
        return (
            *self._sums(rows.look.scope.groups[group.number], strong=False),
            Cell(self._period(group.first, group.last), tooltip=self._exact(group.first)),
            Cell(sure.tag, icon=sure.icon, ink=sure.ink),
            Cell(one_line(sentence, 400), tooltip=sentence),
        )

    def _sums(self, summed: Sum, *, strong: bool) -> Sequence[Cell]:
        formats = self.formats
        return (
            Cell(formats.count(summed.sales), strong=strong),
            *(
                Cell(self.amount(code, summed.amounts[code]), strong=strong)
                if summed.amounts[code]
                else _NOTHING
                for code in self.currencies
            ),
        )

    def _sale(self, one: Weighed) -> tuple[Cell, ...]:
        sale = one.orphan
        moment = Cell(self.said.undated, ink="muted")
        if sale.sold_at is not None:
            text = f"{self._day(sale.sold_at)} {self.formats.clock(sale.sold_at)}"
            moment = Cell(text, tooltip=self.formats.exact(sale.sold_at))
        amount = Cell(self.amount(sale.currency, sale.cents))
        if not sale.counts:
            amount = amount._replace(icon="unpaid", ink="muted", tooltip=self.said.uncounted)
        amounts = (amount if code == sale.currency else _NOTHING for code in self.currencies)
        return (_EMPTY, *amounts, moment, _EMPTY, _EMPTY)

    def amount(self, code: str, cents: int) -> str:
        """An amount without its currency, which the column names."""
        whole = code in self.whole
        return self.formats.whole(cents) if whole else self.formats.amount(cents)

    def _period(self, first: datetime | None, last: datetime | None) -> str:
        if first is None or last is None:
            return self.said.undated
        days = self._day(first), self._day(last)
        return fill(self.said.day, days[0]) if days[0] == days[1] else " – ".join(days)

    def _day(self, moment: datetime) -> str:
        return self.formats.short_day(moment, self.year)

    def _exact(self, moment: datetime | None) -> str:
        return self.formats.exact(moment) if moment is not None else ""


class Samples(NamedTuple):
    """Texts as wide as the widest of their columns."""

    names: str
    sales: str
    amounts: Sequence[str]
    periods: str


def samples_of(cells: Cells, rows: Rows) -> Samples:
    """What stands in these rows. For workers: it writes every group."""
    total = rows.look.scope.total
    groups = [Node(Kind.GROUP, group.number) for group in rows.look.preview.groups]
    return Samples(
        longest(_route_text(cells, rows, node)[:_LONGEST] for node in groups),
        cells.formats.count(total.sales),
        [cells.amount(code, max(total.amounts[code], _USUAL)) for code in cells.currencies],
        longest(cells.write(rows, node)[-3].text for node in groups),
    )


def columns_of(cells: Cells, samples: Samples) -> list[Column[object]]:
    """The columns of the tree; one for each currency."""
    tags = longest(sure.tag for sure in cells.said.sureness.values())
    return [
        _column(
            "name",
            cells.subject.words.route,
            samples.names,
            stretch=3,
            keep=0.6,
            keep_end=True,
            strong=True,
            icons=True,
        ),
        *_figure_columns(cells, samples),
        _column("period", QCoreApplication.translate("Repair", "Sold"), samples.periods),
        _column("confidence", QCoreApplication.translate("Repair", "Confidence"), tags, icons=True),
        _column(
            "evidence",
            QCoreApplication.translate("Repair", "Evidence, or before and after"),
            "articles sold and stock movements: 35 from Kin Market",
            stretch=5,
            keep=0.35,
        ),
    ]


def _figure_columns(cells: Cells, samples: Samples) -> list[Column[object]]:
    return [
        _column(
            "sales",
            QCoreApplication.translate("Repair", "Sales"),
            samples.sales,
            right=True,
            strong=True,
            tooltip=QCoreApplication.translate("Repair", "All of them, whatever their state"),
        ),
        *(
            _column(
                f"amount_{code}",
                fill(QCoreApplication.translate("Repair", "Amount %1"), one_line(code)),
                sample,
                right=True,
                strong=True,
                tooltip=QCoreApplication.translate("Repair", "Paid and uncancelled sales"),
            )
            for code, sample in zip(cells.currencies, samples.amounts, strict=True)
        ),
    ]


def _column(key: str, header: str, sample: str, **others: Any) -> Column[object]:
    return Column(key, header, _waiting, sample, **others)


def _route_text(cells: Cells, rows: Rows, node: Node) -> str:
    route = cells.route(rows.look, rows, node, named=True)
    return route.text if route is not None else ""


def _waiting(_: object) -> Cell:
    return WAITING
