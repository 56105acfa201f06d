"""Text of old Vietnamese fonts: every letter, run by run, what is left alone, and what is said."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyche_app.domain.errors import ReadingError
from quyche_app.domain.sources import FontConversion, SourceText
from quyche_app.domain.texts import clean
from quyche_app.domain.units import Mark, Paragraph, Table
from quyche_app.reading import text as text_files
from quyche_app.reading.files import read_bytes
from quyche_app.reading.old_encodings import OldEncoding, old_font, to_unicode, unicode_letters
from quyche_app.reading.old_fonts import OldFontConverter, Piece
from quyche_app.reading.text import read_text
from tests.reading.old_text import TCVN3, VNI, in_tcvn3, in_vni
from tests.reading.packages import cell, findings, members, p, read, row, table, texts, zipped

_OLD = Path(__file__).resolve().parents[3] / "shared" / "files" / "oldfonts"
_TRANSCRIPTS = sorted(_OLD.glob("*.unicode.txt"))
_RUN = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}"/>'
TIME, TIME_H, VNI_TIMES = _RUN.format(".VnTime"), _RUN.format(".VnTimeH"), _RUN.format("VNI-Times")
ROMAN = _RUN.format("Times New Roman")
WORDS = "Văn phòng Thành ủy trực thuộc, được giao dự trữ những bữa cỗ và ngẫm nghĩ kỹ"
NAMED = {OldEncoding.TCVN3: old_font(".VnTime"), OldEncoding.VNI: old_font("VNI-Times")}
WRITTEN = {OldEncoding.TCVN3: in_tcvn3, OldEncoding.VNI: in_vni}
ENCODINGS = pytest.mark.parametrize("encoding", list(OldEncoding))


def r(text: str, head: str = "") -> str:
    """Give a run."""
    return f'<w:r><w:rPr>{head}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def runs(*inside: str) -> str:
    """Give a paragraph of runs."""
    return f"<w:p>{''.join(inside)}</w:p>"


def style(style_id: str, inside: str, kind: str = "paragraph", more: str = "") -> str:
    """Give a style."""
    return f'<w:style w:type="{kind}" w:styleId="{style_id}" {more}>{inside}</w:style>'


def text_lines(text: str) -> list[str]:
    """Give the paragraphs of a UTF-8 text file."""
    return [paragraph.text for paragraph in read_text("a.txt", text.encode()).paragraphs]


def only_line(body: str, **parts: str | bytes) -> str:
    """Give the text of the one paragraph of a DOCX."""
    (line,) = texts(body, **parts)
    return line


# -- letters ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("encoding", "table"), [(OldEncoding.TCVN3, TCVN3), (OldEncoding.VNI, VNI)]
)
def test_every_letter_becomes_its_own(encoding: OldEncoding, table: dict[str, str]) -> None:
    assert {letter: to_unicode(old, encoding) for letter, old in table.items()} == {
        letter: letter for letter in table
    }


@given(
    st.text(alphabet=[*TCVN3, *"abcdeghiklmnopqrstuvxyABCDEG 1.,;"]).filter(lambda x: "ưư" not in x)
)
def test_any_text_in_tcvn3_comes_back(text: str) -> None:
    assert to_unicode(in_tcvn3(text), OldEncoding.TCVN3) == text


@given(st.text(alphabet=[*VNI, *"bcdghklmnpqrstvxBCDGHK 1.,;"]))
def test_any_text_in_vni_comes_back(text: str) -> None:
    assert to_unicode(in_vni(text), OldEncoding.VNI) == text


@ENCODINGS
@given(text=st.text(alphabet="aeouyAE dâàêøùïöôñæ­µ®¸\u2212\uf0b5"))
def test_letters_keep_their_places_and_are_composed(encoding: OldEncoding, text: str) -> None:
    letters = unicode_letters(text, encoding)
    assert len(letters) == len(text)
    assert unicodedata.is_normalized("NFC", "".join(letters))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (".VnTime", ("TCVN3", False)),
        (".VnTimeH", ("TCVN3", True)),
        (".VnArial NarrowH", ("TCVN3", True)),
        (".VNTIMEH", ("TCVN3", True)),
        (".VnTime;Times New Roman", ("TCVN3", False)),
        ("VNI-Times", ("VNI", False)),
        ("VNI Helve", ("VNI", False)),
        ("Times New Roman", None),
        ("UVN Thoi Nay", None),
        ("Vnic", None),
        ("", None),
    ],
)
def test_old_fonts_are_known_by_name(name: str, expected: tuple[str, bool] | None) -> None:
    font = old_font(name)
    assert (font and (str(font.encoding), font.is_capital)) == expected


def test_codes_moved_by_other_programs_are_known() -> None:
    moved = in_tcvn3("những").translate({code: 0xF000 + code for code in range(0xA1, 0x100)})
    assert to_unicode(moved, OldEncoding.TCVN3) == "những"
    assert to_unicode("n\u2212íc x\u2219", OldEncoding.TCVN3) == "nước xã"  # as taken out of a PDF
    assert to_unicode("5 \u2212 3", OldEncoding.TCVN3) == "5 \u2212 3"
    assert to_unicode("n\u00ad\u00adíc", OldEncoding.TCVN3) == "nước"  # one hyphen is Word's own


# -- fonts of a DOCX --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("font", "old"),
    [
        (".VnTime", "bé sè"),
        ("VNI-Times", "boä soá"),
    ],
)
@pytest.mark.parametrize("slots", ['w:ascii="{0}" w:hAnsi="{0}"', 'w:hAnsi="{0}"', 'w:ascii="{0}"'])
def test_the_font_of_a_run_is_found_in_every_slot(font: str, old: str, slots: str) -> None:
    assert only_line(p(old, run=f"<w:rFonts {slots.format(font)}/>")) == "bộ số"


def test_the_font_comes_from_styles_and_defaults_and_is_taken_back_by_the_run() -> None:
    old, both = in_tcvn3("bộ"), '<w:pStyle w:val="Than"/>'
    based = style("Goc", f"<w:rPr>{TIME}</w:rPr>") + style("Than", '<w:basedOn w:val="Goc"/>')
    defaults = f"<w:docDefaults><w:rPrDefault><w:rPr>{TIME}</w:rPr></w:rPrDefault></w:docDefaults>"
    chars = style("Chu", f"<w:rPr>{TIME}</w:rPr>", "character")
    plain = style("Than", f"<w:rPr>{ROMAN}</w:rPr>")
    assert only_line(p(old, both), styles=based) == "bộ"
    assert only_line(p(old), styles=defaults) == "bộ"
    assert only_line(p(old, run='<w:rStyle w:val="Chu"/>'), styles=chars) == "bộ"
    assert only_line(p(old, both), styles=defaults + plain) == old
    assert only_line(p(old, both, ROMAN), styles=based) == old


def test_a_style_that_takes_the_font_back_may_stand_before_the_one_it_is_based_on() -> None:
    styles = style("Con", f'<w:basedOn w:val="Goc"/><w:rPr>{ROMAN}</w:rPr>') + style(
        "Goc", f"<w:rPr>{TIME}</w:rPr>"
    )
    assert only_line(p(in_tcvn3("bộ"), '<w:pStyle w:val="Con"/>'), styles=styles) == in_tcvn3("bộ")


def _with_theme(theme: bytes) -> bytes:
    run = '<w:rFonts w:ascii="Arial" w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    parts = members(p(in_tcvn3(WORDS), run=run))
    rels = str(parts["word/_rels/document.xml.rels"])
    relation = (
        '<Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/theme" Target="theme/theme1.xml"/></Relationships>'
    )
    parts["word/_rels/document.xml.rels"] = rels.replace("</Relationships>", relation)
    return zipped(parts | {"word/theme/theme1.xml": theme})


def test_a_theme_may_hold_the_old_font_and_a_broken_theme_refuses_no_text() -> None:
    names = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    theme = f'<a:theme {names}><a:minorFont><a:latin typeface=".VnTime"/></a:minorFont></a:theme>'
    source = read_bytes("a.docx", _with_theme(theme.encode())).source
    assert source.paragraphs[0].text == WORDS
    assert source.conversions == (FontConversion("TCVN3", ".VnTime", (1,)),)
    assert read_bytes("a.docx", _with_theme(b"<a:theme .VnTime")).source.paragraphs


def test_capital_fonts_give_capitals() -> None:
    heading = runs(
        r("H", TIME_H), r(in_tcvn3("ội đồng nhân dân "), TIME_H), r(in_tcvn3("xã"), TIME)
    )
    assert only_line(heading) == "HỘI ĐỒNG NHÂN DÂN xã"


def test_capitals_of_the_format_are_made_after_the_conversion() -> None:
    assert (
        only_line(p(in_tcvn3("điều lệ và quy chế"), run=f"{TIME}<w:caps/>")) == "ĐIỀU LỆ VÀ QUY CHẾ"
    )


def test_small_letters_in_words_of_capitals_are_capitals() -> None:
    old = in_tcvn3("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert only_line(p(old, run=TIME)) == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert (
        only_line(p(in_tcvn3("Uỷ ban; Bộ GTVT; số 12/QĐ"), run=TIME)) == "Uỷ ban; Bộ GTVT; số 12/QĐ"
    )


@pytest.mark.parametrize("words", ["HỘI ĐỒNG XÃ", "CỦA XÃ", "ĐẢNG ỦY XÃ", "ỦY BAN"])
def test_a_single_capital_at_the_end_of_words_of_capitals_is_one_of_them(words: str) -> None:
    assert only_line(p(in_tcvn3(words), run=TIME)) == words


# -- run by run -------------------------------------------------------------------------------


def test_old_runs_stand_among_unicode_runs_and_marks_keep_their_places() -> None:
    body = runs(
        r("Đơn vị: ", ROMAN), r(in_tcvn3("tỉnh Phú Thọ"), f"{TIME}<w:b/>"), r(" và tỉnh bạn")
    )
    (paragraph,) = read(body).paragraphs
    assert isinstance(paragraph.block, Paragraph)
    assert paragraph.text == "Đơn vị: tỉnh Phú Thọ và tỉnh bạn"
    assert paragraph.block.marks == (Mark(8, 20, "b"),)


@ENCODINGS
@given(data=st.data())
def test_runs_may_be_cut_anywhere(encoding: OldEncoding, data: st.DataObject) -> None:
    old, font = WRITTEN[encoding](WORDS), NAMED[encoding]
    cuts = sorted(data.draw(st.sets(st.integers(1, len(old) - 1))))
    pieces = [
        Piece(old[start:end], font)
        for start, end in zip([0, *cuts], [*cuts, len(old)], strict=True)
    ]
    assert "".join(OldFontConverter([pieces]).converted(pieces).texts) == WORDS


def test_an_accent_finds_its_vowel_in_the_run_before() -> None:
    bold = f"{VNI_TIMES}<w:b/>"
    assert only_line(runs(r("Vie", VNI_TIMES), r("ä", bold), r("t Nam", VNI_TIMES))) == "Việt Nam"
    assert only_line(runs(r("Vie", ROMAN), r("ät Nam", VNI_TIMES))) == "Việt Nam"


def test_a_lone_letter_under_the_old_font_belongs_to_its_word() -> None:
    assert only_line(runs(r("ph"), r("ß", TIME), r("ng"))) == "phòng"


def test_soft_hyphens_and_symbols_of_word_are_letters_of_the_old_font() -> None:
    body = (
        f"<w:p><w:r><w:rPr>{TIME}</w:rPr><w:t>n</w:t><w:softHyphen/><w:t>íc</w:t></w:r>"
        f'{r(" ph", TIME)}<w:r><w:sym w:font=".VnTime" w:char="F0AD"/></w:r>{r("êng", TIME)}'
        f'<w:r><w:rPr>{TIME}</w:rPr><w:sym w:font="Symbol" w:char="F0B4"/></w:r></w:p>'
    )
    assert only_line(body) == "nước phường×"


@ENCODINGS
def test_unicode_under_an_old_font_stays(encoding: OldEncoding) -> None:
    font = _RUN.format(".VnTimeH" if encoding is OldEncoding.TCVN3 else "VNI-Times")
    lines = ["Căn cứ các quy định của pháp luật", "CÔNG AN TỈNH", "các ông, các bà", "hoá, toà, và"]
    source = read("".join(p(line, run=font) for line in lines))
    assert [paragraph.text for paragraph in source.paragraphs] == lines
    assert not source.findings


def test_unicode_typed_into_an_old_run_stays() -> None:
    assert only_line(p(in_tcvn3("Thành ủy quyết định ") + "và độc lập", run=TIME)) == (
        "Thành ủy quyết định và độc lập"
    )


def test_words_that_may_be_both_follow_the_file() -> None:
    unicode_file = "".join(p(line, run=TIME) for line in ("Điều lệ được giữ", "bé"))
    old_file = "".join(p(in_tcvn3(line), run=TIME) for line in ("Điều lệ được giữ", "bộ"))
    assert texts(unicode_file)[1] == "bé"
    assert texts(old_file)[1] == "bộ"


def test_a_font_for_complex_scripts_is_not_trusted_by_itself() -> None:
    complex_only = '<w:rFonts w:cs=".VnTime"/>'
    assert only_line(p("bé", run=complex_only)) == "bé"
    source = read(
        p(in_tcvn3("bộ"), run=complex_only) + p(in_tcvn3("việc của tỉnh"), run=complex_only)
    )
    assert [paragraph.text for paragraph in source.paragraphs] == ["bộ", "việc của tỉnh"]
    assert source.conversions == (FontConversion("TCVN3", ".VnTime", (1, 2)),)


def test_a_paragraph_that_joins_the_one_before_brings_its_font() -> None:
    first = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{r('Văn phòng và ')}</w:p>"
    assert texts(first + p(in_tcvn3("bộ"), run=TIME)) == ["Văn phòng và bộ"]


# -- the name of the font is lost -----------------------------------------------------------------


@ENCODINGS
def test_clear_text_is_converted_without_the_name_of_a_font(encoding: OldEncoding) -> None:
    source = read(p("Phần mở đầu của đề án") + p(WRITTEN[encoding](WORDS), run=ROMAN))
    assert [paragraph.text for paragraph in source.paragraphs] == ["Phần mở đầu của đề án", WORDS]
    assert source.conversions == (FontConversion(str(encoding), "", (2,)),)


def test_old_words_side_by_side_in_a_unicode_paragraph_are_converted() -> None:
    assert only_line(runs(r("Bệnh viện Đa khoa "), r(in_tcvn3("tỉnh Phú Thọ")), r(" đề nghị"))) == (
        "Bệnh viện Đa khoa tỉnh Phú Thọ đề nghị"
    )


def test_words_of_vni_are_told_by_the_place_of_the_tone() -> None:
    body = runs(r("Điều về "), r(in_vni("cá nhân")), r(" được giữ")) + p(in_vni("của tỉnh"))
    assert texts(body) == ["Điều về cá nhân được giữ", "của tỉnh"]


def test_unicode_words_of_a_paragraph_that_is_mostly_old_stay() -> None:
    old = "nghĩa Việt Nam đã được thông qua tại kỳ họp thứ mười, ngày mười chín tháng một năm này"
    assert only_line(runs(r("Nước Cộng hòa xã hội chủ "), r(in_vni(old)))) == (
        f"Nước Cộng hòa xã hội chủ {old}"
    )


def test_bullets_of_symbol_fonts_are_no_letters() -> None:
    assert only_line(p("\uf0b7 " + in_tcvn3(WORDS))) == f"\uf0b7 {WORDS}"


def test_a_single_word_is_left_and_said() -> None:
    source = read(p("Điều 1.") + p("Uỷ ban nhân dân tØnh đề nghị"))
    assert source.paragraphs[1].text == "Uỷ ban nhân dân tØnh đề nghị"
    (finding,) = source.findings
    assert (finding.name, finding.line) == ("old_font_text", 2)


@pytest.mark.parametrize(
    "text",
    [
        "QUY TRÌNH, CÔNG TRÌNH, BÌNH THUẬN, Zürich, Citroën, naïve, Köln, señor, Malmö",
        "Dày 5 µm, 10 µm và 20 µm; ±2 °C; 3 × 4; © 2020 «Báo»; § 5; ½ ca; Microsoft®",
        "· Các ông, các bà có ý kiến về hoá đơn, toà nhà, hoà giải",
        "Ban\u00adBí thư, cá\u00adnhân",
    ],
)
def test_unicode_and_foreign_words_are_left_in_silence(text: str) -> None:
    source = read(p(text))
    assert source.paragraphs[0].text == clean(text)
    assert not source.findings


@given(
    st.lists(
        st.sampled_from(
            [
                "các",
                "có",
                "bé",
                "bộ",
                "hoá",
                "Zürich",
                "µm",
                "thì",
                "Điều",
                "©",
                "«a»",
                "·",
                "ÑT",
                "§",
                "\u00ad",
            ]
        )
    )
)
def test_words_that_no_old_word_stands_beside_are_never_touched(words: list[str]) -> None:
    piece = Piece(" ".join(words))
    assert OldFontConverter([[piece]]).converted([piece]).texts == (piece.text,)


# -- labels, tables, notes, the account -------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "font", "expected"),
    [
        ("Điều", "", "Điều 1. Phạm vi"),
        ("Điều", TIME, "Điều 1. Phạm vi"),
        ("Chương", TIME_H, "CHƯƠNG 1. Phạm vi"),
    ],
)
def test_labels_of_words_numbering_are_converted(word: str, font: str, expected: str) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt '
        f'w:val="decimal"/><w:lvlText w:val="{in_tcvn3(word)} %1."/><w:rPr>{font}</w:rPr></w:lvl>'
        '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
    )
    head = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'
    assert only_line(p(in_tcvn3("Phạm vi"), head, TIME), numbering=numbering) == expected


def test_structure_is_read_from_the_converted_text() -> None:
    body = p("QUY CHẾ") + "".join(
        p(in_tcvn3(line), run=TIME) for line in ("Điều 1. Phạm vi", "đ) Văn phòng", "Điều 2. Họp")
    )
    units = [unit.label for unit in read_bytes("a.docx", zipped(members(body))).act.units()]
    assert units[0] == "1"
    assert "2" in units


def test_the_account_names_fonts_and_places() -> None:
    rows = table(
        row(cell(p("TT")), cell(p("Tên"))), row(cell(p("1")), cell(p(in_tcvn3("tỉnh"), run=TIME)))
    )
    body = (
        p(in_tcvn3("Quyết định"), run=TIME_H)
        + p("Điều 1.")
        + p(in_tcvn3("tổ chức"), run=TIME)
        + rows
        + p(in_vni("Quyết định"), run=VNI_TIMES)
    )
    source = read(body)
    assert source.conversions == (
        FontConversion("TCVN3", ".VnTime", (3, 5)),
        FontConversion("TCVN3", ".VnTimeH", (1,)),
        FontConversion("VNI", "VNI-Times", (6,)),
    )
    assert [finding.sentence for finding in source.findings] == [
        "Đã chuyển phông cũ: 3 đoạn từ TCVN3 (.VnTime, .VnTimeH), ở đoạn 1, 3, 5.",
        "Đã chuyển phông cũ: 1 đoạn từ VNI (VNI-Times), ở đoạn 6.",
    ]
    grid = source.paragraphs[3].block
    assert isinstance(grid, Table)
    assert [c.blocks[0].text for c in grid.rows[1] if isinstance(c.blocks[0], Paragraph)] == [
        "1",
        "tỉnh",
    ]


def test_a_row_with_old_words_in_several_cells_is_told_once() -> None:
    old = cell(p(in_tcvn3("tổ chức"), run=TIME))
    body = p(in_tcvn3("tổ chức"), run=TIME) + table(row(old, old), row(old, old))
    assert read(body).conversions == (FontConversion("TCVN3", ".VnTime", (1, 2, 3)),)


def test_places_are_written_as_ranges() -> None:
    body = (
        "".join(p(in_tcvn3("tổ chức"), run=TIME) for _ in range(4))
        + p("Điều")
        + p(in_tcvn3("tổ chức"), run=TIME)
    )
    assert findings(read(body))["old_fonts"].endswith("5 đoạn từ TCVN3 (.VnTime), ở đoạn 1–4, 6.")


def test_footnotes_are_converted_and_said() -> None:
    note = f'<w:footnote w:id="2">{p(in_tcvn3("Quyết định cũ"), run=TIME)}</w:footnote>'
    source = read(runs(r("Điều 1."), '<w:r><w:footnoteReference w:id="2"/></w:r>'), footnotes=note)
    assert source.footnotes == ("Quyết định cũ",)
    assert "1 đoạn chú thích từ TCVN3." in findings(source)["old_fonts"]


@pytest.mark.parametrize(
    ("tracked", "expected"), [("accepted", "tỉnh mới"), ("rejected", "tỉnh cũ")]
)
def test_both_sides_of_tracked_changes_are_converted(tracked: str, expected: str) -> None:
    body = runs(
        r(in_tcvn3("tỉnh "), TIME),
        f"<w:ins>{r(in_tcvn3('mới'), TIME)}</w:ins>",
        f"<w:del><w:r><w:rPr>{TIME}</w:rPr><w:delText>{in_tcvn3('cũ')}</w:delText></w:r></w:del>",
    )
    assert texts(body, tracked=tracked) == [expected]


# -- text files -------------------------------------------------------------------------------


@ENCODINGS
@pytest.mark.parametrize("form", ["utf-8", "cp1252", "utf-16"])
def test_a_text_file_is_converted_in_bytes_and_in_unicode_forms(
    encoding: OldEncoding, form: str
) -> None:
    lines = ["QUY CHẾ", "Điều 1. Phạm vi điều chỉnh", "đ) Chế độ làm việc của tỉnh ủy “mẫu”"]
    source: SourceText = read_text("a.txt", WRITTEN[encoding]("\n".join(lines)).encode(form))
    assert [paragraph.text for paragraph in source.paragraphs] == lines
    (conversion,) = source.conversions
    assert (conversion.encoding, conversion.font) == (str(encoding), "")
    assert source.findings[0].name == "old_fonts"


def test_a_text_file_that_is_not_clear_is_left_or_refused() -> None:
    assert text_lines("Uỷ ban nhân dân tØnh đề nghị") == ["Uỷ ban nhân dân tØnh đề nghị"]
    assert read_text("a.txt", "Đoàn đi tØnh".encode()).findings[0].name == "old_font_text"
    with pytest.raises(ReadingError, match="không đúng bảng mã"):
        read_text("a.txt", "Zürich, Köln, Malmö".encode("cp1252"))


def test_a_text_too_long_to_weigh_is_left_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_files, "MAX_OLD_LETTERS", 20)
    old = in_tcvn3("Chế độ làm việc của tỉnh ủy")
    source = read_text("a.txt", old.encode())
    assert source.paragraphs[0].text == clean(old)
    assert [finding.name for finding in source.findings] == ["old_font_text"]
    with pytest.raises(ReadingError, match="không đúng bảng mã"):
        read_text("a.txt", old.encode("cp1252"))


# -- real files -------------------------------------------------------------------------------


@pytest.mark.skipif(not _TRANSCRIPTS, reason=f"cần các tệp mẫu trong {_OLD}")
@pytest.mark.parametrize("path", _TRANSCRIPTS, ids=lambda path: path.name.split(".")[0])
@pytest.mark.parametrize("is_named", [True, False], ids=["font named", "font lost"])
def test_real_texts_read_as_their_transcripts(path: Path, is_named: bool) -> None:
    old = (path.parent / path.name.replace(".unicode.", ".expected.")).read_text("utf-8")
    name = "VNI-Times" if "vni" in path.name else ".VnTime"
    font = old_font(name) if is_named else None
    paragraphs = [[Piece(line, font)] for line in old.splitlines()]
    converter = OldFontConverter(paragraphs)
    ours = {clean(converter.converted(pieces).texts[0]).lower() for pieces in paragraphs}
    wanted = [line for line in map(clean, path.read_text("utf-8").lower().splitlines()) if line]
    # Transcripts write tables on one line, page fields as words, and a few letters wrongly.
    assert sum(line in ours for line in wanted) >= 0.8 * len(wanted)


@pytest.mark.skipif(not _TRANSCRIPTS, reason=f"cần các tệp mẫu trong {_OLD}")
@pytest.mark.parametrize("path", _TRANSCRIPTS, ids=lambda path: path.name.split(".")[0])
def test_real_unicode_text_under_old_fonts_stays(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    for name in (".VnTime", "VNI-Times"):
        paragraphs = [[Piece(line, old_font(name))] for line in lines]
        converter = OldFontConverter(paragraphs)
        assert [converter.converted(pieces).texts[0] for pieces in paragraphs] == lines


@pytest.mark.skipif(not _OLD.is_dir(), reason=f"cần các tệp mẫu trong {_OLD}")
@pytest.mark.parametrize("path", sorted(_OLD.glob("*.docx")), ids=lambda path: path.stem)
def test_real_documents_with_one_old_run_name_it(path: Path) -> None:
    source = read_bytes(path.name, path.read_bytes()).source
    assert [one.encoding for one in source.conversions] == ["TCVN3"]
    assert not any(finding.name == "old_font_text" for finding in source.findings)
