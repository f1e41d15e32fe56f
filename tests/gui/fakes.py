"""A source in memory for tests of the window: small, quick, and broken on demand."""

from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from threading import Event
from typing import Any, cast
from zoneinfo import ZoneInfo

from desktop_admin.domain.causes import Traits
from desktop_admin.domain.changes import Entity, Field, LeftAlone, Reason
from desktop_admin.domain.evidence import Evidence
from desktop_admin.domain.journal import (
    EntryCount,
    EntryFilter,
    EntrySummary,
    FieldCount,
    GroupCount,
    HistoryItem,
    JournalCheck,
    JournalEntry,
    JournalLine,
    JournalRow,
)
from desktop_admin.domain.local_time import local_hour, week_hour
from desktop_admin.domain.matching import best
from desktop_admin.domain.model import (
    Boutique,
    Figures,
    Merchant,
    RejectedSale,
    Sale,
    SaleLine,
    SaleState,
    Terminal,
    TerminalSession,
)
from desktop_admin.domain.money import Amounts
from desktop_admin.domain.revenue import Cell, Cut, Expense, TimeKey
from desktop_admin.domain.staleness import Mark, Seen, Standing
from desktop_admin.domain.stray import Stray, StrayEvidence
from desktop_admin.sources.arriving import Arrival, NewestSales, NewSale
from desktop_admin.sources.base import (
    Behind,
    Hits,
    Marker,
    PlaceFigures,
    Progress,
    ReadOnlyReason,
    Report,
    SaleChoices,
    SaleFlag,
    SaleQuery,
    SaleSort,
    SalesSource,
    SourceError,
    SourceInfo,
    SourceKind,
    Spell,
    Step,
    Tally,
    Totals,
    silently,
)

NOW = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)

_Id = Callable[[Sale], int | None]

_FLAGS: Mapping[SaleFlag, Callable[[Sale], bool]] = {
    SaleFlag.ORPHAN: lambda sale: sale.boutique_id is None,
    SaleFlag.WITHOUT_TERMINAL: lambda sale: sale.terminal_id is None,
    SaleFlag.OTHER_BOUTIQUE: lambda sale: (
        None not in (sale.boutique_id, sale.terminal_boutique_id)
        and sale.boutique_id != sale.terminal_boutique_id
    ),
    SaleFlag.UNPAID: lambda sale: not sale.paid,
    SaleFlag.CANCELLED: lambda sale: sale.cancelled,
}
_STATES = list(SaleState)
_SORTS: Mapping[SaleSort, Callable[[Sale], Any]] = {
    SaleSort.ID: lambda sale: sale.id,
    SaleSort.NUMBER: lambda sale: sale.number,
    SaleSort.SOLD_AT: lambda sale: sale.sold_at or NOW,
    SaleSort.RECEIVED_AT: lambda sale: sale.received_at or NOW,
    SaleSort.MERCHANT: lambda sale: sale.merchant_name or "",
    SaleSort.BOUTIQUE: lambda sale: sale.boutique_name or "",
    SaleSort.TERMINAL: lambda sale: sale.terminal_name or "",
    SaleSort.PAYMENT: lambda sale: sale.payment,
    SaleSort.AMOUNT: lambda sale: sale.cents,
    SaleSort.STATE: lambda sale: _STATES.index(sale.state),
}


def boutique(id_: int, name: str = "", **others: Any) -> Boutique:
    made = Boutique(
        id=id_,
        name=name or f"Boutique {id_}",
        merchant_id=1,
        merchant_name="Ets Mbuyi",
        owner_id=1,
        code=f"B{id_}",
        city="Kinshasa",
        address="",
        active=True,
        depot=False,
        pos_allowed=True,
    )
    return replace(made, **others)


def terminal(id_: int, at: Boutique | None, **others: Any) -> Terminal:
    made = Terminal(
        id=id_,
        name=f"Caisse {id_}",
        serial=f"SERIAL-{id_}",
        owner_id=1,
        boutique_id=at.id if at else None,
        boutique_name=at.name if at else None,
        merchant_name=at.merchant_name if at else None,
        active=True,
        last_activity=NOW - timedelta(minutes=8),
        app_version="1.4.2",
        updated_at=NOW,
    )
    return replace(made, **others)


def sale(id_: int, at: Boutique | None, till: Terminal | None, **others: Any) -> Sale:
    made = Sale(
        id=id_,
        number=f"VENTE-{id_:06d}",
        sold_at=NOW - timedelta(minutes=id_),
        received_at=NOW - timedelta(minutes=id_ - 1),
        boutique_id=at.id if at else None,
        boutique_name=at.name if at else None,
        terminal_id=till.id if till else None,
        terminal_name=till.name if till else None,
        terminal_serial=till.serial if till else None,
        terminal_boutique_id=till.boutique_id if till else None,
        merchant_name=at.merchant_name if at else None,
        payment="CASH",
        paid=True,
        cancelled=False,
        currency="CDF",
        cents=150_000,
    )
    return made._replace(**others)


def _figures_of(sales: Iterable[Sale]) -> Figures:
    found = list(sales)
    orphans = [each for each in found if each.boutique_id is None]
    return Figures(
        sales=len(found),
        orphans=len(orphans),
        amounts=Amounts((each.currency, each.cents) for each in found if each.counts),
        orphan_amounts=Amounts((each.currency, each.cents) for each in orphans if each.counts),
        last_sale=max((each.sold_at for each in found if each.sold_at), default=None),
    )


def _is_behind(each: Sale, asked: Behind) -> bool:
    sold = each.sold_at or NOW
    return (
        (each.counts or not asked.counted)
        and (each.boutique_id is not None or not asked.located)
        and (not asked.spans or any(one.since <= sold < one.until for one in asked.spans))
        and (
            not asked.week_hours
            or asked.zone is None
            or week_hour(local_hour(sold, asked.zone)) in asked.week_hours
        )
        and (asked.ids is None or each.id in asked.ids)
    )


_TIMES: dict[TimeKey, Callable[[int], int | None]] = {
    TimeKey.NONE: lambda _: None,
    TimeKey.HOUR: int,
    TimeKey.DAY: lambda hour: hour - hour % 24,
    TimeKey.WEEK_HOUR: week_hour,
}


@dataclass
class FakeSource:
    """Answers from lists; `fail_with` breaks every answer, `gate` holds answers back."""

    terminal_list: list[Terminal] = field(default_factory=list)
    boutique_list: list[Boutique] = field(default_factory=list)
    sale_list: list[Sale] = field(default_factory=list)
    read_only: ReadOnlyReason | None = None
    fail_with: SourceError | None = None
    gate: Event | None = None
    closed: bool = False
    line_list: dict[int, Sequence[SaleLine]] = field(default_factory=dict)
    session_list: dict[int, Sequence[TerminalSession]] = field(default_factory=dict)
    #: What the journal holds, oldest first.
    journal_list: list[HistoryItem] = field(default_factory=list)
    #: What `evidence` answers; restricted by nobody.
    found_evidence: Evidence | None = None
    #: What `strays` answers; else the sales without terminal, of which no witness knows more.
    found_strays: StrayEvidence | None = None
    #: What `traits` answers.
    found_traits: Traits = field(default_factory=Traits)
    #: What `expenses` answers, whatever is asked.
    expense_list: list[Expense] | None = None
    rejected_list: list[RejectedSale] = field(default_factory=list)
    pages_read: list[Sequence[int]] = field(default_factory=list)
    queries: list[SaleQuery] = field(default_factory=list)
    filters: list[EntryFilter] = field(default_factory=list)

    def as_source(self) -> SalesSource:
        """Itself; it answers only what the window asks."""
        return cast("SalesSource", self)

    def _answer(self) -> None:
        if self.gate is not None:
            self.gate.wait(5)
        if self.fail_with is not None:
            raise self.fail_with

    def info(self) -> SourceInfo:
        self._answer()
        return SourceInfo(
            SourceKind.SQLITE, "/home/mbuyi/shop.sqlite3", "SQLite 3.40", True, self.read_only
        )

    def close(self) -> None:
        self.closed = True

    def terminal_sessions(self, terminal: int, limit: int = 10) -> Sequence[TerminalSession]:
        self._answer()
        return self.session_list.get(terminal, ())[:limit]

    def boutiques(self) -> Sequence[Boutique]:
        self._answer()
        return list(self.boutique_list)

    def terminals(self) -> Sequence[Terminal]:
        self._answer()
        return list(self.terminal_list)

    def terminal_figures(self, since: object = None, until: object = None) -> dict[int, Figures]:
        self._answer()
        return self._figures(lambda sale: sale.terminal_id)

    def boutique_figures(self, since: object = None, until: object = None) -> dict[int, Figures]:
        self._answer()
        return self._figures(lambda sale: sale.boutique_id)

    def place_figures(self, since: object = None, until: object = None) -> PlaceFigures:
        return PlaceFigures(self.terminal_figures(), self.boutique_figures())

    def revenue(self, cut: Cut) -> Sequence[Cell]:
        self._answer()
        found: dict[tuple[Any, ...], list[int]] = {}
        for each in self.sale_list:
            sold = each.sold_at or NOW
            if not (cut.since or sold) <= sold < (cut.until or sold + timedelta(1)):
                continue
            key = (
                each.boutique_id,
                each.terminal_id if cut.by_terminal else None,
                _TIMES[cut.time](local_hour(sold, cut.zone)),
                each.payment if cut.by_payment else "",
                each.currency,
            )
            sums = found.setdefault(key, [0, 0, 0])
            sums[0] += each.counts
            sums[1] += each.cents * each.counts
            sums[2] += 1
        return [Cell(*key, *sums) for key, sums in found.items()]

    def newest_sales(self) -> NewestSales:
        self._answer()
        made = [
            NewSale(one.id, one.boutique_id, one.terminal_id, one.sold_at, one.received_at)
            for one in self.sale_list
        ]
        made.sort(key=lambda one: one.at or NOW - timedelta(days=9_999))
        places = {one.boutique_id: one for one in made}
        tills = {one.terminal_id: one for one in made}
        return NewestSales(
            max(made, key=lambda one: one.sale_id, default=None),
            {id_: one for id_, one in places.items() if id_ is not None},
            {id_: one for id_, one in tills.items() if id_ is not None},
        )

    def arrivals(self, zone: ZoneInfo, since: datetime, until: datetime) -> Sequence[Arrival]:
        self._answer()
        found = {
            Arrival(one.terminal_id, local_hour(one.received_at or one.sold_at, zone))
            for one in self.sale_list
            if one.terminal_id is not None
            and one.sold_at is not None
            and since <= one.sold_at < until
        }
        return sorted(found)

    def rejected_sales(self, since: datetime | None = None) -> Sequence[RejectedSale]:
        self._answer()
        return list(self.rejected_list)

    def expenses(self, cut: Cut) -> Sequence[Expense] | None:
        self._answer()
        return self.expense_list

    def sale_ids(self, query: SaleQuery) -> "array[int]":
        self._answer()
        self.queries.append(query)
        found = [s for s in self.sale_list if self._matches(s, query)]
        found.sort(key=_SORTS[query.sort], reverse=query.descending)
        return array("q", [s.id for s in found])

    def sales(self, ids: Sequence[int]) -> Sequence[Sale | None]:
        self._answer()
        self.pages_read.append(list(ids))
        by_id = {s.id: s for s in self.sale_list}
        return [by_id.get(id_) for id_ in ids]

    def sale_lines(self, ids: Sequence[int]) -> Mapping[int, Sequence[SaleLine]]:
        self._answer()
        return {id_: self.line_list[id_] for id_ in ids if id_ in self.line_list}

    def flag_counts(self, query: SaleQuery) -> Mapping[SaleFlag, int]:
        self._answer()
        found = [s for s in self.sale_list if self._matches(s, query)]
        return {flag: sum(map(test, found)) for flag, test in _FLAGS.items()}

    def merchants(self) -> Sequence[Merchant]:
        self._answer()
        names = {one.merchant_id: (one.merchant_name, one.owner_id) for one in self.boutique_list}
        return [Merchant(id_, name, owner, True) for id_, (name, owner) in sorted(names.items())]

    def marker(self) -> Marker:
        self._answer()
        places = [(one.id, one.boutique_id, one.active) for one in self.terminal_list]
        return Marker(
            max((each.id for each in self.sale_list), default=None),
            sum(each.boutique_id is None for each in self.sale_list),
            max((item.entry.seq for item in self.journal_list), default=0),
            hash(tuple(places)),
        )

    def totals(self, ids: Sequence[int], report: Report = silently) -> Totals:
        self._answer()
        wanted = frozenset(ids)
        found = _figures_of(each for each in self.sale_list if each.id in wanted)
        return Totals(found.sales, found.amounts)

    def tally(self, up_to: int | None = None) -> Tally:
        self._answer()
        found = [each for each in self.sale_list if up_to is None or each.id <= up_to]
        return Tally(
            len(found),
            sum(each.boutique_id is None for each in found),
            sum(each.terminal_id is None for each in found),
            Amounts((each.currency, each.cents) for each in found),
            max((each.id for each in found), default=None),
        )

    def sale_choices(self) -> SaleChoices:
        self._answer()
        return SaleChoices(
            tuple(sorted({each.payment for each in self.sale_list})),
            tuple(sorted({each.currency for each in self.sale_list})),
        )

    def search(self, text: str, limit: int = 8) -> Hits:
        self._answer()
        return Hits(
            best(self.terminal_list, text, lambda one: (one.serial, one.name), limit),
            best(self.boutique_list, text, lambda one: (one.name, one.code), limit),
            best(self.merchants(), text, lambda one: (one.name,), limit),
            best(self.sale_list[::-1], text, lambda one: (one.number,), limit),
        )

    def spells(
        self, *, terminal: int | None = None, boutique: int | None = None
    ) -> Sequence[Spell]:
        self._answer()
        apart: dict[tuple[int | None, int | None], list[Sale]] = {}
        for each in self._sales_of(terminal, boutique):
            apart.setdefault((each.terminal_id, each.boutique_id), []).append(each)
        made = [
            Spell(*key, _figures_of(found), min(one.sold_at or NOW for one in found))
            for key, found in apart.items()
        ]
        return sorted(made, key=lambda one: one.figures.last_sale or NOW, reverse=True)

    def figures_between(
        self,
        bounds: Sequence[datetime],
        *,
        terminal: int | None = None,
        boutique: int | None = None,
    ) -> Sequence[Figures]:
        self._answer()
        mine = self._sales_of(terminal, boutique)
        return [
            _figures_of(each for each in mine if each.sold_at and since <= each.sold_at < until)
            for since, until in pairwise(bounds)
        ]

    def history(self, entity: Entity, row_id: int, limit: int = 200) -> Sequence[HistoryItem]:
        self._answer()
        mine = [
            one for one in self.journal_list if (one.row.entity, one.row.id) == (entity, row_id)
        ]
        return mine[::-1][:limit]

    def journal(self, which: EntryFilter) -> Sequence[JournalEntry]:
        self._answer()
        self.filters.append(which)
        found = {one.entry.seq: one.entry for one in self.journal_list}
        entries = [found[seq] for seq in sorted(found, reverse=True)]
        return [
            entry
            for entry in entries
            if (which.change_set in (None, entry.change_set))
            and (which.kinds is None or entry.kind in which.kinds)
            and (which.states is None or entry.state in which.states)
            and (which.operators is None or entry.operator in which.operators)
            and (which.since is None or entry.at >= which.since)
            and (which.until is None or entry.at < which.until)
            and (which.before is None or entry.seq < which.before)
            and which.text in f"{entry.operator} {entry.title}"
        ][: which.limit]

    def journal_counts(self, which: EntryFilter) -> Sequence[EntryCount]:
        every = replace(which, kinds=None, states=None, operators=None, limit=1_000_000)
        counts = Counter((one.kind, one.operator, one.state) for one in self.journal(every))
        return [EntryCount(*key, number) for key, number in counts.items()]

    def journal_summaries(self, change_set_ids: Collection[str]) -> Mapping[str, EntrySummary]:
        self._answer()
        found = {}
        for name in change_set_ids:
            rows = self.journal_rows(name)
            kinds = {(row.entity, row.field): row for row in rows}
            fields = tuple(
                FieldCount(*key, len(rows), row.id, 1, row.before, 1, row.after)
                for key, row in kinds.items()
            )
            sales = sum(row.entity is Entity.SALE for row in rows)
            found[name] = EntrySummary(fields, sales, Amounts())
        return found

    def journal_rows(
        self,
        change_set_id: str,
        *,
        offset: int = 0,
        limit: int | None = None,
        group: int | None = None,
    ) -> Sequence[JournalRow]:
        self._answer()
        mine = [one.row for one in self.journal_list if one.entry.change_set == change_set_id]
        mine = [row for row in mine if group in (None, row.group)]
        return mine[offset:][:limit]

    def journal_lines(self, change_set_id: str, **page: Any) -> Sequence[JournalLine]:
        return [JournalLine(row, None) for row in self.journal_rows(change_set_id, **page)]

    def journal_obstacles(self, change_set_ids: Collection[str]) -> Mapping[str, Reason]:
        self._answer()
        return {}

    def journal_groups(self, change_set_id: str) -> Sequence[GroupCount]:
        counts = Counter(row.group for row in self.journal_rows(change_set_id))
        return [GroupCount(group, rows, 0) for group, rows in sorted(counts.items())]

    def journal_left_alone(self, change_set_id: str, **page: Any) -> Sequence[LeftAlone]:
        self._answer()
        return []

    def check_journal(self, report: Report = silently) -> JournalCheck:
        self._answer()
        report(Progress(Step.CHECKING))
        return JournalCheck(len({one.entry.seq for one in self.journal_list}), 0)

    def boutique_history(self, boutique_id: int, limit: int = 200) -> Sequence[HistoryItem]:
        self._answer()
        mine = [
            one
            for one in self.journal_list
            if one.row.entity is Entity.TERMINAL
            and one.row.field is Field.BOUTIQUE
            and boutique_id in (one.row.before, one.row.after)
        ]
        return mine[::-1][:limit]

    def evidence(
        self, report: Report = silently, terminals: Collection[int] | None = None
    ) -> Evidence:
        self._answer()
        if self.found_evidence is not None:
            return self.found_evidence
        return Evidence(
            at=NOW,
            orphans=[],
            lines={},
            movements={},
            beside={},
            neighbours={},
            neighbours_by_other_clock={},
            terminals={one.id: one for one in self.terminal_list},
            boutiques={one.id: one for one in self.boutique_list},
            assignments={},
            named_terminals={},
        )

    def strays(self, report: Report = silently) -> StrayEvidence:
        self._answer()
        if self.found_strays is not None:
            return self.found_strays
        return StrayEvidence(
            at=NOW,
            strays=[
                Stray(
                    sale_id=each.id,
                    number=each.number,
                    sold_at=each.sold_at,
                    received_at=each.received_at,
                    terminal_id=None,
                    boutique_id=each.boutique_id,
                    paid=each.paid,
                    cancelled=each.cancelled,
                    currency=each.currency,
                    cents=each.cents,
                    address="",
                )
                for each in self.sale_list
                if each.terminal_id is None
            ],
            terminals={one.id: one for one in self.terminal_list},
            boutiques={one.id: one for one in self.boutique_list},
            installed={},
            sightings={},
            sellers={},
            assignments={},
        )

    def orphans_now(self) -> Seen:
        return self._seen(lambda each: each.boutique_id, lambda each: each.terminal_id)

    def strays_now(self) -> Seen:
        return self._seen(lambda each: each.terminal_id, lambda each: each.boutique_id)

    def traits(self, zone: ZoneInfo, report: Report = silently) -> Traits:
        self._answer()
        return self.found_traits

    def _seen(self, missing: _Id, other: _Id) -> Seen:
        self._answer()
        return Seen(
            {
                each.id: Mark(other(each), each.cancelled)
                for each in self.sale_list
                if missing(each) is None
            },
            {one.id: one.boutique_id for one in self.terminal_list},
            {
                one.id: Standing(one.merchant_id, one.active, one.depot)
                for one in self.boutique_list
            },
        )

    def _sales_of(self, terminal: int | None, boutique: int | None) -> list[Sale]:
        return [
            each
            for each in self.sale_list
            if terminal in (None, each.terminal_id) and boutique in (None, each.boutique_id)
        ]

    def _figures(self, key: Callable[[Sale], int | None]) -> dict[int, Figures]:
        apart: dict[int, list[Sale]] = {}
        for each in self.sale_list:
            id_ = key(each)
            if id_ is not None:
                apart.setdefault(id_, []).append(each)
        return {id_: _figures_of(found) for id_, found in apart.items()}

    @staticmethod
    def _matches(each: Sale, query: SaleQuery) -> bool:
        text = f"{each.number} {each.boutique_name} {each.terminal_name}"
        kept = all(
            wanted is None or value in wanted
            for value, wanted in (
                (each.boutique_id, query.boutiques),
                (each.terminal_id, query.terminals),
                (each.payment, query.payments),
                (each.currency, query.currencies),
            )
        )
        sold = each.sold_at or NOW
        kept &= query.since is None or sold >= query.since
        kept &= query.until is None or sold < query.until
        kept &= query.behind is None or _is_behind(each, query.behind)
        return kept and query.text in text and all(_FLAGS[flag](each) for flag in query.flags)


def small_shop(sales: int = 30) -> FakeSource:
    """Two boutiques and a depot, four terminals, and sales of every state."""
    kin = boutique(1, "Kin Centre")
    limete = boutique(2, "Limete", merchant_name="Maison Lukusa")
    depot = boutique(3, "Dépôt Central", depot=True)
    closed = boutique(4, "Bandal", active=False)
    tills = [
        terminal(1, kin),
        terminal(2, None, name="Élise <b>mobile</b>\nneuve"),
        terminal(3, limete, last_activity=NOW - timedelta(days=9)),
        terminal(4, kin, active=False, last_activity=None),
    ]
    made = []
    for number in range(1, sales + 1):
        kind = number % 10
        orphan = kind == 3
        till = None if kind == 6 else tills[0] if not orphan else tills[1]
        made.append(
            sale(
                number,
                None if orphan else kin,
                till,
                paid=kind != 7,
                cancelled=kind == 8,
                currency="USD" if kind == 5 else "CDF",
                cents=1_050 if kind == 5 else 150_000 + number * 100,
            )
        )
    return FakeSource(tills, [kin, limete, depot, closed], made)
