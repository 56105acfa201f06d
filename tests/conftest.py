"""What every test stands on: no screen, a fresh home, and the data folder beside the project."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, settings

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from quyche_app.gui.shell.window import MainWindow
    from quyche_app.storage.workspace import Workspace

# Qt reads this when it is first imported, so it stands before every test module.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile(
    "ci", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
# For mutants: whether a law fails is all that is asked, not on which smallest example.
settings.register_profile(
    "mutants", settings.get_profile("ci"), phases=(Phase.explicit, Phase.generate)
)
settings.register_profile("long", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("QUYCHE_HYPOTHESIS", "ci"))

_SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes a minute, so that no process works on it alone at the end."""
    items.sort(key=lambda item: item.get_closest_marker("xdist_group") is None)


@pytest.fixture(autouse=True)
def _fresh_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test a home folder and a workspace of its own, so that no test sees another's."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name, folder in (
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_DATA_HOME", "data"),
        ("XDG_CACHE_HOME", "cache"),
        ("XDG_STATE_HOME", "state"),
        ("XDG_RUNTIME_DIR", "runtime"),
        ("APPDATA", "data"),
        ("LOCALAPPDATA", "data"),
    ):
        (home / folder).mkdir(mode=0o700, exist_ok=True)
        monkeypatch.setenv(name, str(home / folder))
    monkeypatch.setenv("QUYCHE_WORKSPACE", str(home / "workspace"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder of real texts and measures beside the project, or skip."""
    if not _SHARED.is_dir():
        pytest.skip(f"cần thư mục dữ liệu {_SHARED} đặt cạnh dự án")
    return _SHARED


@pytest.fixture(scope="session")
def empty_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a workspace that was just made, to be copied: that takes a tenth of the time
    of making one."""
    from quyche_app.services.workspace import open_workspace

    folder = tmp_path_factory.mktemp("trong") / "kho"
    open_workspace(folder).close()
    return folder


# What the offscreen platform says of itself, whatever the program does.
_OF_THE_PLATFORM = ("This plugin does not support", "QFontDatabase: Cannot find font directory")


@pytest.fixture
def no_qt_warnings() -> Iterator[None]:
    """Fail when Qt has something to complain about; every test with a window uses it."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    heard: list[str] = []

    def listen(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not message.startswith(_OF_THE_PLATFORM):
            heard.append(message)

    before = qInstallMessageHandler(listen)
    yield
    qInstallMessageHandler(before)
    assert not heard, heard


class _Warnings(logging.Handler):
    """Collects what is logged at warning or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.sentences: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.sentences.append(f"{record.name}: {record.getMessage()}")


def _closed_windows() -> list[str]:
    """Close what is still open and give its names: only the test that left it is to blame."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    left = [one for one in widgets.QApplication.topLevelWidgets() if one.isVisible()]
    for one in left:
        one.hide()
        one.deleteLater()
    return [repr(one) for one in left]


# What the window does after a while by itself. In a test the while never ends, for it would end at
# another place on a slow machine: a test that means such a thing asks for it by name.
_WAITS = (
    "shell.watch._LOOK_EVERY",
    "drafting.saving._SAVE_AFTER",
    "drafting.page_link._PAUSE",
    "drafting.page_link._MARK_AFTER",
    "drafting.about_provision._LOOK_AGAIN",
    "compare.pasted_page._REST",
)
_NEVER = 24 * 60 * 60 * 1000  # ms


@pytest.fixture
def open_window(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., MainWindow]]:
    """Give what makes a window over a workspace, and close each at the end, however the test ended."""
    from quyche_app.gui.app import make_window, prepare_application
    from quyche_app.gui.pictures import settle

    made: list[MainWindow] = []
    for name in _WAITS:
        monkeypatch.setattr(f"quyche_app.gui.{name}", _NEVER)

    def make(workspace: Workspace, settings: QSettings | None = None) -> MainWindow:
        prepare_application()
        window = make_window(workspace, "kho", settings)
        made.append(window)
        window.resize(1366, 728)
        window.show()
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()
        settle(window)


@pytest.fixture(autouse=True)
def _clean_end(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning it did not ask for (by ``caplog``), or that leaves a window
    or a thread behind (docs/testing.md 4)."""
    handler = _Warnings()
    before = set(threading.enumerate())
    logging.getLogger("quyche_app").addHandler(handler)
    yield
    logging.getLogger("quyche_app").removeHandler(handler)
    if "caplog" not in request.fixturenames:
        assert handler.sentences == []
    assert [one for one in threading.enumerate() if one not in before and not one.daemon] == []
    assert _closed_windows() == []
