"""Entries of the journal in words: what was done, to what, and from where to where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from desktop_admin.domain.changes import ChangeKind, Entity, Field
from desktop_admin.domain.evidence import Confidence
from desktop_admin.domain.journal import EntrySummary, FieldCount, JournalEntry
from desktop_admin.wording.plain import one_line
from desktop_admin.wording.words import Words

#: What the groups of sales are called that an operator chose one by one.
CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Names:
    """What boutiques, terminals and sales are called, by id; one that is gone has none."""

    boutiques: Mapping[int, str] = field(default_factory=dict)
    terminals: Mapping[int, str] = field(default_factory=dict)
    sales: Mapping[int, str] = field(default_factory=dict)

    def boutique(self, id_: int) -> str:
        """The boutique's name, else its number."""
        return self._name(self.boutiques, id_)

    def terminal(self, id_: int) -> str:
        """The terminal's name, else its number."""
        return self._name(self.terminals, id_)

    def sale(self, id_: int) -> str:
        """The invoice number, else the sale's own."""
        return self._name(self.sales, id_)

    @staticmethod
    def _name(names: Mapping[int, str], id_: int) -> str:
        return one_line(names.get(id_, f"#{id_}"))


def what(words: Words, entry: JournalEntry, summary: EntrySummary | None) -> str:
    """What an entry did, in a word or two."""
    if entry.kind is ChangeKind.UNDO:
        again = entry.earlier is not None and entry.earlier.kind is ChangeKind.UNDO
        return words.text("Redo") if again else words.text("Undo")
    if entry.kind is ChangeKind.REPAIR:
        if by_hand(entry):
            sales = summary.sales if summary is not None else entry.applied
            return words.text("Sale attached") if sales == 1 else words.text("Sales attached")
        return words.text("Repair")
    first = main_field(summary)
    if entry.kind is ChangeKind.ACTIVATE:
        off = first is not None and first.after == 0
        return words.text("Switched off") if off else words.text("Switched on")
    if first is not None and (first.afters, first.after) == (1, None):
        return words.text("Detached")
    return words.text("Assignment")


def by_hand(entry: JournalEntry) -> bool:
    """Whether an operator chose the sales of a repair one by one."""
    chosen = entry.groups[:1] and entry.groups[0].key.startswith(CHOSEN)
    return entry.kind is ChangeKind.REPAIR and bool(chosen)


def main_field(summary: EntrySummary | None) -> FieldCount | None:
    """What an entry is about: terminals before sales."""
    if summary is None or not summary.fields:
        return None
    terminals = (one for one in summary.fields if one.entity is Entity.TERMINAL)
    return next(terminals, summary.fields[0])


def subject(words: Words, entry: JournalEntry, summary: EntrySummary, names: Names) -> str:
    """What an entry is about: a terminal, a sale, what its sales come to."""
    first = main_field(summary)
    if first is None:
        return one_line(entry.title)
    if first.rows == 1:
        terminal = first.entity is Entity.TERMINAL
        return names.terminal(first.row_id) if terminal else names.sale(first.row_id)
    if entry.title:
        return one_line(entry.title)
    if summary.amounts:
        amounts = words.amounts(summary.amounts)
        if entry.kind is ChangeKind.REPAIR and first.before is None and first.befores == 1:
            if first.field is Field.TERMINAL:
                return words.text("Without terminal: {amounts}", amounts=amounts)
            return words.text("Orphans: {amounts}", amounts=amounts)
        return words.text("Sales: {amounts}", amounts=amounts)
    return ""


def how_many(words: Words, summary: EntrySummary) -> str:
    """How many terminals and sales an entry changed."""
    terminals = sum(
        one.rows
        for one in summary.fields
        if one.entity is Entity.TERMINAL and one.field is Field.BOUTIQUE
    )
    if not terminals:
        switched = (one.rows for one in summary.fields if one.entity is Entity.TERMINAL)
        terminals = max(switched, default=0)
    parts = []
    if terminals:
        parts.append(words.count("{n} terminal", "{n} terminals", terminals))
    if summary.sales:
        parts.append(words.count("{n} sale", "{n} sales", summary.sales))
    return ", ".join(parts)


def before_after(words: Words, summary: EntrySummary, names: Names) -> tuple[str, str]:
    """From where to where an entry moved things; both empty where it moved none."""
    first = main_field(summary)
    if first is None:
        return "", ""
    return (
        _places(words, first, (first.befores, first.before), names),
        _places(words, first, (first.afters, first.after), names),
    )


def _places(words: Words, of: FieldCount, values: tuple[int, int | None], names: Names) -> str:
    different, one = values
    if different == 1:
        return value(words, of.entity, of.field, one, names)
    if of.field is Field.TERMINAL:
        return words.count("{n} terminal", "{n} terminals", different)
    if of.field is Field.ACTIVE:
        return words.text("partly active")
    return words.count("{n} boutique", "{n} boutiques", different)


def value(words: Words, entity: Entity, of: Field, id_: int | None, names: Names) -> str:
    """One value that was or is there: a boutique, a terminal, switched on or off."""
    if of is Field.ACTIVE:
        return words.text("active") if id_ else words.text("inactive")
    if of is Field.TERMINAL:
        return words.text("no terminal") if id_ is None else names.terminal(id_)
    if id_ is not None:
        return names.boutique(id_)
    terminal = entity is Entity.TERMINAL
    return words.text("without boutique") if terminal else words.text("no boutique")


def group(words: Words, key: str, names: Names) -> str:
    """What a group of changes is called: where it goes, of which terminal, how sure it was."""
    code, *parts = key.split("|")
    ids = dict(_ids(parts))
    terminal, boutique = ids.get("terminal"), ids.get("boutique")
    known = [
        names.terminal(terminal) if terminal is not None else "",
        names.boutique(boutique) if boutique is not None else "",
        _sureness(words).get(code, ""),
    ]
    return " · ".join(one for one in known if one) or words.text("All changes")


def of_day(words: Words, entries: int) -> str:
    """How many entries a day has."""
    return words.count("{n} change", "{n} changes", entries)


def of_group(words: Words, rows: int, *, sales: bool) -> str:
    """How many values a group has; `sales`: of sales alone."""
    if sales:
        return words.count("{n} sale", "{n} sales", rows)
    return words.count("{n} value", "{n} values", rows)


def more(words: Words, some: int, left: int) -> str:
    """What offers the next `some` of the rows that are not shown."""
    if left <= some:
        return words.count("Show the {n} other row", "Show the {n} other rows", left)
    return words.text(
        "Show {some} more of {left} rows", some=words.number(some), left=words.number(left)
    )


def _ids(parts: Iterable[str]) -> Iterable[tuple[str, int]]:
    for part in parts:
        name, _, number = part.partition("=")
        if number.isdecimal():
            yield name, int(number)


def _sureness(words: Words) -> Mapping[str, str]:
    return {
        Confidence.CERTAIN.value: words.text("certain"),
        Confidence.DEDUCED.value: words.text("deduced"),
        Confidence.CONFLICT.value: words.text("decided in a conflict"),
        Confidence.BLOCKED.value: words.text("decided without evidence"),
        CHOSEN: words.text("chosen by hand"),
    }
