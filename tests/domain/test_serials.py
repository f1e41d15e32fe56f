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
    assert read_csv(text, ["SN-100", "SN-200"]) == ["SN-100", "SN-200"]


def test_an_empty_table_names_nobody() -> None:
    assert read_csv("\n\n", ["SN-1"]) == []
    assert read_serials(" ; ,\n") == []
