"""What is written on paper besides the tables."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

PROGRAM = "Boutique Admin"


class PaperWords(NamedTuple):
    """Words for workers, which do not translate; `page` with %1 and %2 in it."""

    page: str
    #: Stands where a table has no row.
    nothing: str


def paper_words() -> PaperWords:
    """In the language of the window."""
    return PaperWords(
        QCoreApplication.translate("Export", "Page %1 of %2"),
        QCoreApplication.translate("Export", "No row"),
    )
