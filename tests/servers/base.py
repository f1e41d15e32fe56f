"""What every server of the tests shares: its life, its directory, its port, its end."""

import contextlib
import enum
import os
import secrets
import subprocess
import tempfile
import time
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import ClassVar, Self

from sqlalchemy import URL

from tests.servers.certificates import Certificates, make_certificates
from tests.servers.guard import remove
from tests.servers.processes import CREATION_FLAGS, HOST, Guard, free_port, is_free, kill_family

START_SECONDS = 60.0
STOP_SECONDS = 60.0
PORT_ATTEMPTS = 5


class ServerUnavailable(RuntimeError):
    """The machine lacks what the server needs; the message says what, and how to get it."""


class ServerFailed(RuntimeError):
    """The server did not start or did not end; the message carries the end of its log."""


class Access(enum.Enum):
    """What a role may do in a database."""

    NONE = "log in to the server, nothing more"
    READ = "read tables"
    WRITE = "read and write rows, use temporary tables, create nothing"
    FULL = "read and write rows, create tables"


class Server(ABC):
    """A database server on a free port of 127.0.0.1, its data in a temporary directory.

    It leaves neither process nor directory behind, however the test run ends. As a context
    manager it starts on entry and stops on exit.
    """

    scheme: ClassVar[str]
    superuser: ClassVar[str]

    def __init__(
        self,
        *,
        durable: bool = False,
        tls: bool = False,
        certificate_names: Sequence[str] = ("localhost", HOST),
        settings: Mapping[str, str] | None = None,
    ) -> None:
        """Describe a server; nothing runs before ``start``.

        durable: what is committed survives a loss of power (slow); else a crash of the server only.
        tls: connections without TLS are refused; ``ca_file`` then holds the authority to trust.
        certificate_names: the hosts and addresses the server's certificate is good for.
        settings: more settings in the server's own words; they win over ours.
        """
        self.durable = durable
        self.settings = dict(settings or {})
        self.password = secrets.token_hex(16)
        self.port = 0
        self._certificate_names = tuple(certificate_names) if tls else ()
        self._certificates: Certificates | None = None
        self._directory: Path | None = None
        self._guard: Guard | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._crashed = False
        # User and group to run under, where it cannot be our own.
        self._account: tuple[int, int] | None = None

    @property
    def running(self) -> bool:
        """Whether the server's process is alive."""
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int:
        """The main process. Raises ServerFailed where there is none."""
        if self._process is None:
            raise ServerFailed(f"{type(self).__name__} was not started")
        return self._process.pid

    @property
    def directory(self) -> Path:
        """Where the data, the log and the certificates lie. Raises ServerFailed before start."""
        if self._directory is None:
            raise ServerFailed(f"{type(self).__name__} was not started")
        return self._directory

    @property
    def ca_file(self) -> Path:
        """The authority (PEM) that signed the server's certificate; only with ``tls=True``."""
        if self._certificates is None:
            raise ServerFailed(f"{type(self).__name__} was not started with tls=True")
        return self._certificates.ca_file

    def url(
        self, database: str | None = None, *, user: str | None = None, password: str | None = None
    ) -> str:
        """The SQLAlchemy URL of ``database``: for the superuser, or for a role and its password.

        It asks for nothing about TLS: that is for the client to decide.
        """
        return URL.create(
            self.scheme,
            username=self.superuser if user is None else user,
            password=self.password if user is None else password,
            host=HOST,
            port=self.port,
            database=database,
        ).render_as_string(hide_password=False)

    def start(self) -> None:
        """Bring the server up, on an empty data directory the first time.

        Raises ServerUnavailable or ServerFailed; then nothing is left behind.
        """
        if self.running:
            return
        if self._directory is not None:
            self._launch()
            return
        try:
            self._set_up()
            self._launch_on_free_port()
        except BaseException:
            self.stop()
            raise

    def restart(self) -> None:
        """Bring the server up again on the same data and port, after a kill or a clean end."""
        if self.running:
            self._shut_down()
            self._wait_for_end()
        self._launch()

    def kill(self) -> None:
        """End all of the server's processes at once, as a crash does; the data stay."""
        if self._process is not None and self.running:
            kill_family(self._process)
            self._crashed = True
            self._watch(0)

    def stop(self) -> None:
        """End the server and remove its data; does nothing where there is nothing to end."""
        try:
            with contextlib.suppress(ServerFailed):
                # The data are thrown away: what cannot end well is killed.
                self._give_up()
        finally:
            self.kill()
            directory, guard = self._directory, self._guard
            gone = directory is None or remove(directory)
            if guard is not None:
                guard.dismiss()
            self._directory = self._guard = self._process = None
            self._crashed = False
        if not gone:
            raise ServerFailed(f"{directory} could not be removed")

    def log(self) -> str:
        """What the server wrote to its log so far."""
        file = self.directory / "log"
        return file.read_text("utf-8", errors="replace") if file.exists() else ""

    @abstractmethod
    def create_database(self, name: str) -> None:
        """Make an empty database."""

    @abstractmethod
    def drop_database(self, name: str) -> None:
        """Remove a database with all connections to it, if it exists."""

    @abstractmethod
    def create_role(
        self,
        name: str,
        password: str,
        *,
        database: str | None = None,
        access: Access = Access.NONE,
    ) -> None:
        """Make a role that logs in with ``password`` and has ``access`` to ``database``.

        The access holds for tables that are there and for those the superuser makes later.
        """

    @abstractmethod
    def drop_role(self, name: str) -> None:
        """Remove a role, its connections and its rights, if it exists."""

    @abstractmethod
    def _install(self) -> None:
        """Make the data directory and the configuration inside ``directory``."""

    @abstractmethod
    def _command(self) -> Sequence[str]:
        """The command that runs the server in the foreground."""

    @abstractmethod
    def _answers(self) -> bool:
        """Whether a client can log in now."""

    @abstractmethod
    def _shut_down(self) -> None:
        """Ask the running server to end cleanly, without waiting for it."""

    def _give_up(self) -> None:
        """End everything; the data are thrown away next."""
        self.kill()

    def _make_directory(self) -> Path:
        """A new empty directory that the server can reach."""
        return Path(tempfile.mkdtemp(prefix="server-of-tests-"))

    def _environment(self) -> dict[str, str]:
        """The environment of the server and its programs."""
        return dict(os.environ)

    def _spawn(self, command: Sequence[str]) -> subprocess.Popen[bytes]:
        """Run ``command`` in the directory, its output going to the log."""
        uid, gid = self._account or (None, None)
        with (self.directory / "log").open("ab") as log:
            return subprocess.Popen(
                command,
                cwd=self.directory,
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                creationflags=CREATION_FLAGS,
                user=uid,
                group=gid,
                extra_groups=None if uid is None else [],
            )

    def _run(self, command: Sequence[str]) -> None:
        """Run ``command`` to its end. Raises ServerFailed if it fails."""
        process = self._spawn(command)
        self._watch(process.pid)
        try:
            code = process.wait()
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
            self._watch(0)
        if code != 0:
            raise ServerFailed(self._story(f"{command[0]} ended with {code}"))

    def _set_up(self) -> None:
        self._directory = self._make_directory()
        self._guard = Guard(self._directory)
        if self._certificate_names:
            self._certificates = make_certificates(self._directory, self._certificate_names)
        self._install()

    def _launch_on_free_port(self) -> None:
        """Launch for the first time; another port is tried where somebody was faster."""
        for attempt in range(PORT_ATTEMPTS):
            self.port = free_port()
            try:
                self._launch()
                return
            except ServerFailed:
                if attempt + 1 == PORT_ATTEMPTS or is_free(self.port):
                    raise

    def _launch(self) -> None:
        """Run the server and return when a client can log in."""
        self._process = self._spawn(self._command())
        self._watch(self._process.pid)
        deadline = time.monotonic() + START_SECONDS
        while not self._answers():
            if not self.running:
                raise ServerFailed(self._story("the server ended while starting"))
            if time.monotonic() > deadline:
                self.kill()
                raise ServerFailed(self._story(f"no answer within {START_SECONDS:.0f} s"))
            time.sleep(0.02)
        self._crashed = False

    def _wait_for_end(self) -> None:
        """Wait until the process has ended. Raises ServerFailed if it does not."""
        if self._process is None:
            return
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired as late:
            raise ServerFailed(self._story(f"still running after {STOP_SECONDS:.0f} s")) from late
        self._watch(0)

    def _watch(self, pid: int) -> None:
        if self._guard is not None:
            self._guard.watch(pid)

    def _story(self, what: str) -> str:
        """``what`` went wrong, with the end of the log."""
        return f"{type(self).__name__}: {what}\n{self.log()[-4000:]}"

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()
