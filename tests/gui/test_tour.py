"""The tour's pictures: every screen, light and dark, in the language asked for."""

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop_admin.domain.clock import frozen_clock
from desktop_admin.gui.tour import take_pictures
from tests.gui.fakes import NOW, small_shop


def test_pictures_of_every_screen_are_taken(qapp: QApplication, tmp_path: Path) -> None:
    shop = small_shop()
    pictures = take_pictures(shop.as_source(), tmp_path / "tour", "fr", frozen_clock(NOW))
    assert [path.name for path in pictures] == [
        f"{screen}-fr-{theme}.png"
        for theme in ("light", "dark")
        for screen in (
            "overview",
            "put_off",
            "assignment",
            "drag",
            "assign",
            "terminal",
            "sales",
            "orphans",
            "repair",
            "evidence",
            "revenue",
            "figure",
            "journal",
            "search",
            "connections",
        )
    ]
    images = [QImage(str(path)) for path in pictures]
    # The smallest is a dialog, as wide as its words in the letters of the machine.
    assert all(image.width() >= 400 for image in images)
    assert images[0].pixelColor(5, 400).lightness() > 200
    assert images[len(images) // 2].pixelColor(5, 400).lightness() < 60
    assert not shop.closed
    qapp.setStyleSheet("")
