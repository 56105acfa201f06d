"""What was said is stored by code and by what it was about, not as a sentence.

Before, the reason and the account of an outcome, why something was recorded, and the doubts inside an
instruction, a reading and the account of a file were Vietnamese sentences. A sentence of then becomes a
message "stored.words" that says it as it was; of a recording the facts are taken out of it once and for
all. Both forms are written out here, so that this goes on working whatever becomes of the codecs.

Revision ID: 0004
Revises: 0003
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_UNREADABLE = (ValueError, LookupError, TypeError, AttributeError, RecursionError, zlib.error)
# What the library looked for in a reason, to find where two acts meet in time.
_MEETS = "hãy xem lời văn nào đúng"
_EFFECT = re.compile(r"(?P<act>.*), có hiệu lực (?P<day>\d{2})/(?P<month>\d{1,2})/(?P<year>\d{4})")
_IMPORT = "Nhập tệp "


def upgrade() -> None:
    """Rewrite every stored sentence."""
    _rewrite("outcome", ("operation", "recording"), "reason", _outcome_words)
    _rewrite("outcome", ("operation", "recording"), "reading", _outcome_words)
    _rewrite_recordings()
    _rewrite("operation", ("id",), "instruction", _instruction)
    _rewrite("amendment", ("recording",), "reading", _reading)
    _rewrite("original", ("id",), "account", _account)


def _rewrite(table: str, keys: tuple[str, ...], column: str, changed: Callable[[Any], Any]) -> None:
    """Rewrite a column row by row; what is damaged stays as it is, for ``verify`` to tell."""
    rows = sa.table(table, *map(sa.column, keys), sa.column(column))
    names, held = [rows.c[key] for key in keys], rows.c[column]
    connection = op.get_bind()
    for each in connection.execute(sa.select(*names)).all():
        is_row = sa.and_(*(name == value for name, value in zip(names, each, strict=True)))
        old = connection.scalar(sa.select(held).where(is_row))
        try:
            new = changed(old)
        except _UNREADABLE:
            continue
        connection.execute(sa.update(rows).where(is_row).values({column: new}))


def _rewrite_recordings() -> None:
    rows = sa.table("recording", sa.column("number"), sa.column("kind"), sa.column("why"))
    connection = op.get_bind()
    for number, kind, why in connection.execute(sa.select(rows)).all():
        new = _packed([_recorded(kind, why)]) if why else ""
        connection.execute(sa.update(rows).where(rows.c.number == number).values(why=new))


def _recorded(kind: str, why: str) -> list[object]:
    if kind == "edit":
        return ["recorded.milestone", "{name}", {"name": why}]
    if kind == "draft":
        return ["recorded.draft", "{name}", {"name": why}]
    if kind == "import" and why.startswith(_IMPORT):
        return ["recorded.import", "Nhập tệp {name}", {"name": why.removeprefix(_IMPORT)}]
    found = _EFFECT.fullmatch(why) if kind == "amend" else None
    if found is not None:
        day = f"{found['year']}-{int(found['month']):02}-{found['day']}"
        facts: dict[str, object] = {"act": found["act"], "day": {"day": day}}
        return ["recorded.amendment", "{act}, có hiệu lực {day}", facts]
    if kind == "amend":
        return ["recorded.amendment", "{act}", {"act": why}]
    return _message(why)


def _message(words: str) -> list[object]:
    code = "meeting.same_place" if _MEETS in words else "stored.words"
    return [code, "{words}", {"words": words}]


def _messages(words: str | None) -> list[object]:
    return [_message(words)] if words else []


def _packed(messages: list[list[object]]) -> str:
    held = ["messages", 1, messages]
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"))


def _outcome_words(words: str) -> str:
    return _packed([_message(words)]) if words else ""


def _value(name: str, held: Any) -> str:
    return json.dumps([name, 2, held], ensure_ascii=False, separators=(",", ":"))


def _held(text: str) -> Any:
    _, version, held = json.loads(text)
    if version != 1:
        raise ValueError(version)
    return held


def _instruction(text: str) -> str:
    held = _held(text)
    reasons = _messages(held.pop("reason", None))
    if reasons:
        held["reasons"] = reasons
    return _value("instruction", held)


def _reading(text: str) -> str:
    held = _held(text)
    for each in (*held.get("unread", ()), *held.get("transitional", ())):
        each["why"] = [_message(each.pop("reason", ""))]
    return _value("reading", held)


def _account(data: bytes) -> bytes:
    rows = [[*row, _messages(doubt)] for *row, doubt in _held(zlib.decompress(data).decode())]
    return zlib.compress(_value("account", rows).encode())
