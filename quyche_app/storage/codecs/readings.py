"""``reading``: what was read of an amending act besides its orders: its head, its days, what is unread.

The orders are rows of their own (``instruction``), and so is the text of the act.
"""

from __future__ import annotations

from quyche_app.domain.encoding import act_fields, day_text, decode_act, read_day
from quyche_app.domain.operations import ReadAmendments, Unread
from quyche_app.storage.codecs.envelope import Fields, opened, packed, whole, without_empty
from quyche_app.storage.codecs.messages import messages_fields, read_messages

NAME = "reading"
VERSION = 2


def encode_reading(reading: ReadAmendments) -> str:
    """Give a reading as it is stored, without instructions and without the components of the act."""
    fields: dict[str, object] = {
        "act": act_fields(reading.act),
        "unread": [_unread_fields(each) for each in reading.unread],
        "effect_date": day_text(reading.effect_date),
        "implementing": reading.implementing,
        "amended": reading.amended,
        "is_effect_unknown": reading.is_effect_unknown,
        "transitional": [_unread_fields(each) for each in reading.transitional],
    }
    return packed(NAME, VERSION, without_empty(fields))


def decode_reading(text: str) -> ReadAmendments:
    """Give the reading of a stored text, without instructions and without the components of the act.

    Raises:
        StorageError: QC-S090, QC-S091, see ``opened``.
    """
    return opened(text, NAME, VERSION, _read)


def unread_count(text: str) -> int:
    """Count the stretches of the act that were not understood.

    Raises:
        StorageError: QC-S090, QC-S091, see ``opened``.
    """
    return opened(text, NAME, VERSION, lambda held: len(held.get("unread", ())))


def _read(held: Fields) -> ReadAmendments:
    take = held.pop
    reading = ReadAmendments(
        act=decode_act(take("act"), ()),
        instructions=(),
        unread=tuple([_read_unread(each) for each in take("unread", [])]),
        effect_date=read_day(take("effect_date", None)),
        implementing=tuple([(first, last) for first, last in take("implementing", [])]),
        amended=tuple(take("amended", ())),
        is_effect_unknown=take("is_effect_unknown", False),
        transitional=tuple([_read_unread(each) for each in take("transitional", [])]),
    )
    return whole(held, reading)


def _unread_fields(unread: Unread) -> dict[str, object]:
    fields: dict[str, object] = {
        "act_no": unread.act_no,
        "lines": unread.lines,
        "text": unread.text,
        "why": messages_fields([unread.why]),
        "is_on_effect": unread.is_on_effect,
    }
    return without_empty(fields)


def _read_unread(held: Fields) -> Unread:
    take = held.pop
    first, last = take("lines")
    unread = Unread(
        act_no=take("act_no"),
        lines=(first, last),
        text=take("text", ""),
        why=read_messages(take("why"))[0],
        is_on_effect=take("is_on_effect", False),
    )
    return whole(held, unread)
