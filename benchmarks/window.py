"""The window with the text of 690 articles: start, opening a draft, keys, scrolling, the outline's
filter, memory; search over 300 acts. Beside a plain field with the same text (goals of the window,
offscreen)."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import Row, seconds
from benchmarks.comparing import BENCH
from benchmarks.editor import key_p99

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit

    from quyche_app.gui.drafting.screen import DraftingScreen
    from quyche_app.gui.shell.window import MainWindow

_FRAMES = 120
_ACTS = 300
_START = """
import sys, time
begun = time.perf_counter()
from quyche_app.gui.app import make_window, prepare_application
from quyche_app.services.workspace import open_workspace
application = prepare_application()
window = make_window(open_workspace(sys.argv[1]), sys.argv[1])
window.show()
while not window.screen_shown.state.is_read:
    application.processEvents()
application.processEvents()
print(time.perf_counter() - begun)
"""
_FORGET = """
import os, sys
if not hasattr(os, "posix_fadvise"):
    sys.exit()
os.sync()
for folder in sys.argv[1:]:
    for place, _, names in os.walk(folder):
        for name in names:
            try:
                file = os.open(os.path.join(place, name), os.O_RDONLY)
            except OSError:
                continue
            os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(file)
"""
_PLAIN = """
import sys, time
begun = time.perf_counter()
from PySide6.QtWidgets import QApplication, QPlainTextEdit
application = QApplication([])
field = QPlainTextEdit(open(sys.argv[1], encoding="utf-8").read())
field.show()
application.processEvents()
print(time.perf_counter() - begun)
"""


def rows() -> Iterator[Row]:
    """Give the rows; nothing when the data folder is not beside the project."""
    if not BENCH.is_dir():
        print(f"(cửa sổ cần {BENCH})")
        return
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        subprocess.run(
            [sys.executable, str(BENCH / "make_inputs.py"), "--out", name, "--seeds", "1"],
            check=True,
            capture_output=True,
        )
        file = Path(name, "L-1", "old.txt")
        yield from _start_rows(file, Path(name, "kho"))
        yield from _window_rows(file, Path(name, "kho"))
        yield from _search_rows(Path(name, "kho300"))


def _start_rows(file: Path, place: Path) -> Iterator[Row]:
    from quyche_app.services.import_file import import_file
    from quyche_app.services.workspace import open_workspace

    workspace = open_workspace(place)
    import_file(workspace, file)
    workspace.close()
    cold = _told(_START, str(place), before=_forget_files)
    yield Row.timed(
        "W1", "khởi động đến khi cửa sổ dùng được, đĩa nguội", cold, 2.0, "mục tiêu 2,0 giây"
    )
    ours = _told(_START, str(place))
    theirs = _told(_PLAIN, str(file))
    yield Row.timed(
        "W1", "khởi động đến khi cửa sổ dùng được", ours, 1.3, "mục tiêu 1,3 giây (đĩa ấm)"
    )
    yield Row("W1", "như trên, so với ô chữ thường", ours, theirs, "QPlainTextEdit", 6)


def _forget_files() -> None:
    """Let the system forget the files of Python, Qt and the program, so that they come from the disk.

    Done by a process of its own without any of them loaded; what others have mapped stays.
    """
    folders = [
        sysconfig.get_paths()["stdlib"],
        sysconfig.get_paths()["purelib"],
        str(Path(__file__).parents[1] / "quyche_app"),
        str(Path(__file__).parents[1] / "resources"),
    ]
    subprocess.run([sys.executable, "-S", "-c", _FORGET, *folders], check=True)


def _told(script: str, argument: str, before: Callable[[], None] = lambda: None) -> float:
    """The median of five processes that tell their own time.

    Args:
        before: called before each of them.
    """

    def once() -> float:
        before()
        done = subprocess.run(
            [sys.executable, "-c", script, argument], check=True, capture_output=True, text=True
        )
        return float(done.stdout.split()[-1])

    once()
    return sorted(once() for _ in range(5))[2]


def _window_rows(file: Path, place: Path) -> Iterator[Row]:
    from PySide6.QtWidgets import QPlainTextEdit

    from quyche_app.gui.app import make_window, prepare_application
    from quyche_app.services.drafts import begin_draft
    from quyche_app.services.library import list_documents
    from quyche_app.services.workspace import open_workspace

    prepare_application()
    workspace = open_workspace(place)
    draft = begin_draft(workspace, list_documents(workspace)[0].id).id
    window = make_window(workspace, str(place))
    window.resize(1366, 728)
    window.show()
    window.session.runner.wait()
    plain = QPlainTextEdit()
    plain.resize(700, 600)
    plain.show()
    yield from _opening_rows(window, draft, plain, file.read_text(encoding="utf-8"))
    yield from _working_rows(window, plain)
    yield Row("W7", "bộ nhớ của chương trình", _peak_mb(), 400.0, "mục tiêu 400 MB", 1, "MB")
    window.close()
    plain.close()


def _opening_rows(
    window: MainWindow, draft: str, plain: QPlainTextEdit, text: str
) -> Iterator[Row]:
    """Opening the draft until it is painted; the plain field shows the same words."""
    from PySide6.QtWidgets import QApplication

    window.go_screen("drafting")
    screen = _drafting(window)
    window.session.runner.wait()

    def open_draft() -> None:
        screen.desk.close_draft()
        screen.state.document = ""
        window.session.go("drafting", document=draft)
        while screen.desk.editing is None:
            QApplication.processEvents()
        screen.desk.page.viewport().repaint()

    def open_plain() -> None:
        plain.setPlainText(text)
        QApplication.processEvents()

    opened, opened_plain = seconds(open_draft, 3), seconds(open_plain, 3)
    yield Row.timed("W2", "mở dự thảo 690 điều đến khi hiện trang", opened, 1.0, "mục tiêu 1 giây")
    yield Row("W2", "như trên, so với ô chữ thường", opened, opened_plain, "QPlainTextEdit", 40)
    window.session.runner.wait()


def _working_rows(window: MainWindow, plain: QPlainTextEdit) -> Iterator[Row]:
    """Typing in the middle of the text, scrolling, filtering the outline."""
    from PySide6.QtWidgets import QApplication

    screen, process = _drafting(window), QApplication.processEvents
    screen.show_unit(list(screen.state.places)[len(screen.state.places) // 2])
    window.session.runner.wait()
    ours, theirs = key_p99(screen.desk.page, process), key_p99(plain, process)
    yield Row.timed("W3", "một phím trong cửa sổ đến lúc hiện, p99", ours, 0.016, "mục tiêu 16 ms")
    yield Row("W3", "như trên, so với ô chữ thường", ours, theirs, "QPlainTextEdit", 20)
    ours, theirs = _frame_p95(screen.desk.page, process), _frame_p95(plain, process)
    yield Row.timed("W4", "cuộn trang, một khung hình, p95", ours, 0.016, "mục tiêu 16 ms")
    yield Row("W4", "như trên, so với ô chữ thường", ours, theirs, "QPlainTextEdit", 20)

    def narrow() -> None:
        for words in ("hội nghị", "họp"):
            screen.structure.filter_by(words)
            process()

    yield Row.timed("W5", "lọc cấu trúc theo chữ", seconds(narrow, 5) / 2, 0.05, "mục tiêu 50 ms")
    screen.structure.filter_by("")


def _drafting(window: MainWindow) -> DraftingScreen:
    from quyche_app.gui.drafting.screen import DraftingScreen

    screen = window.screen_shown
    assert isinstance(screen, DraftingScreen)
    return screen


def _frame_p95(widget: object, process: Callable[[], object]) -> float:
    from PySide6.QtWidgets import QAbstractScrollArea

    assert isinstance(widget, QAbstractScrollArea)
    bar = widget.verticalScrollBar()
    taken = []
    for number in range(_FRAMES):
        begun = time.perf_counter()
        bar.setValue(bar.maximum() * number // _FRAMES)
        widget.viewport().repaint()
        process()
        taken.append(time.perf_counter() - begun)
    return sorted(taken)[_FRAMES * 95 // 100]


def _peak_mb() -> float:
    """The most memory that this process had."""
    try:
        import resource
    except ImportError:  # Windows
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _search_rows(place: Path) -> Iterator[Row]:
    from quyche_app.domain.errors import QuyCheError
    from quyche_app.services.import_file import import_file
    from quyche_app.services.search import search
    from quyche_app.services.workspace import open_workspace

    files = sorted((BENCH.parent / "corpus").rglob("*.txt"))
    if not files:
        print(f"(tìm kiếm cần {BENCH.parent / 'corpus'})")
        return
    workspace = open_workspace(place)
    stored = 0
    for turn in range(_ACTS):
        for file in files:
            if stored == _ACTS:
                break
            copy = place / "vao.txt"
            copy.write_text(
                file.read_text(encoding="utf-8") + f"\nBản {turn}.\n" * bool(turn), encoding="utf-8"
            )
            try:
                stored += not import_file(workspace, copy).was_known
            except QuyCheError:
                continue
        if stored == _ACTS:
            break
    search(workspace, "hội nghị")  # the index is made once
    for words in ("ban thuong vu", "hội nghị"):
        found = seconds(lambda asked=words: search(workspace, asked), 5)  # type: ignore[misc]
        yield Row.timed(
            "W6", f"tìm “{words}” trong {stored} văn bản", found, 0.1, "mục tiêu 100 ms"
        )
    workspace.close()
