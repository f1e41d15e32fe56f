"""Pictures of every screen, drawn without a screen: for the tour, the manual and one's own eyes."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication

from desktop_admin.domain.clock import Clock
from desktop_admin.gui.app import Parts, Way, assemble, source_name
from desktop_admin.gui.language import fall_silent, speak
from desktop_admin.gui.preferences import Preferences
from desktop_admin.gui.sales.screen import SalesScreen
from desktop_admin.gui.shell.places import places
from desktop_admin.gui.widgets.selection import Places
from desktop_admin.settings import Settings, Theme
from desktop_admin.sources.base import SaleFlag, SalesSource, SourceKind

SIZE = (1440, 900)
#: How long a picture may wait for its rows.
PATIENCE_S = 30.0
#: Painting asks for pages and a selection for its sum a moment later: so long must be quiet.
REST_S = 0.3
_TURN_MS = 20


class TourError(Exception):
    """A picture could not be taken, because what it shows did not come."""


def take_pictures(source: SalesSource, out_dir: Path, language: str, clock: Clock) -> list[Path]:
    """Draw the window's screens over `source` into PNG files below `out_dir`; returns them.

    Each screen in light and dark, in `fr` or `en`. `source` stays open. Raises `TourError` when
    rows do not come, `OSError` when a picture cannot be written.
    """
    out_dir.mkdir(parents=True, exist_ok=True)
    pictures: list[Path] = []
    with _application() as application:
        installed = speak(application, language)
        try:
            for theme in (Theme.LIGHT, Theme.DARK):
                with _Window(application, source, language, theme, clock) as window:
                    pictures += window.take_all(out_dir, f"{language}-{theme.value}")
        finally:
            fall_silent(application, installed)
    return pictures


class _Window:
    """One window over a source that is not its own, for as long as its pictures take."""

    def __init__(
        self,
        application: QApplication,
        source: SalesSource,
        language: str,
        theme: Theme,
        clock: Clock,
    ) -> None:
        info = source.info()
        name = source_name("demo") if info.kind is SourceKind.DEMO else source_name(info.place)
        self._parts: Parts = assemble(
            application,
            way=Way(name, lambda: source),
            clock=clock,
            language=language,
            preferences=Preferences(Settings(theme=theme)),
        )

    def __enter__(self) -> Self:
        self._parts.window.resize(*SIZE)
        self._parts.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._parts.context.jobs.close()
        self._parts.take_down()

    def take_all(self, out_dir: Path, suffix: str) -> list[Path]:
        """Every place of the navigation, then the orphan sales with some of them selected."""
        window = self._parts.window
        pictures = []
        for place in places():
            window.navigation.choose(place.key)
            pictures.append(self._take(out_dir / f"{place.key}-{suffix}.png"))
        sales = window.current
        if isinstance(sales, SalesScreen):
            sales.chips.choose(SaleFlag.ORPHAN.value)
            self._wait()
            sales.page.table.recall(Places(runs=[(1, 3)], current=3))
            pictures.append(self._take(out_dir / f"orphans-{suffix}.png"))
        return pictures

    def _take(self, path: Path) -> Path:
        self._wait()
        if not self._parts.window.grab().save(str(path)):
            raise OSError(f"cannot write {path}")
        return path

    def _wait(self) -> None:
        """Let the window work until nothing is under way any more."""
        jobs = self._parts.context.jobs
        started = rested = time.monotonic()
        while time.monotonic() - rested < REST_S:
            if time.monotonic() - started > PATIENCE_S:
                raise TourError("the rows did not come")
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _TURN_MS)
            time.sleep(_TURN_MS / 1_000)
            if jobs.busy:
                rested = time.monotonic()


@contextmanager
def _application() -> Iterator[QApplication]:
    """The application there is, or one that draws into memory."""
    there = QApplication.instance()
    if isinstance(there, QApplication):
        yield there
        return
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    made = QApplication(["boutique-admin"])
    try:
        yield made
    finally:
        made.shutdown()
