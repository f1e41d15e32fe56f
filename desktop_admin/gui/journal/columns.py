"""The columns of the journal."""

from __future__ import annotations

from desktop_admin.gui.journal.words import headers, sentences
from desktop_admin.gui.models.columns import Cell, Column


def columns() -> list[Column[object]]:
    """From left to right; the cells themselves are written with their rows."""
    names, said = headers(), sentences()
    undone = said["undone_at"].replace("%1", "00:00")
    action = f"{max(said['undo'], said['redo'], key=len)}MM"
    made = [
        Column("time", names[0], _empty, "00:00"),
        Column("who", names[1], _empty, "administrateur"),
        Column("what", names[2], _empty, "Ventes rattachées", icons=True),
        Column("about", names[3], _empty, "VENTE-5-20251028150553-0", stretch=3, keep=0.6),
        Column("count", names[4], _empty, "100 000 ventes\n10 000 000,00 CDF", right=True),
        Column(
            "move", names[5], _empty, "aucune boutique → Kin Market Limete", stretch=4, keep=0.6
        ),
        Column("state", names[6], _empty, undone, stretch=1, keep=0.8, icons=True),
        Column("action", names[7], _empty, action),
    ]
    return list(made)


def _empty(_: object) -> Cell:
    return Cell("")
