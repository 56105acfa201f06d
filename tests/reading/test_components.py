"""The structure of a text: labels, headings, components, quotations, and an account that adds up."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyche_app.domain.acts import ComponentKind
from quyche_app.domain.flow import act_lines
from quyche_app.domain.identities import running_numbers
from quyche_app.domain.sources import ReadText, Role, SourceParagraph
from quyche_app.domain.texts import clean
from quyche_app.domain.trees import TreeIndex
from quyche_app.domain.units import Paragraph, UnitKind, block_lines, walk
from quyche_app.reading.components import ComponentReader, ReadComponents
from quyche_app.reading.files import read_bytes


def _read(*lines: str) -> ReadText:
    return read_bytes("x.txt", "\n".join(lines).encode())


def _paths(text: ReadText) -> list[str]:
    return [placed.address.path for placed in TreeIndex(text.act)]


def test_clauses_points_and_inserted_labels_are_units() -> None:
    text = _read(
        "Điều 1. Phạm vi",
        "1. Gồm:",
        "a) Một;",
        "đ) Hai;",
        "đ1) Ba;",
        "1a. Thêm.",
        "2. Hết.",
        "Điều 1a. Đối tượng",
        "Mọi người.",
    )
    assert _paths(text) == [
        "d1",
        "d1/k1",
        "d1/k1/đa",
        "d1/k1/đđ",
        "d1/k1/đđ1",
        "d1/k1a",
        "d1/k2",
        "d1a",
    ]


@pytest.mark.parametrize("clause", ["1. Một.", "1- Một.", "1/ Một.", "1) Một.", "1.Một."])
def test_every_form_of_a_clause_number_is_read_and_printed_back(clause: str) -> None:
    text = _read("Điều 1. Tên", clause, clause.replace("1", "2", 1))
    assert _paths(text) == ["d1", "d1/k1", "d1/k2"]
    assert act_lines(text.act)[1] == clause


def test_amounts_and_dates_at_the_start_of_a_paragraph_are_no_clauses() -> None:
    text = _read(
        "Điều 1. Mức chi", "1. Mức chi là:", "2.500.000 đồng một tháng;", "30.4 là ngày nghỉ."
    )
    assert _paths(text) == ["d1", "d1/k1"]


def test_a_chapter_takes_its_name_from_the_next_line_even_when_glued_to_the_number() -> None:
    text = _read(
        "Chương I",
        "QUY ĐỊNH CHUNG",
        "Điều 1. Tên",
        "Lời.",
        "Chương IINHỮNG ĐIỀU KHÁC",
        "Điều 2. Tên hai",
        "Lời hai.",
    )
    chapters = [u for u in text.act.units() if u.kind is UnitKind.CHAPTER]
    assert [(c.label, c.heading) for c in chapters] == [
        ("I", "QUY ĐỊNH CHUNG"),
        ("II", "NHỮNG ĐIỀU KHÁC"),
    ]


@pytest.mark.parametrize(
    ("first", "second", "paths"),
    [
        ("I. QUY ĐỊNH CHUNG", "II. CHẾ ĐỘ HỌP", ["mI", "d1", "mII", "d2"]),
        ("I. Quy định chung", "II. Chế độ họp", ["d1", "d2"]),
        ("II. QUY ĐỊNH CHUNG", "III. CHẾ ĐỘ HỌP", ["d1", "d2"]),
        ("I. QUY ĐỊNH CHUNG", "V. CHẾ ĐỘ HỌP", ["mI", "d1", "d2"]),
        ("Quy định chung", "I. CHẾ ĐỘ HỌP", ["d1", "d2"]),
    ],
    ids=["capitals", "small letters", "not from the first", "a gap", "behind the first article"],
)
def test_roman_numbers_in_capitals_over_articles_are_sections(
    first: str, second: str, paths: list[str]
) -> None:
    text = _read("QUY CHẾ", "họp", first, "Điều 1. Phạm vi", "Mọi người.", second, "Điều 2. Họp")
    assert _paths(text) == paths


def test_a_heading_is_told_from_the_words_of_an_article() -> None:
    text = _read(
        "Điều 1. Phạm vi",
        "Lời văn.",
        "Điều 2. Quyết định này có hiệu lực từ ngày ký.",
        "Điều 3.",
        "Tổ chức thực hiện",
        "1. Văn phòng thi hành.",
        "2. Các phòng phối hợp.",
    )
    headings = [u.heading for u in text.act.units() if u.kind is UnitKind.ARTICLE]
    assert headings == ["Phạm vi", None, "Tổ chức thực hiện"]


def test_the_paragraph_after_the_points_belongs_to_the_clause() -> None:
    text = _read(
        "Điều 1. Họp",
        "1. Họp gồm:",
        "a) Giao ban;",
        "b) Chuyên đề.",
        "Kết luận gửi các phòng.",
        "2. Hết.",
    )
    clause = next(u for u in text.act.units() if u.kind is UnitKind.CLAUSE)
    assert [b.text for b in clause.tail] == ["Kết luận gửi các phòng."]  # type: ignore[union-attr]


def test_a_paragraph_between_two_points_belongs_to_the_first() -> None:
    text = _read("Điều 1. Họp", "1. Họp gồm:", "a) Giao ban;", "Mỗi tuần một lần;", "b) Chuyên đề.")
    point = next(u for u in text.act.units() if u.kind is UnitKind.POINT)
    assert len(point.lead) == 2


def test_decision_regulation_and_appendix_are_components_with_numbers_of_their_own() -> None:
    text = _read(
        "QUYẾT ĐỊNH",
        "ban hành Quy chế làm việc",
        "Điều 1. Ban hành kèm theo Quyết định này Quy chế.",
        "Điều 2. Quyết định này có hiệu lực từ ngày ký.",
        "Nơi nhận:",
        "- Như Điều 2.",
        "QUY CHẾ",
        "LÀM VIỆC",
        "(Ban hành kèm theo Quyết định số 05-QĐ/TU)",
        "Điều 1. Phạm vi",
        "Lời.",
        "Phụ lục 1",
        "DANH MỤC",
        "1. Tài liệu.",
    )
    kinds = [c.kind for c in text.act.components]
    assert kinds == [ComponentKind.BODY, ComponentKind.REGULATION, ComponentKind.APPENDIX]
    assert "qc:d1" in _paths(text)
    assert text.act.main.kind is ComponentKind.REGULATION


def test_articles_inside_a_quotation_are_not_articles_of_the_text() -> None:
    text = _read(
        "Điều 1. Sửa đổi Điều 5 như sau:",
        "“Điều 5. Tên mới",
        "1. Lời mới.",
        "2. Hết.”.",
        "Điều 2. Quyết định này có hiệu lực từ ngày ký.",
    )
    assert _paths(text) == ["d1", "d2"]
    assert sum(1 for e in text.account if e.role is Role.QUOTATION) == 3


def test_a_quotation_that_was_never_closed_ends_before_the_next_order() -> None:
    text = _read(
        "Điều 1. Sửa đổi một số khoản như sau:",
        "1. Sửa đổi khoản 2 Điều 5 như sau:",
        "“2. Lời mới.",
        "2. Bãi bỏ khoản 3 Điều 5.",
        "Điều 2. Hiệu lực",
        "Từ ngày ký.",
    )
    assert _paths(text) == ["d1", "d1/k1", "d1/k2", "d2"]
    assert any(e.doubt and e.doubt.code == "quotation.not_closed" for e in text.account)


def test_number_kind_title_and_dates_are_read_from_head_and_foot() -> None:
    act = _read(
        "TỈNH ỦY MẪU",
        "Số 38-QĐ/TU",
        "Thành phố Mẫu, ngày 05 tháng 7 năm 2018",
        "QUYẾT ĐỊNH",
        "sửa đổi Quy chế làm việc",
        "-----",
        "- Căn cứ Điều lệ Đảng;",
        "Điều 1. Bãi bỏ Điều 2.",
        "Điều 2. Quyết định này có hiệu lực từ ngày ký.",
    ).act
    assert (act.number, act.kind, act.title) == (
        "38-QĐ/TU",
        "Quyết định",
        "sửa đổi Quy chế làm việc",
    )
    assert str(act.issue_date) == str(act.effect_date) == "2018-07-05"


_WORDS = st.sampled_from(
    [
        "Điều 1. Tên",
        "Điều 2.",
        "Chương I",
        "Mục 1",
        "1. Một",
        "2. Hai:",
        "a) A;",
        "đ) Đ",
        "- gạch",
        "“mở",
        "đóng”.",
        "Lời văn thường.",
        "QUY CHẾ",
        "Phụ lục I",
        "Nơi nhận:",
        "I. La Mã",
        "1.1. Chấm",
        "(i) nhỏ",
        "Sửa đổi khoản 1 như sau:",
        "TÊN HOA",
        "12/2018",
    ]
)


@given(st.lists(_WORDS, min_size=1, max_size=40))
def test_any_soup_of_paragraphs_is_read_and_no_paragraph_is_lost(lines: list[str]) -> None:
    text = _read(*lines)
    assert [line.strip() for line in act_lines(text.act)] == [clean(line) for line in lines]
    assert sorted(e.line for e in text.account) == list(range(1, len(lines) + 1))


def test_every_paragraph_of_the_real_texts_has_a_place(shared: Path) -> None:
    """Every text of the corpus; printing the tree gives the file back, typed footnotes and their
    numbers apart. Slow: 200 files."""
    wrong = []
    for file in sorted((shared / "corpus").glob("*/*/*.txt")):
        text = read_bytes(file.name, file.read_bytes())
        roles = {entry.line: entry.role for entry in text.account}
        assert len(roles) == len(text.account) == text.paragraph_count()
        lines = [
            line
            for p in text.source.paragraphs
            if roles[p.number] is not Role.ASIDE
            for line in block_lines(p.block)
        ]
        printed = act_lines(text.act)
        if any(finding.name == "typed_notes" for finding in text.findings):
            lines, printed = (
                [re.sub(r"\[\d+\]|\s", "", line) for line in side] for side in (lines, printed)
            )
        if printed != lines:
            wrong.append(file.parent.name)
        assert all(u.prefix for c in text.act.components for u in walk(c.units))
    assert not wrong


def test_a_day_left_blank_is_not_taken_from_an_act_that_is_cited() -> None:
    head = """\
TỈNH ỦY BẾN MẪU | Bến Mẫu, ngày    tháng    năm 2025
QUY CHẾ
làm việc
Căn cứ Quy định số 24-QĐ/TU ngày 30/7/2021;
Điều 1. Phạm vi
Quy chế này quy định cách làm việc.
"""
    blank = "ngày    tháng    năm 2025"

    def signed(head: str) -> date | None:
        return _read(*head.splitlines()).act.issue_date

    assert signed(head) is None
    assert signed(head.replace(blank, "ngày 02 tháng 5 năm 2025")) == date(2025, 5, 2)
    assert signed(head.replace(f" | Bến Mẫu, {blank}", "")) is None, (
        "an act that is cited has its own day"
    )


def test_a_chapter_with_its_name_in_capitals_on_the_line_is_one_whatever_the_first_letter() -> None:
    text = _read(
        "Chương I ĐIỀU KHOẢN CHUNG",
        "Điều 1. Phạm vi",
        "Chương II ỨNG DỤNG",
        "Điều 2. Văn bản",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH",
        "Nguyễn Văn Mẫu",
    )
    assert [p for p in _paths(text) if p.startswith("c")] == ["cI", "cII"]
    assert len(text.act.components[0].back) == 2


@pytest.mark.parametrize(
    ("labels", "doubt"),
    [
        (("1", "2", "2", "3"), "trùng số: đứng sau một Điều 2 khác"),
        (("1", "22", "3", "4"), "số không theo thứ tự: đứng sau Điều 22"),
        (("1", "3", "2", "4"), "số không theo thứ tự: đứng sau Điều 3"),
        (("1", "3", "4", "2"), "số không theo thứ tự: đứng sau Điều 4"),
    ],
)
def test_an_article_with_a_number_typed_wrong_is_an_article_and_the_doubt_is_told(
    labels: tuple[str, ...], doubt: str
) -> None:
    text = _read(
        *(
            line
            for label in labels
            for line in (
                f"Điều {label}. Việc thứ {label}",
                "1. Họp theo quy chế.",
                "2. Báo cáo kết quả.",
            )
        )
    )
    articles = [u.label for u in text.act.units() if u.kind is UnitKind.ARTICLE]
    assert articles == list(labels)
    assert [str(e.doubt) for e in text.account if e.doubt] == [doubt]


def test_a_clause_or_point_numbered_twice_is_two_and_a_list_inside_one_is_none() -> None:
    text = _read(
        "Điều 1. Họp",
        "1. Gồm:",
        "a) Một;",
        "b) Hai;",
        "b) Ba.",
        "1. Họp thường lệ.",
        "2. Xếp loại như sau:",
        "2. Hoàn thành tốt nhiệm vụ;",
        "3. Hết.",
    )
    assert _paths(text) == [
        "d1",
        "d1/k1",
        "d1/k1/đa",
        "d1/k1/đb",
        "d1/k1/đb",
        "d1/k1",
        "d1/k2",
        "d1/k3",
    ]


@pytest.mark.parametrize("line", ["4. Thực hiện theo quy định tại", "4. Bãi bỏ khoản 3"])
def test_a_line_broken_before_the_article_it_cites_begins_no_article(line: str) -> None:
    text = _read(
        "Điều 1. Họp",
        "Họp hằng tháng.",
        "Điều 2. Báo cáo",
        "1. Một.",
        "2. Hai.",
        "3. Ba.",
        line,
        "Điều 1. Các việc khác do Thường trực quyết định.",
        "Điều 3. Hiệu lực",
        "Từ ngày ký.",
    )
    assert [u.label for u in text.act.units() if u.kind is UnitKind.ARTICLE] == ["1", "2", "3"]


def test_an_article_inserted_before_the_first_begins_no_other_text() -> None:
    text = _read(
        "Điều 1a. Phạm vi",
        "Áp dụng chung.",
        "Điều 1. Họp",
        "Họp hằng tháng.",
        "Điều 2. Hết",
        "Hết.",
    )
    assert [c.kind for c in text.act.components] == [ComponentKind.BODY]
    assert _paths(text) == ["d1a", "d1", "d2"]


def test_the_first_article_out_of_place_begins_no_other_text() -> None:
    text = _read("Điều 2. Hai", "Lời hai.", "Điều 1. Một", "Lời một.", "Điều 3. Ba", "Lời ba.")
    assert [c.kind for c in text.act.components] == [ComponentKind.BODY]
    assert _paths(text) == ["d2", "d1", "d3"]


def test_a_second_list_inside_a_clause_does_not_number_clauses() -> None:
    text = _read(
        "Điều 1. Chương trình",
        "Giai đoạn 2025 - 2027",
        "1. Một.",
        "2. Hai.",
        "3. Ba.",
        "Giai đoạn 2028 - 2030",
        "1. Bốn.",
        "2. Năm.",
        "3. Sáu.",
    )
    assert _paths(text) == ["d1", "d1/k1", "d1/k2", "d1/k3"]


def test_articles_of_an_amending_act_that_a_text_prints_are_no_articles_of_it() -> None:
    text = _read(
        "Điều 1. Họp",
        "Họp hằng tháng.",
        "Điều 2. Báo cáo",
        "Hằng quý.",
        "Điều 3. Hiệu lực",
        "Từ ngày ký.",
        "Điều 2 và Điều 3 Quyết định số 12-QĐ/ĐU quy định như sau:",
        "Điều 2. Hiệu lực thi hành",
        "Quyết định này có hiệu lực từ ngày ký.",
        "Điều 3. Tổ chức thực hiện",
        "Văn phòng thi hành.",
    )
    assert _paths(text) == ["d1", "d2", "d3"]
    assert [e.line for e in text.account if e.doubt] == [8, 10]


def test_an_article_behind_the_last_point_is_one_though_its_number_is_wrong() -> None:
    text = _read(
        "Điều 1. Họp", "1. Gồm:", "a) Một;", "b) Hai;", "Điều 3. Ba", "Lời.", "Điều 2. Hai", "Lời."
    )
    assert [u.label for u in text.act.units() if u.kind is UnitKind.ARTICLE] == ["1", "3", "2"]


@pytest.mark.parametrize(
    ("head", "title", "issuer"),
    [
        (
            "ỦY BAN NHÂN DÂN\nXÃ MẪU\nSố: 5/QĐ-UBND\nQUYẾT ĐỊNH\nVề tiếp dân\nỦY BAN NHÂN DÂN XÃ MẪU\n"
            "Căn cứ Luật Tiếp công dân;",
            "tiếp dân",
            "ỦY BAN NHÂN DÂN XÃ MẪU",
        ),
        (
            "TỈNH MẪU\nSố: 5/QĐ-UBND\nQUYẾT ĐỊNH\nVề tiếp dân\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH MẪU\nCăn cứ",
            "tiếp dân",
            "TỈNH MẪU",
        ),
        (
            "ĐẢNG ỦY XÃ MẪU\nSố 5-QC/ĐU\nQUY CHẾ\nLÀM VIỆC CỦA\nĐẢNG ỦY XÃ MẪU\n- Căn cứ Điều lệ Đảng;",
            "Làm việc của đảng ủy xã mẫu",
            "ĐẢNG ỦY XÃ MẪU",
        ),
        (
            "HUYỆN ỦY MẪU ĐẢNG ỦY XÃ MẪU * Số 5-QC/ĐU\nQUY CHẾ\nlàm việc",
            "làm việc",
            "ĐẢNG ỦY XÃ MẪU",
        ),
        (
            "ĐẢNG ỦY CƠ QUAN TỈNH ỦY MẪU\nSố 5-QC/ĐU\nQUY CHẾ\nlàm việc",
            "làm việc",
            "ĐẢNG ỦY CƠ QUAN TỈNH ỦY MẪU",
        ),
    ],
)
def test_title_and_issuer_are_told_apart(head: str, title: str, issuer: str) -> None:
    act = _read(*head.split("\n"), "Điều 1. Họp", "Họp hằng tháng.").act
    assert (act.title, act.issuer) == (title, issuer)


def test_articles_of_another_act_behind_the_signature_stay_there() -> None:
    text = _read(
        "Điều 1. Họp",
        "Họp hằng tháng.",
        "Điều 2. Báo cáo",
        "Hằng quý.",
        "Điều 3. Hiệu lực",
        "Từ ngày ký.",
        "T/M ĐẢNG ỦY",
        "BÍ THƯ",
        "Điều 2. Hiệu lực thi hành",
        "Quyết định này có hiệu lực từ ngày ký.",
    )
    assert _paths(text) == ["d1", "d2", "d3"]
    assert text.account[-1].role is Role.BACK


def components(*lines: str, aside: tuple[int, ...] = ()) -> ReadComponents:
    paragraphs = tuple(SourceParagraph(n, Paragraph(line)) for n, line in enumerate(lines, 1))
    return ComponentReader(paragraphs, running_numbers(), aside=aside).read()


def kinds(read: ReadComponents) -> list[tuple[str, str]]:
    return [(one.kind.value, one.label) for one in read.components]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["Điều 1. Họp"], [("body", "")]),
        (
            [
                "QUYẾT ĐỊNH",
                "Điều 1. Ban hành",
                "Nơi nhận: Lưu",
                "QUY CHẾ",
                "(Ban hành kèm theo)",
                "Điều 1. Họp",
            ],
            [("body", ""), ("regulation", "")],
        ),
        (
            ["Điều 1. Họp", "Nơi nhận: Lưu", "PHỤ LỤC I", "Danh mục"],
            [("body", ""), ("appendix", "I")],
        ),
        (
            [
                "Điều 1. Ban hành",
                "Nơi nhận: Lưu",
                "PHỤ LỤC",
                "QUY CHẾ LÀM VIỆC",
                "(Kèm theo Quyết định số 5-QĐ/TU)",
                "Điều 1. Họp",
            ],
            [("body", ""), ("regulation", "")],
        ),
        (
            [
                "Điều 1. Ban hành",
                "Nơi nhận: Lưu",
                "PHỤ LỤC",
                "QUY TRÌNH HỌP",
                "(Kèm theo Quyết định số 5-QĐ/TU)",
                "1. Mời họp",
            ],
            [("body", ""), ("appendix", "")],
        ),
        (["Điều 1. Họp", "Nơi nhận: Lưu", "PHỤ LỤC", "Danh mục"], [("body", ""), ("appendix", "")]),
        (
            ["Điều 1. Họp", "Nơi nhận: Lưu", "Phụ lục 2", "Danh mục", "Phụ lục 3", "Mẫu"],
            [("body", ""), ("appendix", "2"), ("appendix", "3")],
        ),
        (["Điều 1. Họp", "Phụ lục 2 được giao cho Văn phòng."], [("body", "")]),
        ([], [("body", "")]),
    ],
    ids=[
        "body",
        "regulation",
        "appendix",
        "a regulation as an annex",
        "an annex without articles",
        "without a label",
        "two appendices",
        "words",
        "nothing",
    ],
)
def test_the_components_of_a_file(lines: list[str], found: list[tuple[str, str]]) -> None:
    read = components(*lines)
    assert kinds(read) == found
    assert [one.place for one in read.placements] == list(range(len(lines)))


def test_paragraphs_put_aside_are_no_part_and_have_a_place() -> None:
    read = components("Điều 1. Họp", "1. A.", "[1] Sửa.", "2. B.", aside=(2,))
    assert [one.role for one in read.placements] == [Role.LABEL, Role.LABEL, Role.ASIDE, Role.LABEL]
    (body,) = read.components
    assert [child.label for child in body.units[0].children] == ["1", "2"]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Nơi nhận: như trên", Role.BACK),
        ("TM. BAN THƯỜNG VỤ", Role.BACK),
        ("T/M BAN THƯỜNG VỤ", Role.BACK),
        ("BÍ THƯ", Role.BACK),
        ("(đã ký)", Role.BACK),
        ("CHÁNH ÁN (đã ký)", Role.BACK),
        ("HIỆU TRƯỞNG (Đã ký, đóng dấu)", Role.BACK),
        ("HIỆU TRƯỞNG", Role.BACK),
        ("Chánh Văn phòng (đã ký)", Role.TEXT),
        ("Bí thư chủ trì.", Role.TEXT),
        ("Người ký nhận.", Role.TEXT),
    ],
)
def test_the_foot_begins_with_a_signature_or_recipients(line: str, role: Role) -> None:
    read = components("QUY CHẾ", "Điều 1. Họp", "1. A.", line, "Lời sau.")
    assert [one.role for one in read.placements[3:]] == [role, role]


def test_the_title_of_a_component_is_its_first_lines() -> None:
    read = components("PHỤ LỤC I", "DANH MỤC", "hồ sơ", "của cơ quan", "năm 2026")
    assert read.components[-1].title == "PHỤ LỤC I DANH MỤC hồ sơ của cơ quan"


def test_new_wording_without_marks_is_told_by_the_order_right_before_it() -> None:
    read = components(
        "QUYẾT ĐỊNH",
        "Điều 1. Sửa đổi, bổ sung một số điều của Quy chế",
        "1. Bãi bỏ khoản 3 Điều 4.",
        "2. Sửa đổi khoản 2 Điều 5 như sau:",
        "2. Văn phòng họp hằng quý.",
        "3. Bãi bỏ Điều 7.",
    )
    assert [one.role for one in read.placements[2:]] == [
        Role.LABEL,
        Role.LABEL,
        Role.QUOTATION,
        Role.LABEL,
    ]
    assert [str(one.doubt.code) for one in read.placements if one.doubt] == [
        "quotation.without_marks"
    ]


def test_a_quotation_closed_before_its_last_article_goes_on_to_the_next_mark() -> None:
    read = components(
        "Điều 1. Bổ sung Điều 191a và Điều 191b như sau:",
        "“Điều 191a. Họp",
        "Họp hằng tháng.”",
        "Điều 191b. Báo cáo",
        "Báo cáo hằng quý.”",
        "Điều 2. Hiệu lực",
        "Từ ngày ký.",
    )
    (body,) = read.components
    assert [unit.label for unit in body.units] == ["1", "2"]
    assert [one.role for one in read.placements[1:5]] == [Role.QUOTATION] * 4
    assert [one.doubt.code for one in read.placements if one.doubt] == ["quotation.closed_early"]


def test_an_inserted_article_behind_what_looked_like_a_signature_goes_on_with_the_text() -> None:
    read = components(
        "Điều 1. Họp",
        "Họp hằng tháng.",
        "Điều 2. Chủ trì",
        "CHÁNH VĂN PHÒNG",
        "Điều 4a. Báo cáo",
        "Báo cáo hằng quý.",
    )
    assert kinds(read) == [("body", "")]
    assert [unit.label for unit in read.components[0].units] == ["1", "2", "4a"]


@pytest.mark.parametrize(
    ("heading", "first", "count"),
    [
        (
            "Điều 2. Thay thế một số cụm từ của Quy chế",
            "1. Thay thế cụm từ “A” bằng “B” tại Điều 3.",
            1,
        ),
        ("Điều 2. Chế độ họp", "1. Họp tháng.", 5),
    ],
)
def test_an_unclosed_quotation_ends_before_the_next_article_with_orders(
    heading: str, first: str, count: int
) -> None:
    read = components(
        "QUYẾT ĐỊNH",
        "Điều 1. Sửa đổi khoản 2 Điều 5 của Quy chế như sau:",
        "“2. Văn phòng họp hằng quý.",
        heading,
        first,
        "2. Bỏ cụm từ “C” tại Điều 4.",
        "3. Bỏ cụm từ D” tại Điều 5.",
    )
    assert [one.role for one in read.placements].count(Role.QUOTATION) == count
