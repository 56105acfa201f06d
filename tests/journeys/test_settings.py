"""Cài đặt in the window: every group, search, undo, keys, language; the first steps; the walk."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit, QWidget

from quyche_app.gui.app import prepare_application
from quyche_app.gui.changes import UNKNOWN
from quyche_app.gui.folders import folder_named
from quyche_app.gui.pictures import fill_with_sample, settle
from quyche_app.gui.places import Place
from quyche_app.gui.settings.first_run import FirstRunDialog
from quyche_app.gui.settings.keys_panel import KeyField, KeysPanel
from quyche_app.gui.settings.options import GROUPS, OPTIONS
from quyche_app.gui.settings.screen import SettingsScreen
from quyche_app.gui.settings.store import RestoreDialog
from quyche_app.gui.shell.actions import SHELL_ACTIONS
from quyche_app.gui.shell.help import GuideDialog
from quyche_app.gui.shell.screens import screen_keys
from quyche_app.gui.shell.tour import STOPS, Tour
from quyche_app.gui.shell.window import MainWindow
from quyche_app.gui.theme.look import current_look
from quyche_app.languages import tr, use_language
from quyche_app.services.backups import backup
from quyche_app.services.drafts import begin_draft
from quyche_app.services.library import list_documents
from quyche_app.services.workspace import open_workspace

OF_A_TEXT = re.compile("được sửa đổi, bổ sung theo quy định tại")  # a footnote


@pytest.fixture(autouse=True)
def first_look() -> Iterator[None]:
    """Leave the program as it was: Vietnamese, light, 100 %."""
    yield
    use_language("vi")
    prepare_application()


def settings(window: MainWindow) -> SettingsScreen:
    """The screen of settings."""
    screen = window.screen_shown
    assert isinstance(screen, SettingsScreen)
    return screen


def go(window: MainWindow, group: str) -> SettingsScreen:
    """Open a group of settings."""
    window.go(Place("settings", unit=group))
    settle(window)
    return settings(window)


def words_in(where: QWidget) -> list[str]:
    """The labels and buttons that are shown."""
    shown = [label.text() for label in where.findChildren(QLabel) if label.isVisible()]
    return shown + [b.text() for b in where.findChildren(QAbstractButton) if b.isVisible()]


def press(where: QWidget, words: str) -> None:
    """Press the button of some words."""
    button = next(
        b for b in where.findChildren(QAbstractButton) if b.text() == words and b.isVisible()
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("group", [key for key, _ in GROUPS])
def test_every_group_shows_its_settings_with_their_explanation(
    window: MainWindow, group: str
) -> None:
    shown = words_in(go(window, group))
    assert dict(GROUPS)[group] in shown
    for option in OPTIONS:
        if option.group == group:
            assert {option.name, option.words} <= set(shown)


def test_a_setting_is_found_by_its_words_without_tone_marks(window: MainWindow) -> None:
    screen = go(window, "display")
    screen._search.setText("dau ngoac")
    settle(window)
    shown = words_in(screen)
    assert "1 cài đặt khớp" in shown
    assert "Dấu ngoặc kép" in shown
    screen._search.setText("không có gì như vậy")
    settle(window)
    assert "Không có cài đặt nào khớp." in words_in(screen)


def test_a_setting_takes_effect_at_once_and_is_taken_back(window: MainWindow) -> None:
    go(window, "display")
    window.session.option_asked.emit("theme", "dark")
    window.session.option_asked.emit("page_points", "18")
    window.session.option_asked.emit("marks", "orange")
    settle(window)
    assert (current_look().tokens.name, current_look().points, current_look().marks) == (
        "dark",
        18,
        "orange",
    )
    screen = settings(window)
    assert screen.state.group == "display"
    for _ in range(3):
        settings(window).undo_setting()
        settle(window)
    assert (current_look().tokens.name, current_look().points, current_look().marks) == (
        "light",
        14,
        "color",
    )
    assert not settings(window).state.can_undo


def test_a_group_goes_back_to_its_first_values(window: MainWindow) -> None:
    go(window, "drafting")
    window.session.option_asked.emit("numbering", "frozen")
    window.session.option_asked.emit("quotes", "0")
    settle(window)
    assert window.session.option("numbering") == "frozen"
    press(settings(window), "Về mặc định của mục này")
    settle(window)
    assert (window.session.option("numbering"), window.session.option("quotes")) == ("auto", "1")


def test_every_look_can_be_built(window: MainWindow) -> None:
    fill_with_sample(window.session.workspace, recorded=True)
    window.session.tell(UNKNOWN)
    for key, value in (
        ("rail", "icons"),
        ("rows", "wide"),
        ("marks", "plain"),
        ("rows", "tight"),
        ("text_size", "150"),
        ("theme", "contrast"),
        ("theme", "system"),
    ):
        window.use_option(key, value)
        for screen in screen_keys():
            window.go_screen(screen)
            settle(window)
        assert not window.grab().isNull()


# -- keys -------------------------------------------------------------------------------------------


def keys_panel(window: MainWindow) -> KeysPanel:
    found = go(window, "keys").findChild(KeysPanel)
    assert found is not None
    return found


def test_a_key_is_changed_and_works(window: MainWindow) -> None:
    export = next(action for action in SHELL_ACTIONS if action.id == "export")
    keys_panel(window).use(export, "Ctrl+Alt+E")
    settle(window)
    action = next(a for a in window.findChildren(QAction) if a.text() == export.text)
    assert action.shortcut() == QKeySequence("Ctrl+Alt+E")
    assert "Ctrl+Alt+E" in words_in(go(window, "keys"))
    keys_panel(window).use(export, export.keys)
    settle(window)
    action = next(a for a in window.findChildren(QAction) if a.text() == export.text)
    assert action.shortcut() == QKeySequence("Ctrl+E")


def test_a_key_is_typed_into_a_field_that_esc_and_another_place_leave(window: MainWindow) -> None:
    panel = keys_panel(window)

    def field() -> KeyField:
        change = next(
            b
            for b in panel.findChildren(QAbstractButton)
            if b.accessibleName() == "Đổi phím của Xuất văn bản"
        )
        change.click()
        return next(each for each in panel.findChildren(KeyField) if not each.isHidden())

    QTest.keyClick(field(), Qt.Key.Key_Escape)
    assert window.session.chosen_keys() == {}
    assert not [each for each in panel.findChildren(KeyField) if not each.isHidden()]
    left = field()
    left.editingFinished.emit()  # the focus goes elsewhere
    assert window.session.chosen_keys() == {}, "nothing was typed, nothing is changed"
    typed = field()
    QTest.keyClick(typed, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    typed.editingFinished.emit()
    assert window.session.chosen_keys() == {"export": "Ctrl+J"}


def test_the_first_key_of_an_action_is_not_given_back_while_another_has_it(
    window: MainWindow,
) -> None:
    export, bring = (
        next(a for a in SHELL_ACTIONS if a.id == name) for name in ("export", "import")
    )
    keys_panel(window).use(export, "Ctrl+J")
    settle(window)
    keys_panel(window).use(bring, "Ctrl+E")
    settle(window)
    keys_panel(window).use(export, export.keys)
    assert window.session.chosen_keys() == {"export": "Ctrl+J", "import": "Ctrl+E"}


def test_a_key_that_unikey_takes_or_another_has_is_refused_with_the_reason(
    window: MainWindow,
) -> None:
    told: list[str] = []
    panel = keys_panel(window)
    panel.told.connect(told.append)
    export = next(action for action in SHELL_ACTIONS if action.id == "export")
    panel.use(export, "Ctrl+Shift+E")
    assert told[-1] == "Không dùng được Ctrl+Shift+E. Ctrl+Shift bật, tắt tiếng Việt trong Unikey."
    panel.use(export, "Ctrl+K")
    assert told[-1] == "Ctrl+K đang là phím của “Tìm lệnh, điều khoản, văn bản”. Đổi phím ấy trước."
    assert window.session.chosen_keys() == {}


# -- language ---------------------------------------------------------------------------------------


def own_words(window: QWidget) -> Iterator[str]:
    """Every text of the program that is shown or read aloud."""
    for widget in window.findChildren(QWidget):
        yield from (widget.toolTip(), widget.accessibleName(), widget.windowTitle())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()
    for action in window.findChildren(QAction):
        yield action.text()


@pytest.mark.parametrize("key", screen_keys())
def test_in_english_nothing_is_left_in_vietnamese(window: MainWindow, key: str) -> None:
    document = fill_with_sample(window.session.workspace, recorded=key != "amendments")
    window.session.tell(UNKNOWN)
    window.session.document_id = document
    window.use_option("language", "en")
    window.go_screen(key)
    settle(window)
    if key == "settings":
        for group, _ in GROUPS:
            go(window, group)
    window.ask_export()
    window.beginning.welcome()
    settle(window)
    # The widgets of the language before are put away when the event loop comes round.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = {
        text
        for text in own_words(window)
        if text and tr(text) != text and not OF_A_TEXT.search(text)
    }
    for dialog in window.findChildren(QDialog):
        dialog.close()
    assert left == set()


def test_the_language_is_changed_without_a_new_start(window: MainWindow) -> None:
    window.use_option("language", "en")
    settle(window)
    assert window.windowTitle() == "Library – Quy Chế"
    window.show_guide()
    settle(window)
    guide = window.findChild(GuideDialog)
    assert guide is not None
    assert guide.windowTitle() == "Guide"
    guide.close()
    window.use_option("language", "vi")
    settle(window)
    assert window.windowTitle() == "Kho văn bản – Quy Chế"


# -- the library ------------------------------------------------------------------------------------


def test_the_library_is_proved_and_restored_from_a_backup(
    window: MainWindow, tmp_path: Path
) -> None:
    fill_with_sample(window.session.workspace, recorded=True)
    copy = tmp_path / "ban-sao.db"
    backup(window.session.workspace, copy)
    told: list[str] = []
    window.session.hinted.connect(told.append)
    go(window, "store").verify_store()
    settle(window)
    assert told[-1].endswith("mục đều đúng.")
    regulation = next(
        row for row in list_documents(window.session.workspace) if row.number == "05-QĐ/TU"
    )
    begin_draft(window.session.workspace, regulation.id)
    assert len(list_documents(window.session.workspace)) == 3
    window.workspace_change.restore_from(str(copy))
    settle(window)
    assert len(list_documents(window.session.workspace)) == 2, "the draft is later than the backup"
    kept = list((Path(window.session.workspace.place) / "sao-luu").glob("truoc-khoi-phuc-*.db"))
    assert len(kept) == 1, "the library that was there is kept"
    dialog = RestoreDialog(window.session, copy, window)
    assert f"Khôi phục kho từ {copy.name}?" in [
        label.text() for label in dialog.findChildren(QLabel)
    ]
    dialog.reject()


def test_another_place_of_the_library_is_used_and_remembered(
    window: MainWindow, tmp_path: Path
) -> None:
    other = tmp_path / "kho-khac"
    workspace = open_workspace(other)
    fill_with_sample(workspace, recorded=False)
    workspace.close()
    window.workspace_change.use_place(str(other), str(other))
    settle(window)
    assert window.session.memory.get("workspace") == str(other)
    assert len(list_documents(window.session.workspace)) == 2


# -- first steps ------------------------------------------------------------------------------------


def test_the_walk_lights_every_place_of_the_sample(window: MainWindow) -> None:
    window.beginning.begin_tour()
    settle(window)
    tour = window.findChild(Tour)
    assert tour is not None
    for number, stop in enumerate(STOPS):
        assert tour.at == number
        assert stop.title in [label.text() for label in tour.findChildren(QLabel)]
        if stop.screen:
            assert window.screen_shown.key == stop.screen
        settle(window)
        press(tour, "Xong" if number == len(STOPS) - 1 else "Tiếp")
    settle(window)
    assert window.screen_shown.key == "library"


def test_the_program_opens_where_it_was_closed(
    tmp_path: Path, open_window: Callable[..., MainWindow]
) -> None:
    kept = QSettings(str(tmp_path / "quyche.ini"), QSettings.Format.IniFormat)
    first = open_window(open_workspace(tmp_path / "kho"), kept)
    first.session.memory.keep("welcomed", "1")
    document = fill_with_sample(first.session.workspace, recorded=True)
    first.session.go("drafting", document=document)
    settle(first)
    unit = next(
        unit for unit, (path, _) in first.screen_shown.state.places.items() if path == "qc:d9/k2"
    )
    first.screen_shown.show_unit(unit)
    first.close()
    second = open_window(open_workspace(tmp_path / "kho"), kept)
    second.beginning.begin()
    settle(second)
    assert second.screen_shown.key == "drafting"
    assert second.screen_shown.state.chosen == unit
    assert second._recent()[0][0].startswith("05-QĐ/TU")


def test_several_changes_of_the_look_build_the_window_once(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    go(window, "display")
    built: list[int] = []
    compose = MainWindow._compose
    monkeypatch.setattr(MainWindow, "_compose", lambda own: (built.append(1), compose(own)))
    for key, value in (("theme", "dark"), ("text_size", "125"), ("rows", "wide")):
        window.session.option_asked.emit(key, value)
    settle(window)
    assert len(built) == 1
    assert window.session.option("theme") == "dark"
    assert settings(window).state.group == "display"


def test_first_steps_that_are_skipped_change_nothing_and_those_taken_come_before_the_beginning(
    window: MainWindow,
) -> None:
    dialog = FirstRunDialog(window.session, window)
    dialog._theme.set_value("dark")
    dialog.reject()
    assert window.session.option("theme") == "light"
    window.beginning.welcome()
    shown = next(each for each in window.findChildren(FirstRunDialog) if each.isVisible())
    shown._theme.set_value("dark")
    shown._begin_with("sample")
    settle(window)
    assert window.session.option("theme") == "dark"
    tour = window.findChild(Tour)
    assert tour is not None
    assert tour.isVisible(), "the walk stands on the window that was built anew"
    tour.end()


def test_a_folder_that_cannot_be_one_is_no_place(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert folder_named("kho-moi") == tmp_path / "kho-moi"
    assert folder_named("~khong-co-ai") is None
    assert folder_named(" ") is None
