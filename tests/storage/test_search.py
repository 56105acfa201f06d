"""The search index: keys of syllables, what is found on which day, and catching up."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, update

from quyche_app.storage import search, tables
from quyche_app.storage.search import FILE_NAME, Matches, SearchIndex, folded, toned
from tests.making import act, article, clause
from tests.storage.rows import Stored, put_in, record

_OLD = act(article("1", "Họp", clause("1", "Hòa giải ở cơ sở."), clause("2", "Báo cáo tháng.")))
_NEW = act(article("1", "Họp", clause("1", "Hòa giải ở tổ."), clause("2", "Báo cáo tháng.")))


def text_of(words: str) -> str:
    """Give the words of a clause; nothing else is looked for here."""
    fields = json.loads(words)
    return str(fields[3][0]) if fields[0] == "clause" else ""


@pytest.fixture
def index(tmp_path: Path) -> Iterator[SearchIndex]:
    made = SearchIndex(tmp_path / FILE_NAME)
    yield made
    made.close()


def found(matches: Matches) -> list[tuple[int, int, int | None, bool]]:
    """Line, first day, end and whether it is in force, of each match."""
    return [(one.line, one.valid_from, one.until, one.is_current) for one in matches.best]


@pytest.mark.parametrize(
    ("token", "plain", "with_tone"),
    [
        ("Điều", "dieu", "điêu1"),
        ("hoà", "hoa", "hoa1"),
        ("hòa", "hoa", "hoa1"),
        ("uỷ", "uy", "uy4"),
        ("ngã", "nga", "nga3"),
        ("sách", "sach", "sach2"),
        ("nặng", "nang", "năng5"),
        ("BAN", "ban", "ban"),
        ("05", "05", "05"),
    ],
)
def test_the_keys_of_a_syllable(token: str, plain: str, with_tone: str) -> None:
    assert (folded(token), toned(token)) == (plain, with_tone)


def _two_states(db: Connection) -> Stored:
    """A text whose clause 1 has other words from day 9 on."""
    stored = put_in(db, "a" * 32, _OLD)
    record(db, stored.document, stored.line, stored.root, [(0, _OLD), (9, _NEW)])
    return stored


@pytest.mark.parametrize(
    ("words", "options", "spans"),
    [
        ("co so", {"day": 8}, [(0, 9, True)]),
        ("co so", {"day": 9}, []),
        ("co so", {"day": 9, "with_past": True}, [(0, None, False), (0, 9, False)]),
        ("to", {"day": 9}, [(9, None, True)]),
        ("to", {"day": 8}, []),
        ("hoa giai", {"day": 9}, [(9, None, True)]),
        ("hoà giải", {"day": 9}, [(9, None, True)]),
        ("hỏa giải", {"day": 9}, []),
        ("hoa giai", {"day": 9, "with_marks": True}, []),
        ("giai hoa", {"day": 9}, [(9, None, True)]),
        ("giai hoa", {"day": 9, "as_phrase": True}, []),
        ("hoa giai", {"day": 9, "as_phrase": True}, [(9, None, True)]),
        ("giải hòa", {"day": 9, "as_phrase": True}, []),
        ("giải hoa", {"day": 9, "as_phrase": True}, [(9, None, True)]),
        ("hoa, giai!", {"day": 9}, [(9, None, True)]),
        ("thang bao cao", {"day": 9}, [(0, None, True)]),
        ("khong co", {"day": 9}, []),
        ("", {"day": 9}, []),
        ('"*,', {"day": 9}, []),
    ],
    ids=[
        "before the day",
        "its words are gone",
        "the past too",
        "from the day",
        "not yet",
        "without marks",
        "the place of the tone mark",
        "another tone",
        "without marks, asked with marks",
        "any order",
        "a phrase turned round",
        "a phrase",
        "a phrase with marks turned round",
        "some with marks: looked at again by the caller",
        "marks of writing",
        "unchanged words",
        "not there",
        "nothing asked",
        "nothing but marks",
    ],
)
def test_what_is_found_on_a_day(
    db: Connection,
    index: SearchIndex,
    words: str,
    options: dict[str, int],
    spans: list[tuple[int, int | None, bool]],
) -> None:
    line = _two_states(db).line
    index.catch_up(db, text_of)
    matches = index.find(words, **options)  # type: ignore[arg-type]
    # What the first recording said of the whole time was replaced by the second.
    assert sorted(found(matches), key=str) == sorted([(line, *span) for span in spans], key=str)
    assert (matches.count, matches.line_count) == (len(spans), 1 if spans else 0)


def test_those_in_force_come_first_and_no_more_than_asked(
    db: Connection, index: SearchIndex
) -> None:
    _two_states(db)
    put_in(db, "b" * 32, _OLD)
    index.catch_up(db, text_of)
    matches = index.find("hoa giai", day=9, with_past=True)
    states = [one.is_current for one in matches.best]
    assert states == sorted(states, reverse=True)
    assert (matches.count, matches.line_count) == (len(states), 2)
    few = index.find("hoa giai", day=9, with_past=True, most=1)
    assert (few.best, few.count) == (matches.best[:1], matches.count)


def test_many_matches_are_told_in_the_order_of_their_lines(
    db: Connection, index: SearchIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_RANKED", 1)
    first, second = put_in(db, "a" * 32, _OLD), put_in(db, "b" * 32, _NEW)
    index.catch_up(db, text_of)
    lines = [one.line for one in index.find("hoa giai", day=9).best]
    assert lines == [first.line, second.line]


def test_catching_up_takes_in_what_is_new_alone(db: Connection, index: SearchIndex) -> None:
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> None:
        told.append((done, total))

    stored = put_in(db, "a" * 32, _OLD)
    index.catch_up(db, text_of, tell)
    assert [done for done, _ in told] == [1, 2, 3, 4, 5]
    assert {total for _, total in told} == {5}
    told.clear()
    index.catch_up(db, text_of, tell)
    assert told == []
    record(db, stored.document, stored.line, stored.root, [(0, _NEW)])
    index.catch_up(db, text_of, tell)
    assert told == [(6, 6)]
    assert index.find("to", day=0).count == 1
    assert index.find("co so", day=0).count == 0


def test_catching_up_may_be_stopped_and_begins_again(db: Connection, index: SearchIndex) -> None:
    put_in(db, "a" * 32, _OLD)

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        index.catch_up(db, text_of, stop)
    index.catch_up(db, text_of)
    assert index.find("hoa giai", day=0).count == 1


@pytest.mark.parametrize("what", ["another workspace", "put back from a copy"])
def test_an_index_of_something_else_is_emptied(
    db: Connection, index: SearchIndex, what: str
) -> None:
    _two_states(db)
    index.catch_up(db, text_of)
    if what == "another workspace":
        db.execute(update(tables.workspace).values(uuid="f" * 32))
    else:
        wording, recording = tables.wording, tables.recording
        db.execute(wording.delete().where(wording.c.recording == 2))
        db.execute(recording.delete().where(recording.c.number == 2))
    index.catch_up(db, text_of)
    count = index.find("hoa giai", day=9, with_past=True).count
    assert count == (3 if what == "another workspace" else 1)


@pytest.mark.parametrize("damage", ["no database", "another form", "a folder of ours is missing"])
def test_an_index_that_cannot_be_used_is_made_anew(
    db: Connection, tmp_path: Path, damage: str
) -> None:
    path = tmp_path / "sau" / FILE_NAME
    if damage != "a folder of ours is missing":
        path.parent.mkdir()
        SearchIndex(path).close()
        if damage == "no database":
            path.write_bytes(b"khong phai co so du lieu" * 99)
        else:
            with sqlite3.connect(path) as connection:
                connection.execute("UPDATE fact SET value = '1' WHERE name = 'form'")
            connection.close()
    put_in(db, "a" * 32, _OLD)
    index = SearchIndex(path)
    index.catch_up(db, text_of)
    assert index.find("hoa giai", day=0).count == 1
    index.close()
    assert path.is_file()


@pytest.mark.parametrize("is_blocked", [False, True], ids=["no place", "a file in its way"])
def test_an_index_without_a_place_is_kept_in_memory(
    db: Connection, tmp_path: Path, is_blocked: bool
) -> None:
    (tmp_path / "tep").write_text("x")
    index = SearchIndex(tmp_path / "tep" / FILE_NAME if is_blocked else None)
    put_in(db, "a" * 32, _OLD)
    index.catch_up(db, text_of)
    assert index.find("hoa giai", day=0).count == 1
    index.close()
