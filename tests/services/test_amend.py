"""Recording amending acts: states by day and by recording, late acts, taking back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from quyche_app.domain.errors import AmendingError, StorageError
from quyche_app.domain.flow import act_lines
from quyche_app.domain.messages import all_said
from quyche_app.domain.operations import Confidence, State
from quyche_app.services.amend import amend, operations, plan_amendment
from quyche_app.services.import_file import import_file
from quyche_app.services.library import list_documents
from quyche_app.services.text_as_at import text_as_at
from quyche_app.services.undo_amend import take_back, undo_amend
from quyche_app.services.verify import verify
from quyche_app.services.views import Role, Status
from quyche_app.services.workspace import Workspace
from tests.services.office_texts import ASKED, FIRST, HALF, LATE, SECOND, UNDATED, USELESS

File = Callable[[str, str], Path]


def lines(ws: Workspace, document: str, day: str, known_at: int | None = None) -> list[str]:
    return act_lines(text_as_at(ws, document, as_at=day, known_at=known_at).act)


def clause(
    ws: Workspace, document: str, day: str, begins: str, known_at: int | None = None
) -> list[str]:
    return [line for line in lines(ws, document, day, known_at) if line.startswith(begins)]


def test_the_day_before_the_day_of_effect_shows_the_old_words_and_that_day_the_new(
    ws: Workspace, regulation: str, file: File
) -> None:
    done = amend(ws, regulation, file("qd.txt", FIRST))
    assert (done.applied, done.failed, done.unread) == (3, 0, 0)
    before, after = lines(ws, regulation, "15/7/2018"), lines(ws, regulation, "16/7/2018")
    assert before == lines(ws, regulation, "issued")
    assert "2. Việc gấp được báo cáo trong ngày." in before
    assert "2. Việc gấp được báo cáo trong buổi." in after
    assert after == act_lines(done.plan.consolidation.act)
    assert after.index("3. Hồ sơ điện tử được lập trên phần mềm.") == len(after) - 1
    assert "2. (được bãi bỏ)" in after


def test_an_act_that_arrives_late_changes_what_was_in_force_and_what_follows(
    ws: Workspace, regulation: str, file: File
) -> None:
    amend(ws, regulation, file("1.txt", FIRST))
    second = amend(ws, regulation, file("2.txt", SECOND))
    late = amend(ws, regulation, file("3.txt", LATE))
    begins = "1. Hồ sơ giấy được nộp vào lưu trữ"
    assert clause(ws, regulation, "2018-12-31", begins) == [f"{begins}."]
    assert clause(ws, regulation, "2019-06-01", begins) == [f"{begins} trong năm."]
    assert clause(ws, regulation, "2020-06-01", begins) == [f"{begins} trong tháng."]
    together = "1. Mỗi việc giao một người chủ trì và một người phối hợp."
    assert together in lines(ws, regulation, "2020-06-01")
    assert "2. Việc gấp được báo cáo trong giờ." in lines(ws, regulation, "2020-06-01")
    believed = lines(ws, regulation, "2020-06-01", known_at=second.recording)
    assert together not in believed
    assert clause(ws, regulation, "2019-06-01", begins, second.recording) == [f"{begins}."]
    assert late.recording > second.recording


def test_what_was_known_before_a_recording_stays_readable(
    ws: Workspace, regulation: str, file: File
) -> None:
    first = text_as_at(ws, regulation)
    done = amend(ws, regulation, file("qd.txt", FIRST))
    then = text_as_at(ws, regulation, known_at=first.known_at)
    assert then.act == first.act
    assert then.amended_by == ()
    now = text_as_at(ws, regulation)
    assert now.known_at == done.recording
    assert [a.number for a in now.amended_by] == ["100-QĐ/TU"]
    assert f"lần ghi {done.recording}" in str(now.header)
    assert "hiệu lực" in str(now.header)


def test_taking_one_operation_back_leaves_the_others(
    ws: Workspace, regulation: str, file: File
) -> None:
    done = amend(ws, regulation, file("qd.txt", FIRST))
    with_all = lines(ws, regulation, "2020-01-01")
    number = undo_amend(ws, regulation, done.operations[1], who="Văn thư")
    after = lines(ws, regulation, "2020-01-01")
    assert set(with_all) - set(after) == {"3. Hồ sơ điện tử được lập trên phần mềm."}
    assert set(after) <= set(with_all)
    assert lines(ws, regulation, "2020-01-01", known_at=done.recording) == with_all
    assert [row.state for row in operations(ws, regulation)] == ["applied", "undone", "applied"]
    assert number == done.recording + 1
    with pytest.raises(StorageError, match="đã được hoàn tác"):
        undo_amend(ws, regulation, done.operations[1])
    with pytest.raises(StorageError, match="không có nội dung sửa đổi số 999"):
        undo_amend(ws, regulation, "999")


def test_an_operation_that_stands_on_one_taken_back_is_shown_as_failed(
    ws: Workspace, regulation: str, file: File
) -> None:
    first = amend(ws, regulation, file("1.txt", FIRST))
    amend(ws, regulation, file("2.txt", SECOND))
    undo_amend(ws, regulation, first.operations[0])
    states = {row.place + row.act_number: row.state for row in operations(ws, regulation)}
    assert states["Điều 1 khoản 1200-QĐ/TU"] == State.FAILED
    assert "2. Việc gấp được báo cáo trong ngày." in lines(ws, regulation, "2021-01-01")
    assert all(verdict.is_true for verdict in verify(ws))


def test_a_late_act_that_takes_the_words_away_makes_a_later_operation_fail(
    ws: Workspace, regulation: str, file: File
) -> None:
    amend(ws, regulation, file("1.txt", FIRST))
    second = amend(ws, regulation, file("2.txt", SECOND))
    late = LATE.replace("khoản 1 Điều 2", "khoản 2 Điều 2").replace("“1. Mỗi", "“2. Mỗi")
    done = amend(ws, regulation, file("3.txt", late))
    states = {row.id: row.state for row in operations(ws, regulation)}
    assert states[second.operations[0]] == State.FAILED
    assert states[second.operations[1]] == State.APPLIED
    undo_amend(ws, regulation, done.operations[0])
    states = {row.id: row.state for row in operations(ws, regulation)}
    assert states[second.operations[0]] == State.APPLIED


def _late_over_the_second() -> str:
    return LATE.replace("khoản 1 Điều 2", "khoản 2 Điều 2").replace("“1. Mỗi", "“2. Mỗi")


def test_what_a_late_act_takes_away_is_named_before_and_after_recording_and_in_the_library(
    ws: Workspace, regulation: str, file: File
) -> None:
    amend(ws, regulation, file("1.txt", FIRST))
    second = amend(ws, regulation, file("2.txt", SECOND))
    late = file("3.txt", _late_over_the_second())
    assert not any("cần xem" in row.remark for row in list_documents(ws))
    dry = amend(ws, regulation, late, dry_run=True)
    done = amend(ws, regulation, late)
    for told in (dry, done):
        (lost,) = told.plan.disturbed
        assert (lost.operation, lost.act_number) == (second.operations[0], "200-QĐ/TU")
        assert (lost.before, lost.state) == (State.APPLIED, State.FAILED)
        assert lost.reasons
    marked = {row.number for row in list_documents(ws) if "cần xem 1 nội dung đã ghi" in row.remark}
    assert marked == {"07-QC/TU", "200-QĐ/TU"}


def test_taking_an_operation_back_names_what_has_effect_again(
    ws: Workspace, regulation: str, file: File
) -> None:
    amend(ws, regulation, file("1.txt", FIRST))
    second = amend(ws, regulation, file("2.txt", SECOND))
    late = amend(ws, regulation, file("3.txt", _late_over_the_second()))
    (back,) = take_back(ws, regulation, late.operations[0]).disturbed
    assert (back.operation, back.before, back.state) == (
        second.operations[0],
        State.FAILED,
        State.APPLIED,
    )
    assert take_back(ws, regulation, late.operations[1]).disturbed == ()
    assert not any("cần xem" in row.remark for row in list_documents(ws))


def test_an_act_of_the_same_day_on_the_same_clause_names_the_recorded_one(
    ws: Workspace, regulation: str, file: File
) -> None:
    first = amend(ws, regulation, file("1.txt", FIRST))
    same_day = FIRST.replace("100-QĐ/TU", "101-QĐ/TU").replace("trong buổi", "trong giờ")
    same_day = (
        same_day[: same_day.index("2. Bổ sung")] + same_day[same_day.index("Điều 2. Quyết") :]
    )
    done = amend(ws, regulation, file("2.txt", same_day))
    (outcome,) = done.plan.consolidation.outcomes
    assert outcome.confidence is Confidence.DOUBTFUL
    assert "100-QĐ/TU" in outcome.reason
    (met,) = done.plan.disturbed
    assert (met.operation, met.before, met.state) == (
        first.operations[0],
        State.APPLIED,
        State.APPLIED,
    )
    assert "101-QĐ/TU" in all_said(met.reasons)
    marked = {row.number for row in list_documents(ws) if "cần xem" in row.remark}
    assert marked == {"07-QC/TU", "100-QĐ/TU", "101-QĐ/TU"}


def test_a_day_that_the_act_leaves_open_is_asked_for_and_settled_by_the_person(
    ws: Workspace, regulation: str, file: File
) -> None:
    act = file("qd.txt", ASKED)
    assert plan_amendment(ws, regulation, act).effect_date is None
    with pytest.raises(AmendingError, match="--effect") as refused:
        amend(ws, regulation, act)
    assert refused.value.code == "QC-A104"
    done = amend(ws, regulation, act, effect=date(2022, 3, 1))
    assert (done.plan.effect_date, done.unread) == (date(2022, 3, 1), 0)
    begins = "2. Việc gấp"
    assert clause(ws, regulation, "2022-02-28", begins) == ["2. Việc gấp được báo cáo trong ngày."]
    assert clause(ws, regulation, "2022-03-01", begins) == ["2. Việc gấp được báo cáo ngay."]


def test_when_everything_of_an_act_is_taken_back_it_may_be_recorded_again(
    ws: Workspace, regulation: str, file: File
) -> None:
    act = file("qd.txt", FIRST)
    done = amend(ws, regulation, act)
    with pytest.raises(AmendingError, match=f"lần ghi {done.recording}"):
        amend(ws, regulation, act)
    for operation in done.operations:
        undo_amend(ws, regulation, operation)
    assert lines(ws, regulation, "2020-01-01") == lines(ws, regulation, "issued")
    again = amend(ws, regulation, act)
    assert lines(ws, regulation, "2020-01-01") == act_lines(again.plan.consolidation.act)
    assert all(verdict.is_true for verdict in verify(ws))


def test_an_act_of_which_nothing_applies_is_not_recorded(
    ws: Workspace, regulation: str, file: File
) -> None:
    before = list_documents(ws)
    with pytest.raises(AmendingError, match="Không có nội dung nào"):
        amend(ws, regulation, file("qd.txt", USELESS))
    assert list_documents(ws) == before


def test_what_failed_is_recorded_with_its_reason(
    ws: Workspace, regulation: str, file: File
) -> None:
    done = amend(ws, regulation, file("qd.txt", HALF))
    assert (done.applied, done.failed) == (1, 1)
    failed = operations(ws, regulation)[1]
    assert (failed.state, failed.place) == ("failed", "Điều 1 khoản 2")
    assert failed.effect_date == date(2021, 6, 1)


def test_notes_are_those_of_the_operations_in_effect_on_the_day(
    ws: Workspace, regulation: str, file: File
) -> None:
    amend(ws, regulation, file("1.txt", FIRST))
    second = amend(ws, regulation, file("2.txt", SECOND))
    assert text_as_at(ws, regulation, as_at="15/7/2018").footnotes == ()
    between = text_as_at(ws, regulation, as_at="2019-01-01")
    assert len(between.footnotes) == 3
    assert [a.number for a in between.amended_by] == ["100-QĐ/TU"]
    after = text_as_at(ws, regulation, as_at="2021-01-01")
    assert after.footnotes == second.plan.consolidation.footnotes
    assert [a.number for a in after.amended_by] == ["100-QĐ/TU", "200-QĐ/TU"]
    undo_amend(ws, regulation, second.operations[0])
    assert len(text_as_at(ws, regulation, as_at="2021-01-01").footnotes) < len(after.footnotes)


def test_a_dry_run_stores_nothing_and_shows_the_same(
    ws: Workspace, regulation: str, file: File
) -> None:
    act = file("qd.txt", FIRST)
    before = list_documents(ws)
    shown = amend(ws, regulation, act, dry_run=True)
    assert (shown.recording, shown.operations) == (0, ())
    assert list_documents(ws) == before
    done = amend(ws, regulation, act)
    assert done.plan.consolidation.act == shown.plan.consolidation.act


def test_instructions_that_a_person_leaves_out_take_no_part_and_stay_in_the_record(
    ws: Workspace, regulation: str, file: File
) -> None:
    done = amend(ws, regulation, file("qd.txt", FIRST), skip=frozenset({0}))
    assert done.applied == 2
    assert "2. Việc gấp được báo cáo trong ngày." in lines(ws, regulation, "2020-01-01")
    assert [row.state for row in operations(ws, regulation)] == ["failed", "applied", "applied"]
    amend(ws, regulation, file("2.txt", LATE))
    assert "2. Việc gấp được báo cáo trong ngày." in lines(ws, regulation, "2020-01-01")
    assert all(verdict.is_true for verdict in verify(ws))


def test_the_day_of_effect_may_be_given(ws: Workspace, regulation: str, file: File) -> None:
    amend(ws, regulation, file("qd.txt", FIRST), effect=date(2018, 9, 1))
    assert lines(ws, regulation, "31/8/2018") == lines(ws, regulation, "issued")
    assert lines(ws, regulation, "01/9/2018") != lines(ws, regulation, "issued")


def test_an_act_without_a_day_of_effect_is_asked_about(
    ws: Workspace, regulation: str, file: File
) -> None:
    act = file("không ngày.txt", UNDATED)
    with pytest.raises(AmendingError, match=r"ngày có hiệu lực của không ngày\.txt"):
        amend(ws, regulation, act)
    amend(ws, regulation, act, effect=date(2020, 1, 1))
    assert "2. Việc gấp được báo cáo trong buổi." in lines(ws, regulation, "2020-01-01")


def test_the_library_counts_amendments_and_what_was_applied(
    ws: Workspace, regulation: str, file: File
) -> None:
    act = import_file(ws, file("qd.txt", HALF)).document
    assert (act.role, act.status) == (Role.AMENDING, Status.NOT_APPLIED)
    amend(ws, regulation, act.id)
    rows = {row.number: row for row in list_documents(ws)}
    assert rows["300-QĐ/TU"].status_text == "Đã áp dụng 1/2"
    assert rows["07-QC/TU"].remark == "4 điều · sửa đổi 1 lần"
    assert rows["07-QC/TU"].amended_times == 1
    assert rows["07-QC/TU"].role is Role.REGULATION


def test_a_second_look_at_a_recorded_act_says_where_it_is_recorded(
    ws: Workspace, regulation: str, file: File
) -> None:
    act = file("qd.txt", FIRST)
    done = amend(ws, regulation, act)
    plan = plan_amendment(ws, regulation, act)
    assert plan.is_recorded
    assert plan.recorded_in == done.recording
    assert [o.state for o in plan.consolidation.outcomes] == [State.APPLIED] * 3


def test_a_plan_over_an_amended_text_shows_its_own_act_only(
    ws: Workspace, regulation: str, file: File
) -> None:
    first = amend(ws, regulation, file("1.txt", FIRST))
    plan = plan_amendment(ws, regulation, file("2.txt", SECOND))
    assert act_lines(plan.consolidation.base) == act_lines(first.plan.consolidation.act)
    assert {o.instruction.act_no for o in plan.consolidation.outcomes} == {2}


def test_an_amending_act_cannot_be_amended_like_a_regulation(ws: Workspace, file: File) -> None:
    act = import_file(ws, file("qd.txt", FIRST)).document
    with pytest.raises(AmendingError, match="không phải là quy chế"):
        amend(ws, act.id, file("2.txt", SECOND))
