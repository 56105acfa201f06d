"""Keys that a person may choose (docs/window.md 9)."""

from __future__ import annotations

import pytest

from quyche_app.gui.actions import Action
from quyche_app.gui.shell.keys import NONE, chosen_keys, keys_of, other_owner, refusal, written
from quyche_app.gui.shell.tables import TABLES


@pytest.mark.parametrize(
    "keys", ["Ctrl+E", "F9", "Shift+F3", "Alt+PgUp", "Ctrl+,", "Ctrl++", "Alt+Down", "Ctrl+Alt+E"]
)
def test_keys_that_reach_the_program_are_taken(keys: str) -> None:
    assert refusal(keys) == ""


@pytest.mark.parametrize(
    "keys",
    [
        "A",
        "1",
        "Shift+A",
        "Space",
        "Return",
        "Backspace",
        "Ctrl+Backspace",
        "Ctrl+Shift+F5",
        "Ctrl+Space",
        "Alt+Shift+X",
        "Alt+Z",
        "Ctrl+Alt+Left",
        "Ctrl+K, Ctrl+S",
    ],
)
def test_keys_that_typing_vietnamese_needs_are_refused(keys: str) -> None:
    assert refusal(keys).endswith(".")


def test_the_keys_of_the_program_itself_would_not_be_refused() -> None:
    own = [action.keys for _, table in TABLES for action in table if action.keys]
    allowed = {
        "Space",
        "Return",
        "Del",
        "Left",
        "Right",
        "Home",
        "End",
    }  # on screens without typing
    assert [keys for keys in own if refusal(keys) and keys not in allowed] == []


def test_a_key_of_another_action_is_found_where_both_are_heard() -> None:
    owner = other_owner("Ctrl+K", "export", TABLES, {})
    assert owner is not None
    assert owner.id == "command"
    # Two screens never listen at the same time.
    assert (
        other_owner(
            "Ctrl+F",
            "find_setting",
            (
                ("a", (Action("x", "X", "x", keys="Ctrl+F"),)),
                ("b", (Action("find_setting", "Y", "y"),)),
            ),
            {},
        )
        is None
    )


def test_chosen_keys_are_written_and_read_again() -> None:
    chosen = {"export": "Ctrl+Alt+E", "command": NONE}
    assert chosen_keys(written(chosen)) == chosen
    assert chosen_keys("not json") == {}
    assert keys_of(Action("command", "Tìm", "run", keys="Ctrl+K"), chosen) == ""
    assert keys_of(Action("other", "Khác", "run", keys="F2"), chosen) == "F2"
