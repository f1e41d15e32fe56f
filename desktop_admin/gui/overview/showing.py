"""Puts what is known into the parts of the overview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop_admin.domain.overview import Reading, Verdict
from desktop_admin.domain.period import Period, PeriodKind
from desktop_admin.domain.put_off import PutOff
from desktop_admin.gui.overview.body import TileKey
from desktop_admin.gui.overview.problem_list import Entry
from desktop_admin.gui.overview.problem_words import Facts, ProblemWords
from desktop_admin.gui.overview.tile import TileText
from desktop_admin.gui.overview.tile_words import TileWords
from desktop_admin.gui.overview.verdict_bar import Told
from desktop_admin.gui.period import days_text
from desktop_admin.gui.text import fill, one_line
from desktop_admin.sources.base import SourceKind

if TYPE_CHECKING:
    from desktop_admin.gui.overview.screen import OverviewScreen

_REASON = 120


class Showing(QObject):
    """Shows each part as soon as it is there, says that it is waited for, or that it failed."""

    def __init__(self, screen: OverviewScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._body = screen.body
        #: Which days are shown, and with which they are compared.
        self.period_text = ""
        self._tiles = TileWords(screen.context.formats, self)
        self.words = ProblemWords(self)

    def show_all(self) -> None:
        """Show everything as it is now."""
        for part in ("shop", "revenue"):
            self.show_part(part)
        self.show_conclusion()

    def show_part(self, part: str) -> None:
        """Show what was read, or not read, of a part."""
        if part == "revenue":
            self._show_revenue()
        elif part == "shop":
            self._show_shop()
        if part in ("shop", "revenue"):
            self._show_boutiques()
            self.show_movers()

    def _tile(self, key: TileKey, text: TileText, part: str, *, there: bool) -> None:
        failed = not there and part in self._screen.failures
        shown = text if there else self._tiles.waiting(text, failed=failed)
        self._body.tiles[key].show_text(shown)

    def _show_revenue(self) -> None:
        screen, revenue = self._screen, self._screen.held.revenue
        there = revenue is not None
        compared = self._say_period()
        words = self._tiles
        self._tile(TileKey.REVENUE, words.revenue(revenue, compared), "revenue", there=there)
        self._tile(TileKey.SALES, words.sales(revenue, compared), "revenue", there=there)
        card = self._body.revenue
        if revenue is not None:
            found = screen.concluded
            card.show_revenue(revenue, found.sureness_of(revenue) if found is not None else None)
        elif "revenue" in screen.failures:
            card.fail()
        else:
            card.wait()

    def _show_shop(self) -> None:
        shop = self._screen.held.shop
        there, words = shop is not None, self._tiles
        self._tile(TileKey.HOMELESS, words.homeless(shop), "shop", there=there)
        self._tile(TileKey.INACTIVE, words.inactive(shop), "shop", there=there)
        self._show_newest()

    def _show_newest(self) -> None:
        shop, now = self._screen.held.shop, self._screen.context.clock()
        text = self._tiles.newest(shop, now)
        self._tile(TileKey.NEWEST, text, "shop", there=shop is not None)

    def show_times(self) -> None:
        """Tell anew how long ago things were."""
        self._show_newest()
        self._show_boutiques()

    def _show_boutiques(self) -> None:
        screen, card = self._screen, self._body.boutiques
        shop, revenue = screen.held.shop, screen.held.revenue
        if shop is not None and revenue is not None:
            now = screen.context.clock()
            found = screen.concluded
            silent = found.silent_boutiques if found is not None else frozenset[int]()
            card.show_boutiques(shop, revenue.today, silent, now)
        elif screen.failures & {"shop", "revenue"}:
            card.fail()
        else:
            card.wait()

    @Slot()
    def show_movers(self) -> None:
        """Show how boutiques moved, in the currency of the line."""
        screen, card = self._screen, self._body.movers
        shop, revenue = screen.held.shop, screen.held.revenue
        if shop is not None and revenue is not None:
            card.show_revenue(revenue, shop.boutiques, self._body.revenue.currency)
        elif screen.failures & {"shop", "revenue"}:
            card.fail()
        else:
            card.wait()

    def show_conclusion(self) -> None:
        """Show what follows from everything."""
        screen, found = self._screen, self._screen.concluded
        orphans = found.invisible if found is not None else None
        text = self._tiles.invisible(orphans)
        failed = {"whole", "orphans"} <= screen.failures
        part = "whole" if failed else ""
        self._tile(TileKey.INVISIBLE, text, part, there=orphans is not None)
        revenue = screen.held.revenue
        if revenue is not None and found is not None:
            self._body.revenue.show_revenue(revenue, found.sureness_of(revenue))
            self._show_boutiques()
        self._show_problems()
        self.show_verdict()

    def _show_problems(self) -> None:
        screen, found = self._screen, self._screen.concluded
        shop, failed = screen.held.shop, bool(screen.failures)
        if found is None:
            self._body.problems.show_problems([], [], looking=not failed, failed=failed)
            return
        minute = screen.context.formats.minute
        newest = shop.newest.terminals if shop is not None else {}
        last = {id_: minute(one.at) for id_, one in newest.items() if one.at is not None}
        facts = Facts(shop.terminals if shop is not None else {}, found.silences, last)
        waiting = [
            Entry(
                problem,
                self.words.text(problem, facts),
                self._grown(kept) if kept is not None else "",
            )
            for problem, kept in found.parted.waiting
        ]
        laid_by = [
            Entry(problem, self.words.text(problem, facts), self._why(kept))
            for problem, kept in found.parted.laid_by
        ]
        self._body.problems.show_problems(waiting, laid_by, looking=screen.looking, failed=failed)

    def _why(self, kept: PutOff) -> str:
        day = self._screen.context.formats.date(kept.at)
        text = self.tr("Put off by %1 on %2: %3", "who, when, why")
        return fill(text, one_line(kept.by), day, one_line(kept.reason, _REASON))

    def _grown(self, kept: PutOff) -> str:
        day = self._screen.context.formats.date(kept.at)
        text = self.tr("It has grown since it was put off by %1 on %2: %3", "who, when, why")
        return fill(text, one_line(kept.by), day, one_line(kept.reason, _REASON))

    def show_verdict(self) -> None:
        """Say whether all is right."""
        screen, found = self._screen, self._screen.concluded
        verdict = found.verdict if found is not None else Verdict(Reading.LOOKING, looking=True)
        formats, moment = screen.context.formats, screen.refreshed_at
        info = screen.context.session.info
        lost = formats.minute(moment) if screen.lost and moment is not None else ""
        self._body.verdict.say(
            Told(
                verdict,
                self._since(),
                len(found.silences) if found is not None else 0,
                bool(screen.failures),
                lost,
                info is not None and info.kind is SourceKind.DEMO,
            )
        )

    def _since(self) -> str:
        """When the last sale came."""
        screen = self._screen
        newest = screen.held.shop.newest.newest if screen.held.shop is not None else None
        at = newest.at if newest is not None else None
        return "" if at is None else screen.context.formats.minute(at)

    def _say_period(self) -> str:
        """Say beside the title which days are meant, and what they are compared with; returns the
        latter as a sentence."""
        self.period_text, compared = self._period_texts()
        self._screen.page.show_counts(self.period_text)
        return compared

    def _period_texts(self) -> tuple[str, str]:
        screen = self._screen
        revenue, period = screen.held.revenue, screen.context.period.current
        days, comparison = days_text(period), revenue.comparison if revenue is not None else None
        if comparison is None:
            return days, ""
        before = days_text(Period(PeriodKind.FREE, comparison.first, comparison.last))
        if comparison.running:
            clock = screen.context.formats.clock(comparison.until)
            text = self.tr("%1, under way, compared with %2 until %3")
            sentence = self.tr("Compared with %1, until %2.")
            return fill(text, days, before, clock), fill(sentence, before, clock)
        text = self.tr("%1, compared with %2")
        return fill(text, days, before), fill(self.tr("Compared with %1."), before)
