"""Frozen domain values as plain JSON values and back, by their type annotations.

Fields at their default are left out, so a field added later can still be read from older rows.
"""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Sequence
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
_TAG = "@"  # names the class where an annotation allows several


def to_json(value: object) -> str:
    """Give a value as JSON text."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def from_json(wanted: type[T], text: str) -> T:
    """Give the value of a class that JSON text holds."""
    result: T = _made(wanted, json.loads(text))
    return result


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields: dict[str, Any] = {_TAG: type(value).__name__}
        for field in dataclasses.fields(value):
            item = getattr(value, field.name)
            if field.default is dataclasses.MISSING or item != field.default:
                fields[field.name] = _plain(item)
        return fields
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return value


@cache
def _hints(wanted: type) -> dict[str, Any]:
    return get_type_hints(wanted)


def _made(wanted: Any, value: Any) -> Any:
    origin = get_origin(wanted)
    if origin in (Union, types.UnionType):
        return _made_one_of(get_args(wanted), value)
    if origin in (tuple, Sequence):
        arguments = get_args(wanted)
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            return tuple(_made(arguments[0], item) for item in value)
        return tuple(_made(kind, item) for kind, item in zip(arguments, value, strict=True))
    if dataclasses.is_dataclass(wanted):
        if not isinstance(value, dict):
            raise ValueError(f"not a stored {wanted}")
        hints = _hints(wanted)  # type: ignore[arg-type]
        fields = {name: _made(hints[name], item) for name, item in value.items() if name != _TAG}
        return wanted(**fields)  # type: ignore[operator]
    if wanted is date:
        return date.fromisoformat(value)
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return wanted(value)
    return value


def _made_one_of(choices: tuple[Any, ...], value: Any) -> Any:
    if value is None:
        return None
    named = value.get(_TAG) if isinstance(value, dict) else None
    for choice in choices:
        if choice is not type(None) and (named is None or choice.__name__ == named):
            return _made(choice, value)
    raise ValueError(f"no such value: {named}")
