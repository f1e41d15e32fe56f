"""The shared plan of all orphans: read once, and again only when it no longer holds."""

from pytestqt.qtbot import QtBot

from desktop_admin.gui.app import Parts
from desktop_admin.gui.touched import Touched
from desktop_admin.sources.base import Busy, Report, silently
from tests.conftest import ExpectLog
from tests.gui.fakes import FakeSource, sale, small_shop
from tests.gui.windows import rested, window_over


class Counted(FakeSource):
    """Counts how often the evidence is gathered."""

    gathered = 0

    def evidence(self, report: Report = silently, terminals: object = None):  # type: ignore[no-untyped-def] # as the fake has it
        self.gathered += 1
        return super().evidence(report)


def _shop() -> Counted:
    small = small_shop()
    return Counted(small.terminal_list, small.boutique_list, small.sale_list)


def _asked(qtbot: QtBot, parts: Parts, *, anew: bool = False) -> None:
    rested(qtbot, parts)
    parts.context.orphans.ask(anew=anew)
    rested(qtbot, parts)


def test_a_plan_that_still_holds_is_not_read_again(qtbot: QtBot) -> None:
    source = _shop()
    with window_over(qtbot, source) as parts:
        orphans = parts.context.orphans
        _asked(qtbot, parts)
        plan, before = orphans.plan, source.gathered
        assert plan is not None
        _asked(qtbot, parts)
        till = source.terminal_list[0]
        source.sale_list.append(sale(900, source.boutique_list[0], till))
        _asked(qtbot, parts)
        assert (orphans.plan, source.gathered) == (plan, before)


def test_another_orphan_a_change_and_a_refresh_make_another_plan(qtbot: QtBot) -> None:
    source = _shop()
    with window_over(qtbot, source) as parts:
        orphans = parts.context.orphans
        _asked(qtbot, parts)
        before = source.gathered
        source.sale_list.append(sale(900, None, source.terminal_list[0]))
        _asked(qtbot, parts)
        assert source.gathered == before + 1
        parts.context.changes.changed.emit(Touched(sales=frozenset({900})))
        _asked(qtbot, parts)
        assert source.gathered >= before + 2
        before = source.gathered
        with qtbot.waitSignal(orphans.changed):
            _asked(qtbot, parts, anew=True)
        assert source.gathered == before + 1


def test_a_plan_that_cannot_be_read_leaves_the_one_there_is(
    qtbot: QtBot, expect_log: ExpectLog
) -> None:
    expect_log("WARNING .*Busy")
    source = _shop()
    with window_over(qtbot, source) as parts:
        orphans = parts.context.orphans
        _asked(qtbot, parts)
        plan = orphans.plan
        source.fail_with = Busy("locked")
        with qtbot.waitSignal(orphans.failed):
            _asked(qtbot, parts, anew=True)
        assert (orphans.plan, isinstance(orphans.error, Busy)) == (plan, True)
        source.fail_with = None
        with qtbot.waitSignal(orphans.changed):
            _asked(qtbot, parts)
        assert orphans.error is None
