"""A drafter's day in the window, on a real regulation: import, twenty edits by an input method, all of
them undone and redone, a milestone, the text as at a day, search, close; and a window killed while
typing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from quyche_app.domain.flow import act_lines
from quyche_app.gui.drafting.dialogs import MilestoneDialog
from quyche_app.gui.drafting.screen import DraftingScreen
from quyche_app.gui.library.screen import LibraryScreen
from quyche_app.gui.pictures import settle
from quyche_app.gui.shell.window import MainWindow
from quyche_app.gui.timeline.screen import TimelineScreen
from quyche_app.services.editing import FOLDER, open_editing
from quyche_app.services.library import document_details
from quyche_app.services.text_as_at import text_as_at
from quyche_app.services.workspace import open_workspace
from tests.journeys.test_drafting import compose, lines, press, shown

_CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "singles"
_REGULATIONS = (
    "quy-che-lam-viec-dang-bo-xa-lung",
    "quy-che-lam-viec-mau-cua-uy-ban-2025-314-2025-nd-cp",
)
_WORDS = ("Văn", " phòng", " sửa", " đổi,", " bổ", " sung")


def _button(window: MainWindow, words: str) -> QAbstractButton:
    return next(
        b for b in window.findChildren(QAbstractButton) if b.text() == words and b.isVisible()
    )


def _begin(window: MainWindow, file: Path) -> DraftingScreen:
    library = window.screen_shown
    assert isinstance(library, LibraryScreen)
    library.take_files([file])
    settle(window)
    QTest.mouseClick(_button(window, "Mở"), Qt.MouseButton.LeftButton)
    settle(window)
    QTest.mouseClick(_button(window, "Tạo dự thảo"), Qt.MouseButton.LeftButton)
    settle(window)
    return shown(window)


@pytest.mark.parametrize("name", _REGULATIONS)
def test_a_day_with_a_real_regulation(window: MainWindow, name: str) -> None:
    file = _CORPUS / name / "base.txt"
    if not file.is_file():
        pytest.skip(f"cần {file}")
    screen = _begin(window, file)
    draft_id = screen.state.document
    before = lines(screen)

    page = screen.desk.page
    # The first block of a unit takes the words; a head in two columns begins with a table.
    first = {p.unit_id: p for p in reversed(page._places)}
    editable = [unit_id for unit_id, p in reversed(first.items()) if p.is_editable]
    chosen = editable[:: max(1, len(editable) // 20)][:20]
    assert len(chosen) == 20
    for unit_id in chosen:
        screen.show_unit(unit_id)
        page.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
        compose(screen, " ", *_WORDS)
    edited = lines(screen)
    assert sum(a != b for a, b in zip(before, edited, strict=True)) == 20
    assert screen.desk.differences.count >= 19

    page.setFocus()
    for _ in chosen:
        QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert lines(screen) == before
    for _ in chosen:
        QTest.keyClick(page, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert lines(screen) == edited

    screen.mark_milestone()
    settle(window)
    dialog = window.findChild(MilestoneDialog)
    assert dialog is not None
    press(dialog, "Đánh dấu mốc")
    settle(window)
    titles = [str(m.title) for m in document_details(window.session.workspace, draft_id).milestones]
    assert titles[0] == "Dự thảo lần 2"

    window.go_screen("timeline")
    settle(window)
    assert isinstance(window.screen_shown, TimelineScreen)
    window.go_screen("library")
    settle(window)
    library = window.screen_shown
    assert isinstance(library, LibraryScreen)
    library._search.setText("van phong sua doi, bo sung")
    QTest.keyClick(library._search, Qt.Key.Key_Return)
    settle(window)
    assert library._found is not None
    hits = library._found.state.shown()
    assert {hit.document.id for hit in hits if hit.is_phrase} == {draft_id}
    QTest.mouseClick(_button(window, "Mở tại đây"), Qt.MouseButton.LeftButton)
    settle(window)
    assert shown(window).state.chosen == hits[0].unit_id

    window.close()
    assert act_lines(text_as_at(window.session.workspace, draft_id).act) == edited
    assert not list(Path(window.session.workspace.place, FOLDER).glob("*.jsonl"))


_TYPIST = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from quyche_app.gui.app import make_window, prepare_application
from quyche_app.gui.pictures import settle
from quyche_app.resources_folder import sample_file
from quyche_app.services.drafts import begin_draft
from quyche_app.services.import_file import import_file
from quyche_app.services.workspace import open_workspace
application = prepare_application()
workspace = open_workspace(sys.argv[1])
draft = begin_draft(workspace, import_file(workspace, sample_file("quy-che.docx")).document.id).id
window = make_window(workspace, "kho")
window.show()
window.session.go("drafting", document=draft)
settle(window)
screen = window.screen_shown
unit = next(u for u, (path, _) in screen.state.places.items() if path == "qc:d1/k1")
screen.desk.page.go_to(unit, at_end=True)
print(draft, unit, flush=True)
for number in range(100000):
    QTest.keyClick(screen.desk.page, Qt.Key.Key_X)
    application.processEvents()
    print(number + 1, flush=True)
"""


def test_a_window_killed_while_typing_loses_at_most_the_last_key(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    process = subprocess.Popen(
        [sys.executable, "-c", _TYPIST, str(tmp_path / "kho")],
        stdout=subprocess.PIPE,
        text=True,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
    )
    assert process.stdout is not None
    draft_id, unit_id = process.stdout.readline().split()
    typed = 0
    for line in process.stdout:
        typed = int(line)
        if typed >= 40:
            break
    process.send_signal(signal.SIGKILL)
    process.wait()
    again = open_editing(open_workspace(tmp_path / "kho"), draft_id)
    words = "\n".join(act_lines(again.draft.act))
    assert "x" * typed in words
    assert again.draft.unit(unit_id).lead
