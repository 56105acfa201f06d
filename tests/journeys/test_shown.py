"""Ctrl+E and Ctrl+P take what the screen shows, on every screen, and name it first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from quyche_app.domain.flow import act_lines
from quyche_app.domain.units import Paragraph
from quyche_app.gui.amendments.screen import AmendmentsScreen
from quyche_app.gui.changes import UNKNOWN
from quyche_app.gui.export import printing
from quyche_app.gui.export.dialog import ExportDialog
from quyche_app.gui.export.printing import Printable
from quyche_app.gui.library.screen import LibraryScreen
from quyche_app.gui.pictures import fill_with_sample, settle
from quyche_app.gui.shell.second_window import SecondWindow
from quyche_app.gui.shell.window import MainWindow
from quyche_app.gui.timeline.screen import TimelineScreen
from quyche_app.services.drafts import begin_draft, record_texts
from quyche_app.services.library import list_documents
from quyche_app.services.text_as_at import text_as_at
from tests.journeys.test_drafting import compose, put_caret, shown, unit_at


@pytest.fixture
def hints(window: MainWindow) -> list[str]:
    """Give what the status bar says."""
    said: list[str] = []
    window.session.hinted.connect(said.append)
    return said


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[Printable]:
    """Give what reaches the printer."""
    found: list[Printable] = []
    monkeypatch.setattr(printing, "print_text", lambda session, text, window: found.append(text))
    return found


def with_sample(window: MainWindow, *, recorded: bool = True) -> str:
    """The sample with its decision; give the id of the regulation."""
    document = fill_with_sample(window.session.workspace, recorded=recorded)
    window.session.tell(UNKNOWN)
    settle(window)
    return document


def dialog(owner: QWidget) -> ExportDialog | None:
    return next(
        (
            d
            for d in owner.findChildren(
                ExportDialog, options=Qt.FindChildOption.FindDirectChildrenOnly
            )
            if d.isVisible()
        ),
        None,
    )


def exported(window: MainWindow) -> ExportDialog:
    """The dialog that Ctrl+E opens."""
    window.ask_export()
    settle(window)
    opened = dialog(window)
    assert opened is not None
    return opened


def lines_of(opened: ExportDialog) -> list[str]:
    assert opened.state.preview is not None
    return act_lines(opened.state.preview.text.act)


def close(window: MainWindow, opened: ExportDialog) -> None:
    opened.reject()
    settle(window)


def drafted(window: MainWindow) -> str:
    """A draft of the sample, open; give its id."""
    draft = begin_draft(window.session.workspace, with_sample(window))
    window.session.go("drafting", document=draft.id)
    settle(window)
    return draft.id


def words_of(text: Printable) -> str:
    return "\n".join(block.text for block in text.blocks)


def test_a_list_read_again_behind_a_new_draft_does_not_take_its_place(
    window: MainWindow, printed: list[Printable]
) -> None:
    with_sample(window)
    library = window.screen_shown
    assert isinstance(library, LibraryScreen)
    library._begin_new("dang-uy", "Đảng ủy xã Minh Tân", "Minh Tân")
    settle(window)
    draft = shown(window).state.document
    assert window.session.document_id == draft
    opened = exported(window)
    assert opened.state.document == draft
    assert "Dự thảo, lần 1" in opened.windowTitle()
    assert opened.windowTitle() == opened._title.text()
    close(window, opened)
    window.print_text()
    assert "Dự thảo, lần 1" in printed[0].title


def test_what_was_typed_just_now_is_in_the_file(window: MainWindow) -> None:
    drafted(window)
    screen = shown(window)
    put_caret(screen, "qc:d1/k1")
    compose(screen, " Mới gõ.")
    opened = exported(window)
    assert any(line.endswith(" Mới gõ.") for line in lines_of(opened))
    close(window, opened)


def test_a_draft_that_cannot_be_recorded_is_not_exported(window: MainWindow) -> None:
    draft, workspace = drafted(window), window.session.workspace
    screen = shown(window)
    unit = next(
        u for u in text_as_at(workspace, draft).act.units() if u.id == unit_at(screen, "qc:d1/k1")
    )
    record_texts(
        workspace,
        draft,
        {unit.id: replace(unit, lead=(Paragraph("Của người khác."),))},
        who="Trần Minh",
    )
    put_caret(screen, "qc:d1/k1")
    compose(screen, " Của tôi.")
    window.ask_export()
    settle(window)
    assert dialog(window) is None
    assert "vừa sửa" in screen.desk.notice.words


@pytest.mark.parametrize("at", ["issued", "2016-02-01", ""])
def test_a_text_is_exported_and_printed_in_the_state_it_is_read_in(
    window: MainWindow, printed: list[Printable], at: str
) -> None:
    document = with_sample(window)
    window.session.go("drafting", document=document, right=at)
    settle(window)
    opened = exported(window)
    asked = text_as_at(window.session.workspace, document, as_at=at or None)
    assert opened.state.day == asked.as_at
    assert lines_of(opened) == act_lines(asked.act)
    assert {"issued": "lời văn khi ban hành", "2016-02-01": "01/02/2016", "": "hợp nhất 1 văn bản"}[
        at
    ] in opened.windowTitle()
    first_line = opened.windowTitle()
    close(window, opened)
    window.print_text()
    assert first_line.endswith(printed[0].title)
    assert ("khi ban hành" in words_of(printed[0])) == (at == "issued")


def test_a_milestone_of_a_draft_is_exported_as_it_was(window: MainWindow) -> None:
    draft, workspace = drafted(window), window.session.workspace
    first = text_as_at(workspace, draft)
    screen = shown(window)
    put_caret(screen, "qc:d1/k1")
    compose(screen, " Về sau.")
    screen.save_now()
    settle(window)
    window.session.go("drafting", document=draft, right=f"R{first.known_at}")
    settle(window)
    opened = exported(window)
    assert lines_of(opened) == act_lines(first.act)
    close(window, opened)


def test_a_comparison_is_exported_and_printed_as_the_two_texts_it_shows(
    window: MainWindow, printed: list[Printable], tmp_path: Path
) -> None:
    draft = drafted(window)
    screen = shown(window)
    put_caret(screen, "qc:d1/k1")
    compose(screen, " Mới gõ.")
    screen.ways.compare_with_base()
    settle(window)
    opened = exported(window)
    assert opened.state.kind == "redline"
    assert opened.state.before is not None
    assert (opened.state.before.document, opened.state.document) == (draft, draft)
    left, _, right = opened.windowTitle().partition(" → ")
    assert left.endswith(f"lần ghi {opened.state.before.known_at}")
    assert right.endswith(f"lần ghi {opened.state.known_at}")
    opened.save_into(tmp_path)
    opened._on_export()
    settle(window)
    assert opened.state.exported is not None
    assert opened.state.exported.verdicts[0].is_true
    (file,) = tmp_path.glob("*.docx")
    assert b"w:ins" in _document_xml(file)
    assert "Mới gõ." in _document_xml(file).decode()
    opened.accept()
    settle(window)
    window.print_text()
    words = words_of(printed[0])
    assert "Dự thảo, lần 1" in words
    assert words.count("Mới gõ.") == 1
    assert "Trước:" in words
    assert "Sau:" in words


def _document_xml(file: Path) -> bytes:
    from zipfile import ZipFile

    with ZipFile(file) as package:
        return package.read("word/document.xml")


def test_the_time_line_exports_the_day_and_the_recording_it_shows(window: MainWindow) -> None:
    document = with_sample(window)
    window.session.go("timeline", document=document)
    settle(window)
    screen = window.screen_shown
    assert isinstance(screen, TimelineScreen)
    assert screen.state.timeline is not None
    screen._on_day(date(2018, 7, 17))
    screen._on_known(0)
    settle(window)
    opened = exported(window)
    first = screen.state.timeline.known_events[0].recording
    assert (opened.state.day, opened.state.known_at) == (date(2018, 7, 17), first)
    assert opened.windowTitle().endswith(f"17/7/2018, biết tới lần ghi {first}") or (
        f"biết tới lần ghi {first}" in opened.windowTitle()
    )
    close(window, opened)


def test_a_preview_of_an_amendment_is_printed_as_one_and_not_exported(
    window: MainWindow, printed: list[Printable], hints: list[str]
) -> None:
    with_sample(window, recorded=False)
    window.go_screen("amendments")
    settle(window)
    screen = window.screen_shown
    assert isinstance(screen, AmendmentsScreen)
    window.ask_export()
    settle(window)
    assert dialog(window) is None
    assert "chưa được ghi vào kho" in hints[-1]
    window.print_text()
    assert "bản xem trước, chưa ghi vào kho" in printed[0].title
    assert "bản xem trước, chưa ghi vào kho" in words_of(printed[0])


def test_the_recorded_amendment_is_exported_with_its_regulation(window: MainWindow) -> None:
    document = with_sample(window)
    window.go_screen("amendments")
    settle(window)
    opened = exported(window)
    assert opened.state.document == document
    assert "hợp nhất 1 văn bản" in opened.windowTitle()
    close(window, opened)


def test_the_second_window_exports_and_prints_its_own_text(
    window: MainWindow, printed: list[Printable]
) -> None:
    document = with_sample(window)
    window.session.go("drafting", document=document, right="issued")
    settle(window)
    window.open_second()
    settle(window)
    second = window.findChild(SecondWindow)
    assert second is not None
    draft = begin_draft(window.session.workspace, document)
    window.session.go("drafting", document=draft.id)
    settle(window)
    second.activateWindow()
    QTest.qWaitForWindowActive(second)
    QTest.keyClick(second, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    settle(window)
    assert dialog(window) is None
    opened = dialog(second)
    assert opened is not None
    assert (opened.state.document, opened.state.day) == (document, None)
    close(window, opened)
    second.screen_shown.print_asked.emit()
    assert "khi ban hành" in printed[0].title
    second.close()


def test_the_library_exports_the_text_of_the_list_and_of_the_chosen_hit(window: MainWindow) -> None:
    with_sample(window)
    library = window.screen_shown
    assert isinstance(library, LibraryScreen)
    for row in list_documents(window.session.workspace):
        library.state.chosen = row.id
        library._select_chosen()
        settle(window)
        opened = exported(window)
        assert opened.state.document == row.id
        assert row.number in opened.windowTitle()
        close(window, opened)
    library._search.setText("hoi nghi")
    library.search_wordings()
    settle(window)
    hit = library._found._chosen() if library._found is not None else None
    assert hit is not None
    opened = exported(window)
    assert opened.state.document == hit.document.id
    close(window, opened)


def test_where_no_text_is_shown_nothing_is_exported_or_printed(
    window: MainWindow, printed: list[Printable], hints: list[str]
) -> None:
    with_sample(window)
    library = window.screen_shown
    assert isinstance(library, LibraryScreen)
    library._search.setText("không có văn bản nào như vậy")
    settle(window)
    for screen in ("library", "settings"):
        window.go_screen(screen)
        settle(window)
        window.ask_export()
        window.print_text()
        settle(window)
        assert dialog(window) is None
        assert printed == []
        assert hints[-2:] == [window.screen_shown.why_nothing()] * 2
