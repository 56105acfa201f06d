"""The smallest theme Word accepts: black, white and greys, the font of the profile."""

from __future__ import annotations

from lxml import etree

from quyche_app.writing.ooxml.elements import Element

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_NAME = "Quy Chế"
_COLOURS = (
    ("dk1", "000000"),
    ("lt1", "FFFFFF"),
    ("dk2", "1D2325"),
    ("lt2", "F3F1EC"),
    ("accent1", "0F5C5C"),
    ("accent2", "A61B1B"),
    ("accent3", "0B4FA8"),
    ("accent4", "8A1A66"),
    ("accent5", "7A4B00"),
    ("accent6", "1E6B3A"),
    ("hlink", "0B4FA8"),
    ("folHlink", "8A1A66"),
)


def theme_element(font: str) -> Element:
    """Give the root of word/theme/theme1.xml."""
    colours = (_a(place, _a("srgbClr", val=colour)) for place, colour in _COLOURS)
    scheme = (
        _a("clrScheme", *colours, name=_NAME),
        _a("fontScheme", _font("majorFont", font), _font("minorFont", font), name=_NAME),
        _a(
            "fmtScheme",
            _a("fillStyleLst", *(_fill() for _ in range(3))),
            _a("lnStyleLst", *(_a("ln", _fill(), w="6350") for _ in range(3))),
            _a("effectStyleLst", *(_a("effectStyle", _a("effectLst")) for _ in range(3))),
            _a("bgFillStyleLst", *(_fill() for _ in range(3))),
            name=_NAME,
        ),
    )
    return _a("theme", _a("themeElements", *scheme), name=_NAME)


def _a(tag: str, /, *inside: Element, **attributes: str) -> Element:
    """An element of DrawingML; its attributes have no prefix."""
    made = etree.Element(f"{{{_A}}}{tag}", attributes, nsmap={"a": _A})
    made.extend(inside)
    return made


def _font(place: str, font: str) -> Element:
    faces = _a("latin", typeface=font), _a("ea", typeface=""), _a("cs", typeface="")
    return _a(place, *faces)


def _fill() -> Element:
    return _a("solidFill", _a("schemeClr", val="phClr"))
