"""``messages``: what the program said, by code and what it was about; the words come from the catalogue of
whoever reads it, and a text that no code of today knows is said as it was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import PurePath
from typing import Any

from quyche_app.domain.messages import Argument, Message
from quyche_app.storage.codecs.envelope import opened, packed

NAME = "messages"
VERSION = 1


def encode_messages(messages: Iterable[Message]) -> str:
    """Give messages as they are stored; "" for none."""
    fields = messages_fields(messages)
    return packed(NAME, VERSION, fields) if fields else ""


def decode_messages(text: str) -> tuple[Message, ...]:
    """Give the messages of a stored text.

    Raises:
        StorageError: QC-S090, QC-S091, see ``opened``.
    """
    return opened(text, NAME, VERSION, read_messages) if text else ()


def encode_message(one: Message) -> str:
    """Give one message as it is stored."""
    return encode_messages([one])


def decode_message(text: str) -> Message:
    """Give the one message of a stored text; an empty one where there is none.

    Raises:
        StorageError: QC-S090, QC-S091, see ``opened``.
    """
    return next(iter(decode_messages(text)), Message("", ""))


def messages_fields(messages: Iterable[Message]) -> list[object]:
    """Give messages inside another stored value."""
    return [_message_fields(each) for each in messages]


def read_messages(held: Sequence[Any]) -> tuple[Message, ...]:
    """Give the messages inside another stored value."""
    return tuple([_read_message(each) for each in held])


def _message_fields(one: Message) -> list[object]:
    return [one.code, one.text, {name: _argument(value) for name, value in one.arguments}]


def _read_message(held: Sequence[Any]) -> Message:
    code, text, arguments = held
    return Message(
        str(code), str(text), tuple([(name, _read(of)) for name, of in arguments.items()])
    )


def _argument(value: Argument) -> object:
    """Words and numbers stand as they are, everything else under the name of its kind."""
    if isinstance(value, Message):
        return {"message": _message_fields(value)}
    if isinstance(value, tuple):
        return {"list": [_argument(each) for each in value]}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    return str(value) if isinstance(value, str | PurePath) else value


def _read(held: Any) -> Argument:
    match held:
        case {"message": of}:
            return _read_message(of)
        case {"list": several}:
            return tuple([_read(each) for each in several])
        case {"day": day}:
            return date.fromisoformat(day)
        case str() | int():
            return held
        case _:
            raise ValueError(f"no argument: {held!r}")
