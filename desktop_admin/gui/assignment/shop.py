"""Everything the screen of terminals and boutiques shows, as it was read at one moment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from desktop_admin.domain.assign import SILENT_AFTER, is_silent
from desktop_admin.domain.model import Boutique, Figures, Terminal
from desktop_admin.domain.money import CDF, USD, Amounts
from desktop_admin.domain.period import Period, PeriodKind
from desktop_admin.gui.touched import Touched
from desktop_admin.sources.base import SalesSource

#: More touched rows than these are cheaper to count all together.
ONE_BY_ONE = 24

NOTHING = Figures()
_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Span:
    """The period that is looked at; None: without end on that side."""

    since: datetime | None = None
    until: datetime | None = None

    def days(self, zone: ZoneInfo) -> Period:
        """The same by the days of a zone."""
        last = None if self.until is None else self.until - _INSTANT
        first, end = (
            None if one is None else one.astimezone(zone).date() for one in (self.since, last)
        )
        return Period(PeriodKind.FREE, first, end)


@dataclass(frozen=True, slots=True)
class Shop:
    """Terminals and boutiques by id, in their order, with the figures of a period."""

    boutiques: Mapping[int, Boutique] = field(default_factory=dict)
    terminals: Mapping[int, Terminal] = field(default_factory=dict)
    #: By id; None while they are being counted. What has no sales is not in them.
    by_terminal: Mapping[int, Figures] | None = None
    by_boutique: Mapping[int, Figures] | None = None
    #: The period of the figures.
    span: Span = Span()

    def of_terminal(self, id_: int) -> Figures | None:
        """The figures of a terminal; None while they are being counted."""
        return None if self.by_terminal is None else self.by_terminal.get(id_, NOTHING)

    def of_boutique(self, id_: int) -> Figures | None:
        """The figures of a boutique; None while they are being counted."""
        return None if self.by_boutique is None else self.by_boutique.get(id_, NOTHING)

    def orphans_of(self, ids: Iterable[int]) -> tuple[int, Amounts]:
        """How many orphan sales these terminals have, and what they come to."""
        figures = [found for id_ in ids if (found := self.of_terminal(id_))]
        return (
            sum(one.orphans for one in figures),
            sum((one.orphan_amounts for one in figures), Amounts()),
        )

    @property
    def without_boutique(self) -> int:
        """How many terminals work nowhere."""
        return sum(one.boutique_id is None for one in self.terminals.values())

    def chosen(self, ids: Iterable[int]) -> list[Terminal]:
        """The terminals with these ids that are there, each once."""
        return [self.terminals[id_] for id_ in dict.fromkeys(ids) if id_ in self.terminals]

    def currencies(self) -> list[str]:
        """Every currency that occurs, francs and dollars first; francs are always there."""
        counted = [*(self.by_boutique or {}).values(), *(self.by_terminal or {}).values()]
        found = {currency for each in counted for currency in each.amounts}
        usual = [CDF] + ([USD] if USD in found else [])
        return [*usual, *sorted(found - {CDF, USD})]


def read_shop(source: SalesSource, span: Span, *, figures: bool) -> Shop:
    """Read terminals and boutiques, with `figures` also their sales, which takes longer. For
    workers."""
    counted = source.place_figures(span.since, span.until) if figures else None
    return Shop(
        boutiques={one.id: one for one in source.boutiques()},
        terminals={one.id: one for one in source.terminals()},
        by_terminal=counted.terminals if counted else None,
        by_boutique=counted.boutiques if counted else None,
        span=span,
    )


def read_touched(source: SalesSource, known: Shop, span: Span, touched: Touched) -> Shop:
    """`known` as it is now that these rows were changed: only they are counted again, where
    they are few. For workers."""
    terminals, boutiques = touched.terminals, touched.boutiques
    afresh = known.span != span or len(touched.sales) > ONE_BY_ONE
    if known.by_terminal is None or known.by_boutique is None or afresh:
        return read_shop(source, span, figures=True)
    if touched.sales:
        found = [sale for sale in source.sales(sorted(touched.sales)) if sale is not None]
        terminals |= {sale.terminal_id for sale in found if sale.terminal_id is not None}
        boutiques |= {sale.boutique_id for sale in found if sale.boutique_id is not None}
    half_open = (span.since is None) != (span.until is None)
    if half_open or len(terminals) + len(boutiques) > ONE_BY_ONE:
        return read_shop(source, span, figures=True)
    names = read_shop(source, span, figures=False)
    if not touched.sales:
        # Who works where has changed, not who sold what.
        return replace(names, by_terminal=known.by_terminal, by_boutique=known.by_boutique)
    return replace(
        names,
        by_terminal={
            **known.by_terminal,
            **{id_: _terminal_figures(source, id_, span) for id_ in terminals},
        },
        by_boutique={
            **known.by_boutique,
            **{id_: _boutique_figures(source, id_, span) for id_ in boutiques},
        },
    )


def _terminal_figures(source: SalesSource, id_: int, span: Span) -> Figures:
    whole = total(one.figures for one in source.spells(terminal=id_))
    if span.since is None or span.until is None:
        return whole
    counted = source.figures_between([span.since, span.until], terminal=id_)[0]
    # Orphans have no period.
    return replace(counted, orphans=whole.orphans, orphan_amounts=whole.orphan_amounts)


def _boutique_figures(source: SalesSource, id_: int, span: Span) -> Figures:
    if span.since is None or span.until is None:
        return total(one.figures for one in source.spells(boutique=id_))
    return source.figures_between([span.since, span.until], boutique=id_)[0]


def total(figures: Iterable[Figures]) -> Figures:
    """All these figures together."""
    every = list(figures)
    return Figures(
        sales=sum(one.sales for one in every),
        orphans=sum(one.orphans for one in every),
        amounts=sum((one.amounts for one in every), Amounts()),
        orphan_amounts=sum((one.orphan_amounts for one in every), Amounts()),
        last_sale=max((one.last_sale for one in every if one.last_sale), default=None),
    )


def sells_though_off(terminal: Terminal, figures: Figures | None, now: datetime) -> bool:
    """Whether a terminal that is switched off sold something in the last days."""
    last = figures.last_sale if figures else None
    return not terminal.active and last is not None and now - last < SILENT_AFTER


def is_quiet(terminal: Terminal, now: datetime) -> bool:
    """Whether a terminal that is switched on has not called for a week."""
    return terminal.active and is_silent(terminal, now)
