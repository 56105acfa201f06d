"""What the program remembers on a machine."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

from quyche_app.gui.drafting.left_place import LeftPlace, keep_place, place_left
from quyche_app.gui.memory import Memory
from quyche_app.gui.settings.options import BY_KEY, taken


def test_words_lists_and_places_are_there_after_a_new_start(tmp_path: Path) -> None:
    file = str(tmp_path / "quyche.ini")
    first = Memory(QSettings(file, QSettings.Format.IniFormat))
    first.keep("theme", "dark")
    for document in ("a", "b", "a"):
        first.keep_first("recent", document, 10)
    place = LeftPlace("u1", "lead", 0, 12, ("c1", "d1"))
    keep_place(first, "doc", place)
    first._settings.sync()  # type: ignore[union-attr]
    second = Memory(QSettings(file, QSettings.Format.IniFormat))
    assert second.get("theme") == "dark"
    assert second.get_list("recent") == ["a", "b"]
    assert place_left(second, "doc") == place
    assert place_left(second, "another") == LeftPlace()
    # The words of the settings file, whatever the fields are called.
    assert second.place("doc") == (
        '{"unit": "u1", "slot": "lead", "block": 0, "at": 12, "open_units": ["c1", "d1"]}'
    )


def test_old_places_are_forgotten() -> None:
    memory = Memory()
    for number in range(230):
        keep_place(memory, f"doc{number}", LeftPlace("u"))
    assert place_left(memory, "doc0") == LeftPlace()
    assert place_left(memory, "doc229") == LeftPlace("u")


def test_what_cannot_be_read_is_no_place() -> None:
    memory = Memory()
    memory.keep_place("doc", "[1, 2")
    assert place_left(memory, "doc") == LeftPlace()
    memory.keep_place("doc", '{"unit": "u", "at": "x"}')
    assert place_left(memory, "doc") == LeftPlace()


def test_a_value_that_cannot_be_chosen_counts_as_the_first_one() -> None:
    assert taken(BY_KEY["theme"], "pink") == "light"
    assert taken(BY_KEY["page_points"], "200") == "14"
    assert taken(BY_KEY["layers"], "substance,nothing") == "substance"
    assert taken(BY_KEY["quotes"], "") == "1"
