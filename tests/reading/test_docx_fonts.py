"""Which old Vietnamese font a run stands in (ECMA-376 part 1, 17.3.2.26)."""

from __future__ import annotations

import pytest
from lxml import etree

from quyche_app.reading.docx_fonts import (
    FONT_MASK,
    FORMAT_BITS,
    FORMAT_MASK,
    FontTable,
    latin_fonts,
    may_name_old,
)
from quyche_app.reading.old_encodings import OldEncoding, OldFont
from tests.reading.packages import element

_VNTIME = OldFont(".VnTime", OldEncoding.TCVN3)


def fonts(**slots: str) -> etree._Element:
    said = " ".join(f'w:{slot}="{name}"' for slot, name in slots.items())
    return etree.fromstring(
        element("rFonts", "").replace("<w:rFonts", f"<w:rFonts {said}").encode()
    )


def test_a_font_has_bits_of_its_own_above_those_of_formats() -> None:
    table = FontTable({})
    assert (table.bits("Arial"), table.has_old) == (0, False)
    first, second = table.bits(".VnTime"), table.bits("VNI-Times")
    assert (first, second) == (1 << FORMAT_BITS, 2 << FORMAT_BITS)
    assert table.bits(".VnTime") == first
    assert table.has_old
    assert first & FORMAT_MASK == 0
    assert first & FONT_MASK == first
    assert table.font(first | 0b101) == _VNTIME
    assert table.font(0b101) is None


def test_a_font_named_for_complex_scripts_is_another_one() -> None:
    table = FontTable({})
    weak = table.bits(".VnTime", is_weak=True)
    assert weak != table.bits(".VnTime")
    assert table.font(weak) == _VNTIME._replace(is_weak=True)


@pytest.mark.parametrize(
    ("slots", "name"),
    [
        ({"hAnsi": ".VnTime"}, ".VnTime"),
        ({"ascii": ".VnTime"}, ".VnTime"),
        ({"ascii": "Arial", "hAnsi": ".VnTime"}, ".VnTime"),
        ({"ascii": ".VnTime", "hAnsi": "Arial"}, ".VnTime"),
        ({"ascii": ".VnTime", "hAnsi": "VNI-Times"}, "VNI-Times"),
        ({"hAnsiTheme": "minorHAnsi", "hAnsi": "Arial"}, "VNI-Times"),
        ({"hAnsiTheme": "majorHAnsi", "hAnsi": ".VnTime"}, None),
        ({"asciiTheme": "minorHAnsi"}, "VNI-Times"),
        ({"cs": ".VnTime"}, "weak"),
        ({"cs": ".VnTime", "ascii": "Arial"}, None),
        ({"cs": "Arial"}, None),
        ({"eastAsia": ".VnTime"}, None),
        ({}, None),
    ],
)
def test_the_slot_that_counts(slots: dict[str, str], name: str | None) -> None:
    table = FontTable({"minor": "VNI-Times"})
    bits = table.said(fonts(**slots))
    font = table.font(bits or 0)
    said = None if font is None else "weak" if font.is_weak else font.name
    assert said == name


def test_that_a_font_is_not_old_is_said_only_where_a_style_may_be() -> None:
    table = FontTable({})
    plain, old = fonts(ascii="Arial"), fonts(ascii=".VnTime")
    assert table.said(plain) == 0
    table.keeps_others = False
    assert table.said(plain) is None
    assert table.said(plain) is None
    assert table.said(old) == 1 << FORMAT_BITS
    assert table.said(plain) == 0


@pytest.mark.parametrize(
    ("data", "expected"),
    [(b'typeface=".VNTIME"', True), (b'typeface="vni-Times"', True), (b'typeface="Arial"', False)],
)
def test_a_theme_that_may_name_an_old_font(data: bytes, expected: bool) -> None:
    assert may_name_old(data) is expected


def test_the_latin_fonts_of_a_theme() -> None:
    def theme(inside: str) -> etree._Element:
        return etree.fromstring(element("x", inside).encode())

    both = (
        '<a:majorFont><a:latin typeface="A"/></a:majorFont>'
        '<a:minorFont><a:latin typeface="B"/></a:minorFont>'
    )
    assert latin_fonts(theme(both)) == {"major": "A", "minor": "B"}
    assert latin_fonts(theme("<a:minorFont><a:latin/></a:minorFont>")) == {"minor": ""}
    assert latin_fonts(theme("")) == {}
