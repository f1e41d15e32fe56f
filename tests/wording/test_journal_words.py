"""What an entry of the journal is about, in words."""

from datetime import UTC, datetime

import pytest

from desktop_admin.domain.changes import ChangeKind, Entity, Field, Group
from desktop_admin.domain.evidence import Confidence
from desktop_admin.domain.journal import EntrySummary, FieldCount, JournalEntry
from desktop_admin.domain.money import Amounts
from desktop_admin.wording import journal
from desktop_admin.wording.words import Words

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
GROUP = Group(f"{Confidence.CERTAIN}|boutique=5|terminal=7")


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (Field.BOUTIQUE, "Orphelines\u00a0: 15,00\u00a0CDF"),
        (Field.TERMINAL, "Sans terminal\u00a0: 15,00\u00a0CDF"),
    ],
)
def test_a_repair_says_what_its_sales_lacked(field: Field, expected: str) -> None:
    entry = JournalEntry(
        *(1, "x", ChangeKind.REPAIR, "", "Aline", "POSTE-1", "", NOW, 2, 0, (GROUP,), None, 0, "")
    )
    counted = FieldCount(Entity.SALE, field, 2, 17, 1, None, 1, 7)
    summary = EntrySummary((counted,), 2, Amounts({"CDF": 1500}))
    assert journal.subject(Words("fr"), entry, summary, journal.Names()) == expected


def test_a_group_of_sales_without_terminal_is_told_like_any_other() -> None:
    names = journal.Names({5: "Gombe"}, {7: "Caisse 1"})
    assert journal.group(Words("en"), GROUP.key, names) == "Caisse 1 · Gombe · certain"
    nowhere = f"{Confidence.DEDUCED}|boutique=None|terminal=7"
    assert journal.group(Words("en"), nowhere, names) == "Caisse 1 · deduced"
