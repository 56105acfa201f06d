"""``notes``: the notes of a whole text, deflated."""

from __future__ import annotations

from collections.abc import Iterable

from quyche_app.domain.operations import Footnote
from quyche_app.storage.codecs.envelope import (
    Fields,
    deflated,
    inflated,
    opened,
    packed,
    whole,
    without_empty,
)

NAME = "notes"
VERSION = 1


def encode_notes(notes: Iterable[Footnote]) -> bytes:
    """Give notes as they are stored."""
    return deflated(packed(NAME, VERSION, [_note_fields(note) for note in notes]))


def decode_notes(data: bytes) -> tuple[Footnote, ...]:
    """Give the notes of stored bytes.

    Raises:
        StorageError: QC-S090, QC-S091, see ``opened``.
    """
    return opened(
        inflated(data, NAME), NAME, VERSION, lambda held: tuple([_read(each) for each in held])
    )


def _note_fields(note: Footnote) -> dict[str, object]:
    fields: dict[str, object] = {
        "unit": note.unit_id,
        "path": note.path,
        "text": note.text,
        "act_no": note.act_no,
        "instruction": note.instruction,
        "slot": note.slot,
    }
    return without_empty(fields)


def _read(held: Fields) -> Footnote:
    take = held.pop
    note = Footnote(
        unit_id=take("unit", ""),
        path=take("path", ""),
        text=take("text", ""),
        act_no=take("act_no"),
        instruction=take("instruction"),
        slot=take("slot", ""),
    )
    return whole(held, note)
