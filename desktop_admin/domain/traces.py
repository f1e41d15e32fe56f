"""The witnesses of a sale without terminal, heard one by one.

The address and the boutique are silent rather than wrong:

* an address under which a second terminal was ever seen is a router's, or was given to another
  customer of the network since, and names nobody; nor does an address that the server has itself
  (the sale came through a proxy that hides where from);
* an address is weak unless the terminal was logged in from there at that moment, and no other
  terminal belongs to its boutique or to the sale's: those would share the router without ever
  having been seen;
* a terminal counts as working in a boutique between its sales there (those that only their
  numbers name it for among them), or where our journal says so. What merely stands there now is
  weak, and says nothing at all where its row was saved after the sale, because that may have been
  the move (the server does not save it when it sells);
* of several terminals that may have worked there, none is named; but that the one whose serial
  the number bears did work there is a second trace of it.

Where the number names no terminal that is there, the other two are not asked: a browser made the
sale, or a terminal that was deleted since, and they would name the one that is left, or its
successor.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from ipaddress import ip_address

from desktop_admin.domain.evidence import name_terminals
from desktop_admin.domain.invoice import made_in_browser, read_number
from desktop_admin.domain.local_time import LAST
from desktop_admin.domain.masses import undisturbed
from desktop_admin.domain.place import worked_for
from desktop_admin.domain.stray import (
    Heard,
    Sighting,
    Stray,
    StrayBasis,
    StrayEvidence,
    StrayPlan,
    StrayProposal,
    StrayTestimony,
    StrayVerdict,
    StrayWitness,
    weigh_stray,
)

#: What a number says where none of the terminals made the sale.
_BY_NONE = (StrayBasis.MADE_IN_BROWSER, StrayBasis.UNKNOWN_SERIAL)
#: Two moments, both of them sales.
_Span = tuple[datetime, datetime]
#: How sure it is that a terminal worked somewhere: it may have; it stands there now, unchanged
#: since; it sold there before and after, or the journal says so.
_MAYBE, _PRESENT, _SURELY = range(3)


def plan_strays(evidence: StrayEvidence) -> StrayPlan:
    """Every sale of `evidence` heard and weighed."""
    with undisturbed():
        proposals = tuple(_Hearing(evidence).proposals())
    return StrayPlan(evidence.at, proposals, evidence.terminals, evidence.boutiques)


class _Hearing:
    """All witnesses of one body of evidence. What is said alike is one object."""

    def __init__(self, evidence: StrayEvidence) -> None:
        self._strays = evidence.strays
        self._named = name_terminals(evidence.strays, evidence.terminals.values())
        self._places = _Places(evidence, self._named)
        self._addresses = _Addresses(evidence, self._places)
        self._said: dict[StrayTestimony, StrayTestimony] = {}

    def proposals(self) -> Iterator[StrayProposal]:
        """Each sale with its verdict."""
        verdicts: dict[tuple[int, int, int], StrayVerdict] = {}
        for stray in self._strays:
            heard = self._heard(stray)
            key = (id(heard[0]), id(heard[1]), id(heard[2]))
            verdict = verdicts.get(key)
            if verdict is None:
                verdict = verdicts[key] = weigh_stray(*heard)
            yield StrayProposal(stray, verdict)

    def _says(
        self, witness: StrayWitness, basis: StrayBasis, terminal: int | None, *, weak: bool = False
    ) -> StrayTestimony:
        terminals = () if terminal is None else (terminal,)
        said = StrayTestimony(witness, basis, terminals, weak)
        return self._said.setdefault(said, said)

    def _number(self, stray: Stray) -> StrayTestimony:
        named = self._named.get(stray.sale_id)
        if named is not None:
            basis = StrayBasis.SERIAL
        elif made_in_browser(stray.number):
            basis = StrayBasis.MADE_IN_BROWSER
        elif read_number(stray.number).serial is not None:
            basis = StrayBasis.UNKNOWN_SERIAL
        else:
            basis = StrayBasis.NO_SERIAL
        return self._says(StrayWitness.NUMBER, basis, named)

    def _heard(self, stray: Stray) -> Heard:
        number = self._number(stray)
        if number.basis in _BY_NONE:
            none = StrayBasis.NOT_BY_TERMINAL
            return (
                number,
                self._says(StrayWitness.ADDRESS, none, None),
                self._says(StrayWitness.BOUTIQUE, none, None),
            )
        seen, seen_one, seen_weakly = self._addresses.ask(stray)
        placed, placed_one = self._places.ask(stray, self._named.get(stray.sale_id))
        weak = placed is StrayBasis.ONLY_PRESENT
        return (
            number,
            self._says(StrayWitness.ADDRESS, seen, seen_one, weak=seen_weakly),
            self._says(StrayWitness.BOUTIQUE, placed, placed_one, weak=weak),
        )


class _Places:
    """Who worked in which boutique, and when."""

    def __init__(self, evidence: StrayEvidence, named: Mapping[int, int]) -> None:
        self._evidence = evidence
        #: By boutique, by terminal: its first and last sale that is stored there.
        self._stored: dict[int, dict[int, _Span]] = {
            boutique: {terminal: (first, last) for terminal, first, last in sellers}
            for boutique, sellers in evidence.sellers.items()
        }
        #: The same with the sales that are its own by their numbers alone.
        self._sold = defaultdict(dict, {one: dict(spans) for one, spans in self._stored.items()})
        for stray in evidence.strays:
            terminal_id, at = named.get(stray.sale_id), stray.sold_at
            if terminal_id is not None and stray.boutique_id is not None and at is not None:
                sold = self._sold[stray.boutique_id]
                first, last = sold.get(terminal_id, (at, at))
                sold[terminal_id] = (min(first, at), max(last, at))
        self._elsewhere: defaultdict[int, dict[int, _Span]] = defaultdict(dict)
        for boutique, spans in self._stored.items():
            for terminal, span in spans.items():
                self._elsewhere[terminal][boutique] = span
        self._known = self._ever()

    def _ever(self) -> Mapping[int, Sequence[int]]:
        """By boutique: every terminal that stands there, sold there, or was assigned there."""
        known: defaultdict[int, dict[int, None]] = defaultdict(dict)
        for boutique, spans in self._sold.items():
            known[boutique].update(dict.fromkeys(spans))
        for terminal in self._evidence.terminals.values():
            if terminal.boutique_id is not None:
                known[terminal.boutique_id][terminal.id] = None
        for terminal_id, history in self._evidence.assignments.items():
            for boutique_id in {id_ for one in history for id_ in (one.before, one.after)}:
                if boutique_id is not None:
                    known[boutique_id][terminal_id] = None
        existing = self._evidence.terminals.keys()
        return {one: [id_ for id_ in ids if id_ in existing] for one, ids in known.items()}

    def alone(self, terminal_id: int, boutiques: Iterable[int | None]) -> bool:
        """Whether no other terminal was ever known in any of these boutiques."""
        places = {id_ for id_ in boutiques if id_ is not None}
        return bool(places) and all(
            set(self._known.get(id_, ())) <= {terminal_id} for id_ in places
        )

    def ask(self, stray: Stray, named: int | None) -> tuple[StrayBasis, int | None]:
        """The only terminal that worked in the sale's boutique when it was made, or among several
        the one that its number names."""
        boutique, at = stray.boutique_id, stray.sold_at or stray.received_at
        if boutique is None:
            return StrayBasis.NO_BOUTIQUE, None
        if at is None:
            return StrayBasis.TIME_UNKNOWN, None
        found: tuple[int, int] | None = None
        for terminal_id in self._known.get(boutique, ()):
            sure = self._worked(terminal_id, boutique, at)
            if sure is None:
                continue
            if found is not None:
                return self._of_several(named, boutique, at)
            found = (terminal_id, sure)
        if found is None:
            return StrayBasis.NO_TERMINAL_THERE, None
        terminal_id, sure = found
        if sure == _MAYBE:
            return StrayBasis.CHANGED_SINCE, None
        return StrayBasis.ONLY_SELLER if sure == _SURELY else StrayBasis.ONLY_PRESENT, terminal_id

    def _of_several(
        self, named: int | None, boutique: int, at: datetime
    ) -> tuple[StrayBasis, int | None]:
        if named is not None and self._worked(named, boutique, at) == _SURELY:
            return StrayBasis.SOLD_THERE, named
        return StrayBasis.SEVERAL_TERMINALS, None

    def _worked(self, terminal_id: int, boutique: int, at: datetime) -> int | None:
        """How sure it is that this terminal worked there at that moment; None: it did not."""
        between = self._sold.get(boutique, {}).get(terminal_id)
        # Inside, never at an end: what only its own number places is no trace of itself.
        if between is not None and between[0] < at < between[1]:
            return _SURELY
        span = self._stored.get(boutique, {}).get(terminal_id)
        terminal = self._evidence.terminals[terminal_id]
        history = self._evidence.assignments.get(terminal_id, ())
        by_journal = worked_for(history, at, terminal.boutique_id) if history else None
        if by_journal is not None:
            return _SURELY if by_journal == boutique else None
        installed = self._evidence.installed.get(terminal_id)
        updated = terminal.updated_at
        unchanged = updated is not None and updated <= at
        late = installed is not None and installed > at and (span is None or at < span[0])
        if late or (unchanged and not terminal.active):
            return None
        if terminal.boutique_id == boutique:
            return _PRESENT if unchanged else _MAYBE
        if span is None:
            return _MAYBE if history else None
        return None if self._sold_elsewhere(terminal_id, boutique, span, at) else _MAYBE

    def _sold_elsewhere(self, terminal_id: int, boutique: int, span: _Span, at: datetime) -> bool:
        """Whether it sold in another boutique between the moment and its sales in this one."""
        for other, (first, last) in self._elsewhere[terminal_id].items():
            if other == boutique:
                continue
            if (at >= span[1] and span[1] <= first <= at) or (
                at <= span[0] and at <= last <= span[0]
            ):
                return True
        return False


class _Address:
    """One address that a single terminal was seen under."""

    def __init__(self, sightings: Sequence[Sighting]) -> None:
        self.terminal_id = sightings[0].terminal_id
        self.is_last = any(one.since is None for one in sightings)
        logged_in = sorted(
            (one.since, LAST if one.until is None else one.until)
            for one in sightings
            if one.since is not None
        )
        #: Stretches that do not overlap, by their beginnings and ends.
        self._since: list[datetime] = []
        self._until: list[datetime] = []
        for since, until in logged_in:
            if self._until and since <= self._until[-1]:
                self._until[-1] = max(self._until[-1], until)
            else:
                self._since.append(since)
                self._until.append(until)

    def is_logged_in(self, at: datetime) -> bool:
        """Whether the terminal was logged in from there at that moment."""
        place = bisect_right(self._since, at) - 1
        return place >= 0 and at <= self._until[place]


class _Addresses:
    """Which terminal an address belongs to."""

    def __init__(self, evidence: StrayEvidence, places: _Places) -> None:
        self._places = places
        self._terminals = evidence.terminals
        self._installed = evidence.installed
        self._shared: set[str] = set()
        self._found: dict[str, _Address] = {}
        for address, sightings in evidence.sightings.items():
            if len({one.terminal_id for one in sightings}) > 1:
                self._shared.add(address)
            elif sightings and sightings[0].terminal_id in evidence.terminals:
                self._found[address] = _Address(sightings)
        self._own: dict[str, bool] = {}

    def ask(self, stray: Stray) -> tuple[StrayBasis, int | None, bool]:
        """Basis, terminal, and whether it is weak."""
        address = stray.address
        if not address:
            return StrayBasis.NO_ADDRESS, None, False
        if self._is_own(address):
            return StrayBasis.OWN_ADDRESS, None, False
        if address in self._shared:
            return StrayBasis.SHARED_ADDRESS, None, False
        found = self._found.get(address)
        # The server notes where it received the sale from, so that moment counts.
        at = stray.received_at or stray.sold_at
        if found is None:
            return StrayBasis.UNKNOWN_ADDRESS, None, False
        terminal_id = found.terminal_id
        if at is not None and found.is_logged_in(at):
            homes = (self._terminals[terminal_id].boutique_id, stray.boutique_id)
            alone = self._places.alone(terminal_id, homes)
            return StrayBasis.SESSION, terminal_id, not alone
        if not found.is_last:
            return StrayBasis.UNKNOWN_ADDRESS, None, False
        installed = self._installed.get(terminal_id)
        if installed is not None and (at is None or installed > at):
            return StrayBasis.INSTALLED_LATER, None, False
        return StrayBasis.LAST_ADDRESS, terminal_id, True

    def _is_own(self, address: str) -> bool:
        """Whether it is no address of anybody else: the server's own, or none at all."""
        own = self._own.get(address)
        if own is None:
            try:
                read = ip_address(address)
            except ValueError:
                own = True
            else:
                own = read.is_loopback or read.is_unspecified
            self._own[address] = own
        return own
