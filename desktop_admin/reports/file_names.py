"""Names of files that every system takes, made of names that people gave."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

from desktop_admin.wording.plain import one_line

#: What Windows refuses in a name; other systems refuse less.
_FORBIDDEN = re.compile('[<>:"/\\\\|?*\x00-\x1f]')
_SPACES = re.compile(r"\s+")
#: Names of devices, with any ending.
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in (*range(10), "¹", "²", "³")}
)
#: The longest name: the folder and the ending need some of the 260 letters of a path, and other
#: systems count bytes.
_LONGEST, _LONGEST_BYTES = 80, 180


def safe_name(text: str) -> str:
    """`text` as the name of a file, without ending: on one line, no longer than a path has room
    for, nothing that a system forbids or takes for a device."""
    plain = unicodedata.normalize("NFC", one_line(text, 4 * _LONGEST)).replace("\ufffd", "")
    name = _SPACES.sub(" ", _FORBIDDEN.sub("-", plain))
    name = _shortened(name.strip(" .")).strip(" .")
    if not name:
        return "_"
    return f"_{name}" if name.partition(".")[0].strip().casefold() in _DEVICES else name


def distinct_names(names: Mapping[int, str]) -> dict[int, str]:
    """A safe name for each id, its own whatever the case: where two would be the same, all of
    them get their id. The same for the same names, however few of them are written."""
    safe = {id_: safe_name(name) for id_, name in names.items()}
    counted = Counter(map(_folded, safe.values()))
    taken = {_folded(name) for name in safe.values() if counted[_folded(name)] == 1}
    found: dict[int, str] = {}
    for id_, name in sorted(safe.items()):
        made = name if counted[_folded(name)] == 1 else _numbered(name, id_, taken)
        taken.add(_folded(made))
        found[id_] = made
    return found


def _numbered(name: str, id_: int, taken: Iterable[str]) -> str:
    """With the id, and as many signs as it takes to be the only one."""
    known = set(taken)
    made = f"{name} ({id_})"
    while _folded(made) in known:
        made += "_"
    return made


def _folded(name: str) -> str:
    """What a disk that ignores case takes it for."""
    return unicodedata.normalize("NFC", name.casefold())


def _shortened(name: str) -> str:
    name = name[:_LONGEST]
    while len(name.encode("utf-8", "replace")) > _LONGEST_BYTES:
        name = name[:-1]
    # Not between a letter and its accent.
    while len(name) == _LONGEST and name and unicodedata.combining(name[-1]):
        name = name[:-1]
    return name
