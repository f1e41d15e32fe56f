"""Where in the window one wants to go: a place, and what to show there."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_admin.gui.figure import Figure


@dataclass(frozen=True, slots=True)
class Goto:
    """A place of the navigation by its key, and, as ids, what to look at; None: no matter."""

    place: str
    terminal: int | None = None
    boutique: int | None = None
    merchant: int | None = None
    sale: int | None = None
    #: An entry of the journal.
    change_set: str | None = None
    #: Only sales without boutique.
    orphans: bool = False
    #: The sales behind a figure.
    figure: Figure | None = None
    #: Several terminals: selected in a table, or what the repair is narrowed down to.
    terminals: tuple[int, ...] = ()
    #: The page of the terminal as well.
    open_page: bool = False
    #: The quick filter of the terminals, by its key.
    quick: str = ""
    #: The chip of the sales, by its key, in all dates and nothing else.
    flag: str = ""
    #: The confidence that the repair is narrowed down to, by its key.
    confidence: str = ""
    #: The second list of the repair: sales without terminal.
    strays: bool = False
    #: Whatever the place was narrowed down to goes.
    everything: bool = False
