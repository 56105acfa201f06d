"""Screens read again what changed, once, and leave alone what did not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject

from quyche_app.gui.amendments.screen import AmendmentsScreen
from quyche_app.gui.changes import UNKNOWN, Changes, recorded_in
from quyche_app.gui.compare.screen import CompareScreen
from quyche_app.gui.drafting.screen import DraftingScreen
from quyche_app.gui.library.screen import LibraryScreen
from quyche_app.gui.pictures import fill_with_sample, settle
from quyche_app.gui.places import Place
from quyche_app.gui.screen import Screen
from quyche_app.gui.shell.second_window import SecondWindow
from quyche_app.gui.shell.window import MainWindow
from quyche_app.gui.timeline.screen import TimelineScreen
from quyche_app.services.drafts import begin_draft
from quyche_app.services.import_file import import_file
from quyche_app.services.library import list_documents
from quyche_app.services.views import Role
from quyche_app.services.workspace import open_workspace

AnyScreen = TypeVar("AnyScreen", bound=Screen)
OTHER = (
    "QUY CHẾ\nlàm việc của Ban Minh họa\n\nĐiều 1. Phạm vi\n1. Quy chế này quy định cách làm việc."
)


def with_sample(window: MainWindow, *, recorded: bool = True) -> str:
    """Bring in the sample; give the id of the regulation."""
    document = fill_with_sample(window.session.workspace, recorded=recorded)
    window.session.tell(UNKNOWN)
    settle(window)
    return document


def at(window: MainWindow, kind: type[AnyScreen], document: str) -> AnyScreen:
    """Go to a screen with a text."""
    window.go(Place(kind.key, document))
    settle(window)
    shown = window.screen_shown
    assert isinstance(shown, kind)
    return shown


def library_of(window: MainWindow) -> LibraryScreen:
    """The library, shown or not."""
    return next(each for each in window._screens.values() if isinstance(each, LibraryScreen))


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Give a file that has nothing to do with the sample."""
    path = tmp_path / "khac.txt"
    path.write_text(OTHER, encoding="utf-8")
    return path


def bring_in(window: MainWindow, path: Path) -> None:
    """Import a file in the background, whatever screen is shown."""
    library_of(window).take_files([path])
    settle(window)


@pytest.fixture
def count(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], list[None]]:
    """Give a counter of the times that something is read, by the name of the function that reads it."""

    def counted(name: str) -> list[None]:
        module, function = name.rsplit(".", 1)
        calls: list[None] = []
        real = vars(__import__(module, fromlist=[function]))[function]

        def reads(*values: object, **named: object) -> object:
            calls.append(None)
            return real(*values, **named)

        monkeypatch.setattr(name, reads)
        return calls

    return counted


def test_an_import_refreshes_the_library_and_not_an_open_comparison(
    window: MainWindow, other: Path, count: Callable[[str], list[None]]
) -> None:
    document = with_sample(window)
    screen = at(window, CompareScreen, document)
    screen.swap()
    settle(window)
    compared, sides = screen.state.compared, (screen.state.left, screen.state.right)
    offered = screen._left.count()
    listed = count("quyche_app.gui.library.screen.read_library")
    bring_in(window, other)
    assert screen.state.compared is compared
    assert (screen.state.left, screen.state.right) == sides
    assert screen._left.count() == offered + 1, "what came can be chosen"
    assert listed == [], "a screen behind another one waits"
    window.go_screen("library")
    settle(window)
    assert len(library_of(window).state.documents) == 3
    assert len(listed) == 1


def test_a_recording_is_compared_anew_and_chosen_versions_stay(window: MainWindow) -> None:
    document = with_sample(window)
    screen = at(window, CompareScreen, document)
    proposed = screen.state.compared
    screen.swap()
    settle(window)
    sides = screen.state.left, screen.state.right
    window.session.tell(recorded_in(document))
    settle(window)
    assert screen.state.compared is not proposed
    assert (screen.state.left, screen.state.right) == sides


def test_versions_that_were_proposed_are_proposed_anew(window: MainWindow) -> None:
    document = with_sample(window, recorded=False)
    screen = at(window, CompareScreen, document)
    assert screen.state.left == screen.state.right
    desk = at(window, AmendmentsScreen, document)
    desk.accept_all_sure()
    desk.record()
    settle(window)
    at(window, CompareScreen, document)
    assert screen.state.left != screen.state.right
    assert screen.state.total > 0


def test_what_was_decided_stays_when_another_text_comes(window: MainWindow, other: Path) -> None:
    document = with_sample(window, recorded=False)
    desk = at(window, AmendmentsScreen, document)
    desk.accept_present()
    decided = dict(desk.state.decisions)
    assert decided
    offered = desk._regulation.count()
    bring_in(window, other)
    assert desk.state.decisions == decided
    assert desk._regulation.count() == offered + 1


def test_recorded_amendments_are_laid_anew_once(
    window: MainWindow, count: Callable[[str], list[None]]
) -> None:
    document = with_sample(window, recorded=False)
    desk = at(window, AmendmentsScreen, document)
    laid = count("quyche_app.gui.amendments.screen.lay")
    desk.accept_all_sure()
    desk.record()
    settle(window)
    assert desk.state.is_recorded
    assert len(laid) == 1, "the screen that recorded shows it itself"


def test_the_time_line_stays_at_its_day(window: MainWindow, other: Path) -> None:
    document = with_sample(window)
    screen = at(window, TimelineScreen, document)
    day = date(2018, 7, 20)
    screen._on_day(day)
    settle(window)
    bring_in(window, other)
    assert screen.state.day == day
    assert screen._documents.count() == 2


def test_a_text_is_read_again_when_something_is_recorded_in_it_and_not_otherwise(
    window: MainWindow, other: Path, count: Callable[[str], list[None]]
) -> None:
    document = with_sample(window)
    at(window, DraftingScreen, document)
    opened = count("quyche_app.gui.drafting.reading.open_text")
    bring_in(window, other)
    window.session.tell(recorded_in("another"))
    settle(window)
    assert opened == []
    window.session.tell(recorded_in(document))
    settle(window)
    assert len(opened) == 1


def test_a_saved_draft_is_told_to_the_list_and_not_to_its_own_page(
    window: MainWindow, count: Callable[[str], list[None]]
) -> None:
    draft = begin_draft(window.session.workspace, with_sample(window)).id
    window.session.tell(UNKNOWN)
    settle(window)
    screen = at(window, DraftingScreen, draft)
    opened = count("quyche_app.gui.drafting.reading.open_text")
    heard: list[Changes] = []
    window.session.changed.connect(lambda changes, initiator: heard.append(changes))
    screen.desk.save("mốc một")
    settle(window)
    assert heard == [recorded_in(draft)]
    assert opened == []


def test_a_remark_is_shown_where_the_same_text_is_read(window: MainWindow) -> None:
    document = with_sample(window)
    screen = at(window, DraftingScreen, document)
    window.open_second()
    settle(window)
    second = next(each for each in window.findChildren(SecondWindow))
    reading = second.screen_shown
    assert isinstance(reading, DraftingScreen)
    unit = next(iter(screen.state.places))
    screen.about._add_remark(unit, "Xem lại chỗ này.")
    settle(window)
    assert [remark.words for remark in reading.about._remarks] == ["Xem lại chỗ này."]
    second.close()


def test_what_others_record_is_told_once_with_its_text_and_ones_own_is_not_told_again(
    window: MainWindow, other: Path, open_window: Callable[..., MainWindow]
) -> None:
    document = with_sample(window)
    second = open_window(open_workspace(window.session.workspace.place))
    settle(second)
    for each in (window, second):
        each.watch.look()
        settle(each)
    heard: list[tuple[Changes, QObject | None]] = []
    for each in (window, second):
        each.session.changed.connect(lambda changes, initiator: heard.append((changes, initiator)))
    bring_in(window, other)
    came = next(
        row.id for row in list_documents(window.session.workspace) if row.role is Role.REGULATION
    )
    assert came != document
    told = Changes(has_other_documents=True, texts=frozenset({came}))
    assert heard == [(told, None)]
    for each in (window, second):
        each.watch.look()
        settle(each)
    assert heard[1:] == [(told, second.watch)], "the window that imported was told already"
    import_file(second.session.workspace, other)
    window.watch.look()
    settle(window)
    assert len(heard) == 2, "a file that was known recorded nothing"
    draft = begin_draft(second.session.workspace, document).id
    window.watch.look()
    settle(window)
    assert heard[2] == (Changes(True, frozenset({draft})), window.watch)


def test_an_import_that_is_stopped_keeps_what_came_in_and_says_so(
    window: MainWindow, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from quyche_app.services import import_file as importing

    real = importing.import_file

    def stopped_behind_the_first(*values: object, **named: object) -> object:
        made = real(*values, **named)
        for job in window.session.runner.jobs:
            job.cancel()
        return made

    monkeypatch.setattr(importing, "import_file", stopped_behind_the_first)
    library = library_of(window)
    library.take_files([other, other.with_name("hai.txt")])
    settle(window)
    assert library.state.account() == "Đã đọc 1 tệp."
    assert len(library.state.documents) == 1
