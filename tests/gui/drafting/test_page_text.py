"""The page of a draft: where it stands after a jump."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from quyche_app.gui.drafting.page_blocks import page_blocks
from quyche_app.gui.drafting.page_text import PageText
from tests.gui.fakes import act_of

CLAUSES = 900


@pytest.fixture
def page(application: QApplication) -> PageText:
    """Give the page with a text of nine hundred clauses, as it is first painted."""
    text = "\n".join(["Điều 1. Lịch", *(f"{n}. Việc thứ {n}." for n in range(1, CLAUSES + 1))])
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
