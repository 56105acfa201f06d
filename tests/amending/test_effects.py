"""Days of effect as read from an act: never the day of signing in place of a day that is not sure."""

from __future__ import annotations

from datetime import date

import pytest

from quyche_app.amending.effects import with_effects
from quyche_app.amending.read import read_amendments
from quyche_app.domain.operations import ReadAmendments
from quyche_app.reading.files import read_bytes
from tests.amending.cases import applied

_SIGNED = date(2026, 3, 5)
_ORDERS = (
    "1. Sửa đổi khoản 2 Điều 1 như sau:\n“2. Văn phòng họp mỗi tuần một lần.”.\n2. Bãi bỏ Điều 3.\n"
)


def _act(rest: str, number: str = "07-QĐ/VP", orders: str = _ORDERS) -> str:
    return (
        f"VĂN PHÒNG MẪU\nSố {number}\nBến Mẫu, ngày 05 tháng 3 năm 2026\nQUYẾT ĐỊNH\n"
        "sửa đổi, bổ sung Quy chế làm việc của Văn phòng mẫu\n"
        f"Điều 1. Sửa đổi, bổ sung một số điều của Quy chế như sau:\n{orders}{rest}"
    )


def _read(rest: str, number: str = "07-QĐ/VP", orders: str = _ORDERS) -> ReadAmendments:
    return read_amendments(read_bytes("act.txt", _act(rest, number, orders).encode()))


def _own_days(reading: ReadAmendments) -> list[date | None]:
    return [instruction.effect_date for instruction in reading.instructions]


def test_a_day_that_is_not_sure_is_unknown_and_its_line_is_told() -> None:
    reading = _read("Điều 2. Quyết định này có hiệu lực sau 15 ngày kể từ ngày đăng Công báo.")
    assert (reading.effect_date, reading.day_of_effect, reading.is_effect_unknown) == (
        None,
        None,
        True,
    )
    (told,) = reading.unread
    assert told.lines == (10, 10)
    assert told.is_on_effect


def test_transitional_lines_give_no_day_and_are_listed() -> None:
    reading = _read(
        "Điều 2. Điều khoản chuyển tiếp\n"
        "1. Đề án đã trình trước ngày Quyết định này có hiệu lực thì thực hiện đến hết ngày 31/12/2027.\n"
        "2. Tổ giúp việc hiện có làm việc theo Quyết định số 9-QĐ/VP ngày 25/01/2021.\n"
        "Điều 3. Quyết định này có hiệu lực từ ngày 01/4/2026."
    )
    assert reading.effect_date == date(2026, 4, 1)
    assert reading.unread == ()
    assert [passage.lines for passage in reading.transitional] == [(10, 12)]


def test_an_act_that_says_nothing_is_in_force_from_signing_when_it_is_of_the_party() -> None:
    party, state = _read(""), _read("", number="07/2026/QĐ-UBND")
    assert party.day_of_effect == _SIGNED
    assert party.unread == ()
    assert state.day_of_effect is None
    assert [told.is_on_effect for told in state.unread] == [True]


def test_two_sentences_with_two_days_are_both_told() -> None:
    reading = _read(
        "Điều 2. Quyết định này có hiệu lực từ ngày 01/4/2026.\n"
        "Điều 3. Quyết định này có hiệu lực từ ngày ký."
    )
    assert reading.day_of_effect is None
    assert [told.lines[0] for told in reading.unread] == [10, 11]


@pytest.mark.parametrize(
    "wording",
    [
        "“3. Quyết định này có hiệu lực từ ngày 01/9/2026.”.",
        "“3. Hiệu lực\nQuyết định này có hiệu lực từ ngày 01/9/2026.”.",
    ],
)
def test_new_wording_in_quotation_marks_is_not_the_effect_of_the_act(wording: str) -> None:
    orders = f"1. Bổ sung khoản 3 vào sau khoản 2 Điều 1 như sau:\n{wording}\n"
    reading = _read("Điều 2. Quyết định này có hiệu lực từ ngày 01/4/2026.", orders=orders)
    assert reading.effect_date == date(2026, 4, 1)


def test_another_text_that_speaks_of_itself_is_asked_about() -> None:
    reading = _read("Điều 2. Quy chế này có hiệu lực từ ngày 01/4/2026.")
    assert reading.day_of_effect is None
    assert reading.is_effect_unknown


def test_an_exception_with_its_day_dates_its_instruction() -> None:
    reading = _read(
        "Điều 2. Quyết định này có hiệu lực từ ngày 01/4/2026, trừ khoản 2 Điều 1 có hiệu lực sau 10 ngày "
        "kể từ ngày ký."
    )
    assert reading.effect_date == date(2026, 4, 1)
    assert _own_days(reading) == [None, date(2026, 3, 15)]
    assert reading.unread == ()


def test_an_exception_that_refers_to_the_next_clause_is_read_there() -> None:
    reading = _read(
        "Điều 2. Hiệu lực thi hành\n"
        "1. Quyết định này có hiệu lực từ ngày 01/4/2026, trừ quy định tại khoản 2 Điều này.\n"
        "2. Khoản 1 Điều 1 Quyết định này có hiệu lực từ ngày 01/7/2026."
    )
    assert _own_days(reading) == [date(2026, 7, 1), None]
    assert reading.unread == ()


@pytest.mark.parametrize(
    "exception",
    [
        "trừ khoản 2 Điều 1 có hiệu lực khi có hướng dẫn",
        "trừ quy định tại khoản 2 Điều này",
        "riêng khoản 1 Điều 2 của Quy chế có hiệu lực từ ngày 01/7/2026",
        "riêng khoản 9 Điều 1 có hiệu lực từ ngày 01/7/2026",
    ],
)
def test_an_exception_that_cannot_be_attached_is_told(exception: str) -> None:
    reading = _read(f"Điều 2. Quyết định này có hiệu lực từ ngày 01/4/2026, {exception}.")
    assert reading.effect_date == date(2026, 4, 1)
    assert _own_days(reading) == [None, None]
    assert [told.lines for told in reading.unread] == [(10, 10)]


def test_parts_that_are_all_dated_need_no_day_of_the_whole() -> None:
    reading = _read(
        "Điều 2. Khoản 1 Điều 1 có hiệu lực từ ngày 01/7/2026; khoản 2 Điều 1 có hiệu lực từ ngày ký."
    )
    assert _own_days(reading) == [date(2026, 7, 1), _SIGNED]
    assert not reading.is_effect_unknown


def test_an_end_is_told_beside_the_day() -> None:
    reading = _read("Điều 2. Quyết định này có hiệu lực từ ngày 01/4/2026 đến hết ngày 31/12/2026.")
    assert reading.effect_date == date(2026, 4, 1)
    assert [told.lines for told in reading.unread] == [(10, 10)]


def test_a_day_before_the_day_of_signing_is_told() -> None:
    reading = _read("Điều 2. Quyết định này có hiệu lực từ ngày 01/01/2026.")
    assert reading.effect_date == date(2026, 1, 1)
    assert [told.lines for told in reading.unread] == [(10, 10)]


def test_notes_name_no_day_that_is_not_sure() -> None:
    result = applied(_act("Điều 2. Quyết định này có hiệu lực kể từ ngày công bố."))
    assert [stage.effect_date for stage in result.stages] == [None]
    assert result.footnotes
    assert not any("có hiệu lực kể từ" in note.text for note in result.footnotes)


def test_of_an_act_that_amends_nothing_only_its_articles_on_effect_are_looked_at() -> None:
    """What it orders of days and deadlines is its own affair."""
    words = _act(
        "Điều 2. Khoản 2 Điều 9 có hiệu lực kể từ ngày công bố.\n"
        "Điều 3. Quyết định này có hiệu lực từ ngày 01/4/2026, trừ khoản 2 Điều 8.",
        orders="1. Văn phòng theo dõi.\n",
    )
    text = read_bytes("act.txt", words.encode())
    bare = ReadAmendments(text.act, (), (), None)
    amending = with_effects(text, bare, 1, is_amending=True)
    other = with_effects(text, bare, 1, is_amending=False)
    assert (amending.effect_date, other.effect_date) == (date(2026, 4, 1), date(2026, 4, 1))
    assert [told.lines for told in other.unread] == [(9, 9)]
    assert [told.lines for told in amending.unread] == [(8, 8), (9, 9)]
