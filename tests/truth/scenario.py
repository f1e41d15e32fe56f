"""What a made-up shop suffers from, as figures, and the mixes the repair is judged on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_admin.sources.sql import shop as server


@dataclass(frozen=True, slots=True)
class Scenario:
    """One mix. Shares are from 0 to 1; of orphans, unless something else is named."""

    name: str
    sales: int = 3_000
    terminals: int = 60
    boutiques: int = 12
    merchants: int = 3
    #: Of all sales.
    orphans: float = 0.08
    #: Of the terminals; each of them moves up to `moves` times.
    moved: float = 0.15
    moves: int = 3
    #: Of the moves: back to where the terminal came from; to another merchant.
    returning: float = 0.3
    abroad: float = 0.05
    #: Of the moves: noted days later, or days ahead; so long the server believes the old boutique,
    #: the new one too early, or none at all.
    lagging: float = 0.1
    lag_days: float = 3.0
    #: Of the stays of terminals that moved: everything sold in them is orphaned.
    clusters: float = 0.05
    #: Of the orphans made in the first two thirds of the time: the old script attached them to
    #: the boutique their terminal had by then.
    script: float = 0.0
    #: Of the terminals: without network for up to `outage_days`, once or a few times, half of
    #: the time just when they moved.
    outages: float = 0.1
    outage_days: float = 4.0
    #: Of the terminals: their clock is off by days or months, always or for a while.
    wrong_clocks: float = 0.0
    #: Of the terminals: they give whole batches the same second.
    batches: float = 0.0
    #: Neither lines nor movements; movements only.
    bare: float = 0.1
    movements_only: float = 0.08
    #: Of the attributed sales: no lines and movements either.
    bare_attributed: float = 0.01
    #: Whether each merchant has a depot.
    depots: bool = True
    depot_goods: float = 0.01
    ownerless_goods: float = 0.01
    two_boutiques: float = 0.015
    #: Goods of one other boutique only, attributed sales too: such goods lie.
    borrowed: float = 0.0
    without_terminal: float = 0.2
    #: Of the terminals.
    never_attributed: float = 0.02
    detached: float = 0.03
    #: Deleted once and made anew with the same serial: the sales before lost their terminal.
    recreated: float = 0.01
    inactive: float = 0.05
    #: Of the boutiques.
    closed: float = 0.1
    #: Of the terminals: saved again long after (a rename), or not saved when they moved.
    renamed: float = 0.05
    moved_unsaved: float = 0.0
    #: Serials with dashes, prefixes of one another, spaces around, differing only in case.
    strange_serials: bool = False
    #: One boutique was deleted past the server: terminals, articles and sales still point to it.
    dangling: bool = False
    #: Of the sales, the oldest: when they were received is not known.
    reception_unknown: float = 0.1
    #: The sale time is the time of reception.
    sold_is_received: bool = False
    #: Of the moves, the later ones: known to our journal.
    journal: float = 0.0
    migration: int = server.NEWEST

    def smaller(self, sales: int) -> "Scenario":
        """The same mix with fewer sales, on fewer terminals."""
        terminals = max(8, self.terminals * sales // self.sales)
        return replace(self, sales=sales, terminals=terminals)


ORDINARY = Scenario("ordinary")

MIXES: Sequence[Scenario] = (
    ORDINARY,
    Scenario("still", moved=0.0, clusters=0.0, outages=0.02, renamed=0.0),
    Scenario("moving", moved=0.6, moves=5, returning=0.4, abroad=0.2),
    Scenario("there and back", moved=0.5, moves=2, returning=1.0, clusters=0.3, bare=0.2),
    Scenario("whole stays", moved=0.4, clusters=0.5, orphans=0.05, bare=0.15),
    Scenario("after the script", moved=0.3, orphans=0.25, script=0.9, bare=0.15),
    Scenario("after the script, no goods", moved=0.3, orphans=0.25, script=0.9, bare=0.6),
    Scenario("lagging", moved=0.5, lagging=0.8, lag_days=10.0, bare=0.25),
    Scenario("made anew", recreated=0.3, moved=0.3, bare=0.25),
    Scenario("dense", terminals=12, boutiques=4, moved=0.6, moves=6, bare=0.25, lagging=0.3),
    Scenario("offline", moved=0.4, outages=0.8, outage_days=9.0, bare=0.25),
    Scenario("wrong clocks", moved=0.4, wrong_clocks=0.5, bare=0.25, reception_unknown=0.0),
    Scenario("wrong clocks, no reception", moved=0.4, wrong_clocks=0.3, reception_unknown=1.0),
    Scenario("batches", moved=0.4, batches=0.6, bare=0.25),
    Scenario("no goods", moved=0.3, bare=0.5, movements_only=0.3),
    Scenario("strange goods", depot_goods=0.1, ownerless_goods=0.1, movements_only=0.2),
    Scenario("strange numbers", without_terminal=0.6, strange_serials=True, bare=0.3),
    Scenario("unattributed", never_attributed=0.2, detached=0.3, inactive=0.3, closed=0.3),
    Scenario("unsaved moves", moved=0.4, moved_unsaved=0.5, renamed=0.4, bare=0.3),
    Scenario("with a journal", moved=0.5, journal=0.7, clusters=0.2, bare=0.3),
    Scenario("a journal, wrong clocks", moved=0.5, journal=0.8, wrong_clocks=0.5, bare=0.3),
    Scenario("a journal, offline", moved=0.5, journal=0.8, outages=0.7, lagging=0.4, bare=0.3),
    Scenario("a journal, detached", detached=0.4, moved=0.3, journal=0.6, bare=0.3),
    Scenario("deleted boutiques", dangling=True, moved=0.3, bare=0.2),
    Scenario("many orphans", orphans=0.6, moved=0.3, bare=0.2),
    Scenario("few sales", sales=600, terminals=120, moved=0.3, bare=0.25, orphans=0.15),
    Scenario("borrowed goods", borrowed=0.02, moved=0.2),
    Scenario(
        "oldest schema",
        migration=server.OLDEST,
        sold_is_received=True,
        moved=0.3,
        outages=0.4,
        bare=0.2,
        movements_only=0.0,
        script=0.2,
    ),
    Scenario(
        "everything",
        sales=4_000,
        orphans=0.15,
        moved=0.6,
        moves=4,
        clusters=0.2,
        script=0.5,
        outages=0.3,
        outage_days=6.0,
        wrong_clocks=0.15,
        batches=0.1,
        bare=0.2,
        moved_unsaved=0.1,
        renamed=0.2,
        strange_serials=True,
        never_attributed=0.05,
        detached=0.1,
        recreated=0.05,
        lagging=0.3,
        reception_unknown=0.3,
    ),
)
