"""What was put off, kept by connection from one day to the next."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from desktop_admin.domain.money import Amounts
from desktop_admin.domain.overview import ProblemKind
from desktop_admin.domain.put_off import PutOff
from desktop_admin.gui.memory import Json, Memory

_KEY = "overview.put_off"
#: No reason is longer.
LONGEST = 120


class PutOffs:
    """Reads and writes what was put off over one connection; what cannot be read was not."""

    def __init__(self, memory: Memory, connection: str) -> None:
        self._memory = memory
        # A key of its own: another window may look at another connection.
        self._key = f"{_KEY}.{connection}"

    def all(self) -> dict[ProblemKind, PutOff]:
        """Everything that is put off."""
        found = {}
        for name, value in self._memory.table(self._key).items():
            kept = _read(name, value)
            if kept is not None:
                found[kept.kind] = kept
        return found

    def keep(self, put_offs: Mapping[ProblemKind, PutOff]) -> None:
        """Keep exactly these."""
        if put_offs != self.all():
            mine: dict[str, Json] = {one.kind.value: _write(one) for one in put_offs.values()}
            self._memory.put(self._key, mine)

    def add(self, put_off: PutOff) -> None:
        """Put one more off; it takes the place of an earlier one of its kind."""
        self.keep({**self.all(), put_off.kind: put_off})

    def remove(self, kind: ProblemKind) -> None:
        """Take one up again."""
        self.keep({one: kept for one, kept in self.all().items() if one is not kind})


def _write(put_off: PutOff) -> Json:
    return {
        "by": put_off.by,
        "at": put_off.at.isoformat(),
        "reason": put_off.reason,
        "count": put_off.count,
        "sales": put_off.sales,
        "amounts": dict(put_off.amounts),
        "terminals": [*sorted(put_off.terminals)],
    }


def _read(name: str, value: Json) -> PutOff | None:
    """What was kept under that name; None for what nobody can read."""
    if not isinstance(value, dict) or name not in set(ProblemKind):
        return None
    amounts, terminals = value.get("amounts"), value.get("terminals")
    if not isinstance(amounts, dict) or not isinstance(terminals, list):
        return None
    try:
        at = datetime.fromisoformat(str(value.get("at")))
    except ValueError:
        return None
    if at.tzinfo is None:
        return None
    return PutOff(
        ProblemKind(name),
        str(value.get("by", "")),
        at,
        str(value.get("reason", ""))[:LONGEST],
        _number(value.get("count")),
        _number(value.get("sales")),
        Amounts({code: _number(cents) for code, cents in amounts.items()}),
        frozenset(_number(one) for one in terminals),
    )


def _number(value: Json) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0
