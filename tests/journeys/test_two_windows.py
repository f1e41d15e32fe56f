"""Two people work on one database: what one assigns, the other sees where it stands."""

from contextlib import closing
from pathlib import Path

import sqlalchemy as sa
from PySide6.QtCore import QItemSelectionModel
from pytestqt.qtbot import QtBot

from desktop_admin.domain.assign import assign_set, consequences
from desktop_admin.domain.changes import new_id
from desktop_admin.domain.clock import frozen_clock
from desktop_admin.gui.app import Parts
from desktop_admin.gui.assignment.screen import AssignmentScreen
from desktop_admin.sources.sql.source import SqlSource, open_sql
from tests.gui.fakes import NOW
from tests.gui.windows import rested, window_over
from tests.shops import make_shop


def _database(tmp_path: Path) -> str:
    path = tmp_path / "shop.sqlite3"
    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        shop = make_shop(connection)
        kin = shop.boutique("Kin Centre")
        for _ in range(3):
            shop.terminal(boutique=kin)
        loose = shop.terminal(boutique=None)
        shop.sale(terminal=loose, boutique=None)
    engine.dispose()
    url = f"sqlite:///{path}"
    with closing(open_sql(url)) as source:
        source.prepare()
    return url


def _screen(qtbot: QtBot, parts: Parts) -> AssignmentScreen:
    qtbot.waitUntil(lambda: parts.context.session.source is not None)
    rested(qtbot, parts)
    screen = parts.window.current
    assert isinstance(screen, AssignmentScreen)
    return screen


def _boutiques(screen: AssignmentScreen) -> dict[int, str]:
    """What the table says of each terminal's boutique."""
    model = screen.model
    place = [column.key for column in model.columns].index("boutique")
    ids = model.ids_between(0, model.rowCount() - 1)
    return {id_: model.index(row, place).data() for row, id_ in enumerate(ids)}


def test_what_one_window_assigns_the_other_shows_without_losing_its_selection(
    qtbot: QtBot, tmp_path: Path
) -> None:
    url = _database(tmp_path)

    def connect() -> SqlSource:
        return open_sql(url, clock=frozen_clock(NOW))

    with window_over(qtbot, connect) as one, window_over(qtbot, connect) as other:
        mine, theirs = _screen(qtbot, one), _screen(qtbot, other)
        loose = next(t.id for t in mine.shop.terminals.values() if t.boutique_id is None)
        kin = next(b.id for b in mine.shop.boutiques.values() if b.name == "Kin Centre")
        assert _boutiques(theirs)[loose] == "aucune"
        qtbot.waitUntil(lambda: other.window.watcher.marker is not None)
        staying = next(id_ for id_ in theirs.model.ids_between(0, 3) if id_ != loose)
        row = theirs.model.places([staying])[staying]
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        rows = QItemSelectionModel.SelectionFlag.Rows
        theirs.terminals.selectionModel().select(theirs.model.index(row, 0), flag | rows)

        moves = consequences(
            mine.shop.chosen([loose]), kin, mine.shop.boutiques, mine.shop.by_terminal or {}, NOW
        )
        one.context.changes.apply(
            assign_set(moves, one.context.operator, new_id()), lambda _: "Assigné."
        )
        qtbot.waitUntil(lambda: _boutiques(mine)[loose] == "Kin Centre")
        assert _boutiques(theirs)[loose] == "aucune"

        other.window.watcher.look()
        qtbot.waitUntil(lambda: _boutiques(theirs)[loose] == "Kin Centre")
        assert list(theirs.terminals.selected_ids()) == [staying]

        one.context.changes.undo_last()
        qtbot.waitUntil(lambda: _boutiques(mine)[loose] == "aucune")
        other.window.watcher.look()
        qtbot.waitUntil(lambda: _boutiques(theirs)[loose] == "aucune")
