"""Names and plain values of WordprocessingML."""

from __future__ import annotations

import pytest
from lxml import etree

from quyche_app.reading.docx_names import child_value, chosen_branch, is_on, number, w
from tests.reading.packages import element

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def parsed(inside: str) -> etree._Element:
    return etree.fromstring(element("x", inside).encode())


def test_the_full_name_of_an_element() -> None:
    assert parsed("<w:p/>")[0].tag == w("p")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("", True),
        ('w:val="1"', True),
        ('w:val="true"', True),
        ('w:val="single"', True),
        ('w:val="0"', False),
        ('w:val="false"', False),
        ('w:val="OFF"', False),
        ('w:val="none"', False),
    ],
)
def test_whether_a_property_is_on(said: str, expected: bool) -> None:
    assert is_on(parsed(f"<w:b {said}/>")[0]) is expected


@pytest.mark.parametrize(
    ("inside", "value"),
    [('<w:jc w:val="center"/>', "center"), ("<w:jc/>", ""), ("<w:b/>", None), ("", None)],
)
def test_the_value_of_a_child(inside: str, value: str | None) -> None:
    assert child_value(parsed(inside), w("jc")) == value
    assert child_value(None, w("jc")) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("-3", -3),
        ("999999999", 999_999_999),
        ("1000000000", 7),
        ("1.5", 7),
        ("", 7),
        (None, 7),
    ],
)
def test_a_whole_number_out_of_a_file(text: str | None, value: int) -> None:
    assert number(text, 7) == value


def test_a_number_that_is_none_is_0_unless_said() -> None:
    assert number("x") == 0


@pytest.mark.parametrize(
    ("branches", "tag"),
    [
        ("<mc:Choice/><mc:Fallback/>", "Choice"),
        ("<mc:Fallback/><mc:Choice/>", "Choice"),
        ("<mc:Fallback/>", "Fallback"),
        ("", None),
    ],
)
def test_one_branch_of_two_is_read(branches: str, tag: str | None) -> None:
    found = chosen_branch(parsed(branches))
    assert (None if found is None else found.tag) == (tag and f"{{{_MC}}}{tag}")
