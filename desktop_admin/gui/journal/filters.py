"""What narrows the journal down: kinds, people, and what one came here for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop_admin.domain.changes import ChangeKind
from desktop_admin.domain.journal import EntryCount, EntryFilter
from desktop_admin.gui._built.ui_journal_subject import Ui_JournalSubject
from desktop_admin.gui.context import Context
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.journal.words import ALL, GONE, TAKEN_BACK
from desktop_admin.gui.text import fill, one_line
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.filter_button import FilterButton, FilterWords
from desktop_admin.gui.widgets.options_model import Option

ICON = 16


@dataclass(frozen=True, slots=True)
class Subject:
    """What one follows through the journal, by id; None: no matter."""

    terminal: int | None = None
    sale: int | None = None
    boutique: int | None = None
    change_set: str | None = None

    @classmethod
    def of(cls, goto: Goto) -> Subject:
        """What `goto` names."""
        return cls(goto.terminal, goto.sale, goto.boutique, goto.change_set)

    @property
    def nothing(self) -> bool:
        """Whether it narrows nothing down."""
        return self == Subject()


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What shall be shown of the journal, apart from the period."""

    chip: str = ALL
    operators: frozenset[str] = frozenset()
    text: str = ""
    subject: Subject = Subject()

    @property
    def nothing(self) -> bool:
        """Whether all is shown."""
        return self == Narrowing()

    def filter(self, context: Context) -> EntryFilter:
        """What to ask for, in the period that is chosen."""
        kinds = None if self.chip in (ALL, TAKEN_BACK) else frozenset({ChangeKind(self.chip)})
        subject, period = self.subject, context.period
        return EntryFilter(
            change_set=subject.change_set,
            terminal=subject.terminal,
            sale=subject.sale,
            boutique=subject.boutique,
            since=period.since,
            until=period.until,
            operators=self.operators or None,
            kinds=kinds,
            states=GONE if self.chip == TAKEN_BACK else None,
            text=self.text,
        )


def chip_counts(counts: Sequence[EntryCount], operators: frozenset[str]) -> Mapping[str, int]:
    """How many entries each chip would show, of these people (none: of all)."""
    found: dict[str, int] = {ALL: 0, TAKEN_BACK: 0, **{kind.value: 0 for kind in ChangeKind}}
    for one in counts:
        if operators and one.operator not in operators:
            continue
        found[ALL] += one.entries
        found[one.kind.value] += one.entries
        if one.state in GONE:
            found[TAKEN_BACK] += one.entries
    return found


class People(QWidget):
    """Narrows the journal down to what some people did."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        words = FilterWords(
            QCoreApplication.translate("Journal", "Who", "a filter"),
            QCoreApplication.translate("Journal", "Who: all"),
            QCoreApplication.translate("Journal", "Who: %1"),
            QCoreApplication.translate("Journal", "Who: %1 +%2"),
            "%1",
        )
        self.button = FilterButton(context.theme, words, self)
        self.button.changed.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addStretch(1)

    @property
    def chosen(self) -> frozenset[str]:
        """These people; empty: all."""
        return frozenset(str(key) for key in self.button.chosen)

    def choose(self, people: frozenset[str]) -> None:
        """These people; tells nobody."""
        self.button.choose(people, {one: one for one in people})

    def offer(self, counts: Sequence[EntryCount]) -> None:
        """Everybody who made one of these entries, with how many."""
        each: dict[str, int] = {}
        for one in counts:
            each[one.operator] = each.get(one.operator, 0) + one.entries
        count = self._context.formats.count
        names = sorted(each, key=lambda name: (-each[name], name))
        self.button.offer([Option(name, one_line(name), count(each[name])) for name in names])


class SubjectBar(QFrame):
    """Says that only what concerns one terminal, sale, boutique or entry is shown."""

    clear_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._ui = Ui_JournalSubject()
        self._ui.setupUi(self)
        self._ui.clear.clicked.connect(self.clear_wanted)
        theme.changed.connect(self._colour)
        self._colour()
        self.hide()

    @property
    def text(self) -> str:
        """What is said."""
        return self._ui.text.text() if not self.isHidden() else ""

    def say(self, subject: Subject, name: str) -> None:
        """Say what is followed; `name`: how it is called."""
        self.setVisible(not subject.nothing)
        if subject.terminal is not None:
            text = self.tr("Only what was done to the terminal %1 and its sales")
        elif subject.sale is not None:
            text = self.tr("Only what was done to the sale %1")
        elif subject.boutique is not None:
            text = self.tr("Only what came to the boutique %1 or left it")
        else:
            text = self.tr("Only one entry of the journal")
        self._ui.text.setText(fill(text, one_line(name)))

    @Slot()
    def _colour(self) -> None:
        ratio = self.devicePixelRatio()
        self._ui.icon.setPixmap(self._theme.icons.pixmap("journal", "accent", ICON, ratio))
