"""What the witnesses of a sale without terminal say, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop_admin.domain.evidence import Confidence
from desktop_admin.domain.model import Terminal
from desktop_admin.domain.repair import Caution
from desktop_admin.domain.stray import StrayBasis, StrayTestimony, StrayVerdict
from desktop_admin.wording.plain import one_line
from desktop_admin.wording.words import Words


def explain(words: Words, code: Confidence) -> str:
    """What a confidence means of a sale without terminal."""
    meanings = {
        Confidence.CERTAIN: words.text("the serial in the number and another witness agree"),
        Confidence.DEDUCED: words.text("what speaks agrees, but proves nothing"),
        Confidence.CONFLICT: words.text("the witnesses disagree: somebody must decide"),
        Confidence.BLOCKED: words.text("no witness speaks"),
    }
    return meanings[code]


def caution(words: Words, code: Caution) -> str:
    """What must be said of a proposal."""
    names = {
        Caution.CLOSED: words.text("this boutique has closed since"),
        Caution.OTHER_MERCHANT: words.text("this terminal belongs to another merchant"),
    }
    return names[code]


def name(terminals: Mapping[int, Terminal], id_: int) -> str:
    """A terminal's name, fit for one line."""
    terminal = terminals.get(id_)
    return one_line(terminal.name, 60) if terminal else str(id_)


def verdict(words: Words, said: StrayVerdict, terminals: Mapping[int, Terminal]) -> str:
    """Every witness of a verdict that speaks; where none does, why each is silent."""
    speaking = [testimony(words, one, terminals) for one in said.testimonies if one.terminals]
    silent = [testimony(words, one, terminals) for one in said.testimonies if not one.terminals]
    return " · ".join(dict.fromkeys(speaking or silent))


def testimony(words: Words, said: StrayTestimony, terminals: Mapping[int, Terminal]) -> str:
    """One witness in one sentence."""
    if not said.terminals:
        return _SILENT[said.basis](words)
    terminal = name(terminals, said.terminals[0])
    if said.basis is StrayBasis.SESSION and said.weak:
        return words.text(
            "{terminal} was logged in at the sale's address, which others may share (weak)",
            terminal=terminal,
        )
    return _SPEAKING[said.basis](words, terminal)


_SPEAKING: Mapping[StrayBasis, Callable[[Words, str], str]] = {
    StrayBasis.SERIAL: lambda words, terminal: words.text(
        "the sale's number bears the serial of {terminal}", terminal=terminal
    ),
    StrayBasis.SESSION: lambda words, terminal: words.text(
        "{terminal}, and no other, was logged in at the sale's address", terminal=terminal
    ),
    StrayBasis.LAST_ADDRESS: lambda words, terminal: words.text(
        "{terminal} was last seen at the sale's address (weak)", terminal=terminal
    ),
    StrayBasis.ONLY_SELLER: lambda words, terminal: words.text(
        "{terminal} alone worked in the sale's boutique at that time", terminal=terminal
    ),
    StrayBasis.SOLD_THERE: lambda words, terminal: words.text(
        "{terminal} worked in the sale's boutique at that time, among others", terminal=terminal
    ),
    StrayBasis.ONLY_PRESENT: lambda words, terminal: words.text(
        "{terminal} is the only terminal of the sale's boutique today (weak)", terminal=terminal
    ),
}

_SILENT: Mapping[StrayBasis, Callable[[Words], str]] = {
    StrayBasis.UNKNOWN_SERIAL: lambda words: words.text(
        "no terminal, or more than one, has the serial in the number"
    ),
    StrayBasis.NO_SERIAL: lambda words: words.text("no serial in the number"),
    StrayBasis.MADE_IN_BROWSER: lambda words: words.text(
        "by its number the sale was made in a browser, not on a terminal"
    ),
    StrayBasis.NO_ADDRESS: lambda words: words.text("no address noted"),
    StrayBasis.OWN_ADDRESS: lambda words: words.text("the address is the server's own"),
    StrayBasis.UNKNOWN_ADDRESS: lambda words: words.text(
        "no terminal was seen at the sale's address at that time"
    ),
    StrayBasis.SHARED_ADDRESS: lambda words: words.text(
        "several terminals were seen at the sale's address"
    ),
    StrayBasis.INSTALLED_LATER: lambda words: words.text(
        "the terminal seen at the sale's address was set up later"
    ),
    StrayBasis.SEVERAL_TERMINALS: lambda words: words.text(
        "several terminals may have worked in the sale's boutique at that time"
    ),
    StrayBasis.NO_TERMINAL_THERE: lambda words: words.text(
        "no terminal is known in the sale's boutique at that time"
    ),
    StrayBasis.CHANGED_SINCE: lambda words: words.text(
        "the only terminal of the sale's boutique was changed after the sale"
    ),
    StrayBasis.NO_BOUTIQUE: lambda words: words.text("the sale has no boutique: repair it first"),
    StrayBasis.TIME_UNKNOWN: lambda words: words.text("nobody knows when the sale was made"),
    StrayBasis.NOT_BY_TERMINAL: lambda words: words.text(
        "not asked: by its number, none of the terminals made this sale"
    ),
}
