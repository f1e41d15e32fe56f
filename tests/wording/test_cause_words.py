"""What orphans have in common, and whether they are still being made, in both languages."""

from datetime import UTC, date, datetime

import pytest

from desktop_admin.domain.causes import CommonCause, Count, StillMade, Trait
from desktop_admin.wording import causes
from desktop_admin.wording.languages import LANGUAGES
from desktop_admin.wording.words import Words

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def _cause(trait: Trait, name: str, last: date | None = None) -> CommonCause:
    first = date(2026, 11, 12) if trait is Trait.DAY else None
    return CommonCause(
        *(trait, name, Count(90, 400), Count(100, 100_000), 80.0), first=first, last=last or first
    )


def test_a_cause_is_told_beside_what_is_usual() -> None:
    found = _cause(Trait.VERSION, "1.2")
    assert causes.cause(Words("en"), found) == (
        "90\u00a0% of the orphans were made by app version 1.2, but 0.4\u00a0% of all sales."
    )
    assert causes.cause(Words("fr"), found) == (
        "90\u00a0% des orphelines viennent de la version 1.2 de l’application, contre"
        " 0,4\u00a0% de toutes les ventes."
    )


def test_days_are_told_as_one_or_as_a_stretch() -> None:
    words = Words("fr")
    assert "datent du 12/11/2026, contre" in causes.cause(words, _cause(Trait.DAY, ""))
    stretch = causes.cause(words, _cause(Trait.DAY, "", date(2026, 11, 14)))
    assert "du 12/11/2026 au 14/11/2026" in stretch


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_words(language: str) -> None:
    words = Words(language)
    for trait in Trait:
        told = {causes.cause(words, _cause(trait, name)) for name in ("a\nb", "")}
        assert all("\n" not in one for one in told)
        advice = {causes.advice(words, _cause(trait, name)) for name in ("1.2", "")}
        assert len(advice) == (2 if trait is Trait.VERSION else 1)


def test_the_warning_names_terminal_boutique_and_moment() -> None:
    one = StillMade(7, 5, 3, NOW)
    assert causes.still(Words("en"), one, {}, {}) == (
        "7 is at 5, and the server stored 3 sales of it without boutique all the same;"
        " the last one came on 2026-11-22 10:00."
    )
    assert causes.still_made(Words("fr"), 1).startswith("Ces 3 derniers jours, le serveur")
    assert "2 terminaux" in causes.still_made(Words("fr"), 2)
