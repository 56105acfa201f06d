"""The page of a draft: where it stands after a jump."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from quyche_app.gui.drafting.page_blocks import page_blocks
from quyche_app.gui.drafting.page_text import PageText
from tests.gui.fakes import act_of

CLAUSES = 900
_MORE = " do cơ quan chủ trì làm trước khi trình" * 6  # several lines, more on a narrow page


@pytest.fixture
def page(application: QApplication) -> PageText:
    """Give the page with a text of nine hundred clauses, as it is first painted."""
    text = "\n".join(
        ["Điều 1. Lịch", *(f"{n}. Việc thứ {n}{_MORE}." for n in range(1, CLAUSES + 1))]
    )
    made = PageText()
    made.resize(900, 700)
    made.show_blocks(page_blocks(act_of(text)))
    made.grab()
    return made


def test_a_jump_to_the_last_clause_shows_it(page: PageText) -> None:
    last = page.document().lastBlock().previous()
    place = page.place_at(last)
    assert place is not None
    page.go_to(place.unit_id)
    assert page.viewport().rect().contains(page.cursorRect())
    assert page.textCursor().blockNumber() == last.blockNumber()


def first_seen(page: PageText) -> int:
    """Give the number of the paragraph at the top of the view."""
    return page.cursorForPosition(page.viewport().rect().topLeft()).block().blockNumber()


@pytest.mark.parametrize("size", [(640, 700), (893, 700), (1300, 480), (420, 700)])
def test_a_view_of_another_size_begins_with_the_same_paragraph(
    page: PageText, size: tuple[int, int]
) -> None:
    page.show()
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum() // 2)
    QApplication.processEvents()
    before = first_seen(page)
    assert before > CLAUSES // 4
    page.resize(*size)
    QApplication.processEvents()
    assert abs(first_seen(page) - before) <= 1
    page.close()


def test_a_view_of_another_size_has_its_page_in_the_middle(page: PageText) -> None:
    page.show()
    for width in (900, 1300):
        page.resize(width, 700)
        QApplication.processEvents()
        form = page.document().rootFrame().frameFormat()
        assert form.leftMargin() == form.rightMargin()
        text = page.viewport().width() - form.leftMargin() - form.rightMargin()
        line = page.document().begin().layout().lineAt(0)
        assert line.width() <= text
    assert form.leftMargin() > 300
    page.close()
