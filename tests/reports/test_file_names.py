"""Names that people gave become names of files that every system takes, each its own."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_admin.reports.file_names import distinct_names, safe_name


@pytest.mark.parametrize(
    ("given_name", "made"),
    [
        ("Kin Centre", "Kin Centre"),
        ("Épicerie  n° 7", "Épicerie n° 7"),
        ('a<b>c:d"e/f\\g|h?i*j', "a-b-c-d-e-f-g-h-i-j"),
        ("../../etc/passwd", "-..-etc-passwd"),
        ("fin. . .", "fin"),
        (".caché", "caché"),
        ("ligne\r\nsuite\tfin", "ligne suite fin"),
        ("\u202egnp.exe\u202c", "gnp.exe"),
        ("CON", "_CON"),
        ("com1.boutique", "_com1.boutique"),
        ("nul", "_nul"),
        ("Connue", "Connue"),
        ("", "_"),
        (" ... ", "_"),
        ("\udcff", "_"),
    ],
)
def test_a_name_is_one_that_every_system_takes(given_name: str, made: str) -> None:
    assert safe_name(given_name) == made


@given(st.text(max_size=300))
def test_whatever_the_name_the_file_can_be_made(name: str) -> None:
    made = safe_name(name)
    assert made
    assert len(made) <= 81
    assert len(made.encode()) <= 200
    assert not set(made) & set('<>:"/\\|?*')
    assert all(ord(sign) >= 32 for sign in made)
    assert made == made.strip(" .")
    assert made == unicodedata.normalize("NFC", made)


@given(
    st.dictionaries(
        st.integers(1, 50), st.sampled_from(["a", "A", "a (1)", "a (2)", "á", "á", "?", "*", ""])
    )
)
def test_no_two_files_are_the_same_on_a_disk_that_ignores_case(names: dict[int, str]) -> None:
    made = distinct_names(names)
    assert made.keys() == names.keys()
    folded = {unicodedata.normalize("NFC", one.casefold()) for one in made.values()}
    assert len(folded) == len(names)


def test_boutiques_of_the_same_name_are_told_apart_by_their_ids() -> None:
    found = distinct_names({4: "Kin Centre", 9: "KIN CENTRE", 5: "Limete"})
    assert found == {4: "Kin Centre (4)", 9: "KIN CENTRE (9)", 5: "Limete"}


def test_a_very_long_name_keeps_its_beginning() -> None:
    made = safe_name("Boutique " + "très " * 100 + "longue")
    assert made.startswith("Boutique très")
    assert len(made) <= 80
