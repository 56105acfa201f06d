"""The way back leads through places, not screens."""

from __future__ import annotations

from quyche_app.gui.places import Place, Trail


def test_back_and_forward_walk_the_same_way() -> None:
    trail = Trail()
    for screen in ("library", "drafting", "compare"):
        trail.visit(Place(screen))
    assert trail.back() == Place("drafting")
    assert trail.back() == Place("library")
    assert trail.back() is None
    assert trail.on() == Place("drafting")


def test_a_new_place_forgets_what_lay_ahead() -> None:
    trail = Trail()
    for screen in ("library", "drafting", "compare"):
        trail.visit(Place(screen))
    trail.back()
    trail.visit(Place("timeline"))
    assert not trail.can_go_on
    assert trail.back() == Place("drafting")


def test_the_same_place_twice_counts_once() -> None:
    trail = Trail()
    trail.visit(Place("library", "d1"))
    trail.visit(Place("library", "d1"))
    assert not trail.can_go_back
