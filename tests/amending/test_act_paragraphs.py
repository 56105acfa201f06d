"""The paragraphs of a unit of an act are lines, each with the wording behind it."""

from __future__ import annotations

from quyche_app.amending.act_lines import ActLine
from quyche_app.amending.act_paragraphs import ActParagraphs
from quyche_app.domain.units import Unit
from quyche_app.reading.files import read_bytes

_HEAD = "QUYẾT ĐỊNH\nsửa đổi, bổ sung Quy chế làm việc của Văn phòng mẫu\n"


def read(body: str) -> tuple[ActParagraphs, dict[str, Unit]]:
    """Give the paragraphs of an act, and its units by kind and label: "article 1"."""
    text = read_bytes("qd.txt", (_HEAD + body).encode())
    return ActParagraphs(text), {f"{one.kind} {one.label}": one for one in text.act.units()}


def shown(lines: list[ActLine]) -> list[tuple[str, list[str]]]:
    """Give the words of lines, each with the wording behind it."""
    return [(line.text, [paragraph.text for paragraph in line.quoted]) for line in lines]


def test_a_line_has_its_wording_and_no_label() -> None:
    paragraphs, units = read(
        "Điều 1. Sửa đổi như sau:\n1. Sửa đổi khoản 2 Điều 5:\n“2. Họp hằng tháng.”\n"
        "2. Bãi bỏ Điều 7.\n"
    )
    lines = paragraphs.lines(units["clause 1"])
    assert shown(lines) == [("Sửa đổi khoản 2 Điều 5:", ["“2. Họp hằng tháng.”"])]
    assert (lines[0].number, lines[0].last) == (4, 5)
    assert shown(paragraphs.lines(units["clause 2"])) == [("Bãi bỏ Điều 7.", [])]


def test_lines_are_handed_out_as_copies_of_one_list() -> None:
    paragraphs, units = read("Điều 1. Sửa đổi như sau:\n1. Bãi bỏ Điều 7.\n")
    paragraphs.lines(units["clause 1"]).clear()
    assert shown(paragraphs.lines(units["clause 1"])) == [("Bãi bỏ Điều 7.", [])]


def test_the_rows_of_a_table_of_changes_are_lines() -> None:
    paragraphs, units = read(
        "Điều 1. Sửa đổi như sau:\nNội dung cũ | Nội dung sửa đổi\n"
        "Khoản 2 Điều 5. Họp hằng quý. | Khoản 2 Điều 5. Họp hằng tháng.\n"
    )
    lines = paragraphs.lines(units["article 1"])
    assert [line.number for line in lines] == [3, 4, 5]
    assert paragraphs.hold_orders(units["article 1"])


def test_a_unit_holds_orders_when_one_inside_does() -> None:
    paragraphs, units = read(
        "Điều 1. Nội dung\n1. Về họp:\na) Bãi bỏ khoản 2 Điều 5.\n"
        "Điều 2. Thi hành\n1. Văn phòng theo dõi.\n"
    )
    assert paragraphs.hold_orders(units["article 1"])
    assert not paragraphs.hold_orders(units["article 2"])


def test_old_and_new_words_on_lines_of_their_own_are_an_order() -> None:
    paragraphs, units = read(
        "Điều 1. Nội dung\nKhoản 2 Điều 5\nHiện ghi: “hằng quý”\nNay ghi: “hằng tháng”\n"
    )
    assert paragraphs.hold_orders(units["article 1"])


def test_an_order_behind_an_odd_label_is_doubtful() -> None:
    paragraphs, units = read(
        "Điều 1. Sửa đổi như sau:\n1. Sửa đổi khoản 2 Điều 5:\n“2. Họp hằng tháng.”\n"
        "9. Bãi bỏ khoản 3 Điều 5.\n"
    )
    every = [line for unit in units.values() for line in paragraphs.lines(unit)]
    (odd,) = [line for line in every if line.text == "Bãi bỏ khoản 3 Điều 5."]
    assert odd.doubt is not None
