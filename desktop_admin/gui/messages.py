"""What the window tells in passing: done, with a way back; or not done, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from desktop_admin.sources.base import SourceError


class MessageKind(StrEnum):
    """How a message is meant, and coloured."""

    DONE = "good"
    WARNING = "orphan"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Message:
    """One message: plain text, and at most one thing to do about it."""

    text: str
    kind: MessageKind = MessageKind.DONE
    #: The name of what can be done; empty: nothing.
    action: str = ""
    on_action: Callable[[], None] | None = None


class Messages(QObject):
    """Carries messages from whoever has something to tell to the window that shows them."""

    said = Signal(object)
    #: What was offered with the last message no longer holds.
    taken_back = Signal()

    def say(
        self,
        text: str,
        kind: MessageKind = MessageKind.DONE,
        *,
        action: str = "",
        on_action: Callable[[], None] | None = None,
    ) -> None:
        """Tell `text`; it takes the place of the message before."""
        self.said.emit(Message(text, kind, action, on_action))

    def fail(self, error: SourceError) -> None:
        """Tell why a question or a change was not answered."""
        # Loaded when something goes wrong: the window is painted without it.
        from desktop_admin.gui.errors import explain

        self.say(explain(error).sentences, MessageKind.ERROR)

    def take_back(self) -> None:
        """Take the last message away."""
        self.taken_back.emit()
