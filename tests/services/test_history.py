"""Every wording of a provision, and the bars of the articles over time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from quyche_app.domain.errors import StorageError
from quyche_app.services.amend import amend
from quyche_app.services.history import history
from quyche_app.services.timeline import timeline
from quyche_app.services.undo_amend import undo_amend
from quyche_app.services.workspace import Workspace
from tests.services.office_texts import FIRST, SECOND

File = Callable[[str, str], Path]


@pytest.mark.parametrize("path", ["d2/k2", "khoản 2 Điều 2", "khoan 2 dieu 2"])
def test_a_clause_has_its_wordings_with_day_act_and_person(
    ws: Workspace, regulation: str, file: File, path: str
) -> None:
    done = amend(ws, regulation, file("1.txt", FIRST), who="Văn thư")
    rows = history(ws, regulation, path)
    assert [(r.text, r.valid_from, r.valid_to, r.is_current) for r in rows] == [
        ("2. Việc gấp được báo cáo trong ngày.", None, None, False),
        ("2. Việc gấp được báo cáo trong ngày.", None, date(2018, 7, 15), True),
        ("2. Việc gấp được báo cáo trong buổi.", date(2018, 7, 16), None, True),
    ]
    last = rows[-1]
    assert (last.act_number, last.act_place) == ("100-QĐ/TU", "Điều 1 khoản 1")
    assert (last.who, last.recording, last.operation) == (
        "Văn thư",
        done.recording,
        done.operations[0],
    )
    assert {(r.path, r.words) for r in rows} == {("d2/k2", "khoản 2 Điều 2")}


def test_a_clause_that_was_taken_back_keeps_its_history(
    ws: Workspace, regulation: str, file: File
) -> None:
    done = amend(ws, regulation, file("1.txt", FIRST))
    number = undo_amend(ws, regulation, done.operations[1])
    rows = history(ws, regulation, "d4/k3")
    assert [(r.text, r.recording, r.is_current) for r in rows] == [
        ("", done.recording, False),
        ("3. Hồ sơ điện tử được lập trên phần mềm.", done.recording, False),
        ("", number, True),
    ]


def test_an_article_has_the_history_of_what_stands_in_it(
    ws: Workspace, regulation: str, file: File
) -> None:
    amend(ws, regulation, file("1.txt", FIRST))
    rows = history(ws, regulation, "Điều 4")
    assert list(dict.fromkeys(r.path for r in rows)) == ["d4", "d4/k1", "d4/k2", "d4/k3"]


def test_the_whole_text_has_every_unit_in_the_order_of_the_text(
    ws: Workspace, regulation: str, file: File
) -> None:
    paths = list(dict.fromkeys(row.path for row in history(ws, regulation) if row.path))
    assert paths[:5] == ["*", "cI", "d1", "d1/k1", "d1/k2"]
    assert paths[-1] == "d4/k2"


def test_a_provision_that_never_was_is_told(ws: Workspace, regulation: str) -> None:
    for path in ("d99", "không phải địa chỉ"):
        with pytest.raises(StorageError, match="chưa từng có"):
            history(ws, regulation, path)


def test_bars_count_the_wordings_of_articles(ws: Workspace, regulation: str, file: File) -> None:
    amend(ws, regulation, file("2.txt", SECOND))
    amend(ws, regulation, file("1.txt", FIRST))
    shown = timeline(ws, regulation)
    assert [(row.path, [s.ordinal for s in row.spans]) for row in shown.changed] == [
        ("d1", [0, 1]),
        ("d2", [0, 1, 2]),
        ("d4", [0, 1, 2]),
    ]
    assert shown.unchanged_count == 1
    second = shown.changed[1].spans[1]
    assert (second.valid_from, second.valid_to) == (date(2018, 7, 16), date(2020, 2, 29))
    assert [(str(event.title), str(event.remark or "")) for event in shown.valid_events] == [
        ("Ban hành 07-QC/TU", ""),
        ("100-QĐ/TU", "3 nội dung"),
        ("200-QĐ/TU", "2 nội dung"),
    ]
    assert [event.recording for event in shown.known_events] == [1, 3, 5]
