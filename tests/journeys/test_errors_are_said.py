"""Work in the background that fails says so: a sentence, never silence."""

from __future__ import annotations

import pytest

from quyche_app.domain.errors import StorageError
from quyche_app.domain.messages import message
from quyche_app.gui.changes import UNKNOWN
from quyche_app.gui.drafting.screen import DraftingScreen
from quyche_app.gui.library.screen import LibraryScreen
from quyche_app.gui.pictures import fill_with_sample, settle
from quyche_app.gui.places import Place
from quyche_app.gui.shell.window import MainWindow
from quyche_app.services.drafts import begin_draft

SENTENCE = "Không đọc được kho lúc này. Hãy thử lại."


def fails(*values: object, **named: object) -> None:
    raise StorageError(message("QC-S001", SENTENCE))


@pytest.fixture
def said(window: MainWindow) -> list[str]:
    """Give what the status bar says."""
    heard: list[str] = []
    window.session.hinted.connect(heard.append)
    return heard


@pytest.fixture
def document(window: MainWindow) -> str:
    """Give the regulation of the sample."""
    made = fill_with_sample(window.session.workspace, recorded=True)
    window.session.tell(UNKNOWN)
    settle(window)
    return made


@pytest.mark.parametrize(
    "reads",
    [
        "quyche_app.gui.library.search_page.read_texts",
        "quyche_app.gui.library.search_page.read_history",
        "quyche_app.services.text_as_at.text_as_at",  # one text of those around the hits
    ],
)
def test_around_the_hits_of_a_search(
    window: MainWindow,
    document: str,
    said: list[str],
    monkeypatch: pytest.MonkeyPatch,
    reads: str,
) -> None:
    monkeypatch.setattr(reads, fails)
    library = window.screen_shown
    assert isinstance(library, LibraryScreen)
    library._search.setText("hội nghị")
    library.search_wordings()
    settle(window)
    assert library.is_searching
    assert said == [SENTENCE]


@pytest.mark.parametrize(
    "reads",
    [
        "quyche_app.gui.drafting.about_provision.citation_index",
        "quyche_app.gui.drafting.about_provision.read_wordings",
        "quyche_app.services.remarks.remarks_of",
    ],
)
def test_beside_a_text(
    window: MainWindow,
    document: str,
    said: list[str],
    monkeypatch: pytest.MonkeyPatch,
    reads: str,
) -> None:
    monkeypatch.setattr(reads, fails)
    window.go(Place("drafting", document))
    settle(window)
    screen = window.screen_shown
    assert isinstance(screen, DraftingScreen)
    screen.show_unit(next(iter(screen.state.places)))
    settle(window)
    assert said == [SENTENCE]


def test_checks_of_a_draft_say_the_same_trouble_once(
    window: MainWindow, document: str, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = begin_draft(window.session.workspace, document).id
    with monkeypatch.context() as patch:
        patch.setattr("quyche_app.gui.drafting.checker.check_draft", fails)
        window.go(Place("drafting", draft))
        settle(window)
        screen = window.screen_shown
        assert isinstance(screen, DraftingScreen)
        screen.look_again()
        settle(window)
        assert said == [SENTENCE]
    screen.look_again()
    settle(window)
    assert said == [SENTENCE]


def test_the_look_for_recordings_says_the_same_trouble_once(
    window: MainWindow, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("quyche_app.services.library.recorded_since", fails)
        for _ in range(3):
            window.watch.look()
            settle(window)
        assert said == [SENTENCE]
    window.watch.look()
    settle(window)
    monkeypatch.setattr("quyche_app.services.library.recorded_since", fails)
    window.watch.look()
    settle(window)
    assert said == [SENTENCE, SENTENCE]


def test_the_time_line_without_a_text_tells_trouble_from_an_empty_workspace(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.go(Place("timeline"))
    settle(window)
    screen = window.screen_shown
    empty = screen.pages.currentWidget()
    with monkeypatch.context() as patch:
        patch.setattr("quyche_app.services.library.list_documents", fails)
        screen.reload()
        settle(window)
        assert screen.pages.currentWidget() is screen._error
        assert screen._error.accessibleName() == SENTENCE
    screen._error.retry.emit()
    settle(window)
    assert screen.pages.currentWidget() is empty
