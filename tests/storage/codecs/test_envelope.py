"""Name, version and what is held: what comes back, and what is refused with which code."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any

import pytest

from quyche_app.domain.errors import StorageError
from quyche_app.storage.codecs.envelope import (
    damaged,
    deflated,
    inflated,
    opened,
    packed,
    whole,
    without_empty,
)


def test_a_value_is_packed_shortly_with_its_letters() -> None:
    assert packed("đơn", 2, {"lời": ["Điều", 5]}) == '["đơn",2,{"lời":["Điều",5]}]'


def test_what_was_packed_is_opened() -> None:
    assert opened(packed("a", 3, [1, 2]), "a", 3, lambda held: sum(held)) == 3


def _fails(kind: type[Exception]) -> Callable[[Any], object]:
    def read(held: Any) -> object:
        raise kind

    return read


@pytest.mark.parametrize(
    ("text", "read", "code"),
    [
        (packed("b", 3, 0), str, "QC-S090"),
        (packed("a", 4, 0), str, "QC-S090"),
        (packed("a", 2, 0), str, "QC-S090"),
        ("{}", str, "QC-S091"),
        ("[1,2,3]", str, "QC-S091"),
        ('["a","3",0]', str, "QC-S091"),
        ('["a",3]', str, "QC-S091"),
        ("không", str, "QC-S091"),
        ("[" * 100_000, str, "QC-S091"),
        (packed("a", 3, 0), _fails(ValueError), "QC-S091"),
        (packed("a", 3, 0), _fails(KeyError), "QC-S091"),
        (packed("a", 3, 0), _fails(IndexError), "QC-S091"),
        (packed("a", 3, 0), _fails(TypeError), "QC-S091"),
        (packed("a", 3, 0), _fails(AttributeError), "QC-S091"),
        (packed("a", 3, 0), _fails(RecursionError), "QC-S091"),
    ],
)
def test_what_is_refused(text: str, read: Callable[[Any], object], code: str) -> None:
    with pytest.raises(StorageError) as caught:
        opened(text, "a", 3, read)
    assert caught.value.code == code
    assert "a" in caught.value.detail


def test_a_defect_of_ours_is_no_damage() -> None:
    with pytest.raises(ZeroDivisionError):
        opened(packed("a", 3, 0), "a", 3, _fails(ZeroDivisionError))


def test_long_texts_are_deflated_and_come_back() -> None:
    text = "Văn phòng Đảng ủy " * 200
    assert len(deflated(text)) < 200
    assert inflated(deflated(text), "a") == text


@pytest.mark.parametrize("data", [b"", b"x", zlib.compress(b"\xff"), deflated("dài")[:-3]])
def test_bytes_that_are_no_such_text_are_damaged(data: bytes) -> None:
    with pytest.raises(StorageError) as caught:
        inflated(data, "a")
    assert caught.value.code == "QC-S091"


def test_only_what_holds_nothing_is_left_out() -> None:
    fields: dict[str, object] = {
        "none": None,
        "words": "",
        "tuple": (),
        "list": [],
        "no": False,
        "zero": 0,
        "yes": True,
        "space": " ",
        "held": [0],
    }
    assert without_empty(fields) == {"zero": 0, "yes": True, "space": " ", "held": [0]}


def test_a_value_is_whole_when_nothing_is_left() -> None:
    assert whole({}, 5) == 5
    with pytest.raises(ValueError, match="field_of_tomorrow"):
        whole({"field_of_tomorrow": None}, 5)


def test_damage_says_of_what() -> None:
    error = damaged("notes", ValueError("x"))
    assert (error.code, error.detail) == ("QC-S091", "notes: ValueError('x')")
