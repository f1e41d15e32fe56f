"""What is said of each problem, and where it is solved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject

from desktop_admin.domain.model import Terminal
from desktop_admin.domain.overview import Problem, ProblemKind, Severity
from desktop_admin.domain.rhythm import Silence
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.overview.words import listed
from desktop_admin.gui.text import fill, one_line

_NAME = 40
_ICONS = {
    ProblemKind.STILL_MADE: "orphan",
    ProblemKind.NO_BOUTIQUE: "terminal",
    ProblemKind.INACTIVE_SELLS: "inactive",
    ProblemKind.SILENT_NOW: "silent",
    ProblemKind.CERTAIN: "orphan",
    ProblemKind.CONFLICT: "conflict",
    ProblemKind.DEDUCED: "search",
    ProblemKind.BLOCKED: "forbidden",
    ProblemKind.REJECTED: "warning",
    ProblemKind.OTHER_BOUTIQUE: "other_boutique",
    ProblemKind.WITHOUT_TERMINAL: "without_terminal",
    ProblemKind.SILENT: "silent",
}
_INKS = {Severity.URGENT: "error", Severity.IMPORTANT: "orphan", Severity.NOTICE: "muted"}


@dataclass(frozen=True, slots=True)
class ProblemText:
    """What a row says."""

    icon: str
    ink: str
    severity: str
    title: str
    detail: str
    button: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known beside the problem itself."""

    terminals: Mapping[int, Terminal]
    silences: Mapping[int, Silence]
    #: When the last sale of each terminal came, as people read it.
    last: Mapping[int, str]


class ProblemWords(QObject):
    """Writes problems in the language of the window."""

    def text(self, problem: Problem, facts: Facts) -> ProblemText:
        """Everything that is said of a problem."""
        kind, severity = problem.kind, problem.severity
        return ProblemText(
            _ICONS[kind],
            _INKS[severity],
            self.severity(severity),
            self.title(problem),
            self._detail(problem, facts),
            self._button(problem),
        )

    def severity(self, severity: Severity) -> str:
        """How bad it is, in a word."""
        return {
            Severity.URGENT: self.tr("Urgent"),
            Severity.IMPORTANT: self.tr("Important"),
            Severity.NOTICE: self.tr("To check"),
        }[severity]

    def title(self, problem: Problem) -> str:
        """What is the case."""
        found = self._of_sales(problem)
        return found or self._of_terminals(problem)

    def _of_sales(self, problem: Problem) -> str:
        kind, n = problem.kind, problem.count
        if kind is ProblemKind.STILL_MADE:
            return self.tr("%Ln recent sale(s) stored without boutique", "", n)
        if kind is ProblemKind.CERTAIN:
            return self.tr("%Ln orphan sale(s) ready to be attached", "", n)
        if kind is ProblemKind.CONFLICT:
            return self.tr("%Ln orphan sale(s) in conflict", "", n)
        if kind is ProblemKind.DEDUCED:
            return self.tr("%Ln orphan sale(s) with one witness only", "", n)
        if kind is ProblemKind.BLOCKED:
            return self.tr("%Ln orphan sale(s) without any witness", "", n)
        if kind is ProblemKind.REJECTED:
            return self.tr("%Ln refused sale(s) that nobody has dealt with", "", n)
        if kind is ProblemKind.OTHER_BOUTIQUE:
            return self.tr("%Ln sale(s) in another boutique than their terminal", "", n)
        if kind is ProblemKind.WITHOUT_TERMINAL:
            return self.tr("%Ln sale(s) without terminal", "", n)
        return ""

    def _of_terminals(self, problem: Problem) -> str:
        kind, n = problem.kind, problem.count
        if kind is ProblemKind.NO_BOUTIQUE:
            return self.tr("%Ln terminal(s) without boutique", "", n)
        if kind is ProblemKind.INACTIVE_SELLS:
            return self.tr("%Ln switched-off terminal(s) still selling", "", n)
        if kind is ProblemKind.SILENT_NOW:
            return self.tr("%Ln terminal(s) silent at an hour of sales", "", n)
        return self.tr("%Ln terminal(s) silent for more than 7 days", "", n)

    def _detail(self, problem: Problem, facts: Facts) -> str:
        """What it means, and which it is about."""
        names = [
            one_line(facts.terminals[id_].name, _NAME)
            for id_ in problem.terminals
            if id_ in facts.terminals
        ]
        kind, told = problem.kind, listed(names, 1)
        if kind is ProblemKind.NO_BOUTIQUE:
            return self._homeless(problem, told)
        if kind is ProblemKind.INACTIVE_SELLS:
            return fill(self.tr("%1: %Ln sale(s) in the last 7 days.", "", problem.sales), told)
        if kind is ProblemKind.SILENT_NOW:
            return self._silent(problem, facts, told)
        if kind is ProblemKind.SILENT:
            return fill(self.tr("%1: switched off, or without network."), told)
        if kind is ProblemKind.STILL_MADE:
            return fill(self.tr("%1: assigned all the same; repairing will not stop it."), told)
        return self._meaning(kind)

    def _meaning(self, kind: ProblemKind) -> str:
        return {
            ProblemKind.CERTAIN: self.tr("Two witnesses agree. The preview changes nothing."),
            ProblemKind.CONFLICT: self.tr(
                "Their witnesses name different boutiques: somebody must choose."
            ),
            ProblemKind.DEDUCED: self.tr("A boutique is proposed for each: look, then tick."),
            ProblemKind.BLOCKED: self.tr("Assign the terminal first, or choose by hand."),
            ProblemKind.REJECTED: self.tr("The server did not store them: they are lost."),
            ProblemKind.OTHER_BOUTIQUE: self.tr(
                "The terminal has moved since, or they are miscounted."
            ),
            ProblemKind.WITHOUT_TERMINAL: self.tr("A terminal is proposed where there are traces."),
        }[kind]

    def _homeless(self, problem: Problem, names: str) -> str:
        if problem.sales:
            return self.tr("%Ln sale(s) attachable after the assignment.", "", problem.sales)
        return fill(self.tr("%1: the server refuses their sales."), names)

    def _silent(self, problem: Problem, facts: Facts, names: str) -> str:
        first = problem.terminals[0]
        found = facts.silences.get(first)
        if problem.count > 1 or found is None:
            return fill(self.tr("%1: they usually sell at this hour."), names)
        text = self.tr("%1: nothing since %2; it had sold by now in %3 of %4 weeks.")
        since = facts.last.get(first, "")
        return fill(text, names, since, str(found.usual), str(found.weeks))

    def _button(self, problem: Problem) -> str:
        kind = problem.kind
        if kind is ProblemKind.NO_BOUTIQUE:
            return self.tr("Assign")
        if kind is ProblemKind.CERTAIN:
            return self.tr("See the preview")
        if kind is ProblemKind.CONFLICT:
            return self.tr("Choose the boutique")
        if kind in (ProblemKind.DEDUCED, ProblemKind.BLOCKED):
            return self.tr("Decide")
        if kind is ProblemKind.WITHOUT_TERMINAL:
            return self.tr("Find the terminal")
        if kind in (
            ProblemKind.OTHER_BOUTIQUE,
            ProblemKind.STILL_MADE,
            ProblemKind.REJECTED,
        ):
            return self.tr("See the sales")
        if problem.count == 1:
            return self.tr("Open the terminal")
        return self.tr("See the terminals")


def way_to(problem: Problem) -> Goto | None:
    """The screen that solves a problem, set up for it; None: what is told here is all there is."""
    kind = problem.kind
    if kind is ProblemKind.NO_BOUTIQUE:
        return Goto("assignment", quick="without_boutique")
    if kind is ProblemKind.SILENT and problem.count > 1:
        return Goto("assignment", quick="silent")
    if kind in (ProblemKind.INACTIVE_SELLS, ProblemKind.SILENT_NOW, ProblemKind.SILENT):
        if problem.count == 1:
            return Goto("assignment", terminal=problem.terminals[0], open_page=True)
        return Goto("assignment", terminals=problem.terminals)
    if kind is ProblemKind.STILL_MADE:
        return Goto("repair", terminals=problem.terminals)
    if kind is ProblemKind.OTHER_BOUTIQUE:
        return Goto("sales", flag="other_boutique")
    if kind is ProblemKind.WITHOUT_TERMINAL:
        return Goto("repair", strays=True)
    if kind is ProblemKind.REJECTED:
        return None
    return Goto("repair", confidence=kind.value)
