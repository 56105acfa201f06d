"""Steps as lines of a journal, and back."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from quyche_app.domain.messages import message
from quyche_app.domain.units import Paragraph
from quyche_app.drafting.edits import Edit, Frame, Splice, Step, own_frame
from quyche_app.drafting.policy import Numbering, PolicyChange
from quyche_app.drafting.records import (
    decode_kept_step,
    decode_step,
    encode_kept_step,
    encode_step,
)
from quyche_app.drafting.spots import Spot
from tests.drafting.made import SAID, new_act, rewording, unit_of
from tests.making import clause

ACT = new_act()
FRAME = own_frame(ACT.components[0])
EDITS: tuple[Edit, ...] = (
    rewording(ACT, "clause-1", "Lời “mới”."),
    Splice("article-1", 1, (unit_of(ACT, "clause-2"),), (clause("3", "Lời."),)),
    Splice("body-", 0, (), (unit_of(ACT, "article-1"),)),
    Frame(FRAME.id, FRAME, replace(FRAME, front=(Paragraph("QUY CHẾ"),))),
)
STEP = Step(message("step.test", "sửa {place}", place="Điều 1"), EDITS, "article-1")


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: type(edit).__name__)
def test_each_edit_comes_back(edit: Edit) -> None:
    step = Step(SAID, (edit,))
    assert decode_step(encode_step(step)) == step


@pytest.mark.parametrize(
    "step",
    [
        STEP,
        Step(SAID, ()),
        replace(STEP, policy=PolicyChange(Numbering.FROZEN, Numbering.RECOUNT)),
    ],
    ids=["several edits", "none", "another policy"],
)
def test_a_step_comes_back_on_one_line(step: Step) -> None:
    line = encode_step(step)
    assert "\n" not in line
    assert decode_step(line) == decode_step(line.encode()) == step


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, None),
        (Spot("a", "lead", 1, 5), None),
        (None, Spot("b", "heading", 0, 0)),
    ],
    ids=["none", "before", "after"],
)
def test_a_kept_step_has_its_carets(before: Spot | None, after: Spot | None) -> None:
    step = replace(STEP, caret_before=before, caret_after=after)
    assert decode_kept_step(encode_kept_step(step)) == step
    assert decode_step(encode_step(step)) == STEP


def test_what_a_step_of_before_said_in_words_is_still_said() -> None:
    fields = json.loads(encode_step(STEP))
    old = json.dumps(["bỏ khoản 2", *fields[1:]])
    assert decode_step(old).name == "bỏ khoản 2"
    assert decode_step(old).edits == EDITS


LINE = encode_step(STEP)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "{}",
        "null",
        "[]",
        LINE[: len(LINE) // 2],
        LINE.replace('["s",', '["t",', 1),
        LINE.replace('"article-1",1,', '"article-1","1",', 1),
        '["x","u",[["w"]]]',
        '["x","u",[["w","u",null,null]]]',
        '["x","u",[],["hôm nay","recount"]]',
        "[" * 100_000,
    ],
    ids=[
        "empty",
        "an object",
        "nothing",
        "no fields",
        "cut",
        "another edit",
        "a place in words",
        "a short edit",
        "no unit",
        "another policy",
        "nested without end",
    ],
)
def test_a_line_that_is_no_step_is_refused(line: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (whichever sentence says it)
        decode_step(line)
    with pytest.raises(ValueError):  # noqa: PT011
        decode_kept_step(f"[{line},[null,null]]")


@pytest.mark.parametrize("carets", ["null", "[null]", '[["u"],null]', '[["u","lead","x",0],null]'])
def test_carets_that_are_none_are_refused(carets: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        decode_kept_step(f"[{LINE},{carets}]")
