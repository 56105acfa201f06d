"""The words of a DOCX as a reader of the paper sees them."""

from __future__ import annotations

from quyche_app.domain.units import Mark, Opaque, Paragraph, Table
from tests.reading.packages import (
    cell,
    findings,
    only_paragraph,
    p,
    read,
    row,
    table,
    texts,
)


def r(text: str, head: str = "") -> str:
    """Give a run."""
    return f'<w:r><w:rPr>{head}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def style(style_id: str, inside: str, kind: str = "paragraph", more: str = "") -> str:
    """Give a style."""
    return f'<w:style w:type="{kind}" w:styleId="{style_id}" {more}>{inside}</w:style>'


def test_a_label_broken_over_runs_is_one_text() -> None:
    body = "<w:p>" + r("Đi") + r("ều 5", '<w:sz w:val="28"/>') + r(". Họp") + "</w:p>"
    assert texts(body) == ["Điều 5. Họp"]


def test_empty_paragraphs_are_not_counted() -> None:
    source = read(p("Điều 1.") + p() + p("   ") + p("Điều 2."))
    assert [(x.number, x.text) for x in source.paragraphs] == [(1, "Điều 1."), (2, "Điều 2.")]


def test_tabs_hyphens_and_symbols_are_read() -> None:
    body = (
        "<w:p><w:r><w:t>1.</w:t><w:tab/><w:t>Ban</w:t><w:softHyphen/><w:t>Bí</w:t><w:noBreakHyphen/>"
        '<w:t>thư</w:t><w:sym w:font="Wingdings" w:char="F0A8"/></w:r></w:p>'
    )
    assert texts(body) == ["1. BanBí-thư□"]


def test_an_unknown_symbol_is_said() -> None:
    source = read('<w:p><w:r><w:sym w:font="Phông lạ" w:char="F0A8"/></w:r></w:p>')
    assert "unknown_symbols" in findings(source)


# -- marks and alignment ----------------------------------------------------------------------


def test_marks_stand_over_their_words() -> None:
    last = r("rộng", '<w:i/><w:u w:val="single"/>')
    paragraph = only_paragraph(f"<w:p>{r('Điều 1.', '<w:b/>')}{r('  Phạm vi ')}{last}</w:p>")
    assert paragraph.text == "Điều 1. Phạm vi rộng"
    assert paragraph.marks == (Mark(0, 7, "b"), Mark(16, 20, "i"), Mark(16, 20, "u"))


def test_raised_and_lowered_letters_are_marked() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    lowered = '<w:vertAlign w:val="subscript"/>'
    paragraph = only_paragraph(f"<w:p>{r('m')}{r('2', raised)}{r(' CO')}{r('2', lowered)}</w:p>")
    assert paragraph.marks == (Mark(1, 2, "sup"), Mark(5, 6, "sub"))


def test_neighbouring_runs_of_one_format_share_a_mark() -> None:
    paragraph = only_paragraph(
        f"<w:p>{r('Thường ', '<w:b/>')}{r('trực', '<w:b/>')}{r(' họp')}</w:p>"
    )
    assert paragraph.marks == (Mark(0, 11, "b"),)


def test_bold_comes_from_styles_and_is_switched_off_directly() -> None:
    styles = (
        style("Goc", "<w:rPr><w:b/></w:rPr>")
        + style("Dieu", '<w:basedOn w:val="Goc"/><w:pPr><w:jc w:val="center"/></w:pPr>')
        + style("Dam", "<w:rPr><w:b/></w:rPr>", "character")
    )
    head = '<w:pStyle w:val="Dieu"/>'
    source = read(
        p("Chương I", head)
        + p("Điều 1.", head, '<w:b w:val="0"/>')
        + p("Đảo", head, '<w:rStyle w:val="Dam"/>'),
        styles=styles,
    )
    assert [x.bold for x in source.paragraphs] == [True, False, False]
    assert all(
        isinstance(x.block, Paragraph) and x.block.align == "center" for x in source.paragraphs
    )


def test_the_default_style_and_a_circle_of_styles_do_no_harm() -> None:
    styles = style(
        "A", '<w:basedOn w:val="B"/><w:pPr><w:jc w:val="right"/></w:pPr>', more='w:default="1"'
    )
    styles += style("B", '<w:basedOn w:val="A"/>')
    assert only_paragraph(p("Hà Nội, ngày 1"), styles=styles).align == "right"


def test_capitals_of_a_format_are_read_as_they_look() -> None:
    assert texts(p("Quy chế làm việc", run="<w:caps/>")) == ["QUY CHẾ LÀM VIỆC"]


def test_hidden_words_are_left_out_and_said() -> None:
    source = read(f"<w:p>{r('Điều 1.')}{r(' bí mật', '<w:vanish/>')}</w:p>")
    assert [x.text for x in source.paragraphs] == ["Điều 1."]
    assert "hidden_left_out" in findings(source)


# -- breaks -----------------------------------------------------------------------------------


def broken(*lines: str) -> str:
    """Give one paragraph whose lines are parted by line breaks."""
    return "<w:p><w:r>" + "<w:br/>".join(f"<w:t>{line}</w:t>" for line in lines) + "</w:r></w:p>"


def test_a_line_break_before_a_label_begins_a_paragraph() -> None:
    source = read(broken("1. Ban Thường vụ họp.", "2. Thường trực họp.", "a) Hằng tuần;", "- Lưu"))
    assert [x.text for x in source.paragraphs] == [
        "1. Ban Thường vụ họp.",
        "2. Thường trực họp.",
        "a) Hằng tuần;",
        "- Lưu",
    ]
    assert "3 chỗ đọc thành đoạn mới" in findings(source)["soft_breaks"]


def test_a_line_break_inside_a_sentence_is_a_space() -> None:
    source = read(broken("1. Ban Thường vụ họp", "mỗi tháng hai lần."))
    assert [x.text for x in source.paragraphs] == ["1. Ban Thường vụ họp mỗi tháng hai lần."]
    assert "1 chỗ đọc liền" in findings(source)["soft_breaks"]


def test_titles_and_what_stands_under_them_are_parted() -> None:
    body = broken("Chương I", "QUY ĐỊNH CHUNG") + broken(
        "QUY CHẾ", "LÀM VIỆC", "(Ban hành kèm theo)"
    )
    assert texts(body) == ["Chương I", "QUY ĐỊNH CHUNG", "QUY CHẾ LÀM VIỆC", "(Ban hành kèm theo)"]


def test_a_line_of_dashes_and_a_signature_stand_alone() -> None:
    body = broken("Độc lập - Tự do - Hạnh phúc", "-------") + broken("TM. BAN THƯỜNG VỤ", "BÍ THƯ")
    assert texts(body) == ["Độc lập - Tự do - Hạnh phúc", "-------", "TM. BAN THƯỜNG VỤ", "BÍ THƯ"]


# -- wrappers, fields, boxes ------------------------------------------------------------------


def test_words_inside_wrappers_are_read_once() -> None:
    body = (
        f"<w:sdt><w:sdtContent><w:p>{r('a ')}<w:hyperlink>{r('b ')}</w:hyperlink>"
        f"<w:smartTag>{r('c ')}</w:smartTag><w:sdt><w:sdtContent>{r('d')}</w:sdtContent></w:sdt>"
        f"<w:fldSimple>{r(' e')}</w:fldSimple></w:p></w:sdtContent></w:sdt>"
    )
    assert texts(body) == ["a b c d e"]


def test_a_field_gives_its_result_and_not_its_instruction() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    inner = f"{mark('begin')}{r('trong')}{mark('separate')}{r('nữa')}{mark('end')}"
    body = (
        f"<w:p>{r('Điều ')}{mark('begin')}<w:r><w:instrText>REF dieu</w:instrText></w:r>{inner}"
        f"{mark('separate')}{r('5')}{mark('end')}{r(' này')}</w:p>"
    )
    assert texts(body) == ["Điều 5 này"]


def test_a_field_that_never_ends_does_not_eat_the_next_paragraphs() -> None:
    body = f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>{p("Điều 2. Họp")}'
    assert texts(body) == ["Điều 2. Họp"]


def test_a_text_box_stored_twice_is_read_once_after_its_paragraph() -> None:
    def box(text: str) -> str:
        return f"<v:textbox><w:txbxContent>{p(text)}</w:txbxContent></v:textbox>"

    twice = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box('DỰ THẢO')}</w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict>{box('DỰ THẢO')}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    source = read(f"<w:p>{r('QUYẾT ĐỊNH')}{twice}</w:p>{p('Điều 1.')}")
    assert [x.text for x in source.paragraphs] == ["QUYẾT ĐỊNH", "DỰ THẢO", "Điều 1."]
    assert "text_boxes" in findings(source)


def test_a_table_of_contents_is_left_out_and_said() -> None:
    styles = style("MucLuc1", '<w:name w:val="toc 1"/>')
    source = read(
        p("Điều 1. Họp 3", '<w:pStyle w:val="MucLuc1"/>') + p("Điều 1. Họp"), styles=styles
    )
    assert [x.text for x in source.paragraphs] == ["Điều 1. Họp"]
    assert "contents_left_out" in findings(source)


# -- notes, pictures, what stands beside --------------------------------------------------------


def test_footnotes_stand_apart_and_leave_no_mark() -> None:
    notes = f'<w:footnote w:id="2">{p("Theo Quyết định mẫu.")}</w:footnote>'
    body = f'<w:p>{r("Điều 1")}<w:r><w:footnoteReference w:id="2"/></w:r>{r(". Họp")}</w:p>'
    source = read(body, footnotes=notes)
    assert [x.text for x in source.paragraphs] == ["Điều 1. Họp"]
    assert source.footnotes == ("Theo Quyết định mẫu.",)
    assert "1 chú thích" in findings(source)["footnotes_apart"]


def test_a_mark_of_ones_own_is_no_part_of_the_text() -> None:
    notes = f'<w:footnote w:id="2">{p("Chú thích.")}</w:footnote>'
    mark = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>[*]</w:t></w:r>'
    source = read(f"<w:p>{r('Điều 1')}{mark}{r('. Họp')}</w:p>", footnotes=notes)
    assert [x.text for x in source.paragraphs] == ["Điều 1. Họp"]


def test_a_picture_is_kept_as_it_came() -> None:
    body = f'<w:p>{r("Sơ đồ")}<w:r><w:drawing><a:blip r:embed="r_image"/></w:drawing></w:r></w:p>'
    source = read(body, image=b"\x89PNG")
    assert [x.block for x in source.paragraphs][1:] == [
        Opaque("image1.png", "[hình: image1.png]", "iVBORw==")
    ]


def test_a_formula_leaves_its_letters_in_the_sentence() -> None:
    body = f"<w:p>{r('Mức chi ')}<m:oMath><m:r><m:t>S=a</m:t></m:r></m:oMath>{r(' đồng')}</w:p>"
    source = read(body)
    assert source.paragraphs[0].text == "Mức chi S=a đồng"
    assert isinstance(source.paragraphs[1].block, Opaque)


def test_headers_with_words_and_comments_are_said() -> None:
    source = read(
        p("Điều 1."), header=p("Tài liệu mật"), comments='<w:comment w:id="0"><w:p/></w:comment>'
    )
    assert {"headers_left_out", "comments_left_out"} <= findings(source).keys()


def test_a_header_with_only_the_page_number_is_not_worth_a_word() -> None:
    assert not read(p("Điều 1."), header=p("12")).findings


def test_text_for_old_fonts_is_reported_and_unicode_capitals_are_not() -> None:
    assert "old_fonts" in findings(read(p("Uû ban nh©n d©n tØnh")))
    assert not findings(read(p("QUY TRÌNH, CÔNG TRÌNH, BÌNH THUẬN, Zürich")))


# -- tables -----------------------------------------------------------------------------------


def test_a_table_takes_a_number_for_each_row() -> None:
    rows = [row(cell(p("TT")), cell(p("Tên"))), row(cell(p("1")), cell(p("a"), p("b")))]
    source = read(p("Bảng") + table(*rows) + p("Sau bảng"))
    assert [x.number for x in source.paragraphs] == [1, 2, 4]
    grid = source.paragraphs[1].block
    assert isinstance(grid, Table)
    assert [len(c.blocks) for line in grid.rows for c in line] == [1, 1, 1, 2]


def test_merged_cells_keep_their_span_and_show_their_words_once() -> None:
    begins, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [
        row(cell(p("Ban"), head=begins), cell(p("1"), head='<w:gridSpan w:val="2"/>')),
        row(cell(p("ẩn"), head=goes_on), cell(p("2")), cell(p("3"))),
        row(cell(p("4")), head='<w:gridBefore w:val="2"/>'),
    ]
    grid = read(table(*rows)).paragraphs[0].block
    assert isinstance(grid, Table)
    assert [[c.span for c in line] for line in grid.rows] == [[1, 2], [1, 1, 1], [2, 1]]
    assert grid.rows[1][0].blocks == ()


def test_a_table_inside_a_cell_becomes_paragraphs_of_the_cell() -> None:
    inner = table(row(cell(p("trong 1")), cell(p("trong 2"))))
    grid = read(table(row(cell(p("ngoài"), inner), cell(p("bên"))))).paragraphs[0].block
    assert isinstance(grid, Table)
    assert [b.text for b in grid.rows[0][0].blocks if isinstance(b, Paragraph)] == [
        "ngoài",
        "trong 1",
        "trong 2",
    ]


def test_a_frame_around_articles_is_no_table() -> None:
    source = read(table(row(cell(p("Điều 1. Phạm vi"), p("1. Quy chế này.")))))
    assert [x.text for x in source.paragraphs] == ["Điều 1. Phạm vi", "1. Quy chế này."]
    assert "frames_opened" in findings(source)


def test_rows_without_words_are_not_counted() -> None:
    source = read(table(row(cell(p())), row(cell(p("x")), cell(p()))) + p("y"))
    assert [x.number for x in source.paragraphs] == [1, 2]


def test_names_of_the_strict_standard_are_understood() -> None:
    from quyche_app.reading.docx import read_docx
    from tests.reading.packages import members, zipped

    made = members(p("Điều 1.", run="<w:b/>"))
    body = str(made["word/document.xml"])
    made["word/document.xml"] = body.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert [x.text for x in read_docx("a.docx", zipped(made)).paragraphs] == ["Điều 1."]


def test_a_paragraph_without_anything_in_it_is_none() -> None:
    assert texts("<w:p/>" + p("Lời.") + "<w:p/>") == ["Lời."]


def test_words_that_bring_their_own_space_stand_apart_from_a_number_that_touches_them() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:lvlText w:val="Điều %1:"/><w:suff w:val="nothing"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = p(" Họp", numbered) + p("Báo cáo", numbered)
    assert texts(body, numbering=numbering) == ["Điều 1: Họp", "Điều 2:Báo cáo"]
