"""The rows of a preview: confidences, their groups, the sales of each, a page at a time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from heapq import nsmallest
from itertools import compress
from typing import Any, NamedTuple

from desktop_admin.domain.choice import Choice, Summary, summary_of
from desktop_admin.domain.evidence import Confidence
from desktop_admin.domain.preview import Group, Preview, Weighed
from desktop_admin.domain.scope import Scope

#: So many sales of a group are shown when it is opened, and so many more each time.
FIRST, MORE = 50, 500


class Kind(IntEnum):
    """What a row is."""

    CONFIDENCE = 0
    GROUP = 1
    SALE = 2
    #: Where the next sales of a group are asked for.
    MORE = 3


class Node(NamedTuple):
    """A row: its kind, and the number of its confidence, group or sale."""

    kind: Kind
    number: int


class Order(NamedTuple):
    """How rows are put in order; None: groups by their size, sales the newest first."""

    of_group: Callable[[Group], Any]
    of_sale: Callable[[Weighed], Any]
    descending: bool


@dataclass(frozen=True, slots=True)
class Look:
    """A preview as it is looked at, and what is chosen of it."""

    preview: Preview
    scope: Scope
    choice: Choice
    summary: Summary

    @classmethod
    def at(cls, preview: Preview, scope: Scope, choice: Choice) -> Look:
        """The look with its sums."""
        return cls(preview, scope, choice, summary_of(preview, scope, choice))

    def choosing(self, choice: Choice) -> Look:
        """The same rows, chosen otherwise."""
        return Look.at(self.preview, self.scope, choice)


_CODES = tuple(Confidence)


@dataclass(slots=True)
class Rows:
    """Which rows stand where."""

    look: Look
    order: Order | None = None
    #: Places of the sales that are shown, by group; filled when a group is first opened.
    _open: dict[int, list[int]] = field(default_factory=dict)
    #: Groups that offer no more, because the next of them are just coming.
    _ended: set[int] = field(default_factory=set)
    _codes: list[Confidence] = field(default_factory=list)
    _groups: dict[Confidence, list[int]] = field(default_factory=dict)
    _row_of_group: dict[int, int] = field(default_factory=dict)
    _starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        preview, scope = self.look.preview, self.look.scope
        self._starts = [group.start for group in preview.groups]
        for group in preview.groups:
            if scope.groups[group.number].sales:
                self._groups.setdefault(group.key.confidence, []).append(group.number)
        self._codes = [code for code in Confidence if code in self._groups]
        for numbers in self._groups.values():
            numbers.sort(key=self._group_key, reverse=self.order is None or self.order.descending)
            self._row_of_group.update((number, row) for row, number in enumerate(numbers))

    def _group_key(self, number: int) -> Any:
        if self.order is None:
            return self.look.scope.groups[number].sales, -number
        return self.order.of_group(self.look.preview.groups[number])

    @property
    def top(self) -> Sequence[Node]:
        """The confidences that occur."""
        return [Node(Kind.CONFIDENCE, _CODES.index(code)) for code in self._codes]

    def code(self, node: Node) -> Confidence:
        """The confidence that a row is of, or lies under."""
        if node.kind is Kind.CONFIDENCE:
            return _CODES[node.number]
        return self.group(node).key.confidence

    def group(self, node: Node) -> Group:
        """The group that a row is of."""
        number = node.number
        if node.kind is Kind.SALE:
            number = bisect_right(self._starts, number) - 1
        return self.look.preview.groups[number]

    def groups_of(self, code: Confidence) -> Sequence[int]:
        """The numbers of the groups shown of a confidence, from top to bottom."""
        return self._groups.get(code, ())

    def count(self, node: Node | None) -> int:
        """How many rows are below that one; None: on top."""
        if node is None:
            return len(self._codes)
        if node.kind is Kind.CONFIDENCE:
            return len(self._groups.get(_CODES[node.number], ()))
        if node.kind is not Kind.GROUP:
            return 0
        offers = self.more(node.number) and node.number not in self._ended
        return len(self._places(node.number)) + bool(offers)

    def at(self, parent: Node | None, row: int) -> Node:
        """The row at that place below `parent`."""
        if parent is None:
            return self.top[row]
        if parent.kind is Kind.CONFIDENCE:
            return Node(Kind.GROUP, self._groups[_CODES[parent.number]][row])
        places = self._places(parent.number)
        if row < len(places):
            return Node(Kind.SALE, places[row])
        return Node(Kind.MORE, parent.number)

    def parent(self, node: Node) -> Node | None:
        """What a row is below of."""
        if node.kind is Kind.CONFIDENCE:
            return None
        if node.kind is Kind.GROUP:
            return Node(Kind.CONFIDENCE, _CODES.index(self.code(node)))
        return Node(Kind.GROUP, self.group(node).number)

    def row_of(self, node: Node) -> int | None:
        """Where a row stands below its parent; None where it is not shown."""
        if node.kind is Kind.CONFIDENCE:
            code = _CODES[node.number]
            return self._codes.index(code) if code in self._codes else None
        if node.kind is Kind.GROUP:
            return self._row_of_group.get(node.number)
        places = self._places(self.group(node).number)
        if node.kind is Kind.MORE:
            return len(places)
        return places.index(node.number) if node.number in places else None

    def more(self, group: int) -> int:
        """How many sales of a group are not shown yet."""
        return self.look.scope.groups[group].sales - len(self._places(group))

    def shown(self, group: int) -> int:
        """How many sales of a group are shown."""
        return len(self._places(group))

    def offer_more(self, group: int, *, offered: bool) -> None:
        """Whether a row asks for the next sales of a group, as long as there are any."""
        (self._ended.discard if offered else self._ended.add)(group)

    def show_more(self, group: int) -> None:
        """Show the next sales of a group."""
        self._open[group] = self._sorted(group, self.shown(group) + MORE)

    def _places(self, group: int) -> list[int]:
        found = self._open.get(group)
        if found is None:
            found = self._open[group] = self._sorted(group, FIRST)
        return found

    def places(self) -> Iterator[int]:
        """Where all sales stand in the preview that are shown, or would be were all groups open,
        from top to bottom."""
        for code in self._codes:
            for number in self._groups[code]:
                yield from self._sorted(number, self.look.scope.groups[number].sales)

    def _sorted(self, number: int, count: int) -> list[int]:
        group, items = self.look.preview.groups[number], self.look.preview.items
        stretch = range(group.start, group.stop)
        shown = compress(stretch, self.look.scope.shown[group.start : group.stop])
        order = self.order
        if order is None:
            return [place for place, _ in zip(shown, range(count), strict=False)]

        def key(place: int) -> Any:
            return order.of_sale(items[place])

        if not order.descending:
            return nsmallest(count, shown, key=key)
        return sorted(shown, key=key, reverse=True)[:count]
