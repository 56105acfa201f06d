"""What docs/architecture.md 2 promises of every module: importing it opens nothing and loads no
more than its folder may; and what docs/libraries.md 2.1 and 2.2 say of Qt and its letters."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from quyche_app.resources_folder import sample_file

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in (ROOT / "quyche_app").rglob("*.py")
    if path.parts[-2:] != ("migrations", "env.py")  # Alembic runs it, nobody imports it
)
# What a folder may load, itself or by what it builds on; all others load neither.
MAY_LOAD = {
    "gui": {"PySide6", "sqlalchemy"},
    "storage": {"sqlalchemy"},
    "services": {"sqlalchemy"},
}
VIETNAMESE = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"

# Runs in a process of its own for each set of libraries that a folder may load: these it loads first,
# because they take longer than the modules, and forks a fresh child for each name it is given. The
# child answers what importing the module opens, beyond Python's own files and the package's code.
NURSERY = """
import importlib, json, os, sys, traceback
root, *loaded_first = sys.argv[1:]
for library in loaded_first:
    importlib.import_module(library)
own = tuple(os.path.realpath(p) + os.sep for p in {sys.prefix, sys.base_prefix, sys.exec_prefix})
code = os.path.join(root, "quyche_app") + os.sep
sys.path.insert(0, root)
def imported(name):
    seen = []
    def watch(event, args):
        if event == "open" and isinstance(args[0], (str, bytes)):
            path = os.path.realpath(os.fsdecode(args[0]))
            if not path.startswith(own) and not (path.startswith(code) and path.endswith((".py", ".pyc"))):
                seen.append("open " + path)
        elif event in ("socket.connect", "sqlite3.connect", "subprocess.Popen", "os.system"):
            seen.append(event)
    sys.addaudithook(watch)
    __import__(name)
    core = sys.modules.get("PySide6.QtCore")
    if core is not None and core.QCoreApplication.instance() is not None:
        seen.append("application")
    return {"seen": seen, "loaded": [m for m in ("PySide6", "sqlalchemy") if m in sys.modules]}
for name in map(str.strip, sys.stdin):
    child = os.fork() if hasattr(os, "fork") else 0
    if child:
        os.waitpid(child, 0)
        continue
    try:
        answer = imported(name)
    except BaseException:
        answer = {"error": traceback.format_exc()}
    print(json.dumps(answer), flush=True)
    os._exit(0)
"""
# What a folder's modules load anyway, beforehand.
LOADED_FIRST = {"PySide6": "PySide6.QtWidgets", "sqlalchemy": "sqlalchemy"}


class Nurseries:
    """Processes that wait for names of modules, one for each set of libraries."""

    def __init__(self) -> None:
        self.open: dict[frozenset[str], subprocess.Popen[str]] = {}

    def imported(self, name: str, may_load: frozenset[str]) -> dict[str, list[str]]:
        """Import a module in a fresh process; give what it opened and which large libraries are
        loaded."""
        nursery = self.open.get(may_load)
        if nursery is None or nursery.poll() is not None:
            nursery = self.open[may_load] = self._begun(may_load)
        assert nursery.stdin is not None
        assert nursery.stdout is not None
        nursery.stdin.write(f"{name}\n")
        nursery.stdin.flush()
        answer: dict[str, list[str]] = json.loads(nursery.stdout.readline())
        assert "error" not in answer, answer["error"]
        if not hasattr(os, "fork"):
            nursery.wait()  # there it was the only child itself
        return answer

    def _begun(self, may_load: frozenset[str]) -> subprocess.Popen[str]:
        first = [LOADED_FIRST[library] for library in sorted(may_load)]
        # -I keeps the variables of the tests out, -B the writing of compiled files.
        command = [sys.executable, "-I", "-B", "-c", NURSERY, str(ROOT), *first]
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def close(self) -> None:
        """Let them end."""
        for nursery in self.open.values():
            nursery.communicate()


@pytest.fixture(scope="module")
def nurseries() -> Iterator[Nurseries]:
    """Give processes in which modules are imported."""
    made = Nurseries()
    yield made
    made.close()


@pytest.mark.parametrize("name", MODULES)
def test_a_module_opens_nothing_and_loads_what_its_folder_may(
    name: str, nurseries: Nurseries
) -> None:
    may_load = frozenset(MAY_LOAD.get([*name.split("."), ""][1], set()))
    answer = nurseries.imported(name, may_load)
    assert answer["seen"] == []
    assert set(answer["loaded"]) <= may_load


@pytest.mark.parametrize("room", ["services.outputs", "services.redline", "services.export"])
def test_python_docx_is_loaded_where_a_word_file_is_written(room: str) -> None:
    code = f"import sys, quyche_app.{room}; sys.exit('docx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize("words", [["--version"], ["outline", str(sample_file("quy-che.docx"))]])
def test_a_command_without_a_workspace_loads_no_large_library(words: list[str]) -> None:
    code = (
        "import sys; from quyche_app.__main__ import main\n"
        "try: code = main()\n"
        "except SystemExit as end: code = end.code\n"
        "large = [m for m in ('PySide6', 'sqlalchemy', 'docx', 'alembic') if m in sys.modules]\n"
        "sys.exit(f'nạp {large}' if large else code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.returncode == 0, done.stderr


def test_qt_does_not_use_up_the_references_of_none() -> None:
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for number in range(500):
        thing.setObjectName(str(number))
    assert abs(sys.getrefcount(None) - before) < 50


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("family", ["Noto Serif", "Noto Sans"])
def test_the_fallback_faces_hold_every_vietnamese_letter(family: str) -> None:
    from PySide6.QtGui import QFont, QFontDatabase, QRawFont

    if family not in QFontDatabase.families():
        pytest.skip(f"máy không có phông {family} (gói fonts-noto-core)")
    face = QRawFont.fromFont(QFont(family))
    letters = VIETNAMESE + VIETNAMESE.upper()
    assert [letter for letter in letters if not face.supportsCharacter(ord(letter))] == []
