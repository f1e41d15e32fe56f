"""The language of the window: its own sentences, and Qt's for standard texts."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop_admin.gui import _built
from desktop_admin.wording.languages import DEFAULT_LANGUAGE, LANGUAGES

_CATALOGUE = "boutique_admin_{}.qm"
_QT_CATALOGUE = "qtbase_{}.qm"


def chosen_language(wanted: str | None) -> str:
    """The language to speak: the one wanted, else the system's, else French."""
    if wanted in LANGUAGES:
        return str(wanted)
    systems = QLocale.system().name().partition("_")[0]
    return systems if systems in LANGUAGES else DEFAULT_LANGUAGE


def speak(application: QCoreApplication, language: str) -> list[QTranslator]:
    """Let `application` speak `fr` or `en`, and write numbers so; for before the first window.

    Returns what was installed, for `fall_silent`.
    """
    QLocale.setDefault(QLocale(language))
    built = Path(_built.__file__).parent
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    installed = []
    for path in (qt / _QT_CATALOGUE.format(language), built / _CATALOGUE.format(language)):
        translator = QTranslator(application)
        if translator.load(str(path)):
            application.installTranslator(translator)
            installed.append(translator)
        else:
            translator.deleteLater()
    return installed


def fall_silent(application: QCoreApplication, installed: list[QTranslator]) -> None:
    """Take back what `speak` installed."""
    for translator in installed:
        application.removeTranslator(translator)
        translator.deleteLater()
