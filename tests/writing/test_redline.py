"""Tracked changes: rejected the old text, accepted the new one, by us and by LibreOffice."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from quyche_app.comparing import compare
from quyche_app.domain.acts import Act
from quyche_app.domain.comparisons import Comparison
from quyche_app.domain.errors import WritingError
from quyche_app.domain.flow import act_lines
from quyche_app.domain.texts import clean
from quyche_app.reading.files import read_bytes
from quyche_app.resources_folder import sample_file
from quyche_app.services.consolidate import consolidate_files
from quyche_app.services.redline import prove_redline, redline_files
from quyche_app.writing.layout import load_profile
from quyche_app.writing.redline import redline_bytes
from quyche_app.writing.resolver import accept_all, reject_all
from tests.reading.packages import cell, docx, p, row, table
from tests.writing.libreoffice import accepted_and_rejected
from tests.writing.test_docx import assert_clean


@pytest.fixture(scope="module")
def sample() -> Comparison:
    result = consolidate_files(sample_file("quy-che.docx"), [sample_file("quyet-dinh-3868.docx")])
    return compare(result.base, result.act, by_identity=True)


def _bytes(comparison: Comparison) -> bytes:
    return redline_bytes(
        comparison, author="Nguyễn Văn A & <B>", day=date(2018, 7, 5), profile=load_profile("dang")
    )


def _body(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode()


def _plain(body: str) -> str:
    """The body without numbers, names and days of changes."""
    return re.sub(r' w:(id|author|date)="[^"]*"', "", body)


def _office(*body: str) -> Act:
    head = (p("QUY CHẾ"), p("Điều 1. Họp"), p("1. Lịch họp như sau:"))
    return read_bytes("x.docx", docx("".join((*head, *body)))).act


def _grid(*rows: tuple[str, ...]) -> str:
    return table(*(row(*(cell(p(words)) for words in line)) for line in rows))


def _proved(old: Act, new: Act) -> str:
    """Write the redline, prove it both ways and give its body."""
    data = _bytes(compare(old, new))
    assert reject_all(data) == act_lines(old)
    assert accept_all(data) == act_lines(new)
    return _plain(_body(data))


def _act(*lines: str) -> Act:
    return read_bytes("x.txt", "\n".join(lines).encode()).act


def test_the_sample_rejected_is_the_old_text_and_accepted_the_new(sample: Comparison) -> None:
    verdict = prove_redline(sample, _bytes(sample))
    assert verdict.is_true, verdict.differences


def test_the_same_comparison_gives_the_same_bytes(sample: Comparison) -> None:
    assert _bytes(sample) == _bytes(sample)


def test_a_changed_word_is_marked_alone_not_its_whole_paragraph() -> None:
    old = _act("Điều 1. Họp", "1. Họp mỗi tháng một lần.")
    new = _act("Điều 1. Họp", "1. Họp mỗi tuần một lần.")
    body = _body(_bytes(compare(old, new)))
    assert body.count("<w:del ") == body.count("<w:ins ") == 1
    assert ">tháng</w:delText>" in body
    assert ">tuần</w:t>" in body


def test_moved_split_and_table_changes_still_give_both_sides() -> None:
    old = _act(
        "Điều 1. A", "1. Một hai ba bốn năm.", "2. Sáu bảy tám chín.", "Điều 2. B", "1. Mười."
    )
    new = _act("Điều 2. B", "1. Mười.", "1a. Thêm.", "Điều 3. A", "2. Sáu bảy.", "3. Tám chín.")
    data = _bytes(compare(old, new))
    assert reject_all(data) == act_lines(old)
    assert accept_all(data) == act_lines(new)


_ROWS = (("Nội dung", "Ngày"), ("Giao ban cơ quan", "Thứ hai"), ("Sơ kết công tác", "Cuối quý"))


def test_a_changed_word_in_a_table_is_marked_in_its_cell() -> None:
    body = _proved(
        _office(_grid(*_ROWS)), _office(_grid(*_ROWS[:2], ("Sơ kết công tác", "Cuối tháng")))
    )
    assert body.count("<w:tbl>") == 1
    assert body.count("<w:del>") == body.count("<w:ins>") == 1
    assert ">quý</w:delText>" in body


def test_a_new_row_is_marked_as_a_row_and_the_others_stay() -> None:
    body = _proved(_office(_grid(*_ROWS)), _office(_grid(*_ROWS, ("Tổng kết năm", "Tháng 12"))))
    assert body.count("<w:tbl>") == 1
    assert body.count("<w:cantSplit/><w:ins/>") == 1
    assert "<w:del" not in body


def test_a_row_whose_cells_have_another_shape_is_replaced_as_a_row() -> None:
    longer = row(cell(p("Sơ kết công tác")), cell(p("Cuối quý"), p("và cuối năm")))
    new = _office(table(*(row(*(cell(p(w)) for w in line)) for line in _ROWS[:2]), longer))
    body = _proved(_office(_grid(*_ROWS)), new)
    assert body.count("<w:cantSplit/><w:del/>") == body.count("<w:cantSplit/><w:ins/>") == 1


def test_a_table_with_another_number_of_columns_is_replaced() -> None:
    wider = [(*line, "Ghi chú") for line in _ROWS]
    body = _proved(_office(_grid(*_ROWS)), _office(_grid(*wider)))
    assert body.count("<w:tbl>") == 2


def test_bold_words_stay_bold_on_both_sides_of_a_change() -> None:
    def clause(word: str) -> str:
        run = f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">mỗi {word}</w:t></w:r>'
        return f'<w:p><w:r><w:t xml:space="preserve">2. Họp giao ban </w:t></w:r>{run}</w:p>'

    body = _proved(_office(clause("tháng")), _office(clause("tuần")))
    assert '<w:rPr><w:b/></w:rPr><w:delText xml:space="preserve">tháng' in body
    assert '<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">tuần' in body
    assert '<w:r><w:t xml:space="preserve">2. Họp giao ban </w:t></w:r>' in body


def test_a_repealed_article_keeps_its_label_and_changes_as_a_whole(sample: Comparison) -> None:
    body = _plain(_body(_bytes(sample)))
    assert (
        '<w:t xml:space="preserve">Điều 15. </w:t></w:r><w:del><w:r><w:delText xml:space="preserve">'
        "Giao ban Thường trực Tỉnh ủy</w:delText></w:r></w:del><w:ins><w:r>"
        '<w:t xml:space="preserve">(được bãi bỏ)</w:t></w:r></w:ins></w:p>'
    ) in body


def test_an_inserted_paragraph_in_the_head_leaves_the_others_unmarked() -> None:
    basis = ("Căn cứ Điều lệ Đảng;", "Căn cứ Quy chế mẫu;", "Theo đề nghị của Văn phòng,")
    old = _act("QUYẾT ĐỊNH", *basis, "Điều 1. Họp", "1. Một.")
    new = _act("QUYẾT ĐỊNH", "Căn cứ Quy định thi hành;", *basis, "Điều 1. Họp", "1. Một.")
    body = _proved(old, new)
    assert "<w:del" not in body
    assert body.count("<w:ins/>") == 1


def test_where_pairs_cross_the_larger_part_of_the_text_stays_in_place() -> None:
    large = "1. Văn phòng chuẩn bị chương trình, gửi tài liệu trước năm ngày làm việc."
    old = _act(
        "Điều 1. A", large, "Điều 2. B", "1. Lưu.", "2. Gửi.", "3. Họp.", "Điều 3. C", "1. Dài."
    )
    new = _act(
        "Điều 1. B", "1. Lưu.", "2. Gửi.", "3. Họp.", "Điều 2. A", large, "Điều 3. C", "1. Dài."
    )
    assert f">{large}</w:t></w:r></w:p>" in _proved(old, new)


def test_libreoffice_keeps_paragraphs_apart_whose_ends_and_beginnings_are_inserted(
    tmp_path: Path,
) -> None:
    """It takes insertions made at one time for one and would join the paragraphs on rejecting."""
    old = _act("Điều 1. Họp", "1. Họp mỗi tháng một lần", "2. Văn phòng ghi biên bản họp.")
    new = _act(
        "Điều 1. Họp",
        "1. Họp mỗi tháng một lần và khi cần",
        "1a. Họp bất thường do Bí thư.",
        "1b. Không họp ngày lễ.",
        "2. Văn phòng ghi biên bản họp.",
    )
    file = tmp_path / "x.docx"
    file.write_bytes(_bytes(compare(old, new)))
    accepted, rejected = accepted_and_rejected(file)
    assert _words(accepted) == act_lines(new)
    assert _words(rejected) == act_lines(old)


def test_libreoffice_agrees_on_both_sides_of_the_sample(sample: Comparison, tmp_path: Path) -> None:
    file = tmp_path / "x.docx"
    file.write_bytes(_bytes(sample))
    accepted, rejected = accepted_and_rejected(file)
    assert _words(accepted) == _words(act_lines(sample.new))
    assert _words(rejected) == _words(act_lines(sample.old))


def _words(lines: list[str]) -> list[str]:
    return [line for line in map(clean, lines) if line]


def test_validators_find_nothing_in_the_redline(sample: Comparison, tmp_path: Path) -> None:
    file = tmp_path / "x.docx"
    file.write_bytes(_bytes(sample))
    assert_clean(file)


def test_a_redline_is_a_word_file_and_nothing_else(tmp_path: Path) -> None:
    with pytest.raises(WritingError, match=r"\.docx"):
        redline_files(tmp_path / "cu.txt", tmp_path / "moi.txt", tmp_path / "x.pdf", author="A")


def test_the_command_writes_nothing_over_an_existing_file(tmp_path: Path) -> None:
    out = tmp_path / "x.docx"
    out.write_bytes(b"cu")
    with pytest.raises(WritingError):
        redline_files(sample_file("quy-che.docx"), sample_file("quy-che.docx"), out, author="A")
    assert out.read_bytes() == b"cu"


def test_two_texts_without_a_difference_give_no_redline(tmp_path: Path) -> None:
    out = tmp_path / "x.docx"
    with pytest.raises(WritingError) as refused:
        redline_files(sample_file("quy-che.docx"), sample_file("quy-che.docx"), out, author="A")
    assert refused.value.code == "QC-W132"
    assert not out.exists()


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        (p("2. Họp giao ban"), p("2. Họp giao ban", run="<w:b/>"), "kiểu chữ"),
        (p("2. Họp giao ban"), p("2. Họp giao ban") + p(""), ""),
        (p("Họp giao ban"), p("Họp giao ban", head='<w:jc w:val="center"/>'), "căn lề"),
        (
            table(row(cell(p("A")), cell(p("B"))), row(cell(p("C")))),
            table(
                row(cell(p("A")), cell(p("B"))), row(cell(p("C"), head='<w:gridSpan w:val="2"/>'))
            ),
            "bảng",
        ),
    ],
)
def test_a_difference_that_cannot_be_tracked_is_named_and_no_redline_is_written(
    old: str, new: str, named: str, tmp_path: Path
) -> None:
    head = p("QUY CHẾ") + p("Điều 1. Lịch") + p("1. Lịch:")
    files = [tmp_path / name for name in ("cu.docx", "moi.docx")]
    for file, rest in zip(files, (old, new), strict=True):
        file.write_bytes(docx(head + rest))
    out = tmp_path / "x.docx"
    with pytest.raises(WritingError) as refused:
        redline_files(*files, out, author="A")
    assert refused.value.code == ("QC-W133" if named else "QC-W132")
    assert named in refused.value.sentence
    assert not out.exists()
