"""What a drag of terminals carries: their ids, in a type of our own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMimeData

TERMINALS = "application/x-boutique-admin-terminals"


def pack(ids: Iterable[int]) -> QMimeData:
    """Terminals for a drag."""
    carried = QMimeData()
    carried.setData(TERMINALS, ",".join(str(id_) for id_ in ids).encode())
    return carried


def unpack(carried: QMimeData) -> Sequence[int]:
    """The ids of the terminals that are carried; none where it is something else, or broken."""
    if not carried.hasFormat(TERMINALS):
        return ()
    parts = bytes(carried.data(TERMINALS).data()).split(b",")
    return tuple(int(part) for part in parts if part.isdigit())
