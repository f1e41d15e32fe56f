"""What narrows the table of sales down, as one value: asked of the source, kept in a view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from desktop_admin.gui.figure import Figure
from desktop_admin.gui.memory import Json
from desktop_admin.gui.widgets.filter_bar import Chosen
from desktop_admin.sources.base import SaleFlag, SaleQuery, SaleSort

#: The filters by value, as `SaleQuery` calls them.
BY_ID = ("boutiques", "terminals", "merchants")
BY_TEXT = ("payments", "currencies")
FILTERS = (*BY_ID, *BY_TEXT)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Text, chip, filters and order; the period is the window's."""

    text: str = ""
    flag: SaleFlag | None = None
    #: By name of the filter; one that is not set is not in it.
    chosen: Mapping[str, Chosen] = field(default_factory=dict)
    sort: SaleSort = SaleSort.SOLD_AT
    descending: bool = True
    #: Only the sales behind it, whatever the period; it is never kept.
    figure: Figure | None = None

    @classmethod
    def behind(cls, figure: Figure) -> Narrowing:
        """Exactly the sales behind a figure."""
        flag = SaleFlag.ORPHAN if figure.orphans else None
        return cls(flag=flag, chosen=figure.chosen, figure=figure)

    @property
    def narrowed_further(self) -> bool:
        """Whether not all sales behind the figure are shown."""
        figure = self.figure
        if figure is None:
            return False
        whole = Narrowing.behind(figure)
        return (self.text, self.flag, self.chosen) != (whole.text, whole.flag, whole.chosen)

    @property
    def nothing(self) -> bool:
        """Whether every sale of the period is shown."""
        return not (self.text or self.flag or self.chosen or self.figure)

    def query(self, since: datetime | None, until: datetime | None) -> SaleQuery:
        """The question for the source, of the period from `since` until `until`."""
        flags = frozenset[SaleFlag]() if self.flag is None else frozenset({self.flag})
        figure = self.figure
        if figure is not None:
            since, until = figure.since, figure.until
        return SaleQuery(
            text=self.text,
            flags=flags,
            boutiques=self._ids("boutiques"),
            terminals=self._ids("terminals"),
            merchants=self._ids("merchants"),
            payments=self._texts("payments"),
            currencies=self._texts("currencies"),
            since=since,
            until=until,
            behind=None if figure is None else figure.behind,
            sort=self.sort,
            descending=self.descending,
        )

    def with_only(self, **chosen: Chosen) -> Narrowing:
        """The same with these filters set otherwise; an empty one is taken away."""
        every = {**self.chosen, **chosen}
        return replace(self, chosen={name: value for name, value in every.items() if value})

    def _ids(self, name: str) -> frozenset[int] | None:
        keys = frozenset(key for key in self.chosen.get(name, ()) if isinstance(key, int))
        return keys or None

    def _texts(self, name: str) -> frozenset[str] | None:
        keys = frozenset(key for key in self.chosen.get(name, ()) if isinstance(key, str))
        return keys or None


def write_narrowing(narrowing: Narrowing) -> dict[str, Json]:
    """A narrowing as JSON holds it."""
    filters: dict[str, Json] = {}
    for name, chosen in narrowing.chosen.items():
        filters[name] = [[key, called] for key, called in chosen.items()]
    return {
        "text": narrowing.text,
        "flag": narrowing.flag.value if narrowing.flag else "",
        "filters": filters,
        "sort": narrowing.sort.value,
        "descending": narrowing.descending,
    }


def read_narrowing(value: object) -> Narrowing:
    """A narrowing that was written once; what is not understood narrows nothing down."""
    if not isinstance(value, Mapping):
        return Narrowing()
    text, flag, sort = value.get("text"), value.get("flag"), value.get("sort")
    filters = value.get("filters")
    chosen = {
        name: read
        for name, pairs in (filters.items() if isinstance(filters, Mapping) else ())
        if (read := _chosen(name, pairs))
    }
    return Narrowing(
        text=text[:200] if isinstance(text, str) else "",
        flag=next((one for one in SaleFlag if one.value == flag), None),
        chosen=chosen,
        sort=next((one for one in SaleSort if one.value == sort), SaleSort.SOLD_AT),
        descending=value.get("descending") is not False,
    )


def _chosen(name: object, pairs: object) -> Chosen:
    kind = int if name in BY_ID else str
    if name not in FILTERS or not isinstance(pairs, list):
        return {}
    return {
        pair[0]: str(pair[1])
        for pair in pairs
        if isinstance(pair, list)
        and len(pair) == 2
        and isinstance(pair[0], kind)
        and not isinstance(pair[0], bool)
    }
