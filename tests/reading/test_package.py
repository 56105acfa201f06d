"""An office package: parts, safely parsed XML, and relations."""

from __future__ import annotations

import pytest

from quyche_app.domain.errors import ReadingError
from quyche_app.reading import package
from quyche_app.reading.package import Package, Relation, open_package
from tests.reading.packages import docx, members, p, zipped

_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}'
    "</Relationships>"
)


def made(**parts: str | bytes) -> Package:
    """Give a package with the members of a small text, and some more or others."""
    named = {name.replace("__", "/").replace("_dot_", "."): data for name, data in parts.items()}
    return open_package("a.docx", zipped({**members(p("Lời.")), **named}))


def code_of(opened: Package, part: str) -> str:
    with pytest.raises(ReadingError) as caught:
        opened.xml(part)
    return caught.value.code


def test_parts_are_given_as_they_are() -> None:
    opened = made(a="một")
    assert opened.has("A")
    assert opened.bytes("a") == "một".encode()
    assert opened.size("a") == 5
    assert "word/document.xml" in opened.names()
    assert opened.digest("a") == opened.digest("A")
    with pytest.raises(ReadingError) as caught:
        opened.bytes("không có")
    assert caught.value.code == "QC-R014"


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        ("<!DOCTYPE x><x/>", "QC-R015"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'.encode("utf-16"), "QC-R015"),
        ("<x>", "QC-R016"),
        ("", "QC-R016"),
        ("<x>&khac;</x>", "QC-R016"),
        ("<x>" * 300 + "</x>" * 300, "QC-R017"),
    ],
    ids=["doctype", "doctype in UTF-16", "not closed", "empty", "an entity", "too deep"],
)
def test_xml_that_is_not_safe_or_not_sound_is_refused(xml: str | bytes, code: str) -> None:
    assert code_of(made(a=xml), "a") == code


def test_comments_and_instructions_are_left_out() -> None:
    root = made(a="<x><!-- ghi chú --><?lệnh x?><y/></x>").xml("a")
    assert [child.tag for child in root] == ["y"]


def test_names_of_the_strict_standard_become_those_the_readers_know() -> None:
    root = made(a='<x xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>').xml("a")
    assert root.tag == "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}x"


@pytest.mark.parametrize(("most", "is_refused"), [(9, False), (8, True)])
def test_bytes_of_parts_are_counted_together_and_each_once(
    monkeypatch: pytest.MonkeyPatch, most: int, is_refused: bool
) -> None:
    monkeypatch.setattr(package, "MAX_XML_BYTES", most)
    opened = made(a="<x/>", b="<xy/>")
    for _ in range(3):
        opened.xml("a")
    if is_refused:
        assert code_of(opened, "b") == "QC-R017"
    else:
        opened.xml("b")


@pytest.mark.parametrize(("most", "is_refused"), [(3, False), (2, True)])
def test_elements_of_parts_are_counted_together(
    monkeypatch: pytest.MonkeyPatch, most: int, is_refused: bool
) -> None:
    monkeypatch.setattr(package, "MAX_ELEMENTS", most)
    opened = made(a="<x><y></y></x>", b="<x/>")
    opened.xml("a")
    opened.xml("A")
    if is_refused:
        assert code_of(opened, "b") == "QC-R017"
    else:
        opened.xml("b")


@pytest.mark.parametrize(
    ("said", "relation"),
    [
        ('Target="styles.xml"', Relation("r1", "styles", "word/styles.xml")),
        ('Target="/word/styles.xml"', Relation("r1", "styles", "word/styles.xml")),
        ('Target="../a.xml"', Relation("r1", "styles", "a.xml")),
        ('Target="../../../a.xml"', Relation("r1", "styles", "a.xml")),
        ('Target="h%C3%ACnh.png"', Relation("r1", "styles", "word/hình.png")),
        (
            'Target="https://vi.du/a" TargetMode="External"',
            Relation("r1", "styles", "https://vi.du/a", True),
        ),
    ],
)
def test_where_a_relation_points(said: str, relation: Relation) -> None:
    row = f'<Relationship Id="r1" Type="http://x/y/styles" {said}/>'
    opened = made(word___rels__document_dot_xml_dot_rels=_RELS.format(row))
    assert opened.relations("word/document.xml") == {"r1": relation}


def test_a_part_without_relations_has_none() -> None:
    assert made().relations("word/styles.xml") == {}


def _rels(target: str, more: str = "") -> str:
    return _RELS.format(
        f'<Relationship Id="r1" Type="http://x/officeDocument" Target="{target}" {more}/>'
    )


@pytest.mark.parametrize(
    ("rels", "part"),
    [
        (_rels("word/document.xml"), "word/document.xml"),
        (_rels("khác.xml"), "khác.xml"),
        (_rels("không-có.xml"), "word/document.xml"),
        (_rels("khác.xml", 'TargetMode="External"'), "word/document.xml"),
        (_RELS.format(""), "word/document.xml"),
    ],
)
def test_the_main_part_is_found_through_the_relations(rels: str, part: str) -> None:
    data: dict[str, str | bytes] = {**members(p("Lời.")), "khác.xml": "<x/>", "_rels/.rels": rels}
    assert open_package("a.docx", zipped(data)).main_part() == part


def test_a_package_without_a_main_part_or_without_types_is_refused() -> None:
    with pytest.raises(ReadingError) as caught:
        open_package("a.docx", zipped({"[Content_Types].xml": "<x/>"})).main_part()
    assert caught.value.code == "QC-R014"
    with pytest.raises(ReadingError) as caught:
        open_package("a.docx", zipped({"word/document.xml": "<x/>"}))
    assert caught.value.code == "QC-R014"
    assert open_package("a.docx", docx(p())).name == "a.docx"
