"""The menu of the settings, and the one of the connections."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop_admin import settings
from desktop_admin.gui.context import Context, Restart
from desktop_admin.gui.messages import MessageKind
from desktop_admin.gui.text import fill, one_line
from desktop_admin.opening import DEMO

#: Each language by its own name.
LANGUAGE_NAMES = {"fr": "Français", "en": "English"}


def settings_menu(context: Context, parent: QWidget) -> QMenu:
    """Theme, language, and which keys do what."""
    menu = QMenu(parent)
    themes = menu.addMenu(QCoreApplication.translate("Settings", "&Colours"))
    chosen = context.preferences.settings.theme
    _choices(
        themes,
        [(theme.value, _theme_name(theme)) for theme in settings.Theme],
        chosen.value,
        partial(_choose_theme, context),
    )
    languages = menu.addMenu(QCoreApplication.translate("Settings", "&Language"))
    _choices(
        languages,
        list(LANGUAGE_NAMES.items()),
        context.language,
        partial(_choose_language, context),
    )
    menu.addSeparator()
    keys = menu.addAction(QCoreApplication.translate("Settings", "&Keys…"))
    keys.triggered.connect(partial(_tell_keys, parent))
    return menu


def connections_menu(
    context: Context, manage: Callable[[], None], prepare: Callable[[], None], parent: QWidget
) -> QMenu:
    """Every connection there is, and what can be done with the present one."""
    menu = QMenu(parent)
    demo = QCoreApplication.translate("Connection", "Demo shop")
    names = [(DEMO, demo)]
    names += [(one.name, one.name) for one in context.preferences.settings.connections]
    group = QActionGroup(menu)
    for key, name in names:
        # Without an icon: it would stand where the check mark of the present one does.
        action = menu.addAction(_plain(name))
        action.setCheckable(True)
        action.setChecked(key == context.session.key)
        group.addAction(action)
        action.triggered.connect(partial(_open, context, key))
    menu.addSeparator()
    menu.addAction(QCoreApplication.translate("Connection", "Connections…"), manage)
    info = context.session.info
    if info is not None and not info.prepared:
        menu.addAction(QCoreApplication.translate("Connection", "Prepare this database…"), prepare)
    return menu


def _plain(name: str) -> str:
    """A name from a file: no mnemonics in it."""
    return one_line(name).replace("&", "&&")


def _choices(
    menu: QMenu, entries: list[tuple[str, str]], chosen: str, choose: Callable[[str], None]
) -> None:
    group = QActionGroup(menu)
    for key, name in entries:
        action = QAction(name, menu)
        action.setCheckable(True)
        action.setChecked(key == chosen)
        action.triggered.connect(partial(_chosen, choose, key))
        group.addAction(action)
        menu.addAction(action)


def _chosen(choose: Callable[[str], None], key: str, _checked: bool = False) -> None:
    choose(key)


def _theme_name(theme: settings.Theme) -> str:
    return {
        settings.Theme.SYSTEM: QCoreApplication.translate("Settings", "As the system"),
        settings.Theme.LIGHT: QCoreApplication.translate("Settings", "Light"),
        settings.Theme.DARK: QCoreApplication.translate("Settings", "Dark"),
    }[theme]


def _choose_theme(context: Context, key: str) -> None:
    theme = settings.Theme(key)
    _save(context, replace(context.preferences.settings, theme=theme))
    context.theme.choose(theme)


def _choose_language(context: Context, key: str) -> None:
    _save(context, replace(context.preferences.settings, language=key))
    context.ways.restart(Restart(language=key))


def _open(context: Context, key: str, _checked: bool = False) -> None:
    context.ways.restart(Restart(source=key))


def _save(context: Context, chosen: settings.Settings) -> None:
    try:
        context.preferences.save(chosen)
    except OSError as error:
        text = QCoreApplication.translate(
            "Settings", "This holds until the window is closed: it could not be saved (%1)."
        )
        reason = one_line(error.strerror or type(error).__name__)
        context.messages.say(fill(text, reason), MessageKind.WARNING)


def _tell_keys(parent: QWidget, _checked: bool = False) -> None:
    from desktop_admin.gui.shell.keys_dialog import Keys

    dialog = Keys(parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
