"""The rows of the journal: days, entries, their groups and what they changed."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, NamedTuple

from desktop_admin.gui.models.columns import Cell

#: The columns, from left to right.
TIME, WHO, WHAT, ABOUT, COUNT, MOVE, STATE, ACTION = range(8)
#: The columns over which the name of what lies below an entry goes.
NAMED = (TIME, WHO, WHAT)
#: So many rows of an entry are shown when it is opened, and so many come each time after that.
FIRST_ROWS = 50
MORE_ROWS = 500

#: What a row is of, so that it is found again after every refresh.
Key = tuple[Hashable, ...]


class Kind(Enum):
    """What stands in a row."""

    DAY = auto()
    ENTRY = auto()
    GROUP = auto()
    #: All that an entry left alone.
    REST = auto()
    ROW = auto()
    LEFT = auto()
    #: Shows the next rows of an entry.
    MORE = auto()
    #: Shows older entries.
    OLDER = auto()
    #: What is below is still being read, or could not be.
    WAITING = auto()


#: What goes over the whole width.
WHOLE = frozenset({Kind.DAY, Kind.MORE, Kind.OLDER, Kind.WAITING})
#: What has rows below it.
OPENS = frozenset({Kind.ENTRY, Kind.GROUP, Kind.REST})


class Act(Enum):
    """What can be done to a row."""

    UNDO = auto()
    REDO = auto()


class Move(NamedTuple):
    """From where to where something went."""

    before: str
    after: str

    @property
    def text(self) -> str:
        """Both, as one reads them."""
        return f"{self.before} → {self.after}" if self.after or self.before else ""


class Wanted(NamedTuple):
    """Rows that shall be read: of which entry, of which group (None: of all), from where on."""

    #: Of the row they go below.
    key: Key
    change_set: str
    group: int | None = None
    left: bool = False
    offset: int = 0
    limit: int = FIRST_ROWS


NOWHERE = Move("", "")


@dataclass(slots=True, eq=False)
class Node:
    """One row, ready to be painted."""

    kind: Kind
    key: Key
    cells: tuple[Cell, ...]
    change_set: str = ""
    move: Move = NOWHERE
    act: Act | None = None
    #: Why it can be neither taken back nor made again, where that is so.
    why: str = ""
    #: It does not hold any more.
    struck: bool = False
    #: It is an undo, or part of one: to take it back is to make something again.
    undoes: bool = False
    #: How the operator calls it.
    text: str = ""
    #: How many values it can take back or make again.
    values: int = 0
    #: What the row was written of.
    value: Any = None
    group: int | None = None
    offset: int = 0
    children: list[Node] = field(default_factory=list)
    #: Whether what is below was read, and whether that is of now.
    known: bool = False
    fresh: bool = False
    parent: Node | None = None
    row: int = 0
    number: int = 0

    @property
    def opens(self) -> bool:
        """Whether anything is below it."""
        return self.kind in OPENS

    def wanted(self) -> Wanted:
        """What to ask for to show what is below; as much as is shown already."""
        shown = sum(1 for one in self.children if one.kind in (Kind.ROW, Kind.LEFT))
        return Wanted(
            self.key,
            self.change_set,
            self.group,
            self.kind is Kind.REST,
            limit=max(FIRST_ROWS, shown),
        )


def every(nodes: Sequence[Node]) -> list[Node]:
    """These rows and all below them."""
    found: list[Node] = []
    for node in nodes:
        found.append(node)
        found += every(node.children)
    return found
