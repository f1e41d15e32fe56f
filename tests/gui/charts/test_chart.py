"""Charts under mouse and keyboard."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_admin.domain.local_time import Grain
from desktop_admin.gui.charts import (
    Bar,
    BarsChart,
    BarsData,
    LinesChart,
    LinesData,
    Mark,
    MarkKind,
    Series,
    Tip,
    TipRow,
)
from desktop_admin.gui.charts.tip import TipBox
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.theme import Theme
from desktop_admin.settings import Theme as Choice
from tests.gui.charts.plain import CDF

BARS = BarsData(
    (
        Bar(1, "Kin Centre", 14_655_800_000, 516_350_000, 14_261_800_000),
        Bar(2, "Limete", 8_938_500_000, 589_350_000, 10_194_800_000),
        Bar(None, "Sans boutique", 1_101_900_000, note="à décider", orphan=True),
    ),
    CDF,
    "Compté",
    "Orphelin",
    "Septembre",
)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    yield Theme(qapp, Choice.LIGHT)
    qapp.setStyleSheet("")


@pytest.fixture
def formats() -> Formats:
    return Formats.of("fr", "Africa/Kinshasa")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(900, 420)
    QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def bars(window: QWidget, theme: Theme, formats: Formats, qtbot: QtBot) -> BarsChart:
    chart = BarsChart(theme, formats)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(chart)
    chart.show_chart(BARS)
    shown(qtbot, window)
    return chart


def lines_data(count: int = 30, lines: int = 3) -> LinesData:
    begin = datetime.fromisoformat("2025-10-01")
    return LinesData(
        tuple(
            Series(at, f"Boutique {at}", tuple((at + 1) * 1_000 + n for n in range(count)))
            for at in range(lines)
        ),
        tuple(begin + timedelta(days=n) for n in range(count)),
        Grain.DAY,
        CDF,
        running=True,
    )


def shown(qtbot: QtBot, window: QWidget) -> None:
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def hover(chart: QWidget, at: QPoint) -> None:
    """The mouse is there, wherever the screen's own is."""
    none, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    where = QPointF(at)
    event = QMouseEvent(
        QEvent.Type.MouseMove, where, QPointF(chart.mapToGlobal(at)), none, none, keys
    )
    QApplication.sendEvent(chart, event)


def walk_in(chart: QWidget) -> None:
    """Come to the chart by Tab."""
    chart.clearFocus()
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    assert chart.hasFocus()


def pointed(chart: BarsChart | LinesChart) -> Mark | None:
    return chart.pointed


def told(chart: BarsChart | LinesChart) -> Tip:
    """What the tip says; nothing where there is none."""
    return chart.tip or Tip("")


def place(chart: BarsChart | LinesChart, mark: Mark) -> QPoint:
    layout = chart._layout()
    assert layout is not None
    rect = layout.rect(mark)
    assert rect is not None
    return QPoint(round(rect.x + rect.width / 2), round(rect.middle))


def test_pointing_tells_exact_figures_and_clicking_carries_the_mark(
    bars: BarsChart, qtbot: QtBot
) -> None:
    mark = Mark(MarkKind.HATCHED, 2)
    hover(bars, place(bars, mark))
    assert pointed(bars) == mark
    assert told(bars).title == "Limete"
    assert [row.value.replace("\u202f", " ") for row in told(bars).rows] == [
        "89 385 000\u00a0CDF",
        "101 948 000\u00a0CDF",
        "5 893 500\u00a0CDF",
    ]
    with qtbot.waitSignal(bars.activated) as caught:
        QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=place(bars, mark))
    assert caught.args == [mark]


def test_a_click_that_ends_elsewhere_opens_nothing(bars: BarsChart, qtbot: QtBot) -> None:
    begin, end = (place(bars, Mark(MarkKind.VALUE, key)) for key in (1, 2))
    with qtbot.assertNotEmitted(bars.activated):
        QTest.mousePress(bars, Qt.MouseButton.LeftButton, pos=begin)
        QTest.mouseRelease(bars, Qt.MouseButton.LeftButton, pos=end)
        QTest.mouseClick(bars, Qt.MouseButton.RightButton, pos=begin)


def test_scrolling_takes_the_tip_away(bars: BarsChart) -> None:
    at = place(bars, Mark(MarkKind.VALUE, 1))
    hover(bars, at)
    assert told(bars).title
    where = QPointF(at)
    wheel = QWheelEvent(
        where,
        QPointF(bars.mapToGlobal(at)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(bars, wheel)
    assert not told(bars).title


def test_the_bar_of_no_boutique_is_met_by_its_own_key(bars: BarsChart, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bars.activated) as caught:
        mark = Mark(MarkKind.VALUE, None)
        QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=place(bars, mark))
    assert caught.args == [mark]


def test_the_caller_may_tell_of_marks_itself(bars: BarsChart) -> None:
    def tell(mark: Mark) -> Tip:
        return Tip(f"{mark.key}", (TipRow("<b>a</b>", "1"),), "Cliquer")

    bars.tip_for = tell
    hover(bars, place(bars, Mark(MarkKind.VALUE, 1)))
    assert told(bars) == Tip("1", (TipRow("<b>a</b>", "1"),), "Cliquer")


def test_the_tip_stays_within_the_window_and_lets_the_mouse_through(
    bars: BarsChart, window: QWidget
) -> None:
    layout = bars._layout()
    assert layout is not None
    for key in (1, 2, None):
        hover(bars, place(bars, Mark(MarkKind.VALUE, key)))
        card = bars._card.geometry
        assert window.rect().contains(card)
        kept = layout.kept(Mark(MarkKind.VALUE, key))
        assert kept is not None
        corner = bars.mapTo(window, QPoint(round(kept.x), round(kept.y)))
        assert not card.intersects(QRect(corner, QSize(round(kept.width), round(kept.height))))
    boxes = window.findChildren(TipBox)
    assert len(boxes) == 1
    assert boxes[0].testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_leaving_takes_the_tip_away(bars: BarsChart, window: QWidget) -> None:
    hover(bars, place(bars, Mark(MarkKind.VALUE, 1)))
    assert told(bars).title
    bars.hide()
    assert not told(bars).title
    assert pointed(bars) is None


def test_the_keyboard_walks_the_marks_tells_and_opens_them(bars: BarsChart, qtbot: QtBot) -> None:
    walk_in(bars)
    assert pointed(bars) == Mark(MarkKind.VALUE, 1)
    assert told(bars).title
    assert "Kin Centre" in bars.accessibleDescription()
    QTest.keyClick(bars, Qt.Key.Key_Down)
    QTest.keyClick(bars, Qt.Key.Key_Right)
    assert pointed(bars) == Mark(MarkKind.HATCHED, 2)
    assert "Limete" in bars.accessibleDescription()
    with qtbot.waitSignal(bars.activated) as caught:
        QTest.keyClick(bars, Qt.Key.Key_Return)
    assert caught.args == [Mark(MarkKind.HATCHED, 2)]
    QTest.keyClick(bars, Qt.Key.Key_End)
    assert pointed(bars) == Mark(MarkKind.VALUE, None)
    QTest.keyClick(bars, Qt.Key.Key_Escape)
    assert not told(bars).title
    assert pointed(bars) == Mark(MarkKind.VALUE, None)
    QTest.keyClick(bars, Qt.Key.Key_Home)
    assert told(bars).title


def test_walking_on_takes_mark_and_tip_away_and_tells_the_summary_again(bars: BarsChart) -> None:
    summary = bars.accessibleDescription()
    walk_in(bars)
    assert bars.accessibleDescription() != summary
    bars.clearFocus()
    assert pointed(bars) is None
    assert not told(bars).title
    assert bars.accessibleDescription() == summary


def test_who_comes_back_from_another_window_finds_the_mark_without_its_tip(
    bars: BarsChart,
) -> None:
    walk_in(bars)
    reason = Qt.FocusReason.ActiveWindowFocusReason
    QApplication.sendEvent(bars, QFocusEvent(QEvent.Type.FocusOut, reason))
    QApplication.sendEvent(bars, QFocusEvent(QEvent.Type.FocusIn, reason))
    assert pointed(bars) == Mark(MarkKind.VALUE, 1)
    assert not told(bars).title


def test_without_the_keyboard_the_chart_tells_its_summary(bars: BarsChart) -> None:
    assert "Kin Centre" in bars.accessibleDescription()
    assert "146\u202f558\u202f000\u00a0CDF" in bars.accessibleDescription()


def test_the_focus_ring_is_seen(bars: BarsChart, qtbot: QtBot) -> None:
    before = bars.grab().toImage()
    walk_in(bars)
    after = bars.grab().toImage()
    at = place(bars, Mark(MarkKind.VALUE, 1))
    layout = bars._layout()
    assert layout is not None
    rect = layout.rect(Mark(MarkKind.VALUE, 1))
    assert rect is not None
    ring = QPoint(at.x(), round(rect.y) - 3)
    assert after.pixelColor(ring) == bars.theme.tokens.colour("accent")
    assert before.pixelColor(ring) != after.pixelColor(ring)


def test_pointing_never_draws_again_what_stays(
    window: QWidget, theme: Theme, formats: Formats, qtbot: QtBot
) -> None:
    chart = LinesChart(theme, formats)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(chart)
    chart.show_chart(lines_data(540, 10))
    shown(qtbot, window)
    chart.repaint()
    assert chart.drawn == 1
    seen = set()
    for x in range(80, 600, 13):
        hover(chart, QPoint(x, 150))
        chart.repaint()
        seen.add(chart.pointed)
    assert len(seen) > 20
    assert chart.drawn == 1
    theme.choose(Choice.DARK)
    chart.repaint()
    assert chart.drawn == 2
    chart.resize(chart.width() - 10, chart.height())
    chart.repaint()
    assert chart.drawn == 3


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_what_stays_has_the_pixels_of_the_screen(bars: BarsChart, ratio: float) -> None:
    picture = bars._draw(ratio)
    assert picture.devicePixelRatio() == ratio
    assert picture.size() == (bars.size() * ratio)
    image = picture.toImage()
    layout = bars._layout()
    assert layout is not None
    rect = layout.rect(Mark(MarkKind.VALUE, 1))
    assert rect is not None
    accent = bars.theme.tokens.colour("accent")
    # The edges of bars are sharp: beside the last pixel in colour is none half in colour.
    x = round((rect.x + rect.width / 2) * ratio)
    column = [image.pixelColor(x, y) for y in range(image.height())]
    first = column.index(accent)
    assert column[first - 1] == bars.theme.tokens.colour("before")
    assert image.pixelColor(x, round(rect.middle * ratio)) == accent


def test_a_line_is_walked_by_step_and_the_tip_names_every_line(
    window: QWidget, theme: Theme, formats: Formats, qtbot: QtBot
) -> None:
    chart = LinesChart(theme, formats)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(chart)
    chart.show_chart(lines_data())
    shown(qtbot, window)
    walk_in(chart)
    assert pointed(chart) == Mark(MarkKind.POINT, 0, 29)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert pointed(chart) == Mark(MarkKind.POINT, 0, 28)
    assert told(chart).title
    assert "29/10/2025" in told(chart).title
    assert [row.label for row in told(chart).rows] == ["Boutique 2", "Boutique 1", "Boutique 0"]


def test_nothing_to_show_says_so(
    window: QWidget, theme: Theme, formats: Formats, qtbot: QtBot
) -> None:
    chart = BarsChart(theme, formats)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(chart)
    chart.show_chart(BarsData((Bar(1, "a", 0),), CDF))
    shown(qtbot, window)
    walk_in(chart)
    QTest.keyClick(chart, Qt.Key.Key_Down)
    hover(chart, QPoint(200, 100))
    assert pointed(chart) is None
    assert not told(chart).title
    assert chart.accessibleDescription() == "No sale in this period"
    assert chart.legend() == ()


def test_two_hundred_bars_scroll_and_the_keyboard_brings_its_bar_into_view(
    window: QWidget, theme: Theme, formats: Formats, qtbot: QtBot
) -> None:
    area = QScrollArea()
    area.setWidgetResizable(True)
    chart = BarsChart(theme, formats)
    area.setWidget(chart)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(area)
    chart.show_chart(BarsData(tuple(Bar(at, f"B {at}", 10_000 - at) for at in range(200)), CDF))
    shown(qtbot, window)
    qtbot.waitUntil(lambda: chart.height() >= 200 * 26)
    walk_in(chart)
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert pointed(chart) == Mark(MarkKind.VALUE, 199)
    at = place(chart, Mark(MarkKind.VALUE, 199))
    assert area.viewport().rect().contains(QPoint(5, chart.mapTo(area.viewport(), at).y()))


def test_the_mark_stays_when_figures_are_told_anew_and_goes_with_its_bar(
    bars: BarsChart, qtbot: QtBot
) -> None:
    walk_in(bars)
    QTest.keyClick(bars, Qt.Key.Key_Down)
    bars.show_chart(BARS)
    assert pointed(bars) == Mark(MarkKind.VALUE, 2)
    bars.show_chart(BarsData(BARS.bars[:1], CDF))
    assert pointed(bars) is None


def test_whoever_hears_the_screen_hears_the_new_figure_of_the_mark_one_is_at(
    bars: BarsChart,
) -> None:
    bars.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(bars, Qt.Key.Key_Home)
    assert bars.pointed is not None
    told = bars.accessibleDescription()
    assert told
    picture = bars.picture
    assert picture is not None
    bars.show_picture(picture)
    assert bars.accessibleDescription() == told
