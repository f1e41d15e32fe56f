"""What the boutiques do today: how many sales, and when the last one came."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from PySide6.QtCore import Signal

from desktop_admin.domain.model import Boutique
from desktop_admin.domain.revenue import NOTHING, Takings
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.overview.card import Card
from desktop_admin.gui.overview.place_list import PlaceList
from desktop_admin.gui.overview.place_row import PlaceText
from desktop_admin.gui.overview.reading import Shop
from desktop_admin.gui.overview.words import ago
from desktop_admin.gui.text import fill, one_line
from desktop_admin.gui.theme import Theme

#: More lines than these nobody reads here.
MOST = 8
_NAME = 60


class BoutiquesCard(Card):
    """Those that are unusually silent first, then those that sold most."""

    #: Carries a boutique's id.
    pressed = Signal(object)

    def __init__(self, theme: Theme, formats: Formats) -> None:
        self.list = PlaceList(theme)
        super().__init__(self.tr("Boutiques today"), self.list)
        self._formats = formats
        self.list.pressed.connect(self.pressed)
        self.note.setText(self.tr("last sale received"))

    def show_boutiques(
        self,
        shop: Shop,
        today: Mapping[int | None, Takings],
        silent: Collection[int],
        now: datetime,
    ) -> None:
        """Show them as they are at `now`; `silent`: those that usually sell at this hour."""
        selling = [one for one in shop.boutiques.values() if one.active and not one.depot]
        if not selling:
            self.nothing(self.tr("There is no boutique that sells."))
            return
        selling.sort(
            key=lambda one: (
                one.id not in silent,
                -today.get(one.id, NOTHING).all_sales,
                one.name,
            )
        )
        texts = [
            self._text(one, shop, today.get(one.id, NOTHING), one.id in silent, now)
            for one in selling[:MOST]
        ]
        left = len(selling) - len(texts)
        more = self.tr("and %Ln more", "", left) if left else ""
        self.list.show_places(texts, more)
        self.show_body()

    def _text(
        self, boutique: Boutique, shop: Shop, today: Takings, silent: bool, now: datetime
    ) -> PlaceText:
        newest = shop.newest.boutiques.get(boutique.id)
        at = newest.at if newest is not None else None
        name = one_line(boutique.name, _NAME)
        count = self.tr("%Ln sale(s)", "", today.all_sales)
        if at is None:
            never = self.tr("never")
            return PlaceText(boutique.id, name, count, never, meaning=self.tr("It never sold."))
        meaning = fill(self.tr("Last sale received on %1."), self._formats.exact(at))
        if silent:
            unusual = self.tr("It usually sells at this hour.")
            meaning = f"{meaning} {unusual}"
            return PlaceText(
                boutique.id, name, count, ago(self._formats, at, now), "unpaid", "orphan", meaning
            )
        icon = "good" if today.all_sales else ""
        return PlaceText(
            boutique.id, name, count, ago(self._formats, at, now), icon, "good", meaning
        )
