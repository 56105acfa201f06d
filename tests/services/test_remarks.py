"""Remarks on provisions and choices for a text: kept with who and when; the newest counts."""

from __future__ import annotations

import pytest

from quyche_app.domain.errors import StorageError
from quyche_app.services.drafts import begin_draft
from quyche_app.services.remarks import add_remark, choices_of, choose, close_remark, remarks_of
from quyche_app.services.workspace import Workspace


def test_a_remark_stays_until_it_is_put_away(ws: Workspace, regulation: str) -> None:
    draft = begin_draft(ws, regulation).id
    first = add_remark(ws, draft, "u1", " Hỏi lại Văn phòng. ", quoted="05 ngày", who="Lê Thu Hà")
    add_remark(ws, draft, "u2", "Xem lại.")
    assert next((r.unit_id, r.quoted, r.words, r.who) for r in remarks_of(ws, draft)) == (
        "u1",
        "05 ngày",
        "Hỏi lại Văn phòng.",
        "Lê Thu Hà",
    )
    close_remark(ws, draft, first.uuid)
    assert [r.words for r in remarks_of(ws, draft)] == ["Xem lại."]
    assert remarks_of(ws, regulation) == ()


def test_an_empty_remark_and_one_that_is_not_there_are_refused(
    ws: Workspace, regulation: str
) -> None:
    with pytest.raises(StorageError, match="chưa có chữ"):
        add_remark(ws, regulation, "u1", "  ")
    with pytest.raises(StorageError, match="không còn"):
        close_remark(ws, regulation, "x")


def test_the_newest_choice_counts(ws: Workspace, regulation: str) -> None:
    assert choices_of(ws, regulation) == {}
    choose(ws, regulation, {"numbering": "frozen", "silent:tones": "1"})
    choose(ws, regulation, {"numbering": "recount"})
    assert choices_of(ws, regulation) == {"numbering": "recount", "silent:tones": "1"}
