"""The page that is typed on, with the text of 690 articles: opening, a key to its paint, a change of
structure; beside a plain field with the same text (goals of the editor, offscreen)."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import Row, seconds
from benchmarks.comparing import BENCH

_KEYS = 200


def rows() -> Iterator[Row]:
    """Give the rows; nothing when the data folder is not beside the project."""
    if not BENCH.is_dir():
        print(f"(trình soạn thảo cần {BENCH})")
        return
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        subprocess.run(
            [sys.executable, str(BENCH / "make_inputs.py"), "--out", name, "--seeds", "1"],
            check=True,
            capture_output=True,
        )
        yield from _rows(Path(name, "L-1", "old.txt"))


def _rows(file: Path) -> Iterator[Row]:
    from PySide6.QtGui import QTextCursor
    from PySide6.QtWidgets import QPlainTextEdit

    from quyche_app.drafting.differences import BaseText
    from quyche_app.drafting.draft import Draft
    from quyche_app.drafting.session import DraftSession, InsertAfter, TypeWords
    from quyche_app.gui.app import prepare_application
    from quyche_app.gui.drafting.editor import PageEditor
    from quyche_app.gui.drafting.page_blocks import page_blocks
    from quyche_app.reading.files import read_file

    application = prepare_application()
    act = read_file(file).act
    blocks = page_blocks(act)
    page, plain = PageEditor(), QPlainTextEdit()
    for widget in (page, plain):
        widget.resize(900, 700)
        widget.show()

    def open_page() -> None:
        page.show_blocks([])
        page.show_blocks(blocks)
        application.processEvents()

    def open_plain() -> None:
        plain.setPlainText("\n".join(block.text for block in blocks))
        application.processEvents()

    yield Row.timed("E1", "mở trang 690 điều", seconds(open_page, 3), 1.0, "mục tiêu 1 giây")
    yield Row(
        "E1",
        "như trên, so với ô chữ thường",
        seconds(open_page, 3),
        seconds(open_plain, 3),
        "QPlainTextEdit",
        30,
    )
    drafting = DraftSession(Draft(act), BaseText(act))
    page.typed.connect(
        lambda place, text, marks: drafting.do(
            TypeWords(place.unit_id, place.slot, place.index, text, marks)
        )
    )
    middle = next(b.unit_id for b in blocks[len(blocks) // 2 :] if b.is_editable)
    page.go_to(middle, at_end=True)
    cursor = QTextCursor(plain.document().findBlockByNumber(len(blocks) // 2))
    plain.setTextCursor(cursor)
    ours, theirs = (key_p99(widget, application.processEvents) for widget in (page, plain))
    yield Row.timed("E2", "một phím đến lúc hiện chữ, p99", ours, 0.016, "mục tiêu 16 ms")
    yield Row("E2", "như trên, so với ô chữ thường", ours, theirs, "QPlainTextEdit", 20)

    def add() -> None:
        assert drafting.do(InsertAfter(middle)) is not None
        page.show_blocks(page_blocks(drafting.act))
        application.processEvents()

    yield Row.timed(
        "E3", "thêm một khoản, đánh số lại cả văn bản", seconds(add, 3), 0.5, "nửa giây"
    )


def key_p99(widget: object, process: Callable[[], object]) -> float:
    """Give the time from a key to its paint that 99 of 100 keys keep to."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QAbstractScrollArea, QApplication

    assert isinstance(widget, QAbstractScrollArea)
    taken = []
    for _ in range(_KEYS):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
        begun = time.perf_counter()
        QApplication.sendEvent(widget, event)
        widget.viewport().repaint()
        process()
        taken.append(time.perf_counter() - begun)
    return sorted(taken)[_KEYS * 99 // 100]
