"""Word's automatic numbers, made visible exactly as Word shows them."""

from __future__ import annotations

import pytest
from lxml import etree

from quyche_app.reading.docx_fonts import FontTable
from quyche_app.reading.docx_numbering import LONGEST_LABEL, Numbering
from quyche_app.reading.docx_styles import NumberReference, ParagraphStyle, Styles
from quyche_app.reading.number_words import number_text
from tests.reading.packages import element, p, read, texts


def level(place: int, text: str, form: str = "decimal", *, start: int = 1, more: str = "") -> str:
    """Give one level of a numbering."""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, lists: str = "", abstract: str = "0", inside: str = "") -> str:
    """Give a numbering of levels with list 1 upon it, and further lists."""
    return (
        f'<w:abstractNum w:abstractNumId="{abstract}">{inside}{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="{abstract}"/></w:num>{lists}'
    )


def n(place: int = 0, text: str = "x", list_id: int = 1) -> str:
    """Give a paragraph of a list at a level."""
    return p(text, f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{list_id}"/></w:numPr>')


def labels(body: str, made: str, **parts: str) -> list[str]:
    """Give the visible numbers of the paragraphs of a DOCX."""
    found = read(body, numbering=made, **parts).paragraphs
    return [x.text[: x.label_length].rstrip() for x in found]


THREE = numbering(
    level(0, "Điều %1."),
    level(1, "%2."),
    level(2, "%3)", "lowerLetter"),
)


def test_articles_clauses_and_points_count_each_for_itself() -> None:
    body = n(0) + n(1) + n(1) + n(2) + n(2) + n(1) + n(0) + n(1) + n(2)
    assert labels(body, THREE) == [
        "Điều 1.",
        "1.",
        "2.",
        "a)",
        "b)",
        "3.",
        "Điều 2.",
        "1.",
        "a)",
    ]


def test_the_number_stands_before_the_words_and_its_length_is_told() -> None:
    (paragraph,) = read(n(0, "Phạm vi"), numbering=THREE).paragraphs
    assert paragraph.text == "Điều 1. Phạm vi"
    assert paragraph.text[paragraph.label_length :] == "Phạm vi"


def test_letters_are_words_own_alphabet_without_đ() -> None:
    made = numbering(level(0, "%1)", "lowerLetter"))
    assert labels(n() * 6, made) == ["a)", "b)", "c)", "d)", "e)", "f)"]


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (4, "upperRoman", "IV"),
        (1999, "lowerRoman", "mcmxcix"),
        (28, "lowerLetter", "bb"),
        (2, "upperLetter", "B"),
        (7, "decimalZero", "07"),
        (12, "decimalZero", "12"),
        (1, "ordinalText", "Thứ nhất"),
        (4, "ordinalText", "Thứ tư"),
        (3, "vietnameseCounting", "ba"),
        (21, "vietnameseCounting", "hai mươi mốt"),
        (105, "cardinalText", "Một trăm linh năm"),
        (15, "cardinalText", "Mười lăm"),
        (10, "cardinalText", "Mười"),
        (0, "upperRoman", "0"),
        (10**8, "lowerLetter", "100000000"),
        (5, "thaiNumbers", "5"),
        (5, "none", ""),
    ],
)
def test_numbers_in_the_forms_of_word(value: int, form: str, shown: str) -> None:
    assert number_text(value, form) == shown


def test_a_label_may_name_the_levels_above_and_be_legal() -> None:
    made = numbering(
        level(0, "Chương %1", "upperRoman"),
        level(1, "%1.%2", more="<w:isLgl/>"),
        level(2, "%1-%3", "upperLetter"),
    )
    assert labels(n(0) + n(1) + n(2) + n(0) + n(1), made) == [
        "Chương I",
        "1.1",
        "I-A",
        "Chương II",
        "2.1",
    ]


def test_a_level_that_was_never_used_is_shown_as_its_start() -> None:
    made = numbering(level(0, "%1.", start=3), level(1, "%1.%2."))
    assert labels(n(1) + n(1) + n(0), made) == ["3.1.", "3.2.", "4."]


def test_a_level_may_go_on_counting_through_the_chapters() -> None:
    goes_on = level(1, "Điều %2.", more='<w:lvlRestart w:val="0"/>')
    made = numbering(level(0, "Chương %1", "upperRoman"), goes_on, level(2, "%3."))
    assert labels(n(0) + n(1) + n(2) + n(0) + n(1) + n(2), made) == [
        "Chương I",
        "Điều 1.",
        "1.",
        "Chương II",
        "Điều 2.",
        "1.",
    ]


def test_a_level_may_restart_only_after_one_far_above() -> None:
    made = numbering(
        level(0, "%1."),
        level(1, "%2)"),
        level(2, "%3-", more='<w:lvlRestart w:val="1"/>'),
    )
    body = n(0) + n(1) + n(2) + n(1) + n(2) + n(0) + n(2)
    assert labels(body, made) == ["1.", "1)", "1-", "2)", "2-", "2.", "1-"]


def another(list_id: int, override: str = "") -> str:
    """Give a further list upon numbering 0."""
    return f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="0"/>{override}</w:num>'


def test_lists_of_one_numbering_count_together() -> None:
    made = numbering(level(0, "%1."), lists=another(2))
    assert labels(n() + n(list_id=2) + n(), made) == ["1.", "2.", "3."]


def test_a_list_with_a_start_of_its_own_begins_anew_once() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    made = numbering(level(0, "%1."), lists=another(2, override))
    assert labels(n() + n() + n(list_id=2) + n(list_id=2), made) == ["1.", "2.", "1.", "2."]


def test_a_list_may_change_a_whole_level() -> None:
    changed = level(0, "%1)", "lowerLetter", start=4)
    override = f'<w:lvlOverride w:ilvl="0">{changed}</w:lvlOverride>'
    made = numbering(level(0, "%1."), lists=another(2, override))
    assert labels(n(list_id=2) + n(list_id=2), made) == ["d)", "e)"]


def test_bullets_are_dashes_and_a_plus_stays() -> None:
    made = numbering(level(0, "\uf0b7", "bullet"), level(1, "+", "bullet"), level(2, "o", "bullet"))
    assert labels(n(0) + n(1) + n(2), made) == ["-", "+", "-"]


def test_the_number_may_touch_the_words() -> None:
    made = numbering(level(0, "Điều %1:", more='<w:suff w:val="nothing"/>'))
    assert texts(n(0, " Họp"), numbering=made) == ["Điều 1: Họp"]
    assert texts(n(0, "Họp"), numbering=made) == ["Điều 1:Họp"]


def test_an_empty_numbered_paragraph_shows_its_number_and_an_empty_bullet_does_not() -> None:
    assert texts(n(0, ""), numbering=THREE) == ["Điều 1."]
    assert texts(n(0, ""), numbering=numbering(level(0, "-", "bullet"))) == []


def paragraph_style(style_id: str, numpr: str, based_on: str = "") -> str:
    """Give a style with a numbering."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}">{base}<w:pPr><w:numPr>{numpr}</w:numPr>'
        "</w:pPr></w:style>"
    )


def test_numbers_come_from_styles_and_can_be_taken_away() -> None:
    styles = paragraph_style("Dieu", '<w:numId w:val="1"/>') + paragraph_style(
        "KhongSo", '<w:numId w:val="0"/>', "Dieu"
    )
    head = '<w:pStyle w:val="Dieu"/>'
    none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = p("a", head) + p("b", head + none) + p("c", '<w:pStyle w:val="KhongSo"/>') + p("d", head)
    assert labels(body, THREE, styles=styles) == ["Điều 1.", "", "", "Điều 2."]


def test_a_level_that_names_a_style_gives_its_level_to_it() -> None:
    made = numbering(level(0, "Điều %1."), level(1, "%2.", more='<w:pStyle w:val="Khoan"/>'))
    styles = paragraph_style("Khoan", '<w:numId w:val="1"/>')
    assert labels(n(0) + p("a", '<w:pStyle w:val="Khoan"/>'), made, styles=styles) == [
        "Điều 1.",
        "1.",
    ]


def test_a_numbering_may_be_linked_to_a_numbering_style() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="DanhSach"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    made = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="DanhSach"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="5">{level(0, "%1)", "lowerRoman")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="7"><w:abstractNumId w:val="5"/></w:num>'
    )
    assert labels(n() + n(), made, styles=styles) == ["i)", "ii)"]


def test_a_numbering_linked_to_itself_ends() -> None:
    styles = (
        '<w:style w:styleId="S"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    made = numbering(inside='<w:numStyleLink w:val="S"/>')
    assert texts(n(0, "Họp"), numbering=made, styles=styles) == ["Họp"]


def test_lists_that_are_not_there_give_no_number() -> None:
    assert texts(n(0, "Họp", list_id=9) + n(8, "Bàn") + n(-1, "Kết"), numbering=THREE) == [
        "Họp",
        "Bàn",
        "Điều 1. Kết",
    ]


def lists(
    levels: str, nums: str = '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>'
) -> Numbering:
    root = element(
        "numbering", f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>{nums}'
    )
    return Numbering(etree.fromstring(root.encode()), Styles(None, FontTable({})))


def lvl(
    number: int,
    text: str,
    inside: str = "",
    form: str = "decimal",
    start: str = '<w:start w:val="1"/>',
) -> str:
    return (
        f'<w:lvl w:ilvl="{number}">{start}'
        f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f"{inside}</w:lvl>"
    )


def shown(numbering: Numbering, *levels: int) -> list[str]:
    found = [numbering.label(NumberReference("5", n), ParagraphStyle()) for n in levels]
    return [label.text if label else "" for label in found]


@pytest.mark.parametrize(
    ("levels", "asked", "labels"),
    [
        (lvl(0, "%1."), [0, 0], ["1.", "2."]),
        (lvl(0, "%1.", start='<w:start w:val="4"/>'), [0, 0], ["4.", "5."]),
        (lvl(0, "%1.", start=""), [0, 0], ["0.", "1."]),
        (lvl(0, "%1.") + lvl(1, "%1.%2"), [0, 1, 1, 0, 1], ["1.", "1.1", "1.2", "2.", "2.1"]),
        (lvl(0, "%1.") + lvl(1, "%2)"), [1], ["1)"]),
        (
            lvl(0, "%1.") + lvl(1, "%2)", '<w:lvlRestart w:val="0"/>'),
            [0, 1, 0, 1],
            ["1.", "1)", "2.", "2)"],
        ),
        (lvl(0, "%1", form="upperRoman") + lvl(1, "%1.%2", "<w:isLgl/>"), [0, 1], ["I", "1.1"]),
        (lvl(0, "%1") + lvl(1, "%1.%3"), [0, 1], ["1", "1."]),
        (lvl(0, "•", form="bullet"), [0], ["-"]),
        (lvl(0, "+", form="bullet"), [0], ["+"]),
        (lvl(0, "Căn cứ", form="bullet"), [0], ["Căn cứ"]),
        (lvl(0, " "), [0], [""]),
        (lvl(0, "%1."), [3], [""]),
        (lvl(8, "%9."), [12], ["1."]),
        (lvl(0, "%1."), [-1], ["1."]),
    ],
    ids=[
        "counts",
        "a start",
        "no start: zero (17.9.25)",
        "levels above",
        "a level never used",
        "goes on",
        "legal",
        "a level below is not shown",
        "bullet",
        "plus",
        "words",
        "nothing shown",
        "no such level",
        "beyond the last",
        "before the first",
    ],
)
def test_the_label_of_each_paragraph(levels: str, asked: list[int], labels: list[str]) -> None:
    assert shown(lists(levels), *asked) == labels


@pytest.mark.parametrize(
    ("inside", "separator"),
    [
        ("", " "),
        ('<w:suff w:val="tab"/>', " "),
        ('<w:suff w:val="space"/>', " "),
        ('<w:suff w:val="nothing"/>', ""),
    ],
)
def test_what_stands_between_number_and_words(inside: str, separator: str) -> None:
    label = lists(lvl(0, "%1.", inside)).label(NumberReference("5"), ParagraphStyle())
    assert label is not None
    assert (label.separator, label.is_bullet, label.font) == (separator, False, None)


def test_a_paragraph_without_numbering_has_no_label() -> None:
    numbering = lists(lvl(0, "%1."))
    assert numbering.label(None, ParagraphStyle()) is None
    assert numbering.label(NumberReference("0"), ParagraphStyle()) is None
    assert numbering.label(NumberReference("9"), ParagraphStyle()) is None
    assert (
        Numbering(None, Styles(None, FontTable({}))).label(NumberReference("5"), ParagraphStyle())
        is None
    )


def test_a_label_is_no_longer_than_one_on_paper() -> None:
    assert len(shown(lists(lvl(0, "x" * 400)), 0)[0]) == LONGEST_LABEL
