"""Make the Word files of the built-in sample from its text files.

    python packaging/make_sample.py [folder]

Each line of a text file is one paragraph; rows of a table join their cells with " | ". The page is
laid out as Party texts are (docs/field.md 1.3-1.6). Same text, same parts: nothing here asks the
clock. Standard library only, so that it runs anywhere.
"""

from __future__ import annotations

import re
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

SAMPLE = Path(__file__).resolve().parent.parent / "resources" / "sample"
NAMES = ("quy-che", "quyet-dinh-3868")
# In these articles Word counts the clauses itself, as it does in most files of an office.
COUNTED_BY_WORD = {"quy-che": frozenset({"2", "13", "16", "26"})}
MARK = "Văn bản minh họa – không có giá trị pháp lý"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

# id, name, paragraph properties, run properties; sizes in half points (docs/field.md 1.4).
_CENTRED = '<w:ind w:firstLine="0"/><w:jc w:val="center"/>'
_BEFORE = '<w:keepNext/><w:spacing w:before="240" w:after="0"/>'
STYLES = (
    ("TenLoai", "Tên loại", _BEFORE + _CENTRED, '<w:b/><w:sz w:val="32"/>'),
    (
        "TenQuyChe",
        "Tên loại trang mới",
        "<w:keepNext/><w:pageBreakBefore/>" + _CENTRED,
        '<w:b/><w:sz w:val="32"/>',
    ),
    ("TrichYeu", "Trích yếu", '<w:spacing w:after="0"/>' + _CENTRED, "<w:b/>"),
    ("KemTheo", "Kèm theo", _CENTRED, "<w:i/>"),
    ("CanCu", "Căn cứ", "", ""),
    ("BanHanh", "Câu ban hành", '<w:keepNext/><w:spacing w:before="120"/>' + _CENTRED, "<w:b/>"),
    ("Chuong", "Chương", _BEFORE + _CENTRED, "<w:b/>"),
    ("TenChuong", "Tên chương", "<w:keepNext/>" + _CENTRED, "<w:b/>"),
    ("Muc", "Mục", _BEFORE + _CENTRED, "<w:b/>"),
    ("TenMuc", "Tên mục", "<w:keepNext/>" + _CENTRED, "<w:b/>"),
    ("Dieu", "Điều", "<w:keepNext/>", "<w:b/>"),
    ("DieuCoLoi", "Điều có lời văn", "", ""),
    ("Khoan", "Khoản", "", ""),
    ("Diem", "Điểm", "", ""),
    ("DoanVan", "Đoạn văn", "", ""),
    ("TrichDan", "Lời văn mới", "", ""),
    ("PhuLuc", "Phụ lục", "<w:keepNext/><w:pageBreakBefore/>" + _CENTRED, "<w:b/>"),
    ("TenPhuLuc", "Tên phụ lục", "<w:keepNext/>" + _CENTRED, "<w:b/>"),
    (
        "OBang",
        "Ô bảng",
        '<w:spacing w:before="40" w:after="40"/><w:ind w:firstLine="0"/><w:jc w:val="left"/>',
        '<w:sz w:val="26"/>',
    ),
    ("ODau", "Ô đầu văn bản", '<w:spacing w:after="0"/>' + _CENTRED, ""),
    (
        "NoiNhan",
        "Nơi nhận",
        '<w:spacing w:after="0"/><w:ind w:firstLine="0"/><w:jc w:val="left"/>',
        '<w:sz w:val="24"/>',
    ),
)


@dataclass
class Place:
    """Where the next line stands."""

    name: str
    component: str = "head"  # head, body, regulation, appendix
    article: str = ""
    expects: str = ""  # style of a line that is known by the line before it
    quoting: bool = False
    numbered_lists: int = 0


def run(text: str, properties: str = "") -> str:
    """Give a run of words; blanks at its ends are kept."""
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(style: str, runs: str, extra: str = "") -> str:
    """Give a paragraph in a named style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{runs}</w:p>'


def table(rows: list[list[str]], widths: list[int], *, is_ruled: bool) -> str:
    """Give a table; the cells come as finished paragraphs."""
    rule = "".join(
        f'<w:{side} w:val="{"single" if is_ruled else "none"}" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for cell, width in zip(row, widths, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{rule}'
        f'</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


def head_table(rows: list[list[str]]) -> str:
    """The head of the first page: the body on the left, the Party's name and the date on the right."""
    left = ("<w:b/>", "", "")
    right = ('<w:b/><w:sz w:val="30"/><w:u w:val="single"/>', "<w:i/>", "<w:i/>")
    cells = [
        [paragraph("ODau", run(row[0], left[i])), paragraph("ODau", run(row[1], right[i]))]
        for i, row in enumerate(rows)
    ]
    return table(cells, [4252, 5103], is_ruled=False)


def signature_table(rows: list[list[str]]) -> str:
    """Nơi nhận on the left, who signs on the right (docs/field.md 1.5)."""
    left = ('<w:sz w:val="28"/><w:u w:val="single"/>', "", "", "")
    right = ("<w:b/>", "", "<w:i/>", "<w:b/>")
    # Room for the signature stands above the name.
    room = ("", "", "", '<w:spacing w:before="960" w:after="0"/>')
    cells = [
        [
            paragraph("NoiNhan", run(row[0], left[i])),
            paragraph("ODau", run(row[1], right[i]), room[i]),
        ]
        for i, row in enumerate(rows)
    ]
    return table(cells, [4677, 4678], is_ruled=False)


def text_table(rows: list[list[str]]) -> str:
    """A ruled table of the text; its first row is bold, its rows stay on one page."""
    count = len(rows[0])
    narrow = 1134 if rows[0][0] == "Số thứ tự" else 9355 // count
    rest = (9355 - narrow) // (count - 1)
    stays = ["<w:keepNext/>"] * (len(rows) - 1) + [""]
    cells = [
        [paragraph("OBang", run(cell, "<w:b/>" if i == 0 else ""), stays[i]) for cell in row]
        for i, row in enumerate(rows)
    ]
    return table(cells, [narrow] + [rest] * (count - 1), is_ruled=True)


def rows_block(rows: list[list[str]], place: Place) -> str:
    """Choose the kind of a table by where it stands."""
    if place.component == "head":
        return head_table(rows)
    return signature_table(rows) if rows[0][0] == "Nơi nhận:" else text_table(rows)


_HEADS = (
    (re.compile(r"QUYẾT ĐỊNH$"), "TenLoai", "TrichYeu"),
    (re.compile(r"QUY CHẾ$"), "TenQuyChe", "TrichYeu"),
    (re.compile(r"Chương [IVX]+$"), "Chuong", "TenChuong"),
    (re.compile(r"Mục \d+$"), "Muc", "TenMuc"),
    (re.compile(r"Phụ lục \d+$"), "PhuLuc", "TenPhuLuc"),
)
_LABEL = re.compile(r"(“?Điều \d+[a-z]?\.)( .*)$")


def line_block(line: str, place: Place) -> str:
    """Give the paragraph of one line and note where the next one stands."""
    if place.expects:
        style, place.expects = place.expects, ""
        return paragraph(style, run(line))
    for pattern, style, following in _HEADS:
        if pattern.match(line):
            place.expects = following
            place.component = {"QUYẾT ĐỊNH": "body", "QUY CHẾ": "regulation"}.get(
                line, place.component
            )
            return paragraph(style, run(line))
    for pattern, style in (
        (r"\(.*\)$|-----$", "KemTheo"),
        (r"- Căn cứ|- Xét", "CanCu"),
        (r".*QUYẾT ĐỊNH:$", "BanHanh"),
    ):
        if re.match(pattern, line):
            return paragraph(style, run(line))
    return provision(line, place)


def provision(line: str, place: Place) -> str:
    """Give the paragraph of a line of an article."""
    was_quoting = place.quoting or line.startswith("“")
    place.quoting = was_quoting and not re.search(r"”[.;]?$", line)
    if found := _LABEL.match(line):
        if not was_quoting:
            place.article = found[1].removeprefix("Điều ").rstrip(".")
            place.numbered_lists += 1
        # An article without a name begins with its words; those end with a stop or a colon.
        is_heading = was_quoting or not found[2].endswith((".", ":"))
        label = run(found[1], "<w:b/>")
        return paragraph("Dieu" if is_heading else "DieuCoLoi", label + run(found[2]))
    if was_quoting:
        return paragraph("TrichDan", run(line))
    if found := re.match(r"\d+[a-z]?\. (.*)$", line):
        if place.component == "regulation" and place.article in COUNTED_BY_WORD.get(
            place.name, frozenset()
        ):
            number = (
                f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{place.numbered_lists}"/></w:numPr>'
            )
            return paragraph("Khoan", run(found[1]), number)
        return paragraph("Khoan", run(line))
    is_point = re.match(r"[a-zđ]\d?\) ", line)
    return paragraph("Diem" if is_point else "DoanVan", run(line))


def document(lines: list[str], name: str) -> str:
    """Give the main part."""
    place = Place(name)
    blocks: list[str] = []
    rows: list[list[str]] = []
    for line in [*lines, ""]:
        if " | " in line:
            rows.append(line.split(" | "))
            continue
        if rows:
            blocks.append(rows_block(rows, place))
            rows = []
        if line:
            blocks.append(line_block(line, place))
    # Word wants a paragraph after a table that ends the text.
    last = paragraph("DoanVan", "") if blocks[-1].endswith("</w:tbl>") else ""
    page = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/>'
        '<w:footerReference w:type="default" r:id="rId5"/>'
        '<w:footerReference w:type="first" r:id="rId5"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" '
        'w:left="1701" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )
    return f"{HEAD}<w:document {W} {R}><w:body>{''.join(blocks)}{last}{page}</w:body></w:document>"


def styles() -> str:
    """Give the styles, each with a Vietnamese name."""
    base = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" '
        'w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>'
        '<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after="120" w:line="360" w:lineRule="exact"/>'
        '<w:ind w:firstLine="567"/><w:jc w:val="both"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "</w:style>"
    )
    outline = {"Chuong": 0, "Muc": 1, "Dieu": 2}
    out = []
    for style, name, layout, letters in STYLES:
        if style in outline:
            layout += f'<w:outlineLvl w:val="{outline[style]}"/>'
        out.append(
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style}">'
            f'<w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
            f"<w:pPr>{layout}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
        )
    return f"{HEAD}<w:styles {W}>{base}{''.join(out)}</w:styles>"


def numbering(count: int) -> str:
    """Give one list per article, all of the form "1. "."""
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="space"/>'
        '<w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" '
        'w:firstLine="567"/></w:pPr></w:lvl>'
    )
    lists = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number in range(1, count + 1)
    )
    return (
        f'{HEAD}<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType '
        f'w:val="singleLevel"/>{level}</w:abstractNum>{lists}</w:numbering>'
    )


def theme_part() -> str:
    """Give the smallest theme that Word accepts; no style refers to it."""
    colour = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
        for name, value in (
            ("dk1", "000000"),
            ("lt1", "FFFFFF"),
            ("dk2", "333333"),
            ("lt2", "EEEEEE"),
            ("accent1", "0B5D59"),
            ("accent2", "9A3324"),
            ("accent3", "8A6D1F"),
            ("accent4", "4A5A8A"),
            ("accent5", "5B5B5B"),
            ("accent6", "2F6B3A"),
            ("hlink", "0B5D59"),
            ("folHlink", "5B5B5B"),
        )
    )
    font = '<a:latin typeface="Times New Roman"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'name="QuyChe"><a:themeElements><a:clrScheme name="QuyChe">{colour}</a:clrScheme>'
        f'<a:fontScheme name="QuyChe"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}'
        f'</a:minorFont></a:fontScheme><a:fmtScheme name="QuyChe"><a:fillStyleLst>{fill * 3}'
        f"</a:fillStyleLst><a:lnStyleLst>{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}"
        f"</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def parts(lines: list[str], name: str) -> dict[str, str]:
    """Give every part of the package by its name, in the order of the file."""
    small = '<w:jc w:val="center"/>'
    page_number = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText '
        'xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar '
        'w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    links = (
        (1, "styles"),
        (2, "numbering"),
        (3, "settings"),
        (4, "header"),
        (5, "footer"),
        (6, "fontTable"),
    )
    files = {1: "styles", 2: "numbering", 3: "settings", 4: "header1", 5: "footer1", 6: "fontTable"}
    kinds = "".join(
        f'<Override PartName="/word/{files[number]}.xml" ContentType="{WORD_TYPE}.{kind}+xml"/>'
        for number, kind in links
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{files[number]}.xml"/>'
        for number, kind in links
    )
    articles = sum(1 for line in lines if line.startswith("Điều "))
    title = (
        "Quy chế làm việc (văn bản minh họa)"
        if name == "quy-che"
        else "Quyết định 3868-QĐ/TU (văn bản minh họa)"
    )
    theme = "application/vnd.openxmlformats-officedocument.theme+xml"
    kinds += f'<Override PartName="/word/theme/theme1.xml" ContentType="{theme}"/>'
    relations += f'<Relationship Id="rId7" Type="{OFFICE}/theme" Target="theme/theme1.xml"/>'
    return {
        "[Content_Types].xml": (
            f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
            f'ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
            f'"{WORD_TYPE}.document.main+xml"/>{kinds}<Override PartName="/docProps/core.xml" '
            'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type='
            f'"{OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type='
            f'"{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
            "</Relationships>"
        ),
        "docProps/core.xml": (
            f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc='
            f'"http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:creator>Quy Chế'
            "</dc:creator></cp:coreProperties>"
        ),
        "word/document.xml": document(lines, name),
        "word/_rels/document.xml.rels": (
            f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>'
        ),
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(articles),
        "word/settings.xml": f'{HEAD}<w:settings {W}><w:defaultTabStop w:val="567"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office'
        '/word" w:val="15"/></w:compat></w:settings>',
        "word/fontTable.xml": f'{HEAD}<w:fonts {W}><w:font w:name="Times New Roman"><w:panose1 '
        'w:val="02020603050405020304"/><w:charset w:val="00"/><w:family w:val="roman"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>',
        "word/theme/theme1.xml": theme_part(),
        "word/header1.xml": f'{HEAD}<w:hdr {W}><w:p><w:pPr><w:ind w:firstLine="0"/>{small}</w:pPr>'
        f"{page_number}</w:p></w:hdr>",
        "word/footer1.xml": f'{HEAD}<w:ftr {W}><w:p><w:pPr><w:ind w:firstLine="0"/>{small}</w:pPr>'
        + run(MARK, '<w:i/><w:sz w:val="20"/>')
        + "</w:p></w:ftr>",
    }


def write(lines: list[str], name: str, target: Path) -> None:
    """Write one file; dates inside the package are fixed."""
    with zipfile.ZipFile(target, "w") as package:
        for part, text in parts(lines, name).items():
            entry = zipfile.ZipInfo(part, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, text.encode("utf-8"))


def main(arguments: list[str]) -> int:
    """Make both files in the sample's folder or the one given."""
    folder = Path(arguments[0]) if arguments else SAMPLE
    for name in NAMES:
        lines = (SAMPLE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        write(lines, name, folder / f"{name}.docx")
        print(folder / f"{name}.docx")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
