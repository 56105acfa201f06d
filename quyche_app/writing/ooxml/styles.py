"""Named styles, one for each kind of unit, so that an office can change the look in one place."""

from __future__ import annotations

from dataclasses import dataclass

from quyche_app.domain.units import UnitKind
from quyche_app.writing.layout import LayoutProfile

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TWIPS_PER_MM = 1440 / 25.4

STYLE_OF = {
    UnitKind.PART: "QCPart",
    UnitKind.CHAPTER: "QCChapter",
    UnitKind.SECTION: "QCSection",
    UnitKind.SUBSECTION: "QCSection",
    UnitKind.ARTICLE: "QCArticle",
    UnitKind.CLAUSE: "QCClause",
    UnitKind.POINT: "QCPoint",
    UnitKind.SUBPOINT: "QCPoint",
    UnitKind.ITEM: "QCPoint",
}
HEADING_OF = {
    UnitKind.PART: "QCPartName",
    UnitKind.CHAPTER: "QCChapterName",
    UnitKind.SECTION: "QCSectionName",
    UnitKind.SUBSECTION: "QCSectionName",
}


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style; ``indent``: first line as in the profile."""

    id: str
    name: str
    size: str = "body"
    bold: bool = False
    italic: bool = False
    align: str = "both"
    indent: bool = True
    keep_next: bool = False
    before: int = 0  # twentieths of a point
    outline: int | None = None


_STYLES = (
    _Style("QCText", "QC Đoạn"),
    _Style("QCTitle", "QC Tiêu đề", "title", bold=True, align="center", indent=False),
    _Style("QCFront", "QC Phần đầu", indent=False),
    _Style("QCNote", "QC Ghi chú bản hợp nhất", italic=True, align="center", indent=False),
    _Style("QCActList", "QC Danh mục văn bản hợp nhất"),
    _Style(
        "QCPart",
        "QC Phần",
        "heading",
        True,
        align="center",
        indent=False,
        keep_next=True,
        before=240,
        outline=0,
    ),
    _Style(
        "QCPartName", "QC Tên phần", "heading", True, align="center", indent=False, keep_next=True
    ),
    _Style(
        "QCChapter",
        "QC Chương",
        "heading",
        True,
        align="center",
        indent=False,
        keep_next=True,
        before=240,
        outline=0,
    ),
    _Style(
        "QCChapterName",
        "QC Tên chương",
        "heading",
        True,
        align="center",
        indent=False,
        keep_next=True,
    ),
    _Style(
        "QCSection",
        "QC Mục",
        "heading",
        True,
        align="center",
        indent=False,
        keep_next=True,
        before=120,
        outline=1,
    ),
    _Style(
        "QCSectionName", "QC Tên mục", "heading", True, align="center", indent=False, keep_next=True
    ),
    _Style("QCArticle", "QC Điều", "heading", True, keep_next=True, before=60, outline=2),
    _Style("QCArticleText", "QC Điều không tên"),
    _Style("QCClause", "QC Khoản"),
    _Style("QCPoint", "QC Điểm"),
    _Style("QCBack", "QC Phần cuối", indent=False, align="left"),
    _Style("QCTableText", "QC Chữ trong bảng", "table", align="left", indent=False),
    _Style("QCFootnote", "QC Chú thích", "footnote", indent=False),
    _Style("QCPageNumber", "QC Số trang", "page_number", align="center", indent=False),
)


def styles_xml(profile: LayoutProfile) -> str:
    """Give word/styles.xml of a profile."""
    body = round(profile.sizes_pt["body"] * 2)
    fonts = "".join(f' w:{side}="{profile.font}"' for side in ("ascii", "hAnsi", "eastAsia", "cs"))
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/><w:sz w:val="{body}"/>'
        f'<w:szCs w:val="{body}"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr>'
        "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom '
        'w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )
    own = "".join(_style_xml(style, profile) for style in _STYLES)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:styles xmlns:w="{_W}">{defaults}{normal}{own}{_others()}</w:styles>'
    )


def _style_xml(style: _Style, profile: LayoutProfile) -> str:
    indent = round(profile.first_line_mm * _TWIPS_PER_MM) if style.indent else 0
    after = round(profile.space_after_pt * 20) if style.id != "QCFootnote" else 0
    line = round(profile.line_pt * 20) if style.size != "footnote" else 240
    paragraph = "<w:keepNext/>" if style.keep_next else ""
    paragraph += f'<w:spacing w:before="{style.before}" w:after="{after}" w:line="{line}" '
    paragraph += 'w:lineRule="atLeast"/>'
    paragraph += f'<w:ind w:firstLine="{indent}"/>' if indent else ""
    paragraph += f'<w:jc w:val="{style.align}"/>'
    if style.outline is not None:
        paragraph += f'<w:outlineLvl w:val="{style.outline}"/>'
    size = round(profile.sizes_pt[style.size] * 2)
    letters = ("<w:b/><w:bCs/>" if style.bold else "") + ("<w:i/><w:iCs/>" if style.italic else "")
    letters += f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.id}"><w:name '
        f'w:val="{style.name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr>'
        f"<w:rPr>{letters}</w:rPr></w:style>"
    )


def _others() -> str:
    border = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        '<w:style w:type="character" w:customStyle="1" w:styleId="QCFootnoteReference"><w:name '
        'w:val="QC Dấu chú thích"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="QCTable"><w:name w:val="QC Bảng"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{border}</w:tblBorders></w:tblPr>'
        '</w:style><w:style w:type="table" w:customStyle="1" w:styleId="QCPlainTable"><w:name '
        'w:val="QC Bảng không kẻ"/><w:basedOn w:val="TableNormal"/></w:style>'
    )
