"""Pictures of every screen, drawn without a screen: for the tour, the manual and one's own eyes."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop_admin.domain.clock import Clock
from desktop_admin.domain.model import Boutique, Figures
from desktop_admin.domain.period import PeriodKind
from desktop_admin.gui.app import Parts, Way, assemble, source_name
from desktop_admin.gui.assignment.carrying import pack
from desktop_admin.gui.assignment.nodes import Key, Kind
from desktop_admin.gui.assignment.screen import AssignmentScreen
from desktop_admin.gui.assignment.shop import Shop
from desktop_admin.gui.language import fall_silent, speak
from desktop_admin.gui.overview.screen import OverviewScreen
from desktop_admin.gui.preferences import Preferences
from desktop_admin.gui.repair.screen import RepairScreen
from desktop_admin.gui.revenue.screen import RevenueScreen
from desktop_admin.gui.sales.screen import SalesScreen
from desktop_admin.gui.widgets.selection import Places
from desktop_admin.settings import Settings, Theme
from desktop_admin.sources.base import SaleFlag, SalesSource, SourceKind

SIZE = (1440, 900)
#: How long a picture may wait for its rows.
PATIENCE_S = 30.0
#: Painting asks for pages and a selection for its sum a moment later: so long must be quiet.
REST_S = 0.3
_TURN_MS = 20
#: How many terminals are dragged.
_CARRIED = 3


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
        """Every screen, and what one meets on the way through it."""
        scenes: list[tuple[str, Callable[[], object]]] = [
            ("overview", self._overview),
            ("put_off", self._put_off),
            ("assignment", partial(self._go, "assignment")),
            ("drag", self._drag),
            ("assign", self._assign),
            ("terminal", self._open_terminal),
            ("sales", partial(self._go, "sales")),
            ("orphans", self._orphans),
            ("repair", partial(self._go, "repair")),
            ("evidence", self._evidence),
            ("revenue", self._revenue),
            ("figure", self._figure),
            ("journal", partial(self._go, "journal")),
            ("search", self._search),
            ("connections", self._connections),
        ]
        pictures = []
        for name, enter in scenes:
            enter()
            pictures.append(self._take(out_dir / f"{name}-{suffix}.png"))
            self._leave()
        return pictures

    # The scenes.
    def _go(self, key: str) -> None:
        self._parts.window.navigation.choose(key)
        self._wait()

    def _overview(self) -> OverviewScreen:
        """The last days, compared with those before."""
        self._parts.context.period.choose_kind(PeriodKind.LAST_30_DAYS)
        self._go("overview")
        screen = self._parts.window.current
        if not isinstance(screen, OverviewScreen):
            raise TourError("the window shows no overview")
        return screen

    def _put_off(self) -> None:
        """Why a problem can wait."""
        screen = self._overview()
        rows = screen.body.problems.rows
        if not rows:
            raise TourError("there is no problem to put off")
        screen.putting_off.ask(rows[-1].kind)

    def _assignment(self) -> AssignmentScreen:
        self._go("assignment")
        screen = self._parts.window.current
        if not isinstance(screen, AssignmentScreen):
            raise TourError("the window shows no terminals")
        return screen

    def _drag(self) -> None:
        """Terminals without boutique, held over a boutique of theirs."""
        screen = self._assignment()
        homeless, target = _pair(screen.shop)
        rows = sorted(screen.model.places(homeless).values())
        screen.terminals.recall(Places(runs=[(row, row) for row in rows], current=rows[0]))
        tree = screen.boutiques.view
        key = Key(Kind.BOUTIQUE, target.id)
        tree.show_key(key)
        self._wait()
        at = tree.visualRect(screen.boutiques.model.index_of(key)).center()
        carried = pack(homeless)
        tree.carry(homeless)
        held = (Qt.DropAction.MoveAction, carried, Qt.MouseButton.LeftButton)
        none = Qt.KeyboardModifier.NoModifier
        for event in (QDragEnterEvent(at, *held, none), QDragMoveEvent(at, *held, none)):
            QCoreApplication.sendEvent(tree.viewport(), event)

    def _assign(self) -> None:
        screen = self._assignment()
        homeless, target = _pair(screen.shop)
        screen.work.assign(homeless, target.id)

    def _open_terminal(self) -> None:
        screen = self._assignment()
        figures = screen.shop.by_terminal or {}
        busiest = max(figures, key=lambda id_: (figures[id_].orphans, figures[id_].sales))
        screen.work.open_terminal(busiest)

    def _orphans(self) -> None:
        sales = self._parts.window.current
        if isinstance(sales, SalesScreen):
            sales.chips.choose(SaleFlag.ORPHAN.value)
            self._wait()
            sales.page.table.recall(Places(runs=[(1, 1)], current=1))

    def _evidence(self) -> None:
        """What the witnesses of the first group say."""
        self._go("repair")
        repair = self._parts.window.current
        if isinstance(repair, RepairScreen):
            group = repair.model.index(0, 0, repair.model.index(0, 0))
            repair.tree.expand(group)
            repair.tree.setCurrentIndex(group)

    def _revenue(self) -> RevenueScreen:
        """What each boutique made, the greatest told in full."""
        self._go("revenue")
        screen = self._parts.window.current
        if not isinstance(screen, RevenueScreen):
            raise TourError("the window shows no revenue")
        screen.body.bars.setFocus()
        home = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.sendEvent(screen.body.bars, home)
        return screen

    def _figure(self) -> None:
        """The sales behind the first boutique."""
        screen = self._revenue()
        screen.body.table.opened.emit(screen.body.model.ids_between(2, 2)[0])

    def _search(self) -> None:
        search = self._parts.window.search
        self._parts.window.activateWindow()
        search.start()
        self._wait()
        search.setText("VB2")
        search.look()

    def _connections(self) -> None:
        self._parts.window.doors.manage()

    def _leave(self) -> None:
        """Close what stands over the window, and let go of what is dragged."""
        self._parts.context.period.choose_kind(PeriodKind.ALL)
        for dialog in self._dialogs():
            dialog.reject()
        screen = self._parts.window.current
        if isinstance(screen, AssignmentScreen):
            tree = screen.boutiques.view
            QCoreApplication.sendEvent(tree.viewport(), QDragLeaveEvent())
            tree.carry(())
        self._parts.window.search.give_up()

    def _dialogs(self) -> list[QDialog]:
        found = self._parts.window.findChildren(QDialog)
        return [dialog for dialog in found if dialog.isVisible()]

    def _take(self, path: Path) -> Path:
        self._wait()
        shown: list[QWidget] = [*self._dialogs()]
        widget = shown[-1] if shown else self._parts.window
        if not widget.grab().save(str(path)):
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


def _pair(shop: Shop) -> tuple[list[int], Boutique]:
    """Some terminals that work nowhere, and a boutique that takes them. Raises `TourError`."""
    figures = shop.by_terminal or {}
    homeless = [one for one in shop.terminals.values() if one.boutique_id is None]
    homeless.sort(key=lambda one: -figures.get(one.id, Figures()).orphans)
    for target in shop.boutiques.values():
        same = [one.id for one in homeless if one.owner_id == target.owner_id]
        if same and target.active and not target.depot:
            return same[:_CARRIED], target
    raise TourError("no terminal waits for a boutique")


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
