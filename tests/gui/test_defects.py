"""What nobody caught is shown as one sentence with a report that can be saved."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from quyche_app.gui.defects import DefectDialog, DefectHook, report_of


def failure() -> BaseException:
    """Give an error as it is raised."""
    try:
        raise KeyError("của " + "Điều 3")
    except KeyError as error:
        return error


def test_the_report_names_versions_and_the_way_through_the_program() -> None:
    report = report_of(failure())
    assert report.startswith("Quy Chế ")
    assert "KeyError" in report
    assert "test_defects.py" in report
    assert "của Điều 3" not in report


def test_a_defect_opens_one_dialog_and_the_program_goes_on(
    application: object, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    heard: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: heard.append(error))
    window = QWidget()
    hook = DefectHook(window)
    hook.install()
    error = failure()
    sys.excepthook(type(error), error, error.__traceback__)
    QCoreApplication.processEvents()
    hook.remove()
    dialog = window.findChild(DefectDialog)
    assert heard == [error]
    assert dialog is not None
    dialog.save_to(tmp_path / "bao-loi.txt")
    assert "KeyError" in (tmp_path / "bao-loi.txt").read_text(encoding="utf-8")
