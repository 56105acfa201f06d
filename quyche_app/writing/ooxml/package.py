"""The package of a Word document: our own parts, no template of anybody's, same bytes every time.

Why not python-docx's template: it carries stylesWithEffects.xml, a thumbnail and a US page
(docs/libraries.md 5.1).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from quyche_app.writing.layout import LayoutProfile
from quyche_app.writing.ooxml.elements import run
from quyche_app.writing.ooxml.styles import styles_xml
from quyche_app.writing.ooxml.theme import theme_xml

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMES = f'xmlns:w="{W}" xmlns:r="{_R}"'
# The zip format cannot say "no date"; this is its first day.
_DATE = (1980, 1, 1, 0, 0, 0)
_TWIPS_PER_MM = 1440 / 25.4


def build_package(
    body_xml: str,
    *,
    profile: LayoutProfile,
    footnotes: Sequence[str] = (),
    title: str = "",
    landscape: bool = False,
    first_head: str = "",
) -> bytes:
    """Give the bytes of a document.

    Args:
        body_xml: paragraphs and tables.
        footnotes: their texts; number 1 is the first.
        title: for the properties of the file.
        first_head: words above the text of the first page; "" for none.
    """
    section = _section(profile, landscape, has_first_head=bool(first_head))
    parts = {
        "[Content_Types].xml": _content_types(has_first_head=bool(first_head)),
        "_rels/.rels": _relations(
            ("rId1", f"{_R}/officeDocument", "word/document.xml"),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", f"{_R}/extended-properties", "docProps/app.xml"),
        ),
        "docProps/app.xml": _HEAD
        + (
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
            'extended-properties"><Application>Quy Chế</Application></Properties>'
        ),
        "docProps/core.xml": _core(title),
        "word/_rels/document.xml.rels": _relations(
            ("rId1", f"{_R}/styles", "styles.xml"),
            ("rId2", f"{_R}/settings", "settings.xml"),
            ("rId3", f"{_R}/fontTable", "fontTable.xml"),
            ("rId4", f"{_R}/footnotes", "footnotes.xml"),
            ("rId5", f"{_R}/header", "header1.xml"),
            ("rId6", f"{_R}/theme", "theme/theme1.xml"),
            *([("rId7", f"{_R}/header", "header2.xml")] if first_head else []),
        ),
        "word/document.xml": (
            f"{_HEAD}<w:document {_NAMES}><w:body>{body_xml}{section}</w:body></w:document>"
        ),
        "word/fontTable.xml": (
            f'{_HEAD}<w:fonts {_NAMES}><w:font w:name="{profile.font}"><w:family w:val="roman"/>'
            '<w:pitch w:val="variable"/></w:font></w:fonts>'
        ),
        "word/footnotes.xml": _footnotes(footnotes),
        "word/header1.xml": _header(),
        "word/settings.xml": _settings(),
        "word/styles.xml": styles_xml(profile),
        "word/theme/theme1.xml": theme_xml(profile.font),
    }
    if first_head:
        parts["word/header2.xml"] = _head_of_words(first_head)
    return _zipped(parts)


def _zipped(parts: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, text.encode("utf-8"))
    return buffer.getvalue()


def _relations(*rows: tuple[str, str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="{identity}" Type="{kind}" Target="{target}"/>'
        for identity, kind, target in rows
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _content_types(*, has_first_head: bool) -> str:
    overrides = (
        ("/word/document.xml", f"{_TYPES}.document.main+xml"),
        ("/word/styles.xml", f"{_TYPES}.styles+xml"),
        ("/word/settings.xml", f"{_TYPES}.settings+xml"),
        ("/word/fontTable.xml", f"{_TYPES}.fontTable+xml"),
        ("/word/footnotes.xml", f"{_TYPES}.footnotes+xml"),
        ("/word/header1.xml", f"{_TYPES}.header+xml"),
        *([("/word/header2.xml", f"{_TYPES}.header+xml")] if has_first_head else []),
        ("/word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        (
            "/docProps/app.xml",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        ),
    )
    inside = "".join(f'<Override PartName="{n}" ContentType="{t}"/>' for n, t in overrides)
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{inside}</Types>'
    )


def _core(title: str) -> str:
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>Quy Chế</dc:creator></cp:coreProperties>"
    )


def _section(profile: LayoutProfile, landscape: bool, *, has_first_head: bool) -> str:
    """A4, margins of the profile, page number from the second page on (HD 05, IV.5)."""
    width, height = (round(mm * _TWIPS_PER_MM) for mm in profile.page_mm)
    margins = {name: round(mm * _TWIPS_PER_MM) for name, mm in profile.margins_mm.items()}
    orient = ' w:orient="landscape"' if landscape else ""
    if landscape:
        width, height = height, width
    sides = "".join(
        f' w:{name}="{margins[name]}"'
        for name in ("top", "right", "bottom", "left", "header", "footer")
    )
    first = '<w:headerReference w:type="first" r:id="rId7"/>' if has_first_head else ""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="rId5"/>{first}'
        f'<w:pgSz w:w="{width}" w:h="{height}"{orient}/><w:pgMar{sides} w:gutter="0"/>'
        "<w:titlePg/></w:sectPr>"
    )


def _header() -> str:
    def field(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    number = (
        field("begin")
        + '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        + field("separate")
        + "<w:r><w:t>2</w:t></w:r>"
        + field("end")
    )
    return (
        f'{_HEAD}<w:hdr {_NAMES}><w:p><w:pPr><w:pStyle w:val="QCPageNumber"/></w:pPr>{number}</w:p>'
        "</w:hdr>"
    )


def _head_of_words(words: str) -> str:
    return f'{_HEAD}<w:hdr {_NAMES}><w:p><w:pPr><w:pStyle w:val="QCNote"/></w:pPr>{run(words)}</w:p></w:hdr>'


def _footnotes(texts: Sequence[str]) -> str:
    separators = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:pStyle w:val="QCFootnote"/></w:pPr>'
        "<w:r><w:separator/></w:r></w:p></w:footnote>"
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:pStyle '
        'w:val="QCFootnote"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    )
    notes = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="QCFootnote"/></w:pPr><w:r><w:rPr>'
        f'<w:rStyle w:val="QCFootnoteReference"/></w:rPr><w:footnoteRef/></w:r>{run(" " + text)}'
        "</w:p></w:footnote>"
        for number, text in enumerate(texts, 1)
    )
    return f"{_HEAD}<w:footnotes {_NAMES}>{separators}{notes}</w:footnotes>"


def _settings() -> str:
    return (
        f'{_HEAD}<w:settings {_NAMES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:footnotePr><w:footnote w:id="-1"/>'
        '<w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="vi-VN"/></w:settings>'
    )
