"""What a person must know of a stored text before it goes out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from quyche_app.domain.acts import Act, ComponentKind
from quyche_app.domain.units import Paragraph
from quyche_app.services.amend import amend
from quyche_app.services.import_file import import_file
from quyche_app.services.standing import is_about, standing_remarks
from quyche_app.services.text_as_at import text_as_at
from quyche_app.services.workspace import Workspace
from tests.making import article, component
from tests.services.office_texts import FIRST, HALF, REGULATION

File = Callable[[str, str], Path]


@pytest.mark.parametrize(
    ("acts", "waiting", "day", "count"),
    [
        ([], [], "2021-06-01", 0),
        ([FIRST], [], "2021-06-01", 0),
        ([HALF], [], "2021-06-01", 1),
        ([HALF], [], "2021-05-31", 0),
        ([HALF], [], "issued", 0),
        ([], [FIRST], "2021-06-01", 1),
        ([HALF], [FIRST], "2021-06-01", 2),
        ([], [FIRST], "issued", 0),
    ],
    ids=[
        "nothing",
        "applied whole",
        "applied in part",
        "not in force yet",
        "the first wording",
        "one waits",
        "both",
        "one waits, the first wording",
    ],
)
def test_each_thing_that_is_missing_is_a_remark(
    small: Workspace, file: File, acts: list[str], waiting: list[str], day: str, count: int
) -> None:
    regulation = import_file(small, file("quy-che.txt", REGULATION)).document.id
    for number, act in enumerate(acts):
        amend(small, regulation, file(f"{number}.txt", act))
    for number, act in enumerate(waiting):
        import_file(small, file(f"w{number}.txt", act))
    said = standing_remarks(small, text_as_at(small, regulation, as_at=day))
    assert len(said) == count
    assert all(remark.needs_a_person for remark in said)


def act(name: str, title: str = "", **head: Any) -> Act:
    front = (Paragraph(title),) if title else ()
    body = component(ComponentKind.BODY, article("1", name), front=front)
    return Act(components=(body,), **head)


_BASE = Act(
    "07-QC/TU",
    "Quy chế",
    "làm việc của Văn phòng Tỉnh ủy Bến Mẫu",
    issue_date=date(2016, 1, 10),
    components=(component(ComponentKind.BODY, article("1", "Họp")),),
)


@pytest.mark.parametrize(
    ("amending", "expected"),
    [
        (act("Sửa đổi Quy chế số 07-QC/TU", number="9-QĐ/TU"), True),
        (act("Sửa đổi Quy chế số 08-QC/TU", number="9-QĐ/TU"), False),
        (act("Sửa đổi Quy chế làm việc của Văn phòng Tỉnh ủy Bến Mẫu"), True),
        (act("Sửa đổi quy chế làm việc của văn phòng tỉnh uỷ Bến Mẫu"), True),
        (act("Sửa đổi Quy chế làm việc"), False),
        (act("Họp", title="Sửa đổi Quy chế số 07-QC/TU"), True),
        (act("Sửa đổi Quy chế số 07-QC/TU", issue_date=date(2015, 12, 31)), False),
        (act("Sửa đổi Quy chế số 07-QC/TU", issue_date=date(2016, 1, 10)), True),
    ],
    ids=[
        "its number",
        "another number",
        "its name",
        "its name typed otherwise",
        "a name of too many",
        "in the title",
        "signed before it",
        "signed on its day",
    ],
)
def test_whether_an_act_says_that_it_amends_a_text(amending: Act, expected: bool) -> None:
    assert is_about(amending, _BASE) is expected
