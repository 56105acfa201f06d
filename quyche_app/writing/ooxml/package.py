"""The package of a Word document, held by python-docx: parts, relations, section, properties.

In: the body as an element. Out: bytes; same elements, same bytes every time. The parts are ours and
made in code: the template of python-docx carries stylesWithEffects.xml, a thumbnail and a US page
(docs/libraries.md 5.1). Loading python-docx takes longer than many a command, so whoever may not need
it imports this module where a file is written.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, cast

from docx.enum.section import WD_HEADER_FOOTER
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from docx.opc.part import Part, XmlPart
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.coreprops import CT_CoreProperties
from docx.oxml.parser import OxmlElement
from docx.package import Package
from docx.parts.document import DocumentPart
from docx.parts.hdrftr import HeaderPart
from docx.parts.settings import SettingsPart
from docx.parts.styles import StylesPart
from docx.section import Section
from docx.shared import Length, Twips
from lxml import etree

from quyche_app.domain.texts import shortened
from quyche_app.writing.layout import LayoutProfile
from quyche_app.writing.ooxml.elements import (
    PREFIXES,
    Element,
    footnote,
    page_number,
    paragraph,
    root,
    run,
    w,
)
from quyche_app.writing.ooxml.styles import styles_element
from quyche_app.writing.ooxml.theme import theme_element
from quyche_app.writing.xml_characters import legal

if TYPE_CHECKING:
    from docx.oxml.section import CT_SectPr
    from docx.oxml.xmlchemy import BaseOxmlElement

AnyPart = TypeVar("AnyPart", bound=XmlPart)

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_PROGRAM = "Quy Chế"
# The zip format cannot say "no date"; this is its first day.
_DATE = (1980, 1, 1, 0, 0, 0)
_TWIPS_PER_MM = 1440 / 25.4
_LONGEST_TITLE = 254  # and …: Word and python-docx take 255 characters


def build_package(
    body: Element,
    *,
    profile: LayoutProfile,
    footnotes: Sequence[str] = (),
    title: str = "",
    first_head: str = "",
) -> bytes:
    """Give the bytes of a document.

    Args:
        body: w:body with paragraphs and tables; it is used up, and empty afterwards.
        footnotes: their texts; number 1 is the first.
        title: for the properties of the file.
        first_head: words above the text of the first page; "" for none.
    """
    package = Package()
    document = _document(package, body)
    _add_section(package, document, body, profile, first_head)
    _add_parts(package, document, profile, footnotes)
    _add_properties(package, title)
    data = _zipped(package)
    # Package and parts hold each other: a long text would stay in memory until the collector comes.
    # Emptying where it stands is what lxml does fast; taking it out of its tree would take longer
    # than all the rest.
    body.clear()
    return data


# -- parts ----------------------------------------------------------------------------------------


def _document(package: Package, body: Element) -> DocumentPart:
    element = OxmlElement("w:document", nsdecls=PREFIXES)
    element.append(body)
    document = _part(package, DocumentPart, "word/document.xml", CT.WML_DOCUMENT_MAIN, element)
    package.relate_to(document, RT.OFFICE_DOCUMENT)
    return document


def _part(
    package: Package, kind: type[AnyPart], path: str, content_type: str, element: Element
) -> AnyPart:
    """A part of the package; python-docx holds its element, of whatever class that is."""
    return kind(PackURI(f"/{path}"), content_type, cast("BaseOxmlElement", element), package)


def _add_parts(
    package: Package, document: DocumentPart, profile: LayoutProfile, footnotes: Sequence[str]
) -> None:
    """Relate to the text what it is set by: styles, notes, settings, fonts, theme."""
    rows = (
        (StylesPart, "styles", CT.WML_STYLES, RT.STYLES, styles_element(profile)),
        (SettingsPart, "settings", CT.WML_SETTINGS, RT.SETTINGS, _settings()),
        (XmlPart, "fontTable", CT.WML_FONT_TABLE, RT.FONT_TABLE, _fonts(profile.font)),
        (XmlPart, "footnotes", CT.WML_FOOTNOTES, RT.FOOTNOTES, _footnotes(footnotes)),
        (XmlPart, "theme/theme1", CT.OFC_THEME, RT.THEME, theme_element(profile.font)),
    )
    for kind, path, content_type, relation, element in rows:
        part = _part(package, kind, f"word/{path}.xml", content_type, element)
        document.relate_to(part, relation)


def _settings() -> Element:
    separators = (w("footnote", id=number) for number in ("-1", "0"))
    as_word_2013 = w(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val="15",
    )
    return root(
        "settings",
        w("zoom", percent="100"),
        w("defaultTabStop", val="720"),
        w("characterSpacingControl", val="doNotCompress"),
        w("footnotePr", *separators),
        w("compat", as_word_2013),
        w("themeFontLang", val="vi-VN"),
    )


def _fonts(font: str) -> Element:
    return root("fonts", w("font", w("family", val="roman"), w("pitch", val="variable"), name=font))


def _footnotes(texts: Sequence[str]) -> Element:
    """The notes behind the two lines that part them from the text."""
    kinds = (("-1", "separator"), ("0", "continuationSeparator"))
    lines = (
        w("footnote", paragraph([w("r", w(kind))], "QCFootnote"), type=kind, id=number)
        for number, kind in kinds
    )
    return root("footnotes", *lines, *(footnote(n, text) for n, text in enumerate(texts, 1)))


def _add_properties(package: Package, title: str) -> None:
    """Say what the file is; no day, so that the same text gives the same bytes."""
    core = CorePropertiesPart(
        PackURI("/docProps/core.xml"), CT.OPC_CORE_PROPERTIES, CT_CoreProperties.new(), package
    )
    core.core_properties.title = shortened(legal(title), _LONGEST_TITLE)
    core.core_properties.author = _PROGRAM
    package.relate_to(core, RT.CORE_PROPERTIES)
    properties = _unprefixed(_EXTENDED, "Properties")
    etree.SubElement(properties, f"{{{_EXTENDED}}}Application").text = _PROGRAM
    extended = _part(package, XmlPart, "docProps/app.xml", CT.OFC_EXTENDED_PROPERTIES, properties)
    package.relate_to(extended, RT.EXTENDED_PROPERTIES)


# -- the page -------------------------------------------------------------------------------------


def _add_section(
    package: Package, document: DocumentPart, body: Element, profile: LayoutProfile, first_head: str
) -> None:
    """A4, margins of the profile, page number from the second page on (HD 05, IV.5)."""
    properties = cast("CT_SectPr", OxmlElement("w:sectPr"))
    body.append(properties)
    heads = [(WD_HEADER_FOOTER.PRIMARY, paragraph(page_number(), "QCPageNumber"))]
    if first_head:
        heads.append((WD_HEADER_FOOTER.FIRST_PAGE, paragraph([run(first_head)], "QCNote")))
    for number, (pages, line) in enumerate(heads, 1):
        path = f"word/header{number}.xml"
        head = _part(package, HeaderPart, path, CT.WML_HEADER, root("hdr", line))
        properties.add_headerReference(pages, document.relate_to(head, RT.HEADER))
    section = Section(properties, document)
    section.page_width, section.page_height = map(_length, profile.page_mm)
    margins = {side: _length(mm) for side, mm in profile.margins_mm.items()}
    section.top_margin, section.bottom_margin = margins["top"], margins["bottom"]
    section.left_margin, section.right_margin = margins["left"], margins["right"]
    section.header_distance, section.footer_distance = margins["header"], margins["footer"]
    section.gutter = Twips(0)
    section.different_first_page_header_footer = True


def _length(millimetres: float) -> Length:
    """In whole twentieths of a point, as the file has it."""
    return Twips(round(millimetres * _TWIPS_PER_MM))


# -- the file -------------------------------------------------------------------------------------


def _zipped(package: Package) -> bytes:
    """The members; python-docx itself would write into each at what time it was made."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for path, data in _members(package):
            entry = zipfile.ZipInfo(path, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return buffer.getvalue()


def _members(package: Package) -> Iterator[tuple[str, bytes]]:
    parts = package.parts
    yield CONTENT_TYPES_URI.membername, _content_types(parts)
    yield PACKAGE_URI.rels_uri.membername, package.rels.xml
    for part in parts:
        yield part.partname.membername, part.blob
        if part.rels:
            yield part.partname.rels_uri.membername, part.rels.xml


def _content_types(parts: Sequence[Part]) -> bytes:
    types = _unprefixed(_TYPES, "Types")
    for ending, kind in (("rels", CT.OPC_RELATIONSHIPS), ("xml", CT.XML)):
        etree.SubElement(types, f"{{{_TYPES}}}Default", Extension=ending, ContentType=kind)
    for part in parts:
        about = {"PartName": part.partname, "ContentType": part.content_type}
        etree.SubElement(types, f"{{{_TYPES}}}Override", about)
    return serialize_part_xml(types)


def _unprefixed(namespace: str, tag: str) -> Element:
    """The root of a part whose elements have no prefix."""
    prefixes: dict[Any, str] = {None: namespace}  # the stubs of lxml know named prefixes alone
    return etree.Element(f"{{{namespace}}}{tag}", nsmap=prefixes)
