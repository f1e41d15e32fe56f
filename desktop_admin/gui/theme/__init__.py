"""Colours, icons and fonts, from tokens."""

from desktop_admin.gui.theme.theme import Theme
from desktop_admin.gui.theme.tokens import Scheme, Tokens

__all__ = ["Scheme", "Theme", "Tokens"]
