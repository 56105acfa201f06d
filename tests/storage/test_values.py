"""Instructions are stored whole and come back equal."""

from __future__ import annotations

from datetime import date

import pytest

from quyche_app.domain.acts import Act
from quyche_app.domain.addresses import Address, Step
from quyche_app.domain.operations import (
    Confidence,
    Exclusion,
    Instruction,
    Position,
    ReadAmendments,
    Target,
    Unread,
    Verb,
)
from quyche_app.domain.units import Cell, Mark, Opaque, Paragraph, Table
from quyche_app.storage.values import from_json, to_json

CLAUSE = Target(Address((Step("article", "5"), Step("clause", "2")), "qc"), "lead")
FULL = Instruction(
    3,
    2,
    "Điều 1 khoản 3",
    (12, 18),
    "Sửa đổi khoản 2 Điều 5 như sau:",
    Verb.AMEND,
    (CLAUSE,),
    quoted=(
        Paragraph("“2. Lời mới.”", (Mark(0, 2, "b"),), "center"),
        Table(((Cell((Paragraph("ô"),), 2),),)),
        Opaque("h1", "[hình]", "AAEC"),
    ),
    words_old=("cũ",),
    words_new=("mới",),
    position=Position("after", CLAUSE),
    exclusions=(Exclusion("giới tính", (CLAUSE,)),),
    results=(CLAUSE,),
    container=1,
    act_reference="Luật số 1",
    component="regulation",
    effect_date=date(2018, 7, 16),
    confidence=Confidence.DOUBTFUL,
    reason="vì sao",
)
PLAIN = Instruction(0, 1, "", (1, 1), "", Verb.REPEAL, ())


@pytest.mark.parametrize("instruction", [FULL, PLAIN])
def test_an_instruction_comes_back_equal(instruction: Instruction) -> None:
    back = from_json(Instruction, to_json(instruction))
    assert back == instruction
    assert isinstance(back.verb, Verb)
    assert isinstance(back.targets, tuple)


def test_fields_at_their_default_take_no_room() -> None:
    assert "quoted" not in to_json(PLAIN)
    assert "confidence" not in to_json(PLAIN)


def test_a_reading_comes_back_equal() -> None:
    reading = ReadAmendments(
        Act(number="100-QĐ/TU"),
        (FULL, PLAIN),
        (Unread(1, (3, 4), "lời", "lý do"),),
        date(2018, 7, 16),
        ((20, 22),),
        ("05-QĐ/TU",),
    )
    assert from_json(ReadAmendments, to_json(reading)) == reading


def test_a_field_that_this_version_does_not_know_is_not_dropped_in_silence() -> None:
    with pytest.raises(KeyError):
        from_json(Instruction, to_json(PLAIN).replace('"verb"', '"verb_of_tomorrow"'))
