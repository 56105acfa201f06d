"""The look that the settings ask for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.fonts import choose_family
from quyche_app.gui.theme.look import Look, program_font, use_look
from quyche_app.gui.theme.palette import make_palette
from quyche_app.languages import use_language


def use_options(option: Callable[[str], str]) -> None:
    """Put language, colours, sizes and letters of the settings into use; windows made from now on
    have them.

    Args:
        option: gives the value of a setting by its name.
    """
    use_language(option("language"))
    theme = option("theme")
    tokens = t.THEMES[_theme_of_machine() if theme == "system" else theme]
    program_family, _ = choose_family(t.PROGRAM_FAMILIES)
    wanted = option("text_family")
    text_family, missing = choose_family((wanted, *t.TEXT_FAMILIES) if wanted else t.TEXT_FAMILIES)
    use_look(
        Look(
            tokens,
            int(option("text_size")) / 100,
            program_family,
            text_family,
            missing,
            int(option("page_points")),
            option("marks"),
            option("rows"),
            option("rail") == "words",
        )
    )
    QApplication.setPalette(make_palette(tokens))
    QApplication.setFont(program_font())


def _theme_of_machine() -> str:
    scheme = QGuiApplication.styleHints().colorScheme()
    return "dark" if scheme is Qt.ColorScheme.Dark else "light"
