"""``messages``: what the program said, by code and what it was about; the words come from the catalogue of
whoever reads it, and a text that no code of today knows is said as it was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from quyche_app.domain.messages import Message, message_fields, read_message
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
    return [message_fields(each) for each in messages]


def read_messages(held: Sequence[Any]) -> tuple[Message, ...]:
    """Give the messages inside another stored value."""
    return tuple([read_message(each) for each in held])
