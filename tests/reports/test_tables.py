"""Tables as files: every value comes back from them as it was, whole or not at all."""

import csv
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_admin.domain.money import as_amount
from desktop_admin.reports.sheets import (
    Amount,
    Book,
    Cell,
    Counter,
    Fact,
    Header,
    Row,
    RowsChanged,
    Share,
    Sheet,
    SumNames,
    Sums,
    Total,
    held,
    spread,
    summed,
)
from desktop_admin.reports.tables import (
    FRENCH,
    INTERNATIONAL,
    Dialect,
    csv_cell,
    dialect_of,
    write_book,
    write_csv,
)
from desktop_admin.reports.workbook import write_xlsx
from desktop_admin.sources.base import Cancelled, Progress, silently

ZONE = ZoneInfo("Africa/Kinshasa")
NOON = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)
FIRST, LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
HEADERS = (
    Header("N°", 10, right=True),
    Header("Boutique", 20),
    Header("Vendue le", 16),
    Header("Montant", 14, right=True),
    Header("Devise", 8),
    Header("Part", 8, right=True),
)
NAMES = SumNames("Paid {currency}", "All {currency}", "Paid", "All")


def made(count: int) -> list[Row]:
    """Sales in two currencies, some before the year 1970 and some of no time, refunds among
    them."""
    rows: list[Row] = []
    for n in range(count):
        at = None if n % 7 == 3 else NOON - timedelta(hours=31 * n, seconds=n)
        name = f'Kin « Marché »; {n % 5}, "rue"\nN° {n}'
        cents = Amount((-1) ** n * n * 123_456_789)
        rows.append([n, name, at, cents, "CDF" if n % 3 else "USD", Share(n * 17 - 40)])
    return rows


def sheet_of(rows: list[Row], name: str = "Ventes") -> Sheet:
    sums = Sums()
    for row in rows:
        cell = row[3]
        assert isinstance(cell, Amount)
        sums.add(str(row[4]), cell.cents, counts=isinstance(row[0], int) and row[0] % 2 == 0)
    totals = sums.totals(NAMES, 3, 4)
    return Sheet(name, HEADERS, lambda: rows, len(rows), lambda: totals, len(totals))


def book_of(rows: list[Row]) -> Book:
    facts = [Fact("Période", "1 – 29 octobre"), Fact("Fait le", NOON), Fact("Lignes", len(rows))]
    return Book("Ventes d’octobre", [sheet_of(rows)], facts, about=("À propos", "Quoi", "Valeur"))


def read_back(path: Path, dialect: Dialect) -> list[Row]:
    """The values of a CSV, read as whoever knows its dialect reads them."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        head, *lines = csv.reader(file, delimiter=dialect.separator)
    assert head == [header.name for header in HEADERS]

    def number(text: str) -> int:
        return int(Decimal(text.replace(dialect.decimal, ".")) * 100)

    return [
        [
            int(line[0]),
            line[1],
            datetime.fromisoformat(line[2]).replace(tzinfo=ZONE) if line[2] else None,
            Amount(number(line[3])),
            line[4],
            Share(number(line[5].removesuffix("%"))),
        ]
        for line in lines
    ]


@pytest.mark.parametrize("dialect", [FRENCH, INTERNATIONAL])
def test_a_csv_read_back_has_the_same_values_in_the_same_order(
    tmp_path: Path, dialect: Dialect
) -> None:
    rows, path = made(1_200), tmp_path / "sales.csv"
    write_csv(path, sheet_of(rows), ZONE, dialect, silently)
    assert read_back(path, dialect) == rows
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert "Marché".encode() in raw


def test_the_dialects_are_what_spreadsheets_of_the_language_open() -> None:
    assert (FRENCH.separator, FRENCH.decimal) == (";", ",")
    assert (INTERNATIONAL.separator, INTERNATIONAL.decimal) == (",", ".")
    assert (dialect_of("fr"), dialect_of("en")) == (FRENCH, INTERNATIONAL)


@given(st.integers(-(10**15), 10**15))
def test_an_amount_is_the_same_in_both_dialects(cents: int) -> None:
    for dialect in (FRENCH, INTERNATIONAL):
        text = csv_cell(Amount(cents), dialect.decimal, ZONE)
        assert Decimal(text.replace(dialect.decimal, ".")) == as_amount(cents)


@given(st.text(max_size=30))
def test_no_text_is_computed_and_no_number_taken_for_a_formula(text: str) -> None:
    shown = csv_cell(text, ",", ZONE)
    assert shown in (text, f"'{text}")
    assert not re.match(r"[ \u00a0]*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]", shown)
    assert csv_cell(Amount(-5), ",", ZONE) == "-0,05"


def opened(path: Path) -> Any:
    return openpyxl.load_workbook(path)


def values(sheet: Any) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_a_workbook_holds_real_numbers_and_times_with_a_frozen_head_and_a_filter(
    tmp_path: Path,
) -> None:
    rows, path = made(40), tmp_path / "sales.xlsx"
    write_xlsx(path, book_of(rows), ZONE, silently)
    book = opened(path)
    assert book.sheetnames == ["Ventes", "À propos"]
    sheet = book["Ventes"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:F41")
    head, *found = values(sheet)
    assert head == [header.name for header in HEADERS]
    for row, line in zip(rows, found, strict=False):
        number, name, at, amount, currency, share = row
        assert isinstance(amount, Amount)
        assert isinstance(share, Share)
        assert line[:2] == [number, name]
        local = at.astimezone(ZONE).replace(tzinfo=None) if isinstance(at, datetime) else None
        assert line[2] == local
        assert round(Decimal(repr(line[3])), 2) == as_amount(amount.cents)
        assert line[4:] == [currency, share.hundredths / 10_000]
    assert [cell.number_format for cell in sheet[2]][2:4] == ["dd/mm/yyyy hh:mm:ss", "#,##0.00"]
    assert book.properties.title == "Ventes d’octobre"
    about = dict(values(book["À propos"])[1:])
    assert about == {
        "Période": "1 – 29 octobre",
        "Fait le": NOON.astimezone(ZONE).replace(tzinfo=None),
        "Lignes": 40,
    }


def test_the_sums_stand_below_the_filter_each_currency_by_itself(tmp_path: Path) -> None:
    rows, path = made(40), tmp_path / "sales.xlsx"
    write_xlsx(path, book_of(rows), ZONE, silently)
    found = values(opened(path)["Ventes"])
    assert found[41] == [None] * 6
    cents: dict[tuple[str, bool], list[int]] = {}
    for row in rows:
        amount, currency, number = row[3], str(row[4]), row[0]
        assert isinstance(amount, Amount)
        assert isinstance(number, int)
        cents.setdefault((currency, False), []).append(amount.cents)
        if number % 2 == 0:
            cents.setdefault((currency, True), []).append(amount.cents)
    for code in ("CDF", "USD"):
        for paid, name in ((True, f"Paid {code}"), (False, f"All {code}")):
            [line] = [one for one in found[42:] if one[0] == name]
            mine = cents[code, paid]
            assert line[2] == len(mine)
            assert round(Decimal(repr(line[3])), 2) == as_amount(sum(mine))
            assert line[4] == code


def test_every_moment_and_amount_has_room_in_its_column(tmp_path: Path) -> None:
    path = tmp_path / "sales.xlsx"
    rows = made(40)
    rows[10] = [123_456_789_012, *rows[10][1:]]
    rows[20] = [*rows[20][:3], Amount(-9_876_543_210_987_65), *rows[20][4:]]
    write_xlsx(path, book_of(rows), ZONE, silently, rows_a_sheet=30)
    first, second, _ = (sheet.column_dimensions for sheet in opened(path))
    for sheet in (first, second):
        assert sheet["C"].width >= len("22/11/2026 12:00:00")
        assert sheet["B"].width < 21
        assert sheet["E"].width < 9
    assert first["A"].width >= len("123456789012")
    assert first["D"].width >= len("-9,876,543,210,987.65")
    # The sums stand below the last of them.
    assert second["D"].width >= len("-9,876,000,000,000.00")


def test_what_is_longer_than_a_sheet_goes_on_in_another(tmp_path: Path) -> None:
    rows, path = made(25), tmp_path / "sales.xlsx"
    write_xlsx(path, book_of(rows), ZONE, silently, rows_a_sheet=10)
    book = opened(path)
    assert book.sheetnames == ["Ventes", "Ventes (2)", "Ventes (3)", "À propos"]
    found = [line[0] for name in book.sheetnames[:3] for line in values(book[name])[1:11]]
    assert [one for one in found if isinstance(one, int)] == list(range(25))
    assert [book[name].auto_filter.ref for name in book.sheetnames[:3]] == [
        "A1:F11",
        "A1:F11",
        "A1:F6",
    ]


@pytest.mark.parametrize(
    "text",
    ["=1+1", "<r><t>x</t></r>", "https://a.b", "{=A1}", "\x01\ud800", "_x0041_", "x" * 40_000, ""],
)
def test_whatever_stands_in_a_text_the_workbook_opens_and_computes_nothing(
    tmp_path: Path, text: str
) -> None:
    rows: list[Row] = [[1, text, datetime(1850, 1, 1, tzinfo=UTC), Amount(1), "CDF", None]]
    path = tmp_path / "sales.xlsx"
    write_xlsx(path, Book("", [sheet_of(rows, "a/b[*]" * 9)], ()), ZONE, silently)
    [sheet] = opened(path)
    assert len(sheet.title) <= 31
    cell = sheet["B2"]
    assert cell.data_type in ("s", "inlineStr", "n")
    if text.isprintable() and not text.startswith(("<r>", "_x")):
        assert (cell.value or "") == text[:32_767]
    assert cell.hyperlink is None
    assert str(sheet["C2"].value).startswith("1850-01-01")


@pytest.mark.parametrize("name", ["sales.xlsx", "sales.csv"])
@pytest.mark.parametrize("moment", [FIRST, LAST])
@pytest.mark.parametrize("zone", ["Africa/Kinshasa", "America/Caracas"])
def test_a_moment_at_the_ends_of_the_calendar_ends_no_export(
    tmp_path: Path, name: str, moment: datetime, zone: str
) -> None:
    rows: list[Row] = [[1, "", moment, Amount(1), "CDF", None]]
    path = tmp_path / name
    write_book(path, Book("", [sheet_of(rows)]), ZoneInfo(zone))
    assert path.stat().st_size


def test_every_sheet_has_a_name_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "all.xlsx"
    names = ["Kin Centre", "kin centre", "", "'", "😀" * 20, "😀" * 20, "Kin\x0b", "\uffff\ud800"]
    sheets = [sheet_of(made(1), name) for name in names]
    write_xlsx(path, Book("Kin\x0b\uffff\ud800", sheets), ZONE, silently)
    found = opened(path).sheetnames
    assert len({name.casefold() for name in found}) == len(names)
    assert all(len(name.encode("utf-16-le")) <= 62 for name in found)


# Whole or not at all.
@contextmanager
def disk_of(room: int) -> Iterator[None]:
    """A disk that is full once a file has so many bytes."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@pytest.mark.parametrize("name", ["sales.csv", "sales.xlsx"])
def test_a_full_disk_leaves_what_was_there(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("the one before", encoding="utf-8")
    with disk_of(4_096), pytest.raises(OSError, match=r"large|space"):
        write_book(path, book_of(made(2_000)), ZONE)
    assert path.read_text(encoding="utf-8") == "the one before"
    assert [one.name for one in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["sales.csv", "sales.xlsx"])
@pytest.mark.parametrize("at", [0, 1_000, 2_000])
def test_what_is_cancelled_leaves_what_was_there_also_at_the_very_end(
    tmp_path: Path, name: str, at: int
) -> None:
    path = tmp_path / name
    path.write_text("the one before", encoding="utf-8")

    def stop(progress: Progress) -> None:
        if progress.done >= at:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_book(path, book_of(made(2_000)), ZONE, report=stop)
    assert path.read_text(encoding="utf-8") == "the one before"
    assert [one.name for one in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["sales.csv", "sales.xlsx"])
@pytest.mark.parametrize("more", [-1, 1])
def test_rows_that_came_or_went_meanwhile_end_it(tmp_path: Path, name: str, more: int) -> None:
    rows = made(1_000)
    changed = Sheet("Ventes", HEADERS, lambda: rows, len(rows) - more)
    with pytest.raises(RowsChanged):
        write_book(tmp_path / name, Book("", [changed]), ZONE)
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_open_elsewhere_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sales.csv"
    path.write_text("the one before", encoding="utf-8")

    def refused(_: Path, __: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(PermissionError):
        write_book(path, book_of(made(3)), ZONE)
    assert path.read_text(encoding="utf-8") == "the one before"
    assert [one.name for one in tmp_path.iterdir()] == ["sales.csv"]


# Sums, and where they stand.
def test_sums_without_a_column_for_amounts_only_count() -> None:
    sums = Sums()
    sums.add("CDF", 100, counts=True)
    sums.add("USD", 250, counts=False)
    assert sums.totals(NAMES, None, None) == [Total("Paid", {}, 1), Total("All", {}, 2)]
    paid = [total.cells[0] for total in sums.totals(NAMES, 0, None) if total.name == "Paid USD"]
    assert paid == [Amount(0)]


def test_columns_of_numbers_are_summed_and_no_others() -> None:
    headers = [Header("Name", 9), Header("Id", 9, right=True, names=True), *HEADERS[3:4]]
    rows: list[Row] = [["a", 7, Amount(5)], ["b", 9, None], ["c", 1, Amount(-15)]]
    assert summed("Total", headers, rows) == Total("Total", {2: Amount(-10)})


@pytest.mark.parametrize(
    ("taken", "number", "name", "apart"),
    [
        ([], None, range(4), None),
        ([3], 12, range(2), 2),
        ([1], 12, range(1), None),
        ([0, 2], 12, range(1, 2), None),
        ([0, 1, 2, 3], 12, range(4, 5), None),
    ],
)
def test_a_total_is_named_where_no_figure_stands(
    taken: list[int], number: int | None, name: range, apart: int | None
) -> None:
    cells: dict[int, Cell] = dict.fromkeys(taken, 1)
    assert spread(Total("Total", cells, number), 4) == (name, apart)


def test_progress_counts_all_sheets_and_held_rows_are_read_once() -> None:
    told: list[Progress] = []
    read: list[int] = []

    def rows() -> list[Row]:
        read.append(1)
        return made(600)

    book = Book("", [Sheet("a", HEADERS, rows, 600), Sheet("b", HEADERS, rows, 600)])
    kept = held(book, told.append)
    assert [(one.done, one.total) for one in told] == [
        (0, 1200),
        (500, 1200),
        (600, 1200),
        (1100, 1200),
    ]
    counter = Counter(kept.count, silently)
    assert list(counter.rows(kept.sheets[1])) == made(600)
    assert len(read) == 2
