"""The main job in the window: bring in, amend, compare, look back, export, take back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from quyche_app.gui.amendments.screen import AmendmentsScreen
from quyche_app.gui.compare.screen import CompareScreen
from quyche_app.gui.drafting.screen import DraftingScreen
from quyche_app.gui.export.dialog import ExportDialog
from quyche_app.gui.library.screen import LibraryScreen
from quyche_app.gui.pictures import settle
from quyche_app.gui.shell.window import MainWindow
from quyche_app.gui.timeline.screen import TimelineScreen
from quyche_app.resources_folder import sample_file

FILES = ("quy-che.docx", "quyet-dinh-3868.docx")


def library(window: MainWindow) -> LibraryScreen:
    """Give the library as it stands on the window."""
    shown = window.screen_shown
    assert isinstance(shown, LibraryScreen)
    return shown


def bring_in(window: MainWindow) -> str:
    """Drop the sample on the library; give the id of the regulation."""
    library(window).take_files([sample_file(name) for name in FILES])
    settle(window)
    rows = library(window).state.documents
    return next(row.id for row in rows if row.role == "regulation")


def record(window: MainWindow) -> AmendmentsScreen:
    """Accept what is sure and record it."""
    window.go_screen("amendments")
    settle(window)
    desk = window.screen_shown
    assert isinstance(desk, AmendmentsScreen)
    desk.accept_all_sure()
    desk.record()
    settle(window)
    return desk


def test_an_empty_library_offers_the_sample_as_first_step(window: MainWindow) -> None:
    screen = library(window)
    assert screen.pages.currentWidget() is screen._empty
    screen.import_sample()
    settle(window)
    assert len(screen.state.documents) == 2
    assert screen.state.account() == "Đã đọc 2 tệp."
    assert all("đều có chỗ" in result.sentence for result in screen.state.results)


def test_files_dropped_on_the_library_are_reviewed_and_brought_in(window: MainWindow) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sample_file(name))) for name in FILES])
    event = QDropEvent(
        QPointF(300, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    library(window).dropEvent(event)
    for _ in FILES:
        settle(window)
        review = library(window).reviewing.page
        assert review is not None
        review.store()
    settle(window)
    assert len(library(window).state.documents) == 2


def test_a_bad_file_is_told_beside_the_good_one(window: MainWindow, tmp_path: Path) -> None:
    bad = tmp_path / "hong.docx"
    bad.write_bytes(b"PK\x03\x04 khong phai tep Word")
    library(window).take_files([bad, sample_file(FILES[0])])
    settle(window)
    state = library(window).state
    assert state.account() == "2 tệp: 1 đọc được, 1 không."
    assert "hong.docx" in state.results[0].sentence
    assert len(state.documents) == 1


def test_a_decision_is_accepted_card_by_card_and_recorded(window: MainWindow) -> None:
    bring_in(window)
    window.go_screen("amendments")
    settle(window)
    desk = window.screen_shown
    assert isinstance(desk, AmendmentsScreen)
    total = len(desk.state.outcomes())
    assert total >= 18
    assert not desk.state.can_record
    desk.accept_present()
    assert desk.state.number_of(desk.state.present) == 2
    desk.skip_present()
    settle(window)
    assert desk.state.skipped == 1
    accepted, left = desk.state.accept_all_sure()
    assert accepted + left + 2 == total
    desk.record()
    settle(window)
    assert desk.state.is_recorded
    assert "Chỉ đọc" in desk.status()[1]


def test_after_recording_one_operation_can_be_taken_back(window: MainWindow) -> None:
    bring_in(window)
    desk = record(window)
    before = [row.state for row in desk.state.operations]
    desk.ask_undo()
    dialog = desk._dialog
    assert dialog.operation is not None
    dialog.done(QDialog.DialogCode.Accepted)
    settle(window)
    after = [row.state for row in desk.state.operations]
    assert before.count("applied") - after.count("applied") == 1


def test_a_phrase_replacement_shows_its_places(window: MainWindow) -> None:
    bring_in(window)
    window.go_screen("amendments")
    settle(window)
    desk = window.screen_shown
    assert isinstance(desk, AmendmentsScreen)
    phrases = [card.index for card in desk.state.all_cards() if desk.state.is_phrase(card.index)]
    assert phrases
    desk.state.present = phrases[0]
    desk._show_present()
    assert desk._occurrences.isVisible()
    assert desk._occurrences.model.rowCount() == len(desk.state.outcome(phrases[0]).occurrences)


def test_the_comparison_walks_through_all_changes(window: MainWindow) -> None:
    regulation = bring_in(window)
    record(window)
    window.session.document_id = regulation
    window.go_screen("compare")
    settle(window)
    screen = window.screen_shown
    assert isinstance(screen, CompareScreen)
    state = screen.state
    assert state.total > 10
    assert "bản gốc" in window.windowTitle()
    for _ in range(state.total):
        QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert state.seen_count() == state.total
    QTest.keyClick(window, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert state.present == state.total - 1
    window.grab()
    total = sum(state.view.counts.values())
    assert state.total + state.hidden == total
    screen.swap()
    settle(window)
    assert screen.state.left.endswith(tuple("0123456789"))
    assert screen.state.right.endswith("@issued")


def test_the_time_line_shows_other_words_before_the_day_of_effect(window: MainWindow) -> None:
    bring_in(window)
    record(window)
    window.go_screen("timeline")
    settle(window)
    screen = window.screen_shown
    assert isinstance(screen, TimelineScreen)
    article = screen.state.row()
    assert article is not None
    after = [block.text for block in screen.state.article()[0]]
    screen._on_day(date(2018, 7, 15))
    settle(window)
    before = [block.text for block in screen.state.article()[0]]
    assert before != after
    assert screen.state.why(date.today()) == ()
    screen.go_today()
    settle(window)
    assert len(screen.state.why(date.today())) == len(screen.state.article()[1]) > 0
    screen._on_known(0)
    settle(window)
    assert screen.state.is_past()
    assert [block.text for block in screen.state.article()[0]] == before


def test_a_provision_is_found_from_the_command_box_and_shows_its_history(
    window: MainWindow,
) -> None:
    bring_in(window)
    record(window)
    window.go_screen("drafting")
    settle(window)
    screen = window.screen_shown
    assert isinstance(screen, DraftingScreen)
    found = next(each for each in window._find("khoan 2 dieu 9") if each.kind == "unit")
    window._on_found(found)
    settle(window)
    assert screen.state.words_of(screen.state.chosen).endswith("khoản 2 Điều 9")
    cards = screen.inspector.wordings
    assert len(cards) == 2
    assert [card.is_present for card in cards] == [True, False]
    assert any(run.form == "added" for line in cards[0].lines for run in line.runs)
    screen.copy_citation()
    assert "Khoản 2 Điều 9" in QApplication.clipboard().text()


def test_the_way_back_leads_through_the_places(window: MainWindow) -> None:
    bring_in(window)
    for key in ("drafting", "timeline", "settings"):
        window.go_screen(key)
        settle(window)
    window.go_back()
    settle(window)
    assert window.screen_shown.key == "timeline"
    window.go_back()
    settle(window)
    assert window.screen_shown.key == "drafting"
    window.go_on()
    settle(window)
    assert window.screen_shown.key == "timeline"


def test_the_text_is_exported_and_proved(window: MainWindow, tmp_path: Path) -> None:
    bring_in(window)
    record(window)
    window.ask_export()
    settle(window)
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    assert dialog._preview.count > 1
    dialog.save_into(tmp_path)
    dialog._types[".html"].setChecked(True)
    dialog._on_export()
    settle(window)
    words, colour = dialog.state.account()
    assert colour == "good", (words, dialog._words.text())
    assert words.startswith("Đã xuất 2 tệp. Đối chiếu lời văn: đúng từng chữ. ")
    assert "đầu trang và chân trang (1)" in words, "the foot of the sample is not in the files"
    assert sorted(path.suffix for path in tmp_path.iterdir() if path.is_file()) == [
        ".docx",
        ".html",
    ]
    dialog._on_export()
    dialog.reject()
    settle(window)


@pytest.mark.parametrize("size", ["125", "150"])
def test_another_text_size_and_theme_keep_the_place(window: MainWindow, size: str) -> None:
    bring_in(window)
    window.go_screen("drafting")
    settle(window)
    window.use_text_size(size)
    window.use_theme("dark")
    settle(window)
    assert window.screen_shown.key == "drafting"
    assert not window.grab().isNull()
    window.use_text_size("100")
    window.use_theme("light")


def test_an_amending_act_can_be_read_and_leads_to_its_regulation(window: MainWindow) -> None:
    regulation = bring_in(window)
    act = next(row.id for row in library(window).state.documents if row.id != regulation)
    window.session.go("drafting", document=act)
    settle(window)
    screen = window.screen_shown
    assert isinstance(screen, DraftingScreen)
    assert screen.state.text is not None
    window.session.go("compare", document=act)
    settle(window)
    compared = window.screen_shown
    assert isinstance(compared, CompareScreen)
    assert compared.state.left.startswith(regulation)
    window.session.go("timeline", document=act)
    settle(window)
    shown = window.screen_shown
    assert isinstance(shown, TimelineScreen)
    assert shown.state.document == regulation
