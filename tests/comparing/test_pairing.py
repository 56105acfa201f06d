"""Which provision of the old text is which of the new one, witness by witness."""

from __future__ import annotations

import pytest

from quyche_app.comparing import pairing
from quyche_app.comparing.nodes import Node
from quyche_app.comparing.pairing import Aligner
from quyche_app.domain.units import Unit
from tests.comparing.trees import side
from tests.making import article, chapter, clause, point

_MEET = "Văn phòng chuẩn bị chương trình họp giao ban hằng tuần của cơ quan"
_REPORT = "Trưởng ban báo cáo kết quả công tác trước ngày hai mươi hằng tháng"
_KEEP = "Bộ phận văn thư lưu giữ hồ sơ theo đúng thời hạn quy định chung"
_OTHER = "Kế toán quyết toán kinh phí năm gửi cấp trên xem xét phê duyệt"


def aligned(
    old: tuple[Unit, ...],
    new: tuple[Unit, ...],
    *,
    by_identity: bool = False,
    by_hand: tuple[tuple[str, str], ...] = (),
) -> dict[str, str]:
    """Give the pairs by their paths, an unsure one with a question mark."""
    left, right = side(*old), side(*new)
    aligner = Aligner(list(left.values()), list(right.values()))
    aligner.align(by_identity=by_identity, by_hand=by_hand)
    return {
        path: node.mate.path + ("" if node.sure else "?")
        for path, node in left.items()
        if node.mate is not None
    }


def clauses(*words: str) -> tuple[Unit, ...]:
    return tuple(clause(str(n), each, id=f"u{n}") for n, each in enumerate(words, 1))


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ([_MEET, _REPORT], [_MEET, _REPORT], {"k1": "k1", "k2": "k2"}),
        ([_MEET, _REPORT], [_REPORT, _MEET], {"k1": "k2", "k2": "k1"}),
        ([_MEET, _REPORT], [_KEEP, _MEET, _REPORT], {"k1": "k2", "k2": "k3"}),
        ([_MEET, _REPORT, _KEEP], [_MEET, _KEEP], {"k1": "k1", "k3": "k2"}),
        ([_MEET], [_MEET.replace("tuần", "tháng")], {"k1": "k1"}),
        ([_MEET], [_OTHER], {}),
        ([_MEET, _REPORT, _KEEP], [_MEET, _OTHER, _KEEP], {"k1": "k1", "k3": "k3"}),
        ([], [_MEET], {}),
        ([_MEET], [], {}),
    ],
    ids=[
        "equal",
        "exchanged",
        "one inserted",
        "one removed",
        "a word changed",
        "another one",
        "another one in its place",
        "all new",
        "all gone",
    ],
)
def test_clauses_are_paired_by_their_words(
    old: list[str], new: list[str], pairs: dict[str, str]
) -> None:
    assert aligned(clauses(*old), clauses(*new)) == pairs


def test_a_person_wins_over_everything_else() -> None:
    old, new = clauses(_MEET, _REPORT), clauses(_MEET, _REPORT)
    assert aligned(old, new, by_hand=(("k1", "k2"),)) == {"k1": "k2"}
    assert aligned(old, new, by_hand=(("k1", "k2"), ("k2", "k1"))) == {"k1": "k2", "k2": "k1"}
    assert aligned(old, new, by_hand=(("k9", "k1"), ("k1", "k9"))) == {"k1": "k1", "k2": "k2"}
    assert aligned(old, new, by_hand=(("k1", "k2"), ("k2", "k2")))["k1"] == "k2"


def test_the_same_identity_is_the_same_provision_where_it_is_asked() -> None:
    old, new = (clause("1", _MEET, id="x"),), (clause("1", _OTHER, id="x"),)
    assert aligned(old, new) == {}
    assert aligned(old, new, by_identity=True) == {"k1": "k1"}
    assert aligned(old, (point("a", _OTHER, id="x"),), by_identity=True) == {}


def test_a_parent_is_known_by_its_children_under_another_name() -> None:
    old = (article("1", "Chế độ họp", *clauses(_MEET, _REPORT)),)
    new = (article("4", "Lề lối làm việc chung", *clauses(_MEET, _REPORT)),)
    assert aligned(old, new) == {"d1": "d4", "d1/k1": "d4/k1", "d1/k2": "d4/k2"}


def test_children_of_another_parent_are_found_wherever_they_went() -> None:
    old = (
        article("1", "Chế độ họp", *clauses(_MEET, _KEEP)),
        article("2", "Báo cáo", clause("1", _OTHER)),
    )
    new = (
        article("1", "Chế độ họp", clause("1", _MEET)),
        article("2", "Báo cáo", *clauses(_OTHER, _KEEP)),
    )
    assert aligned(old, new) == {
        "d1": "d1",
        "d1/k1": "d1/k1",
        "d1/k2": "d2/k2",
        "d2": "d2",
        "d2/k1": "d2/k1",
    }


def test_a_repealed_provision_is_paired_by_its_label() -> None:
    old = clauses(_MEET, _REPORT)
    new = (clause("1", _MEET), clause("2", repealed=True))
    assert aligned(old, new) == {"k1": "k1", "k2": "k2"}
    assert aligned(old, (clause("2", repealed=True),)) == {"k2": "k2"}


def test_articles_are_one_list_whatever_chapter() -> None:
    old = (
        chapter("I", article("1", "Họp", clause("1", _MEET))),
        chapter("II", article("2", "Việc")),
    )
    new = (chapter("I", article("1", "Việc"), article("2", "Họp", clause("1", _MEET))),)
    found = aligned(old, new)
    assert (found["d1"], found["d2"], found["d1/k1"]) == ("d2", "d1", "d2/k1")


def test_few_common_words_are_enough_in_one_place_and_are_told_as_unsure() -> None:
    old = clauses(_MEET, "Báo cáo hằng tháng", _KEEP)
    new = clauses(_MEET, "Báo cáo theo yêu cầu", _KEEP)
    assert aligned(old, new) == {"k1": "k1", "k2": "k2?", "k3": "k3"}


def test_a_short_provision_is_not_found_elsewhere_by_chance() -> None:
    old = (
        article("1", "Họp", *clauses(_MEET, "Do Chánh Văn phòng quyết định")),
        article("2", "Việc", clause("1", _KEEP)),
    )
    new = (
        article("1", "Họp", clause("1", _MEET)),
        article("2", "Việc", *clauses(_KEEP, "Do Trưởng ban tổ chức quyết định")),
    )
    assert "d1/k2" not in aligned(old, new)


def test_what_was_split_and_merged_is_told_by_the_whole() -> None:
    whole, parts = clauses(f"{_MEET}. {_REPORT}."), clauses(f"{_MEET}.", f"{_REPORT}.")
    for old, new, is_split in ((whole, parts, True), (parts, whole, False)):
        left, right = side(*old), side(*new)
        aligner = Aligner(list(left.values()), list(right.values()))
        aligner.align(by_identity=False)
        found = aligner.split if is_split else aligner.merged
        assert {w.path: [p.path for p in some] for w, some in found.items()} == {"k1": ["k1", "k2"]}
        assert (aligner.merged if is_split else aligner.split) == {}


def test_long_lists_are_looked_for_by_common_words_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairing, "_ALL_TRIED", 3)
    old = clauses(_MEET, _REPORT, _KEEP, _OTHER)
    new = clauses(
        *(w.replace("hằng", "mỗi").replace("theo", "đúng") for w in (_KEEP, _MEET, _OTHER, _REPORT))
    )
    assert {a: b.rstrip("?") for a, b in aligned(old, new).items()} == {
        "k1": "k2",
        "k2": "k4",
        "k3": "k1",
        "k4": "k3",
    }


def test_equal_lists_pair_in_order_however_many_say_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pairing, "_ALL_TRIED", 3)
    same = tuple(clause(str(n), "Như trên.") for n in range(1, 6))
    assert aligned(same, same) == {f"k{n}": f"k{n}" for n in range(1, 6)}


def test_each_provision_has_one_mate() -> None:
    old = clauses(_MEET, _MEET, _REPORT, _REPORT, _KEEP)
    new = clauses(_REPORT, _MEET, _KEEP, _MEET)
    found = aligned(old, new)
    assert len(set(found.values())) == len(found) == 4
    nodes: list[Node] = list(side(*old).values())
    assert all(node.mate is None for node in nodes)


_FEW = "Chánh Văn phòng ký thừa lệnh giấy mời"


@pytest.mark.parametrize(
    ("words", "is_paired"),
    [
        ("Chánh Văn phòng ký thừa lệnh giấy mời", True),
        ("Chánh Thanh tra ký thừa lệnh giấy mời", True),
        ("Phó Văn phòng ký thừa lệnh giấy mời", False),
        ("Chánh Văn phòng ký thừa lệnh giấy khen", False),
    ],
    ids=["the same", "changed between", "another beginning", "another end"],
)
def test_few_words_elsewhere_are_the_same_when_they_begin_and_end_alike(
    words: str, is_paired: bool
) -> None:
    old = (article("1", _KEEP, clause("1", _FEW, id="a")), article("2", _OTHER))
    new = (article("1", _KEEP), article("2", _OTHER, clause("1", words, id="b")))
    assert ("d1/k1" in aligned(old, new)) is is_paired


def test_provisions_of_two_kinds_are_not_one_however_alike_they_are() -> None:
    edited = _MEET.replace("tuần", "tháng")
    assert aligned((clause("1", _MEET),), (point("a", edited),)) == {}
    assert aligned((point("a", _MEET),), (clause("1", edited),)) == {}


def test_an_article_is_no_chapter_though_its_clauses_stand_there_now() -> None:
    old = (article("1", "Chế độ họp", *clauses(_MEET, _REPORT)),)
    new = (chapter("I", *clauses(_MEET, _REPORT), heading="CHẾ ĐỘ"),)
    assert aligned(old, new) == {"d1/k1": "cI/k1", "d1/k2": "cI/k2"}


def test_words_changed_all_along_a_clause_leave_it_the_same_one() -> None:
    old = "Trưởng ban trình bày báo cáo tại hội nghị thường kỳ"
    new = "Trưởng ban soạn thảo báo cáo cho hội nghị bất thường"
    assert aligned(clauses(_MEET, old, _KEEP), clauses(_MEET, new, _KEEP))["k2"] == "k2"


def test_a_place_where_much_was_rewritten_does_not_hide_the_next() -> None:
    rewritten = (
        "Lái xe bảo quản xe",
        "Bảo vệ trực cổng",
        "Tạp vụ quét dọn",
        "Thủ quỹ giữ tiền",
    )
    others = ("Họp chi bộ", "Mua sách báo", "Nghỉ lễ", "Khen thưởng")
    old = clauses(_MEET, *rewritten, _KEEP, "Báo cáo hằng tháng", _OTHER)
    new = clauses(_MEET, *others, _KEEP, "Báo cáo theo yêu cầu", _OTHER)
    assert aligned(old, new) == {"k1": "k1", "k6": "k6", "k7": "k7?", "k8": "k8"}


def test_few_common_words_are_enough_in_one_place_behind_what_was_inserted() -> None:
    old = clauses(_MEET, "Báo cáo hằng tháng", _KEEP)
    new = clauses(_OTHER, _MEET, "Báo cáo theo yêu cầu", _KEEP)
    assert aligned(old, new) == {"k1": "k2", "k2": "k3?", "k3": "k4"}


def test_an_article_of_a_like_name_that_grew_is_the_same_one() -> None:
    more = tuple(
        clause(str(n), f"{words} và công khai trên trang thông tin điện tử của cơ quan")
        for n, words in enumerate((_REPORT, _KEEP, _OTHER), 2)
    )
    old = (article("1", "Chế độ họp giao ban", clause("1", _MEET)),)
    new = (article("1", "Chế độ họp của cơ quan trong năm", clause("1", _MEET), *more),)
    assert aligned(old, new) == {"d1": "d1", "d1/k1": "d1/k1"}


@pytest.mark.parametrize(
    ("one", "other", "is_paired"),
    [
        ("Văn phòng ghi chép", "Văn thư ghi chép", False),
        ("Văn phòng ghi chép đủ", "Văn thư ghi chép đủ", True),
    ],
    ids=["four words", "five words"],
)
def test_very_few_words_elsewhere_are_alike_by_chance(
    one: str, other: str, is_paired: bool
) -> None:
    old = (article("1", _KEEP, clause("1", one, id="a")), article("2", _OTHER))
    new = (article("1", _KEEP), article("2", _OTHER, clause("1", other, id="b")))
    assert ("d1/k1" in aligned(old, new)) is is_paired
