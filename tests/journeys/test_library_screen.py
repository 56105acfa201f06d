"""Kho văn bản, reading and printing: what a person sees of a text, and takes out of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu

from quyche_app.gui.changes import UNKNOWN
from quyche_app.gui.compare.screen import CompareScreen
from quyche_app.gui.drafting.screen import DraftingScreen
from quyche_app.gui.export.printing import write_pdf
from quyche_app.gui.library.info_dialog import InfoDialog
from quyche_app.gui.library.screen import LibraryScreen
from quyche_app.gui.pictures import fill_with_sample, settle
from quyche_app.gui.shell.second_window import SecondWindow
from quyche_app.gui.shell.window import MainWindow
from quyche_app.resources_folder import sample_file
from quyche_app.services.drafts import begin_draft
from quyche_app.services.library import document_details


def with_sample(window: MainWindow) -> str:
    """Bring in the sample with its decision recorded; give the id of the regulation."""
    document = fill_with_sample(window.session.workspace, recorded=True)
    window.session.tell(UNKNOWN)
    settle(window)
    return document


def library(window: MainWindow) -> LibraryScreen:
    """The library."""
    screen = window.screen_shown
    assert isinstance(screen, LibraryScreen)
    return screen


def reading(window: MainWindow, document: str) -> DraftingScreen:
    """A text as it is read."""
    window.session.go("drafting", document=document)
    settle(window)
    screen = window.screen_shown
    assert isinstance(screen, DraftingScreen)
    return screen


def test_milestones_stand_on_the_days_of_issue_and_effect(window: MainWindow) -> None:
    details = document_details(window.session.workspace, with_sample(window))
    told = [
        (str(m.title), m.day.isoformat() if m.day else "", m.is_in_force)
        for m in details.milestones
    ]
    assert told == [
        ("Quyết định 3868-QĐ/TU", "2019-01-01", True),
        ("Quyết định 3868-QĐ/TU", "2018-07-16", False),
        ("Ban hành 05-QĐ/TU", "2015-12-18", False),
    ], "an act with two days of effect makes two"
    remarks = [str(milestone.remarks[0]) for milestone in details.milestones]
    assert remarks == ["1 nội dung", "25 nội dung", "28 điều"]


def test_the_list_is_narrowed_by_state_and_opened_texts_are_listed(window: MainWindow) -> None:
    document = with_sample(window)
    begin_draft(window.session.workspace, document)
    window.session.tell(UNKNOWN)
    settle(window)
    screen = library(window)
    screen._status.setCurrentIndex(screen._status.findData("draft"))
    assert [row.status_text for row in screen.state.shown()] == ["Dự thảo, lần 1"]
    screen._clear_filters()
    assert len(screen.state.shown()) == 3
    reading(window, document)
    window.go_screen("library")
    settle(window)
    labels = [line.label for line in library(window).state.collections()]
    assert labels[labels.index("GẦN ĐÂY") + 1] == "05-QĐ/TU"


def test_facts_of_a_text_are_shown_and_its_file_copied_byte_for_byte(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.session.document_id = with_sample(window)
    window.show_info()
    settle(window)
    dialog = window.findChild(InfoDialog)
    assert dialog is not None
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    assert {"05-QĐ/TU", "3868-QĐ/TU", "quy-che.docx", "18/12/2015"} <= set(shown)
    out = tmp_path / "ban-goc.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (str(out), ""))
    dialog._copy("quy-che.docx")
    settle(window)
    assert out.read_bytes() == sample_file("quy-che.docx").read_bytes()
    dialog.accept()


def test_a_text_that_is_read_says_up_to_which_act(window: MainWindow) -> None:
    screen = reading(window, with_sample(window))
    assert screen.state.version_words() == "hợp nhất đến 01/01/2019, gồm 3868-QĐ/TU"
    assert screen.reading.why_locked.text().startswith(
        "Bản hợp nhất đến ngày 01/01/2019, gồm 3868-QĐ/TU."
    )
    assert screen._head._name._full.startswith("05-QĐ/TU · ")


def test_a_text_is_printed_page_by_page(window: MainWindow, tmp_path: Path) -> None:
    screen = reading(window, with_sample(window))
    text = screen.printable()
    assert text is not None
    out = tmp_path / "in.pdf"
    write_pdf(text, out)
    data = out.read_bytes()
    assert data.startswith(b"%PDF")
    assert data.count(b"/Type /Page\n") + data.count(b"/Type /Page ") >= 8


def test_a_read_only_screen_opens_in_a_second_window(window: MainWindow) -> None:
    document = with_sample(window)
    reading(window, document)
    window.open_second()
    settle(window)
    second = window.findChild(SecondWindow)
    assert second is not None
    assert second.windowTitle().startswith("05-QĐ/TU – hợp nhất")
    draft = begin_draft(window.session.workspace, document)
    assert reading(window, draft.id).second_place() is None
    second.close()


def test_every_entry_of_the_menus_can_be_done_somewhere(window: MainWindow) -> None:
    """An entry that no screen ever enables is a promise that nobody keeps."""
    document = with_sample(window)
    draft = begin_draft(window.session.workspace, document)
    enabled: set[str] = set()

    def look() -> None:
        enabled.update(action_id for action_id, _, _ in window._book.available())

    for key, opened in (
        ("library", document),
        ("library", draft.id),
        ("drafting", document),
        ("drafting", draft.id),
        ("amendments", document),
        ("compare", document),
        ("timeline", document),
        ("settings", document),
    ):
        window.session.go(key, document=opened)
        settle(window)
        look()
    dead = {owned.action.id for owned in window._book._owned.values()} - enabled
    # A step back to take, a text in the archive, an act that is not recorded, a layer that hides
    # something, a change behind another one: seen to in their own tests.
    assert dead <= {
        "forward",
        "undo_setting",
        "unarchive",
        "record",
        "skip",
        "accept",
        "accept_all",
        "show_all_layers",
        "previous_change",
        "command",
    }


def test_a_text_of_the_library_and_a_day_of_the_time_line_open_in_a_second_window(
    window: MainWindow,
) -> None:
    document = with_sample(window)
    for key, title in (
        ("library", "05-QĐ/TU – hợp nhất"),
        ("timeline", "Dòng thời gian: 05-QĐ/TU"),
    ):
        window.session.go(key, document=document)
        settle(window)
        window.open_second()
        settle(window)
        second = next(w for w in window.findChildren(SecondWindow) if w.isVisible())
        assert second.windowTitle().startswith(title)
        second.close()
        settle(window)


def test_the_second_window_shows_the_versions_that_were_compared(window: MainWindow) -> None:
    document = with_sample(window)
    window.session.go("compare", document=document)
    settle(window)
    screen = window.screen_shown
    assert isinstance(screen, CompareScreen)
    screen.swap()
    settle(window)
    window.open_second()
    settle(window)
    second = window.findChild(SecondWindow)
    assert second is not None
    shown = second.screen_shown
    assert isinstance(shown, CompareScreen)
    assert (shown.state.left, shown.state.right) == (screen.state.left, screen.state.right)
    second.close()


def test_the_menu_of_recent_texts_is_made_when_it_is_opened(window: MainWindow) -> None:
    reading(window, with_sample(window))
    menu = next(m for m in window.findChildren(QMenu) if m.title() == "Mở &gần đây")
    menu.aboutToShow.emit()
    assert next(action.text() for action in menu.actions()).startswith("05-QĐ/TU · ")


def test_a_text_that_was_put_away_is_brought_back_by_undo(window: MainWindow) -> None:
    document = with_sample(window)
    screen = library(window)
    undo = window._book._made["undo"]
    assert not undo.isEnabled()
    screen.state.chosen = document
    screen._select_chosen()
    screen.archive()
    settle(window)
    assert len(screen.state.shown()) == 1
    assert undo.isEnabled()
    screen._table.setFocus()
    QTest.keyClick(screen._table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(window)
    assert len(screen.state.shown()) == 2
    assert not undo.isEnabled()
