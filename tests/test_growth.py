"""How the work grows with the text: four times the text, at most some five times the work.

Work is counted in lines of Python carried out, turns of loops on one line too, which is the same on
every machine; where it is one long call (a pattern, a table of two texts), the results are asked for.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import Any

import pytest

from quyche_app.amending.read import read_amendments
from quyche_app.checking.syllables import parted
from quyche_app.comparing import compare
from quyche_app.comparing import vocabulary as words_of
from quyche_app.comparing.pairing import Aligner
from quyche_app.domain.acts import Act
from quyche_app.domain.quotations import balance
from quyche_app.language.lexer import TokenKind, tokenize
from quyche_app.reading.files import read_bytes

_HEAD = "QUY CHẾ\nlàm việc của cơ quan\nĐiều 1. Phạm vi\n"
_ACT = "QUYẾT ĐỊNH\nsửa đổi Quy chế làm việc\nĐiều 1. Sửa đổi Quy chế như sau:\n"
TraceFunction = Callable[[FrameType, str, Any], Any]
_WORDS = (
    "cơ",
    "quan",
    "họp",
    "mỗi",
    "tháng",
    "báo",
    "cáo",
    "kiểm",
    "tra",
    "văn",
    "phòng",
    "ban",
    "chấp",
    "hành",
    "lãnh",
    "đạo",
    "việc",
)


def _act(text: str) -> Act:
    return read_bytes("x.txt", text.encode()).act


def _sentence(count: int, seed: int) -> str:
    draw = random.Random(seed)
    return " ".join(draw.choice(_WORDS) for _ in range(count))


def _work(task: Callable[[], object]) -> int:
    """Count the lines that a task carries out."""
    lines = 0

    def count(frame: FrameType, event: str, arg: object) -> TraceFunction:
        nonlocal lines
        lines += event == "line"
        return count

    task()  # patterns, modules and caches are made once
    before = sys.gettrace()
    sys.settrace(count)
    try:
        task()
    finally:
        sys.settrace(before)
    return lines


def _clauses(count: int, seed: int) -> Act:
    rows = [f"{n}. {_sentence(10, seed * 100_000 + n)}." for n in range(1, count + 1)]
    return _act(_HEAD + "\n".join(rows))


def test_comparing_clauses_that_all_differ_grows_with_their_number() -> None:
    pairs = [(_clauses(n, 1), _clauses(n, 2)) for n in (150, 600)]
    few, many = (_work(partial(compare, *pair)) for pair in pairs)
    assert many < 10 * few


def test_parts_of_a_split_provision_cost_their_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """One clause that became hundreds: what is left of it is kept, not counted anew for each."""
    counted = []
    for n in (50, 200):
        parts = [_sentence(12, n * 1000 + k) for k in range(n)]
        old = _act(_HEAD + f"1. {'. '.join(parts)}.\n2. Điều khoản cuối.")
        new = _act(_HEAD + "\n".join(f"{k}. {part}." for k, part in enumerate(parts, 1)))
        seen = 0
        plain = Aligner._whole_code

        def whole(self: Aligner, node: object, plain: Callable[..., str] = plain) -> str:
            nonlocal seen
            seen += 1
            return plain(self, node)

        monkeypatch.setattr(Aligner, "_whole_code", whole)
        compare(old, new)
        monkeypatch.setattr(Aligner, "_whole_code", plain)
        counted.append(seen)
    assert counted[1] < 6 * counted[0]


def test_very_long_provisions_are_told_by_runs_of_words() -> None:
    draw = random.Random(1)
    one = "".join(chr(300 + draw.randrange(400)) for _ in range(8_000))
    other = "".join(chr(300 + draw.randrange(400)) for _ in range(8_000))
    edited = "".join(char if draw.random() > 0.05 else "x" for char in one)
    assert len(one) * len(other) > words_of._MOST_WORDS
    assert words_of.likeness(one, other) < 0.05
    assert words_of.likeness(one, edited) > 0.75
    assert words_of.likeness(one, one) > 0.99


@pytest.mark.parametrize(
    "mark", [".", "…", "-", "/", ". ", "_", "“a” ", "“a ", '"a" ', "1.", "A", ","]
)
def test_an_instruction_with_a_leader_grows_with_its_length(mark: str) -> None:
    def reading(count: int) -> Callable[[], object]:
        text = _ACT + f"1. Sửa đổi khoản 1 Điều 2 {mark * count} như sau:\n“1. Họ tên”.\n"
        read = read_bytes("a.txt", text.encode())
        return lambda: read_amendments(read)

    few, many = (_work(reading(count)) for count in (100, 400))
    assert many < 8 * few


def test_a_leader_of_dots_is_one_token() -> None:
    tokens = tokenize("Sửa đổi " + "." * 20_000 + " khoản 1")
    assert len(tokens) == 4
    assert [
        t.value for t in tokenize("Số 05-QĐ/TU, a.b (61/2020/QH14)") if t.kind is TokenKind.WORD
    ] == ["Số", "05-QĐ/TU", "a.b", "(", "61/2020/QH14)"]


def test_quotations_that_are_never_closed_grow_with_their_number() -> None:
    def reading(count: int) -> Callable[[], object]:
        rows = [
            f"{n}. Sửa đổi khoản {n} Điều 2 như sau:\n“{n}. Lời mới" for n in range(1, count + 1)
        ]
        data = (_ACT + "\n".join(rows)).encode()
        return lambda: read_bytes("a.txt", data)

    few, many = (_work(reading(count)) for count in (50, 200))
    assert many < 12 * few


@pytest.mark.parametrize(
    ("text", "depth", "open_now"),
    [
        ("“a", 5, 6),
        ("a”", 5, 4),
        ("“a” “b", 5, 6),
        ("a “", 3, 2),
        ('a "b" c', 4, 4),
        ('a"', 4, 3),
        ("a” ” ”", 2, -1),
        ("’’ a", 3, 2),
    ],
)
def test_open_quotations_are_counted_alike_however_many_are_open(
    text: str, depth: int, open_now: int
) -> None:
    assert balance(text, depth) == open_now
    assert balance(text, depth + 50) == open_now + 50


def test_articles_of_one_number_grow_with_their_number() -> None:
    def reading(count: int) -> Callable[[], object]:
        data = ("QUY CHẾ\n" + "Điều 1. Phạm vi\n" * count).encode()
        return lambda: read_bytes("a.txt", data)

    few, many = (_work(reading(count)) for count in (200, 800))
    assert many < 6 * few


def test_a_word_too_long_for_two_syllables_is_not_cut() -> None:
    assert _work(lambda: parted("a" * 2_000)) < 20
    assert parted("nghiêngnghiềng") == "nghiêng nghiềng"
