"""What files hold beside their words: named wherever a sentence vouches for the words."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import ZipFile

import pytest

from quyche_app.cli.main import run
from quyche_app.domain.beside import Part, dropped
from quyche_app.domain.errors import WritingError
from quyche_app.reading.files import read_file
from quyche_app.services.compare import compare_files
from quyche_app.services.compare_outputs import comparison_bytes
from quyche_app.services.consolidate import consolidate_files
from quyche_app.services.decide import decide_files
from quyche_app.services.export import export
from quyche_app.services.import_file import import_file
from quyche_app.services.outputs import document_of, unsaid_in, write_consolidation
from quyche_app.services.redline import redline_files
from quyche_app.services.workspace import Workspace
from tests.reading.packages import cell, docx, p, row
from tests.services.office_texts import FIRST
from tests.writing.test_docx import assert_clean

_HEAD = (
    p("TỈNH ỦY BẾN MẪU")
    + p("Số 07-QC/TU")
    + p("Bến Mẫu, ngày 10 tháng 01 năm 2016")
    + p("QUY CHẾ")
    + p("làm việc của Văn phòng Tỉnh ủy Bến Mẫu")
    + p("Điều 1. Phạm vi")
    + p("1. Quy chế này quy định.")
    + p("2. Quy chế này áp dụng.")
    + p("Điều 2. Nguyên tắc")
    + p("1. Mỗi việc giao một người.")
    + p("2. Việc gấp được báo cáo trong ngày.")
    + p("Điều 3. Tài liệu")
    + p("1. Tài liệu họp.")
    + p("2. Tài liệu tham khảo.")
)
_TAIL = p("Điều 4. Lưu hồ sơ") + p("1. Hồ sơ được nộp.") + p("2. Người lập chịu trách nhiệm.")


class _NoWindow:
    def open(self, workspace: str | None, **options: object) -> int:
        raise AssertionError("no window here")


def main(words: list[str]) -> int:
    return run(words, _NoWindow())


def _run(inside: str, properties: str = "") -> str:
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr>{inside}</w:r></w:p>"


def _text(words: str) -> str:
    return f"<w:t>{words}</w:t>"


def _note(words: str) -> str:
    return f'<w:footnote w:id="5">{p(words)}</w:footnote>'


def _endnote(words: str) -> str:
    return f'<w:endnote w:id="5">{p(words)}</w:endnote>'


def _formula(words: str) -> str:
    return (
        f"<w:p><m:oMath><m:r><m:t>x</m:t></m:r><m:sSup><m:e>{words}</m:e></m:sSup></m:oMath></w:p>"
    )


def _grid(widths: tuple[int, ...], *rows: str) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return p("3. Bảng:") + f"<w:tbl><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _plain_rows() -> tuple[str, str]:
    return row(cell(p("A")), cell(p("B"))), row(cell(p("C")), cell(p("D")))


@dataclass(frozen=True)
class Case:
    """Two files that differ in one part alone."""

    part: Part
    old: str
    new: str
    old_parts: dict[str, str | bytes] = field(default_factory=dict)
    new_parts: dict[str, str | bytes] = field(default_factory=dict)

    def files(self, folder: Path) -> tuple[Path, Path]:
        paths = folder / "cu.docx", folder / "moi.docx"
        for path, body, parts in zip(
            paths, (self.old, self.new), (self.old_parts, self.new_parts), strict=True
        ):
            path.write_bytes(docx(_HEAD + body + _TAIL, **parts))
        return paths


_REFERENCE = '<w:p><w:r><w:t>3. Có chú.</w:t><w:footnoteReference w:id="5"/></w:r></w:p>'
_END_REFERENCE = _REFERENCE.replace("footnoteReference", "endnoteReference")
_PICTURE = '<w:p><w:r><w:drawing><a:blip r:embed="r_image"/></w:drawing></w:r></w:p>'
_SECTION = '<w:p><w:pPr><w:sectPr><w:headerReference r:id="r_header"/></w:sectPr></w:pPr></w:p>'
_MERGED = (
    row(cell(p("A"), head='<w:vMerge w:val="restart"/>'), cell(p("B"))),
    row(cell(p(""), head="<w:vMerge/>"), cell(p("D"))),
)
_APART = (row(cell(p("A")), cell(p("B"))), row(cell(p("")), cell(p("D"))))

CASES = {
    "footnote": Case(
        Part.NOTES,
        _REFERENCE,
        _REFERENCE,
        {"footnotes": _note("Một.")},
        {"footnotes": _note("Hai.")},
    ),
    "endnote": Case(
        Part.NOTES,
        _END_REFERENCE,
        _END_REFERENCE,
        {"endnotes": _endnote("Một.")},
        {"endnotes": _endnote("Hai.")},
    ),
    "comment": Case(
        Part.COMMENTS, "", "", {"comments": f'<w:comment w:id="1">{p("Sửa.")}</w:comment>'}
    ),
    "picture": Case(
        Part.PICTURES, _PICTURE, _PICTURE, {"image": b"\x89PNG 1"}, {"image": b"\x89PNG 2"}
    ),
    "formula": Case(Part.FORMULAS, _formula("<m:r/>"), _formula("<m:r/><m:r/>")),
    "page head": Case(
        Part.PAGE_HEADS,
        _SECTION,
        _SECTION,
        {"header": p("Tài liệu nội bộ")},
        {"header": p("Tài liệu mật")},
    ),
    "watermark": Case(
        Part.PAGE_HEADS,
        _SECTION,
        _SECTION,
        {
            "header": '<w:p><w:r><w:pict><v:shape><v:textpath string="MẬT"/></v:shape></w:pict></w:r></w:p>'
        },
        {"header": p("")},
    ),
    "hidden": Case(Part.HIDDEN, _run(_text("Chữ ẩn."), "<w:vanish/>"), ""),
    "struck": Case(Part.STRUCK, _run(_text("3. Bỏ."), "<w:strike/>"), p("3. Bỏ.")),
    "tracked": Case(
        Part.TRACKED, "<w:p><w:del><w:r><w:delText>Bỏ.</w:delText></w:r></w:del></w:p>", ""
    ),
    "merged": Case(Part.MERGED_CELLS, _grid((50, 50), *_MERGED), _grid((50, 50), *_APART)),
    "widths": Case(
        Part.COLUMN_WIDTHS, _grid((10, 90), *_plain_rows()), _grid((50, 50), *_plain_rows())
    ),
}
DROPPED = sorted(set(CASES) - {"merged", "widths"})
TOLD = {"page head", "watermark"}  # the layout profile writes heads of pages of its own


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_difference_beside_the_words_is_named_by_a_comparison(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    old, new = case.files(tmp_path)
    comparison = compare_files(old, new)
    assert case.part in [part.part for part in comparison.not_compared]
    assert compare_files(old, old).not_compared == ()
    report = json.loads(comparison_bytes(comparison, comparison.pairs, ".json", ("a", "b")))
    assert case.part.value in [row["part"] for row in report["not_compared"]]
    said = comparison_bytes(comparison, comparison.pairs, ".txt", ("a", "b")).decode()
    assert all(part.words in said for part in comparison.not_compared)
    same = compare_files(old, old)
    assert (
        "phép so không hiện" not in comparison_bytes(same, same.pairs, ".txt", ("a", "b")).decode()
    )
    expected = 0 if name in ("widths", "watermark") else 3
    assert main(["compare", str(old), str(new), "-o", str(tmp_path / "x.json")]) == expected
    assert main(["compare", str(old), str(old), "-o", str(tmp_path / "y.json")]) == 0


@pytest.mark.parametrize("name", DROPPED)
def test_what_a_consolidated_file_has_not_is_named(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    old, _ = case.files(tmp_path)
    act = tmp_path / "qd.txt"
    act.write_text(FIRST, encoding="utf-8")
    result = consolidate_files(old, [act])
    assert case.part in [part.part for part in dropped(result.act, result.source, ".docx")]
    for suffix in (".docx", ".html", ".txt", ".json"):
        assert unsaid_in(document_of(result), [Path(f"x{suffix}")])
    out = tmp_path / "x.docx"
    assert main(["consolidate", str(old), str(act), "-o", str(out)]) == (0 if name in TOLD else 3)


def test_a_plain_file_raises_nothing(tmp_path: Path) -> None:
    field_ = _run(_text("2")).replace("w:p>", "w:fldSimple>")
    number = f"<w:p><w:r>{_text('Trang ')}</w:r>{field_}</w:p>"
    for header in (p(""), number, p("- 2 -")):
        base, act = tmp_path / "cu.docx", tmp_path / "qd.txt"
        base.write_bytes(docx(_HEAD + _SECTION + _TAIL, header=header))
        act.write_text(FIRST, encoding="utf-8")
        out = tmp_path / "x.docx"
        assert main(["consolidate", str(base), str(act), "-o", str(out), "--force"]) == 0
        # What the layout profile writes itself is nothing beside the words either.
        assert {thing.part for thing in read_file(out).beside.things} == {Part.SOURCE_NOTES}


def test_an_act_brings_its_notes_and_tables_and_not_its_page_heads(tmp_path: Path) -> None:
    base, act = tmp_path / "cu.txt", tmp_path / "qd.docx"
    body = "".join(p(line) for line in FIRST.splitlines())
    base.write_text("\n".join(re.findall("<w:t[^>]*>([^<]*)<", _HEAD + _TAIL)), encoding="utf-8")
    act.write_bytes(docx(body + _SECTION, header=p("Tài liệu mật")))
    assert dropped((result := consolidate_files(base, [act])).act, result.source, ".docx") == ()
    act.write_bytes(docx(body + _REFERENCE, footnotes=_note("Chú của quyết định.")))
    result = consolidate_files(base, [act])
    assert [part.part for part in dropped(result.act, result.source, ".docx")] == [Part.NOTES]


def test_a_table_keeps_its_columns_and_merged_cells_in_the_consolidated_file(
    tmp_path: Path,
) -> None:
    base, act = tmp_path / "cu.docx", tmp_path / "qd.txt"
    base.write_bytes(docx(_HEAD + _grid((900, 8100), *_MERGED) + _TAIL))
    act.write_text(FIRST, encoding="utf-8")
    result = consolidate_files(base, [act])
    out = tmp_path / "x.docx"
    write_consolidation(result, out)
    with ZipFile(out) as archive:
        xml = archive.read("word/document.xml").decode()
    widths = [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"', xml)]
    assert widths[1] == pytest.approx(9 * widths[0], rel=0.02)
    assert xml.count("<w:vMerge") == 2
    assert dropped(result.act, result.source, ".docx") == ()
    assert [part.part for part in dropped(result.act, result.source, ".html")] == [
        Part.MERGED_CELLS
    ]
    assert_clean(out)


def test_merged_cells_of_a_table_that_an_act_changed_are_told(tmp_path: Path) -> None:
    base, act = tmp_path / "cu.docx", tmp_path / "qd.txt"
    base.write_bytes(docx(_HEAD + _grid((900, 8100), *_MERGED) + _TAIL))
    act.write_text(
        FIRST.replace(
            "1. Sửa đổi, bổ sung khoản 2 Điều 2 như sau:",
            "1. Thay thế cụm từ “D” bằng cụm từ “E” tại khoản 3 Điều 3.",
        ).replace("“2. Việc gấp được báo cáo trong buổi.”.\n", ""),
        encoding="utf-8",
    )
    result = consolidate_files(base, [act])
    assert " | E" in "\n".join(read_lines(result, tmp_path))
    assert Part.MERGED_CELLS in [part.part for part in dropped(result.act, result.source, ".docx")]


def read_lines(result: object, folder: Path) -> list[str]:
    out = folder / "lines.txt"
    write_consolidation(result, out, force=True)  # type: ignore[arg-type]
    return out.read_text("utf-8").splitlines()


@pytest.mark.parametrize("name", DROPPED)
def test_an_exported_file_names_what_only_the_original_has(
    name: str, small: Workspace, tmp_path: Path
) -> None:
    old, _ = CASES[name].files(tmp_path)
    document = import_file(small, old).document.id
    done = export(small, document, [tmp_path / "x.docx"])
    assert done.verdicts[0].is_true
    assert done.needs_a_person == (name not in TOLD)
    assert len(done.remarks) == 1


@pytest.mark.parametrize("name", DROPPED)
def test_a_redline_names_what_it_does_not_show(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    old, new = case.files(tmp_path)
    out = tmp_path / "x.docx"
    with pytest.raises(WritingError) as refused:
        redline_files(old, new, out, author="A")
    assert refused.value.code == "QC-W133"
    assert "chỉ khác ở" in refused.value.sentence
    assert not out.exists()
    changed = tmp_path / "sua.docx"
    changed.write_bytes(
        docx(_HEAD.replace("trong ngày", "trong giờ") + case.new + _TAIL, **case.new_parts)
    )
    verdict = redline_files(old, changed, out, author="A")
    assert verdict.is_true
    assert verdict.remarks
    expected = 0 if name == "watermark" else 3
    assert main(["redline", str(old), str(changed), "-o", str(out), "--force"]) == expected


def test_a_redline_of_plain_files_has_nothing_to_remark(tmp_path: Path) -> None:
    old, new = tmp_path / "cu.docx", tmp_path / "moi.docx"
    old.write_bytes(docx(_HEAD + _grid((900, 8100), *_MERGED) + _TAIL))
    new.write_bytes(
        docx(_HEAD.replace("trong ngày", "trong giờ") + _grid((900, 8100), *_MERGED) + _TAIL)
    )
    (told,) = redline_files(old, new, tmp_path / "x.docx", author="A").remarks
    assert not told.needs_a_person
    assert all(words in told.sentence for words in ("ô gộp", "độ rộng cột"))
    plain = _grid((50, 50), *_plain_rows())
    for file, words in ((old, "trong ngày"), (new, "trong giờ")):
        file.write_bytes(docx(_HEAD.replace("trong ngày", words) + plain + _TAIL))
    assert redline_files(old, new, tmp_path / "y.docx", author="A").remarks == ()


@pytest.mark.parametrize("name", sorted(set(CASES) - {"widths"}))
def test_a_drafted_decision_names_what_no_order_is_about(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    old, new = case.files(tmp_path)
    with pytest.raises(WritingError) as refused:
        decide_files(old, new)
    assert refused.value.code == "QC-W162"
    new.write_bytes(
        docx(_HEAD.replace("trong ngày", "trong giờ") + case.new + _TAIL, **case.new_parts)
    )
    decision = decide_files(old, new)
    assert case.part in [part.part for part in decision.not_compared]
    assert decision.needs_a_person == (name != "watermark")


def test_three_texts_of_the_same_words_are_not_called_the_same(tmp_path: Path) -> None:
    old, new = CASES["footnote"].files(tmp_path)
    out = tmp_path / "x.json"
    assert main(["compare", str(old), str(new), "--base", str(old), "-o", str(out)]) == 3
    assert [row["part"] for row in json.loads(out.read_text("utf-8"))["not_compared"]] == ["notes"]


def test_words_typed_in_pieces_are_named_where_no_change_is_tracked(tmp_path: Path) -> None:
    import unicodedata

    old, new = tmp_path / "cu.txt", tmp_path / "moi.txt"
    words = "QUY CHẾ\nĐiều 1. Phạm vi\n1. Quy chế này quy định.\n"
    old.write_text(words, encoding="utf-8")
    new.write_text(unicodedata.normalize("NFD", words), encoding="utf-8")
    with pytest.raises(WritingError, match="cách gõ dấu"):
        redline_files(old, new, tmp_path / "x.docx", author="A")


def test_notes_that_say_where_a_wording_comes_from_are_told_apart(tmp_path: Path) -> None:
    """A consolidated file has them of its own; its words are what a comparison with the base is about."""
    base, act, out = tmp_path / "cu.docx", tmp_path / "qd.txt", tmp_path / "x.docx"
    base.write_bytes(docx(_HEAD + _TAIL))
    act.write_text(FIRST, encoding="utf-8")
    assert main(["consolidate", str(base), str(act), "-o", str(out)]) == 0
    comparison = compare_files(base, out)
    assert [part.part for part in comparison.not_compared] == [Part.SOURCE_NOTES]
    assert main(["compare", str(base), str(out), "-o", str(tmp_path / "x.txt")]) == 0
    assert main(["redline", str(base), str(out), "-o", str(tmp_path / "y.docx")]) == 0
    # The next consolidation drops them: a person is told.
    again = tmp_path / "again.docx"
    second = tmp_path / "hai.txt"
    second.write_text(
        FIRST.replace("100-QĐ/TU", "101-QĐ/TU").replace("trong buổi", "trong giờ"), "utf-8"
    )
    assert main(["consolidate", str(out), str(second), "-o", str(again)]) == 3
    result = consolidate_files(out, [second])
    assert Part.SOURCE_NOTES in [part.part for part in dropped(result.act, result.source, ".docx")]


def test_a_row_that_went_is_told_by_its_words_alone(tmp_path: Path) -> None:
    old, new = tmp_path / "cu.docx", tmp_path / "moi.docx"
    old.write_bytes(
        docx(_HEAD + _grid((50, 50), *_MERGED, row(cell(p("E")), cell(p("F")))) + _TAIL)
    )
    new.write_bytes(docx(_HEAD + _grid((50, 50), row(cell(p("A")), cell(p("B")))) + _TAIL))
    assert compare_files(old, new).not_compared == ()
    assert main(["redline", str(old), str(new), "-o", str(tmp_path / "x.docx")]) == 0


@pytest.mark.parametrize(
    ("name", "finding"),
    [
        ("footnote", "footnotes_apart"),
        ("comment", "comments_left_out"),
        ("picture", "opaque_kept"),
        ("formula", "opaque_kept"),
        ("page head", "headers_left_out"),
        ("hidden", "hidden_left_out"),
        ("struck", "struck_read"),
        ("tracked", "tracked_changes"),
    ],
)
def test_an_import_tells_what_is_not_in_the_text(
    name: str, finding: str, small: Workspace, tmp_path: Path
) -> None:
    old, _ = CASES[name].files(tmp_path)
    told = {found.name: found.sentence for found in import_file(small, old).findings}
    assert finding in told
    assert "giữ nguyên" not in told[finding]
