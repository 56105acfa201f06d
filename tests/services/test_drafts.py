"""Drafts: they begin from a state, keep identities, and never overwrite another's edit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from quyche_app.domain.acts import Act
from quyche_app.domain.errors import StorageError
from quyche_app.domain.flow import act_lines
from quyche_app.domain.trees import change_units
from quyche_app.domain.units import Paragraph, Unit
from quyche_app.services.amend import amend
from quyche_app.services.drafts import begin_draft, draft_base, record_edits, record_texts
from quyche_app.services.history import wordings_of_units
from quyche_app.services.library import document_details, find_document
from quyche_app.services.remarks import choices_of
from quyche_app.services.text_as_at import text_as_at
from quyche_app.services.verify import verify
from quyche_app.services.views import Role
from quyche_app.services.workspace import Workspace
from tests.services.office_texts import FIRST

File = Callable[[str, str], Path]


def unit_with(act: Act, words: str) -> Unit:
    return next(
        u
        for u in act.units()
        if u.lead and isinstance(u.lead[0], Paragraph) and words in u.lead[0].text
    )


def with_words(unit: Unit, words: str) -> Unit:
    return replace(unit, lead=(Paragraph(words),))


def test_a_draft_begins_from_a_state_and_leaves_the_issued_text_alone(
    ws: Workspace, regulation: str, file: File
) -> None:
    amend(ws, regulation, file("1.txt", FIRST))
    draft = begin_draft(ws, regulation, as_at="2020-01-01")
    assert (draft.role, draft.status_text) == (Role.DRAFT, "Dự thảo, lần 1")
    issued, text = text_as_at(ws, regulation, as_at="2020-01-01"), text_as_at(ws, draft.id)
    assert text.act == issued.act, "the same identities"
    assert str(text.header).startswith("Dự thảo, lần 1, theo kho sau lần ghi")
    unit = unit_with(text.act, "người chủ trì")
    number = record_texts(ws, draft.id, {unit.id: with_words(unit, "Mỗi việc giao hai người.")})
    assert "1. Mỗi việc giao hai người." in act_lines(text_as_at(ws, draft.id).act)
    assert text_as_at(ws, draft.id, known_at=number - 1).act == text.act
    assert text_as_at(ws, regulation, as_at="2020-01-01").act == issued.act
    assert begin_draft(ws, regulation).status_text == "Dự thảo, lần 2"
    assert find_document(ws, "07-QC/TU").id == regulation, "a number means the issued text"


def test_two_people_on_one_clause_are_told_and_nothing_is_overwritten(
    ws: Workspace, regulation: str
) -> None:
    draft = begin_draft(ws, regulation, as_at="issued").id
    text = text_as_at(ws, draft)
    one, other = unit_with(text.act, "người chủ trì"), unit_with(text.act, "Việc gấp")
    first = record_texts(
        ws, draft, {one.id: with_words(one, "Của người thứ nhất.")}, based_on=text.known_at
    )
    with pytest.raises(StorageError, match=f"lần ghi {first}") as refused:
        record_texts(
            ws, draft, {one.id: with_words(one, "Của người thứ hai.")}, based_on=text.known_at
        )
    assert refused.value.detail == (
        "Trong kho: 1. Của người thứ nhất.\nBản đang sửa: 1. Của người thứ hai."
    )
    record_texts(ws, draft, {other.id: with_words(other, "Chỗ khác.")}, based_on=text.known_at)
    lines = act_lines(text_as_at(ws, draft).act)
    assert "1. Của người thứ nhất." in lines
    assert "2. Chỗ khác." in lines


def test_a_whole_edited_text_writes_only_what_differs(ws: Workspace, regulation: str) -> None:
    draft = begin_draft(ws, regulation, as_at="issued").id
    text = text_as_at(ws, draft)
    article = next(u for u in text.act.units() if u.label == "2" and u.children)
    new = replace(
        article.children[0],
        id="0" * 31 + "1",
        label="3",
        prefix="3. ",
        lead=(Paragraph("Việc mới."),),
    )
    second, first = article.children[1], article.children[0]

    def change(unit: Unit) -> tuple[Unit, ...] | None:
        return (replace(unit, children=(second, new)),) if unit.id == article.id else None

    edited = change_units(text.act, change)
    number = record_edits(ws, draft, edited).number
    assert text_as_at(ws, draft).act == edited
    rows = wordings_of_units(ws, draft, [first.id, second.id, new.id])
    assert [(r.unit_id, r.text) for r in rows if r.recording == number] == [
        (first.id, ""),
        (new.id, "3. Việc mới."),
    ]
    assert record_edits(ws, draft, edited).number == number, "nothing differs, nothing is written"
    assert len(document_details(ws, draft).milestones) == 1, "a recording without a name is none"
    assert all(verdict.is_true for verdict in verify(ws))


def test_siblings_that_change_places_stand_as_they_were_put(ws: Workspace, regulation: str) -> None:
    draft = begin_draft(ws, regulation, as_at="issued").id
    act = text_as_at(ws, draft).act

    def turned(unit: Unit) -> tuple[Unit, ...] | None:
        return (
            (replace(unit, children=unit.children[::-1]),)
            if unit.children and unit.label == "2"
            else None
        )

    edited = change_units(act, turned)
    record_edits(ws, draft, edited)
    assert text_as_at(ws, draft).act == edited


def test_an_issued_text_is_not_edited_like_a_draft(ws: Workspace, regulation: str) -> None:
    unit = next(text_as_at(ws, regulation).act.units())
    with pytest.raises(StorageError, match="Không có dự thảo"):
        record_texts(ws, regulation, {unit.id: unit})
    draft = begin_draft(ws, regulation).id
    with pytest.raises(StorageError, match="không có điều khoản cần sửa"):
        record_texts(ws, draft, {"f" * 32: unit})


def test_a_draft_of_a_text_with_numbers_in_between_keeps_them_unless_a_person_says_otherwise(
    ws: Workspace, regulation: str, file: File
) -> None:
    def numbering(draft: str) -> str:
        return choices_of(ws, draft)["numbering"]

    assert numbering(begin_draft(ws, regulation).id) == "recount"
    words = FIRST.replace("khoản 3 vào sau khoản 2", "khoản 2a vào sau khoản 2").replace(
        "“3. Hồ", "“2a. Hồ"
    )
    amend(ws, regulation, file("quyet-dinh.txt", words))
    assert numbering(begin_draft(ws, regulation).id) == "frozen"
    assert numbering(begin_draft(ws, regulation, chosen={"numbering": "recount"}).id) == "recount"


def test_a_draft_is_named_by_the_day_its_wording_began(
    ws: Workspace, regulation: str, file: File
) -> None:
    assert (
        str(draft_base(ws, begin_draft(ws, regulation).id).said) == "07-QC/TU, lời văn khi ban hành"
    )
    amend(ws, regulation, file("quyet-dinh.txt", FIRST))
    assert (
        str(draft_base(ws, begin_draft(ws, regulation).id).said)
        == "07-QC/TU, lời văn ngày 16/7/2018"
    )
