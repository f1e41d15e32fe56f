"""Every sentence has its French; numbers, money and times are written as people write them."""

import re
import string
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import desktop_admin
from desktop_admin.domain.changes import ChangeKind, Reason
from desktop_admin.domain.evidence import Basis, Confidence, Witness
from desktop_admin.domain.evidence import Testimony as Said
from desktop_admin.domain.health import Cause, Scenario
from desktop_admin.domain.journal import EntryState, Fault, JournalCheck
from desktop_admin.domain.money import Amounts, Money
from desktop_admin.domain.repair import Caution
from desktop_admin.sources.base import ReadOnlyReason
from desktop_admin.wording import changes, errors, evidence, health
from desktop_admin.wording.languages import LANGUAGES
from desktop_admin.wording.plain import encodable, not_a_formula, one_line
from desktop_admin.wording.words import Words

PACKAGE = Path(desktop_admin.__file__).parent
CATALOGUE = PACKAGE / "wording/locale/fr/LC_MESSAGES/desktop_admin.po"
SPEAKING = ("cli", "reports", "wording")


def extracted() -> set[str]:
    keywords = {"text": None, "count": (1, 2)}
    found = set()
    for folder in SPEAKING:
        for _, _, message, *_ in extract_from_dir(
            PACKAGE / folder, [("**.py", "python")], keywords=keywords
        ):
            found.add(message[0] if isinstance(message, tuple) else message)
    return found


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def translations() -> dict[str, Message]:
    with CATALOGUE.open("rb") as lines:
        messages = [message for message in read_po(lines) if message.id]
    return {one.id[0] if isinstance(one.id, tuple) else str(one.id): one for one in messages}


def test_every_sentence_of_the_source_is_in_the_catalogue_and_no_other() -> None:
    assert set(translations()) == extracted()


def test_every_translation_is_there_and_fills_in_the_same_values() -> None:
    for source, message in translations().items():
        said = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(said), source
        assert not message.fuzzy, source
        for one in said:
            assert fields(str(one)) == fields(source), source


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_of_the_domain_has_words(language: str) -> None:
    words = Words(language)
    for confidence in Confidence:
        assert evidence.confidence(words, confidence)
        assert evidence.explain(words, confidence)
    for basis in Basis:
        speaks = (1,) if basis in evidence._SPEAKING or "goods" not in basis.value else ()
        for boutiques in (speaks, ()):
            if boutiques and basis in evidence._SILENT:
                continue
            if not boutiques and basis in evidence._SPEAKING:
                continue
            said = Said(Witness.PLACE, basis, boutiques, tuple(1 for _ in boutiques))
            assert evidence.testimony(words, said, {})
    assert all(evidence.caution(words, one) for one in Caution)
    assert all(health.scenario(words, one) for one in Scenario)
    assert all(health.cause(words, one) for one in Cause)
    assert all(changes.kind(words, one) for one in ChangeKind)
    assert all(changes.reason(words, one) for one in Reason)
    assert all(changes.state(words, one) for one in EntryState)
    assert all(changes.check(words, JournalCheck(1, 1, one, 1, 1)) for one in (None, *Fault))
    assert all(errors.read_only(words, one) for one in ReadOnlyReason)


def test_money_is_written_as_the_language_writes_it_and_currencies_stay_apart() -> None:
    amounts = Amounts({"CDF": 123_456_700, "USD": 21450})
    assert Words("fr").money(Money("CDF", 123_456_700)) == "1\u202f234\u202f567,00\u00a0CDF"
    assert Words("fr").amounts(amounts).endswith("CDF et 214,50\u00a0USD")
    assert Words("en").amounts(amounts) == "1,234,567.00\u00a0CDF and 214.50\u00a0USD"
    assert Words("en").amounts(Amounts()) == "–"


def test_moments_are_told_in_the_shops_time_zone() -> None:
    moment = datetime(2025, 10, 29, 12, 55, tzinfo=UTC)
    assert Words("fr").moment(moment) == "29/10/2025 13:55"
    assert Words("fr", "America/St_Johns").moment(moment) == "29/10/2025 10:25"
    assert Words("fr").moment(None) == "heure inconnue"


def test_text_from_terminals_stays_on_one_line_and_does_nothing() -> None:
    hostile = "a\x1b[2Jb\nc\u202ed\x00" + "x" * 10_000
    shown = one_line(hostile, 50)
    assert len(shown) == 50
    assert shown == "a [2Jb c\ufffdd ".ljust(49, "x") + "…"
    assert one_line("Élise 你 😀") == "Élise 你 😀"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "  =1", "\u00a0=1", "＝1"])
def test_what_a_spreadsheet_would_compute_is_text(text: str) -> None:
    assert not_a_formula(text) == f"'{text}"
    assert not_a_formula("Gombe = 3") == "Gombe = 3"


def test_signs_a_console_lacks_become_simpler_ones() -> None:
    assert encodable("1\u202f234 → 😀", "cp1252") == "1\u00a0234 -> ?"
    assert encodable("1\u202f234 → 😀", "utf-8") == "1\u202f234 → 😀"
    assert encodable("é", "no-such-code-page") == "?"


def test_no_line_of_french_begins_with_a_sign_or_ends_with_a_guillemet() -> None:
    catalogue = Path(desktop_admin.__file__).parent / "wording/locale/fr/LC_MESSAGES"
    for path in catalogue.glob("*.po"):
        with path.open("rb") as file:
            sentences = [form for message in read_po(file) for form in forms(message.string)]
        assert sentences
        assert [text for text in sentences if re.search(r"\S [:;?!»]|« ", text)] == []


def forms(translation: str | Sequence[str] | None) -> Sequence[str]:
    return [translation] if isinstance(translation, str) else translation or ()
