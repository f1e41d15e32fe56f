"""Saved views: a name for a filter, its order and its columns. Nothing runs by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from desktop_admin.gui.memory import Json, Memory
from desktop_admin.gui.sales.narrowing import Narrowing, read_narrowing, write_narrowing

KEY = "sales.views"
#: The longest name of a view.
LONGEST = 60


@dataclass(frozen=True, slots=True)
class SavedView:
    """One view; its columns are as JSON holds them, and read when they are shown."""

    name: str
    narrowing: Narrowing
    columns: Mapping[str, Json]


class SavedViews:
    """The views of one connection, whose ids mean nothing elsewhere, by name."""

    def __init__(self, memory: Memory, connection: str) -> None:
        self._memory = memory
        self._connection = connection

    def all(self) -> Sequence[SavedView]:
        """Every view."""
        held = self._held().get(self._connection)
        found = [_read(value) for value in held] if isinstance(held, list) else []
        return sorted((one for one in found if one), key=lambda one: one.name.casefold())

    def find(self, name: str) -> SavedView | None:
        """The view of that name, whatever its case."""
        wanted = name.casefold()
        return next((one for one in self.all() if one.name.casefold() == wanted), None)

    def save(self, view: SavedView) -> None:
        """Keep this view, in place of one of the same name."""
        self._write([one for one in self.all() if not _same(one, view.name)] + [view])

    def rename(self, old: str, new: str) -> None:
        """Call a view otherwise; one that had that name before goes."""
        view = self.find(old)
        if view is not None:
            others = [one for one in self.all() if not (_same(one, old) or _same(one, new))]
            self._write([*others, replace(view, name=new)])

    def delete(self, name: str) -> None:
        """Keep this view no longer."""
        self._write([one for one in self.all() if not _same(one, name)])

    def _held(self) -> dict[str, Json]:
        return dict(self._memory.table(KEY))

    def _write(self, views: Sequence[SavedView]) -> None:
        written: list[Json] = [_write(view) for view in views]
        self._memory.put(KEY, {**self._held(), self._connection: written})


def _same(view: SavedView, name: str) -> bool:
    return view.name.casefold() == name.casefold()


def _write(view: SavedView) -> dict[str, Json]:
    narrowing: dict[str, Json] = {**write_narrowing(view.narrowing)}
    return {"name": view.name, "narrowing": narrowing, "columns": dict(view.columns)}


def _read(value: object) -> SavedView | None:
    if not isinstance(value, Mapping):
        return None
    name, columns = value.get("name"), value.get("columns")
    if not isinstance(name, str) or not name.strip():
        return None
    return SavedView(
        name[:LONGEST],
        read_narrowing(value.get("narrowing")),
        columns if isinstance(columns, Mapping) else {},
    )
