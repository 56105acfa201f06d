"""The tables: rows are inserted, names of constraints are fixed, references are kept."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import Connection, insert
from sqlalchemy import exc as sa_exc

from quyche_app.storage import tables
from tests.making import act
from tests.storage.rows import put_in


def test_every_constraint_has_a_name() -> None:
    for table in tables.metadata.tables.values():
        assert all(constraint.name for constraint in table.constraints), table.name
        assert all(index.name for index in table.indexes), table.name


def test_only_what_may_be_unknown_may_be_empty() -> None:
    found = {
        f"{table.name}.{column.name}"
        for table in tables.metadata.tables.values()
        for column in table.columns
        if column.nullable
    }
    assert found == {
        "document.issue_date",
        "document.effect_date",
        "line.from_line",
        "line.from_recording",
        "line.from_day",
        "wording.content",
        "wording.parent",
        "wording.operation",
        "amendment.effect_date",
        "operation.effect_date",
    }


def test_a_change_without_a_day_counts_on_none() -> None:
    assert date.max.toordinal() == tables.NO_DAY
    assert date.min.toordinal() > tables.FROM_FIRST_DAY


@pytest.mark.parametrize(
    "values",
    [
        {"uuid": "a" * 32, "document": 1, "kind": "draft", "name": "x"},
        {"uuid": "c" * 32, "document": 99, "kind": "draft", "name": "x"},
        {"uuid": "c" * 32, "document": 1, "kind": None, "name": "x"},
    ],
    ids=["an id twice", "no such document", "no kind"],
)
def test_a_line_that_cannot_be_is_refused(db: Connection, values: dict[str, object]) -> None:
    put_in(db, "a" * 32, act())
    with pytest.raises(sa_exc.IntegrityError):
        db.execute(insert(tables.line), values)
