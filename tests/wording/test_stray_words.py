"""What the witnesses of a sale without terminal say, in both languages."""

import pytest

from desktop_admin.domain.evidence import Confidence
from desktop_admin.domain.repair import Caution
from desktop_admin.domain.stray import StrayBasis, StrayWitness, weigh_stray
from desktop_admin.domain.stray import StrayTestimony as Said
from desktop_admin.wording import stray
from desktop_admin.wording.languages import LANGUAGES
from desktop_admin.wording.words import Words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_words(language: str) -> None:
    words = Words(language)
    assert stray._SPEAKING.keys() | stray._SILENT.keys() == set(StrayBasis)
    sentences = [
        stray.testimony(
            words, Said(StrayWitness.NUMBER, basis, (7,) if basis in stray._SPEAKING else ()), {}
        )
        for basis in StrayBasis
    ]
    assert all(sentences)
    assert len(set(sentences)) == len(sentences)
    assert all(stray.explain(words, one) for one in Confidence)
    assert all(stray.caution(words, one) for one in Caution)


def test_a_weak_address_is_called_weak() -> None:
    words = Words("fr")
    both = [
        stray.testimony(words, Said(StrayWitness.ADDRESS, StrayBasis.SESSION, (7,), weak), {})
        for weak in (False, True)
    ]
    assert ["faible" in one for one in both] == [False, True]


def test_who_speaks_is_told_alone_and_the_silent_where_none_does() -> None:
    words = Words("en")
    serial = Said(StrayWitness.NUMBER, StrayBasis.SERIAL, (7,))
    none = Said(StrayWitness.NUMBER, StrayBasis.MADE_IN_BROWSER)
    silent = [Said(one, StrayBasis.NOT_BY_TERMINAL) for one in (*StrayWitness,)[1:]]
    assert stray.verdict(words, weigh_stray(serial, *silent), {}) == (
        "the sale's number bears the serial of 7"
    )
    # The two that were not asked say so once.
    assert stray.verdict(words, weigh_stray(none, *silent), {}) == (
        "by its number the sale was made in a browser, not on a terminal"
        " · not asked: by its number, none of the terminals made this sale"
    )
