"""A consolidated text as at a day names only acts, and carries only notes, of which something is in it;
an act whose day is not known is in none (docs/field.md 8)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from quyche_app.domain.flow import act_lines
from quyche_app.domain.operations import Consolidation
from quyche_app.services.consolidate import consolidate_files, text_as_at
from quyche_app.services.outputs import document_of

_HEAD = "ĐẢNG ỦY XÃ MẪU\n*\nSố {}\nĐẢNG CỘNG SẢN VIỆT NAM\nXã Mẫu, ngày {}\n"
_BASE = _HEAD.format("01-QC/ĐU", "05 tháng 01 năm 2020") + (
    "QUY CHẾ\nlàm việc của Đảng ủy xã Mẫu\nĐiều 1. Họp\n1. Họp mỗi tháng.\n2. Gửi tài liệu trước 05 ngày.\n"
)
_ACT = (
    "QUYẾT ĐỊNH\nsửa đổi Quy chế làm việc của Đảng ủy xã Mẫu\n"
    "Điều 1. Sửa đổi một số điều của Quy chế số 01-QC/ĐU\n1. {order}\n"
    "Điều 2. Quyết định này có hiệu lực {day}.\n"
)


def _consolidated(folder: Path, *acts: tuple[str, str, str, str]) -> Consolidation:
    base = folder / "qc.txt"
    base.write_text(_BASE, encoding="utf-8")
    files = []
    for number, signed, order, day in acts:
        file = folder / f"{number.split('-')[0]}.txt"
        file.write_text(
            _HEAD.format(number, signed) + _ACT.format(order=order, day=day), encoding="utf-8"
        )
        files.append(file)
    return consolidate_files(base, files)


_UNDATED = (
    "05-QĐ/ĐU",
    "03 tháng 02 năm 2021",
    "Sửa đổi khoản 1 Điều 1 như sau:\n“1. Họp mỗi quý.”.",
    "sau 15 ngày kể từ ngày đăng Công báo",
)
_DATED = ("07-QĐ/ĐU", "03 tháng 02 năm 2022", "Bãi bỏ khoản 2 Điều 1.", "từ ngày ký")


def test_an_act_without_a_day_is_in_no_text_of_a_day_not_even_under_a_later_one(
    tmp_path: Path,
) -> None:
    result = _consolidated(tmp_path, _UNDATED, _DATED)
    lines = act_lines(text_as_at(result, date(2023, 1, 1)))
    assert "1. Họp mỗi tháng." in lines
    assert "2. (được bãi bỏ)" in lines
    assert "1. Họp mỗi quý." in act_lines(text_as_at(result, None))


def test_acts_and_notes_are_those_of_the_words_of_the_day(tmp_path: Path) -> None:
    result = _consolidated(tmp_path, _UNDATED, _DATED)
    as_at = document_of(result, as_at=date(2023, 1, 1))
    assert [act.number for act in as_at.amended_by] == ["07-QĐ/ĐU"]
    assert {note.act_no for note in as_at.footnotes} == {2}
    assert [act.number for act in document_of(result).amended_by] == ["05-QĐ/ĐU", "07-QĐ/ĐU"]


def test_an_act_of_which_nothing_was_applied_is_not_named(tmp_path: Path) -> None:
    useless = ("06-QĐ/ĐU", "03 tháng 02 năm 2021", "Bãi bỏ khoản 9 Điều 1.", "từ ngày ký")
    result = _consolidated(tmp_path, useless, _DATED)
    assert [act.number for act in document_of(result).amended_by] == ["07-QĐ/ĐU"]
