"""Lists of serial numbers, as people paste them and spreadsheets save them."""

import pytest

from desktop_admin.domain.serials import SerialState, find_terminals, read_csv, read_serials
from tests.domain.test_assign import till

TILLS = [till(1, serial="SN-100"), till(2, serial=" SN-200 "), till(3, serial="ab12")]


@pytest.mark.parametrize(
    "text", ["SN-1\nSN-2", "SN-1, SN-2", " SN-1;SN-2 ", "SN-1\tSN-2\r\n", "SN-1 | SN-2"]
)
def test_a_pasted_list_may_be_written_in_any_way(text: str) -> None:
    assert read_serials(text) == ["SN-1", "SN-2"]


def test_every_serial_is_told_apart() -> None:
    lines = find_terminals(["SN-100", "SN-200", "SN-100", "SN-10O", "AB12", "zzzz"], TILLS)
    assert [line.state for line in lines] == [
        SerialState.FOUND,
        SerialState.FOUND,
        SerialState.TWICE,
        SerialState.UNKNOWN,
        SerialState.UNKNOWN,
        SerialState.UNKNOWN,
    ]
    assert [line.terminal.id if line.terminal else None for line in lines[:3]] == [1, 2, 1]
    assert lines[3].nearest[0] == "SN-100"
    assert lines[4].nearest == ("ab12",)
    assert lines[5].nearest == ()


def test_two_terminals_that_differ_by_spaces_alone_are_not_guessed() -> None:
    lines = find_terminals(["SN-1"], [till(1, serial="SN-1"), till(2, serial="SN-1 ")])
    assert [line.state for line in lines] == [SerialState.AMBIGUOUS]


@pytest.mark.parametrize(
    "text",
    [
        "Nom;N° de série\nCaisse;SN-100\nComptoir;SN-200\n",
        "name,serial\nCaisse,SN-100\nComptoir,SN-200\n",
        "Caisse\tSN-100\nComptoir\tSN-200\n",
        "SN-100\nSN-200\n",
    ],
)
def test_a_table_is_read_by_its_head_or_by_what_it_holds(text: str) -> None:
    assert read_csv(text, ["SN-100", "SN-200"]).serials == ["SN-100", "SN-200"]


def test_an_empty_table_names_nobody() -> None:
    assert read_csv("\n\n", ["SN-1"]).serials == ()
    assert read_serials(" ; ,\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "SN 12 34\nSN-1",
        '"SN 12 34"\n"SN-1"',
        "SN 12 34;SN-1",
        "SN 12 34\tSN-1",
        "\u200bSN 12 34 \n\u00ab\u00a0SN-1\u00a0\u00bb",
        "\nNumero\nSN 12 34\nSN-1",
        "N° de série\nSN 12 34\nSN-1",
        "sep=;\nNom;Serial number\nSN 12 34;SN-1",
    ],
)
def test_a_stored_serial_is_found_whatever_it_holds_and_however_it_is_written(text: str) -> None:
    assert read_serials(text, [" SN 12 34", "SN-1"]) == ["SN 12 34", "SN-1"]


def test_a_line_that_is_no_serial_is_split() -> None:
    assert read_serials("SN 12 35 SN-1", ["SN 12 34", "SN-1"]) == ["SN", "12", "35", "SN-1"]
    assert read_serials("a,b\na,c", ["a,b"]) == ["a,b", "a", "c"]


@pytest.mark.parametrize(
    "head", ["Numero", "Numéro", "N° de série", "Serial", "Serial number", "S/N", '"SN"', "SERIE"]
)
def test_the_head_of_a_column_is_no_serial(head: str) -> None:
    assert read_serials(f"{head}\nSN-1") == ["SN-1"]
    assert read_csv(f"{head}\nSN-1\n", []).serials == ["SN-1"]
    assert read_csv(f"Nom;{head}\nA;SN-1\n", []).serials == ["SN-1"]


def test_a_serial_that_looks_like_a_head_is_kept() -> None:
    assert read_serials("Numero\nSN-1", ["Numero"]) == ["Numero", "SN-1"]
    assert read_serials("SERIAL-1\nSERIAL-2") == ["SERIAL-1", "SERIAL-2"]
    assert read_csv("SERIAL-1;A\nSERIAL-2;B\n", []).serials == ["SERIAL-1", "SERIAL-2"]


def test_nothing_of_a_long_list_is_lost() -> None:
    serials = read_serials("\n".join([*(f"X{number}" for number in range(40_000)), "SN-100"]))
    lines = find_terminals(serials, TILLS)
    assert len(lines) == 40_001
    assert lines[-1].state is SerialState.FOUND


def test_without_a_head_every_known_serial_of_a_table_is_taken() -> None:
    table = read_csv("SN-1,SN-2\nSN-3\nA,SN-9\nsn 4,B", ["SN-1", "SN-2", "SN-3", "sn 4"])
    assert table.serials == ["SN-1", "SN-2", "SN-3", "A", "sn 4"]
    assert (table.column, table.columns, table.head) == (1, 2, "")


def test_a_table_says_which_column_was_read() -> None:
    text = "Ancienne série;Nom;Numero\nSN-1;A;SN-2\n;B;SN-3\n"
    table = read_csv(text, ["SN-2", "SN-3", "SN 12 34"])
    assert (table.serials, table.head) == (["SN-2", "SN-3"], "Numero")
    quoted = 'sep=;\r\nNom;N° de série\r\n"Caisse; 1\nbis";SN 12 34\r\n'
    assert read_csv(quoted, ["SN 12 34"]).serials == ["SN 12 34"]


def test_a_separator_inside_a_stored_serial_does_not_cut_it() -> None:
    assert read_csv("a,b\nc,d\n", ["a,b"]).serials == ["a,b", "c"]
