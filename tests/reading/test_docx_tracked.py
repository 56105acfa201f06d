"""Tracked changes of a DOCX, read as accepted or as rejected."""

from __future__ import annotations

import pytest

from tests.reading.packages import cell, findings, p, read, row, table, texts


def r(text: str, name: str = "t") -> str:
    """Give a run."""
    return f'<w:r><w:{name} xml:space="preserve">{text}</w:{name}></w:r>'


def both(body: str, **parts: str) -> tuple[list[str], list[str]]:
    """Give the texts of a DOCX as accepted and as rejected."""
    return texts(body, **parts), texts(body, tracked="rejected", **parts)


def marked(text: str, kind: str) -> str:
    """Give a paragraph whose mark was inserted or deleted."""
    return f"<w:p><w:pPr><w:rPr><w:{kind}/></w:rPr></w:pPr>{r(text)}</w:p>"


def test_inserted_and_deleted_words() -> None:
    body = f"<w:p>{r('Họp ')}<w:del>{r('một', 'delText')}</w:del><w:ins>{r('hai')}</w:ins>{r(' lần')}</w:p>"
    assert both(body) == (["Họp hai lần"], ["Họp một lần"])


def test_moved_words_stand_where_they_were_moved_to() -> None:
    gone, here = f"<w:moveFrom>{r('M')}</w:moveFrom>", f"<w:moveTo>{r('M')}</w:moveTo>"
    body = f"<w:p>{r('a')}{gone}</w:p><w:p>{here}{r('b')}</w:p>"
    assert both(body) == (["a", "Mb"], ["aM", "b"])


@pytest.mark.parametrize(("kind", "accepted"), [("del", True), ("moveFrom", True), ("ins", False)])
def test_a_paragraph_whose_mark_is_gone_joins_the_next(kind: str, accepted: bool) -> None:
    body = marked("Điều 1. ", kind) + p("Họp")
    joined, apart = both(body) if accepted else both(body)[::-1]
    assert joined == ["Điều 1. Họp"]
    assert apart == ["Điều 1.", "Họp"]


def test_a_deleted_mark_before_a_table_or_the_end_drops_no_words() -> None:
    body = marked("trước", "del") + table(row(cell(p("ô")), cell(p("b")))) + marked("cuối", "del")
    assert texts(body) == ["trước", "ô | b", "cuối"]


def test_changes_around_whole_paragraphs() -> None:
    body = f"<w:del>{p('cũ')}</w:del><w:ins>{p('mới')}</w:ins>"
    assert both(body) == (["mới"], ["cũ"])


def test_a_wholly_deleted_paragraph_takes_no_number() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/>'
        '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    gone = f"<w:p><w:pPr>{numbered}<w:rPr><w:del/></w:rPr></w:pPr><w:del>{r('bỏ', 'delText')}</w:del></w:p>"
    body = p("một", numbered) + gone + p("hai", numbered)
    assert both(body, numbering=numbering) == (
        ["1. một", "2. hai"],
        ["1. một", "2. bỏ", "3. hai"],
    )


def test_rows_and_cells_come_and_go() -> None:
    rows = [
        row(cell(p("1")), cell(p("2"), head="<w:cellDel/>"), cell(p("3"))),
        row(cell(p("mới")), head="<w:ins/>"),
        row(cell(p("cũ")), head="<w:del/>"),
    ]
    assert both(table(*rows)) == (["1 | 3 mới"], ["1 | 2 | 3 cũ"])


def test_former_properties_hold_when_rejected() -> None:
    former = '<w:pPrChange><w:pPr><w:jc w:val="center"/></w:pPr></w:pPrChange>'
    body = (
        f'<w:p><w:pPr><w:jc w:val="right"/>{former}</w:pPr><w:r><w:rPr><w:b/>'
        "<w:rPrChange><w:rPr/></w:rPrChange></w:rPr><w:t>Chương I</w:t></w:r></w:p>"
    )
    now, before = read(body).paragraphs[0], read(body, tracked="rejected").paragraphs[0]
    assert (now.block.align, now.bold) == ("right", True)  # type: ignore[union-attr]
    assert (before.block.align, before.bold) == ("center", False)  # type: ignore[union-attr]


def test_a_file_with_changes_says_how_it_was_read() -> None:
    body = f"<w:p><w:ins>{r('mới')}</w:ins></w:p>"
    assert "chấp nhận tất cả" in findings(read(body))["tracked_changes"]
    assert "từ chối tất cả" in findings(read(body, tracked="rejected"))["tracked_changes"]
    assert not read(p("Điều 1.")).findings


def test_a_footnote_whose_mark_is_deleted_goes_with_it() -> None:
    notes = f'<w:footnote w:id="2">{p("Chú thích.")}</w:footnote>'
    body = f'<w:p>{r("Điều 1")}<w:del><w:r><w:footnoteReference w:id="2"/></w:r></w:del></w:p>'
    assert read(body, footnotes=notes).footnotes == ()
    assert read(body, tracked="rejected", footnotes=notes).footnotes == ("Chú thích.",)


def test_a_numbered_paragraph_that_is_gone_before_a_table_takes_no_number() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/>'
        '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    gone = f"<w:p><w:pPr>{numbered}<w:rPr><w:del/></w:rPr></w:pPr><w:del>{r('bỏ', 'delText')}</w:del></w:p>"
    body = gone + table(row(cell(p("ô")), cell(p("b")))) + p("Họp", numbered)
    assert texts(body, numbering=numbering) == ["ô | b", "1. Họp"]
