"""Where the sales shall go: one of the candidates, or something else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFrame,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_admin.domain.evidence import Confidence
from desktop_admin.gui.context import Context
from desktop_admin.gui.repair.panel.reading import Candidate, Claim, View
from desktop_admin.gui.repair.panel.words import claims
from desktop_admin.gui.text import fill, tooltip
from desktop_admin.gui.widgets import sections
from desktop_admin.gui.widgets.restyle import restyle
from desktop_admin.gui.widgets.tab_stop import keep_one_tab_stop

ICON = 16
#: Room for the round mark of a radio button.
_MARK = 24


class TargetRadio(QRadioButton):
    """A candidate; its name is cut where there is no room."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__()
        self._name = name
        self.setToolTip(tooltip(f"{name}\n{why}"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the name where there is no room."""
        super().resizeEvent(event)
        room = max(0, self.width() - _MARK)
        shown = self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideMiddle, room)
        self.setText(shown.replace("&", "&&"))


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be chosen from."""

    confidence: Confidence
    candidates: Sequence[Candidate]
    unassigned: int | None
    by_browser: bool
    sales: int

    @classmethod
    def of(cls, view: View) -> Offer:
        """What a view offers."""
        return cls(view.confidence, view.candidates, view.unassigned, view.by_browser, view.sales)


class TargetChoice(QFrame):
    """Asks where some sales shall go, and says why nobody knows where that is so."""

    #: One of the candidates was chosen: its id.
    chosen = Signal(object)
    #: Something else shall be chosen.
    other_wanted = Signal()
    #: The terminal shall be assigned: its id.
    assign_wanted = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._offer: Offer | None = None
        self._strays = False
        self._radios: dict[int, TargetRadio] = {}
        self._group = QButtonGroup(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(14, 10, 14, 10)
        self._layout.setSpacing(6)
        context.session.changed.connect(self._say_rights)
        context.changes.working_changed.connect(self._say_rights)
        self._assign: QPushButton | None = None
        self._other: QPushButton | None = None

    def offer(self, offer: Offer, target: int | None, *, strays: bool) -> None:
        """Let one choose from `offer`; what is shown already is only marked."""
        holds = self._has_focus()
        built = offer != self._offer or strays != self._strays
        if built:
            self._offer, self._strays = offer, strays
            self._build(offer)
        self.mark(target)
        if built and holds:
            self._take_focus()

    def mark(self, target: int | None) -> None:
        """Show which one is chosen; tells nobody."""
        radio = self._radios.get(target) if target is not None else None
        if radio is not None:
            radio.setChecked(True)
            return
        self._group.setExclusive(False)
        for one in self._radios.values():
            one.setChecked(False)
        self._group.setExclusive(True)
        for one in list(self._radios.values())[:1]:
            # Where none is chosen, the Tab key stops at the first.
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def rebuild(self) -> None:
        """Paint everything anew, in other colours."""
        target = next((id_ for id_, one in self._radios.items() if one.isChecked()), None)
        if self._offer is not None:
            self._build(self._offer)
            self.mark(target)

    def _build(self, offer: Offer) -> None:
        sections.empty(self._layout)
        self._group.deleteLater()
        self._group = QButtonGroup(self)
        self._radios = {}
        self._assign = self._other = None
        disputed = offer.confidence is Confidence.CONFLICT
        self.setProperty("role", "conflict_box" if disputed else "plain_box")
        restyle(self)
        if offer.confidence is Confidence.BLOCKED:
            self._say_blocked(offer)
        elif disputed:
            self._say(self._title(offer), "conflict", "error")
        many = disputed or len(offer.candidates) > 1
        if many:
            self._add_radios(offer.candidates)
        self._add_other(offer)

    def _title(self, offer: Offer) -> str:
        if self._strays:
            return self.tr("Which terminal made %Ln sale(s)?", "", offer.sales)
        return self.tr("Where do %Ln sale(s) belong?", "", offer.sales)

    def _say_blocked(self, offer: Offer) -> None:
        self._say(self.tr("No witness speaks"), "forbidden", "muted")
        if offer.unassigned is not None:
            text = self.tr(
                "Assign the terminal to its boutique, then analyse again; or choose by hand."
            )
        elif offer.by_browser:
            text = self.tr("Made in a browser: there is no terminal to find.")
        elif self._strays:
            text = self.tr("Whoever knows which terminal made it can choose it by hand.")
        else:
            text = self.tr("Whoever knows where it was made can choose the boutique by hand.")
        self._layout.addWidget(sections.note(text))
        if offer.unassigned is not None:
            button = QPushButton(self.tr("Assign the terminal first"))
            button.setIcon(self._context.theme.icons.icon("assign", "text", size=ICON))
            button.setIconSize(QSize(ICON, ICON))
            button.clicked.connect(partial(self._want_assignment, offer.unassigned))
            self._assign = button
            self._layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self._say_rights()

    def _add_radios(self, candidates: Sequence[Candidate]) -> None:
        said: Mapping[Claim, str] = claims(strays=self._strays)
        for one in candidates:
            why = ", ".join(said[claim] for claim in one.claims)
            radio = TargetRadio(one.name, why)
            radio.setAccessibleName(fill(self.tr("%1 (%2)"), one.name, why))
            radio.clicked.connect(partial(self._clicked, one.id))
            label = sections.note(why)
            label.setContentsMargins(_MARK, 0, 0, 0)
            self._group.addButton(radio)
            self._radios[one.id] = radio
            self._layout.addWidget(radio)
            self._layout.addWidget(label)
        keep_one_tab_stop(self._group)

    def _add_other(self, offer: Offer) -> None:
        if offer.by_browser:
            return
        blocked = offer.confidence is Confidence.BLOCKED
        if self._strays:
            text = self.tr("Choose the terminal…") if blocked else self.tr("Other terminal…")
        else:
            text = self.tr("Choose the boutique…") if blocked else self.tr("Other boutique…")
        button = QPushButton(text)
        self._other = button
        button.clicked.connect(self.other_wanted)
        self._layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _say(self, text: str, icon: str, ink: str) -> None:
        line = sections.sentence(self._context.theme, sections.Text(text, "strong", icon, ink))
        self._layout.addWidget(line)

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return isinstance(focused, QWidget) and self.isAncestorOf(focused)

    def _take_focus(self) -> None:
        """Keep the keyboard here: at what is chosen, else at the last button."""
        checked = (one for one in self._radios.values() if one.isChecked())
        button = next(checked, self._other)
        if button is not None:
            button.setFocus()

    def _clicked(self, id_: int, _checked: bool = False) -> None:
        self.chosen.emit(id_)

    def _want_assignment(self, terminal: int, _checked: bool = False) -> None:
        self.assign_wanted.emit(terminal)

    @Slot()
    def _say_rights(self) -> None:
        if self._assign is not None:
            why_not = self._context.changes.why_not()
            self._assign.setEnabled(not why_not)
            self._assign.setToolTip(tooltip(why_not))
