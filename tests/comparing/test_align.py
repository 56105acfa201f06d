"""Comparing two texts provision by provision, in the field's words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document

from quyche_app.comparing.align import compare, component_pairs
from quyche_app.domain.acts import Act, ComponentKind
from quyche_app.domain.comparisons import ChangeKind, Comparison, Layer, Pair
from quyche_app.domain.flow import act_lines, own_head_lines
from quyche_app.domain.texts import is_syllable_border
from quyche_app.domain.trees import TreeIndex
from quyche_app.domain.units import Mark, Paragraph
from quyche_app.reading.files import read_bytes
from quyche_app.services.compare import compare_files, shown_pairs
from tests.making import component

_ARTICLES = tuple(
    f"Điều {n}. {name}\n1. {name} do Chánh Văn phòng quyết định theo điểm a khoản 2 Điều {n}.\n"
    f"2. {name} gồm:\na) Việc chuẩn bị {name.lower()} trước 05 ngày;\nb) Việc báo cáo {name.lower()}."
    for n, name in enumerate(
        ("Chế độ họp", "Chương trình công tác", "Quản lý văn bản", "Tiếp công dân"), 1
    )
)


def _act(*articles: str) -> Act:
    return read_bytes("x.txt", "\n".join(("QUY CHẾ", *articles)).encode()).act


def _by_old(result: Comparison) -> dict[str, Pair]:
    return {p.old[0].path: p for p in result.pairs if p.old and p.slot == "text"}


def _sides(pair: Pair) -> tuple[str, str]:
    old = "".join(c.text for c in pair.changes if c.op != "insert")
    new = "".join(c.text for c in pair.changes if c.op != "delete")
    return old, new


def test_a_text_compared_with_itself_has_no_change() -> None:
    act = _act(*_ARTICLES)
    assert {p.kind for p in compare(act, act).pairs} == {ChangeKind.UNCHANGED}


def test_a_changed_word_is_an_edit_of_its_point_alone_and_marks_whole_syllables() -> None:
    new = [a.replace("chế độ họp trước 05 ngày", "chế độ họp trước 03 ngày") for a in _ARTICLES]
    result = compare(_act(*_ARTICLES), _act(*new))
    changed = [p for p in result.pairs if p.is_changed]
    assert [(p.old[0].path, p.kind) for p in changed] == [("d1/k2/đa", ChangeKind.EDITED)]
    marks = [(c.op, c.text) for c in changed[0].changes if c.op != "equal"]
    assert marks == [("delete", "05"), ("insert", "03")]


def test_renumbering_is_renumbered_not_removed_and_inserted() -> None:
    inserted = "Điều 1. Phạm vi áp dụng\nQuy định này áp dụng cho mọi phòng, ban."
    later = []
    for n, article in enumerate(_ARTICLES, 1):
        later.append(article.replace(f"Điều {n}", f"Điều {n + 1}"))
    result = compare(_act(*_ARTICLES), _act(inserted, *later))
    kinds = {path: p.kind for path, p in _by_old(result).items()}
    assert set(kinds.values()) == {ChangeKind.RENUMBERED}
    new = [p for p in result.pairs if not p.old]
    assert [p.new[0].path for p in new] == ["d1"]
    references = [c for p in result.pairs if p.old for c in p.changes if c.op != "equal"]
    assert {c.layer for c in references} == {Layer.NUMBERING, Layer.REFERENCES}


def test_a_point_that_went_to_another_article_has_moved() -> None:
    moved = "\nc) Việc sao lưu hồ sơ điện tử của cơ quan hằng tuần."
    old = [_ARTICLES[0] + moved, *_ARTICLES[1:]]
    new = [*_ARTICLES[:3], _ARTICLES[3] + moved]
    pair = _by_old(compare(_act(*old), _act(*new)))["d1/k2/đc"]
    assert pair.kind is ChangeKind.MOVED
    assert pair.new[0].path == "d4/k2/đc"


def test_a_clause_cut_in_two_is_a_split_and_the_reverse_is_a_merge() -> None:
    whole = "3. Văn phòng lập sổ theo dõi; cuối quý tổng hợp kết quả, gửi lãnh đạo cơ quan xem xét."
    parts = (
        "3. Văn phòng lập sổ theo dõi.\n4. Cuối quý tổng hợp kết quả, gửi lãnh đạo cơ quan xem xét."
    )
    one, two = _act(_ARTICLES[0] + "\n" + whole), _act(_ARTICLES[0] + "\n" + parts)
    split = next(p for p in compare(one, two).pairs if p.kind is ChangeKind.SPLIT)
    assert [s.path for s in split.new] == ["d1/k3", "d1/k4"]
    merged = next(p for p in compare(two, one).pairs if p.kind is ChangeKind.MERGED)
    assert [s.path for s in merged.old] == ["d1/k3", "d1/k4"]


def test_the_place_of_a_tone_mark_is_orthography_and_a_comma_is_punctuation() -> None:
    old = _act(
        "Điều 1. Ủy quyền\n1. Việc hoà giải ở cơ sở do Ủy ban chủ trì.\n2. Báo cáo, thống kê."
    )
    new = _act(
        "Điều 1. Ủy quyền\n1. Việc hòa giải ở cơ sở do Uỷ ban chủ trì.\n2. Báo cáo; thống kê."
    )
    layers = {
        p.old[0].path: {c.layer for c in p.changes if c.op != "equal"}
        for p in compare(old, new).pairs
        if p.is_changed
    }
    assert layers == {"d1/k1": {Layer.ORTHOGRAPHY}, "d1/k2": {Layer.PUNCTUATION}}


def test_both_sides_can_be_read_off_the_changes_and_no_syllable_is_cut() -> None:
    new = [a.replace("quyết định", "trình lãnh đạo quyết") for a in reversed(_ARTICLES)]
    result = compare(_act(*_ARTICLES), _act(*new))
    lines = {
        side: {u.id: "\n".join(own_head_lines(u)) for u in act.units()}
        for side, act in (("old", result.old), ("new", result.new))
    }
    for pair in result.pairs:
        if pair.slot != "text" or len(pair.old) != 1 or len(pair.new) != 1:
            continue
        old, new_words = _sides(pair)
        assert old == lines["old"][pair.old[0].unit_id]
        assert new_words == lines["new"][pair.new[0].unit_id]
        for one, other in pairwise(pair.changes):
            if one.op == other.op == "equal":
                continue
            joined = one.text + other.text
            marked = {one.op, other.op} != {"delete", "insert"}
            assert not marked or is_syllable_border(joined, len(one.text))


def test_every_provision_of_both_sides_stands_in_exactly_one_pair() -> None:
    old, new = _act(*_ARTICLES), _act(*_ARTICLES[2:], "Điều 9. Điều khoản cuối\nGiữ nguyên.")
    result = compare(old, new)
    texts = [p for p in result.pairs if p.slot == "text"]
    seen_old = [s.unit_id for p in texts for s in p.old]
    seen_new = [s.unit_id for p in texts for s in p.new]
    assert sorted(seen_old) == sorted(u.id for u in old.units())
    assert sorted(seen_new) == sorted(u.id for u in new.units())


def test_states_of_one_record_are_paired_by_identity_whatever_the_words() -> None:
    old, new = _act(_ARTICLES[0]), _act(_ARTICLES[0].replace("Chế độ họp", "Nghỉ phép năm"))
    result = compare(old, new, by_identity=True)
    assert all(len(p.old) == len(p.new) == 1 for p in result.pairs if p.slot == "text")


def test_repeated_short_clauses_stay_in_their_articles() -> None:
    """ "Gồm:" stands in every article; the point that moved must not take its clause along."""
    moved = "c) Việc sao lưu hồ sơ điện tử của cơ quan hằng tuần."
    first = "Điều 1. Họp\n1. Gồm:\na) Chuẩn bị họp;\nb) Báo cáo họp."
    second = "Điều 2. Lưu trữ\n1. Gồm:\na) Nhận văn bản đến;\nb) Lập sổ theo dõi."
    result = compare(_act(f"{first}\n{moved}", second), _act(first, f"{second}\n{moved}"))
    assert {(p.old[0].path, p.new[0].path, p.kind) for p in result.pairs if p.is_changed} == {
        ("d1/k1/đc", "d2/k1/đc", ChangeKind.MOVED)
    }


def test_each_provision_stands_in_one_pair_whatever_was_split_or_merged() -> None:
    kept = "1. Chánh Văn phòng chủ trì họp giao ban vào sáng thứ Hai hằng tuần tại trụ sở cơ quan."
    left_it = (
        "Văn thư sao lưu hồ sơ điện tử hằng ngày, ghi biên bản, niêm phong và nộp vào kho lưu trữ."
    )
    came = "Bảo vệ trực đủ ba ca, khóa cổng sau hai mươi giờ, báo ngay cho công an khi có kẻ lạ."
    old = _act(f"Điều 1. Chế độ giao ban\n{kept}\n2. {left_it}", f"Điều 2. Tuần tra\n1. {came}")
    new = _act(f"Điều 1. Chế độ giao ban\n{kept}\n2. {came}", f"Điều 2. Lưu trữ\n1. {left_it}")
    for left, right in ((old, new), (new, old)):
        pairs = [p for p in compare(left, right).pairs if p.slot == "text"]
        assert sorted(s.path for p in pairs for s in p.old) == sorted(
            n.address.path for n in TreeIndex(left).by_id.values()
        )
        assert sorted(s.path for p in pairs for s in p.new) == sorted(
            n.address.path for n in TreeIndex(right).by_id.values()
        )


def test_thirty_renumbered_articles_are_thirty_renumbered_and_their_clauses_follow() -> None:
    articles = [
        f"Điều {n}. Việc thứ {n} của cơ quan\n1. Phòng số {n} lập sổ theo dõi công việc quý {n}."
        for n in range(1, 31)
    ]
    later = [
        f"Điều {n + 1}. Việc thứ {n} của cơ quan\n1. Phòng số {n} lập sổ theo dõi công việc quý {n}."
        for n in range(1, 31)
    ]
    first = "Điều 1. Phạm vi áp dụng\nQuy chế áp dụng cho mọi phòng, ban."
    counts = compare(_act(*articles), _act(first, *later)).counts()
    assert counts == {"inserted": 1, "renumbered": 60}


def test_the_lighter_article_has_moved_past_the_heavier_ones() -> None:
    light = "Điều 9. Ủy quyền\nChánh Văn phòng được ủy quyền ký."
    old = _act(*_ARTICLES[:1], light.replace("9", "2"), *_renumbered(_ARTICLES[1:], 3))
    new = _act(*_renumbered(_ARTICLES, 1), light.replace("9", "5"))
    moved = {p.old[0].path for p in compare(old, new).pairs if p.kind is ChangeKind.MOVED}
    assert moved == {"d2"}


def _renumbered(articles: tuple[str, ...], first: int) -> list[str]:
    return [re.sub(r"^Điều \d+", f"Điều {n}", article) for n, article in enumerate(articles, first)]


def test_a_pairing_by_hand_wins_over_equal_words() -> None:
    swapped = compare(_act(*_ARTICLES), _act(*_ARTICLES), by_hand=[("d1/k1", "d2/k1")])
    pair = _by_old(swapped)["d1/k1"]
    assert pair.new[0].path == "d2/k1"
    assert pair.sure


def test_a_short_point_of_few_common_words_is_paired_by_its_place_as_a_guess() -> None:
    points = "Điều 1. Họp\n1. Gồm:\na) Chuẩn bị phòng họp;\nb) Trình {};\nc) Ghi biên bản họp."
    pair = _by_old(
        compare(_act(points.format("đề án nhân sự")), _act(points.format("sổ tay nghiệp vụ")))
    )["d1/k1/đb"]
    assert pair.kind is ChangeKind.EDITED
    assert not pair.sure


def test_what_was_inserted_between_the_parts_of_a_split_does_not_hide_it() -> None:
    start, end = (
        "Văn phòng lập sổ theo dõi văn bản đi",
        "cuối quý tổng hợp gửi lãnh đạo cơ quan xem xét",
    )
    one = _act(f"{_ARTICLES[0]}\n3. {start}. {end.capitalize()}.")
    two = _act(
        f"{_ARTICLES[0]}\n3. {start}.\n4. Kế toán quyết toán kinh phí hội nghị hằng năm.\n"
        f"5. {end.capitalize()}."
    )
    split = next(p for p in compare(one, two).pairs if p.kind is ChangeKind.SPLIT)
    assert [s.path for s in split.new] == ["d1/k3", "d1/k5"]


def test_a_repealed_provision_is_paired_with_its_label_and_all_its_words_are_gone() -> None:
    old = _act(*_ARTICLES)
    body = old.components[0]
    article = replace(
        body.units[1],
        children=(
            replace(body.units[1].children[0], lead=(), repealed=True),
            *body.units[1].children[1:],
        ),
    )
    new = replace(old, components=(replace(body, units=(body.units[0], article, *body.units[2:])),))
    pair = _by_old(compare(old, new))["d2/k1"]
    assert pair.new[0].path == "d2/k1"
    assert [c.text for c in pair.changes if c.op == "equal"] == ["1."]


def test_words_typed_in_pieces_differ_in_orthography_alone(tmp_path: Path) -> None:
    words = "Điều 1. Họp\n1. Ban Thường vụ quyết định chế độ họp hằng tháng.\n2. Văn phòng ghi biên bản."
    files = [tmp_path / "cu.txt", tmp_path / "moi.txt"]
    files[0].write_text(f"QUY CHẾ\n{words}", encoding="utf-8")
    pieces = words.split("\n")
    pieces[1] = "1. " + unicodedata.normalize("NFD", pieces[1][3:])
    files[1].write_text("QUY CHẾ\n" + "\n".join(pieces), encoding="utf-8")
    changed = [p for p in compare_files(*files).pairs if p.is_changed]
    assert [p.old[0].path for p in changed] == ["d1/k1"]
    assert {c.layer for c in changed[0].changes if c.op != "equal"} == {Layer.ORTHOGRAPHY}
    assert unicodedata.normalize("NFC", _sides(changed[0])[1]) == _sides(changed[0])[0]


def test_words_in_pieces_are_told_in_utf_16_and_behind_a_tab_of_word(tmp_path: Path) -> None:
    lines = ["Điều 1. Họp", "1. Ban Thường vụ quyết định chế độ họp hằng tháng.", "2. Hết."]
    pieces = [lines[0], unicodedata.normalize("NFD", lines[1]), lines[2]]
    texts = tmp_path / "a.txt", tmp_path / "b.txt"
    for file, some in zip(texts, (lines, pieces), strict=True):
        file.write_text("\n".join(some), encoding="utf-16")
    words = tmp_path / "a.docx", tmp_path / "b.docx"
    for path, some in zip(words, (lines, pieces), strict=True):
        document = Document()
        for line in some:
            document.add_paragraph(line.replace(". ", ".\t", 1))
        document.save(str(path))
    for files in (texts, words):
        changed = [p.old[0].path for p in compare_files(*files).pairs if p.is_changed]
        assert changed == ["d1/k1"]


def test_the_same_words_behind_two_labels_are_told_where_they_were_typed_in_pieces(
    tmp_path: Path,
) -> None:
    words = "Văn phòng lưu hồ sơ họp tại cơ quan."
    lines = ["Điều 1. Lưu hồ sơ", f"1. {words}", "2. Gửi giấy mời.", f"3. {words}"]
    files = tmp_path / "a.txt", tmp_path / "b.txt"
    files[0].write_text("\n".join(lines), encoding="utf-8")
    lines[1] = unicodedata.normalize("NFD", lines[1])
    lines[0] = unicodedata.normalize("NFD", lines[0])
    files[1].write_text("\n".join(lines), encoding="utf-8")
    changed = [p.old[0].path for p in compare_files(*files).pairs if p.is_changed]
    assert changed == ["d1", "d1/k1"]


def _layers(pair: Pair) -> set[Layer]:
    return {c.layer for c in pair.changes if c.op != "equal"}


_CITING = (
    "Điều 1. Họp\n1. {0}\n2. Ghi biên bản cuộc họp và gửi các phòng.",
    "Điều 2. Văn bản\n1. Văn thư vào sổ văn bản đến trong ngày.\n2. Lưu hồ sơ tại kho của cơ quan.",
)


def test_a_citation_that_follows_a_renumbering_is_a_reference_and_another_one_is_substance() -> (
    None
):
    cites = "Theo khoản 2 Điều 2 và Điều 35 Luật Ngân sách nhà nước, Văn phòng gửi tài liệu họp."
    old = _act(_CITING[0].format(cites), _CITING[1])
    new = _act(
        "Điều 1. Phạm vi\nQuy chế này áp dụng cho các phòng.",
        _CITING[0].format(cites.replace("Điều 2", "Điều 3")).replace("Điều 1", "Điều 2"),
        _CITING[1].replace("Điều 2", "Điều 3"),
    )
    follows = _by_old(compare(old, new))["d1/k1"]
    assert follows.kind is ChangeKind.RENUMBERED
    assert _layers(follows) == {Layer.REFERENCES}
    for other in (
        cites.replace("khoản 2", "khoản 1"),
        cites.replace("Điều 2", "Điều 1"),
        cites.replace("Điều 35", "Điều 36"),
        cites.replace("khoản 2", "khoản này"),
    ):
        changed = _by_old(compare(old, _act(_CITING[0].format(other), _CITING[1])))["d1/k1"]
        assert changed.kind is ChangeKind.EDITED
        assert _layers(changed) == {Layer.SUBSTANCE}


def test_a_clause_cited_beside_an_article_is_one_of_the_own_article() -> None:
    cites = "Theo khoản 2 và Điều 2, Văn phòng gửi tài liệu họp cho các đồng chí ủy viên."
    old = _act(_CITING[0].format(cites), _CITING[1])
    new = _act(
        _CITING[0]
        .format(cites.replace("khoản 2", "khoản 3"))
        .replace("2. Ghi", "2. Mời đại biểu theo danh sách đã duyệt.\n3. Ghi"),
        _CITING[1],
    )
    assert _layers(_by_old(compare(old, new))["d1/k1"]) == {Layer.REFERENCES}


def test_words_behind_the_points_may_only_look_otherwise_too() -> None:
    def act(kind: str) -> Act:
        plain = _act("Điều 1. Họp\n1. Gồm:\na) Một;\nb) Hai.\nTài liệu mật gửi riêng.\n2. Hết.")
        body = plain.components[0]
        first, second = body.units[0].children
        tail = (Paragraph("Tài liệu mật gửi riêng.", (Mark(0, 12, kind),)),)
        article = replace(body.units[0], children=(replace(first, tail=tail), second))
        return replace(plain, components=(replace(body, units=(article,)),))

    (pair,) = [p for p in compare(act("b"), act("i")).pairs if p.is_changed]
    assert (pair.slot, _layers(pair)) == ("tail", {Layer.FORMATTING})


def test_this_article_follows_a_clause_that_went_to_another_one() -> None:
    cites = "Theo khoản 2 {}, Văn phòng gửi tài liệu họp cho các đồng chí ủy viên trước ba ngày."
    old = _act(_CITING[0].format(cites.format("Điều này")), _CITING[1])
    new = _act(
        "Điều 1. Họp\n2. Ghi biên bản cuộc họp và gửi các phòng.",
        f"{_CITING[1]}\n3. {cites.format('Điều 1')}",
    )
    pair = _by_old(compare(old, new))["d1/k1"]
    assert pair.kind is ChangeKind.MOVED
    assert Layer.SUBSTANCE not in _layers(pair)


def test_a_text_of_many_equal_provisions_is_equal_to_itself() -> None:
    hollow = _act(*(f"Điều {n}. (được bãi bỏ)" for n in range(1, 81)))
    listed = "Điều 1. Trả lời\n" + "\n".join(
        f"{n}. {'Không.' if n % 2 else 'Có, theo yêu cầu.'}" for n in range(1, 131)
    )
    for act in (hollow, _act(listed)):
        assert compare(act, act).counts() == {}
    changed = compare(_act(listed), _act(listed.replace("\n60. Có, theo", "\n60. Có, không theo")))
    assert [(p.old[0].path, p.kind) for p in changed.pairs if p.is_changed] == [
        ("d1/k60", ChangeKind.EDITED)
    ]


def test_words_behind_the_points_of_merged_clauses_are_all_there() -> None:
    one = (
        "1. Chuẩn bị họp gồm:\na) Tờ trình của cơ quan chủ trì;\nb) Dự thảo nghị quyết.\n"
        "Tài liệu mật gửi riêng."
    )
    two = (
        "2. Sau họp phải có:\na) Biên bản cuộc họp đã ký;\nb) Thông báo kết luận.\n"
        "Chi phí do Văn phòng trả."
    )
    merged = (
        "1. Chuẩn bị họp gồm; sau họp phải có:\na) Tờ trình của cơ quan chủ trì;\nb) Dự thảo nghị quyết;\n"
        "c) Biên bản cuộc họp đã ký;\nd) Thông báo kết luận.\nTài liệu mật gửi riêng."
    )
    old, new = _act(f"Điều 1. Họp\n{one}\n{two}"), _act(f"Điều 1. Họp\n{merged}")
    for left, right in ((old, new), (new, old)):
        result = compare(left, right)
        sides = [_sides(pair) for pair in result.pairs]
        for number, act in enumerate((left, right)):
            said = [line for side in sides for line in side[number].split("\n") if line]
            assert sorted(said) == sorted(act_lines(act))


def test_a_very_long_appendix_is_compared_by_paragraphs_first() -> None:
    rows = [f"Dòng {n} của danh mục tài liệu trình hội nghị" for n in range(4000)]
    old = _act("Điều 1. Họp\nHọp hằng tháng.", "PHỤ LỤC I", *rows)
    ends = f"Mục {rows[0]}", f"{rows[-1]} cuối"
    new = _act("Điều 1. Họp\nHọp hằng tháng.", "PHỤ LỤC I", ends[0], *rows[1:-1], ends[1])
    (pair,) = [p for p in compare(old, new).pairs if p.is_changed]
    assert [c.text.strip() for c in pair.changes if c.op != "equal"] == ["Mục", "cuối"]


def test_words_that_only_look_otherwise_are_formatting_and_leave_the_words_alone() -> None:
    text = "Điều 1. Họp\n1. Họp hằng tháng, gửi tài liệu trước.\n2. Ghi biên bản họp."
    plain = _act(text)
    body = plain.components[0]
    first, second = body.units[0].children

    def with_marks(*marks: Mark) -> Act:
        lead = (Paragraph("Họp hằng tháng, gửi tài liệu trước.", marks),)
        article = replace(body.units[0], children=(replace(first, lead=lead), second))
        return replace(plain, components=(replace(body, units=(article,)),))

    old, new = with_marks(Mark(0, 3, "b")), with_marks(Mark(4, 14, "i"))
    result = compare(old, new)
    (pair,) = [p for p in result.pairs if p.is_changed]
    marked = [c for c in pair.changes if c.op != "equal"]
    assert {c.layer for c in marked} == {Layer.FORMATTING}
    assert [c.text for c in marked if c.op == "insert"] == ["Họp hằng tháng"] or (
        [c.text for c in marked if c.op == "insert"] == ["Họp", "hằng tháng"]
    )
    assert result.layer_counts() == {"formatting": 1}
    assert [p for p in compare(plain, new).pairs if p.is_changed] == []
    hidden = shown_pairs(result, hidden=[Layer.FORMATTING])
    assert {p.kind for p in hidden} == {ChangeKind.UNCHANGED}
    counted = replace(
        new,
        components=(
            replace(
                new.components[0],
                units=(
                    replace(
                        new.components[0].units[0],
                        label="2",
                        prefix="Điều 2. ",
                        children=tuple(
                            replace(child, label=str(n), prefix=f"{n}. ")
                            for n, child in enumerate(new.components[0].units[0].children, 2)
                        ),
                    ),
                ),
            ),
        ),
    )
    moved = _by_old(compare(old, counted))["d1/k1"]
    assert moved.kind is ChangeKind.RENUMBERED
    assert _layers(moved) == {Layer.NUMBERING, Layer.FORMATTING}


def test_a_split_that_kept_its_words_is_no_guess() -> None:
    start = "Văn phòng lập sổ theo dõi văn bản đi và đến"
    end = "cuối quý tổng hợp gửi lãnh đạo cơ quan xem xét"
    old = _act(f"{_ARTICLES[0]}\n3. {start}. {end.capitalize()}.")
    plain = _act(f"{_ARTICLES[0]}\n3. {start}.\n4. {end.capitalize()}.")
    (split,) = [p for p in compare(old, plain).pairs if p.kind is ChangeKind.SPLIT]
    assert split.sure


def test_an_article_that_went_into_another_chapter_has_moved_though_the_order_is_the_same() -> None:
    first, second, third = (a.replace("\n2. ", "\n2. Việc ") for a in _ARTICLES[:3])
    old = _act("Chương I\nCHUNG", first, second, "Chương II\nRIÊNG", third)
    new = _act("Chương I\nCHUNG", first, "Chương II\nRIÊNG", second, third)
    moved = {p.old[0].path for p in compare(old, new).pairs if p.kind is ChangeKind.MOVED}
    assert moved == {"d2"}


_LONG = (
    "Văn phòng chủ trì, phối hợp với các ban tham mưu xây dựng chương trình công tác năm, gửi các Ủy "
    "viên xin ý kiến trước khi trình Ban Thường vụ xem xét, quyết định và theo dõi việc thực hiện"
)


def test_an_article_goes_by_its_name_not_by_one_long_clause_that_came_from_a_removed_one() -> None:
    kept = "Điều {0}. Tiếp nhận và xử lý đơn thư\n{1}. Đơn gửi đến phải ghi sổ trong {3} ngày.\n{2}. {4}."
    gone = (
        f"Điều 1. Xây dựng chương trình\n1. {_LONG}.\n2. Việc gấp do Bí thư giao.\n"
        "3. Hằng quý có sơ kết việc này.\n4. Cuối năm kiểm điểm và tổng kết."
    )
    old = _act(gone, kept.format(2, 1, 2, "hai", "Đơn không ghi tên thì lưu, không xem xét"))
    new = _act(
        kept.format(1, 1, 2, "ba", "Đơn không ghi tên thì chỉ lưu mà không xem xét")
        + f"\n3. {_LONG}."
    )
    pairs = _by_old(compare(old, new))
    assert pairs["d2"].new[0].path == "d1"
    assert pairs["d1"].kind is ChangeKind.REMOVED
    assert pairs["d1/k1"].kind is ChangeKind.MOVED


def test_a_merged_article_is_known_by_what_stands_inside_though_its_name_is_gone() -> None:
    one = "Điều 1. Hồ sơ họp\n1. Hồ sơ gửi trước ba ngày.\n2. Hồ sơ mật gửi riêng từng người."
    name = "Trách nhiệm của các cơ quan, đơn vị và cá nhân có liên quan khi chuẩn bị"
    other = f"Điều 2. {name}\n1. Trang thông tin đăng lịch họp.\n2. Thư ký ghi biên bản."
    merged = f"{one}\n3. Trang thông tin đăng lịch họp.\n4. Thư ký ghi biên bản."
    last = "Điều {}. Hiệu lực\nQuy chế này có hiệu lực từ ngày ký."
    result = compare(_act(one, other, last.format(3)), _act(merged, last.format(2)))
    found = [[s.path for s in p.old] for p in result.pairs if p.kind is ChangeKind.MERGED]
    assert found == [["d1", "d2"]]


def test_where_a_neighbour_went_a_point_that_begins_and_ends_alike_is_the_same_as_a_guess() -> None:
    frame = "Điều 1. Nhiệm vụ\n1. Văn phòng có nhiệm vụ:\na) Tiếp khách đến làm việc;\n{}"
    old = frame.format("b) Mua sắm thiết bị;\nc) Kiểm tra quy trình công tác cán bộ của cơ quan.")
    new = frame.format("b) Kiểm tra mã định danh hồ sơ của cơ quan.")
    pairs = _by_old(compare(_act(old), _act(new)))
    assert pairs["d1/k1/đb"].kind is ChangeKind.REMOVED
    assert pairs["d1/k1/đc"].new[0].path == "d1/k1/đb"
    assert not pairs["d1/k1/đc"].sure


_ISSUED = (
    "QUYẾT ĐỊNH\nban hành Quy chế làm việc\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.\n"
    "Điều 2. Quyết định này có hiệu lực từ ngày ký.\nTM. ỦY BAN NHÂN DÂN\n"
    "QUY CHẾ\nlàm việc của cơ quan\n(Ban hành kèm theo Quyết định số 05/QĐ-UBND)"
)


def test_a_regulation_is_compared_with_itself_though_one_file_has_the_decision_that_issues_it() -> (
    None
):
    articles = (
        "Điều 1. Họp\nHọp giao ban sáng thứ hai hằng tuần.\nĐiều 2. Báo cáo\nBáo cáo hằng tháng."
    )
    both = read_bytes("a.txt", f"{_ISSUED}\n{articles}".encode()).act
    alone = read_bytes("b.txt", f"QUY CHẾ\nlàm việc của cơ quan\n{articles}".encode()).act
    for old, new in ((both, alone), (alone, both)):
        paths = {
            (p.old[0].path, p.new[0].path)
            for p in compare(old, new).pairs
            if p.old and p.new and p.level is not None
        }
        known = {tuple(path.removeprefix("qc:") for path in pair) for pair in paths}
        assert known == {("d1", "d1"), ("d2", "d2")}
        assert any(path.startswith("qc:") for pair in paths for path in pair)


_KINDS = {"b": ComponentKind.BODY, "q": ComponentKind.REGULATION, "p": ComponentKind.APPENDIX}


def _of_parts(parts: str) -> Act:
    """Give an act of components: "b" a body, "q" a regulation, "p1" appendix 1; what a part says
    behind a stroke is its line."""
    made = []
    for part in parts.split():
        name, _, words = part.partition("/")
        label = name[1:]
        front = (Paragraph(words),) if words else ()
        made.append(component(_KINDS[name[0]], front=front, label=label, id=name))
    return Act(components=tuple(made))


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ("b", "b", ["b=b"]),
        ("b q", "b q", ["b=b", "q=q"]),
        ("b p1 p2", "b p2", ["b=b", "p2=p2", "p1="]),
        ("b p1", "b p1 p2", ["b=b", "p1=p1", "=p2"]),
        ("q", "b", ["q=b"]),
        ("b", "q", ["b=q"]),
        ("b p1", "q p1", ["b=q", "p1=p1"]),
        ("b/Một q/Hai", "b/Hai", ["q=b", "b="]),
        ("b/Một q/Hai", "b/Một", ["b=b", "q="]),
        ("b/Hai", "b/Một q/Hai", ["=b", "b=q"]),
        ("b/Một q/Hai", "q/Hai", ["q=q", "b="]),
    ],
)
def test_which_component_is_compared_with_which(old: str, new: str, pairs: list[str]) -> None:
    found = component_pairs(_of_parts(old), _of_parts(new))
    said = [f"{one.id if one else ''}={other.id if other else ''}" for one, other in found]
    assert sorted(said) == sorted(pairs)


def test_head_and_foot_are_pairs_of_their_own() -> None:
    old = Act(components=(component(ComponentKind.BODY, front=(Paragraph("Một."),)),))
    new = Act(components=(component(ComponentKind.BODY, back=(Paragraph("Hai."),)),))
    found = [
        (pair.slot, pair.kind, len(pair.old), len(pair.new)) for pair in compare(old, new).pairs
    ]
    assert found == [("front", ChangeKind.REMOVED, 1, 0), ("back", ChangeKind.INSERTED, 0, 1)]


def test_a_path_by_hand_that_is_not_there_is_passed_over_and_kept() -> None:
    act = _act(*_ARTICLES)
    result = compare(act, act, by_hand=[("d1", "d2"), ("d99", "d1")])
    assert _by_old(result)["d1"].new[0].path == "d2"
    assert result.by_hand == (("d1", "d2"), ("d99", "d1"))


def test_what_came_and_what_went_is_no_guess() -> None:
    one, other = "1. Văn thư lưu bản gốc.", "1. Kế toán quyết toán kinh phí năm."
    pairs = compare(_act(f"Điều 1. Họp\n{one}"), _act(f"Điều 1. Họp\n{other}")).pairs
    lonely = [p for p in pairs if p.kind in (ChangeKind.REMOVED, ChangeKind.INSERTED)]
    assert [(p.kind, p.sure) for p in lonely] == [
        (ChangeKind.REMOVED, True),
        (ChangeKind.INSERTED, True),
    ]
