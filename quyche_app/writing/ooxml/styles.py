"""The named styles as word/styles.xml."""

from __future__ import annotations

from quyche_app.writing.layout import LayoutProfile
from quyche_app.writing.named_styles import STYLES, Style

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TWIPS_PER_MM = 1440 / 25.4


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
    own = "".join(_style_xml(style, profile) for style in STYLES)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:styles xmlns:w="{_W}">{defaults}{normal}{own}{_others()}</w:styles>'
    )


def _style_xml(style: Style, profile: LayoutProfile) -> str:
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
