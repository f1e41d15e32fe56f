"""The repair: what was found, the preview with its boxes, and the bar that applies it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Slot

from desktop_admin.domain.choice import Choice
from desktop_admin.domain.evidence import Confidence
from desktop_admin.domain.preview import Preview
from desktop_admin.domain.stray import StrayPlan
from desktop_admin.gui.context import Context
from desktop_admin.gui.export.bar import ExportBar, Leaving
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.repair.applying import Applying
from desktop_admin.gui.repair.beside import Beside
from desktop_admin.gui.repair.cells import Said
from desktop_admin.gui.repair.choosing import Choosing
from desktop_admin.gui.repair.exporting import offer_plan
from desktop_admin.gui.repair.meanwhile import Meanwhile
from desktop_admin.gui.repair.menu import PreviewMenu
from desktop_admin.gui.repair.ordering import order_by
from desktop_admin.gui.repair.parts import RepairParts
from desktop_admin.gui.repair.reading import Analysis, Asked, Sheet, Writing, analyse, narrowed
from desktop_admin.gui.repair.reporting import Reporting
from desktop_admin.gui.repair.rows import Kind, Look, Node, Order
from desktop_admin.gui.repair.subject import SubjectWords
from desktop_admin.gui.repair.tree_model import PreviewModel
from desktop_admin.gui.repair.tree_view import PreviewTree
from desktop_admin.gui.repair.words import ORPHANS, STRAYS, stray_words, words
from desktop_admin.gui.shell.screen import Status
from desktop_admin.gui.text import fill
from desktop_admin.gui.widgets.state_page import StateText
from desktop_admin.gui.widgets.table_screen import NextStep, TableScreen
from desktop_admin.sources.base import Report, SalesSource

ICON = 16


class RepairScreen(TableScreen):
    """An analysis and what is chosen of it; what is applied is exactly what is shown."""

    def __init__(self, context: Context) -> None:
        self.model = PreviewModel()
        self.tree = PreviewTree(context.theme, self.model)
        super().__init__(context, words(), self.tree)
        self.model.setParent(self)
        self.analysis: Analysis | None = None
        #: Of the list that is not looked at.
        self._beside: Analysis | None = None
        #: In which order the rows stand.
        self.order: Order | None = None
        #: The operator wants to see this once it is there.
        self._wanted: Goto | None = None
        self.parts = RepairParts(context, self.page, self.tree)
        self.applying = Applying(context, self)
        self.reporting = Reporting(self, self.applying)
        self.meanwhile = Meanwhile(self)
        self.menu = PreviewMenu(self)
        self.choosing = Choosing(self)
        tables = [Leaving("", partial(offer_plan, self))]
        self.leaving = ExportBar(context, self.page, tables, self)
        self.page.add_exports(self.leaving)
        self.beside = Beside(self)
        self._connect()

    def _connect(self) -> None:
        context, tree, parts = self.context, self.tree, self.parts
        self.model.chosen.connect(self.choose)
        tree.sort_wanted.connect(self._sort)
        parts.strip.wanted.connect(self._show_confidence)
        parts.lists.chosen.connect(self._show_list)
        parts.bar.apply_wanted.connect(self._apply)
        parts.notice.again_wanted.connect(self.refresh)
        parts.again.clicked.connect(self.refresh)
        self.menu.target_wanted.connect(self.choosing.aim)
        parts.filters.changed.connect(self._narrow)
        self.page.filter_changed.connect(self._narrow)
        context.session.changed.connect(self._say_bar)
        context.changes.working_changed.connect(self._say_bar)

    @property
    def strays(self) -> bool:
        """Whether one looks at the sales without terminal."""
        return self.parts.lists.current == STRAYS

    # Reading.
    def read(self, source: SalesSource) -> None:
        """Analyse again; what the operator has decided is kept where the witnesses say the same."""
        before = self.analysis.look if self.analysis is not None else None
        asked = Asked(
            self.strays,
            SubjectWords.here(strays=self.strays),
            Writing(
                self.context.formats,
                Said.here(self.parts.sureness),
                self.context.period.today.year,
            ),
            self.parts.filters.narrowing(self.page.filter_text),
            before,
        )

        def work(report: Report) -> Analysis:
            return analyse(source, asked, report)

        self.context.jobs.ask(
            work,
            self._analysed,
            self.failed,
            owner=self,
            topic="analysis",
            title=self.tr("Analysing the sales without terminal")
            if self.strays
            else self.tr("Analysing the orphan sales"),
            on_stopped=self._stopped,
        )

    @Slot()
    def _stopped(self) -> None:
        """The analysis was cancelled: what stands is not of now, or nothing stands."""
        if self.analysis is None:
            self.page.show_state(
                StateText("empty", self.tr("Not analysed yet"), "", self.tr("Analyse"))
            )
            self._next = NextStep.READ_AGAIN

    def _analysed(self, analysis: Analysis) -> None:
        if isinstance(analysis.plan, StrayPlan) is not self.strays:
            self._beside = analysis
            return
        self.analysis = analysis
        self.parts.filters.offer(analysis.options, analysis.currencies)
        self.parts.notice.say("")
        self.meanwhile.analysed()
        self._show(analysis.look)
        self.rows_arrived()
        self._show_wanted()
        self._narrow()

    def _show(self, look: Look) -> None:
        """Show these rows where one looks at."""
        analysis = self.analysis
        if analysis is None:
            return
        self.analysis = analysis = replace(analysis, look=look)
        place = self.tree.remember() if self.model.look is not None else None
        self.model.show(look, analysis.sheet, self.order)
        self.tree.recall(place)
        self.tree.fit_columns()
        self.beside.follow()
        count = look.scope.total.sales
        found = (
            self.tr("%Ln sale(s) without terminal", "", count)
            if self.strays
            else self.tr("%Ln orphan sale(s)", "", count)
        )
        made = fill(self.tr("analysed at %1"), self.context.formats.clock(analysis.made_at))
        self.parts.strip.show_found(look.scope.confidences, analysis.sheet.cells.whole, found, made)
        total = self.context.formats.count(len(look.preview.items))
        self.parts.lists.show_counts({**self._counts, self.parts.lists.current: total})
        self._say_bar()

    @property
    def _counts(self) -> dict[str, str]:
        """How many sales the other list has, where that is known."""
        if self._beside is None:
            return {}
        count = self.context.formats.count(len(self._beside.look.preview.items))
        return {ORPHANS if self.strays else STRAYS: count}

    @Slot(str)
    def _show_list(self, _key: str) -> None:
        """Look at the other list; it keeps what was chosen."""
        self.analysis, self._beside = self._beside, self.analysis
        self.words = stray_words() if self.strays else words()
        self.order = None
        self.tree.header().setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        self.parts.notice.say("")
        if self.analysis is None:
            self._loaded = False
            self.model.clear()
            self._say_waiting()
            self._say_bar()
            self.refresh()
            return
        self.parts.filters.offer(self.analysis.options, self.analysis.currencies)
        self._show(self.analysis.look)
        self.settle()
        self._narrow()

    # What is shown.
    def shown(self) -> int:
        """How many sales are shown."""
        return self.analysis.look.scope.total.sales if self.analysis is not None else 0

    def total(self) -> int | None:
        """How many there are."""
        return len(self.analysis.look.preview.items) if self.analysis is not None else None

    def show_all(self) -> None:
        """Take everything away that narrows the preview down."""
        self.parts.filters.choose({})
        super().show_all()

    @Slot()
    def _narrow(self) -> None:
        analysis = self.analysis
        if analysis is None:
            return
        narrowing = self.parts.filters.narrowing(self.page.filter_text)
        if narrowing == analysis.look.scope.narrowing:
            return

        def work(_: Report) -> tuple[Look, Sheet]:
            return narrowed(analysis, narrowing)

        arrived = partial(self._narrowed, analysis.look.preview)
        self.context.jobs.ask(work, arrived, self.failed, owner=self, topic="scope")

    def _narrowed(self, preview: Preview, found: tuple[Look, Sheet]) -> None:
        if self.analysis is None or self.analysis.look.preview is not preview:
            # Of a list, or an analysis, that one does not look at any more.
            return
        look, sheet = found
        chosen = self.analysis.look.choice
        self.analysis = replace(self.analysis, sheet=sheet)
        # What was ticked meanwhile counts.
        self._show(look if look.choice is chosen else look.choosing(chosen))
        self.settle()

    @Slot(int, object)
    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        if self.analysis is None:
            return
        self.order = order_by(
            self.model.columns[column].key,
            self.analysis,
            descending=order is Qt.SortOrder.DescendingOrder,
        )
        place = self.tree.remember()
        self.model.reorder(self.order)
        self.tree.recall(place)

    @Slot(object)
    def _show_confidence(self, code: Confidence) -> None:
        index = self.model.index_of(Node(Kind.CONFIDENCE, list(Confidence).index(code)))
        if index.isValid():
            self.tree.expand(index)
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index, self.tree.ScrollHint.PositionAtTop)
            self.tree.setFocus()

    def show_goto(self, goto: Goto) -> None:
        """Show the orphans of some terminals, a boutique, a merchant or a confidence alone; or the
        second list."""
        self._wanted = goto
        if goto.strays or goto.confidence or goto.terminals or goto.everything:
            wanted = STRAYS if goto.strays else ORPHANS
            if self.parts.lists.current != wanted:
                self.parts.lists.choose(wanted)
        if self.analysis is not None:
            self._show_wanted()

    def _show_wanted(self) -> None:
        goto, self._wanted = self._wanted, None
        if goto is None:
            return
        self.page.set_filter_text("")
        self.parts.filters.show_goto(goto)
        self._narrow()

    # What is chosen.
    @Slot(object)
    def choose(self, choice: Choice) -> None:
        """Show what this choice comes to; another plan from now on."""
        if self.analysis is None:
            return
        look = self.analysis.look.choosing(choice)
        self.analysis = replace(self.analysis, look=look)
        self.model.choose(look, self.tree.selected())
        self.tree.viewport().update()
        self.beside.follow()
        self._say_bar()
        self.status_changed.emit()

    @Slot()
    def _say_bar(self) -> None:
        changes = self.context.changes
        obstacle = changes.why_not()
        if changes.working:
            obstacle = self.tr("A change is being made just now.")
        look = self.analysis.look if self.analysis is not None else None
        self.parts.bar.say(look.summary if look else None, strays=self.strays, obstacle=obstacle)

    @Slot()
    def _apply(self) -> None:
        if self.analysis is not None:
            self.applying.start(self.analysis, self.parts.bar.text)

    # What happens meanwhile.
    def catch_up(self) -> None:
        """Analyse again what was changed while nobody looked."""
        self.meanwhile.catch_up()

    def forget_other_list(self) -> None:
        """The list one does not look at is read again when one does."""
        self._beside = None

    @Slot()
    def news(self) -> None:
        """Something was changed past our journal."""
        self.meanwhile.look()

    # What the window asks.
    def described(self) -> Status:
        """Groups and sales shown, and what is ticked; or what the report tells."""
        told = self.reporting.status()
        if told is not None or self.analysis is None:
            return told or Status()
        look, formats = self.analysis.look, self.context.formats
        groups = sum(1 for one in look.scope.groups if one.sales)
        rows = fill(
            self.tr("%Ln group(s), %1", "", groups), self.tr("%Ln sale(s)", "", self.shown())
        )
        selected = look.summary.selected
        if not selected.sales:
            return Status(rows)
        text = self.tr("Ticked: %Ln sale(s)", "", selected.sales)
        moneys = formats.moneys(selected.amounts.moneys())
        if moneys:
            text = fill(self.tr("Ticked: %Ln sale(s), %1", "", selected.sales), moneys)
        return Status(rows, text, self.tr("The sum counts paid and uncancelled sales"))
