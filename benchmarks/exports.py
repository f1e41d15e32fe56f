"""Every sale as CSV, as a workbook and as PDF: whether memory stays where it is however many there
are, and what writing costs beside the bare reading of the same rows.

Each runs in a process of its own, because a peak never comes down again. The ids of all sales are
in memory in either case, as they are in the window: what is compared is what is written of them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.databases import Databases
from benchmarks.measure import Result, compared

#: How much more memory all rows may take than a tenth of them.
_GOAL_MEMORY = 1.15
#: How long writing may take, in bare readings of the same rows.
_GOALS_TIME: Mapping[str, float] = {"CSV": 3.0, "XLSX": 12.0, "PDF": 20.0}
#: So many rows are timed, in turns with the bare reading.
_TIMED = 50_000
_ROUNDS = 3
_PART = 10
_CHILD = """
import json, os, pathlib, sys, time
from array import array
from contextlib import closing
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QApplication

from benchmarks.world import NOW
from desktop_admin.gui.export.offer import Format
from desktop_admin.gui.export.pdf import write_pdf
from desktop_admin.gui.export.words import paper_words
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.sales.columns import sale_cells, sale_table
from desktop_admin.gui.sales.exporting import Asked, sale_book
from desktop_admin.reports.tables import FRENCH, write_csv
from desktop_admin.reports.workbook import write_xlsx
from desktop_admin.sources.base import SaleQuery, silently
from desktop_admin.sources.sql.source import open_sql

kind, rows, rounds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
path = pathlib.Path(sys.argv[4])
application = QApplication(["exports"])
formats = Formats.of("fr", "Africa/Kinshasa")
table = sale_table(sale_cells(formats))
columns = [one for one in table.columns if one.shown or one.key == "currency"]

def write(source, ids):
    asked = Asked(source, ids, columns, formats, "", NOW, "Ventes", "Toutes les dates", (), "")
    book = sale_book(asked, silently)
    if kind == "PDF":
        write_pdf(path, book, formats, paper_words(), silently)
    elif kind == "XLSX":
        write_xlsx(path, book, formats.zone, silently)
    else:
        write_csv(path, book.sheets[0], formats.zone, FRENCH, silently)

def read(source, ids):
    for start in range(0, len(ids), 256):
        source.sales(ids[start : start + 256])

def timed(work, *given):
    begun = time.perf_counter()
    work(*given)
    return time.perf_counter() - begun

with closing(open_sql(os.environ["BENCHMARK_URL"])) as source:
    every = source.sale_ids(SaleQuery())
    ids = every[:rows]
    write(source, ids) if not rounds else None
    pairs = [(timed(write, source, ids), timed(read, source, ids)) for _ in range(rounds)]
# Not getrusage: there the peak of the process that started this one counts too.
status = pathlib.Path("/proc/self/status").read_text()
peak = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
print(json.dumps({"kilobytes": int(peak), "pairs": pairs, "rows": len(ids)}))
"""


def measure_exports(databases: Databases, repeat: int) -> list[Result]:
    """Peak memory of all sales against a tenth of them, and the time against bare reading."""
    found = []
    for kind, goal in _GOALS_TIME.items():
        told = _run(databases.base, kind, _TIMED, min(repeat, _ROUNDS))
        pairs = [(ours, bare) for ours, bare in told["pairs"]]
        found.append(compared(f"sales to {kind}", databases.name, pairs, goal))
        whole = _run(databases.base, kind, sys.maxsize, 0)
        part = _run(databases.base, kind, whole["rows"] // _PART, 0)
        found.append(
            Result(
                f"peak memory of {whole['rows']} sales to {kind}",
                databases.name,
                f"{whole['kilobytes'] / 1000:.0f} MB",
                f"{part['kilobytes'] / 1000:.0f} MB for {part['rows']}",
                whole["kilobytes"] / part["kilobytes"],
                _GOAL_MEMORY,
            )
        )
    return found


def _run(url: str, kind: str, rows: int, rounds: int) -> dict[str, Any]:
    """What the process tells. Raises `RuntimeError` where it failed."""
    with tempfile.TemporaryDirectory(prefix="exports-") as folder:
        path = Path(folder) / f"sales.{kind.lower()}"
        child = subprocess.run(
            [sys.executable, "-c", _CHILD, kind, str(rows), str(rounds), str(path)],
            env={**os.environ, "BENCHMARK_URL": url, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            check=False,
        )
    if child.returncode:
        raise RuntimeError(f"writing {kind} failed: {child.stderr}")
    found: dict[str, Any] = json.loads(child.stdout.splitlines()[-1])
    return found
