"""Targets, slots and positions as paths and as words; the day of effect of an act."""

from __future__ import annotations

from datetime import date

import pytest

from quyche_app.domain.acts import Act
from quyche_app.domain.addresses import Address, parse_path
from quyche_app.domain.operations import Position, ReadAmendments, Target, slot_kind, slot_words


def target(path: str, slot: str = "unit") -> Target:
    address = Address(()) if path == "*" else parse_path(path)
    assert address is not None
    return Target(address, slot)


@pytest.mark.parametrize(
    ("path", "slot", "written", "words"),
    [
        ("d18/k2", "unit", "d18/k2", "khoản 2 Điều 18"),
        ("d18/k2", "text", "d18/k2", "khoản 2 Điều 18"),
        ("d18/k2", "lead", "d18/k2#lead", "đoạn mở đầu khoản 2 Điều 18"),
        ("d5", "heading", "d5#heading", "tên Điều 5"),
        ("d5", "tail", "d5#tail", "cuối Điều 5"),
        ("d5", "paragraph:2", "d5#paragraph:2", "đoạn thứ hai Điều 5"),
        ("*", "preamble", "*#preamble", "phần căn cứ"),
        ("*", "title", "*#title", "tên văn bản"),
        ("*", "unit", "*", "toàn văn bản"),
        ("d5", "title", "d5#title", "tên văn bản Điều 5"),
    ],
)
def test_a_target_as_path_and_as_words(path: str, slot: str, written: str, words: str) -> None:
    assert (target(path, slot).path, target(path, slot).words) == (written, words)


@pytest.mark.parametrize(
    ("slot", "words"),
    [
        ("unit", ""),
        ("paragraph:last", "đoạn cuối"),
        ("sentence:last", "câu cuối"),
        ("paragraph:1", "đoạn thứ nhất"),
        ("sentence:3", "câu thứ ba"),
        ("item:10", "gạch đầu dòng thứ mười"),
        ("item:11", "gạch đầu dòng thứ 11"),
        ("column:4", "cột thứ tư"),
        ("row:4", "số thứ tự 4"),
        ("note:2", "ghi chú số 2"),
        ("formula:1", "công thức 1"),
        ("column:cuối", "cột cuối"),
        ("khác:1", "khác 1"),
    ],
)
def test_a_slot_in_words(slot: str, words: str) -> None:
    assert slot_words(slot) == words


def test_a_position_is_written_by_its_reference_or_by_words() -> None:
    assert Position("after", target("d5/k2", "lead")).text == "after:d5/k2"
    assert Position("before", words="giới tính").text == "before:“giới tính”"


_SIGNED, _SAID = date(2026, 3, 5), date(2026, 4, 1)


@pytest.mark.parametrize(
    ("said", "is_unknown", "day"),
    [(_SAID, False, _SAID), (None, False, _SIGNED), (None, True, None), (_SAID, True, _SAID)],
    ids=["said", "not said: that of signing", "said, no sure day", "said beside unsure words"],
)
def test_the_day_from_which_an_act_is_in_force(
    said: date | None, is_unknown: bool, day: date | None
) -> None:
    act = Act(issue_date=_SIGNED)
    assert ReadAmendments(act, (), (), said, is_effect_unknown=is_unknown).day_of_effect == day


@pytest.mark.parametrize(
    ("slot", "kind"),
    [("lead", "lead"), ("paragraph:2", "paragraph"), ("row:7/column:2", "row"), ("unit", "unit")],
)
def test_the_kind_of_a_slot_leaves_out_its_number(slot: str, kind: str) -> None:
    assert slot_kind(slot) == kind
