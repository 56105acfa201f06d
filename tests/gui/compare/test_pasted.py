"""Đối chiếu hai đoạn: what is said and shown of two pasted wordings, and the page of it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest

from quyche_app.domain.comparisons import Change
from quyche_app.gui.changes import UNKNOWN
from quyche_app.gui.compare.pasted import PastedTexts, copied_html, copied_plain, marked_blocks
from quyche_app.gui.compare.pasted_page import PastedPage
from quyche_app.gui.compare.screen import CompareScreen
from quyche_app.gui.pictures import fill_with_sample, settle
from quyche_app.gui.places import Place
from quyche_app.gui.shell.window import MainWindow
from quyche_app.gui.text_lines import Run
from quyche_app.services.pasted import MOST_CHARACTERS, compare_pasted
from quyche_app.services.workspace import open_workspace


def compared(left: str, right: str) -> PastedTexts:
    """Give the texts as they are once they were compared."""
    return PastedTexts(left, right, compare_pasted(left, right))


@pytest.mark.parametrize(
    ("left", "right", "said"),
    [
        ("họp", "họp", "Hai đoạn giống hệt nhau, từng ký tự."),
        ("ba ngày", "ba  ngày", "Hai đoạn chỉ khác khoảng trắng, chỗ xuống dòng hoặc ký tự ẩn."),
        (
            "họp",
            unicodedata.normalize("NFD", "họp"),
            "Hai đoạn chỉ khác cách mã hóa chữ có dấu (dựng sẵn hay tổ hợp).",
        ),
        ("hoà", "hòa", "Hai đoạn chỉ khác chỗ đặt dấu thanh (hoà, hòa)."),
        (
            "hoà nhạc",
            "hòa  nhạc",
            "Hai đoạn chỉ khác cách gõ: khoảng trắng, mã hóa chữ, chỗ đặt dấu thanh.",
        ),
        ("họp mỗi tháng", "họp mỗi quý một lần", "Thêm 3 chữ, bỏ 1 chữ."),
        ("họp.", "họp,", "Thêm 0 chữ, bỏ 0 chữ. Thêm 1 dấu câu, bỏ 1 dấu câu."),
    ],
)
def test_what_differs_is_said(left: str, right: str, said: str) -> None:
    assert compared(left, right).verdict() == said


def test_what_is_missing_or_too_long_is_said_instead() -> None:
    texts = PastedTexts()
    hint = texts.verdict()
    texts.write("họp", "")
    assert texts.verdict() == hint != ""
    assert not texts.can_compare
    texts.write("họp", "họp mặt")
    assert texts.is_awaited
    assert texts.verdict() == texts.looked_at() == ""
    texts.write("a" * (MOST_CHARACTERS + 1), "")
    assert texts.verdict().startswith("Mỗi ô nhận nhiều nhất 20.000 ký tự;")
    assert not texts.can_compare


def test_it_is_said_what_was_looked_at() -> None:
    said = compared("họp, ký", "họp").looked_at()
    assert said == "Đã đối chiếu 2 chữ với 1 chữ, cả dấu câu và khoảng trắng."


def test_changes_are_marked_paragraph_by_paragraph() -> None:
    changes = compare_pasted("họp một\nký", "họp hai\nký tên").changes
    first, second = (block.lines[0] for block in marked_blocks(changes))
    assert (first.text, first.runs) == ("họp mộthai", (Run(4, 7, "removed"), Run(7, 10, "added")))
    assert (second.text, second.runs) == ("ký tên", (Run(2, 6, "added"),))


def test_line_ends_and_hidden_signs_that_came_or_went_are_seen() -> None:
    changes = (Change("equal", "a"), Change("delete", "\n"), Change("insert", "\u200b"))
    lines = [block.lines[0] for block in marked_blocks(changes)]
    assert [line.text for line in lines] == ["a¶", "□"]
    assert lines[0].runs == (Run(1, 2, "removed"),)
    assert lines[1].runs == (Run(0, 1, "added"),)


def test_the_result_is_copied_with_its_marks() -> None:
    changes = compare_pasted("a < b\nmột", "a < b\nhai").changes
    assert copied_plain(changes) == "a < b\n[bỏ: một][thêm: hai]"
    assert copied_html(changes) == "<p>a &lt; b<br><s>một</s><u>hai</u></p>"


# -- the page ------------------------------------------------------------------------------------------


@pytest.fixture
def window(tmp_path: Path, open_window: Callable[..., MainWindow]) -> MainWindow:
    return open_window(open_workspace(tmp_path / "kho"))


def screen_of(window: MainWindow) -> CompareScreen:
    screen = window.screen_shown
    assert isinstance(screen, CompareScreen)
    return screen


def page_of(window: MainWindow) -> PastedPage:
    """Give the page with the pasted wordings, asked for on the empty screen."""
    window.go(Place("compare"))
    settle(window)
    return screen_of(window).show_pasted()


def rest(page: PastedPage, window: MainWindow) -> None:
    """Let typing rest, and the words be compared."""
    QTest.qWait(0)
    page.compare()
    settle(window)


def test_words_are_compared_while_somebody_types(window: MainWindow) -> None:
    page = page_of(window)
    QTest.keyClicks(page.left, "hop mot")
    assert page.verdict().startswith("Dán hoặc gõ")
    page.left.setFocus()
    QTest.keyClick(page.left, Qt.Key.Key_Tab)
    QTest.keyClicks(page.right, "hop hai")
    # Nobody asks for it: typing rests.
    rests = QSignalSpy(page._rest.timeout)
    page._rest.setInterval(0)
    assert rests.wait(5000)
    settle(window)
    assert page.verdict() == "Thêm 1 chữ, bỏ 1 chữ."
    assert page.result.block_at(0).text == "hop mothai"
    assert page.result.accessibleDescription() == "hop [bỏ: mot][thêm: hai]"


def test_an_answer_about_other_words_counts_no_more(window: MainWindow) -> None:
    page = page_of(window)
    page.left.setPlainText("họp")
    page.right.setPlainText("họp mặt")
    page.compare()
    page.right.setPlainText("họp")
    window.session.runner.wait()
    assert page.verdict().startswith("Dán hoặc gõ"), "the words changed meanwhile"
    rest(page, window)
    assert page.verdict() == "Hai đoạn giống hệt nhau, từng ký tự."


def test_spaces_that_do_not_break_are_no_usual_spaces(window: MainWindow) -> None:
    page = page_of(window)
    page.left.setPlainText("ba ngày")
    page.right.setPlainText("ba\u00a0ngày")
    rest(page, window)
    assert page.verdict() == "Hai đoạn chỉ khác khoảng trắng, chỗ xuống dòng hoặc ký tự ẩn."


def test_sides_are_exchanged_and_emptied_and_undoing_brings_words_back(window: MainWindow) -> None:
    page = page_of(window)
    page.left.setPlainText("họp một")
    page.right.setPlainText("họp hai ba")
    page.swap()
    assert (page.left.toPlainText(), page.right.toPlainText()) == ("họp hai ba", "họp một")
    rest(page, window)
    assert page.verdict() == "Thêm 1 chữ, bỏ 2 chữ."
    page.clear()
    assert page.verdict().startswith("Dán hoặc gõ")
    page.left.undo()
    assert page.left.toPlainText() == "họp hai ba"


def test_the_result_goes_to_the_clipboard(window: MainWindow) -> None:
    page = page_of(window)
    page.left.setPlainText("họp một")
    page.right.setPlainText("họp hai")
    rest(page, window)
    page.copy_result()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == "họp [bỏ: một][thêm: hai]"
    assert "<s>một</s><u>hai</u>" in copied.html()


def test_a_text_beyond_the_limit_is_told_and_kept(window: MainWindow) -> None:
    page = page_of(window)
    page.left.setPlainText("a" * (MOST_CHARACTERS + 1))
    page.right.setPlainText("b")
    rest(page, window)
    assert page.verdict().startswith("Mỗi ô nhận nhiều nhất")
    assert len(page.left.toPlainText()) == MOST_CHARACTERS + 1


def test_wordings_stay_while_the_versions_and_the_look_change(window: MainWindow) -> None:
    document = fill_with_sample(window.session.workspace, recorded=True)
    window.go(Place("compare", document))
    settle(window)
    screen = screen_of(window)
    page = screen.show_pasted()
    page.left.setPlainText("họp một")
    page.right.setPlainText("họp hai")
    assert screen.window_title() == "Đối chiếu hai đoạn"
    assert screen.shown() is None
    assert screen.regions() == [page.left, page.right, page.result]
    window.session.tell(UNKNOWN)  # the versions behind the page are read again
    settle(window)
    assert screen.pages.currentWidget() is page
    window.go(Place("drafting", document))
    window.go(Place("compare", document))
    window.rebuild()
    settle(window)
    again = screen_of(window)
    assert again is not screen
    assert again.state.is_pasting
    assert (again.state.pasted.left, again.state.pasted.right) == ("họp một", "họp hai")
    again.toggle_pasted()
    assert again.shown() is not None
    assert again.state.total > 0
    again.toggle_pasted()
    window.go(Place("compare", document, left=again.state.right, right=again.state.left))
    settle(window)
    assert not again.state.is_pasting, "other versions were asked for"
