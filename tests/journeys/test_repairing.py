"""A manager repairs what is lost: looks, unticks what is doubtful, decides, applies, reads the
proof, takes a part back and makes it again; with a real mouse, then without."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_admin.domain.clock import frozen_clock
from desktop_admin.domain.evidence import Confidence
from desktop_admin.domain.journal import EntryFilter, EntryState
from desktop_admin.gui.app import Parts
from desktop_admin.gui.journal.rows import Kind as JournalKind
from desktop_admin.gui.journal.screen import JournalScreen
from desktop_admin.gui.repair.report.page import ReportPage
from desktop_admin.gui.repair.rows import Kind, Node
from desktop_admin.gui.repair.screen import RepairScreen
from desktop_admin.gui.widgets.question import Question
from desktop_admin.sources.base import SaleFlag, SaleQuery, SalesSource, Step
from desktop_admin.sources.sql.source import open_sql
from tests.gui.fakes import NOW
from tests.gui.windows import rested, window_over
from tests.journeys import mouse

#: So many orphans, and more, a manager may meet at once.
MANY = 80_000


@pytest.fixture
def file(demo_file: Path, tmp_path: Path) -> Path:
    copied = tmp_path / "shop.sqlite3"
    shutil.copy(demo_file, copied)
    return copied


def opener(file: Path) -> Callable[[], SalesSource]:
    return lambda: open_sql(f"sqlite:///{file}", clock=frozen_clock(NOW))


@pytest.fixture
def beside(file: Path) -> Iterator[SalesSource]:
    """A second program at the same database."""
    source = opener(file)()
    yield source
    source.close()


@contextmanager
def at_work(qtbot: QtBot, file: Path) -> Iterator[tuple[Parts, RepairScreen]]:
    mouse.needs_a_screen()
    with window_over(qtbot, opener(file)) as parts:
        parts.window.move(0, 0)
        parts.window.activateWindow()
        qtbot.waitUntil(lambda: parts.context.session.source is not None, timeout=60_000)
        mouse.click(qtbot, parts.window.navigation.buttons["repair"])
        screen = parts.window.current
        assert isinstance(screen, RepairScreen)
        qtbot.waitUntil(lambda: screen.analysis is not None, timeout=60_000)
        rested(qtbot, parts)
        yield parts, screen


def top(screen: RepairScreen, code: Confidence) -> QModelIndex:
    return screen.model.index_of(Node(Kind.CONFIDENCE, list(Confidence).index(code)))


def ticked(screen: RepairScreen) -> int:
    assert screen.analysis is not None
    return screen.analysis.look.summary.selected.sales


def tick(qtbot: QtBot, screen: RepairScreen, index: QModelIndex) -> None:
    """Click on the box of that row."""
    tree = screen.tree
    tree.scrollTo(index)
    box: QPoint = tree.itemDelegate().box_of(tree.visualRect(index)).center()  # type: ignore[attr-defined]
    mouse.click(qtbot, tree.viewport(), box)


def asked(qtbot: QtBot) -> Question:
    """The question that stands over the window."""

    def there() -> list[Question]:
        shown = QApplication.topLevelWidgets()
        return [one for one in shown if isinstance(one, Question) and one.isVisible()]

    qtbot.waitUntil(lambda: len(there()) == 1)
    return there()[0]


def button(within: QWidget, text: str) -> QPushButton:
    """The button one sees that says this."""
    found = [
        one
        for one in within.findChildren(QPushButton)
        if one.isVisible() and text in one.text().replace("&", "")
    ]
    assert found, text
    return found[0]


def report_of(qtbot: QtBot, screen: RepairScreen) -> ReportPage:
    qtbot.waitUntil(lambda: screen.reporting.is_shown, timeout=60_000)
    page = screen.findChild(ReportPage)
    assert page is not None
    return page


def orphans(source: SalesSource) -> int:
    return len(source.sale_ids(SaleQuery(flags=frozenset({SaleFlag.ORPHAN}))))


def test_two_groups_are_unticked_and_one_conflict_decided_then_a_group_is_taken_back_and_redone(
    qtbot: QtBot, file: Path, beside: SalesSource
) -> None:
    with at_work(qtbot, file) as (parts, screen):
        model = screen.model
        before, lost = ticked(screen), orphans(beside)
        for row in (0, 1):
            tick(qtbot, screen, model.index(row, 0, top(screen, Confidence.CERTAIN)))
        left = ticked(screen)
        assert left < before
        conflict = model.index(0, 0, top(screen, Confidence.CONFLICT))
        tick(qtbot, screen, conflict)
        chosen = ticked(screen)
        assert chosen > left
        mouse.click(qtbot, button(screen.parts.bar, "Appliquer"))
        question = asked(qtbot)
        assert str(chosen) in question.title
        mouse.click(qtbot, question.buttons["apply"])
        report_of(qtbot, screen)
        rested(qtbot, parts)
        assert orphans(beside) == lost - chosen
        entry = beside.journal(EntryFilter())[0]
        assert entry.applied == chosen
        # On to the journal, where a part of it is taken back.
        mouse.click(qtbot, parts.window.navigation.buttons["journal"])
        rested(qtbot, parts)
        journal = parts.window.current
        assert isinstance(journal, JournalScreen)
        undone = _act_on_first_group(qtbot, parts, journal, entry.change_set)
        assert orphans(beside) == lost - chosen + undone
        assert beside.journal(EntryFilter(change_set=entry.change_set))[0].state is (
            EntryState.PARTLY_UNDONE
        )
        _act_on_first_group(qtbot, parts, journal, entry.change_set)
        assert orphans(beside) == lost - chosen
        assert beside.check_journal().fault is None


def _act_on_first_group(qtbot: QtBot, parts: Parts, journal: JournalScreen, change_set: str) -> int:
    """Open the entry and press what its first group offers; how many values that concerns."""
    tree, model = journal.tree, journal.model
    entry = model.index_of_key(("entry", change_set))
    tree.expand(entry)
    rested(qtbot, parts)
    entry = model.index_of_key(("entry", change_set))
    rows = (model.index(row, 0, entry) for row in range(model.rowCount(entry)))
    group = next(one for one in rows if _kind(model, one) is JournalKind.GROUP)
    node = model.node(group)
    assert node is not None
    values = node.values
    journal.tree.setCurrentIndex(group)
    journal.acts.act_on_current()
    if any(isinstance(one, Question) and one.isVisible() for one in QApplication.topLevelWidgets()):
        question = asked(qtbot)
        next(one for key, one in question.buttons.items() if key != "stay").click()
    rested(qtbot, parts)
    return int(values)


def _kind(model: Any, index: QModelIndex) -> JournalKind | None:
    node = model.node(index)
    return None if node is None else node.kind


def test_a_second_program_takes_the_plan_from_under_ones_hands(
    qtbot: QtBot, file: Path, beside: SalesSource
) -> None:
    with at_work(qtbot, file) as (parts, screen):
        assert screen.analysis is not None
        before = ticked(screen)
        sales = [one.orphan.sale_id for one in screen.analysis.look.preview.items[:3]]
        with closing(sqlite3.connect(file)) as other, other:
            other.executemany(
                "UPDATE inventory_vente SET boutique_id ="
                " (SELECT min(id) FROM inventory_boutique) WHERE id = ?",
                [[one] for one in sales],
            )
        # Before the window has noticed.
        mouse.click(qtbot, button(screen.parts.bar, "Appliquer"))
        mouse.click(qtbot, asked(qtbot).buttons["apply"])
        page = report_of(qtbot, screen)
        rested(qtbot, parts)
        entry = beside.journal(EntryFilter())[0]
        assert (entry.applied, entry.left_alone) == (before - 3, 3)
        assert button(page, "analyse").isVisible()
        mouse.click(qtbot, button(page, "analyse"))
        rested(qtbot, parts)
        assert screen.total() == orphans(beside)


def test_the_keyboard_alone_repairs_and_takes_it_back(
    qtbot: QtBot, file: Path, beside: SalesSource
) -> None:
    with at_work(qtbot, file) as (parts, screen):
        lost = orphans(beside)
        mouse.press(qtbot, "ctrl+2")
        mouse.press(qtbot, "ctrl+4")
        rested(qtbot, parts)
        for _ in range(20):
            if screen.tree.hasFocus():
                break
            mouse.press(qtbot, "Tab")
        assert screen.tree.hasFocus()
        mouse.press(qtbot, "Home")
        mouse.press(qtbot, "space")
        assert ticked(screen) == 0
        mouse.press(qtbot, "Down")
        mouse.press(qtbot, "space")
        chosen = ticked(screen)
        assert chosen
        apply = button(screen.parts.bar, "Appliquer")
        for _ in range(20):
            if apply.hasFocus():
                break
            mouse.press(qtbot, "Tab")
        assert apply.hasFocus()
        mouse.press(qtbot, "Return")
        question = asked(qtbot)
        # Enter alone changes nothing: the way back has the keyboard.
        assert question.buttons["stay"].hasFocus()
        mouse.press(qtbot, "Tab")
        mouse.press(qtbot, "space")
        report_of(qtbot, screen)
        rested(qtbot, parts)
        assert orphans(beside) == lost - chosen
        # No window manager hands the keyboard back here.
        parts.window.activateWindow()
        mouse.press(qtbot, "ctrl+z")
        if chosen > 10:
            asked(qtbot).answer("undo")
        rested(qtbot, parts)
        assert orphans(beside) == lost
        assert not screen.reporting.is_shown


@pytest.fixture
def crowded(file: Path) -> Path:
    """The demo with as many orphans more, certain by their number and their terminal."""
    with closing(sqlite3.connect(file)) as shop, shop:
        till, place = shop.execute(
            "SELECT c.id, c.boutique_id FROM inventory_client c JOIN inventory_boutique b"
            " ON b.id = c.boutique_id WHERE b.est_depot = 0 AND c.est_actif LIMIT 1"
        ).fetchone()
        columns = [row[1] for row in shop.execute("PRAGMA table_info(inventory_vente)")]
        shown = {"id": "n.i + 10000000", "boutique_id": "NULL", "client_maui_id": str(till)}
        shown["date_vente"] = (
            "strftime('%Y-%m-%d %H:%M:%S', '2026-09-01', '+' || (n.i * 30) || ' seconds')"
        )
        shown["numero_facture"] = f"'VENTE-{place}-20261101100000-' || n.i"
        values = ", ".join(shown.get(name, f"v.{name}") for name in columns)
        shop.execute(
            f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {MANY})"
            f" INSERT INTO inventory_vente ({', '.join(columns)})"
            f" SELECT {values} FROM n, (SELECT * FROM inventory_vente WHERE paye LIMIT 1) v"
        )
    return file


def test_eighty_thousand_sales_cancelled_half_way_are_as_they_were(
    qtbot: QtBot, crowded: Path, beside: SalesSource
) -> None:
    lost = orphans(beside)
    assert lost > MANY
    with at_work(qtbot, crowded) as (parts, screen):
        screen.model.tick([Node(Kind.CONFIDENCE, 1)], on=True)
        assert ticked(screen) >= MANY
        screen.parts.bar.press()
        asked(qtbot).answer("apply")

        def half_way() -> bool:
            tasks = parts.context.jobs.tasks
            done = tasks[-1].progress if tasks else None
            return (
                done is not None
                and done.step is Step.STAGING
                and done.total > 0
                and done.done * 2 >= done.total
            )

        qtbot.waitUntil(half_way, timeout=60_000)
        parts.context.jobs.tasks[-1].stop()
        rested(qtbot, parts)
        assert "Rien n’a été modifié" in parts.window.toast.text.text()
        assert orphans(beside) == lost
        assert not beside.journal(EntryFilter())
        # And then to the end.
        screen.parts.bar.press()
        asked(qtbot).answer("apply")
        report_of(qtbot, screen)
        rested(qtbot, parts)
        assert orphans(beside) == lost - beside.journal(EntryFilter())[0].applied
