"""What sales can be filtered by, and go to: everything that has a name, read in one go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desktop_admin.domain.model import Boutique, Merchant, Terminal
from desktop_admin.gui.widgets.options_model import Option
from desktop_admin.sources.base import SaleChoices, SalesSource


@dataclass(frozen=True, slots=True)
class Directory:
    """Boutiques, terminals and merchants by id; what occurs in sales; the options made of it."""

    boutiques: Mapping[int, Boutique] = field(default_factory=dict)
    terminals: Mapping[int, Terminal] = field(default_factory=dict)
    merchants: Mapping[int, Merchant] = field(default_factory=dict)
    options: Mapping[str, Sequence[Option]] = field(default_factory=dict)


def read_directory(source: SalesSource, payments: Mapping[str, str]) -> Directory:
    """Ask `source`; `payments` are the words for its codes. For workers."""
    boutiques, terminals = source.boutiques(), source.terminals()
    merchants, choices = source.merchants(), source.sale_choices()
    return Directory(
        {one.id: one for one in boutiques},
        {one.id: one for one in terminals},
        {one.id: one for one in merchants},
        {
            "boutiques": [Option(one.id, one.name, one.merchant_name) for one in boutiques],
            "terminals": [Option(one.id, one.name, one.serial) for one in terminals],
            "merchants": [Option(one.id, one.name) for one in merchants],
            **_choice_options(choices, payments),
        },
    )


def _choice_options(
    choices: SaleChoices, payments: Mapping[str, str]
) -> Mapping[str, Sequence[Option]]:
    return {
        "payments": [Option(code, payments.get(code, code)) for code in choices.payments],
        "currencies": [Option(code, code) for code in choices.currencies],
    }
