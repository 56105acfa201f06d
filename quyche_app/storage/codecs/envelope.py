"""The three parts of a stored text: the name of its kind, the version of its form, what it holds."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from quyche_app.domain.errors import StorageError
from quyche_app.domain.messages import message

T = TypeVar("T")
Fields = dict[str, Any]
_NOTHING: tuple[object, ...] = (None, "", (), [], False)
# What reading something of another form can end in.
BROKEN = (ValueError, LookupError, TypeError, AttributeError, RecursionError)


def packed(name: str, version: int, held: object) -> str:
    """Give what a row holds as its text."""
    return json.dumps([name, version, held], ensure_ascii=False, separators=(",", ":"))


def opened(text: str, name: str, version: int, read: Callable[[Any], T]) -> T:
    """Give the value that a text of a kind and version holds.

    Raises:
        StorageError: QC-S090 the text is of another kind or version, QC-S091 it cannot be read.
    """
    try:
        kind, held = _parts(json.loads(text))
    except BROKEN as cause:
        raise damaged(name, cause) from cause
    if kind != (name, version):
        raise _unknown(name, f"{kind[0]} {kind[1]}")
    try:
        return read(held)
    except BROKEN as cause:
        raise damaged(name, cause) from cause


def _parts(stored: object) -> tuple[tuple[str, int], Any]:
    match stored:
        case [str(name), int(version), held]:
            return (name, version), held
        case _:
            raise ValueError("no stored value")


def deflated(text: str) -> bytes:
    """Give a long text as it is stored."""
    return zlib.compress(text.encode())


def inflated(data: bytes, name: str) -> str:
    """Give the long text that is stored.

    Raises:
        StorageError: QC-S091 it cannot be read.
    """
    try:
        return zlib.decompress(data).decode()
    except (zlib.error, *BROKEN) as cause:
        raise damaged(name, cause) from cause


def without_empty(fields: Mapping[str, object]) -> dict[str, object]:
    """Leave out fields that hold nothing. A number is always something: 0 stays."""
    return {
        name: held for name, held in fields.items() if type(held) is int or held not in _NOTHING
    }


def whole(held: Fields, value: T) -> T:
    """Give a value when every field was taken out of what is stored; one that is left is not known here.

    Raises:
        ValueError: something is left.
    """
    if held:
        raise ValueError(f"unknown fields: {', '.join(held)}")
    return value


def damaged(name: str, cause: Exception) -> StorageError:
    """Give what a person is told of stored data that cannot be read."""
    return StorageError(
        message(
            "QC-S091",
            "Kho có dữ liệu đã hỏng nên không đọc được. Hãy kiểm kho; nếu có bản sao lưu "
            "đúng, hãy khôi phục từ bản ấy.",
        ),
        detail=f"{name}: {cause!r}",
    )


def _unknown(name: str, found: str) -> StorageError:
    return StorageError(
        message(
            "QC-S090",
            "Kho có dữ liệu ở dạng mà phiên bản này của Quy Chế không biết. Hãy cập nhật "
            "chương trình rồi mở lại kho.",
        ),
        detail=f"{name}: {found}",
    )
