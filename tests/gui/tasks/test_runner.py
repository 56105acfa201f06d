"""The task runner: results, errors, cancelling, answers that came too late."""

from __future__ import annotations

import sys
import threading

import pytest

from quyche_app.domain.errors import QuyCheError, ReadingError
from quyche_app.domain.messages import message
from quyche_app.gui.tasks.runner import DEFECT, TaskRunner
from quyche_app.services.progress import Progress


def test_a_result_comes_back_on_the_thread_of_the_window(application: object) -> None:
    runner, heard = TaskRunner(), []
    runner.start(
        "việc",
        lambda progress: threading.get_ident(),
        lambda value: heard.append((value, threading.get_ident())),
        heard.append,
    )
    assert runner.wait()
    worker, window = heard[0]
    assert worker != window == threading.get_ident()


def test_an_error_of_the_family_is_told_as_it_is(application: object) -> None:
    runner, heard = TaskRunner(), []

    def work(progress: Progress) -> None:
        raise ReadingError(message("QC-R007", "Tệp có mật khẩu."))

    runner.start("việc", work, heard.append, heard.append)
    assert runner.wait()
    assert [error.code for error in heard] == ["QC-R007"]


def test_a_defect_ends_the_job_and_reaches_the_hook(
    application: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    runner, heard, seen = TaskRunner(), [], []
    monkeypatch.setattr(sys, "excepthook", lambda *parts: seen.append(parts[1]))
    runner.start("việc", lambda progress: 1 // 0, heard.append, heard.append)
    assert runner.wait()
    assert isinstance(heard[0], QuyCheError)
    assert heard[0].sentence == DEFECT
    assert "ZeroDivisionError" in heard[0].detail


def test_cancelled_work_stops_at_its_next_step(application: object) -> None:
    runner, heard = TaskRunner(), []
    started, may_go_on = threading.Event(), threading.Event()

    def work(progress: Progress) -> str:
        started.set()
        may_go_on.wait(5)
        progress.step(1, 2, "đang làm")
        return "xong"

    job = runner.start("việc", work, heard.append, heard.append)
    assert started.wait(5)
    job.cancel()
    may_go_on.set()
    assert runner.wait()
    assert heard[0].sentence == "Đã hủy. Không có gì thay đổi."


def test_an_answer_that_was_overtaken_is_not_told(application: object) -> None:
    runner, heard = TaskRunner(), []
    may_go_on = threading.Event()
    runner.start(
        "cũ", lambda progress: may_go_on.wait(5) and "cũ", heard.append, heard.append, "chỗ"
    )
    runner.start("mới", lambda progress: "mới", heard.append, heard.append, "chỗ")
    may_go_on.set()
    assert runner.wait()
    assert heard == ["mới"]


def test_progress_is_heard(application: object) -> None:
    runner, steps = TaskRunner(), []
    runner.changed.connect(
        lambda: steps.extend((job.step, job.total, job.text) for job in runner.jobs)
    )

    def work(progress: Progress) -> None:
        progress.step(38, 142, "Đang đọc")

    runner.start("việc", work, lambda value: None, lambda error: None)
    assert runner.wait()
    assert (38, 142, "Đang đọc") in steps


def test_what_was_changed_counts_also_when_it_was_cancelled_too_late(application: object) -> None:
    runner, heard = TaskRunner(), []
    started, may_go_on = threading.Event(), threading.Event()

    def work(progress: Progress) -> str:
        started.set()
        may_go_on.wait(5)
        return "đã ghi"

    read = runner.start("đọc", work, heard.append, lambda error: heard.append(error.code))
    assert started.wait(5)
    read.cancel()
    may_go_on.set()
    assert runner.wait()
    started.clear()
    may_go_on.clear()
    written = runner.start("ghi", work, heard.append, heard.append, is_kept=True)
    assert started.wait(5)
    written.cancel()
    may_go_on.set()
    assert runner.wait()
    assert heard == ["QC-X001", "đã ghi"]


def test_when_everything_is_called_off_only_what_was_changed_is_told(application: object) -> None:
    runner, heard = TaskRunner(), []
    may_go_on = threading.Event()

    def work(progress: Progress) -> str:
        may_go_on.wait(5)
        return "xong"

    runner.start("đọc", work, heard.append, heard.append)
    runner.start(
        "ghi", work, lambda value: heard.append(f"ghi {value}"), heard.append, is_kept=True
    )
    runner.call_off()
    may_go_on.set()
    assert runner.wait()
    assert heard == ["ghi xong"]
