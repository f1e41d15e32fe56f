"""The ground the rest stands on: what the build makes, and how big a piece of code may be."""

import ast
import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import desktop_admin

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "desktop_admin"
BUILT = Path("desktop_admin/gui/_built")

MODULE_LINES = 400
CLASS_LINES = 300
FUNCTION_LINES = 40

FORM = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0"><class>Probe</class><widget class="QWidget" name="Probe">
<property name="windowTitle"><string>{title}</string></property></widget></ui>
"""
COPIED = ("hatch_build.py", "pyproject.toml", "uv.lock", "README.md", "desktop_admin/__init__.py")
QRC = '<RCC><qresource prefix="/"><file>probe.txt</file></qresource></RCC>'
TS = """<?xml version="1.0"?><!DOCTYPE TS>
<TS version="2.1" language="fr"><context><name>Probe</name>
<message><source>One</source><translation>Un</translation></message></context></TS>
"""
PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "sale"\nmsgstr "{}"\n'


def sources() -> Iterator[Path]:
    """Every module of the program that is written by hand."""
    for path in sorted([*PACKAGE.rglob("*.py"), ROOT / "start.py", ROOT / "hatch_build.py"]):
        if ROOT / BUILT not in path.parents:
            yield path


def too_long(path: Path) -> Iterator[str]:
    """What in a module asks to be two."""
    text = path.read_text(encoding="utf-8")
    where = path.relative_to(ROOT).as_posix()
    if (lines := len(text.splitlines())) > MODULE_LINES:
        yield f"{where}: {lines} lines"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            limit = FUNCTION_LINES
        elif isinstance(node, ast.ClassDef):
            limit = CLASS_LINES
        else:
            continue
        lines = (node.end_lineno or node.lineno) - node.lineno + 1
        if lines > limit:
            yield f"{where}:{node.lineno} {node.name}: {lines} lines"


def test_nothing_asks_to_be_two() -> None:
    assert [complaint for path in sources() for complaint in too_long(path)] == []


def test_enter_presses_the_button_the_keyboard_is_at() -> None:
    forms = {path.name: path.read_text("utf-8") for path in (ROOT / "ui").glob("*.ui")}
    assert [name for name, form in forms.items() if "autoDefault" in form] == []


def imported(path: Path) -> Iterator[str]:
    """The top-level packages that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def test_the_domain_knows_the_standard_library_alone() -> None:
    allowed = {*sys.stdlib_module_names, "desktop_admin"}
    strangers = {
        f"{path.relative_to(ROOT).as_posix()}: {name}"
        for path in (PACKAGE / "domain").rglob("*.py")
        for name in imported(path)
        if name not in allowed
    }
    assert strangers == set()


def test_the_lock_file_names_public_addresses_alone() -> None:
    addresses = re.findall(r'"(\w+://[^/"]+)', (ROOT / "uv.lock").read_text(encoding="utf-8"))
    assert set(addresses) == {"https://pypi.org", "https://files.pythonhosted.org"}


def test_qt_is_the_same_wherever_it_is_named() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = [
        requirement
        for requirements in (
            project["build-system"]["requires"],
            project["project"]["optional-dependencies"]["gui"],
            project["dependency-groups"]["gui"],
        )
        for requirement in requirements
        if requirement.startswith("PySide6")
    ]
    assert named == ["PySide6-Essentials==6.11.3"] * 3


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project with the real build hook and one source of each kind."""
    root = tmp_path / "project"
    for folder in ("ui", "resources/translations", "desktop_admin/wording/locale/fr/LC_MESSAGES"):
        (root / folder).mkdir(parents=True)
    for name in COPIED:
        (root / name).write_bytes((ROOT / name).read_bytes())
    (root / "ui/probe.ui").write_text(FORM.format(title="One"), encoding="utf-8")
    (root / "resources/probe.qrc").write_text(QRC, encoding="utf-8")
    (root / "resources/probe.txt").write_text("hello", encoding="utf-8")
    (root / "resources/translations/gui_fr.ts").write_text(TS, encoding="utf-8")
    catalogue = root / "desktop_admin/wording/locale/fr/LC_MESSAGES/wording.po"
    catalogue.write_text(PO.format("vente"), encoding="utf-8")
    return root


def compile_all(root: Path) -> None:
    """Run the build hook of the project in `root`, as the build would."""
    code = "import sys, pathlib, hatch_build; hatch_build.compile_all(pathlib.Path(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", code, str(root)], cwd=root, check=True, timeout=120)


needs_qt = pytest.mark.skipif(
    importlib.util.find_spec("PySide6") is None, reason="Qt's compilers come with PySide6"
)


@needs_qt
def test_an_edit_changes_what_was_built(project: Path) -> None:
    compile_all(project)
    form = project / BUILT / "ui_probe.py"
    assert '"One"' in form.read_text(encoding="utf-8")
    assert {path.name for path in form.parent.iterdir()} == {
        "__init__.py",
        "gui_fr.qm",
        "probe_rc.py",
        "ui_probe.py",
    }
    (project / "ui/probe.ui").write_text(FORM.format(title="Two"), encoding="utf-8")
    (project / "resources/probe.qrc").unlink()
    catalogue = project / "desktop_admin/wording/locale/fr/LC_MESSAGES/wording.po"
    catalogue.write_text(PO.format("VENTE"), encoding="utf-8")
    compile_all(project)
    assert '"Two"' in form.read_text(encoding="utf-8")
    assert not (form.parent / "probe_rc.py").exists()
    assert b"VENTE" in catalogue.with_suffix(".mo").read_bytes()


@needs_qt
def test_a_form_that_is_no_form_fails_the_build(project: Path) -> None:
    (project / "ui/probe.ui").write_text("<ui", encoding="utf-8")
    with pytest.raises(subprocess.CalledProcessError):
        compile_all(project)


@needs_qt
def test_nothing_to_compile_is_fine(tmp_path: Path) -> None:
    (tmp_path / "hatch_build.py").write_bytes((ROOT / "hatch_build.py").read_bytes())
    compile_all(tmp_path)
    assert [path.name for path in (tmp_path / BUILT).iterdir()] == ["__init__.py"]


@pytest.mark.slow
def test_the_next_run_picks_up_an_edited_form(project: Path) -> None:
    start = [sys.executable, str(ROOT / "start.py"), "uv", "run", "--locked"]
    run = [*start, "--no-default-groups", "--directory", str(project), "python", "-c", "0"]
    environment = {k: v for k, v in os.environ.items() if k != "UV_PROJECT_ENVIRONMENT"}
    form = project / BUILT / "ui_probe.py"
    for title in ("One", "Two"):
        (project / "ui/probe.ui").write_text(FORM.format(title=title), encoding="utf-8")
        subprocess.run(run, check=True, timeout=300, env=environment)
        assert f'"{title}"' in form.read_text(encoding="utf-8")


def test_the_version_is_said_once() -> None:
    from importlib.metadata import version

    assert version("boutique-admin") == desktop_admin.__version__
