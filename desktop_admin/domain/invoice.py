"""What an invoice number tells. It is a hint, not a proof (the terminals make the numbers).

The shapes met: `<serial>-<yyyyMMddHHmmssfff>-<8 hex>` from terminals, `VENTE-<boutique>-<time>-<n>`
made by the server where none was sent, and `WEB-<time>-<8 hex>`.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import NamedTuple

# Digits of other scripts are no digits here: no terminal and no server writes them.
_BY_TERMINAL = re.compile(r"(?P<serial>.+)-(?P<time>\d{17})-[0-9a-fA-F]{8}", re.ASCII)
_BY_SERVER = re.compile(r"VENTE-(?P<boutique>[1-9]\d{0,17})-(?P<time>\d{14})-\d+", re.ASCII)
_WEB = "WEB"


class NumberHint(NamedTuple):
    """What could be read; everything None where the number has another shape."""

    serial: str | None = None
    boutique_id: int | None = None
    #: The terminal's clock when it made the number, taken as UTC.
    made_at: datetime | None = None


NOTHING = NumberHint()


def read_number(number: str) -> NumberHint:
    """What an invoice number says of its terminal, boutique and time."""
    if match := _BY_SERVER.fullmatch(number):
        return NumberHint(None, int(match["boutique"]), _time(match["time"]))
    if match := _BY_TERMINAL.fullmatch(number):
        serial = match["serial"]
        return NumberHint(None if serial == _WEB else serial, None, _time(match["time"]))
    return NOTHING


def made_in_browser(number: str) -> bool:
    """Whether the number says that the sale was made in a browser, by no terminal."""
    if not number.startswith(_WEB):
        return False
    match = _BY_TERMINAL.fullmatch(number)
    return match is not None and match["serial"] == _WEB


def _time(digits: str) -> datetime | None:
    # Not strptime, which takes ten times as long: thousands of numbers are read.
    try:
        return datetime.fromisoformat(f"{digits[:8]}T{digits[8:14]}.{digits[14:] or '0'}+00:00")
    except ValueError:
        return None
