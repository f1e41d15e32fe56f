"""French is complete and of today's sentences; English has its plural forms."""

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from desktop_admin.gui.language import chosen_language, fall_silent, speak

ROOT = Path(__file__).parents[2]
CATALOGUES = ROOT / "resources/translations"
#: A sign that belongs to the word before or behind it, and a space where a line may break.
LOOSE_SIGN = re.compile(r"\S [:;?!»]|« ")
OPTIONS = ["-silent", "-no-obsolete", "-locations", "none"]


def sources() -> list[str]:
    code = (ROOT / "desktop_admin/gui").rglob("*.py")
    forms = (ROOT / "ui").rglob("*.ui")
    return sorted(
        str(path.relative_to(ROOT)) for path in [*code, *forms] if "_built" not in path.parts
    )


def messages(path: Path) -> list[tuple[str, str, ET.Element]]:
    found = []
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            found.append(
                (context.findtext("name", ""), message.findtext("source", ""), translation)
            )
    return found


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_sentence_is_translated(language: str) -> None:
    for context, source, translation in messages(CATALOGUES / f"boutique_admin_{language}.ts"):
        forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
        assert all(forms), (context, source)
        assert translation.get("type") is None, (context, source)


def test_every_place_of_a_value_is_in_the_translation() -> None:
    for context, source, translation in messages(CATALOGUES / "boutique_admin_fr.ts"):
        forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
        for mark in ("%1", "%2", "%Ln"):
            # One thing alone may do without its number.
            held = [mark in (form or "") for form in (forms[-1:] if mark == "%Ln" else forms)]
            assert all(one == (mark in source) for one in held), (context, source)


def test_no_line_of_french_begins_with_a_sign_or_ends_with_a_guillemet() -> None:
    for context, source, translation in messages(CATALOGUES / "boutique_admin_fr.ts"):
        for text in translation.itertext():
            assert not LOOSE_SIGN.search(text), (context, source, text)


@pytest.mark.parametrize(("language", "options"), [("fr", []), ("en", ["-pluralonly"])])
def test_the_catalogue_knows_every_sentence_of_the_code(
    tmp_path: Path, language: str, options: list[str]
) -> None:
    """Else run lupdate with these options on the committed file, and translate what is new."""
    committed = CATALOGUES / f"boutique_admin_{language}.ts"
    updated = tmp_path / committed.name
    shutil.copy(committed, updated)
    tool = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent))
    assert tool is not None
    subprocess.run(
        [tool, *OPTIONS, *options, *sources(), "-ts", str(updated)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    known = {(context, source) for context, source, _ in messages(committed)}
    assert {(context, source) for context, source, _ in messages(updated)} == known


def test_qt_speaks_french_too(qapp: QApplication) -> None:
    installed = speak(qapp, "fr")
    try:
        assert len(installed) == 2
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuler"
        assert QLocale().decimalPoint() == ","
    finally:
        fall_silent(qapp, installed)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_the_language_is_the_one_wanted_else_the_system_s_else_french(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert chosen_language("en") == "en"
    for system, language in (("en_GB", "en"), ("fr_CD", "fr"), ("de_DE", "fr"), ("C", "fr")):
        monkeypatch.setattr(QLocale, "system", lambda name=system: QLocale(name))
        assert chosen_language(None) == language
