"""Colours can be read and frames can be seen, in every theme (docs/window.md 6.1)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quyche_app.gui.theme import tokens as t

GUI = Path(t.__file__).resolve().parents[1]


@pytest.mark.parametrize("theme", t.THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("pair", t.WORD_PAIRS, ids=" on ".join)
def test_words_have_a_contrast_of_at_least_four_and_a_half(
    theme: t.Tokens, pair: tuple[str, str]
) -> None:
    assert t.contrast(getattr(theme, pair[0]), getattr(theme, pair[1])) >= 4.5


@pytest.mark.parametrize("theme", t.THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("pair", t.FRAME_PAIRS, ids=" on ".join)
def test_frames_and_bars_have_a_contrast_of_at_least_three(
    theme: t.Tokens, pair: tuple[str, str]
) -> None:
    assert t.contrast(getattr(theme, pair[0]), getattr(theme, pair[1])) >= 3.0


def test_the_contrast_is_the_one_of_the_design_table() -> None:
    assert round(t.contrast(t.LIGHT.text, t.LIGHT.page), 1) == 15.9
    assert round(t.contrast(t.DARK.text2, t.DARK.page), 1) == 7.0
    assert round(t.contrast("#000000", "#FFFFFF")) == 21


def test_there_are_134_vietnamese_letters_with_marks() -> None:
    assert len(t.VIETNAMESE_LETTERS) == 134
    assert set("ữỷđƠẾỘ") <= set(t.VIETNAMESE_LETTERS)


def test_no_other_module_of_the_window_holds_a_colour_or_a_font_name() -> None:
    names = "|".join((*t.PROGRAM_FAMILIES, *t.TEXT_FAMILIES))
    literal = re.compile(rf'"(#[0-9A-Fa-f]{{6}}|{names})"')
    found = [
        f"{path.name}: {match.group()}"
        for path in GUI.rglob("*.py")
        if path.name != "tokens.py"
        for match in literal.finditer(path.read_text(encoding="utf-8"))
    ]
    assert not found
