"""Serial numbers from a list somebody wrote: which terminals they name, and which they may mean."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from desktop_admin.domain.model import Terminal

#: A longer list is no list of terminals.
MOST = 10_000
#: So alike must a known serial be, from 0 to 1, to be offered in place of an unknown one.
ALIKE = 0.75
_HEADS = ("serie", "série", "serial", "s/n", "sn")
_SEPARATORS = re.compile(r"[\s,;|]+")


class SerialState(StrEnum):
    """What is known of one serial of a list."""

    FOUND = "found"
    UNKNOWN = "unknown"
    #: It stands in the list before.
    TWICE = "twice"
    #: More than one terminal bears it, but for spaces around it.
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class SerialLine:
    """One serial of a list, with its terminal, or the known serials that are most like it."""

    serial: str
    state: SerialState
    terminal: Terminal | None = None
    nearest: tuple[str, ...] = ()


def read_serials(text: str) -> list[str]:
    """The serials in a text that was typed or pasted: one a line, or with anything between that
    no serial holds."""
    return [part for part in _SEPARATORS.split(text) if part][:MOST]


def read_csv(text: str, known: Iterable[str]) -> list[str]:
    """The serials of a table of separated values: of the column whose head says so, else of the
    one that holds the most known serials, else of the first."""
    try:
        rows = [row for row in csv.reader(io.StringIO(text), _dialect(text)) if any(row)]
    except csv.Error:
        return read_serials(text)
    if not rows:
        return []
    column = _headed(rows[0])
    if column is not None:
        rows = rows[1:]
    else:
        column = _best_column(rows, frozenset(known))
    cells = (row[column].strip() for row in rows if column < len(row))
    return [cell for cell in cells if cell][:MOST]


def find_terminals(serials: Sequence[str], terminals: Iterable[Terminal]) -> list[SerialLine]:
    """What each serial of a list names, in its order. Case counts, as it does for the server;
    spaces around a stored serial do not."""
    known: dict[str, list[Terminal]] = {}
    for terminal in terminals:
        known.setdefault(terminal.serial.strip(), []).append(terminal)
    folded = {serial.casefold(): serial for serial in known}
    seen: set[str] = set()
    lines = []
    for serial in serials:
        lines.append(_line(serial, known, folded, seen))
        seen.add(serial)
    return lines


def _line(
    serial: str,
    known: Mapping[str, Sequence[Terminal]],
    folded: Mapping[str, str],
    seen: set[str],
) -> SerialLine:
    found = known.get(serial, ())
    if serial in seen:
        return SerialLine(serial, SerialState.TWICE, found[0] if len(found) == 1 else None)
    if len(found) == 1:
        return SerialLine(serial, SerialState.FOUND, found[0])
    if found:
        return SerialLine(serial, SerialState.AMBIGUOUS)
    near = get_close_matches(serial.casefold(), folded, n=3, cutoff=ALIKE)
    return SerialLine(serial, SerialState.UNKNOWN, None, tuple(folded[one] for one in near))


def _dialect(text: str) -> type[csv.Dialect]:
    try:
        return csv.Sniffer().sniff(text[:4096], ";,\t|")
    except csv.Error:
        # One column, in which nothing separates anything.
        return csv.excel


def _headed(head: Sequence[str]) -> int | None:
    for place, cell in enumerate(head):
        word = cell.strip().casefold()
        if word in _HEADS or any(name in word for name in _HEADS[:3]):
            return place
    return None


def _best_column(rows: Sequence[Sequence[str]], known: frozenset[str]) -> int:
    width = max(len(row) for row in rows)
    hits = [
        sum(row[place].strip() in known for row in rows if place < len(row))
        for place in range(width)
    ]
    return hits.index(max(hits))
