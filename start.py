"""Sets everything up and starts it: `python3 start.py demo` or `python3 start.py test`.

Needs nothing but Python itself. On Debian and its relatives missing system packages are
installed when this runs as root; otherwise they are named. Everything else goes into folders
beside this file: `.cache` holds uv, `.venv` the program and what it needs.
"""

import ctypes
import importlib.util
import os
import shutil
import socket
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
UV_VERSION = "0.13.9"
UV_HOME = ROOT / ".cache" / f"uv-{UV_VERSION}"
TOUR = ROOT / "tour"
LINUX = sys.platform.startswith("linux")

# What is looked for, and the Debian package it comes in.
MODULES = {"ensurepip": "python3-venv"}
DRAWING = {
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOWS_ON_X = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "xdotool": "xdotool",
    "mariadbd": "mariadb-server-core",
    "mariadb": "mariadb-client-core",
}

# The tests' servers listen on `localhost`, which the barest Debian does not know.
HOSTS = "netbase"

# Without any font Qt draws no letter; any will do, this one is small.
FONTS = "fonts-dejavu-core"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")

#: Files of tests are shared among one process more than there are processors: nearly half of the
#: time they wait, for their servers and for what has to be seen.
TEST = ["pytest", f"--numprocesses={min(4, (os.cpu_count() or 1) + 1)}", "--dist=loadfile"]

USAGE = """usage: python3 start.py demo        try the program on an embedded shop
       python3 start.py test [...]  run its tests; further words go to pytest
       python3 start.py uv ...      run uv as the tests do
"""


def main(arguments: list[str]) -> int:
    """Do what the first word says; returns the exit code."""
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if command == "demo":
        prepare_system({**DRAWING, **(WINDOWS_ON_X if has_screen() else {})}, {})
        return uv(["run", "--locked", "--no-default-groups", "--extra", "gui", *demo(), *rest])
    if command in ("test", "uv"):
        prepare_system({**DRAWING, **WINDOWS_ON_X}, TEST_PROGRAMS)
        return uv(["run", "--locked", *TEST, *rest] if command == "test" else rest)
    sys.stderr.write(USAGE)
    return 2


def demo() -> list[str]:
    """The window where there is a screen; elsewhere a tour that leaves pictures."""
    if has_screen():
        return ["python", "-m", "desktop_admin.gui.app", "--source", "demo"]
    print(f"There is no screen here: the tour leaves its pictures in {TOUR}", flush=True)
    return ["desktop-admin", "tour", "--out", str(TOUR)]


def has_screen() -> bool:
    """Whether windows can be shown."""
    return not LINUX or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def prepare_system(libraries: dict[str, str], programs: dict[str, str]) -> None:
    """See that the system has what Python packages cannot bring; ends the program if it cannot."""
    missing = [package for name, package in MODULES.items() if not has_module(name)]
    if LINUX:
        missing += [package for name, package in libraries.items() if not has_library(name)]
        missing += [package for name, package in programs.items() if not has_program(name)]
        missing += [] if has_fonts() else [FONTS]
        missing += [HOSTS] if programs and not has_localhost() else []
    if not missing:
        return
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    if sys.platform == "win32" or not shutil.which("apt-get"):
        sys.exit(f"Missing on this system, by Debian's names: {' '.join(missing)}")
    if os.geteuid() != 0:
        sys.exit(f"Missing on this system. Please run:\n  sudo {' '.join(install)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update"], check=True, env=quiet)
    subprocess.run(install, check=True, env=quiet)


def has_module(name: str) -> bool:
    """Whether this Python has a module that Debian ships apart."""
    return importlib.util.find_spec(name) is not None


def has_library(name: str) -> bool:
    """Whether the system's loader finds a library."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def has_fonts() -> bool:
    """Whether a font is installed where the system looks for them."""
    folders = (Path(folder).expanduser() for folder in FONT_FOLDERS)
    return any(True for folder in folders for _ in folder.rglob("*.[ot]tf"))


def has_localhost() -> bool:
    """Whether the name of this computer's own address is known."""
    try:
        socket.getaddrinfo("localhost", None)
    except socket.gaierror:
        return False
    return True


def has_program(name: str) -> bool:
    """Whether a program is installed, also where only administrators look."""
    path = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin", "/sbin"])
    return shutil.which(name, path=path) is not None


def uv(arguments: list[str]) -> int:
    """Run the pinned uv on this project, installing it first where it is missing."""
    scripts, suffix = ("Scripts", ".exe") if sys.platform == "win32" else ("bin", "")
    program = UV_HOME / scripts / f"uv{suffix}"
    if not program.exists():
        venv.create(UV_HOME, with_pip=True, clear=True)
        python = UV_HOME / scripts / f"python{suffix}"
        install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([python, *install, f"uv=={UV_VERSION}"], check=True)
    environment = {**os.environ, "UV_PYTHON": own_python()}
    environment.pop("VIRTUAL_ENV", None)
    return subprocess.run([program, *arguments], cwd=ROOT, env=environment, check=False).returncode


def own_python() -> str:
    """The Python that runs this, if the program runs on it, else one that uv finds or fetches."""
    return sys.executable if (3, 11) <= sys.version_info < (3, 14) else ">=3.11,<3.14"


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except subprocess.CalledProcessError as failure:
        sys.exit(f"This failed: {' '.join(map(str, failure.cmd))}")
