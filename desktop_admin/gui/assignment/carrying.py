"""What a drag of terminals carries: their ids, in a type of our own."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMimeData

TERMINALS = "application/x-boutique-admin-terminals"


def pack(ids: Iterable[int]) -> QMimeData:
    """Terminals for a drag."""
    carried = QMimeData()
    # Another window of the program may be on another database, where an id is another terminal.
    parts = [str(os.getpid()), *(str(id_) for id_ in ids)]
    carried.setData(TERMINALS, ",".join(parts).encode())
    return carried


def unpack(carried: QMimeData) -> Sequence[int]:
    """The ids of the terminals that are carried; none where it is something else, broken, or
    comes from another window."""
    if not carried.hasFormat(TERMINALS):
        return ()
    window, *ids = bytes(carried.data(TERMINALS).data()).split(b",")
    if window != str(os.getpid()).encode():
        return ()
    return tuple(int(part) for part in ids if part.isdigit())
