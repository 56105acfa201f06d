"""The named styles as word/styles.xml: ours alone, none of a template."""

from __future__ import annotations

from quyche_app.writing.layout import LayoutProfile
from quyche_app.writing.named_styles import STYLES, Style
from quyche_app.writing.ooxml.elements import Element, root, w

_TWIPS_PER_MM = 1440 / 25.4
_CELL_MARGINS = {"top": "0", "left": "108", "bottom": "0", "right": "108"}
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def styles_element(profile: LayoutProfile) -> Element:
    """Give the styles of a profile."""
    own = (_paragraph_style(style, profile) for style in STYLES)
    return root("styles", _defaults(profile), *_built_in(), *own, *_others())


def _defaults(profile: LayoutProfile) -> Element:
    fonts = w("rFonts", **dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), profile.font))
    language = w("lang", val="vi-VN", eastAsia="vi-VN", bidi="ar-SA")
    letters = w("rPr", fonts, *_size(profile.sizes_pt["body"]), language)
    return w("docDefaults", w("rPrDefault", letters), w("pPrDefault"))


def _size(points: float) -> tuple[Element, Element]:
    """The size of letters, in half points."""
    half_points = str(round(points * 2))
    return w("sz", val=half_points), w("szCs", val=half_points)


def _built_in() -> tuple[Element, ...]:
    """The styles that Word takes where a text names none."""
    margins = (w(side, w=size, type="dxa") for side, size in _CELL_MARGINS.items())
    cells = w("tblPr", w("tblInd", w="0", type="dxa"), w("tblCellMar", *margins))
    return (
        _default("paragraph", "Normal", "Normal", w("qFormat")),
        _default("character", "DefaultParagraphFont", "Default Paragraph Font", *_hidden("1")),
        _default("table", "TableNormal", "Normal Table", *_hidden("99"), cells),
    )


def _default(kind: str, style_id: str, title: str, *inside: Element) -> Element:
    return w("style", w("name", val=title), *inside, type=kind, default="1", styleId=style_id)


def _hidden(priority: str) -> tuple[Element, Element]:
    return w("uiPriority", val=priority), w("semiHidden")


def _own(kind: str, style_id: str, title: str, *inside: Element) -> Element:
    return w("style", w("name", val=title), *inside, type=kind, customStyle="1", styleId=style_id)


def _paragraph_style(style: Style, profile: LayoutProfile) -> Element:
    properties = (w("basedOn", val="Normal"), w("qFormat"), _setting(style, profile))
    return _own("paragraph", style.id, style.name, *properties, _letters(style, profile))


def _setting(style: Style, profile: LayoutProfile) -> Element:
    """How the paragraphs of a style are set."""
    after = round(profile.space_after_pt * 20) if style.id != "QCFootnote" else 0
    line = round(profile.line_pt * 20) if style.size != "footnote" else 240
    setting = w("pPr", w("keepNext")) if style.keep_next else w("pPr")
    spacing = {"before": str(style.before), "after": str(after), "line": str(line)}
    setting.append(w("spacing", **spacing, lineRule="atLeast"))
    indent = round(profile.first_line_mm * _TWIPS_PER_MM) if style.indent else 0
    if indent:
        setting.append(w("ind", firstLine=str(indent)))
    setting.append(w("jc", val=style.align))
    if style.outline is not None:
        setting.append(w("outlineLvl", val=str(style.outline)))
    return setting


def _letters(style: Style, profile: LayoutProfile) -> Element:
    letters = w("rPr")
    if style.bold:
        letters.extend((w("b"), w("bCs")))
    if style.italic:
        letters.extend((w("i"), w("iCs")))
    letters.extend(_size(profile.sizes_pt[style.size]))
    return letters


def _others() -> tuple[Element, ...]:
    raised = w("rPr", w("vertAlign", val="superscript"))
    lines = (w(side, val="single", sz="4", space="0", color="auto") for side in _SIDES)
    ruled = w("tblPr", w("tblBorders", *lines))
    base = "TableNormal"
    return (
        _own("character", "QCFootnoteReference", "QC Dấu chú thích", raised),
        _own("table", "QCTable", "QC Bảng", w("basedOn", val=base), ruled),
        _own("table", "QCPlainTable", "QC Bảng không kẻ", w("basedOn", val=base)),
    )
