"""The sales behind each mark of a chart: what the screen of the sales shows for a click."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop_admin.domain.attribution import Part
from desktop_admin.domain.local_time import Grain, hour_of, next_bucket, spans
from desktop_admin.domain.money import Amounts
from desktop_admin.domain.revenue import NOTHING, Takings, grouped
from desktop_admin.gui.charts.geometry import Mark, MarkKind
from desktop_admin.gui.figure import Figure
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.period import days_text
from desktop_admin.gui.revenue import words
from desktop_admin.gui.revenue.drawn import COUNTED, UNDECIDED, WAITING, Drawing
from desktop_admin.gui.revenue.view import NOWHERE, TOTAL
from desktop_admin.gui.text import fill, one_line
from desktop_admin.sources.base import Behind

#: By the name of a filter of the sales.
Filters = dict[str, Mapping[int | str, str]]
_NAME = 80


@dataclass(frozen=True, slots=True)
class Told:
    """A mark with its sales: what it is of, when, and what those come to."""

    name: str
    when: str
    takings: Takings
    #: How many sales are behind it.
    sales: int
    figure: Figure


class Ledger:
    """Finds the sales behind the marks of one drawing."""

    def __init__(self, drawing: Drawing, days: tuple[str, ...]) -> None:
        """`days`: the names of the days of the week, Monday first."""
        self._drawing = drawing
        self._days = days
        self._formats: Formats = drawing.formats

    def bar(self, mark: Mark) -> Told | None:
        """Behind a part of a boutique's bar, or of that of no boutique."""
        boutique = mark.key if isinstance(mark.key, int) else None
        answer, attribution = self._drawing.answer, self._drawing.attribution
        if mark.kind is MarkKind.BEFORE:
            return self._before(boutique)
        if mark.kind is MarkKind.HATCHED or (boutique is None and attribution is not None):
            if attribution is None:
                return None
            part = attribution.undecided
            if boutique is not None:
                part = attribution.ready.get(boutique, Part())
            return self._part(self._drawing.name(boutique), part)
        return self._told(
            self._drawing.name(boutique),
            self._period,
            answer.made.get(boutique, NOTHING),
            Behind(counted=True),
            self._place(boutique),
            orphans=boutique is None,
        )

    def row(self, id_: int) -> Told:
        """Behind a line of the table, by its id there."""
        if id_ == TOTAL:
            return self.everything()
        return self.whole(None if id_ == NOWHERE else id_)

    def everything(self) -> Told:
        """Behind the total."""
        made = self._drawing.answer.made.values()
        name = QCoreApplication.translate("Revenue", "All boutiques and none")
        return self._told(name, self._period, _sum(made), Behind(counted=True), {})

    def whole(self, boutique: int | None) -> Told:
        """Behind the whole line of a boutique in the table, or of no boutique."""
        takings = self._drawing.answer.made.get(boutique, NOTHING)
        return self._told(
            self._drawing.name(boutique),
            self._period,
            takings,
            Behind(counted=True),
            self._place(boutique),
            orphans=boutique is None,
        )

    def point(self, mark: Mark) -> Told | None:
        """Behind one step of a line."""
        drawing = self._drawing
        steps = drawing.figures.lines.steps
        if not 0 <= mark.step < len(steps):
            return None
        boutique = mark.key if isinstance(mark.key, int) else None
        start, grain = steps[mark.step], drawing.view.grain
        behind = Behind(
            counted=True, spans=spans(drawing.answer.asked.zone, start, next_bucket(start, grain))
        )
        return self._told(
            drawing.name(boutique),
            words.step_text(start, grain),
            self._step_takings(boutique, start, grain),
            behind,
            self._place(boutique),
            orphans=boutique is None,
        )

    def payment(self, mark: Mark) -> Told:
        """Behind the share of a payment."""
        code = str(mark.key)
        drawing = self._drawing
        name = drawing.payments.get(code, one_line(code, _NAME))
        takings = drawing.answer.payments.get(code, NOTHING)
        filters: Filters = {"payments": {code: name}}
        return self._told(name, self._period, takings, Behind(counted=True), filters)

    def certainty(self, mark: Mark) -> Told | None:
        """Behind what is certain, waits, or is uncertain."""
        drawing = self._drawing
        shares = drawing.certainty()
        if shares is None or drawing.attribution is None:
            return None
        name = next((part.name for part in shares.parts if part.key == mark.key), "")
        if mark.key == WAITING:
            return self._part(name, drawing.attribution.waiting)
        if mark.key == UNDECIDED:
            return self._part(name, drawing.attribution.undecided)
        if mark.key != COUNTED:
            return None
        made = drawing.answer.made.items()
        takings = _sum(one for boutique, one in made if boutique is not None)
        behind = Behind(counted=True, located=True)
        return self._told(name, self._period, takings, behind, {})

    def hour(self, mark: Mark) -> Told | None:
        """Behind an hour of the week."""
        drawing = self._drawing
        week, hour = drawing.figures.week, mark.key
        if week is None or not isinstance(hour, int):
            return None
        zone = drawing.answer.asked.zone
        text = QCoreApplication.translate("Revenue", "%1, %2 to %3")
        day, start = divmod(hour, 24)
        name = fill(text, self._days[day], f"{start:02d}:00", f"{(start + 1) % 24:02d}:00")
        behind = Behind(counted=True, week_hours=frozenset({hour}), zone=zone)
        return self._told(name, self._period, week.get(hour, NOTHING), behind, {})

    # What is told of marks.
    def money(self, takings: Takings) -> str:
        """What some sales come to, as the view measures it."""
        return self._drawing.unit.full(
            self._drawing.view.measure.value(takings.amounts), self._formats
        )

    def bar_rows(self, mark: Mark) -> list[tuple[str, str, str]]:
        """Of a boutique: label, figure and colour of each part of its bar."""
        drawing = self._drawing
        row = drawing.figures.row(mark.key if isinstance(mark.key, int) else None)
        if row is None:
            return []
        unit, formats = drawing.unit, self._formats
        rows = [(self._period, unit.full(row.value, formats), "text")]
        if row.before is not None and drawing.answer.asked.comparison is not None:
            when = words.compared_text(drawing.answer.asked.comparison, formats)
            rows.append((when, unit.full(row.before, formats), "muted"))
        if row.coming:
            label = QCoreApplication.translate("Revenue", "To be attributed")
            rows.append((label, unit.full(abs(row.coming), formats), "orphan"))
        return rows

    def point_rows(self, mark: Mark) -> list[tuple[str, str, str, int]]:
        """Of one step: every line with its sign, the one that is meant first, then the
        greatest."""
        drawing = self._drawing
        values = drawing.figures.lines.values
        signs = {boutique: sign for sign, boutique in enumerate(values)}
        order = sorted(values, key=lambda one: (one != mark.key, -values[one][mark.step]))
        return [
            (
                drawing.name(boutique),
                drawing.unit.full(values[boutique][mark.step], self._formats),
                "text" if boutique == mark.key else "muted",
                signs[boutique],
            )
            for boutique in order
        ]

    # What the figures share.
    @property
    def _period(self) -> str:
        return days_text(self._drawing.answer.asked.period)

    def _before(self, boutique: int | None) -> Told | None:
        answer = self._drawing.answer
        comparison = answer.asked.comparison
        if comparison is None:
            return None
        takings = answer.made_before.get(boutique, NOTHING)
        return self._told(
            self._drawing.name(boutique),
            words.compared_text(comparison, self._formats),
            takings,
            Behind(counted=True),
            self._place(boutique),
            orphans=boutique is None,
            bounds=(comparison.since, comparison.until),
        )

    def _part(self, name: str, part: Part) -> Told:
        """Sales of no boutique, one by one: only the plan knows which they are."""
        behind = Behind(counted=True, ids=part.ids)
        return self._told(name, self._period, part.takings, behind, {}, orphans=True)

    def _place(self, boutique: int | None) -> Filters:
        if boutique is None:
            return {}
        return {"boutiques": {boutique: self._drawing.name(boutique)}}

    def _told(
        self,
        name: str,
        when: str,
        takings: Takings,
        behind: Behind,
        filters: Filters,
        *,
        orphans: bool = False,
        bounds: tuple[datetime | None, datetime | None] | None = None,
    ) -> Told:
        asked = self._drawing.answer.asked
        since, until = bounds or (asked.period.since(asked.zone), asked.period.until(asked.zone))
        currencies = self._drawing.view.measure.currencies
        filters = {**filters, "currencies": {code: code for code in currencies}}
        amounts = Amounts([(code, takings.amounts[code]) for code in currencies])
        told = QCoreApplication.translate("Revenue", "%1, %2: %3")
        if self._drawing.view.net:
            told = QCoreApplication.translate("Revenue", "%1, %2: %3 before expenses")
        shown = self._formats.moneys(amounts.moneys())
        figure = Figure(fill(told, name, when, shown), behind, since, until, filters, orphans)
        return Told(name, when, takings, takings.sales_in(currencies), figure)

    def _step_takings(self, boutique: int | None, start: datetime, grain: Grain) -> Takings:
        first, last = hour_of(start), hour_of(next_bucket(start, grain))
        cells = (
            cell
            for cell in self._drawing.answer.cells
            if cell.boutique_id == boutique and cell.hour is not None and first <= cell.hour < last
        )
        return grouped(cells, _one).get(None, NOTHING)


def _one(_: object) -> None:
    return None


def _sum(takings: Iterable[Takings]) -> Takings:
    amounts, every, counts = Amounts(), 0, Counter[str]()
    for one in takings:
        amounts += one.amounts
        every += one.all_sales
        counts.update(one.counts)
    return Takings(counts.total(), amounts, every, counts)
