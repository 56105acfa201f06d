"""A text as in force on a day, as known at a recording, and the provisions that a name means."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from quyche_app.domain.acts import Act, ComponentKind
from quyche_app.domain.errors import StorageError
from quyche_app.domain.flow import act_lines
from quyche_app.services.text_as_at import (
    appendix_named,
    day_asked,
    text_as_at,
    units_named,
)
from tests.making import article, chapter, clause, component
from tests.services.conftest import Recorded


@pytest.mark.parametrize(
    ("asked", "day"),
    [
        (date(2018, 7, 17), date(2018, 7, 17)),
        ("17/7/2018", date(2018, 7, 17)),
        ("2018-07-17", date(2018, 7, 17)),
        (" ISSUED ", None),
    ],
)
def test_the_day_that_was_asked_for(asked: date | str, day: date | None) -> None:
    assert day_asked(asked) == day


def test_no_day_is_today_and_what_is_none_is_refused() -> None:
    assert day_asked(None) == date.today()
    with pytest.raises(StorageError) as caught:
        day_asked("hôm qua")
    assert caught.value.code == "QC-S036"


@pytest.mark.parametrize(
    ("as_at", "words", "acts", "later", "last", "notes"),
    [
        ("issued", "trong ngày", [], ["100-QĐ/TU", "200-QĐ/TU"], None, 0),
        ("2018-07-15", "trong ngày", [], ["100-QĐ/TU", "200-QĐ/TU"], None, 0),
        ("2018-07-16", "trong buổi", ["100-QĐ/TU"], ["200-QĐ/TU"], date(2018, 7, 16), 3),
        ("2020-03-01", "trong giờ", ["100-QĐ/TU", "200-QĐ/TU"], [], date(2020, 3, 1), 5),
    ],
)
def test_the_text_of_a_day_with_its_acts(
    recorded: Recorded,
    as_at: str,
    words: str,
    acts: list[str],
    later: list[str],
    last: date | None,
    notes: int,
) -> None:
    text = text_as_at(recorded.workspace, recorded.regulation, as_at=as_at)
    assert f"2. Việc gấp được báo cáo {words}." in act_lines(text.act)
    assert [act.number for act in text.amended_by] == acts
    assert [act.number for act in text.amended_later] == later
    assert (text.consolidated_to, len(text.footnotes)) == (last, notes)
    assert (text.document.id, text.known_at) == (recorded.regulation, recorded.acts[-1].recording)


@pytest.mark.parametrize(
    ("back", "words"), [(0, "trong giờ"), (1, "trong buổi"), (2, "trong ngày")]
)
def test_a_text_as_it_was_known_earlier(recorded: Recorded, back: int, words: str) -> None:
    first, second = (act.recording for act in recorded.acts)
    known = (second, first, 1)[back]
    text = text_as_at(recorded.workspace, recorded.regulation, as_at="2020-03-01", known_at=known)
    assert f"2. Việc gấp được báo cáo {words}." in act_lines(text.act)
    assert text.known_at == known


def test_what_was_not_there_yet_or_is_not_there_is_refused(recorded: Recorded) -> None:
    long_ago = datetime(2000, 1, 1, tzinfo=UTC)
    with pytest.raises(StorageError) as caught:
        text_as_at(recorded.workspace, recorded.regulation, known_at=long_ago)
    assert caught.value.code == "QC-S033"
    with pytest.raises(StorageError):
        text_as_at(recorded.workspace, "không có")


_DECISION = component(ComponentKind.BODY, article("1", "Ban hành", id="b1"), article("2", id="b2"))
_REGULATION = component(
    ComponentKind.REGULATION, chapter("I", article("1", "Họp", clause("1", id="k1"), id="r1"))
)
_APPENDIX = component(ComponentKind.APPENDIX, clause("1", id="p1"), label="II")
_BOTH = Act(components=(_DECISION, _REGULATION, _APPENDIX))
_ONE = Act(components=(component(ComponentKind.BODY, article("1", id="a1")),))


@pytest.mark.parametrize(
    ("act", "name", "ids"),
    [
        (_BOTH, "Điều 1", ["r1"]),
        (_BOTH, "d1", ["b1"]),
        (_BOTH, "qc:d1", ["r1"]),
        (_BOTH, "Điều 2", ["b2"]),
        (_BOTH, "d1/k1", ["k1"]),
        (_BOTH, "khoản 1 Điều 1", ["k1"]),
        (_BOTH, "pl2/k1", ["p1"]),
        (_BOTH, "Điều 9", []),
        (_BOTH, "chỗ nào đó", []),
        (_ONE, "Điều 1", ["a1"]),
        (_ONE, "d1", ["a1"]),
    ],
)
def test_the_provisions_that_a_name_means(act: Act, name: str, ids: list[str]) -> None:
    assert [placed.unit.id for placed in units_named(act, name)] == ids


@pytest.mark.parametrize(
    ("name", "is_found"),
    [
        ("pl2", False),
        ("plII", True),
        ("Phụ lục II", True),
        ("plII/k1", False),
        ("d1", False),
        ("?", False),
    ],
)
def test_the_appendix_that_a_name_means(name: str, is_found: bool) -> None:
    assert (appendix_named(_BOTH, name) is _APPENDIX) is is_found
