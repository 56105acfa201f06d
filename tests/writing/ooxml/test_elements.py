"""Elements of a Word file: escaped, in schema order, each a new one."""

from __future__ import annotations

import pytest

from quyche_app.domain.units import Mark
from quyche_app.writing.ooxml.elements import (
    footnote,
    footnote_reference,
    marked_runs,
    name,
    page_number,
    paragraph,
    root,
    run,
    tracked,
    w,
)
from tests.writing.ooxml.reading import tags, values, words, xml


def test_words_are_escaped_and_characters_that_xml_forbids_go() -> None:
    assert xml(run(" <A> & \x00B ")) == (
        '<w:r><w:t xml:space="preserve"> &lt;A&gt; &amp; B </w:t></w:r>'
    )


def test_runs_are_cut_where_marks_begin_and_end() -> None:
    runs = marked_runs("một hai ba", [Mark(0, 7, "b"), Mark(4, 10, "u")])
    assert ["".join(one.itertext()) for one in runs] == ["một ", "hai", " ba"]
    assert [tags(one[0]) for one in runs] == [["b"], ["b", "u"], ["u"]]
    assert marked_runs("", [Mark(0, 0, "b")]) == marked_runs("") == []


def test_the_properties_of_a_paragraph_stand_in_the_order_of_the_schema() -> None:
    mark = tracked("ins", 1, "A", "2020-01-02T00:00:00Z")
    made = paragraph([], "QCText", align="center", break_before=True, rule=9, mark=mark)
    assert tags(made[0]) == ["pStyle", "pageBreakBefore", "pBdr", "ind", "jc", "rPr"]


def test_a_paragraph_gets_nothing_from_one_with_the_same_look() -> None:
    mark = tracked("del", 1, "A", "2020-01-02T00:00:00Z")
    first = paragraph([run("Một.")], "QCText", mark=mark)
    second = paragraph([], "QCText")
    assert tags(first) == ["pPr", "r"]
    assert xml(second) == '<w:p><w:pPr><w:pStyle w:val="QCText"/></w:pPr></w:p>'


def test_deleted_words_have_a_text_of_another_name_and_the_author_is_escaped() -> None:
    made = tracked("del", 7, 'A & "B"', "2020-01-02T00:00:00Z", [run("cũ")])
    assert made.get(name("author")) == 'A & "B"'
    assert tags(made[0]) == ["delText"]
    assert tags(tracked("ins", 8, "A", "2020-01-02T00:00:00Z", [run("mới")])[0]) == ["t"]


def test_attributes_bear_the_prefix_of_the_format() -> None:
    assert xml(w("jc", val="center")) == '<w:jc w:val="center"/>'


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("b", "<w:b/>"),
        ("i", "<w:i/>"),
        ("u", '<w:u w:val="single"/>'),
        ("sup", '<w:vertAlign w:val="superscript"/>'),
        ("sub", '<w:vertAlign w:val="subscript"/>'),
    ],
)
def test_each_look_of_letters_has_its_property(kind: str, written: str) -> None:
    (one,) = marked_runs("m2", [Mark(0, 2, kind)])
    assert xml(*one[0]) == written


@pytest.mark.parametrize(
    ("align", "written"),
    [("center", ["center"]), ("right", ["right"]), ("", []), ("left", [])],
)
def test_a_side_is_written_where_it_differs_from_the_style(align: str, written: list[str]) -> None:
    assert values(paragraph([], "QCText", align=align), "jc", "val") == written


def test_marks_outside_the_words_cut_nothing() -> None:
    runs = marked_runs("một", [Mark(-2, 9, "b")])
    assert [(words(one), tags(one[0])) for one in runs] == [("một", ["b"])]


def test_a_note_and_its_number_in_the_text_bear_the_same_number() -> None:
    assert values(footnote_reference(12), "footnoteReference", "id") == ["12"]
    made = footnote(12, "Khoản này…")
    assert (made.get(name("id")), words(made)) == ("12", " Khoản này…")
    assert values(made, "pStyle", "val") == ["QCFootnote"]


def test_the_number_of_a_page_is_a_field_with_a_number_to_show_before_word_counts() -> None:
    made = w("p", *page_number())
    assert values(made, "fldChar", "fldCharType") == ["begin", "separate", "end"]
    assert [tags(one) for one in made] == [
        ["fldChar"],
        ["instrText"],
        ["fldChar"],
        ["t"],
        ["fldChar"],
    ]
    assert words(made) == " PAGE 2"


def test_the_root_declares_the_prefixes_of_all_that_stands_in_it() -> None:
    assert set(root("hdr").nsmap) == {"w", "r"}


def test_the_number_and_the_day_of_a_change() -> None:
    made = tracked("ins", 7, "A", "2020-01-02T00:00:00Z")
    assert (made.get(name("id")), made.get(name("date"))) == ("7", "2020-01-02T00:00:00Z")
