"""Files are looked at before they are stored: every paragraph has a place, doubts are asked, facts can
be mended, nothing is stored before the person says so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QRadioButton

from quyche_app.domain.flow import act_lines
from quyche_app.gui.drafting.screen import DraftingScreen
from quyche_app.gui.library.new_dialog import NewDialog
from quyche_app.gui.library.review_page import ReviewPage
from quyche_app.gui.library.screen import LibraryScreen
from quyche_app.gui.pictures import settle
from quyche_app.gui.settings.first_run import FirstRunDialog
from quyche_app.gui.shell.window import MainWindow
from quyche_app.resources_folder import sample_file
from quyche_app.services.import_file import Correction
from quyche_app.services.library import list_documents
from quyche_app.services.text_as_at import text_as_at
from quyche_app.services.verify import verify
from tests.journeys.test_drafting import press

TEXT = """\
TỈNH ỦY BẾN MẪU | ĐẢNG CỘNG SẢN VIỆT NAM
Số 07-QC/TU | Bến Mẫu, ngày 10 tháng 01 năm 2016
QUY CHẾ
làm việc của Văn phòng Tỉnh ủy Bến Mẫu
Điều 1. Phạm vi
1. Khoản một.
3. Khoản ba.
TRANG 2/5
Điều 2. Nguyên tắc
Mỗi việc một người chủ trì.
"""


def library(window: MainWindow) -> LibraryScreen:
    shown = window.screen_shown
    assert isinstance(shown, LibraryScreen)
    return shown


def review(window: MainWindow, files: list[Path]) -> ReviewPage:
    library(window).review_files(files)
    settle(window)
    page = library(window).reviewing.page
    assert page is not None
    return page


def words_in(page: ReviewPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def test_nothing_is_stored_before_the_person_says_so(window: MainWindow) -> None:
    page = review(window, [sample_file("quy-che.docx")])
    assert "177 đoạn đều có chỗ" in words_in(page)
    assert list_documents(window.session.workspace) == ()
    assert "Chưa ghi vào kho" in library(window).status()[0]
    press(library(window), "Hủy nhập")
    settle(window)
    assert list_documents(window.session.workspace) == ()
    assert not library(window).is_reviewing


def test_a_doubtful_paragraph_is_asked_and_one_is_set_aside(
    window: MainWindow, tmp_path: Path
) -> None:
    file = tmp_path / "quy-che.txt"
    file.write_text(TEXT, encoding="utf-8")
    page = review(window, [file])
    doubts = page.state.doubts()
    assert doubts
    assert not any(b.isChecked() for b in page.findChildren(QRadioButton) if b.isVisibleTo(page))
    page._choose(8)
    settle(window)
    assert "Đoạn 8" in words_in(page)
    button = next(
        b
        for b in page.findChildren(QRadioButton)
        if b.isVisibleTo(page) and b.text().startswith("Không thuộc văn bản")
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(window)
    assert "1 đoạn để riêng" in words_in(page)
    page._number.setText("08-QC/TU")
    page._issued.setText("11/01/2016")
    for doubt in doubts:
        page._choose(doubt.number)
        page.settle_and_go()
    press(library(window), "Ghi vào kho")
    settle(window)
    (row,) = list_documents(window.session.workspace)
    assert (row.number, row.day) == ("08-QC/TU", date(2016, 1, 11))
    lines = act_lines(text_as_at(window.session.workspace, row.id).act)
    assert "TRANG 2/5" not in lines
    assert "3. Khoản ba." in lines
    assert all(verdict.is_true for verdict in verify(window.session.workspace))


def test_what_is_no_day_is_said_and_nothing_is_stored(window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "quy-che.txt"
    file.write_text(TEXT, encoding="utf-8")
    page = review(window, [file])
    hints: list[str] = []
    window.session.hinted.connect(hints.append)
    page._effect.setText("hôm nay")
    page.store()
    settle(window)
    assert any("không phải là ngày" in hint for hint in hints)
    assert list_documents(window.session.workspace) == ()


def test_several_files_are_reviewed_one_after_the_other_and_bad_ones_are_told(
    window: MainWindow, tmp_path: Path
) -> None:
    bad = tmp_path / "hong.docx"
    bad.write_bytes(b"PK\x03\x04 khong phai")
    page = review(window, [bad, sample_file("quy-che.docx"), sample_file("quyet-dinh-3868.docx")])
    page.store()
    settle(window)
    second = library(window).reviewing.page
    assert second is not None
    second.store()
    settle(window)
    assert len(list_documents(window.session.workspace)) == 2
    assert library(window).state.account() == "3 tệp: 2 đọc được, 1 không."


def test_a_new_regulation_begins_from_a_frame(window: MainWindow) -> None:
    window.ask_new()
    dialog = window.findChild(NewDialog)
    assert dialog is not None
    dialog._issuer.setText("Đảng ủy xã Mẫu")
    press(dialog, "Tạo dự thảo")
    settle(window)
    shown = window.screen_shown
    assert isinstance(shown, DraftingScreen)
    assert shown.desk.editing is not None
    assert "làm việc của Đảng ủy xã Mẫu" in act_lines(shown.desk.editing.draft.act)


def test_the_first_start_has_a_default_for_every_step(window: MainWindow) -> None:
    window.beginning.welcome()
    dialog = window.findChild(FirstRunDialog)
    assert dialog is not None
    for step in range(1, 5):
        assert f"Bước {step} / 4" in [label.text() for label in dialog.findChildren(QLabel)]
        next_button = next(
            b
            for b in dialog.findChildren(QAbstractButton)
            if b.text() in ("Tiếp tục", "Xong") and b.isVisible()
        )
        QTest.mouseClick(next_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_the_settings_take_effect_at_once(window: MainWindow) -> None:
    window.go_screen("settings")
    settle(window)
    window.session.option_asked.emit("theme", "dark")
    settle(window)
    assert window.screen_shown.key == "settings"
    window.session.use_person("Lê Thu Hà")
    assert window.session.workspace.person == "Lê Thu Hà"
    window.use_theme("light")
    settle(window)


def test_a_line_that_was_broken_is_joined_with_the_one_before(
    window: MainWindow, tmp_path: Path
) -> None:
    file = tmp_path / "quy-che.txt"
    file.write_text(
        TEXT.replace("3. Khoản ba.", "3. Khoản ba\nviết tiếp ở dòng sau."), encoding="utf-8"
    )
    page = review(window, [file])
    number = next(line.number for line in page.state.lines() if line.text.startswith("viết tiếp"))
    page._choose(number)
    settle(window)
    button = next(
        b
        for b in page.findChildren(QRadioButton)
        if b.isVisibleTo(page) and b.text() == "Nối liền với đoạn trước"
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(window)
    line = next(line for line in page.state.lines() if line.number == number)
    assert line.place.startswith("Liền với đoạn trước")
    page.store()
    settle(window)
    (row,) = list_documents(window.session.workspace)
    assert "3. Khoản ba viết tiếp ở dòng sau." in act_lines(
        text_as_at(window.session.workspace, row.id).act
    )
    assert all(verdict.is_true for verdict in verify(window.session.workspace))


def test_a_fact_of_the_text_leads_to_the_paragraph_it_was_read_from(window: MainWindow) -> None:
    page = review(window, [sample_file("quy-che.docx")])
    for field, words in (
        (page._number, "05-QĐ/TU"),
        (page._issued, "ngày 18 tháng 12 năm 2015"),
        (page._issuer, "TỈNH ỦY SÔNG LÀNH"),
    ):
        field.setFocus()
        field.came.emit()
        chosen = page._chosen()
        assert chosen is not None
        assert words in chosen.text
        assert field.toolTip() == f"Đọc ở đoạn {chosen.number} của tệp."


def test_old_fonts_are_named_in_the_review(window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "cu.txt"
    old = (
        "Uû ban nh©n d©n tØnh quyÕt ®Þnh ban hµnh Quy chÕ lµm viÖc.\n"
        "§iÒu 1. Ph¹m vi ®iÒu chØnh\n1. Quy chÕ nµy quy ®Þnh tr¸ch nhiÖm cña c¸c c¬ quan.\n"
    ) * 3
    file.write_bytes(old.encode("cp1252"))
    page = review(window, [file])
    assert page._fonts._full.startswith("Đã chuyển phông cũ")
    assert any("Uỷ ban nhân dân tỉnh" in line.text for line in page.state.lines())


def test_a_file_under_review_stays_under_review_in_another_look(
    window: MainWindow, tmp_path: Path
) -> None:
    """What a person corrected is recorded nowhere: a change of the look must not lose it."""
    file = tmp_path / "quy-che.txt"
    file.write_text(TEXT, encoding="utf-8")
    page = review(window, [file, sample_file("quyet-dinh-3868.docx")])
    page._correct(8, Correction.ASIDE)
    settle(window)
    corrected = page.state.corrections
    window.use_theme("dark")
    settle(window)
    again = library(window).reviewing.page
    assert again is not None
    assert again is not page
    assert again.state.corrections == corrected == {8: Correction.ASIDE}
    assert len(library(window).reviewing.waiting) == 1, "the second file still waits"
    window.use_theme("light")
    settle(window)


def test_the_stored_file_is_chosen_when_the_last_one_is_given_up(
    window: MainWindow, tmp_path: Path
) -> None:
    files = []
    for name, words in (("một", "Điều 1. Việc thứ nhất.\n"), ("hai", "Điều 1. Việc thứ hai.\n")):
        files.append(tmp_path / f"{name}.txt")
        files[-1].write_text(words, encoding="utf-8")
    review(window, files[:1]).store()
    settle(window)
    first = list_documents(window.session.workspace)[0].id
    file = tmp_path / "ba.txt"
    file.write_text("Điều 1. Việc thứ ba.\n", encoding="utf-8")
    page = review(window, [files[1], file])
    page.store()
    settle(window)
    press(library(window), "Hủy nhập")
    settle(window)
    chosen = library(window).state.chosen_row()
    assert chosen is not None
    assert chosen.id != first
    assert chosen.title == "hai"
    shown = library(window)._table.currentIndex()
    assert library(window)._model.document_at(shown.row()).id == chosen.id
