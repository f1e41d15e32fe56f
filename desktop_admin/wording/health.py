"""The reading of a check."""

from __future__ import annotations

from desktop_admin.domain.health import Cause, Scenario
from desktop_admin.wording.words import Words


def scenario(words: Words, code: Scenario) -> str:
    """What support staff read from the letter, and what to do."""
    readings = {
        Scenario.A: words.text(
            "no sale at all: nothing reaches the server. Check the address, the header "
            "X-Device-Serial and the format of what the terminals send."
        ),
        Scenario.B: words.text(
            "sales arrive, some of them without boutique. Repair them, and see that each "
            "terminal has a boutique."
        ),
        Scenario.C: words.text(
            "sales arrive, each with its boutique. What is not seen is hidden by the page's "
            "filters, rights or cache."
        ),
    }
    return readings[code]


def cause(words: Words, code: Cause) -> str:
    """Why orphans are orphans."""
    names = {
        Cause.NO_TERMINAL: words.text("without terminal: stored by an older call of the server"),
        Cause.TERMINAL_WITHOUT_BOUTIQUE: words.text("the terminal has no boutique"),
        Cause.NOT_LINKED: words.text("the terminal has a boutique: the server did not link them"),
    }
    return names[code]
