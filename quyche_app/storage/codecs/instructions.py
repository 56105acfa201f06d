"""``instruction``: one order of an amending act, whole, so that a text is computed again without a file."""

from __future__ import annotations

from quyche_app.domain.encoding import block_fields, day_text, decode_blocks, read_day
from quyche_app.domain.operations import Confidence, Instruction
from quyche_app.domain.verbs import Verb
from quyche_app.storage.codecs.envelope import Fields, opened, packed, whole, without_empty
from quyche_app.storage.codecs.messages import messages_fields, read_messages
from quyche_app.storage.codecs.targets import (
    exclusion_fields,
    position_fields,
    read_exclusion,
    read_position,
    read_steps,
    read_targets,
    steps_fields,
    targets_fields,
)

NAME = "instruction"
VERSION = 2


def encode_instruction(instruction: Instruction) -> str:
    """Give an instruction as it is stored."""
    position = instruction.position
    fields: dict[str, object] = {
        "index": instruction.index,
        "act_no": instruction.act_no,
        "place": instruction.place,
        "lines": instruction.source_lines,
        "text": instruction.source_text,
        "verb": instruction.verb,
        "targets": targets_fields(instruction.targets),
        "quoted": block_fields(instruction.quoted),
        "openings": instruction.openings,
        "words_old": instruction.words_old,
        "words_new": instruction.words_new,
        "position": None if position is None else position_fields(position),
        "exclusions": [exclusion_fields(each) for each in instruction.exclusions],
        "results": targets_fields(instruction.results),
        "container": instruction.container,
        "act_reference": instruction.act_reference,
        "component": instruction.component,
        "under": steps_fields(instruction.under),
        "effect_date": day_text(instruction.effect_date),
        "confidence": instruction.confidence,
        "reasons": messages_fields(instruction.reasons),
    }
    return packed(NAME, VERSION, without_empty(fields))


def decode_instruction(text: str) -> Instruction:
    """Give the instruction of a stored text.

    Raises:
        StorageError: QC-S090, QC-S091, see ``opened``.
    """
    return opened(text, NAME, VERSION, _read)


def _read(held: Fields) -> Instruction:
    take = held.pop
    first, last = take("lines")
    position = take("position", None)
    instruction = Instruction(
        index=take("index"),
        act_no=take("act_no"),
        place=take("place", ""),
        source_lines=(first, last),
        source_text=take("text", ""),
        verb=Verb(take("verb")),
        targets=read_targets(take("targets", [])),
        quoted=decode_blocks(take("quoted", [])),
        openings=tuple(take("openings", ())),
        words_old=tuple(take("words_old", ())),
        words_new=tuple(take("words_new", ())),
        position=None if position is None else read_position(position),
        exclusions=tuple([read_exclusion(each) for each in take("exclusions", [])]),
        results=read_targets(take("results", [])),
        container=take("container", None),
        act_reference=take("act_reference", ""),
        component=take("component", ""),
        under=read_steps(take("under", ())),
        effect_date=read_day(take("effect_date", None)),
        confidence=Confidence(take("confidence")),
        reasons=read_messages(take("reasons", ())),
    )
    return whole(held, instruction)
