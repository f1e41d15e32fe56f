"""The repair: what was found, the preview with its boxes, and the bar that applies it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop_admin.domain.choice import Choice
from desktop_admin.domain.evidence import Confidence
from desktop_admin.domain.scope import Scope
from desktop_admin.gui.context import Context
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.repair.bar import RepairBar
from desktop_admin.gui.repair.cells import Cells, Said
from desktop_admin.gui.repair.filters import Filters
from desktop_admin.gui.repair.notice import RepairNotice
from desktop_admin.gui.repair.ordering import order_by
from desktop_admin.gui.repair.reading import Analysis, Asked, analyse, narrowed
from desktop_admin.gui.repair.rows import Kind, Look, Node, Order
from desktop_admin.gui.repair.strip import Strip
from desktop_admin.gui.repair.subject import SubjectWords
from desktop_admin.gui.repair.tree_model import PreviewModel
from desktop_admin.gui.repair.tree_view import PreviewTree
from desktop_admin.gui.repair.words import surenesses, words
from desktop_admin.gui.shell.screen import Status
from desktop_admin.gui.text import fill
from desktop_admin.gui.touched import Touched
from desktop_admin.gui.widgets.table_screen import TableScreen
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
        self._order: Order | None = None
        self._sureness = surenesses()
        #: The operator wants to see this once it is there.
        self._wanted: Goto | None = None
        self.strip = Strip(context.theme, context.formats, self._sureness)
        self.bar = RepairBar(context.formats)
        self.notice = RepairNotice(context.theme)
        self.filters = Filters(context)
        self.again = QPushButton(self.tr("Analyse again"))
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        page = self.page
        promise = QLabel(self.tr("Nothing is written before “Apply”"))
        promise.setProperty("role", "promise")
        page.add_beside_title(promise)
        page.add_action(self.again)
        page.put_above(self.strip)
        page.add_filters(self.filters)
        page.add_behind_chips(self._open_and_close())
        page.add_notice(self.notice)
        page.put_below(self.bar)
        page.order_tabs([*self.filters.tab_stops])

    def _open_and_close(self) -> QWidget:
        links = QWidget()
        row = QHBoxLayout(links)
        row.setContentsMargins(0, 0, 0, 0)
        for text, act in (
            (self.tr("Open all"), self.tree.open_all),
            (self.tr("Close all"), self.tree.close_all),
        ):
            button = QPushButton(text)
            button.setProperty("role", "link")
            button.clicked.connect(act)
            row.addWidget(button)
        return links

    def _connect(self) -> None:
        context, tree = self.context, self.tree
        self.model.chosen.connect(self.choose)
        tree.current_changed.connect(self._current_changed)
        tree.sort_wanted.connect(self._sort)
        self.strip.wanted.connect(self._show_confidence)
        self.bar.apply_wanted.connect(self._apply)
        self.notice.again_wanted.connect(self.refresh)
        self.again.clicked.connect(self.refresh)
        self.filters.changed.connect(self._narrow)
        self.page.filter_changed.connect(self._narrow)
        context.changes.changed.connect(self._touched)
        context.session.changed.connect(self._say_bar)
        context.changes.working_changed.connect(self._say_bar)
        context.theme.changed.connect(self._colour)
        self._colour()

    # Reading.
    def read(self, source: SalesSource) -> None:
        """Analyse again; what the operator has decided is kept where the witnesses say the same."""
        before = self.analysis.look if self.analysis is not None else None
        asked = Asked(
            SubjectWords.here(),
            self.context.language,
            self.filters.narrowing(self.page.filter_text),
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
            title=self.tr("Analysing the orphan sales"),
        )

    def _analysed(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.filters.offer(analysis.options, analysis.currencies)
        self.notice.say("")
        self._show(analysis.look)
        self.rows_arrived()
        self._show_wanted()

    def _show(self, look: Look) -> None:
        """Show these rows where one looks at."""
        analysis = self.analysis
        if analysis is None:
            return
        self.analysis = analysis = replace(analysis, look=look)
        place = self.tree.remember() if self.model.look is not None else None
        cells = Cells(
            self.context.formats,
            analysis.subject,
            Said.here(self._sureness),
            analysis.currencies,
            analysis.evidence,
            self.context.period.today.year,
        )
        self.model.show(look, cells, self._order)
        self.tree.recall(place)
        self.tree.fit_columns()
        found = self.tr("%Ln orphan sale(s)", "", look.scope.total.sales)
        made = fill(self.tr("analysed at %1"), self.context.formats.clock(analysis.made_at))
        self.strip.show_found(look.scope.confidences, found, made)
        self._say_bar()
        self.badge_changed.emit()

    # What is shown.
    def shown(self) -> int:
        """How many sales are shown."""
        return self.analysis.look.scope.total.sales if self.analysis is not None else 0

    def total(self) -> int | None:
        """How many there are."""
        return len(self.analysis.look.preview.items) if self.analysis is not None else None

    def show_all(self) -> None:
        """Take everything away that narrows the preview down."""
        self.filters.choose({})
        super().show_all()

    @Slot()
    def _narrow(self) -> None:
        analysis = self.analysis
        if analysis is None:
            return
        narrowing = self.filters.narrowing(self.page.filter_text)
        if narrowing == analysis.look.scope.narrowing:
            return

        def work(_: Report) -> Scope:
            return narrowed(analysis, narrowing)

        self.context.jobs.ask(work, self._narrowed, self.failed, owner=self, topic="scope")

    def _narrowed(self, scope: Scope) -> None:
        if self.analysis is not None:
            look = self.analysis.look
            self._show(Look.at(look.preview, scope, look.choice))
            self.settle()

    @Slot(int, object)
    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        if self.analysis is None:
            return
        self._order = order_by(
            self.model.columns[column].key,
            self.analysis,
            descending=order is Qt.SortOrder.DescendingOrder,
        )
        self._show(self.analysis.look)

    @Slot(object)
    def _show_confidence(self, code: Confidence) -> None:
        index = self.model.index_of(Node(Kind.CONFIDENCE, list(Confidence).index(code)))
        if index.isValid():
            self.tree.expand(index)
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index, self.tree.ScrollHint.PositionAtTop)
            self.tree.setFocus()

    def show_goto(self, goto: Goto) -> None:
        """Show the orphans of a terminal, a boutique or a merchant alone."""
        self._wanted = goto
        if self.analysis is not None:
            self._show_wanted()

    def _show_wanted(self) -> None:
        goto, self._wanted = self._wanted, None
        if goto is None:
            return
        asked = {"terminals": goto.terminal, "boutiques": goto.boutique, "merchants": goto.merchant}
        self.page.set_filter_text("")
        self.filters.choose({name: {id_: ""} for name, id_ in asked.items() if id_ is not None})
        self._narrow()

    # What is chosen.
    @Slot(object)
    def choose(self, choice: Choice) -> None:
        """Show what this choice comes to; another plan from now on."""
        if self.analysis is None:
            return
        look = self.analysis.look.choosing(choice)
        self.analysis = replace(self.analysis, look=look)
        self.model.choose(look)
        self.tree.viewport().update()
        self._say_bar()
        self.status_changed.emit()

    @Slot()
    def _current_changed(self) -> None:
        self.status_changed.emit()

    @Slot()
    def _say_bar(self) -> None:
        changes = self.context.changes
        obstacle = changes.why_not()
        if changes.working:
            obstacle = self.tr("A change is being made just now.")
        look = self.analysis.look if self.analysis is not None else None
        self.bar.say(look.summary if look else None, strays=False, obstacle=obstacle)

    @Slot()
    def _apply(self) -> None:
        pass

    @Slot(object)
    def _touched(self, touched: Touched) -> None:
        pass

    # What the window asks.
    def badge(self) -> str:
        """How many orphans wait here."""
        total = self.total()
        return self.context.formats.count(total) if total else ""

    def badge_meaning(self) -> str:
        """The same in words."""
        return self.tr("%Ln orphan sale(s)", "", self.total() or 0)

    def described(self) -> Status:
        """Groups and sales shown, and what is ticked."""
        if self.analysis is None:
            return Status()
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

    @Slot()
    def _colour(self) -> None:
        icons = self.context.theme.icons
        self.again.setIcon(icons.icon("refresh", "text", size=ICON))
        self.again.setIconSize(QSize(ICON, ICON))
