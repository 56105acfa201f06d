"""Starting Qt where it may find no screen: over ssh, in a task, on a server without its libraries.

Qt says so in its own words and then ends the program (qFatal). The last message before that end is
heard here, and one sentence and an ordinary exit code are given instead. Nothing is tried out
beforehand: what Qt cannot do, Qt alone knows.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from quyche_app.domain.errors import QuyCheError
from quyche_app.domain.messages import message
from quyche_app.languages import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType

NO_SCREEN = (
    "Không mở được cửa sổ vì máy không có màn hình cho chương trình; hãy chạy ở nơi có màn hình, "
    "hoặc làm bằng lệnh (quyche --help)."
)
_REFUSED = 1


def load_qt() -> None:
    """Load Qt.

    Raises:
        QuyCheError: QC-G001 a library of the machine that Qt needs is missing.
    """
    try:
        import PySide6.QtWidgets  # noqa: F401
    except ImportError as cause:
        raise QuyCheError(
            message(
                "QC-G001",
                "Không mở được cửa sổ vì máy thiếu thư viện mà Qt cần: {cause}; các lệnh "
                "(quyche --help) vẫn dùng được.",
                cause=str(cause),
            ),
        ) from cause


@contextmanager
def told_without_screen() -> Iterator[None]:
    """While the application is made: where Qt gives up, say one sentence and end with 1."""
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler

    kept: list[str] = []

    def listen(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            print(tr(NO_SCREEN), file=sys.stderr, flush=True)
            os._exit(_REFUSED)  # behind this message Qt would abort
        kept.append(message)

    before = qInstallMessageHandler(listen)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    for line in kept:  # it went well: what else was said is said as ever
        print(line, file=sys.stderr)
