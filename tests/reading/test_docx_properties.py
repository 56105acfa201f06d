"""What stands at the head of a paragraph of a DOCX, after styles and tracked changes."""

from __future__ import annotations

import pytest
from lxml import etree

from quyche_app.reading.docx_fonts import FontTable
from quyche_app.reading.docx_properties import PropertyReader
from quyche_app.reading.docx_styles import NumberReference, Styles
from tests.reading.packages import element

_STYLES = element(
    "styles", '<w:style w:styleId="giữa"><w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
)
_NUMBER = '<w:numPr><w:numId w:val="5"/>{}</w:numPr>'


def reader(*, is_accepted: bool = True) -> PropertyReader:
    root = etree.fromstring(_STYLES.encode())
    return PropertyReader(Styles(root, FontTable({})), is_accepted=is_accepted)


def ppr(inside: str) -> etree._Element:
    return etree.fromstring(element("pPr", inside).encode())


@pytest.mark.parametrize(
    ("inside", "align"),
    [
        ("", ""),
        ('<w:jc w:val="right"/>', "right"),
        ('<w:pStyle w:val="giữa"/>', "center"),
        ('<w:pStyle w:val="giữa"/><w:jc w:val="left"/>', ""),
        ('<w:pStyle w:val="giữa"/><w:rPr/>', "center"),
        ('<w:pStyle w:val="giữa"/><w:jc w:val="right"/><w:rPr/>', "right"),
    ],
)
def test_what_is_said_directly_goes_before_the_style(inside: str, align: str) -> None:
    assert reader().read(ppr(inside)).align == align
    assert reader().read(None).align == ""


@pytest.mark.parametrize(
    ("inside", "is_accepted", "reference"),
    [
        ("", True, None),
        (_NUMBER.format(""), True, NumberReference("5", None)),
        (_NUMBER.format("<w:ins/>"), True, NumberReference("5", None)),
        (_NUMBER.format("<w:ins/>"), False, NumberReference("0")),
        (
            _NUMBER.format("") + "<w:pPrChange><w:pPr/></w:pPrChange>",
            True,
            NumberReference("5", None),
        ),
        (_NUMBER.format("") + "<w:pPrChange><w:pPr/></w:pPrChange>", False, None),
        (_NUMBER.format("") + "<w:pPrChange/>", False, NumberReference("5", None)),
    ],
    ids=["none", "named", "new", "new, rejected", "changed", "changed, rejected", "nothing former"],
)
def test_the_numbering_of_each_side(
    inside: str, is_accepted: bool, reference: NumberReference | None
) -> None:
    assert reader(is_accepted=is_accepted).read(ppr(inside)).reference == reference


def test_the_former_style_holds_when_rejected() -> None:
    former = '<w:pPr><w:pStyle w:val="giữa"/></w:pPr>'
    changed = ppr(f'<w:jc w:val="right"/><w:pPrChange>{former}</w:pPrChange>')
    assert reader(is_accepted=True).read(changed).align == "right"
    assert reader(is_accepted=False).read(changed).align == "center"


@pytest.mark.parametrize(
    ("mark", "accepted", "rejected"),
    [
        ("del", True, False),
        ("moveFrom", True, False),
        ("ins", False, True),
        ("moveTo", False, True),
    ],
)
def test_a_mark_that_is_gone_joins_the_next_paragraph(
    mark: str, accepted: bool, rejected: bool
) -> None:
    head = ppr(f"<w:rPr><w:{mark}/></w:rPr>")
    assert reader(is_accepted=True).read(head).is_mark_removed is accepted
    assert reader(is_accepted=False).read(head).is_mark_removed is rejected


@pytest.mark.parametrize(
    ("inside", "is_hidden"),
    [("<w:vanish/>", True), ('<w:vanish w:val="0"/>', False), ("<w:b/>", False)],
)
def test_a_hidden_mark(inside: str, is_hidden: bool) -> None:
    read = reader().read(ppr(f"<w:rPr>{inside}</w:rPr>"))
    assert (read.is_mark_hidden, read.is_mark_removed) == (is_hidden, False)
