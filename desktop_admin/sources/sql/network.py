"""Whether a file lies on a network share, where SQLite's locks cannot be trusted."""

from __future__ import annotations

import re
import sys
from pathlib import Path

_SHARED = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "afs", "9p"})
_DRIVE_REMOTE = 4
#: How the list of mounts writes a space, a tab, an end of line and a backslash.
_ESCAPED = re.compile(r"\\(0(?:40|11|12)|134)")


def on_network_share(path: Path) -> bool:
    """True where `path` (existing or not) is on a share: two machines that write to an SQLite
    file there can corrupt it."""
    absolute = path.absolute()
    if sys.platform == "win32":
        return _remote_on_windows(absolute)
    return _file_system(absolute.resolve()) in _SHARED


def _remote_on_windows(path: Path) -> bool:
    if str(path).startswith("\\\\"):
        return True
    if sys.platform == "win32":
        import ctypes

        return ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == _DRIVE_REMOTE
    return False


def _file_system(path: Path, mounts: Path = Path("/proc/mounts")) -> str:
    """The type of the file system that holds `path`; empty where the system does not tell."""
    if not mounts.exists():
        return ""
    best, found = "", ""
    for line in mounts.read_text(errors="replace").splitlines():
        fields = line.split()
        if len(fields) < 3:
            continue
        point = _ESCAPED.sub(lambda found: chr(int(found[1], 8)), fields[1])
        inside = point == "/" or str(path) == point or str(path).startswith(point + "/")
        if inside and len(point) >= len(best):
            best, found = point, fields[2]
    return found
