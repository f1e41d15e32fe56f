"""The sections of the panel, written out of what was worked out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_admin.gui.context import Context
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.repair.panel.reading import AnyProposal, Heard, Stand, View, Voice
from desktop_admin.gui.repair.panel.words import stands, witnesses
from desktop_admin.gui.repair.subject import Subject
from desktop_admin.gui.text import fill
from desktop_admin.gui.widgets import sections
from desktop_admin.gui.widgets.sections import Field, Text

#: How far the sentences of a witness stand in.
_INDENT = 20


@dataclass(frozen=True, slots=True)
class Told:
    """What is told, and of what."""

    view: View
    subject: Subject
    #: The one sale; None: a group.
    sale: AnyProposal | None
    #: The terminal of orphans; None: not known, or that is what is missing.
    terminal: int | None
    #: The sales do not say which terminal that is; their numbers do.
    named: bool
    #: The boutique of sales without terminal.
    boutique: int | None
    target: int | None


class RepairSections(QObject):
    """Writes the sections of one sale, or of a group."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._stands = stands()
        self._names = witnesses()

    def facts(self, told: Told) -> list[QWidget]:
        """What it is, and where it goes."""
        found: list[QWidget] = [sections.fields(self._context.theme, self._fields(told))]
        uncounted = told.view.uncounted
        if told.sale is None and uncounted:
            text = self.tr("%Ln of them unpaid or cancelled: not in the amounts", "", uncounted)
            found.append(sections.note(text))
        if told.sale is not None:
            found.append(self._way(told.sale.orphan.sale_id))
        return found

    def evidence(self, told: Told) -> list[QWidget]:
        """The witnesses, and what must be said of the target."""
        title = self.tr("What the witnesses say")
        found: list[QWidget] = [sections.rule(), sections.heading(title)]
        found += [self._witness(heard, told.view) for heard in told.view.witnesses]
        for text in self._cautions(told.view):
            line = Text(text, "orphan", "warning", "orphan")
            found.append(sections.sentence(self._context.theme, line))
        return found

    def spoken(self, told: Told) -> list[str]:
        """The same for who does not see it."""
        view = told.view
        said = [self._spoken(heard, view.sales) for heard in view.witnesses]
        return [*said, *self._cautions(view)]

    def _cautions(self, view: View) -> list[str]:
        return [fill(self.tr("Caution: %1."), caution) for caution in view.cautions]

    # Facts.
    def _fields(self, told: Told) -> list[Field]:
        subject = told.subject
        found = []
        if subject.strays:
            found.append(Field(self.tr("Boutique"), [self._boutique(told.boutique, subject)]))
            if told.target is not None:
                found.append(Field(self.tr("Goes to"), [self._terminal(told.target, subject)]))
        else:
            found.append(Field(self.tr("Terminal"), self._terminals(told)))
            if told.target is not None:
                found.append(Field(self.tr("Goes to"), [self._boutique(told.target, subject)]))
        if told.sale is not None:
            sale = told.sale.orphan
            found.append(Field(self.tr("Sold at"), [self._moment(sale.sold_at)]))
            found.append(Field(self.tr("Received at"), [self._moment(sale.received_at)]))
            if not sale.counts:
                unpaid = Text(self.tr("unpaid"), "muted", "unpaid")
                cancelled = Text(self.tr("cancelled"), "muted", "cancelled")
                state = cancelled if sale.cancelled else unpaid
                found.append(Field(self.tr("State"), [state]))
            return found
        formats = self._context.formats
        amounts = [Text(formats.money(one)) for one in told.view.amounts.moneys()]
        found.append(Field(self.tr("Amounts"), amounts or [Text("—", "muted")]))
        found.append(Field(self.tr("Sold"), self._period(told.view)))
        return found

    def _terminals(self, told: Told) -> list[Text]:
        found = [self._terminal(told.terminal, told.subject)]
        known = told.subject.terminals.get(told.terminal) if told.terminal is not None else None
        if known is not None:
            found.append(Text(known.serial, "muted", fixed=True))
            if told.named:
                found.append(Text(self.tr("named by the sale’s number"), "muted"))
            now = known.boutique_name
            text = fill(self.tr("at %1 today"), now) if now else self.tr("without boutique today")
            found.append(Text(text, "muted"))
        return found

    def _terminal(self, id_: int | None, subject: Subject) -> Text:
        name = subject.terminal(id_)
        if id_ is None:
            return Text(name, "muted", "without_terminal")
        go = partial(self._go, Goto("assignment", terminal=id_))
        return Text(name, tip=fill(self.tr("Show the terminal %1"), name), act=go)

    def _boutique(self, id_: int | None, subject: Subject) -> Text:
        name = subject.boutique(id_)
        if id_ is None:
            return Text(name, "orphan", "orphan", "orphan")
        go = partial(self._go, Goto("assignment", boutique=id_))
        return Text(name, tip=fill(self.tr("Show the boutique %1"), name), act=go)

    def _moment(self, moment: datetime | None) -> Text:
        if moment is None:
            return Text("—", "muted")
        formats = self._context.formats
        return Text(formats.minute(moment), tip=formats.exact(moment))

    def _period(self, view: View) -> list[Text]:
        if view.first is None or view.last is None:
            return [Text(self.tr("no date"), "muted")]
        formats = self._context.formats
        days = formats.date(view.first), formats.date(view.last)
        if days[0] == days[1]:
            return [Text(days[0], tip=formats.exact(view.first))]
        moments = (formats.exact(view.first), formats.exact(view.last))
        return [Text(fill(self.tr("%1 to %2"), *days), tip="\n".join(moments))]

    def _way(self, sale_id: int) -> QWidget:
        act = partial(self._go, Goto("sales", sale=sale_id))
        text = self.tr("Show this sale among the sales")
        return sections.Link(text, text, act)

    # Witnesses.
    def _witness(self, heard: Heard, view: View) -> QWidget:
        name = self._names[heard.witness]
        look = self._stands[heard.stand]
        widget = QWidget()
        layout = QVBoxLayout(widget)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        head = fill(self.tr("%1: %2"), name, look.word)
        layout.addWidget(
            sections.sentence(self._context.theme, Text(head, _role(look.ink), look.icon, look.ink))
        )
        for sentence in self._sentences(heard, view.sales):
            label = sections.note(sentence)
            label.setContentsMargins(_INDENT, 0, 0, 0)
            layout.addWidget(label)
        widget.setAccessibleName(self._spoken(heard, view.sales))
        return widget

    def _sentences(self, heard: Heard, sales: int) -> list[str]:
        said = [heard.sum] if heard.sum else []
        said += [self._voice(voice, sales) for voice in heard.voices]
        if heard.others:
            said.append(self.tr("%Ln more sale(s): something else again", "", heard.others))
        return said

    def _spoken(self, heard: Heard, sales: int) -> str:
        """One witness, for who does not see it."""
        name, word = self._names[heard.witness], self._stands[heard.stand].word
        return fill(self.tr("%1: %2 — %3"), name, word, "; ".join(self._sentences(heard, sales)))

    def _voice(self, voice: Voice, sales: int) -> str:
        if voice.sales == sales:
            return voice.sentence[:1].upper() + voice.sentence[1:]
        counted = fill(self.tr("%Ln sale(s): %1", "", voice.sales), voice.sentence)
        if voice.stand in (Stand.DISAGREES, Stand.DIVIDED, Stand.DOUBTS):
            return fill(self.tr("%1 (%2)"), counted, self._stands[voice.stand].word)
        return counted

    def _go(self, goto: Goto) -> None:
        self._context.ways.go(goto)


def _role(ink: str) -> str:
    """The role in which a text has that ink, and weight."""
    return {"good": "good", "error": "wrong", "orphan": "orphan", "accent": "strong"}.get(
        ink, "quiet"
    )
