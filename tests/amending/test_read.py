"""An amending act → its instructions: what containers give, and that every paragraph has an account."""

from __future__ import annotations

import pytest

from quyche_app.amending.read import read_amendments
from quyche_app.domain.operations import Confidence, Instruction, ReadAmendments
from quyche_app.reading.files import read_bytes

_HEAD = (
    "VĂN PHÒNG MẪU\nSố 07-QĐ/VP\nBến Mẫu, ngày 05 tháng 3 năm 2026\nQUYẾT ĐỊNH\n"
    "sửa đổi, bổ sung Quy chế làm việc của Văn phòng mẫu\n"
)
_FIRST = "Điều 1. Sửa đổi, bổ sung một số điều của Quy chế làm việc của Văn phòng mẫu như sau:\n"


def read(*lines: str, head: str = _HEAD + _FIRST) -> ReadAmendments:
    words = head + "\n".join(lines) + "\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.\n"
    return read_amendments(read_bytes("act.txt", words.encode()), 4)


def shown(one: Instruction) -> str:
    return f"{one.place}: {one.verb.value} {' '.join(target.path for target in one.targets)}"


def all_of(reading: ReadAmendments) -> list[str]:
    return [shown(one) for one in reading.instructions]


# -- containers -------------------------------------------------------------------------------------


def test_an_order_with_its_new_words_is_one_instruction() -> None:
    reading = read("1. Sửa đổi khoản 2 Điều 5 như sau:", "“2. Họp mỗi tuần.”.", "2. Bãi bỏ Điều 7.")
    assert all_of(reading) == [
        "Điều 1 khoản 1: amend qc:d5/k2",
        "Điều 1 khoản 2: repeal qc:d7",
    ]
    first, second = reading.instructions
    assert (first.act_no, first.index, second.index) == (4, 0, 1)
    assert (first.source_lines, second.source_lines) == ((7, 8), (9, 9))
    assert [block.text for block in first.quoted] == ["2. Họp mỗi tuần."]  # type: ignore[union-attr]
    assert first.act_reference.startswith("Quy chế làm việc")
    assert first.confidence is Confidence.HIGH
    assert reading.unread == ()
    assert reading.implementing == ((10, 10),)


def test_what_stands_under_a_container_takes_its_article() -> None:
    reading = read(
        "1. Sửa đổi, bổ sung một số khoản của Điều 5 như sau:",
        "a) Sửa đổi khoản 2 như sau:",
        "“2. Họp mỗi tuần.”;",
        "b) Bãi bỏ khoản 3.",
        "c) Bãi bỏ Điều 9.",
    )
    assert all_of(reading) == [
        "Điều 1 khoản 1 điểm a: amend qc:d5/k2",
        "Điều 1 khoản 1 điểm b: repeal qc:d5/k3",
        "Điều 1 khoản 1 điểm c: repeal qc:d9",
    ]


@pytest.mark.parametrize(
    "head",
    [
        "Bãi bỏ các quy định sau:",
        "Bãi bỏ các điều, khoản sau đây:",
        "Bãi bỏ các nội dung sau đây của Quy chế:",
        "Bãi bỏ:",
    ],
)
def test_a_list_under_a_verb_takes_the_verb(head: str) -> None:
    reading = read(f"1. {head}", "a) Khoản 2 Điều 5;", "b) Điều 7.")
    assert all_of(reading) == [
        "Điều 1 khoản 1 điểm a: repeal qc:d5/k2",
        "Điều 1 khoản 1 điểm b: repeal qc:d7",
    ]
    assert reading.unread == ()


def test_a_list_under_words_takes_the_words() -> None:
    reading = read(
        "1. Thay cụm từ “A” bằng cụm từ “B” tại các quy định sau:",
        "a) Khoản 2 Điều 5;",
        "b) Điều 7.",
    )
    assert all_of(reading) == [
        "Điều 1 khoản 1 điểm a: replace_words qc:d5/k2",
        "Điều 1 khoản 1 điểm b: replace_words qc:d7",
    ]
    assert {(i.words_old, i.words_new) for i in reading.instructions} == {(("A",), ("B",))}


def test_a_chapter_may_name_the_act_that_it_amends() -> None:
    reading = read(
        "CHƯƠNG I",
        "SỬA ĐỔI QUY ĐỊNH SỐ 12-QĐ/VP",
        "Điều 1. Bãi bỏ khoản 2 Điều 5.",
        head=_HEAD,
    )
    assert all_of(reading) == ["Điều 1: repeal d5/k2"]
    assert "12-QĐ/VP" in reading.instructions[0].act_reference.upper()


def test_the_decision_and_the_regulation_that_it_issues_are_told_apart() -> None:
    reading = read(
        "1. Bãi bỏ Điều 3 của Quyết định số 05-QĐ/VP.",
        "2. Bãi bỏ Điều 3 của Quy chế ban hành kèm theo Quyết định số 05-QĐ/VP.",
    )
    assert [i.component for i in reading.instructions] == ["body", "regulation"]


# -- what is not certain, and what is not read -------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("Điều 6 (trừ khoản 2):", "line.unknown_place"),
        ("Không sửa các điều sau:", "line.under_denial"),
        ("Tại Điều 3, Điều 5:", "line.unknown_place"),
        ("Tại Chương II, trừ Điều 4:", "line.unknown_place"),
        ("Từ Điều 3 đến Điều 5:", "line.unknown_place"),
        ("Tại tên Điều 5:", "line.unknown_place"),
        ("Các điều còn lại:", "line.unknown_place"),
        ("Những nội dung chưa thống nhất:", "line.under_denial"),
        ("Nếu cấp trên đồng ý:", "line.under_denial"),
        ("Kiến nghị:", "line.under_denial"),
    ],
)
def test_what_stands_under_a_head_that_is_not_understood_is_not_done_everywhere(
    head: str, code: str
) -> None:
    reading = read(f"1. {head}", "- Thay “A” bằng “B”.", "2. Bãi bỏ Điều 8.")
    assert all_of(reading) == ["Điều 1 khoản 2: repeal qc:d8"]
    assert [told.why.code for told in reading.unread] == [code]


def test_a_name_with_such_words_denies_nothing() -> None:
    reading = read("1. Sửa đổi Quy chế lấy ý kiến, đề xuất như sau:", "a) Bãi bỏ Điều 8.")
    assert [str(i.verb) for i in reading.instructions] == ["repeal"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("1. Văn phòng sắp xếp lại công việc cho phù hợp.", "line.no_order"),
        ("1. Bãi bỏ khoản 2.", ""),
        ("1. Bãi bỏ khoản 2 chẳng hạn Điều 4.", "line.unknown_words"),
        ("1. Bãi bỏ Điều 7, khoản 2, Điều 9.", ""),
    ],
    ids=["no order", "of what", "unknown words", "two ways to read"],
)
def test_a_line_that_is_not_understood_is_told_and_orders_nothing(line: str, code: str) -> None:
    reading = read(line, "2. Bãi bỏ Điều 8.")
    assert all_of(reading) == ["Điều 1 khoản 2: repeal qc:d8"]
    (told,) = reading.unread
    assert (told.act_no, told.lines) == (4, (7, 7))
    assert told.why.code == (code or told.why.code)


def test_words_without_a_verb_that_announce_new_wording_are_an_amendment_with_a_doubt() -> None:
    """ "được sử dụng, bổ sung" is a slip of the pen."""
    lines = ("Điều 1. Khoản 2 Điều 5 được sử dụng, bổ sung như sau:", "“2. Họp mỗi tuần.”.")
    (one,) = read(*lines, head=_HEAD).instructions
    assert shown(one) == "Điều 1: amend d5/k2"
    assert (one.confidence, [why.code for why in one.reasons]) == (
        Confidence.DOUBTFUL,
        ["doubt.no_verb"],
    )
    (listed,) = read("1. Khoản 2 Điều 5 như sau:", "“2. Họp mỗi tuần.”.").instructions
    assert listed.confidence is Confidence.HIGH, "the verb stands in Điều 1"


@pytest.mark.parametrize(
    "line",
    [
        "Các nội dung khác giữ nguyên; bãi bỏ khoản 3 Điều 6.",
        "Các nội dung khác của Điều 6 giữ nguyên; khoản 3 bãi bỏ.",
        "Những nội dung khác giữ nguyên, riêng khoản 3 Điều 8 bỏ từ “A”.",
        "Quyết định này có hiệu lực từ ngày ký; bỏ khoản 3 Điều 8 của Quy chế.",
        "Quyết định này có hiệu lực từ ngày ký; khoản 3 Điều 8 Quy chế không còn áp dụng.",
    ],
)
def test_an_order_behind_what_stays_or_takes_effect_is_told(line: str) -> None:
    reading = read("1. Bãi bỏ Điều 7.", f"Điều 2. {line}")
    doubtful = [i for i in reading.instructions if i.confidence is Confidence.DOUBTFUL]
    assert [told.text for told in reading.unread] == [line] or doubtful


def test_an_order_behind_what_stays_inside_the_orders_is_told() -> None:
    (told,) = read("1. Các nội dung khác giữ nguyên; bãi bỏ khoản 3 Điều 6.").unread
    assert told.why.code == "line.no_order"


def test_what_only_stays_or_takes_effect_is_not_told() -> None:
    reading = read(
        "1. Bãi bỏ Điều 7.",
        "2. Các nội dung khác giữ nguyên.",
        "Điều 2. Quyết định này có hiệu lực từ ngày ký.",
    )
    assert reading.unread == ()


def test_a_repeal_hidden_among_the_last_provisions_is_read_with_a_doubt() -> None:
    reading = read(
        "1. Bãi bỏ Điều 8.",
        "Điều 1a. Điều khoản thi hành",
        "1. Khoản 2 Điều 5 Quy chế làm việc của Văn phòng mẫu hết hiệu lực.",
    )
    hidden = reading.instructions[-1]
    assert hidden.verb.value == "repeal"
    assert hidden.confidence is Confidence.DOUBTFUL


def test_every_line_of_the_operative_part_has_an_account() -> None:
    """An instruction, a container, an article on effect, or a line that is told."""
    reading = read(
        "1. Sửa đổi khoản 2 Điều 5 như sau:",
        "“2. Họp mỗi tuần.”.",
        "Một đoạn không ai nhận.",
        "2. Bãi bỏ Điều 7.",
    )
    spans = [i.source_lines for i in reading.instructions] + [u.lines for u in reading.unread]
    spans += list(reading.implementing)
    known = {number for first, last in spans for number in range(first, last + 1)}
    assert set(range(7, 12)) <= known
    assert [u.lines for u in reading.unread] == [(9, 9)]


# -- acts that are none of this kind ----------------------------------------------------------------


def test_an_act_that_amends_nothing_by_its_title_is_read_by_its_plain_orders_only() -> None:
    plain = _HEAD.replace(
        "sửa đổi, bổ sung Quy chế làm việc của Văn phòng mẫu", "phân công công tác"
    )
    reading = read(
        "Điều 1. Văn phòng bỏ các cuộc họp không cần thiết và bổ sung nhân sự.",
        head=plain,
    )
    assert (all_of(reading), reading.unread) == ([], ())


def test_a_part_of_a_file_without_a_head_is_an_amending_act_when_it_orders_something() -> None:
    reading = read("Điều 1. Bãi bỏ khoản 2 Điều 5 của Quyết định số 05-QĐ/VP.", head="")
    assert all_of(reading) == ["Điều 1: repeal d5/k2"]


def test_orders_of_an_appendix_are_not_those_of_the_act() -> None:
    reading = read("1. Bãi bỏ Điều 8.", "Điều 1a. Hiệu lực")
    words = (
        _HEAD
        + _FIRST
        + "1. Bãi bỏ Điều 8.\nPHỤ LỤC I\nBiểu\nĐiều 1. Sửa đổi khoản 2 Điều 5 như sau:\n“2. Mới.”\n"
    )
    other = read_amendments(read_bytes("act.txt", words.encode()))
    assert all_of(reading) == all_of(other) == ["Điều 1 khoản 1: repeal qc:d8"]


def test_the_numbers_of_the_amended_acts_are_those_of_the_title() -> None:
    title = "sửa đổi, bổ sung Quyết định số 05-QĐ/VP ngày 01/02/2024"
    reading = read("1. Bãi bỏ Điều 8.", head=_HEAD.replace(_HEAD.split("\n")[4], title) + _FIRST)
    assert reading.amended == ("05-QĐ/VP",)
