"""Which act an instruction speaks about (docs/field.md 4.4, rule f)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from quyche_app.amending.scope import (
    About,
    amended_numbers,
    choose_reference,
    is_about_another,
    names_another_regulation,
    passed_over_unsurely,
    speaks_of,
)
from quyche_app.domain.acts import Act, Component, ComponentKind
from quyche_app.domain.operations import Instruction
from quyche_app.domain.verbs import Verb
from tests.amending.at_desk import order

_LAW = Act(number="79/2006/QH11", kind="Luật", title="Thể dục, thể thao")
_PARTY = Act(number="05-QĐ/TU", kind="Quyết định", title="ban hành Quy chế làm việc")


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("", True),
        ("Luật Thể dục, thể thao", True),
        ("Luật Thể dục, thể thao số 79/2006/QH11 đã được sửa đổi theo Luật số 1/2010/QH12", True),
        ("Luật Đất đai số 13/2003/QH11", False),
        ("Luật Đất đai", False),
        ("Luật số 79/2006/QH11", True),
    ],
)
def test_a_law_is_known_by_its_number_else_by_its_name(reference: str, expected: bool) -> None:
    assert speaks_of(reference, _LAW) is expected


def test_a_number_may_be_cited_without_its_year_or_with_cyrillic_letters() -> None:
    base = Act(number="88/1999/NĐ-CP", kind="Nghị định", title="Quy chế mẫu")
    assert speaks_of("Nghị định 88/CP", base) is True
    assert speaks_of("Nghị định số 88/1999/NĐ-СР", base) is True
    assert speaks_of("Nghị định 89/CP", base) is False


def test_the_own_regulation_is_meant_by_its_kind_alone() -> None:
    assert speaks_of("Quy chế", _PARTY) is True
    assert speaks_of("Quy chế làm việc ban hành kèm theo Quyết định số 05-QĐ/TU", _PARTY) is True
    assert speaks_of("Quy chế làm việc ban hành kèm theo Quyết định số 06-QĐ/TU", _PARTY) is False


def test_a_base_without_number_and_name_leaves_the_question_open() -> None:
    assert speaks_of("Luật Đất đai", Act()) is None


def test_an_act_whose_title_names_another_number_is_about_another_text() -> None:
    text = Act(
        number="15/2025/QĐ-UBND",
        kind="Quyết định",
        title="Quy định về nhà khách",
        components=(Component("b", ComponentKind.BODY),),
    )
    assert is_about_another(amended_numbers("sửa đổi, bổ sung Quy chế số 05-QĐ/TU"), text)
    assert not is_about_another(amended_numbers("sửa đổi Quyết định số 15/2025/QĐ-UBND"), text)
    assert not is_about_another(amended_numbers("sửa đổi Quy chế làm việc"), text)
    assert not is_about_another(
        amended_numbers("sửa đổi Quy chế để thực hiện Nghị quyết số 18-NQ/TW"), text
    )


def test_who_issued_a_decision_says_nothing_of_whose_its_text_is() -> None:
    text = Act(
        number="15/2025/QĐ-UBND",
        kind="Quyết định",
        title="Quy định về quản lý nhà khách của tỉnh",
        issue_date=date(2025, 1, 12),
    )
    named = (
        "Quyết định số 15/2025/QĐ-UBND ngày 12 tháng 01 năm 2025 của Ủy ban nhân dân tỉnh quy định về "
        "quản lý nhà khách của tỉnh"
    )
    assert not names_another_regulation(named, text)


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("Quy chế làm việc của Đảng ủy xã Đồi Gió", True),
        ("Quy chế làm việc của Đảng ủy xã Bến Thơ khóa XX, nhiệm kỳ 2025 - 2030", False),
        ("Quy chế làm việc của Đảng ủy", False),
        ("Quy chế làm việc", False),
        ("Quy chế số 08-QC/ĐU của Đảng ủy xã Đồi Gió", True),  # every body has its own 08-QC/ĐU
        ("Quy chế số 08-QC/ĐU, ngày 02/02/2021", True),
        ("Quy chế số 08-QC/ĐU, ngày 10/01/2026 của Đảng ủy xã Bến Thơ", False),
        ("Quy chế chi tiêu nội bộ của Đảng ủy xã Bến Thơ", True),
        ("Quy chế làm việc của Ủy ban Kiểm tra Đảng ủy xã Bến Thơ", True),
        ("Quy chế ban hành kèm theo Quyết định số 08-QC/ĐU", False),
        ("Quy chế làm việc ban hành ngày 10/01/2026", False),
    ],
)
def test_another_regulation_is_told_by_its_body_its_subject_and_its_day(
    named: str, expected: bool
) -> None:
    text = Act(
        number="08-QC/ĐU",
        kind="Quy chế",
        title="làm việc của Đảng ủy xã Bến Thơ",
        issue_date=date(2026, 1, 10),
    )
    assert names_another_regulation(named, text) is expected


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("Quy chế làm việc của Ban Chấp hành Liên đoàn Lao động quận", True),
        ("Quy chế làm việc của Ban Chấp hành Liên đoàn Lao động huyện", None),
        ("Quy chế làm việc của Ban Thường vụ Liên đoàn Lao động quận", None),
        ("Quy chế làm việc ban hành ngày 05/8/2025", True),
        ("Quy chế làm việc ban hành ngày 06/8/2025", None),
    ],
)
def test_a_regulation_is_known_by_its_shortened_name_and_by_its_day(
    reference: str, expected: bool | None
) -> None:
    base = Act(
        number="05-QC/LĐ",
        kind="Quy chế",
        title="làm việc của Ban Chấp hành Liên đoàn Lao động quận Hải Thanh",
        issue_date=date(2025, 8, 5),
    )
    assert speaks_of(reference, base) is expected


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("Quyết định số 5", True),
        ("Quyết định số 05", True),
        ("Quyết định số 31", False),
        ("Quyết định số 05-QĐ/TU", True),
        ("Quyết định số 05-QĐ/HU", None),
    ],
)
def test_a_decision_may_be_cited_by_its_bare_number(reference: str, expected: bool | None) -> None:
    assert speaks_of(reference, _PARTY) is expected


def _orders(*references: str) -> list[Instruction]:
    made = [order(Verb.REPEAL, "d5", act_reference=reference) for reference in references]
    return [replace(one, index=number) for number, one in enumerate(made)]


def test_of_a_text_without_its_head_it_is_said_when_none_of_those_named_is_taken_for_it() -> None:
    orders = _orders("Thông tư 13/2010/TT-NHNN", "Quy chế cho vay của tổ chức tín dụng")
    known = Act(number="15/2010/TT-NHNN")

    def passed_over(base: Act, fits: float) -> Instruction | None:
        found = choose_reference(orders, base, lambda group: fits if group[0].index == 0 else 0.0)
        return passed_over_unsurely(orders, base, found)

    assert passed_over(Act(), 0.1) is orders[0]
    assert passed_over(Act(), 0.9) is None
    assert passed_over(known, 0.1) is None
    assert passed_over_unsurely([], Act(), {}) is None


def test_the_only_text_that_is_named_is_the_one_without_its_head() -> None:
    orders = _orders("Quy chế cho vay của tổ chức tín dụng")
    assert choose_reference(orders, Act(), lambda _: 0.0) == {0: About.BASE}
