"""Which languages are spoken, and the shops' time zone; kept apart because it loads nothing."""

from __future__ import annotations

#: French is complete and the default; English is the language of the source texts.
LANGUAGES = ("fr", "en")
DEFAULT_LANGUAGE = "fr"
DEFAULT_ZONE = "Africa/Kinshasa"
