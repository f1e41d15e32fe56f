"""The tree of merchants, boutiques and their terminals, as values. Knows no Qt objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from desktop_admin.domain.matching import folded
from desktop_admin.domain.model import Boutique, Figures, Terminal
from desktop_admin.gui.assignment.shop import Shop, total
from desktop_admin.gui.assignment.tree_cells import TreeCells
from desktop_admin.gui.models.columns import Cell


class Kind(IntEnum):
    """What a row of the tree is."""

    #: Where terminals without boutique go.
    NOWHERE = 0
    MERCHANT = 1
    BOUTIQUE = 2
    TERMINAL = 3


class Key(NamedTuple):
    """Which row: what it is, and the id of that; it outlives every refresh."""

    kind: Kind
    id: int


@dataclass(slots=True)
class Node:
    """One row with what it shows and what is below it."""

    key: Key
    cells: tuple[Cell, ...]
    #: What the filter field looks through, folded; of a boutique with its terminals'.
    haystack: str = ""
    #: Stands in place of the figures: why no terminal can go here, or what happens here.
    note: Cell | None = None
    every: list[Node] = field(default_factory=list)
    #: Of these, what the filter leaves.
    children: list[Node] = field(default_factory=list)
    parent: Node | None = None
    row: int = 0
    #: Its place among all nodes.
    number: int = 0

    @property
    def target(self) -> int | None:
        """The boutique that terminals go to here; None where they are detached."""
        return self.key.id if self.key.kind is Kind.BOUTIQUE else None


def each_node(nodes: Iterable[Node]) -> Iterator[Node]:
    """These nodes and all below them, whatever a filter leaves."""
    for node in nodes:
        yield node
        yield from each_node(node.every)


def build(shop: Shop, cells: TreeCells) -> list[Node]:
    """The rows on top: where terminals are detached, then every merchant. For workers."""
    working: dict[int, list[Terminal]] = {}
    for terminal in shop.terminals.values():
        if terminal.boutique_id is not None:
            working.setdefault(terminal.boutique_id, []).append(terminal)
    merchants: dict[int, list[Boutique]] = {}
    for boutique in shop.boutiques.values():
        merchants.setdefault(boutique.merchant_id, []).append(boutique)
    top = [Node(Key(Kind.NOWHERE, 0), cells.nowhere(), note=cells.nowhere_note)]
    top += [_merchant(shop, cells, boutiques, working) for boutiques in merchants.values()]
    return top


def _merchant(
    shop: Shop,
    cells: TreeCells,
    boutiques: Sequence[Boutique],
    working: dict[int, list[Terminal]],
) -> Node:
    # Those that sell first, then what is closed, then depots: as one looks for a place.
    ordered = sorted(boutiques, key=lambda one: (one.depot, not one.active))
    rows = [_boutique(shop, cells, one, working.get(one.id, ())) for one in ordered]
    counted = [shop.of_boutique(one.id) for one in boutiques]
    whole = [one for one in counted if one is not None]
    figures = total(whole) if len(whole) == len(counted) else None
    tills = sum(len(working.get(one.id, ())) for one in boutiques)
    name = boutiques[0].merchant_name
    node = Node(
        Key(Kind.MERCHANT, boutiques[0].merchant_id),
        cells.merchant(name, tills, figures),
        folded(name),
    )
    return _with(node, rows)


def _boutique(
    shop: Shop, cells: TreeCells, boutique: Boutique, working: Iterable[Terminal]
) -> Node:
    rows = [_terminal(cells, one, boutique.name, shop.of_terminal(one.id)) for one in working]
    words = (boutique.name, boutique.merchant_name, boutique.code, boutique.city)
    node = Node(
        Key(Kind.BOUTIQUE, boutique.id),
        cells.boutique(boutique, len(rows), shop.of_boutique(boutique.id)),
        "\n".join([folded("\n".join(words)), *(row.haystack for row in rows)]),
        cells.note(boutique),
    )
    return _with(node, rows)


def _terminal(cells: TreeCells, terminal: Terminal, above: str, figures: Figures | None) -> Node:
    words = folded(f"{terminal.name}\n{terminal.serial}")
    return Node(Key(Kind.TERMINAL, terminal.id), cells.terminal(terminal, above, figures), words)


def _with(node: Node, rows: list[Node]) -> Node:
    node.every = rows
    for row in rows:
        row.parent = node
    return node


def narrow(nodes: Sequence[Node], words: Sequence[str]) -> list[Node]:
    """Leave the boutiques in which every word occurs, with their merchants; returns what is left
    on top, and numbers the rows of every node that is left."""
    left = []
    for node in nodes:
        if node.key.kind is Kind.MERCHANT:
            node.children = [
                one for one in node.every if all(word in one.haystack for word in words)
            ]
            if not node.children:
                continue
        for boutique in node.children:
            boutique.children = boutique.every
        left.append(node)
    for row, node in enumerate(left):
        node.row = row
        for place, boutique in enumerate(node.children):
            boutique.row = place
            for spot, terminal in enumerate(boutique.children):
                terminal.row = spot
    return left


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Every node that is left, from top to bottom."""
    for node in nodes:
        yield node
        yield from walk(node.children)
