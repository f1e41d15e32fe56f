"""Build hook: compiles forms, resources and translations into the package.

Nothing that can be made from something else is committed: `ui/*.ui`, `resources/*.qrc` and
`resources/translations/*.ts` become modules and catalogues in `desktop_admin/gui/_built`, and
each `.po` of `desktop_admin/wording/locale` gets its `.mo` beside it.
"""

import io
import shutil
import subprocess
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUILT = Path("desktop_admin/gui/_built")
LOCALE = Path("desktop_admin/wording/locale")


class CompileSources(BuildHookInterface[Any]):
    """Compiles before every wheel, also the editable one that `uv sync` installs."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile everything, unless a source distribution is made, which carries only sources."""
        if self.target_name == "wheel":
            compile_all(Path(self.root))


def compile_all(root: Path) -> None:
    """Compile all forms, resources and catalogues below `root`; stale results disappear."""
    compile_catalogues(root / LOCALE)
    built = root / BUILT
    built.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder)
        compile_qt(root, fresh)
        names = {path.name for path in fresh.iterdir()}
        for name in sorted(names):
            replace(built / name, (fresh / name).read_bytes())
    for stale in built.iterdir():
        if stale.is_file() and stale.name not in names:
            stale.unlink()


def replace(path: Path, content: bytes) -> None:
    """Give a file its content in one step, because the program may just be reading it."""
    if path.exists() and path.read_bytes() == content:
        return
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    part.replace(path)


def compile_qt(root: Path, target: Path) -> None:
    """Compile forms, resources and Qt translations below `root` into the folder `target`."""
    (target / "__init__.py").write_text(
        '"""Made by the build from ui/ and resources/; edits here are lost."""\n', encoding="utf-8"
    )
    for form in sorted((root / "ui").glob("**/*.ui")):
        run("pyside6-uic", "--from-imports", form, "-o", target / f"ui_{form.stem}.py")
    for collection in sorted((root / "resources").glob("*.qrc")):
        run("pyside6-rcc", collection, "-o", target / f"{collection.stem}_rc.py")
    for catalogue in sorted((root / "resources/translations").glob("*.ts")):
        run("pyside6-lrelease", "-silent", catalogue, "-qm", target / f"{catalogue.stem}.qm")


def compile_catalogues(locale: Path) -> None:
    """Compile every gettext catalogue below `locale` into an `.mo` beside it."""
    # Imported here because a source distribution is made without it.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for source in sorted(locale.glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as lines:
            catalogue = read_po(lines, abort_invalid=True)
        compiled = io.BytesIO()
        write_mo(compiled, catalogue)
        replace(source.with_suffix(".mo"), compiled.getvalue())


def run(tool: str, *arguments: str | Path) -> None:
    """Run one of Qt's compilers of this very environment; its failure fails the build."""
    program = shutil.which(tool, path=sysconfig.get_path("scripts"))
    if program is None:
        raise FileNotFoundError(f"{tool} is missing from the build environment")
    subprocess.run([program, *map(str, arguments)], check=True)
