"""Do the rows still say what was written? Each damage is found, and nothing sound is blamed."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, text

from quyche_app.storage.proofs import (
    checks_its_file,
    file_faults,
    line_ids,
    wrong_contents,
    wrong_digests,
    wrongly_typed,
)
from tests.making import act, article, clause
from tests.storage.rows import put_in, record

_ONE = act(article("1", "Một", clause("1", "A."), clause("2", "B.")))
_TWO = act(article("1", "Một", clause("1", "A."), clause("2", "B khác.")))


@pytest.fixture
def rows(db: Connection) -> Connection:
    """Give a workspace with two recordings of one text and one of another."""
    stored = put_in(db, "a" * 32, _ONE)
    record(db, stored.document, stored.line, stored.root, [(0, _ONE), (9, _TWO)])
    put_in(db, "b" * 32, _ONE)
    return db


def test_sound_rows_are_not_blamed(rows: Connection) -> None:
    assert checks_its_file(rows)
    assert file_faults(rows) == []
    assert wrongly_typed(rows) == []
    assert wrong_contents(rows) == (6, [])
    assert wrong_digests(rows) == (3, [])
    assert line_ids(rows) == ["a" * 32, "b" * 32]


@pytest.mark.parametrize(
    ("damage", "contents", "recordings"),
    [
        ("UPDATE content SET words = words || ' ' WHERE id = 4", [4], []),
        ("UPDATE content SET words = 5 WHERE id = 4", [4], []),
        ("UPDATE content SET hash = 'x' WHERE id = 4", [4], [1, 3]),
        ("UPDATE content SET hash = x'00' WHERE id = 6", [6], [2]),
        ("UPDATE wording SET sort_key = sort_key + 1 WHERE recording = 2", [], [2]),
        (
            "UPDATE wording SET valid_from = valid_from + 1 WHERE recording = 3 AND unit = 6",
            [],
            [3],
        ),
        ("UPDATE wording SET parent = NULL WHERE recording = 1 AND unit = 4", [], [1]),
        ("DELETE FROM wording WHERE recording = 1 AND unit = 4", [], [1]),
        ("DELETE FROM wording WHERE recording = 2", [], [2]),
        ("UPDATE recording SET digest = x'00' WHERE number = 3", [], [3]),
        ("UPDATE recording SET digest = 'x' WHERE number = 3", [], [3]),
        ("UPDATE unit SET uuid = 'khac' WHERE id = 5", [], [1, 2]),
        ("UPDATE wording SET valid_from = 'x' WHERE recording = 2 AND valid_from = 9", [], [2]),
    ],
)
def test_each_damage_is_found_where_it_is(
    rows: Connection, damage: str, contents: list[int], recordings: list[int]
) -> None:
    assert rows.execute(text(damage)).rowcount > 0
    assert wrong_contents(rows) == (6, contents)
    assert wrong_digests(rows) == (3, recordings)


@pytest.mark.parametrize(
    ("damage", "found"),
    [
        ("UPDATE content SET words = x'41' WHERE id < 3", ("content", "words", 2)),
        ("UPDATE document SET issue_date = 'hôm qua' WHERE id = 1", ("document", "issue_date", 1)),
        ("UPDATE recording SET digest = 'x' WHERE number = 1", ("recording", "digest", 1)),
        ("UPDATE line SET from_day = 1.5", ("line", "from_day", 2)),
    ],
)
def test_a_value_of_another_kind_is_told_with_its_column(
    rows: Connection, damage: str, found: tuple[str, str, int]
) -> None:
    rows.execute(text(damage))
    assert wrongly_typed(rows) == [found]


def test_rows_that_point_at_nothing_are_told_once_a_table(rows: Connection) -> None:
    raw = rows.connection.driver_connection
    assert raw is not None
    rows.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    rows.execute(text("DELETE FROM content WHERE id IN (4, 5)"))
    assert file_faults(rows) == ["foreign_key_check: wording"]
    rows.rollback()
