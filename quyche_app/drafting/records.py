"""Steps as lists that JSON can hold, and back: what the crash journal and kept undo stacks are made of."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from quyche_app.domain.encoding import (
    decode_component,
    decode_unit,
    encode_component,
    encode_unit,
)
from quyche_app.domain.messages import Message, message, message_fields, read_message
from quyche_app.domain.units import Unit
from quyche_app.drafting.edits import Edit, Frame, Splice, Step, Words
from quyche_app.drafting.policy import Numbering, PolicyChange
from quyche_app.drafting.spots import Spot


def encode_step(step: Step) -> str:
    """Give a step as one line of JSON."""
    fields: list[object] = [
        message_fields(step.said),
        step.focus,
        [_edit(edit) for edit in step.edits],
    ]
    if step.policy is not None:
        fields.append([step.policy.old, step.policy.new])
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))


def encode_kept_step(step: Step) -> str:
    """Give a step of a kept undo stack as one line of JSON: the step with its carets."""
    carets = [_caret(step.caret_before), _caret(step.caret_after)]
    return f"[{encode_step(step)},{json.dumps(carets, ensure_ascii=False)}]"


def decode_kept_step(line: str | bytes) -> Step:
    """Give the step of a line of a kept undo stack.

    Raises:
        ValueError: the line is none, or was cut.
    """
    try:
        fields, (before, after) = json.loads(line)
        return replace(
            _decode_step(fields),
            caret_before=_decode_caret(before),
            caret_after=_decode_caret(after),
        )
    except (TypeError, KeyError, IndexError, AttributeError, RecursionError) as cause:
        raise ValueError("no step") from cause


def decode_step(line: str | bytes) -> Step:
    """Give the step of a line.

    Raises:
        ValueError: the line is no step, or was cut.
    """
    try:
        return _decode_step(json.loads(line))
    except (TypeError, KeyError, IndexError, AttributeError, RecursionError) as cause:
        raise ValueError("no step") from cause


def _decode_step(fields: list[Any]) -> Step:
    name, focus, edits, *policy = fields
    return Step(
        _said(name),
        tuple(_decode_edit(edit) for edit in edits),
        str(focus),
        _decode_policy(*policy) if policy else None,
    )


def _said(stored: str | list[Any]) -> Message:
    """What a step was; a journal of before held it as words."""
    if isinstance(stored, str):
        return message("stored.words", "{words}", words=stored)
    return read_message(stored)


def _caret(spot: Spot | None) -> list[object] | None:
    return None if spot is None else [spot.unit_id, spot.slot, spot.block, spot.at]


def _decode_caret(stored: list[Any] | None) -> Spot | None:
    if stored is None:
        return None
    unit_id, slot, block, at = stored
    return Spot(str(unit_id), str(slot), int(block), int(at))


def _edit(edit: Edit) -> list[object]:
    match edit:
        case Words():
            return ["w", edit.unit_id, _tree(edit.old), _tree(edit.new)]
        case Frame():
            return [
                "f",
                edit.component_id,
                json.loads(encode_component(edit.old)),
                json.loads(encode_component(edit.new)),
            ]
        case Splice():
            return [
                "s",
                edit.parent_id,
                edit.at,
                [_tree(u) for u in edit.old],
                [_tree(u) for u in edit.new],
            ]


def _decode_policy(stored: list[str]) -> PolicyChange:
    old, new = stored
    return PolicyChange(Numbering(old), Numbering(new))


def _decode_edit(stored: list[Any]) -> Edit:
    match stored:
        case ["w", str(unit_id), old, new]:
            return Words(unit_id, _decode_tree(old), _decode_tree(new))
        case ["f", str(component_id), old, new]:
            return Frame(
                component_id,
                decode_component(old, component_id, ()),
                decode_component(new, component_id, ()),
            )
        case ["s", str(parent_id), int(at), old, new]:
            return Splice(
                parent_id,
                at,
                tuple(_decode_tree(u) for u in old),
                tuple(_decode_tree(u) for u in new),
            )
        case _:
            raise ValueError("no edit")


def _tree(unit: Unit) -> list[object]:
    return [unit.id, json.loads(encode_unit(unit)), [_tree(child) for child in unit.children]]


def _decode_tree(stored: list[Any]) -> Unit:
    unit_id, fields, children = stored
    return decode_unit(fields, unit_id, tuple(_decode_tree(child) for child in children))
