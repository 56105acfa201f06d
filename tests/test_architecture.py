"""What docs/architecture.md 2 promises of every module: importing it opens nothing and loads no
more than its folder may; and what docs/libraries.md 2.1 and 2.2 say of Qt and its letters."""

from __future__ import annotations

import json
import subprocess
import sys
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

# Runs in a child: what opening a module opens, beyond Python's own files and the package's code.
WATCH = """
import json, os, sys
name, root = sys.argv[1:]
own = tuple(os.path.realpath(p) + os.sep for p in {sys.prefix, sys.base_prefix, sys.exec_prefix})
code = os.path.join(root, "quyche_app") + os.sep
seen = []
def watch(event, args):
    if event == "open" and isinstance(args[0], (str, bytes)):
        path = os.path.realpath(os.fsdecode(args[0]))
        if not path.startswith(own) and not (path.startswith(code) and path.endswith((".py", ".pyc"))):
            seen.append("open " + path)
    elif event in ("socket.connect", "sqlite3.connect", "subprocess.Popen", "os.system"):
        seen.append(event)
sys.path.insert(0, root)
sys.addaudithook(watch)
__import__(name)
core = sys.modules.get("PySide6.QtCore")
if core is not None and core.QCoreApplication.instance() is not None:
    seen.append("application")
loaded = [m for m in ("PySide6", "sqlalchemy") if m in sys.modules]
print(json.dumps({"seen": seen, "loaded": loaded}))
"""


def imported(name: str) -> dict[str, list[str]]:
    """Import a module in a fresh process; give what it opened and which large libraries it loaded."""
    # -I keeps the variables of the tests out, -B the writing of compiled files.
    command = [sys.executable, "-I", "-B", "-c", WATCH, name, str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    answer: dict[str, list[str]] = json.loads(done.stdout.splitlines()[-1])
    return answer


@pytest.mark.parametrize("name", MODULES)
def test_a_module_opens_nothing_and_loads_what_its_folder_may(name: str) -> None:
    folder = [*name.split("."), ""][1]
    answer = imported(name)
    assert answer["seen"] == []
    assert set(answer["loaded"]) <= MAY_LOAD.get(folder, set())


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
