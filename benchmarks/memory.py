"""Peak memory of the command line while it repairs everything."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import sqlalchemy as sa

from benchmarks.databases import Databases
from benchmarks.measure import Result
from desktop_admin.credentials import PASSWORD_VARIABLE

_GOAL_MB = 400
#: Runs the command line in a process of its own, and tells its peak.
_CHILD = """
import json, pathlib, sys
from desktop_admin.cli import main
code = main(sys.argv[1:])
# Not getrusage: there the peak of the process that started this one counts too.
status = pathlib.Path("/proc/self/status").read_text()
peak = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
sys.stderr.write(json.dumps({"code": code, "kilobytes": int(peak)}))
"""


def measure_memory(databases: Databases, _: int) -> list[Result]:
    """`desktop-admin repair --include certain,deduced --apply`, in a process of its own."""
    with databases.copy() as url:
        source, password = without_password(url)
        _run(password, "prepare", source)
        peak = _run(password, "repair", "--include=certain,deduced", "--apply", source) / 1000
    return [
        Result(
            "peak memory of the command line",
            databases.name,
            f"{peak:.0f} MB",
            "",
            peak,
            _GOAL_MB,
            unit="MB",
        )
    ]


def without_password(url: str) -> tuple[str, str]:
    """The option that names the source, and the password, which no command line may carry."""
    full = sa.make_url(url)
    bare = sa.URL.create(
        full.get_backend_name(), full.username, None, full.host, full.port, full.database
    )
    return f"--source={bare.render_as_string()}", full.password or ""


def _run(password: str, *arguments: str) -> int:
    """The peak in kilobytes. Raises `RuntimeError` where the command failed."""
    child = subprocess.run(
        [sys.executable, "-c", _CHILD, *arguments],
        env={**os.environ, PASSWORD_VARIABLE: password},
        capture_output=True,
        text=True,
        check=False,
    )
    told = child.stderr.splitlines()[-1] if child.stderr else "{}"
    found = json.loads(told[told.rfind("{") :])
    if found.get("code") not in (0, 1):
        raise RuntimeError(f"{arguments[0]} failed: {child.stderr}")
    return int(found["kilobytes"])
