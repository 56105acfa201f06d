"""The theme of a Word file: complete, in the colours and the font of the program."""

from __future__ import annotations

import pytest

from quyche_app.writing.ooxml.elements import Element
from quyche_app.writing.ooxml.theme import theme_element
from tests.writing.ooxml.reading import tags

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture(scope="module")
def theme() -> Element:
    return theme_element("Chữ Mẫu")


def test_the_twelve_colours_stand_in_the_order_of_the_schema(theme: Element) -> None:
    (colours,) = theme.iter(f"{A}clrScheme")
    accents = [f"accent{n}" for n in range(1, 7)]
    assert tags(colours) == ["dk1", "lt1", "dk2", "lt2", *accents, "hlink", "folHlink"]
    assert [one[0].get("val") for one in colours][:2] == ["000000", "FFFFFF"]


@pytest.mark.parametrize("place", ["majorFont", "minorFont"])
def test_the_font_of_the_profile_is_that_of_names_and_words(theme: Element, place: str) -> None:
    (fonts,) = theme.iter(f"{A}{place}")
    assert [(tag, one.get("typeface")) for tag, one in zip(tags(fonts), fonts, strict=True)] == [
        ("latin", "Chữ Mẫu"),
        ("ea", ""),
        ("cs", ""),
    ]


@pytest.mark.parametrize(
    ("styles", "inside"),
    [
        ("fillStyleLst", "solidFill"),
        ("lnStyleLst", "ln"),
        ("effectStyleLst", "effectStyle"),
        ("bgFillStyleLst", "solidFill"),
    ],
)
def test_word_wants_three_of_each_style(theme: Element, styles: str, inside: str) -> None:
    (made,) = theme.iter(f"{A}{styles}")
    assert tags(made) == [inside] * 3
