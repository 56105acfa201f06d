"""The named styles as Word has them: measures of the profile in its units."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quyche_app.writing.layout import load_profile
from quyche_app.writing.named_styles import STYLES
from quyche_app.writing.ooxml.elements import Element, name
from quyche_app.writing.ooxml.styles import styles_element
from tests.writing.ooxml.reading import tags, values

PARTY = load_profile("dang")
# Measures that no profile has, so that each is seen to arrive: 25.4 mm are 1440 twentieths of a point.
ODD = replace(
    PARTY,
    font="Chữ Mẫu",
    sizes_pt={**PARTY.sizes_pt, "body": 14.5, "heading": 15.0, "footnote": 9.0},
    first_line_mm=25.4,
    space_after_pt=7.0,
    line_pt=19.0,
)


@pytest.fixture(scope="module")
def styles() -> dict[str, Element]:
    made = styles_element(ODD)
    return {str(one.get(name("styleId"))): one for one in made.iter(name("style"))}


def test_the_letters_of_the_profile_are_the_default_in_vietnamese() -> None:
    defaults = styles_element(ODD)[0]
    assert tags(defaults) == ["rPrDefault", "pPrDefault"]
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        assert values(defaults, "rFonts", script) == ["Chữ Mẫu"]
    assert (values(defaults, "sz", "val"), values(defaults, "szCs", "val")) == (["29"], ["29"])
    assert values(defaults, "lang", "val") == ["vi-VN"]


@pytest.mark.parametrize(
    ("style", "spacing", "indent", "side", "outline", "size"),
    [
        ("QCText", ("0", "140", "380"), ["1440"], "both", [], "29"),
        ("QCChapter", ("240", "140", "380"), [], "center", ["0"], "30"),
        ("QCArticle", ("60", "140", "380"), ["1440"], "both", ["2"], "30"),
        ("QCBack", ("0", "140", "380"), [], "left", [], "29"),
        ("QCFootnote", ("0", "0", "240"), [], "both", [], "18"),
    ],
)
def test_how_the_paragraphs_of_a_style_are_set(
    styles: dict[str, Element],
    style: str,
    spacing: tuple[str, str, str],
    indent: list[str],
    side: str,
    outline: list[str],
    size: str,
) -> None:
    made = styles[style]
    keys = ("before", "after", "line")
    assert tuple(values(made, "spacing", key)[0] for key in keys) == spacing
    assert values(made, "spacing", "lineRule") == ["atLeast"]
    assert values(made, "ind", "firstLine") == indent
    assert values(made, "jc", "val") == [side]
    assert values(made, "outlineLvl", "val") == outline
    assert values(made, "sz", "val") == [size]


@pytest.mark.parametrize(
    ("style", "letters"),
    [
        ("QCArticle", ["b", "bCs", "sz", "szCs"]),
        ("QCNote", ["i", "iCs", "sz", "szCs"]),
        ("QCText", ["sz", "szCs"]),
    ],
    ids=["bold", "italic", "plain"],
)
def test_the_letters_of_a_style(styles: dict[str, Element], style: str, letters: list[str]) -> None:
    properties = styles[style].find(name("rPr"))
    assert properties is not None
    assert tags(properties) == letters


def test_a_heading_stays_with_the_paragraph_below_it(styles: dict[str, Element]) -> None:
    kept = {style for style, made in styles.items() if values(made, "keepNext", "val")}
    assert kept == {style.id for style in STYLES if style.keep_next}


def test_only_what_word_takes_unasked_is_a_default(styles: dict[str, Element]) -> None:
    defaults = {style for style, made in styles.items() if made.get(name("default")) == "1"}
    assert defaults == {"Normal", "DefaultParagraphFont", "TableNormal"}
    own = {style for style, made in styles.items() if made.get(name("customStyle")) == "1"}
    assert own == set(styles) - defaults


def test_one_of_the_two_styles_of_tables_has_lines(styles: dict[str, Element]) -> None:
    borders = styles["QCTable"].find(f".//{name('tblBorders')}")
    assert borders is not None
    assert tags(borders) == ["top", "left", "bottom", "right", "insideH", "insideV"]
    assert styles["QCPlainTable"].find(f".//{name('tblBorders')}") is None
    assert values(styles["QCFootnoteReference"], "vertAlign", "val") == ["superscript"]
