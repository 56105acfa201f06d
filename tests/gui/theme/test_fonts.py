"""The faces in use have every Vietnamese letter (docs/window.md 6.3, docs/libraries.md 2.2)."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontDatabase, QFontMetrics, QFontMetricsF, QRawFont
from PySide6.QtWidgets import QApplication

from quyche_app.gui.app import prepare_application
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.fonts import choose_family, has_all_letters
from quyche_app.gui.theme.icons import icon
from quyche_app.gui.theme.look import line_height, program_font, text_font, text_width
from quyche_app.resources_folder import resource


@pytest.fixture(autouse=True)
def _needs_fonts(application: QApplication) -> None:
    if not {"Noto Sans", "Liberation Serif", "Times New Roman"} & set(QFontDatabase.families()):
        pytest.skip("máy không có phông Noto Sans hoặc Liberation Serif")


@pytest.mark.parametrize("font", [program_font, text_font], ids=["program", "text"])
def test_the_face_itself_has_the_letters(font) -> None:  # type: ignore[no-untyped-def]
    raw = QRawFont.fromFont(font())
    assert all(raw.supportsCharacter(ord(letter)) for letter in "ữỷđƠẾỘạọ")
    assert "Math" not in raw.familyName()


def test_a_family_that_is_not_installed_is_passed_over() -> None:
    family, passed = choose_family(("Không Có Phông Này", *t.TEXT_FAMILIES))
    assert family != "Không Có Phông Này"
    assert passed == "Không Có Phông Này"


def test_a_family_without_vietnamese_letters_does_not_count() -> None:
    assert not has_all_letters("Không Có Phông Này")


def test_a_line_is_high_enough_for_capitals_with_two_marks() -> None:
    box = QFontMetrics(program_font(13)).boundingRect("ẬỂỖỮgy")
    assert line_height(13) >= box.height()


def test_every_icon_can_be_drawn() -> None:
    names = [path.stem for path in resource("icons").glob("*.svg")]
    assert len(names) >= 55
    for name in names:
        assert not icon(name).isNull()


def test_the_width_of_a_label_is_that_of_the_look_in_use(application: QApplication) -> None:
    usual = text_width("10. ", 15)
    assert usual == QFontMetricsF(text_font(15)).horizontalAdvance("10. ")
    assert usual < text_width("10. ", 30)
    prepare_application(text_size=150)
    assert text_width("10. ", 15) > usual
    prepare_application()
    assert text_width("10. ", 15) == usual
