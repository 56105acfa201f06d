"""Small office packages made in code, for the tests of the readers."""

from __future__ import annotations

import io
import zipfile

from quyche_app.domain.sources import SourceText
from quyche_app.domain.units import Paragraph
from quyche_app.reading.docx import read_docx

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    f'xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = {
    "styles": "word/styles.xml",
    "numbering": "word/numbering.xml",
    "footnotes": "word/footnotes.xml",
    "endnotes": "word/endnotes.xml",
    "comments": "word/comments.xml",
    "header": "word/header1.xml",
    "image": "word/media/image1.png",
}


def zipped(members: dict[str, str | bytes]) -> bytes:
    """Give a zip of members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return out.getvalue()


def element(name: str, inside: str) -> str:
    """Give the XML of a part: its root element with everything inside."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {_NAMES}>{inside}</w:{name}>'


def relations(kinds: dict[str, str]) -> str:
    """Give a relations part: kind → target."""
    rows = "".join(
        f'<Relationship Id="r_{kind}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for kind, target in kinds.items()
    )
    return f'<Relationships xmlns="{_RELS}">{rows}</Relationships>'


def members(body: str, **parts: str | bytes) -> dict[str, str | bytes]:
    """Give the members of a DOCX; ``parts`` are named by the kind of their relation."""
    out: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": element("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations({kind: "/" + _KINDS[kind] for kind in parts}),
    }
    for kind, inside in parts.items():
        root = "hdr" if kind == "header" else kind
        out[_KINDS[kind]] = inside if isinstance(inside, bytes) else element(root, inside)
    return out


def docx(body: str, **parts: str | bytes) -> bytes:
    """Give a DOCX with a body and further parts."""
    return zipped(members(body, **parts))


def p(text: str = "", head: str = "", run: str = "") -> str:
    """Give a paragraph of one run; ``head`` and ``run`` are the insides of pPr and rPr."""
    words = f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{head}</w:pPr>{words}</w:p>"


def cell(*inside: str, head: str = "") -> str:
    """Give a table cell."""
    return f"<w:tc><w:tcPr>{head}</w:tcPr>{''.join(inside)}</w:tc>"


def row(*cells: str, head: str = "") -> str:
    """Give a table row."""
    return f"<w:tr><w:trPr>{head}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    """Give a table."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def read(body: str, *, tracked: str = "accepted", **parts: str | bytes) -> SourceText:
    """Read a DOCX made of a body and further parts."""
    return read_docx("thu.docx", docx(body, **parts), tracked=tracked)


def texts(body: str, *, tracked: str = "accepted", **parts: str | bytes) -> list[str]:
    """Give the texts of the paragraphs of a DOCX."""
    return [paragraph.text for paragraph in read(body, tracked=tracked, **parts).paragraphs]


def only_paragraph(body: str, **parts: str | bytes) -> Paragraph:
    """Give the one paragraph of a DOCX."""
    (paragraph,) = read(body, **parts).paragraphs
    assert isinstance(paragraph.block, Paragraph)
    return paragraph.block


def findings(source: SourceText) -> dict[str, str]:
    """Give the findings of a text: name → sentence."""
    return {finding.name: finding.sentence for finding in source.findings}
