"""Laws of applying: what is not named stays, twice is refused, order of independent orders is free."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from quyche_app.amending.apply import Accept, consolidate
from quyche_app.amending.read import read_amendments
from quyche_app.domain.flow import act_lines, unit_lines
from quyche_app.domain.operations import State
from quyche_app.domain.trees import TreeIndex
from quyche_app.reading.files import read_bytes
from tests.amending.cases import applied, base

_HEAD = "QUYẾT ĐỊNH\nsửa đổi, bổ sung Quy chế làm việc của Văn phòng mẫu\n"
_ORDERS = (
    "Sửa đổi khoản 2 Điều 1 như sau:\n“2. Văn phòng họp mỗi tuần một lần.”.",
    "Bổ sung điểm đ1 vào sau điểm đ khoản 1 Điều 2 như sau:\n“đ1) Tiếp công dân.”.",
    "Bãi bỏ Điều 3.",
    "Thay thế cụm từ “cấp trên” bằng cụm từ “Bí thư” tại khoản 2 Điều 2.",
)


def _act(orders: tuple[str, ...]) -> str:
    rows = [f"{n}. {order}" for n, order in enumerate(orders, 1)]
    return _HEAD + "Điều 1. Sửa đổi, bổ sung một số điều của Quy chế như sau:\n" + "\n".join(rows)


def test_the_order_of_independent_instructions_does_not_matter() -> None:
    results = {
        "\n".join(act_lines(applied(_act(orders)).act))
        for orders in itertools.permutations(_ORDERS)
    }
    assert len(results) == 1


def test_an_act_about_another_text_changes_nothing_and_is_called_ignored() -> None:
    act = _HEAD.replace("Quy chế làm việc của Văn phòng mẫu", "Thông tư số 28/2024/TT-BCT") + (
        "Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 28/2024/TT-BCT như sau:\n"
        "1. Bãi bỏ khoản 2 Điều 1.\n2. Bãi bỏ Điều 2 của Luật Đầu tư số 61/2020/QH14."
    )
    other = applied(act + "\nĐiều 2. Bãi bỏ khoản 3 Điều 1 của Quy chế.")
    states = [o.state for o in other.outcomes]
    assert states[-1] is State.APPLIED
    assert set(states[:-1]) == {State.IGNORED}


def test_an_order_about_a_statute_is_doubtful_where_the_base_has_none() -> None:
    (about_statute,) = applied(_act(("Bãi bỏ khoản 2 Điều 1 Điều lệ Đảng.",))).outcomes
    (about_base,) = applied(_act(("Bãi bỏ khoản 2 Điều 1 của Quy chế.",))).outcomes
    assert "act.other_base" in [why.code for why in about_statute.reasons]
    assert "act.other_base" not in [why.code for why in about_base.reasons]


def test_applying_an_act_twice_reports_repeals_and_insertions_as_failed_the_second_time() -> None:
    act = _act(_ORDERS)
    once, twice = applied(act), applied(act, act)
    assert act_lines(once.act) == act_lines(twice.act)
    second = twice.outcomes[len(once.outcomes) :]
    failed = [o for o in second if o.state is State.FAILED]
    assert {o.instruction.verb for o in failed} >= {"insert", "repeal", "replace_words"}
    assert all(o.reason for o in failed)


def test_units_keep_their_identity_through_new_wording_and_renumbering() -> None:
    result = applied(_act((_ORDERS[0], "Chuyển khoản 3 Điều 1 thành khoản 3 Điều 2.")))
    before, after = TreeIndex(base()), TreeIndex(result.act)
    paths = {p.address.path: unit_id for unit_id, p in before.by_id.items()}
    assert after.by_id[paths["d1/k2"]].address.path == "d1/k2"
    assert after.by_id[paths["d1/k3"]].address.path == "d2/k3"


def test_inserted_units_have_the_same_identity_whenever_the_record_is_computed_again() -> None:
    first, again = (TreeIndex(applied(_act(_ORDERS)).act) for _ in range(2))
    assert set(first.by_id) == set(again.by_id)
    assert set(first.by_id) - set(TreeIndex(base()).by_id)


def test_an_instruction_with_a_date_of_its_own_takes_effect_on_that_day() -> None:
    act = _act(_ORDERS[:2]) + (
        "\nĐiều 2. Quyết định này có hiệu lực từ ngày 16 tháng 7 năm 2018; riêng khoản 2 Điều 1 "
        "có hiệu lực từ ngày 01 tháng 01 năm 2019."
    )
    stages = applied(act).stages
    assert [s.effect_date for s in stages] == [date(2018, 7, 16), date(2019, 1, 1)]
    early, late = ("\n".join(act_lines(s.act)) for s in stages)
    assert "mỗi tuần một lần" in early
    assert "đ1) Tiếp công dân." not in early
    assert "đ1) Tiếp công dân." in late


def test_acts_are_applied_in_order_of_effect_not_in_the_order_given() -> None:
    def act(number: int, month: int, words: str) -> str:
        return (
            f"Số {number}-QĐ/VP\n{_HEAD}Điều 1. Sửa đổi khoản 2 Điều 1 như sau:\n“2. {words}”.\n"
            f"Điều 2. Quyết định này có hiệu lực từ ngày 01 tháng {month} năm 2020."
        )

    late, early = act(2, 9, "Bản sau."), act(1, 3, "Bản trước.")
    for order in ((late, early), (early, late)):
        (placed,) = [p for p in TreeIndex(applied(*order).act) if p.address.path == "d1/k2"]
        assert unit_lines(placed.unit) == ["2. Bản sau."]


@pytest.mark.parametrize("turned", [False, True])
def test_an_act_that_does_not_tell_its_day_follows_those_before_it_within_the_year_of_its_number(
    turned: bool,
) -> None:
    """ "Luật số 90/2025/QH15" whose date stands on no page: it amends what the act of 2024 wrote."""
    first = (
        f"Số 57/2024/QĐ-VP\n{_HEAD}Ngày 12 tháng 3 năm 2024\n"
        "Điều 1. Sửa đổi, bổ sung một số điều của Quy chế như sau:\n"
        "1. Bổ sung khoản 9 Điều 1 như sau:\n“9. Họp khi cần.”.\n"
        "Điều 2. Quyết định này có hiệu lực từ ngày 01 tháng 4 năm 2024."
    )
    second = (
        f"Số 90/2025/QĐ-VP\n{_HEAD}"
        "Điều 1. Sửa đổi, bổ sung một số điều của Quy chế như sau:\n"
        "1. Sửa đổi khoản 9 Điều 1 như sau:\n“9. Họp theo lịch.”."
    )
    result = applied(*((second, first) if turned else (first, second)))
    assert {o.state for o in result.outcomes} == {State.APPLIED}
    assert "9. Họp theo lịch." in act_lines(result.act)


def test_only_certain_readings_are_applied_when_the_person_asks_so() -> None:
    doubtful = "Bổ sung khoản 7 Điều 1 như sau:\n“7. Lịch họp được thông báo trước.”."
    result = applied(_act((doubtful, _ORDERS[2])), accept=Accept.CONFIDENT)
    assert [o.state for o in result.outcomes] == [State.FAILED, State.APPLIED]
    assert "chưa chắc chắn" in result.outcomes[0].reason


def test_words_that_the_same_act_has_just_written_are_not_touched() -> None:
    orders = (
        "Sửa đổi khoản 2 Điều 1 như sau:\n“2. Tài liệu gửi trước 05 ngày.”.",
        "Thay thế cụm từ “05 ngày” bằng cụm từ “03 ngày” tại Điều 1.",
    )
    lines = act_lines(applied(_act(orders)).act)
    assert "2. Tài liệu gửi trước 05 ngày." in lines
    assert "3. Báo cáo gửi trước 03 ngày, kể từ ngày họp." in lines


def test_every_changed_unit_has_a_footnote_with_place_act_and_day() -> None:
    act = _act(_ORDERS) + "\nĐiều 2. Quyết định này có hiệu lực từ ngày 16 tháng 7 năm 2018."
    notes = {n.path: n.text for n in applied("Số 12-QĐ/VP\n" + act).footnotes}
    assert notes["d1/k2"].startswith(
        "Khoản này được sửa đổi, bổ sung theo quy định tại khoản 1 Điều 1 của Quyết định số 12-QĐ/VP"
    )
    assert notes["d2/k1/đđ1"].startswith("Điểm này được bổ sung theo quy định tại khoản 2 Điều 1")
    assert notes["d3"].startswith("Điều này được bãi bỏ")
    assert "Cụm từ “cấp trên” được thay thế bằng cụm từ “Bí thư”" in notes["d2/k2"]
    assert all(n.endswith("có hiệu lực kể từ ngày 16 tháng 7 năm 2018.") for n in notes.values())


@pytest.mark.parametrize("times", [10])
def test_reading_and_applying_grow_linearly(times: int) -> None:
    """Ten times the instructions give ten times the outcomes: none is lost in a long act."""
    one = len(applied(_act(_ORDERS)).outcomes)
    many = applied(_act(_ORDERS * times)).outcomes
    assert len(many) == one * times


@pytest.mark.parametrize(
    ("closing", "codes"),
    [
        ("thay thế Quyết định số 72/2004/QĐ-UB", ["line.ends_the_base"]),
        ("thay thế Quyết định số 73/2004/QĐ-UB", []),
        ("bãi bỏ Quyết định số 72/2004/QĐ-UB", ["line.ends_the_base"]),
    ],
)
def test_an_act_that_ends_the_base_as_a_whole_says_so(closing: str, codes: list[str]) -> None:
    text = "Số 72/2004/QĐ-UB\nQUYẾT ĐỊNH\nvề chế độ họp\nĐiều 1. Họp\n1. Họp tháng.\n2. Họp quý.\n"
    act = (
        "Số 9/2006/QĐ-UB\nQUYẾT ĐỊNH\nsửa đổi chế độ họp\nNgày 12 tháng 3 năm 2006\n"
        "Điều 1. Bãi bỏ khoản 2 Điều 1.\n"
        f"Điều 2. Quyết định này có hiệu lực từ ngày 15/3/2006 và {closing}.\n"
    )
    reading = read_amendments(read_bytes("act.txt", act.encode()))
    result = consolidate(read_bytes("base.txt", text.encode()).act, [reading])
    assert [one.why.code for one in result.unread if one.lines == (6, 6)] == codes
