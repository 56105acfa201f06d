"""The rail: whole labels, or pictures alone for all entries (docs/window.md 4.7)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from quyche_app.gui.app import prepare_application
from quyche_app.gui.shell.rail import RAIL, Rail


@pytest.fixture(autouse=True)
def _first_look_again() -> Iterator[None]:
    yield
    prepare_application()


@pytest.mark.parametrize(
    ("text_size", "height", "compact"),
    [
        (100, 674, False),
        (125, 661, False),
        (150, 400, True),
        (100, 300, True),
    ],
)
def test_all_entries_have_their_labels_or_none_has(
    text_size: int, height: int, compact: bool
) -> None:
    prepare_application("light", text_size)
    rail = Rail()
    rail.resize(rail.width(), height)
    rail.grab()
    buttons = list(rail._buttons.values())
    assert len(buttons) == len(RAIL)
    assert [button._is_compact for button in buttons] == [compact] * len(RAIL)
    rail.layout().activate()
    if not compact:
        assert all(button.height() >= button.labelled_height() for button in buttons)


def test_the_badge_is_spoken_with_the_entry(application: object) -> None:
    rail = Rail()
    rail.show_count("amendments", 7)
    assert rail._buttons["amendments"].accessibleName() == "Sửa đổi, 7 việc"
    rail.show_count("amendments", 0)
    assert rail._buttons["amendments"].accessibleName() == "Sửa đổi"
