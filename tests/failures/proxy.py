"""A proxy on loopback that cuts a connection when a COMMIT goes through it."""

import contextlib
import socket
from collections.abc import Callable
from dataclasses import dataclass
from threading import Thread
from types import TracebackType
from typing import Self


@dataclass
class Cut:
    """Where to cut: at the COMMIT of that number, before it reaches the server or after."""

    at: int
    after: bool


class Proxy:
    """Forwards to a port of 127.0.0.1; counts every COMMIT, and cuts where it is told to."""

    def __init__(self, port: int) -> None:
        self._target = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self.commits = 0
        self.cut: Cut | None = None
        self._threads: list[Thread] = []
        self._sockets: list[socket.socket] = []

    def __enter__(self) -> Self:
        self._begin(self._accept)
        return self

    def _begin(self, target: Callable[..., None], *arguments: socket.socket) -> None:
        thread = Thread(target=target, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            server = socket.create_connection(("127.0.0.1", self._target))
            self._sockets += [client, server]
            self._begin(self._forward, client, server)
            self._begin(self._back, client, server)

    def _forward(self, client: socket.socket, server: socket.socket) -> None:
        """What the client says; its COMMITs are short and come whole."""
        with contextlib.suppress(OSError):
            while data := client.recv(65_536):
                if b"COMMIT" in data and len(data) < 64:
                    self.commits += 1
                    if self.cut and self.cut.at == self.commits:
                        self._sever(client, server, data)
                        return
                server.sendall(data)
        _hang_up(client, server)

    def _sever(self, client: socket.socket, server: socket.socket, data: bytes) -> None:
        """Nothing gets back to the client any more; the server hears the COMMIT, or does not."""
        assert self.cut is not None
        client.shutdown(socket.SHUT_RDWR)
        if self.cut.after:
            server.sendall(data)
            # Its answer says that it is done; `_back` throws it away.
        _hang_up(server)

    def _back(self, client: socket.socket, server: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := server.recv(65_536):
                client.sendall(data)
        _hang_up(client, server)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # Closing alone would not wake the thread that waits for a client.
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        _hang_up(*self._sockets)
        for thread in self._threads:
            thread.join(10)
        for one in self._sockets:
            one.close()


def _hang_up(*sockets: socket.socket) -> None:
    for one in sockets:
        with contextlib.suppress(OSError):
            one.shutdown(socket.SHUT_WR)
