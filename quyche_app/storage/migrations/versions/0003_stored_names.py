"""Stored values have names of their own: no row holds the name of a Python class any more.

Before, a value was {"@": name of its class, name of a field: …}, with the fields at their default left
out. Now it is [name of its kind, version, what it holds], see ``storage.codecs``. Both forms are written
out here, so that this goes on working whatever becomes of the codecs.

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

Old = dict[str, Any]
_UNREADABLE = (ValueError, LookupError, TypeError, AttributeError, RecursionError, zlib.error)
_NOTHING: tuple[object, ...] = (None, "", [], False)


def upgrade() -> None:
    """Rewrite every stored value."""
    _rewrite("operation", "id", "instruction", _instruction)
    _rewrite("amendment", "recording", "reading", _reading)
    _rewrite("note", "recording", "notes", _notes)
    _rewrite("original", "id", "account", _account)


def _rewrite(table: str, key: str, column: str, changed: Callable[[Any], Any]) -> None:
    """Rewrite a column row by row; what is damaged stays as it is, for ``verify`` to tell."""
    rows = sa.table(table, sa.column(key), sa.column(column))
    number, held = rows.c[key], rows.c[column]
    connection = op.get_bind()
    for each in connection.scalars(sa.select(number)).all():
        old = connection.scalar(sa.select(held).where(number == each))
        try:
            new = changed(old)
        except _UNREADABLE:
            continue
        connection.execute(sa.update(rows).where(number == each).values({column: new}))


def _packed(name: str, held: object) -> str:
    return json.dumps([name, 1, held], ensure_ascii=False, separators=(",", ":"))


def _filled(fields: dict[str, object]) -> dict[str, object]:
    return {
        name: held for name, held in fields.items() if type(held) is int or held not in _NOTHING
    }


def _instruction(text: str) -> str:
    old: Old = json.loads(text)
    position = old.get("position")
    fields = {
        "index": old["index"],
        "act_no": old["act_no"],
        "place": old["place"],
        "lines": old["source_lines"],
        "text": old["source_text"],
        "verb": old["verb"],
        "targets": _targets(old["targets"]),
        "quoted": _blocks(old.get("quoted", [])),
        "openings": old.get("openings"),
        "words_old": old.get("words_old"),
        "words_new": old.get("words_new"),
        "position": None if position is None else _position(position),
        "exclusions": [_exclusion(each) for each in old.get("exclusions", [])],
        "results": _targets(old.get("results", [])),
        "container": old.get("container"),
        "act_reference": old.get("act_reference"),
        "component": old.get("component"),
        "effect_date": old.get("effect_date"),
        "confidence": old.get("confidence", "high"),
        "reason": old.get("reason"),
    }
    return _packed("instruction", _filled(fields))


def _targets(old: list[Old]) -> list[object]:
    return [_target(each) for each in old]


def _target(old: Old) -> dict[str, object]:
    address = old["address"]
    fields = {
        "component": address.get("component"),
        "steps": [[step["kind"], step["label"]] for step in address["steps"]],
        "slot": old.get("slot", "unit"),
    }
    return _filled(fields)


def _position(old: Old) -> dict[str, object]:
    reference = old.get("reference")
    fields = {
        "side": old["side"],
        "reference": None if reference is None else _target(reference),
        "words": old.get("words"),
    }
    return _filled(fields)


def _exclusion(old: Old) -> dict[str, object]:
    return _filled({"words": old["words"], "targets": _targets(old["targets"])})


def _blocks(old: list[Old]) -> list[object]:
    return [_block(each) for each in old]


def _block(old: Old) -> object:
    match old["@"]:
        case "Paragraph":
            marks = [[mark["start"], mark["end"], mark["kind"]] for mark in old.get("marks", [])]
            align = old.get("align", "")
            return ["p", old["text"], marks, align] if marks or align else old["text"]
        case "Table":
            return ["t", [[_cell(cell) for cell in row] for row in old["rows"]]]
        case "Opaque":
            return ["o", old["name"], old["text"], old.get("payload", "")]
        case other:
            raise ValueError(other)


def _cell(old: Old) -> list[object]:
    return [old.get("span", 1), _blocks(old["blocks"])]


def _reading(text: str) -> str:
    old: Old = json.loads(text)
    fields = {
        "act": _act(old["act"]),
        "unread": [_unread(each) for each in old["unread"]],
        "effect_date": old["effect_date"],
        "implementing": old.get("implementing"),
        "amended": old.get("amended"),
        "is_effect_unknown": old.get("is_effect_unknown"),
        "transitional": [_unread(each) for each in old.get("transitional", [])],
    }
    return _packed("reading", _filled(fields))


def _act(old: Old) -> list[object]:
    words = [old.get(name, "") for name in ("number", "kind", "title", "issuer", "place")]
    return ["act", *words, old.get("issue_date"), old.get("effect_date"), old.get("signer", "")]


def _unread(old: Old) -> dict[str, object]:
    fields = {
        "act_no": old["act_no"],
        "lines": old["lines"],
        "text": old["text"],
        "reason": old["reason"],
        "is_on_effect": old.get("is_on_effect"),
    }
    return _filled(fields)


def _notes(data: bytes) -> bytes:
    notes = [_note(each) for each in json.loads(zlib.decompress(data))]
    return zlib.compress(_packed("notes", notes).encode())


def _note(old: Old) -> dict[str, object]:
    fields = {
        "unit": old["unit_id"],
        "path": old["path"],
        "text": old["text"],
        "act_no": old["act_no"],
        "instruction": old["instruction"],
        "slot": old.get("slot", "unit"),
    }
    return _filled(fields)


def _account(data: bytes) -> bytes:
    return zlib.compress(_packed("account", json.loads(zlib.decompress(data))).encode())
