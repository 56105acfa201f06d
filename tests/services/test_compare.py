"""Comparing two texts from files, pairs by hand, and what of it is shown."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from quyche_app.domain.acts import Act
from quyche_app.domain.beside import Part
from quyche_app.domain.comparisons import Change, ChangeKind, Comparison, Layer, Pair, Side
from quyche_app.domain.errors import ReadingError
from quyche_app.domain.three_way import Standing
from quyche_app.domain.units import UnitKind
from quyche_app.reading.files import read_bytes
from quyche_app.services.compare import (
    by_hand,
    compare_acts,
    compare_files,
    compare_read,
    compare_three_files,
    kept_by_hand,
    shown_pairs,
    slips_of_versions,
)
from tests.making import act, article, clause
from tests.services.office_texts import written

_MEET, _REPORT = "Họp giao ban hằng tuần.", "Báo cáo công tác hằng tháng."


def code_of(error: pytest.ExceptionInfo[ReadingError]) -> str:
    return error.value.code


@pytest.mark.parametrize("is_record", [True, False])
def test_states_of_one_record_are_paired_by_identity(is_record: bool) -> None:
    ids = ("a" * 32, "b" * 32) if is_record else ("u1", "u2")
    old = act(article("1", "Chế độ họp", clause("1", _MEET, id=ids[1]), id=ids[0]))
    new = act(article("7", "Kinh phí", clause("4", "Kế toán quyết toán.", id=ids[1]), id=ids[0]))
    kinds = {pair.kind for pair in compare_acts(old, new).pairs}
    assert (ChangeKind.EDITED in kinds) is is_record


def test_slips_of_both_versions_are_told_once() -> None:
    twice = article("1", "x", clause("1"), clause("1"))
    other = article("2", "y", clause("1"), clause("1"))
    assert len(slips_of_versions(act(twice), act(twice))) == 1
    assert len(slips_of_versions(act(twice), act(other))) == 2
    assert slips_of_versions(act(article("1")), act(article("1"))) == ()


@pytest.mark.parametrize(
    ("said", "pairs"),
    [
        (["d5/k2=d6/k1"], [("d5/k2", "d6/k1")]),
        ([" khoản 2 Điều 5 = khoản 1 Điều 6 "], [("d5/k2", "d6/k1")]),
        ([], []),
    ],
)
def test_pairs_as_a_person_writes_them(said: list[str], pairs: list[tuple[str, str]]) -> None:
    assert by_hand(said) == pairs


@pytest.mark.parametrize(
    ("said", "code"),
    [("d5", "QC-R161"), ("=d5", "QC-R161"), ("chỗ nào=d5", "QC-R161"), ("d5=d6/k1", "QC-R167")],
)
def test_pairs_that_are_none_are_refused(said: str, code: str) -> None:
    with pytest.raises(ReadingError) as caught:
        by_hand([said])
    assert code_of(caught) == code


_OLD = f"Điều 1. Họp\n1. {_MEET}\n2. {_REPORT}\n"
_NEW = f"Điều 1. Họp\n1. {_REPORT}\n2. {_MEET}\n"


def files(folder: Path) -> tuple[Path, Path]:
    return written(folder, "cũ.txt", _OLD), written(folder, "mới.txt", _NEW)


def test_files_are_compared_with_pairs_by_hand(tmp_path: Path) -> None:
    old, new = files(tmp_path)
    found = compare_files(old, new, by_hand=[("d1/k1", "d1/k1"), ("d1/k1", "d1/k1")])
    assert found.by_hand == (("d1/k1", "d1/k1"),)
    pair = next(p for p in found.pairs if p.old and p.old[0].path == "d1/k1")
    assert pair.new[0].path == "d1/k1"


@pytest.mark.parametrize(
    ("pairs", "code"),
    [
        ([("d9", "d1")], "QC-R162"),
        ([("d1", "d9")], "QC-R162"),
        ([("d1/k1", "d1/k1"), ("d1/k1", "d1/k2")], "QC-R164"),
        ([("d1/k1", "d1/k1"), ("d1/k2", "d1/k1")], "QC-R164"),
    ],
)
def test_pairs_that_cannot_be_are_refused(
    tmp_path: Path, pairs: list[tuple[str, str]], code: str
) -> None:
    with pytest.raises(ReadingError) as caught:
        compare_files(*files(tmp_path), by_hand=pairs)
    assert code_of(caught) == code


def test_provisions_of_two_components_are_no_pair(tmp_path: Path) -> None:
    text = f"{_OLD}Nơi nhận: Lưu\nPHỤ LỤC I\nĐiều 1. Mẫu\n"
    old, new = written(tmp_path, "a.txt", text), written(tmp_path, "b.txt", text)
    with pytest.raises(ReadingError) as caught:
        compare_files(old, new, by_hand=[("d1", "plI/d1")])
    assert code_of(caught) == "QC-R165"


def test_letters_in_pieces_are_a_difference_of_files_and_not_compared_in_whole_ones(
    tmp_path: Path,
) -> None:
    in_pieces = unicodedata.normalize("NFD", _OLD)
    old, new = written(tmp_path, "a.txt", _OLD), written(tmp_path, "b.txt", in_pieces)
    layers = compare_files(old, new).layer_counts()
    assert set(layers) == {"orthography"}
    read = [read_bytes("x.txt", text.encode()) for text in (_OLD, in_pieces)]
    found = compare_read(read[0], read[1])
    assert found.counts() == {}
    assert [part.part for part in found.not_compared] == [Part.TYPING]


def test_three_files_are_compared_with_their_base(tmp_path: Path) -> None:
    base = written(tmp_path, "gốc.txt", _OLD)
    mine = written(tmp_path, "a.txt", _OLD.replace("tuần", "quý"))
    theirs = written(tmp_path, "b.txt", _OLD.replace("tháng", "năm"))
    assert compare_three_files(base, mine, theirs).counts() == {
        Standing.MINE.value: 1,
        Standing.THEIRS.value: 1,
    }


def test_pairs_by_hand_are_kept_in_a_written_comparison(tmp_path: Path) -> None:
    kept = {"by_hand": [{"old": "d1/k1", "new": "d1/k2"}]}
    path = written(tmp_path, "a.json", json.dumps(kept))
    assert kept_by_hand(path) == [("d1/k1", "d1/k2")]


_NO_COMPARISONS = (
    "",
    "[]",
    "{}",
    '{"by_hand":[{"old":"d1"}]}',
    '{"by_hand":[{"old":"?","new":"d1"}]}',
    '{"by_hand":5}',
)


@pytest.mark.parametrize("text", _NO_COMPARISONS)
def test_what_is_no_written_comparison_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ReadingError) as caught:
        kept_by_hand(written(tmp_path, "a.json", text))
    assert code_of(caught) == "QC-R163"


# -- what is shown ----------------------------------------------------------------------------------

_SIDE = (Side("u", "d1"),)


def pair(kind: ChangeKind, *changes: Change, gone: bool = False) -> Pair:
    return Pair(_SIDE, () if gone else _SIDE, kind, UnitKind.ARTICLE, "text", True, changes)


_COMMA = (Change("equal", "Họp"), Change("insert", ",", Layer.PUNCTUATION), Change("equal", " ban"))
_BOTH = (*_COMMA, Change("delete", "x"), Change("insert", "y"))


@pytest.mark.parametrize(
    ("made", "hidden", "kind", "changes"),
    [
        (pair(ChangeKind.EDITED, *_COMMA), {Layer.PUNCTUATION}, ChangeKind.UNCHANGED, 0),
        (pair(ChangeKind.EDITED, *_COMMA), {Layer.ORTHOGRAPHY}, ChangeKind.EDITED, 1),
        (pair(ChangeKind.EDITED, *_BOTH), {Layer.PUNCTUATION}, ChangeKind.EDITED, 2),
        (
            pair(ChangeKind.EDITED, *_BOTH),
            {Layer.PUNCTUATION, Layer.SUBSTANCE},
            ChangeKind.UNCHANGED,
            0,
        ),
        (pair(ChangeKind.MOVED_EDITED, *_COMMA), {Layer.PUNCTUATION}, ChangeKind.MOVED_EDITED, 0),
        (
            pair(ChangeKind.RENUMBERED, Change("equal", "x")),
            {Layer.NUMBERING},
            ChangeKind.UNCHANGED,
            0,
        ),
        (
            pair(ChangeKind.RENUMBERED, Change("equal", "x")),
            {Layer.REFERENCES},
            ChangeKind.RENUMBERED,
            0,
        ),
    ],
)
def test_a_hidden_layer_is_shown_as_the_new_words(
    made: Pair, hidden: set[Layer], kind: ChangeKind, changes: int
) -> None:
    comparison = Comparison(Act(), Act(), (made,))
    (shown,) = shown_pairs(comparison, hidden=hidden)
    assert shown.kind is kind
    assert sum(change.op != "equal" for change in shown.changes) == changes
    new = "".join(change.text for change in made.changes if change.op != "delete")
    assert "".join(change.text for change in shown.changes if change.op != "delete") == new
    assert comparison.pairs == (made,)


def test_some_kinds_alone_and_removed_provisions_without_substance() -> None:
    gone = pair(ChangeKind.REMOVED, Change("delete", "x"), gone=True)
    edited = pair(ChangeKind.EDITED, *_BOTH)
    comparison = Comparison(Act(), Act(), (gone, edited))
    assert shown_pairs(comparison) == [gone, edited]
    assert shown_pairs(comparison, only=[ChangeKind.REMOVED]) == [gone]
    assert [p.kind for p in shown_pairs(comparison, hidden=[Layer.SUBSTANCE])] == [
        ChangeKind.EDITED
    ]
