"""The amending decision that leads from one text to another, in the field's words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quyche_app.domain.acts import Act
from quyche_app.domain.decisions import Decision
from quyche_app.domain.errors import ReadingError, WritingError
from quyche_app.domain.flow import act_lines
from quyche_app.drafting.deciding import writer as decide_module
from quyche_app.reading.files import read_bytes
from quyche_app.services.decide import applied, decide, read_reasons

_HEAD = "TỈNH ỦY MẪU\nSố 05-QC/TU\nQUY CHẾ\nlàm việc của Tỉnh ủy Mẫu"
_LONG = (
    "Văn phòng theo dõi, đôn đốc việc thực hiện các kết luận của Thường trực và báo cáo hằng tuần"
)
_ARTICLES = (
    "Điều 1. Chế độ họp\nTỉnh ủy họp theo quy định sau:\n1. Họp thường lệ ba tháng một lần.\n"
    "2. Tài liệu gửi trước 05 ngày làm việc, gồm:\na) Tờ trình;\nb) Dự thảo;\nc) Báo cáo tiếp thu.\n"
    f"3. {_LONG}.",
    f"Điều 2. Văn bản\n1. Văn thư vào sổ trước 05 ngày làm việc.\n2. {_LONG}, hằng tháng.",
    f"Điều 3. Tiếp dân\n1. Trả lời đơn trước 05 ngày làm việc.\n2. {_LONG}, hằng quý.",
)


def _act(*articles: str) -> Act:
    return read_bytes("x.txt", "\n".join((_HEAD, *articles)).encode()).act


def _decided(*replacements: tuple[str, str], articles: tuple[str, ...] = _ARTICLES) -> Decision:
    new = "\n".join(articles)
    for old, words in replacements:
        assert old in new
        new = new.replace(old, words)
    return decide(_act(*articles), _act(new))


def _orders(decision: Decision) -> list[str]:
    return [item.words for item in decision.items]


def test_a_changed_clause_is_given_whole_and_named_by_article() -> None:
    decision = _decided(("ba tháng một lần", "hai tháng một lần"))
    (order,) = _orders(decision)
    assert order.startswith("Sửa đổi, bổ sung khoản 1 Điều 1 của Quy chế làm việc của Tỉnh ủy Mẫu")
    assert "“1. Họp thường lệ hai tháng một lần.”." in act_lines(decision.act)
    assert decision.is_true


def test_names_and_lead_ins_are_amended_alone() -> None:
    decision = _decided(
        ("Chế độ họp", "Hội nghị"), ("Tỉnh ủy họp theo quy định", "Tỉnh ủy họp như")
    )
    assert _orders(decision) == [
        "Sửa đổi, bổ sung tên điều như sau:",
        "Sửa đổi, bổ sung đoạn mở đầu Điều 1 như sau:",
    ]
    assert any(
        "1. Sửa đổi, bổ sung tên điều và đoạn mở đầu của Điều 1 như sau:" in line
        for line in act_lines(decision.act)
    )
    assert decision.is_true


def test_an_insertion_takes_a_label_in_between_and_says_that_the_new_text_counts_anew() -> None:
    old = (
        _ARTICLES[0]
        .replace("3. Văn phòng", "4. Văn phòng")
        .replace("2. Tài liệu", "2. Họp bất thường khi Ban Thường vụ đề nghị.\n3. Tài liệu")
    )
    decision = decide(_act(*_ARTICLES), _act(old, *_ARTICLES[1:]))
    (order,) = _orders(decision)
    assert order.startswith("Bổ sung khoản 1a vào sau khoản 1 Điều 1 của Quy chế")
    assert {(r.new_path, r.path) for r in decision.relabelled} == {
        ("d1/k2", "d1/k1a"),
        ("d1/k3", "d1/k2"),
        ("d1/k4", "d1/k3"),
    }
    assert [v.is_true for v in decision.provisions] == [False, True, True]


def test_labels_of_a_text_that_is_not_counted_anew_are_kept_as_they_are() -> None:
    decision = _decided(("b) Dự thảo;", "b) Dự thảo;\nb1) Bản tổng hợp ý kiến;"))
    (order,) = _orders(decision)
    assert order.startswith("Bổ sung điểm b1 vào sau điểm b khoản 2 Điều 1")
    assert not decision.relabelled
    assert decision.is_true


def test_what_is_gone_is_repealed_at_the_end_and_keeps_its_label() -> None:
    decision = _decided(
        ("c) Báo cáo tiếp thu.\n", ""), ("1. Văn thư vào sổ", "1. Văn phòng vào sổ")
    )
    assert _orders(decision)[-1].startswith("Bãi bỏ điểm c khoản 2 Điều 1 của Quy chế làm việc")
    assert decision.is_true


def test_one_phrase_in_several_places_is_one_order_on_words() -> None:
    decision = _decided(("05 ngày làm việc", "03 ngày"))
    (order,) = _orders(decision)
    assert order.startswith(
        "Thay cụm từ “05 ngày làm việc” bằng cụm từ “03 ngày” tại "
        "đoạn mở đầu khoản 2 Điều 1, khoản 1 Điều 2 và khoản 1 Điều 3"
    )
    assert decision.is_true


def test_a_phrase_that_stays_somewhere_in_a_clause_is_no_order_on_words_there() -> None:
    twice = tuple(
        a.replace("1. Văn thư vào sổ", "1. Kể từ 05 ngày làm việc, văn thư vào sổ")
        for a in _ARTICLES
    )
    new = "\n".join(twice).replace("trước 05 ngày làm việc", "trước 03 ngày làm việc")
    decision = decide(_act(*twice), _act(new))
    (order,) = _orders(decision)
    assert order.startswith(
        "Thay cụm từ “trước 05 ngày làm việc” bằng cụm từ “trước 03 ngày làm việc”"
    )
    assert decision.is_true


def test_orders_on_one_article_stand_together_in_the_order_of_the_text() -> None:
    decision = _decided(
        ("ba tháng", "hai tháng"),
        ("b) Dự thảo;", "b) Dự thảo, bản so sánh;"),
        ("1. Trả lời đơn", "1. Trả lời mọi đơn"),
    )
    lines = act_lines(decision.act)
    group = lines.index("1. Sửa đổi, bổ sung một số điểm, khoản của Điều 1 như sau:")
    assert lines[group + 1] == "a) Sửa đổi, bổ sung khoản 1 như sau:"
    assert lines[group + 3] == "b) Sửa đổi, bổ sung điểm b khoản 2 như sau:"
    assert lines[group + 5] == "2. Sửa đổi, bổ sung khoản 1 Điều 3 như sau:"
    assert [i.place for i in decision.items] == [
        "Điều 1 khoản 1 điểm a",
        "Điều 1 khoản 1 điểm b",
        "Điều 1 khoản 2",
    ]


def test_a_whole_new_article_is_quoted_with_its_clauses() -> None:
    decision = _decided(
        ("Điều 3. Tiếp dân", "Điều 2a. Lưu trữ\n1. Lưu mười năm.\nĐiều 3. Tiếp dân")
    )
    lines = act_lines(decision.act)
    at = lines.index("“Điều 2a. Lưu trữ")
    assert lines[at - 1].startswith("Điều 1. Bổ sung Điều 2a vào sau Điều 2 của Quy chế")
    assert lines[at + 1] == "1. Lưu mười năm.”."
    assert decision.is_true


def test_a_rewritten_article_is_given_whole() -> None:
    rewritten = "Điều 2. Công văn\n1. Ai soạn thì ký nháy.\n2. Số công văn do văn thư cấp."
    decision = decide(_act(*_ARTICLES), _act(_ARTICLES[0], rewritten, _ARTICLES[2]))
    (order,) = _orders(decision)
    assert order.startswith("Sửa đổi, bổ sung Điều 2 của Quy chế")
    assert decision.is_true


def test_the_verdict_is_false_where_the_decision_says_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The proof does not trust the writer: words that were written wrongly are found."""
    compose = decide_module.compose

    def careless(*args: object) -> object:
        written = compose(*args)  # type: ignore[arg-type]
        body = written.act.components[0]
        first = body.units[0]
        lead = tuple(replace(b, text=b.text.replace("hai tháng", "bốn tháng")) for b in first.lead)  # type: ignore[type-var, union-attr]
        units = (replace(first, lead=lead), *body.units[1:])
        return replace(written, act=replace(written.act, components=(replace(body, units=units),)))

    monkeypatch.setattr(decide_module, "compose", careless)
    decision = _decided(("ba tháng một lần", "hai tháng một lần"))
    assert not decision.is_true
    assert [m.path for m in decision.mismatches] == ["d1"]
    assert not decision.items[0].is_true


def test_two_equal_texts_need_no_decision() -> None:
    with pytest.raises(WritingError, match="không khác nhau"):
        decide(_act(*_ARTICLES), _act(*_ARTICLES))


def test_reasons_go_along_with_the_orders_they_are_about(tmp_path: Path) -> None:
    file = tmp_path / "ly-do.json"
    file.write_text('{"khoản 1 Điều 1": "theo kết luận của cấp trên"}', encoding="utf-8")
    new = "\n".join(_ARTICLES).replace("ba tháng", "hai tháng").replace("Tiếp dân", "Tiếp công dân")
    decision = decide(_act(*_ARTICLES), _act(new), reasons=read_reasons(file))
    assert {i.item.targets[0].address.path: i.item.reason for i in decision.items} == {
        "d1/k1": "theo kết luận của cấp trên",
        "d3": "",
    }
    file.write_text("[1, 2]", encoding="utf-8")
    with pytest.raises(ReadingError, match="bảng lý do"):
        read_reasons(file)


def test_the_state_form_is_another_template() -> None:
    new = "\n".join(_ARTICLES).replace("ba tháng", "hai tháng")
    decision = decide(_act(*_ARTICLES), _act(new), template="nha-nuoc")
    assert any("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in line for line in act_lines(decision.act))
    with pytest.raises(WritingError, match="Không có mẫu quyết định"):
        decide(_act(*_ARTICLES), _act(new), template="xã")


def test_neighbours_that_are_amended_and_inserted_are_one_sentence_with_one_quotation() -> None:
    decision = _decided(
        (
            "1. Họp thường lệ ba tháng một lần.",
            "1. Họp thường lệ hai tháng một lần.\n1a. Họp trực tuyến.",
        ),
    )
    (first, second) = decision.items
    assert first.place == second.place
    assert first.words.startswith(
        "Sửa đổi, bổ sung khoản 1 và bổ sung khoản 1a vào sau khoản 1 Điều 1 của Quy chế"
    )
    lines = act_lines(decision.act)
    at = lines.index("“1. Họp thường lệ hai tháng một lần.")
    assert lines[at + 1] == "1a. Họp trực tuyến.”."
    assert decision.is_true


def test_three_neighbours_are_named_with_their_kind_once() -> None:
    decision = _decided(
        ("a) Tờ trình;", "a) Tờ trình, hồ sơ;"),
        ("b) Dự thảo;", "b) Bản thảo;"),
        ("c) Báo cáo tiếp thu.", "c) Báo cáo giải trình."),
    )
    assert _orders(decision)[0].startswith("Sửa đổi, bổ sung các điểm a, b và c khoản 2 Điều 1")
    assert decision.is_true


def test_a_short_phrase_takes_along_what_all_places_have_around_it() -> None:
    articles = tuple(
        a.replace("trước 05 ngày làm việc", "theo ý kiến của Ban Thường vụ") for a in _ARTICLES
    )
    new = "\n".join(articles).replace("ý kiến của Ban", "ý kiến tại Ban")
    (order,) = _orders(decide(_act(*articles), _act(new)))
    assert order.startswith(
        "Thay cụm từ “theo ý kiến của Ban Thường vụ” bằng cụm từ "
        "“theo ý kiến tại Ban Thường vụ” tại"
    )


def test_what_differs_in_typing_alone_is_not_amended_when_asked() -> None:
    new = (
        "\n".join(_ARTICLES).replace("Tỉnh ủy họp", "Tỉnh uỷ họp").replace("ba tháng", "hai tháng")
    )
    plain = decide(_act(*_ARTICLES), _act(new))
    assert len(plain.items) == 2
    decision = decide(_act(*_ARTICLES), _act(new), skips_typing=True)
    assert [i.item.targets[0].address.path for i in decision.items] == ["d1/k1"]
    assert decision.only_typed == ("d1",)
    assert decision.is_true
    assert [v.is_true for v in decision.provisions] == [False, True, True]


def test_a_text_without_a_head_is_called_what_it_calls_itself() -> None:
    old = "Điều 1. Phạm vi\n1. Quy định này áp dụng cho chi bộ.\n2. Quy định này có hiệu lực ngay."
    acts = [
        read_bytes("x.txt", text.encode()).act for text in (old, old.replace("chi bộ", "đảng bộ"))
    ]
    (order,) = _orders(decide(*acts))
    assert order == "Sửa đổi, bổ sung khoản 1 Điều 1 của Quy định như sau:"


def test_an_article_that_only_changed_its_chapter_is_said_to_be_left_out() -> None:
    old = _act("Chương I\nCHUNG", *_ARTICLES[:2], "Chương II\nRIÊNG", _ARTICLES[2])
    moved = ("Chương I\nCHUNG", _ARTICLES[0], "Chương II\nRIÊNG", *_ARTICLES[1:])
    with pytest.raises(WritingError, match="Điều 2 chuyển sang Chương II"):
        decide(old, _act(*moved))
    decision = decide(old, _act(*(a.replace("ba tháng", "hai tháng") for a in moved)))
    assert not decision.is_true
    assert [m.path for m in decision.mismatches] == ["cI", "cII"]
    assert all(
        verdict.is_true for verdict in decision.provisions
    )  # their words are as they should be


def test_an_appendix_of_which_there_are_two_is_left_out_and_the_verdict_knows() -> None:
    text = "\n".join(
        (_ARTICLES[0], "PHỤ LỤC", "Danh mục một", "PHỤ LỤC", "Danh mục hai", "Dòng cũ")
    )
    new = text.replace("Dòng cũ", "Dòng mới").replace("ba tháng", "hai tháng")
    decision = decide(_act(text), _act(new))
    assert [one.words for one in decision.left_out] == ["Phụ lục"]
    assert not decision.gives_new
    assert not decision.is_true


def test_a_new_article_of_a_chapter_that_lost_all_others_stands_in_that_chapter() -> None:
    one, other, third = _ARTICLES
    old = _act("Chương I\nMỘT", one, "Chương II\nHAI", other, "Chương III\nBA", third)
    inserted = f"Điều 1a. Thi đua\n1. {_LONG}, khen thưởng đột xuất tập thể xuất sắc.\n2. Họp xét hằng quý."
    new = _act("Chương I\nMỘT", one, "Chương II\nHAI", inserted, "Chương III\nBA", third)
    decision = decide(old, new)
    chapters = {
        unit.label: [child.label for child in unit.children if not child.repealed]
        for unit in applied(old, decision.act).act.components[0].units
    }
    assert chapters == {"I": ["1"], "II": ["1a"], "III": ["3"]}
    assert decision.is_true


def test_orders_on_the_same_words_of_decision_and_regulation_are_apart() -> None:
    body = (
        "TỈNH ỦY MẪU\nSố 05-QĐ/TU\nQUYẾT ĐỊNH\nban hành Quy chế làm việc của Tỉnh ủy Mẫu\n"
        "Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.\n"
        "Điều 2. Thường trực Văn phòng Tỉnh ủy theo dõi việc thực hiện trong cả năm và báo cáo.\n"
        "Điều 3. Thường trực Văn phòng Tỉnh ủy chịu trách nhiệm thi hành từ ngày ký.\nT/M TỈNH ỦY\n"
        "QUY CHẾ\nLÀM VIỆC\n(Ban hành kèm theo Quyết định số 05-QĐ/TU)\n"
        "Điều 1. Họp\n1. Thường trực Văn phòng Tỉnh ủy chuẩn bị tài liệu họp cho các đồng chí.\n"
        "Điều 2. Lưu\n1. Thường trực Văn phòng Tỉnh ủy lưu hồ sơ của các cuộc họp đã qua.\n"
    )
    old, new = (
        read_bytes("x.txt", text.encode()).act
        for text in (
            body,
            body.replace("Thường trực Văn phòng Tỉnh ủy", "Ban Thường vụ Tỉnh ủy Mẫu"),
        )
    )
    decision = decide(old, new)
    assert decision.is_true


def test_what_stands_outside_the_articles_is_said_to_be_left_out() -> None:
    new = read_bytes("x.txt", "\n".join((_HEAD.replace("MẪU", "KHÁC"), *_ARTICLES)).encode()).act
    with pytest.raises(WritingError, match="chỉ khác ở phần đầu"):
        decide(_act(*_ARTICLES), new)


_ISSUING = (
    "QUYẾT ĐỊNH\nBan hành Quy chế quản lý tài sản\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế.\n"
    "Điều 2. Quyết định này có hiệu lực từ ngày 01 tháng 7 năm 2021.\nĐiều 3. Văn phòng thi hành.\n"
    "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nQUY CHẾ\nQuản lý tài sản\n(Ban hành kèm theo Quyết định số "
    "15/2021/QĐ-UBND)\nĐiều 1. Phạm vi\n1. Tài sản công.\n2. Đất đai.\nĐiều 2. Đối tượng\n1. Sở, ngành.\n"
    "2. Xã, phường."
)


def test_an_article_of_the_decision_is_not_taken_for_one_of_what_it_issues() -> None:
    old, new = (
        read_bytes("x.txt", f"Số: 15/2021/QĐ-UBND\n{text}".encode()).act
        for text in (
            _ISSUING,
            _ISSUING.replace("tháng 7", "tháng 8").replace("Đất đai", "Nhà, đất"),
        )
    )
    decision = decide(old, new)
    assert decision.is_true
    orders = _orders(decision)
    assert orders[0].startswith("Sửa đổi, bổ sung Điều 2 của Quyết định số 15/2021/QĐ-UBND như sau")
    assert "khoản 2 Điều 1 của Quy chế" in orders[1]


def test_a_quotation_in_the_name_of_a_text_is_not_taken_for_new_wording() -> None:
    head = "ỦY BAN NHÂN DÂN\nSố 05/2020/QĐ-UBND\nQUY CHẾ\nXét tặng danh hiệu “Công dân ưu tú”"
    old, new = (
        read_bytes("x.txt", "\n".join((head, text)).encode()).act
        for text in (_ARTICLES[1], _ARTICLES[1].replace("Văn thư", "Văn phòng"))
    )
    assert decide(old, new).is_true


def test_a_removed_appendix_is_repealed_with_what_it_numbers() -> None:
    appendix = "Phụ lục II\nMẪU BIÊN BẢN\n1. Thời gian.\n2. Thành phần."
    decision = decide(_act(*_ARTICLES, "TM. TỈNH ỦY", appendix), _act(*_ARTICLES, "TM. TỈNH ỦY"))
    assert [o.startswith("Bãi bỏ Phụ lục II") for o in _orders(decision)] == [True]
    assert decision.is_true


def test_signs_that_hang_on_a_phrase_go_along() -> None:
    articles = tuple(
        a.replace("05 ngày làm việc", "hạn của Ban (A+B)*[1] quy định") for a in _ARTICLES
    )
    new = "\n".join(articles).replace("(A+B)*[1]", "(C|D)?$")
    (order,) = _orders(decide(_act(*articles), _act(new)))
    assert "(A+B)*[1]” bằng" in order or "(A+B)*[1] quy định” bằng" in order


def test_how_the_label_of_an_article_is_printed_is_layout_and_no_order_says_it() -> None:
    old = "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1\nPhạm vi\n1. Họp hằng tháng.\nĐiều 2. Hiệu lực\nTừ ngày ký."
    new = (
        "Chương I. QUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Họp hằng quý.\nĐiều 2: Hiệu lực\nTừ ngày ký."
    )
    decision = decide(_act(old), _act(new))
    (order,) = _orders(decision)
    assert order.startswith("Sửa đổi, bổ sung khoản 1 Điều 1")
    assert decision.is_true
    assert all(verdict.is_true for verdict in decision.provisions)


def test_another_head_is_told_and_asks_for_nobody() -> None:
    old, new = (_act("Điều 1. Họp\n1. Họp hằng tháng."), _act("Điều 1. Họp\n1. Họp hằng quý."))
    new = replace(new, components=(replace(new.components[0], front=()),))
    decision = decide(old, new)
    assert [one.words for one in decision.left_out] == ["phần đầu"]
    assert not decision.needs_a_person


def test_numbers_of_footnotes_in_the_new_text_are_no_words_of_it() -> None:
    old = "Điều 1. Họp\n1. Họp hằng tháng.\n2. Ghi biên bản."
    new = (
        "Điều 1. Họp\n1.[1] Họp hằng quý.\n2. [2] (được bãi bỏ)\n[1] Khoản này được sửa đổi, bổ sung theo "
        "quy định tại Điều 1 của Quyết định số 9-QĐ/TU.\n[2] Khoản này được bãi bỏ theo quy định tại Điều 2 "
        "của Quyết định số 9-QĐ/TU."
    )
    decision = decide(_act(old), _act(new))
    assert decision.is_true
    assert not any("[" in line for line in act_lines(decision.act))
    assert any(order.startswith("Bãi bỏ khoản 2 Điều 1") for order in _orders(decision))


def test_a_number_typed_twice_in_the_new_text_is_said_and_somebody_must_look() -> None:
    decision = _decided(("Điều 3. Tiếp dân", "Điều 2. Tiếp dân"), ("ba tháng", "hai tháng"))
    assert [str(slip) for slip in decision.slips] == ["bản mới: Điều 2 có hai lần"]
    assert decision.needs_a_person


def test_an_article_printed_twice_is_not_ordered_twice() -> None:
    new = (*_ARTICLES[:2], _ARTICLES[1], _ARTICLES[2].replace("05", "07"))
    decision = decide(_act(*_ARTICLES), _act(*new))
    assert [order.partition(" của")[0] for order in _orders(decision)] == [
        "Sửa đổi, bổ sung khoản 1 Điều 3"
    ]
    assert [one.words for one in decision.left_out] == ["Điều 2"]
    assert [(v.new_path, v.is_true) for v in decision.provisions] == [
        ("d1", True),
        ("d2", True),
        ("d2", False),
        ("d3", True),
    ]
    assert not decision.gives_new


def _named(*head: str) -> str:
    """What the decision calls a text with this head."""
    old, new = (
        read_bytes("x.txt", "\n".join((*head, *articles)).encode()).act
        for articles in (_ARTICLES, (_ARTICLES[0].replace("ba tháng", "hai tháng"), *_ARTICLES[1:]))
    )
    return decide(old, new).act.title.removeprefix("sửa đổi, bổ sung ")


def test_a_name_in_capitals_is_written_as_a_sentence_has_it() -> None:
    head = ("TỈNH ỦY MẪU", "Số 05-QC/TU", "QUY CHẾ LÀM VIỆC", "của Tỉnh ủy Mẫu khóa XII")
    assert _named(*head) == "Quy chế làm việc của Tỉnh ủy Mẫu khóa XII số 05-QC/TU của Tỉnh ủy Mẫu"


def test_a_name_all_in_capitals_gets_those_of_the_text_itself() -> None:
    body = "Điều 1. Họp\nĐại biểu dự họp do Ban Thường vụ Tỉnh ủy Mẫu mời.\nĐiều 2. Báo cáo\nHằng tháng."
    new = body.replace("Hằng tháng", "Hằng quý")
    head = "Số 05-QC/TU\nQUY CHẾ\nTIẾP KHÁCH CỦA BAN THƯỜNG VỤ TỈNH ỦY MẪU\n"
    old, later = (read_bytes("x.txt", (head + text).encode()).act for text in (body, new))
    assert decide(old, later).act.title.startswith(
        "sửa đổi, bổ sung Quy chế tiếp khách của Ban Thường vụ Tỉnh ủy Mẫu số 05-QC/TU"
    )


@pytest.mark.parametrize(
    ("number", "own"),
    [
        ("Số 05-QC/TU", "Số …-QĐ/TU"),
        ("Số: 25/QĐ-UBND", "Số: …/QĐ-UBND"),
        ("Số: 315/2025/NĐ-CP", "Số: …/QĐ-CP"),
    ],
)
def test_the_decision_takes_the_symbol_of_the_body_from_the_old_number(
    number: str, own: str
) -> None:
    head = f"TỈNH ỦY MẪU\n{number}\nQUY CHẾ\nlàm việc\n"
    old, new = (
        read_bytes("x.txt", (head + "\n".join(articles)).encode()).act
        for articles in (_ARTICLES, (_ARTICLES[0].replace("ba tháng", "hai tháng"), *_ARTICLES[1:]))
    )
    assert any(line.startswith(f"{own} ") for line in act_lines(decide(old, new).act))


def test_what_issues_a_regulation_is_named_once() -> None:
    text = (
        "ỦY BAN NHÂN DÂN XÃ MẪU\nSố: 25/QĐ-UBND\nMẫu, ngày 05 tháng 8 năm 2025\nQUYẾT ĐỊNH\n"
        "Ban hành Quy chế làm việc\nỦY BAN NHÂN DÂN XÃ MẪU\nCăn cứ Luật Tổ chức chính quyền địa phương;\n"
        "QUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.\n"
        "Điều 2. Quyết định này có hiệu lực từ ngày ký.\nTM. ỦY BAN NHÂN DÂN\nQUY CHẾ\n"
        "Làm việc của Ủy ban nhân dân xã Mẫu\n(Kèm theo Quyết định số 25/QĐ-UBND ngày 05/8/2025)\n"
    )
    body = "Điều 1. Họp\nỦy ban nhân dân họp hằng tháng.\nĐiều 2. Báo cáo\nVăn phòng báo cáo hằng tuần."
    old, new = (
        read_bytes("x.txt", (text + words).encode()).act
        for words in (body, body.replace("hằng tháng", "hằng quý"))
    )
    assert old.title == "Ban hành Quy chế làm việc"
    assert decide(old, new).act.title.endswith(
        "Quy chế làm việc của Ủy ban nhân dân xã Mẫu ban hành kèm theo Quyết định số 25/QĐ-UBND "
        "ngày 05/8/2025 của Ủy ban nhân dân xã Mẫu"
    )


@pytest.mark.parametrize("alone_is_new", [True, False])
def test_the_decision_that_issues_a_regulation_may_be_missing_on_one_side(
    alone_is_new: bool,
) -> None:
    issued = (
        "ỦY BAN NHÂN DÂN XÃ MẪU\nSố: 25/QĐ-UBND\nQUYẾT ĐỊNH\nBan hành Quy chế làm việc\n"
        "Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.\n"
        "Điều 2. Quyết định này có hiệu lực từ ngày ký.\nTM. ỦY BAN NHÂN DÂN\n"
    )
    head = "QUY CHẾ\nlàm việc của Ủy ban nhân dân xã Mẫu\n(Kèm theo Quyết định số 25/QĐ-UBND)\n"
    body = "\n".join(_ARTICLES)
    later = body.replace("ba tháng", "hai tháng")
    texts = (
        (issued + head + body, head + later)
        if alone_is_new
        else (head + body, issued + head + later)
    )
    decision = decide(*(read_bytes("x.txt", text.encode()).act for text in texts))
    assert [order.partition(" của")[0] for order in _orders(decision)] == [
        "Sửa đổi, bổ sung khoản 1 Điều 1"
    ]
    assert decision.is_true


def test_two_articles_that_changed_places_are_given_another_wording_each() -> None:
    one, two = (article.partition(". ")[2] for article in _ARTICLES[:2])
    decision = decide(_act(*_ARTICLES), _act(f"Điều 1. {two}", f"Điều 2. {one}", _ARTICLES[2]))
    assert _orders(decision) == [
        "Sửa đổi, bổ sung Điều 1 như sau:",
        "Sửa đổi, bổ sung Điều 2 như sau:",
    ]
    assert decision.gives_new


def test_a_reason_is_about_the_issued_article_and_else_about_the_new_one() -> None:
    new = (
        _ARTICLES[0],
        "Điều 2. Lưu trữ\nHồ sơ lưu mười năm.",
        _ARTICLES[1].replace("Điều 2", "Điều 3").replace("05", "07"),
        _ARTICLES[2].replace("Điều 3", "Điều 4"),
    )
    decision = decide(_act(*_ARTICLES), _act(*new), reasons={"d2": "theo luật mới"})
    assert [(i.item.targets[0].address.path, i.item.reason) for i in decision.items] == [
        ("d1a", ""),
        ("d2/k1", "theo luật mới"),
    ]
    decision = decide(
        _act(*_ARTICLES),
        _act(*new[:2], _ARTICLES[1].replace("Điều 2", "Điều 3"), new[3]),
        reasons={"d2": "chưa có quy định"},
    )
    assert [i.item.reason for i in decision.items] == ["chưa có quy định"]


def test_a_text_without_any_provision_is_no_new_text() -> None:
    with pytest.raises(WritingError) as refused:
        decide(
            _act(*_ARTICLES), read_bytes("x.txt", "Kính gửi: các phòng\nXin mời họp.".encode()).act
        )
    assert refused.value.code == "QC-W163"


def test_a_regulation_without_a_number_in_the_head_is_named_by_what_it_says_of_the_decision() -> (
    None
):
    text = (
        "QUYẾT ĐỊNH\nBan hành Quy chế lưu trữ\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế lưu trữ.\n"
        "Điều 2. Quyết định này có hiệu lực từ ngày ký.\nTM. ỦY BAN NHÂN DÂN\nQUY CHẾ LƯU TRỮ\n"
        "(Kèm theo Quyết định số 25/QĐ-UBND ngày 05/8/2025 của Ủy ban nhân dân xã Mẫu)\n"
        "Điều 1. Lưu hồ sơ\n1. Lưu mười năm.\n2. Nộp lưu hằng năm.\nĐiều 2. Hiệu lực\nTừ ngày ký."
    )
    old, new = (
        read_bytes("x.txt", words.encode()).act
        for words in (text, text.replace("mười", "hai mươi"))
    )
    decision = decide(old, new)
    assert decision.gives_new
    assert decision.act.title.endswith(
        "Quy chế lưu trữ ban hành kèm theo Quyết định số 25/QĐ-UBND ngày 05/8/2025 của Ủy ban nhân dân xã Mẫu"
    )


def test_two_reasons_of_one_provision_are_both_kept(tmp_path: Path) -> None:
    file = tmp_path / "ly-do.json"
    file.write_text('{"d1/k1": "luật mới", "khoản 1 Điều 1": "Kết luận số 9"}', encoding="utf-8")
    assert read_reasons(file) == {"d1/k1": "luật mới; Kết luận số 9"}


def test_an_article_that_left_all_chapters_is_said_to_be_left_out() -> None:
    heads = "Chương I\nQUY ĐỊNH CHUNG", "Chương II\nCHẾ ĐỘ HỌP"
    old = _act(heads[0], _ARTICLES[0], _ARTICLES[1], heads[1], _ARTICLES[2])
    new = _act(
        _ARTICLES[0].replace("ba tháng", "hai tháng"),
        heads[0],
        _ARTICLES[1],
        heads[1],
        _ARTICLES[2],
    )
    decision = decide(old, new)
    assert [one.words for one in decision.left_out] == ["Điều 1 ra khỏi Chương I"]
    assert not decision.is_true
