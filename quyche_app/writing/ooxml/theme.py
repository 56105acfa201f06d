"""The smallest theme Word accepts: black, white and greys, the font of the profile."""

from __future__ import annotations

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
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


def theme_xml(font: str) -> str:
    """Give word/theme/theme1.xml."""
    colours = "".join(f'<a:{n}><a:srgbClr val="{v}"/></a:{n}>' for n, v in _COLOURS)
    letters = f'<a:latin typeface="{font}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<a:theme xmlns:a="{_A}" name="Quy Chế"><a:themeElements><a:clrScheme name="Quy Chế">'
        f'{colours}</a:clrScheme><a:fontScheme name="Quy Chế"><a:majorFont>{letters}</a:majorFont>'
        f'<a:minorFont>{letters}</a:minorFont></a:fontScheme><a:fmtScheme name="Quy Chế">'
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}"
        "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
