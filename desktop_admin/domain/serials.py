"""Serial numbers from a list somebody wrote: which terminals they name, and which they may mean."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from desktop_admin.domain.matching import folded
from desktop_admin.domain.model import Terminal

#: So alike must a known serial be, from 0 to 1, to be offered in place of an unknown one.
ALIKE = 0.75
#: So many comparisons of unknown serials with known ones at most; the first ones get an offer.
COMPARED = 100_000
#: What separates the fields of a line. What comes first wins where lines hold two of them.
_BETWEEN_FIELDS = ";\t|,"
_FIELDS = re.compile(f"[{_BETWEEN_FIELDS}]")
#: Spaces, marks that nobody sees, and quotes, which spreadsheets put around a text.
_AROUND = " \t\r\n\u00a0\u202f\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\"'“”„«»‘’"
_QUOTED = re.compile('"[^"]*"')
_DECLARED = re.compile(r"\s*\"?sep=(.)\"?\s*", re.IGNORECASE)
#: A head with one of these is of serial numbers; with one of the others it may be.
_SURE = frozenset({"sn", "serie", "series", "serial", "serials"})
_LIKELY = frozenset({"numero", "numeros", "number", "numbers", "num"})
#: So many lines tell what separates the fields of a table.
_SAMPLE = 50


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


@dataclass(frozen=True, slots=True)
class SerialTable:
    """The serials of a table of separated values, and where they stand in it."""

    serials: Sequence[str] = ()
    #: The column that was read, from 1, of so many; 0: the table is none.
    column: int = 0
    columns: int = 0
    #: What its head says. Where there is none, known serials of other columns were taken too.
    head: str = ""


def read_serials(text: str, known: Iterable[str] = ()) -> list[str]:
    """The serials in a text that was typed or pasted. A line, or what stands between commas,
    semicolons or tabs in it, that is a known serial is that one, whatever it holds; only else
    is it split, at spaces at last. Heads before the first serial are none."""
    stored = _stored(known)
    found: list[str] = []
    for line in text.splitlines():
        fields = [line] if _bare(line, stored) in stored else _FIELDS.split(line)
        if not found and (_DECLARED.fullmatch(line) or _head_of(fields, stored)):
            continue
        for field in fields:
            whole = _bare(field, stored)
            parts = [whole] if whole in stored else whole.split()
            found += filter(None, (_bare(part, stored) for part in parts))
    return found


def read_csv(text: str, known: Iterable[str]) -> SerialTable:
    """The serials of a table of separated values: of the column whose head says so. Without a
    head every known serial is taken, and of a line that holds none the field in the column that
    holds the most."""
    stored = _stored(known)
    declared = _DECLARED.fullmatch(text.split("\n", 1)[0])
    if declared:
        text = text.partition("\n")[2]
    between = declared[1] if declared else _separator(text)
    try:
        rows = [row for row in csv.reader(io.StringIO(text), delimiter=between) if any(row)]
    except csv.Error:
        return SerialTable(read_serials(text, stored))
    if not rows:
        return SerialTable()
    headed = _head_of(rows[0], stored)
    column = _best_column(rows, stored, headed=headed)
    head = rows[0][column].strip() if headed and column < len(rows[0]) else ""
    serials: list[str] = []
    for row in rows[1:] if headed else rows:
        whole = _bare(between.join(row), stored)
        fields = [_bare(field, stored) for field in row]
        mine = fields[column : column + 1]
        if whole in stored:
            mine = [whole]
        elif not headed:
            mine = [field for field in fields if field in stored] or mine
        serials += filter(None, mine)
    return SerialTable(serials, column + 1, max(map(len, rows)), head)


def find_terminals(serials: Sequence[str], terminals: Iterable[Terminal]) -> list[SerialLine]:
    """What each serial of a list names, in its order. Case counts, as it does for the server;
    spaces around a stored serial do not."""
    known: dict[str, list[Terminal]] = {}
    for terminal in terminals:
        known.setdefault(terminal.serial.strip(), []).append(terminal)
    offered = COMPARED // max(1, len(known))
    nearest = _nearest_among({serial.casefold(): serial for serial in known})
    seen: set[str] = set()
    lines = []
    for serial in serials:
        line = _line(serial, known, seen)
        if line.state is SerialState.UNKNOWN and offered:
            offered -= 1
            line = SerialLine(serial, line.state, None, nearest(serial))
        lines.append(line)
        seen.add(serial)
    return lines


def _line(serial: str, known: Mapping[str, Sequence[Terminal]], seen: set[str]) -> SerialLine:
    found = known.get(serial, ())
    if serial in seen:
        return SerialLine(serial, SerialState.TWICE, found[0] if len(found) == 1 else None)
    if len(found) == 1:
        return SerialLine(serial, SerialState.FOUND, found[0])
    return SerialLine(serial, SerialState.AMBIGUOUS if found else SerialState.UNKNOWN)


def _nearest_among(folded: Mapping[str, str]) -> Callable[[str], tuple[str, ...]]:
    def nearest(serial: str) -> tuple[str, ...]:
        near = get_close_matches(serial.casefold(), folded, n=3, cutoff=ALIKE)
        return tuple(folded[one] for one in near)

    return nearest


def _stored(known: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, (serial.strip() for serial in known)))


def _bare(field: str, stored: Collection[str]) -> str:
    """A field without what people and spreadsheets put around it, unless that is stored too."""
    whole = field.strip()
    return whole if whole in stored else whole.strip(_AROUND)


def _separator(text: str) -> str:
    """What separates fields: what the most of the first lines hold outside of quotes."""
    sample = _QUOTED.sub("", text).split("\n", _SAMPLE)[:_SAMPLE]
    return max(_BETWEEN_FIELDS, key=lambda one: sum(one in line for line in sample))


def _sureness(cell: str) -> int:
    """How surely it is the head of a column of serials: 2, 1 or not at all."""
    plain = folded(cell)
    if any(sign.isdigit() for sign in plain):
        return 0
    words = set(re.findall(r"[^\W_]+", plain.replace("s/n", "sn")))
    return 2 if words & _SURE else 1 if words & _LIKELY else 0


def _head_of(fields: Sequence[str], stored: Collection[str]) -> bool:
    """Whether these are the heads of columns, one of them of serials."""
    if any(_bare(field, stored) in stored for field in fields):
        return False
    return any(map(_sureness, fields))


def _best_column(rows: Sequence[Sequence[str]], stored: Collection[str], *, headed: bool) -> int:
    """The column whose head is sure and that holds a known serial; else that with the most;
    else that with the surest head; else the first."""
    ranks = []
    for place in range(max(map(len, rows))):
        hits = sum(_bare(row[place], stored) in stored for row in rows if place < len(row))
        sure = _sureness(rows[0][place]) if headed and place < len(rows[0]) else 0
        ranks.append((hits > 0 and sure == 2, hits, sure))
    return ranks.index(max(ranks))
