"""Writing a draft in the window: composed input, structure by keys, undo, and nothing lost."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from quyche_app.domain.acts import act_lines
from quyche_app.gui.drafting.ghosts import form_of, fragments, real_text
from quyche_app.gui.drafting.page_blocks import page_blocks
from quyche_app.gui.drafting.screen import DraftingScreen
from quyche_app.gui.library.screen import LibraryScreen
from quyche_app.gui.pictures import settle
from quyche_app.gui.shell.window import MainWindow
from quyche_app.resources_folder import sample_file
from quyche_app.services.text_as_at import text_as_at


def begin(window: MainWindow) -> DraftingScreen:
    """Bring in the sample, open it, and begin a draft with the button of that name."""
    library = window.screen_shown
    assert isinstance(library, LibraryScreen)
    library.take_files([sample_file("quy-che.docx")])
    settle(window)
    window.session.go("drafting", document=library.state.documents[0].id)
    settle(window)
    button = next(b for b in window.findChildren(QAbstractButton)
                  if b.text() == "Tạo dự thảo" and b.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(window)
    return shown(window)


def shown(window: MainWindow) -> DraftingScreen:
    """The page of the draft."""
    screen = window.screen_shown
    assert isinstance(screen, DraftingScreen)
    assert screen.desk.editing is not None
    return screen


def unit_at(screen: DraftingScreen, path: str) -> str:
    """The provision at a path."""
    return next(unit_id for unit_id, (own, _) in screen.state.places.items() if own == path)


def first_clause(screen: DraftingScreen) -> str:
    """The path of the first clause of the text."""
    return next(path for path, _ in screen.state.places.values() if path.endswith("/k1"))


def put_caret(screen: DraftingScreen, path: str, *, at_end: bool = True) -> None:
    unit_id = unit_at(screen, path)
    screen.desk.page.go_to(unit_id)
    if at_end:
        screen.desk.page.moveCursor(QTextCursor.MoveOperation.EndOfBlock)


def compose(screen: DraftingScreen, *syllables: str) -> None:
    """Type as an input method does: each syllable is composed, then committed."""
    for syllable in syllables:
        for length in range(1, len(syllable)):
            QApplication.sendEvent(screen.desk.page, QInputMethodEvent(syllable[:length], []))
        event = QInputMethodEvent("", [])
        event.setCommitString(syllable)
        QApplication.sendEvent(screen.desk.page, event)


def lines(screen: DraftingScreen) -> list[str]:
    """The text of the draft; what stands on the page must be the same."""
    editing = screen.desk.editing
    assert editing is not None
    document = screen.desk.page.document()
    shown = [screen.desk.page.text_at(n) for n in range(document.blockCount())]
    assert shown == [block.text for block in page_blocks(editing.draft.act)]
    return act_lines(editing.draft.act)


def test_composed_words_reach_the_draft_and_the_workspace(window: MainWindow) -> None:
    screen = begin(window)
    before = lines(screen)
    put_caret(screen, "qc:d1")
    compose(screen, " được", " sửa")
    assert next(line for line in lines(screen) if line not in before).endswith(" được sửa")
    screen.save_now()
    settle(window)
    assert screen.desk.saved_words.startswith("Đã lưu")
    assert act_lines(text_as_at(window.session.workspace, screen.state.document).act) == lines(screen)


def test_enter_makes_a_clause_tab_a_point_and_everything_is_undone(window: MainWindow) -> None:
    screen = begin(window)
    before = lines(screen)
    page = screen.desk.page
    put_caret(screen, first_clause(screen))
    QTest.keyClick(page, Qt.Key.Key_Return)
    compose(screen, "Khoản", " mới.")
    assert "2. Khoản mới." in lines(screen)
    page.moveCursor(QTextCursor.MoveOperation.StartOfBlock)
    QTest.keyClick(page, Qt.Key.Key_Tab)
    assert any(line.endswith(") Khoản mới.") for line in lines(screen))
    while screen.desk.editing is not None and screen.desk.editing.draft.done:
        QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert lines(screen) == before
    QTest.keyClick(page, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert "2. Khoản mới." in lines(screen)


def test_labels_and_borders_of_provisions_cannot_be_typed_away(window: MainWindow) -> None:
    screen = begin(window)
    before = lines(screen)
    page = screen.desk.page
    put_caret(screen, "qc:d2", at_end=False)
    QTest.keyClick(page, Qt.Key.Key_Backspace)
    page.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    QTest.keyClick(page, Qt.Key.Key_Delete)
    assert lines(screen) == before


def test_words_chosen_across_provisions_go_but_the_provisions_stay(window: MainWindow) -> None:
    screen = begin(window)
    before = lines(screen)
    page = screen.desk.page
    put_caret(screen, "qc:d1", at_end=False)
    for _ in range(3):
        page.moveCursor(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
    QTest.keyClick(page, Qt.Key.Key_Delete)
    after = lines(screen)
    assert len(after) == len(before)
    assert after != before


def test_several_paragraphs_are_pasted_as_plain_words(window: MainWindow) -> None:
    screen = begin(window)
    put_caret(screen, first_clause(screen))
    data = QMimeData()
    data.setText("Đoạn   một.\n\nĐoạn hai.")
    data.setHtml("<p><font color=red>Đoạn một.</font></p><p>Đoạn hai.</p>")
    screen.desk.page.insertFromMimeData(data)
    after = lines(screen)
    assert any(line.endswith(" Đoạn một.") for line in after)
    assert "Đoạn hai." in after


def test_a_draft_left_unsaved_is_found_again(window: MainWindow) -> None:
    screen = begin(window)
    put_caret(screen, "qc:d1")
    compose(screen, " chưa", " lưu")
    typed = lines(screen)
    draft_id = screen.state.document
    assert screen.desk.editing is not None
    screen.desk.editing.leave_as_it_is()
    screen.desk.editing = None  # the program stops here: nothing is saved
    window.session.open_drafts.clear()
    screen.state.document = ""
    window.session.go("drafting", document=draft_id)
    settle(window)
    assert "Đã khôi phục 2 chỗ sửa của Dự thảo, lần 1" in screen.desk.notice.words
    assert lines(screen) == typed
    press(screen.desk.notice, "Xem các chỗ đó")
    assert "gõ chữ tại Điều 1" in screen.desk.notice.words
    press(screen.desk.notice, "Bỏ")
    assert lines(screen) != typed
    screen.edit("undo")
    screen.edit("undo")
    assert lines(screen) == typed


def test_another_theme_keeps_the_draft_with_its_undo(window: MainWindow) -> None:
    screen = begin(window)
    put_caret(screen, "qc:d1")
    compose(screen, " thêm")
    typed = lines(screen)
    window.use_theme("dark")
    settle(window)
    screen = shown(window)
    assert lines(screen) == typed
    screen.edit("undo")
    assert lines(screen) != typed


def test_closing_the_window_records_what_was_typed(window: MainWindow) -> None:
    screen = begin(window)
    put_caret(screen, "qc:d1")
    compose(screen, " trước khi đóng")
    typed, draft_id = lines(screen), screen.state.document
    window.close()
    assert act_lines(text_as_at(window.session.workspace, draft_id).act) == typed


def press(where: QWidget, words: str) -> None:
    """Press the button of some words."""
    button = next(b for b in where.findChildren(QAbstractButton) if b.text() == words and b.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def mark_now(screen: DraftingScreen) -> None:
    """Words are marked when typing rests: here it rests at once."""
    screen.desk.mark_touched()


def marked(screen: DraftingScreen) -> list[tuple[str, str]]:
    """The words marked on the page, with their marks, in the order of the text."""
    document = screen.desk.page.document()
    return [
        (form_of(form), words)
        for n in range(document.blockCount())
        for _, words, form in fragments(document.findBlockByNumber(n)) if form_of(form)
    ]


def choose(screen: DraftingScreen, path: str, start: int, length: int) -> str:
    """Choose characters of the words of a provision; give them."""
    screen.desk.page.go_to_spot(unit_at(screen, path), "lead", 0, start, length)
    return screen.desk.page.textCursor().selectedText()


def test_changed_words_are_marked_against_the_text_the_draft_began_from(window: MainWindow) -> None:
    screen = begin(window)
    gone = choose(screen, "qc:d1/k1", 4, 3)
    compose(screen, "văn")
    typed = lines(screen)
    mark_now(screen)
    assert marked(screen) == [("removed", gone), ("added", "văn")]
    assert lines(screen) == typed
    assert screen.desk.differences.count == 1
    screen.edit("undo")
    assert marked(screen) == []


def test_typing_beside_removed_words_touches_only_the_words_of_the_draft(window: MainWindow) -> None:
    screen = begin(window)
    page = screen.desk.page
    whole = choose(screen, "qc:d1/k1", 0, 0) or screen.desk.page.textCursor().block().text()
    choose(screen, "qc:d1/k1", 4, 4)
    QTest.keyClick(page, Qt.Key.Key_Delete)
    mark_now(screen)
    words = page.textCursor().block()
    assert real_text(words) == whole[:4] + whole[8:]
    # The caret stands before what was removed: typing, Backspace and Delete take the words around it.
    compose(screen, "x")
    assert real_text(page.textCursor().block()) == whole[:4] + "x" + whole[8:]
    QTest.keyClick(page, Qt.Key.Key_Backspace)
    mark_now(screen)
    QTest.keyClick(page, Qt.Key.Key_Delete)
    assert real_text(page.textCursor().block()) == whole[:4] + whole[9:]
    QTest.keyClick(page, Qt.Key.Key_Right)
    QTest.keyClick(page, Qt.Key.Key_Left)
    QTest.keyClick(page, Qt.Key.Key_Backspace)
    assert real_text(page.textCursor().block()) == whole[:3] + whole[9:]
    lines(screen)


def test_marks_can_be_put_away_and_what_is_copied_has_none(window: MainWindow) -> None:
    screen = begin(window)
    choose(screen, "qc:d1/k1", 4, 3)
    compose(screen, "văn")
    mark_now(screen)
    block = screen.desk.page.textCursor().block()
    cursor = screen.desk.page.textCursor()
    cursor.setPosition(block.position())
    cursor.setPosition(block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    screen.desk.page.setTextCursor(cursor)
    copied = screen.desk.page.createMimeDataFromSelection().text()
    assert copied == f"1. {real_text(block)}"
    screen.desk.toggle_marks()
    assert marked(screen) == []
