"""Lists of serial numbers: nothing of them is lost unsaid, and nothing old is gone on with."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_admin.gui.assignment.serial_dialog import SerialDialog
from desktop_admin.gui.assignment.serial_file import MOST_BYTES
from tests.gui.test_assignment import AT_KIN, FREE, QUIET, dialog, screen_over, shop
from tests.gui.windows import rested


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\x01\x02",
        b"PK\x03\x04 a sheet",
        "SERIAL-1\n".encode("utf-16-le"),
        b"\xff\xfeS",
        b"SERIAL-1\n" * MOST_BYTES,
        None,
        b"",
        b"\r\n ; \r\n",
    ],
    ids=["bytes", "xlsx", "no mark", "odd", "large", "missing", "empty", "blank"],
)
def test_a_file_without_a_list_empties_the_list_and_says_what_helps(
    qtbot: QtBot, tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "liste.csv"
    if content is not None:
        file.write_bytes(content)
    with screen_over(qtbot, shop()) as (parts, screen):
        screen.work.assign_list()
        asked = dialog(qtbot, SerialDialog)
        asked.ui.serials.setPlainText("SERIAL-1")
        rested(qtbot, parts)
        assert asked.ui.choose.isEnabled()
        asked.open_file(file)
        assert not asked.ui.choose.isEnabled()
        rested(qtbot, parts)
        assert "liste.csv" in asked.ui.summary.text()
        assert asked.ui.serials.toPlainText() == ""
        assert asked.ids == []
        assert not asked.ui.choose.isEnabled()
        asked.ui.serials.setPlainText("SERIAL-2")
        rested(qtbot, parts)
        assert asked.ids == [AT_KIN]
        assert "liste.csv" not in asked.ui.summary.text()
        asked.reject()


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_sheet_is_read_however_it_was_saved(qtbot: QtBot, tmp_path: Path, coding: str) -> None:
    file = tmp_path / "liste.csv"
    file.write_bytes("Nom;N° de série\r\nÉlise;SN 12 34\r\nB;SERIAL-2\r\n".encode(coding))
    source = shop()
    source.terminal_list[0] = replace(source.terminal_list[0], serial="SN 12 34")
    with screen_over(qtbot, source) as (parts, screen):
        screen.work.assign_list()
        asked = dialog(qtbot, SerialDialog)
        asked.open_file(file)
        rested(qtbot, parts)
        assert asked.ids == [FREE, AT_KIN]
        assert "N° de série" in asked.ui.summary.text()
        asked.reject()


def test_a_table_without_heads_says_so_and_loses_no_known_serial(
    qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "liste.csv"
    file.write_text("SERIAL-1,SERIAL-2\nSERIAL-3\n", encoding="utf-8")
    with screen_over(qtbot, shop()) as (parts, screen):
        screen.work.assign_list()
        asked = dialog(qtbot, SerialDialog)
        asked.open_file(file)
        rested(qtbot, parts)
        assert asked.ids == [FREE, AT_KIN, QUIET]
        assert "1" in asked.ui.summary.text().split("\n")[0]
        assert len(asked.ui.summary.text().split("\n")) == 2
        asked.reject()


def test_the_end_of_a_very_long_list_is_looked_up_too(qtbot: QtBot) -> None:
    with screen_over(qtbot, shop()) as (parts, screen):
        screen.work.assign_list()
        asked = dialog(qtbot, SerialDialog)
        asked.ui.serials.setPlainText(
            "\n".join([*(f"X{one}" for one in range(12_000)), "SERIAL-1"])
        )
        assert not asked.ui.choose.isEnabled()
        rested(qtbot, parts)
        assert asked.ids == [FREE]
        assert asked.ui.choose.isEnabled()
        asked.reject()
