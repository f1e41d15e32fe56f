"""`python -m benchmarks`: makes the big shop, measures, and prints one table."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from benchmarks.databases import Databases, Files, OnServer
from benchmarks.measure import Result, table
from benchmarks.memory import measure_memory
from benchmarks.reading import measure_check, measure_plan, measure_window_queries
from benchmarks.world import Size
from benchmarks.writing import measure_apply, measure_whole_repair

_MEASURES: dict[str, Callable[[Databases, int], list[Result]]] = {
    "check": measure_check,
    "plan": measure_plan,
    "apply": measure_apply,
    "repair": measure_whole_repair,
    "memory": measure_memory,
    "vector": measure_window_queries,
}
_WINDOW = ("start", "window", "preview", "overview", "revenue", "charts", "exports")


def main() -> int:
    """Run what the command line asks for; 1 where a goal is missed."""
    options = _read_arguments()
    chosen = options.only or [*_MEASURES, *(_WINDOW if options.window else [])]
    size = Size(options.sales, options.orphans, options.migration)
    _tell(f"making or opening a shop of {size.sales} sales in {options.folder}")
    files = Files(options.folder, size)
    results: list[Result] = []
    for engine in options.engines:
        with _databases(engine, files, size, durable=options.durable) as databases:
            for name in chosen:
                _tell(f"{engine}: {name}")
                found = _measure(name, databases, options.repeat)
                results += found
                for one in found:
                    _tell(f"  {one.name}: {one.ours}, bare {one.bare}: {one.figure:.2f}")
    print(f"\n{_where(options)}\n\n{table(results)}")
    return 0 if all(result.passed for result in results) else 1


def _measure(name: str, databases: Databases, repeat: int) -> list[Result]:
    # Only here: the others run where Qt is not installed.
    if name == "start":
        from benchmarks.start import measure_start

        return measure_start(databases, repeat)
    if name == "exports":
        from benchmarks.exports import measure_exports

        return measure_exports(databases, repeat)
    if name == "charts":
        from benchmarks.charts import measure_charts

        return measure_charts(databases, repeat)
    if name == "preview":
        from benchmarks.preview import measure_preview

        return measure_preview(databases, repeat)
    if name == "overview":
        from benchmarks.overview import measure_overview

        return measure_overview(databases, repeat)
    if name == "revenue":
        from benchmarks.revenue import measure_revenue

        return measure_revenue(databases, repeat)
    if name == "window":
        from benchmarks.window import measure_window

        return measure_window(databases, repeat)
    return _MEASURES[name](databases, repeat)


@contextmanager
def _databases(engine: str, files: Files, size: Size, *, durable: bool) -> Iterator[Databases]:
    if engine == files.name:
        yield files
        return
    _tell(f"{engine}: starting a server and filling it")
    with closing(OnServer(engine, files, size, durable=durable)) as databases:
        yield databases


def _where(options: argparse.Namespace) -> str:
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    kind = "as installed" if options.durable else "without fsync"
    return (
        f"{options.sales} sales, {options.orphans} orphans, schema {options.migration:04}; "
        f"Python {sys.version.split()[0]}, {os.cpu_count()} processors{load}; servers {kind}; "
        f"median of {options.repeat} rounds in turns."
    )


def _tell(what: str) -> None:
    print(f"[{time.strftime('%H:%M:%S')}] {what}", file=sys.stderr, flush=True)


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    size = Size()
    parser.add_argument("--sales", type=int, default=size.sales)
    parser.add_argument("--orphans", type=int, default=size.orphans)
    parser.add_argument("--migration", type=int, default=size.migration)
    parser.add_argument("--engines", type=_names, default=["sqlite", "postgresql"])
    parser.add_argument("--only", type=_names, help=", ".join([*_MEASURES, *_WINDOW]))
    parser.add_argument("--window", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--durable", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--repeat", type=int, default=5)
    folder = Path(tempfile.gettempdir()) / "boutique-admin-benchmarks"
    parser.add_argument("--folder", type=Path, default=folder, help="keeps the SQLite file")
    return parser.parse_args()


def _names(text: str) -> Sequence[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


if __name__ == "__main__":
    sys.exit(main())
