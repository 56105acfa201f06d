"""Queries and operations: results, what changed and who did it, and errors, none of which is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from quyche_app.domain.errors import StorageError
from quyche_app.domain.messages import message
from quyche_app.gui.changes import NOTHING, UNKNOWN, Changes, come, recorded_in, remarked_on
from quyche_app.gui.session import Session
from quyche_app.gui.tasks.operation import Operation, Query
from quyche_app.services.progress import Progress
from quyche_app.services.workspace import open_workspace

SENTENCE = "Không đọc được kho. Hãy thử lại."


@pytest.fixture
def session(tmp_path: Path, application: object) -> Session:
    """Give a session without a window."""
    return Session(open_workspace(tmp_path / "kho"), "kho")


@pytest.fixture
def said(session: Session) -> list[str]:
    """Give what the status bar would say."""
    heard: list[str] = []
    session.hinted.connect(heard.append)
    return heard


@pytest.fixture
def told(session: Session) -> list[tuple[Changes, QObject | None]]:
    """Give the changes that the screens would hear of."""
    heard: list[tuple[Changes, QObject | None]] = []
    session.changed.connect(lambda changes, initiator: heard.append((changes, initiator)))
    return heard


def fails(progress: Progress) -> str:
    raise StorageError(message("QC-S001", SENTENCE))


def test_a_query_gives_its_result_and_tells_no_change(session: Session, told: list) -> None:
    heard: list[int] = []
    session.run(Query("việc", lambda progress: 7, heard.append))
    assert session.runner.wait()
    assert heard == [7]
    assert told == []


def test_an_error_that_nobody_takes_is_said(session: Session, said: list[str]) -> None:
    session.run(Query("việc", fails, lambda value: None))
    session.run(Operation("việc", fails))
    assert session.runner.wait()
    assert said == [SENTENCE, SENTENCE]


def test_an_error_goes_to_whoever_takes_it(session: Session, said: list[str]) -> None:
    heard: list[str] = []
    session.run(Query("việc", fails, heard.append, lambda error: heard.append(error.code)))
    session.run(Operation("việc", fails, failed=lambda error: heard.append(error.code)))
    assert session.runner.wait()
    assert heard == ["QC-S001", "QC-S001"]
    assert said == []


def test_the_same_trouble_of_work_that_runs_by_itself_is_said_once_until_it_goes_well(
    session: Session, said: list[str]
) -> None:
    def run(*, is_well: bool) -> None:
        work = (lambda progress: "") if is_well else fails
        session.run(Query("việc", work, lambda value: None, slot="chỗ", is_repeated=True))
        assert session.runner.wait()

    run(is_well=False)
    run(is_well=False)
    assert said == [SENTENCE]
    run(is_well=True)
    run(is_well=False)
    assert said == [SENTENCE, SENTENCE]


def test_an_operation_tells_what_changed_before_its_result_and_who_did_it(
    session: Session, told: list
) -> None:
    heard: list[object] = []
    session.changed.connect(lambda changes, initiator: heard.append(changes))
    operation = Operation(
        "việc", lambda progress: "d1", heard.append, recorded_in, initiator=session
    )
    session.run(operation)
    assert session.runner.wait()
    assert heard == [recorded_in("d1"), "d1"]
    assert told == [(recorded_in("d1"), session)]


def test_an_operation_that_failed_or_changed_nothing_tells_no_change(
    session: Session, told: list
) -> None:
    session.run(Operation("việc", fails, changes=recorded_in("d1")))
    session.run(Operation("việc", lambda progress: None))
    assert session.runner.wait()
    assert told == []


def test_changes_say_whom_they_concern() -> None:
    assert not NOTHING
    assert recorded_in("d1").in_text("d0", "d1")
    assert not recorded_in("d1").in_text("d2")
    assert recorded_in("d1").in_list
    assert not recorded_in("d1").in_documents
    assert come("d1").in_documents
    assert remarked_on("d1").in_remarks("d1")
    assert not remarked_on("d1").in_list
    assert UNKNOWN.in_documents
    assert UNKNOWN.in_text("d1")
    assert UNKNOWN.in_remarks("d1")
    both = recorded_in("d1") | remarked_on("d2")
    assert both.in_text("d1")
    assert both.in_remarks("d2")


def test_what_one_window_asks_does_not_overtake_another(session: Session) -> None:
    heard: list[str] = []
    first, second = QObject(), QObject()
    for asker, words in ((first, "cũ"), (second, "khác"), (first, "mới")):
        session.run(
            Query("việc", lambda progress, words=words: words, heard.append, slot=(asker, "chỗ"))
        )
    assert session.runner.wait()
    assert sorted(heard) == ["khác", "mới"]


def test_a_window_that_was_closed_gets_no_answer(session: Session, said: list[str]) -> None:
    heard: list[str] = []
    asker = QObject()
    session.run(Query("việc", lambda progress: "đã đọc", heard.append, slot=(asker, "chỗ")))
    session.run(Query("việc", fails, heard.append, slot=(asker, "chỗ khác")))
    session.run(Operation("việc", lambda progress: "đã ghi", heard.append, initiator=asker))
    session.run(Operation("việc", fails, failed=heard.append, initiator=asker))
    delete(asker)
    assert session.runner.wait()
    assert heard == []
    assert said == [SENTENCE], "what was to be changed and is not, is said all the same"


def test_the_newest_operation_is_taken_back_first_and_one_that_failed_can_be_tried_again(
    session: Session, said: list[str]
) -> None:
    done: list[str] = []
    is_well = True

    def back(name: str) -> Operation[None]:
        def work(progress: Progress) -> None:
            if not is_well:
                fails(progress)
            done.append(f"lại {name}")

        return Operation("việc", work, undo=lambda _: put(name))

    def put(name: str) -> Operation[None]:
        return Operation("việc", lambda progress: done.append(name), undo=lambda _: back(name))

    for name in ("một", "hai"):
        session.run(put(name))
        assert session.runner.wait()
    session.undo()
    assert session.runner.wait()
    is_well = False
    session.undo()
    assert session.runner.wait()
    assert said == [SENTENCE]
    is_well = True
    session.undo()
    session.undo()
    assert session.runner.wait()
    assert done == ["một", "hai", "lại hai", "lại một"]
