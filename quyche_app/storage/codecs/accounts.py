"""``account``: where each paragraph of an original file went, deflated.

    [[1,"front","01a2…","",""],[2,"label","01a3…","d1","số trùng"]]

A row is: paragraph number, role, identity of the owner, path of the owner, doubt.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from quyche_app.domain.sources import AccountEntry, Role
from quyche_app.storage.codecs.envelope import deflated, inflated, opened, packed
from quyche_app.storage.codecs.messages import messages_fields, read_messages

NAME = "account"
VERSION = 2


def encode_account(account: Iterable[AccountEntry]) -> bytes:
    """Give an account as it is stored."""
    rows = [[e.line, e.role, e.owner_id, e.path, _doubt_fields(e)] for e in account]
    return deflated(packed(NAME, VERSION, rows))


def decode_account(data: bytes) -> tuple[AccountEntry, ...]:
    """Give the account of stored bytes.

    Raises:
        StorageError: QC-S090, QC-S091, see ``opened``.
    """
    return opened(inflated(data, NAME), NAME, VERSION, _read)


def _read(held: list[list[Any]]) -> tuple[AccountEntry, ...]:
    return tuple([_entry(*row) for row in held])


def _doubt_fields(entry: AccountEntry) -> list[object]:
    return [] if entry.doubt is None else messages_fields([entry.doubt])


def _entry(line: int, role: str, owner: str, path: str, doubt: list[Any]) -> AccountEntry:
    why = next(iter(read_messages(doubt)), None)
    return AccountEntry(line=line, role=Role(role), owner_id=owner, path=path, doubt=why)
