"""Every sentence of this screen that counts something."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_admin.domain.assign import Guard
from desktop_admin.gui.text import fill


class Assignment(QObject):
    """Only an object's own `tr` knows plurals."""

    def terminals(self, count: int) -> str:
        """So many terminals."""
        return self.tr("%Ln terminal(s)", "", count)

    def assign(self, count: int, name: str) -> str:
        """Assign so many to that boutique."""
        return fill(self.tr("Assign %Ln terminal(s) to %1", "", count), name)

    def assign_to(self, count: int) -> str:
        """Ask where so many shall go."""
        return self.tr("Assign %Ln terminal(s) to…", "", count)

    def detach(self, count: int) -> str:
        """Detach so many."""
        return self.tr("Detach %Ln terminal(s)", "", count)

    def switch(self, count: int, *, active: bool) -> str:
        """Switch so many on or off."""
        if active:
            return self.tr("Switch on %Ln terminal(s)", "", count)
        return self.tr("Switch off %Ln terminal(s)", "", count)

    def examined(self, count: int, moneys: str) -> str:
        """So many orphan sales will be examined, and what they come to."""
        if not moneys:
            return self.tr("%Ln orphan sale(s) will be examined", "", count)
        return fill(self.tr("%Ln orphan sale(s) will be examined: %1", "", count), moneys)

    def there(self, count: int, *, nowhere: bool) -> str:
        """So many are there already."""
        if nowhere:
            return self.tr("%Ln terminal(s) are without boutique already", "", count)
        return self.tr("%Ln terminal(s) are there already", "", count)

    def warning(self, guard: Guard, count: int) -> str:
        """What a guard says of so many terminals; empty where it says nothing of them."""
        if guard is Guard.SILENT:
            return self.tr(
                "%Ln terminal(s) have not called for 7 days or more: sales that are still on them "
                "will be stored under the new boutique.",
                "",
                count,
            )
        if guard is Guard.TERMINAL_INACTIVE:
            return self.tr(
                "%Ln terminal(s) are switched off: the server refuses their sales until they are "
                "switched on again.",
                "",
                count,
            )
        if guard is Guard.OTHER_MERCHANT:
            return self.tr(
                "%Ln terminal(s) belong to another merchant than this boutique: their sales will "
                "count for this one.",
                "",
                count,
            )
        return ""

    def concerned(self, count: int, names: str) -> str:
        """Which terminals a warning is about."""
        return fill(self.tr("Terminal(s) concerned (%Ln): %1", "", count), names)

    def past(self, count: int, name: str) -> str:
        """So many sales stay where they are, and the server's dashboard sees them twice."""
        text = self.tr(
            "%Ln past sale(s) do not move: they stay in the boutique where they were made. The "
            "server’s own dashboard will nevertheless count them at %1 too.",
            "",
            count,
        )
        return fill(text, name)

    def staying(self, count: int, names: str) -> str:
        """So many orphans stay, because of these boutiques."""
        if not names:
            return self.tr("%Ln sale(s) stay: nobody can tell where they belong.", "", count)
        text = self.tr("%Ln sale(s) stay for the repair: their witnesses name %1.", "", count)
        return fill(text, names)

    def assigned(self, count: int, name: str) -> str:
        """So many were assigned."""
        return fill(self.tr("%Ln terminal(s) assigned to %1.", "", count), name)

    def repaired(self, count: int) -> str:
        """So many sales were repaired with them."""
        return self.tr("%Ln sale(s) repaired.", "", count)

    def detached(self, count: int) -> str:
        """So many were detached."""
        return self.tr("%Ln terminal(s) detached.", "", count)

    def switched(self, count: int, *, active: bool) -> str:
        """So many were switched on or off."""
        if active:
            return self.tr("%Ln terminal(s) switched on.", "", count)
        return self.tr("%Ln terminal(s) switched off.", "", count)

    def serials(self, count: int) -> str:
        """Copy so many serial numbers."""
        return self.tr("Copy %Ln serial number(s)", "", count)

    def looked_up(self, found: int, unknown: int, twice: int) -> str:
        """What became of a list of serial numbers."""
        parts = [self.tr("%Ln terminal(s) found", "", found)]
        if unknown:
            parts.append(self.tr("%Ln unknown", "", unknown))
        if twice:
            parts.append(self.tr("%Ln twice in the list", "", twice))
        return " · ".join(parts)

    def sold(self, sales: int, orphans: int) -> str:
        """So many sales, of which so many are orphans."""
        text = self.tr("%Ln sale(s)", "", sales)
        if not orphans:
            return text
        lost = self.tr("%Ln orphan(s)", "", orphans)
        return f"{text}, {lost}"

    def lost(self, count: int, moneys: str) -> str:
        """So many sales of a terminal count in no boutique."""
        if not moneys:
            return self.tr("%Ln of its sales count(s) in no boutique", "", count)
        text = self.tr("%Ln of its sales count(s) in no boutique: %1", "", count)
        return fill(text, moneys)
