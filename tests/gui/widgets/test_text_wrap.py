"""Names in the room there is: broken between words, left out in the middle between words."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from quyche_app.gui.theme.look import program_font
from quyche_app.gui.widgets.text_wrap import elided, line_count, wrapped

NAME = "Quyết định sửa đổi, bổ sung Quy chế làm việc của Ban Chấp hành Đảng bộ, số 3868-QĐ/TU"


def test_the_middle_is_left_out_between_words(application: QApplication) -> None:
    metrics = QFontMetrics(program_font())
    for width in range(160, metrics.horizontalAdvance(NAME), 40):
        shown = elided(NAME, metrics, width)
        assert metrics.horizontalAdvance(shown) <= width
        head, _, tail = shown.partition(" … ")
        assert NAME.startswith(head)
        assert NAME.endswith(tail)
        assert {*head.split(), *tail.split()} <= set(NAME.split())
    assert elided(NAME, metrics, 10_000) == NAME


def test_lines_are_broken_between_words_and_counted_alike(application: QApplication) -> None:
    font = program_font()
    metrics = QFontMetrics(font)
    for width in (120, 200, 330):
        lines = wrapped(NAME, font, width, 20)
        assert " ".join(lines) == NAME
        assert line_count(NAME, metrics, width) in (len(lines), len(lines) + 1, len(lines) - 1)
    assert len(wrapped(NAME, font, 120, 2)) == 2
