"""Remarks and choices: rows are added, the newest counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Connection, func, select

from quyche_app.storage import tables
from quyche_app.storage.remarks import (
    StoredRemark,
    choices_for,
    choices_named,
    remarks_on,
    write_choices,
    write_remark,
)
from tests.making import act
from tests.storage.rows import put_in

_AT = datetime(2026, 3, 5, 9, 30, 15, 250_000, tzinfo=UTC)
_ONE = StoredRemark("r" * 32, "u1", "hằng tháng", "Nên rõ ngày.", "Lan", _AT, "open")


def test_a_remark_comes_back_as_it_was_written(db: Connection) -> None:
    line = put_in(db, "a" * 32, act()).line
    write_remark(db, line, _ONE)
    assert remarks_on(db, line) == [_ONE]
    assert remarks_on(db, line + 1) == []


def test_another_state_of_a_remark_takes_its_place_and_is_a_row_more(db: Connection) -> None:
    line = put_in(db, "a" * 32, act()).line
    other = replace(_ONE, uuid="s" * 32, words="Thiếu căn cứ.")
    done = replace(_ONE, state="done", words="Đã rõ.")
    for each in (_ONE, other, done):
        write_remark(db, line, each)
    assert remarks_on(db, line) == [done, other]
    assert db.execute(select(func.count()).select_from(tables.remark)).scalar() == 3


def test_the_newest_choice_of_a_name_counts_and_each_line_has_its_own(db: Connection) -> None:
    one, other = put_in(db, "a" * 32, act()).line, put_in(db, "b" * 32, act()).line
    write_choices(db, one, {"numbering": "recount", "archived": "yes"}, "Lan")
    write_choices(db, other, {"numbering": "frozen"}, "Lan")
    write_choices(db, one, {"archived": ""}, "Bình")
    assert choices_for(db, one) == {"numbering": "recount", "archived": ""}
    assert choices_for(db, other) == {"numbering": "frozen"}
    assert choices_named(db, "numbering") == {one: "recount", other: "frozen"}
    assert choices_named(db, "archived") == {one: ""}
    assert choices_named(db, "khác") == {}
